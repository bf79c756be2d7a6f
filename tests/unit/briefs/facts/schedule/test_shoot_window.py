"""A shoot without days of its own falls in the stretch the brief gives for it."""

from __future__ import annotations

from datetime import date

import pytest

from store.proposals.facts import DaySpan
from tests.unit.briefs.facts.briefs import read

MAY = DaySpan(first=date(2027, 5, 1), last=date(2027, 5, 31))
APRIL = DaySpan(first=date(2027, 4, 12), last=date(2027, 4, 23))
WEEK_14 = DaySpan(first=date(2027, 4, 5), last=date(2027, 4, 11))


@pytest.mark.parametrize(
    ("said", "window"),
    [
        ("Two days of filming in May 2027.", MAY),
        ("Zwei Drehtage im Mai 2027.", MAY),
        ("Deux jours de tournage en mai 2027.", MAY),
        ("Twee draaidagen in mei 2027.", MAY),
        ("We shoot in week 14, 2027.", WEEK_14),
        ("Gedreht wird in KW 14/2027.", WEEK_14),
        ("We will be filming in early May 2027.", DaySpan(first=date(2027, 5, 1), last=date(2027, 5, 10))),
        ("Filming must take place between 12 and 23 April 2027 in Ghent, two days, with ten extras.", APRIL),
        ("Filming between 12 April and 23 April 2027.", APRIL),
        ("Filming window: 18 January - 5 February 2027.", DaySpan(first=date(2027, 1, 18), last=date(2027, 2, 5))),
    ],
)
def test_the_stretch_is_read_and_quoted(said: str, window: DaySpan) -> None:
    reading = read(f"We need one 60-second brand film.\n{said}\nDelivery by 30 June 2027.")
    assert reading.facts.shoot_window == window
    assert reading.evidence["shoot_window"][0].quote in said
    assert [q.field for q in reading.open_questions if "in that time" in q.question] == ["shoot_dates"]


@pytest.mark.parametrize("said", ["We shoot on 4 and 5 May 2027.", "Delivery is in May 2027.", "We shoot in 2027."])
def test_days_and_other_dates_are_no_stretch(said: str) -> None:
    assert read(f"We need one 60-second brand film.\n{said}").facts.shoot_window is None
