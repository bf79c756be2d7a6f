"""What a brief asks for besides its pieces, of which no line is priced: a drone, a voice, composed music, and the like.

Left unsaid, it would be found out on the shoot. So it is said, with the brief's words, and priced by a person.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.words import names
from copilot.briefs.facts.zones import Zones
from store.proposals.facts import BriefWarning, Quote

_REFUSED = re.compile(
    r"\b(?:no|not|without|nor|neither|don'?t|never|kein\w*|ohne|nicht|weder|pas|sans|ni|aucune?|jamais|sin|ningun\w*|"
    r"tampoco|senza|nessun\w*|non|sem|nenhum\w*|nao|geen|zonder|niet|ingen|inget|inte|utan|uden|ikke|intet|uten)\b"
    r"[^.;:!?]{0,40}$"
)
_OURS = re.compile(
    r"\b(?:we(?:'ll| will|'ve)? (?:provide|supply|have|bring)|provided by us|wir (?:stellen|haben|liefern|bringen)|"
    r"nous (?:fournissons|avons)|aportamos|ponemos nosotros|tenemos|forniamo noi|fornecemos|wij (?:leveren|hebben)|"
    r"vi (?:har|star for|ordnar|leverer))\b"
)
_ELSEWHERE = frozenset(("pitch", "aside", "client", "agency", "contact", "title"))
_PRICED_BY = {"voice-over": "animation"}  # these kinds have it in their own lines


def extras_asked_for(zones: Zones, kinds: frozenset[str]) -> list[BriefWarning]:
    """Return one warning (`not_priced`) that names them all, each quoted once; none when nothing is asked for.

    `kinds` are those of the pieces: a film that is drawn has its voice among its lines.
    """
    quotes: dict[str, Quote] = {}
    for unit in zones.units:
        if unit.aside or unit.topic in _ELSEWHERE or _OURS.search(unit.low):
            continue
        for name, pattern in names("extras"):
            found = None if name in quotes or _PRICED_BY.get(name) in kinds else pattern.search(unit.low)
            if found and not _REFUSED.search(unit.low[: found.start()]):
                quotes[name] = zones.wanted.quote(unit.start + found.start(), unit.start + found.end())
    if not quotes:
        return []
    message = f"Asked for, and no line is priced for it: {', '.join(quotes)}. Add a line, or agree that it is left out."
    return [BriefWarning(code="not_priced", message=message, quotes=tuple(quotes.values()))]
