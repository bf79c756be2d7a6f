"""Keeping files as they came. A file is named by its content, so it is stored once and can be checked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import fsspec
from sqlmodel import Session, col, select

from store.documents.tables import Document, DocumentPage
from store.kernel.errors import DomainError
from store.kernel.ids import new_id

# Characters that would make a name read as another one than it is.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

# PostgreSQL indexes at most 1 MB of words of one row: this many characters fit, whatever they are.
LONGEST_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text and where it starts in the whole."""

    page: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class FileStore:
    """Files under an fsspec URL: a folder, or a bucket (`s3://…`, `gs://…`)."""

    url: str

    def put(self, content: bytes) -> str:
        """Keep `content` and return its SHA-256, by which it is found. Keeping it again changes nothing."""
        digest = hashlib.sha256(content).hexdigest()
        filesystem, path = self._place(digest)
        if not filesystem.exists(path):
            filesystem.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
            # A reader never sees half a file: it appears under its name when it is whole.
            partial = f"{path}.{new_id('part')}"
            with filesystem.open(partial, "wb") as file:
                file.write(content)
            filesystem.mv(partial, path)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the file. Raises `DomainError` (`file_missing`, `file_altered`) when it is not as it was kept."""
        filesystem, path = self._place(digest)
        if not filesystem.exists(path):
            raise DomainError("file_missing", "The original of this document is missing. Restore it from a backup.")
        content: bytes = filesystem.cat_file(path)
        if hashlib.sha256(content).hexdigest() != digest:
            raise DomainError("file_altered", "The original of this document was altered. Restore it from a backup.")
        return content

    def _place(self, digest: str) -> tuple[fsspec.AbstractFileSystem, str]:
        filesystem, root = fsspec.core.url_to_fs(self.url)
        return filesystem, f"{root.rstrip('/')}/{digest[:2]}/{digest}"


def add_document(
    session: Session,
    *,
    at: datetime,
    added_by: str,
    kind: str,
    filename: str,
    media_type: str,
    sha256: str,
    size_bytes: int,
    received_from: str | None = None,
) -> Document:
    """Register a file that `FileStore.put` keeps. It belongs to no project until an operation files it."""
    document = Document(
        id=new_id("doc"),
        kind=kind,
        filename=shown_name(filename),
        media_type=media_type[:120],
        sha256=sha256,
        size_bytes=size_bytes,
        received_from=received_from[:300] if received_from else None,
        added_by=added_by,
        added_at=at,
    )
    session.add(document)
    session.flush()
    return document


def shown_name(filename: str) -> str:
    """Return a file's name as it may be shown: no folder, no control or direction characters, at most 300 long."""
    return _UNSHOWN.sub("", re.split(r"[/\\\\]", filename)[-1])[-300:] or "unnamed"


def add_text(session: Session, document_id: str, pages: list[PageText]) -> None:
    """Store a document's extracted text, which search then finds; done before, it changes nothing.

    NUL, which PostgreSQL cannot hold, becomes U+FFFD. A page longer than `LONGEST_PAGE` (a text without pages) is
    stored as several, and those after it are numbered on.
    """
    if session.exec(select(DocumentPage.id).where(col(DocumentPage.document_id) == document_id)).first() is not None:
        return
    extra = 0
    for page in pages:
        clean = page.text.replace("\x00", "\ufffd")
        for number, (at, part) in enumerate(_parts(clean)):
            extra += number > 0
            session.add(DocumentPage(document_id=document_id, page=page.page + extra, start=page.start + at, text=part))
    session.flush()


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in parts that are not too long, each with its place; cut at a space where there is one."""
    start = 0
    while len(text) - start > LONGEST_PAGE:
        space = text.rfind(" ", start, start + LONGEST_PAGE)
        end = space + 1 if space >= start else start + LONGEST_PAGE
        yield start, text[start:end]
        start = end
    yield start, text[start:]
