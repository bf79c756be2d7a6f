"""Numbers of shoot days that rules alone read otherwise, and that the second look settles."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.schedule.weighed_days import Told, candidates_for, weighed_days
from tests.unit.briefs.facts.briefs import read
from tests.unit.briefs.facts.schedule.test_weighed_dates import LIFEBOAT, MONDAY

MILL = (
    "We film on 4 and 5 May in the mill. Another half day is needed for the interview with my mother in Kendal, she "
    "will settle the day with you. A film of 3 minutes, ready by 19 June."
)
NOTHING = Told(rules=(None, []), dates=(), date_spans=[], halves=0, places=0)


def zones_for(text: str) -> Zones:
    return zones_of(BriefSource(text=text, source_id="brief-1", received_on=MONDAY))


def test_the_count_that_sums_up_dates_and_a_further_count_is_the_shoots() -> None:
    reading = read(LIFEBOAT, received_on=MONDAY)
    assert reading.facts.shoot_days == Decimal("3.5")
    assert [quote.quote for quote in reading.evidence["shoot_days"]] == ["three and a half days"]


def test_another_half_day_comes_on_top_of_the_dates() -> None:
    reading = read(MILL, received_on=MONDAY)
    assert reading.facts.shoot_days == Decimal("2.5")
    assert all(MILL[quote.start : quote.end] == quote.quote for quote in reading.evidence["shoot_days"])


def test_every_number_of_days_is_a_candidate_once() -> None:
    zones = zones_for("We film for two days in Leeds and one day in York.")
    days = [candidate.days for candidate in candidates_for(zones, "en", NOTHING)]
    assert len(days) == len(set(days))
    assert {Decimal(1), Decimal(2), Decimal(3)} <= set(days)


def test_an_articles_number_counts_no_days() -> None:
    zones = zones_for("3.3 Drehtage: 21.04. und 22.04.2026 in Hameln.")
    assert Decimal("3.3") not in {candidate.days for candidate in candidates_for(zones, "de", NOTHING)}


@pytest.mark.parametrize("text", ["", "We would like a film about bread.", "0 days, 0.3 days"])
def test_a_text_that_counts_no_days_has_none(text: str) -> None:
    assert weighed_days(zones_for(text), "en", NOTHING) == (None, [])


def test_days_of_the_dates_are_counted_where_nothing_else_is() -> None:
    facts = read("One film of 60 seconds. We film on 12 and 13 May in Hull.", received_on=MONDAY).facts
    assert facts.shoot_dates == (date(2026, 5, 12), date(2026, 5, 13))
    assert facts.shoot_days == 2
