"""The nouns of pieces in a line: films, clips, stills and the words producers use for them, with their articles."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.measures import Mark, overlap
from copilot.briefs.facts.words import cue, entries, kind_patterns, pattern_of

_NO_PIECE = re.compile(
    r"\s*-?(?:style\b|like\b|type\b|artig\w*|ahnlich\w*|achtig\w*|liknande\b|lignende\b|media\b(?!\s+(?:film|video|"
    r"clip|cut|edit|asset|spot|post|piece|version|teaser))|channels?|kanal\w*|"
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
    r"\bmet|\bom|\bav|\bfor|\bmed|\btil|\btill|\bav|\bfra|\bfran|\bdi|\bper|\bdella|\bdo|\bda)(?:\s+|"
    r"(?<='))(?:the |den |der "
    r"|dem |die |das |le |la |les |l'|el |los |las |het |de |our |their |its |unsere\w* |notre |nuestr\w+ |ons |"
    r"onze |var |vara |vores |vare |this |that |these )?$"
)

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|der|die|das|den|dem|dieser|dieses|diese|le|la|les|l'|ce|cette|ces|el|los|las|"
    r"este|esta|each|every|jede\w*|chaque|cada|elke?|iedere?|varje|hver|hvert|ogni|het|de|deze|dit|denna|denne|"
    r"dette|il|lo|gli|o|os|our|unser\w*|its|their)\s+(?:[\w'-]+\s+){0,2}$"
)

_ARTICLE = re.compile(
    r"\b(?:an?|one|ein|eine|einen|einem|eines|une?|una|uno|een|en|ett|et|um|uma|single|"
    r"another)\s+(?:[\w'\"-]+\s+){0,4}?$"
)

_COUNTED = re.compile(
    r"(?:\d|\b(?:dozen|couple of|two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|vier|funf|"
    r"sechs|deux|trois|quatre|"
    r"cinq|six|dos|tres|cuatro|cinco|seis|twee|drie|vier|vijf|zes|tva|tre|fyra|fem|sex|to|fire|seks|"
    r"due|quattro|cinque|sei|dois|duas|quatro|sju|atta|acht|sieben|sept|huit|siete|ocho|zeven))\s*x?\s*$"
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


_COMPOUND = re.compile(r"[\s-]{1,2}|\s(?:d'|de |de l'|of )")
_PER_TIME = re.compile(r"s?\s+(?:a|per|each|pro|par|por|om)\s+(?:day|tag|jour|dia|dag)\b")
_ONE = re.compile(r"\d|\b(?:ein|one|une?|een|en|ett|et|una|two|zwei|deux|dos|twee|tva|to)\b")
_SOME_OF = re.compile(
    r"(?:pair|trio|couple|set|series|handful|dozen|number|bunch|dizaine|vingtaine|douzaine|quinzaine|trentaine|"
    r"paire|serie|"
    r"(?:dec|doc|veint)enas?|(?:diz|dou|vingt|quinz)aines?|par|decin[ae]|dozzin[ae]|ventina|paio|duzias?|tiotal|"
    r"dussin|reeks|mix|choice|selection|\d|"
    r"pieces?)\s+(?:of|de|d'|di|von|van|av|af|aus)\s?$"
)
_NO_ASKED = re.compile(
    r"\b(?:raw|unedited|rohes?|bruts?|brutas?|crudo|ruw|onbewerkt|no|kein\w*|sans|sin|geen|inga?|ingen|senza|"
    r"sem|without|ohne|uten|utan|uden|zonder|"
    r"pas de|keinerlei)\s+(?:[\w-]+\s+)?$"
)


_OF_WORK = re.compile(
    r"\b(?:corrections?|revisions?|feedback|reviews?|amend\w*|approval|change|korrektur|anderungs|correctie|revisie|"
    r"rattnings|rettelses|revisie?|approvals)[\s-]$"
)
"""Before "loops": a way of working and no pieces."""


def nouns_of(low: str, text: str, unit: Unit, shapes: list[tuple[int, int]]) -> list[Mark]:
    """Nouns of pieces; words that touch make one noun phrase, whose most telling word gives the kind."""
    few = _ONE.search(low) is not None
    marks: list[Mark] = []
    for start, end, rank, kind in _hits(low):
        last = marks[-1] if marks else None
        before = low[max(0, start - 60) : start]
        if overlap(shapes, start, end) and (kind != "social" or not _COUNTED.search(before)):
            continue
        if last and _completes(last, low[last.end : start]):
            if rank < _rank(str(last.value)):
                marks[-1] = replace(last, value=kind)
            continue
        if _VERB.search(before + low[start:end]):
            continue
        if _PER_TIME.match(low[end : end + 20]) or _NO_ASKED.search(before) or _OF_WORK.search(before):
            continue
        if last and start < last.end:
            if rank < _rank(str(last.value)) and end >= last.end:
                marks[-1] = replace(
                    last, value=kind, end=max(end, last.end), text=text[last.start : max(end, last.end)]
                )
            continue
        if last and last.kind == "noun" and _COMPOUND.fullmatch(low[last.end : start]):
            value = kind if rank < _rank(str(last.value)) else str(last.value)
            marks[-1] = replace(last, value=value, end=end, text=text[last.start : end])
            continue
        of_other = marks and _BEFORE_NOUN.search(before) and not _SOME_OF.search(before)
        if (rank == 99 and not few and not _TIMED_NEXT.match(low, end)) or (
            of_other and (_PLATFORM.match(low, start) or not _has_shape(low, start, shapes))
        ):
            continue
        definite = bool(_DEFINITE.search(before)) and unit.kind in ("prose", "bullet")
        article = _article(low, start, marks)
        marks += [*([article] if article else []), Mark("noun", kind, start, end, text[start:end], definite=definite)]
    return marks


_TIMED_NEXT = re.compile(
    r",?\s(?:of|lasting|at|von|mit|zu|de|d'|van|pa|om|af|da|di)\s(?:about |around |rund |etwa |ca\.? )?[\w-]+[\s-]"
    r"(?:sec|sek|seg|min)"
)
"""Behind "a version": it is a piece when a length follows ("a version of thirty seconds")."""
_PLATFORM = re.compile(r"insta|tik|face|linkedin|social|sozial|socia|you|soci|redes|reseaux")
"""Where pieces are shown: "vertical for Instagram" names no piece."""
_SHAPE_FOR = re.compile(
    r"\s(?:for|fur|pour|para|voor|per|till|til)\s"
    r"(?:the |die |den |das |les? |la |los |las |el |de |het |i |gli |as? |os? )?"
)


def _has_shape(low: str, start: int, shapes: list[tuple[int, int]]) -> bool:
    """Whether the words before the noun give it a shape: "16:9 for the film, square for the clips"."""
    return any(end < start and _SHAPE_FOR.fullmatch(low, end, start) for _, end in shapes[-12:])


_VERB = re.compile(r"\b(?:kan|skal|vil|ville|kunne|skulle|dere|at|a) filme$")
"""Danish and Norwegian for filming."""
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:language|sprach\w*|langues?|linguistiques?|idiomas?|taal|spraks?|sprog|lingue|linguas?|subtitled|"
    r"dubbed|english|german|french|spanish|dutch)[\s-]*$"
)
_LANGUAGE_AFTER = re.compile(
    r"\s*(?:\(|:|in|auf|en|pa|i|em|linguistiques)\s*(?:(?:\d+|two|three|four|five|zwei|drei|vier|deux|trois|"
    r"quatre|dos|tres|twee|drie|tva|tre)\s+)?"
    r"(?:languages?|sprachen|langues|idiomas|talen|sprak|sprog|lingue|linguas|english|german|french|spanish|"
    r"italian|dutch|deutsch|englisch|"
    r"franzosisch|anglais|francais|allemand|ingles|espanol|frances|engels|nederlands|frans|engelska|svenska|"
    r"engelsk|dansk|norsk|inglese|italiano|"
    r"portugues|de\b|en/|fr\b)"
)


_DOING = re.compile(
    r"^(?:portr|foto|fotogr|interview|film|animi|dokument)\w*(?:ieren|iert|ierte[nrs]?|ees|eraient|eront)$"
)
"""Words for making a piece, which begin like its noun: "Betriebe porträtieren", "personnes filmées"."""
_COUNT_AFTER = re.compile(r"\s+(?:\d|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|down\b|it\b|into\b|us\b)")
"""Behind the verb: "from each film kindly cut 3 shorts"."""


def _hits(low: str) -> list[tuple[int, int, int, str]]:
    hits: list[tuple[int, int, int, str]] = []
    for rank, (kind, pattern) in enumerate(kind_patterns()):
        hits += [(m.start(), m.end(), rank, kind) for m in pattern.finditer(low) if not _NO_PIECE.match(low, m.end())]
    hits = [h for h in hits if not _DOING.search(low[h[0] : h[1]])]
    hits = [h for h in hits if not (low[h[0] : h[1]] == "cut" and _COUNT_AFTER.match(low, h[1]))]
    hits += [
        (m.start(), m.end(), 99, "cutdown")
        for m in _version_words().finditer(low)
        if not _LANGUAGE_BEFORE.search(low[max(0, m.start() - 24) : m.start()])
        and not _LANGUAGE_AFTER.match(low, m.end())
    ]
    hits += [
        (m.start(), m.end(), 98, "cutdown")
        for m in cue("short_ones").finditer(low)
        if _COUNTED.search(low[max(0, m.start() - 14) : m.start()]) and _NO_NOUN_AFTER.match(low, m.end())
    ]
    return sorted(hits, key=lambda h: (h[0], -h[1]))


_NO_NOUN_AFTER = re.compile(
    r"\s*(?:[,.;:(]|$|(?:of|von|zu|a|de|d'|van|pa|om|di|da|each|je|jeweils|"
    r"fur|for|pour|para|voor|in|im|en)\b|\d)"
)
"""What follows an adjective that stands for a piece itself: "drei kürzere von je zehn Sekunden"."""


def _completes(last: Mark, gap: str) -> bool:
    """Whether a noun in brackets only says more of the one before: "a film (explainer)"."""
    return "(" in gap and ")" not in gap and not re.search(r"\d", gap)


def _article(low: str, start: int, before: list[Mark]) -> Mark | None:
    at = max(0, start - 80)
    article = _ARTICLE.search(low[at:start])
    if article is None:
        return None
    first = at + article.start()
    if re.search(r"[,;:.]", low[first:start]) or overlap([(m.start, m.end) for m in before], first, start):
        return None
    return Mark("article", "", first, first + 1, "")


def _rank(kind: str) -> int:
    return next(i for i, (k, _) in enumerate(kind_patterns()) if k == kind)
