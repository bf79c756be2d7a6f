"""Pieces: a brief's deliverables with their sizes settled, and the assumptions that settling them took."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from store.proposals.facts import Deliverable
from store.proposals.rules import KindRules, PricingRules

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the price rests on though the brief does not say it: the fact's field, what we take, and by which rule."""

    field: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A deliverable with its size settled: `quantity` pieces of `seconds`, each in `formats` picture formats."""

    name: str
    kind: str
    rules: KindRules
    quantity: int
    seconds: int
    formats: int

    @property
    def minutes_each(self) -> Decimal:
        return Decimal(self.seconds) / 60

    @property
    def started_minutes(self) -> int:
        """Minutes of all pieces, each piece's last minute counted whole (subtitles and voices are sold so)."""
        return self.quantity * -(-self.seconds // 60)

    @property
    def files(self) -> int:
        return self.quantity * self.formats

    @property
    def edited(self) -> bool:
        return not self.rules.stills

    def days(self, each_and_minute: tuple[Decimal, Decimal]) -> Decimal:
        """Return days by a pair of (for each piece, for each finished minute); a long piece's minutes taper."""
        each, minute = each_and_minute
        return self.quantity * (each + minute * self._minutes_of_work)

    @property
    def _minutes_of_work(self) -> Decimal:
        if self.rules.taper is None:
            return self.minutes_each
        whole, share = self.rules.taper
        return min(self.minutes_each, whole) + share * max(self.minutes_each - whole, ZERO)


def round_up(quantity: Decimal, step: Decimal) -> Decimal:
    """Return the quantity rounded up to a multiple of `step` (0.6 in halves is 1.0)."""
    return (quantity / step).to_integral_value(ROUND_CEILING) * step


def settle_piece(deliverable: Deliverable, rules: PricingRules, notes: list[Assumption]) -> Piece:
    """Settle a deliverable's size; what the brief leaves open is taken from its kind and noted."""
    kind = rules.kind(deliverable.kind)
    seconds = deliverable.duration_seconds
    if seconds is None:
        seconds = kind.default_seconds or 0
        if seconds:
            text = f"'{deliverable.name}' runs {seconds} seconds each; the brief states no duration."
            notes.append(Assumption("deliverables", text, f"kinds.{deliverable.kind}.default_seconds"))
    if deliverable.kind not in rules.kinds:
        text = f"'{deliverable.name}' is priced as a deliverable of kind 'other'."
        notes.append(Assumption("deliverables", text, "kinds.other"))
    if not deliverable.aspect_ratios and not kind.stills:
        text = f"'{deliverable.name}' is made in one picture format; the brief names none."
        notes.append(Assumption("deliverables", text, "post.ratio_hours"))
    formats = max(1, len(set(deliverable.aspect_ratios)))
    return Piece(deliverable.name, deliverable.kind, kind, deliverable.quantity, seconds, formats)
