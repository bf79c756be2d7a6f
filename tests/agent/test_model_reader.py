"""A model's reading of a brief counts only where its words stand in the brief and its figures read the same to us."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.quarantine import BriefForm, Day, Number, Person, Piece, Sum, Text, locate, settle
from copilot.briefs.reading import BriefReader
from copilot.open import reader_for
from copilot.settings import CopilotSettings
from store.kernel.errors import DomainError
from tests.agent.openai_server import Call, Endpoint, Refuse, Say, Status, Step, serve

BRIEF = """Hello,
We need one 60 second film for Lumen, delivered by 14 May 2027.
The budget is EUR 85,000. Two shoot days.
Anna Weiss, anna@lumen.example
"""
SOURCE = BriefSource(text=BRIEF, source_id="doc_1", received_on=date(2027, 3, 1), home_currency="EUR")


def test_what_is_quoted_and_read_the_same_is_kept_with_its_place() -> None:
    reading = settle(
        SOURCE,
        BriefForm(
            client=Text(value="Lumen", quote="film for Lumen"),
            deliverables=[Piece(name="film", kind="film", quantity=1, duration_seconds=60, quote="one 60 second film")],
            budget_max=Sum(minor=8_500_000, currency="EUR", quote="EUR 85,000"),
            delivery_on=Day(value=date(2027, 5, 14), quote="delivered by 14 May 2027"),
            shoot_days=Number(value=Decimal(2), quote="Two shoot days"),
        ),
    )
    assert reading.facts.client == "Lumen"
    assert reading.facts.budget_max is not None
    assert reading.facts.budget_max.minor == 8_500_000
    assert reading.facts.delivery_on == date(2027, 5, 14)
    for quotes in reading.evidence.values():
        for quote in quotes:
            assert BRIEF[quote.start : quote.end] == quote.quote


def test_a_quote_that_the_brief_does_not_hold_becomes_a_question() -> None:
    reading = settle(SOURCE, BriefForm(client=Text(value="Aurora Corp", quote="our client Aurora Corp")))
    assert reading.facts.client is None
    assert "client" in {question.field for question in reading.open_questions}


def test_an_amount_that_our_grammar_does_not_read_in_the_quote_is_not_taken() -> None:
    reading = settle(SOURCE, BriefForm(budget_max=Sum(minor=850_000_000, currency="EUR", quote="EUR 85,000")))
    assert reading.facts.budget_max is None
    assert "budget_max" in {question.field for question in reading.open_questions}


def test_a_budget_by_the_piece_is_multiplied_by_us() -> None:
    brief = "We need four films of 60 seconds. The budget is EUR 8,000 per film."
    form = BriefForm(
        deliverables=[Piece(name="films", kind="film", quantity=4, duration_seconds=60, quote="four films")],
        budget_max=Sum(minor=800_000, currency="EUR", quote="EUR 8,000 per film"),
    )
    facts = settle(replace(SOURCE, text=brief), form).facts
    assert facts.budget_max is not None
    assert facts.budget_max.minor == 3_200_000
    assert facts.budget_each is not None
    assert facts.budget_each.count == 4


def test_a_date_that_the_quote_does_not_say_is_not_taken() -> None:
    reading = settle(SOURCE, BriefForm(delivery_on=Day(value=date(2027, 6, 14), quote="14 May 2027")))
    assert reading.facts.delivery_on is None


def test_an_invented_address_is_left_out_of_a_contact() -> None:
    contact = settle(
        SOURCE, BriefForm(contact=Person(name="Anna Weiss", email="ceo@lumen.example", quote="Anna Weiss"))
    ).facts.contact
    assert contact is not None
    assert (contact.name, contact.email) == ("Anna Weiss", None)


def test_a_quote_is_found_however_its_lines_were_broken() -> None:
    assert locate("two\n  shoot days", "Two shoot days") == (0, 16)
    assert locate("two shoot days", "three shoot days") is None


def reader_at(endpoint: Endpoint) -> BriefReader:
    settings = CopilotSettings(model="test", model_base_url=endpoint.url, model_timeout=5, model_retries=0)
    return reader_for(settings)


def test_a_hosted_model_fills_the_form_and_is_given_no_tool_but_the_form() -> None:
    form = {"client": {"value": "Lumen", "quote": "film for Lumen"}}
    with serve(Call((("BriefForm", json.dumps(form)),))) as endpoint:
        reading = reader_at(endpoint)(SOURCE)
    assert reading.facts.client == "Lumen"
    assert [tool["function"]["name"] for tool in endpoint.requests[0]["tools"]] == ["BriefForm"]
    assert BRIEF in endpoint.requests[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    "step",
    [
        Call((("BriefForm", "{not json"),)),
        Call((("BriefForm", json.dumps({"client": 7})),)),
        Say(("I would rather talk.",)),
        Refuse("I cannot help with that."),
        Status(429),
        Status(500),
    ],
    ids=["broken json", "wrong types", "chatter", "refusal", "rate limit", "server error"],
)
def test_a_model_that_gives_no_form_ends_in_one_clear_refusal(step: Step) -> None:
    with serve(step) as endpoint, pytest.raises(DomainError) as refusal:
        reader_at(endpoint)(SOURCE)
    assert refusal.value.code == "model_failed"
    assert refusal.value.message.endswith(".")
