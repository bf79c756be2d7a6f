"""Picture formats as canonical ratios, from numbers ("16x9", "1080x1920") and names ("square", "Hochformat")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import gcd

from copilot.briefs.grammar.fold import Folded, fold
from copilot.briefs.grammar.lexicon import formats as words
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.span import Found

# The ratios people deliver in, by width and height as they write them.
CANONICAL = frozenset({"16:9", "9:16", "1:1", "4:5", "5:4", "4:3", "3:4", "2:3", "3:2", "21:9", "2:1", "1:2", "9:21",
                       "16:10", "17:9", "32:9", "18:9", "6:19"})  # fmt: skip
_NEEDS_COLON = frozenset({"2:1", "1:2", "3:2", "2:3", "3:4", "5:4", "16:10", "18:9"})
_CINEMA = {"2.39": "2.39:1", "2.40": "2.39:1", "2.4": "2.39:1", "2.35": "2.35:1", "1.85": "1.85:1", "1.78": "16:9",
           "1.77": "16:9", "2.76": "2.76:1", "1.66": "1.66:1", "1.33": "4:3", "1.37": "1.37:1", "2.00": "2:1",
           "2.0": "2:1", "0.56": "9:16"}  # fmt: skip
_NUMERIC = re.compile(
    r"(?<![\d.,:/])(?P<w>\d{1,2})\s?(?P<sep>[:x/]|by|\s-\s|-)\s?(?P<h>\d{1,2})(?!\d|[.:/]\d|\s?%|\s?[ap]\.?m\b|"
    r"\s?uhr|h\d)"
)
_DECIMAL = re.compile(
    r"(?<![\d.,])(?P<w>[0-2][.,]\d{1,2})\s?[:x]\s?1(?![\d.,]\d|\d)|(?P<scope>cinemascope|(?<!\w)scope(?=\s(?:2|"
    r"format|ratio)))"
)
_PIXELS = re.compile(r"(?<![\d.,])(?P<w>\d{3,4})\s?(?:px)?\s?(?:x|by|\*)\s?(?P<h>\d{3,4})(?!\d)")
# "1/1" is a format where the text writes its other formats so.
_SLASHED = re.compile(r"(?<!\d)(?:16/9|9/16|4/5)(?!\d)")
_DATE_BEFORE = re.compile(
    r"(?:(?:on|by|due|before|until|am|den|le|el|op|at|from|kl\.?|um)|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\s*$"
)
_FORMAT = alternation(words.FORMAT_WORD)
_SIZE_WORD = alternation("format|formats|formate|formato|formaat|ratio|aspect ratio|size")
_NAMES = (
    ("1:1", re.compile(rf"{alternation(words.SQUARE)}(?!\s+{alternation(words.NOT_SQUARE_AFTER)})")),
    ("9:16", re.compile(
        rf"{alternation(words.VERTICAL)}(?!\s+{alternation(words.NOT_PORTRAIT_AFTER)})(?!\s+{alternation(words.NOT_VERTICAL_AFTER)})"
    )),
    ("16:9", re.compile(rf"{alternation(words.HORIZONTAL)}(?!\s+{alternation(words.NOT_LANDSCAPE_AFTER)})")),
    ("9:16", re.compile(rf"{alternation(words.SOCIAL)}[\s-]{_SIZE_WORD}"
                        rf"|(?:format|formato|formaat)\s+{alternation(words.SOCIAL)}")),
)  # fmt: skip
# A capital in the middle of a sentence: "Trafalgar Square", "Times Square", "the Square".
_PLACE = re.compile(r"(?:[A-Z][\w'’.-]*|[Tt]he|[Cc]ity|[Tt]own|[Mm]arket|[Vv]illage|[Mm]ain|[Pp]ublic|[Cc]entral)\s+$")
_PORTRAIT_LEAD = re.compile(
    r"(?:a|an|the|his|her|their|intimate|brand|customer|founder|family|un|une|ein|eine|el|le)\s+$"
)


def find_ratios(text: str, language: str) -> list[Found[str]]:
    """Return the picture formats of a text as canonical ratios, in order ("16:9", "9:16", "1:1", "2.39:1")."""
    folded = fold(text)
    found: list[Found[str]] = []
    for candidate in (*_pixels(folded), *_decimals(folded), *_numerics(folded), *_names(folded)):
        if not any(candidate.overlaps(f.start, f.end) for f in found):
            found.append(candidate)
    return sorted(found, key=lambda f: f.start)


def _numerics(folded: Folded) -> Iterator[Found[str]]:
    slashed = _SLASHED.search(folded.text)
    for match in _NUMERIC.finditer(folded.text):
        ratio = f"{int(match['w'])}:{int(match['h'])}"
        sep = match["sep"].strip()
        if (
            ratio not in CANONICAL
            or (sep != ":" and ratio in _NEEDS_COLON)
            or (sep == "-" and ratio not in {"16:9", "9:16"})
        ):
            continue
        if sep == "/" and (
            _DATE_BEFORE.search(folded.text[max(0, match.start() - 12) : match.start()])
            or (ratio == "1:1" and not slashed)
        ):
            continue
        if sep == "x" and re.match(r"\s+\w*(?:m|cm|mm|ft)\b", folded.text[match.end() :]):
            continue
        yield folded.found(ratio, *match.span())


def _decimals(folded: Folded) -> Iterator[Found[str]]:
    for match in _DECIMAL.finditer(folded.text):
        ratio = "2.39:1" if match["scope"] else _CINEMA.get(match["w"].replace(",", "."))
        if ratio is not None:
            yield folded.found(ratio, *match.span())


def _pixels(folded: Folded) -> Iterator[Found[str]]:
    """Yield the ratio of a picture size; 1920x800 and the like are rounded to the cinema's."""
    for match in _PIXELS.finditer(folded.text):
        width, height = int(match["w"]), int(match["h"])
        common = gcd(width, height)
        ratio = f"{width // common}:{height // common}" if common else ""
        if ratio not in CANONICAL:
            wide = Decimal(width) / Decimal(height) if height else Decimal(0)
            ratio = next((r for value, r in _CINEMA.items() if abs(Decimal(value) - wide) < Decimal("0.02")), "")
        if ratio:
            yield folded.found(ratio, *match.span())


def _names(folded: Folded) -> Iterator[Found[str]]:
    for ratio, pattern in _NAMES:
        for match in pattern.finditer(folded.text):
            named = folded.found(ratio, *match.span())
            if not _other_sense(folded, named, match):
                yield named


def _other_sense(folded: Folded, named: Found[str], match: re.Match[str]) -> bool:
    """Whether the word is a place, a picture of a person or a view rather than a format."""
    before = folded.source[max(0, named.start - 25) : named.start]
    beside = re.match(rf"[\s-]{_FORMAT}", folded.text[match.end() :])
    word = match[0]
    if word == "square":
        capital_name = (
            named.text[0].isupper()
            and not named.text.isupper()
            and before.strip()
            and before.rstrip()[-1] not in ".:;,-/&+("
        )
        place = _PLACE.search(before) if not beside else None
        return bool((capital_name and not beside) or place)
    if word in {"portrait", "quadrat", "kvadrat", "landscape", "paysage", "quer"} and not beside:
        return bool(_PORTRAIT_LEAD.search(folded.text[max(0, match.start() - 14) : match.start()])) or word in {
            "quadrat",
            "kvadrat",
            "quer",
        }
    return False
