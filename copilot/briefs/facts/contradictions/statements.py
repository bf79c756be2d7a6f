"""What a letter states of one fact, and which two of its statements cannot both hold.

A false alarm costs more trust than a contradiction that nobody points out. So each statement must be likely by itself,
and whatever may explain why two differ (a correction, a condition, an option, a wish) settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Any, Generic, TypeVar

from copilot.briefs.facts.letter.corrections import takes_back
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, names

V = TypeVar("V", bool, int, date, Decimal)
HEADER = (0, 0)
"""The span of what a mail's subject states: it stands nowhere in the text."""


@dataclass(frozen=True)
class Statement(Generic[V]):
    """A value that a unit gives a fact at a span of the view; `odds` are the log odds that it is meant so."""

    value: V
    unit: Unit
    span: Span
    odds: float


@dataclass(frozen=True)
class Dispute:
    """Two statements that cannot both hold; `strict` is the one to plan with."""

    field: str
    about: str
    strict: Statement[Any]
    other: Statement[Any]

    @property
    def in_order(self) -> tuple[Statement[Any], Statement[Any]]:
        first, second = sorted((self.strict, self.other), key=lambda s: s.span)
        return first, second


def side_by_side(
    zones: Zones, statements: Iterable[Statement[V]], *, least: float = 0.0, of_all: bool = False
) -> tuple[Statement[V], Statement[V]] | None:
    """The likeliest statement and the likeliest that differs from it, in reading order; None where nothing disputes.

    `of_all`: each counts all that there is, and is not made a part by "each" in its sentence.
    """
    likely = [s for s in statements if s.odds >= least - _REPORTED * _names_sources(s.unit)]
    plain = [s for s in likely if not is_qualified(s, of_all=of_all) and not _is_quoted(zones, s)]
    plain.sort(key=lambda s: -s.odds)
    other = next((s for s in plain[1:] if s.value != plain[0].value), None)
    if other is None:
        return None
    first, second = sorted((plain[0], other), key=lambda s: s.span)
    if corrects(zones, second) or (_is_one_sentence(first, second) and not _names_sources(first.unit)):
        return None
    return first, second


_REPORTED = 5.5
"""Log odds by which less likely statements are believed where a sentence names two sources for what it says."""


def _names_sources(unit: Unit) -> bool:
    """Whether one sentence reports what two sources say: "15 May in the contract, 22 May in the mail"."""
    return len(unit.low) < _LONG and len(dict(names("sources"))["source"].findall(unit.low)) > 1


_LONG = 200
"""Characters of what is one sentence only because it was dictated."""


def _is_quoted(zones: Zones, said: Statement[Any]) -> bool:
    """Whether a statement stands in lines quoted from an older message, which a line with its writer heads."""
    lines = zones.plain.text[: said.unit.start].split("\n")
    quoted = list(takewhile(lambda line: line.lstrip().startswith(">"), reversed(lines)))
    return bool(quoted) and quoted[-1].rstrip().endswith(":")


def is_qualified(said: Statement[Any], *, of_all: bool = False) -> bool:
    """Whether the words around a statement say that it holds only on a condition, as an option, or as a wish."""
    sentence = said.unit.low[slice(*_sentence(said))]
    return any(pattern.search(sentence) for name, pattern in names("qualified") if not (of_all and name == "each"))


def corrects(zones: Zones, said: Statement[Any]) -> bool:
    """Whether a statement takes back what was said before it."""
    low, at = said.unit.low, said.span[0] - said.unit.start
    before = zones.unit_before(said.unit)
    led_in = before is not None and len(before.text) < _SHORT and before.paragraph == said.unit.paragraph
    return (
        takes_back(low, at)
        or any(m.start() < _SHORT or at - m.end() < _SHORT for m in _corrections(low, at))
        or (led_in and before is not None and any(_corrections(before.low, len(before.low))))
    )


def _corrections(low: str, end: int) -> Iterator[re.Match[str]]:
    """Words that correct; a short one is an exclamation, for "nei" is Norwegian's no and Italian's "in the"."""
    return (m for m in cue("correction").finditer(low, 0, max(0, end)) if len(m[0]) > 3 or low[m.end() :][:1] in ",.!")


_SHORT = 45
"""Characters of a sentence that only leads in the next one: "No, wait."""
_STOP = re.compile(r"(?<!\d)[.;!?]\s")


def _sentence(said: Statement[Any]) -> Span:
    """Where the sentence of a statement stands in its unit, which may hold another behind an abbreviation."""
    low, at, end = said.unit.low, said.span[0] - said.unit.start, said.span[1] - said.unit.start
    first = max((m.end() for m in _STOP.finditer(low, 0, max(0, at))), default=0)
    stop = _STOP.search(low, max(0, end))
    return first, stop.start() if stop else len(low)


def _is_one_sentence(first: Statement[Any], second: Statement[Any]) -> bool:
    return first.unit is second.unit and _sentence(first) == _sentence(second)


def stricter(pair: Sequence[Statement[V]]) -> tuple[Statement[V], Statement[V]]:
    """The pair with the one to plan with first: less money, an earlier day, fewer of anything."""
    first, second = pair
    return (first, second) if first.value <= second.value else (second, first)
