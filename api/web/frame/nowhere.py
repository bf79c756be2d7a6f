"""Every address that is no page: it says so inside the frame, with the way out."""

from __future__ import annotations

from api.web.frame.page import in_frame
from api.web.frame.visit import Visit
from store.kernel.errors import NotFound


async def _say_so(visit: Visit, **_: object) -> None:
    raise NotFound(f"The page {visit.request.url.path[:100]}")


nowhere = in_frame(_say_so, place="")
