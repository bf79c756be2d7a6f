"""Stored change sets as REST shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from api.rest.schemas.changes import ChangeOut, ChangeSummary, EffectOut, OriginOut, RowChangeOut
from api.rest.schemas.common import MoneyOut, Who
from store.access.tables import User
from store.changes.draft import RowChange
from store.changes.queries import ChangeHead
from store.changes.tables import ChangeSet

if TYPE_CHECKING:
    from sqlmodel import Session


def summaries(session: Session, change_sets: Iterable[ChangeHead]) -> list[ChangeSummary]:
    return [ChangeSummary.model_validate(_summary(session, change_set)) for change_set in change_sets]


def whole(session: Session, change_set: ChangeSet) -> ChangeOut:
    """Return all that a person needs to decide: the before and after as stored, never the proposer's words."""
    changes = [RowChange.from_json(stored) for stored in change_set.row_changes]
    return ChangeOut.model_validate(
        {
            **_summary(session, change_set),
            "rationale": change_set.rationale,
            "operations": change_set.operations,
            "row_changes": [RowChangeOut.model_validate(change) for change in changes],
            "effects": [EffectOut.model_validate(effect) for effect in change_set.effects],
            "evidence": change_set.evidence,
            "origin": OriginOut(
                channel=change_set.origin_channel,
                message_id=change_set.origin_message_id,
                run_id=change_set.origin_run_id,
            ),
            "on_behalf_of": change_set.on_behalf_of,
            "supersedes": change_set.supersedes,
            "decided_by": _who(session, change_set.decided_by) if change_set.decided_by else None,
            "decided_at": change_set.decided_at,
            "decision_note": change_set.decision_note,
        }
    )


def _summary(session: Session, change_set: ChangeSet | ChangeHead) -> dict[str, object]:
    return {
        "id": change_set.id,
        "code": change_set.code,
        "revision": change_set.revision,
        "status": change_set.status,
        "title": change_set.title,
        "digest": change_set.digest,
        "project_ids": change_set.project_ids,
        "proposed_by": _who(session, change_set.proposed_by),
        "proposed_kind": change_set.proposed_kind,
        "tainted": change_set.tainted,
        "amount": MoneyOut.maybe(change_set.amount_minor, change_set.currency),
        "created_at": change_set.created_at,
        "expires_at": change_set.expires_at,
    }


def _who(session: Session, user_id: str) -> Who:
    user = session.get(User, user_id)
    return Who(id=user_id, name=user.name if user else user_id)
