"""How many things a brief names one by one: "(Leeds, Hull and York)" are three, "(we have six)" are six.

Works on folded text. Only names count: a list with a figure, a length, a shape, a language or a kind of piece in it
says something else of the thing before it, and one that ends in "etc." is not finished.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.words import kind_patterns, names
from copilot.briefs.grammar.numbers import find_numbers

_BRACKET = re.compile(r"\s*\(([^()]{2,160})\)")
_NAMED = re.compile(
    r"\s*(?::|,?\s(?:namely|viz\.?|i\.e\.|are|namlich|das sind|sind|a savoir|soit|sont|es decir|a saber|son|namelijk|"
    r"te weten|zijn|namligen|namlig|nemlig|ar|er|cioe|ossia|sono|ou seja|sao)(?=[\s:]):?)\s*([^.;()|•]{5,160})"
)
_AND = re.compile(r"\s*[,;/]\s*(?:(?:and|und|et|y|e|en|och|og|&)\s)?|\s(?:and|und|et|y|e|en|och|og|&|sowie|plus)\s")
_UNFINISHED = re.compile(
    r"\b(?:etc|e\.?g|z\. ?b|usw|u\.?a|zum beispiel|for example|such as|like|wie|p\. ?ex|par exemple|por ejemplo|"
    r"bijvoorbeeld|bv|o\.a|t\.ex|till exempel|f\.eks|for eksempel|ad esempio|per esempio|por exemplo|others|andere|"
    r"or|oder|ou|of|eller|see|siehe|voir|incl|inkl|max|about|ca)\b|\.\.\.|…|\?"
)
_NAME = re.compile(r"[^\W\d_][\w'’&.-]*(?:\s[\w'’&.-]+){0,3}")
_OTHER_UNIT = re.compile(
    r"\s?(?:\"|''|'|s\b|se[ckg]|min|m\b|h\b|hour|stund|heure|hora|uur|tim|page|day|tag|jour|dia|dag|giorn|week|"
    r"woche|person|people|leute|%|€|eur|:|/|\d)"
)


def names_counted(low: str, at: int) -> tuple[int, int] | None:
    """How many things stand in the bracket or list that begins at `at`, and where it ends."""
    if bracket := _BRACKET.match(low, at):
        count = _number_in(bracket[1]) or _listed(bracket[1], least=2)
        return (count, bracket.end()) if count else None
    if (said := _NAMED.match(low, at)) and (count := _listed(said[1].rstrip(), least=3)):
        return count, said.end()
    return None


def only_names(low: str) -> int:
    """How many names a text consists of, 0 where it says anything else."""
    return _listed(low.strip(" .;"), least=2)


def _number_in(words: str) -> int:
    """The one number of a bracket that counts: "(4)", "(vi har fire)", "(we have six of them)"."""
    found = [n for language in ("en", *_spoken(words)) for n in find_numbers(words, language)]
    values = {int(n.value) for n in found if n.value == int(n.value)}
    if len(values) != 1 or any(_OTHER_UNIT.match(words, n.end) for n in found) or len(words.split()) > 6:
        return 0
    value = values.pop()
    return value if 1 < value <= 200 else 0


_SPOKEN = (
    ("de", re.compile(r"\b(?:wir|haben|es|sind|insgesamt|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf)\b")),
    ("fr", re.compile(r"\b(?:nous|on|il|en tout|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)\b")),
    ("es", re.compile(r"\b(?:tenemos|hay|son|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)\b")),
    ("nl", re.compile(r"\b(?:we|wij|hebben|er|zijn|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf)\b")),
    ("sv", re.compile(r"\b(?:vi|har|det|tva|tre|fyra|fem|sex|sju|atta|nio|tio|tolv)\b")),
    ("da", re.compile(r"\b(?:vi|har|der|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv)\b")),
    ("no", re.compile(r"\b(?:vi|har|det|to|tre|fire|fem|seks|sju|atte|ni|ti|tolv)\b")),
    ("it", re.compile(r"\b(?:abbiamo|sono|ne|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici)\b")),
    ("pt", re.compile(r"\b(?:temos|sao|ha|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze)\b")),
)


def _spoken(words: str) -> list[str]:
    return [language for language, pattern in _SPOKEN if pattern.search(words)]


def _listed(words: str, *, least: int) -> int:
    entries = [entry.strip(" \"'«»„“”’") for entry in _AND.split(words)]
    plain = all(_NAME.fullmatch(entry) for entry in entries) and not _UNFINISHED.search(words)
    return len(entries) if plain and len(entries) >= least and not any(map(_says_else, entries)) else 0


def _says_else(entry: str) -> bool:
    """Whether an entry is a kind of piece, a medium or a language and so no name."""
    other = (*kind_patterns(), *names("media"), *names("languages"))
    return any(pattern.fullmatch(entry) or pattern.match(entry) for _, pattern in other)
