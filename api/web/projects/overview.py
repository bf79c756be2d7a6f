"""A project's overview: how far it has come, what its gate still asks for and what to do about it."""

from __future__ import annotations

import htpy as h
from nicegui import ui

from api.web.components.buttons import Act, act_button
from api.web.components.change_card import card_body
from api.web.components.figures import day, money
from api.web.components.filing import file_and_review
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects.head import address, project_page
from api.web.projects.overview_reading import Overview, read_overview
from api.web.projects.words import next_stage, stage_words
from store.kernel.ids import new_id
from store.projects.gate_states import Requirement
from store.projects.operations import ConfirmGate, SetProjectStage, SetProjectStatus
from store.projects.tables import STAGES


@page("/projects/{code}", title="Project", place="projects")
async def project(visit: Visit, code: str) -> None:
    """One project at a glance."""
    async with project_page(visit, code, "") as head:
        shown = OverviewPage(visit)
        await Region(visit, lambda session, actor: read_overview(session, actor, head.id), shown.draw).show()


class OverviewPage:
    """What can be done from the overview; every act is filed as a change set and shown for a decision."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.may_write = visit.person.may("projects.write")

    def draw(self, found: Overview) -> None:
        ui.html(str(_track(found)))
        with ui.element("div").classes("overview"):
            with ui.element("div").classes("stack"):
                if not found.outside:
                    self._draw_gate(found)
                    self._draw_pending(found)
                ui.html(str(_dates(found)))
            with ui.element("div").classes("stack"):
                if found.offer or found.budgets:
                    ui.html(str(_money(found)))
                if found.contacts:
                    ui.html(str(_contacts(found)))
                if not found.outside:
                    ui.html(str(_about(found, may_write=self.may_write)))
                self._draw_status(found)

    def _draw_gate(self, found: Overview) -> None:
        then = next_stage(found.stage)
        missing = [one.label for one in found.gate if not one.met]
        with ui.element("section").classes("sheet sheet-body stack").props('aria-label="The gate"'):
            ui.html(str(_gate_head(found, then)))
            with ui.element("ul").classes("project-gate"):
                for requirement in found.gate:
                    self._draw_requirement(found, requirement)
            if then is None or found.status != "active" or not self.may_write:
                return
            with ui.element("div").classes("row-of"):
                move = act_button(f"Move to {stage_words(then)}", self._move(found, then), kind="primary")
                if missing:
                    move.props("disabled")
                    ui.html(str(h.span(".muted.small")[f"Missing: {', '.join(missing)}."]))

    def _draw_requirement(self, found: Overview, requirement: Requirement) -> None:
        with ui.element("li").classes("gate-item is-met" if requirement.met else "gate-item"):
            ui.html(str(_requirement(found, requirement, may_see=self.visit.person.permissions)))
            kind, _, key = requirement.check.partition(":")
            if kind == "confirmed" and not requirement.met and self.may_write:
                act_button("Confirm", self._confirm(found, requirement, key), working="Filing…")

    def _draw_pending(self, found: Overview) -> None:
        if not found.pending:
            return
        with ui.element("section").classes("stack").props('aria-label="Waiting for a greenlight"'):
            ui.html(str(h.h2["Waiting for a greenlight"]))
            for card in found.pending:
                ui.html(str(h.article(".sheet.sheet-body")[card_body(card)]))

    def _draw_status(self, found: Overview) -> None:
        if not self.may_write:
            return
        with ui.element("div").classes("row-of"):
            if found.status == "active":
                act_button("Close the project", self._set_status(found, "closed"), kind="ghost")
                act_button("Mark it lost", self._set_status(found, "lost"), kind="ghost")
            else:
                act_button("Take it up again", self._set_status(found, "active"))

    def _move(self, found: Overview, stage: str) -> Act:
        async def act() -> None:
            operation = SetProjectStage.model_validate({"id": found.id, "stage": stage})
            await file_and_review(self.visit, f"{found.code}: move to {stage_words(stage)}", [operation])

        return act

    def _confirm(self, found: Overview, requirement: Requirement, key: str) -> Act:
        async def act() -> None:
            operation = ConfirmGate(id=new_id("gco"), project_id=found.id, key=key)
            await file_and_review(self.visit, f"{found.code}: confirm {requirement.label}", [operation])

        return act

    def _set_status(self, found: Overview, status: str) -> Act:
        titles = {"closed": "close the project", "lost": "mark as lost", "active": "take up again"}

        async def act() -> None:
            operation = SetProjectStatus.model_validate({"id": found.id, "status": status})
            await file_and_review(self.visit, f"{found.code}: {titles[status]}", [operation])

        return act


def _track(found: Overview) -> h.Element:
    at = STAGES.index(found.stage)
    return h.ol(".track", aria_label="Stages")[
        (
            h.li(
                class_=["track-stage", f"stage-{stage}", {"is-past": number < at, "is-here": number == at}],
                aria_current="step" if number == at else None,
            )[h.span(".track-mark", aria_hidden="true"), h.span(".track-name")[stage_words(stage)]]
            for number, stage in enumerate(STAGES)
        )
    ]


def _gate_head(found: Overview, then: str | None) -> h.Node:
    met = sum(one.met for one in found.gate)
    words = (
        "This is the last stage. Close the project once its books are."
        if then is None
        else f"Nothing is asked for before {stage_words(then)}."
        if not found.gate
        else f"{met} of {len(found.gate)} met"
    )
    return h.div(".spread")[h.h2["Gate" if then is None else f"Gate to {stage_words(then)}"], h.span(".muted")[words]]


def _requirement(found: Overview, requirement: Requirement, *, may_see: frozenset[str]) -> h.Element:
    what = requirement.label[:1].upper() + requirement.label[1:]
    state = "met" if requirement.met else "still missing"
    todo = None if requirement.met else _todo(found.code, requirement, may_see)
    return h.div(".gate-words")[
        h.span(".gate-mark", aria_hidden="true")["✓" if requirement.met else "○"],
        h.div[h.span[what], h.span(".visually-hidden")[f": {state}"], h.div(".small.muted")[todo] if todo else None],
    ]


def _todo(code: str, requirement: Requirement, may_see: frozenset[str]) -> h.Node:
    """Say what meets a requirement, with the way there for who may go it."""
    kind, _, key = requirement.check.partition(":")
    if kind == "confirmed":
        return "A person confirms it." if "projects.write" in may_see else "Waits for whoever runs the project."
    ways = {
        "accepted_proposal": ("proposals.read", "brief", "Mark the proposal accepted"),
        "signed_agreement": ("proposals.read", "brief", "Put the signed agreement on record"),
        "locked_budget": ("budget.read", "budget", "Lock the budget"),
        "document": ("documents.write", f"documents?kind={key}", f"File it as {key.replace('_', ' ')}"),
    }
    permission, tab, words = ways.get(kind, ("", "", "Ask an administrator: nobody knows this check."))
    return h.a(href=address(code, tab))[words] if permission in may_see else "Waits for whoever may do it."


def _dates(found: Overview) -> h.Element:
    return h.section(".sheet.sheet-body.stack", aria_label="Dates")[
        h.h2["Dates"],
        h.ul(".dates")[
            (
                h.li(id=step.id)[
                    h.span[step.name],
                    h.span(".muted")[
                        day(step.starts_on), [" – ", day(step.ends_on)] if step.ends_on != step.starts_on else None
                    ],
                ]
                for step in found.steps
            )
        ]
        if found.steps
        else h.p(".muted")[
            "Begins ", day(found.starts_on), ", delivery ", day(found.delivery_on), ". No schedule outline to show."
        ],
    ]


def _money(found: Overview) -> h.Element:
    offer = found.offer
    return h.section(".sheet.sheet-body.stack", aria_label="Money")[
        h.h2["Offer" if found.outside else "Money"],
        h.a(".money-row", href=address(found.code, "brief"))[
            h.span[f"Proposal, revision {offer.revision}", h.span(".muted.small")[f" {offer.status}"]],
            money(offer.total.minor, offer.total.currency),
        ]
        if offer
        else None,
        (
            h.a(".money-row", href=f"{address(found.code, 'budget')}?budget={budget.id}")[
                h.span[budget.name, h.span(".muted.small")[f" {budget.status}"]],
                money(budget.total.minor, budget.total.currency),
            ]
            for budget in found.budgets
        ),
    ]


def _contacts(found: Overview) -> h.Element:
    return h.section(".sheet.sheet-body.stack", aria_label="Contacts")[
        h.h2["At the client"],
        (
            h.div(".contact", id=one.id)[
                h.div[h.strong[one.name], h.span(".muted")[f", {one.title}"] if one.title else None],
                h.div(".small")[h.a(href=f"mailto:{one.email}")[one.email]] if one.email else None,
                h.div(".small")[h.a(href=f"tel:{one.phone}")[one.phone]] if one.phone else None,
            ]
            for one in found.contacts
        ),
    ]


def _about(found: Overview, *, may_write: bool) -> h.Element:
    return h.section(".sheet.sheet-body.stack", aria_label="About")[
        h.div(".spread")[
            h.h2["About"],
            h.a(".btn.btn-ghost", href=address(found.code, "edit"))["Edit details"] if may_write else None,
        ],
        h.p[found.summary] if found.summary else h.p(".muted")["No summary yet."],
    ]
