"""Which problems an endpoint can answer with, for the API's description."""

from __future__ import annotations

from typing import Any

from api.rest.schemas.common import Problem

_WORDS = {
    400: "The request could not be read.",
    401: "Not signed in, or the session or token is no longer good.",
    403: "Known, but not permitted to this role, or not to a token.",
    404: "Not there, or not yours to know of: the two are told apart nowhere.",
    409: "Not possible as things stand now; `code` says why.",
    413: "Larger than 25 MB, or than 2 MB where no file is sent.",
    415: "A kind of file that cannot be read.",
    422: "The input breaks a rule; `detail` says which, `errors` names the fields.",
    429: "Too many failed attempts; see Retry-After.",
    500: "Our fault; nothing was changed.",
    503: "Not ready.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` of an endpoint or router that can answer with these problems."""
    return {status: {"model": Problem, "description": _WORDS[status]} for status in statuses}


# Every endpoint that asks who is there.
SIGNED_IN = problems(400, 401, 403, 413, 422)
