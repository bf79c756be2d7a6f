"""Filing what a tool proposes: the one way from a model's wish to a change set that a person decides on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from store.changes.engine import Request, file_change_set
from store.changes.operation import Operation
from tools.changes_shown import rows_of
from tools.context import Desk
from tools.reply import Filed, Reply


def file_proposal(desk: Desk, title: str, operations: Sequence[Operation], reason: str) -> Reply:
    """File a change set for the run's person and say what it would change, from stored data.

    The same proposal twice in one run is one change set. A tainted run marks it so, and may touch its own projects
    only. Raises what `file_change_set` raises, and then nothing is filed.
    """
    context = desk.context
    request = Request(
        title=title,
        operations=operations,
        origin=context.origin,
        rationale=reason,
        tainted=context.tainted,
        idempotency_key=_key(context.origin.run_id, operations),
    )
    change_set = file_change_set(desk.session, context.actor, context.clock, request)
    for project_id in change_set.project_ids:
        context.enter_project(project_id)
    return Reply(
        f"Filed {change_set.code}: {change_set.title}. Nothing has changed yet: a person must greenlight it.",
        rows_of(desk.session, desk.actor, change_set),
        filed=Filed(change_set.code, change_set.title, change_set.tainted),
    )


def _key(run_id: str | None, operations: Sequence[Operation]) -> str | None:
    if run_id is None:
        return None
    body = json.dumps([operation.model_dump(mode="json") for operation in operations], sort_keys=True)
    return f"{run_id}:{hashlib.sha256(body.encode()).hexdigest()}"
