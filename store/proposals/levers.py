"""Levers: concrete ways to bring a price down, each one priced again by the very function that priced the brief.

The invariant: a lever's new total is a computed price, not a guess; a lever that saves nothing is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from store.kernel.money import Money
from store.proposals.estimate import Desk, Estimate, estimate
from store.proposals.facts import BriefFacts, Deliverable, Usage
from store.proposals.rules import PricingRules
from store.proposals.scope import AS_RULED, Choices
from store.proposals.usage import usage_units
from store.proposals.wording import count, plain

# By what the audience would notice: nothing, then fewer or shorter uses, then less on the screen.
_MILDEST_FIRST = (
    "thinner_contingency",
    "included_rounds",
    "remote_grade",
    "shorter_usage",
    "fewer_formats",
    "one_language",
    "fewer_pieces",
    "fewer_shoot_days",
    "smaller_crew",
    "shoot_at_home",
)


@dataclass(frozen=True, slots=True)
class Lever:
    """One way to save: totals are on the basis that the client's budget is stated on (with or without tax)."""

    code: str
    description: str
    new_total: Money
    saving: Money
    fits: bool


@dataclass(frozen=True, slots=True)
class _Pull:
    """A lever before it is priced: the job as it would be then."""

    code: str
    description: str
    facts: BriefFacts
    desk: Desk
    choices: Choices = AS_RULED


def find_levers(
    facts: BriefFacts, desk: Desk, priced: Estimate, ceiling: Money, *, with_tax: bool
) -> tuple[Lever, ...]:
    """Return the levers that save something: those that fit the budget, the mildest first, then those that save most.

    What changes the very nature of the job comes after both: leaving the large crew, then a place that may not be ours
    to choose. When none fits alone, the last one is all of them together. `ceiling` and every total are with tax or
    without it as `with_tax` says.
    """
    before = priced.total if with_tax else priced.total_ex_tax
    pulls = tuple(_pulls(facts, desk, priced))
    levers = [_priced(pull, before, ceiling, with_tax=with_tax) for pull in pulls]
    useful = [(lever, pull) for lever, pull in zip(levers, pulls, strict=True) if lever.saving.minor > 0]
    large = priced.scope.scale == "large"
    ranked = sorted((lever for lever, _ in useful), key=lambda lever: _rank(lever, large=large))
    if len(useful) > 1 and not any(lever.fits for lever in ranked):
        together = _together([pull for _, pull in useful], facts, desk)
        ranked.append(_priced(together, before, ceiling, with_tax=with_tax))
    return tuple(ranked)


def _rank(lever: Lever, *, large: bool) -> tuple[int, bool, int]:
    drastic = 2 if lever.code == "shoot_at_home" else 1 if large and lever.code == "smaller_crew" else 0
    return drastic, not lever.fits, _MILDEST_FIRST.index(lever.code) if lever.fits else -lever.saving.minor


def _priced(pull: _Pull, before: Money, ceiling: Money, *, with_tax: bool) -> Lever:
    after = estimate(pull.facts, pull.desk, pull.choices)
    new_total = after.total if with_tax else after.total_ex_tax
    return Lever(pull.code, pull.description, new_total, before - new_total, new_total <= ceiling)


def _pulls(facts: BriefFacts, desk: Desk, priced: Estimate) -> Iterator[_Pull]:
    scope, rules = priced.scope, desk.rules
    shortest = rules.shoot.minimum_days
    if scope.shoot_days > shortest:
        left = max(shortest, scope.shoot_days - 1)
        text = f"Shoot {plain(left)} instead of {count(scope.shoot_days, 'day')}."
        yield _Pull("fewer_shoot_days", text, facts.model_copy(update={"shoot_days": left}), desk)
    if scope.scale not in (None, "solo"):
        choices = Choices(crew_steps_down=1)
        text = _smaller_crew(priced, estimate(facts, desk, choices))
        yield _Pull("smaller_crew", text, facts, desk, choices)
    if any(len(set(piece.aspect_ratios)) > 1 for piece in facts.deliverables):
        first = _each(facts, lambda piece: piece.model_copy(update={"aspect_ratios": piece.aspect_ratios[:1]}))
        yield _Pull("fewer_formats", "Deliver each piece in one picture format.", first, desk)
    if optional := [piece for piece in facts.deliverables if piece.quantity > 1 and rules.kind(piece.kind).optional]:
        text = f"Make half as many of: {', '.join(piece.name for piece in optional)}."
        half = _each(facts, lambda piece: _halved(piece, rules))
        yield _Pull("fewer_pieces", text, half, desk)
    if scope.places.away:
        text = f"If the place may be ours to choose: shoot in or near {rules.studio.home[0]}."
        yield _Pull("shoot_at_home", text, facts, desk, Choices(at_home=True))
    if len(facts.languages) > 1:
        names = ("languages", "spoken_languages", "subtitled_languages")
        kept = {name: tuple(set(getattr(facts, name)) & set(facts.languages[:1])) for name in names}
        one = facts.model_copy(update=kept)
        yield _Pull("one_language", f"Deliver in {facts.languages[0]} only.", one, desk)
    if scope.extra_rounds:
        text = f"Keep to the {rules.revisions.included_rounds} revision rounds that are included."
        fewer = facts.model_copy(update={"revision_rounds": rules.revisions.included_rounds})
        yield _Pull("included_rounds", text, fewer, desk)
    if scope.talents:
        yield from _shorter_usage(facts, desk)
    yield _Pull(
        "remote_grade", "Grade remotely instead of in the grading suite.", facts, desk, Choices(remote_grade=True)
    )
    lowest = rules.mark_up.minimum_contingency_percent
    if lowest < rules.mark_up.contingency_percent:
        text = f"Hold {plain(lowest)} % contingency; less is left for the unforeseen."
        thinner = rules.mark_up.model_copy(update={"contingency_percent": lowest})
        desk_then = replace(desk, rules=rules.model_copy(update={"mark_up": thinner}))
        yield _Pull("thinner_contingency", text, facts, desk_then)


def _smaller_crew(before: Estimate, after: Estimate) -> str:
    """Name what the smaller crew goes without, and what stands in for some of it, in the rate card's words.

    The first sentence stands by itself, where there is no room for the lists.
    """
    had, has = _items(before), _items(after)
    text = f"Shoot with a {after.scope.scale} crew instead of a {before.scope.scale} one."
    gone = [name for code, name in had.items() if code not in has]
    if after.scope.talents < before.scope.talents:
        gone.append(count(before.scope.talents - after.scope.talents, "featured talent"))
    if gone:
        text += f" It goes without: {'; '.join(gone)}."
    if new := [name for code, name in has.items() if code not in had]:
        text += f" In their place: {'; '.join(new)}."
    return text


def _items(priced: Estimate) -> dict[str, str]:
    """What the lines buy, by rate code: the item's own name, without the detail of the line."""
    return {line.source.rate_code: line.description.split(": ")[0] for line in priced.lines if line.source.rate_code}


def _shorter_usage(facts: BriefFacts, desk: Desk) -> Iterator[_Pull]:
    """Buy the usage for the next shorter term of the rule book; renewals are paid when they come.

    Use for ever is priced by the last term, so the one before it is the next shorter.
    """
    terms = desk.rules.usage.terms
    months = usage_units(facts.usage, desk.rules.usage).months or terms[-1][0]
    shorter = [up_to for up_to, _ in terms if up_to < months]
    if shorter:
        usage = (facts.usage or Usage()).model_copy(update={"months": shorter[-1], "perpetual": False})
        text = f"Buy the usage for {shorter[-1]} months, with a priced option to renew."
        yield _Pull("shorter_usage", text, facts.model_copy(update={"usage": usage}), desk)


def _together(pulls: list[_Pull], facts: BriefFacts, desk: Desk) -> _Pull:
    """All levers at once: every field that one of them changed is changed."""
    names = ("shoot_days", "revision_rounds", "languages", "spoken_languages", "subtitled_languages", "usage")
    changes = {n: getattr(p.facts, n) for p in pulls for n in names if getattr(p.facts, n) != getattr(facts, n)}
    codes = {pull.code for pull in pulls}

    def lean(piece: Deliverable) -> Deliverable:
        formats = piece.aspect_ratios[:1] if "fewer_formats" in codes else piece.aspect_ratios
        fewer = _halved(piece, desk.rules) if "fewer_pieces" in codes else piece
        return fewer.model_copy(update={"aspect_ratios": formats})

    choices = Choices(
        crew_steps_down=max(pull.choices.crew_steps_down for pull in pulls),
        remote_grade=any(pull.choices.remote_grade for pull in pulls),
        at_home=any(pull.choices.at_home for pull in pulls),
    )
    desk_then = next((pull.desk for pull in pulls if pull.desk is not desk), desk)
    leaner = _each(facts, lean).model_copy(update=changes)
    return _Pull("all_together", "All of these together.", leaner, desk_then, choices)


def _each(facts: BriefFacts, change: Callable[[Deliverable], Deliverable]) -> BriefFacts:
    return facts.model_copy(update={"deliverables": tuple(change(piece) for piece in facts.deliverables)})


def _halved(piece: Deliverable, rules: PricingRules) -> Deliverable:
    """Half as many pieces, rounded up, of a kind that a campaign can do with fewer of; other kinds stay."""
    if not rules.kind(piece.kind).optional:
        return piece
    return piece.model_copy(update={"quantity": -(-piece.quantity // 2)})
