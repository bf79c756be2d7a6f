"""The exact before and after as plain values: all that changes is in it, money has its currency, ids their names."""

from __future__ import annotations

from typing import Any

from api.shown.diff import diff_of, sections_of
from api.shown.values import value_of
from store.kernel.money import Money


def change(table: str, row_id: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"table": table, "id": row_id, "before": before, "after": after, "base_version": 1}


def line(row_id: str, account: str, total: int, **more: Any) -> dict[str, Any]:
    row = {
        "id": row_id,
        "account_id": account,
        "description": row_id,
        "quantity": "1",
        "multiplier": "1",
        "unit": "Day",
    }
    return {**row, "rate_minor": total, "total_minor": total, "currency": "EUR", "source": "rate card X", **more}


def test_rows_that_come_in_numbers_share_a_table_and_single_rows_do_not() -> None:
    groups = diff_of(
        [
            change("clients", "cli_1", None, {"id": "cli_1", "name": "Lumen"}),
            change("budget_lines", "a", None, line("a", "acc", 100)),
            change("budget_lines", "b", None, line("b", "acc", 200)),
        ],
        {},
    )
    assert [(group.table, group.verb, len(group.rows)) for group in groups] == [
        ("clients", "new", 1),
        ("budget_lines", "new", 2),
    ]
    assert not groups[0].columns
    assert "description" in groups[1].columns
    assert "multiplier" not in groups[1].columns  # one throughout says nothing


def test_rows_of_one_kind_are_together_whatever_stands_between_them() -> None:
    stored = [
        change("budget_lines", "a", None, line("a", "acc", 100)),
        change("clients", "cli_1", None, {"id": "cli_1", "name": "Lumen"}),
        change("budget_lines", "b", None, line("b", "acc", 200)),
    ]
    assert [len(group.rows) for group in diff_of(stored, {})] == [2, 1]


def test_a_changed_row_shows_what_changes_before_and_after_and_nothing_else() -> None:
    (group,) = diff_of(
        [
            change(
                "projects",
                "p",
                {"id": "p", "name": "Old", "stage": "delivery"},
                {"id": "p", "name": "New", "stage": "delivery"},
            )
        ],
        {},
    )
    assert [(field.label, field.before.text, field.after.text) for field in group.rows[0].fields] == [
        ("name", "Old", "New")
    ]


def test_every_column_that_changes_is_in_the_view_also_a_technical_one() -> None:
    before, after = {"id": "b", "reading": {"a": 1}, "position": 1}, {"id": "b", "reading": {"a": 2}, "position": 2}
    (group,) = diff_of([change("briefs", "b", before, after)], {})
    assert {field.column for field in group.rows[0].fields} == {"reading", "position"}
    assert all(field.technical for field in group.rows[0].fields)


def test_a_removed_row_says_what_stood_there() -> None:
    (group,) = diff_of([change("clients", "c", {"id": "c", "name": "Lumen", "country": "NL"}, None)], {})
    assert group.verb == "removed"
    assert {field.column: field.value.text for field in group.rows[0].fields if not field.technical} == {
        "name": "Lumen",
        "country": "NL",
    }


def test_ids_are_told_by_the_names_of_the_set_itself_and_of_rows_outside_it() -> None:
    (_, lines) = diff_of(
        [
            change("budget_accounts", "acc", None, {"id": "acc", "code": "51", "name": "Producer", "budget_id": "bud"}),
            change("budget_lines", "a", None, line("a", "acc", 100, budget_id="bud")),
        ],
        {"bud": "Working budget"},
    )
    assert lines.rows[0].cell("account_id").value.text == "51 Producer"
    assert lines.rows[0].cell("budget_id").value.text == "Working budget"


def test_an_id_whose_name_nobody_told_stays_the_id() -> None:
    (group,) = diff_of([change("budget_lines", "a", None, line("a", "acc_hidden", 100))], {})
    assert group.rows[0].cell("account_id").value.text == "acc_hidden"


def test_money_has_its_currency_and_its_own_decimals() -> None:
    assert value_of("rate_minor", {"rate_minor": 123_456, "currency": "JPY"}, {}).text == str(Money(123_456, "JPY"))
    value = value_of("rate_minor", {"rate_minor": -5, "currency": "EUR"}, {})
    assert (value.minor, value.currency, value.figure) == (-5, "EUR", True)


def test_zero_is_shown_and_nothing_is_nothing() -> None:
    row = {"total_minor": 0, "currency": "EUR", "is_default": False, "notes": "", "quantity": "0"}
    assert value_of("total_minor", row, {}).text
    assert value_of("is_default", row, {}).text == "no"
    assert value_of("quantity", row, {}).text == "0"
    assert value_of("notes", row, {}).is_nothing


def test_lines_are_summed_by_account_before_and_after() -> None:
    stored = [
        change("budget_lines", name, line(name, account, 100), line(name, account, 250))
        for name, account in (("a", "x"), ("b", "x"), ("c", "y"), ("d", "y"))
    ]
    (group,) = diff_of(stored, {"x": "1 Prep", "y": "2 Shoot"})
    assert [(one.name, one.before, one.after) for one in sections_of(group)] == [
        ("1 Prep", Money(200, "EUR"), Money(500, "EUR")),
        ("2 Shoot", Money(200, "EUR"), Money(500, "EUR")),
    ]


def test_a_line_whose_total_stays_counts_with_it() -> None:
    changed = {**line("a", "x", 100), "description": "other"}
    stored = [change("budget_lines", name, line(name, "x", 100), {**changed, "id": name}) for name in "abcd"]
    (group,) = diff_of(stored, {})
    assert sections_of(group)[0].after == Money(400, "EUR")


def test_levers_in_a_list_say_their_sums() -> None:
    lever = {"description": "Shoot one day", "saving_minor": 100, "new_total_minor": 900, "fits": True}
    value = value_of("levers", {"levers": [lever], "currency": "EUR"}, {})
    assert "Shoot one day" in value.text
    assert str(Money(900, "EUR")) in value.text
