"""What runs here, where its data is, and whether the audit log is whole."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import htpy as h
from nicegui import ui

from api.web.components.buttons import act_button
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import only_for, part
from store.access.policy import require
from store.changes.audit import Verification, verify
from store.changes.queries import count_audit_entries
from store.kernel.actor import Actor
from store.kernel.database import Database
from store.migrations import HEAD

if TYPE_CHECKING:
    from sqlmodel import Session

READS = "audit.read"
_LOOK_EVERY_S = 0.3


@dataclass
class Walk:
    """How far the audit log has been checked."""

    done: int = 0
    total: int = 0


async def draw_about(visit: Visit) -> None:
    with part("Greenlight"):
        ui.html(str(_facts(visit)))
    with part("Audit log", "Every decision is a link of a chain; each carries the hash of all before it."):
        if not visit.person.may(READS):
            only_for("a producer, an accountant or an administrator", "read and check the audit log")
            return
        with ui.element("div").classes("row-of"):
            act_button("Check that it is whole", lambda: _check(visit, place), working="Checking…")
        place = ui.element("div").props("aria-live=polite")


def database_words(database: Database) -> str:
    """Name the database without the login to it."""
    if database.is_sqlite:
        return f"SQLite, {database.url.removeprefix('sqlite:///')}"
    address = urlsplit(database.url)
    return f"PostgreSQL, {address.hostname or 'this machine'}{address.path}"


async def _check(visit: Visit, place: ui.element) -> None:
    walk = Walk()
    place.clear()
    with place:
        bar = ui.html(str(_progress(walk)))
        timer = ui.timer(_LOOK_EVERY_S, lambda: bar.set_content(str(_progress(walk))))

    def look(session: Session, actor: Actor) -> Verification:
        require(actor, READS)
        walk.total = count_audit_entries(session)

        def told(done: int) -> None:
            walk.done = done

        return verify(session, told=told)

    try:
        found = await visit.read(look)
    finally:
        timer.cancel()
        place.clear()
    with place:
        ui.html(str(_result(found)))


def _facts(visit: Visit) -> h.Element:
    studio = visit.studio
    technical = visit.person.may("studio.write")
    return h.dl(".fact-list")[
        h.dt["Version"],
        h.dd[version("greenlight")],
        h.dt["Studio"],
        h.dd[
            visit.person.studio,
            h.span(".muted")[" · demo; its passwords are published"] if visit.person.is_demo else None,
        ],
        [
            h.dt["Database"],
            h.dd[database_words(studio.database)],
            h.dt["Schema"],
            h.dd[HEAD],
            h.dt["Files"],
            h.dd[studio.settings.files.rpartition("@")[2]],
            h.dt["Mail"],
            h.dd["sent by SMTP" if studio.settings.smtp_url else f"kept in {studio.settings.home / 'outbox'}"],
        ]
        if technical
        else None,
        h.dt["For programs"],
        h.dd[h.a(href="/docs")["The API, with its documentation"]],
    ]


def _progress(walk: Walk) -> h.Element:
    return h.div(".row-of")[
        h.progress(max=str(max(walk.total, 1)), value=str(walk.done), aria_label="Checked"),
        h.span(".num.small.muted")[f"{walk.done:,} of {walk.total:,}" if walk.total else "Beginning"],
    ]


def _result(found: Verification) -> h.Element:
    if found.whole:
        entries = "1 entry" if found.entries == 1 else f"{found.entries:,} entries"
        return h.div(".callout.good", role="status")[
            h.p[
                h.strong["Whole."],
                f" {entries}, each following from the one before it. Nothing altered, nothing missing.",
            ]
        ]
    return h.div(".callout.bad", role="alert")[
        h.p[
            h.strong["Broken"],
            f" at entry {found.broken_at}: {found.problem}. {found.entries:,} before it are good. "
            "Keep the database as it is, and compare it with a backup.",
        ]
    ]
