"""Drawing the list of change sets: the filters as links and a plain form, and dense rows that the keyboard walks."""

from __future__ import annotations

from datetime import datetime, timedelta

import htpy as h

from api.web.approvals.asked import DECIDED, FIRST, HISTORY, PROPOSERS, WAITING, Asked
from api.web.approvals.queue import Queue, Waiting
from api.web.components.badges import badge
from api.web.components.figures import money
from api.web.components.icons import icon

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_STATUS_WORDS = {"reverted": "undone", "superseded": "replaced"}


def filters_view(asked: Asked, queue: Queue) -> h.Element:
    """Draw what one may ask for."""
    return h.div(".queue-asks")[
        h.nav(".tabs", aria_label="Which change sets")[
            _tab("Waiting", WAITING, asked), _tab("History", HISTORY, asked, here=asked.show != WAITING)
        ],
        _statuses(asked) if asked.show != WAITING else None,
        h.form(".queue-form", method="get", action="/approvals", role="search", aria_label="Filter change sets")[
            h.input(type="hidden", name="show", value=asked.show) if asked.show != WAITING else None,
            h.span(".search-box")[
                icon("search", size=16),
                h.input(
                    type="search",
                    name="find",
                    value=asked.find,
                    placeholder="Title, code or project",
                    aria_label="Find",
                ),
            ],
            _choice("project", "Every project", asked.project, queue.choices, "Project"),
            _choice("by", "By anyone", asked.by, (("me", "By or for me"), *PROPOSERS.items()), "Proposed by"),
            h.label(".tick")[
                h.input(type="checkbox", name="outside", value="1", checked=asked.outside, data_submit=True),
                "Has outside text",
            ],
            h.button(".btn", type="submit")["Filter"],
            h.a(".btn.btn-ghost", href=Asked(show=asked.show).address())["Clear"] if asked.is_narrowed else None,
        ],
    ]


def queue_view(asked: Asked, queue: Queue, now: datetime) -> h.Element:
    """Draw the rows, or why there are none."""
    if not queue.rows:
        return _nothing(asked)
    return h.div(".sheet.queue", id="queue")[
        h.ol(".queue-rows", aria_label="Change sets")[(_row(row, asked, now) for row in queue.rows)],
        h.a(".queue-more", href=asked.address(shown=asked.shown + FIRST), data_row=True)[f"Show {FIRST} more"]
        if queue.more
        else None,
    ]


def age_of(at: datetime, now: datetime) -> str:
    """Return how long ago something was, in one measure."""
    since = now - at
    if since < _MINUTE:
        return "just now"
    if since < _HOUR:
        return f"{since // _MINUTE} min"
    if since < 2 * _DAY:
        return f"{since // _HOUR} h"
    return f"{since // _DAY} days" if since < 60 * _DAY else f"{since // (30 * _DAY)} months"


def status_word(status: str) -> str:
    return _STATUS_WORDS.get(status, status)


def _row(row: Waiting, asked: Asked, now: datetime) -> h.Element:
    return h.li(".queue-row")[
        _pick(row) if asked.show == WAITING else None,
        h.a(".queue-link", href=f"/approvals/{row.id}", data_row=True)[
            h.span(".queue-what")[
                h.span(".queue-title")[row.title],
                h.span(".queue-marks")[
                    h.span(".code")[row.id],
                    (h.span(".chip", title=name)[code] for code, name in row.projects),
                    h.span(".badge.tone-warn")["has outside text"] if row.tainted else None,
                    h.span(".badge.tone-wait")[row.second] if row.second else None,
                ],
            ],
            h.span(".queue-who")[row.who, h.span(".small.muted")[f" {row.how}"] if row.how else None],
            h.span(".queue-age", title=f"{row.created_at:%d %b %Y %H:%M} UTC")[age_of(row.created_at, now)],
            h.span(".queue-amount")[
                money(row.amount_minor, row.currency) if row.amount_minor is not None else h.span(".none")["–"]
            ],
            h.span(".queue-status")[badge(status_word(row.status), tone=None if row.status != "pending" else "wait")],
        ],
    ]


def _pick(row: Waiting) -> h.Element:
    """Draw the box that picks a row to be greenlit with others; where it cannot be, why not."""
    if row.alone_because:
        return h.span(".queue-pick.no", title=row.alone_because)[
            h.input(type="checkbox", disabled=True, aria_label=f"{row.id} cannot be picked: {row.alone_because}")
        ]
    return h.label(".queue-pick", title="Pick, to greenlight it together with others of its kind")[
        h.input(
            type="checkbox",
            data_pick=row.id,
            data_digest=row.digest,
            data_kinds=row.kinds,
            aria_label=f"Pick {row.title}",
        )
    ]


def _nothing(asked: Asked) -> h.Element:
    if asked.is_narrowed:
        return h.div(".sheet.empty")[
            h.h2["Nothing fits"],
            h.p["No change set is like this. Take a filter away to see more."],
            h.a(".btn", href=Asked(show=asked.show).address())["Clear the filters"],
        ]
    if asked.show != WAITING:
        return h.div(".sheet.empty")[
            h.h2["Nothing here yet"], h.p["What is decided, or runs out of time, is kept here."]
        ]
    return h.div(".sheet.empty")[
        h.h2["Nothing waits for you"],
        h.p["What the copilot, a colleague or a program proposes appears here at once. Nothing changes before that."],
        h.div(".row-of")[
            h.a(".btn", href="/copilot")["Ask the copilot"], h.a(".btn", href=Asked(HISTORY).address())["History"]
        ],
    ]


def _tab(label: str, show: str, asked: Asked, *, here: bool | None = None) -> h.Element:
    current = asked.show == show if here is None else here
    return h.a(class_={"here": current}, href=asked.address(show=show), aria_current="page" if current else None)[label]


def _statuses(asked: Asked) -> h.Element:
    return h.nav(".row-of", aria_label="What became of them")[
        (
            h.a(
                class_=["chip", {"here": asked.show == show}],
                href=asked.address(show=show),
                aria_current="true" if asked.show == show else None,
            )[label]
            for show, label in ((HISTORY, "all"), *((status, status_word(status)) for status in DECIDED))
        )
    ]


def _choice(name: str, anything: str, chosen: str, choices: tuple[tuple[str, str], ...], label: str) -> h.Element:
    return h.select(name=name, aria_label=label, data_submit=True)[
        h.option(value="")[anything],
        (
            h.option(value=value, selected=value == chosen)[said if name == "by" else f"{value} · {said}"]
            for value, said in choices
        ),
    ]
