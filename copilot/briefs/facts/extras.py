"""What a brief asks for besides its pieces: a drone, a voice, composed music, and the like."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import names
from store.proposals.facts import Quote

REFUSED = re.compile(
    r"\b(?:no|not|without|nor|neither|don'?t|never|kein\w*|ohne|nicht|weder|pas|sans|ni|aucune?|jamais|sin|ningun\w*|"
    r"tampoco|senza|nessun\w*|non|sem|nenhum\w*|nao|geen|zonder|niet|ingen|inget|inte|utan|uden|ikke|intet|uten)\b"
    r"[^.;:!?]{0,40}$"
)
_OURS = re.compile(
    r"\b(?:we(?:'ll| will|'ve)? (?:provide|supply|have|bring)|provided by us|wir (?:stellen|haben|liefern|bringen)|"
    r"nous (?:fournissons|avons)|aportamos|ponemos nosotros|tenemos|forniamo noi|fornecemos|wij (?:leveren|hebben)|"
    r"vi (?:har|star for|ordnar|leverer))\b"
)
ELSEWHERE = frozenset(("pitch", "aside", "client", "agency", "contact", "title"))


def read_extras(zones: Zones) -> Read[tuple[str, ...]]:
    """Return what is asked for, each once with its first words; not what is refused or what the client brings."""
    quotes: dict[str, Quote] = {}
    for unit in zones.units:
        if unit.aside or unit.topic in ELSEWHERE or _OURS.search(unit.low):
            continue
        for name, pattern in names("extras"):
            found = None if name in quotes else pattern.search(unit.low)
            if found and not REFUSED.search(unit.low[: found.start()]):
                quotes[name] = zones.wanted.quote(unit.start + found.start(), unit.start + found.end())
    return Read(tuple(quotes), tuple(quotes.values()))
