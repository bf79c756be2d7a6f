"""One kind of piece in the making, and what a brief says of all its pieces at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.words import folded


@dataclass(frozen=True)
class Item:
    """A piece in the making. `sure` items state a number or a length; the others only name something."""

    start: int
    end: int
    quantity: int | None = None
    kind: str | None = None
    noun: str | None = None
    seconds: int | None = None
    ratios: tuple[str, ...] = ()
    article: bool = False
    definite: bool = False
    order: int = 0
    times: int = 1
    doubtful: bool = False
    corrects: bool = False
    fixed: bool = False

    @property
    def is_version(self) -> bool:
        """Whether the noun only says "version" of something else."""
        return (
            bool(self.noun)
            and re.search(r"versi|version|fassung|utgave|udgave|edit\b|cut\b|vers[aã]o", folded(self.noun or ""))
            is not None
        )

    @property
    def noun_of_shape(self) -> bool:
        """Whether the noun is only the shape ("six verticals")."""
        return (
            re.match(
                r"vertic|horizont|square|hoch|quer|quadr|carre|cuadr|vierk|staand|liggend", folded(self.noun or "")
            )
            is not None
        )

    @property
    def sure(self) -> bool:
        return self.quantity is not None or self.seconds is not None


@dataclass
class General:
    """Lengths and shapes that a brief states for all pieces at once."""

    ratios: tuple[str, ...] = ()
    seconds: int | None = None
    quantity: int | None = None
    spans: list[Span] = field(default_factory=list)


def with_ratio(ratios: tuple[str, ...], mark: Mark) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ratios, str(mark.value))))
