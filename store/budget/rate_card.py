"""The rate card: what the studio charges, and what it pays, for one unit of everything it sells.

The invariant: every item of a card is in the card's currency and its code is unique. Rates are stated for each currency
in the data (`data/rate_card.toml`); none is ever converted from another.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from store.budget.rules import Unit
from store.kernel.errors import Invalid
from store.kernel.money import Money


@dataclass(frozen=True, slots=True)
class RateItem:
    """One thing with a price: a `unit` is charged at `rate`, and costs the studio `cost` where that is known."""

    id: str
    code: str
    account: str
    department: str
    description: str
    unit: Unit
    rate: Money
    cost: Money | None = None


@dataclass(frozen=True, slots=True)
class RateCard:
    """A studio's prices in one currency. Raises `Invalid` for a code given twice or an item in another currency."""

    id: str
    name: str
    currency: str
    items: tuple[RateItem, ...]

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for item in self.items:
            if item.code in seen:
                raise Invalid(f"The rate card {self.name} has the code {item.code} twice.", "duplicate_code")
            if item.rate.currency != self.currency or (item.cost is not None and item.cost.currency != self.currency):
                raise Invalid(f"{item.code} is not in {self.currency}, the rate card's currency.", "mixed_currencies")
            seen.add(item.code)

    def find(self, code: str) -> RateItem | None:
        """Return the item with this code, or None when the card has none."""
        return next((item for item in self.items if item.code == code), None)


def parse_rate_cards(text: str) -> dict[str, RateCard]:
    """Read rate cards, one for each currency, from TOML. Raises `Invalid` (`rate_card`) naming the item that is wrong.

    An item without a rate in a currency is left out of that currency's card.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
        currencies: list[str] = data["currencies"]
        name, rows = data["name"], data["items"]
    except (tomllib.TOMLDecodeError, KeyError) as problem:
        raise Invalid(f"The rate card cannot be read: {problem}", "rate_card") from problem
    cards: dict[str, list[RateItem]] = {currency: [] for currency in currencies}
    for row in rows:
        try:
            for currency in currencies:
                if currency.lower() in row:
                    cards[currency].append(_item(row, currency))
        except (KeyError, ValueError, TypeError, ArithmeticError) as problem:
            raise Invalid(f"The rate card's item {row.get('code', row)} is wrong: {problem}", "rate_card") from problem
    return {
        currency: RateCard(f"default-{currency.lower()}", f"{name} ({currency})", currency, tuple(items))
        for currency, items in cards.items()
    }


def _item(row: dict[str, str | int | Decimal], currency: str) -> RateItem:
    key = currency.lower()
    cost = row.get(f"{key}_cost")
    return RateItem(
        id=f"default-{key}-{row['code']}",
        code=str(row["code"]),
        account=str(row["account"]),
        department=str(row["department"]),
        description=str(row["description"]),
        unit=Unit(str(row["unit"])),
        rate=Money.of(Decimal(row[key]), currency),
        cost=None if cost is None else Money.of(Decimal(cost), currency),
    )


@cache
def default_rate_cards() -> dict[str, RateCard]:
    """Return the shipped cards by currency (EUR, GBP, USD): a believable small European studio, to be edited."""
    path = resources.files("store.budget").joinpath("data/rate_card.toml")
    return parse_rate_cards(path.read_text(encoding="utf-8"))
