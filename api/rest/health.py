"""Is the process up, and can it serve?"""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import Studio
from api.rest.responses import problems
from api.rest.schemas.common import Out
from store.access.queries import get_studio

router = APIRouter(tags=["health"])


class Health(Out):
    status: str = "ok"


@router.get("/healthz")
def healthz() -> Health:
    """The process answers. For a supervisor that restarts what does not."""
    return Health()


@router.get("/readyz", responses=problems(500))
def readyz(studio: Studio) -> Health:
    """The database answers and holds a studio. For a load balancer."""
    with studio.database.read() as session:
        get_studio(session)
    return Health()
