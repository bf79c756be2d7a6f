"""The audit log, and whether it is whole."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import CurrentActor, Reading
from api.rest.of_project import OfProject
from api.rest.paging import Cursor, Limit, bad_cursor, decode, encode
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.changes import AuditOut, VerificationOut
from api.rest.schemas.common import Page
from store.access.policy import require
from store.changes.audit import verify
from store.changes.queries import audit_trail

router = APIRouter(prefix="/audit", tags=["audit"], responses=SIGNED_IN)

_LARGEST_SEQ = 2**63 - 1


@router.get("", responses=problems(404))
def get_audit(
    actor: CurrentActor,
    session: Reading,
    project: OfProject,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[AuditOut]:
    """What was done, by whom and when, newest first."""
    entries = audit_trail(session, actor, project_id=project, limit=limit + 1, before_seq=_seq(cursor))
    shown = entries[:limit]
    after = encode(str(shown[-1].seq)) if len(entries) > limit else None
    return Page(items=[AuditOut.model_validate(entry) for entry in shown], next_cursor=after)


@router.get("/verification")
def get_audit_verification(actor: CurrentActor, session: Reading) -> VerificationOut:
    """Walk the whole chain and say whether every entry follows from the one before it."""
    require(actor, "audit.read")
    return VerificationOut.model_validate(verify(session))


def _seq(cursor: str | None) -> int | None:
    before = decode(cursor)
    if before is None:
        return None
    if not (before.isascii() and before.isdigit() and int(before) <= _LARGEST_SEQ):
        raise bad_cursor()
    return int(before)
