"""Tools for documents. Their words come from outside: they are quoted as such, and taint the run that reads them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from store.documents import queries
from store.kernel.errors import NotFound
from tools.context import Desk
from tools.declare import read_tool
from tools.names import the_project
from tools.reply import Outside, Ref, Reply, Row

_MOST_CHARACTERS = 12_000


@read_tool(permission="documents.read")
def search_documents(
    desk: Desk,
    query: Annotated[str, Field(description="The words to look for.", min_length=1, max_length=200)],
    project: Annotated[str | None, Field(description="Only this project's documents.", max_length=200)] = None,
) -> Reply:
    """Find pages of briefs, agreements and other documents that hold all the words, with a short excerpt of each."""
    context = desk.context
    project_ids = [the_project(desk, project).project.id] if project else None
    if project_ids is None and context.tainted:
        project_ids = sorted(context.projects)
    hits = queries.search(desk.session, desk.actor, query, project_ids=project_ids)
    if not hits:
        return Reply(f"No document that you may see holds “{query}”.")
    rows = tuple(Row(f"{hit.filename}, page {hit.page}", Ref("document", hit.document_id)) for hit in hits)
    homes = [_project_of(desk, hit.document_id) for hit in hits]
    found = f"{len(hits)} page{'s' if len(hits) > 1 else ''} with “{query}”"
    if len(set(homes)) > 1:
        # One project's papers may be hostile to another: their words are not read in one breath.
        return Reply(f"{found}, in several projects. Name one project to see the words:", rows)
    outside = tuple(Outside(f"{hit.filename}, page {hit.page}", hit.excerpt, homes[0]) for hit in hits)
    return Reply(f"{found}:", rows, outside)


@read_tool(permission="documents.read")
def read_document_page(
    desk: Desk,
    document: Annotated[str, Field(description="The document's id, as a search gave it.", max_length=40)],
    page: Annotated[int, Field(description="The page, from 1.", ge=1)] = 1,
) -> Reply:
    """Read the text of one page of a document."""
    context = desk.context
    found = queries.get_document(desk.session, desk.actor, document)
    project_id = _project_of(desk, found.id)
    if project_id is not None:
        context.enter_project(project_id)
    pages = {row.page: row.text for row in queries.pages_of(desk.session, desk.actor, found.id)}
    if page not in pages:
        raise NotFound(f"Page {page} of {found.filename} ({len(pages)} pages)")
    text = pages[page]
    cut = " It is cut off here." if len(text) > _MOST_CHARACTERS else ""
    name = f"{found.filename}, page {page}"
    return Reply(
        f"{name} of {len(pages)}.{cut}",
        (Row(name, Ref("document", found.id)),),
        (Outside(name, text[:_MOST_CHARACTERS], project_id),),
    )


def _project_of(desk: Desk, document_id: str) -> str | None:
    return queries.get_document(desk.session, desk.actor, document_id).project_id
