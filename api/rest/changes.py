"""Change sets: the one way to write. Anyone permitted proposes; a person who has signed in decides."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import JSONResponse

from api.deps import CurrentActor, CurrentPerson, Proposing, Reading, Studio, Writing
from api.rest.change_views import summaries, whole
from api.rest.of_project import OfProject
from api.rest.paging import Cursor, Limit, bad_cursor, decode, encode
from api.rest.problem import problem
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.changes import (
    ChangeIn,
    ChangeOut,
    ChangeSummary,
    DecisionOut,
    EditIn,
    GreenlightIn,
    RejectIn,
    StaleProblem,
)
from api.rest.schemas.common import Page, RowId
from store.changes.decisions import edit, greenlight, propose_undo, reject
from store.changes.engine import Origin, file_change_set
from store.changes.engine import Request as Proposal
from store.changes.queries import get_change_set, list_change_sets
from store.changes.tables import Status
from store.kernel.errors import NotFound

router = APIRouter(prefix="/changes", tags=["changes"], responses=SIGNED_IN)

CHANNEL = "rest"
IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=128,
        pattern=r"^[\x21-\x7e]+$",
        description="Repeat a request with the same key and it is carried out once; the answer is the same.",
    ),
]
_TOO_LATE: dict[int | str, dict[str, Any]] = {
    409: {"model": StaleProblem, "description": "Stale, expired, decided already, or not what was shown."}
}


@router.post("", status_code=201, responses=problems(404, 409))
def post_change(
    body: ChangeIn, actor: CurrentActor, session: Proposing, studio: Studio, idempotency_key: IdempotencyKey = None
) -> ChangeOut:
    """Propose changes. Nothing changes until a person greenlights them."""
    proposal = Proposal(
        title=body.title,
        operations=body.operations,
        origin=Origin(CHANNEL),
        rationale=body.rationale,
        idempotency_key=idempotency_key,
    )
    return whole(session, file_change_set(session, actor, studio.clock, proposal))


@router.get("", responses=problems(404))
def get_changes(
    actor: CurrentActor,
    session: Reading,
    project: OfProject,
    status: Annotated[Status | None, Query()] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ChangeSummary]:
    """Change sets, newest first."""
    after = decode(cursor)
    try:
        page = list_change_sets(session, actor, status=status, project_id=project, limit=limit, after=after)
    except NotFound:  # only what the cursor stands on can be missing
        raise bad_cursor() from None
    return Page(items=summaries(session, page.items), next_cursor=encode(page.next_after))


@router.get("/{change_id}", responses=problems(404))
def get_change(change_id: RowId, actor: CurrentActor, session: Reading) -> ChangeOut:
    """One change set by its id, or the latest revision by its code. Looking at it changes nothing."""
    return whole(session, get_change_set(session, actor, change_id))


@router.post(
    "/{change_id}/greenlight",
    response_model=DecisionOut,
    responses={202: {"model": DecisionOut, "description": "A second person must join."}, **problems(404), **_TOO_LATE},
)
def post_greenlight(
    change_id: RowId,
    body: GreenlightIn,
    request: Request,
    response: Response,
    actor: CurrentPerson,
    session: Writing,
    studio: Studio,
) -> DecisionOut | JSONResponse:
    """Greenlight exactly what was shown. Twice gives the same answer and one effect."""
    decision = greenlight(session, actor, studio.clock, change_set_id=change_id, digest=body.digest)
    shown = whole(session, decision.change_set)
    if decision.outcome in ("stale", "expired"):
        # Answered and not raised: that it went stale is itself on record and must be committed.
        extensions = {"change_set": shown.model_dump(mode="json")}
        return problem(request.scope, 409, decision.outcome, decision.reason, extensions=extensions)
    response.status_code = 202 if decision.outcome == "waiting" else 200
    return DecisionOut(outcome=decision.outcome, reason=decision.reason, change_set=shown)


@router.post("/{change_id}/reject", responses=problems(404, 409))
def post_reject(change_id: RowId, body: RejectIn, actor: CurrentPerson, session: Writing, studio: Studio) -> ChangeOut:
    """Turn a pending or stale change set down."""
    return whole(session, reject(session, actor, studio.clock, change_set_id=change_id, reason=body.reason))


@router.post("/{change_id}/edit", status_code=201, responses=problems(404, 409))
def post_edit(change_id: RowId, body: EditIn, actor: CurrentPerson, session: Writing, studio: Studio) -> ChangeOut:
    """Replace the operations: a new revision with a new before and after; the old one is superseded."""
    return whole(
        session,
        edit(session, actor, studio.clock, change_set_id=change_id, operations=body.operations, channel=CHANNEL),
    )


@router.post("/{change_id}/undo", status_code=201, responses=problems(404, 409))
def post_undo(change_id: RowId, actor: CurrentActor, session: Proposing, studio: Studio) -> ChangeOut:
    """Propose the change set that puts everything back. It is greenlit like any other."""
    return whole(session, propose_undo(session, actor, studio.clock, change_set_id=change_id, channel=CHANNEL))
