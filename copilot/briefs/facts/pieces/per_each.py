"""What "per hotel" and "for each of our shops" multiply by: the number of hotels or shops the brief speaks of.

A piece "per" something is a piece for every one of them; a rate ("per day", "per second") is no multiplier. The number
is looked for with the word itself ("pro Abteilung (4)"), after it ("one per hotel, so seven") and then wherever the
brief counts the same word ("we run seven hotels").
"""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.pieces.counted_names import names_counted
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.numbers import find_numbers

EACH_OF = re.compile(
    r"\b(?:(?:in|for|from|of|out of|zu|aus|fur|von|pour|dans|de|por|en(?=\s+cada)|voor|uit|van|till|ur|av|til|"
    r"fra|af|i|per|para|di|da)\s+)?"
    r"(?:each|every|jede[nmrs]?|chaque|cada|elke?|iedere?|varje|hver|hvert|kvar|kvart|ogni|ciascun\w*|"
    r"chacun\w*|per|pro|par|por|pr\.?|je)\s+"
    r"(?:(?:one|einzelne[nrms]?|un[oae]?|eine[nrms]?|een|ett?|en|um|uma)\s+(?=(?:of|der|des|de|dei|van|av|af|"
    r"d[ao]s)\b))?"
    r"(?:of\s+|der\s+|des\s+|de\s+|los\s+|las\s+|van\s+|av\s+|af\s+|dei\s+)?"
    r"(?:(?:the|our|my|their|die|unsere[rn]?|les|nos|los|las|de|onze|vara|vore|vare|nossos|dem|den|"
    r"der)\s+)?(?:other\s+|"
    r"remaining\s+|ubrigen\s+|autres\s+|otros\s+|otras\s+|andere\s+|ovriga\s+|ovrige\s+)?"
)
"""The words of distribution, up to the noun or the number they distribute over."""

RATE = re.compile(
    r"(?:day|week|month|year|hour|minute|second|night|quarter|round|cut|head|default|se\b|cent|"
    r"tag|woche|monat|jahr|stunde|sekunde|runde|quartal|stuck|drehtag|jour|semaine|mois|an\b|annee|heure|"
    r"seconde|dia|semana|mes|ano|"
    r"hora|segundo|dag|week|maand|jaar|uur|seconde|stuk|vecka|manad|ar\b|timme|sekund|uge|maned|time|giorno|"
    r"settimana|mese|anno|ora|"
    r"secondo|mail|email|post|e-mail|telefon|phone|favor|ejemplo|exemple|exemplo|esempio|platform|channel|kanal|"
    r"format|language|sprache|langue|taal|"
    r"film|video|clip|spot|version|stk\b|st\b|pcs?\b|pz\b|uds?\b|piece|deliverable|asset|stykke|styck|unit)"
)
_NO_NOUN = re.compile(
    r"(?:un[aoe]?|one|an?|ein\w{0,2}|een|ett?|eit|uma?|of|for|in|im|am|at|as|with|and|und|both|also|auch|zu|zum|als|"
    r"sowohl|pour|dans|avec|aux?|"
    r"en|con|para|"
    r"de|del|met|voor|op|med|till?|pa|och|og|at|to|on|is|are|has|gets|runs|needs|should|will|ist|hat|soll|est|dure|"
    r"tres|dei|degli|alle?|either|about|around|up|max|ca|roughly|approx\w*|their|his|her|its)\b"
)
_SO_MANY = re.compile(
    r"(?:[,;:–-]|\b)\s*(?:so|hence|i\.e\.|thus|that's|that is|making|makes|= ?|also|d\.?\s?h\.?|macht|insgesamt|"
    r"soit|donc|asi que|o sea|dus|alltsa|sa|"
    r"altsa|quindi|cioe|portanto|ou seja|in all|in total)\s+(?:we need\s+|that's\s+)?$"
)
_IN_BRACKETS = re.compile(r"\s*\((?:[^()\d]{0,30}?)(\d{1,3})(?!\d)[^()\d]{0,20}\)")
_LASTS = re.compile(r"\s?(?:\"|''|s\b|se[ckg]|min|m\b)")
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def so_many(low: str, start: int) -> bool:
    """Whether the number at `start` only says what the multiplication before it comes to ("…, so seven")."""
    return bool(_SO_MANY.search(low[:start]))


def multiplier(
    low: str, end: int, numbers: list[tuple[int, int, int]], whole: str, language: str
) -> tuple[int, int] | None:
    """How often "per NOUN" multiplies and where the noun ends; None when it is a rate or the number is not said.

    `low` is the unit's folded text, `end` where the distributing words end, `whole` the brief's folded text.
    """
    first = _WORD.match(low, end)
    if first is not None and (days := _so_many_days(low, first, language)):
        return days
    if first is not None and (days := _days_told(low, first, end, whole, language)):
        return days
    part = first is not None and first[0] == "del" and language in ("da", "no", "sv")
    if first is None or RATE.match(first[0]) or (_NO_NOUN.match(first[0]) and not part):
        return None
    second = _WORD.match(low, first.end() + 1)
    second = None if second and _NO_NOUN.match(second[0]) else second
    for word in (first, second):
        if word is None:
            continue
        said = _IN_BRACKETS.match(low, word.end())
        if said and 1 < int(said[1]) <= 200 and not _LASTS.match(low, said.end(1)):
            return int(said[1]), said.end()
        if listed := names_counted(low, word.end()):
            return listed
    later = next((v for v, a, _ in numbers if a > first.end() and a - first.end() < 60 and so_many(low, a)), None)
    if later:
        return later, first.end()
    for word in (first, second):
        counted = _counted(word[0], whole, language) if word else None
        if counted and word:
            return counted, word.end()
    return None


_DAY = re.compile(r"(?:day|night|tag|jour|soir|dia|noche|dag|avond|kvall|aften|giorn|sera|noite)\w*")
_ARE = re.compile(
    r"\b(?:so|that's|that is|there are|makes|das sind|also|macht|soit|ca fait|il y en a|donc|son|o sea|dus|dat zijn|"
    r"alltsa|det er|det ar|altsa|"
    r"sono|cioe|sao|ou seja)\s*$"
)


def _so_many_days(low: str, word: re.Match[str], language: str) -> tuple[int, int] | None:
    """ "One reel per day, that's four days": a rate by the day multiplies where the days are counted after it."""
    if not _DAY.fullmatch(word[0]):
        return None
    rest = low[word.end() : word.end() + 60]
    for n in find_numbers(rest, language):
        counted = _DAY.match(rest[n.end :].lstrip())
        if counted and _ARE.search(rest[: n.start]) and n.value == int(n.value) and 1 < n.value <= 30:
            return int(n.value), word.end()
    return None


_TOLD = re.compile(r"\b(\d{1,2}(?:st|nd|rd|th|\.)?(?:, \d{1,2}\.?)*) (?:and|und|et|y|en|och|og|e) (\d{1,2})(?!\d)")
_PIECE_NEXT = re.compile(r"\s(?:an?|one|ein\w*|une?|un[oa]|een|en|ett?|um|uma|two|zwei|deux|dos|twee|tva|to|\d)\s")


def _days_told(low: str, word: re.Match[str], end: int, whole: str, language: str) -> tuple[int, int] | None:
    """ "Every day a reel", where the brief counts the days ("four evenings") or names them ("on 4, 5 and 6 May")."""
    if not _DAY.fullmatch(word[0]) or not _PIECE_NEXT.match(low, word.end()):
        return None
    if counted := _counted(word[0], whole, language):
        return counted, word.end()
    for m in _TOLD.finditer(whole):
        days = [int(day) for day in re.findall(r"\d{1,2}", m[0])]
        if days == list(range(days[0], days[0] + len(days))):
            return len(days), word.end()
    ranges = {_span(m) for m in _DAYS_THROUGH.finditer(whole)}
    days_in_all = ranges.pop() if len(ranges) == 1 else 0
    return (days_in_all, word.end()) if 1 < days_in_all <= 14 else None


_MONTH = (
    r"(?:jan|feb|fev|mar|maa|mrt|mae|apr|abr|avr|may|mai|mei|maj|mag|jun|jui|giu|jul|lug|aug|ago|aou|sep|set|oct|okt|"
    r"out|ott|nov|dec|dez|dic|des)"
)
_DAYS_THROUGH = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.)?\s?(?:-|–|t/m|to|through|bis|au|al|tot|till?|t\.o\.m\.?|a|ate)\s?"
    rf"(?:(?:[a-z]{{2,10}}\.?\s)?)(\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:de |d')?{_MONTH}"
)
"""Days from one to another of a month: "do 9 t/m zo 12 juli"."""


def _span(days: re.Match[str]) -> int:
    return int(days[2]) - int(days[1]) + 1


@cache
def _stem(word: str) -> str:
    """A pattern for the word's beginning in either number: "city", "cities"; "huis", "huizen"; "wijk", "wijken"."""
    stem = word[:-1] if (len(word) > 4 and word[-1] in "eaosn") or (len(word) > 3 and word[-1] == "y") else word
    pattern = re.escape(stem)
    if len(stem) > 3 and stem[-1] in "sf":
        pattern = re.escape(stem[:-1]) + {"s": "[sz]", "f": "[fv]"}[stem[-1]]
    return re.sub(r"([aeou])\1(?=[a-z]$)", r"\1{1,2}", pattern)


_ONE_EACH = (
    r"\b(?:one|an?|ein\w*|une?|un[oa]|een|en|ett?|eit|um|uma|1)\s+"
    r"(?:per|for (?:each|every)|pro|je|fur jed\w+|par|pour chaque|por(?: cada)?|para cada|voor elke?|for hver\w?|"
    r"for kvar|"
    r"til hver\w?|per ogni|for varje|pr\.?)\s+"
)
"""A number in the same sentence counts what each piece is for: "five videos …, one per greenway"."""


def _one_for_each(word: str, whole: str, language: str) -> int | None:
    for m in re.finditer(rf"{_ONE_EACH}{_stem(word)}", whole):
        sentence = re.split(r"[.;•](?=\s)|\s[-–]\s", whole[max(0, m.start() - 160) : m.start()])[-1]
        found = [f for f in find_numbers(sentence, language) if f.value == int(f.value) and 1 < f.value <= 200]
        if found:
            return int(found[0].value)
    return None


def _counted(word: str, whole: str, language: str) -> int | None:
    """The number the brief counts the word with: "seven small hotels", "hotels (7)", "7 (one per hotel)"."""
    if len(word) < 3:
        return None
    stem = _stem(word)
    for m in re.finditer(rf"\b{stem}\w{{0,4}}\b", whole):
        bracket = re.match(r"\s*\((\d{1,3})\)|:\s*(\d{1,3})\b", whole[m.end() : m.end() + 8])
        if bracket:
            return int(bracket[1] or bracket[2])
        before = whole[max(0, m.start() - 48) : m.start()]
        spoken = re.search(r"(\d{1,3})\s*\((?:one|a|je|jeweils|un[eoa]?|een|en|ett|et|um|1)\s+[\w\s]{1,20}$", before)
        if spoken:
            return int(spoken[1])
        found = [f for f in find_numbers(before, language) if f.value == int(f.value) and 1 < f.value <= 200]
        if found and re.fullmatch(
            r"\s+(?:(?!sec|min|sek|seg|of\b|in\b|and\b|for\b|und\b|et\b|y\b|en\b|och\b|og\b|per\b|par\b|pro\b|por\b|"
            r"je\b|"
            r"pr\b|cada\b|chaque\b|hver|varje\b|elk|ieder|ogni\b|each\b|every\b)[\w'&-]+\s+){0,3}",
            before[found[-1].end :] or "",
        ):
            return int(found[-1].value)
        of_ours = re.search(r"\b(?:of|av|van|af|der|de)\s+(?:\w+\s+){1,2}$", before)
        if found and of_ours and found[-1].end >= of_ours.start() - 1:
            return int(found[-1].value)
    return _one_for_each(word, whole, language) or _named_elsewhere(stem, whole)


def _named_elsewhere(stem: str, whole: str) -> int | None:
    """ "One film per school. … Schools: Alder, Birch and Elm.": the things themselves, where nobody counts them."""
    for m in re.finditer(rf"\b{stem}\w{{0,4}}\b", whole):
        if listed := names_counted(whole, m.end()):
            return listed[0]
    return None


def brief_text(text: str, background: str = "") -> str:
    """The folded text the counts are looked up in, one line; what a brief tells of its house comes after its wishes."""
    return folded(f"{text} . {background}").replace("\n", " ")
