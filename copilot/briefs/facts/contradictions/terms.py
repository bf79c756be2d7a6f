"""Two terms for the same rights, and two numbers of rounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copilot.briefs.facts.contradictions.statements import Dispute, Statement, side_by_side, stricter
from copilot.briefs.facts.letter.clauses import by_source
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.revisions import RoundsSaid
from copilot.briefs.facts.usage.shown_for import showings_in
from copilot.briefs.facts.usage.territory import territory_of
from copilot.briefs.facts.usage.usage import speaks_of_usage, term_in
from copilot.briefs.facts.words import cue


def disputed_months(zones: Zones, language: str) -> Dispute | None:
    """Two terms that are not those of two media or two markets."""
    about = (unit for unit in zones.units if speaks_of_usage(unit) or cue("usage").search(unit.low))
    clauses = (clause for unit in about for clause in by_source(unit))
    terms = ((clause, term_in(clause, language, about=clause.subject in ("usage", "term"))) for clause in clauses)
    stated = [Statement(term[0], clause, term[1], 0.0) for clause, term in terms if term]
    pair = side_by_side(zones, stated)
    if pair is None or _differ(pair, _media) or _differ(pair, _market):
        return None
    return Dispute("usage.months", "how long the rights last", *stricter(pair))


def _differ(pair: Sequence[Statement[int]], said_in: Callable[[Unit], object]) -> bool:
    first, second = (said_in(said.unit) for said in pair)
    return bool(first and second and first != second)


def _media(unit: Unit) -> frozenset[str]:
    return frozenset(name for _, _, name in showings_in(unit.low, 0))


def _market(unit: Unit) -> str | None:
    said = territory_of(unit)
    return said[0] if said else None


_MOST_ROUNDS = 4
"""A higher number counts something else more often than rounds."""


def disputed_rounds(zones: Zones, said: Sequence[RoundsSaid]) -> Dispute | None:
    """Two numbers of rounds."""
    stated = [Statement(s.rounds, s.unit, (s.unit.start, s.unit.end), 0.0) for s in said if s.rounds <= _MOST_ROUNDS]
    pair = side_by_side(zones, stated)
    return Dispute("revision_rounds", "revision rounds", *stricter(pair)) if pair else None
