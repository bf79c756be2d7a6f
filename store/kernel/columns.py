"""Column types that keep the kernel's invariants in every engine: aware instants, exact decimals, row versions."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ColumnElement, DateTime, String, bindparam
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel


class UTCDateTime(TypeDecorator[datetime]):
    """An aware instant, stored and returned in UTC. A naive value is a programming error and raises `ValueError`."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime may not be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def exact_text(value: Decimal) -> str:
    """Return the one way to write a decimal: every digit, no exponent, no trailing zeros. Raises `ValueError` for NaN.

    `Decimal.normalize` would round to the context's 28 digits.
    """
    if not value.is_finite():
        raise ValueError("a decimal column holds finite numbers only")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal kept as text, because SQLite would round a NUMERIC through a float."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else exact_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


Json: Any = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def within(column: Any, name: str) -> ColumnElement[bool]:
    """Return the condition that `column` is one of the values given as `name` when the statement runs.

    A statement made once and kept costs a third of one made for every call, so hot queries take what varies this way.
    """
    condition: ColumnElement[bool] = column.in_(bindparam(name, expanding=True))
    return condition


def columns(table: type[SQLModel]) -> Any:
    """Return a table's bare columns, by name: what they read comes as plain values, at half the cost of objects."""
    return table.__table__.c  # type: ignore[attr-defined]


class VersionedRow(SQLModel):
    """A row of production data: written by change sets only, its version raised by one with every change."""

    id: str = Field(primary_key=True, max_length=40)
    version: int = Field(default=1, ge=1, nullable=False)
