"""Documents: what is known of them, their text, the originals, and search."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from api.deps import CurrentActor, Reading, Studio
from api.rest.of_project import OfProject
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.common import Page, RowId
from api.rest.schemas.documents import DocumentOut, HitOut, PageOut
from store.documents.queries import get_document as read_document
from store.documents.queries import list_documents, pages_of
from store.documents.queries import search as search_pages
from store.documents.storage import FileStore

router = APIRouter(tags=["documents"], responses=SIGNED_IN)

_ORIGINAL = {
    200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}},
    **problems(404, 503),
}


@router.get("/documents", responses=problems(404))
def get_documents(
    actor: CurrentActor, session: Reading, project: OfProject, limit: Limit = 50, cursor: Cursor = None
) -> Page[DocumentOut]:
    """Documents, newest first."""
    found = list_documents(session, actor, project_id=project)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda document: document.id)
    return Page(items=[DocumentOut.model_validate(document) for document in rows], next_cursor=after)


@router.get("/documents/{document_id}", responses=problems(404))
def get_document(document_id: RowId, actor: CurrentActor, session: Reading) -> DocumentOut:
    """What is known of one document."""
    return DocumentOut.model_validate(read_document(session, actor, document_id))


@router.get("/documents/{document_id}/pages", responses=problems(404))
def get_document_pages(
    document_id: RowId, actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[PageOut]:
    """A document's text, page by page: what was read in it, and what quotes are counted in."""
    found = pages_of(session, actor, document_id)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda page: str(page.page))
    return Page(items=[PageOut.model_validate(page) for page in rows], next_cursor=after)


@router.get("/documents/{document_id}/content", response_class=Response, responses=_ORIGINAL)
def get_document_content(document_id: RowId, actor: CurrentActor, session: Reading, studio: Studio) -> Response:
    """The original, to be saved and never shown in place: a browser runs nothing of what a stranger sent."""
    document = read_document(session, actor, document_id)
    content = FileStore(studio.settings.files).get(document.sha256)
    headers = {
        "Content-Disposition": disposition(document.filename),
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.get("/search", responses=problems(404))
def get_search(
    actor: CurrentActor,
    session: Reading,
    q: Annotated[str, Query(min_length=1, max_length=300, description="Words; a page must hold all of them.")],
    project: OfProject,
    limit: Limit = 10,
) -> Page[HitOut]:
    """Search the text of documents, best first. One page: narrow the words for others."""
    hits = search_pages(session, actor, q, project_ids=None if project is None else [project], limit=limit)
    return Page(items=[HitOut.model_validate(hit) for hit in hits])


def disposition(filename: str) -> str:
    """Return a Content-Disposition that saves under `filename` (RFC 6266), whatever a stranger put into the name."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in filename) or "document"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
