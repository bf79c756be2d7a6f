"""Telephone numbers of the contact: written, closing a letter, introduced in its middle, or dictated word by word."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.names import EMAIL
from copilot.briefs.facts.letter.view import Span, View
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.language import detect_language
from copilot.briefs.grammar.numbers import find_numbers

Phone = tuple[str, int, int]
"""The number, and where its words stand in the view."""

PHONE = re.compile(r"(?<![\w@.,/-])(?:\+|00)?\(?\d[\d\s().\-/–]{6,22}\d(?![\w@])")


def phone_of(view: View, spans: list[Span]) -> Phone | None:
    """The number in the spans, else one that closes the text or is introduced as a number anywhere in it."""
    for a, b in spans:
        text = EMAIL.sub(lambda e: " " * len(e[0]), view.text[a:b])
        for m in PHONE.finditer(text):
            whole = PHONE.match(view.text, a + m.start())  # a table's cell may end between the groups of a number
            said = (whole[0] if whole and whole.end() > b and "\n" not in whole[0] else m[0]).strip(" .-/–")
            said = said[1:] if said.startswith("(") and ")" not in said else said
            digits = re.sub(r"\D", "", said)
            if (
                7 <= len(digits) <= 15
                and not re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:\s.*)?", said)
                and not _SUMS.fullmatch(said)
                and said.count("(") == said.count(")")
            ):
                at = view.text.index(said, a + m.start())
                return said, at, at + len(said)
    last = re.search("(" + PHONE.pattern + r")\s*$", view.text)
    if last and len(re.sub(r"\D", "", last[1])) >= 7 and re.match(r"[+0(]|\d{3} ", last[1]):
        return last[1].strip(), last.start(1), last.end(1)
    return _introduced(view) or _dictated(view) or _only_one(view)


_SUMS = re.compile(r"\d{1,3}(?:[ .]000)+\s?[-–/]\s?\d{1,3}(?:[ .]000)+")
"""Two sums are no number: "350 000-400 000"."""


def older_phone(view: View) -> Phone | None:
    """A number alone on a line of their older messages, as people sign with it."""
    for m in _ALONE.finditer(view.text):
        said = m[1].strip(" .-/–")
        if 8 <= len(re.sub(r"\D", "", said)) <= 15 and re.match(r"[+0(]", said):
            return said, m.start(1), m.start(1) + len(said)
    return None


_ALONE = re.compile(
    r"^[ \t]*(?:(?:[Tt]el|[Tt]él|[Mm]ob|[Tt]lf|[Tt]lf|GSM|M|T)[.:]{0,2}[ "
    r"\t]*)?(" + PHONE.pattern + r")[ \t]*$",
    re.M,
)


def _introduced(view: View) -> Phone | None:
    """A number introduced as one anywhere: "Nell's mobile 07700 900 582", "my number is 0 1 5 3 9 …"."""
    cue = re.compile(
        r"\b(?:(?:number|nummer|numero)(?: \w+){0,5} (?:is|ist|est|es|e|ar|er):?|"
        r"mobile|mob|phone|tel|telephone|my number|whatsapp|call me on|telefon\w*|handy|tlf|nummer|"
        r"portable|telefono|movil|office|gsm)\b\.?:?\s*(?:(?:direct\w*|direkt\w*|dirett\w+|mobil\w*|work|buero|bureau|"
        r"prive|privat)\b\.?:?\s*)?(?:is\s+)?"
    )
    for m in cue.finditer(folded(view.text)):
        number = PHONE.match(view.text, m.end())
        if number and len(re.sub(r"\D", "", number[0])) >= 7 and not _DATED.match(number[0]):
            said = number[0].strip(" .-/–")
            return said, number.start(), number.start() + len(said)
    return None


def _only_one(view: View) -> Phone | None:
    """The only number of the whole letter that begins with its country, else with the zero of a town."""
    found = list(PHONE.finditer(EMAIL.sub(lambda e: "x" * len(e[0]), view.text)))
    for first, fewest in (("+", 7), ("0", 9), ("(0", 9)):
        such = [m for m in found if m[0].startswith(first) and fewest <= len(re.sub(r"\D", "", m[0])) <= 13]
        such = [
            m
            for m in such
            if first == "+" or not (_DATED.search(m[0]) or _NUMBERED.search(view.text[: m.start()][-20:]))
        ]
        if len(such) == 1:
            said = such[0][0].rstrip(" .-/–")
            return said, such[0].start(), such[0].start() + len(said)
    return None


_DATED = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]|\d{4}-\d\d")
_NUMBERED = re.compile(
    r"(?:\b(?:no|nr|ref\w*|order|job|po|vat|iban|cvr|org|siret|nif|cif|kvk|konto|account|bestell\w*|auftrag\w*)|n[º°o]|#)"
    r"[\s.:#-]*$",
    re.IGNORECASE,
)
"""What numbers that nobody can call follow: orders, registers, accounts."""


_DIGITS = (
    "zero null nul oh o nought cero noll nulla",
    "one eins een uno un ett en um eine",
    "two zwei zwo twee dos deux due tva to dois",
    "three drei drie tres trois tre",
    "four vier quatre cuatro quattro fyra fire quatro",
    "five funf vijf cinq cinco cinque fem",
    "six sechs zes seis sei sex seks",
    "seven sieben zeven sept siete sette sju syv sete",
    "eight acht huit ocho otto atta otte atte oito",
    "nine neun negen neuf nueve nove nio ni",
)
_DIGIT = {word: str(n) for n, words in enumerate(_DIGITS) for word in words.split()}
_ITS_NUMBER = re.compile(
    r"\b(?:number(?:'s| is)|(?:ring|call|reach|phone|text) (?:me|us)(?: back)? (?:on|at)|"
    r"(?:nummer|numero|telefon\w*|handy\w*|mobil\w*|movil)(?: \w+)? (?:ist|c'est|est|es|e|is|er|ar)|mon numero,? c'est|"
    r"bel (?:me |ons )?(?:maar|even)?|(?:rufen sie|ruft) (?:mich|uns) an unter|(?:me|nos) (?:llaman|llamas|llamais|"
    r"pueden llamar)|(?:on peut|vous pouvez|tu peux) (?:me |nous )(?:joindre|rappeler|appeler) au|"
    r"rappelez(?:-| )moi au|vous (?:me )?rappelez au|call me at|"
    r"appelez-moi au|llamadme al|llameme al|"
    r"ring (?:mig|meg) pa|chiamatemi al|liga para o)[\s,:]*(?:(?:le|the|die|el|il|o|op) )?"
)
_TIMES = {"double": 2, "doppel": 2, "doble": 2, "dubbel": 2, "dobbelt": 2, "doppio": 2, "triple": 3, "treble": 3}
_GROUP = re.compile(r"[\s,–-]*([^\W_]+(?:-[^\W_]+)*)")


def _dictated(view: View) -> Phone | None:
    """A number spoken word by word: "ring me on oh one nine oh two, five five five", "le zéro six, cinquante-cinq"."""
    low = folded(view.text)
    for cue in _ITS_NUMBER.finditer(low):
        at, digits, times = cue.end(), "", 1
        while word := _GROUP.match(low, at):
            figures = _figures(word[1], view.text[word.start(1) : word.end(1)])
            if figures is None and word[1] not in _TIMES:
                break
            digits += (figures or "") * times
            at, times = word.end(), _TIMES.get(word[1], 1)
        if 8 <= len(digits) <= 15:
            start = cue.end() + len(low[cue.end() : at]) - len(low[cue.end() : at].lstrip(" ,–-"))
            return digits, start, at
    return None


def _figures(said: str, written: str) -> str | None:
    """The digits one group of a dictated number stands for: a digit's word, figures, a pair ("cinquante-cinq")."""
    if said.isdigit() or said in _DIGIT:
        return said if said.isdigit() else _DIGIT[said]
    for language in (detect_language(written), "fr", "da", "it", "de"):
        found = find_numbers(written, language)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(written)) and 10 <= found[0].value < 100:
            return str(int(found[0].value))
    return None
