"""Whose money a figure is that names none, or names one that several countries share."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief
from store.proposals.facts import Amount, BriefFacts


def facts(text: str) -> BriefFacts:
    source = BriefSource(text=text, received_on=date(2026, 3, 2), source_id="s1", home_currency="EUR")
    return read_brief(source).facts


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("One 60-second film please. Budget is 12k plus GST, Pune office.\nIsha, +91 98200 55501", "INR"),
        ("One film of 60 seconds. Budget 4k ex VAT.\nPriya, 07700 900 112", "GBP"),
        ("Queremos un video de 60 segundos. Presupuesto: $4.500.000.\nFono: +56 9 5555 0101", "CLP"),
        ("Queremos un video de 60 segundos. Presupuesto: 40 mil pesos.\nCel. +52 55 5555 0101", "MXN"),
        ("Nous voulons un film de 60 secondes. Budget : 4.500.000 FCFA.", "XOF"),
        ("One 60-second film. Budget is 30k all in, SGD of course.", "SGD"),
        ("One 60-second film. Budget is 3k.", "EUR"),
        ("Ein Film, 10 Minuten, vom Schützenfest. Budget 1500. Heinrich, 0171 5550142", "EUR"),
        ("Queremos un video de 3 minutos, grabar en Tandil. Presupuesto: 9 palos.", "ARS"),
        ("Es Filmli vo de Chilbi, 2 Minute. 1200 Stutz.", "CHF"),
    ],
)
def test_money_is_that_of_the_writers_country(text: str, currency: str) -> None:
    budget = facts(text).budget_max
    assert budget is not None
    assert budget.currency == currency


def test_a_denied_lower_bound_is_an_upper_one() -> None:
    read = facts("Queremos um filme de 60 segundos. Não temos mais de 1.800€.")
    assert (read.budget_min, read.budget_max) == (None, Amount(minor=180000, currency="EUR"))


def test_a_sentence_goes_on_about_the_budget_before_it() -> None:
    read = facts("We want one 60-second film. The budget is mine to decide. It is USD 9,000, and it cannot move.")
    assert read.budget_max == Amount(minor=900000, currency="USD")


def test_tax_left_open_is_none() -> None:
    assert facts("One 60-second film. Budget 9,000 EUR, tell me if that is with VAT or without.").tax_included is None


@pytest.mark.parametrize(
    ("said", "included"),
    [
        ("We have 9,000 EUR and cannot claim VAT back, so that is the figure including it.", True),
        ("Nous avons 9 000 € avant taxes.", False),
        ("Vi har 90 000 kr exklusive mervärdesskatt.", False),
    ],
)
def test_tax_is_read_from_the_sentence_and_from_its_long_names(said: str, included: bool) -> None:
    assert facts(f"One 60-second film.\n{said}").tax_included is included
