"""What preparing and shooting costs: crew, kit, places, travel and talent, rule by rule."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from store.proposals.facts import BriefFacts
from store.proposals.lines import LineBook
from store.proposals.rules import PricingRules, Role, Scale, StillsCrew
from store.proposals.scope import Scope
from store.proposals.usage import usage_units
from store.proposals.wording import count, plain

_SHOOT_FACTS = ("shoot_days", "shoot_dates")


def add_shoot(book: LineBook, facts: BriefFacts, scope: Scope, rules: PricingRules) -> None:
    """Add every line that a shoot brings; nothing when nothing is shot."""
    if scope.crew is None:
        return
    stated = tuple(name for name in _SHOOT_FACTS if getattr(facts, name)) if scope.shooting.stated else ()
    stated = stated[:1] or ("deliverables",)
    _add_set(book, scope.crew, scope.shooting.days, rules, stated)
    _add_set(book, "stills_beside_film", scope.shooting.beside_days, rules, ("deliverables",))
    _add_set(book, "stills", scope.shooting.after_days, rules, ("deliverables",))
    _add_places(book, scope, rules, stated)
    _add_travel(book, scope, rules)
    _add_talent(book, facts, scope, rules)


def heads_on_set(scope: Scope, rules: PricingRules) -> int:
    """Return how many of the crew are on set, a stills photographer's team beside the film crew included."""
    if scope.crew is None:
        return 0
    heads = sum(role.heads for role in rules.crew[scope.crew].values())
    beside = rules.crew["stills_beside_film"].values() if scope.shooting.beside_days else ()
    return heads + sum(role.heads for role in beside)


def _add_set(
    book: LineBook, crew: Scale | StillsCrew, days: Decimal, rules: PricingRules, stated: tuple[str, ...]
) -> None:
    """Add a crew and its kit for so many days on set; nothing, and no preparation, for none."""
    if days:
        _add_crew(book, crew, days, rules, stated)
        _add_kit(book, crew, days, rules, stated)


def _add_crew(
    book: LineBook, crew: Scale | StillsCrew, days: Decimal, rules: PricingRules, stated: tuple[str, ...]
) -> None:
    for name, role in rules.crew[crew].items():
        rule = f"crew.{crew}.{name}"
        book.add(role.rate, role.heads * days, rule, f"{_heads(role)}{count(days, 'shoot day')}", facts=stated)
        fixed, each = role.prep
        why = f"{_heads(role)}{count(fixed, 'day')} + {plain(each)} for each of {count(days, 'shoot day')}"
        prep = role.heads * (fixed + each * days)
        book.add(role.rate, prep, f"{rule}.prep", why, facts=stated, detail="preparation", prep=True)


def _add_kit(
    book: LineBook, crew: Scale | StillsCrew, days: Decimal, rules: PricingRules, stated: tuple[str, ...]
) -> None:
    for code in rules.kit[crew]:
        book.add(code, days, f"kit.{crew}", f"{count(days, 'shoot day')}", facts=stated)


def _add_places(book: LineBook, scope: Scope, rules: PricingRules, stated: tuple[str, ...]) -> None:
    place = rules.location
    if scope.at_least(place.permit_from):
        why = f"{count(scope.places.locations, 'location')}, crew {scope.crew}"
        book.add(place.permit, scope.places.locations, "location.permit", why, facts=("locations",))
    if scope.at_least(place.catering_from):
        heads = heads_on_set(scope, rules) + scope.talents + place.client_heads
        who = f"{count(heads, 'head')} (crew, talent, {place.client_heads} of the client)"
        why = f"{who} × {count(scope.shooting.days, 'shoot day')}"
        book.add(place.catering, heads * scope.shooting.days, "location.catering", why, facts=stated)


def _add_travel(book: LineBook, scope: Scope, rules: PricingRules) -> None:
    """A trip to each place away from home: fares, travel days, nights and per diems for each head."""
    if not scope.places.away:
        return
    travel = rules.travel
    heads = heads_on_set(scope, rules) + scope.talents
    nights = int(scope.places.away_days.to_integral_value(ROUND_CEILING))
    trips = min(len(scope.places.away), nights)
    travel_days = trips * travel.travel_days_per_head
    where = ", ".join(scope.places.away)
    facts = ("locations",)
    book.add(
        travel.fare,
        heads * trips,
        "travel.fare",
        f"{count(heads, 'head')} × {count(trips, 'trip')} to {where}",
        facts=facts,
    )
    why = f"{count(heads, 'head')} × {count(nights, 'night')} in {where}"
    book.add(travel.hotel, heads * nights, "travel.hotel", why, facts=facts)
    days = nights + travel_days
    why = f"{count(heads, 'head')} × {count(days, 'day')} (shoot and travel)"
    book.add(travel.per_diem, heads * days, "travel.per_diem", why, facts=facts)
    crew = heads - scope.talents
    why = f"{crew} crew × {count(travel_days, 'travel day')}"
    book.add(travel.travel_day, crew * travel_days, "travel.travel_day", why, facts=facts)


def _add_talent(book: LineBook, facts: BriefFacts, scope: Scope, rules: PricingRules) -> None:
    if not scope.talents:
        return
    talent, heads = rules.talent, scope.talents
    fixed, each = talent.casting_days
    why = f"{count(fixed, 'day')} + {plain(each)} for each of {count(heads, 'featured talent')}"
    book.add(talent.casting, fixed + each * heads, "talent.casting", why, facts=("usage",))
    why = f"{count(heads, 'featured talent')} × {count(scope.shoot_days, 'shoot day')}"
    book.add(talent.fee, heads * scope.shoot_days, "talent.fee", why, facts=("usage",))
    book.add(talent.wardrobe, heads, "talent.wardrobe", f"{count(heads, 'featured talent')}", facts=("usage",))
    book.add(talent.agency, heads, "talent.agency", f"{count(heads, 'featured talent')}", facts=("usage",))
    usage = usage_units(facts.usage, rules.usage)
    why = f"{count(heads, 'featured talent')} × {usage.explanation}"
    book.add(rules.usage.item, heads * usage.units, "usage.buy_out", why, facts=("usage",))


def _heads(role: Role) -> str:
    return f"{role.heads} × " if role.heads != 1 else ""
