"""`greenlight proposal`: the document one sends, its next version, and two versions side by side."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.desk import Desk, Json, console, desk, emit, note

if TYPE_CHECKING:
    from store.proposals.compare import Comparison, Difference, Part

app = typer.Typer(help="Print, revise and compare proposals.", no_args_is_help=True)

Ref = Annotated[str, typer.Argument(help="A proposal's id, or a project's code for its latest version.")]


class EditionName(StrEnum):
    """Which document: the one to send, or the one to keep."""

    client = "client"
    internal = "internal"


@app.command("pdf")
def pdf(
    ref: Ref,
    edition: Annotated[
        EditionName, typer.Option(help="client: to send. internal: with evidence, sources and levers, to keep.")
    ] = EditionName.client,
    output: Annotated[Path | None, typer.Option(help="Where to write it; by default here, under its own name.")] = None,
    json_output: Json = False,
) -> None:
    """Write a proposal as a PDF."""
    from store.access.queries import get_studio
    from store.documents.storage import FileStore
    from store.kernel.clock import today
    from store.kernel.errors import Invalid
    from store.proposals.edition import build_edition, filename, render_pdf

    with desk() as at, at.database.read() as session:
        built = build_edition(
            session,
            at.actor,
            _id_of(at, ref),
            kind=edition.value,
            files=FileStore(at.settings.files),
            today=today(at.clock, get_studio(session).time_zone),
        )
    file = output or Path(filename(built))
    try:
        file.write_bytes(render_pdf(built))
    except OSError as error:
        raise Invalid(f"{file} cannot be written: {error.strerror}. Name another place with --output.") from error
    if json_output:
        emit({"file": str(file), "edition": edition.value, "version": built.version, "status": built.status})
    else:
        note(f"{file}: {built.title}, version {built.version}, {built.price.total}.")


@app.command("revise")
def revise(ref: Ref, json_output: Json = False) -> None:
    """Propose the next version of an offer: a draft with the same lines, to be changed before it is sent."""
    from api.cli.changes import summary_of
    from store.access.queries import get_studio
    from store.changes.engine import Origin, Request, file_change_set
    from store.kernel.clock import today
    from store.proposals.versions import revise as next_version

    with desk() as at:
        proposal_id = _id_of(at, ref)
        with at.database.agent() as session:
            on = today(at.clock, get_studio(session).time_zone)
            revision = next_version(session, at.actor, proposal_id, today=on)
            request = Request(revision.title, revision.operations, Origin("cli"))
            filed = file_change_set(session, at.actor, at.clock, request)
    if json_output:
        emit({**summary_of(filed), "proposal": revision.proposal_id})
    else:
        note(f"{filed.id} would make the next version. `greenlight changes greenlight {filed.id}` to have it made.")


@app.command("compare")
def compare(before: Ref, after: Ref, json_output: Json = False) -> None:
    """Say what one version of an offer changes in another."""
    from store.proposals.versions import compare_versions

    with desk() as at:
        ids = _id_of(at, before), _id_of(at, after)
        with at.database.read() as session:
            found = compare_versions(session, at.actor, *ids)
    if json_output:
        from api.rest.schemas.versions import ComparisonOut

        emit(ComparisonOut.of(found).model_dump(mode="json"))
        return
    _show(found)


def _show(found: Comparison) -> None:
    from api.cli.render import bullets, heading, money, table

    out = console()
    out.print(f"Version {found.after.revision} against version {found.before.revision}")
    if found.is_empty:
        out.print("They say the same.")
        return
    if found.totals:
        shown = table("", "before", "after", numbers=("before", "after"))
        for name, before, after in found.totals:
            shown.add_row(name, money(before.minor, before.currency), money(after.minor, after.currency))
        heading(out, "Price")
        out.print(shown)
    for title, part in (
        ("Lines", found.lines),
        ("Schedule", found.steps),
        ("Terms", found.terms),
        ("Assumptions", found.assumptions),
        ("Exclusions", found.exclusions),
    ):
        if not part.is_empty:
            heading(out, title)
            bullets(out, _sayings(part))


def _sayings(part: Difference[Part]) -> list[str]:
    return [
        *(f"new: {_said(item)}" for item in part.added),
        *(f"gone: {_said(item)}" for item in part.removed),
        *(f"{_said(before)} becomes {_said(after)}" for before, after in part.changed),
    ]


def _said(part: Part) -> str:
    from store.proposals.compare import VersionLine, VersionStep
    from store.proposals.edition.figures import quantity
    from store.proposals.wording import day

    if isinstance(part, VersionLine):
        return (
            f"{part.description} ({quantity(part.quantity, part.multiplier)} {part.unit} at {part.rate}: {part.total})"
        )
    if isinstance(part, VersionStep):
        return f"{part.name} ({day(part.starts_on)} to {day(part.ends_on)})"
    return part if isinstance(part, str) else f"{part.title}: “{part.text}”"


def _id_of(at: Desk, ref: str) -> str:
    """Return the proposal that `ref` names: its own id, or the latest of a project by its code."""
    from store.kernel.errors import NotFound
    from store.proposals.queries import list_proposals

    with at.database.read() as session:
        found = list_proposals(session, at.actor)
    for item in found:  # of each project, the newest first
        if ref in (item.proposal.id, item.project_code) or ref.upper() == item.project_code.upper():
            return item.proposal.id
    raise NotFound(f"Proposal {ref}")
