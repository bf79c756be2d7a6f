"""Ids sort by age and do not clash; now is what the clock says."""

from datetime import UTC, date, datetime, timedelta

import pytest

from store.kernel.clock import FixedClock, SystemClock, today
from store.kernel.ids import new_code, new_id


def test_ids_made_later_sort_later(monkeypatch: pytest.MonkeyPatch) -> None:
    milliseconds = [1_800_000_000_000 + step for step in (0, 1, 31, 32, 1023, 10**6, 10**10)]
    made = []
    for now in milliseconds:
        monkeypatch.setattr("store.kernel.ids.time.time_ns", lambda now=now: now * 1_000_000)
        made.append(new_id("prj"))
    assert made == sorted(made)


def test_an_id_says_its_kind_and_has_no_letter_that_looks_like_another() -> None:
    made = new_id("prj")
    assert made.startswith("prj_")
    assert len(made) == 4 + 17
    assert not set(made.removeprefix("prj_")) & set("ILOU")


def test_ten_thousand_ids_made_at_once_are_different() -> None:
    assert len({new_id("prj") for _ in range(10_000)}) == 10_000


def test_codes_are_short_enough_to_type() -> None:
    assert len(new_code("CS")) == 9


def test_a_fixed_clock_stands_still_until_it_is_moved() -> None:
    clock = FixedClock(datetime(2027, 3, 1, 23, 30, tzinfo=UTC))
    assert clock.now() == clock.now()
    clock.advance(timedelta(minutes=1))
    assert clock.now() == datetime(2027, 3, 1, 23, 31, tzinfo=UTC)


def test_today_is_the_date_where_the_production_is() -> None:
    clock = FixedClock(datetime(2027, 3, 1, 23, 30, tzinfo=UTC))
    assert today(clock, "Europe/Berlin") == date(2027, 3, 2)
    assert today(clock, "America/Los_Angeles") == date(2027, 3, 1)


def test_the_system_clock_is_aware_and_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
