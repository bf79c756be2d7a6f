"""Drawing what was said: the person's words, the steps that were taken, the answer with its sources, and its cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import htpy as h
from nicegui import ui

from api.web.components.change_card import Card, card_body
from api.web.components.prose import prose
from api.web.copilot.glance import glance_body
from api.web.copilot.reading import Exchange, Step
from copilot.turn.events import is_refusal

_DONE = {
    "find_projects": "Looked for projects",
    "project_overview": "Looked at a project",
    "list_dates": "Looked at the calendar",
    "find_clients": "Looked for clients",
    "search_quotes": "Searched past quotes",
    "list_proposals": "Listed proposals",
    "show_proposal": "Opened a proposal",
    "rate_card_lookup": "Looked at the rate card",
    "budget_lines": "Looked at budget lines",
    "list_people": "Looked for people",
    "search_documents": "Searched documents",
    "read_document_page": "Read a document",
    "list_change_sets": "Listed changes",
    "show_change_set": "Opened a change",
    "draft_proposal_from_brief": "Drafted a proposal from the brief",
}
_NO_ANSWER = "This was not answered. Ask again."


def draw_exchange(exchange: Exchange, *, waiting: bool) -> None:
    """Draw one turn; `waiting` while its answer is still being given elsewhere on the page."""
    answer = exchange.answer if exchange.answer is not None or waiting else _NO_ANSWER
    draw_asked(exchange.asked)
    shown = h.div(".said")[
        steps_of(exchange.steps) if exchange.steps else None, h.div(".prose")[prose(answer)] if answer else None
    ]
    if answer or exchange.steps:
        ui.html(str(shown))
    if exchange.glance is not None:
        ui.html(str(glance_body(exchange.glance)))
    draw_cards(exchange.cards)


def draw_asked(words: str) -> None:
    ui.html(str(h.div(".asked")[h.div(".bubble")[asked_words(words)]]))


def asked_words(words: str) -> h.Node:
    """Return the person's words as they were written; only a citation becomes a chip."""
    return prose(words) if "[document " in words else h.div(".verbatim")[words]


def draw_cards(cards: Iterable[Card]) -> None:
    for card in cards:
        with ui.element("article").classes("sheet change-card") as article:
            article.props["aria-label"] = f"Change {card.code}"
            ui.html(str(card_body(card)))
            ui.html(str(_ways_on(card)))


def steps_of(steps: Sequence[Step]) -> h.Element:
    """Return the steps, each of which opens to what it found."""
    return h.div(".steps")[(_step(step) for step in steps)]


def _step(step: Step) -> h.Element:
    called = done_words(step.tool, refused=is_refusal(step.answer))
    return h.details(".step")[h.summary[called], h.div(".step-found")[prose(step.answer)]]


def done_words(tool: str, *, refused: bool = False) -> str:
    """Say what a tool did; one that was to file something and refused has filed nothing."""
    if tool.startswith("propose_"):
        return "Filed no change" if refused else "Filed a change"
    if refused and tool == "draft_proposal_from_brief":
        return "Drafted no proposal"
    return _DONE.get(tool, tool.replace("_", " ").capitalize())


def _ways_on(card: Card) -> h.Element:
    """What one does next with it: decide while it waits, go to what it made once it is in."""
    waits, is_in = card.status == "pending", card.status == "applied"
    return h.div(".card-acts")[
        h.a(".btn.btn-primary", href=f"/rows/proposal/{card.made_offer}")["See the proposal"]
        if is_in and card.made_offer
        else None,
        h.a(".btn", href=f"/rows/project/{card.made_project}")["Open the project"]
        if is_in and card.made_project
        else None,
        h.a(
            class_=f"btn {'btn-primary' if waits else 'btn-ghost' if is_in else 'btn-plain'}",
            href=f"/approvals/{card.id}",
        )["Review and greenlight" if waits else "What was changed" if is_in else "Open"],
        h.a(".btn.btn-ghost", href=f"/approvals/{card.id}?view=brief")["What was read in the brief"]
        if card.from_brief
        else None,
    ]
