"""What a person may edit of operations, told from their own types: a form follows whatever operations there are.

What a row refers to, what was quoted from a brief, and what is computed (a total, a lever) is not a field. A field's
`path` says where it stands: `3.milestones.0.starts_on` is in the fourth operation.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from api.shown.values import heading_of, name_of
from store.kernel.money import Money, exponent
from store.operations import BY_KIND
from store.proposals.operations import TOTALS

Kind = Literal["text", "long", "choice", "day", "number", "money", "flag", "lines"]
Stored = Mapping[str, Any]

_FIXED = frozenset(
    {
        "kind",
        "id",
        "position",
        "currency",
        "source",
        "evidence",
        "field",
        "warnings",
        "levers",
        "rule",
        "operation_kind",
        "unless_known",
    }
)
_LONG_FROM = 200


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One thing to type in. `value` is what stands there now, as one would type it; `choices` of a choice."""

    path: str
    label: str
    kind: Kind
    value: str
    choices: tuple[str, ...] = ()
    currency: str = ""
    required: bool = False
    most: int | None = None

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class PartSpec:
    """An operation, or a part of one: its fields, the parts within it, and whether it can be taken out."""

    path: str
    kind: str
    title: str
    fields: tuple[FieldSpec, ...]
    parts: tuple[PartSpec, ...]
    removable: bool
    account: str = ""

    def field(self, name: str) -> FieldSpec | None:
        return next((field for field in self.fields if field.name == name), None)

    def every_field(self) -> list[FieldSpec]:
        return [*self.fields, *(field for part in self.parts for field in part.every_field())]

    def every_part(self) -> list[PartSpec]:
        return [self, *(inner for part in self.parts for inner in part.every_part())]


def form_of(operations: Sequence[Stored], names: Mapping[str, str]) -> tuple[PartSpec, ...]:
    """Return the form of stored operations; `names` are those of accounts that lines name by id."""
    followed = {str(one.get("proposal_id")) for one in operations if one.get("kind") == "create_budget"}
    return tuple(
        _operation(str(index), stored, names, computed=TOTALS if stored.get("id") in followed else ("total_minor",))
        for index, stored in enumerate(operations)
        if stored.get("kind") in BY_KIND
    )


def plain_number(value: object) -> str:
    """Return a number as one would type it."""
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _operation(path: str, stored: Stored, names: Mapping[str, str], *, computed: Sequence[str]) -> PartSpec:
    kind = str(stored["kind"])
    fields, parts = _inside(path, BY_KIND[kind], stored, str(stored.get("currency", "")))
    kept = fields if kind != "create_proposal" else [field for field in fields if field.name not in computed]
    title = f"{kind.replace('_', ' ').capitalize()}: {name_of(stored)}".rstrip(": ")
    account = names.get(str(stored.get("account_id", "")), "")
    return PartSpec(path, kind, title, tuple(kept), tuple(parts), True, account)


def _inside(path: str, model: type[BaseModel], stored: Stored, currency: str) -> tuple[list[FieldSpec], list[PartSpec]]:
    fields: list[FieldSpec] = []
    parts: list[PartSpec] = []
    for name, info in model.model_fields.items():
        if name in _FIXED or name.endswith("_id"):
            continue
        kind, of = _shape(info.annotation)
        here, value = f"{path}.{name}", stored.get(name)
        if kind == "part" and isinstance(value, Mapping):
            parts.append(_part(here, heading_of(name).capitalize(), of, value, currency, removable=False))
        elif kind == "parts":
            parts += [
                _part(
                    f"{here}.{number}",
                    f"{heading_of(name).capitalize()} {number + 1}",
                    of,
                    item,
                    currency,
                    removable=True,
                )
                for number, item in enumerate(value or ())
            ]
        elif kind not in ("part", "other"):
            fields.append(_field(here, name, info, kind, of, value, currency))
    return fields, parts


def _part(path: str, title: str, model: type[BaseModel], stored: Stored, currency: str, *, removable: bool) -> PartSpec:
    fields, parts = _inside(path, model, stored, str(stored.get("currency", currency)))
    called = name_of(stored)
    return PartSpec(path, "", f"{title}: {called}" if called else title, tuple(fields), tuple(parts), removable)


def _field(path: str, name: str, info: FieldInfo, kind: str, of: Any, value: Any, currency: str) -> FieldSpec:
    most = next((limit for item in info.metadata if (limit := getattr(item, "max_length", None)) is not None), None)
    label = heading_of(name).capitalize()
    required = info.is_required()
    if kind == "number" and (name == "minor" or name.endswith("_minor")):
        label = "Amount" if name == "minor" else label
        if currency:
            money = Money(int(value), currency) if value is not None else None
            typed = f"{money.amount:.{exponent(currency)}f}" if money is not None else ""
            return FieldSpec(path, label, "money", typed, currency=currency, required=required)
        label += " (in the smallest unit)"
    if kind == "choice":
        return FieldSpec(path, label, "choice", "" if value is None else str(value), of, required=required)
    if kind == "flag":
        return FieldSpec(path, label, "flag", "yes" if value else "", required=False)
    if kind == "lines":
        return FieldSpec(path, label, "lines", "\n".join(str(item) for item in value or ()), required=required)
    text = "" if value is None else plain_number(value) if kind == "number" else str(value)
    if kind == "text" and (most is None or most > _LONG_FROM or "\n" in text) and (len(text) > 60 or "\n" in text):
        return FieldSpec(path, label, "long", text, required=required, most=most)
    shown: Kind = "day" if kind == "day" else "number" if kind == "number" else "text"
    return FieldSpec(path, label, shown, text, required=required, most=most)


def _shape(annotation: Any) -> tuple[str, Any]:
    """Return what kind of field a type makes, and what it is made of."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _shape(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _shape(next(arg for arg in get_args(annotation) if arg is not type(None)))
    if origin is Literal:
        return "choice", tuple(str(choice) for choice in get_args(annotation))
    if origin is tuple:
        kind, of = _shape(get_args(annotation)[0])
        return ("parts", of) if kind == "part" else ("lines", None) if kind in ("text", "day") else ("other", None)
    if isinstance(annotation, type):
        if issubclass(annotation, BaseModel):
            return "part", annotation
        for base, kind in ((bool, "flag"), (date, "day"), (Decimal, "number"), (int, "number"), (str, "text")):
            if issubclass(annotation, base):
                return kind, None
    return "other", None
