"""What writing, editing, finishing and delivering costs: creative work, post, animation, stills, languages."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from store.proposals.lines import LineBook
from store.proposals.pieces import ZERO, Piece, round_up
from store.proposals.rules import Linear, PricingRules
from store.proposals.scope import Choices, Scope
from store.proposals.tongues import VOICE_OVER
from store.proposals.wording import count, plain

_HALF = Decimal("0.5")
_PIECES = ("deliverables",)
_TONGUES = ("languages", "spoken_languages", "subtitled_languages")
COMPOSED_MUSIC = "composed music"


def add_creative(book: LineBook, scope: Scope, rules: PricingRules) -> None:
    """Add the treatment, script and storyboard that the scale, or animation, calls for."""
    creative = rules.creative
    if scope.at_least(creative.treatment_from):
        book.add(creative.treatment, 1, "creative.treatment", f"crew {scope.crew}", facts=_PIECES)
    drawn = _drawn(scope)
    days = creative.script_days_from_medium if scope.at_least("medium") else ZERO
    days += creative.script_days_animation if drawn else ZERO
    book.add(
        creative.script,
        days,
        "creative.script",
        f"crew {scope.crew or 'none'}, {count(len(drawn), 'animation')}",
        facts=_PIECES,
    )
    boards = creative.storyboard_days_large if scope.at_least("large") else ZERO
    boards += sum((piece.quantity * piece.rules.storyboard_days for piece in drawn), ZERO)
    book.add(creative.storyboard, boards, "creative.storyboard", _of(drawn) or "large crew", facts=_PIECES)


def add_post(book: LineBook, scope: Scope, rules: PricingRules, choices: Choices) -> None:
    """Add everything between the shoot and the archive; nothing for a scope without pieces."""
    if not scope.pieces:
        return
    post, step = rules.post, rules.post.step_days
    edited = [piece for piece in scope.pieces if piece.edited]
    edit_days = _add_edits(book, edited, rules)
    share = post.assistant_days_per_shoot_day
    if edited:
        why = f"{plain(share)} for each of {count(scope.shoot_days, 'shoot day')}"
        days = round_up(share * scope.shoot_days, step)
        book.add(post.assistant, days, "post.assistant_days_per_shoot_day", why, facts=("shoot_days",))
    drawn_days = _add_animation(book, scope, rules)
    share = post.supervisor_share_of_edit
    supervised = edit_days + drawn_days
    why = f"{plain(share * 100)} % of {plain(supervised)} edit and animation days"
    book.add(post.supervisor, round_up(share * supervised, step), "post.supervisor_share_of_edit", why, facts=_PIECES)
    _add_rounds(book, scope, rules, supervised)
    grade = post.remote_colourist if choices.remote_grade else post.colourist
    _add_finishing(book, grade, edited, "grade_days", lambda piece: piece.rules.grade_days, step)
    _add_finishing(book, post.mixer, edited, "mix_days", lambda piece: piece.rules.mix_days, step)
    _add_finishing(book, post.designer, edited, "graphics_days", lambda piece: piece.rules.graphics_days, step)
    if not (COMPOSED_MUSIC in scope.extras and rules.extras.get(COMPOSED_MUSIC)):
        _add_music(book, edited)
    _add_stills(book, scope, rules)
    _add_versions(book, edited, rules)
    add_languages(book, scope, edited, rules)
    book.add(post.archive, 1, "post.archive", "each project")


def _add_edits(book: LineBook, edited: list[Piece], rules: PricingRules) -> Decimal:
    """One line for each deliverable; returns the edit days of all."""
    all_days = ZERO
    for piece in edited:
        each, minute = piece.rules.edit_days
        days = round_up(piece.days(piece.rules.edit_days), rules.post.step_days)
        why = f"{_of([piece])} × ({count(each, 'day')} + {plain(minute)} for each finished minute{_tapering(piece)})"
        book.add(rules.post.editor, days, f"kinds.{piece.kind}.edit_days", why, facts=_PIECES, detail=piece.name)
        all_days += days
    return all_days


def _tapering(piece: Piece) -> str:
    if piece.rules.taper is None or piece.minutes_each <= piece.rules.taper[0]:
        return ""
    whole, share = piece.rules.taper
    return f", {plain(share * 100)} % of that beyond {count(whole, 'minute')}"


def _add_rounds(book: LineBook, scope: Scope, rules: PricingRules, edit_days: Decimal) -> None:
    share = rules.revisions.share_of_edit_per_round
    days = round_up(scope.extra_rounds * share * edit_days, rules.post.step_days)
    why = f"{count(scope.extra_rounds, 'further round')} × {plain(share * 100)} % of {count(edit_days, 'day')}"
    rule, facts = "revisions.share_of_edit_per_round", ("revision_rounds",)
    book.add(rules.post.editor, days, rule, why, facts=facts, detail="further revision rounds")


def _add_animation(book: LineBook, scope: Scope, rules: PricingRules) -> Decimal:
    """Animator's and design days of what is drawn; returns the animator's days."""
    all_days = ZERO
    for piece in _drawn(scope):
        seconds = piece.quantity * piece.seconds
        for code, share, what in (
            (rules.post.animator, piece.rules.animation_days_per_second, "animation"),
            (rules.post.style_frames, piece.rules.design_days_per_second, "design"),
        ):
            days = round_up(seconds * share, rules.post.step_days)
            why = f"{seconds} finished seconds × {count(share, 'day')}"
            book.add(code, days, f"kinds.{piece.kind}.{what}_days_per_second", why, facts=_PIECES, detail=piece.name)
            all_days += days if what == "animation" else ZERO
    return all_days


def _add_finishing(
    book: LineBook, code: str, edited: list[Piece], rule: str, pair: Callable[[Piece], Linear], step: Decimal
) -> None:
    """One line for all pieces, rounded up once: a colourist grades the whole job in one session."""
    worked = [piece for piece in edited if any(pair(piece))]
    days = round_up(sum((piece.days(pair(piece)) for piece in worked), ZERO), step)
    book.add(code, days, f"kinds.*.{rule}", _of(worked), facts=_PIECES)


def _add_music(book: LineBook, edited: list[Piece]) -> None:
    for piece in edited:
        if piece.rules.music is not None:
            per = piece.rules.music_per_pieces
            tracks = -(-piece.quantity // per)
            why = f"one for each {per} of {_of([piece])}" if per > 1 else f"one for each of {_of([piece])}"
            book.add(piece.rules.music, tracks, f"kinds.{piece.kind}.music", why, facts=_PIECES, detail=piece.name)


def _add_stills(book: LineBook, scope: Scope, rules: PricingRules) -> None:
    """Retouching; of more stills than are retouched of the photographer's days, the rest is developed only."""
    shoot, stills = rules.shoot, scope.stills
    most = int(scope.shooting.photographer_days * shoot.most_retouched_per_day)
    beyond = max(0, stills - most) if most else 0
    hours = (stills - beyond) * shoot.retouch_hours_per_still + beyond * shoot.develop_hours_per_still
    why = f"{stills - beyond} selected stills × {count(shoot.retouch_hours_per_still, 'hour')}"
    if beyond:
        why += f" + {beyond} developed × {count(shoot.develop_hours_per_still, 'hour')}"
    rule = "shoot.retouch_hours_per_still"
    book.add(rules.post.retoucher, round_up(hours, _HALF), rule, why, facts=_PIECES)


def _add_versions(book: LineBook, edited: list[Piece], rules: PricingRules) -> None:
    post = rules.post
    each, minute = post.ratio_hours
    for piece in edited:
        extra = piece.formats - 1
        hours = extra * (piece.quantity * each + piece.started_minutes * minute)
        shape = f"{_of([piece])} in {count(extra, 'further picture format')}"
        why = f"{shape} × ({plain(each)} h + {plain(minute)} for each started minute)"
        detail = f"picture formats of {piece.name}"
        book.add(post.versioning, round_up(hours, _HALF), "post.ratio_hours", why, facts=_PIECES, detail=detail)
    files = sum(piece.files for piece in edited)
    hours = round_up(files * post.delivery_hours_per_file, _HALF)
    why = f"{count(files, 'file')} × {count(post.delivery_hours_per_file, 'hour')}"
    rule = "post.delivery_hours_per_file"
    book.add(post.versioning, hours, rule, why, facts=_PIECES, detail="mastering and delivery")


def add_languages(book: LineBook, scope: Scope, edited: list[Piece], rules: PricingRules) -> None:
    """Add captions, voices for what is heard, subtitles for what is read, and the files that each language makes."""
    rule, tongues, facts = rules.languages, scope.languages, _TONGUES
    extra = tongues.versions - 1
    captioned = sum(piece.started_minutes for piece in edited if piece.rules.captions)
    book.add(
        rule.subtitles, captioned, "kinds.*.captions", f"{count(captioned, 'minute')}", facts=_PIECES, detail="captions"
    )
    voiced = [piece for piece in edited if piece.rules.voice_over]
    voices = tongues.voices
    if voiced:
        minutes = sum(piece.started_minutes for piece in voiced)
        fixed, each = rule.voice_hours
        why = f"{count(voices, 'language')} × ({plain(fixed)} h + {plain(each)} for each of {count(minutes, 'minute')})"
        book.add(rule.voice_artist, voices, "languages.voice_artist", f"{count(voices, 'language')}", facts=facts)
        book.add(rule.voice_recording, voices * (fixed + each * minutes), "languages.voice_hours", why, facts=facts)
    minutes = sum(piece.started_minutes for piece in (edited if VOICE_OVER in scope.extras else voiced))
    why = f"{count(minutes, 'minute')} × {count(voices - 1, 'further language')}"
    book.add(rule.adaptation, minutes * (voices - 1), "languages.adaptation", why, facts=facts)
    _add_subtitles(book, scope, edited, rules)
    files = extra * sum(piece.files for piece in edited)
    hours = round_up(files * rule.version_hours_per_file, _HALF)
    why = f"{count(files, 'file')} × {count(rule.version_hours_per_file, 'hour')}"
    name = "languages.version_hours_per_file"
    book.add(rules.post.versioning, hours, name, why, facts=facts, detail="language versions")


def _add_subtitles(book: LineBook, scope: Scope, edited: list[Piece], rules: PricingRules) -> None:
    """Subtitles in each language that is read; captions of a kind's own are those of its first language already."""
    tongues = scope.languages
    minutes: dict[int, int] = {}
    for piece in edited:
        titles = tongues.titles_beside_voice if piece.rules.voice_over else tongues.titles
        if piece.rules.captions:
            titles = min(titles, tongues.versions - 1)
        if titles:
            minutes[titles] = minutes.get(titles, 0) + piece.started_minutes
    why = " + ".join(f"{count(each, 'minute')} × {count(titles, 'language')}" for titles, each in minutes.items())
    total = sum(titles * each for titles, each in minutes.items())
    detail = "further languages" if all(titles < tongues.versions for titles in minutes) else "each language"
    book.add(rules.languages.subtitles, total, "languages.subtitles", why, facts=_TONGUES, detail=detail)


def add_extras(book: LineBook, scope: Scope, rules: PricingRules) -> None:
    """Add what is asked for besides the pieces, as far as the rule book prices it."""
    each = {"job": Decimal(1), "shoot_day": scope.shoot_days}
    for name in scope.extras:
        languages = scope.languages
        each["language"] = Decimal(languages.voices if name == VOICE_OVER else languages.versions)
        for rate in rules.extras.get(name, ()):
            these = count(each[rate.per], rate.per.replace("_", " "))
            why = "for the job" if rate.per == "job" else f"{plain(rate.amount)} for each of {these}"
            book.add(
                rate.rate, rate.amount * each[rate.per], f"extras.{name}", why, facts=("extras", "spoken_languages")
            )


def _drawn(scope: Scope) -> list[Piece]:
    return [piece for piece in scope.pieces if piece.rules.animation_days_per_second]


def _of(pieces: list[Piece]) -> str:
    """Say what pieces are meant: "1 × film of 60 s, 4 × social of 15 s"."""
    return ", ".join(f"{piece.quantity} × {piece.kind} of {piece.seconds} s" for piece in pieces)
