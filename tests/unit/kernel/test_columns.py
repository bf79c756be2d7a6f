"""What goes into a column comes out the same, whichever engine kept it in between."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from store.changes.plain import canonical
from store.kernel.columns import ExactDecimal, UTCDateTime, exact_text

SQLITE = sqlite.dialect()
POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=zones))  # noqa: DTZ001
def test_an_instant_comes_back_as_the_same_instant_in_utc(instant: datetime) -> None:
    stored = UTCDateTime().process_bind_param(instant, SQLITE)
    assert stored is not None
    # SQLite gives it back without a zone, PostgreSQL in the server's.
    for given_back in (stored.replace(tzinfo=None), stored.astimezone(timezone(timedelta(hours=5)))):
        returned = UTCDateTime().process_result_value(given_back, SQLITE)
        assert returned == instant
        assert returned is not None
        assert returned.tzinfo is UTC


def test_a_naive_instant_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="naive"):
        UTCDateTime().process_bind_param(datetime(2027, 3, 1), POSTGRESQL)  # noqa: DTZ001


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_a_decimal_comes_back_digit_for_digit(value: Decimal) -> None:
    assert ExactDecimal().process_result_value(ExactDecimal().process_bind_param(value, SQLITE), SQLITE) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1.500", "1.5"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("-0.0", "0"),
        ("0.00001", "0.00001"),
        ("12345678901234567890123456789012.5", "12345678901234567890123456789012.5"),
    ],
)
def test_a_decimal_is_written_in_one_way(value: str, text: str) -> None:
    assert exact_text(Decimal(value)) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_not_a_number_is_not_stored(value: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        exact_text(Decimal(value))


def test_a_digest_does_not_depend_on_how_an_engine_writes_whole_numbers() -> None:
    assert canonical({"b": 1e16, "a": [2.0, 0.5, -0.0]}) == canonical({"a": [2, 0.5, 0], "b": 10**16})
