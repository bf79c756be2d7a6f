"""The scope: what a brief's facts come to in shoot days, pieces, minutes, heads and rounds, before any price.

The invariant: a figure is either a fact or follows from facts by a named rule, and then it is listed in `assumptions`.
Adding pieces or shoot days never makes any part of the scope smaller, so it never makes a proposal cheaper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from store.proposals.facts import BriefFacts, Deliverable
from store.proposals.rules import SCALES, KindRules, PricingRules, Scale
from store.proposals.usage import names_word
from store.proposals.wording import count

Crew = Literal["solo", "small", "medium", "large", "stills"]
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the price rests on though the brief does not say it: the fact's field, what we take, and by which rule."""

    field: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Ways to do the same job for less: what the levers turn. The default is the rule book as it stands."""

    crew_steps_down: int = 0
    remote_grade: bool = False
    subtitles_only: bool = False
    at_home: bool = False


AS_RULED = Choices()


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
        """Return days by a pair of (for each piece, for each finished minute)."""
        each, minute = each_and_minute
        return self.quantity * (each + minute * self.minutes_each)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the shoot goes: `away` needs travel and a bed, `near` a van, the rest is home."""

    locations: int
    away: tuple[str, ...]
    away_days: Decimal


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything the price depends on. `crew` is None when nothing is shot; days are shoot days."""

    pieces: tuple[Piece, ...]
    crew: Crew | None
    shoot_days: Decimal
    photographer_days: Decimal
    places: Places
    talents: int
    languages: int
    extra_rounds: int
    assumptions: tuple[Assumption, ...]
    shoot_days_are_stated: bool

    @property
    def is_empty(self) -> bool:
        return not self.pieces and not self.shoot_days

    @property
    def scale(self) -> Scale | None:
        """The scale of the filming crew; None for stills alone and when nothing is shot."""
        return None if self.crew is None or self.crew == "stills" else self.crew

    @property
    def stills(self) -> int:
        return sum(piece.quantity for piece in self.pieces if piece.rules.stills)

    def at_least(self, scale: Scale) -> bool:
        """Tell whether filming goes on at this scale or a larger one."""
        return self.scale is not None and SCALES.index(self.scale) >= SCALES.index(scale)


def round_up(quantity: Decimal, step: Decimal) -> Decimal:
    """Return the quantity rounded up to a multiple of `step` (0.6 in halves is 1.0)."""
    return (quantity / step).to_integral_value(ROUND_CEILING) * step


def settle_scope(facts: BriefFacts, rules: PricingRules, choices: Choices = AS_RULED) -> Scope:
    """Settle the scope of a brief by the rule book. An empty brief has an empty scope: nothing is made up."""
    notes: list[Assumption] = []
    pieces = tuple(_piece(deliverable, rules, notes) for deliverable in facts.deliverables)
    stills_only = _stills_alone(facts, pieces)
    shoot_days = _shoot_days(facts, pieces, rules, stills_only, notes)
    photographer_days = ZERO if stills_only else _photographer_days(pieces, rules, shoot_days)
    crew = _crew(facts, pieces, rules, choices, stills_only, notes) if shoot_days else None
    talents = _talents(facts, crew, rules, notes) if crew else 0
    places = _places(facts, rules, choices, shoot_days, notes)
    included = rules.revisions.included_rounds
    if facts.revision_rounds is None and pieces:
        notes.append(
            Assumption("revision_rounds", f"{included} revision rounds are included.", "revisions.included_rounds")
        )
    if not facts.languages and any(piece.edited for piece in pieces):
        notes.append(Assumption("languages", "One language version is made.", "languages"))
    return Scope(
        pieces=pieces,
        crew=crew,
        shoot_days=shoot_days,
        photographer_days=photographer_days,
        places=places,
        talents=talents,
        languages=max(1, len(facts.languages)),
        extra_rounds=max(0, (facts.revision_rounds or 0) - included),
        assumptions=tuple(notes),
        shoot_days_are_stated=facts.shoot_days is not None or bool(facts.shoot_dates),
    )


def _piece(deliverable: Deliverable, rules: PricingRules, notes: list[Assumption]) -> Piece:
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
    formats = max(1, len(set(deliverable.aspect_ratios)))
    return Piece(deliverable.name, deliverable.kind, kind, deliverable.quantity, seconds, formats)


def _stills_alone(facts: BriefFacts, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether the shoot is a photographer's: stills are wanted and nothing is filmed.

    When the brief states a shoot beside pieces that are edited, it is taken to be filmed, for them.
    """
    if not any(piece.rules.stills for piece in pieces):
        return False
    if facts.shoot_days is not None or facts.shoot_dates:
        return not any(piece.edited for piece in pieces)
    return not any(piece.rules.is_shot for piece in pieces)


def _shoot_days(
    facts: BriefFacts, pieces: tuple[Piece, ...], rules: PricingRules, stills_only: bool, notes: list[Assumption]
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
    days = _stills_days(pieces, rules) if stills_only else sum((_filming_days(piece) for piece in pieces), ZERO)
    if not days:
        if any(piece.edited and not piece.rules.animation_days_per_second for piece in pieces):
            notes.append(Assumption("shoot_days", "Nothing is shot; the client supplies the material.", "shoot.days"))
        return ZERO
    days = max(shortest, round_up(days, rules.shoot.step_days))
    rule = "shoot.stills_per_day" if stills_only else "kinds.*.pieces_per_shoot_day, minutes_per_shoot_day"
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


def _photographer_days(pieces: tuple[Piece, ...], rules: PricingRules, shoot_days: Decimal) -> Decimal:
    """Days of a photographer beside the film crew; none when nothing is shot (the stills are frames or supplied)."""
    return _stills_days(pieces, rules) if shoot_days else ZERO


def _crew(
    facts: BriefFacts,
    pieces: tuple[Piece, ...],
    rules: PricingRules,
    choices: Choices,
    stills_only: bool,
    notes: list[Assumption],
) -> Crew:
    """The largest crew that any kind calls for; paid broadcast use calls for the large one."""
    if stills_only:
        return "stills"
    wanted = [SCALES.index(piece.rules.scale) for piece in pieces if piece.rules.scale]
    size = max(wanted, default=SCALES.index("small"))
    media = facts.usage.media if facts.usage else ()
    shot = any(piece.rules.is_shot for piece in pieces)
    if shot and any(names_word(medium, rules.shoot.large_scale_media) for medium in media):
        size = SCALES.index("large")
    size = max(0, size - choices.crew_steps_down)
    notes.append(Assumption("deliverables", f"The shoot has a {SCALES[size]} crew.", f"crew.{SCALES[size]}"))
    return SCALES[size]


def _talents(facts: BriefFacts, crew: Crew, rules: PricingRules, notes: list[Assumption]) -> int:
    said: Iterable[str] = (facts.objective or "", facts.title or "", *(piece.name for piece in facts.deliverables))
    media = facts.usage.media if facts.usage else ()
    called_for = any(names_word(text, rules.talent.words) for text in said)
    if not called_for and not any(names_word(medium, rules.talent.media) for medium in media):
        return 0
    talents = rules.talent.featured.get(crew, 0)
    notes.append(Assumption("usage", f"{count(talents, 'featured talent')} on camera.", "talent.featured"))
    return talents


def _places(
    facts: BriefFacts, rules: PricingRules, choices: Choices, shoot_days: Decimal, notes: list[Assumption]
) -> Places:
    """Sort the locations; shoot days are shared evenly among them. No location stated: home."""
    if not shoot_days:
        return Places(0, (), ZERO)
    if not facts.locations:
        home = rules.studio.home[0]
        notes.append(Assumption("locations", f"The shoot is in {home}, without travel.", "studio.home"))
        return Places(1, (), ZERO)
    no_bed = (*rules.studio.home, *rules.studio.near)
    away = () if choices.at_home else tuple(place for place in facts.locations if not names_word(place, no_bed))
    share = shoot_days * len(away) / len(facts.locations)
    return Places(len(facts.locations), away, round_up(share, rules.shoot.step_days))
