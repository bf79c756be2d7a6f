"""Shoot days: how long a job is filmed and photographed, stated by the brief or derived from its pieces by rule."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from store.proposals.facts import BriefFacts
from store.proposals.pieces import ZERO, Assumption, Piece, round_up
from store.proposals.rules import PricingRules
from store.proposals.wording import count, plain


@dataclass(frozen=True, slots=True)
class Shooting:
    """Days on set. `days` are the film crew's, or the photographer's when `stills_alone`.

    `beside_days` are a photographer's days beside the film crew, never more than that has; `after_days` are the days of
    stills that are left when filming is over, with a stills crew of their own. A stated number of shoot days leaves
    none after.
    """

    days: Decimal
    beside_days: Decimal
    after_days: Decimal
    stills_alone: bool
    stated: bool

    @property
    def photographer_days(self) -> Decimal:
        return self.days if self.stills_alone else self.beside_days + self.after_days

    @property
    def days_on_set(self) -> Decimal:
        return self.days + self.after_days


def settle_shooting(
    facts: BriefFacts, pieces: tuple[Piece, ...], rules: PricingRules, notes: list[Assumption]
) -> Shooting:
    """Settle the shoot days of a brief; what is derived is noted."""
    stated = facts.shoot_days is not None or bool(facts.shoot_dates)
    stills_alone = _stills_alone(facts, pieces)
    days = _days(facts, pieces, rules, stills_alone, notes)
    if stills_alone or not days:
        return Shooting(days, ZERO, ZERO, stills_alone, stated)
    wanted = _stills_days(pieces, rules)
    if stated and wanted > days:
        stills, pace = sum(piece.quantity for piece in pieces if piece.rules.stills), rules.shoot.stills_per_day
        text = (
            f"One photographer takes the {stills} stills in {count(days, 'shoot day')}; usual are {plain(pace)} a day."
        )
        notes.append(Assumption("shoot_days", text, "shoot.stills_per_day"))
        return Shooting(days, days, ZERO, stills_alone, stated)
    if wanted <= days:
        return Shooting(days, wanted, ZERO, stills_alone, stated)
    after = wanted - days
    text = f"{count(after, 'further day')} for the stills, without the film crew."
    notes.append(Assumption("shoot_days", text, "shoot.stills_per_day"))
    return Shooting(days, days, after, stills_alone, stated)


def _stills_alone(facts: BriefFacts, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether the shoot is a photographer's: stills are wanted and nothing is filmed.

    When the brief states a shoot beside pieces that are edited, it is taken to be filmed, for them.
    """
    if not any(piece.rules.stills for piece in pieces):
        return False
    if facts.shoot_days is not None or facts.shoot_dates:
        return not any(piece.edited for piece in pieces)
    return not any(piece.rules.is_shot for piece in pieces)


def _days(
    facts: BriefFacts, pieces: tuple[Piece, ...], rules: PricingRules, stills_alone: bool, notes: list[Assumption]
) -> Decimal:
    """A stated number wins, then the number of stated dates, then the rule; never fewer than the shortest shoot."""
    shortest = rules.shoot.minimum_days
    if facts.shoot_days is not None:
        if 0 < facts.shoot_days < shortest:
            notes.append(
                Assumption("shoot_days", f"The shortest shoot is {count(shortest, 'day')}.", "shoot.minimum_days")
            )
        return max(facts.shoot_days, shortest) if facts.shoot_days > 0 else ZERO
    if facts.shoot_dates:
        return Decimal(len(set(facts.shoot_dates)))
    days = _stills_days(pieces, rules) if stills_alone else sum((_filming_days(piece) for piece in pieces), ZERO)
    if not days:
        if pieces and not any(piece.rules.animation_days_per_second for piece in pieces):
            notes.append(Assumption("shoot_days", "Nothing is shot; the client supplies the material.", "shoot.days"))
        return ZERO
    days = max(shortest, round_up(days, rules.shoot.step_days))
    rule = "shoot.stills_per_day" if stills_alone else "kinds.*.pieces_per_shoot_day, minutes_per_shoot_day"
    text = f"{count(days, 'shoot day')}, derived from the deliverables; the brief states none."
    notes.append(Assumption("shoot_days", text, rule))
    return days


def _filming_days(piece: Piece) -> Decimal:
    kind = piece.rules
    by_pieces = piece.quantity / kind.pieces_per_shoot_day if kind.pieces_per_shoot_day else ZERO
    minutes = piece.quantity * piece.minutes_each
    by_minutes = minutes / kind.minutes_per_shoot_day if kind.minutes_per_shoot_day else ZERO
    return max(by_pieces, by_minutes)


def _stills_days(pieces: tuple[Piece, ...], rules: PricingRules) -> Decimal:
    stills = sum(piece.quantity for piece in pieces if piece.rules.stills)
    return round_up(stills / rules.shoot.stills_per_day, rules.shoot.step_days)
