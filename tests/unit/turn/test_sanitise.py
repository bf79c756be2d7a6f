"""What a model writes opens and loads nothing, in whatever pieces it arrives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.turn.sanitise import LINK_REMOVED, SOURCE_UNKNOWN, SafeStream, sanitise

KNOWN = {"budget bud_1"}
FRAGMENTS = [
    *"[click] ![x](https://e.example/a.png) ](https://e.example) [x]: [x][y] https://e.example www.e.example".split(),
    *"mailto:a@e.example data:text/html,x <img <!-- </a> http :// w ww. \u200b [ ] ( ) ![ bud_1]".split(),
    *(" ", "\n", "a", "budget ", "[budget ", "[budget bud_1]", "[budget bud_2]", "[click here](", "![a b]"),
]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("see www.evil.example/?d=7777 now", f"see {LINK_REMOVED} now"),
        ("mailto:me@evil.example data:text/html,x ftp://evil.example", " ".join([LINK_REMOVED] * 3)),
        ("![a](b) a\u202e\u200bb", "[a] (b) ab"),
        ("[a]: b", "[a] : b"),  # no link is defined
        ("[a][b]", "[a] [b]"),  # and none is referred to
        ("</p> <!-- x --> <?x 1 < 2", "‹/p> ‹!-- x --> ‹?x 1 < 2"),
        ("[budget bud_1] [budget bud_2]", f"[budget bud_1] {SOURCE_UNKNOWN}"),
    ],
)
def test_what_would_open_or_load_is_taken_apart(written: str, shown: str) -> None:
    assert sanitise(written, KNOWN) == shown


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30))
def test_pieces_come_out_as_the_whole_would(pieces: list[str]) -> None:
    stream = SafeStream(KNOWN)
    whole = "".join(pieces)
    shown = "".join(map(stream.feed, pieces)) + stream.rest(whole)
    assert shown == sanitise(whole, KNOWN)


def test_a_message_that_was_not_streamed_is_shown_at_its_end_and_the_next_one_begins_anew() -> None:
    stream = SafeStream(KNOWN)
    assert stream.feed("one ") + stream.rest("one ") == "one "
    assert stream.rest("two") == "two"
