"""What the pages of documents read: the list of a project, a search in it, and a document's text a page at a time.

Which documents those are `store.documents.queries` says: of projects the reader sees, of kinds the reader may open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from store.documents.queries import Hit, get_document, list_documents, pages_of, search, visible_kinds
from store.documents.tables import DOCUMENT_KINDS, Document
from store.kernel.actor import Actor
from store.kernel.errors import NotFound
from store.projects.queries import get_project
from store.projects.sight import is_outside
from store.proposals.queries import list_briefs
from store.row_names import people_of

if TYPE_CHECKING:
    from sqlmodel import Session

_MOST_HITS = 30


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list. `source` is who sent or added it; `brief_id` the reading made of it, where there is one."""

    id: str
    filename: str
    kind: str
    size_bytes: int
    added_at: datetime
    source: str | None
    brief_id: str | None


@dataclass(frozen=True, slots=True)
class Documents:
    """A project's documents, and the pages that hold the words asked for. `kinds` are those its reader may open."""

    project_id: str
    code: str
    rows: tuple[DocumentRow, ...]
    hits: tuple[Hit, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document at one page of its text. `cited` are the places of the words that a link named, within that page."""

    row: DocumentRow
    project_code: str | None
    page: int
    numbers: tuple[int, ...]
    text: str
    cited: tuple[int, int] | None


def read_documents(session: Session, actor: Actor, code: str, words: str = "") -> Documents:
    """Return a project's documents, newest first. Raises `NotFound`, `Forbidden` for who may open none."""
    project = get_project(session, actor, code).project
    kinds = visible_kinds(actor)
    briefs = _briefs(session, actor, project.id)
    hits = search(session, actor, words, project_ids=[project.id], limit=_MOST_HITS) if words.strip() else []
    rows = list_documents(session, actor, project_id=project.id)
    names = people_of(session, {row.added_by for row in rows})
    return Documents(
        project.id,
        project.code,
        tuple(_row(actor, row, briefs, names) for row in rows),
        tuple(hits),
        tuple(kind for kind in DOCUMENT_KINDS if kind in kinds),
    )


def read_document_page(
    session: Session,
    actor: Actor,
    document_id: str,
    *,
    page: int | None = None,
    cited: tuple[int, int] | None = None,
) -> OpenDocument:
    """Return a document at a page: the one named, or that holds what is `cited` of the whole text, or the first.

    Raises `NotFound`, also for a page that it does not have and for a document that the actor may not know of.
    """
    document = get_document(session, actor, document_id)
    pages = pages_of(session, actor, document_id)
    code = get_project(session, actor, document.project_id).project.code if document.project_id else None
    briefs = _briefs(session, actor, document.project_id) if document.project_id else {}
    row = _row(actor, document, briefs, people_of(session, {document.added_by}))
    if not pages:
        if page not in (None, 1):
            raise NotFound(f"Page {page}")
        return OpenDocument(row, code, 1, (), "", None)
    if page is not None:
        chosen = next((one for one in pages if one.page == page), None)
    elif cited is not None:
        chosen = next((one for one in reversed(pages) if one.start <= cited[0]), None)
    else:
        chosen = pages[0]
    if chosen is None:
        raise NotFound(f"Page {page}")
    within = None
    if cited is not None:
        start, end = (min(max(at - chosen.start, 0), len(chosen.text)) for at in cited)
        within = (start, end) if start < end else None
    return OpenDocument(row, code, chosen.page, tuple(one.page for one in pages), chosen.text, within)


def _briefs(session: Session, actor: Actor, project_id: str) -> dict[str, str]:
    if not actor.may("briefs.read"):
        return {}
    return {
        brief.document_id: brief.id
        for brief in list_briefs(session, actor, project_id=project_id)
        if brief.document_id is not None
    }


def _row(actor: Actor, row: Document, briefs: dict[str, str], names: dict[str, str]) -> DocumentRow:
    return DocumentRow(
        row.id,
        row.filename,
        row.kind,
        row.size_bytes,
        row.added_at,
        None if is_outside(actor) else row.received_from or names.get(row.added_by, row.added_by),
        briefs.get(row.id),
    )
