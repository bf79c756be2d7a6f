"""The studio itself, and who may greenlight what."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Response, UploadFile

from api.deps import CurrentActor, OpenStudio, Proposing, Reading
from api.deps import Studio as Opened
from api.rest.change_views import whole
from api.rest.changes import CHANNEL, IdempotencyKey
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.changes import ChangeOut, GateOut, PolicyOut, PolicyRuleOut
from api.rest.schemas.common import MoneyOut
from api.rest.schemas.projects import StudioOut
from store.access.logo import LARGEST_LOGO, get_logo, keep_logo
from store.access.policy import require
from store.access.queries import get_studio as read_studio
from store.changes.draft import Draft
from store.changes.engine import Origin, Request, file_change_set
from store.changes.tables import ApprovalPolicy
from store.documents.storage import FileStore
from store.projects.tables import GateRequirement
from store.tables import VERSIONED

router = APIRouter(tags=["studio"], responses=SIGNED_IN)

_PICTURE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            kind: {"schema": {"type": "string", "format": "binary"}}
            for kind in ("image/png", "image/jpeg", "image/svg+xml")
        }
    },
    **problems(404, 503),
}
# Opened by itself, a drawing could run what it holds; it holds nothing, and could not.
_DRAWN_ONLY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@router.get("/studio")
def get_studio(actor: CurrentActor, session: Reading) -> StudioOut:
    """The studio's name, home and identity."""
    require(actor, "studio.read")
    return StudioOut.model_validate(read_studio(session))


@router.get("/studio/logo", response_class=Response, responses=_PICTURE)
def get_studio_logo(actor: CurrentActor, session: Reading, studio: Opened) -> Response:
    """The studio's logo."""
    logo = get_logo(session, actor, _files(studio))
    headers = {"Content-Security-Policy": _DRAWN_ONLY, "Cache-Control": "private, max-age=60"}
    return Response(logo.content, media_type=logo.media_type, headers=headers)


@router.post("/studio/logo", status_code=201, responses=problems(409, 415))
def post_studio_logo(
    actor: CurrentActor,
    session: Proposing,
    studio: Opened,
    file: Annotated[UploadFile, File(description="PNG, JPEG or SVG, up to 1 MB; an SVG without scripts and links.")],
    idempotency_key: IdempotencyKey = None,
) -> ChangeOut:
    """Send a logo. It is checked and kept; shown it is once a person has greenlit it."""
    operation = keep_logo(_files(studio), actor, file.file.read(LARGEST_LOGO + 1))
    request = Request("The studio's logo", [operation], Origin(CHANNEL), idempotency_key=idempotency_key)
    return whole(session, file_change_set(session, actor, studio.clock, request))


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


def _files(studio: OpenStudio) -> FileStore:
    return FileStore(studio.settings.files)
