"""The scope: what a brief's facts come to in shoot days, pieces, minutes, heads and rounds, before any price.

The invariant: a figure is either a fact or follows from facts by a named rule, and then it is listed in `assumptions`.
Adding pieces or shoot days never makes any part of the scope smaller, so it never makes a proposal cheaper.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from store.proposals.cast import settle_cast
from store.proposals.facts import BriefFacts
from store.proposals.pieces import Assumption, Piece, settle_piece
from store.proposals.places import Places, settle_places
from store.proposals.rules import SCALES, Crew, PricingRules, Scale
from store.proposals.shooting import Shooting, settle_shooting
from store.proposals.supplied import note_supplied
from store.proposals.tongues import VOICE_OVER, Tongues, settle_tongues
from store.proposals.usage import names_word


@dataclass(frozen=True, slots=True)
class Choices:
    """Ways to do the same job for less: what the levers turn. The default is the rule book as it stands."""

    crew_steps_down: int = 0
    remote_grade: bool = False
    at_home: bool = False


AS_RULED = Choices()


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything the price depends on. `crew` is None when nothing is shot; `extras` is what no piece brings itself.

    `talents` are featured and `background` are extras: those that are paid, not whom the client brings.
    """

    pieces: tuple[Piece, ...]
    crew: Crew | None
    shooting: Shooting
    places: Places
    talents: int
    background: int
    languages: Tongues
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
    talents, background = settle_cast(facts, crew, rules, notes) if crew else (0, 0)
    places = settle_places(facts, rules, shooting.days_on_set, notes, at_home=choices.at_home)
    if crew:
        note_supplied(facts, rules, notes)
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
        background=background,
        languages=settle_tongues(facts),
        extra_rounds=max(0, (facts.revision_rounds or 0) - included),
        extras=_extras(facts, pieces),
        assumptions=tuple(notes),
    )


def _extras(facts: BriefFacts, pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """What is asked for besides the pieces; a voice is part of what is drawn, and is asked for with its languages."""
    if any(piece.rules.voice_over for piece in pieces):
        return tuple(name for name in facts.extras if name != VOICE_OVER)
    if facts.spoken_languages and any(piece.edited for piece in pieces):
        return tuple(dict.fromkeys((*facts.extras, VOICE_OVER)))
    return facts.extras


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
