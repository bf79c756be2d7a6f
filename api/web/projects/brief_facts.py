"""A brief's reading in a narrow column: facts with the words they rest on, each a way to where those stand."""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from api.web.components.facts import LABELS, said
from store.proposals.facts import BriefReading, Quote


def draw(reading: BriefReading, document_id: str | None) -> h.Element:
    """Return the facts that the brief states, each with its quotes, what it leaves open, and what to look at."""
    stated = [(label, values, name) for name, label in LABELS.items() if (values := said(reading.facts, name))]
    return h.div(".facts-read")[
        h.dl(".facts-list")[
            (
                h.div(".fact-read")[
                    h.dt[label],
                    h.dd[
                        (h.div[value] for value in values),
                        _quotes(reading.evidence.get(name, ()), document_id),
                    ],
                ]
                for label, values, name in stated
            )
        ]
        if stated
        else h.p(".muted")["Nothing was read in it."],
        _listed("Left open", [question.question for question in reading.open_questions]),
        _listed("To look at", [warning.message for warning in reading.warnings]),
    ]


def _quotes(quotes: Iterable[Quote], document_id: str | None) -> h.Node:
    return [
        h.a(".fact-quote", href=f"/documents/{document_id}?at={quote.start}&to={quote.end}#cited")[f"“{quote.quote}”"]
        if document_id
        else h.span(".fact-quote")[f"“{quote.quote}”"]
        for quote in quotes
    ]


def _listed(heading: str, items: list[str]) -> h.Node:
    if not items:
        return None
    return h.fragment[h.h3[heading], h.ul(".plain-list")[(h.li[item] for item in items)]]
