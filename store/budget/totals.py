"""A stored budget's sums, always from its stored lines and by the rules in `rules.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from store.budget.rules import BudgetLine, Fringe, MarkedUp, MarkUps, Unit, fringes_on, line_total, mark_up
from store.budget.tables import BudgetLineRow, BudgetRow, FringeRow
from store.kernel.money import Money, total


def line_of(row: BudgetLineRow, fringes: Iterable[FringeRow] = ()) -> BudgetLine:
    """Return a stored line as a value; the fringes due on it are those of its account and of the whole budget."""
    return BudgetLine(
        account=row.account_id,
        description=row.description,
        quantity=row.quantity,
        unit=Unit(row.unit),
        rate=Money(row.rate_minor, row.currency),
        multiplier=row.multiplier,
        fringes=tuple(fringe.id for fringe in fringes if fringe.account_id in (None, row.account_id)),
    )


def fringe_of(row: FringeRow) -> Fringe:
    """Return a stored fringe as a value."""
    return Fringe(
        id=row.id,
        name=row.name,
        percent=row.percent,
        flat=None if row.amount_minor is None else Money(row.amount_minor, row.currency),
        cutoff=None if row.cutoff_minor is None else Money(row.cutoff_minor, row.currency),
    )


def budget_totals(budget: BudgetRow, lines: Sequence[BudgetLineRow], fringes: Sequence[FringeRow]) -> MarkedUp:
    """Return the budget's net (lines and their fringes), contingency, fee, tax and total."""
    by_id = {row.id: fringe_of(row) for row in fringes}
    values = [line_of(row, fringes) for row in lines]
    net = total((line_total(line) + fringes_on(line, by_id) for line in values), budget.currency)
    return mark_up(
        net,
        MarkUps(
            contingency_percent=Decimal(budget.contingency_percent),
            fee_percent=Decimal(budget.fee_percent),
            tax_percent=Decimal(budget.tax_percent),
        ),
    )
