"""Drawing a budget: one element however many lines. Figures stand right, in the same columns in every category."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import htpy as h
from markupsafe import Markup

from api.web.components.badges import badge
from api.web.components.figures import money
from api.web.components.icons import icon
from api.web.projects.budget_reading import BudgetPage, BudgetShown, Category, Line
from api.web.projects.head import address
from api.web.projects.words import UNITS, counted
from store.kernel.money import Money

# Beyond this many lines, categories are closed at first: the topsheet comes before the detail.
_OPEN_UP_TO = 120


def choice(found: BudgetPage) -> h.Element:
    """Return the budgets to choose from; the one that is shown is marked."""
    return h.nav(".versions", aria_label="Budgets")[
        (
            h.a(
                class_={"version": True, "here": found.shown is not None and budget_id == found.shown.id},
                href=f"{address(found.code, 'budget')}?budget={budget_id}",
                data_row=True,
            )[h.span[name], badge(status)]
            for budget_id, name, status in found.budgets
        )
    ]


def head(budget: BudgetShown) -> h.Element:
    return h.div(".spread")[
        h.div[
            h.h2(id=budget.id)[budget.name],
            h.div(".row-of.small.muted")[badge(budget.status), counted(len(budget.lines), "line")],
        ],
        h.div(".grand")[_money(budget.sums.total), h.div(".small.muted")["including tax"]],
    ]


def closed(budget: BudgetShown) -> h.Node:
    return h.div(".callout.plain")[h.span[budget.closed]] if budget.closed else None


def topsheet(budget: BudgetShown) -> h.Element:
    """Return the sums: categories, what is added to them, and what it all comes to."""
    sums = budget.sums
    return h.section(".sheet.sheet-body.stack.topsheet", aria_label="Topsheet")[
        h.h2["Topsheet"],
        h.table(".sums")[
            h.tbody[
                (_sum(category.name, category.total) for category in budget.categories),
                _sum("Net", sums.net, css="sum"),
                _sum(f"Contingency, {_percent(budget.contingency_percent)}", sums.contingency),
                _sum(f"Production fee, {_percent(budget.fee_percent)}", sums.fee),
                _sum(f"Tax, {_percent(budget.tax_percent)}", sums.tax),
                _sum("Total", sums.total, css="sum"),
            ]
        ],
        h.div(".small.muted")[
            "Fringes: ",
            "; ".join(
                f"{charge.name} {_percent(charge.percent) if charge.percent is not None else charge.flat}"
                for charge in budget.charges
            ),
        ]
        if budget.charges
        else None,
    ]


def lines(budget: BudgetShown, *, may_edit: bool) -> h.Element:
    """Return the lines by category; with `may_edit` each has a button that names it."""
    opened = len(budget.lines) <= _OPEN_UP_TO
    return h.div(".budget-lines")[
        (_category(category, opened=opened, may_edit=may_edit) for category in budget.categories)
        if budget.categories
        else h.div(".sheet.empty")[h.h2["No lines yet"], h.p["Add the first one."] if may_edit else None],
        h.p(".muted", data_no_match=True, hidden=True)["No line matches."],
    ]


def _category(category: Category, *, opened: bool, may_edit: bool) -> h.Element:
    return h.details(".sheet.category", open=opened, data_group=True)[
        h.summary[
            h.span(".category-name")[category.name],
            h.span(".small.muted")[counted(len(category.lines), "line")],
            h.span(".category-total")[_money(category.total)],
        ],
        h.div(".table-scroll")[
            h.table(".table.line-table")[
                h.thead[
                    h.tr[
                        h.th(".line-account")["Account"],
                        h.th["Line"],
                        h.th(".figure.line-count")["Quantity"],
                        h.th(".figure.line-rate")["Rate"],
                        h.th(".figure.line-total")["Total"],
                        h.th(".line-act")[h.span(".visually-hidden")["Edit"]] if may_edit else None,
                    ]
                ],
                h.tbody[
                    (_line(line, may_edit=may_edit) for line in category.lines),
                    h.tr[
                        h.td,
                        h.td(".muted", colspan="3")["Fringes"],
                        h.td(".figure")[_money(category.fringes)],
                        h.td if may_edit else None,
                    ]
                    if category.fringes.minor
                    else None,
                ],
            ]
        ],
    ]


@lru_cache(maxsize=8192)
def _line(line: Line, *, may_edit: bool) -> Markup:
    """Return a line's row. It follows from its value alone, so a budget that is drawn again draws what changed."""
    return Markup(_line_drawn(line, may_edit=may_edit))  # noqa: S704 - escaped by htpy


def _line_drawn(line: Line, *, may_edit: bool) -> h.Element:
    return h.tr(id=line.id, data_text=f"{line.account} {line.account_name} {line.description} {line.source}".lower())[
        h.td(".line-account.code", title=line.account_name)[line.account],
        h.td[
            h.details(".why")[
                h.summary(title=line.source)[line.description],
                h.div(".small.muted")[
                    line.account_name,
                    ". ",
                    line.source,
                    ". ",
                    h.a(href=f"/rate-card?item={line.rate_item_id}#{line.rate_item_id}")["Rate card"]
                    if line.rate_item_id
                    else None,
                ],
            ]
        ],
        h.td(".figure.line-count")[quantity_words(line)],
        h.td(".figure.line-rate")[_amount(line.rate)],
        h.td(".figure.line-total")[_amount(line.total)],
        h.td(".line-act")[
            h.button(
                ".icon-button", type="button", data_line=line.id, aria_label=f"Edit {line.description}", title="Edit"
            )[icon("edit", size=16)]
        ]
        if may_edit
        else None,
    ]


def quantity_words(line: Line) -> str:
    """Return how much of what: `2 × 3 days`, `5 %`, `flat`."""
    if line.unit == "%":
        return f"{_plain(line.quantity)} %"
    times = f"{_plain(line.multiplier)} × " if line.multiplier != 1 else ""
    if line.unit in ("Flat", "Allow"):
        many = f"{_plain(line.quantity)} × " if line.quantity != 1 else ""
        return f"{times}{many}{UNITS[line.unit]}"
    unit = UNITS[line.unit].removesuffix("s") if line.quantity == 1 else UNITS[line.unit]
    return f"{times}{_plain(line.quantity)} {unit}"


def _sum(name: str, amount: Money, *, css: str | None = None) -> h.Element:
    return h.tr(class_=css)[h.th(scope="row")[name], h.td(".figure")[_amount(amount)]]


def _money(amount: Money) -> h.Element:
    return money(amount.minor, amount.currency)


def _amount(amount: Money) -> h.Element:
    """Return an amount where the currency is said above the column already."""
    return h.span(".num.money", title=amount.currency)[f"{amount.amount:,}".replace("-", "−")]


def _percent(percent: Decimal) -> str:
    return f"{_plain(percent)} %"


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
