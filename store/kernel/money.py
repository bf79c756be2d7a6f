"""Money is an integer of minor units with a currency; no float ever holds it.

Minor units follow ISO 4217 (the exponent of each currency); a currency not listed here has two. Factors and
shares are worked out as fractions, so nothing is rounded but the result, once, half away from zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from store.kernel.errors import Invalid

# ISO 4217 exponents that are not 2.
_EXPONENTS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}
_LARGEST = 2**63 - 1  # what a BIGINT column holds


def exponent(currency: str) -> int:
    """Return how many decimal digits the currency's minor unit has (EUR 2, JPY 0, KWD 3)."""
    return _EXPONENTS.get(currency, 2)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (cents, øre, yen) of one ISO 4217 currency.

    Raises `Invalid` for a malformed currency, with code `amount_too_large` beyond what the database can keep
    (2⁶³ minor units), and with code `mixed_currencies` when two currencies meet.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError("Money.minor is an integer of minor units")
        if len(self.currency) != 3 or not (
            self.currency.isascii() and self.currency.isalpha() and self.currency.isupper()
        ):
            raise Invalid(f"'{self.currency}' is not a currency. Use a three-letter ISO 4217 code such as EUR.")
        if abs(self.minor) > _LARGEST:
            raise Invalid("That amount is too large to be kept. Check the quantity and the rate.", "amount_too_large")

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """Return money from major units (`Money.of("12.50", "EUR")`), rounded half up to the minor unit."""
        return cls(_rounded(Fraction(amount) * 10 ** exponent(currency)), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        return cls(0, currency)

    @property
    def amount(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise Invalid(
                f"{self.currency} and {other.currency} cannot be added or compared. "
                "Convert one of them at a stated rate first.",
                "mixed_currencies",
            )

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.minor <= other.minor

    def __gt__(self, other: Money) -> bool:
        return other < self

    def __ge__(self, other: Money) -> bool:
        return other <= self

    def times(self, factor: Decimal | int) -> Money:
        """Return the amount multiplied by an exact factor, rounded half up to the minor unit."""
        return Money(_rounded(self.minor * Fraction(factor)), self.currency)

    def percent(self, percentage: Decimal | int) -> Money:
        """Return `percentage` per cent of the amount (5 means 5 %), rounded half up to the minor unit."""
        return Money(_rounded(self.minor * Fraction(percentage) / 100), self.currency)

    def split(self, weights: Sequence[int | Decimal]) -> list[Money]:
        """Split by weights so that the parts add up to the whole (largest remainder; earlier parts win ties).

        Raises `Invalid` when no weight is positive or one is negative.
        """
        shares = [Fraction(weight) for weight in weights]
        whole = sum(shares, Fraction(0))
        if whole <= 0 or min(shares) < 0:
            raise Invalid("An amount can only be split by weights of which none is negative and one is positive.")
        exact = [self.minor * share / whole for share in shares]
        parts = [math.floor(part) for part in exact]
        by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
        for i in by_remainder[: self.minor - sum(parts)]:
            parts[i] += 1
        return [Money(part, self.currency) for part in parts]

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:,.{exponent(self.currency)}f}"


def _rounded(exact: Fraction) -> int:
    """Round half away from zero, as invoices do."""
    magnitude = math.floor(abs(exact) + Fraction(1, 2))
    return magnitude if exact >= 0 else -magnitude


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Return the sum in `currency`, zero when empty. Raises `Invalid` (`mixed_currencies`) on another currency."""
    result = Money.zero(currency)
    for amount in amounts:
        result = result + amount
    return result
