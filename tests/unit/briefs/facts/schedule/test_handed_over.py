"""A day is a delivery where its own words say that finished work changes hands."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief

HEAD = "Hello, Pell & Rowan here. We want one 60-second film, 16:9. We shoot on 4 May 2026 in Leith.\n"


def due(line: str) -> date | None:
    source = BriefSource(text=f"{HEAD}{line}\n", received_on=date(2026, 3, 2), source_id="s1")
    return read_brief(source).facts.delivery_on


@pytest.mark.parametrize(
    "line",
    [
        "Übergabe der fertigen Filme: 12. Juni 2026",
        "Endabnahme aller Clips: 12.06.2026",
        "Everything final by: 12 June",
        "Ready: 12 June 2026.",
        "Overdragelse af de færdige film: 12. juni 2026",
        "On doit l'avoir pour le 12 juin.",
        "It needs to be in my hands by 12 June because the council meets on the Tuesday after.",
        "Il video finale deve essere da noi il 12 giugno.",
    ],
)
def test_finished_work_that_changes_hands_is_the_delivery(line: str) -> None:
    assert due(line) == date(2026, 6, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Bids in by noon, 20 March 2026.",
        "Rohschnitt: 20. Mai 2026",
        "La capitainerie ouvre le 12 juin.",
        "Need a yes/no by 12 June.",
    ],
)
def test_a_price_a_first_cut_or_an_opening_is_none(line: str) -> None:
    assert due(line) is None
