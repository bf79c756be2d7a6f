"""A change set that came from a brief, as the brief's own view wants it: the text, the facts, the offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.web.components.brief_view import (
    BriefShown,
    FactShown,
    LeverShown,
    OfferShown,
    PageShown,
    Quoted,
    WarningShown,
)
from api.web.components.facts import LABELS, said
from store.changes.engine import stored_operations
from store.changes.queries import ChangeHead, get_revision
from store.documents.queries import get_document, pages_of
from store.kernel.actor import Actor
from store.kernel.errors import DomainError
from store.kernel.money import Money
from store.proposals.comparison import compare_to_budget
from store.proposals.facts import BriefReading, BriefWarning, Quote
from store.proposals.operations import CreateProposal, RecordBrief

if TYPE_CHECKING:
    from sqlmodel import Session

_GRAVE = frozenset({"injected_instruction", "hidden_text"})


def brief_shown(session: Session, actor: Actor, head: ChangeHead) -> BriefShown | None:
    """Return the brief that a change set records; None where it records none that can be read."""
    change_set = get_revision(session, actor, head.code, head.revision)
    try:
        operations = stored_operations(change_set)
    except DomainError:
        return None
    brief = next((one for one in operations if isinstance(one, RecordBrief)), None)
    offer = next((one for one in operations if isinstance(one, CreateProposal)), None)
    if brief is None:
        return None
    # That it is over the budget, and what would bring it down, the offer shows in figures.
    of_offer = [one for one in offer.warnings if one.code != "over_budget"] if offer else []
    warnings = [*brief.reading.warnings, *of_offer]
    filename, pages = text_of(session, actor, brief.document_id)
    return BriefShown(
        filename=filename,
        original=f"/v1/documents/{brief.document_id}/content" if pages else "",
        pages=pages,
        facts=facts_shown(brief.reading),
        questions=tuple(question.question for question in brief.reading.open_questions),
        warnings=tuple(warning_shown(warning) for warning in warnings),
        offer=_offer(brief.reading, offer) if offer else None,
    )


def facts_shown(reading: BriefReading) -> tuple[FactShown, ...]:
    """Return what a brief says, each with the quotes it rests on, in the order in which one asks for it."""
    return tuple(
        FactShown(label, values, tuple(_quoted(quote) for quote in reading.evidence.get(name, ())))
        for name, label in LABELS.items()
        if (values := said(reading.facts, name))
    )


def text_of(session: Session, actor: Actor, document_id: str | None) -> tuple[str, tuple[PageShown, ...]]:
    """Return a brief's file name and its text; no text where it was not kept or is not for the actor: another right."""
    if document_id is None:
        return "The brief", ()
    try:
        document = get_document(session, actor, document_id)
        pages = pages_of(session, actor, document_id)
    except DomainError:
        return "The brief", ()
    return document.filename, tuple(PageShown(page.page, page.start, page.text) for page in pages)


def warning_shown(warning: BriefWarning) -> WarningShown:
    return WarningShown(warning.message, warning.code in _GRAVE, tuple(_quoted(quote) for quote in warning.quotes))


def _quoted(quote: Quote) -> Quoted:
    return Quoted(quote.quote, quote.start, quote.end)


def _offer(reading: BriefReading, offer: CreateProposal) -> OfferShown:
    def money(minor: int) -> Money:
        return Money(minor, offer.currency)

    total, before_tax = money(offer.total_minor), money(offer.total_minor - offer.tax_minor)
    compared = compare_to_budget(reading.facts, total, before_tax)
    return OfferShown(
        total=total,
        total_ex_tax=before_tax,
        ceiling=compared.ceiling if compared else None,
        compared=compared.compared_total if compared else before_tax,
        with_tax=compared.with_tax if compared else False,
        over_by=compared.over_by if compared else None,
        levers=tuple(
            LeverShown(one.description, money(one.saving_minor), money(one.new_total_minor), one.fits)
            for one in offer.levers
        ),
    )
