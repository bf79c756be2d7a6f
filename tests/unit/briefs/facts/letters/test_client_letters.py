"""Rules mode reads who writes, for whom, where and for which use in letters as clients write them."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief
from tests.unit.briefs.facts.letters import letters_abroad, letters_english, letters_german_french, letters_more
from tests.unit.briefs.facts.letters.letters import OPEN, Letter, named

LETTERS = (*letters_english.LETTERS, *letters_german_french.LETTERS, *letters_abroad.LETTERS, *letters_more.LETTERS)


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.client != OPEN], ids=named)
def test_the_client_is_whose_film_it_is(letter: Letter) -> None:
    assert letter.reading().facts.client == letter.client


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.title != OPEN], ids=named)
def test_the_title_is_the_one_the_letter_gives(letter: Letter) -> None:
    assert letter.reading().facts.title == letter.title


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.name != OPEN], ids=named)
def test_the_contact_is_who_signs_or_is_named(letter: Letter) -> None:
    contact = letter.reading().facts.contact
    assert contact is not None
    assert contact.name == letter.name


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.phone != OPEN], ids=named)
def test_the_contacts_phone_number_is_read_as_written(letter: Letter) -> None:
    contact = letter.reading().facts.contact
    assert contact is not None
    assert contact.phone == letter.phone


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.locations is not None], ids=named)
def test_places_are_where_it_is_shot_and_nothing_else(letter: Letter) -> None:
    assert letter.reading().facts.locations == letter.locations


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.media is not None], ids=named)
def test_media_are_read_whether_announced_or_only_listed(letter: Letter) -> None:
    usage = letter.reading().facts.usage
    assert usage is not None
    assert tuple(sorted(usage.media)) == letter.media


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.territory != OPEN], ids=named)
def test_the_territory_is_where_it_may_be_shown(letter: Letter) -> None:
    usage = letter.reading().facts.usage
    assert usage is not None
    assert usage.territory == letter.territory


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.months != -1], ids=named)
def test_the_term_is_counted_in_months_and_for_ever_has_none(letter: Letter) -> None:
    usage = letter.reading().facts.usage
    assert usage is not None
    assert usage.months == letter.months


@pytest.mark.parametrize("letter", [x for x in LETTERS if x.languages is not None], ids=named)
def test_languages_are_those_spoken_or_subtitled(letter: Letter) -> None:
    assert letter.reading().facts.languages == letter.languages


@pytest.mark.parametrize("letter", LETTERS, ids=named)
def test_every_fact_of_a_letter_is_quoted_at_its_offsets(letter: Letter) -> None:
    reading = letter.reading()
    for field, value in reading.facts:
        if value not in (None, ()):
            assert reading.evidence[field]
    for quotes in reading.evidence.values():
        assert all(letter.text[q.start : q.end] == q.quote and q.quote for q in quotes)


@pytest.mark.parametrize(
    "line", ["Kettleby Tools, Sheffield", "Kettleby Tools | Sheffield", "Sheffield | Kettleby Tools"]
)
def test_a_town_in_a_signature_is_not_the_client(line: str) -> None:
    text = f"Hello,\nwe need one 30 second film for our new saw by 14 May 2027.\n\nBest regards\nJo Marsh\n{line}\n"
    source = BriefSource(text=text, source_id="doc_1", received_on=date(2027, 3, 1), sender_name="Jo Marsh")
    assert read_brief(source).facts.client in (None, "Kettleby Tools")
