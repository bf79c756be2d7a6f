"""Shoot days given a place: "one day per depot" at three named towns are three days."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.pieces.per_each import EACH_OF
from copilot.briefs.facts.words import folded, names
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.numbers import find_numbers

_PLACE = re.compile(
    r"(?:site|location|city|town|branch|depot|store|shop|venue|place|office|plant|factory|warehouse|hotel|restaurant|"
    r"standort|drehort|stadt|filiale|niederlassung|werk|betrieb|lieu|ville|site|agence|magasin|boutique|usine|depot|"
    r"ciudad|sede|tienda|localizacion|lugar|planta|locatie|stad|vestiging|winkel|filiaal|plats|ort|butik|kontor|depa|"
    r"by|sted|lokation|lokasjon|butikk|anlegg|citta|luogo|negozio|filiale|stabilimento|cidade|local|loja|fabrica)"
    r"(?:e?s|n|en)?\b"
)


@cache
def _a_venue() -> re.Pattern[str]:
    kinds = dict(names("venues"))
    return re.compile(rf"{kinds['venue'].pattern}|{kinds['counted'].pattern}|{kinds['german_venue'].pattern}")


_VISIT = (
    r"(?:visit|trip|session|shoot|attendance|slot|block|besuch|termin|dreh|einsatz|visite|deplacement|seance|session|"
    r"tournage|visita|sesion|rodaje|viaje|bezoek|sessie|draai|opname|besok|tillfalle|inspelning|besog|optagelse|besok|"
    r"opptak|uscita|sessione|ripresa|deslocac|sessao|filmagem)\w*"
)
_VISITS_OF = re.compile(
    rf"(?:\s?\(\d{{1,2}}\))?\s(?:[a-z]+\s)?{_VISIT}(?:\s(?:de|di|of|van)\s{_VISIT})?\s?(?:,|\(|:|-|of|a|von|zu|mit|d'|de|van|pa|om|di|com|x|each|je)?"
    r"(?:\s(?:of|mit|je|a))?\s?$"
)
_FULL = 3  # days; more than that is no share of one place or visit


def days_per_place(
    zones: Zones, language: str, stated: Decimal | None, places: int
) -> tuple[Decimal, tuple[int, int]] | None:
    """Days times the places or visits they are given to, with the words' span; None where they are given none.

    A total stated elsewhere in the brief stands: only days that equal the share of one place are multiplied.
    """
    text = zones.wanted.text
    low = folded(text)
    for found in find_day_counts(text, language):
        if found.value.kind not in ("shoot", "unknown") or stated not in (None, found.value.days):
            continue
        if found.value.days > _FULL:
            continue
        visits = _visits_before(low, found.start, language)
        if visits:
            return found.value.days * visits[0], (visits[1], found.end)
        each = EACH_OF.match(low, found.end + len(low[found.end :]) - len(low[found.end :].lstrip(" ,")))
        if each is None:
            continue
        counted = find_numbers(low[each.end() : each.end() + 20], language)
        at = each.end() + counted[0].end + 1 if counted and counted[0].start == 0 else each.end()
        place = _PLACE.match(low, at) or _a_venue().match(low, at)
        many = int(counted[0].value) if at != each.end() else places
        if place and 2 <= many <= 12:
            return found.value.days * many, (found.start, place.end())
    return None


def _visits_before(low: str, start: int, language: str) -> tuple[int, int] | None:
    """How many visits the days right after them are for, and where that begins: "three visits of one day each"."""
    lead = low[max(0, start - 45) : start]
    for number in reversed(find_numbers(lead, language)):
        if 2 <= number.value <= 12 and number.value == int(number.value):
            of = _VISITS_OF.match(lead, number.end)
            if of and _EACH_BEFORE_OR_AFTER.search(low[start - 8 : start + 30]):
                return int(number.value), max(0, start - 45) + number.start
    return None


_EACH_BEFORE_OR_AFTER = re.compile(
    r"\b(?:each|apiece|jeweils|je|chacun\w*|cada|elk|vardera|var|hver|ciascun\w*|of|of an?|d'|de|di|van|von|a|pa|om)\b"
)
