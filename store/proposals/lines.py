"""Priced lines: each names the rule and the rate item it came from. `total = quantity × rate`, rounded once.

The invariant: a rate is on the card, or on a past line that the source names; a rule whose item is found on neither
adds no line but is reported in `missing`. No line is zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from store.budget.aicp import prep_account
from store.budget.rate_card import RateCard, RateItem
from store.budget.rules import Unit
from store.kernel.money import Money
from store.proposals.facts import BriefFacts
from store.proposals.rules import SimilarRules


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line of an earlier budget; `agreed` means that the client accepted it, `row_id` leads back to it."""

    project: str
    on: date
    code: str
    account: str
    description: str
    unit: Unit
    quantity: Decimal
    rate: Money
    row_id: str = ""
    client: str | None = None
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class LineSource:
    """Where a line comes from: the rule and why it gives this quantity, the rate item, the brief's facts it read."""

    rule: str
    why: str
    rate_code: str | None = None
    rate_item_id: str | None = None
    past_line: PastLine | None = None
    facts: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.rate_code is None:
            return f"rule {self.rule}: {self.why}"
        if self.past_line is not None:
            rate = f"past project {self.past_line.project} ({self.past_line.code})"
        else:
            rate = f"rate card {self.rate_code}"
        read = f" [brief: {', '.join(self.facts)}]" if self.facts else ""
        return f"{rate}; rule {self.rule}: {self.why}{read}"


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One line of a proposal. `account` is an AICP number; quantities are in `unit`, heads multiplied in."""

    account: str
    description: str
    quantity: Decimal
    unit: Unit
    rate: Money
    total: Money
    source: LineSource


@dataclass(slots=True)
class LineBook:
    """Collects lines while rules are followed. `missing` maps a rate code nobody has to the rules that asked for it."""

    card: RateCard
    similar: Sequence[PastLine]
    rules: SimilarRules
    facts: BriefFacts
    lines: list[PricedLine] = field(default_factory=list)
    missing: dict[str, list[str]] = field(default_factory=dict)
    _items: dict[str, RateItem] = field(init=False)
    _past: dict[str, PastLine] = field(init=False)

    def __post_init__(self) -> None:
        self._items = {item.code: item for item in self.card.items}
        self._past = {}
        for line in sorted(self.similar, key=lambda line: (line.on, line.project, line.row_id)):
            if line.rate.currency == self.card.currency:
                self._past[line.code] = line

    def add(
        self,
        code: str,
        quantity: Decimal | int,
        rule: str,
        why: str,
        *,
        facts: tuple[str, ...] = (),
        detail: str = "",
        prep: bool = False,
    ) -> None:
        """Add `quantity` units of a rate item; nothing when it is zero. `prep` books it on the prep account.

        `facts` are the fields the rule read; those that the brief leaves open are not named as a source.
        """
        count = Decimal(quantity)
        if count <= 0:
            return
        item, past = self._items.get(code), self._past_rate(code)
        if past is not None:
            # A past line may carry a detail of its own ("Editor: Brand film"); only what was bought is taken over.
            name = item.description if item else past.description.split(": ")[0]
            account, unit, rate = past.account, past.unit, past.rate
        elif item is not None:
            account, name, unit, rate = item.account, item.description, item.unit, item.rate
        else:
            self.missing.setdefault(code, []).append(rule)
            return
        total = rate.percent(count) if unit is Unit.PERCENT else rate.times(count)
        if not total.minor:
            return
        read = tuple(name for name in facts if getattr(self.facts, name))
        source = LineSource(rule, why, code, item.id if item else None, past, read)
        self.lines.append(
            PricedLine(
                prep_account(account) if prep else account,
                f"{name}: {detail}" if detail else name,
                count.normalize() if count % 1 else count.to_integral_value(),
                unit,
                rate,
                total,
                source,
            )
        )

    def _past_rate(self, code: str) -> PastLine | None:
        past = self._past.get(code)
        if past is None:
            return None
        if code not in self._items:
            return past if self.rules.fill_gaps else None
        client = self.facts.client
        ours = client is not None and past.client is not None and past.client.casefold() == client.casefold()
        return past if self.rules.honour_agreed_rates and past.agreed and ours else None

    def in_order(self) -> tuple[PricedLine, ...]:
        """Return the lines in the order of the chart; within an account, as the rules gave them."""
        return tuple(sorted(self.lines, key=lambda line: int(line.account) if line.account.isdigit() else 10_000))
