"""Which of a letter's wordings is the title, weighed a second time, or that it has none."""

from __future__ import annotations

from copilot.briefs.facts.letter.candidates import bare_words
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.title.candidates import title_candidates
from copilot.briefs.facts.title.features import TitledLetter, title_features
from copilot.briefs.learned.judge import judge_of

_SILENT = -2.0
"""Log odds that some wording must have where the rules have read one: a title that is told plainly stays."""


def titled_letter(source: BriefSource, zones: Zones, client: str | None, ruled: str | None) -> TitledLetter:
    """The letter with its wordings, the one that the rules read first."""
    return TitledLetter(source, zones, client, title_candidates(source, zones, ruled))


def with_second_look(ruled: Read[str | None], letter: TitledLetter) -> Read[str | None]:
    """The title that rules and learnt weights choose together, or None."""
    judge = judge_of("title")
    chosen = bare_words(ruled.value) if ruled.value else None
    odds = [judge.log_odds(title_features(letter, c), c.core == chosen) for c in letter.candidates]
    if not odds or max(odds) <= (_SILENT if chosen else 0):
        return Read(None)
    best = letter.candidates[odds.index(max(odds))]
    holds = ruled.value is not None and ruled.value in best.name  # 'Campagne "Plein air"'
    return ruled if holds or best.core == chosen else best.read(letter.zones.shown)
