"""Reading documents and searching their text: of projects the actor may see, and of kinds that its role may see."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session, col, or_, select

from store.documents.operations import MONEY_KINDS
from store.documents.tables import DOCUMENT_KINDS, Document, DocumentPage
from store.kernel.actor import Actor
from store.kernel.errors import Forbidden, NotFound

# What a client may open of its own projects.
HANDED_OVER = frozenset({"final", "invoice"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that matches a search, with a short excerpt around the words."""

    document_id: str
    filename: str
    page: int
    excerpt: str


def visible_kinds(actor: Actor) -> frozenset[str]:
    """Return the kinds of document a role may open. Raises `Forbidden` when there are none."""
    kinds: set[str] = set()
    if actor.may("documents.read"):
        kinds |= set(DOCUMENT_KINDS) - MONEY_KINDS
    if actor.may("money_documents.read"):
        kinds |= MONEY_KINDS
    if actor.may("offers.read") and not kinds:
        kinds |= HANDED_OVER
    if not kinds:
        raise Forbidden(f"Your role ({actor.role.replace('_', ' ')}) does not include documents.")
    return frozenset(kinds)


def list_documents(session: Session, actor: Actor, *, project_id: str | None = None) -> list[Document]:
    """Return documents, newest first. One that is filed nowhere is seen by who added it and who sees all projects."""
    query = (
        select(Document)
        .where(col(Document.kind).in_(visible_kinds(actor)))
        .order_by(col(Document.added_at).desc(), col(Document.id))
    )
    if actor.project_ids is not None:
        own = (col(Document.project_id).is_(None)) & (col(Document.added_by) == actor.user_id)
        query = query.where(or_(col(Document.project_id).in_(actor.project_ids), own))
    if project_id is not None:
        query = query.where(col(Document.project_id) == project_id)
    return list(session.exec(query).all())


def sent_briefs(session: Session, actor: Actor, sha256: str) -> list[Document]:
    """Return the briefs with this content that the actor itself sent, newest first."""
    query = select(Document).where(
        col(Document.sha256) == sha256, col(Document.kind) == "brief", col(Document.added_by) == actor.user_id
    )
    return list(session.exec(query.order_by(col(Document.added_at).desc())).all())


def same_briefs(session: Session, document_id: str) -> list[tuple[str, str]]:
    """Return who added each brief with the content of this document, and its id; itself is one of them."""
    content = select(Document.sha256).where(col(Document.id) == document_id).scalar_subquery()
    query = select(Document.added_by, Document.id).where(col(Document.sha256) == content, col(Document.kind) == "brief")
    return [(sender, row_id) for sender, row_id in session.exec(query)]


def get_document(session: Session, actor: Actor, document_id: str) -> Document:
    """Return a document. Raises `NotFound`, also for one that the actor may not know of."""
    document = session.get(Document, document_id)
    if document is None or not _may_open(actor, document):
        raise NotFound(f"Document {document_id}")
    return document


def pages_of(session: Session, actor: Actor, document_id: str) -> list[DocumentPage]:
    """Return a document's text, page by page."""
    get_document(session, actor, document_id)
    query = select(DocumentPage).where(col(DocumentPage.document_id) == document_id)
    return list(session.exec(query.order_by(col(DocumentPage.page))).all())


def search(
    session: Session, actor: Actor, words: str, *, project_ids: Sequence[str] | None = None, limit: int = 10
) -> list[Hit]:
    """Return the pages that hold all the words, best first. Looks only where the actor may look."""
    wanted = re.findall(r"\w+", words.lower())[:12]
    documents = {
        document.id: document
        for document in list_documents(session, actor)
        if project_ids is None or document.project_id in project_ids
    }
    if not wanted or not documents:
        return []
    hits: list[Hit] = []
    for page_id in _matching_pages(session, wanted):
        page = session.get_one(DocumentPage, page_id)
        if page.document_id in documents:
            filename = documents[page.document_id].filename
            hits.append(Hit(page.document_id, filename, page.page, _excerpt(page.text, wanted)))
        if len(hits) == limit:
            break
    return hits


def _matching_pages(session: Session, wanted: Sequence[str]) -> Sequence[int]:
    if session.get_bind().dialect.name == "sqlite":
        query = "SELECT rowid FROM document_search WHERE document_search MATCH :words ORDER BY bm25(document_search)"
        words = " ".join(f'"{word}"' for word in wanted)
    else:
        query = (
            "SELECT id FROM document_pages WHERE to_tsvector('simple', text) @@ plainto_tsquery('simple', :words) "
            "ORDER BY ts_rank(to_tsvector('simple', text), plainto_tsquery('simple', :words)) DESC, id"
        )
        words = " ".join(wanted)
    return list(session.connection().execute(text(query), {"words": words}).scalars().all())


def _excerpt(page: str, wanted: Sequence[str]) -> str:
    place = min((at for word in wanted if (at := page.lower().find(word)) >= 0), default=0)
    start = max(0, place - 80)
    return " ".join(page[start : start + 240].split())


def _may_open(actor: Actor, document: Document) -> bool:
    if document.kind not in visible_kinds(actor):
        return False
    if actor.project_ids is None:
        return True
    if document.project_id is None:
        return document.added_by == actor.user_id
    return document.project_id in actor.project_ids
