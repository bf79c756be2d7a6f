"""The languages that the work is made in: spoken, subtitled, or as versions of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.languages.weighed import with_second_look
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.named import is_agreed, is_refused, named_in
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.usage.shown_for import names_piece
from copilot.briefs.facts.words import folded, names

_LANGUAGE_NEEDS = re.compile(
    r"\b(?:subtitl\w*|subs|ut\b|surtitl\w*|sign language|gebarden\w+|gebarentaal|"
    r"signos|senas|langue des signes|lingua dei segni|teckensprak\w*|tegnspr\w+|"
    r"surtitr\w*|einblendung\w*|bauchbinden|on-?screen text|on-screen titles|"
    r"rotulos|incrust\w*|rotulacion|scritte|grafiche|legendagem|teksting\w*|skyltar|tekstplakater|ondertit\w*|"
    r"untertitel\w*|sous-titr\w*|subtitul\w*|ondertit\w*|undertext\w*|undertekst\w*|tekst\w*|"
    r"textad\w*|textning|sottotitol\w*|legend\w*|voice-?\s?over\w*|vo\b|voix|locuc\w*|voz en off|"
    r"sprecher\w*|speak\w*|spoken|languages?|sprach\w*|\w+fassung\w*|langues?|idiomas?|talen|taal|sprak\w*|"
    r"sprog\w*|lingu\w*|"
    r"versions?\b|version\w*|versie\w*|versjon\w*|fassung\w*|dub\w*|synchron\w*|captions?|captioned|narrat\w*|"
    r"ingesproken|fortellerstemme|berattarrost|dialogue|localis\w*|localiz\w*|off-text|supers|indtal\w*|vf\b|"
    r"bilingu\w*|zweisprachig\w*|dreisprachig\w*|tweetalig\w*|tvasprakig\w*|tosproget|tosprog\w*|tosprak\w*|omu|"
    r"text(?:as|at|ade|ning)|tekstes|tekstet|oversat\w*|oversatt\w*|traduc\w*|tradui\w*|tradott\w*|traduzid\w*|"
    r"ubersetz\w*|"
    r"vertaald\w*|translat\w*|multilingu\w*|mehrsprachig\w*|meertalig\w*|voiced|sous-titr\w*|doubl\w*|doblad\w*|"
    r"doppiat\w*|"
    r"inspraak|inlast|speakertekst|indtalt|"
    r"audio|film is in|films? in|course is in|held in|is in\b|gesproken|parle|hablad\w*)"
)
_NOT_LANGUAGE = re.compile(
    r"^\s*-?(?:market|client|team|office|brand|company|countryside|speaking market|coast|design\w*|wine\w*|food|"
    r"customers?|companies|railway|people|kunden|kunde|marke|markt|unternehmen|firma|sommer|roots|style|"
    r"engineering|retailer|klanten|kunder|market)"
)
_NO_LANGUAGE = re.compile(
    r"\b(?:brief|email|mail|apolog\w*|excuse|sorry for my|my english|mein englisch|anglais approximatif|angebot|"
    r"proposal|offer|offerte|devis|bids?|submitted|communicat\w*|correspond\w*)\b"
)


def read_languages(zones: Zones) -> Read[tuple[str, ...]]:
    """Languages of voice-over, subtitles and versions, with their quotes."""
    found, refused = _by_rules(zones)
    taken = with_second_look(zones, found, refused)
    return Read(tuple(taken), tuple(zones.shown.quote(a, b) for a, b in taken.values()))


def rules_languages(zones: Zones) -> dict[str, Span]:
    """The languages that the rules find, in the order named; one that is refused later is none."""
    return _by_rules(zones)[0]


def _by_rules(zones: Zones) -> tuple[dict[str, Span], set[str]]:
    """The languages found, and the names of those that are refused."""
    found: dict[str, Span] = {}
    refused: set[str] = set()
    for unit in zones.units:
        if unit.topic in ("contact", "client", "pitch", "aside", "territory") or (unit.topic == "usage" and unit.label):
            continue
        stated = unit.topic == "languages" or unit.section == "languages" or unit.asked == "languages"
        needed = _LANGUAGE_NEEDS.search(unit.low) or _two_languages().search(unit.low) or _piece_in_language(unit)
        spoken = needed and not _NO_LANGUAGE.search(unit.low)
        here = {} if not (stated or spoken) else dict(_in_unit(unit, stated=stated))
        if not here and unit.kind == "cell" and len(unit.text) < 40:
            here = dict(_named(unit)) or _cell_of_codes(unit)
        if not here:
            here = {name: (a, b) for name, (a, b) in _named(unit) if is_agreed(unit.low, b - unit.start)}
        refused |= {name for name, (a, _) in here.items() if _DROPPED.search(_part_of(unit, a))}
        refused |= {name for name, _, b in named_in(unit, "languages") if is_refused(unit.low, b - unit.start)}
        for name, span in here.items():
            found.setdefault(name, span)
    return {name: span for name, span in found.items() if name not in refused}, refused


def _part_of(unit: Unit, position: int) -> str:
    """The folded words between semicolons around a position of the view."""
    at = position - unit.start
    start, end = unit.low.rfind(";", 0, at) + 1, unit.low.find(";", at)
    return unit.low[start : end if end >= 0 else None]


def _in_unit(unit: Unit, *, stated: bool) -> Iterator[tuple[str, Span]]:
    """The languages of a unit about them: by name, by code, and unknown ones that stand in a list with known ones."""
    known = list(_named(unit))
    yield from known
    spans = [span for _, span in known]
    for code, a, b in _codes(unit):
        if (stated and unit.topic == "languages") or _beside_need(unit, a, b) or _is_joined(unit, a, b, spans):
            yield code, (a, b)
    in_english = [(a, b) for name, (a, b) in known if unit.low[a - unit.start : b - unit.start] == folded(name)]
    yield from _strangers(unit, in_english, stated=stated and unit.topic == "languages")


def _named(unit: Unit) -> Iterator[tuple[str, Span]]:
    for name, a, b in named_in(unit, "languages"):
        if not _NOT_LANGUAGE.match(unit.low[b - unit.start :]):
            yield name, (a, b)


_SUBTITLES = (
    r"(?:subtitl\w*|subs|captions?|closed captions?|voice-?\s?over\w*|vo|narration|versions?|dub\w*|untertitel\w*|ut|"
    r"sous-titr\w*|st|ondertit\w*|undertext\w*|undertekst\w*|sottotitol\w*|subtitul\w*|legend\w*|tekst\w*|text\w*|"
    r"speak\w*|fassung\w*|versie\w*|version\w*)"
)
_NEED_AFTER = re.compile(
    rf"[\s/,+&-]*(?:(?:and|und|et|en|och|og|y|e|w/)\s)?(?:[a-z]{{2}}\b[\s/,+&]*)*(?:closed\s)?{_SUBTITLES}\b"
)
_NEED_BEFORE = re.compile(
    rf"\b{_SUBTITLES}\b[\s:(/-]*(?:in\s|en\s|auf\s)?(?:[a-z]{{2}}\b[\s/,+&]*(?:and|und|et|en|och|og|y|e)?\s?)*$"
)


def _beside_need(unit: Unit, start: int, end: int) -> bool:
    """Whether a code stands with its subtitles or voice: "NL ondertitels", "sous-titres NL et DE", "UT: DE/EN"."""
    before, after = unit.low[: start - unit.start][-40:], unit.low[end - unit.start :][:40]
    return _NEED_AFTER.match(after) is not None or _NEED_BEFORE.search(before) is not None


_STRANGER = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w'’]{3,}(?![\w-])")
_LISTED_WITH = re.compile(r"\s*(?:,|&|\+|/|and|und|et|y|e|en|och|og|,\s?(?:and|und|et))\s*")
_NO_STRANGER = frozenset(
    "open closed burned optional separate english language languages version versions subtitles captions voice film "
    "video main trailer short long social website standard high lower upper "
    "please plus also both all none and with".split()
)


def _strangers(unit: Unit, known: list[Span], *, stated: bool) -> Iterator[tuple[str, Span]]:
    """Languages that no list has: in one list with a known one, or before "subtitles" in the middle of a sentence."""
    for word in _STRANGER.finditer(unit.text):
        start, end = unit.start + word.start(), unit.start + word.end()
        if folded(word[0]) in _NO_STRANGER or any(a <= start < b for a, b in known):
            continue
        if any(p.search(folded(word[0])) for kind in ("territories", "media", "languages") for _, p in names(kind)):
            continue
        joined = _is_joined(unit, start, end, known)
        subtitled = word.start() > 0 and re.match(
            r"\s(?:subtitles|captions|voice-?over|narration|dub)\b", unit.low[word.end() :]
        )
        if (joined and (stated or _is_whole_item(unit.text, word.end()))) or subtitled:
            yield word[0], (start, end)


def _is_joined(unit: Unit, start: int, end: int, known: list[Span]) -> bool:
    """Whether nothing but a comma or "and" stands between a span and a known language."""
    text, at = unit.text, unit.start
    return any(
        _LISTED_WITH.fullmatch(text[end - at : a - at]) or _LISTED_WITH.fullmatch(text[b - at : start - at])
        for a, b in known
    )


def _is_whole_item(text: str, end: int) -> bool:
    """Whether the list item ends with the word, or goes on with what is made in the language."""
    return re.match(rf"\s*(?:$|[.,;)&+/]|and\b|{_SUBTITLES}\b)", text[end:].lower()) is not None


_DROPPED = re.compile(
    r"\b(?:ruled out|out of scope|scrapped|off the table|too expensive|verworfen|ausgeschlossen|zu teuer|ecarte\w*|"
    r"exclu[es]*|"
    r"trop cher\w*|descartad\w*|demasiado car\w*|scartat\w*|troppo car\w*|excluid\w*|muito car\w*|valt af|"
    r"afgevallen|te duur|"
    r"uteslut\w*|bortvald\w*|for dyrt|fravalgt\w*|valgt bort|(?:lassen|lasst|lass) (?:wir|ihr|uns) .{0,40}weg\b|"
    r"fallt weg|entfallt|made by us|done in-house|"
    r"machen wir selbst|ingar (?:ej|inte)|"
    r"(?:not|n't) (?:included|needed|required|necessary)|nicht (?:enthalten|notig|erforderlich|gewunscht)|"
    r"pas (?:compris\w*|necessaire|prevu\w*)|no (?:se incluye|hace falta|es necesario)|niet nodig|behovs inte|"
    r"(?:inngar|indgar) ikke|ikke nodvendig\w*|non (?:serve|servono|necessari\w+)|nao e necessari\w+|"
    r"streichen wir|no longer need|"
    r"(?:drop|skip|lose|scrap|leave out) the|without the|on (?:laisse tomber|supprime|abandonne)|se elimina|quitamos|"
    r"laten (?:we|wij) .{0,40}vallen|vervalt|stryker vi|utgar|udgar|dropper vi|utgar|togliamo|tiramos)\b"
)


_ARTICLE = r"(?:het |the |le |la |l'|el |il |der |das |deutscher |beiden? |both )?"
_AGAIN = re.compile(
    r"\b(?:same|again|identical|dasselbe|dieselbe\w*|derselbe|gleiche\w*|noch ?mal|meme\w*|pareil\w*|idem|"
    r"mism[oa]s?|igual|"
    r"zelfde|hetzelfde|samma|samme|stess[oa]|uguale|mesm[oa]|likadan\w*|tilsvarende)\b"
)


def _piece_in_language(unit: Unit) -> bool:
    """Whether a piece is made in one language: "a spot in Danish", "the same thing in Spanish"."""
    said = _in_one_language().search(unit.low)
    return said is not None and (names_piece(unit) or _AGAIN.search(unit.low) is not None)


@cache
def _in_one_language() -> re.Pattern[str]:
    one = "(?:" + "|".join(p.pattern for _, p in names("languages")) + ")"
    return re.compile(rf"\b(?:in|en|em|pa|auf|op|i)\s{_ARTICLE}{one}")


def _cell_of_codes(unit: Unit) -> dict[str, Span]:
    """The languages of a cell that is nothing but two codes or more: "FR + NL"."""
    codes = re.findall(r"\w+", unit.text)
    if len(codes) < 2 or not all(code in _CODES for code in codes):
        return {}
    return {name: (a, b) for name, a, b in _codes(unit)}


@cache
def _two_languages() -> re.Pattern[str]:
    """ "un vídeo en español e inglés": two languages after a preposition are versions of the film."""
    one = "(?:" + "|".join(p.pattern for _, p in names("languages")) + ")"
    return re.compile(
        rf"\b(?:in|en|em|pa|auf|op|i)\s{_ARTICLE}{one}\s?(?:/|&|\+|and|und|et|y|e|en|och|og)\s?"
        rf"(?:(?:in|en|auf|pa|op|i)\s)?{_ARTICLE}{one}|"
        rf"^\W*{one}\s(?:only|edits?|cuts?)\b|{one}\s?(?:and|und|et|y|och|og|en|&|\+)\s?{one}\s(?:edits?|cuts?)\b"
    )


_CODES = {
    code: name
    for name, codes in {
        "English": "EN", "German": "DE", "French": "FR", "Spanish": "ES", "Italian": "IT", "Dutch": "NL",
        "Swedish": "SV SE", "Danish": "DA DK", "Norwegian": "NO", "Finnish": "FI", "Portuguese": "PT", "Polish": "PL",
        "Czech": "CS CZ", "Japanese": "JA JP", "Chinese": "ZH", "Arabic": "AR",
    }.items()
    for code in codes.split()
}  # fmt: skip


def _codes(unit: Unit) -> Iterator[tuple[str, int, int]]:
    for m in re.finditer(r"\b[A-Z]{2}\b", unit.text):
        if m[0] in _CODES:
            yield _CODES[m[0]], unit.start + m.start(), unit.start + m.end()
