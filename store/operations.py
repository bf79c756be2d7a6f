"""The closed union of every operation there is. What is not in it cannot be changed by anyone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from store.access.operations import OPERATIONS as ACCESS
from store.budget.guards import GUARDS as BUDGET_GUARDS
from store.budget.operations import OPERATIONS as BUDGET
from store.budget.rate_operations import OPERATIONS as RATES
from store.budget.stakes import at_stake as offers_and_budgets
from store.changes.draft import Guard
from store.changes.operation import Operation
from store.changes.operations import OPERATIONS as CHANGES
from store.changes.stakes import AtStake, rates_at_stake
from store.crew.operations import OPERATIONS as CREW
from store.documents.operations import OPERATIONS as DOCUMENTS
from store.inbox.operations import OPERATIONS as INBOX
from store.kernel.errors import Invalid
from store.projects.operations import OPERATIONS as PROJECTS
from store.proposals.guards import GUARDS as PROPOSAL_GUARDS
from store.proposals.operations import OPERATIONS as PROPOSALS

OPERATIONS: tuple[type[Operation], ...] = (
    *ACCESS,
    *BUDGET,
    *RATES,
    *CHANGES,
    *CREW,
    *DOCUMENTS,
    *INBOX,
    *PROJECTS,
    *PROPOSALS,
)
GUARDS: dict[str, Guard] = {**BUDGET_GUARDS, **PROPOSAL_GUARDS}
STAKES: tuple[AtStake, ...] = (offers_and_budgets, rates_at_stake("rate_items"), rates_at_stake("person_rates"))

BY_KIND: dict[str, type[Operation]] = {operation.model_fields["kind"].default: operation for operation in OPERATIONS}
_CALLED = ("description", "name", "title", "id")  # what tells one operation of a kind from another
_ADAPTERS = {kind: TypeAdapter(operation) for kind, operation in BY_KIND.items()}


def parse_operations(items: Sequence[dict[str, Any]]) -> list[Operation]:
    """Return the typed operations. Raises `Invalid` as `parse_operation` does, naming the operation at fault first."""
    operations: list[Operation] = []
    for number, data in enumerate(items, 1):
        try:
            operations.append(parse_operation(data))
        except Invalid as error:
            called = next((f" ({data[key]})" for key in _CALLED if data.get(key)), "")
            raise Invalid(f"Operation {number} of {len(items)}{called}: {error.message}", error.code) from error
    return operations


def parse_operation(data: dict[str, Any]) -> Operation:
    """Return the typed operation. Raises `Invalid` naming the field at fault, or the kinds there are."""
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in _ADAPTERS:
        raise Invalid(
            f"There is no operation of kind {kind!r}. Kinds: {', '.join(sorted(BY_KIND))}.", "unknown_operation"
        )
    try:
        return _ADAPTERS[kind].validate_python(data, strict=False)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{kind}: {place or 'the operation'}: {first['msg']}.", "invalid_operation") from error
