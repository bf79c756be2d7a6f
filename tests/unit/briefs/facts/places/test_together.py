"""A name is weighed a second time by how the letter's other names fare, and by no single word around it."""

from __future__ import annotations

from datetime import date

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.places.together import Weighing, seen_together
from copilot.briefs.facts.places.weighed import weighings
from copilot.briefs.facts.schedule.schedule import rules_dates
from store.inbox.threads import split_thread

_TEXT = "One day in Harle, one in Lowick.\n\nWe film at Harle and at Lowick on 4 June.\n\nThe office is in Belstead."


def _weighed() -> list[Weighing]:
    source = BriefSource(source_id="letter", text=_TEXT, segments=split_thread(_TEXT), received_on=date(2026, 3, 2))
    zones = zones_of(source)
    return weighings(zones, "en", rules_dates(zones, "en"))


def _seen(odds: dict[str, float]) -> dict[str, dict[str, float]]:
    weighed = _weighed()
    seen = seen_together(weighed, [odds.get(w.candidate.name, -5.0) for w in weighed])
    return {w.candidate.name: among for w, among in zip(weighed, seen, strict=True)}


def test_a_name_beside_a_likely_one_is_seen_beside_it_and_a_name_elsewhere_apart_from_it() -> None:
    seen = _seen({"Harle": 3.0, "Lowick": -0.5, "Belstead": -0.5})
    assert seen["Lowick"]["in_unit"] > 0 > seen["Belstead"]["in_unit"]
    assert "apart=True" in seen["Belstead"]
    assert "apart=False" in seen["Lowick"]


def test_the_likeliest_name_leads_and_the_others_know_by_how_much() -> None:
    seen = _seen({"Harle": 3.0, "Lowick": 1.0, "Belstead": -0.5})
    assert "rank=1" in seen["Harle"]
    assert seen["Harle"]["ahead"] > 0 > seen["Lowick"]["ahead"] > seen["Belstead"]["ahead"]


def test_no_word_of_the_letter_is_weighed_twice() -> None:
    assert not any(
        name.startswith(("x:b:", "x:a:", "x:u:", "x:n:w")) for name in _seen({})["Harle"] if "words=" not in name
    )
