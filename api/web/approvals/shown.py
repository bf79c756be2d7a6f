"""Drawing one change set: what it is, whose words are whose, what exactly would change, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from api.shown.diff import Group, sections_of
from api.shown.said import said_before_edit
from api.web.approvals.change import Recorded, Shown, who_proposed
from api.web.approvals.listing import status_word
from api.web.components.badges import badge
from api.web.components.diff_view import groups_view, section_sum, value_view
from api.web.components.figures import moment, money
from api.web.components.icons import icon
from api.web.components.prose import prose
from store.changes.queries import ChangeHead
from store.proposals.twins import told

_CHANNELS = {"rest": "REST API", "cli": "terminal", "web": "web", "demo": "demo", "mail": "e-mail", "mcp": "MCP"}
_TOTALS = ("subtotal_minor", "contingency_minor", "fee_minor", "tax_minor", "total_minor")


def head_view(shown: Shown, zone: str) -> h.Element:
    """Draw what it is, who proposed it and when, and what is at stake."""
    head = shown.head
    return h.header(".change-head")[
        h.a(".back-link.small", href="/approvals")[icon("back", size=16), "Approvals"],
        h.div(".spread")[
            h.h1[head.title],
            h.span(".change-amount", title="The largest amount in one operation")[
                money(head.amount_minor, head.currency)
            ]
            if head.amount_minor is not None
            else None,
        ],
        h.div(".row-of")[
            badge(status_word(head.status), tone=None if head.status != "pending" else "wait"),
            h.span(".code")[head.code],
            h.span(".muted.small")[f"revision {head.revision}"] if len(shown.revisions) > 1 else None,
            h.span(".badge.tone-warn")["has outside text"] if head.tainted else None,
            (h.a(".chip", href=f"/projects/{code}")[f"{code} · {name}"] for _, code, name in shown.projects),
        ],
        h.p(".muted.small")[
            f"Proposed by {who_proposed(head, shown.names)} through the {_channel(head)}, ",
            moment(head.created_at, zone),
            _fate(shown, zone),
        ],
    ]


def callouts_view(shown: Shown) -> h.Element:
    """Draw what a person should know before reading on."""
    head, later = shown.head, shown.latest
    return h.div(".callouts")[
        h.div(".callout", role="note")[
            icon("warning"),
            h.p[
                h.strong["Text from outside the studio was read for this. "],
                "Check names, sums and addresses against what was sent; whoever wrote it may have wanted this change.",
            ],
        ]
        if head.tainted and head.status in ("pending", "stale")
        else None,
        (
            h.div(".callout", role="note")[
                icon("warning"),
                h.p[f"{told(twin)} ", h.a(href=f"/approvals/{twin.head.code}")[f"Look at {twin.head.code}"]],
            ]
            for twin in shown.twins
        ),
        h.div(".callout.plain", role="note")[
            icon("clock"),
            h.p[
                f"Revision {later.revision} replaces this one. ",
                h.a(href=f"/approvals/{later.id}?revision={later.revision}")["Look at that instead"],
            ],
        ]
        if later.revision > head.revision
        else None,
    ]


def words_view(shown: Shown) -> h.Element | None:
    """Draw the proposer's own words, apart from what is computed."""
    if not shown.rationale:
        return None
    first = said_before_edit(shown.revisions, shown.head)
    speaker = first or shown.head
    says = "The copilot" if speaker.proposed_kind == "agent" else shown.names.get(speaker.proposed_by, "The proposer")
    return h.aside(".sheet.says", aria_label=f"{says} says")[
        h.h2[f"{says} said of revision {first.revision}, before it was edited" if first else f"{says} says"],
        h.div(".prose")[prose(shown.rationale)],
    ]


def body_view(shown: Shown, *, everything: bool) -> h.Element:
    """Draw the exact before and after, what would be sent, and the quotes it rests on."""
    summary = summary_view(shown.groups)
    return h.div(class_=["change-body", {"with-summary": summary is not None}])[
        h.div(".change-main")[
            groups_view(shown.groups, everything=everything) if shown.groups else h.p(".muted")["No data changes."],
            (
                h.section(".sheet.mail")[
                    h.h2[
                        h.span(".mark-of.sends", aria_hidden="true")["→"], f"Then: sends e-mail to {', '.join(mail.to)}"
                    ],
                    h.p(".small.muted")[f"Copy to {', '.join(mail.cc)}"] if mail.cc else None,
                    h.p[h.strong[mail.subject]],
                    h.div(".mail-body.verbatim")[mail.body],
                ]
                for mail in shown.mails
            ),
            _quotes(shown),
        ],
        summary,
    ]


def summary_view(groups: tuple[Group, ...]) -> h.Element | None:
    """Draw what the lines come to by account, and the offer's totals: in sight while one reads the lines."""
    lines = [group for group in groups if group.table == "budget_lines" and group.columns]
    totals = next((group.rows[0] for group in groups if group.table == "proposals"), None)
    if not lines:
        return None
    return h.aside(".summary", aria_label="What it comes to")[
        h.div(".sheet")[
            h.h2["What it comes to"],
            h.div(".summary-rows")[
                (
                    h.a(".summary-row", href=f"#account-{section.name.split(' ')[0]}", data_unfold=True)[
                        h.span[section.name or "No account"], h.span(".num")[section_sum(group.verb, section)]
                    ]
                    for group in lines
                    for section in sections_of(group)
                )
            ],
            h.dl(".summary-totals")[
                (
                    h.div[h.dt[field.label.capitalize()], h.dd[value_view(field.after)]]
                    for field in (totals.cell(column) for column in _TOTALS)
                    if not field.after.is_nothing
                )
            ]
            if totals is not None
            else _sum_of(lines),
        ]
    ]


def _sum_of(lines: Sequence[Group]) -> h.Element | None:
    """Draw what all lines come to, where no offer says it."""
    sums = [one.after for group in lines for one in sections_of(group) if one.after is not None]
    if not sums or len({amount.currency for amount in sums}) > 1:
        return None
    return h.dl(".summary-totals")[
        h.div[h.dt["All lines"], h.dd[money(sum(amount.minor for amount in sums), sums[0].currency)]]
    ]


def history_view(shown: Shown, zone: str) -> h.Element:
    """Draw all revisions and their fate, and what is on record."""
    return h.section(".sheet.revisions-sheet", id="history")[
        h.h2["History"],
        h.ol(".revisions")[(_revision(revision, shown, zone) for revision in shown.revisions)],
        h.details[
            h.summary[f"On record: {len(shown.records)} audit entr{'y' if len(shown.records) == 1 else 'ies'}"],
            h.ol(".records")[(_record(record, zone) for record in shown.records)],
        ]
        if shown.records
        else None,
    ]


def _revision(revision: ChangeHead, shown: Shown, zone: str) -> h.Element:
    here = revision.id == shown.head.id
    label = f"Revision {revision.revision}"
    return h.li(class_={"here": here})[
        h.span[label] if here else h.a(href=f"/approvals/{revision.code}?revision={revision.revision}")[label],
        badge(status_word(revision.status)),
        h.span(".small.muted")[
            f"by {who_proposed(revision, shown.names)}, ",
            moment(revision.created_at, zone),
            h.fragment[
                f"; {revision.status} by {shown.names.get(revision.decided_by, revision.decided_by)}, ",
                moment(revision.decided_at, zone),
            ]
            if revision.decided_by
            else None,
        ],
        money(revision.amount_minor, revision.currency) if revision.amount_minor is not None else None,
    ]


def _record(record: Recorded, zone: str) -> h.Element:
    return h.li[
        h.span(".code")[f"#{record.seq}"],
        h.span[f"{record.who}: {record.action} ", h.span(".code.small")[record.revision]],
        h.span(".small.muted")[moment(record.at, zone), f" · {record.note}" if record.note else None],
    ]


def _fate(shown: Shown, zone: str) -> h.Node:
    head = shown.head
    if head.decided_by:
        word = "greenlit" if head.status in ("applied", "reverted") else head.status
        said = f". {word.capitalize()} by {shown.names.get(head.decided_by, head.decided_by)}, "
        note = f": “{shown.decision_note}”" if shown.decision_note else None
        return h.fragment[said, moment(head.decided_at, zone), note]
    return h.fragment[", expires ", moment(head.expires_at, zone)] if head.status == "pending" else None


def _channel(head: ChangeHead) -> str:
    return _CHANNELS.get(head.origin_channel, head.origin_channel)


def _quotes(shown: Shown) -> h.Element | None:
    if not shown.quotes:
        return None
    return h.details(".sheet.quotes", open=len(shown.quotes) <= 6)[
        h.summary[h.h2[f"It rests on {len(shown.quotes)} quote{'s' if len(shown.quotes) > 1 else ''}"]],
        h.ul[(h.li[h.q[said.quote], h.span(".small.muted")[f" {said.source}"]] for said in shown.quotes)],
        h.a(".small", href=f"/approvals/{shown.head.code}?revision={shown.head.revision}&view=brief")[
            "See them in the brief"
        ]
        if shown.from_brief
        else None,
    ]
