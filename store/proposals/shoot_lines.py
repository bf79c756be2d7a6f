"""What preparing and shooting costs: crew, kit, places, travel and talent, rule by rule."""

from __future__ import annotations

from decimal import Decimal

from store.proposals.facts import BriefFacts
from store.proposals.lines import LineBook
from store.proposals.rules import PricingRules, Role, Scale, StillsCrew
from store.proposals.scope import Scope
from store.proposals.supplied import heads_to_pay
from store.proposals.usage import usage_units
from store.proposals.wording import count, plain

_SHOOT_FACTS = ("shoot_days", "shoot_dates")


def add_shoot(book: LineBook, facts: BriefFacts, scope: Scope, rules: PricingRules) -> None:
    """Add every line that a shoot brings; nothing when nothing is shot."""
    if scope.crew is None:
        return
    stated = tuple(name for name in _SHOOT_FACTS if getattr(facts, name)) if scope.shooting.stated else ()
    stated = stated[:1] or ("deliverables",)
    _add_set(book, facts, scope.crew, scope.shooting.days, rules, stated)
    _add_set(book, facts, "stills_beside_film", scope.shooting.beside_days, rules, ("deliverables",))
    _add_set(book, facts, "stills", scope.shooting.after_days, rules, ("deliverables",))
    _add_places(book, facts, scope, rules, stated)
    _add_travel(book, facts, scope, rules)
    _add_talent(book, facts, scope, rules)


def heads_on_set(scope: Scope, rules: PricingRules) -> int:
    """Return how many of the crew are on set, a stills photographer's team beside the film crew included."""
    if scope.crew is None:
        return 0
    heads = sum(role.heads for role in rules.crew[scope.crew].values())
    beside = rules.crew["stills_beside_film"].values() if scope.shooting.beside_days else ()
    return heads + sum(role.heads for role in beside)


def _add_set(
    book: LineBook,
    facts: BriefFacts,
    crew: Scale | StillsCrew,
    days: Decimal,
    rules: PricingRules,
    stated: tuple[str, ...],
) -> None:
    """Add a crew and its kit for so many days on set; nothing, and no preparation, for none."""
    if days:
        _add_crew(book, crew, days, rules, stated)
        for code in rules.kit[crew]:
            if heads_to_pay(facts, rules, code, 1):
                book.add(code, days, f"kit.{crew}", f"{count(days, 'shoot day')}", facts=stated)


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


def _add_places(book: LineBook, facts: BriefFacts, scope: Scope, rules: PricingRules, stated: tuple[str, ...]) -> None:
    place = rules.location
    if scope.at_least(place.permit_from):
        why = f"{count(scope.places.locations, 'location')}, crew {scope.crew}"
        book.add(place.permit, scope.places.locations, "location.permit", why, facts=("locations",))
    if scope.at_least(place.catering_from):
        all_heads = heads_on_set(scope, rules) + scope.talents + scope.background + place.client_heads
        heads = heads_to_pay(facts, rules, place.catering, all_heads)
        who = f"{count(heads, 'head')} ({_who(scope)}, {place.client_heads} of the client{_fewer(all_heads, heads)})"
        why = f"{who} × {count(scope.shooting.days, 'shoot day')}"
        book.add(place.catering, heads * scope.shooting.days, "location.catering", why, facts=stated)


def _who(scope: Scope) -> str:
    return "crew, talent, extras" if scope.background else "crew, talent"


def _fewer(all_heads: int, heads: int) -> str:
    return f"; {all_heads - heads} looked after by the client" if heads < all_heads else ""


def _add_travel(book: LineBook, facts: BriefFacts, scope: Scope, rules: PricingRules) -> None:
    """A trip to each place away from home: fares, travel days, nights and per diems for each head."""
    if not scope.places.away:
        return
    travel = rules.travel
    heads = heads_on_set(scope, rules) + scope.talents
    nights, trips = scope.places.nights, scope.places.trips
    travel_days = trips * travel.travel_days_per_head
    where = ", ".join(scope.places.away)
    read = ("locations", "shoot_dates")
    onward = trips - scope.places.returns
    why = f"{count(heads, 'head')} × {count(scope.places.returns, 'trip')} to {where}"
    why += f", and {count(onward, 'journey')} on at {plain(travel.onward)} of a fare" if onward else ""
    book.add(travel.fare, heads * (scope.places.returns + onward * travel.onward), "travel.fare", why, facts=read)
    beds = heads_to_pay(facts, rules, travel.hotel, heads)
    why = f"{count(beds, 'head')} × {count(nights, 'night')} in {where}{_fewer(heads, beds)}"
    book.add(travel.hotel, beds * nights, "travel.hotel", why, facts=read)
    days = nights + travel_days
    why = f"{count(heads, 'head')} × {count(days, 'day')} (shoot and travel)"
    book.add(travel.per_diem, heads * days, "travel.per_diem", why, facts=read)
    crew = heads - scope.talents
    why = f"{crew} crew × {count(travel_days, 'travel day')}"
    book.add(travel.travel_day, crew * travel_days, "travel.travel_day", why, facts=read)


def _add_talent(book: LineBook, facts: BriefFacts, scope: Scope, rules: PricingRules) -> None:
    talent, heads = rules.talent, scope.talents
    why = f"{count(scope.background, 'extra')} × {count(scope.shoot_days, 'shoot day')}"
    book.add(talent.background, scope.background * scope.shoot_days, "talent.background", why, facts=("cast",))
    if not heads:
        return
    who = ("cast",) if facts.cast else ("usage",)
    fixed, each = talent.casting_days
    why = f"{count(fixed, 'day')} + {plain(each)} for each of {count(heads, 'featured talent')}"
    book.add(talent.casting, fixed + each * heads, "talent.casting", why, facts=who)
    why = f"{count(heads, 'featured talent')} × {count(scope.shoot_days, 'shoot day')}"
    book.add(talent.fee, heads * scope.shoot_days, "talent.fee", why, facts=who)
    book.add(talent.wardrobe, heads, "talent.wardrobe", f"{count(heads, 'featured talent')}", facts=who)
    book.add(talent.agency, heads, "talent.agency", f"{count(heads, 'featured talent')}", facts=who)
    usage = usage_units(facts.usage, rules.usage)
    why = f"{count(heads, 'featured talent')} × {usage.explanation}"
    book.add(rules.usage.item, heads * usage.units, "usage.buy_out", why, facts=tuple(dict.fromkeys((*who, "usage"))))


def _heads(role: Role) -> str:
    return f"{role.heads} × " if role.heads != 1 else ""
