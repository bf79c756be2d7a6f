"""Every refusal leaves as a problem (see `api.rest.problem`). The store's codes meet HTTP here, once."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.rest.edge import seal
from api.rest.problem import problem, request_id_of
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound

MOST_ERRORS_SHOWN = 20

# Codes whose status is not that of their class (NotFound 404, Forbidden 403, Invalid 422, else 409).
STATUS_OF_CODE: dict[str, int] = {
    "unauthenticated": 401,
    "cross_site": 403,
    "not_found": 404,
    "forbidden": 403,
    "no_brief": 404,
    "rate_limited": 429,
    "document_too_large": 413,
    "wrong_type": 415,
    # What was shown is no longer what is.
    "not_pending": 409,
    "digest_mismatch": 409,
    "superseded": 409,
    "decided_meanwhile": 409,
    "conflict": 409,
    "id_taken": 409,
    "changed_since": 409,
    "gate_closed": 409,
    "budget_locked": 409,
    "proposal_not_draft": 409,
    "newer_version_sent": 409,
    "other_version_accepted": 409,
    "agreement_signed": 409,
    "wrong_image": 415,
    # The studio's own defects and absences.
    "audit_missing": 503,
    "home_in_use": 503,
    "file_missing": 503,
    "file_altered": 503,
    "font_missing": 503,
    "not_printable": 409,
    "no_rate_card": 409,
    "no_code_free": 503,
    "busy": 409,
    "model_failed": 502,
}

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_CODE_OF_STATUS = {
    400: "malformed",
    404: "no_such_route",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported",
}
_DETAIL_OF_STATUS = {
    400: "The request's body could not be read. Send well-formed JSON or multipart/form-data.",
    404: "There is nothing at this address. The API is described at /docs and /openapi.json.",
    405: "This address does not take that method; the Allow header names those it takes.",
}


class Refusal(DomainError):
    """A refusal of the edge itself, with headers that tell the client how to go on."""

    def __init__(self, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code, message)
        self.headers = dict(headers or {})


def status_of(error: DomainError) -> int:
    """Return the HTTP status of a domain error: its code's, or else its class's."""
    if error.code in STATUS_OF_CODE:
        return STATUS_OF_CODE[error.code]
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, Forbidden):
        return 403
    return 422 if isinstance(error, Invalid) else 409


def install(app: FastAPI) -> None:
    """Answer every error of this app with a problem."""
    app.add_exception_handler(DomainError, _domain)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def _domain(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DomainError)
    headers = error.headers if isinstance(error, Refusal) else None
    return problem(request.scope, status_of(error), error.code, error.message, headers=headers)


def _validation(request: Request, error: Exception) -> JSONResponse:
    """Name the fields at fault and never echo what was sent: it may be a password."""
    assert isinstance(error, RequestValidationError)
    errors = [
        {"field": ".".join(str(part) for part in item["loc"]), "message": str(item["msg"])} for item in error.errors()
    ]
    first = errors[0]
    detail = f"{first['field']}: {first['message']}." + (f" {len(errors) - 1} more below." if len(errors) > 1 else "")
    return problem(request.scope, 422, "invalid_request", detail, extensions={"errors": errors[:MOST_ERRORS_SHOWN]})


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = error.status_code
    detail = _DETAIL_OF_STATUS.get(status) or str(error.detail)
    headers = {"Allow": ", ".join(_methods_of(request))} if status == 405 else error.headers
    return problem(request.scope, status, _CODE_OF_STATUS.get(status, "refused"), detail, headers=headers)


def _methods_of(request: Request) -> list[str]:
    """Return the methods that this address takes; the framework names those of its first route alone."""
    routes = request.app.router.routes
    return [
        method
        for method in _METHODS
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)
    ]


def _unexpected(request: Request, error: Exception) -> JSONResponse:
    """Say nothing of the inside; the server's log has the whole story under the request's id."""
    response = problem(
        request.scope,
        500,
        "internal_error",
        "Something went wrong on our side and nothing was changed. Try again; if it stays, give the studio's "
        "administrator the request id.",
    )
    seal(
        response.headers, request_id_of(request.scope)
    )  # this answer is sent outside of the edge, which seals the others
    return response
