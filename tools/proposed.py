"""What a change set would make, read from its rows: a project's budget before there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from store.budget.queries import Line, matching
from store.changes.tables import ChangeSet
from store.kernel.money import Money, total
from tools.money_rows import line_text, part_in

_COLUMN_OF_PART = {"net": "subtotal_minor"}


@dataclass(frozen=True)
class Sums:
    """What a change set says of something: a sentence with the sum, and the lines that it is the sum of."""

    said: str
    lines: tuple[str, ...] = ()


def sums_for(change_set: ChangeSet, what: str) -> Sums:
    """Return what the budget lines and totals that a change set makes or changes come to for `what`."""
    if part := part_in(what):
        column = _COLUMN_OF_PART.get(part, f"{part}_minor")
        offers = [row for row in rows_after(change_set, "proposals") if row.get(column) is not None]
        if offers:
            sums = ", ".join(str(Money(row[column], row["currency"])) for row in offers)
            return Sums(f"The {part} in it, from its totals: {sums}.")
    found = lines_for(change_set, what)
    if not found:
        return Sums(f"It has no line for “{what}”.")
    sum_ = total((Money(line.total_minor, line.currency) for line, _ in found), found[0][0].currency)
    return Sums(
        f"“{what}” in {change_set.code}: {sum_}.", tuple(f"{line_text(line)} ({source})" for line, source in found)
    )


def lines_for(change_set: ChangeSet, what: str) -> list[tuple[Line, str]]:
    """Return the budget lines that it makes or changes for `what`, each with where its price comes from."""
    accounts = {row["id"]: row["name"] for row in rows_after(change_set, "budget_accounts")}
    rows = list(rows_after(change_set, "budget_lines"))
    return [
        (
            Line(
                id=row["id"],
                description=row["description"],
                quantity=Decimal(row["quantity"]),
                multiplier=Decimal(row["multiplier"]),
                unit=row["unit"],
                rate_minor=row["rate_minor"],
                total_minor=row["total_minor"],
                currency=row["currency"],
            ),
            row["source"],
        )
        for row in matching(what, rows, [f"{accounts.get(row['account_id'], '')} {row['description']}" for row in rows])
    ]


def rows_after(change_set: ChangeSet, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table as they would be once the change set is applied."""
    return (row["after"] for row in change_set.row_changes if row["table"] == table and row["after"] is not None)
