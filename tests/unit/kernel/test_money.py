"""Money keeps every minor unit: whatever is split adds up, and nothing is rounded but a result."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.kernel.errors import Invalid
from store.kernel.money import Money, exponent, total

minors = st.integers(-(10**15), 10**15)
weights = st.lists(st.one_of(st.integers(0, 10**9), st.decimals(0, 10**6, places=4)), min_size=1, max_size=12)


@given(minors, weights.filter(any))
def test_the_parts_of_a_split_add_up_to_the_whole(minor: int, shares: list[int | Decimal]) -> None:
    parts = Money(minor, "EUR").split(shares)
    assert sum(part.minor for part in parts) == minor
    assert len(parts) == len(shares)


@given(minors, weights.filter(any))
def test_no_part_of_a_split_is_a_whole_unit_off_its_share(minor: int, shares: list[int | Decimal]) -> None:
    with localcontext(prec=60):
        whole = sum((Decimal(share) for share in shares), Decimal(0))
        for part, share in zip(Money(minor, "EUR").split(shares), shares, strict=True):
            assert abs(Decimal(part.minor) - Decimal(minor) * Decimal(share) / whole) < 1


def test_a_split_of_more_digits_than_a_decimal_context_holds_still_adds_up() -> None:
    shares = [Decimal("0.3333333333333333333333333333"), Decimal("0.3333333333333333333333333333"), Decimal("1e-27")]
    assert sum(part.minor for part in Money(9_007_199_254_740_993, "EUR").split(shares)) == 9_007_199_254_740_993


@pytest.mark.parametrize("shares", [[0, 0], [], [2, -1]])
def test_a_split_without_a_positive_weight_is_refused(shares: list[int]) -> None:
    with pytest.raises(Invalid):
        Money(100, "EUR").split(shares)


def test_earlier_parts_win_ties() -> None:
    assert [part.minor for part in Money(100, "EUR").split([1, 1, 1])] == [34, 33, 33]


@pytest.mark.parametrize("meet", [Money.__add__, Money.__sub__, Money.__lt__, Money.__le__, Money.__gt__, Money.__ge__])
def test_two_currencies_never_meet(meet: object) -> None:
    with pytest.raises(Invalid) as refused:
        meet(Money(1, "EUR"), Money(1, "USD"))  # type: ignore[operator]
    assert refused.value.code == "mixed_currencies"


@given(minors, minors)
def test_amounts_are_ordered_as_their_minor_units_are(a: int, b: int) -> None:
    for one, other in ((a, b), (a, a)):
        left, right = Money(one, "EUR"), Money(other, "EUR")
        compared = (left < right, left <= right, left > right, left >= right)
        assert compared == (one < other, one <= other, one > other, one >= other)


@pytest.mark.parametrize("sign", [1, -1])
def test_an_amount_is_as_large_as_the_database_keeps_and_no_larger(sign: int) -> None:
    assert Money(sign * (2**63 - 1), "EUR").minor == sign * (2**63 - 1)
    with pytest.raises(Invalid) as refused:
        Money(sign * 2**63, "EUR")
    assert refused.value.code == "amount_too_large"


def test_a_truth_is_no_amount() -> None:
    with pytest.raises(TypeError):
        Money(True, "EUR")


def test_a_sum_refuses_another_currency_than_its_own() -> None:
    with pytest.raises(Invalid):
        total([Money(1, "USD")], "EUR")


@given(minors, minors)
def test_taking_away_what_was_added_gives_the_same_amount(a: int, b: int) -> None:
    assert Money(a, "EUR") + Money(b, "EUR") - Money(b, "EUR") == Money(a, "EUR")


@pytest.mark.parametrize(("currency", "digits"), [("EUR", 2), ("JPY", 0), ("KWD", 3), ("ISK", 0), ("TND", 3)])
def test_minor_units_follow_the_currency(currency: str, digits: int) -> None:
    assert exponent(currency) == digits
    assert Money.of("1234", currency).minor == 1234 * 10**digits
    assert Money.of("1234", currency).amount == 1234


@pytest.mark.parametrize(
    ("amount", "minor"), [("0.005", 1), ("-0.005", -1), ("0.0049", 0), ("2.675", 268), ("1.005", 101), ("-1.005", -101)]
)
def test_half_a_cent_is_rounded_away_from_zero(amount: str, minor: int) -> None:
    assert Money.of(amount, "EUR").minor == minor


@given(minors, st.decimals(-(10**6), 10**6, places=6))
def test_a_product_is_exact_but_for_its_last_rounding(minor: int, factor: Decimal) -> None:
    with localcontext(prec=80):
        expected = int((Decimal(minor) * factor).quantize(Decimal(1), ROUND_HALF_UP))
    if abs(expected) < 2**63:
        assert Money(minor, "EUR").times(factor).minor == expected


@given(minors, st.integers(0, 100))
def test_a_percentage_is_a_hundredth_of_a_product(minor: int, percentage: int) -> None:
    with localcontext(prec=40):
        expected = int((Decimal(minor) * percentage / 100).quantize(Decimal(1), ROUND_HALF_UP))
    assert Money(minor, "EUR").percent(percentage).minor == expected


def test_an_amount_the_database_cannot_keep_is_refused_not_cut() -> None:
    with pytest.raises(Invalid) as refused:
        Money(10**14, "EUR").times(Decimal("9999999999.9999"))
    assert refused.value.code == "amount_too_large"


@pytest.mark.parametrize("currency", ["eur", "EU", "EURO", "E1R", "ÄÖÜ", ""])
def test_a_malformed_currency_is_refused(currency: str) -> None:
    with pytest.raises(Invalid):
        Money(1, currency)


def test_a_float_is_never_money() -> None:
    with pytest.raises(TypeError):
        Money(1.0, "EUR")  # type: ignore[arg-type]


def test_money_is_written_with_its_currency_and_all_its_digits() -> None:
    assert [str(Money(1234567, code)) for code in ("EUR", "JPY", "KWD")] == [
        "EUR 12,345.67",
        "JPY 1,234,567",
        "KWD 1,234.567",
    ]
