"""Every address that is no page: it says so inside the frame, with the way out."""

from __future__ import annotations

from api.web.frame.page import page
from api.web.frame.visit import Visit
from store.kernel.errors import NotFound


@page("/{address:path}", title="Not found", place="")
async def nowhere(visit: Visit, address: str) -> None:
    raise NotFound(f"The page /{address[:100]}")
