"""The words of a unit that describe pieces: counts, lengths, shapes, nouns, and "each"/"all", in reading order."""

from __future__ import annotations

import re
from datetime import date

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.topics import EDITS
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.pieces.bare_lengths import bare_lengths, timed_counts
from copilot.briefs.facts.pieces.counts import counts_of, each_marks, numbers_of
from copilot.briefs.facts.pieces.each_with import each_with, totals
from copilot.briefs.facts.pieces.length_limits import clock_ranges, hour_lengths, is_limit, stretched
from copilot.briefs.facts.pieces.measures import (
    Mark,
    clock_lengths,
    corrected_lengths,
    joined_lengths,
    listed_lengths,
    more_shapes,
    named_again,
    overlap,
    unit_shared,
)
from copilot.briefs.facts.pieces.nouns import nouns_of
from copilot.briefs.facts.pieces.parts import parts_counted
from copilot.briefs.facts.pieces.per_each import EACH_OF
from copilot.briefs.facts.pieces.unlisted import unlisted_nouns
from copilot.briefs.facts.words import cue, folded, kind_patterns
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.durations import find_durations
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.ratios import find_ratios

_RESOLUTION = re.compile(
    r"\d{3,4}\s?[xX]\s?\d{3,4}|\b[248]k\b|\b\d{3,4}p\b|\b\d+\s?(?:fps|mbit|mb|gb|hz|khz|dpi|bit)\b|"
    r"\b\d+(?:[.,]\d+)?\s?%|\b\d{1,2}[:.]\d{2}\s?(?:uhr|h\b|am\b|pm\b|o'clock)|\b(?:19|20)\d\d\b"
)

_NOT_RUNNING = re.compile(
    r"\s*(?:-\s*)?(?:walk\b|drive|away|ago|call|meeting|notice|break|zoom|chat|gespr\w+|telefon\w*|entfernt|of "
    r"footage|de route|a pie|rijden|lopen|fran|meeting|drehmaterial)"
)

_PREPOSITIONS = frozenset(
    "for furs fur zum zur im in on of with mit about pour sur avec de du des para con sobre voor met over om for "
    "med til till av af per di the der die das le la el de "
    "vom von van from at als as".split()
)

NEGATED = re.compile(
    r"\b(?:not|no|kein\w*|nicht|pas|geen|niet|inte|ikke|ingen|non|nao|statt|instead of|rather than|au lieu d[e']|"
    r"en vez de|i stallet for|i stedet for|plutot qu[e']|piuttosto che|invece di|em vez de|in plaats van)\s*"
    r"(?:\w+\s+)?$"
)

_SAME_SHAPE = re.compile(
    r"\b(?:same|gleichen?|gleiche[sm]|\w*selben?|memes?|mismos?|zelfde|samma|samme|stess[oi]|mesmos?) "
    r"(?:aspect )?(?:format\w*|ratio|formaat|formato|aspect)"
)

_SAME_LENGTH = re.compile(
    r"\b(?:(?:of )?the same (?:length|duration|running time)|(?:in )?(?:gleicher?|derselben|der gleichen) lange|"
    r"gleich lang\w*|"
    r"(?:de )?(?:la )?meme duree|(?:de )?la misma duracion|igual de larg[oa]s?|even lang\w*|dezelfde (?:lengte|duur)|"
    r"samma langd|lika lang\w*|samme l(?:ae?|e)ngde|lige sa lang\w*|like lang\w*|stessa durata|mesma duracao)\b"
)
_PHOTO_PORTRAIT = re.compile(
    r"(?:portrait|retrato|portrat\w*|portret\w*)[ -](?:photo|foto|picture|image|bild|film|video|shot|serie|interview)"
)


def marks_of(view: View, unit: Unit, language: str, whole: str = "") -> list[Mark]:
    """A unit's marks with view offsets, in order; `whole` is the brief's folded text, for what "per hotel" comes to."""
    start = unit.label[0] if unit.label and _label_says(view, unit) else unit.start
    text = view.text[start : unit.end].replace("\n", " ")
    low = folded(text)
    ratios = shapes_of(low, text, unit, language)
    shapes = [(r.start, r.end) for r in ratios]
    nouns = nouns_of(low, text, unit, shapes)
    if not nouns and not ratios and not re.search(r"\d", low) and not _maybe_length(low):
        return []
    taken = _others(text, low, language)
    durations = _durations(low, text, unit, language, taken, ratios, nouns)
    numbers = numbers_of(low, text, language, taken + [(m.start, m.end) for m in (*durations, *ratios)])
    shared = unit_shared(low, numbers, durations)
    numbers = [n for n in numbers if not any(d.start == n[1] for d in shared)]
    durations = sorted([*durations, *shared], key=lambda d: d.start)
    bare = bare_lengths(low, numbers, durations, nouns)
    numbers = [n for n in numbers if not any(d.start == n[1] for d in bare)]
    durations = sorted(
        [*durations, *bare, *timed_counts(low, nouns, [*durations, *bare, *ratios])], key=lambda d: d.start
    )
    again = named_again(low, durations)
    durations = [d for d in durations if not overlap([(a.start, a.end) for a in again], d.start, d.end)]
    numbers = [n for n in numbers if not overlap([(a.start, a.end) for a in again], n[1], n[2])]
    same = [Mark("same", "", m.start(), m.end(), m[0]) for m in _SAME_SHAPE.finditer(low)]
    same += [Mark("same", "length", m.start(), m.end(), m[0]) for m in _SAME_LENGTH.finditer(low)]
    unlisted = unlisted_nouns(low, text, numbers, nouns, durations, ratios)
    nouns = sorted([*nouns, *unlisted], key=lambda n: n.start)
    counts = counts_of(low, numbers, durations, nouns, ratios, unit)
    found = [*durations, *ratios, *same, *again, *_articled(low, nouns, counts), *counts]
    each = each_marks(low, numbers, shapes, whole or low, language)
    # "je zweieinhalb Minuten" distributes nothing: the words after it are a length.
    each = [e for e in each if _names_piece(e) or not overlap([(d.start, d.end) for d in durations], e.start, e.end)]
    each += each_with(low, numbers, nouns, durations, each, shapes)
    found += parts_counted(low, numbers, durations)
    found += totals(low, numbers, [m for m in (*nouns, *durations) if m.kind != "article"], found)
    found = [m for m in found if not any(e.start < m.end and m.start < e.end for e in each)] + each
    spans = [(e.start, e.end) for e in each]
    found += [
        Mark("each_of", -1, m.start(), m.end(), m[0])
        if _WITH_EACH.search(low[: m.start()][-60:] + m[0])
        else Mark("all", "", m.start(), m.end(), m[0])
        for m in cue("all").finditer(low)
        if not overlap(spans, m.start(), m.end()) and not _ALL_TOLD.match(low, m.end())
    ]
    ordered = _noun_first(low, sorted(found, key=lambda m: (m.start, m.kind != "count", m.end)))
    return [_placed(m, ordered[i - 1] if i else None, low, start) for i, m in enumerate(ordered)]


def _names_piece(mark: Mark) -> bool:
    return any(pattern.search(mark.text) for _, pattern in kind_patterns())


_ALL_TOLD = re.compile(r"\s(?:incl|inkl|inclu|told|compris|included|inbegrepen)")
"""After "all" it speaks of a sum: "budget 3,000 all incl. tax"."""
_WITH_EACH = re.compile(
    r"(?:\bwith|\bmit|\bavec|\bcon|\bmet|\bmed|\bcom)\s+(?:\d+|\w+)\s+(?:[\w-]+\s+){1,2}(?:each|jeweils|"
    r"chacune?|cada un[oa]|elk|vardera|hver)$"
)


def _noun_first(low: str, marks: list[Mark]) -> list[Mark]:
    """ "16:9 (film) and 9:16 (clips)": the bracket says whose shape it is, so its noun is read first."""
    out = list(marks)
    for i in range(len(out) - 1):
        shape, noun = out[i], out[i + 1]
        opened = re.fullmatch(r"\s?\(\s?", low[shape.end : noun.start]) is not None
        closed = low[noun.end : noun.end + 2].lstrip()[:1] == ")"
        if shape.kind == "ratio" and noun.kind == "noun" and opened and closed:
            out[i], out[i + 1] = noun, shape
    return out


def _maybe_length(low: str) -> bool:
    """Whether words alone may state a length or a shape ("a minute and a half each")."""
    return re.search(r"min|sec|sek|seg|each|all|tous|tout|alle|cada|per\b", low) is not None


def shapes_of(low: str, text: str, unit: Unit, language: str) -> list[Mark]:
    """The shapes that a unit names, at the offsets of `text`; those of portraits of people are none."""
    found = [
        Mark("ratio", f.value, f.start, f.end, f.text)
        for f in find_ratios(text, language)
        if not re.fullmatch(r"\d:0\d", f.text)  # "4:05" is a length
    ]
    found += [r for r in more_shapes(low, unit) if not any(r.start < o.end and o.start < r.end for o in found)]
    return [
        r
        for r in found
        if not _PHOTO_PORTRAIT.match(low, r.start) and not _is_portrayal(low, r) and not _is_name(low, unit)
    ]


def _is_name(low: str, unit: Unit) -> bool:
    """Whether a table's column of pieces names "Portrait" as one of them."""
    return (
        unit.kind == "cell"
        and unit.topic in ("name", "deliverables")
        and re.fullmatch(r"\W*portraits?\W*", low) is not None
    )


def _is_portrayal(low: str, shape: Mark) -> bool:
    """Whether "portrait" is a film about a person or a place: "one portrait per hotel"."""
    if not low.startswith("portrait", shape.start):
        return False
    counted = re.search(
        r"\b(?:an?|one|each|every|per|\d+|un|ein|two|three|four|five|six|ten)\s+(?:\w+\s+)?$",
        low[max(0, shape.start - 24) : shape.start],
    )
    if counted is not None and re.match(r"(?:each|every|per)\b", counted[0]):
        return True
    return (
        counted is not None
        and re.match(r"s?\s+(?:per|of|for|about|pro|par|de|du|je)\b|s?\s+in\s+\d|s?\s*[,(]", low[shape.end :])
        is not None
    )


def _durations(
    low: str, text: str, unit: Unit, language: str, taken: list[tuple[int, int]], ratios: list[Mark], nouns: list[Mark]
) -> list[Mark]:
    """Running times only: no walks, no times of day, nothing the brief negates."""
    shapes = [(r.start, r.end) for r in ratios]
    found = [
        Mark("duration", f.value.high, f.start, f.end, f.text)
        for f in find_durations(text, language)
        if not overlap(taken, f.start, f.end)
        and not overlap(shapes, f.start, f.end)
        and f.value.high <= 4 * 3600
        and not _NOT_RUNNING.match(low, f.end)
        and (not NEGATED.search(lead := low[max(0, f.start - 40) : f.start]) or is_limit(lead))
        and not _is_no_length(low, text, f.start, f.end)
        and not _takes_time(low, f.start, nouns)
        # "| 1, 3 min |": the number a cell opens with counts, whatever unit follows the next.
        and not (
            f.start == 0 and f.text.isdigit() and unit.kind in ("cell", "field") and low[f.end : f.end + 2] == ", "
        )
        # "bumpers x5, 6 seconds": the x before says that it counts.
        and not (f.text.isdigit() and re.search(r"(?:^|[^\d\s])\s*\bx\s?$", low[max(0, f.start - 6) : f.start]))
    ]
    found = joined_lengths(low, found)
    found = sorted([*found, *hour_lengths(low, nouns, found)], key=lambda d: d.start)
    found = stretched(low, text, language, corrected_lengths(low, found))
    found += listed_lengths(low, found)
    of_pieces = unit.subject in ("deliverables", "length")
    ranges = clock_ranges(low, nouns, of_pieces=of_pieces)
    found = [d for d in found if not overlap([(r.start, r.end) for r in ranges], d.start, d.end)] + ranges
    found += clock_lengths(low, nouns, [*found, *ratios])
    return [d for d in found if not _CLOCK.fullmatch(d.text) or _is_clock_length(low, d, ratios, nouns, unit)]


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d+[.,]\dm")


def _is_clock_length(low: str, duration: Mark, ratios: list[Mark], nouns: list[Mark], unit: Unit) -> bool:
    """Whether "2:00" tells how long a piece is to be, and neither the time of day nor how long it is not to be."""
    lead = low[max(0, duration.start - 40) : duration.start]
    if NEGATED.search(lead) and not is_limit(lead):
        return False
    return bool(ratios) or _times_a_piece(low, duration, nouns, unit)


_LONG_WORK = re.compile(
    r"\b(?:for|from|about|of|into|zu|fur|aus|pour|d'|de|para|per|da|voor|av|till|til|af) (?:an?|our|the|ein\w*|"
    r"unser\w*|une?|notre|un|una|nuestr\w+|"
    r"een|onze|en|ett|et|vart?|um|uma) $"
)


_WITHIN = re.compile(
    r"\b(?:in|within|inside|after|innerhalb von|binnen|nach|en moins de|au bout de|dans les|tras|na|etter|efter|"
    r"inden for|"
    r"entro|dopo|depois de|got|have|you've|hast du|habt ihr|haben sie|avez|as|tienes|tiene|tenga|heb je|heeft u|hebt|"
    r"har du|"
    r"hai|avete|tiver)\s(?:just |only |about |nur |kurz |the first |den ersten |les |mal )?(?:a |an |eine? |une? |"
    r"een )?$"
)
_THE_SAME = re.compile(r"\b(?:same|gleich\w*|selbe\w*|meme\w*|mism[oa]|zelfde|samma|samme|stess[oa]|mesm[oa])\b")


def _takes_time(low: str, start: int, nouns: list[Mark]) -> bool:
    """Whether it is the time something takes: "they get it in ten seconds", "when you've a minute"."""
    lead = _WITHIN.search(low[max(0, start - 40) : start])
    if lead is None or _THE_SAME.search(low[max(0, start - 40) : start]):
        return False
    near = any(n.kind == "noun" and 0 <= start - n.end <= 30 for n in nouns)
    return not near and not re.search(r"\d\s*x?\s*$|:\s*$", low[: max(0, start - len(lead[0]))][-6:])


def _is_no_length(low: str, text: str, start: int, end: int) -> bool:
    """A day ("the twenty-second"), a number closing a quotation ("ALTA 4"), the long work a short one is cut for."""
    said, before = low[start:end], low[:start]
    if (
        said.endswith("second")
        and re.search(r"\b(?:the|and the) $", before)
        and not re.match(r"s?[- ](?:film|clip|spot|ad|cut)", low[end:])
    ):
        return True
    quotes = text[:end].count('"')
    if said.endswith('"') and quotes and quotes % 2 == 0 and re.search(r'"[^\W\d][^"]*$', text[: end - 1][-40:]):
        return True
    feature = re.match(
        r"-?minut\w*-? ?(?:feature|documentary|series|long)|"
        r".{0,12}(?:feature|spielfilm|long[- ]metrage|largometraje|langfilm)",
        said[-12:] + low[end : end + 16],
    )
    return _LONG_WORK.search(before[-24:]) is not None and feature is not None


def _articled(low: str, nouns: list[Mark], counts: list[Mark]) -> list[Mark]:
    """The nouns with their articles, without the article of a counted noun ("half a dozen clips")."""
    counted = [(m.start, m.end) for m in counts if m.kind == "count"]
    kept: list[Mark] = []
    for i, m in enumerate(nouns):
        until = nouns[i + 1].start if m.kind == "article" and i + 1 < len(nouns) else m.start
        if m.kind != "article" or not (
            any(m.start <= a < until for a, _ in counted) or overlap(counted, m.start, m.end)
        ):
            kept.append(m)
    return kept


def _times_a_piece(low: str, duration: Mark, nouns: list[Mark], unit: Unit) -> bool:
    """Whether "2:00" is a running time and no time of day: a piece is named close by, or the line is about pieces."""
    if unit.subject in ("deliverables", "length", "quantity", "name") or unit.kind == "cell":
        return True
    if re.search(
        r"\d\s?(?:st|stk|stuck|pcs|x)?\.?\s(?:a|of|pa|van|von|zu|de|di)\s$", unit.low[: max(0, duration.start)][-14:]
    ):
        return True
    return any(n.kind == "noun" and min(abs(n.start - duration.end), abs(duration.start - n.end)) <= 30 for n in nouns)


def _label_says(view: View, unit: Unit) -> bool:
    low = folded(view.text[unit.label[0] : unit.label[1]]) if unit.label else ""
    return (
        bool(low)
        and unit.start - (unit.label[1] if unit.label else 0) <= 8
        and (
            EDITS.fullmatch(low) is not None
            or EACH_OF.match(low) is not None
            or any(p.search(low) for _, p in kind_patterns())
        )
    )


def _placed(mark: Mark, before: Mark | None, low: str, offset: int) -> Mark:
    gap = low[before.end : mark.start] if before else low[: mark.start]
    words = re.findall(r"\w+", gap)
    fresh = bool(
        re.search(r"[,;+/&(]|\b(?:and|und|et|y|en|och|og|plus|e|sowie|ainsi que|as well as|asi como|samt)\b", gap)
    )
    tight = before is not None and not fresh and len(words) <= 2 and not _PREPOSITIONS.intersection(words)
    return Mark(mark.kind, mark.value, mark.start + offset, mark.end + offset, mark.text, tight, fresh, mark.definite)


def _others(text: str, low: str, language: str) -> list[tuple[int, int]]:
    """Spans of money, dates, day counts, resolutions and the like: figures that count no pieces."""
    spans = [(f.start, f.end) for f in find_money(text, language) if f.value.currency_stated and f.value.currency]
    spans += [(f.start, f.end) for f in find_dates(text, language, date(2026, 1, 1)) if re.search(r"\d", f.text)]
    spans += [(f.start, f.end) for f in find_day_counts(text, language) if not re.match(r"-\w", low[f.end :])]
    spans += [(m.start(), m.end()) for m in _RESOLUTION.finditer(low)]
    return spans
