"""Charts of accounts: AICP for commercials, feature (above and below the line) and documentary.

The invariant: every account number belongs to exactly one group of its chart. The numbers and names are data
(`data/charts.toml`), which a studio may extend; AICP's ranges follow the AICP bid form, its post-production and
mark-up ranges (277 and up) are this product's own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import pairwise

from store.kernel.errors import Invalid

# AICP numbers each role twice: prep and wrap labour is the shoot labour's number less fifty.
_SHOOT_LABOUR = range(51, 101)
_PREP_OFFSET = 50


class Side(StrEnum):
    """Where a group stands on a film's topsheet; `OTHER` holds contingency, fee and the like."""

    ABOVE = "ATL"
    BELOW = "BTL"
    OTHER = "Other"


@dataclass(frozen=True, slots=True)
class AccountGroup:
    """A category: the accounts numbered `first` to `last`, both included."""

    letter: str
    name: str
    first: int
    last: int
    side: Side = Side.BELOW


@dataclass(frozen=True, slots=True)
class ChartOfAccounts:
    """A named chart. `accounts` names the numbers in use; another number in a group's range is valid too."""

    id: str
    name: str
    groups: tuple[AccountGroup, ...]
    accounts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ordered = sorted(self.groups, key=lambda group: group.first)
        for before, after in pairwise(ordered):
            if after.first <= before.last:
                raise Invalid(f"In the chart {self.id}, the groups {before.letter} and {after.letter} overlap.")
        for number in self.accounts:
            self.group_of(number)

    def group_of(self, account: str) -> AccountGroup:
        """Return the group of an account number. Raises `Invalid` (`unknown_account`) when the chart has none."""
        if account.isascii() and account.isdigit():
            for group in self.groups:
                if group.first <= int(account) <= group.last:
                    return group
        raise Invalid(f"'{account}' is not an account of the chart {self.name}.", "unknown_account")

    def account_name(self, account: str) -> str:
        """Return the account's own name, or its group's when the chart does not name it."""
        return self.accounts.get(account) or self.group_of(account).name

    def position(self, account: str) -> int:
        """Return a sort key that puts accounts in the order of the chart."""
        self.group_of(account)
        return int(account)


def prep_account(account: str) -> str:
    """Return the AICP prep and wrap account of a shoot labour account ("53" → "3"); other accounts stay as they are."""
    if account.isdigit() and int(account) in _SHOOT_LABOUR:
        return str(int(account) - _PREP_OFFSET)
    return account


@cache
def charts() -> dict[str, ChartOfAccounts]:
    """Return the shipped chart templates by id: `aicp`, `feature`, `documentary`."""
    text = resources.files("store.budget").joinpath("data/charts.toml").read_text(encoding="utf-8")
    return {
        row["id"]: ChartOfAccounts(
            id=row["id"],
            name=row["name"],
            groups=tuple(
                AccountGroup(group["letter"], group["name"], group["first"], group["last"], Side(group["side"]))
                for group in row["groups"]
            ),
            accounts=dict(row.get("accounts", {})),
        )
        for row in tomllib.loads(text)["chart"]
    }


def chart(chart_id: str) -> ChartOfAccounts:
    """Return one shipped chart. Raises `Invalid` (`unknown_chart`) naming the charts there are."""
    known = charts()
    if chart_id not in known:
        raise Invalid(f"There is no chart '{chart_id}'. Known charts: {', '.join(sorted(known))}.", "unknown_chart")
    return known[chart_id]


def categories_of(accounts: Mapping[str, str]) -> dict[str, str] | None:
    """Return the AICP category of each account; `accounts` are numbers by id.

    None where one of them is no number of the chart: that budget is by a chart of its own.
    """
    aicp = chart("aicp")
    try:
        return {account_id: aicp.group_of(number).name for account_id, number in accounts.items()}
    except Invalid:
        return None
