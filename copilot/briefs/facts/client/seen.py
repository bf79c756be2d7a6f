"""A letter as its names are seen: who writes it, whom else it names, and which of them may be the client."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from copilot.briefs.facts.client.agencies import Agencies, agencies_of
from copilot.briefs.facts.client.introductions import introductions
from copilot.briefs.facts.client.mentions import candidates_of
from copilot.briefs.facts.client.signed import spells, stem_of, writers_stem
from copilot.briefs.facts.client.small import speakers, speaking
from copilot.briefs.facts.contact.sign_off import signed_names
from copilot.briefs.facts.letter.candidates import Candidate, Mention
from copilot.briefs.facts.letter.names import EMAIL
from copilot.briefs.facts.letter.people import TITLED
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, folded

_HANDLE = re.compile(r"[#@/][\w.-]{4,60}|\bwww\.[\w.-]+|\b[\w-]+\.(?:com|org|net|example|de|fr|nl|es|it)\b")


@dataclass(frozen=True)
class SeenLetter:
    """What the features of candidates are seen against; `people` are the words of the names of all who write,
    `called` the cores of whom they call their client, `told` of those that some plain wording names.
    """

    zones: Zones
    source: BriefSource
    agencies: Agencies
    people: frozenset[str]
    candidates: Sequence[Candidate]
    called: frozenset[str]
    told: frozenset[str]

    def eligible(self, chosen: str | None) -> list[Candidate]:
        """Whom to weigh when the rules chose a core: one that the writer calls their client stands."""
        return [c for c in self.candidates if chosen not in self.called or c.core == chosen]

    @cached_property
    def text(self) -> str:
        return self.zones.shown.text

    @cached_property
    def low(self) -> str:
        return folded(self.text)

    @cached_property
    def stem(self) -> str:
        return writers_stem(self.zones, self.source)

    @cached_property
    def outer_stem(self) -> str:
        return stem_of(self.source.sender_email, self.source)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(s for m in EMAIL.finditer(self.text) if (s := stem_of(m[0], self.source)))

    @cached_property
    def locals(self) -> str:
        addresses = [m[0] for m in EMAIL.finditer(self.low)]
        addresses += [folded(a) for a in (self.source.sender_email, self.zones.email) if a]
        return " ".join(a.partition("@")[0] for a in addresses)

    @cached_property
    def begins(self) -> int:
        return len(self.zones.wanted.text) - len(self.zones.wanted.text.lstrip())

    @cached_property
    def ends(self) -> int:
        return len(self.zones.voiced.text.rstrip())

    @cached_property
    def signers(self) -> frozenset[str]:
        """The words of those who say who they are, sign, or are called Mr or Ms."""
        said = [found.person[0] for found in introductions(self.zones.wanted) if found.person]
        said += [name for name, _, _ in signed_names(self.zones.voiced)]
        said += [m["name"] for m in TITLED.finditer(self.text)]
        return frozenset(word for name in said for word in re.findall(r"\w+", folded(name)))

    @cached_property
    def spoken_by(self) -> frozenset[int]:
        """Where words end with which people say who they are."""
        return frozenset(m.end() for m in speaking().finditer(self.low))

    @cached_property
    def spoken_for(self) -> frozenset[int]:
        """Where words end with which they say whose they are."""
        return frozenset(m.end() for m in speakers().finditer(self.low))

    @cached_property
    def handles(self) -> tuple[str, ...]:
        return tuple(re.sub(r"[^a-z0-9]", "", m[0]) for m in _HANDLE.finditer(self.low))

    @cached_property
    def is_agencys(self) -> bool:
        """Whether the letter speaks of a client of its writer's."""
        return bool(self.agencies.names or self.agencies.stem or cue("client_of").search(self.low))

    @cached_property
    def spelt(self) -> frozenset[str]:
        return frozenset(c.core for c in self.candidates if self.stem and spells(c.name, self.stem))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        return {c.core: len({m.start for m in c.mentions if m.end}) for c in self.candidates}


def seen_letter(
    zones: Zones,
    source: BriefSource,
    people: frozenset[str],
    found: Sequence[Mention],
    called: frozenset[str],
    told: frozenset[str],
) -> SeenLetter:
    """The letter with its candidates: the names that the rules `found`, among them those `called` and `told`."""
    candidates = candidates_of(zones, source, found, writers_stem(zones, source), people)
    return SeenLetter(zones, source, agencies_of(source, zones), people, candidates, called, told)
