"""The same facts in the words people use: who it is for, where, how often changed, and what of tax."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief
from store.proposals.facts import BriefReading


def reading(text: str) -> BriefReading:
    return read_brief(BriefSource(text=text, source_id="s", received_on=date(2026, 3, 10), home_currency="EUR"))


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("I run a small pottery studio called Clay Days in Totnes and need a two minute film.", "Clay Days"),
        ("ny jobb fra Sparefro (app for ungdom)\n\nvi trenger en film på 60 sek", "Sparefro"),
        ("hi it's gwen from calder shipbuilding um so we need a film of two minutes", "Calder Shipbuilding"),
        ("Kunde Fritzquell Limonade braucht einen Sechzigsekünder.", "Fritzquell Limonade"),
        ("A Universidade do Vale do Lima pretende um vídeo de três minutos.", "Universidade do Vale do Lima"),
        ("3 x :15 verticals and 1 x 60\" hero in 16:9 for Brightwater Oat", "Brightwater Oat"),
    ],
)  # fmt: skip
def test_the_client_is_whose_film_it_is(text: str, client: str) -> None:
    assert reading(text).facts.client == client


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Film: 60 Sekunden. Wir möchten zweimal Feedback geben können.", 2),
        ("A 60 second film. Each output is reviewed three times by us.", 3),
        ("Un film da 60 secondi. I giri di correzioni saranno due.", 2),
        ("En film på 60 sekunder. Korrektur: en omgång per film.", 1),
        ("A 60s film. One round on storyboard and one on animation so call it 2 rounds.", 2),
    ],
)
def test_rounds_of_changes_are_counted_however_they_are_said(text: str, rounds: int) -> None:
    assert reading(text).facts.revision_rounds == rounds


@pytest.mark.parametrize(
    ("text", "included", "words"),
    [
        ("A 60s film, budget £7,500 ex VAT", False, "ex VAT"),
        ("A 60s film for £6,800, no VAT on top please", True, "no VAT on top"),
        ("Ein Film, 60 Sek., Budget 14.900,00 € o. MwSt.", False, "o. MwSt"),
        ("A 60s film.\nBudget: 84k. That's pounds, and without the VAT.", False, "without the VAT"),
    ],
)
def test_the_quote_for_tax_holds_the_words_about_tax(text: str, included: bool, words: str) -> None:
    read = reading(text)
    assert read.facts.tax_included is included
    assert any(words in quote.quote for quote in read.evidence["tax_included"])


def test_a_reply_that_leaves_the_rest_as_before_keeps_what_its_writer_said() -> None:
    text = (
        "Sorry, we can only do £9,200 + VAT now. Rest as before.\n\nColm\n\n"
        "On Tue, 3 Mar 2026 at 09:00, Colm Fairley <colm@tarnside.example> wrote:\n"
        "> One 30 second film in 4:5, one studio day in Kendal, £11,000 + VAT, delivery 25 September, two rounds.\n"
    )
    source = BriefSource(
        text=text, source_id="s", received_on=date(2026, 3, 10), sender_name="Colm Fairley",
        sender_email="colm@tarnside.example",
    )  # fmt: skip
    read = read_brief(source)
    assert read.facts.budget_max is not None
    assert (read.facts.budget_max.minor, read.facts.delivery_on) == (920000, date(2026, 9, 25))
    assert all(text[q.start : q.end] == q.quote for quotes in read.evidence.values() for q in quotes)


def test_the_place_of_a_transcript_without_capitals_is_found() -> None:
    read = reading("we can give you the yard in barrow for three days of filming for a film of two minutes")
    assert read.facts.locations == ("Barrow",)
    assert read.evidence["locations"][0].quote == "barrow"
