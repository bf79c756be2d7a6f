"""Two versions of an offer side by side: what came, what went and what changed, as the store tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import htpy as h
from nicegui import ui

from api.web.components.badges import badge
from api.web.components.figures import day, money
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects.comparison import read_comparison
from api.web.projects.head import address, project_page
from store.kernel.money import Money
from store.proposals.compare import Comparison, Difference, VersionLine, VersionStep, VersionTerm

T = TypeVar("T")

_TOTALS = {"subtotal": "Lines", "fee": "Production fee"}


@page("/projects/{code}/compare/{before_id}/{after_id}", title="What changed", place="projects")
async def compare(visit: Visit, code: str, before_id: str, after_id: str) -> None:
    """What the second version changes in the first."""
    async with project_page(visit, code, "brief") as head:
        found = await visit.read(lambda session, actor: read_comparison(session, actor, head.id, before_id, after_id))
        ui.html(str(_drawn(found, head.code)))


def _drawn(found: Comparison, code: str) -> h.Element:
    return h.div(".stack")[
        h.div(".spread")[
            h.h2[f"Version {found.after.revision} beside version {found.before.revision}"],
            h.div(".row-of")[
                (
                    h.a(".version", href=f"{address(code, 'brief')}?version={version.proposal_id}")[
                        f"Version {version.revision}", badge(version.status)
                    ]
                    for version in (found.before, found.after)
                )
            ],
        ],
        h.div(".sheet.empty")[h.h2["Nothing changed"], h.p["Both versions say the same."]] if found.is_empty else None,
        _totals(found) if found.totals else None,
        _part("Lines", found.lines, _line),
        _part("Schedule", found.steps, _step),
        _part("Terms", found.terms, _term),
        _part("Assumptions", found.assumptions, str),
        _part("Not included", found.exclusions, str),
    ]


def _totals(found: Comparison) -> h.Element:
    return h.section(".sheet.sheet-body.stack", aria_label="Totals")[
        h.h2["Totals"],
        h.table(".table")[
            h.thead[h.tr[h.th, h.th(".figure")["Before"], h.th(".figure")["After"], h.th(".figure")["Difference"]]],
            h.tbody[
                (
                    h.tr(class_="sum" if name == "total" else None)[
                        h.td[_TOTALS.get(name, name.capitalize())],
                        h.td(".figure")[_money(before)],
                        h.td(".figure")[_money(after)],
                        h.td(".figure")[money((after - before).minor, after.currency, signed=True)],
                    ]
                    for name, before, after in found.totals
                )
            ],
        ],
    ]


def _part(name: str, found: Difference[T], words: Callable[[T], h.Node]) -> h.Node:
    if found.is_empty:
        return None
    same = f"{found.kept} stayed as they were" if found.kept else ""
    return h.section(".sheet.sheet-body.stack", aria_label=name)[
        h.div(".spread")[h.h2[name], h.span(".small.muted")[same]],
        h.ul(".changes")[
            (_row("changed", [h.div(".was")[words(before)], h.div[words(after)]]) for before, after in found.changed),
            (_row("added", words(part)) for part in found.added),
            (_row("removed", words(part)) for part in found.removed),
        ],
    ]


def _row(what: str, shown: h.Node) -> h.Element:
    tone = {"changed": "wait", "added": "good", "removed": "bad"}[what]
    return h.li(class_=f"change is-{what}")[badge(what, tone=tone), h.div[shown]]


def _line(line: VersionLine) -> h.Node:
    times = f"{line.multiplier:f} × " if line.multiplier != 1 else ""
    return h.span(".spread")[
        h.span[f"{line.account} {line.description}: {times}{line.quantity:f} {line.unit} at ", _money(line.rate)],
        _money(line.total),
    ]


def _step(step: VersionStep) -> h.Node:
    return h.span[step.name, ": ", day(step.starts_on), " – ", day(step.ends_on)]


def _term(term: VersionTerm) -> h.Node:
    return h.span[h.strong[term.title], ": ", term.text]


def _money(amount: Money) -> h.Element:
    return money(amount.minor, amount.currency)
