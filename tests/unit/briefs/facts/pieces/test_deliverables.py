"""Whatever way a client lists the pieces, their numbers, lengths and shapes are read as a producer would."""

from __future__ import annotations

import time
from datetime import date

import pytest

from copilot.briefs.facts.reader import BriefSource, rules_reading
from store.proposals.facts import Deliverable
from tests.unit.briefs.facts.pieces.deliverable_briefs import BRIEFS
from tests.unit.briefs.facts.pieces.deliverable_lists import LISTS
from tests.unit.briefs.facts.pieces.deliverable_prose import PROSE


def pieces(text: str) -> list[str]:
    """What the rules alone read: a wording is no letter, which is what the second look was made on."""
    reading = rules_reading(BriefSource(text=text, source_id="brief", received_on=date(2026, 3, 2)))
    return sorted(map(_written, reading.facts.deliverables))


def _written(piece: Deliverable) -> str:
    seconds = f"{piece.duration_seconds}s" if piece.duration_seconds else "-"
    return f"{piece.quantity}×{seconds} {'+'.join(sorted(piece.aspect_ratios)) or '-'}"


def _expected(written: str) -> list[str]:
    if written == "nothing":
        return []
    parts = (part.strip().split(" ") for part in written.split(";"))
    return sorted(f"{count} {'+'.join(sorted(ratios.split('+')))}" for count, ratios in parts)


@pytest.mark.parametrize(("text", "expected"), [*LISTS, *PROSE])
def test_the_pieces_of_a_wording_are_read(text: str, expected: str) -> None:
    assert pieces(text) == _expected(expected)


@pytest.mark.parametrize(("text", "expected"), BRIEFS)
def test_the_pieces_of_a_brief_are_read_among_its_other_figures(text: str, expected: str) -> None:
    assert pieces(text) == _expected(expected)


def test_a_long_list_of_pieces_is_read_in_reasonable_time() -> None:
    text = "\n".join(f"- {n + 2} clips of {n % 50 + 10} seconds for market number {n}, 9:16" for n in range(200))
    begun = time.process_time()
    assert len(pieces(text)) > 100
    assert time.process_time() - begun < 10
