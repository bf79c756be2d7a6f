"""The form follows the operations, what was typed becomes operations, and a fault names its field."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from api.web.approvals.edits import Fault, Typed, edited, edits_of
from api.web.approvals.form import form_of
from store.kernel.errors import Invalid

LINE: dict[str, Any] = {
    "kind": "add_budget_line",
    "id": "l1",
    "budget_id": "b",
    "account_id": "a",
    "position": 0,
    "description": "Gaffer",
    "quantity": "2",
    "multiplier": "1",
    "unit": "Day",
    "rate_minor": 52_000,
    "currency": "EUR",
    "rate_item_id": "r1",
    "source": "rate card LGT-01",
}
OFFER: dict[str, Any] = {
    "kind": "create_proposal",
    "id": "pro",
    "project_id": "p",
    "title": "Film",
    "currency": "EUR",
    "subtotal_minor": 100,
    "contingency_minor": 10,
    "fee_minor": 0,
    "tax_minor": 0,
    "total_minor": 110,
    "milestones": [
        {"name": "Prep", "starts_on": "2027-03-01", "ends_on": "2027-03-05", "rule": "r"},
        {"name": "Shoot", "starts_on": "2027-03-08", "ends_on": "2027-03-09", "rule": "r"},
    ],
    "assumptions": ["One camera"],
    "levers": [{"description": "Less", "saving_minor": 1, "new_total_minor": 2, "fits": True}],
}


def edit(operations: list[dict[str, Any]], *removed: str, **values: str) -> Any:
    typed = Typed({path.replace("__", "."): value for path, value in values.items()}, removed)
    return edited(operations, form_of(operations, {}), typed)


def test_a_line_has_typed_fields_and_none_for_what_is_fixed_or_computed() -> None:
    (part,) = form_of([LINE], {"a": "61 Gaffer"})
    assert {field.name: field.kind for field in part.fields} == {
        "description": "text",
        "quantity": "number",
        "multiplier": "number",
        "unit": "choice",
        "rate_minor": "money",
    }
    rate = part.field("rate_minor")
    assert rate is not None
    assert (rate.value, rate.currency) == ("520.00", "EUR")
    assert part.account == "61 Gaffer"


def test_totals_of_an_offer_with_lines_are_no_fields_and_without_lines_all_but_the_sum_are() -> None:
    budget = {"kind": "create_budget", "proposal_id": "pro"}
    with_lines = form_of([OFFER, budget], {})[0]
    assert not [field for field in with_lines.fields if field.kind == "money"]
    alone = form_of([OFFER], {})[0]
    assert [field.name for field in alone.fields if field.kind == "money"] == [
        "subtotal_minor",
        "contingency_minor",
        "fee_minor",
        "tax_minor",
    ]
    (operation,) = edit([OFFER], **{"0__subtotal_minor": "20.00"})
    assert operation.total_minor == 2010


def test_nested_parts_are_edited_in_place_and_taken_out() -> None:
    (operation,) = edit([OFFER], "0.milestones.0", **{"0__milestones__1__ends_on": "2027-03-12"})
    assert [(one.name, one.ends_on.isoformat()) for one in operation.milestones] == [("Shoot", "2027-03-12")]


def test_another_rate_is_set_by_hand_and_another_quantity_still_rests_on_the_rate_card() -> None:
    (by_hand,) = edit([LINE], **{"0__rate_minor": "600"})
    assert (by_hand.rate_minor, by_hand.source, by_hand.rate_item_id) == (60_000, "set by hand", None)
    (same_rate,) = edit([LINE], **{"0__quantity": "3,5"})
    assert (same_rate.quantity, same_rate.source) == (Decimal("3.5"), "rate card LGT-01")


def test_an_operation_that_is_taken_out_is_gone_and_the_others_stay_as_they_were() -> None:
    other = {**LINE, "id": "l2"}
    (left,) = edit([LINE, other], "0")
    assert left.id == "l2"


@pytest.mark.parametrize(
    ("path", "typed", "said"),
    [
        ("0.quantity", "many", "cannot be read"),
        ("0.quantity", "-1", "greater than or equal"),
        ("0.description", "  ", "cannot be empty"),
        ("0.rate_minor", "1.005", "at most 2 digits"),
    ],
)
def test_a_fault_names_its_field(path: str, typed: str, said: str) -> None:
    with pytest.raises(Fault) as fault:
        edited([LINE], form_of([LINE], {}), Typed({path: typed}, ()))
    assert fault.value.path == path
    assert said in fault.value.message


def test_a_fault_in_a_part_names_the_part_where_it_stood_before_others_were_taken_out() -> None:
    with pytest.raises(Fault) as fault:
        edit([OFFER], "0.milestones.0", **{"0__milestones__1__ends_on": "2027-03-01"})
    assert fault.value.path == "0.milestones.1"


def test_what_is_no_field_cannot_be_typed_into() -> None:
    (operation,) = edit([LINE], **{"0__currency": "USD", "0__budget_id": "other", "0__quantity": "4"})
    assert (operation.currency, operation.budget_id) == ("EUR", "b")


def test_changing_nothing_or_taking_out_everything_is_said() -> None:
    for typed in (Typed({}, ()), Typed({}, ("0",))):
        with pytest.raises(Invalid):
            edited([LINE], form_of([LINE], {}), typed)


def test_the_edits_are_told_in_words() -> None:
    form = form_of([LINE], {})
    (one,) = edits_of(form, Typed({"0.quantity": "3"}, ()))
    assert (one.what, one.before, one.after) == ("Quantity", "2", "3")


@pytest.mark.parametrize("typed", ["1,250.50", "1.250,50", "1 250,5"])
def test_an_amount_is_read_as_in_every_other_form(typed: str) -> None:
    (operation,) = edited([LINE], form_of([LINE], {}), Typed({"0.rate_minor": typed}, ()))
    assert operation.model_dump()["rate_minor"] == 125_050


@pytest.mark.parametrize("typed", ["1.250", "12.345", "NaN", "1e3", "Infinity", "1.2.3,4,5x", "  ' "])
def test_an_amount_that_could_mean_two_things_or_none_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(Fault) as refusal:
        edited([LINE], form_of([LINE], {}), Typed({"0.rate_minor": typed}, ()))
    assert refusal.value.path == "0.rate_minor"
