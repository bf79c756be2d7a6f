"""The general way to propose: any operations on production data, typed and checked, as one change set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field

from store.changes.operation import Operation
from store.kernel.errors import Invalid
from store.kernel.ids import new_id
from store.operations import BY_KIND, parse_operation
from tools.context import Desk
from tools.declare import propose_tool
from tools.filing import file_proposal
from tools.reply import Reply

# Who may do what, and the house itself, are never a model's to propose on.
_PERMISSIONS = frozenset(
    "projects.write contacts.write briefs.write proposals.write budget.write rate_card.write crew.write "
    "documents.write".split()
)
OFFERED: dict[str, type[Operation]] = {
    kind: operation for kind, operation in BY_KIND.items() if operation.permission in _PERMISSIONS
}
_MOST = 60


def catalogue(operations: Iterable[tuple[str, type[Operation]]]) -> str:
    """Return one line for each kind: its fields, those that may be left out in brackets."""
    lines = []
    for kind, operation in operations:
        fields = [
            name if field.is_required() or name == "id" else f"[{name}]"
            for name, field in operation.model_fields.items()
            if name != "kind"
        ]
        lines.append(f"{kind}: {', '.join(fields)}")
    return "\n".join(lines)


def _propose_changes(
    desk: Desk,
    title: Annotated[str, Field(description="What it does, in a few words.", min_length=1, max_length=200)],
    operations: Annotated[list[dict[str, Any]], Field(min_length=1, max_length=_MOST)],
    reason: Annotated[str, Field(description="Why, in a sentence.", max_length=1000)] = "",
) -> Reply:
    return file_proposal(desk, title, [_operation(given) for given in operations], reason)


_propose_changes.__name__ = "propose_changes"
_propose_changes.__doc__ = (
    "Propose several typed operations as one change set; a person greenlights it. Each operation is an object with "
    "`kind` and its fields; leave out the `id` of something new and it is made. Kinds and fields:\n"
    + catalogue(sorted(OFFERED.items()))
)
propose_changes = propose_tool(permission="changes.read")(_propose_changes)


def _operation(given: dict[str, Any]) -> Operation:
    kind = given.get("kind")
    if kind not in OFFERED:
        raise Invalid(f"There is no operation of kind {kind!r} for you. Kinds: {', '.join(sorted(OFFERED))}.")
    makes_a_row = kind.startswith(("create_", "add_", "record_"))
    return parse_operation({"id": new_id("new"), **given} if makes_a_row else given)
