"""Drawing a rate card: one table, its departments as groups, figures to the right in columns."""

from __future__ import annotations

import htpy as h

from api.web.components.icons import icon
from api.web.studio.rate_card.reading import Department, ShownCard
from store.budget.rate_card import RateItem
from store.budget.rules import Unit
from store.kernel.money import Money, exponent

UNIT_WORDS = {Unit.ALLOW: "allowance", Unit.PERCENT: "%"}


def draw_card(shown: ShownCard, *, may_change: bool) -> h.Element:
    card = shown.card
    assert card is not None
    columns = 4 + shown.shows_cost + may_change
    if not shown.departments:
        return _nothing(shown)
    return h.div(".sheet.table-scroll")[
        h.table(".table.rates")[
            h.thead[
                h.tr[
                    h.th(".rate-code", scope="col")["Code"],
                    h.th(scope="col")["Description"],
                    h.th(scope="col")["Unit"],
                    h.th(".figure", scope="col")[f"Rate, {card.currency}"],
                    h.th(".figure.desk-only", scope="col")[f"Cost, {card.currency}"] if shown.shows_cost else None,
                    h.th(scope="col")[h.span(".visually-hidden")["Change"]] if may_change else None,
                ]
            ],
            h.tbody[(_department(one, shown, columns, may_change) for one in shown.departments)],
        ]
    ]


def amount(money: Money) -> str:
    """Return an amount whose currency stands at the head of its column."""
    return f"{money.amount:,.{exponent(money.currency)}f}"


def unit_words(unit: Unit) -> str:
    return UNIT_WORDS.get(unit, unit.value.lower())


def _department(department: Department, shown: ShownCard, columns: int, may_change: bool) -> h.Node:
    return h.fragment[
        h.tr(".group")[h.td(colspan=str(columns))[department.name, h.span(".group-count")[str(len(department.items))]]],
        (_row(item, shown.shows_cost, may_change) for item in department.items),
    ]


def _row(item: RateItem, shows_cost: bool, may_change: bool) -> h.Element:
    return h.tr(id=item.id)[
        h.td(".rate-code.code")[item.code],
        h.td[item.description, h.div(".narrow-only.small.code")[item.code]],
        h.td(".muted")[unit_words(item.unit)],
        h.td(".figure")[amount(item.rate)],
        h.td(".figure.muted.desk-only")[amount(item.cost) if item.cost is not None else "–"] if shows_cost else None,
        h.td(".row-act")[
            h.button(
                ".icon-button",
                type="button",
                data_edit=item.id,
                data_row=True,
                aria_label=f"Change {item.code}, {item.description}",
                title="Change or remove",
            )[icon("edit", size=16)]
        ]
        if may_change
        else None,
    ]


def _nothing(shown: ShownCard) -> h.Element:
    if shown.words:
        return h.div(".sheet.empty")[
            h.h2["Nothing here by that name"], h.p[f"No rate on this card holds “{shown.words}”."]
        ]
    return h.div(".sheet.empty")[
        h.h2["This rate card is empty"],
        h.p["Add an item, or paste your price list from a spreadsheet. Proposals in this currency are priced by it."],
    ]
