"""What the page of one brief reads: its text and its reading, for who reads briefs. The text is another right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.web.approvals.read_brief import facts_shown, text_of, warning_shown
from api.web.components.brief_view import BriefShown
from store.kernel.actor import Actor
from store.kernel.errors import NotFound
from store.proposals.facts import BriefReading
from store.proposals.queries import get_brief

if TYPE_CHECKING:
    from sqlmodel import Session


def read_brief(session: Session, actor: Actor, project_id: str, brief_id: str) -> BriefShown:
    """Return a brief of a project. Raises `Forbidden` without `briefs.read`, `NotFound`."""
    row = get_brief(session, actor, brief_id)
    if row.project_id != project_id:
        raise NotFound(f"Brief {brief_id}")
    reading = BriefReading.model_validate(row.reading)
    filename, pages = text_of(session, actor, row.document_id)
    return BriefShown(
        filename=filename,
        original=f"/v1/documents/{row.document_id}/content" if pages else "",
        pages=pages,
        facts=facts_shown(reading),
        questions=tuple(question.question for question in reading.open_questions),
        warnings=tuple(warning_shown(warning) for warning in reading.warnings),
        offer=None,
    )
