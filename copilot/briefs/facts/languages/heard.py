"""Which of a brief's languages are heard and which are read: "voice-over in English", "German and French subtitles".

Only a list of languages right beside a word for voices or for subtitles counts; the rest stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.extras import ELSEWHERE
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.named import named_in
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import names
from store.proposals.facts import Quote

_READ = (
    r"(?:(?:closed |open )?captions?|captioned|subtitl\w*|subs|untertitel\w*|sous-titr\w*|subtitul\w*|sottotitol\w*|"
    r"legendas|legendagem|legendad\w*|ondertitel\w*|undertext\w*|textad\w*|undertekst\w*|tekstet)"
)
_HEARD = (
    r"(?:voice[ -]?overs?(?: artists?)?|voiceovers?|vo|narrat\w+|dubbed|dubbing|off-?sprecher\w*|sprecher\w*|off-text|"
    r"sprachaufnahme\w*|vertont|voix[ -]off|doublages?|doublee?s? en|voz en off|locucion\w*|doblad\w*|voce fuori campo|"
    r"doppiat\w*|locucao|dobrad\w*|ingesproken|speakerrost|speakertekst|speakerstem|berattarrost|"
    r"speak(?= (?:pa|i) )|indtalt|fortellerstemme)"
)
_AND = r"(?:\s*(?:,|/|&|\+)\s*(?:and |und |et |y |e |en |och |og )?|\s+(?:and|und|et|y|e|en|och|og)\s+)"
_JOIN = r"(?:\s*(?:[:(,-]\s*)?(?:in|auf|en|em|pa|op|i|of|into)?(?: the| both)?\s*)"


def read_heard_and_read(
    zones: Zones, languages: tuple[str, ...]
) -> tuple[Read[tuple[str, ...]], Read[tuple[str, ...]]]:
    """Return the languages that are heard and those that are read, of the ones that the brief asks for."""
    found: tuple[dict[str, Quote], dict[str, Quote]] = ({}, {})
    for unit in zones.units:
        if unit.aside or unit.topic in ELSEWHERE:
            continue
        for kept, pattern in zip(found, (_beside(_HEARD), _beside(_READ)), strict=True):
            for name, start, end in _listed(zones, unit, pattern):
                if name in languages:
                    kept.setdefault(name, zones.shown.quote(start, end))
    heard, read = (Read(tuple(kept), tuple(kept.values())) for kept in found)
    return heard, read


def _listed(zones: Zones, unit: Unit, pattern: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """The languages of a unit in a list beside the word, or behind the label that is the word."""
    label = zones.wanted.text[slice(*unit.label)] if unit.label else ""
    spans = [said.span() for said in pattern.finditer(unit.low)]
    if label and pattern.search(f"{label.lower()}: english"):
        spans.append((0, len(unit.low)))
    for name, start, end in named_in(unit, "languages"):
        if any(a <= start - unit.start and end - unit.start <= b for a, b in spans):
            yield name, start, end


@cache
def _beside(word: str) -> re.Pattern[str]:
    one = "(?:" + "|".join(pattern.pattern for _, pattern in names("languages")) + ")"
    several = rf"{one}(?:{_AND}{one})*"
    return re.compile(rf"{several}\s*\(?(?:with )?{word}\b|\b{word}\b{_JOIN}{several}")
