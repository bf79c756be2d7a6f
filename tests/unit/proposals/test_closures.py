"""The days a studio is closed, as its rule book writes them."""

from datetime import date

import pytest

from store.proposals.closures import check_closed_day, closed_around, closed_days, public_holidays
from store.proposals.rules import default_pricing_rules


def test_a_month_and_day_is_closed_in_every_year_and_a_full_date_once() -> None:
    assert closed_days(("12-25", "2027-03-29"), 2026, 2027) == {
        date(2026, 12, 25),
        date(2027, 12, 25),
        date(2027, 3, 29),
    }


def test_a_leap_day_is_closed_in_the_years_that_have_it() -> None:
    assert closed_days(("02-29",), 2026, 2032) == {date(2028, 2, 29), date(2032, 2, 29)}


def test_the_years_reach_from_before_the_first_date_to_well_after_the_last_and_stay_within_the_calendar() -> None:
    around = closed_around(("01-01",), "ZZ", (date(2027, 5, 1), date(2026, 2, 1)), 2)
    assert {day.year for day in around} == set(range(2025, 2030))
    assert date(9999, 1, 1) in closed_around(("01-01",), "NL", (date(9999, 12, 31),), 8)


@pytest.mark.parametrize("text", ["25-12", "12-32", "24 Dec", "", "2027-02-29"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a closed day is written"):
        check_closed_day(text)


def test_the_shipped_book_closes_over_christmas_and_the_new_year() -> None:
    assert {"12-25", "12-26", "01-01"} <= set(default_pricing_rules().schedule.closed)


def test_a_country_s_public_holidays_are_free_and_of_an_unknown_country_none_is_guessed() -> None:
    assert {date(2027, 3, 29), date(2027, 4, 27), date(2027, 5, 6)} <= public_holidays("NL", 2027, 2027)
    assert date(2027, 10, 3) in public_holidays("DE", 2027, 2027)
    assert public_holidays("ZZ", 2027, 2027) == frozenset()
