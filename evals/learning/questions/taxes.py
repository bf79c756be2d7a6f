"""Is tax in the budget?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.budget.budget import budget_sums, rules_budget, where_money_is
from copilot.briefs.facts.budget.weighed_tax import tax_answers
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter
from evals.subject import HOME_CURRENCY


def _tax(letter: Letter) -> Iterator[Choice]:
    right = [reading.tax_included for reading in letter.case.readings_of("tax_included")]
    zones = where_money_is(letter.zones, letter.language, HOME_CURRENCY)
    ruled = rules_budget(zones, letter.language, HOME_CURRENCY).value
    said = ruled.tax_included if ruled else None
    answers = tax_answers(zones, letter.language, budget_sums(zones, letter.language, HOME_CURRENCY))
    examples = (Example(a.features, a.included is said, a.included in right) for a in answers)
    yield Choice(tuple(examples), none_is_right=None in right)


CHOICES: dict[str, Choosing] = {"tax": _tax}
