"""Signing in and out of the web pages: a plain page and a plain form, so that it works before anything is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

import htpy as h
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import SESSION_COOKIE, OpenStudio, Studio, refuse_other_sites
from api.errors import Refusal, status_of
from api.sessions import begin_session, clear_cookie, set_cookie
from api.web.components.badges import role_words
from api.web.frame.assets import asset, stylesheets
from api.web.guard import policy
from store.access.credentials import sign_out
from store.access.queries import actor_of_session, get_studio, has_users
from store.demo.script import StudioScript, UserLine, load_studio
from store.kernel.errors import DomainError

router = APIRouter(include_in_schema=False)

HOME = "/copilot"
CHANNEL = "web"
# How a browser says that it brings its cookies: what it asks for comes from our own pages, or from the address bar.
_WITHIN = ("same-origin", "same-site", "none")


@router.get("/")
def get_root() -> RedirectResponse:
    """Go where the day begins."""
    return RedirectResponse(HOME, 303)


@router.get("/sign-in")
def get_sign_in(
    studio: Studio,
    request: Request,
    next: str = HOME,  # noqa: A002 - the address's own word
    again: bool = False,
) -> Response:
    """Ask who is there; who has signed in already goes on.

    A browser that follows a link from a mail or another site keeps our cookie back. It is sent here once more, by a
    page of our own, and then it brings the cookie if it has one.
    """
    if _has_session(studio, request):
        return RedirectResponse(own_address(next), 303)
    if not again and SESSION_COOKIE not in request.cookies and request.headers.get("sec-fetch-site") not in _WITHIN:
        return _once_more(own_address(next))
    return _page(studio, own_address(next))


@router.post("/sign-in", dependencies=[Depends(refuse_other_sites)])
def post_sign_in(
    studio: Studio,
    request: Request,
    email: Annotated[str, Form(max_length=254)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=2000)] = HOME,  # noqa: A002 - the form's own word
) -> Response:
    """Begin a session, always a new one, and go where the person was going."""
    try:
        _, secret = begin_session(studio, request, email=email, password=password, channel=CHANNEL)
    except DomainError as error:
        return _page(studio, own_address(next), email=email, refusal=error)
    answer = RedirectResponse(own_address(next), 303)
    set_cookie(answer, secret, request, studio)
    return answer


@router.post("/sign-out", dependencies=[Depends(refuse_other_sites)])
def post_sign_out(studio: Studio, request: Request) -> RedirectResponse:
    """End the session whose cookie this is."""
    with studio.database.write() as session:
        try:
            actor = actor_of_session(session, request.cookies.get(SESSION_COOKIE, ""), studio.clock.now())
        except DomainError:
            pass  # it had ended already
        else:
            sign_out(session, actor, studio.clock)
    answer = RedirectResponse("/sign-in", 303)
    clear_cookie(answer)
    return answer


def own_address(wanted: str) -> str:
    """Return an address of ours to go to: a path on this site, whatever was asked for."""
    plain = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if plain else HOME


def _has_session(studio: OpenStudio, request: Request) -> bool:
    with studio.database.read() as session:
        try:
            actor_of_session(session, request.cookies.get(SESSION_COOKIE, ""), studio.clock.now())
        except DomainError:
            return False
    return True


def _once_more(then: str) -> HTMLResponse:
    address = f"/sign-in?next={quote(then)}&again=1"
    shown = h.html(lang="en")[
        h.head[h.title["Greenlight"], h.meta(http_equiv="refresh", content=f"0;url={address}")],
        h.body[h.a(href=address)["Go on to Greenlight"]],
    ]
    return _answer(shown, 200)


def _answer(shown: h.Element, status: int, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    sealed = {"Content-Security-Policy": policy(""), "Cache-Control": "no-store"}
    return HTMLResponse(str(shown), status, {**sealed, **(headers or {})})


def _page(studio: OpenStudio, then: str, *, email: str = "", refusal: DomainError | None = None) -> HTMLResponse:
    with studio.database.read() as session:
        house, open_to_someone = get_studio(session), has_users(session)
    inside = _form(then, email, refusal, focus=not house.is_demo) if open_to_someone else _nobody_yet()
    shown = h.html(lang="en")[
        h.head[
            h.title["Sign in · Greenlight"],
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.link(rel="icon", href=asset("favicon.svg")),
            (h.link(rel="stylesheet", href=address) for address in stylesheets()),
            h.script(src=asset("theme.js")),
        ],
        h.body(".door")[
            h.main(".door-card")[
                h.div(".brand")[h.span(".lamp", aria_hidden="true"), h.span(".brand-name")["Greenlight"]],
                h.h1["Sign in to ", house.name],
                _start(then) if house.is_demo else None,
                inside,
                _demo(then) if house.is_demo else None,
            ]
        ],
    ]
    if refusal is None:
        return _answer(shown, 200)
    return _answer(shown, status_of(refusal), refusal.headers if isinstance(refusal, Refusal) else None)


def _form(then: str, email: str, refusal: DomainError | None, *, focus: bool) -> h.Element:
    return h.form(".door-form", method="post", action="/sign-in")[
        h.p(".refusal", role="alert")[refusal.message] if refusal else None,
        h.input(type="hidden", name="next", value=then),
        h.label[
            "E-mail",
            h.input(name="email", type="email", value=email, required=True, autocomplete="username", autofocus=focus),
        ],
        h.label["Password", h.input(name="password", type="password", required=True, autocomplete="current-password")],
        h.button(class_=f"btn {'btn-primary' if focus else 'btn-plain'}", type="submit")["Sign in"],
    ]


def _nobody_yet() -> h.Element:
    return h.div(".door-form")[
        h.p["Nobody can sign in yet. Make the first administrator at a terminal, then load this page again:"],
        h.p[h.code["greenlight users create-admin"]],
    ]


def _start(then: str) -> h.Element:
    """One click for who comes to the demo studio for the first time."""
    script = load_studio()
    producer = next(user for user in script.users if user.role == "producer")
    return h.form(".door-start", method="post", action="/sign-in")[
        h.p["This is the demo studio: everybody in it is invented."],
        _signs_in(then, script, producer),
        h.button(".btn.btn-primary", type="submit")[f"Start as {producer.name}, producer"],
    ]


def _demo(then: str) -> h.Node:
    """One click for each of the published sign-ins of the demo studio."""
    script = load_studio()
    return h.div(".door-demo")[
        h.p["Or look at it as somebody else, also with one click:"],
        h.div(".door-people")[
            (
                h.form(method="post", action="/sign-in")[
                    _signs_in(then, script, user),
                    h.button(".person", type="submit")[
                        h.span(".me-name")[user.name], h.span(".me-role")[role_words(user.role)]
                    ],
                ]
                for user in script.users
            )
        ],
    ]


def _signs_in(then: str, script: StudioScript, user: UserLine) -> h.Fragment:
    """Return what a form of one click sends."""
    return h.fragment[
        h.input(type="hidden", name="next", value=then),
        h.input(type="hidden", name="email", value=script.email(user)),
        h.input(type="hidden", name="password", value=script.password),
    ]
