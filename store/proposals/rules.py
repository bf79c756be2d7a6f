"""The studio's pricing rule book as frozen values, read from an editable TOML file (`data/pricing.toml`).

The invariant: every number is a Decimal or an int, none is negative, and every name that another part relies on (a
scale, a kind, a unit of the schedule) exists; a rule book that breaks this is refused whole, never half read.
Whether the rate items exist is not asked here: cards differ, and a missing item is a warning on the proposal.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from store.proposals.book import parse_book, shipped_book
from store.proposals.closures import check_closed_day
from store.proposals.facts import Frozen

Count = Annotated[int, Field(ge=0)]
Number = Annotated[Decimal, Field(ge=0)]
# A quantity in two parts: (a fixed part, a part for each unit of something).
Linear = tuple[Number, Number]
Scale = Literal["solo", "small", "medium", "large"]
SCALES: tuple[Scale, ...] = ("solo", "small", "medium", "large")
Crew = Literal["solo", "small", "medium", "large", "stills"]
StillsCrew = Literal["stills", "stills_beside_film"]
_NOTHING: Linear = (Decimal(0), Decimal(0))


class StudioRules(Frozen):
    country: str
    home: tuple[str, ...]
    near: tuple[str, ...] = ()


class KindRules(Frozen):
    """What one kind of deliverable takes; pairs are days (for each piece, for each finished minute).

    `optional` kinds are those a campaign can do with fewer of: the lever `fewer_pieces` halves them. `taper` is
    (minutes, share): a piece's minutes beyond so many count that share of one in these pairs.
    """

    scale: Scale | None = None
    default_seconds: int | None = None
    pieces_per_shoot_day: Annotated[Decimal, Field(gt=0)] | None = None
    minutes_per_shoot_day: Annotated[Decimal, Field(gt=0)] | None = None
    edit_days: Linear = _NOTHING
    grade_days: Linear = _NOTHING
    mix_days: Linear = _NOTHING
    graphics_days: Linear = _NOTHING
    taper: tuple[Number, Annotated[Decimal, Field(ge=0, le=1)]] | None = None
    animation_days_per_second: Number = Decimal(0)
    design_days_per_second: Number = Decimal(0)
    storyboard_days: Number = Decimal(0)
    voice_over: bool = False
    captions: bool = False
    stills: bool = False
    optional: bool = False
    music: str | None = None
    music_per_pieces: Annotated[int, Field(ge=1)] = 1

    @property
    def is_shot(self) -> bool:
        """Whether pieces of this kind are filmed (rather than drawn, photographed or cut from other material)."""
        return self.pieces_per_shoot_day is not None or self.minutes_per_shoot_day is not None


class ShootRules(Frozen):
    minimum_days: Number
    step_days: Annotated[Decimal, Field(gt=0)]
    stills_per_day: Annotated[Decimal, Field(gt=0)]
    retouch_hours_per_still: Number
    most_retouched_per_day: Annotated[Decimal, Field(gt=0)] = Decimal(50)
    develop_hours_per_still: Number = Decimal("0.1")
    large_scale_media: tuple[str, ...]
    carried: Mapping[Scale, Number] = {}


class Role(Frozen):
    """A seat on set: `prep` is days of preparation (for the job, for each shoot day), for each head."""

    rate: str
    heads: Count
    prep: Linear = _NOTHING


class LocationRules(Frozen):
    permit: str
    permit_from: Scale
    catering: str
    catering_from: Scale
    client_heads: Count


class CreativeRules(Frozen):
    treatment: str
    treatment_from: Scale
    script: str
    script_days_from_medium: Number
    script_days_animation: Number
    storyboard: str
    storyboard_days_large: Number


class TalentRules(Frozen):
    words: tuple[str, ...]
    media: tuple[str, ...]
    featured: Mapping[Crew, Count]
    fee: str
    background: str = "TAL-02"
    wardrobe: str
    agency: str
    casting: str
    casting_days: Linear


class Factor(Frozen):
    """A multiplier that applies when one of `words` is found; a row without words is the one that is left."""

    name: str
    factor: Number
    words: tuple[str, ...]


class UsageRules(Frozen):
    item: str
    assumed_months: Annotated[int, Field(ge=1)]
    terms: Annotated[tuple[tuple[int, Number], ...], Field(min_length=1)]
    territories: Annotated[tuple[Factor, ...], Field(min_length=1)]
    several_countries: str
    media: Annotated[tuple[Factor, ...], Field(min_length=1)]


class PostRules(Frozen):
    editor: str
    assistant: str
    assistant_days_per_shoot_day: Number
    supervisor: str
    supervisor_share_of_edit: Number
    colourist: str
    remote_colourist: str
    mixer: str
    designer: str
    animator: str
    style_frames: str
    retoucher: str
    versioning: str
    archive: str
    step_days: Annotated[Decimal, Field(gt=0)]
    ratio_hours: Linear
    delivery_hours_per_file: Number


class LanguageRules(Frozen):
    subtitles: str
    adaptation: str
    version_hours_per_file: Number
    voice_artist: str
    voice_recording: str
    voice_hours: Linear


class ExtraRate(Frozen):
    """What something asked for besides the pieces brings: so much of a rate item, once or for each."""

    rate: str
    amount: Annotated[Decimal, Field(gt=0)]
    per: Literal["job", "shoot_day", "language"]


class RevisionRules(Frozen):
    included_rounds: Count
    share_of_edit_per_round: Number


class TravelRules(Frozen):
    fare: str
    hotel: str
    per_diem: str
    travel_day: str
    travel_days_per_head: Number
    onward: Number = Decimal("0.5")


class MarkUpRules(Frozen):
    contingency_percent: Number
    minimum_contingency_percent: Number
    fee_percent: Number


class SimilarRules(Frozen):
    fill_gaps: bool = True
    honour_agreed_rates: bool = False


class LimitRules(Frozen):
    """Beyond these a figure in a brief is a misreading; `finished_seconds` counts all pieces of a deliverable."""

    pieces: Count
    finished_seconds: Count
    shoot_days: Number
    revision_rounds: Count
    cast: Count = 500
    years_ahead: Annotated[int, Field(ge=1)]


class TaxRate(Frozen):
    country: str
    percent: Number
    valid_from: date


StepWhen = Literal["always", "away", "shoot", "animation", "stills", "cut", "edit", "versions", "feedback"]


class Step(Frozen):
    """A step of a job in working days: as long as usual, or pressed to the least."""

    key: str
    name: str
    days: Annotated[int, Field(ge=1)]
    least: Annotated[int, Field(ge=1)]
    when: StepWhen


class ScheduleRules(Frozen):
    steps: tuple[Step, ...]
    edit_days_per_rough_cut_day: Annotated[Decimal, Field(gt=0)]
    most_rough_cut_days: Count
    animation_days_per_animation_day: Annotated[Decimal, Field(gt=0)]
    most_animation_days: Count
    kick_off_after_days: Count
    weekend: tuple[Annotated[int, Field(ge=0, le=6)], ...]
    # So few that a working day is always found; see `closures`.
    closed: Annotated[tuple[Annotated[str, AfterValidator(check_closed_day)], ...], Field(max_length=100)] = ()


class PricingRules(Frozen):
    """The whole rule book. A rule's name is its path, e.g. `crew.medium.gaffer`."""

    studio: StudioRules
    kinds: Mapping[str, KindRules]
    shoot: ShootRules
    crew: Mapping[Scale | StillsCrew, Mapping[str, Role]]
    kit: Mapping[Scale | StillsCrew, tuple[str, ...]]
    location: LocationRules
    creative: CreativeRules
    talent: TalentRules
    usage: UsageRules
    post: PostRules
    languages: LanguageRules
    extras: Mapping[str, tuple[ExtraRate, ...]] = {}
    revisions: RevisionRules
    travel: TravelRules
    mark_up: MarkUpRules
    supplied: Mapping[str, tuple[str, ...]] = {}
    similar: SimilarRules = SimilarRules()
    limits: LimitRules
    tax: tuple[TaxRate, ...]
    schedule: ScheduleRules

    @model_validator(mode="after")
    def _is_complete(self) -> PricingRules:
        crews = {*SCALES, "stills", "stills_beside_film"}
        if missing := crews - set(self.crew) or crews - set(self.kit):
            raise ValueError(f"[crew] and [kit] need a table for each of: {', '.join(sorted(missing))}")
        if "other" not in self.kinds:
            raise ValueError("[kinds.other] is needed: it prices what no other kind describes")
        if self.usage.several_countries not in {row.name for row in self.usage.territories}:
            raise ValueError("[usage] several_countries must be the name of one of the territories")
        if len(self.schedule.weekend) > 5:
            raise ValueError("[schedule] weekend leaves fewer than two working days in a week")
        return self

    def kind(self, name: str) -> KindRules:
        """Return the rules of a kind; one that the book does not know is priced as `other`."""
        return self.kinds.get(name) or self.kinds["other"]

    def tax_percent(self, on: date | None = None) -> Decimal | None:
        """Return the home country's rate on a day (None: the latest there is); None when the book has no rate."""
        rates = [r for r in self.tax if r.country == self.studio.country and (on is None or r.valid_from <= on)]
        return max(rates, key=lambda rate: rate.valid_from).percent if rates else None


def parse_pricing_rules(text: str) -> PricingRules:
    """Read a rule book from TOML. Raises `Invalid` (`pricing_rules`) naming each place that is wrong."""
    return parse_book(PricingRules, text, name="pricing rules")


def pricing_rules_text() -> str:
    """Return the shipped rule book as TOML text with its comments, for a studio to copy and edit."""
    return shipped_book("pricing.toml")


@cache
def default_pricing_rules() -> PricingRules:
    """Return the shipped rule book."""
    return parse_pricing_rules(pricing_rules_text())
