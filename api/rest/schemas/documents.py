"""Documents, their text, and search."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.rest.schemas.common import Out


class DocumentOut(Out):
    """A file as it came. Its text is at `/pages`, the original at `/content`."""

    id: str
    version: int
    project_id: str | None
    kind: str = Field(examples=["brief"])
    filename: str
    media_type: str
    sha256: str
    size_bytes: int
    received_from: str | None
    added_by: str
    added_at: datetime


class PageOut(Out):
    """One page of extracted text; `start` is its first character's place in the whole text."""

    page: int
    start: int
    text: str


class HitOut(Out):
    """A page that holds all the words, with the words in their place."""

    document_id: str
    filename: str
    page: int
    excerpt: str
