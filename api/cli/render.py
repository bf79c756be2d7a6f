"""Rows and money as a person reads them at a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from store.kernel.money import Money

if TYPE_CHECKING:
    from store.changes.tables import ChangeSet

_LABELS = ("code", "name", "title", "description", "email", "filename")
_HIDDEN = frozenset({"id", "reading", "source_text"})
_STATUS = {"pending": "yellow", "applied": "green", "rejected": "red", "stale": "magenta", "reverted": "cyan"}


def table(*columns: str, numbers: Sequence[str] = (), title: str | None = None) -> Table:
    """A plain table; the columns named in `numbers` are right-aligned."""
    made = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, header_style="dim")
    for column in columns:
        made.add_column(column, justify="right" if column in numbers else "left", no_wrap=column in numbers)
    return made


def status(word: str) -> str:
    return f"[{_STATUS.get(word, 'default')}]{word}[/]"


def money(minor: int, currency: str) -> str:
    return str(Money(minor, currency))


def show_change_set(out: Console, change_set: ChangeSet) -> None:
    """Print a change set: what it is, the exact before and after, and what the copilot says apart from it."""
    out.print(f"[bold]{change_set.id}[/]  {escape(change_set.title)}  {status(change_set.status)}")
    out.print(
        f"[dim]filed {change_set.created_at:%d %b %Y %H:%M} UTC by {change_set.proposed_kind} via "
        f"{change_set.origin_channel}; expires {change_set.expires_at:%d %b %Y}[/]"
    )
    if change_set.tainted:
        out.print("[yellow]Text from outside the studio was read for this.[/]")
    _show_rows(out, change_set.row_changes)
    for effect in change_set.effects:
        out.print(f"  then: {effect['kind']} {escape(str(effect['payload'].get('to', '')))}")
    if change_set.rationale:
        out.print(Text("The copilot says: ", style="dim") + Text(change_set.rationale))


def _show_rows(out: Console, row_changes: Sequence[Mapping[str, Any]]) -> None:
    shown = table("row", "column", "before", "after", title="\nBefore and after")
    for change in row_changes:
        before, after = change["before"] or {}, change["after"] or {}
        verb = "new" if change["before"] is None else "removed" if change["after"] is None else "changed"
        label = f"{change['table'].removesuffix('s').replace('_', ' ')} {_name(after or before)} ({verb})"
        for column in after or before:
            if column in _HIDDEN or before.get(column) == after.get(column):
                continue
            values = [_value(column, row) for row in (before, after)]
            if values == ["", ""]:
                continue
            shown.add_row(escape(label), column.removesuffix("_minor").replace("_", " "), *map(escape, values))
            label = ""
        if label:
            shown.add_row(escape(label), "", "", "")
    out.print(shown)


def _name(row: Mapping[str, Any]) -> str:
    return next((str(row[key]) for key in _LABELS if row.get(key)), str(row.get("id", "")))[:60]


def _value(column: str, row: Mapping[str, Any]) -> str:
    value = row.get(column)
    if value is None or value in ("", [], {}):
        return ""
    if column.endswith("_minor") and row.get("currency"):
        return money(int(value), row["currency"])
    if isinstance(value, list):
        return f"{len(value)} items" if value and isinstance(value[0], dict) else ", ".join(map(str, value))
    return str(value)[:160]
