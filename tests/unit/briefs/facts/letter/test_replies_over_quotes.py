"""A short reply above the first mail: what it says anew stands, and the quoted mail says the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from store.proposals.facts import BriefReading
from tests.unit.briefs.facts.briefs import read

QUOTED = """\
> Hi,
>
> We need one 60-second brand film and six 6-second bumpers.
> Two shoot days in Leeds. Budget around £40,000.
> Delivery by 12 February 2027.
>
> Tom Hill
"""


def reply(
    words: str, header: str = "On Mon, 5 Oct 2026 at 10:00, Tom Hill <tom@acme.example> wrote:\n"
) -> BriefReading:
    return read(f"Hi,\n\n{words}\n\nTom\n\n{header}{QUOTED}", received_on=date(2026, 10, 6))


@pytest.mark.parametrize(
    "rest",
    [
        "Everything else as below.",
        "Everything else as before.",
        "The rest is as per my mail below.",
        "All else stands.",
        "All else unchanged.",
        "Alles andere wie unten.",
        "Der Rest bleibt wie besprochen.",
        "Tout le reste est comme ci-dessous.",
        "Lo demás como abajo.",
        "De rest zoals hieronder.",
        "Resten enligt nedan.",
        "Alt andet som nedenfor.",
        "Alt annet som nedenfor.",
        "Il resto come sotto.",
        "O resto como abaixo.",
    ],
)
def test_a_reply_that_leaves_the_rest_keeps_the_quoted_facts_and_its_own_figure(rest: str) -> None:
    facts = reply(f"We can stretch to £48k ex VAT.\n{rest}").facts
    assert facts.budget_max is not None
    assert (facts.budget_max.minor, facts.tax_included) == (4_800_000, False)
    assert (facts.shoot_days, facts.locations, facts.delivery_on) == (Decimal(2), ("Leeds",), date(2027, 2, 12))
    assert [p.quantity for p in facts.deliverables] == [1, 6]


@pytest.mark.parametrize(
    "header",
    ["", "On Mon, Tom wrote:\n", "From: Tom Hill\nSent: 5 October 2026 10:00\nTo: Studio\nSubject: A film\n\n"],
)
def test_a_newer_budget_stands_whoever_the_header_names(header: str) -> None:
    budget = reply("We can stretch to £48k ex VAT.\nEverything else as before.", header).facts.budget_max
    assert budget is not None
    assert budget.minor == 4_800_000


@pytest.mark.parametrize(
    "words",
    [
        "The bumpers are now four, not six.",
        "Please make it four bumpers instead of six.",
        "We now need only four bumpers.",
    ],
)
def test_a_new_count_changes_its_piece_and_leaves_the_others(words: str) -> None:
    pieces = reply(f"{words} Everything else as below.").facts.deliverables
    assert [(p.quantity, p.duration_seconds) for p in pieces] == [(1, 60), (4, 6)]


def test_a_newer_deadline_overrides_the_quoted_one() -> None:
    facts = reply("Delivery is now 26 February 2027. Everything else as below.").facts
    assert facts.delivery_on == date(2027, 2, 26)
    assert facts.budget_max is not None
    assert facts.budget_max.minor == 4_000_000


def test_every_quote_of_a_merged_reading_stands_in_the_mail() -> None:
    words = "We can stretch to £48k ex VAT. The bumpers are now four, not six. Everything else as below."
    text = f"Hi,\n\n{words}\n\nTom\n\n{QUOTED}"
    assert all(text[q.start : q.end] == q.quote for quotes in read(text).evidence.values() for q in quotes)
