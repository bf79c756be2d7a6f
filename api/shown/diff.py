"""The exact before and after of a change set, as plain values that any door draws.

Everything that would change is in it, each value once. Rows of a kind that come in numbers (budget lines, milestones)
share a table, every other row has a block of its own; columns that say nothing to a person are marked `technical`, for
the door to put aside but never to leave out of reach.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from api.shown.values import NOTHING, Value, heading_of, kind_of, name_of, value_of
from store.kernel.money import Money

Verb = Literal["new", "changed", "removed"]
RowChange = Mapping[str, Any]

_TECHNICAL = frozenset({"id", "reading", "source_text", "position", "sha256", "media_type", "size_bytes"})
# Of tables whose rows come in numbers: the columns that tell one row from another.
_TOGETHER: dict[str, tuple[str, ...]] = {
    "budget_accounts": ("code", "name"),
    "budget_lines": ("account_id", "description", "quantity", "multiplier", "unit", "rate_minor", "total_minor"),
    "proposal_milestones": ("name", "starts_on", "ends_on"),
    "memberships": ("user_id", "project_id"),
    "users": ("name", "email", "role"),
    "rate_items": ("code", "department", "description", "unit", "rate_minor"),
    "people": ("name", "job_title", "department"),
}
_BELONGS = ("proposal_id", "project_id")
_FEW = 3  # changed rows of a kind, up to which each keeps its own block


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a row: its value before and after. In a new row `before` is nothing, in a removed one `after`."""

    column: str
    label: str
    before: Value
    after: Value
    technical: bool = False

    @property
    def changed(self) -> bool:
        return self.before != self.after

    @property
    def value(self) -> Value:
        """What stands there in the end; of a removed row, what stood there."""
        return self.before if self.after.is_nothing else self.after


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is made, changed or removed. `fields` are those that say something or change."""

    id: str
    name: str
    fields: tuple[Field, ...]
    source: str = ""

    def cell(self, column: str) -> Field:
        empty = Field(column, heading_of(column), NOTHING, NOTHING)
        return next((field for field in self.fields if field.column == column), empty)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a table that meet the same fate; with `columns`, they are to share a table of those."""

    table: str
    verb: Verb
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return kind_of(self.table, len(self.rows))


@dataclass(frozen=True, slots=True)
class Section:
    """Budget lines of one account; `total` is what they come to (before, after), None in a mix of currencies."""

    name: str
    rows: tuple[Row, ...]
    before: Money | None
    after: Money | None


def diff_of(row_changes: Sequence[RowChange], names: Mapping[str, str]) -> tuple[Group, ...]:
    """Return what a change set would change, by kind and fate, in the order in which each first appears.

    `names` are those of rows that are named by id and are not in the set itself.
    """
    known = {**names, **own_names(row_changes)}
    rows: dict[tuple[str, Verb], list[RowChange]] = {}
    for change in row_changes:
        rows.setdefault((str(change["table"]), _verb(change)), []).append(change)
    return tuple(_group(table, verb, changes, known) for (table, verb), changes in rows.items())


def own_names(row_changes: Sequence[RowChange]) -> dict[str, str]:
    """Return what people call the rows of a change set, by their ids."""
    return {change["id"]: _account_name(change["table"], change["after"] or change["before"]) for change in row_changes}


def sections_of(group: Group) -> tuple[Section, ...]:
    """Return the rows of a group of budget lines by account, each account with its sum."""
    by_account: dict[str, list[Row]] = {}
    for row in group.rows:
        by_account.setdefault(row.cell("account_id").value.text, []).append(row)
    return tuple(
        Section(name, tuple(rows), _sum([r.cell("total_minor").before for r in rows]), _sum([_kept(r) for r in rows]))
        for name, rows in by_account.items()
    )


def _kept(row: Row) -> Value:
    """Return the total a line has in the end: of a field that does not change, before is after."""
    return row.cell("total_minor").after


def _sum(values: Sequence[Value]) -> Money | None:
    sums = [Money(value.minor, value.currency) for value in values if value.minor is not None and value.currency]
    if not sums or len({amount.currency for amount in sums}) > 1:
        return None
    return Money(sum(amount.minor for amount in sums), sums[0].currency)


def _group(table: str, verb: Verb, changes: Sequence[RowChange], names: Mapping[str, str]) -> Group:
    rows = tuple(_row(change, names) for change in changes)
    several = len(rows) > (_FEW if verb == "changed" else 1)
    columns = _TOGETHER.get(table, ()) if several else ()
    return Group(table, verb, rows, tuple(column for column in columns if not _says_nothing(column, rows)))


def _row(change: RowChange, names: Mapping[str, str]) -> Row:
    before, after = change["before"] or {}, change["after"] or {}
    always = _TOGETHER.get(str(change["table"]), ())
    fields = []
    for column in after or before:
        old, new = (value_of(column, row, names) for row in (before, after))
        both = change["before"] is not None and change["after"] is not None
        # Two values that read alike may differ in what is not shown of them; nothing that changes is left out.
        differs = before.get(column) != after.get(column)
        if (both and not differs and column not in always) or (old.is_nothing and new.is_nothing):
            continue
        fields.append(Field(column, heading_of(column), old, new, column in _TECHNICAL))
    source = str((after or before).get("source") or (after or before).get("rule") or "")
    # What has no name of its own, such as an agreement, is called by what it belongs to.
    belongs = next((names[row_id] for key in _BELONGS if (row_id := str((after or before).get(key))) in names), "")
    return Row(str(change["id"]), name_of(after or before) or belongs, tuple(fields), source)


def _verb(change: RowChange) -> Verb:
    return "new" if change["before"] is None else "removed" if change["after"] is None else "changed"


def _says_nothing(column: str, rows: Sequence[Row]) -> bool:
    """A multiplier of one throughout is not worth a column."""
    return column == "multiplier" and all(
        value.text in ("1", "") for row in rows for value in (row.cell(column).before, row.cell(column).after)
    )


def _account_name(table: str, row: Mapping[str, Any]) -> str:
    return f"{row['code']} {row['name']}" if table == "budget_accounts" else name_of(row)
