"""A change set at a terminal: what it is, each row's exact before and after, and apart from it its proposer's words.

What is shown is `api/shown/diff.py`'s; technical columns (ids, positions, rules, the reading behind a brief) are left
to `--json`, which shows everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from api.cli.render import heading, status, table
from api.shown.diff import Group, Row, Verb
from api.shown.said import said_before_edit
from api.shown.values import heading_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.changes.queries import ChangeHead
    from store.changes.tables import ChangeSet

_PROPOSERS = {"agent": "the copilot", "person": "a person", "token": "a program", "mailbox": "the mailbox"}
_NUMBERS = ("quantity", "multiplier", "rate", "total")


def show_change_set(
    out: Console,
    change_set: ChangeSet,
    groups: Sequence[Group],
    revisions: Sequence[ChangeHead],
    notes: Sequence[str] = (),
) -> None:
    """Print a change set, what exactly it would change, and what else to know, for the person who is to decide it."""
    who = _proposer(change_set)
    out.print(f"[bold]{change_set.id}[/]  {escape(change_set.title)}  {status(change_set.status)}")
    out.print(
        f"[dim]filed {change_set.created_at:%d %b %Y %H:%M} UTC by {who} ({change_set.origin_channel}); "
        f"expires {change_set.expires_at:%d %b %Y}[/]"
    )
    if change_set.tainted:
        out.print("[yellow]Text from outside the studio was read for this.[/]")
    for note in notes:
        out.print(f"[yellow]{escape(note)}[/]")
    heading(out, "Before and after")
    for group in groups:
        if group.columns and group.verb == "new":
            _show_together(out, group)
        else:
            for row in group.rows:
                _show_row(out, group.table, row, group.verb)
    for effect in change_set.effects:
        out.print(f"then {effect['kind']} {escape(str(effect['payload'].get('to', '')))}")
    if change_set.rationale:
        out.print()
        first = said_before_edit(revisions, change_set)
        says = f"said of revision {first.revision}, before it was edited" if first else "says"
        speaker = _proposer(first or change_set)
        out.print(Text(f"{speaker[0].upper()}{speaker[1:]} {says}: ", style="dim") + Text(change_set.rationale))


def _proposer(change_set: ChangeSet | ChangeHead) -> str:
    if change_set.proposed_kind != "agent" and change_set.proposed_by == "terminal":
        return "this terminal"
    return _PROPOSERS[change_set.proposed_kind]


def _show_row(out: Console, table_name: str, row: Row, verb: Verb) -> None:
    mark = {"new": "[green]+ new[/]", "removed": "[red]- removed[/]", "changed": "[yellow]~ changed[/]"}[verb]
    out.print(f"{mark} {kind_of(table_name)} [bold]{escape(row.name)}[/]")
    shown = Table.grid(padding=(0, 2, 0, 0))
    shown.add_column(no_wrap=True, style="dim")
    shown.add_column(overflow="fold")
    for field in row.fields:
        if field.technical or not field.changed:
            continue
        if verb == "changed":
            old, new = field.before.text or "(nothing)", field.after.text or "(nothing)"
            shown.add_row(f"    {field.label}", f"{escape(old)} → {escape(new)}")
        else:
            shown.add_row(f"    {field.label}", escape(field.value.text))
    out.print(shown)


def _show_together(out: Console, group: Group) -> None:
    out.print(f"[green]+ new[/] {group.title}: {len(group.rows)}")
    headings = [heading_of(column) for column in group.columns]
    shown = table("  ", *headings, numbers=[name for name in headings if name in _NUMBERS])
    for row in group.rows:
        shown.add_row("", *(escape(row.cell(column).after.text) for column in group.columns))
    out.print(shown)
