"""A mail's bytes become headers, bodies and files. Pure standard library; reads what can be read, and says what not.

Invariant: `read_mime` returns for every input; a broken part costs that part and leaves a warning.
"""

from __future__ import annotations

import binascii
import email
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from store.inbox.headers import Address, MailHeaders, decode_bytes, decode_words, read_headers

__all__ = ["Address", "Body", "Mail", "MailFile", "MailHeaders", "read_mime"]

_PARTS = 500
_DEPTH = 30
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, LookupError, AssertionError, binascii.Error)
_STUB = re.compile(r"html.{0,40}(?:viewer|client|e-?mail|format|support|capable|version|browser)", re.IGNORECASE)
_SILENT = frozenset(
    (
        "message/delivery-status",
        "message/rfc822-headers",
        "text/rfc822-headers",
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "text/x-amp-html",
    )
)


@dataclass(frozen=True)
class MailFile:
    """A file sent along, or a whole mail sent inside this one (`message/rfc822`)."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Body:
    """One piece of what the sender wrote, in one or both forms; at least one is not None."""

    plain: str | None
    html: bytes | None = field(repr=False)


@dataclass(frozen=True)
class Mail:
    """Everything in a mail: `bodies` in order, `files`, and warnings as (code, message)."""

    headers: MailHeaders
    bodies: tuple[Body, ...]
    files: tuple[MailFile, ...]
    warnings: tuple[tuple[str, str], ...]


@dataclass
class _Sorter:
    """Sorts parts into bodies and files on one walk through the mail."""

    bodies: list[Body] = field(default_factory=list)
    files: list[MailFile] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    seen: int = 0

    def warn(self, code: str, message: str) -> None:
        if (code, message) not in self.warnings:
            self.warnings.append((code, message))


def read_mime(content: bytes) -> Mail:
    """The mail in `content`. Broken structure degrades: what stands there as text is taken as the body."""
    sorter = _Sorter()
    try:
        message = email.message_from_bytes(_without_envelope(content))
        headers = read_headers(message)
        _sort(message, sorter, 0)
    except RecursionError:
        sorter = _Sorter()
        sorter.warn("broken_mime", "The mail is nested too deeply; only its headers and raw text were read.")
        head, _, rest = content.partition(b"\n\n")
        headers = read_headers(email.message_from_bytes(head[:100_000]))
        sorter.bodies.append(Body(_newlines(decode_bytes(rest, None)), None))
    if headers.sent_at is None:
        sorter.warn("no_date", "The mail has no readable date; relative dates in it cannot be placed.")
    if headers.sender is None:
        sorter.warn("no_sender", "The mail does not say who sent it.")
    return Mail(headers, tuple(sorter.bodies), tuple(sorter.files), tuple(sorter.warnings))


def _without_envelope(content: bytes) -> bytes:
    """Mailbox files begin with a `From ` line, some uploads with a mark or empty lines; headers start after."""
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return content.partition(b"\n")[2] if content.startswith(b"From ") else content


def _sort(part: Message, sorter: _Sorter, depth: int) -> None:
    sorter.seen += 1
    if sorter.seen > _PARTS or depth > _DEPTH:
        sorter.warn("broken_mime", "The mail has more parts than a mail should; the rest was left out.")
        return
    kind = part.get_content_type()
    if kind == "message/rfc822" and depth:
        _inner_mail(part, sorter)
    elif part.is_multipart() and kind == "multipart/alternative":
        _alternative(part, sorter, depth)
    elif part.is_multipart() and kind == "multipart/encrypted":
        sorter.warn("encrypted_part", "The mail is encrypted. Ask for it unencrypted, or paste its text.")
    elif part.is_multipart():
        for child in _children(part):
            _sort(child, sorter, depth + 1)
    else:
        _leaf(part, kind, sorter)


def _children(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (child for child in payload if isinstance(child, Message))


def _leaf(part: Message, kind: str, sorter: _Sorter) -> None:
    if kind.startswith("multipart/"):
        sorter.warn("broken_mime", "A part of the mail is broken; its raw text was read.")
        kind = "text/plain"
    name = _filename(part)
    if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or (name or "").lower() == "winmail.dat":
        sorter.warn(
            "winmail", "Outlook packed files into winmail.dat, which was not opened. Ask for them as PDF or DOCX."
        )
    elif kind in ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"):
        sorter.warn("encrypted_part", "A part of the mail is encrypted. Ask for it unencrypted, or paste its text.")
    elif kind in _SILENT:
        return
    elif kind in ("text/plain", "text/html", "text/enriched") and name is None and not _attached(part):
        _body(part, kind, sorter)
    else:
        content = _content(part, sorter)
        if content:
            sorter.files.append(MailFile(name or _invented(part, kind, sorter), kind, content))


def _body(part: Message, kind: str, sorter: _Sorter) -> None:
    data = _content(part, sorter)
    if kind == "text/html":
        if data.strip():
            sorter.bodies.append(Body(None, _as_utf8(part, data)))
        return
    text = _text(part, data)
    if text.strip():
        sorter.bodies.append(Body(text, None))


def _alternative(part: Message, sorter: _Sorter, depth: int) -> None:
    """The forms of one text are one body; whatever else stands among them is sorted as usual."""
    inner = _Sorter(seen=sorter.seen)
    for child in _children(part):
        _sort(child, inner, depth + 1)
    plain = next((body.plain for body in inner.bodies if body.plain is not None), None)
    html = next((body.html for body in reversed(inner.bodies) if body.html is not None), None)
    if plain is not None and html is not None and len(plain.split()) < 40 and _STUB.search(plain):
        plain = None  # "Your mail program cannot show HTML"
    if plain is not None or html is not None:
        sorter.bodies.append(Body(plain, html))
    sorter.files += inner.files
    sorter.seen = inner.seen
    for code, message in inner.warnings:
        sorter.warn(code, message)


def _inner_mail(part: Message, sorter: _Sorter) -> None:
    child = next(_children(part), None)
    if child is None:
        return
    try:
        content = child.as_bytes()
    except (*_BROKEN, RecursionError):
        sorter.warn("broken_mime", "A mail inside the mail is broken and was left out.")
        return
    subject = read_headers(child).subject or "message"
    sorter.files.append(MailFile(_clean(f"{subject[:80]}.eml"), "message/rfc822", content))


def _content(part: Message, sorter: _Sorter) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _BROKEN:
        sorter.warn("broken_mime", "A part of the mail is broken; its raw text was read.")
        payload = str(part.get_payload()).encode("utf-8", "surrogateescape")
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except _BROKEN:
        return None


def _text(part: Message, data: bytes) -> str:
    text = _newlines(decode_bytes(data, _charset(part)))
    try:
        flowed = str(part.get_param("format", "")).lower() == "flowed"
        squeeze = str(part.get_param("delsp", "")).lower() == "yes"
    except _BROKEN:
        return text
    return _unflowed(text, squeeze=squeeze) if flowed else text


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unflowed(text: str, *, squeeze: bool) -> str:
    """Lines that a mail program folded are one again (RFC 3676): a blank at the end means "goes on"."""
    lines: list[str] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:]
        words = words[1:] if words.startswith(" ") else words
        goes_on = words.endswith(" ") and words != "-- "
        if open_depth == depth and words != "-- ":
            lines[-1] = (lines[-1][:-1] if squeeze else lines[-1]) + words
        else:
            lines.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if goes_on else None
    return "\n".join(lines)


def _as_utf8(part: Message, data: bytes) -> bytes:
    """HTML in UTF-8 with a mark, so that a charset named inside it cannot contradict the mail's own."""
    charset = _charset(part)
    if charset is None and b"charset" in data[:4096].lower():
        return data
    return b"\xef\xbb\xbf" + decode_bytes(data, charset).encode("utf-8", "replace")


def _attached(part: Message) -> bool:
    try:
        return (part.get_content_disposition() or "") == "attachment"
    except _BROKEN:
        return False


def _filename(part: Message) -> str | None:
    try:
        raw = part.get_filename()
    except _BROKEN:
        return None
    return _clean(decode_words(raw)) if raw else None


def _clean(name: str) -> str:
    """The last piece of a path, without what a file system or a terminal could stumble over."""
    last = re.split(r"[/\\]", name)[-1]
    cleaned = re.sub(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:\"|?*]+", "", last).strip(" .")
    return cleaned[-120:] or "attachment"


def _invented(part: Message, kind: str, sorter: _Sorter) -> str:
    return f"attachment-{len(sorter.files) + 1}{mimetypes.guess_extension(kind) or ''}"
