"""Of all numbers told with a length, the one that counts its pieces is chosen."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import pieces_of


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Hi, we want an intro of a minute and nine stretches filmed, of about 40 seconds each.", [(1, 60), (9, 40)]),
        ("Hi, please quote a brand film of 90 seconds and six little portraits, 25 seconds.",
         [(1, 90), (6, 25)]),
    ],
)  # fmt: skip
def test_a_number_that_stands_far_from_its_length_counts_it(text: str, counted: list[tuple[int, int]]) -> None:
    assert sorted((n, s) for n, s, _ in pieces_of(text)) == sorted(counted)
