"""Lengths and numbers of pieces, weighed beside the letter's others."""

from __future__ import annotations

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.pieces.counts_together import Counting, counts_together
from copilot.briefs.facts.pieces.lengths_together import lengths_together
from copilot.briefs.facts.pieces.lengths_told import lengths_of
from copilot.briefs.facts.pieces.message_told import Told, told
from copilot.briefs.facts.pieces.wanted import mentions_of, wanted_lengths, weighed_lengths
from copilot.briefs.facts.pieces.weighed_counts import Count
from copilot.briefs.facts.pieces.weighed_times import Measured, for_each, multipliers
from copilot.briefs.learned.judge import judge_of
from tests.unit.briefs.facts.briefs import RECEIVED

TWO_FILMS_WITH_PAUSES = """\
Hello,

our choir in Kendal would like one film of 3 minutes, 16:9, and four clips of 20 seconds, 9:16.

We sing for 90 minutes on 14 April in the parish hall.

Budget 3,000 pounds including VAT.
"""

A_TRAILER_FOR_EVERY_FILM = """\
Hej,

vi vill ha fem filmer på 75 sekunder om våra verkstäder.
Dessutom en trailer på 15 sekunder för varje film.
"""


def message_of(text: str, language: str = "en") -> Told:
    return told(zones_of(BriefSource(text=text, source_id="s", received_on=RECEIVED)), language)


def test_a_length_knows_the_likely_ones_beside_it_and_how_far_it_is_behind_them() -> None:
    lengths = weighed_lengths(mentions_of([message_of(TWO_FILMS_WITH_PAUSES)], ()), judge_of("piece_length"))
    seen = lengths_together(lengths)
    assert set(wanted_lengths(lengths)) == {180, 20}
    assert "apart=True" in seen[5400]
    assert "apart=False" in seen[20]
    assert seen[5400]["ahead"] < 0 < seen[20]["in_line"]


def test_a_number_that_another_piece_takes_is_seen_as_taken_and_one_as_the_rest() -> None:
    four, one = Count(4, 10, 14, {"at=here": 1.0}), Count(1, 30, 40, {"one": 1.0})
    clips = Counting(Measured(15, 25, 0), (four, one), (3.0, 0.0), None)
    film = Counting(Measured(30, 40, 0), (four, one), (0.0, 0.5), None)
    (_, _), (taken, alone) = counts_together((clips, film))
    assert {"told&taken", "rank=2&told"} <= set(taken)
    assert {"one&free=0", "rank=1&one"} <= set(alone)


def test_a_piece_for_every_film_may_be_made_as_often_as_there_are_films() -> None:
    message = message_of(A_TRAILER_FOR_EVERY_FILM, "sv")
    trailer = next(x for x in lengths_of(message) if x.seconds == 15)
    what = Measured(trailer.start, trailer.end, trailer.at)
    assert 5 in [value for value, _ in multipliers(message, what, for_each(message, what))]
