"""Two versions of an offer side by side: what came, what went, what changed. Pure: no database.

The invariant: every line, step, term and text of either version is in exactly one of kept, changed, added and removed;
comparing the other way round swaps added and removed. Rows have new ids in a new version, so they are matched by what
they say: whole first, then by their account and words, then by the rate they were priced by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from store.kernel.money import Money

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class VersionLine:
    account: str
    account_name: str
    description: str
    quantity: Decimal
    multiplier: Decimal
    unit: str
    rate: Money
    total: Money
    rate_item_id: str | None = None


@dataclass(frozen=True, slots=True)
class VersionStep:
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class VersionTerm:
    title: str
    text: str


Part = VersionLine | VersionStep | VersionTerm | str


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an offer as it compares: `totals` by name, in the order in which they add up."""

    proposal_id: str
    revision: int
    status: str
    totals: tuple[tuple[str, Money], ...]
    lines: tuple[VersionLine, ...] = ()
    steps: tuple[VersionStep, ...] = ()
    terms: tuple[VersionTerm, ...] = ()
    assumptions: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference(Generic[T_co]):
    """What became of the parts of one kind, each in the order of its version; `changed` holds before and after."""

    added: tuple[T_co, ...]
    removed: tuple[T_co, ...]
    changed: tuple[tuple[T_co, T_co], ...]
    kept: int

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the second version changes in the first. `totals` are those that differ: name, before, after."""

    before: Version
    after: Version
    totals: tuple[tuple[str, Money, Money], ...]
    lines: Difference[VersionLine]
    steps: Difference[VersionStep]
    terms: Difference[VersionTerm]
    assumptions: Difference[str]
    exclusions: Difference[str]

    @property
    def is_empty(self) -> bool:
        parts = (self.lines, self.steps, self.terms, self.assumptions, self.exclusions)
        return not self.totals and all(part.is_empty for part in parts)


def compare(before: Version, after: Version) -> Comparison:
    """Return what `after` changes in `before`."""
    totals = zip(before.totals, after.totals, strict=True)
    return Comparison(
        before,
        after,
        totals=tuple((name, old, new) for (name, old), (_, new) in totals if old != new),
        lines=difference(before.lines, after.lines, (_words, _rate)),
        steps=difference(before.steps, after.steps, (lambda step: step.name,)),
        terms=difference(before.terms, after.terms, (lambda term: term.title,)),
        assumptions=difference(before.assumptions, after.assumptions),
        exclusions=difference(before.exclusions, after.exclusions),
    )


def difference(
    before: Sequence[T], after: Sequence[T], keys: Sequence[Callable[[T], Hashable | None]] = ()
) -> Difference[T]:
    """Match what is equal, then what has the same key, by one key after the other; None as a key matches nothing."""
    old, new = list(range(len(before))), list(range(len(after)))
    kept = _take_pairs(before, after, old, new, lambda part: part)
    changed = [pair for key in keys for pair in _take_pairs(before, after, old, new, key)]
    return Difference(
        added=tuple(after[at] for at in new),
        removed=tuple(before[at] for at in old),
        changed=tuple((before[first], after[second]) for first, second in sorted(changed)),
        kept=len(kept),
    )


def _take_pairs(
    before: Sequence[T], after: Sequence[T], old: list[int], new: list[int], key: Callable[[T], Hashable | None]
) -> list[tuple[int, int]]:
    """Take out of `old` and `new` the places that have the same key, the first with the first."""
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at in new:
        waiting[key(after[at])].append(at)
    pairs = []
    for at in old:
        name = key(before[at])
        if name is not None and waiting[name]:
            pairs.append((at, waiting[name].pop(0)))
    firsts, seconds = {first for first, _ in pairs}, {second for _, second in pairs}
    old[:] = [at for at in old if at not in firsts]
    new[:] = [at for at in new if at not in seconds]
    return pairs


def _words(line: VersionLine) -> Hashable:
    return line.account, line.description, line.unit


def _rate(line: VersionLine) -> Hashable | None:
    return None if line.rate_item_id is None else (line.account, line.rate_item_id)
