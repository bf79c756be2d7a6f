"""What reading a file yields. Plain frozen values: the reading worker starts afresh each time and imports little."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.inbox.mime import MailHeaders

MEBIBYTE = 1024 * 1024

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EML = "message/rfc822"
HTML = "text/html"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"

BODY = "body"
"""The source id of a document's own text; an attachment's is `attachment:` and its name."""


@dataclass(frozen=True)
class ReadLimits:
    """How much one document may cost. What exceeds a limit is refused, or cut with a warning, never read at any price.

    `memory_bytes`, `cpu_seconds` and `wall_seconds` bound the process that opens PDF, DOCX and HTML;
    `inflated_bytes` is what a DOCX may unpack to; `pages` and `text_chars` cut the result.
    """

    file_bytes: int = 25 * MEBIBYTE
    inflated_bytes: int = 100 * MEBIBYTE
    memory_bytes: int = 768 * MEBIBYTE
    cpu_seconds: int = 15
    wall_seconds: float = 20.0
    pages: int = 150
    text_chars: int = 1_000_000
    attachments: int = 40


@dataclass(frozen=True)
class Page:
    """Characters `[start, end)` of the text stand on page `number`, counted from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class HiddenText:
    """Text a reader of the page would not see, so that nobody acts on it unseen.

    `reason`: white, tiny, off_page, covered, invisible, transparent, clipped, zero_width, bidi, html_hidden,
    html_comment, docx_hidden. Zero-width and bidi characters stand in the text too, at `start` (the text keeps the
    file's own offsets); everything else was left out of it, and `start` is None.
    """

    text: str
    reason: str
    page: int | None = None
    start: int | None = None


@dataclass(frozen=True)
class Attachment:
    """A file inside a mail or a PDF, with its bytes as they were sent."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class ReadWarning:
    """Something that could not be read, or should be looked at: `code` for programs, `message` for people."""

    code: str
    message: str


@dataclass(frozen=True)
class TextPart:
    """Characters `[start, end)` of the text come from `source_id`: the body, or one attachment."""

    source_id: str
    name: str
    media_type: str
    start: int
    end: int


@dataclass(frozen=True)
class ReadText:
    """A document's visible text, and everything about it that a careful reader should know.

    `parts` cover the text in order; between two parts stands a separator line that belongs to none.
    For plain text files `text` is exactly the decoded file: nothing stripped, no line ending changed.
    """

    text: str
    media_type: str
    pages: tuple[Page, ...] = ()
    parts: tuple[TextPart, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    headers: MailHeaders | None = None
    warnings: tuple[ReadWarning, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page on which the character at `offset` stands; None where the document has no pages."""
        return next((page.number for page in self.pages if page.start <= offset < page.end), None)

    def source_at(self, offset: int) -> str:
        """The source id of the character at `offset`; the body's when it stands in a separator."""
        return next((part.source_id for part in self.parts if part.start <= offset < part.end), BODY)
