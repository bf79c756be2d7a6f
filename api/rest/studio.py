"""The studio itself, and who may greenlight what."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import CurrentActor, Reading
from api.rest.responses import SIGNED_IN
from api.rest.schemas.changes import GateOut, PolicyOut, PolicyRuleOut
from api.rest.schemas.common import MoneyOut
from api.rest.schemas.projects import StudioOut
from store.access.policy import require
from store.access.queries import get_studio as read_studio
from store.changes.draft import Draft
from store.changes.tables import ApprovalPolicy
from store.projects.tables import GateRequirement
from store.tables import VERSIONED

router = APIRouter(tags=["studio"], responses=SIGNED_IN)


@router.get("/studio")
def get_studio(actor: CurrentActor, session: Reading) -> StudioOut:
    """The studio's name, home and identity."""
    require(actor, "studio.read")
    return StudioOut.model_validate(read_studio(session))


@router.get("/policy")
def get_policy(actor: CurrentActor, session: Reading) -> PolicyOut:
    """Which role may greenlight what, up to what amount, and what the gates between stages ask for."""
    require(actor, "policy.read")
    stored = Draft(session, VERSIONED)
    rules = [
        PolicyRuleOut(**rule.model_dump(), limit=MoneyOut.maybe(rule.limit_minor, rule.currency))
        for rule in stored.find(ApprovalPolicy)
    ]
    gates = [GateOut(**gate.model_dump(), check=gate.check_name) for gate in stored.find(GateRequirement)]
    return PolicyOut(rules=rules, gates=gates)
