"""Keeping a file that a person adds to a project: checked first, kept as it came, its text made findable.

It belongs to no project until the change set that files it is greenlit.
"""

from __future__ import annotations

import mimetypes

from api.deps import OpenStudio
from api.rest.edge import LARGEST_FILE, TOO_LARGE
from store.access.policy import require
from store.documents.queries import visible_kinds
from store.documents.reading import read_document
from store.documents.storage import FileStore, PageText, add_document, add_text, shown_name
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Forbidden, Invalid

READ_FOR_SEARCH = frozenset("pdf docx eml txt md html htm".split())
KEPT = READ_FOR_SEARCH | frozenset(
    "png jpg jpeg webp gif xlsx csv pptx odt ods rtf srt vtt mp3 wav mp4 mov zip".split()
)
# What a file of these kinds begins with, whatever its name says.
_BEGINNINGS = {
    "pdf": b"%PDF",
    "docx": b"PK",
    "xlsx": b"PK",
    "pptx": b"PK",
    "zip": b"PK",
    "png": b"\x89PNG",
    "jpg": b"\xff\xd8",
    "jpeg": b"\xff\xd8",
}


def check_file(name: str, content: bytes) -> None:
    """Raise `Invalid` for what cannot be kept, saying what to do instead."""
    ending = _ending(name)
    if not content:
        raise Invalid(f"{name} is empty. Choose the file again.", "empty_file")
    if len(content) > LARGEST_FILE:
        raise Invalid(TOO_LARGE, "too_large")
    if ending not in KEPT:
        raise Invalid(
            f"Files of the kind “.{ending}” are not kept here. Add a PDF, a Word or text file, a table, a picture, "
            "sound, film, or put it into a ZIP.",
            "unknown_kind",
        )
    beginning = _BEGINNINGS.get(ending)
    if beginning is not None and beginning not in content[:1024]:
        raise Invalid(
            f"{name} is called .{ending} and is something else. Open it, save it anew, and add that.", "not_it"
        )


def keep_file(studio: OpenStudio, actor: Actor, name: str, content: bytes, kind: str) -> str:
    """Keep a checked file and return its document's id. Raises `Forbidden` for who may not add one of this kind."""
    require(actor, "documents.write")
    if kind not in visible_kinds(actor):
        raise Forbidden("You may not open documents of this kind, so you cannot add one. Ask a producer to.")
    check_file(shown_name(name), content)
    digest = FileStore(studio.settings.files).put(content)
    with studio.database.write() as session:
        document = add_document(
            session,
            at=studio.clock.now(),
            added_by=actor.user_id,
            kind=kind,
            filename=name,
            media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            sha256=digest,
            size_bytes=len(content),
        )
    _keep_text(studio, document.id, name, content)
    return document.id


def _keep_text(studio: OpenStudio, document_id: str, name: str, content: bytes) -> None:
    """Make the text findable; a file whose text cannot be read is kept all the same."""
    if _ending(name) not in READ_FOR_SEARCH:
        return
    try:
        read = read_document(content, name)
    except DomainError:
        return
    pages = [PageText(page.number, page.start, read.text[page.start : page.end]) for page in read.pages or ()]
    with studio.database.write() as session:
        add_text(session, document_id, pages or [PageText(1, 0, read.text)])


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
