"""A stored budget's sums: each fringe on the lines it is due on, each line with all its factors."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from store.budget.tables import BudgetLineRow, BudgetRow, FringeRow
from store.budget.totals import budget_totals
from store.kernel.money import Money

BUDGET = BudgetRow(
    id="bud",
    project_id="prj",
    name="B",
    currency="EUR",
    contingency_percent=Decimal(10),
    fee_percent=Decimal(20),
    tax_percent=Decimal(50),
)


def line(account: str, rate_minor: int, *, heads: int = 1) -> BudgetLineRow:
    return BudgetLineRow(
        id=f"lin_{account}",
        budget_id="bud",
        account_id=account,
        position=1,
        description="A line",
        quantity=Decimal(2),
        multiplier=Decimal(heads),
        unit="Day",
        rate_minor=rate_minor,
        total_minor=2 * heads * rate_minor,
        currency="EUR",
        source="by hand",
    )


def fringe(**fields: Any) -> FringeRow:
    return FringeRow(id="fri", budget_id="bud", name="F", currency="EUR", **fields)


def net(lines: list[BudgetLineRow], *fringes: FringeRow) -> int:
    return budget_totals(BUDGET, lines, fringes).net.minor


def test_contingency_fee_and_tax_are_the_budgets_own() -> None:
    sums = budget_totals(BUDGET, [line("crew", 500_00)], [])
    assert [part.minor for part in (sums.net, sums.contingency, sums.fee, sums.tax, sums.total)] == [
        1_000_00,
        100_00,
        200_00,
        650_00,
        1_950_00,
    ]
    assert sums.total == Money(1_950_00, "EUR")


def test_a_fringe_is_due_on_its_account_or_on_the_whole_budget() -> None:
    lines = [line("crew", 100_00), line("cast", 200_00)]
    assert net(lines) == 600_00
    assert net(lines, fringe(account_id="crew", percent=Decimal(10))) == 620_00
    assert net(lines, fringe(percent=Decimal(10))) == 660_00


def test_a_flat_fringe_is_due_for_each_head_and_day_up_to_its_cutoff_for_each() -> None:
    three = [line("crew", 100_00, heads=3)]
    assert net(three) == 600_00
    assert net(three, fringe(amount_minor=5_00)) == 630_00
    assert net(three, fringe(amount_minor=5_00, cutoff_minor=8_00)) == 624_00
