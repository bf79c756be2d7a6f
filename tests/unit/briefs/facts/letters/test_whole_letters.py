"""What a producer reads in a whole letter, its client, contact, pieces, places and dates together, is read."""

from __future__ import annotations

from datetime import date

import pytest

from store.proposals.facts import BriefReading, Deliverable
from tests.unit.briefs.facts.briefs import read
from tests.unit.briefs.facts.letters.whole_letters import LETTERS


def _said(reading: BriefReading) -> dict[str, str]:
    facts = reading.facts
    return {
        "client": facts.client or "",
        "name": (facts.contact and facts.contact.name) or "",
        "pieces": "; ".join(sorted(map(_piece, facts.deliverables))),
        "locations": ", ".join(facts.locations),
        "delivery": str(facts.delivery_on),
        "shoot": ", ".join(map(str, facts.shoot_dates)),
    }


def _piece(piece: Deliverable) -> str:
    seconds = f"{piece.duration_seconds}s" if piece.duration_seconds else "-"
    return f"{piece.quantity}×{seconds} {'+'.join(sorted(piece.aspect_ratios)) or '-'}"


def _ordered(pieces: str) -> str:
    parts = (part.strip().split(" ") for part in pieces.split(";"))
    return "; ".join(sorted(f"{count} {'+'.join(sorted(ratios.split('+')))}" for count, ratios in parts))


@pytest.mark.parametrize(("text", "sender", "subject", "facts"), LETTERS)
def test_a_whole_letter_is_read_as_a_producer_reads_it(
    text: str, sender: tuple[str, str] | None, subject: str | None, facts: dict[str, str]
) -> None:
    expected = {**facts, "pieces": _ordered(facts["pieces"])} if "pieces" in facts else facts
    said = _said(read(text, received_on=date(2026, 3, 2), sender=sender, subject=subject))
    assert {field: said[field] for field in expected} == expected
