"""What a PDF says beside its pages' text: form values, people's notes, attached files. Read with pypdf, in the worker.

Labelled, so that a quote shows where it stood. Nothing here is needed to read a brief, so damage is a warning.
"""

from __future__ import annotations

import io

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from store.documents.reading.findings import Findings
from store.documents.reading.types import ReadLimits

_INVISIBLE, _HIDDEN, _NO_VIEW = 1, 2, 32
_WRITTEN = {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Stamp", "/Square"}
_DAMAGE = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    OSError,
    AssertionError,
)


def add_extras(content: bytes, texts: list[str], found: Findings, limits: ReadLimits) -> None:
    """Append form values and notes to the text of their page, and attached files to the findings."""
    try:
        reader = PdfReader(io.BytesIO(content))
        pages = [reader.pages[index] for index in range(len(texts))]
    except _DAMAGE:
        found.warn("unreadable_part", "The document's form fields and notes are damaged and were left out.")
        return
    for index, page in enumerate(pages):
        try:
            lines = _notes(page, index + 1, found)
        except _DAMAGE:
            found.warn("unreadable_part", f"Notes on page {index + 1} are damaged and were left out.")
            continue
        texts[index] = "\n".join(filter(None, [texts[index], *lines]))
    _attached(reader, found, limits)


def _notes(page: PageObject, number: int, found: Findings) -> list[str]:
    lines: list[str] = []
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        if not isinstance(note, DictionaryObject):
            continue
        kind, flags = str(note.get("/Subtype", "")), int(note.get("/F", 0) or 0)
        line = _field(note) if kind == "/Widget" else _comment(note, kind)
        if line is None:
            continue
        if flags & (_INVISIBLE | _HIDDEN | _NO_VIEW) or _no_area(note):
            found.hide(line, "invisible", number)
        else:
            lines.append(line)
    return lines


def _no_area(note: DictionaryObject) -> bool:
    rectangle = [float(side) for side in note.get("/Rect") or ()]
    return len(rectangle) == 4 and (abs(rectangle[2] - rectangle[0]) < 1 or abs(rectangle[3] - rectangle[1]) < 1)


def _comment(note: DictionaryObject, kind: str) -> str | None:
    words = str(note.get("/Contents") or "").strip() if kind in _WRITTEN else ""
    author = str(note.get("/T") or "").strip()
    if not words:
        return None
    return f"[Note by {author}: {words}]" if author else f"[Note: {words}]"


def _field(note: DictionaryObject) -> str | None:
    """`[Field name: value]` of a filled form field; buttons that are off, passwords and signatures say nothing."""
    kind, value, name = (_inherited(note, key) for key in ("/FT", "/V", "/T"))
    words = "" if value is None else str(value).strip().removeprefix("/")
    if kind not in ("/Tx", "/Ch", "/Btn") or not words or words == "Off" or name is None:
        return None
    if kind == "/Tx" and int(str(_inherited(note, "/Ff") or 0)) & (1 << 13):
        return None
    return f"[Field {str(name).strip()}: {words}]"


def _inherited(note: DictionaryObject, key: str) -> object | None:
    for _ in range(8):
        value = note.get(key)
        if value is not None:
            resolved: object = value.get_object() if hasattr(value, "get_object") else value
            return resolved
        parent = note.get("/Parent")
        if parent is None:
            return None
        above = parent.get_object()
        if not isinstance(above, DictionaryObject):
            return None
        note = above
    return None


def _attached(reader: PdfReader, found: Findings, limits: ReadLimits) -> None:
    total = 0
    try:
        for name, versions in reader.attachments.items():
            data = versions[-1] if isinstance(versions, list) else versions
            total += len(data)
            if len(found.attachments) >= limits.attachments or total > limits.file_bytes:
                found.warn("attachments_cut", "The document holds more attached files than are kept.")
                return
            found.attachments.append((name, "application/octet-stream", bytes(data)))
    except _DAMAGE:
        found.warn("unreadable_part", "A file attached to the document is damaged and was left out.")
