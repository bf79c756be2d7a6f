"""Which sum is the budget of the job?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.budget.budget import bounds_of, budget_sums, rules_budget, where_money_is
from copilot.briefs.facts.budget.weighed import sum_features
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter
from evals.subject import HOME_CURRENCY


def _budget(letter: Letter) -> Iterator[Choice]:
    readings = [*letter.case.readings_of("budget_max"), *letter.case.readings_of("budget_min")]
    right = [reading.budget_max or reading.budget_min for reading in readings]
    zones = where_money_is(letter.zones, letter.language, HOME_CURRENCY)
    ruled = bounds_of(rules_budget(zones, letter.language, HOME_CURRENCY).value)
    sums = budget_sums(zones, letter.language, HOME_CURRENCY)
    candidates = tuple(
        Example(sum_features(zones, sums, at), this.amount in ruled, this.amount in right)
        for at, this in enumerate(sums)
    )
    yield Choice(candidates, none_is_right=None in right)


CHOICES: dict[str, Choosing] = {"budget": _budget}
