"""Which of a letter's names is the client?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.client.client import rules_client
from copilot.briefs.facts.client.features import client_features
from copilot.briefs.facts.client.vocabulary import core_of
from copilot.briefs.facts.contact.contact import read_contact
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter
from evals.words import same_company


def _client(letter: Letter) -> Iterator[Choice]:
    contact = read_contact(letter.message, letter.zones).value
    ruled, seen = rules_client(letter.message, letter.zones, contact)
    chosen = core_of(ruled.value) if ruled.value else None
    said = [reading.client for reading in letter.case.readings_of("client")]
    examples = tuple(
        Example(
            client_features(seen, candidate),
            candidate.core == chosen,
            any(same_company(candidate.name, name) for name in said if name),
        )
        for candidate in seen.candidates
    )
    yield Choice(examples, None in said)


CHOICES: dict[str, Choosing] = {"client": _client}
