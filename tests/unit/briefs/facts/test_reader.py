"""What a producer reads in these briefs, rules mode reads too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from store.proposals.facts import Amount, BriefReading
from tests.unit.briefs.facts import briefs
from tests.unit.briefs.facts.briefs import read


def pieces(reading: BriefReading) -> set[tuple[int, int | None, tuple[str, ...]]]:
    return {(d.quantity, d.duration_seconds, tuple(sorted(d.aspect_ratios))) for d in reading.facts.deliverables}


def test_an_agencys_mail_is_about_its_client_and_names_the_agencys_producer_as_contact() -> None:
    facts = read(briefs.ENGLISH_MAIL).facts
    assert facts.client == "Lumen"
    assert facts.contact is not None
    assert (facts.contact.name, facts.contact.email) == ("Tessa Brandt", "tessa@hatchco.example")
    assert facts.contact.phone == "+44 20 7946 0111"


def test_cutdowns_each_in_two_formats_count_as_pieces_not_files() -> None:
    assert pieces(read(briefs.ENGLISH_MAIL)) == {
        (1, 60, ("16:9",)),
        (4, 15, ("1:1", "9:16")),
        (12, None, ()),
    }


def test_past_films_and_media_money_are_not_the_budget() -> None:
    facts = read(briefs.ENGLISH_MAIL).facts
    assert facts.budget_min == Amount(minor=4_000_000, currency="GBP")
    assert facts.budget_max == Amount(minor=5_000_000, currency="GBP")
    assert facts.tax_included is False


def test_usage_languages_rounds_and_shoot_are_read_from_one_mail() -> None:
    facts = read(briefs.ENGLISH_MAIL).facts
    assert facts.usage is not None
    assert facts.usage.media == ("social", "cinema")
    assert (facts.usage.territory, facts.usage.months) == ("UK and Ireland", 24)
    assert facts.languages == ("English", "Danish", "Swedish")
    assert facts.revision_rounds == 2
    assert facts.shoot_days == 2
    assert facts.shoot_dates == (date(2026, 9, 14), date(2026, 9, 15))
    assert facts.locations == ("Copenhagen",)
    assert facts.delivery_on == date(2026, 10, 9)


def test_german_fields_are_read_by_their_labels() -> None:
    facts = read(briefs.GERMAN_FIELDS).facts
    assert facts.client == "Alpenmilch"
    assert facts.title == "Sommerfrische"
    assert facts.locations == ("Davos", "Chur")
    assert facts.budget_max == Amount(minor=6_000_000, currency="CHF")
    assert facts.revision_rounds == 2
    assert facts.languages == ("German", "French")
    assert pieces(read(briefs.GERMAN_FIELDS)) == {(1, 45, ("16:9",)), (3, 15, ("1:1", "9:16")), (2, 6, ())}


def test_a_french_agencys_mail_gives_a_day_and_a_half_and_ignores_last_years_price() -> None:
    facts = read(briefs.FRENCH_MAIL).facts
    assert facts.client == "Maison Cléry"
    assert facts.shoot_days == Decimal("1.5")
    assert facts.budget_max == Amount(minor=1_800_000, currency="EUR")
    assert facts.revision_rounds == 3
    assert facts.languages == ("French", "Dutch")


def test_a_swedish_company_that_searches_a_partner_is_the_client() -> None:
    facts = read(briefs.SWEDISH_MAIL).facts
    assert facts.client == "Skogsbolaget"
    assert facts.objective is not None
    assert facts.objective.startswith("Syftet är")
    assert facts.budget_max == Amount(minor=25_000_000, currency="SEK")
    assert facts.delivery_on == date(2026, 5, 15)
    assert facts.usage is not None
    assert facts.usage.territory == "Sweden"


def test_a_tender_multiplies_teasers_by_the_films_they_come_from() -> None:
    assert pieces(read(briefs.TENDER)) == {(6, 240, ("16:9",)), (12, 20, ("9:16",)), (1, 90, ("16:9",))}


def test_a_tenders_own_deadlines_and_day_rates_are_neither_delivery_nor_budget() -> None:
    facts = read(briefs.TENDER).facts
    assert facts.delivery_on == date(2026, 7, 17)
    assert facts.budget_max == Amount(minor=12_000_000, currency="EUR")
    assert facts.shoot_days == 5
    assert facts.shoot_dates == ()


def test_a_chats_answers_take_their_meaning_from_the_studios_questions() -> None:
    facts = read(briefs.DANISH_CHAT, received_on=date(2026, 4, 12)).facts
    assert facts.delivery_on == date(2026, 6, 1)
    assert facts.budget_max == Amount(minor=8_000_000, currency="DKK")
    assert facts.shoot_days == Decimal("0.5")
    assert facts.locations == ("Odense",)
    assert facts.contact is not None
    assert facts.contact.name == "Anna Kvist"


def test_a_tables_columns_say_what_its_cells_are() -> None:
    assert pieces(read(briefs.TABLE)) == {
        (1, 90, ("16:9",)),
        (2, 30, ("16:9", "1:1")),
        (6, 10, ("9:16",)),
        (4, None, ()),
    }


def test_two_budgets_are_a_contradiction_and_the_lower_one_holds() -> None:
    reading = read(briefs.TABLE)
    assert reading.facts.budget_max == Amount(minor=4_800_000, currency="USD")
    warning = next(w for w in reading.warnings if w.code == "contradiction")
    assert [q.quote for q in warning.quotes] == ["55,000 USD", "$48,000"]
    assert any(q.field == "budget_max" for q in reading.open_questions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hey can you do 3 x 15s verticals for Nordlys by end of march, 20k eur max?", {(3, 15, ("9:16",))}),
        (
            "We need 1x60s, 2x30s and 4x15s cutdowns in 16:9 and 9:16 by 1 June 2026 for Nordlys.",
            {(1, 60, ("16:9", "9:16")), (2, 30, ("16:9", "9:16")), (4, 15, ("16:9", "9:16"))},
        ),
        (
            'We need a 60" hero plus 6" bumpers x5, everything in 16:9 and 1:1.',
            {(1, 60, ("16:9", "1:1")), (5, 6, ("16:9", "1:1"))},
        ),
        (
            "Ten episodes of six minutes each (16:9) and three clips in each of the ten episodes, 20 seconds, square.",
            {(10, 360, ("16:9",)), (30, 20, ("1:1",))},
        ),
    ],
)
def test_pieces_are_counted_as_a_producer_counts_them(
    text: str, expected: set[tuple[int, int | None, tuple[str, ...]]]
) -> None:
    assert {(n, s, frozenset(r)) for n, s, r in pieces(read(text))} == {(n, s, frozenset(r)) for n, s, r in expected}


def test_a_later_correction_wins_and_is_no_contradiction() -> None:
    reading = read("For Nordlys we need one 30s film, 16:9. Budget is €20,000. Actually, make that €17,500 budget.")
    assert reading.facts.budget_max == Amount(minor=1_750_000, currency="EUR")
    assert not any(w.code == "contradiction" for w in reading.warnings)


def test_what_is_missing_is_asked_and_never_invented() -> None:
    reading = read("hey can you do 3 x 15s verticals for Nordlys by end of march, 20k eur max?")
    assert reading.facts.usage is None
    assert reading.facts.revision_rounds is None
    asked = {q.field for q in reading.open_questions}
    assert {"usage", "revision_rounds", "shoot_days", "contact"} <= asked
    assert not {"client", "budget_max", "delivery_on"} & asked


def test_a_fact_called_open_stays_empty_and_is_asked() -> None:
    reading = read(
        "Client: Fenwick\nDeliverables: 1 x 40s film\nLocation: TBC\nBudget: to be confirmed\nDelivery: 3 May 2026"
    )
    assert reading.facts.locations == ()
    assert reading.facts.budget_max is None
    assert {"locations", "budget_max"} <= {q.field for q in reading.open_questions}


def test_a_text_that_is_no_brief_yields_nothing_but_a_warning() -> None:
    reading = read("Hi,\n\ndid you get my message from last week? Hope you had a lovely weekend.\n\nxx")
    assert reading.facts.client is None
    assert reading.facts.deliverables == ()
    assert [w.code for w in reading.warnings] == ["nothing_found"]


def test_a_delivery_before_the_brief_itself_is_pointed_out() -> None:
    reading = read("Client: Fenwick\nFilm: 1 x 40s, 16:9\nDelivery: 3 May 2025\nBudget: €9,000")
    assert "past_date" in {w.code for w in reading.warnings}


def test_a_shoot_before_the_brief_itself_is_pointed_out_and_kept() -> None:
    reading = read("Client: Fenwick\nFilm: 1 x 40s, 16:9\nShoot: 3 May 2025\nBudget: €9,000")
    warning = next(w for w in reading.warnings if w.code == "past_date")
    assert [q.quote for q in warning.quotes] == ["3 May 2025"]
    assert reading.facts.shoot_dates == (date(2025, 5, 3),)
