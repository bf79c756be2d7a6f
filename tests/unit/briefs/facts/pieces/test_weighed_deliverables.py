"""Pieces that the rules count or miss wrongly, told by what letters have taught about such numbers and lengths."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.pieces.weighed_pieces import weighed
from copilot.briefs.facts.reader import rules_reading
from store.proposals.facts import Deliverable
from tests.unit.briefs.facts.briefs import RECEIVED, pieces_of, read

NUMBERED_EDITS = """\
Dear team,

Our savings bank turns 150 this year and the branch managers want films for the counters.

TV spot:   1 No. 40 secs
Edits:     3 Nos. 20 secs (cinema), 5 Nos. 8 secs bumper ads (YouTube)
Shoot:     two days in Kumasi, 4 and 5 May
Delivery:  12 June
Budget:    GHS 300,000 incl. VAT

Kind regards
Ama Serwaa
"""

TABLE_PER_POOL = """\
# Filme für die Stadtbäder

| Produkt | Anzahl je Bad | Bäder | Länge | Format |
|:--|:-:|:-:|:-:|:-:|
| Rundgang | 1 | 4 | 90 Sek. | 16:9 |
| Porträt | 2 | 4 | 45 Sek. | 9:16 |

**Dreh:** je Bad ein Tag im Mai
**Lieferung:** 30. Juni 2026
**Budget:** 24 TEUR brutto
Kontakt: Ute Brandt, Stadtbäder Wolfen
"""

A_NAME_WITHOUT_LENGTH = """\
Enquiry from the website

Name: Tom Hales
Company: Ridgeway Caravans
Message: 1 explainer, animated, 75 seconds, 16:9. 4 customer stories, 45s, 16:9. We shoot in Kendal on 4 and 5 June.
Budget 20,000 pounds plus VAT. Delivery 1 August.
"""


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (NUMBERED_EDITS, [(5, 8), (3, 20), (1, 40)]),
        (TABLE_PER_POOL, [(8, 45), (4, 90)]),
        (A_NAME_WITHOUT_LENGTH, [(4, 45), (1, 75)]),
    ],
)
def test_the_second_look_mends_what_the_rules_miscount(text: str, counted: list[tuple[int, int]]) -> None:
    source = BriefSource(text=text, source_id="brief-1", received_on=RECEIVED)
    by_rules = {(p.quantity, p.duration_seconds) for p in rules_reading(source).facts.deliverables}
    assert [(quantity, seconds) for quantity, seconds, _ in pieces_of(text)] == counted
    assert by_rules != set(counted)


def test_a_length_that_only_the_second_look_reads_is_quoted_in_its_place() -> None:
    quotes = read(NUMBERED_EDITS).evidence["deliverables"]
    assert all(NUMBERED_EDITS[q.start : q.end] == q.quote for q in quotes)
    assert any("20 secs" in q.quote for q in quotes)


def test_a_piece_with_a_length_now_is_no_longer_asked_how_long_it_should_be() -> None:
    questions = [q.question for q in read(A_NAME_WITHOUT_LENGTH).open_questions]
    assert not any(q.startswith("How long should the explainer") for q in questions)


def test_pieces_stand_where_no_message_tells_anything() -> None:
    pieces = (Deliverable(name="film", kind="film", quantity=2, duration_seconds=30),)
    assert weighed([], pieces) == (pieces, ())


@pytest.mark.parametrize("text", ["", " \n\n ", "| | |\n| | |", "min sec x 4 per"])
def test_words_without_pieces_give_none(text: str) -> None:
    assert pieces_of(text) == []
