"""The board of projects: six columns on a desk, one stage at a time on a phone. It is one element of escaped HTML."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import htpy as h
from markupsafe import Markup
from nicegui import events, ui

from api.web.components.badges import badge, stage_badge
from api.web.components.figures import day, money
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects.board_reading import STATUSES, Asked, Board, Column, look_at_board
from api.web.projects.words import Due, counted, stage_words
from store.kernel.actor import Actor
from store.kernel.clock import today
from store.projects.board import BoardCard

if TYPE_CHECKING:
    from sqlmodel import Session

_LONGEST = 100
_CHOSEN_STAGE = "(event) => { const at = event.target.closest('[data-stage]'); if (at) emit(at.dataset.stage); }"
_VALUE = "(event) => emit(event.target.value)"


@page("/projects", title="Projects", place="projects")
async def projects(visit: Visit) -> None:
    """Every project one may see; `?status=`, `?client=` and `?find=` cut it down."""
    query = visit.request.query_params
    status = query.get("status", "active")
    asked = Asked(
        status=status if status in STATUSES else "active",
        client_id=query.get("client", "")[:60],
        words=query.get("find", "")[:_LONGEST],
    )
    await BoardPage(visit, asked).draw()


class BoardPage:
    """One open board, and what is asked of it."""

    def __init__(self, visit: Visit, asked: Asked) -> None:
        self.visit, self.asked = visit, asked

    async def draw(self) -> None:
        first = await self.visit.read(self._look)
        may_open = self.visit.person.may("projects.write") and self.visit.person.sees_all_projects
        with ui.element("div").classes("page board-page"):
            ui.html(str(_head(first, may_open=may_open)))
            self._draw_filters(first)
            self._region = await Region(self.visit, self._look, self._draw_board).show()

    def _look(self, session: Session, actor: Actor) -> Board:
        on = today(self.visit.studio.clock, self.visit.person.time_zone)
        return look_at_board(session, actor, self.asked, on)

    def _draw_filters(self, board: Board) -> None:
        with ui.element("div").classes("filters").props('role=search aria-label="Projects"'):
            find = ui.element("input").classes("filter-words").props('type=search placeholder="Find a project"')
            find.props('aria-label="Find a project" autocomplete=off')
            find.props["defaultValue"] = self.asked.words
            find.on("input", self._found, js_handler=_VALUE, throttle=0.15)
            if len(board.clients) > 1:
                choice = ui.element("select").props('aria-label="Client"')
                with choice:
                    for client_id, name in (("", "All clients"), *board.clients):
                        option = ui.element("option")
                        option.props.update({"value": client_id, "innerText": name})
                        option.props["selected"] = client_id == self.asked.client_id
                choice.on("change", self._chose_client, js_handler=_VALUE)
            ui.html(str(_statuses(self.asked.status, outside=board.outside)))

    async def _found(self, event: events.GenericEventArguments) -> None:
        await self._ask(replace(self.asked, words=str(event.args or "")[:_LONGEST]))

    async def _chose_client(self, event: events.GenericEventArguments) -> None:
        await self._ask(replace(self.asked, client_id=str(event.args or "")[:60]))

    async def _chose_stage(self, event: events.GenericEventArguments) -> None:
        await self._ask(replace(self.asked, stage=str(event.args or "")[:20]))

    async def _ask(self, asked: Asked) -> None:
        self.asked = asked
        await self._region.refresh()

    def _draw_board(self, board: Board) -> None:
        shown = ui.html(str(_board(board)))
        shown.on("click", self._chose_stage, js_handler=_CHOSEN_STAGE)


def _head(board: Board, *, may_open: bool) -> h.Element:
    lead = (
        "What we make for you, and what was offered."
        if board.outside
        else "From the first call to closeout. A project moves on through the gate of its stage."
    )
    return h.header(".page-head")[
        h.div[h.h1["Your projects" if board.outside else "Projects"], h.p(".lead")[lead]],
        h.a(".btn.btn-primary", href="/projects/new")["New project"] if may_open else None,
    ]


def _statuses(here: str, *, outside: bool) -> h.Element:
    return h.nav(".segments", aria_label="Which projects")[
        (
            h.a(
                class_={"here": status == here}, href=f"/projects?status={status}", aria_current=_current(status, here)
            )[status.capitalize()]
            for status in STATUSES
            if not (outside and status == "lost")
        )
    ]


def _current(status: str, here: str) -> str | None:
    return "page" if status == here else None


def _board(board: Board) -> h.Node:
    if not board.count:
        return _nothing(board)
    if board.outside:
        return h.div(".own-projects")[
            (_card(card, near, with_stage=True) for column in board.columns for card, near in column.cards)
        ]
    first = next((column.stage for column in board.columns if column.cards), board.columns[0].stage)
    at = board.asked.stage or first
    return h.div(".board-whole")[
        h.div(".stage-switch", role="group", aria_label="Stage")[
            (
                h.button(
                    ".stage-choice", type="button", data_stage=column.stage, aria_pressed=_yes(column.stage == at)
                )[stage_words(column.stage), h.span(".muted")[f" {len(column.cards)}"]]
                for column in board.columns
            )
        ],
        h.div(".board")[(_column(column, at) for column in board.columns)],
    ]


def _column(column: Column, at: str) -> h.Element:
    empty = not column.cards
    return h.section(
        class_=["board-column", {"is-empty": empty, "is-chosen": column.stage == at}],
        aria_label=f"{stage_words(column.stage)}, {counted(len(column.cards), 'project')}",
    )[
        h.h2[stage_badge(column.stage), h.span(".board-count")[str(len(column.cards))]],
        (_card(card, near) for card, near in column.cards) if not empty else h.p(".board-none")["None here"],
    ]


@lru_cache(maxsize=4096)
def _card(card: BoardCard, near: Due | None, *, with_stage: bool = False) -> Markup:
    """Return a card. It follows from its value alone, so a board that is drawn again draws what changed."""
    return Markup(_card_drawn(card, near, with_stage=with_stage))  # noqa: S704 - escaped by htpy


def _card_drawn(card: BoardCard, near: Due | None, *, with_stage: bool) -> h.Element:
    return h.a(".board-card", href=f"/projects/{card.code}", data_row=True)[
        h.span(".spread")[
            h.span(".code")[card.code],
            badge(near.words, tone=near.tone) if near else None,
        ],
        h.span(".board-name")[card.name],
        h.span(".muted.small")[card.client],
        stage_badge(card.stage) if with_stage else None,
        h.span(".board-facts.small")[
            h.span[day(card.delivery_on) if card.delivery_on else h.span(".none")["no delivery date"]],
            _offer(card) if card.offer else None,
        ],
        h.span(".board-marks")[
            h.span(".chip")[f"Gate {card.gate_met} of {card.gate_asked}"] if card.gate_asked else None,
            h.span(".chip.chip-wait", title="Changes that wait for a greenlight")[f"{card.pending} waiting"]
            if card.pending
            else None,
        ]
        if card.gate_asked or card.pending
        else None,
    ]


def _offer(card: BoardCard) -> h.Node:
    offer = card.offer
    if offer is None:
        return None
    return h.span(".board-offer", title=f"Proposal, revision {offer.revision}: {offer.status}")[
        money(offer.total.minor, offer.total.currency), h.span(".muted")[f" {offer.status}"]
    ]


def _nothing(board: Board) -> h.Element:
    if board.hidden:
        return h.div(".empty")[h.h2["No project matches"], h.p["Try fewer words, or all clients."]]
    if board.asked.status != "active":
        return h.div(".empty")[h.h2[f"No {board.asked.status} projects"], h.p["They appear here once there are some."]]
    return h.div(".empty")[
        h.h2["No projects yet"],
        h.p["Drop a brief into the copilot and a project is drafted from it."]
        if not board.outside
        else h.p["As soon as the studio opens a project for you, it appears here."],
        h.p[h.a(".btn", href="/copilot")["Copilot"]],
    ]


def _yes(true: bool) -> str:
    return "true" if true else "false"
