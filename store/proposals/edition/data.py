"""What an edition of a proposal says, as frozen values; how it looks is the template's.

The invariant: what only the house may read (`inside`, a line's `source`, a step's `rule`) is None in a client's
edition, so that no template could print it. Amounts are the stored ones; the accounts add up to the subtotal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from store.access.logo import Logo
from store.kernel.errors import Invalid
from store.kernel.money import Money, total

EditionKind = Literal["client", "internal"]


@dataclass(frozen=True, slots=True)
class House:
    """Who offers."""

    name: str
    legal_name: str | None
    address: tuple[str, ...]
    email: str | None
    phone: str | None
    website: str | None
    tax_number: str | None
    accent_colour: str | None
    country: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is offered to."""

    client: str
    contact: str | None
    contact_title: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class PieceToMake:
    quantity: int
    name: str
    seconds: int | None
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferedLine:
    description: str
    quantity: Decimal
    multiplier: Decimal
    unit: str
    rate: Money
    total: Money
    source: str | None


@dataclass(frozen=True, slots=True)
class OfferedAccount:
    """An account's lines and the charges on them; `group` is its place on the topsheet."""

    code: str
    name: str
    group: str
    lines: tuple[OfferedLine, ...]
    charges: tuple[tuple[str, Money], ...]
    total: Money


@dataclass(frozen=True, slots=True)
class Price:
    """The offer's totals as stored; a percentage is None where no budget names it."""

    subtotal: Money
    contingency: Money
    fee: Money
    tax: Money
    total: Money
    contingency_percent: Decimal | None = None
    fee_percent: Decimal | None = None
    tax_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    starts_on: date
    ends_on: date
    rule: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A fact of the brief, as words, with the words it rests on."""

    name: str
    value: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lever:
    """A way to save; `basis` says whether its figures hold tax."""

    description: str
    saving: Money
    new_total: Money
    basis: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What only the house reads."""

    facts: tuple[Evidenced, ...]
    warnings: tuple[str, ...]
    levers: tuple[Lever, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A proposal as it is printed. `on` is the day it was sent or, before that, the day of the printing."""

    kind: EditionKind
    house: House
    logo: Logo | None
    recipient: Recipient
    code: str
    project: str
    title: str
    version: int
    status: str
    on: date
    sent_on: date | None
    decided_on: date | None
    valid_until: date | None
    objective: str | None
    approach: tuple[Clause, ...]
    pieces: tuple[PieceToMake, ...]
    accounts: tuple[OfferedAccount, ...]
    price: Price
    steps: tuple[Step, ...]
    terms: tuple[Clause, ...]
    assumptions: tuple[str, ...]
    exclusions: tuple[str, ...]
    questions: tuple[str, ...]
    inside: Inside | None = None

    def __post_init__(self) -> None:
        """Raise `Invalid` (`does_not_add_up`) for accounts that are not the price's."""
        net = total((account.total for account in self.accounts), self.price.subtotal.currency)
        if self.accounts and net != self.price.subtotal:
            raise Invalid(
                f"The lines of this proposal come to {net}, and its subtotal is {self.price.subtotal}. "
                "Change one of its lines while it is a draft, or make a new version.",
                "does_not_add_up",
            )


def filename(edition: Edition) -> str:
    """Return a file's name that says what it is: `LUM-26-02-proposal-v2.pdf`."""
    code = re.sub(r"[^A-Za-z0-9._-]+", "-", edition.code).strip("-.") or "project"
    inside = "-internal" if edition.kind == "internal" else ""
    return f"{code}-proposal-v{edition.version}{inside}.pdf"
