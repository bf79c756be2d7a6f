"""Lines sum to accounts, accounts to the topsheet, whatever the lines are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.budget.aicp import chart
from store.budget.rules import BudgetLine, Fringe, MarkUps, Unit, fringe_on, line_total, mark_up, topsheet
from store.kernel.errors import Invalid
from store.kernel.money import Money, total

AICP = chart("aicp")


def eur(amount: str | int) -> Money:
    return Money.of(amount, "EUR")


def camera(quantity: str = "2", rate: str | int = 850, **changes: object) -> BudgetLine:
    values: dict[str, object] = {
        "account": "53",
        "description": "Director of photography",
        "quantity": Decimal(quantity),
        "unit": Unit.DAY,
        "rate": eur(rate),
    }
    return BudgetLine(**{**values, **changes})  # type: ignore[arg-type]


quantities = st.decimals(min_value=0, max_value=500, places=2)
accounts = st.sampled_from(sorted(AICP.accounts))
units = st.sampled_from(list(Unit))
rates = st.integers(min_value=0, max_value=5_000_000).map(lambda minor: Money(minor, "EUR"))
lines = st.builds(
    BudgetLine,
    account=accounts,
    description=st.just("a line"),
    quantity=quantities,
    unit=units,
    rate=rates,
    multiplier=st.decimals(min_value=0, max_value=20, places=1),
    fringes=st.sampled_from([(), ("social",), ("social", "pension")]),
)
FRINGES = {
    "social": Fringe("social", "Social", percent=Decimal("19.7"), cutoff=eur(5000)),
    "pension": Fringe("pension", "Pension", flat=eur("12.50")),
}


def test_a_line_is_quantity_times_multiplier_times_rate() -> None:
    assert line_total(camera("2.5", 850, multiplier=Decimal(2))) == eur(4250)


def test_a_percent_line_takes_its_rate_as_the_base() -> None:
    assert line_total(camera("5", 1_500_000, unit=Unit.PERCENT)) == eur(75_000)


def test_a_line_is_rounded_once_and_half_up() -> None:
    assert line_total(camera("0.333", "10.00", multiplier=Decimal("1.5"))) == eur("5.00")
    assert line_total(camera("0.5", "0.01")) == eur("0.01")


@given(st.lists(lines, max_size=30))
def test_lines_sum_to_accounts_and_accounts_to_the_topsheet(some: list[BudgetLine]) -> None:
    sheet = topsheet(some, chart=AICP, currency="EUR", fringes=FRINGES)
    fringes = total((fringe_on(line, FRINGES[name]) for line in some for name in line.fringes), "EUR")
    assert sheet.marked_up.net == total((line_total(line) for line in some), "EUR") + fringes
    assert sheet.marked_up.net == total((account.total for account in sheet.accounts), "EUR")
    assert sheet.marked_up.net == total((group.total for group in sheet.groups), "EUR")
    assert sheet.marked_up.net == sheet.above_the_line + sheet.below_the_line + sheet.other
    assert all(account.total == account.lines + account.fringes for account in sheet.accounts)


@given(
    st.lists(lines, max_size=10),
    st.decimals(min_value=0, max_value=40, places=2),
    st.decimals(min_value=0, max_value=40, places=2),
)
def test_what_goes_on_top_adds_up_to_the_total(some: list[BudgetLine], contingency: Decimal, fee: Decimal) -> None:
    sums = mark_up(total(map(line_total, some), "EUR"), MarkUps(contingency, fee, Decimal(21)))
    assert sums.total_ex_tax == sums.net + sums.contingency + sums.fee
    assert sums.total == sums.total_ex_tax + sums.tax


def test_contingency_and_fee_are_taken_on_the_net_cost_and_tax_on_everything() -> None:
    sums = mark_up(eur(1000), MarkUps(Decimal(10), Decimal(20), Decimal(50)))
    assert (sums.contingency, sums.fee, sums.total_ex_tax) == (eur(100), eur(200), eur(1300))
    assert (sums.tax, sums.total) == (eur(650), eur(1950))


def test_a_percent_fringe_stops_at_its_cutoff_for_each_head() -> None:
    fringe = Fringe("fica", "Social Security", percent=Decimal("6.2"), cutoff=eur(1000))
    assert fringe_on(camera("10", 500), fringe) == eur(62)
    assert fringe_on(camera("10", 500, multiplier=Decimal(3)), fringe) == eur(186)
    assert fringe_on(camera("1", 500), fringe) == eur(31)


def test_a_flat_fringe_is_due_for_each_unit_up_to_its_cutoff() -> None:
    fringe = Fringe("pension", "Pension", flat=eur(25), cutoff=eur(100))
    assert fringe_on(camera("3"), fringe) == eur(75)
    assert fringe_on(camera("30"), fringe) == eur(100)
    assert fringe_on(camera("3", multiplier=Decimal(2)), fringe) == eur(150)
    assert fringe_on(camera("30", multiplier=Decimal(2)), fringe) == eur(200)


def test_a_fringe_is_a_percentage_or_a_flat_amount_and_never_both() -> None:
    with pytest.raises(Invalid):
        Fringe("x", "Both", percent=Decimal(1), flat=eur(1))
    with pytest.raises(Invalid):
        Fringe("x", "Neither")


@pytest.mark.parametrize("charge", [{"percent": Decimal(-1)}, {"flat": eur(-1)}])
def test_a_fringe_is_never_negative(charge: dict[str, Decimal | Money]) -> None:
    with pytest.raises(Invalid):
        Fringe("x", "Less", **charge)  # type: ignore[arg-type]


def test_a_line_that_names_an_unknown_fringe_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        topsheet([camera(fringes=("ghost",))], chart=AICP, currency="EUR")
    assert refused.value.code == "unknown_fringe"


def test_a_line_in_another_currency_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        topsheet([camera(rate=1), camera(rate=1, account="54")], chart=AICP, currency="GBP")
    assert refused.value.code == "mixed_currencies"


def test_director_and_talent_stand_above_the_line_and_crew_below() -> None:
    sheet = topsheet([camera(), camera(account="229"), camera(account="234")], chart=AICP, currency="EUR")
    assert sheet.above_the_line == eur(3400)
    assert sheet.below_the_line == eur(1700)


def test_accounts_stand_in_the_order_of_the_chart() -> None:
    sheet = topsheet([camera(account="193"), camera(account="53"), camera(account="3")], chart=AICP, currency="EUR")
    assert [account.account for account in sheet.accounts] == ["3", "53", "193"]
    assert [group.letter for group in sheet.groups] == ["A", "B", "I"]
