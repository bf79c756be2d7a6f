"""Signing in with a password, for every door that a browser comes through: REST and the web pages."""

from __future__ import annotations

from fastapi import Request, Response

from api.deps import SESSION_COOKIE, OpenStudio
from store.access.credentials import SESSION_LIFETIME, open_session, verify_password
from store.kernel.actor import Actor

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def begin_session(
    studio: OpenStudio, request: Request, *, email: str, password: str, channel: str
) -> tuple[Actor, str]:
    """Return the person and the secret of a new session.

    Raises `DomainError` (`unauthenticated`) on any mismatch alike, `Refusal` (`rate_limited`) after too many.
    """
    address = request.client.host if request.client else ""
    now = studio.clock.now()
    studio.sign_ins.attempt(email, address, now)
    with studio.database.read() as session:
        user_id = verify_password(session, email=email, password=password)
    with studio.database.write() as session:
        begun = open_session(session, studio.clock, user_id, channel=channel)
    studio.sign_ins.succeeded(email, address, now)
    return begun


def set_cookie(response: Response, secret: str, request: Request, studio: OpenStudio) -> None:
    """Hand the session's secret to the browser, out of reach of scripts and of other sites."""
    response.set_cookie(
        SESSION_COOKIE,
        secret,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        path="/",
        httponly=True,
        samesite="strict",
        secure=_secure(request, studio),
    )


def clear_cookie(response: Response) -> None:
    response.delete_cookie(SESSION_COOKIE, path="/", httponly=True, samesite="strict")


def _secure(request: Request, studio: OpenStudio) -> bool:
    """Over plain HTTP a browser would drop a Secure cookie: only a demo, or one's own machine, may go without."""
    plain = request.url.scheme == "http"
    return not (plain and (studio.settings.demo or request.url.hostname in _HERE))
