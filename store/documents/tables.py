"""Tables of documents: originals are immutable and named by their content; text is extracted once, page by page."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field, SQLModel

from store.kernel.columns import UTCDateTime, VersionedRow

DOCUMENT_KINDS = (
    "brief",
    "proposal",
    "budget",
    "agreement",
    "invoice",
    "call_sheet",
    "script",
    "reference",
    "final",
    "other",
)


class Document(VersionedRow, table=True):
    """A file as it came. `project_id` is set by an operation; the rest never changes."""

    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint("kind IN ({})".format(", ".join(f"'{k}'" for k in DOCUMENT_KINDS)), name="document_kind_known"),
        CheckConstraint("size_bytes >= 0", name="document_size_not_negative"),
    )

    project_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("projects.id"), index=True))
    kind: str = Field(max_length=16)
    filename: str = Field(max_length=300)
    media_type: str = Field(max_length=120)
    sha256: str = Field(max_length=64, index=True)
    size_bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    received_from: str | None = Field(default=None, max_length=300)
    added_by: str = Field(max_length=40)
    added_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class DocumentPage(SQLModel, table=True):
    """One page of extracted text; `start` is its first character's place in the whole text."""

    __tablename__ = "document_pages"
    __table_args__ = (Index("ux_document_page", "document_id", "page", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: str = Field(sa_column=Column(String(40), ForeignKey("documents.id"), nullable=False))
    page: int
    start: int
    text: str = Field(sa_column=Column(Text, nullable=False))
