"""What is said around a date, told the same in every language."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.schedule.day_words import day_words
from copilot.briefs.facts.schedule.schedule import rules_dates
from tests.unit.briefs.facts.briefs import read

MONDAY = date(2026, 4, 20)


def sorts_around(text: str, language: str) -> dict[str, float]:
    """The sorts around the text's first date."""
    zones = zones_of(BriefSource(text=text, source_id="brief-1", received_on=MONDAY))
    dated = rules_dates(zones, language)[0]
    return day_words(zones, dated.unit, dated.found.start, dated.found.end)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our committee sits on 12 May."),
        ("de", "Der Vorstand tagt am 12. Mai."),
        ("fr", "Notre conseil se réunit le 12 mai, en assemblée."),
        ("sv", "Styrelsen har möte den 12 maj."),
    ],
)
def test_a_meeting_is_one_in_every_language(language: str, text: str) -> None:
    assert sorts_around(text, language).get("B:sitting", 0) > 0 or sorts_around(text, language).get("A:sitting", 0) > 0


def test_a_near_word_weighs_more_than_a_far_one() -> None:
    near = sorts_around("The committee sits on 12 May.", "en")["B:sitting"]
    far = sorts_around("The committee of the old rowing club by the bridge said that it is 12 May.", "en")["B:sitting"]
    assert near > far > 0


def test_words_of_another_clause_are_not_in_the_dates_own() -> None:
    sorts = sorts_around("We open on 12 May, and the committee is glad.", "en")
    assert "A:sitting" in sorts
    assert "C:sitting" not in sorts


def test_the_sentences_before_and_after_are_told_apart() -> None:
    sorts = sorts_around("The fair is near. It is on 12 May. The committee agrees.", "en")
    assert "P:fair" in sorts
    assert "X:sitting" in sorts


def test_lines_that_open_with_their_day_are_read_as_the_shoot() -> None:
    text = "Wir wünschen uns einen Film von 60 Sekunden.\n\nDreh\n18.5. Hafen\n20.5. Werft\n\nLieferung am 30. Juni."
    assert read(text, received_on=MONDAY).facts.shoot_dates == (date(2026, 5, 18), date(2026, 5, 20))
