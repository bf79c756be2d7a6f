"""A change set in words: each row's before and after, from what was filed, never from what a model says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.changes.draft import RowChange
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.database import Session
from store.kernel.money import Money
from store.row_names import names_in
from tools.reply import Ref, Row

_LABELS = ("code", "name", "title", "description", "filename")
_MOST_CHARACTERS = 80


def rows_of(session: Session, actor: Actor, change_set: ChangeSet) -> tuple[Row, ...]:
    """Return one line for each row that the set would make, change or remove."""
    ref, names = Ref("change_set", change_set.id), names_in(session, actor, change_set.row_changes)
    return tuple(Row(_line(RowChange.from_json(stored), names), ref) for stored in change_set.row_changes)


def _line(change: RowChange, names: Mapping[str, str]) -> str:
    what = f"{change.table.removesuffix('s').replace('_', ' ')} {_label(change.after or change.before or {})}".strip()
    if change.before is None:
        return f"new {what}"
    if change.after is None:
        return f"remove {what}"
    before, after = change.before, change.after
    told = [c for c in change.changed if _is_plain(after.get(c))]
    steps = [f"{_name(c)} {_value(c, before, names)} → {_value(c, after, names)}" for c in told]
    return f"{what}: {', '.join(steps) or 'changed'}"


def _label(values: dict[str, Any]) -> str:
    label = next((str(values[name]) for name in _LABELS if values.get(name)), "")
    return _short(f"“{label}”") if label else ""


def _name(column: str) -> str:
    return column.removesuffix("_minor").removesuffix("_id").removesuffix("_on").replace("_", " ")


def _value(column: str, values: dict[str, Any], names: Mapping[str, str]) -> str:
    value = values.get(column)
    if value is None:
        return "(none)"
    if column.endswith("_minor") and isinstance(value, int) and isinstance(values.get("currency"), str):
        return str(Money(value, values["currency"]))
    if column.endswith("_id") and str(value) in names:
        return _short(names[str(value)])
    return _short(str(value).replace("_", " ") if column in ("stage", "status") else str(value))


def _is_plain(value: object) -> bool:
    return not isinstance(value, (list, dict))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MOST_CHARACTERS else flat[: _MOST_CHARACTERS - 1] + "…"
