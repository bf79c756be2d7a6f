"""A second look finds the languages of the work in an older message and leaves out those that only people speak."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.languages.spoken import rules_languages
from copilot.briefs.facts.languages.weighed import tongues_named, with_second_look
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from tests.unit.briefs.facts.briefs import RECEIVED, read

_CAPTIONS = """# Brief

## What we need
1. One anthem of 60 seconds, 16:9

## Mandatories
- No drone over the pool
- Spanish captions on the social pieces
"""
_OLIVES = """Hola, Bea: grabamos el 9 de junio. De los tres vídeos nos quedamos con dos. Importe: 8.900 €, sin IVA.

Nerea

El mié, 30 sept 2026 a las 13:05, Nerea Urkullu (<nerea@almazara.example>) escribió:

> Hola: buscamos tres vídeos horizontales de la cosecha. Es para la web. Subtítulos en inglés y alemán.
> Nerea Urkullu
"""


def _zones(text: str) -> Zones:
    return zones_of(BriefSource(text=text, source_id="brief-1", received_on=RECEIVED))


@pytest.mark.parametrize(("letter", "languages"), [(_CAPTIONS, {"Spanish"}), (_OLIVES, {"English", "German"})])
def test_languages_that_the_rules_do_not_see_are_found(letter: str, languages: set[str]) -> None:
    assert rules_languages(_zones(letter)) == {}
    reading = read(letter)
    assert set(reading.facts.languages) == languages
    quotes = reading.evidence["languages"]
    assert quotes
    assert all(letter[quote.start : quote.end] == quote.quote for quote in quotes)


def test_a_language_that_only_the_writer_speaks_is_none_of_the_work() -> None:
    text = "We need one film of 60 seconds for our website. Sorry for my English, I am from Lyon."
    assert read(text).facts.languages == ()


def test_what_the_rules_read_from_codes_stays() -> None:
    assert with_second_look(_zones("One film."), {"Kimeru": (0, 3)}) == {"Kimeru": (0, 3)}


@pytest.mark.parametrize("letter", ["", " \n", "?!", "no"])
def test_bad_and_empty_letters_name_no_languages(letter: str) -> None:
    assert with_second_look(_zones(letter), {}) == {}


def test_the_languages_weighed_are_bounded() -> None:
    assert len(tongues_named(_zones("Subtitles in English, German. " * 500))) <= 100
