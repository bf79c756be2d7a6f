"""The gates between stages: what must be so before a project moves on, stage by stage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

import htpy as h
from nicegui import ui

from api.web.components.badges import stage_badge
from api.web.components.buttons import act_button
from api.web.components.dialog import Dialog
from api.web.components.fields import Choice, Field, Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.live import Region
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import only_for, part
from store.documents.tables import DOCUMENT_KINDS
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.kernel.ids import new_id
from store.projects.operations import SetGateRequirement, Stage
from store.projects.queries import gate_requirements
from store.projects.tables import STAGES

if TYPE_CHECKING:
    from sqlmodel import Session

_CONFIRMED = "confirmed"
_FACTS = (
    ("accepted_proposal", "An accepted proposal"),
    ("signed_agreement", "A signed agreement"),
    ("locked_budget", "A locked budget"),
)


@dataclass(frozen=True, slots=True)
class Requirement:
    id: str
    stage: str
    check: str
    label: str


def read_gates(session: Session, actor: Actor) -> tuple[Requirement, ...]:
    """Return what the gates ask for. Raises `Forbidden` without `policy.read`."""
    found = [Requirement(row.id, row.stage, row.check_name, row.label) for row in gate_requirements(session, actor)]
    return tuple(sorted(found, key=lambda one: (one.check.startswith(_CONFIRMED), ":" in one.check, one.label)))


def check_words(check: str) -> str:
    """Say what a check looks at: `a filed document`, `confirmed by a person`."""
    kind, _, key = check.partition(":")
    if kind == "document":
        return f"a document filed as {key.replace('_', ' ')}"
    return "a person confirms it" if kind == _CONFIRMED else "looked up in the project"


async def draw_gates(visit: Visit, *, may_change: bool) -> None:
    """Draw what each stage's gate asks for, with what changes it for who may."""
    lead = "What a project needs before it leaves a stage."
    with part("Gates between stages", lead):
        dialogs = ui.element("div").classes("dialogs")
        await Region(visit, read_gates, partial(_draw, visit, dialogs, may_change)).show()
        if not may_change:
            only_for("an administrator", "change this")


def _draw(visit: Visit, dialogs: ui.element, may_change: bool, gates: tuple[Requirement, ...]) -> None:
    for stage in STAGES[:-1]:
        here = [one for one in gates if one.stage == stage]
        with ui.element("div").classes("exit-gate"):
            ui.html(str(h.div(".exit-gate-head")["To leave ", stage_badge(stage)]))
            if not here:
                ui.html(str(h.p(".muted")["Nothing is asked for: a project moves on when someone moves it."]))
            for one in here:
                with ui.element("div").classes("exit-gate-row"):
                    ui.html(str(h.span[one.label, h.span(".small.muted")[f" · {check_words(one.check)}"]]))
                    if may_change:
                        act_button("No longer ask", partial(_drop, visit, one), kind="ghost", working="Filing…")
            if may_change:
                act_button(
                    "Ask for more", partial(_add, visit, dialogs, cast("Stage", stage)), symbol="plus", kind="ghost"
                )


async def _drop(visit: Visit, one: Requirement) -> None:
    operation = SetGateRequirement(
        id=one.id, stage=cast("Stage", one.stage), check=one.check, label=one.label, required=False
    )
    await file_and_review(visit, f"No longer ask for {one.label}", [operation])


async def _add(visit: Visit, dialogs: ui.element, stage: Stage) -> None:
    heading = f"To leave {stage.replace('_', '-')}"

    async def file(given: Given) -> None:
        operation = SetGateRequirement(id=new_id("gat"), stage=stage, check=_check(given), label=given.text("label"))
        await file_and_review(visit, f"{heading}, ask for {operation.label}", [operation])

    documents = [(f"document:{kind}", f"A document: {kind.replace('_', ' ')}") for kind in DOCUMENT_KINDS]
    options = [(_CONFIRMED, "Something a person confirms"), *_FACTS, *documents]
    fields: list[Field] = [
        Choice("check", "What is looked at", required=True, options=options, value=_CONFIRMED),
        Text("label", "In words", required=True, most=120, hint="As in: the music is licensed."),
    ]
    dialogs.clear()
    with dialogs, Dialog(heading).filled() as dialog:
        Form(visit, fields, file, submit="File for approval", name=heading).draw(cancel=dialog.close)
    dialog.open()


def _check(given: Given) -> str:
    if given.text("check") != _CONFIRMED:
        return given.text("check")
    plain = "".join(sign if sign.isalnum() else "_" for sign in given.text("label").lower())
    key = "_".join(word for word in plain.split("_") if word)[:40]
    if not key:
        raise Invalid("Say in words what a person should confirm.")
    return f"{_CONFIRMED}:{key}"
