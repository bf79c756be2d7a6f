"""Drawing an offer: its versions, what it comes to and how, when, on which terms, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from api.web.components.badges import badge
from api.web.components.facts import said
from api.web.components.figures import day, money
from api.web.components.icons import icon
from api.web.projects.head import address
from api.web.projects.proposal_reading import BriefAndProposal, BriefShown, Inside, Offer, Step


def versions(found: BriefAndProposal) -> h.Element:
    """Return the list of versions; the one that is shown is marked."""
    return h.nav(".versions", aria_label="Versions")[
        (
            h.a(
                class_={"version": True, "here": found.shown is not None and version.id == found.shown.id},
                href=f"{address(found.code, 'brief')}?version={version.id}",
                data_row=True,
            )[
                h.span[f"Version {version.revision}"],
                badge(version.status),
                money(version.total.minor, version.total.currency),
            ]
            for version in found.versions
        )
    ]


def compared(found: BriefAndProposal) -> h.Node:
    """Return the way to what the version that is shown changes in the one before it."""
    shown = found.shown
    earlier = [version for version in found.versions if shown is not None and version.revision < shown.revision]
    if shown is None or not earlier:
        return None
    return h.a(".btn.btn-ghost", href=f"{address(found.code, 'compare')}/{earlier[0].id}/{shown.id}")[
        f"What changed since version {earlier[0].revision}"
    ]


def offer_head(offer: Offer) -> h.Element:
    return h.div(".spread")[
        h.div[
            h.h2(id=offer.id)[offer.title],
            h.div(".row-of.muted.small")[
                f"Version {offer.revision}",
                badge(offer.status),
                h.span["Delivery ", day(offer.delivery_on)] if offer.delivery_on else None,
            ],
        ],
        h.div(".grand")[money(offer.total.minor, offer.total.currency), h.div(".small.muted")["including tax"]],
    ]


def documents_of(found: BriefAndProposal, offer: Offer) -> h.Fragment:
    """Return the ways to the offer as a document, and its pages, which a script fetches when they are opened."""
    pdf = f"/v1/proposals/{offer.id}/pdf"
    return h.fragment[
        h.div(".row-of")[
            h.a(".btn", href=f"{pdf}?edition=client", download=True)[icon("download", size=16), "PDF"],
            h.a(".btn.btn-ghost", href=f"{pdf}?edition=internal", download=True)["Internal PDF"]
            if offer.inside
            else None,
            compared(found) if offer.inside else None,
        ],
        h.details(".pages", data_pages=f"/v1/proposals/{offer.id}/pages")[
            h.summary["Look at the pages"], h.div(".pages-shown", role="list", aria_label="Pages")
        ],
    ]


def offer_body(offer: Offer, brief: BriefShown | None) -> h.Element:
    """Return what an offer says, and inside the studio also what is behind it."""
    inside = offer.inside
    return h.div(".offer-body")[
        _parts(offer, inside) if inside else None,
        _warnings(inside) if inside else None,
        _texts("Deliverables", said(brief.reading.facts, "deliverables")) if brief else None,
        _steps(offer.steps),
        _terms(offer.terms),
        _texts("Assumptions", offer.assumptions),
        _texts("Not included", offer.exclusions),
        _texts("Questions for the client", inside.questions) if inside else None,
        _levers(inside) if inside else None,
    ]


def _parts(offer: Offer, inside: Inside) -> h.Element:
    return h.table(".sums")[
        h.tbody[
            (
                h.tr[h.th(scope="row")[name], h.td(".figure")[money(part.minor, part.currency)]]
                for name, part in inside.parts
            ),
            h.tr(".sum")[h.th(scope="row")["Total"], h.td(".figure")[money(offer.total.minor, offer.total.currency)]],
        ]
    ]


def _steps(steps: tuple[Step, ...]) -> h.Node:
    if not steps:
        return None
    return h.section[
        h.h3["Schedule"],
        h.ul(".dates")[
            (
                h.li(id=step.id, title=step.rule)[
                    h.span[step.name],
                    h.span(".muted")[
                        day(step.starts_on), [" – ", day(step.ends_on)] if step.ends_on != step.starts_on else None
                    ],
                ]
                for step in steps
            )
        ],
    ]


def _terms(terms: tuple[tuple[str, str], ...]) -> h.Node:
    if not terms:
        return None
    return h.section[h.h3["Terms"], h.dl(".terms")[((h.div[h.dt[title], h.dd[text]]) for title, text in terms)]]


def _texts(heading: str, texts: Iterable[str]) -> h.Node:
    items = list(texts)
    if not items:
        return None
    return h.section[h.h3[heading], h.ul(".plain-list")[(h.li[text] for text in items)]]


def _warnings(inside: Inside) -> h.Node:
    return [h.div(".callout")[icon("warning"), h.span[warning]] for warning in inside.warnings]


def _levers(inside: Inside) -> h.Node:
    if not inside.levers:
        return None
    return h.section[
        h.h3[f"Ways to bring it down, {inside.levers[0].basis}"],
        h.table(".table")[
            h.thead[h.tr[h.th["What"], h.th(".figure")["Saves"], h.th(".figure")["New total"], h.th[""]]],
            h.tbody[
                (
                    h.tr[
                        h.td[lever.description],
                        h.td(".figure")[money(lever.saving.minor, lever.saving.currency)],
                        h.td(".figure")[money(lever.new_total.minor, lever.new_total.currency)],
                        h.td[badge("fits", tone="good") if lever.fits else None],
                    ]
                    for lever in inside.levers
                )
            ],
        ],
    ]
