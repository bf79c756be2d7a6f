"""Briefs as a page's layout breaks them: lines wrapped in mid-sentence, tables with a blank line between the rows."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

_TABLE = """\
2. Deliverables

Ref | Item | Qty | Duration | Formats

A | Brand film | 1 | 2:00 | 16:9

B | Product explainers | 4 | 0:45 | 16:9, 1:1

C | Social teasers | 8 | 0:10 | 9:16

D | Photography (stills) | 20 | - 3:2

3. Production

We expect four shoot days at our factory in Eindhoven.
"""


@pytest.mark.parametrize(
    "number",
    ["+31\n40 555 0137", "+31 40\n555 0137", "+31 40 555 0137", "+44 (0)20 7946 0111", "tel. 040 555 0137"],
)
def test_a_phone_number_is_no_budget_even_where_the_line_breaks_in_it(number: str) -> None:
    text = f"5. Commercial\nThe total budget shall not exceed EUR 145,000.\nContact: Ms Ingrid de Wit, {number}.\n"
    reading = read(text)
    assert reading.facts.budget_max is not None
    assert reading.facts.budget_max.minor == 14_500_000
    assert not [w for w in reading.warnings if w.code == "contradiction"]


def test_a_budget_beside_a_phone_number_is_still_read() -> None:
    facts = read("Budget: 45 000\nPhone: +31 40 555 0137\n").facts
    assert facts.budget_max is not None
    assert facts.budget_max.minor == 4_500_000


def test_a_labelled_sentence_goes_on_where_its_line_is_wrapped() -> None:
    facts = read(
        "We expect four shoot days: two at our factory in Eindhoven, one in a family home in Utrecht and\n"
        "one at an installation in Antwerp.\n"
    ).facts
    assert facts.shoot_days == 4
    assert facts.locations == ("Eindhoven", "Utrecht", "Antwerp")


def test_the_term_on_the_line_after_a_comma_belongs_to_the_usage() -> None:
    usage = read(
        "Usage: all media, Benelux, France and Germany,\n3 years.\nTwo feedback rounds per film.\n"
    ).facts.usage
    assert usage is not None
    assert usage.media == ("all media",)
    assert usage.months == 36


def test_usage_and_rounds_are_read_in_the_middle_of_a_chapter_on_money() -> None:
    facts = read(
        "5. Commercial\nThe budget is EUR 145,000 excluding VAT. Payment terms: 60 days after\n"
        "invoice. Penalty of 1% per week for late delivery. Usage: all media, Benelux, France and Germany,\n"
        "3 years.\nTwo feedback rounds per film.\n"
    ).facts
    assert facts.usage is not None
    assert facts.usage.months == 36
    assert facts.revision_rounds == 2


def test_a_wrapped_bullet_keeps_its_second_line() -> None:
    facts = read(
        "We need:\n- one brand film of two minutes for our trade fair stand and\n  four teasers of 15 seconds\n"
    ).facts
    assert sorted(d.quantity for d in facts.deliverables) == [1, 4]


def test_a_line_with_a_label_of_its_own_is_not_drawn_into_the_one_above() -> None:
    facts = read("Usage: paid social and online video across all of our owned channels,\nBudget: EUR 30,000\n").facts
    assert facts.budget_max is not None
    assert facts.budget_max.minor == 3_000_000


def test_every_quote_of_a_wrapped_sentence_stands_in_the_source() -> None:
    text = (
        "Usage: all media, Benelux, France and Germany,\n3 years.\nTwo shoot days: one in Utrecht and\none in Ghent.\n"
    )
    for quotes in read(text).evidence.values():
        for quote in quotes:
            assert text[quote.start : quote.end] == quote.quote


def test_rows_of_a_table_keep_their_columns_across_blank_lines_and_a_dash_run_into_the_next_cell() -> None:
    pieces = read(_TABLE).facts.deliverables
    assert [(d.quantity, d.duration_seconds, d.aspect_ratios) for d in pieces] == [
        (1, 120, ("16:9",)),
        (4, 45, ("16:9", "1:1")),
        (8, 10, ("9:16",)),
        (20, None, ("3:2",)),
    ]


def test_an_empty_cell_at_either_end_of_a_row_keeps_the_others_in_their_columns() -> None:
    rows = " | Brand film | 2 | 60s | 16:9\n\nB | Product stills | 12 | - |\n\nWe film for two days in Ghent.\n"
    text = f"Ref | Item | Qty | Duration | Formats\n\n{rows}"
    assert [(d.quantity, d.duration_seconds) for d in read(text).facts.deliverables] == [(2, 60), (12, None)]
