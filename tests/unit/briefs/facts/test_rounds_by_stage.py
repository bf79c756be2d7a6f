"""Rounds of changes told stage by stage, and days said behind their month."""

from __future__ import annotations

from datetime import date

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief
from copilot.briefs.grammar.dates import find_dates


def rounds(line: str) -> int | None:
    source = BriefSource(text=f"We want one 60-second film.\n{line}\n", received_on=date(2026, 3, 2), source_id="s1")
    return read_brief(source).facts.revision_rounds


def test_rounds_of_each_stage_add_up() -> None:
    assert rounds("Amends: 2 rounds at offline, 1 at online") == 3
    assert rounds("Reviews: one by marketing, one by legal = 2 rounds") == 2


def test_english_says_the_day_behind_the_month() -> None:
    found = find_dates("We need it by August the fifth.", "en", date(2026, 3, 2))
    assert [f.value.end for f in found] == [date(2026, 8, 5)]
