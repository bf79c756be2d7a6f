"""Languages: how many versions there are, in how many of them a voice is recorded, and how many are read along.

A language is heard or read, not both, unless the brief asks for both. One that it calls neither is, beside the film's
own, subtitled; where a piece has a voice of its own, or a voice is asked for and none named, it is heard.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.proposals.facts import BriefFacts

VOICE_OVER = "voice-over"


@dataclass(frozen=True, slots=True)
class Tongues:
    """Numbers of languages: `voices` where there is a voice, `titles` and `titles_beside_voice` with subtitles."""

    versions: int
    voices: int
    titles: int
    titles_beside_voice: int


def settle_tongues(facts: BriefFacts) -> Tongues:
    """Count a brief's languages by what is made in them; a brief that names none has one."""
    heard = tuple(name for name in facts.spoken_languages if name in facts.languages)
    read = tuple(name for name in facts.subtitled_languages if name in facts.languages)
    left = [name for name in facts.languages if name not in heard and name not in read]
    if VOICE_OVER in facts.extras and not heard:
        heard, left = tuple(left), []
    own = facts.languages[:1] if heard else left[:1]
    further = len([name for name in left if name not in own])
    return Tongues(
        versions=max(1, len(facts.languages)),
        voices=len(heard) or max(1, len(left)),
        titles=len(read) + further,
        titles_beside_voice=len(read) + (further if heard else 0),
    )
