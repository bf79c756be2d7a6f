"""Budgets and rate cards. Totals are computed from the stored lines at every look."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import Field

from api.rest.schemas.common import MoneyOut, Out
from store.budget.queries import Budget
from store.budget.tables import BudgetLineRow, FringeRow, RateItemRow


class BudgetSummary(Out):
    id: str
    version: int
    project_id: str
    proposal_id: str | None
    name: str
    status: str = Field(examples=["draft"])
    currency: str
    contingency_percent: Decimal
    fee_percent: Decimal
    tax_percent: Decimal


class AccountOut(Out):
    """An account, with the sum of its lines (fringes are in the budget's totals)."""

    id: str
    version: int
    code: str
    name: str
    position: int
    section: str = Field(examples=["BTL"])
    lines_total: MoneyOut


class FringeOut(Out):
    """A charge on labour: a percentage up to a cutoff, or a flat amount for each unit."""

    id: str
    version: int
    account_id: str | None
    name: str
    percent: Decimal | None
    amount: MoneyOut | None
    cutoff: MoneyOut | None

    @classmethod
    def of(cls, row: FringeRow) -> FringeOut:
        return cls(
            **row.model_dump(exclude={"amount_minor", "cutoff_minor"}),
            amount=MoneyOut.maybe(row.amount_minor, row.currency),
            cutoff=MoneyOut.maybe(row.cutoff_minor, row.currency),
        )


class TotalsOut(Out):
    """`net` is the lines and their fringes; `total = net + contingency + fee + tax`."""

    net: MoneyOut
    contingency: MoneyOut
    fee: MoneyOut
    total_ex_tax: MoneyOut
    tax: MoneyOut
    total: MoneyOut


class LineOut(Out):
    """A detail line: quantity × multiplier × rate; `source` names the rule and the rate, or the person, behind it."""

    id: str
    version: int
    account_id: str
    position: int
    description: str
    quantity: Decimal
    multiplier: Decimal
    unit: str = Field(examples=["Day"])
    rate: MoneyOut
    total: MoneyOut
    rate_item_id: str | None
    source: str

    @classmethod
    def of(cls, row: BudgetLineRow) -> LineOut:
        return cls(
            **row.model_dump(),
            rate=MoneyOut(minor=row.rate_minor, currency=row.currency),
            total=MoneyOut(minor=row.total_minor, currency=row.currency),
        )


class BudgetOut(BudgetSummary):
    """A budget with its accounts, fringes and sums. Its lines are pages of their own."""

    accounts: list[AccountOut]
    fringes: list[FringeOut]
    totals: TotalsOut

    @classmethod
    def of(cls, budget: Budget) -> BudgetOut:
        sums = {account.id: 0 for account in budget.accounts}
        for line in budget.lines:
            sums[line.account_id] += line.total_minor
        accounts = [
            AccountOut(
                **account.model_dump(),
                lines_total=MoneyOut(minor=sums[account.id], currency=budget.row.currency),
            )
            for account in budget.accounts
        ]
        return cls(
            **budget.row.model_dump(),
            accounts=accounts,
            fringes=[FringeOut.of(fringe) for fringe in budget.fringes],
            totals=TotalsOut.model_validate(budget.totals),
        )


class RateCardOut(Out):
    id: str
    version: int
    name: str
    currency: str
    is_default: bool = Field(description="Proposals in this currency are priced by it.")
    effective_on: date


class RateItemOut(Out):
    """One thing with a price: what the studio charges, and what it costs where that is known."""

    id: str
    version: int
    code: str
    account: str
    department: str
    description: str
    unit: str
    rate: MoneyOut
    cost: MoneyOut | None

    @classmethod
    def of(cls, row: RateItemRow) -> RateItemOut:
        return cls(
            **row.model_dump(),
            rate=MoneyOut(minor=row.rate_minor, currency=row.currency),
            cost=MoneyOut.maybe(row.cost_minor, row.currency),
        )
