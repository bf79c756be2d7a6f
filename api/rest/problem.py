"""An RFC 9457 problem: how every refusal leaves.

`code` is stable and for programs; `detail` tells a person what to do next; `request_id` finds the log line.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.responses import JSONResponse
from starlette.types import Scope

PROBLEM_TYPE = "application/problem+json"
PROBLEM_URN = "urn:greenlight:problem:"
REQUEST_ID = "greenlight.request_id"

_HEADERS_OF_STATUS: dict[int, dict[str, str]] = {401: {"WWW-Authenticate": 'Bearer realm="greenlight"'}}


def problem(
    scope: Scope,
    status: int,
    code: str,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    extensions: Mapping[str, Any] | None = None,
) -> JSONResponse:
    """Return a problem response. `extensions` are further members, already JSON."""
    body: dict[str, Any] = {
        "type": f"{PROBLEM_URN}{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "request_id": request_id_of(scope),
        **(extensions or {}),
    }
    return JSONResponse(
        body, status, headers={**_HEADERS_OF_STATUS.get(status, {}), **(headers or {})}, media_type=PROBLEM_TYPE
    )


def request_id_of(scope: Scope) -> str | None:
    """Return the id that the request log knows this request by."""
    found = scope.get(REQUEST_ID)
    return found if isinstance(found, str) else None
