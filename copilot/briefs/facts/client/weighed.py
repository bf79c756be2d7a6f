"""Which of a letter's names is the client, weighed a second time."""

from __future__ import annotations

from copilot.briefs.facts.client.features import client_features
from copilot.briefs.facts.client.seen import SeenLetter
from copilot.briefs.facts.client.vocabulary import core_of
from copilot.briefs.facts.letter.candidates import Candidate
from copilot.briefs.facts.reading import Read
from copilot.briefs.learned.judge import judge_of


def with_second_look(ruled: Read[str | None], letter: SeenLetter) -> Read[str | None]:
    """The client that rules and learnt weights choose together, or None.

    Whom a plain wording names ("hier Ole von Küstenrad") may lose to another name, but not to silence.
    """
    judge = judge_of("client")
    chosen = core_of(ruled.value) if ruled.value else None
    eligible = letter.eligible(chosen)
    odds = [judge.log_odds(client_features(letter, c), c.core == chosen) for c in eligible]
    if not odds or max(odds) <= 0:
        return ruled if chosen in letter.told else Read(None)
    best = eligible[odds.index(max(odds))]
    if best.core == chosen or (ruled.value and _is_more_than_name(best, ruled.value, letter.text)):
        return ruled
    return best.read(letter.zones.shown)


def _is_more_than_name(best: Candidate, name: str, text: str) -> bool:
    """Whether a wording is a name with what it is in front or its town behind: "fietsenmaker Ketting & Co"."""
    mention = best.quotable
    small = mention is not None and text[mention.start : mention.start + 1].islower()
    return best.name.startswith(f"{name} ") or (small and f" {name}" in best.name)
