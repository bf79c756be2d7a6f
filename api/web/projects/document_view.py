"""Drawing documents: a list, what a search found, and the text of one with the cited words marked.

Nothing of an original is ever shown in place: only its text, escaped, and the original as a file to save.
"""

from __future__ import annotations

import htpy as h

from api.web.components.badges import badge
from api.web.components.figures import moment
from api.web.components.icons import icon
from api.web.projects.document_reading import DocumentRow, Documents, OpenDocument
from api.web.projects.head import address
from api.web.projects.words import size_words


def listing(found: Documents, words: str, zone: str) -> h.Element:
    """Return the search, what it found, and every document."""
    return h.div(".stack")[
        _search(found, words) if found.rows else None,
        _hits(found, words) if words.strip() else None,
        _table(found, zone) if found.rows else _nothing(),
    ]


def whole(found: OpenDocument, zone: str) -> h.Element:
    """Return a document at one of its pages."""
    row = found.row
    return h.div(".document")[
        h.header(".page-head")[
            h.div[
                h.a(".small.muted", href=address(found.project_code, "documents"))[f"{found.project_code}, documents"]
                if found.project_code
                else None,
                h.h1[row.filename],
                h.div(".row-of.small.muted")[_about(row, zone)],
            ],
            h.div(".row-of")[_reading(found.project_code, row), _original(row)],
        ],
        _pager(found),
        h.section(".sheet.sheet-body", id=f"page-{found.page}", aria_label=f"Page {found.page}")[
            h.div(".document-text")[_marked(found)]
        ]
        if found.text
        else h.div(".sheet.empty")[h.h2["No text to show"], h.p["Save the original to open it."], _original(row)],
        _pager(found),
    ]


def _search(found: Documents, words: str) -> h.Element:
    return h.form(".filters", method="get", action=address(found.code, "documents"), role="search")[
        h.input(
            ".filter-words", type="search", name="find", value=words, placeholder="Search the text", aria_label="Search"
        ),
        h.button(".btn", type="submit")["Search"],
    ]


def _hits(found: Documents, words: str) -> h.Element:
    if not found.hits:
        return h.p(".muted")[f"No page holds all of “{words}”."]
    return h.ul(".hits")[
        (
            h.li[
                h.a(href=f"/documents/{hit.document_id}?page={hit.page}", data_row=True)[
                    f"{hit.filename}, page {hit.page}"
                ],
                h.div(".small.muted")[hit.excerpt],
            ]
            for hit in found.hits
        )
    ]


def _table(found: Documents, zone: str) -> h.Element:
    return h.div(".sheet.table-scroll")[
        h.table(".table.documents")[
            h.thead[h.tr[h.th["Document"], h.th["Kind"], h.th(".figure")["Size"], h.th["Added"], h.th["From"], h.th]],
            h.tbody[
                (
                    h.tr(id=row.id)[
                        h.td[h.a(href=f"/documents/{row.id}", data_row=True)[row.filename]],
                        h.td[badge(row.kind, tone="quiet")],
                        h.td(".figure")[size_words(row.size_bytes)],
                        h.td[moment(row.added_at, zone)],
                        h.td(".muted")[row.source],
                        h.td(".figure")[h.div(".row-of")[_reading(found.code, row), _original(row, short=True)]],
                    ]
                    for row in found.rows
                )
            ],
        ]
    ]


def _about(row: DocumentRow, zone: str) -> h.Node:
    return [
        badge(row.kind, tone="quiet"),
        h.span[size_words(row.size_bytes)],
        moment(row.added_at, zone),
        h.span[f"from {row.source}"] if row.source else None,
    ]


def _reading(code: str | None, row: DocumentRow) -> h.Node:
    if row.brief_id is None or code is None:
        return None
    return h.a(".btn.btn-ghost.btn-small", href=f"{address(code, 'brief')}#{row.brief_id}")["What was read in it"]


def _original(row: DocumentRow, *, short: bool = False) -> h.Element:
    where = f"/v1/documents/{row.id}/content"
    if short:
        return h.a(".icon-button", href=where, download=True, aria_label=f"Save {row.filename}", title="Save")[
            icon("download", size=16)
        ]
    return h.a(".btn", href=where, download=True)[icon("download", size=16), "Save the original"]


def _pager(found: OpenDocument) -> h.Node:
    if len(found.numbers) < 2:
        return None
    at = found.numbers.index(found.page)
    before = found.numbers[at - 1] if at else None
    after = found.numbers[at + 1] if at + 1 < len(found.numbers) else None
    return h.nav(".row-of", aria_label="Pages")[
        _turn(found, before, "Earlier"),
        h.span(".muted")[f"Page {found.page} of {len(found.numbers)}"],
        _turn(found, after, "Next"),
    ]


def _turn(found: OpenDocument, number: int | None, words: str) -> h.Node:
    return h.a(".btn", href=f"/documents/{found.row.id}?page={number}")[words] if number else None


def _marked(found: OpenDocument) -> h.Node:
    if found.cited is None:
        return found.text
    start, end = found.cited
    return [found.text[:start], h.mark(id="cited")[found.text[start:end]], found.text[end:]]


def _nothing() -> h.Element:
    return h.div(".sheet.empty")[h.h2["No documents yet"], h.p["What you may open of this project appears here."]]
