"""Raising several rates at once: what it would come to is shown exactly, and then filed as one change set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.buttons import act_button
from api.web.components.fields import Check, Choice, Field, Given, Number
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.components.icons import icon
from api.web.frame.notices import said
from api.web.frame.visit import Visit
from api.web.studio.rate_card.editing import set_item
from api.web.studio.rate_card.reading import ShownCard, read_card
from api.web.studio.rate_card.table import amount
from store.access.policy import require
from store.budget.raising import NewRate, raise_rates
from store.budget.rate_card import RateCard
from store.changes.engine import MOST_OPERATIONS
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.kernel.money import Money, exponent

if TYPE_CHECKING:
    from sqlmodel import Session

_ALL = "*"
_CARD_CHANGED = "The rate card was changed in the meantime. Look at the new figures, then file them."


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be raised, by how much, and what to round to."""

    department: str
    percent: Decimal
    step: Money
    costs: bool

    def of(self, card: RateCard) -> list[NewRate]:
        chosen = [item for item in card.items if self.department in (_ALL, item.department)]
        return raise_rates(chosen, self.percent, step=self.step, costs=self.costs)

    @property
    def title(self) -> str:
        what = "all rates" if self.department == _ALL else f"rates of {self.department}"
        return f"{'Raise' if self.percent > 0 else 'Lower'} {what} by {abs(self.percent).normalize():f} %"


class RaisePage:
    """The form, and below it what it would come to."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.card_id = visit, visit.request.query_params.get("card")

    async def draw(self) -> None:
        shown = await self._read()
        card = _card(shown)
        with ui.element("div").classes("page"):
            ui.html(str(_head(card)))
            with ui.element("div").classes("raise"):
                with ui.element("section").classes("sheet sheet-body raise-form").props('aria-label="What to raise"'):
                    fields = _fields(shown)
                    Form(self.visit, fields, self._preview, submit="Show what would change", name="Raise rates").draw()
                with ui.element("section").props("aria-live=polite aria-label=Preview") as self._place:
                    ui.html(str(_nothing_yet()))

    async def _read(self) -> ShownCard:
        return await self.visit.read(self._look)

    def _look(self, session: Session, actor: Actor) -> ShownCard:
        require(actor, "rate_card.write")
        return read_card(session, actor, self.card_id, None, "")

    async def _preview(self, given: Given) -> None:
        shown = await self._read()
        card = _card(shown)
        step = Money(int(given.text("step")), card.currency)
        costs = shown.shows_cost and given.checked("costs")
        self._draw_preview(card, Wish(given.text("department"), given.number("percent"), step, costs))

    def _draw_preview(self, card: RateCard, wish: Wish) -> None:
        rates = wish.of(card)
        self._place.clear()
        with self._place:
            if not rates:
                ui.html(str(h.div(".sheet.empty")[h.h2["Nothing would change"], h.p["Rounded so, every rate stays."]]))
                return
            if len(rates) > MOST_OPERATIONS:
                raise Invalid(f"That is {len(rates)} rates. Raise one department at a time: {MOST_OPERATIONS} at most.")
            with ui.element("div").classes("preview-head"):
                ui.html(str(h.h2[f"{wish.title}: {_counted(len(rates))}"]))
                act_button("File for approval", lambda: self._file(card, wish), kind="primary", working="Filing…")
            ui.html(str(_table(card, rates, wish.costs)))

    async def _file(self, seen: RateCard, wish: Wish) -> None:
        card = _card(await self._read())
        if card != seen:
            self._draw_preview(card, wish)
            said(_CARD_CHANGED, tone="warn")
            return
        operations = [set_item(card, replace(new.item, rate=new.rate, cost=new.cost)) for new in wish.of(card)]
        await file_and_review(self.visit, f"{wish.title} on the {card.name}", operations)


def _card(shown: ShownCard) -> RateCard:
    if shown.card is None:
        raise Invalid("There is no rate card yet.")
    return shown.card


def _fields(shown: ShownCard) -> list[Field]:
    card = _card(shown)
    departments = [(one.name, f"{one.name} ({len(one.items)})") for one in shown.departments]
    everything = (_ALL, f"The whole card ({len(card.items)})")
    costs = [Check("costs", "Raise what they cost us as well")] if shown.shows_cost else []
    return [
        Choice("department", "What", required=True, options=[everything, *departments], value=_ALL),
        Number(
            "percent",
            "By how many per cent",
            required=True,
            least=Decimal(-100),
            most=Decimal(1000),
            hint="4 raises by 4 %, -4 lowers by 4 %.",
        ),
        Choice("step", "Round each rate to", required=True, options=_steps(card.currency), value=_default_step(card)),
        *costs,
    ]


def _steps(currency: str) -> list[tuple[str, str]]:
    """What can be rounded to, in minor units: one of those, and 1, 5, 10 and 50 of the currency itself."""
    one = 10 ** exponent(currency)
    whole = [(str(one * times), f"{currency} {times}") for times in (1, 5, 10, 50)]
    return [("1", f"{Money(1, currency)}, exactly"), *whole] if one > 1 else whole


def _default_step(card: RateCard) -> str:
    return str(10 ** exponent(card.currency))


def _counted(count: int) -> str:
    return "1 rate" if count == 1 else f"{count} rates"


def _head(card: RateCard) -> h.Element:
    return h.header(".page-head")[
        h.div[
            h.a(".back-link", href=f"/rate-card?card={card.id}")[icon("back", size=16), card.name],
            h.h1["Raise rates"],
            h.p(".lead")["See what each rate would become, then file them together. Nothing changes until then."],
        ]
    ]


def _nothing_yet() -> h.Element:
    return h.div(".sheet.empty")[h.p["What would change is shown here, rate by rate."]]


def _table(card: RateCard, rates: list[NewRate], costs: bool) -> h.Element:
    return h.div(".sheet.table-scroll")[
        h.table(".table.rates")[
            h.thead[
                h.tr[
                    h.th(scope="col")["Code"],
                    h.th(scope="col")["Description"],
                    h.th(".figure", scope="col")[f"Now, {card.currency}"],
                    h.th(".figure", scope="col")["Then"],
                    h.th(".figure.desk-only", scope="col")["More"],
                    [h.th(".figure", scope="col")["Cost now"], h.th(".figure", scope="col")["Cost then"]]
                    if costs
                    else None,
                ]
            ],
            h.tbody[(_row(new, costs) for new in rates)],
        ]
    ]


def _row(new: NewRate, costs: bool) -> h.Element:
    more = new.rate - new.item.rate
    return h.tr[
        h.td(".code")[new.item.code],
        h.td[new.item.description],
        h.td(".figure.muted")[amount(new.item.rate)],
        h.td(".figure.then")[amount(new.rate)],
        h.td(".figure.muted.desk-only")[f"{'+' if more.minor > 0 else ''}{amount(more)}".replace("-", "−")],
        [
            h.td(".figure.muted")[amount(new.item.cost) if new.item.cost else "–"],
            h.td(".figure.then")[amount(new.cost) if new.cost else "–"],
        ]
        if costs
        else None,
    ]
