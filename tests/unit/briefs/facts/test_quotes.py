"""Every quote stands at its offsets in the source, whatever was cleaned away on the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.briefs.facts.letter.view import clean
from store.proposals.facts import BriefReading, Quote
from tests.unit.briefs.facts import briefs
from tests.unit.briefs.facts.briefs import read

INVISIBLE = "\u200b\u200d\u2060\ufeff\u00ad"


def quotes_of(reading: BriefReading) -> list[Quote]:
    evidence = [quote for quotes in reading.evidence.values() for quote in quotes]
    return evidence + [quote for warning in reading.warnings for quote in warning.quotes]


@pytest.mark.parametrize("text", briefs.ALL)
def test_every_quote_stands_at_its_offsets(text: str) -> None:
    quotes = quotes_of(read(text))
    assert quotes
    assert all(text[q.start : q.end] == q.quote and q.quote for q in quotes)


@pytest.mark.parametrize("text", briefs.ALL)
def test_every_stated_fact_has_a_quote(text: str) -> None:
    reading = read(text)
    stated = {name for name, value in reading.facts if value not in (None, ())}
    assert stated <= {name for name, quotes in reading.evidence.items() if quotes}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(briefs.ALL), st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(INVISIBLE)), max_size=6))
def test_stray_invisible_characters_never_shift_a_quote(text: str, strays: list[tuple[int, str]]) -> None:
    for at, char in strays:
        text = text[: at % len(text)] + char + text[at % len(text) :]
    assert all(text[q.start : q.end] == q.quote for q in quotes_of(read(text)))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab12€%:.,\n |-*\"'x\u200b\u202eßæ½[]()@/#>"), max_size=120))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    reading = read(text)
    assert all(text[q.start : q.end] == q.quote for q in quotes_of(reading))


@given(st.text(max_size=80))
def test_the_cleaned_view_maps_back_to_the_source(text: str) -> None:
    view = clean(text, "s")
    quote = view.quote(0, len(view.text))
    assert text[quote.start : quote.end] == quote.quote


@pytest.mark.parametrize("text", briefs.ALL)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
