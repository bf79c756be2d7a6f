"""Briefs: sending one in, and reading those on record."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile

from api.deps import CurrentActor, Reading, Studio
from api.rest.changes import CHANNEL
from api.rest.paging import Cursor, Limit, page_of
from api.rest.proposals import OfProject
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.common import Page, RowId
from api.rest.schemas.proposals import BriefOut, BriefSummary
from copilot.briefs.intake import BriefFile, Intake
from copilot.briefs.report import BriefReport, report
from store.changes.engine import Origin
from store.kernel.errors import Invalid
from store.proposals.queries import get_brief as read_brief
from store.proposals.queries import list_briefs

router = APIRouter(prefix="/briefs", tags=["briefs"], responses=SIGNED_IN)

_PRINTABLE = str.maketrans({chr(code): "_" for code in (*range(32), 127)})


@router.post("", status_code=201, responses=problems(409, 415, 503))
def post_brief(
    actor: CurrentActor,
    studio: Studio,
    file: Annotated[
        UploadFile | None, File(description="Text, Markdown, PDF, Word, e-mail or web page, up to 25 MB.")
    ] = None,
    text: Annotated[str | None, Form(max_length=1_000_000, description="Or the brief's words.")] = None,
) -> BriefReport:
    """Send a brief: it is kept, read and priced, and a proposal is filed for a person to greenlight."""
    intake = Intake(studio.database, studio.settings, studio.clock)
    return report(intake.take(actor, _brief(file, text), origin=Origin(CHANNEL)))


@router.get("")
def get_briefs(
    actor: CurrentActor, session: Reading, project: OfProject = None, limit: Limit = 50, cursor: Cursor = None
) -> Page[BriefSummary]:
    """Briefs on record, newest first."""
    found = list_briefs(session, actor, project_id=project)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda brief: brief.id)
    return Page(items=[BriefSummary.model_validate(brief) for brief in rows], next_cursor=after)


@router.get("/{brief_id}", responses=problems(404))
def get_brief(brief_id: RowId, actor: CurrentActor, session: Reading) -> BriefOut:
    """One brief with its reading: facts, each with its quotes."""
    return BriefOut.model_validate(read_brief(session, actor, brief_id))


def _brief(file: UploadFile | None, text: str | None) -> BriefFile:
    if (file is None) == (text is None):
        raise Invalid("Send either a file or a text.", "file_or_text")
    if file is not None:
        name = (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1].translate(_PRINTABLE)
        return BriefFile(file.file.read(), name or "brief")
    return BriefFile((text or "").encode(), "brief.txt")
