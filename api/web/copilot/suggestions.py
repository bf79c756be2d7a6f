"""What one might ask, by role and by what the conversation is about. Each is understood in rules mode.

In the demo studio there is a brief to begin with, so that a newcomer needs none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.web.frame.visit import Person
from store.demo.sample import sample_brief


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the button says, and what is said to the copilot when it is pressed."""

    label: str
    words: str
    is_brief: bool = False


def suggestions_for(person: Person, project: str | None, today: date) -> list[Suggestion]:
    """Return what to offer; `project` is the code of the one the conversation is about."""
    asked = [Suggestion(words, words) for words in _questions(person, project)]
    if person.is_demo and project is None and person.may("proposals.write"):
        return [Suggestion("Try it with a sample brief", sample_brief(today), is_brief=True), *asked]
    return asked


def _questions(person: Person, project: str | None) -> list[str]:
    if project is not None:
        asked = [
            ("projects.read", f"How is {project} going?"),
            ("projects.read", f"What is missing before {project} can move on?"),
            ("budget.read", f"What did we quote for camera on {project}?"),
            ("proposals.read", f"What is the total of the proposal for {project}?"),
        ]
    else:
        asked = [
            ("changes.read", "Which changes are waiting?"),
            ("projects.read", "Which projects are in production?"),
            ("budget.read", "What did we quote Lumen for camera?"),
            ("rate_card.read", "What is the day rate of a gaffer?"),
            ("projects.read", "When does the next project deliver?"),
        ]
    return [words for permission, words in asked if person.may(permission)][:4]
