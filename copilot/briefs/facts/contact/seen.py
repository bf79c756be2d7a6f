"""A letter as its people are seen: whose addresses it gives, where it says whom to ask, and who closes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from copilot.briefs.facts.client.small import speaking
from copilot.briefs.facts.contact.phones import PHONE
from copilot.briefs.facts.contact.told import CALLED, TALK_TO
from copilot.briefs.facts.letter.candidates import Candidate
from copilot.briefs.facts.letter.names import EMAIL
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded, names

_FEW = 70


@dataclass(frozen=True)
class SignedLetter:
    """What the features of names are seen against; `address` is the one that the letter gives to answer to."""

    source: BriefSource
    zones: Zones
    address: str | None
    candidates: Sequence[Candidate]

    @cached_property
    def text(self) -> str:
        return self.zones.shown.text

    @cached_property
    def low(self) -> str:
        return folded(self.text)

    @cached_property
    def words(self) -> str:
        return " " + " ".join(re.findall(r"\w+", self.low)) + " "

    @cached_property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Every address with what kind it is: the one to answer to, the sender's, or another of the letter."""
        own = {self.address: "address", self.source.sender_email: "sender address", self.zones.email: "author address"}
        kinds = {folded(address): kind for address, kind in own.items() if address}
        return tuple(kinds.items()) + tuple(
            (low, "other address") for m in EMAIL.finditer(self.low) if (low := m[0].rstrip(".")) not in kinds
        )

    @cached_property
    def small(self) -> str:
        """The words written small, which no name is."""
        return " " + " ".join(folded(word) for word in re.findall(r"(?<![\w@.])[a-zà-ÿ]\w+(?![@\w])", self.text)) + " "

    @cached_property
    def spelt(self) -> bool:
        """Whether somebody's name is spelt in the address to answer to."""
        local = folded(self.address or "").partition("@")[0]
        return any(spelling(c.core.split(), local) for c in self.candidates)

    @cached_property
    def asking(self) -> tuple[int, ...]:
        """Where words end that say whom to ask."""
        return tuple(m.end() for m in TALK_TO.finditer(self.low))

    @cached_property
    def called(self) -> frozenset[int]:
        """Where words end behind which somebody says their own name."""
        return frozenset(m.end() for m in CALLED.finditer(self.low))

    @cached_property
    def speaking(self) -> frozenset[int]:
        """Where words end that may announce who speaks: "c'est ", "hier ist "."""
        return frozenset(m.end() for m in speaking().finditer(self.low))

    @cached_property
    def begins(self) -> int:
        return len(self.zones.wanted.text) - len(self.zones.wanted.text.lstrip())

    @cached_property
    def reach(self) -> tuple[int, ...]:
        """Where addresses and numbers stand."""
        found = [m.start() for m in EMAIL.finditer(self.text)]
        return tuple(sorted(found + [m.start() for m in PHONE.finditer(self.text)]))

    @cached_property
    def ends(self) -> int:
        return len(self.zones.voiced.text.rstrip())

    @cached_property
    def formulas(self) -> tuple[int, ...]:
        """Where closing formulas end."""
        return tuple(m.end() for m in dict(names("sign_offs"))["formula"].finditer(self.low))

    @cached_property
    def form(self) -> tuple[str, ...]:
        zones = self.zones
        kinds = (
            ("mail", self.source.sender_email is not None),
            ("chat", zones.is_chat),
            ("forward", zones.is_forward),
            ("short", len(self.low) < 700),
            ("note", len(self.zones.wanted.text.split()) < _FEW),
        )
        return tuple(kind for kind, holds in kinds if holds) or ("letter",)


def spelling(words: list[str], local: str) -> str:
    """How a name is spelt before the @: by all its words, by one of them, or by initials."""
    parts = re.split(r"[._+-]", local)
    squeezed = re.sub(r"[^a-z]", "", local)
    long = [word for word in words if len(word) > 1]
    if len(long) > 1 and all(word in squeezed for word in long):
        return "spelt whole"
    if any(word in parts for word in long):
        return "spelt"
    if len(words) > 1 and squeezed in (
        words[0][:1] + words[-1],
        words[0] + words[-1][:1],
        words[0][:1] + words[-1][:1],
    ):
        return "spelt by initials"
    return "spelt within" if any(len(word) > 3 and word in squeezed for word in long) else ""
