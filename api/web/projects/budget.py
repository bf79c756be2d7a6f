"""A project's budgets. A line is changed by a change set; what a budget comes to follows from its lines."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nicegui import events, ui

from api.web.components.buttons import act_button
from api.web.components.dialog import Dialog
from api.web.components.fields import Amount, Choice, Field, Given, Number, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects import budget_view
from api.web.projects.budget_reading import BudgetPage, BudgetShown, Line, read_budgets
from api.web.projects.head import Head, project_page
from store.budget.operations import AddBudgetLine, ChangeBudgetLine, RemoveBudgetLine, SetBudgetStatus
from store.budget.tables import UNITS
from store.kernel.ids import new_id

_CHOSEN_LINE = "(event) => { const at = event.target.closest('[data-line]'); if (at) emit(at.dataset.line); }"
_BY_HAND = "set by hand"


@page("/projects/{code}/budget", title="Budget", place="projects")
async def budget(visit: Visit, code: str) -> None:
    """The budgets of a project; `?budget=` is the one to show, `#bln_…` the line to land on."""
    wanted = visit.request.query_params.get("budget")
    async with project_page(visit, code, "budget") as head:
        shown = BudgetShownPage(visit, head)
        await Region(
            visit,
            lambda session, actor: read_budgets(session, actor, head.id, wanted[:60] if wanted else None),
            shown.draw,
        ).show()


@dataclass
class BudgetShownPage:
    """What can be done with a budget; each act is filed and shown for a decision."""

    visit: Visit
    head: Head

    def draw(self, found: BudgetPage) -> None:
        if len(found.budgets) > 1:
            ui.html(str(budget_view.choice(found)))
        if found.shown is None:
            ui.html(
                '<div class="sheet empty"><h2>No budget yet</h2>'
                "<p>A proposal brings its lines along; drop the brief into the copilot.</p></div>"
            )
            return
        budget = found.shown
        may_edit = budget.closed is None and self.visit.person.may("budget.write")
        with ui.element("div").classes("stack budget"):
            ui.html(str(budget_view.head(budget)))
            if budget.closed:
                ui.html(str(budget_view.closed(budget)))
            with ui.element("div").classes("budget-split"):
                with ui.element("div").classes("stack"):
                    self._draw_acts(budget, may_edit=may_edit)
                    self._draw_lines(budget, may_edit=may_edit)
                ui.html(str(budget_view.topsheet(budget)))

    def _draw_acts(self, budget: BudgetShown, *, may_edit: bool) -> None:
        with ui.element("div").classes("filters"):
            ui.element("input").classes("filter-words").props(
                'type=search data-filter-lines placeholder="Find a line" aria-label="Find a line" autocomplete=off'
            )
            if may_edit:
                self._draw_add(budget)
            if not self.visit.person.may("budget.write"):
                return
            if budget.status == "locked":
                self._draw_status(budget, "draft", "Open it again")
            else:
                self._draw_status(budget, "locked", "Lock the budget")

    def _draw_status(self, budget: BudgetShown, status: str, label: str) -> None:
        async def act() -> None:
            operation = SetBudgetStatus.model_validate({"id": budget.id, "status": status})
            words = "lock" if status == "locked" else "open"
            await file_and_review(self.visit, f"{self.head.code}: {words} the budget {budget.name}", [operation])

        act_button(label, act, working="Filing…")

    def _draw_add(self, budget: BudgetShown) -> None:
        dialog = Dialog("Add a line")

        async def ask() -> None:
            with dialog.filled():
                self._add_form(budget).draw(dialog.close)
            dialog.open()

        if budget.accounts:
            act_button("Add a line", ask, symbol="plus")

    def _draw_lines(self, budget: BudgetShown, *, may_edit: bool) -> None:
        shown = ui.html(str(budget_view.lines(budget, may_edit=may_edit)))
        if not may_edit:
            return
        dialog, by_id = Dialog("Change a line"), {line.id: line for line in budget.lines}

        async def chosen(event: events.GenericEventArguments) -> None:
            line = by_id.get(str(event.args))
            if line is None:
                return
            with dialog.filled():
                self._change_form(budget, line).draw(dialog.close)
                self._draw_remove(line)
            dialog.open()

        shown.on("click", chosen, js_handler=_CHOSEN_LINE)

    def _draw_remove(self, line: Line) -> None:
        async def act() -> None:
            title = f"{self.head.code}: take out {line.description}"
            await file_and_review(self.visit, title, [RemoveBudgetLine(id=line.id)])

        with ui.element("div").classes("line-foot"):
            act_button("Take this line out", act, kind="danger", working="Filing…")

    def _change_form(self, budget: BudgetShown, line: Line) -> Form:
        async def act(given: Given) -> None:
            operation = ChangeBudgetLine.model_validate({"id": line.id, **_values(budget, given)})
            await file_and_review(self.visit, f"{self.head.code}: change {line.description}", [operation])

        return Form(self.visit, _fields(budget, line), act, submit="Propose the change", name="Change a line")

    def _add_form(self, budget: BudgetShown) -> Form:
        account = Choice("account_id", "Account", options=budget.accounts, required=True)

        async def act(given: Given) -> None:
            operation = AddBudgetLine.model_validate(
                {
                    "id": new_id("bln"),
                    "budget_id": budget.id,
                    "account_id": given.text("account_id"),
                    "position": len(budget.lines) + 1,
                    "source": _BY_HAND,
                    **_values(budget, given),
                }
            )
            await file_and_review(self.visit, f"{self.head.code}: add {given.text('description')}", [operation])

        fields = [account, *_fields(budget, None)]
        return Form(self.visit, fields, act, submit="Propose the line", name="Add a line")


def _fields(budget: BudgetShown, line: Line | None) -> list[Field]:
    units = [(unit, "per cent of the rate" if unit == "%" else unit) for unit in UNITS]
    return [
        Text("description", "Line", required=True, most=300, value=line.description if line else None),
        Number("quantity", "Quantity", required=True, value=line.quantity if line else None),
        Choice("unit", "Unit", required=True, options=units, value=line.unit if line else "Day"),
        Number(
            "multiplier",
            "Times",
            required=True,
            value=line.multiplier if line else Decimal(1),
            hint="How many people or things.",
        ),
        Amount(
            "rate_minor",
            f"Rate, {budget.currency}",
            required=True,
            currency=budget.currency,
            minor=line.rate.minor if line else None,
            negative=True,
        ),
    ]


def _values(budget: BudgetShown, given: Given) -> dict[str, object]:
    names = ("description", "quantity", "unit", "multiplier", "rate_minor")
    return {**{name: given.values[name] for name in names}, "currency": budget.currency}
