"""Where the shoot goes, and how many journeys and nights that takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from store.proposals.facts import BriefFacts
from store.proposals.pieces import Assumption
from store.proposals.rules import PricingRules
from store.proposals.usage import names_word
from store.proposals.wording import count

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Places:
    """Where the shoot goes: `away` needs travel and a bed, `near` a van, the rest is home.

    `trips` are the journeys to a place, `returns` those among them that start at home and lead back there: the others
    go on from the place before. `nights` are spent away, those of a weekend between two shoot days too.
    """

    locations: int
    away: tuple[str, ...]
    nights: int = 0
    trips: int = 0
    returns: int = 0


def settle_places(
    facts: BriefFacts, rules: PricingRules, shoot_days: Decimal, notes: list[Assumption], *, at_home: bool
) -> Places:
    """Sort the locations; shoot days are shared evenly among them. No location stated: home."""
    if not shoot_days:
        return Places(0, ())
    if not facts.locations:
        home = rules.studio.home[0]
        notes.append(Assumption("locations", f"The shoot is in {home}, without travel.", "studio.home"))
        return Places(1, ())
    no_bed = (*rules.studio.home, *rules.studio.near)
    away = () if at_home else tuple(place for place in facts.locations if not _is_one_of(place, no_bed))
    away_days = shoot_days * len(away) / len(facts.locations)
    nights = int(away_days.to_integral_value(ROUND_CEILING))
    weekend = len(rules.schedule.weekend)
    stays = _stays(facts.shoot_dates, weekend) if len(away) == len(facts.locations) else []
    free = sum(_free_days(stay) for stay in stays) if stays else max(0, nights - 1) // (_WEEK - weekend) * weekend
    if free:
        text = f"The crew stays away over the {count(free, 'free day')} between shoot days; the nights are priced."
        notes.append(Assumption("shoot_dates" if stays else "shoot_days", text, "travel.hotel"))
    trips = min(max(len(away), len(stays)), nights)
    returns = min(trips, max(1, len(stays))) if away else 0
    return Places(len(facts.locations), away, nights + free, trips, returns)


_ARTICLE = re.compile(r"(?:the|de|het|den|'s|la|le|les|los|las|el|il|die|der|das)[ -]")


def _is_one_of(place: str, known: tuple[str, ...]) -> bool:
    """Tell whether a place names a known one, or is one without its article: "Hague" is The Hague."""
    return names_word(place, known) or _bare(place) in map(_bare, known)


def _bare(place: str) -> str:
    lowered = place.strip().casefold()
    return lowered[found.end() :] if (found := _ARTICLE.match(lowered)) else lowered


def _stays(shoot_dates: tuple[date, ...], weekend: int) -> list[list[date]]:
    """Shoot dates by stays: nobody travels home for a weekend, or less, between two of them."""
    stays: list[list[date]] = []
    for on in sorted(set(shoot_dates)):
        if stays and (on - stays[-1][-1]).days <= weekend + 1:
            stays[-1].append(on)
        else:
            stays.append([on])
    return stays


def _free_days(stay: list[date]) -> int:
    return (stay[-1] - stay[0]).days + 1 - len(stay)
