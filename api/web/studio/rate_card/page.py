"""The rate card: chosen by currency, filtered as one types, each item at an address of its own (`#` and its id)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

import htpy as h
from nicegui import events, ui

from api.web.components.icons import icon
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.studio.rate_card.editing import ItemEditor
from api.web.studio.rate_card.pasting import PastePage
from api.web.studio.rate_card.raising import RaisePage
from api.web.studio.rate_card.reading import ShownCard, read_card
from api.web.studio.rate_card.table import draw_card
from store.kernel.actor import Actor

if TYPE_CHECKING:
    from sqlmodel import Session

WRITES = "rate_card.write"
# One listener for the whole table: a row's button says which item it is of.
_ON_EDIT = "(event) => { const button = event.target.closest('[data-edit]'); if (button) emit(button.dataset.edit); }"


@page("/rate-card", title="Rate card", place="rate_card")
async def rate_card(visit: Visit) -> None:
    """A card (`?card=`), or the one that an item is on (`?item=`), narrowed to `?find=`."""
    await RateCardPage(visit).draw()


@page("/rate-card/raise", title="Raise rates", place="rate_card")
async def raise_rates(visit: Visit) -> None:
    """Several rates of a card (`?card=`) by a percentage."""
    await RaisePage(visit).draw()


@page("/rate-card/paste", title="Paste rates", place="rate_card")
async def paste_rates(visit: Visit) -> None:
    """Rates taken over from a spreadsheet into a card (`?card=`)."""
    await PastePage(visit).draw()


class RateCardPage:
    """One open rate card. `words` is what it is narrowed to."""

    def __init__(self, visit: Visit) -> None:
        query = visit.request.query_params
        self.visit, self.words = visit, query.get("find", "")[:100]
        self.card_id, self.item_id = query.get("card"), query.get("item")
        self.may_change = visit.person.may(WRITES) and visit.person.sees_all_projects

    async def draw(self) -> None:
        shown = await self.visit.read(self._look)
        self.card_id, self.item_id = shown.card.id if shown.card else None, None
        with ui.element("div").classes("page"):
            ui.html(str(_head(shown, self.may_change, is_demo=self.visit.person.is_demo))).classes("stack")
            if shown.card is not None:
                with ui.element("div").classes("filter-row"):
                    self._draw_filter()
                    if self.may_change:
                        ui.html(str(_acts(shown.card.id))).on("click", self._add, js_handler=_ON_EDIT)
                self.dialogs = ui.element("div").classes("dialogs")
                self.region = await Region(self.visit, self._look, self._draw_rates).show()

    def _look(self, session: Session, actor: Actor) -> ShownCard:
        return read_card(session, actor, self.card_id, self.item_id, self.words)

    def _draw_filter(self) -> None:
        box = ui.element("input").classes("filter-box")
        box.props('type=search aria-label="Filter the rates" placeholder="Filter by code, description, department"')
        box.props["defaultValue"] = self.words
        box.on("input", self._filter, js_handler="(event) => emit(event.target.value)", throttle=0.15)

    async def _filter(self, event: events.GenericEventArguments) -> None:
        self.words = str(event.args or "")[:100]
        await self.region.refresh()

    def _draw_rates(self, shown: ShownCard) -> None:
        table = ui.html(str(draw_card(shown, may_change=self.may_change)))
        if self.may_change:
            table.on("click", partial(self._edit, shown), js_handler=_ON_EDIT)

    async def _edit(self, shown: ShownCard, event: events.GenericEventArguments) -> None:
        assert shown.card is not None
        item = next((one for one in shown.card.items if one.id == str(event.args)), None)
        if item is not None:
            ItemEditor(self.visit, self.dialogs, shown.card).open(item)

    async def _add(self) -> None:
        shown = self.region.shown
        if shown is not None and shown.card is not None:
            ItemEditor(self.visit, self.dialogs, shown.card).open(None)


def _head(shown: ShownCard, may_change: bool, *, is_demo: bool) -> h.Node:
    return h.fragment[
        h.header(".page-head")[
            h.div[
                h.h1["Rate card"],
                h.p(".lead")["What the studio charges. A proposal is priced by the default card of its currency."],
            ],
            _tabs(shown) if len(shown.tabs) > 1 else None,
        ],
        h.div(".callout.plain")[
            h.p[
                "These are the prices Greenlight comes with: a believable small studio's, not yours. ",
                "Paste your own price list, or change them one by one, before the first proposal goes out."
                if may_change
                else "Someone who may change rates should put your own in their place.",
            ]
        ]
        if shown.as_shipped and not is_demo
        else None,
        _none_yet() if shown.card is None else None,
    ]


def _tabs(shown: ShownCard) -> h.Element:
    here = shown.card.id if shown.card else ""
    several = {tab.currency for tab in shown.tabs if [t.currency for t in shown.tabs].count(tab.currency) > 1}
    return h.nav(".segments", aria_label="Rate cards")[
        (
            h.a(
                class_={"here": tab.id == here},
                href=f"/rate-card?card={quote(tab.id)}",
                aria_current="page" if tab.id == here else None,
                title=f"{tab.name}{', the default' if tab.is_default else ''}",
            )[f"{tab.currency} · {tab.name}" if tab.currency in several else tab.currency]
            for tab in shown.tabs
        )
    ]


def _acts(card_id: str) -> h.Element:
    card = quote(card_id)
    return h.div(".row-of")[
        h.a(".btn", href=f"/rate-card/raise?card={card}")["Raise rates"],
        h.a(".btn", href=f"/rate-card/paste?card={card}")["Paste from a spreadsheet"],
        h.button(".btn.btn-primary", type="button", data_edit="new")[icon("plus", size=16), "Add an item"],
    ]


def _none_yet() -> h.Element:
    return h.div(".sheet.empty")[
        h.h2["There is no rate card yet"],
        h.p[
            "Proposals are priced by a rate card in their currency. Have one made with the operation create_rate_card."
        ],
    ]
