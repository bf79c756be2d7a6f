"""The shapes all of the API shares: money, pages, problems, ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Generic, TypeVar

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from store.kernel.money import Money

T = TypeVar("T")

RowId = Annotated[str, Path(min_length=1, max_length=60, description="A row's id.", examples=["prj_1HV3K9Z2Q8R5T7WX4"])]
Text = Annotated[str, StringConstraints(strip_whitespace=True)]


class In(BaseModel):
    """An input: unknown fields are refused, so that a misspelt one is not silently ignored.

    So is NUL in any text: PostgreSQL cannot hold it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _holds_no_nul(cls, data: object) -> object:
        waiting = [data]
        while waiting:
            value = waiting.pop()
            if isinstance(value, str) and "\x00" in value:
                raise ValueError("text must not contain the NUL character")
            if isinstance(value, Mapping):
                waiting += [*value.keys(), *value.values()]
            elif isinstance(value, (list, tuple)):
                waiting += value
        return data


class Out(BaseModel):
    """An output, built from stored rows by name."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class MoneyOut(Out):
    """An amount in minor units (cents, øre, yen) of an ISO 4217 currency."""

    minor: int = Field(examples=[1_250_000])
    currency: str = Field(examples=["EUR"])

    @classmethod
    def of(cls, amount: Money) -> MoneyOut:
        return cls(minor=amount.minor, currency=amount.currency)

    @classmethod
    def maybe(cls, minor: int | None, currency: str | None) -> MoneyOut | None:
        return None if minor is None or currency is None else cls(minor=minor, currency=currency)


class Page(Out, Generic[T]):
    """Some of a list. Ask for the next page with `cursor` set to `next_cursor`; null means that this is the last."""

    items: list[T]
    next_cursor: str | None = None


class FieldError(Out):
    """One field that is at fault."""

    field: str = Field(examples=["body.title"])
    message: str = Field(examples=["Field required"])


class Problem(Out):
    """An RFC 9457 problem: `code` is stable and for programs, `detail` says what to do next."""

    type: str = Field(examples=["urn:greenlight:problem:not_found"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    code: str = Field(examples=["not_found"])
    detail: str = Field(
        examples=["Project prj_1 was not found. Check the name or code, or ask who may show it to you."]
    )
    request_id: str | None = Field(default=None, examples=["5f0c8a7be1d24c39"])
    errors: list[FieldError] | None = Field(default=None, description="The fields at fault, where some are.")


class Who(Out):
    """A user, as far as others may know them."""

    id: str
    name: str
