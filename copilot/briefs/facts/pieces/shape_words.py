"""Every word of a unit that may name a picture's shape, in the ten languages: what the rules read, and doubtful ones.

"Tall", "breit", "firkantet" or "for phones" name a shape only sometimes. Here they are found wherever they stand;
`weighed_shapes` decides by what is around them whether a piece is wanted so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.marks import shapes_of
from copilot.briefs.facts.pieces.measures import overlap

_NO_SHAPES = frozenset(("contact", "client", "agency"))
_MOST_SHAPES = 60
"""How many mentions of shapes are looked at; no brief orders its pieces in as many."""

_UPRIGHT = (
    r"verti[ck]\w+|upright\w*|tall\b|hoch(?:kant\w*|format\w*)?\b|aufrecht\w*|stehend\w*|en hauteur|tout en haut\w*|"
    r"debout|de pie\b|parad[oa]s?\b|al alto|ao alto|in piedi|d?em? pe\b|staand\w*|rechtop\w*|sta(?:e|a)?nde\b|"
    r"lodd?ret\w*|(?:pa )?h(?:oj|oy|og)(?:kant|format)\w*|up[ -]and[ -]down|portrait (?:format|mode|version)|"
    r"portr[ae]t+\w*forma\w*"
)
_PHONE = (
    r"(?:smart|i)?phones?\b(?! ?(?:call|number|no\b))|smarttelefon\w*|telefonformat\w*|"
    r"mobil(?:e|format\w*|visning\w*)?\b|handy(?:format\w*|s)?\b|telefono|telephone|telefoon\w*|moviles|movil\b|celular(?:es)?\b|telemovel|cellulare"
)
_WIDE = (
    r"wide\b|wide-?screen|landscape|quer(?:format\w*)?\b|breit(?:format\w*|bild\w*|wand\w*)?\b|li?gg[ae]nd\w*|"
    r"vand?ret\w*|bre(?:d|dt|tt)(?:format\w*|bild\w*)?\b|breed(?:beeld|formaat)?\b|hori[sz]onta\w+|orizzontal\w*|"
    r"apaisad\w*|acostad\w*|deitad\w*|tumbad\w*|echad[oa]s?\b|sdraiat\w*|panoramic\w*|paysage|paisagem|paisaje|"
    r"ancho\b|a lo ancho|a lo largo|sideways|lengthways|on (?:its|their) side"
)
_SQUARE = (
    r"squares?\b|[qk]vadrat\w*|quadra[dt]\w*|f[iy]rkant\w*|vierkant\w*|carres?\b|carrees?\b|cuadrad\w*|quadratic\w*"
)
_NEGATED = re.compile(
    r"\b(?:not|no|kein\w*|nicht|pas|geen|niet|inte|ikke|ingen|non|nao|statt|instead of|rather than)\s"
    r"(?:\w{1,4}\s){0,2}$"
)
_TIMES = r"\s?(?:by|to|x|zu|a|sur|por|per|op|pa|til|till|auf|:|-)?\s?"
_SIXTEEN = r"(?:sixteen|sechzehn|seize|dieciseis|zestien|sexton|seksten|sedici|dezesseis|dezasseis|16)"
_NINE = r"(?:nine|neun|neuf|neuviemes?|nueve|negen|nio|ni|nove|noveno|9)"
_FOUR = r"(?:four|vier|quatre|cuatro|fyra|fire|quattro|quatro|4)"
_FIVE = r"(?:five|funf|cinq|cinquiemes?|cinco|vijf|fem|cinque|5)"
_DOUBTFUL = tuple(
    (ratio, re.compile(rf"\b(?:{words})"))
    for ratio, words in (
        ("9:16", _UPRIGHT),
        ("9:16", _PHONE),
        ("9:16", rf"{_NINE}{_TIMES}{_SIXTEEN}\b"),
        ("9:16", r"9\s?/\s?16(?!\d|/)"),
        ("16:9", _WIDE),
        ("16:9", rf"{_SIXTEEN}{_TIMES}{_NINE}\b"),
        ("16:9", r"16\s?/\s?9(?!\d|/)"),
        ("1:1", _SQUARE),
        ("4:5", rf"{_FOUR}\s?(?:by|to|zu|sur|por|op|pa|til|auf|/)\s?{_FIVE}\b"),
    )
)


@dataclass(frozen=True)
class ShapeSaid:
    """A shape named in a unit, at view offsets. `sure`: the rules read it too."""

    ratio: str
    start: int
    end: int
    unit: Unit
    sure: bool


def shapes_said(units: Iterable[Unit], language: str) -> list[ShapeSaid]:
    """The shapes that the units name or may name, in reading order."""
    told = (said for unit in units if unit.subject not in _NO_SHAPES for said in _in_unit(unit, language))
    return list(islice(told, _MOST_SHAPES))


def _in_unit(unit: Unit, language: str) -> Iterator[ShapeSaid]:
    known = [(m.start, m.end, str(m.value), True) for m in shapes_of(unit.low, unit.text, unit, language)]
    for ratio, pattern in _DOUBTFUL:
        for m in pattern.finditer(unit.low):
            if not _NEGATED.search(unit.low, 0, m.start()) and not overlap(
                [(a, b) for a, b, *_ in known], m.start(), m.end()
            ):
                known.append((m.start(), m.end(), ratio, False))
    for start, end, ratio, sure in sorted(known):
        yield ShapeSaid(ratio, unit.start + start, unit.start + end, unit, sure)
