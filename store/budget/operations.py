"""Operations on budgets: lines change only while the budget is open; a draft proposal's totals follow its budget."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from store.budget.guards import account_of, open_budget
from store.budget.rules import BudgetLine, Unit, line_total
from store.budget.tables import BudgetAccountRow, BudgetLineRow, BudgetRow, FringeRow
from store.changes.draft import Draft
from store.changes.operation import Operation
from store.kernel.errors import Invalid
from store.kernel.money import Money
from store.projects.tables import Project
from store.proposals.tables import Proposal

MONEY = frozenset({"budget.read"})
UnitName = Literal["Hour", "Day", "Week", "Month", "Flat", "Allow", "%"]
Percent = Field(ge=0, le=100, max_digits=9, decimal_places=4)
Amount = Field(ge=0, max_digits=14, decimal_places=4)


class CreateBudget(Operation):
    """Open a budget for a project; with `proposal_id`, as the lines of that proposal."""

    kind: Literal["create_budget"] = "create_budget"
    permission: ClassVar[str] = "budget.write"
    reveals: ClassVar[frozenset[str]] = MONEY
    id: str = Field(max_length=40)
    project_id: str
    proposal_id: str | None = None
    name: str = Field(min_length=1, max_length=200)
    currency: str = Field(pattern="^[A-Z]{3}$")
    contingency_percent: Decimal = Percent
    fee_percent: Decimal = Percent
    tax_percent: Decimal = Percent

    def plan(self, draft: Draft) -> None:
        draft.get(Project, self.project_id)
        draft.touches_project(self.project_id)
        if self.proposal_id is not None:
            self._require_fits(draft, draft.get(Proposal, self.proposal_id))
        draft.insert(
            BudgetRow(
                id=self.id,
                project_id=self.project_id,
                proposal_id=self.proposal_id,
                name=self.name,
                currency=self.currency,
                contingency_percent=self.contingency_percent,
                fee_percent=self.fee_percent,
                tax_percent=self.tax_percent,
            )
        )

    def _require_fits(self, draft: Draft, proposal: Proposal) -> None:
        """An offer's totals are those of one budget, in its currency."""
        if proposal.project_id != self.project_id:
            raise Invalid("That proposal belongs to another project.")
        if proposal.currency != self.currency:
            raise Invalid(f"The proposal is in {proposal.currency}; its lines cannot be in {self.currency}.")
        if draft.find(BudgetRow, proposal_id=proposal.id):
            raise Invalid("That proposal has its lines already. Change those, or open a budget of its own.")


class AddBudgetAccount(Operation):
    """Add an account (category) to a budget."""

    kind: Literal["add_budget_account"] = "add_budget_account"
    permission: ClassVar[str] = "budget.write"
    reveals: ClassVar[frozenset[str]] = MONEY
    id: str = Field(max_length=40)
    budget_id: str
    code: str = Field(min_length=1, max_length=24)
    name: str = Field(min_length=1, max_length=120)
    position: int = Field(ge=0)
    section: Literal["ATL", "BTL", "OTHER"] = "BTL"

    def plan(self, draft: Draft) -> None:
        open_budget(draft, self.budget_id)
        if draft.find(BudgetAccountRow, budget_id=self.budget_id, code=self.code):
            raise Invalid(f"The budget has an account {self.code} already.")
        draft.insert(
            BudgetAccountRow(
                id=self.id,
                budget_id=self.budget_id,
                code=self.code,
                name=self.name,
                position=self.position,
                section=self.section,
            )
        )


class AddBudgetLine(Operation):
    """Add a detail line. Its total is computed, never given."""

    kind: Literal["add_budget_line"] = "add_budget_line"
    permission: ClassVar[str] = "budget.write"
    reveals: ClassVar[frozenset[str]] = MONEY
    moves_money: ClassVar[bool] = True
    id: str = Field(max_length=40)
    budget_id: str
    account_id: str
    position: int = Field(ge=0)
    description: str = Field(min_length=1, max_length=300)
    quantity: Decimal = Amount
    multiplier: Decimal = Field(default=Decimal(1), ge=0, max_digits=14, decimal_places=4)
    unit: UnitName
    rate_minor: int = Field(ge=-(10**14), le=10**14)
    currency: str = Field(pattern="^[A-Z]{3}$")
    rate_item_id: str | None = None
    source: str = Field(min_length=1)

    def amount(self) -> Money:
        return _line_total(self.quantity, self.multiplier, self.unit, Money(self.rate_minor, self.currency))

    def plan(self, draft: Draft) -> None:
        budget = open_budget(draft, self.budget_id)
        account_of(draft, budget, self.account_id)
        if self.currency != budget.currency:
            raise Invalid(f"The budget is in {budget.currency}; a line in {self.currency} cannot be added to it.")
        draft.insert(
            BudgetLineRow(
                id=self.id,
                budget_id=self.budget_id,
                account_id=self.account_id,
                position=self.position,
                description=self.description,
                quantity=self.quantity,
                multiplier=self.multiplier,
                unit=self.unit,
                rate_minor=self.rate_minor,
                total_minor=self.amount().minor,
                currency=self.currency,
                rate_item_id=self.rate_item_id,
                source=self.source,
            )
        )


class ChangeBudgetLine(Operation):
    """Change what a line says. Who changed it, and why, is in the change set."""

    kind: Literal["change_budget_line"] = "change_budget_line"
    permission: ClassVar[str] = "budget.write"
    reveals: ClassVar[frozenset[str]] = MONEY
    moves_money: ClassVar[bool] = True
    id: str
    description: str = Field(min_length=1, max_length=300)
    quantity: Decimal = Amount
    multiplier: Decimal = Field(default=Decimal(1), ge=0, max_digits=14, decimal_places=4)
    unit: UnitName
    rate_minor: int = Field(ge=-(10**14), le=10**14)
    currency: str = Field(pattern="^[A-Z]{3}$")

    def amount(self) -> Money:
        return _line_total(self.quantity, self.multiplier, self.unit, Money(self.rate_minor, self.currency))

    def plan(self, draft: Draft) -> None:
        line = draft.get(BudgetLineRow, self.id)
        budget = open_budget(draft, line.budget_id)
        if self.currency != budget.currency:
            raise Invalid(f"The budget is in {budget.currency}; a line cannot be in {self.currency}.")
        priced_anew = (self.rate_minor, self.unit) != (line.rate_minor, line.unit)
        draft.update(
            line,
            description=self.description,
            quantity=self.quantity,
            multiplier=self.multiplier,
            unit=self.unit,
            rate_minor=self.rate_minor,
            total_minor=self.amount().minor,
            source="set by hand" if priced_anew else line.source,
        )


class RemoveBudgetLine(Operation):
    """Take a line out of a budget."""

    kind: Literal["remove_budget_line"] = "remove_budget_line"
    permission: ClassVar[str] = "budget.write"
    reveals: ClassVar[frozenset[str]] = MONEY
    moves_money: ClassVar[bool] = True
    id: str

    def plan(self, draft: Draft) -> None:
        draft.delete(draft.get(BudgetLineRow, self.id))


class AddFringe(Operation):
    """Add a charge on labour to a budget or to one of its accounts: a percentage, or a flat amount a unit."""

    kind: Literal["add_fringe"] = "add_fringe"
    permission: ClassVar[str] = "budget.write"
    reveals: ClassVar[frozenset[str]] = MONEY
    moves_money: ClassVar[bool] = True
    id: str = Field(max_length=40)
    budget_id: str
    account_id: str | None = None
    name: str = Field(min_length=1, max_length=120)
    percent: Decimal | None = Field(default=None, ge=0, le=100, max_digits=9, decimal_places=4)
    amount_minor: int | None = Field(default=None, ge=0, le=10**14)
    cutoff_minor: int | None = Field(default=None, ge=0, le=10**14)

    def plan(self, draft: Draft) -> None:
        budget = open_budget(draft, self.budget_id)
        if (self.percent is None) == (self.amount_minor is None):
            raise Invalid("A fringe is either a percentage or a flat amount.")
        if self.account_id is not None:
            account_of(draft, budget, self.account_id)
        draft.insert(
            FringeRow(
                id=self.id,
                budget_id=self.budget_id,
                account_id=self.account_id,
                name=self.name,
                percent=self.percent,
                amount_minor=self.amount_minor,
                cutoff_minor=self.cutoff_minor,
                currency=budget.currency,
            )
        )


class SetBudgetStatus(Operation):
    """Lock a budget, so that its lines stand; or open it again."""

    kind: Literal["set_budget_status"] = "set_budget_status"
    permission: ClassVar[str] = "budget.write"
    reveals: ClassVar[frozenset[str]] = MONEY
    id: str
    status: Literal["draft", "locked"]

    def plan(self, draft: Draft) -> None:
        budget = draft.get(BudgetRow, self.id)
        draft.touches_project(budget.project_id)
        draft.update(budget, status=self.status)


def _line_total(quantity: Decimal, multiplier: Decimal, unit: str, rate: Money) -> Money:
    return line_total(BudgetLine("", "", quantity, Unit(unit), rate, multiplier))


OPERATIONS = (
    CreateBudget,
    AddBudgetAccount,
    AddBudgetLine,
    ChangeBudgetLine,
    RemoveBudgetLine,
    AddFringe,
    SetBudgetStatus,
)
