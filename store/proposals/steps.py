"""The steps of a job: which it has, how long each usually takes, and how they are pressed when time is short."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from store.proposals.facts import BriefFacts
from store.proposals.pieces import ZERO
from store.proposals.rules import PricingRules, Step
from store.proposals.scope import Scope


def job_steps(facts: BriefFacts, scope: Scope, rules: PricingRules) -> tuple[Step, ...]:
    """Return the steps this job has, each at its usual length; one feedback step for each revision round."""
    drawn = any(piece.rules.animation_days_per_second for piece in scope.pieces)
    cut = any(piece.edited and not piece.rules.animation_days_per_second for piece in scope.pieces)
    has = {
        "always": True,
        "shoot": scope.crew is not None,
        "away": bool(scope.places.away),
        "animation": drawn,
        "stills": scope.stills > 0,
        "cut": cut,
        "edit": cut or drawn,
        "versions": scope.languages.versions > 1
        or any(piece.formats > 1 or not (piece.rules.is_shot or piece.rules.stills) for piece in scope.pieces if cut),
        "feedback": bool(scope.pieces),
    }
    rounds = rules.revisions.included_rounds if facts.revision_rounds is None else facts.revision_rounds
    steps: list[Step] = []
    for step in rules.schedule.steps:
        if not has[step.when]:
            continue
        if step.key == "feedback":
            names = [f"{step.name} {number}" for number in range(1, rounds + 1)]
            steps += [step.model_copy(update={"name": name}) for name in names]
        else:
            days = _usual_days(step, scope, rules)
            least = days if step.key == "shoot" else min(step.least, days)
            steps.append(step.model_copy(update={"days": days, "least": least}))
    return tuple(steps)


def _usual_days(step: Step, scope: Scope, rules: PricingRules) -> int:
    """A step's usual length; cutting, drawing and shooting take longer with the size of the job."""
    schedule = rules.schedule
    if step.key == "shoot":
        return max(1, _whole(scope.shoot_days))
    if step.key == "rough_cut":
        edit_days = sum((piece.days(piece.rules.edit_days) for piece in scope.pieces), ZERO)
        longer = step.days + int(edit_days / schedule.edit_days_per_rough_cut_day)
        return max(step.days, min(longer, schedule.most_rough_cut_days))
    if step.key == "animation":
        seconds = sum(
            (piece.quantity * piece.seconds * piece.rules.animation_days_per_second for piece in scope.pieces), ZERO
        )
        longer = _whole(seconds / schedule.animation_days_per_animation_day)
        return max(step.days, min(longer, schedule.most_animation_days))
    return step.days


def fit(days_and_least: Sequence[tuple[int, int]], available: int) -> list[tuple[int, int]]:
    """Place steps one after another on working days 0…available-1, the last one ending on the last day.

    Steps that do not fit are pressed evenly towards their least; when even that is too long, neighbours share days.
    Returns each step's first and last day index. `available` is at least 1.
    """
    lengths = [days for days, _ in days_and_least]
    short = sum(lengths) - available
    slack = [days - least for days, least in days_and_least]
    if 0 < short <= sum(slack):
        taken = [room * short // sum(slack) for room in slack]
        for index in sorted(range(len(slack)), key=lambda i: (taken[i] - slack[i], i))[: short - sum(taken)]:
            taken[index] += 1
        lengths = [days - less for days, less in zip(lengths, taken, strict=True)]
    elif short > 0:
        return _share(days_and_least, available)
    places: list[tuple[int, int]] = []
    start = available - sum(lengths)
    for length in lengths:
        places.append((start, start + length - 1))
        start += length
    return places


def _share(days_and_least: Sequence[tuple[int, int]], available: int) -> list[tuple[int, int]]:
    whole = sum(least for _, least in days_and_least)
    places: list[tuple[int, int]] = []
    done = 0
    for _, least in days_and_least:
        first = min(done * available // whole, available - 1)
        done += least
        places.append((first, max(first, -(-done * available // whole) - 1)))
    return places


def _whole(days: Decimal) -> int:
    return int(days.to_integral_value(ROUND_CEILING))
