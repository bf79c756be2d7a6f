"""Which sentence says what the work is to achieve, weighed a second time: the likeliest one, or none."""

from __future__ import annotations

from copilot.briefs.facts.aim.seen import aim_features
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.learned.judge import judge_of

_MOST = 200
"""How many sentences of a letter are weighed; what a longer text is for stands at its beginning."""


def aim_sentences(zones: Zones) -> list[Unit]:
    """Every sentence of their side that may say an aim, in order, with older messages and what is set aside."""
    said = [
        u
        for u in (*zones.units, *zones.units_aside)
        if u.kind != "heading" and (len(u.text.split()) >= 3 or _is_labelled(u))
    ]
    return sorted(said, key=lambda u: u.start)[:_MOST]


def _is_labelled(unit: Unit) -> bool:
    return "objective" in (unit.topic, unit.section)


def is_chosen(unit: Unit, chosen: list[Unit]) -> bool:
    """Whether a sentence is, or shares words with, what the rules have chosen."""
    return any(unit.start < c.end and c.start < unit.end for c in chosen)


def likeliest_aim(zones: Zones, chosen: list[Unit]) -> list[Unit]:
    """The sentences that rules and learnt weights together call the aim; `chosen` are those of the rules alone."""
    judge = judge_of("objective")
    units = aim_sentences(zones)
    odds = [judge.log_odds(aim_features(zones, units, at), is_chosen(u, chosen)) for at, u in enumerate(units)]
    best = max(range(len(units)), key=odds.__getitem__, default=None)
    if best is None:
        return chosen
    if odds[best] <= 0:
        return chosen if zones.is_note else []
    return chosen if is_chosen(units[best], chosen) else [units[best]]
