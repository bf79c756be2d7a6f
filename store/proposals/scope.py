"""The scope: what a brief's facts come to in shoot days, pieces, minutes, heads and rounds, before any price.

The invariant: a figure is either a fact or follows from facts by a named rule, and then it is listed in `assumptions`.
Adding pieces or shoot days never makes any part of the scope smaller, so it never makes a proposal cheaper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from store.proposals.facts import BriefFacts
from store.proposals.pieces import ZERO, Assumption, Piece, round_up, settle_piece
from store.proposals.rules import SCALES, PricingRules, Scale
from store.proposals.shooting import Shooting, settle_shooting
from store.proposals.usage import names_word
from store.proposals.wording import count

VOICE_OVER = "voice-over"
Crew = Literal["solo", "small", "medium", "large", "stills"]


@dataclass(frozen=True, slots=True)
class Choices:
    """Ways to do the same job for less: what the levers turn. The default is the rule book as it stands."""

    crew_steps_down: int = 0
    remote_grade: bool = False
    subtitles_only: bool = False
    at_home: bool = False


AS_RULED = Choices()


@dataclass(frozen=True, slots=True)
class Places:
    """Where the shoot goes: `away` needs travel and a bed, `near` a van, the rest is home."""

    locations: int
    away: tuple[str, ...]
    away_days: Decimal


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything the price depends on. `crew` is None when nothing is shot; `extras` is what no piece brings itself."""

    pieces: tuple[Piece, ...]
    crew: Crew | None
    shooting: Shooting
    places: Places
    talents: int
    languages: int
    extra_rounds: int
    extras: tuple[str, ...]
    assumptions: tuple[Assumption, ...]

    @property
    def is_empty(self) -> bool:
        return not self.pieces and not self.shoot_days

    @property
    def shoot_days(self) -> Decimal:
        """All days on set, filming and stills."""
        return self.shooting.days_on_set

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


def settle_scope(
    facts: BriefFacts, rules: PricingRules, choices: Choices = AS_RULED, *, carried: Scale = SCALES[-1]
) -> Scope:
    """Settle the scope of a brief by the rule book. An empty brief has an empty scope: nothing is made up.

    `carried` is the largest crew that the brief's budget carries; see `carried.largest_carried`.
    """
    notes: list[Assumption] = []
    pieces = tuple(settle_piece(deliverable, rules, notes) for deliverable in facts.deliverables)
    shooting = settle_shooting(facts, pieces, rules, notes)
    crew = _crew(facts, pieces, rules, choices, carried, shooting.stills_alone, notes) if shooting.days else None
    talents = _talents(facts, crew, rules, notes) if crew else 0
    places = _places(facts, rules, choices, shooting.days_on_set, notes)
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
        shooting=shooting,
        places=places,
        talents=talents,
        languages=max(1, len(facts.languages)),
        extra_rounds=max(0, (facts.revision_rounds or 0) - included),
        extras=tuple(name for name in facts.extras if not (name == VOICE_OVER and _voiced(pieces))),
        assumptions=tuple(notes),
    )


def _voiced(pieces: tuple[Piece, ...]) -> bool:
    """Whether a voice is part of a piece already, as it is of what is drawn."""
    return any(piece.rules.voice_over for piece in pieces)


def _crew(
    facts: BriefFacts,
    pieces: tuple[Piece, ...],
    rules: PricingRules,
    choices: Choices,
    carried: Scale,
    stills_alone: bool,
    notes: list[Assumption],
) -> Crew:
    """The largest crew that any kind calls for (paid broadcast use: the large one), as far as the budget carries it."""
    if stills_alone:
        return "stills"
    wanted = [SCALES.index(piece.rules.scale) for piece in pieces if piece.rules.scale]
    size = max(wanted, default=SCALES.index("small"))
    media = facts.usage.media if facts.usage else ()
    shot = any(piece.rules.is_shot for piece in pieces)
    if shot and any(names_word(medium, rules.shoot.large_scale_media) for medium in media):
        size = SCALES.index("large")
    wished, size = size, max(0, min(size, SCALES.index(carried)) - choices.crew_steps_down)
    text = f"The shoot has a {SCALES[size]} crew"
    if SCALES.index(carried) < wished:
        text += f", as the budget allows; work of this kind usually has a {SCALES[wished]} one"
        notes.append(Assumption("budget_max", f"{text}.", f"shoot.carried.{SCALES[wished]}"))
    else:
        notes.append(Assumption("deliverables", f"{text}.", f"crew.{SCALES[size]}"))
    return SCALES[size]


def _talents(facts: BriefFacts, crew: Crew, rules: PricingRules, notes: list[Assumption]) -> int:
    said: Iterable[str] = (facts.objective or "", facts.title or "", *(piece.name for piece in facts.deliverables))
    media = facts.usage.media if facts.usage else ()
    called_for = any(names_word(text, rules.talent.words) for text in said)
    if not called_for and not any(names_word(medium, rules.talent.media) for medium in media):
        notes.append(Assumption("usage", "No cast is priced; tell us who is on camera.", "talent.words"))
        return 0
    talents = rules.talent.featured.get(crew, 0)
    text = f"{count(talents, 'featured talent')} on camera, assumed by rule of thumb; tell us who is on camera."
    notes.append(Assumption("usage", text, "talent.featured"))
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
