"""Lengths and photographs that only the second look finds, and lengths that it takes back."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.pieces.lengths_told import lengths_of
from copilot.briefs.facts.pieces.message_told import told, told_aside
from copilot.briefs.facts.pieces.weighed_pieces import messages_told
from copilot.briefs.facts.pieces.weighed_stills import stills_of
from copilot.briefs.reading import ReaderContext, source_of
from store.documents.reading import read_document
from tests.unit.briefs.facts.briefs import RECEIVED, read

PASSED_ON = """\
Hello Northlight,

I'm passing on what our chairman wants. Everything in it stands, he only forgot that the hall is shut in May.

Regards
Petra Oldfield

---------- Forwarded message ---------
From: Walter Greaves <walter@mossley-band.example>
Date: Tue, 3 Feb 2026 at 18:20
Subject: Film
To: Petra Oldfield <petra@mossley-band.example>

Petra,
for the centenary we'd like a film of seven minutes about the band, and two clips of twenty seconds for Facebook.
Film us at the practice night on 14 April in the Drill Hall. We have £3,000 including VAT.
Walter
"""

PHOTOGRAPHS = """\
Dear Northlight,

for our bakery in Thirsk we'd like two things before Easter:

- one film of 50 seconds, 16:9, about the night shift
- 18 photographs of the loaves, cut out on white

We bake from one in the morning. The shoot is on 9 March, delivery on 27 March, and the budget is £4,200 plus VAT.

Joan Appleyard
"""


def _lengths(text: str) -> list[tuple[str, int]]:
    zones = zones_of(BriefSource(source_id="a", text=text, received_on=RECEIVED))
    return [(x.how, x.seconds) for x in lengths_of(told(zones, "en"))]


@pytest.mark.parametrize(
    ("line", "candidate"),
    [
        ("We need the whole concert as well, 1 h 25, from two cameras.", ("hour", 5100)),
        ("From it we want two fifteens and a thirty for the web.", ("name", 15)),
        ("The clip is for a song, and the song is three twelve long.", ("spoken", 192)),
        ("| Film | No. | Len (s) |\n|---|---|---|\n| Harbour | 1 | 35 |\n| Pilots | 1 | 50 |", ("column", 35)),
    ],
)
def test_a_time_without_its_unit_is_a_candidate(line: str, candidate: tuple[str, int]) -> None:
    assert candidate in _lengths(line)


def test_the_words_of_a_message_passed_on_are_weighed_with_those_above_it() -> None:
    document = read_document(PASSED_ON.encode(), "mail.txt")
    source = source_of(document, "mail", ReaderContext(RECEIVED, "EUR", (), ()))
    messages = [m for m in messages_told(source, zones_of(source), "en") if m.set_aside is None]
    assert [m.depth for m in messages] == [0, 1]
    assert {420, 20} <= {x.seconds for x in lengths_of(messages[1])}
    assert messages[1].newest is messages[0]


def test_what_is_set_aside_is_told_by_itself() -> None:
    text = (
        "Dear Northlight,\n\nwe need a film of two minutes for our harbour day, with a shoot in May in Whitby.\n\n"
        "For reference: last year Kestrel Films made us a film of nine minutes for £8,000.\n\nBudget: £5,000 plus VAT."
    )
    message = told(zones_of(BriefSource(source_id="a", text=text, received_on=RECEIVED)), "en")
    aside = told_aside(message)
    assert 540 not in {x.seconds for x in lengths_of(message)}
    assert aside is not None
    assert [x.seconds for x in lengths_of(aside)] == [540]


def test_photographs_are_weighed_by_every_number_beside_their_name() -> None:
    message = told(zones_of(BriefSource(source_id="a", text=PHOTOGRAPHS, received_on=RECEIVED)), "en")
    assert 18 in {s.count.quantity for s in stills_of([message])}
    pieces = read(PHOTOGRAPHS).facts.deliverables
    assert [(p.quantity, p.duration_seconds) for p in pieces] == [(1, 50), (18, None)]


def test_a_length_that_is_refused_makes_no_piece() -> None:
    text = (
        "Dear Northlight, the film for our open day should be 2:30 long (not 4:00), in 16:9, shot in Ely on 4 May, "
        "ready by 30 May, for £6,000 plus VAT. Best wishes, Ann"
    )
    assert [p.duration_seconds for p in read(text).facts.deliverables] == [150]
