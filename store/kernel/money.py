"""Money is an integer of minor units with a currency; no float ever holds it.

Minor units follow ISO 4217 (the exponent of each currency); a currency not listed here has two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from store.kernel.errors import Invalid

# ISO 4217 exponents that are not 2.
_EXPONENTS = {
    **dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
}


def exponent(currency: str) -> int:
    """Return how many decimal digits the currency's minor unit has (EUR 2, JPY 0, KWD 3)."""
    return _EXPONENTS.get(currency, 2)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (cents, øre, yen) of one ISO 4217 currency.

    Raises `Invalid` for a malformed currency, and with code `mixed_currencies` when two currencies meet.
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

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """Return money from major units (`Money.of("12.50", "EUR")`), rounded half up to the minor unit."""
        scaled = Decimal(amount).scaleb(exponent(currency))
        return cls(int(scaled.quantize(Decimal(1), ROUND_HALF_UP)), currency)

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
        return Money(int((Decimal(self.minor) * factor).quantize(Decimal(1), ROUND_HALF_UP)), self.currency)

    def percent(self, percentage: Decimal | int) -> Money:
        """Return `percentage` per cent of the amount (5 means 5 %), rounded half up to the minor unit."""
        return self.times(Decimal(percentage) / 100)

    def split(self, weights: Sequence[int | Decimal]) -> list[Money]:
        """Split by weights so that the parts add up to the whole (largest remainder; earlier parts win ties).

        Raises `Invalid` when no weight is positive or one is negative.
        """
        total = sum((Decimal(w) for w in weights), Decimal(0))
        if total <= 0 or any(w < 0 for w in weights):
            raise Invalid("An amount can only be split by weights of which none is negative and one is positive.")
        exact = [Decimal(self.minor) * Decimal(w) / total for w in weights]
        floors = [int(x.to_integral_value(rounding="ROUND_FLOOR")) for x in exact]
        short = self.minor - sum(floors)
        by_remainder = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
        for i in by_remainder[:short]:
            floors[i] += 1
        return [Money(x, self.currency) for x in floors]

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:,.{exponent(self.currency)}f}"


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Return the sum in `currency`, zero when empty. Raises `Invalid` (`mixed_currencies`) on another currency."""
    result = Money.zero(currency)
    for amount in amounts:
        result = result + amount
    return result
