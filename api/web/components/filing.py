"""Filing what a form asks for: a change set like any other, then shown as it will be decided on. Nothing is applied."""

from __future__ import annotations

from collections.abc import Sequence

from api.web.frame.visit import Visit
from store.changes.engine import Origin, Request, file_change_set
from store.changes.operation import Operation

CHANNEL = "web"


async def file_and_review(visit: Visit, title: str, operations: Sequence[Operation]) -> None:
    """File a pending change set and take the person to it, once. Raises `DomainError` where it cannot be proposed."""
    if visit.is_leaving:
        return
    request = Request(title=title, operations=operations, origin=Origin(CHANNEL))
    change_set_id = await visit.propose(
        lambda session, actor: file_change_set(session, actor, visit.studio.clock, request).id
    )
    visit.leave(f"/approvals/{change_set_id}")
