"""Who only passes a brand's wish on: the agencies a brief names or comes from. None of them is the client."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.briefs.facts.client.signed import spells, stem_of
from copilot.briefs.facts.letter.names import NAME, labelled, names_after, tidy
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, folded


@dataclass(frozen=True)
class Agencies:
    """The names and the domain of agencies."""

    names: tuple[str, ...]
    stem: str

    def speaks_of(self, name: str) -> bool:
        """Whether a name is one of theirs."""
        low = folded(name)
        said = any(low.startswith(other) or other.startswith(low) for other in self.names)
        return said or bool(self.stem and spells(name, self.stem))


def agencies_of(source: BriefSource, zones: Zones) -> Agencies:
    """Those labelled or called so, and whoever passed on another company's mail."""
    outer = stem_of(source.sender_email, source)
    return Agencies(
        tuple(folded(name) for name in (_named(zones),) if name), outer if passed_on_by(source, zones) else ""
    )


def passed_on_by(source: BriefSource, zones: Zones) -> bool:
    """Whether the sender, none of us, passes a client's mail on as an agency: it names the client or the way back."""
    address = (source.sender_email or "").lower()
    if not zones.is_forward or not address or address.rpartition("@")[2] in source.own_domains:
        return False
    inner = (zones.email or "").lower().rpartition("@")[2]
    above = folded(zones.outer.text)
    told = cue("client_of").search(above) or cue("agency").search(above)
    return inner != address.rpartition("@")[2] and bool(told or (inner and _THROUGH_THEM.search(above)))


_THROUGH_THEM = re.compile(
    r"\b(?:(?:the|our|from the|a) (?:end )?client|(?:vom|der|unser|unserem|beim) kunden?|(?:le|notre|du) client|(?:el|"
    r"del|nuestro) cliente|client[ei]s? (?:antig\w+|nost\w+)|"
    r"(?:il|del|nostro) cliente|(?:o|do|nosso) cliente|(?:de|onze|van de) klant|(?:var|fran|fra|vores|var) kund(?:en?|"
    r"er)?|kunden (?:vill|vil|har)|"
    r"(?:via|through|to|by|with) (?:me|us)\b(?: not| rather| and not|,|\.|;| please)|(?:uber|bei|an) (?:mich|uns|"
    r"mir)\b|(?:via|door|aan) (?:mij|ons)|(?:via|till|til|genom|gjennom|gennem) "
    r"(?:mig|meg|oss|os)|(?:par|via|a) (?:moi|nous)\b|(?:a|con|por) (?:nosotros|mi|nos)\b|conmigo|comigo|connosco|con "
    r"me|tramite (?:me|noi)|a noi|"
    r"(?:invoice|bill) us|rechnung an uns)(?!\w)"
)
"""An agency passes on its client's wish and wants to be answered itself; a colleague only passes a mail on."""


def _named(zones: Zones) -> str | None:
    unit = labelled(zones, "agency")
    if unit:
        return tidy(re.split(r"[,(;|]", unit.text)[0])
    for name, _, _ in names_after(zones.wanted, cue("agency"), r"[\s:,]{1,3}"):
        return tidy(name)
    m = re.search(
        rf"({NAME})[ ]\((?:[\w ]{{0,40}}(?:agency|agentur|bureau|byrå)|agence|agencia)",
        zones.wanted.text,
    )
    return tidy(m[1]) if m else None
