"""`greenlight changes`: look at what is proposed, and decide it as a person who signs in."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.desk import Desk, Json, confirmed, console, desk, emit, note, signed_in

if TYPE_CHECKING:
    from store.changes.decisions import Decision
    from store.changes.operation import Operation
    from store.changes.queries import ChangeHead
    from store.changes.tables import ChangeSet
    from store.kernel.actor import Actor

app = typer.Typer(help="Look at proposed changes and decide them.", no_args_is_help=True)

Code = Annotated[str, typer.Argument(help="The change set's code, such as CS-7K3Q9D.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask whether to go on; you still sign in.")]


@app.command("list")
def list_changes(
    status: Annotated[str | None, typer.Option(help="pending, applied, rejected, stale, …")] = None,
    project: Annotated[str | None, typer.Option(help="Only of this project (its code).")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500)] = 50,
    json_output: Json = False,
) -> None:
    """List change sets, newest first."""
    from api.cli.render import money, table
    from api.cli.render import status as coloured
    from store.changes.queries import list_change_sets
    from store.projects.queries import get_project

    with desk() as at, at.database.read() as session:
        project_id = get_project(session, at.actor, project).project.id if project else None
        page = list_change_sets(session, at.actor, status=status, project_id=project_id, limit=limit)
    if json_output:
        emit([summary_of(change_set) for change_set in page.items])
        return
    shown = table("code", "status", "title", "at stake", "filed", numbers=("at stake",))
    for change_set in page.items:
        amount, currency = change_set.amount_minor, change_set.currency
        stake = "" if amount is None or currency is None else money(amount, currency)
        shown.add_row(
            change_set.id, coloured(change_set.status), change_set.title, stake, f"{change_set.created_at:%d %b %H:%M}"
        )
    console().print(shown if page.items else "No change sets" + (f" that are {status}." if status else " yet."))


@app.command("show")
def show(code: Code, json_output: Json = False) -> None:
    """Show a change set: the exact before and after of every row."""
    with desk() as at:
        _print(at, _load(at, code), json_output)


@app.command("greenlight")
def greenlight(code: Code, yes: Yes = False, json_output: Json = False) -> None:
    """Apply a change set, after you have seen it and signed in."""
    from store.changes.decisions import require_open

    with desk() as at:
        change_set = _load(at, code)
        # Told before anyone signs in; what is applied already is answered as if it were done now.
        if change_set.status != "applied":
            require_open(change_set)
        if not json_output:
            _print(at, change_set, json_output)
        with signed_in(at) as person:
            _decide(at, person, change_set, yes=yes, json_output=json_output)


@app.command("reject")
def reject(
    code: Code,
    reason: Annotated[str, typer.Option(help="Why; it is kept with the change set.")] = "",
    json_output: Json = False,
) -> None:
    """Turn a change set down."""
    from store.changes.decisions import reject as reject_change_set
    from store.changes.decisions import require_open

    with desk() as at:
        require_open(_load(at, code), or_stale=True)
        with signed_in(at) as person, at.database.write() as session:
            change_set = reject_change_set(session, person, at.clock, change_set_id=code, reason=reason)
    _told(change_set, f"{change_set.id} was rejected. Nothing has changed.", json_output)


@app.command("edit")
def edit(
    code: Code,
    operations: Annotated[Path | None, typer.Option(help="A JSON file of operations instead of your $EDITOR.")] = None,
    json_output: Json = False,
) -> None:
    """Change what a pending change set would do; the result is a new revision with a new before and after."""
    from store.changes.decisions import edit as edit_change_set
    from store.changes.decisions import require_open
    from store.changes.engine import stored_operations
    from store.proposals.follow import moved

    with desk() as at:
        change_set = _load(at, code)
        require_open(change_set, or_stale=True)
        parsed = _operations(_in_file(operations) if operations else _in_editor(change_set))
        with signed_in(at) as person, at.database.write() as session:
            revision = edit_change_set(
                session, person, at.clock, change_set_id=change_set.id, operations=parsed, channel="cli"
            )
        _print(at, revision, json_output)
    if not json_output:
        for one in moved(parsed, stored_operations(revision)):
            note(f"It follows the lines: {one.what}: {one.before or 'nothing'} → {one.after or 'nothing'}")


@app.command("undo")
def undo(code: Code, yes: Yes = False, json_output: Json = False) -> None:
    """Undo an applied change set: files the change set that puts everything back, shows it, and applies it."""
    from store.changes.decisions import propose_undo

    with desk() as at:
        original = _load(at, code)
        with signed_in(at) as person:
            with at.database.write() as session:
                filed = propose_undo(session, person, at.clock, change_set_id=original.id, channel="cli")
            if not json_output:
                _print(at, filed, json_output)
            _decide(at, person, filed, yes=yes, json_output=json_output)


def _decide(at: Desk, person: Actor, change_set: ChangeSet, *, yes: bool, json_output: bool) -> None:
    """Greenlight exactly what was shown; what turns out stale is shown anew and asked about again."""
    from store.changes.decisions import greenlight as greenlight_change_set

    while True:
        if not yes and not confirmed(f"Greenlight {change_set.id}?"):
            note(f"{change_set.id} stays pending.")
            raise typer.Exit(1)
        with at.database.write() as session:
            decision = greenlight_change_set(
                session, person, at.clock, change_set_id=change_set.id, digest=change_set.digest
            )
        fresh = decision.outcome == "stale" and decision.change_set.id != change_set.id
        if not fresh or yes or json_output:
            break
        change_set = decision.change_set
        note(f"Nothing was applied. {decision.reason}")
        _print(at, change_set, json_output)
    _conclude(decision, json_output)


def _conclude(decision: Decision, json_output: bool) -> None:
    change_set = decision.change_set
    if json_output:
        emit({"outcome": decision.outcome, "reason": decision.reason, **summary_of(change_set)})
    elif decision.outcome == "applied":
        note(f"{change_set.id} is applied. `greenlight changes undo {change_set.id}` would put everything back.")
    elif decision.outcome == "waiting":
        note(f"Your greenlight is recorded. {decision.reason}")
    else:
        note(f"Nothing was applied. {decision.reason} Look at it with `greenlight changes show {change_set.id}`.")
    if decision.outcome in ("stale", "expired"):
        raise typer.Exit(1)


def _load(at: Desk, code: str) -> ChangeSet:
    from store.changes.queries import get_change_set

    with at.database.read() as session:
        return get_change_set(session, at.actor, code)


def _print(at: Desk, change_set: ChangeSet, json_output: bool) -> None:
    if json_output:
        emit(
            {
                **summary_of(change_set),
                "operations": change_set.operations,
                "row_changes": change_set.row_changes,
                "effects": change_set.effects,
                "evidence": change_set.evidence,
                "rationale": change_set.rationale,
            }
        )
        return
    from api.cli.diff import show_change_set
    from api.shown.diff import diff_of
    from store.changes.queries import revisions_of
    from store.proposals.twins import notes_on
    from store.row_names import names_in

    with at.database.read() as session:
        revisions = revisions_of(session, at.actor, change_set.code)
        groups = diff_of(change_set.row_changes, names_in(session, at.actor, change_set.row_changes))
        notes = notes_on(session, at.actor, change_set)
    show_change_set(console(), change_set, groups, revisions, notes)


def _told(change_set: ChangeSet, message: str, json_output: bool) -> None:
    if json_output:
        emit(summary_of(change_set))
    else:
        note(message)


def summary_of(change_set: ChangeSet | ChangeHead) -> dict[str, Any]:
    return {
        "change_set": change_set.id,
        "code": change_set.code,
        "revision": change_set.revision,
        "status": change_set.status,
        "title": change_set.title,
        "amount": {"minor": change_set.amount_minor, "currency": change_set.currency}
        if change_set.amount_minor is not None
        else None,
        "digest": change_set.digest,
        "created_at": change_set.created_at.isoformat(),
        "expires_at": change_set.expires_at.isoformat(),
        "decided_by": change_set.decided_by,
        "decided_at": change_set.decided_at.isoformat() if change_set.decided_at else None,
    }


def _operations(text: str) -> list[Operation]:
    from store.kernel.errors import Invalid
    from store.operations import parse_operations

    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Invalid(f"The operations are not JSON: {error}. Nothing was changed.") from error
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise Invalid("The operations are a JSON list of objects, each with its kind. Nothing was changed.")
    try:
        return parse_operations(data)
    except Invalid as error:
        raise Invalid(f"{error.message} Nothing was changed.", error.code) from error


def _in_file(path: Path) -> str:
    from store.kernel.errors import Invalid

    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(f"There are no operations to read in {path}. Name a JSON file.", "no_file") from error


def _in_editor(change_set: ChangeSet) -> str:
    from store.kernel.errors import Invalid

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Invalid("Set EDITOR to your editor, or name a file with --operations.", "no_editor")
    before = json.dumps(change_set.operations, indent=2, ensure_ascii=False)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{change_set.id}.json"
        file.write_text(before, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(file)], check=True)  # noqa: S603 (the person's own editor)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Invalid(f"The editor '{editor}' failed, so nothing was filed.", "editor_failed") from error
        after = file.read_text(encoding="utf-8")
    if after == before:
        raise Invalid("You changed nothing, so nothing was filed.", "nothing_to_change")
    return after
