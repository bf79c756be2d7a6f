"""Shoot dates that rules alone read otherwise, and that the second look settles."""

from __future__ import annotations

from datetime import date

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.schedule.schedule import rules_dates, told_of
from copilot.briefs.facts.schedule.seen import dates_seen
from tests.unit.briefs.facts.briefs import read

MONDAY = date(2026, 4, 20)

LIFEBOAT = (
    "We need a 2 minute film on the lifeboat crew. Filming: June 8, 9 and 10 in Oban; a further half day in Mull, "
    "date to be confirmed. So three and a half days. Due 31 July."
)
HARVEST = (
    "We want a 3 minute film of our harvest. Picking days we can offer: 9 - 12 June (four days, you need all four). "
    "Everything with us by end of July."
)


def zones_for(text: str) -> Zones:
    return zones_of(BriefSource(text=text, source_id="brief-1", received_on=MONDAY))


def test_days_beside_a_smaller_count_for_another_place_are_the_shoots() -> None:
    reading = read(LIFEBOAT, received_on=MONDAY)
    assert reading.facts.shoot_dates == (date(2026, 6, 8), date(2026, 6, 9), date(2026, 6, 10))
    assert [quote.quote for quote in reading.evidence["shoot_dates"]] == ["June 8, 9 and 10"]


def test_days_on_which_the_client_offers_to_be_filmed_are_the_shoots() -> None:
    assert not any(dated.role == "shoot" for dated in rules_dates(zones_for(HARVEST), "en"))
    assert read(HARVEST, received_on=MONDAY).facts.shoot_dates == tuple(date(2026, 6, day) for day in (9, 10, 11, 12))


def test_a_day_of_delivery_is_no_day_of_the_shoot() -> None:
    dates = read("One film of 60 seconds. We film on 12 May. Final files on 3 June.", received_on=MONDAY).facts
    assert (dates.shoot_dates, dates.delivery_on) == ((date(2026, 5, 12),), date(2026, 6, 3))


def test_a_text_without_dates_is_told_none() -> None:
    told = told_of(zones_for("We would like a film about bread."), "en")
    assert (told.dated, list(told.seen), told.days.dates) == ([], [], ())


def test_a_calendar_is_looked_at_only_at_its_beginning() -> None:
    zones = zones_for("\n".join(f"Filming on {day} May 2026." for day in range(1, 32)) * 6)
    dated = rules_dates(zones, "en")
    assert len(dated) > 100
    assert len(dates_seen(zones, dated)) == 80
