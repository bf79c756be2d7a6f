"""Long briefs are read apart, the same as short ones, and what takes too long is stopped with a clear word."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs import worker
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief
from copilot.briefs.worker import MOST_CHARACTERS, SHORT_CHARACTERS, read_within_limits
from store.kernel.errors import Invalid

BRIEF = "Client: Lumen\nProject: Aurora\nOne 60 second film, delivered by 14 May 2027. Budget: EUR 85,000 ex VAT.\n\n"
FILLER = "The house has made lamps since 1952, and nobody who works there would have it any other way.\n"


def source(characters: int) -> BriefSource:
    text = BRIEF + FILLER * ((characters - len(BRIEF)) // len(FILLER) + 1)
    return BriefSource(text=text, source_id="doc_1", received_on=date(2027, 3, 1))


def test_a_long_brief_is_read_apart_as_it_would_be_here() -> None:
    long = source(SHORT_CHARACTERS + 1)
    reading = read_within_limits(long)
    assert reading == read_brief(long)
    assert reading.facts.client == "Lumen"


def test_of_a_very_long_text_the_beginning_is_read_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MOST_CHARACTERS", SHORT_CHARACTERS + 10)
    reading = read_within_limits(source(MOST_CHARACTERS // 4))
    assert reading.facts.client == "Lumen"
    assert "text_cut" in {warning.code for warning in reading.warnings}


def test_a_text_that_takes_too_long_is_stopped_with_what_to_do_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "WALL_SECONDS", 0.01)
    with pytest.raises(Invalid, match="Send the pages that matter") as refusal:
        read_within_limits(source(SHORT_CHARACTERS + 1))
    assert refusal.value.code == "reading_timed_out"
