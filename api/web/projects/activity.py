"""What was done to a project, by whom and when, in words: the audit log as one reads it. Who may not, sees none."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import htpy as h
from nicegui import ui

from api.web.components.figures import moment
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects.activity_reading import Trail, read_trail
from api.web.projects.head import address, project_page
from store.changes.trail import Asked, TrailEntry

_DONE = {
    "greenlight": "greenlit",
    "approve": "greenlit, as the first of two,",
    "rejected": "rejected",
    "stale": "found out of date",
    "undo": "undid",
    "edit": "edited",
    "superseded": "edited",
}
_ACTIONS = {"greenlight": "Greenlit", "approve": "First of two", "rejected": "Rejected", "stale": "Out of date"}


@page("/projects/{code}/activity", title="Activity", place="projects")
async def activity(visit: Visit, code: str) -> None:
    """The trail of a project; `?what=`, `?person=`, `?since=` and `?until=` cut it down, `?before=` goes on."""
    query = dict(visit.request.query_params)
    asked = Asked(
        action=query.get("what") or None,
        user_id=query.get("person") or None,
        since=_day(query.get("since")),
        until=_day(query.get("until")),
        zone=visit.person.time_zone,
    )
    before = query.get("before", "")
    start = int(before) if before.isascii() and before.isdigit() and len(before) < 18 else None
    async with project_page(visit, code, "activity") as head:

        def draw(trail: Trail) -> None:
            ui.html(str(_drawn(trail, asked, start, visit.person.time_zone)))

        await Region(
            visit, lambda session, actor: read_trail(session, actor, head.id, asked, before=start), draw
        ).show()


def _drawn(trail: Trail, asked: Asked, start: int | None, zone: str) -> h.Element:
    return h.div(".stack")[
        _filters(trail, asked),
        h.ol(".trail")[(_entry(entry, zone) for entry in trail.entries)]
        if trail.entries
        else h.div(".sheet.empty")[
            h.h2["Nothing here"], h.p["Nothing was done to this project that you may see and that fits this."]
        ],
        h.div(".row-of")[
            h.a(".btn", href=_address(trail.code, asked))["Newest"] if start else None,
            h.a(".btn", href=_address(trail.code, asked, before=trail.older))["Older"] if trail.older else None,
        ],
    ]


def _filters(trail: Trail, asked: Asked) -> h.Element:
    return h.form(".filters", method="get", action=address(trail.code, "activity"))[
        _select("what", "What", [("", "Everything"), *_ACTIONS.items()], asked.action),
        _select("person", "Who", [("", "Everybody"), *trail.people], asked.user_id),
        h.label(".filter-day")["from ", h.input(type="date", name="since", value=_iso(asked.since))],
        h.label(".filter-day")["to ", h.input(type="date", name="until", value=_iso(asked.until))],
        h.button(".btn", type="submit")["Show"],
    ]


def _select(name: str, label: str, options: list[tuple[str, str]], chosen: str | None) -> h.Element:
    return h.select(name=name, aria_label=label)[
        (h.option(value=value, selected=value == (chosen or ""))[words] for value, words in options)
    ]


def _entry(entry: TrailEntry, zone: str) -> h.Element:
    done = _DONE.get(entry.action, entry.action.replace("_", " "))
    return h.li(id=f"entry_{entry.seq}")[
        h.span(".small.muted")[moment(entry.at, zone)],
        h.div[
            # What the clock closed nobody did.
            [h.strong[entry.name], f" {done} "] if entry.action != "expired" else "Time ran out for ",
            h.a(".in-text", href=f"/approvals/{entry.change_set_id}", data_row=True)[entry.code]
            if entry.change_set_id
            else None,
            f": {entry.title}" if entry.title else None,
        ],
    ]


def _address(code: str, asked: Asked, *, before: int | None = None) -> str:
    given = {
        "what": asked.action,
        "person": asked.user_id,
        "since": _iso(asked.since),
        "until": _iso(asked.until),
        "before": before,
    }
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{address(code, 'activity')}?{query}" if query else address(code, "activity")


def _day(text: str | None) -> date | None:
    try:
        on = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    # At the ends of the calendar there is no day before or after, nor another time zone's.
    return on if on is not None and date.min.year < on.year < date.max.year else None


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None
