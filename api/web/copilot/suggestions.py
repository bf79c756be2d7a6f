"""What one might ask, by role and by what the conversation is about. Each is understood in rules mode."""

from __future__ import annotations

from api.web.frame.visit import Person


def suggestions_for(person: Person, project: str | None) -> list[str]:
    """Return up to four questions; `project` is the code of the one the conversation is about."""
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
