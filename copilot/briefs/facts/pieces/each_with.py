"""What is ordered "for each" of things said before: "six films, each with a teaser", "dazu je ein Reel".

A mark of value `AGAIN_FOR_EACH` multiplies the pieces that follow it by the pieces (or things) counted before it.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.pieces.measures import Mark, overlap

AGAIN_FOR_EACH = -2

_ONE = (
    r"(?:an?|one|its own|two|three|four|ein(?:e[nmrs]?)?|zwei|drei|vier|une?|deux|trois|un[oa]?|dos|tres|due|tre|een|"
    r"twee|drie|en|ett?|eit|tva|to|um|uma|dois|duas|\d{1,2})"
)
_EACH = (
    r"(?:each(?: one)?|every one|jede[rsnm]?|je|jeweils|chacune?s?|cada un[oa]|cada uma?|elk(?:e)?|ieder|alle?|varje|"
    r"var|hver|"
    r"hvert|kvar|ognun[oa]|ciascun[oa])"
)
_ALSO = r"(?:(?:also|auch|aussi|tambien|ook|ocksa|ogsa|anche|tambem|dazu|noch|nog|then|plus)\s+){0,2}"
_WITH = (
    r"(?:with|mit|avec|con|met|med|com|gets?|needs?|has|have|having|wants|plus|bekommt|bekommen|braucht|kriegt|aura|"
    r"recoit|"
    r"lleva|tiene|tendra|krijgt|heeft|far|har|skal ha(?:ve)?|ska ha|tem|leva|tera|avra|ha)"
)
_EACH_WITH = re.compile(rf"\b{_EACH}\s+{_ALSO}{_WITH}\s+{_ALSO}(?={_ONE}\s)")
_EACH_A = re.compile(rf"\b(?:je|jeweils|chacune?|elk|ieder|varsin|var sin|hver sin|hver sit)\s+(?={_ONE}\s|\w+\s)")
_THEIR = re.compile(
    r"\b(?:their|leurs|sus|hun|deras|deres|(?:i|le) loro|seus|suas|ihre[nr]?)\s"
    r"(?=\w*(?:version|cut|edit|fassung|kurz|short|court|cort|kort|teaser|trailer))"
)
_FOR_EACH = re.compile(
    r"\b(?:for|fur|pour|para|voor|per|till?|from|out of|aus|uit|ur|fra|ud af)\s+(?:each|jede[ns]?|chacune?|"
    r"cada un[oa]|cada uma?|elk|ieder|"
    r"varje|hver|hvert|kvar|ognun[oa]|ciascun[oa])(?:\s+one|\s+of (?:them|those)|\s+davon|\s+d'eux|\s+van hen)?"
    r"(?=\s*(?:[,.;:!?)(]|$))"
)
_CLAUSE = re.compile(
    r"[,.;:]|\b(?:and|und|et|y|en|och|og|e|want|need|mochten|brauchen|voudr\w+|quer\w+|vill|vil|will)\b"
)
_TOTAL = re.compile(
    r"\s*(?:altogether|in total|in all|all told|total|insgesamt|zusammen|gesamt|au total|en tout|en total|in totaal|"
    r"totalt|sammanlagt|i alt|ialt|til sammen|in tutto|no total|ao todo|of them|of these|off|nos?\b\.?|"
    r"davon)(?!\s+\w+\s+"
    r"(?:film|video|clip|photo|foto))"
)


def each_with(
    low: str,
    numbers: list[tuple[int, int, int]],
    nouns: list[Mark],
    durations: list[Mark],
    known: list[Mark],
    shapes: list[tuple[int, int]],
) -> list[Mark]:
    """The marks that say "for each of those before"; `known` are the distributing phrases that name what they mean."""
    pieces = [n for n in nouns if n.kind == "noun"]
    spans = [(k.start, k.end) for k in known]
    out: list[Mark] = []
    for m in (*_EACH_WITH.finditer(low), *_EACH_A.finditer(low), *_THEIR.finditer(low)):
        after = next((n for n in pieces if n.start >= m.end()), None)
        timed = next((d for d in durations if d.start >= m.end() - 1), None)
        near = after is not None and after.start - m.end() <= 40 and not re.search(r"[.;:]", low[m.end() : after.start])
        first = after is not None and (timed is None or after.start < timed.end + 14)
        taken = overlap([*spans, *((o.start, o.end) for o in out)], m.start(), m.end())
        if (
            near
            and first
            and not taken
            and not (timed and timed.start <= m.end() and after and timed.end > after.start)
        ):
            out.append(Mark("each_of", AGAIN_FOR_EACH, m.start(), m.end(), m[0].strip()))
    for m in _FOR_EACH.finditer(low):
        before = [n for n in numbers if n[2] < m.start() and n[0] > 1 and not _counts_piece(n, pieces, low)]
        shaped = any(0 <= m.start() - end <= 2 for _, end in shapes)  # "16:9 and 9:16 for each": that is all of them
        if not shaped and not overlap([*spans, *((o.start, o.end) for o in out)], m.start(), m.end()):
            out.append(Mark("each_of", before[-1][0] if before else 0, m.start(), m.end(), m[0]))
    return out


def _counts_piece(number: tuple[int, int, int], pieces: list[Mark], low: str) -> bool:
    return any(0 <= p.start - number[2] <= 30 and not _CLAUSE.search(low, number[2], p.start) for p in pieces)


def totals(low: str, numbers: list[tuple[int, int, int]], targets: list[Mark], taken: list[Mark]) -> list[Mark]:
    """ "a clip for each decade, 10 altogether", "player intros, 26 of them": the number said behind the pieces."""
    spans = [(t.start, t.end) for t in taken]
    return [
        Mark("after_count", value, start, end, low[start:end])
        for value, start, end in numbers
        if _TOTAL.match(low, end)
        and re.search(
            r"[,(:–-]\s?(?:so |also |that's |about |around |ca\.? |etwa |rund )?$", low[max(0, start - 12) : start]
        )
        and (
            any(t.end <= start and start - t.end <= 60 for t in targets)
            # "Player intros, 26 of them, 7 seconds each": a piece whose name we do not know, measured after it.
            or (start <= 60 and not re.search(r"\d", low[:start]) and any(0 <= t.start - end <= 30 for t in targets))
        )
        and not overlap(spans, start, end)
    ]
