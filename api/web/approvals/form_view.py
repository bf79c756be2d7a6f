"""Drawing the form: budget lines as a table one types in, everything else as fields under what it belongs to.

The fields are plain HTML, which keeps a form of three hundred lines quick; the browser tells what was changed
(`static/approvals.js`), and keeps it whatever happens to the connection or the session.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import htpy as h

from api.web.approvals.form import FieldSpec, PartSpec

_LINES = ("add_budget_line", "change_budget_line")
_COLUMNS = (
    ("description", "Description"),
    ("quantity", "Quantity"),
    ("multiplier", "×"),
    ("unit", "Unit"),
    ("rate_minor", "Rate"),
)
_OPEN_UP_TO = 2


def form_view(form: Sequence[PartSpec]) -> h.Element:
    """Draw the whole form."""
    lines = [part for part in form if part.kind in _LINES]
    others = [part for part in form if part.kind not in _LINES and (part.fields or part.parts)]
    unfolded = len(others) <= _OPEN_UP_TO
    return h.div(".edit-form", id="edit-form")[
        _lines(lines) if lines else None,
        (_operation(part, unfolded=unfolded or not lines) for part in others),
    ]


def _lines(lines: Sequence[PartSpec]) -> h.Element:
    with_multiplier = any(field.value != "1" for line in lines if (field := line.field("multiplier")))
    columns = [(name, label) for name, label in _COLUMNS if name != "multiplier" or with_multiplier]
    return h.section(".sheet.edit-lines")[
        h.h2["Budget lines"],
        h.p(".small.muted")["Accounts, contingency, fee, tax and totals follow the lines."],
        h.div(".table-scroll")[
            h.table(".table")[
                h.thead[
                    h.tr[
                        (h.th(class_=_figure(name), scope="col")[label] for name, label in columns),
                        h.th(scope="col")[h.span(".visually-hidden")["Take out"]],
                    ]
                ],
                (
                    h.tbody[
                        h.tr(".group")[h.td(colspan=str(len(columns) + 1))[account]] if account else None,
                        (_line(line, columns) for line in some),
                    ]
                    for account, some in groupby(lines, lambda line: line.account)
                ),
            ]
        ],
    ]


def _line(line: PartSpec, columns: Sequence[tuple[str, str]]) -> h.Element:
    return h.tr(data_part=line.path)[
        (
            h.td(class_=_figure(name), data_label=label)[
                _input(field, aria_label=f"{label} of {line.title.partition(': ')[2]}")
                if (field := line.field(name))
                else None
            ]
            for name, label in columns
        ),
        h.td[_take_out(line)],
    ]


def _operation(part: PartSpec, *, unfolded: bool) -> h.Element:
    return h.details(".sheet.edit-part", open=unfolded, data_part=part.path)[
        h.summary[h.h2[part.title]],
        _fields(part),
        (_inner(inner) for inner in part.parts),
        h.div[_take_out(part, words=f"Take this out: {part.title}")],
    ]


def _inner(part: PartSpec) -> h.Element | None:
    if not part.fields and not part.parts:
        return None
    return h.fieldset(".edit-inner", data_part=part.path)[
        h.legend[part.title],
        _fields(part),
        (_inner(inner) for inner in part.parts),
        _take_out(part, words="Take out") if part.removable else None,
    ]


def _fields(part: PartSpec) -> h.Element:
    return h.div(".edit-fields")[
        (
            h.label(class_=["field", {"wide": field.kind in ("long", "lines"), "tick": field.kind == "flag"}])[
                h.span[field.label, f" ({field.currency})" if field.currency else None],
                _input(field),
                h.span(".small.muted")["One a line."] if field.kind == "lines" else None,
            ]
            for field in part.fields
        )
    ]


def _input(field: FieldSpec, *, aria_label: str | None = None) -> h.Node:
    told = {"data_path": field.path, "aria_label": aria_label}
    if field.kind == "choice":
        empty = () if field.required else ("",)
        return h.select(**told)[
            (
                h.option(value=choice, selected=choice == field.value)[choice or "nothing"]
                for choice in (*empty, *field.choices)
            )
        ]
    if field.kind in ("long", "lines"):
        rows = min(field.value.count("\n") + 1 + len(field.value) // 100, 12)
        return h.textarea(rows=str(rows), **told)[field.value]
    if field.kind == "flag":
        return h.input(type="checkbox", checked=bool(field.value), **told)
    kinds = {"day": ("date", None), "number": ("text", "decimal"), "money": ("text", "decimal"), "text": ("text", None)}
    kind, keys = kinds[field.kind]
    figure = "figure" if keys else None
    most = str(field.most) if field.most and field.kind == "text" else None
    return h.input(type=kind, inputmode=keys, class_=figure, value=field.value, maxlength=most, **told)


def _take_out(part: PartSpec, *, words: str = "") -> h.Element:
    label = f"Take out {part.title}"
    return h.label(".take-out", title=label)[
        h.input(type="checkbox", data_remove=part.path, aria_label=None if words else label),
        h.span[words or "Take out"],
    ]


def _figure(name: str) -> str | None:
    return "figure" if name in ("quantity", "multiplier", "rate_minor") else None
