"""Shoot days given a place: "one day per depot" at three named towns are three days."""

from __future__ import annotations

import re
from decimal import Decimal

from copilot.briefs.facts.per_each import EACH_OF
from copilot.briefs.facts.words import folded
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.days import find_day_counts

_PLACE = re.compile(
    r"(?:site|location|city|town|branch|depot|store|shop|venue|place|office|plant|factory|warehouse|hotel|restaurant|"
    r"standort|drehort|stadt|filiale|niederlassung|werk|betrieb|lieu|ville|site|agence|magasin|boutique|usine|depot|"
    r"ciudad|sede|tienda|localizacion|lugar|planta|locatie|stad|vestiging|winkel|filiaal|plats|ort|butik|kontor|depa|"
    r"by|sted|lokation|lokasjon|butikk|anlegg|citta|luogo|negozio|filiale|stabilimento|cidade|local|loja|fabrica)"
    r"(?:e?s|n|en)?\b"
)


def days_per_place(
    zones: Zones, language: str, stated: Decimal | None, places: int
) -> tuple[Decimal, tuple[int, int]] | None:
    """Days times the named places, with the words' span; None where nothing is given a place.

    A total stated elsewhere in the brief stands: only days that equal the share of one place are multiplied.
    """
    low = folded(zones.wanted.text)
    for found in find_day_counts(zones.wanted.text, language) if 2 <= places <= 12 else ():
        if found.value.kind not in ("shoot", "unknown") or stated not in (None, found.value.days):
            continue
        each = EACH_OF.match(low, found.end + len(low[found.end :]) - len(low[found.end :].lstrip(" ,")))
        place = _PLACE.match(low, each.end()) if each else None
        if place and found.value.days <= 3:
            return found.value.days * places, (found.start, place.end())
    return None
