"""Briefs: sending one in, and reading those on record."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Header, UploadFile
from fastapi.responses import JSONResponse

from api.deps import CurrentActor, Reading, Studio
from api.rest.changes import CHANNEL
from api.rest.of_project import OfProject
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.common import Page, RowId
from api.rest.schemas.proposals import BriefOut, BriefSummary, JobOut
from copilot.briefs.intake import BriefFile
from copilot.briefs.report import BriefReport, report
from store.changes.engine import Origin
from store.changes.queries import get_change_set
from store.documents.queries import get_document as read_document
from store.kernel.errors import Invalid, NotFound
from store.proposals.queries import get_brief as read_brief
from store.proposals.queries import list_briefs

router = APIRouter(prefix="/briefs", tags=["briefs"], responses=SIGNED_IN)
of_changes = APIRouter(prefix="/changes", tags=["briefs"], responses=SIGNED_IN)

_TAKEN: dict[int | str, dict[str, Any]] = {
    202: {"model": JobOut, "description": "Kept; the work goes on in the background."},
    **problems(409, 415, 503),
}

_PRINTABLE = str.maketrans({chr(code): "_" for code in (*range(32), 127)})


@router.post("", response_model=BriefReport, status_code=201, responses=_TAKEN)
def post_brief(
    actor: CurrentActor,
    studio: Studio,
    file: Annotated[
        UploadFile | None, File(description="Text, Markdown, PDF, Word, e-mail or web page, up to 25 MB.")
    ] = None,
    text: Annotated[str | None, Form(max_length=1_000_000, description="Or the brief's words.")] = None,
    prefer: Annotated[
        str, Header(description="`respond-async`: answer at once, and do the work in the background.")
    ] = "",
) -> BriefReport | JSONResponse:
    """Send a brief: it is kept, read and priced, and a proposal is filed for a person to greenlight.

    The same file of the same person gives the same answer while its proposal waits.
    """
    intake, brief = studio.assistant.intake, _brief(file, text)
    document_id = intake.keep(actor, brief)
    if studio.jobs is not None and "respond-async" in prefer:
        studio.jobs.begin(actor, document_id, CHANNEL)
        job = JobOut(id=document_id, state="working")
        return JSONResponse(job.model_dump(), 202, headers={"Location": f"/v1/briefs/jobs/{document_id}"})
    change_set = intake.process(actor, document_id, origin=Origin(CHANNEL))
    with studio.database.read() as session:
        return report(session, actor, change_set)


@router.get("/jobs/{job_id}", responses=problems(404))
def get_brief_job(job_id: RowId, actor: CurrentActor, session: Reading, studio: Studio) -> JobOut:
    """Where a brief that is handled in the background stands."""
    document = read_document(session, actor, job_id)
    if studio.jobs is None:
        raise NotFound(f"Brief job {job_id}")
    state = studio.jobs.state(document.id)
    return JobOut(id=document.id, **asdict(state))


@of_changes.get("/{change_id}/brief", responses=problems(404))
def get_change_brief(change_id: RowId, actor: CurrentActor, session: Reading) -> BriefReport:
    """What was read and priced in the brief that led to a change set."""
    return report(session, actor, get_change_set(session, actor, change_id))


@router.get("", responses=problems(404))
def get_briefs(
    actor: CurrentActor, session: Reading, project: OfProject, limit: Limit = 50, cursor: Cursor = None
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
