"""What one goes on with once a change is in: its project and its offer, offered where one has just greenlit it."""

from __future__ import annotations

import htpy as h

from api.web.approvals.change import Shown
from api.web.components.icons import icon


def next_steps_view(shown: Shown) -> h.Element | None:
    """Draw the ways on from a change that is in and is about one project; None where there are none."""
    if shown.head.status != "applied" or len(shown.projects) != 1:
        return None
    ((_, code, name),) = shown.projects
    offer = shown.offer
    return h.section(".callout.good.next-steps", aria_label="Go on")[
        icon("check"),
        h.p[h.strong["This is in. "], f"Go on with {name or code}:"],
        h.div(".row-of")[
            h.a(".btn.btn-primary", href=f"/projects/{code}/brief?version={offer}")["See the proposal"]
            if offer
            else None,
            h.a(".btn", href=f"/v1/proposals/{offer}/pdf?edition=client", download=True)[
                icon("download", size=16), "PDF"
            ]
            if offer
            else None,
            h.a(".btn", href=f"/projects/{code}")["Open the project"],
        ],
    ]
