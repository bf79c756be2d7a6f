"""From what was typed into a form to operations: typed, checked, and a fault that names the field it is in.

Only what was changed is given and taken over; the rest of an operation stays as it was filed, to the last digit.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from api.web.approvals.form import FieldSpec, PartSpec, Stored
from api.web.components.fields import Unreadable, read_decimal
from store.changes.operation import Operation
from store.kernel.errors import Invalid
from store.kernel.money import exponent
from store.operations import BY_KIND

_MOST_PLACES = 15  # how many digits an operation takes, it says itself


class Fault(Invalid):
    """Something typed that cannot be. `path` is the field's, or that of the part it is in."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message, "invalid_operation")
        self.path = path


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person changed: new words by field, and the parts they took out."""

    values: Mapping[str, str]
    removed: Collection[str]

    @property
    def is_nothing(self) -> bool:
        return not self.values and not self.removed


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that was changed, as a person would say it."""

    where: str
    what: str
    before: str
    after: str


def edited(operations: Sequence[Stored], form: Sequence[PartSpec], typed: Typed) -> list[Operation]:
    """Return the operations as they were edited. Raises `Fault` for the first field that cannot be so."""
    if typed.is_nothing:
        raise Invalid("You have changed nothing yet.", "nothing_to_change")
    specs = {part.path: part for part in form}
    result: list[Operation] = []
    for index, stored in enumerate(operations):
        part = specs.get(str(index))
        if part is None or part.path in typed.removed:
            if part is None:
                raise Invalid("One of the operations cannot be read any more. Reject the change instead.", "unreadable")
            continue
        result.append(_operation(stored, part, typed))
    if not result:
        raise Invalid("Nothing would be left. Reject the change instead.", "nothing_to_change")
    return result


def edits_of(form: Sequence[PartSpec], typed: Typed) -> list[Edit]:
    """Return what was changed, in the order of the form."""
    said: list[Edit] = []
    for part in (inner for outer in form for inner in outer.every_part()):
        if part.path in typed.removed:
            said.append(Edit(part.title, "", "", "taken out"))
            continue
        said += [
            Edit(part.title, field.label, field.value or "nothing", typed.values[field.path] or "nothing")
            for field in part.fields
            if field.path in typed.values
        ]
    return said


def _operation(stored: Stored, part: PartSpec, typed: Typed) -> Operation:
    data = deepcopy(dict(stored))
    for field in part.every_field():
        if field.path in typed.values:
            _set(data, field.path.split(".")[1:], _value(field, typed.values[field.path]))
    _price_by_hand(data, stored)
    if part.kind == "create_proposal":
        data["total_minor"] = sum(
            data[name] for name in ("subtotal_minor", "contingency_minor", "fee_minor", "tax_minor")
        )
    kept = _take_out(data, part, typed.removed)
    try:
        return BY_KIND[part.kind].model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Fault(_path_of(part, first["loc"], kept), _message(first)) from error


def _value(field: FieldSpec, text: str) -> Any:
    """Return what a field's words stand for, as JSON."""
    text = text.strip()
    if field.kind == "flag":
        return bool(text)
    if field.kind == "lines":
        return [line.strip() for line in text.splitlines() if line.strip()]
    if not text:
        if field.required:
            raise Fault(field.path, f"{field.label} cannot be empty.")
        return None
    if field.kind == "number":
        return str(_number(field, text, _MOST_PLACES))
    if field.kind == "money":
        places = exponent(field.currency)
        return int(_number(field, text, places).scaleb(places))
    return text


def _number(field: FieldSpec, text: str, places: int) -> Decimal:
    try:
        number = read_decimal(text, places)
    except Unreadable as problem:
        raise Fault(field.path, f"{field.label}: “{text[:40]}” cannot be read. {problem}") from None
    if number is None:
        raise Fault(field.path, f"{field.label}: “{text[:40]}” holds no digits.")
    return number


def _set(data: Any, steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    data[steps[-1]] = value


def _price_by_hand(data: dict[str, Any], stored: Stored) -> None:
    """A line at another rate or unit no longer rests on the rate card: that is what `ChangeBudgetLine` says, too."""
    if data.get("kind") == "add_budget_line" and any(data[name] != stored[name] for name in ("rate_minor", "unit")):
        data["source"] = "set by hand"
        data["rate_item_id"] = None


def _take_out(data: dict[str, Any], part: PartSpec, removed: Collection[str]) -> dict[str, list[int]]:
    """Take parts out of an operation; return which ones each list keeps, by their old places."""
    kept: dict[str, list[int]] = {}
    for inner in part.every_part():
        if not inner.removable or inner is part:
            continue
        holder, _, number = inner.path.rpartition(".")
        kept.setdefault(holder, [])
        if inner.path not in removed:
            kept[holder].append(int(number))
    for holder, places in kept.items():
        steps = holder.split(".")[1:]
        found: Any = data
        for step in steps:
            found = found[int(step)] if isinstance(found, list) else found[step]
        _set(data, steps, [found[place] for place in places])
    return kept


def _path_of(part: PartSpec, loc: tuple[int | str, ...], kept: Mapping[str, list[int]]) -> str:
    path = part.path
    for step in loc:
        places = kept.get(path)
        known = places is not None and isinstance(step, int) and step < len(places)
        path = f"{path}.{places[int(step)] if known and places is not None else step}"
    return path


def _message(error: Any) -> str:
    said = str(error["msg"]).removeprefix("Value error, ")
    name = next((str(step).replace("_", " ") for step in reversed(error["loc"]) if isinstance(step, str)), "")
    return f"{name.capitalize()}: {said[:1].lower()}{said[1:]}." if name else f"{said}."
