"""The page that says that there is nothing to see, whatever the reason."""

from __future__ import annotations

from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.rows import NOWHERE
from store.kernel.errors import NotFound


@page(NOWHERE, title="Not found", place="")
async def not_found(visit: Visit) -> None:
    """Refuse as every page does for what is not there."""
    raise NotFound("What you were led to")
