"""Deliveries that rules alone read otherwise, and that the second look settles."""

from __future__ import annotations

from datetime import date

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.weighed_delivery import candidates_for, weighed_delivery
from tests.unit.briefs.facts.briefs import read
from tests.unit.briefs.facts.schedule.test_weighed_dates import MONDAY

MINUTES = """\
COMPTE RENDU – réunion du lundi 20 avril 2026
1) Film de 3 min
2) Tournage : 12 et 13 mai au théâtre
3) Dates
Montage vu par nous le 5 juin. Livraison définitive le 19 juin 2026.
"""
CHAT = """\
[20/04/2026, 18:02:11] Ann: hi, one film of 2 minutes please
[20/04/2026, 18:09:33] Northlight: When could we shoot?
[20/04/2026, 18:11:04] Ann: 10th may, sunday. everyone is in all day
[20/04/2026, 18:12:47] Ann: opening is fri 19 june so all done by the 12th
"""
APART = """\
We need one film of two minutes. Final files are due on 26 June 2026.

Please have the finished film with us by 19 June 2026 at the latest, when our board meets.
"""


def test_the_day_of_a_meeting_contradicts_no_delivery() -> None:
    reading = read(MINUTES, received_on=MONDAY)
    assert reading.facts.delivery_on == date(2026, 6, 19)
    assert "contradiction" not in {warning.code for warning in reading.warnings}


def test_two_deliveries_still_contradict_each_other_and_the_earlier_is_taken() -> None:
    reading = read(APART, received_on=MONDAY)
    assert reading.facts.delivery_on == date(2026, 6, 19)
    assert [warning.code for warning in reading.warnings].count("contradiction") == 1


def test_a_bare_day_lies_before_the_event_that_gives_it_its_month() -> None:
    reading = read(CHAT, received_on=MONDAY)
    assert reading.facts.delivery_on == date(2026, 6, 12)
    assert [CHAT[quote.start : quote.end] for quote in reading.evidence["delivery_on"]] == ["12th"]


def test_a_bare_day_behind_a_shoot_date_lies_after_it() -> None:
    facts = read("One film of 60 seconds. We shoot on 28 May, final files by the 12th.", received_on=MONDAY).facts
    assert facts.delivery_on == date(2026, 6, 12)


def test_a_week_before_a_day_told_is_counted_from_it() -> None:
    text = "Ein Film von 2 Minuten. Das Volksfest beginnt am 10. Juli, eine Woche vorher brauchen wir alles."
    assert read(text, received_on=MONDAY).facts.delivery_on == date(2026, 7, 3)


def test_a_delivery_that_lies_behind_the_letter_is_warned_of() -> None:
    reading = read("One film of 60 seconds. Delivery of the finished film: 2 March 2026.", received_on=MONDAY)
    assert reading.facts.delivery_on == date(2026, 3, 2)
    assert "past_date" in {warning.code for warning in reading.warnings}


def test_no_dates_give_no_delivery() -> None:
    zones = zones_of(BriefSource(text="", source_id="brief-1", received_on=MONDAY))
    assert candidates_for([], [], (), MONDAY) == []
    assert weighed_delivery(zones, [], [], (), Read(None)) == Read(None)
