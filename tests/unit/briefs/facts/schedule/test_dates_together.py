"""A date is weighed a second time beside the letter's others: days of a shoot are told together."""

from __future__ import annotations

from decimal import Decimal

from copilot.briefs.facts.schedule.dated import dated_in
from copilot.briefs.facts.schedule.dates_together import seen_together
from copilot.briefs.grammar.language import detect_language
from tests.unit.briefs.facts.schedule.test_weighed_dates import zones_for

LETTER = "We film on 12 May and 14 May at the mill. The finished film is due on 3 June."


def _together(odds: list[float], counts: list[Decimal]) -> list[dict[str, float]]:
    zones = zones_for(LETTER)
    dated = dated_in(zones, detect_language(LETTER))
    assert len(dated) == len(odds)
    return seen_together(dated, [{} for _ in dated], odds, counts)


def test_a_day_in_one_breath_with_a_likely_one_is_seen_beside_it() -> None:
    _, second, due = _together([3.0, -0.2, -4.0], [])
    assert second["in_unit"] > 0 > due["in_unit"]
    assert second["before"] > 0
    assert "likely_here=1" in second
    assert "likely_here=0" in due


def test_days_that_are_counted_leave_room_for_as_many() -> None:
    first, second, due = _together([3.0, 2.0, 0.5], [Decimal(2)])
    assert "room=some" in first
    assert "room=full" in second
    assert "room=none" in due


def test_a_letter_that_counts_no_days_tells_nothing_of_their_room() -> None:
    assert all("room=unknown" in seen for seen in _together([3.0, 2.0, 0.5], []))


def test_nothing_is_seen_where_no_date_is() -> None:
    assert seen_together([], [], [], []) == []
