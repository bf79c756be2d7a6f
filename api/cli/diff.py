"""A change set at a terminal: what it is, each row's exact before and after, and apart from it the copilot's words.

Rows of a kind that come in numbers (budget lines, milestones) share a table; every other row has a block of its own.
Technical columns (ids, positions, rules, the reading behind a brief) are left to `--json`, which shows everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from api.cli.render import heading, money, status, table

if TYPE_CHECKING:
    from store.changes.tables import ChangeSet

Values = Mapping[str, Any]
RowChange = Mapping[str, Any]

_PROPOSERS = {"agent": "the copilot", "person": "a person", "token": "a program", "mailbox": "the mailbox"}
_LABELS = ("code", "name", "title", "description", "email", "filename")
_WORDS = ("title", "text", "question", "message", "description")
_HIDDEN = frozenset({"id", "reading", "source_text", "position"})
_TOGETHER: dict[str, tuple[str, ...]] = {
    "budget_accounts": ("code", "name"),
    "budget_lines": ("account_id", "description", "quantity", "multiplier", "unit", "rate_minor", "total_minor"),
    "proposal_milestones": ("name", "starts_on", "ends_on"),
    "memberships": ("user_id", "project_id"),
    "users": ("name", "email", "role"),
}
_NUMBERS = ("quantity", "multiplier", "rate", "total")


def show_change_set(out: Console, change_set: ChangeSet) -> None:
    """Print a change set for the person who is to decide it."""
    who = "this terminal" if change_set.proposed_by == "terminal" else _PROPOSERS[change_set.proposed_kind]
    if change_set.proposed_kind == "agent":
        who = _PROPOSERS["agent"]
    out.print(f"[bold]{change_set.id}[/]  {escape(change_set.title)}  {status(change_set.status)}")
    out.print(
        f"[dim]filed {change_set.created_at:%d %b %Y %H:%M} UTC by {who} ({change_set.origin_channel}); "
        f"expires {change_set.expires_at:%d %b %Y}[/]"
    )
    if change_set.tainted:
        out.print("[yellow]Text from outside the studio was read for this.[/]")
    heading(out, "Before and after")
    names = _names(change_set.row_changes)
    for (kind, verb), group in groupby(change_set.row_changes, lambda change: (change["table"], _verb(change))):
        rows = list(group)
        if verb == "new" and kind in _TOGETHER and len(rows) > 1:
            _show_together(out, kind, [row["after"] for row in rows], names)
        else:
            for row in rows:
                _show_row(out, row, verb, names)
    for effect in change_set.effects:
        out.print(f"then {effect['kind']} {escape(str(effect['payload'].get('to', '')))}")
    if change_set.rationale:
        out.print()
        out.print(Text("The copilot says: ", style="dim") + Text(change_set.rationale))


def _show_row(out: Console, change: RowChange, verb: str, names: Mapping[str, str]) -> None:
    before, after = change["before"] or {}, change["after"] or {}
    mark = {"new": "[green]+ new[/]", "removed": "[red]- removed[/]", "changed": "[yellow]~ changed[/]"}[verb]
    out.print(f"{mark} {_kind(change['table'])} [bold]{escape(_name(after or before))}[/]")
    shown = Table.grid(padding=(0, 2, 0, 0))
    shown.add_column(no_wrap=True, style="dim")
    shown.add_column(overflow="fold")
    for column in after or before:
        if column in _HIDDEN or before.get(column) == after.get(column):
            continue
        old, new = (_value(column, row, names) for row in (before, after))
        if verb == "changed":
            shown.add_row(f"    {_heading(column)}", f"{escape(old or '(nothing)')} → {escape(new or '(nothing)')}")
        elif old or new:
            shown.add_row(f"    {_heading(column)}", escape(old or new))
    out.print(shown)


def _show_together(out: Console, kind: str, rows: Sequence[Values], names: Mapping[str, str]) -> None:
    columns = [column for column in _TOGETHER[kind] if not _says_nothing(column, rows)]
    out.print(f"[green]+ new[/] {_kind(kind)}s: {len(rows)}")
    headings = [_heading(column) for column in columns]
    shown = table("  ", *headings, numbers=[name for name in headings if name in _NUMBERS])
    for row in rows:
        shown.add_row("", *(escape(_value(column, row, names)) for column in columns))
    out.print(shown)


def _says_nothing(column: str, rows: Sequence[Values]) -> bool:
    """A multiplier of one throughout is not worth a column."""
    return column == "multiplier" and all(float(row[column]) == 1 for row in rows)


def _verb(change: RowChange) -> str:
    return "new" if change["before"] is None else "removed" if change["after"] is None else "changed"


def _kind(table_name: str) -> str:
    return {"people": "person"}.get(table_name, table_name.removesuffix("s")).replace("_", " ")


def _heading(column: str) -> str:
    return column.removesuffix("_minor").removesuffix("_id").replace("_", " ")


def _names(row_changes: Sequence[RowChange]) -> dict[str, str]:
    """What people call the rows of this change set, by their ids."""
    return {change["id"]: _name(change["after"] or change["before"]) for change in row_changes}


def _name(row: Values) -> str:
    return next((str(row[key]) for key in _LABELS if row.get(key)), "")[:60]


def _value(column: str, row: Values, names: Mapping[str, str]) -> str:
    value = row.get(column)
    if value is None or value in ("", [], {}):
        return ""
    if column.endswith("_minor") and row.get("currency"):
        return money(int(value), row["currency"])
    if column.endswith("_id"):
        return names.get(str(value)) or str(value)
    if isinstance(value, list):
        return "\n".join(_item(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _item(part: object) -> str:
    if isinstance(part, dict):
        return ": ".join(str(part[key]) for key in _WORDS if part.get(key))
    return str(part)
