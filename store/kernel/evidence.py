"""Evidence: why we believe a figure, a date or a name. What has none is an open question, never a statement."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SourceKind = Literal["brief", "document", "rate_card", "budget", "proposal", "message", "recording", "rule"]


class Span(BaseModel):
    """A half-open range of characters `[start, end)` in a source's extracted text; `page` counts from 1."""

    model_config = ConfigDict(frozen=True)

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    page: int | None = None


class Row(BaseModel):
    """A row of one of our tables, by its public id."""

    model_config = ConfigDict(frozen=True)

    table: str
    id: str


class Evidence(BaseModel):
    """The words or the row that a statement rests on.

    `quote` stands verbatim at `locator` in the source `source_id` of kind `source_kind`.
    """

    model_config = ConfigDict(frozen=True)

    source_kind: SourceKind
    source_id: str
    locator: Span | Row
    quote: str
