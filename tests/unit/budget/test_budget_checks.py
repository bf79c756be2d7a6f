"""A budget that someone else added up is added up again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.budget.checks import StatedBudget, StatedLine, StatedPercentage, check_budget, check_percentage
from store.budget.rules import BudgetLine, Unit, line_total
from store.kernel.money import Money, total


def eur(amount: str | int) -> Money:
    return Money.of(amount, "EUR")


def line(account: str, quantity: int, rate: int) -> BudgetLine:
    return BudgetLine(account, f"line of {account}", Decimal(quantity), Unit.DAY, eur(rate))


def test_a_five_per_cent_fee_printed_as_87500_on_a_million_and_a_half_is_caught() -> None:
    found = check_percentage(StatedPercentage("Production fee", Decimal(5), eur(1_500_000), eur(87_500)))
    assert found is not None
    assert found.computed == eur(75_000)
    assert found.difference == eur(12_500)
    assert "5.83 %" in found.message
    assert "EUR 1,750,000.00" in found.message


def test_a_right_percentage_passes() -> None:
    assert check_percentage(StatedPercentage("Fee", Decimal(5), eur(1_500_000), eur(75_000))) is None


@pytest.mark.parametrize(("off_by", "places"), [(1, 0), (2, 3)])
def test_a_cent_is_rounding_and_two_are_a_difference(off_by: int, places: int) -> None:
    shown = StatedLine(line("53", 2, 850), eur(1700) + Money(off_by, "EUR"))
    fee = StatedPercentage("Fee", Decimal(10), eur(1000), eur(100) - Money(off_by, "EUR"))
    found = check_budget(
        StatedBudget(
            lines=(shown,),
            account_totals={"53": shown.stated + Money(off_by, "EUR")} if shown.stated else {},
            percentages=(fee,),
        )
    )
    assert len(found) == places


def test_a_percentage_of_nothing_is_reported_without_dividing_by_it() -> None:
    found = check_percentage(StatedPercentage("Fee", Decimal(0), eur(0), eur(10)))
    assert found is not None
    assert found.computed == eur(0)


def test_one_wrong_line_is_reported_once_and_not_again_in_every_sum_above_it() -> None:
    budget = StatedBudget(
        lines=(StatedLine(line("53", 2, 850), eur(1800)), StatedLine(line("54", 1, 600), eur(600))),
        account_totals={"53": eur(1800), "54": eur(600)},
        total=eur(2400),
    )
    assert [found.where for found in check_budget(budget)] == ["53 line of 53"]


def test_a_wrong_account_total_and_a_wrong_grand_total_are_each_reported() -> None:
    budget = StatedBudget(
        lines=(StatedLine(line("53", 2, 850)),),
        account_totals={"53": eur(1750), "193": eur(100)},
        percentages=(StatedPercentage("Fee", Decimal(10), eur(1850), eur(185)),),
        total=eur(2036),
    )
    found = check_budget(budget)
    assert [row.where for row in found] == ["Account 53", "Grand total"]
    assert found[1].computed == eur(2035)


@given(st.lists(st.tuples(st.sampled_from(["53", "54", "193"]), st.integers(0, 50), st.integers(0, 9000)), max_size=12))
def test_a_budget_that_adds_up_has_no_discrepancies(rows: list[tuple[str, int, int]]) -> None:
    lines = [line(*row) for row in rows]
    accounts = {
        account: total((line_total(each) for each in lines if each.account == account), "EUR")
        for account in {each.account for each in lines}
    }
    net = total(accounts.values(), "EUR")
    fee = StatedPercentage("Fee", Decimal(10), net, net.percent(10))
    budget = StatedBudget(
        tuple(StatedLine(each, line_total(each)) for each in lines), accounts, (fee,), net + fee.stated
    )
    assert check_budget(budget) == ()
