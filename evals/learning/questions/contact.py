"""Which of a letter's names is its contact's, if any?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.contact.contact import rules_contact
from copilot.briefs.facts.contact.features import contact_features
from copilot.briefs.facts.contact.weighed import signed_letter
from copilot.briefs.facts.letter.candidates import bare_words
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter
from evals.words import same_person


def _contact(letter: Letter) -> Iterator[Choice]:
    ruled = rules_contact(letter.message, letter.zones).value
    seen = signed_letter(letter.message, letter.zones, ruled)
    said = [reading.contact.name if reading.contact else None for reading in letter.case.readings_of("contact.name")]
    chosen = bare_words(ruled.name) if ruled and ruled.name else None
    yield Choice(
        tuple(
            Example(features, c.core == chosen, any(same_person(c.name, name) for name in said if name))
            for c, features in zip(seen.candidates, contact_features(seen), strict=True)
        ),
        None in said,
    )


CHOICES: dict[str, Choosing] = {"contact": _contact}
"""What is asked of the names in a letter."""
