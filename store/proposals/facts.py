"""What a brief says, as typed facts. None (or an empty tuple) means that the brief does not say.

Conventions: `quantity` counts pieces (four cutdowns each in two formats are quantity 4 with two aspect
ratios; three clips in each of ten episodes are 30); a single budget figure is `budget_max`; half days are
0.5; a brand's agency is not the client; languages carry their English names.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Amount(Frozen):
    """An amount as a brief states it: minor units and an ISO 4217 code."""

    minor: int
    currency: str = Field(min_length=3, max_length=3)


class Contact(Frozen):
    name: str | None = None
    email: str | None = None
    phone: str | None = None


class Deliverable(Frozen):
    """One kind of piece the client wants: `quantity` pieces of `duration_seconds` each, in every aspect ratio named.

    `kind` is one of: film, cutdown, social, teaser, trailer, stills, animation, episode, interview, recap, recording,
    other; a `recording` is shown whole as it was recorded: a talk, a lesson, a concert, an episode of a podcast.
    """

    name: str
    kind: str
    quantity: int = Field(ge=1)
    duration_seconds: int | None = Field(default=None, ge=1)
    aspect_ratios: tuple[str, ...] = ()


class DaySpan(Frozen):
    """A stretch of days, the first and the last included."""

    first: date
    last: date


class Usage(Frozen):
    """Where and how long the client may use the work.

    `months` is None when no term is stated, and when the use is `perpetual`: for ever, a full buy-out.
    """

    media: tuple[str, ...] = ()
    territory: str | None = None
    months: int | None = None
    perpetual: bool = False

    @property
    def term(self) -> str | None:
        """How long, in words; None where the brief does not say."""
        if self.perpetual:
            return "in perpetuity"
        return None if self.months is None else "1 month" if self.months == 1 else f"{self.months} months"


class CastGroup(Frozen):
    """People on camera of one sort, by the brief's own name for them; `heads` is None where their number is not said.

    `background` are extras. `supplied` are whom the client brings, or its own people: they cost nothing.
    """

    name: str
    heads: int | None = Field(default=None, ge=1)
    background: bool = False
    supplied: bool = False

    @property
    def text(self) -> str:
        """The people as one reads them: "actors (2)"."""
        return self.name if self.heads is None else f"{self.name} ({self.heads})"


class Supplied(Frozen):
    """What the client brings to the shoot: hotel, catering, location, studio or equipment, and the words that say so.

    `heads` is for how many people at most, where the brief sets a limit.
    """

    what: str
    words: str
    heads: int | None = Field(default=None, ge=1)


class BudgetEach(Frozen):
    """A budget that the brief tells for one piece; the whole one is `amount` × `count`, computed and not quoted.

    `pieces` names what is counted; `count` is None where the brief does not tell how many there are.
    """

    amount: Amount
    pieces: str
    count: int | None = Field(default=None, ge=1)


class BriefFacts(Frozen):
    """Everything job 1 reads in a brief. Field names are the public contract of `greenlight brief --json`.

    `shoot_window` is when the shoot is to fall ("in May", "week 14") where no days are named for it; `extras` is what
    is asked for besides the pieces: drone, voice-over, composed music, …; `spoken_languages` and `subtitled_languages`
    are those of `languages` that are said to be heard or read; `offer_until` is the day that an offer has to hold to:
    asked for, counted from the deadline for offers (or the message) by the days asked for, or that of the decision;
    `budget_each` is a budget told by the piece, of which `budget_max` and `budget_min` hold the whole.
    """

    client: str | None = None
    title: str | None = None
    contact: Contact | None = None
    objective: str | None = None
    deliverables: tuple[Deliverable, ...] = ()
    shoot_days: Decimal | None = None
    shoot_dates: tuple[date, ...] = ()
    shoot_window: DaySpan | None = None
    locations: tuple[str, ...] = ()
    delivery_on: date | None = None
    budget_min: Amount | None = None
    budget_max: Amount | None = None
    tax_included: bool | None = None
    revision_rounds: int | None = None
    usage: Usage | None = None
    languages: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    cast: tuple[CastGroup, ...] = ()
    supplied: tuple[Supplied, ...] = ()
    spoken_languages: tuple[str, ...] = ()
    subtitled_languages: tuple[str, ...] = ()
    offer_until: date | None = None
    budget_each: BudgetEach | None = None


SELDOM_SAID = (
    "shoot_window",
    "extras",
    "cast",
    "supplied",
    "spoken_languages",
    "subtitled_languages",
    "offer_until",
    "budget_each",
)
"""What few briefs say: read by rules, whatever model reads the rest, and told only where a brief says it."""


class Quote(Frozen):
    """A fact's words: `text[start:end] == quote` in the source's extracted text."""

    source: str
    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class BriefWarning(Frozen):
    """Something a producer should look at: `code` for programs, `message` for people, the quotes behind it.

    Codes: contradiction, hidden_text, injected_instruction, not_priced, over_budget, past_date, unreadable_part, …
    """

    code: str
    message: str
    quotes: tuple[Quote, ...] = ()


class OpenQuestion(Frozen):
    """What the brief leaves open: the fact's field, and the question as one would send it to the client."""

    field: str
    question: str


class BriefReading(Frozen):
    """The quarantined extraction's whole output: typed values only, each with its quotes.

    `evidence` maps a field of `BriefFacts` (`client`, `contact`, `deliverables`, …) to its quotes; every field that
    states something has at least one, and `source_text[start:end] == quote` holds for each.
    """

    facts: BriefFacts
    evidence: dict[str, tuple[Quote, ...]]
    open_questions: tuple[OpenQuestion, ...] = ()
    warnings: tuple[BriefWarning, ...] = ()
    language: str | None = None
