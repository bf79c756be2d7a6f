"""Which of a letter's wordings is the title, weighed a second time, or that it has none."""

from __future__ import annotations

from copilot.briefs.facts.letter.candidates import bare_words
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.title.candidates import title_candidates
from copilot.briefs.facts.title.features import TitledLetter, title_features
from copilot.briefs.learned.judge import judge_of


def titled_letter(source: BriefSource, zones: Zones, client: str | None, ruled: str | None) -> TitledLetter:
    """The letter with its wordings, the one that the rules read first."""
    return TitledLetter(source, zones, client, title_candidates(source, zones, ruled))


def with_second_look(ruled: Read[str | None], letter: TitledLetter) -> Read[str | None]:
    """The title that rules and learnt weights choose together, or None."""
    judge = judge_of("title")
    chosen = bare_words(ruled.value) if ruled.value else None
    odds = [judge.log_odds(title_features(letter, c), c.core == chosen) for c in letter.candidates]
    if not odds or max(odds) <= 0:
        return Read(None)
    best = letter.candidates[odds.index(max(odds))]
    return ruled if best.core == chosen else best.read(letter.zones.shown)
