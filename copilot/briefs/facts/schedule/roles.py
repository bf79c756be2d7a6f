"""The role of one date: its label's, else that of the nearest words, else its section's.

Roles: `delivery`, `shoot`, `other` (a pitch, a release, a term), and two for want of words: `delivery?` ("by 12 June")
and `?`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from copilot.briefs.facts.letter.clauses import clause_of, distance
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import cue, folded, kind_patterns, names
from copilot.briefs.grammar.mentions import DateMention, DayCount
from copilot.briefs.grammar.span import Found

_WEAK_BY = re.compile(
    r"\b(?:by|before|until|bis(?: zum)?|vor dem|avant(?: le)?|d'ici|pour le|antes del?|para el|para|voor|"
    r"graag|liefst|garna|gerne|helst|ideally|see it on|see them on|tegen|innan|"
    r"till|inden|innen|for|entro|ate|within|in)\s+(?:the |dem |den |le |la |el |het |de |d\. )?$"
)


_LATEST = re.compile(
    r"\b(?:at the (?:very )?latest|latest|no later than|(?:aller)?spatestens|au plus tard|a mas tardar|como tarde|"
    r"como muy tarde|uiterlijk|(?:op z'n|op zijn|ten) laatste?|senast|senest|entro e non oltre|al piu tardi|"
    r"(?:o|no) mais tardar)\b"
)


LIMIT = re.compile(
    r"\b(?:by|before|until|bis(?: zum)?|avant(?: le)?|antes del?|inden|innen|innan|senast|senest|entro|ate|uiterlijk)\s"
    r"(?:the |den |dem |le |il |el |d\. |o )?$"
)
_OFFER = re.compile(
    r"\b(?:offer|quot|proposal|propuest|bid|tender|angebot|devis|offre|ofert|offert|anbud|tilbud|preventiv|propost|fragen|"
    r"questions)"
)


_HANDED_IN = re.compile(
    r"\b(?:submit\w*|submission|einzureichen|eingereicht|remis\w*|soumis\w*|present\w+|ingediend|inlamn\w*|indsend\w*|"
    r"innsend\w*|"
    r"presentat\w|submetid\w+|apresentad\w+)\b"
)
_GOODS = re.compile(r"deliver|final|master|film|file|video|liefer|abgabe|livr|entreg|lever|asset|spot|clip")


FINAL = re.compile(
    r"\b(?:final\w*|finals|masters?|endabgabe|endgultig\w*|definiti\w*|slut\w*|eind\w*|endelig\w*|everything|all "
    r"files|alles)\b"
)


_REASON = re.compile(
    r"\b(?:because|since|as|weil|denn|da|parce que|car|puisque|porque|ya que|want|omdat|fordi|for at|eftersom|perche|"
    r"pois|ja que)(?: (?:on|am|le|el|op|il|no|pa|den|de|dia|the|at|em|we|wir|there))*[ ,]*$"
)
"""Why it must be that day: "… because on the 13th the space turns into a wedding"."""
_SOFTLY = re.compile(r"\b(?:ideally|graag|liefst|garna|gerne|helst|am liebsten|idealerweise|idealement|preferably)\s*$")
_OF_OCCASION = (
    r"\b(?:from|of|during|von|vom|wahrend|de|du|des|d'|lors de|pendant|del|de la|durante|van|tijdens|fran|under|fra|"
    r"av|af|"
    r"della|dell'|delle|do|da)\s(?:(?:our|the|this year's|unsere[rnm]?|der|des|notre|nos|nuestr[oa]s?|la|el|onze|het|"
    r"vart?|"
    r"vores|vort|nostr[oa]|nossa|nosso)\s)?(?:[\w'-]+\s)?"
)


_SKIPPED = frozenset(("usage", "term", "budget", "contact", "territory", "title", "client", "pitch", "aside"))


_NEEDED_PEOPLE = re.compile(
    r"\b(?:days?|tage?|jours?|journees?|dias?|dag\w*|giorn\w*|crew|team|equipe|equipo|camera|kamera|you|someone|anyone|"
    r"offer|quote|angebot|devis|offre|offert\w*|tilbud|anbud|presupuesto|preventivo|orcamento|proposta|reply|answer)\b"
)


def role_of(unit: Unit, found: Found[DateMention], counts: list[Found[DayCount]]) -> str:
    """The role of a date in its unit; `counts` are the unit's own counts of days, with view offsets."""
    if unit.topic in ("delivery", "shoot"):
        return _nearest(unit, found, default=unit.topic)
    if unit.topic in _SKIPPED or unit.topic == "locations":
        return "shoot" if unit.topic == "locations" else "other"
    if found.value.relative and _is_quoted(unit, found):
        return "other"  # "Tot morgen" is a title, not tomorrow
    before = unit.low[: found.start - unit.start]
    if _REASON.search(before):
        return "other"
    if _is_needed(unit, found) and found.value.offset is None:
        return "delivery"
    if found.value.days and _of_occasion().search(before):
        return "shoot"  # "a film of our open day on 3 May", "ein Video vom Turnier am 8. Mai"
    beside = _beside_counted_days(unit, found, counts)
    role = _nearest(unit, found, default="")
    clause = clause_of(unit, found.start, found.end)[0]
    if (
        role == "shoot"
        and LIMIT.search(unit.low[: found.start - unit.start])
        and not (cue("shoot").search(clause) or cue("shoot_days").search(clause))
    ):
        return "delivery"  # "by 4 December, half a day of filming": a limit beside the shoot is no day of it
    if role == "other" and _HANDED_IN.search(clause) and _GOODS.search(clause) and not _OFFER.search(clause):
        return "delivery"  # "All deliverables in their final form shall be submitted by 11 September"
    if role == "delivery" and _OFFER.search(clause) and not _GOODS.search(clause):
        return "other"
    if role == "other" and beside is not None and beside < (distance(unit, _other(), found.start, found.end) or 0):
        return "shoot"
    return role or _role_of_context(unit, found, is_beside=beside is not None)


def _role_of_context(unit: Unit, found: Found[DateMention], *, is_beside: bool) -> str:
    for asked in (unit.section, unit.asked):
        if asked == "delivery" and found.value.relative and is_beside:
            return "shoot"  # "When?" – "Saturday morning, half a day"
        if asked in ("delivery", "shoot"):
            return asked
    if _is_day_of_piece(unit, found):
        return "delivery"
    if unit.section in _SKIPPED:
        return "other"
    if unit.asked == "locations" or is_beside:
        return "shoot"
    opened = _opening(unit, found)
    if opened and found.value.precision == "day":
        return opened
    told = found.value.relative and not words_of("today").fullmatch(folded(found.text))
    return "delivery?" if is_by(unit, found) or told or found.value.offset else "?"


def _is_day_of_piece(unit: Unit, found: Found[DateMention]) -> bool:
    """Whether a line gives a piece nothing but its day: "Trailer: 8 May 2026"."""
    if unit.kind not in ("field", "bullet", "cell") or found.value.precision != "day":
        return False
    before, after = unit.low[: found.start - unit.start], unit.low[found.end - unit.start :]
    named = unit.topic == "deliverables" and not before.strip()
    piece = named or any(pattern.search(before) for _, pattern in kind_patterns())
    bare = not after.strip(" .;,") and (named or before.rstrip().endswith((":", "-", "|")))
    return piece and bare and cue("not_date").search(before) is None


def _beside_counted_days(unit: Unit, found: Found[DateMention], counts: list[Found[DayCount]]) -> int | None:
    """How far the nearest count of days for the shoot, or for nothing named, stands from a stated day."""
    by = is_by(unit, found) and not _SOFTLY.search(unit.low[: found.start - unit.start])
    loose = found.value.relative and (unit.asked != "delivery" or found.value.offset is not None)
    if not found.value.days or found.value.precision != "day" or loose or by:
        return None
    near = [c for c in counts if c.value.kind in ("shoot", "unknown") and not c.overlaps(found.start, found.end)]
    return min((max(c.start - found.end, found.start - c.end) for c in near), default=None)


@cache
def _of_occasion() -> re.Pattern[str]:
    return re.compile(f"{_OF_OCCASION}{words_of('occasion').pattern}[^.;:!?\\d]{{0,16}}$")


def _opening(unit: Unit, found: Found[DateMention]) -> str:
    """The role of the only cue in a line, where the line opens with it: "Shoot on board and in Graz, 12 August".

    A sentence may tell anywhere that it is about the shoot.
    """
    roles = {role: pattern for role, pattern in _cues() if role != "other" and pattern.search(unit.low)}
    if len(roles) != 1 or len(unit.low) > 180:
        return ""
    role, pattern = next(iter(roles.items()))
    filmed = role == "shoot" and unit.kind == "prose" and cue("not_date").search(unit.low) is None
    return role if pattern.match(unit.low) or (filmed and not is_by(unit, found)) else ""


def _is_quoted(unit: Unit, found: Found[DateMention]) -> bool:
    return unit.text[: found.start - unit.start].count('"') % 2 == 1 and '"' in unit.text[found.end - unit.start :]


def _is_needed(unit: Unit, found: Found[DateMention]) -> bool:
    """ "Need it Wednesday 27 May", "il les faut pour le 10 avril": needing a thing, with few words before the day."""
    before = unit.low[: found.start - unit.start]
    for m in words_of("needed").finditer(before, max(0, len(before) - 60)):
        between = before[m.end() :]
        if before[: m.start()].endswith(("can ", "could ")):
            continue  # "We can have them all on 2 May": they are there
        if len(between.split()) <= 3 and not re.search(r"[.;:!?]|,\s", between) and not _NEEDED_PEOPLE.search(between):
            return True
    return False


def is_by(unit: Unit, found: Found[DateMention]) -> bool:
    """Whether a limit stands with the date: "by 12 June", "12 June at the latest"."""
    before = unit.low[: found.start - unit.start]
    return bool(
        _WEAK_BY.search(before)
        or _LATEST.search(unit.low)
        or re.match(r"(?:by|bis|before|voor|avant|senest|senast|innen|end|ende|fin)\b", found.text.lower())
    )


def _nearest(unit: Unit, found: Found[DateMention], *, default: str) -> str:
    if _LATEST.search(unit.low[max(0, found.start - unit.start - 22) : found.end - unit.start + 22]) and not default:
        return (
            "other"
            if cue("not_date").search(unit.low[: found.start - unit.start][-30:])
            and not FINAL.search(unit.low)
            and _OFFER.search(unit.low)
            else "delivery"
        )
    scores: list[tuple[int, str]] = []
    for role, pattern in _cues():
        # What counts from a release is no release: "five working days before first transmission".
        near = cue("not_date") if role == "other" and found.value.offset else pattern
        far = distance(without_film_nouns(unit) if role == "shoot" else unit, near, found.start, found.end)
        if far is not None and far <= 70:
            scores.append((far, role))
    free = distance(unit, words_of("available"), found.start, found.end)
    if free is not None and free <= 70:
        scores.append((free - 1, "shoot"))  # "est disponible" is free, where "disponible" alone is delivered
    if default:
        closest = min(scores, default=(99, default))
        return closest[1] if closest[0] <= 25 and closest[1] != default and len({r for _, r in scores}) > 1 else default
    return min(scores)[1] if scores else ""


_FILM_NOUN = re.compile(r"(?<=\S )(?<!Beim )(?<!beim )(?<!zum )(?<!Zum )(?<!das )Filmen?\b")


def without_film_nouns(unit: Unit) -> Unit:
    """The unit without the German noun, which films nothing: "Abgabe der fertigen Filme: 19. Juni"."""
    masked = _FILM_NOUN.sub(lambda noun: "X" * len(noun[0]), unit.text)
    return unit if masked == unit.text else replace(unit, text=masked)


_NOT_TWO = r"(?!due (?!june|date|before|there)\w{4,}[aei]\b)"
"""Italian "due giornate" is a number, and nothing is due."""

_NOT_OFF = r"(?!af (?!zijn|is|te|voor|tegen|op|moet|hebben|wezen|uiterlijk|rond|begin|eind)[a-z])"
"""Danish "af" is "of", where Dutch "af" is finished."""


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # "The film on 9 October" names a film, it films nothing.
    noun = (
        r"(?!(?:(?<=the )|(?<=this )|(?<=our )|(?<=a )|(?<=that )|(?<=main )|(?<=hero )|"
        r"(?<=brand )|(?<=long )|(?<=short ))film (?:on|at|over))"
    )
    # "samtliga filmer", "alle filmer" are films too, where French "filmer" films.
    noun = rf"{noun}(?!(?<=[a-z]{{3}}[ae] )(?<!faire )(?<!para )film[ae]r\b)"
    shoot = f"{noun}{cue('shoot').pattern}"
    wished = (
        r"(?!(?:want|need|have|get|like) (?:it|this|that|them|all of it) (?:all )?(?:filmed|shot|recorded|captured))"
    )
    delivery = f"{_NOT_TWO}{_NOT_OFF}{wished}{cue('delivery').pattern}"
    return ("other", _other()), ("shoot", re.compile(shoot)), ("delivery", re.compile(delivery))


@cache
def _other() -> re.Pattern[str]:
    hours = r"(?!(?:opening|openings|abnings|apnings|opnings)-?\s?(?:hours|times|tid\w*|uren|tijden))"
    return re.compile(f"{hours}(?:{cue('not_date').pattern}|{words_of('released').pattern})")


@cache
def words_of(key: str) -> re.Pattern[str]:
    """The words of `lexicon/words/schedule.toml` under a key, in all languages, for folded text."""
    return dict(names("schedule"))[key]
