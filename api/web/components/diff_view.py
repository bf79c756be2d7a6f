"""The exact before and after of a change set as HTML: marks and words say what colour says.

Nothing that changes is left out: what a table has no column for stands under its row, and `everything` draws each row
whole, with its technical columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from api.shown.diff import Field, Group, Row, Section, Verb, sections_of
from api.shown.values import Value, heading_of
from api.web.components.figures import money

_MARKS: dict[Verb, tuple[str, str]] = {"new": ("+", "New"), "changed": ("~", "Changed"), "removed": ("−", "Removed")}
_FIGURES = frozenset({"quantity", "multiplier", "rate_minor", "total_minor"})
# What goes without saying under a row of a table: what it belongs to, and what stands there already.
_UNSAID = frozenset(
    "account_id multiplier budget_id proposal_id currency source rule rate_card_id rate_item_id".split()
)
_OPEN_UP_TO = 60  # lines, up to which every account is unfolded at first


def groups_view(groups: Sequence[Group], *, everything: bool = False) -> h.Element:
    """Draw all groups, in order."""
    return h.div(".diff")[(_group(group, everything=everything) for group in groups)]


def value_view(value: Value) -> h.Node:
    """Draw one value; nothing is said as nothing."""
    if value.is_nothing:
        return h.span(".none")["nothing"]
    if value.minor is not None:
        return money(value.minor, value.currency)
    if value.items:
        return h.ul(".values")[(h.li[item] for item in value.items)]
    return h.span(class_="num" if value.figure else "words")[value.text]


def step_view(field: Field) -> h.Node:
    """Draw what a value is and what it would become."""
    return h.span(".step-of")[
        h.del_(".was")[h.span(".visually-hidden")["before: "], value_view(field.before)],
        h.span(".arrow", aria_hidden="true")[" → "],
        h.ins(".now")[h.span(".visually-hidden")["after: "], value_view(field.after)],
    ]


def _group(group: Group, *, everything: bool) -> h.Element:
    mark, word = _MARKS[group.verb]
    count = f"{len(group.rows)} " if len(group.rows) > 1 else ""
    head = h.h2(".diff-head")[
        h.span(class_=f"mark-of {group.verb}", aria_hidden="true")[mark], h.span[f"{word}: {count}{group.title}"]
    ]
    if everything or not group.columns:
        inside: h.Node = [_row(group, row, everything=everything) for row in group.rows]
    elif group.table == "budget_lines":
        sections = sections_of(group)
        unfolded = len(group.rows) <= _OPEN_UP_TO
        inside = [_section(group, section, unfolded=unfolded) for section in sections]
    else:
        inside = h.div(".table-scroll")[_table(group, group.columns, group.rows)]
    if group.table == "budget_accounts" and group.columns and not everything:
        # Each account heads its lines below: the list of them stays folded.
        inside = h.details(".technical.folded")[h.summary[", ".join(row.name for row in group.rows)], inside]
    return h.section(class_=f"sheet diff-group {group.verb}", id=f"{group.verb}-{group.table}")[head, inside]


def _section(group: Group, section: Section, *, unfolded: bool) -> h.Element:
    """Draw one account's lines, which fold away under its name and sum."""
    columns = tuple(column for column in group.columns if column != "account_id")
    return h.details(".account", open=unfolded, id=f"account-{section.name.split(' ')[0]}")[
        h.summary[
            h.span(".account-name")[section.name or "No account"],
            h.span(".small.muted")[_lines(len(section.rows))],
            h.span(".account-sum")[section_sum(group.verb, section)],
        ],
        h.div(".table-scroll")[_table(group, columns, section.rows)],
    ]


def section_sum(verb: Verb, section: Section) -> h.Node:
    """Draw what an account's lines come to: of changed lines before and after."""
    sums = [(amount.minor, amount.currency) for amount in (section.before, section.after) if amount is not None]
    if verb == "changed" and len(sums) == 2 and sums[0] != sums[1]:
        return [money(*sums[0]), " → ", money(*sums[1])]
    return money(*sums[-1]) if sums else None


def _table(group: Group, columns: Sequence[str], rows: Sequence[Row]) -> h.Element:
    return h.table(".table.diff-table")[
        h.thead[
            h.tr[
                (
                    h.th(class_=["figure" if column in _FIGURES else "", f"col-{column}"], scope="col")[
                        heading_of(column).capitalize()
                    ]
                    for column in columns
                )
            ]
        ],
        h.tbody[(_table_row(group, columns, row) for row in rows)],
    ]


def _table_row(group: Group, columns: Sequence[str], row: Row) -> h.Element:
    described = next((column for column in ("description", "name") if column in columns), columns[0])
    return h.tr(class_=f"of-{group.verb}")[
        (
            h.td(class_=["figure" if column in _FIGURES else "", f"col-{column}"], data_label=heading_of(column))[
                _cell(group.verb, row.cell(column)), _under(columns, row) if column == described else None
            ]
            for column in columns
        )
    ]


def _cell(verb: Verb, field: Field) -> h.Node:
    return step_view(field) if verb == "changed" and field.changed else value_view(field.value)


def _under(columns: Sequence[str], row: Row) -> h.Node:
    """Draw what the table has no column for: whatever changes, and where the row comes from."""
    rest = [
        field
        for field in row.fields
        if field.column not in columns
        and not field.technical
        and (
            field.column not in _UNSAID
            or (field.changed and not field.before.is_nothing and field.after != field.before)
        )
    ]
    shown = [
        h.div(".under")[f"{field.label}: ", step_view(field) if not field.before.is_nothing else field.after.text]
        for field in rest
    ]
    return [h.div(".under.source")[row.source] if row.source else None, *shown]


def _row(group: Group, row: Row, *, everything: bool) -> h.Element:
    fields = [field for field in row.fields if everything or (field.changed and not field.technical)]
    return h.div(class_=f"diff-row of-{group.verb}")[
        h.h3[row.name or row.id],
        h.dl(".fields")[
            (
                h.div(".field-of")[
                    h.dt[field.label.capitalize()],
                    h.dd[step_view(field) if group.verb == "changed" and field.changed else value_view(field.value)],
                ]
                for field in fields
            )
        ],
        _aside(row) if not everything else None,
    ]


def _aside(row: Row) -> h.Node:
    """Draw the technical columns that change, folded away."""
    technical = [field for field in row.fields if field.technical and field.changed]
    if not technical:
        return None
    return h.details(".technical")[
        h.summary[f"Technical: {', '.join(field.label for field in technical)}"],
        h.dl(".fields")[
            (
                h.div(".field-of")[
                    h.dt[field.label], h.dd(".raw")[field.value.text if field.before.is_nothing else step_view(field)]
                ]
                for field in technical
            )
        ],
    ]


def _lines(count: int) -> str:
    return f"{count} line{'s' if count != 1 else ''}"
