"""The words of a unit that describe pieces: counts, lengths, shapes, nouns, and "each"/"all", in reading order."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.measures import (
    Mark,
    clock_lengths,
    dozens,
    joined_lengths,
    more_shapes,
    overlap,
    unit_shared,
)
from copilot.briefs.facts.view import View
from copilot.briefs.facts.words import cue, entries, folded, kind_patterns, pattern_of
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.durations import find_durations
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.numbers import find_numbers
from copilot.briefs.grammar.ratios import find_ratios

_NO_PIECE = re.compile(
    r"\s*-?(?:media\b(?!\s+(?:film|video|clip|cut|edit|asset|spot|post|piece|version|teaser))|channels?|kanal\w*|"
    r"production\w*|produktion\w*|"
    r"compan\w+|studios?\b|crew|team|makers?|shoot|sets?\b|festivals?|industry|school|call\b|conference|meeting|"
    r"editor|platforms?|"
    r"advert\w* (?:budget|plan)|plattform\w*|budget|hosting|partner|director|list\b|stars?\b|days?\b|dates?\b|"
    r"project|projekt\w*|campaign|medien|medier|"
    r"netzwerk\w*|ads budget|agenc\w+|copy\b|guidelines?)"
)


_BEFORE_NOUN = re.compile(
    r"(?<!-)(?:\babout|\bof|\bfor|\bfrom|\bon|\bin|\bto|\bwith|\byour|\buber|\bfur|\bvon|\bvom|\bzu|\bbei|\bauf|"
    r"\baus|\bmit|\bsur|\bpour|\bde|\bdu|\bdes|\bd'|\bpar|\bavec|\bsobre|\bpara|\bdel|\bcon|\bover|\bvan|\bvoor|"
    r"\bmet|\bom|\bav|\bfor|\bmed|\btil|\btill|\bav|\bfra|\bfran|\bdi|\bper|\bdella|\bdo|\bda)(?:\s+|(?<='))(?:the |den |der "
    r"|dem |die |das |le |la |les |l'|el |los |las |het |de |our |their |its |unsere\w* |notre |nuestr\w+ |ons |"
    r"onze |var |vara |vores |vare |this |that |these )?$"
)


_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|der|die|das|den|dem|dieser|dieses|diese|le|la|les|l'|ce|cette|ces|el|los|las|"
    r"este|esta|het|de|deze|dit|denna|denne|dette|il|lo|gli|o|os|our|unser\w*|its|their)\s+(?:[\w'-]+\s+){0,2}$"
)


_ARTICLE = re.compile(
    r"\b(?:an?|one|ein|eine|einen|einem|eines|une?|una|uno|een|en|ett|et|um|uma|single|"
    r"another)\s+(?:[\w'\"-]+\s+){0,4}?$"
)


_RESOLUTION = re.compile(
    r"\d{3,4}\s?[xX]\s?\d{3,4}|\b[248]k\b|\b\d{3,4}p\b|\b\d+\s?(?:fps|mbit|mb|gb|hz|khz|dpi|bit)\b|"
    r"\b\d+(?:[.,]\d+)?\s?%|\b\d{1,2}[:.]\d{2}\s?(?:uhr|h\b|am\b|pm\b|o'clock)|\b(?:19|20)\d\d\b"
)


_NOT_RUNNING = re.compile(
    r"\s*(?:-\s*)?(?:walk|drive|away|ago|call|meeting|notice|break|zoom|chat|gespr\w+|telefon\w*|entfernt|of "
    r"footage|de route|a pie|rijden|lopen|fran|meeting|drehmaterial)"
)


_COUNT_OF_LENGTH = re.compile(
    r"\s+(?:[\w'-]+\s+){1,3}(?:of|a|de|d'|von|van|om|pa|af|da|zu|with|mit|av)\s+(?:about |rund |etwa |ca\.? )?$"
)


_COUNT_GAP = re.compile(
    r"\s*(?:\(\s?\d{1,3}\s?\)\s*)?(?:[x*]\s*|pcs\.? |pieces? (?:of )?|stuck |stk\.? |st\.? |stuks |unidades? "
    r"(?:de )?|pezzi |off\s+|nos\.? )?(?:of (?:the|our) )?(?:(?!(?:and|und|et|y|en|och|og|e|or|oder|in|for|fur|"
    r"pour|para|voor|of|de|at|on|with|mit|to|days?|weeks?|rounds?|minutes?|seconds?|is|are|"
    r"was)\b)[\w&'\"-]+\s+){0,4}$"
)


_EACH_OF = re.compile(
    r"(?:in|for|from|per|of|zu|je|pro|aus|pour|par|dans|de|por|en|voor|uit|til|till|fra|fran|i|for|per|"
    r"para)?\s*(?:each|every|jede\w*|chacun\w*|chaque|cada(?: un[oa])?|elke?|iedere?|varje|vardera|hver|hvert|"
    r"ogni|ciascun\w*|per|pro|par|por|je)\s+(?:of\s+|der\s+|des\s+|de\s+|los\s+|las\s+|van\s+|av\s+|af\s+|"
    r"dei\s+)?(?:the\s+|die\s+|les\s+|los\s+|de\s+)?"
)


_X_AFTER = re.compile(
    r"\b[x*]\s?(\d{1,3})\b|\((\d{1,3})(?:\s?(?:x|stk\.?|stuck|pcs|pieces|off|st\.?))?\)|:\s*(\d{1,3})(?=\s*(?:$|"
    r"[,;(]|x\b|stk|stuck|pcs|st\b|a\b|af\b|of\b))|[-]\s*(\d{1,3})\s*$"
)


_PREPOSITIONS = frozenset(
    "for furs fur zum zur im in on of with mit about pour sur avec de du des para con sobre voor met over om for "
    "med til till av af per di the der die das le la el de "
    "vom von van from at als as".split()
)


_NEGATED = re.compile(
    r"\b(?:not|no|kein\w*|nicht|pas|geen|niet|inte|ikke|ingen|non|nao|statt|instead of|rather than|au lieu d[e']|"
    r"en vez de|i stallet for|i stedet for)\s+(?:\w+\s+)?$"
)


_SAME_SHAPE = re.compile(
    r"\b(?:same|gleiche[nsm]?|selben?|meme|mismo|zelfde|samma|samme|stesso|mesmo) (?:aspect )?(?:format\w*|ratio|"
    r"formaat|formato|aspect)"
)


def marks_of(view: View, unit: Unit, language: str) -> list[Mark]:
    """A unit's marks with view offsets, in order."""
    start = unit.label[0] if unit.label and _label_says(view, unit) else unit.start
    text = view.text[start : unit.end].replace("\n", " ")
    low = folded(text)
    taken = _others(text, low, language)
    durations = [
        Mark("duration", f.value.high, f.start, f.end, f.text)
        for f in find_durations(text, language)
        if not overlap(taken, f.start, f.end)
        and f.value.high <= 4 * 3600
        and not _NOT_RUNNING.match(low, f.end)
        and not _NEGATED.search(low[: f.start])
    ]
    ratios = [Mark("ratio", f.value, f.start, f.end, f.text) for f in find_ratios(text, language)]
    ratios += [r for r in more_shapes(low, unit) if not any(r.start < o.end and o.start < r.end for o in ratios)]
    ratios = [r for r in ratios if not _PHOTO_PORTRAIT.match(low, r.start)]
    durations = [d for d in durations if not any(r.start < d.end and d.start < r.end for r in ratios)]
    nouns = _nouns(low, text, unit, [(r.start, r.end) for r in ratios])
    durations = joined_lengths(low, durations)
    durations += clock_lengths(low, nouns, [*durations, *ratios])
    durations = [
        d
        for d in durations
        if not re.fullmatch(r"\d{1,2}[:.]\d\d|\d+[.,]\dm", d.text) or _times_a_piece(d, nouns, unit)
    ]
    busy = taken + [(m.start, m.end) for m in (*durations, *ratios)]
    numbers = [
        (int(f.value), f.start, f.end)
        for f in find_numbers(text, language)
        if f.value == int(f.value)
        and 0 < f.value <= 500
        and not overlap(busy, f.start, f.end)
        and not re.match(r"[a-wyz]", low[f.end : f.end + 1])
        and not re.search(r"\d[:.]$", low[: f.start])
    ]
    numbers = sorted(
        [*(n for n in numbers if not any(d[1] < n[2] and n[1] < d[2] for d in dozens(low))), *dozens(low)],
        key=lambda n: n[1],
    )
    shared = unit_shared(low, numbers, durations)
    numbers = [n for n in numbers if not any(d.start == n[1] for d in shared)]
    durations = sorted([*durations, *shared], key=lambda d: d.start)
    same = [Mark("same", "", m.start(), m.end(), m[0]) for m in _SAME_SHAPE.finditer(low)]
    found = [*durations, *ratios, *same, *nouns, *_counts(low, numbers, durations, nouns, ratios, unit)]
    counted = [m.start for m in found if m.kind == "count"]
    found = [
        m
        for m in found
        if m.kind != "article"
        or not any(m.start <= c <= m.start + 40 and not re.search(r"[,;]", low[m.start : c]) for c in counted)
    ]
    each = _each_marks(low, numbers, nouns)
    found = [m for m in found if not any(e.start < m.end and m.start < e.end for e in each)] + each
    found += [
        Mark("all", "", m.start(), m.end(), m[0])
        for m in cue("all").finditer(low)
        if not overlap([(e.start, e.end) for e in each], m.start(), m.end())
    ]
    ordered = sorted(found, key=lambda m: (m.start, m.kind != "count", m.end))
    return [_placed(m, ordered[i - 1] if i else None, low, start) for i, m in enumerate(ordered)]


def _times_a_piece(duration: Mark, nouns: list[Mark], unit: Unit) -> bool:
    """Whether "2:00" is a running time and no time of day: a piece is named close by, or the line is about pieces."""
    if unit.subject in ("deliverables", "length", "quantity", "name") or unit.kind == "cell":
        return True
    return any(n.kind == "noun" and min(abs(n.start - duration.end), abs(duration.start - n.end)) <= 30 for n in nouns)


_PHOTO_PORTRAIT = re.compile(
    r"(?:portrait|retrato|portrat\w*|portret\w*)[ -](?:photo|foto|picture|image|bild|film|video|shot|serie|interview)"
)


def _label_says(view: View, unit: Unit) -> bool:
    low = folded(view.text[unit.label[0] : unit.label[1]]) if unit.label else ""
    return (
        bool(low)
        and unit.start - (unit.label[1] if unit.label else 0) <= 8
        and any(p.search(low) for _, p in kind_patterns())
    )


def _placed(mark: Mark, before: Mark | None, low: str, offset: int) -> Mark:
    gap = low[before.end : mark.start] if before else low[: mark.start]
    words = re.findall(r"\w+", gap)
    fresh = bool(re.search(r"[,;+/&(]|\b(?:and|und|et|y|en|och|og|plus|e)\b", gap))
    tight = before is not None and not fresh and len(words) <= 2 and not _PREPOSITIONS.intersection(words)
    return Mark(mark.kind, mark.value, mark.start + offset, mark.end + offset, mark.text, tight, fresh, mark.definite)


def _others(text: str, low: str, language: str) -> list[tuple[int, int]]:
    """Spans of money, dates, day counts, resolutions and the like: figures that count no pieces."""
    from datetime import date

    spans = [(f.start, f.end) for f in find_money(text, language) if f.value.currency_stated and f.value.currency]
    spans += [(f.start, f.end) for f in find_dates(text, language, date(2026, 1, 1)) if re.search(r"\d", f.text)]
    spans += [(f.start, f.end) for f in find_day_counts(text, language)]
    spans += [(m.start(), m.end()) for m in _RESOLUTION.finditer(low)]
    return spans


_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|vier|funf|sechs|deux|trois|quatre|"
    r"cinq|six|dos|tres|cuatro|cinco|seis|twee|drie|vier|vijf|zes|tva|tre|fyra|fem|sex|to|fire|seks))\s*x?\s*$"
)


@cache
def _version_words() -> re.Pattern[str]:
    return re.compile(
        pattern_of(
            (
                *entries("cues", "times"),
                "edit",
                "cut",
                "cuts",
                "asset",
                "assets",
                "piece",
                "pieces",
                "pieza",
                "piezas",
                "pieces of content",
            )
        )
    )


def _nouns(low: str, text: str, unit: Unit, shapes: list[tuple[int, int]]) -> list[Mark]:
    """Nouns of pieces; words that touch make one noun phrase, whose most telling word gives the kind."""
    hits: list[tuple[int, int, int, str]] = []
    for rank, (kind, pattern) in enumerate(kind_patterns()):
        hits += [(m.start(), m.end(), rank, kind) for m in pattern.finditer(low) if not _NO_PIECE.match(low, m.end())]
    hits += [(m.start(), m.end(), 99, "cutdown") for m in _version_words().finditer(low)]
    hits.sort(key=lambda h: (h[0], -h[1]))
    marks: list[Mark] = []
    for start, end, rank, kind in hits:
        last = marks[-1] if marks else None
        if overlap(shapes, start, end) and (kind != "social" or not _COUNTED.search(low[:start])):
            continue
        if (
            last
            and "(" in low[last.end : start]
            and ")" not in low[last.end : start]
            and not re.search(r"\d", low[last.end : start])
        ):
            if rank < _rank(str(last.value)):
                marks[-1] = replace(last, value=kind)
            continue
        if re.match(r"s?\s+(?:a|per|each|pro|par|por|om)\s+(?:day|tag|jour|dia|dag)\b", low[end:]):
            continue
        if last and start < last.end:
            if rank < _rank(str(last.value)) and end >= last.end:
                marks[-1] = Mark(
                    "noun",
                    kind,
                    last.start,
                    max(end, last.end),
                    text[last.start : max(end, last.end)],
                    definite=last.definite,
                )
            continue
        if last and re.fullmatch(r"[\s-]{1,2}", low[last.end : start]):
            value = kind if rank < _rank(str(last.value)) else str(last.value)
            marks[-1] = Mark("noun", value, last.start, end, text[last.start : end], definite=last.definite)
            continue
        if rank == 99 and not re.search(
            r"\d|\b(?:ein|one|une?|een|en|ett|et|una|two|zwei|deux|dos|twee|tva|to)\b", low
        ):
            continue
        complement = _BEFORE_NOUN.search(low[:start])
        if complement and marks:
            continue
        before = low[:start]
        marks.append(
            Mark(
                "noun",
                kind,
                start,
                end,
                text[start:end],
                definite=bool(_DEFINITE.search(before)) and unit.kind == "prose",
            )
        )
        article = _ARTICLE.search(before)
        if (
            article
            and not re.search(r"[,;:.]", before[article.start() :])
            and not overlap([(m.start, m.end) for m in marks[:-1]], article.start(), start)
        ):
            marks.insert(-1, Mark("article", "", article.start(), article.start() + 1, ""))
    return marks


def _rank(kind: str) -> int:
    return [k for k, _ in kind_patterns()].index(kind)


def _counts(
    low: str,
    numbers: list[tuple[int, int, int]],
    durations: list[Mark],
    nouns: list[Mark],
    ratios: list[Mark],
    unit: Unit,
) -> list[Mark]:
    """Numbers that count pieces: before a noun or a length with at most adjectives between, or "x5" after one."""
    marks: list[Mark] = []
    targets = sorted([*durations, *(n for n in nouns if n.kind == "noun"), *ratios], key=lambda m: m.start)
    stops = [(a, b) for _, a, b in numbers]
    for value, start, end in numbers:
        after = next((m for m in targets if m.start >= end), None)
        blocked = after is not None and any(end <= a < after.start for a, _ in stops)
        joined = after is not None and _COUNT_GAP.match(low[end : after.start] if after else "")
        if after is not None and not joined and after.kind == "duration" and not blocked:
            joined = _COUNT_OF_LENGTH.match(low[end : after.start])
        if after is not None and joined and (not blocked or "(" in low[end : after.start]):
            marks.append(Mark("count", value, start, end, low[start:end]))
        elif unit.topic == "quantity" or (unit.kind == "cell" and low.strip() == low[start:end]):
            marks.append(Mark("number", value, start, end, low[start:end]))
    trailing = re.compile(_X_AFTER.pattern + (r"|\s(\d{1,3})\s*$" if unit.kind == "cell" else r"|(?!)()"))
    for m in trailing.finditer(low):
        digits = next(g for g in m.groups() if g)
        near = any(0 <= m.start() - t.end <= 14 for t in targets)
        if (
            near
            and 0 < int(digits) <= 500
            and not any(c.start < m.end() and m.start() < c.end for c in (*marks, *durations, *ratios))
        ):
            marks.append(Mark("after_count", int(digits), m.start(), m.end(), m[0]))
    return marks


def _each_marks(low: str, numbers: list[tuple[int, int, int]], nouns: list[Mark]) -> list[Mark]:
    """ "in each of ten episodes": a multiplier; its value is 0 when the number must be looked up ("per episode")."""
    marks: list[Mark] = []
    for m in _EACH_OF.finditer(low):
        number = next(((v, a, b) for v, a, b in numbers if 0 <= a - m.end() <= 1), None)
        at = number[2] if number else m.end()
        noun = next((n for n in nouns if n.kind == "noun" and 0 <= n.start - at <= 14), None)
        if noun and (
            number
            or re.search(
                r"\b(?:in|for|from|of|zu|aus|pour|per|pro|par|por|je|each|every|voor|uit|til|till|fra|fran|ogni|"
                r"chaque|cada|jede\w*|hver\w*|varje|elke?)\b",
                m[0],
            )
        ):
            marks.append(Mark("each_of", number[0] if number else 0, m.start(), noun.end, low[m.start() : noun.end]))
    return marks
