"""What is asked of each mention: the features the product sees, what the rules say, and what the letter's case says."""

from __future__ import annotations

from evals.learning.example import Asked
from evals.learning.questions import (
    budget,
    dates,
    days,
    deliverables,
    delivery,
    languages,
    media,
    objective,
    places,
    shapes,
    territories,
)

QUESTIONS: dict[str, Asked] = {
    **budget.QUESTIONS,
    **dates.QUESTIONS,
    **days.QUESTIONS,
    **deliverables.QUESTIONS,
    **delivery.QUESTIONS,
    **languages.QUESTIONS,
    **media.QUESTIONS,
    **objective.QUESTIONS,
    **places.QUESTIONS,
    **shapes.QUESTIONS,
    **territories.QUESTIONS,
}
