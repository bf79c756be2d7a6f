"""Which of a letter's wordings is the job's title, if any?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.client.client import read_client
from copilot.briefs.facts.contact.contact import read_contact
from copilot.briefs.facts.title.features import title_features
from copilot.briefs.facts.title.title import titled_letter
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter
from evals.words import same_name


def _title(letter: Letter) -> Iterator[Choice]:
    contact = read_contact(letter.message, letter.zones).value
    client = read_client(letter.message, letter.zones, contact).value
    seen = titled_letter(letter.message, letter.zones, client)
    said = [reading.title for reading in letter.case.readings_of("title")]
    yield Choice(
        tuple(
            Example(title_features(seen, c), False, any(same_name(c.name, title) for title in said if title))
            for c in seen.candidates
        ),
        None in said,
    )


CHOICES: dict[str, Choosing] = {"title": _title}
"""What is asked of the wordings in a letter."""
