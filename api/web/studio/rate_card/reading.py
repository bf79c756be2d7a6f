"""What the rate card's pages read: the cards there are, and one of them by department, cut to the words of a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.access.queries import get_studio
from store.budget.queries import get_rate_card, list_rate_cards, rate_card_of_item
from store.budget.rate_card import RateCard, RateItem, default_rate_cards
from store.kernel.actor import Actor

if TYPE_CHECKING:
    from sqlmodel import Session

# What the studio pays is known to those who know what it pays its people.
SEES_COST = "crew_rates.read"


@dataclass(frozen=True, slots=True)
class Tab:
    """A card that can be chosen."""

    id: str
    name: str
    currency: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class Department:
    name: str
    items: tuple[RateItem, ...]


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A rate card as it is shown; `card` is None where the studio has none. `as_shipped`: nobody has edited it yet."""

    tabs: tuple[Tab, ...]
    card: RateCard | None
    words: str
    departments: tuple[Department, ...]
    shows_cost: bool
    as_shipped: bool

    @property
    def found(self) -> int:
        return sum(len(department.items) for department in self.departments)


def read_card(session: Session, actor: Actor, card_id: str | None, item_id: str | None, words: str) -> ShownCard:
    """Return a card by its id, or the one an item is on, or else the home currency's. Raises `NotFound`."""
    rows = list_rate_cards(session, actor)
    tabs = tuple(Tab(row.id, row.name, row.currency, row.is_default) for row in rows)
    if item_id:
        card_id = rate_card_of_item(session, actor, item_id)
    elif not card_id and tabs:
        home = get_studio(session).home_currency
        card_id = min(tabs, key=lambda tab: (tab.currency != home, not tab.is_default)).id
    shows_cost = actor.may(SEES_COST)
    if not card_id:
        return ShownCard((), None, words, (), shows_cost, as_shipped=False)
    card = get_rate_card(session, actor, card_id)
    kept = [item for item in card.items if matches(item, words)]
    return ShownCard(tabs, card, words, by_department(kept), shows_cost, _is_as_shipped(card))


def matches(item: RateItem, words: str) -> bool:
    """Whether every word stands somewhere in the item."""
    text = f"{item.code} {item.description} {item.department} {item.account} {item.unit.value}".lower()
    return all(word in text for word in words.lower().split())


def by_department(items: list[RateItem]) -> tuple[Department, ...]:
    """Return the items by department, in the order of the chart of accounts, as a budget has them."""
    departments: dict[str, list[RateItem]] = {}
    for item in items:
        departments.setdefault(item.department, []).append(item)
    return tuple(
        Department(name, tuple(departments[name]))
        for name in sorted(departments, key=lambda name: (min(map(_account_order, departments[name])), name))
    )


def _account_order(item: RateItem) -> tuple[int, str]:
    digits = item.account if item.account.isascii() and item.account.isdigit() else ""
    return (int(digits) if digits else 10**9, item.account)


def _is_as_shipped(card: RateCard) -> bool:
    shipped = default_rate_cards().get(card.currency)
    return shipped is not None and {(i.code, i.rate) for i in shipped.items} == {(i.code, i.rate) for i in card.items}
