"""Taking rates over from a spreadsheet: what was understood and what was not is shown line by line, then filed.

The browser keeps what was pasted until it is filed; lines that were wrong stay in the box, to be mended.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.buttons import act_button
from api.web.components.fields import Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.components.icons import icon
from api.web.frame.visit import Visit
from api.web.studio.rate_card.editing import set_item
from api.web.studio.rate_card.pasted import GoodRow, Pasted, read_pasted
from api.web.studio.rate_card.reading import read_card
from api.web.studio.rate_card.table import amount, unit_words
from store.access.policy import require
from store.budget.rate_card import RateCard
from store.changes.engine import MOST_OPERATIONS
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.kernel.ids import new_id

if TYPE_CHECKING:
    from sqlmodel import Session

_KEPT = "rates"
_MOST_CHARACTERS = 400_000
_HINT = (
    "One line for each rate: code, description, unit, rate; then, if you have them, cost, department, account. "
    "With a first line that names the columns they may stand in any order."
)


class PastePage:
    """The box to paste into, and below it what was read in it."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.card_id = visit, visit.request.query_params.get("card")

    async def draw(self) -> None:
        card = await self.visit.read(self._look)
        box = Text("table", "Cells copied from a spreadsheet, or CSV", True, _HINT, most=_MOST_CHARACTERS, lines=10)
        with ui.element("div").classes("page"):
            ui.html(str(_head(card)))
            section = ui.element("section").classes("sheet sheet-body").props('aria-label="Paste"')
            section.props["data-keep"] = _KEPT
            with section:
                Form(self.visit, [box], self._read, submit="Read it", name="Paste rates", working="Reading…").draw()
                with ui.element("label").classes("btn btn-ghost file-pick"):
                    ui.html(str(icon("document", size=16)), tag="span").classes("btn-icon")
                    ui.label("Or choose a CSV file")
                    pick = ui.element("input").classes("visually-hidden").props('type=file accept=".csv,.tsv,.txt"')
                    pick.props["data-into"] = f"[data-keep={_KEPT}] textarea"
            self._place = ui.element("section").props("aria-live=polite aria-label=Result").classes("stack")

    def _look(self, session: Session, actor: Actor) -> RateCard:
        require(actor, "rate_card.write")
        card = read_card(session, actor, self.card_id, None, "").card
        if card is None:
            raise Invalid("There is no rate card yet.")
        return card

    async def _read(self, given: Given) -> None:
        card = await self.visit.read(self._look)
        pasted = read_pasted(given.text("table"), card, lambda: new_id("rti"))
        self._place.clear()
        with self._place:
            self._draw_result(card, pasted)

    def _draw_result(self, card: RateCard, pasted: Pasted) -> None:
        changing = pasted.changing
        with ui.element("div").classes("preview-head"):
            ui.html(str(_summary(pasted)))
            if 0 < len(changing) <= MOST_OPERATIONS:
                words = f"File {len(changing)} for approval" if not pasted.wrong else f"File the {len(changing)} good"
                act_button(words, partial(self._file, card, pasted), kind="primary", working="Filing…")
        if len(changing) > MOST_OPERATIONS:
            ui.html(str(_too_many(len(changing))))
        if pasted.wrong:
            ui.html(str(_wrong(pasted)))
        if changing:
            ui.html(str(_table(card, changing)))

    async def _file(self, card: RateCard, pasted: Pasted) -> None:
        now = await self.visit.read(self._look)
        if now != card:
            raise Invalid("The rate card was changed in the meantime. Read the paste again, then file it.")
        left = pasted.left_over if pasted.wrong else ""
        operations = [set_item(card, row.item) for row in pasted.changing]
        await file_and_review(self.visit, f"Rates from a spreadsheet for the {card.name}", operations)
        self.visit.client.run_javascript(f"greenlight.keep({json.dumps(_KEPT)}, {json.dumps(left)})")


def _head(card: RateCard) -> h.Element:
    return h.header(".page-head")[
        h.div[
            h.a(".back-link", href=f"/rate-card?card={card.id}")[icon("back", size=16), card.name],
            h.h1["Paste from a spreadsheet"],
            h.p(".lead")[
                "Rates whose code is on the card are changed, new codes are added, and nothing is removed. "
                "You see every line before it is filed."
            ],
        ]
    ]


def _summary(pasted: Pasted) -> h.Element:
    new = sum(row.before is None for row in pasted.changing)
    same = len(pasted.rows) - len(pasted.changing)
    counts = [
        (new, "new", "good"),
        (len(pasted.changing) - new, "changed", "good"),
        (same, "as they are", "quiet"),
        (len(pasted.wrong), "to mend", "bad"),
    ]
    return h.div(".row-of")[
        (h.span(class_=f"badge tone-{tone}")[f"{count} {word}"] for count, word, tone in counts if count),
        h.span(".small.muted")["Read as departments: ", ", ".join(pasted.headings)] if pasted.headings else None,
    ]


def _wrong(pasted: Pasted) -> h.Element:
    return h.div(".sheet.table-scroll.wrong")[
        h.table(".table")[
            h.caption["These lines are not filed. They stay in the box above; mend them there, and read it again."],
            h.thead[
                h.tr[h.th(scope="col")["Line"], h.th(scope="col")["What is wrong"], h.th(scope="col")["As pasted"]]
            ],
            h.tbody[
                (
                    h.tr[
                        h.td(".num")[str(row.line)],
                        h.td[row.why],
                        h.td(".muted")[h.code[row.text.replace("\t", "  ·  ")[:300]]],
                    ]
                    for row in pasted.wrong
                )
            ],
        ]
    ]


def _table(card: RateCard, rows: tuple[GoodRow, ...]) -> h.Element:
    return h.div(".sheet.table-scroll")[
        h.table(".table.rates")[
            h.thead[
                h.tr[
                    h.th(scope="col")["Code"],
                    h.th(scope="col")["Description"],
                    h.th(".desk-only", scope="col")["Department"],
                    h.th(scope="col")["Unit"],
                    h.th(".figure", scope="col")[f"Now, {card.currency}"],
                    h.th(".figure", scope="col")["Then"],
                ]
            ],
            h.tbody[(_row(row) for row in rows)],
        ]
    ]


def _row(row: GoodRow) -> h.Element:
    item, before = row.item, row.before
    return h.tr[
        h.td(".code")[item.code],
        h.td[item.description],
        h.td(".desk-only.muted")[f"{item.department}, {item.account}"],
        h.td(".muted")[unit_words(item.unit)],
        h.td(".figure.muted")[amount(before.rate) if before else "new"],
        h.td(".figure.then")[amount(item.rate)],
    ]


def _too_many(count: int) -> h.Element:
    return h.p(".refusal")[
        f"These are {count} rates, and one change set holds {MOST_OPERATIONS}. Paste and file them in parts."
    ]
