"""What is asked of each mention: the features the product sees, what the rules say, and what the letter's case says."""

from __future__ import annotations

from evals.learning.choice import Choosing, SecondChoosing
from evals.learning.example import Asked, Second
from evals.learning.questions import (
    budget,
    client,
    contact,
    dates,
    days,
    deliverables,
    delivery,
    languages,
    media,
    objective,
    places,
    shapes,
    taxes,
    territories,
    title,
)

QUESTIONS: dict[str, Asked] = {
    **dates.QUESTIONS,
    **deliverables.QUESTIONS,
    **languages.QUESTIONS,
    **media.QUESTIONS,
    **places.QUESTIONS,
    **shapes.QUESTIONS,
    **territories.QUESTIONS,
}

CHOICES: dict[str, Choosing] = {
    **budget.CHOICES,
    **days.CHOICES,
    **delivery.CHOICES,
    **client.CHOICES,
    **objective.CHOICES,
    **taxes.CHOICES,
    **deliverables.CHOICES,
    **contact.CHOICES,
    **title.CHOICES,
}
"""What is asked of a whole letter: which of its candidates is right."""

SECONDS: dict[str, Second] = {
    **dates.SECONDS,
    **deliverables.SECONDS,
    **places.SECONDS,
}
"""What is asked again of each mention, once a first judge has weighed all of its letter."""

SECOND_CHOICES: dict[str, SecondChoosing] = {
    **deliverables.SECOND_CHOICES,
}
"""Choices that are made again, once a first judge has made them all for itself."""
