"""A price beside the budget that the client states: on which basis, by how much it is over, and the sentence for it."""

from __future__ import annotations

from dataclasses import dataclass

from store.kernel.money import Money
from store.proposals.facts import BriefFacts


@dataclass(frozen=True, slots=True)
class BudgetComparison:
    """The price beside the client's budget, both with tax or both without: `over_by` is zero when it fits."""

    ceiling: Money
    compared_total: Money
    with_tax: bool
    over_by: Money

    @property
    def over_budget(self) -> bool:
        return self.over_by.minor > 0

    def __str__(self) -> str:
        total = f"{self.compared_total} {basis(with_tax=self.with_tax)}"
        return f"The total of {total} is {self.over_by} over the client's budget of {self.ceiling}."


def basis(*, with_tax: bool) -> str:
    """Return in words whether figures hold tax: those beside a client's budget do as that does."""
    return "including tax" if with_tax else "excluding tax"


def basis_of_lever(saving_minor: int, new_total_minor: int, *, total_minor: int) -> str:
    """Return whether a lever's figures hold tax: they start from the offer's total, or from the one before tax."""
    return basis(with_tax=saving_minor + new_total_minor == total_minor)


def compare_to_budget(facts: BriefFacts, total: Money, total_ex_tax: Money) -> BudgetComparison | None:
    """Return a price beside the budget that a brief states, on its basis; None without one in the same currency."""
    budget = facts.budget_max or facts.budget_min
    if budget is None or budget.currency != total.currency:
        return None
    ceiling, with_tax = Money(budget.minor, budget.currency), facts.tax_included is True
    compared = total if with_tax else total_ex_tax
    over = compared - ceiling if compared > ceiling else Money.zero(total.currency)
    return BudgetComparison(ceiling, compared, with_tax, over)
