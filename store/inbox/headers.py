"""A mail's headers as values. Every field is guarded by itself: one broken header must not cost the others.

The stdlib's header parser is not used, because it raises on malformed mails; words are decoded here instead.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "unknown-8bit": "utf-8",
    "x-unknown": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "utf-8mb4": "utf-8",
    "utf8mb4": "utf-8",
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_ADDRESS = re.compile(r"[^\s<>\"(),:;@]+@[^\s<>\"(),:;@]+")


@dataclass(frozen=True)
class Address:
    """A person or list as a header names them; `email` is lower case in its domain only."""

    name: str | None
    email: str | None


@dataclass(frozen=True)
class MailHeaders:
    """What a mail says of itself. None means absent or unreadable; `sent_at` is always aware.

    Nothing here is proof: every header can be forged.
    """

    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str | None
    sent_at: datetime | None
    message_id: str | None
    in_reply_to: str | None
    references: tuple[str, ...]
    list_or_automatic: bool
    """The mail was sent by a machine or to a list, so answering it may start a loop."""


def read_headers(message: Message) -> MailHeaders:
    """The headers of a message parsed with the compat32 policy; never raises on what a mail holds."""
    senders = _addresses(message, "from") or _addresses(message, "reply-to") or _addresses(message, "sender")
    return MailHeaders(
        sender=senders[0] if senders else None,
        to=_addresses(message, "to"),
        cc=_addresses(message, "cc"),
        subject=_words(message, "subject"),
        sent_at=_sent_at(message),
        message_id=_identity(message, "message-id"),
        in_reply_to=_identity(message, "in-reply-to"),
        references=tuple(re.findall(r"<[^<>\s]{1,300}>", _raw(message, "references")))[-50:],
        list_or_automatic=_automatic(message),
    )


def decode_bytes(data: bytes, charset: str | None) -> str:
    """`data` in the charset a mail names, in UTF-8 or Windows-1252 where that name is wrong or unknown."""
    name = (charset or "utf-8").strip().strip("\"'").lower()
    for candidate in (_ALIASES.get(name, name), "utf-8", "cp1252"):
        try:
            return data.decode(candidate)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("latin-1")


def decode_words(raw: str) -> str:
    """A header's text with RFC 2047 words decoded and blanks and control characters collapsed."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, binascii.Error, ValueError, TypeError, IndexError):
        pieces = [(raw, None)]
    text = "".join(
        decode_bytes(piece, charset) if isinstance(piece, bytes) else _unescaped(piece) for piece, charset in pieces
    )
    return " ".join(_CONTROL.sub(" ", text).split())


def _unescaped(text: str) -> str:
    """Bytes that no charset announced arrive as surrogates; they are UTF-8 or Windows-1252."""
    if not any("\udc80" <= char <= "\udcff" for char in text):
        return text
    return decode_bytes(text.encode("utf-8", "surrogateescape"), None)


def _raw(message: Message, name: str) -> str:
    """The first header of that name as it stands, unfolded; empty when absent. Header objects are never built."""
    for key, value in message.raw_items():
        if key.lower() == name:
            return re.sub(r"[\r\n]+[ \t]*", " ", str(value))[:20_000]
    return ""


def _words(message: Message, name: str) -> str | None:
    return decode_words(_raw(message, name)) or None


def _identity(message: Message, name: str) -> str | None:
    raw = _raw(message, name)
    found = re.search(r"<[^<>\s]{1,300}>", raw)
    return found.group() if found else (_CONTROL.sub("", raw).strip()[:300] or None)


def _addresses(message: Message, name: str) -> tuple[Address, ...]:
    """Addresses are split before words are decoded: an encoded name may hold a comma."""
    raw = _unescaped(_raw(message, name))
    if not raw.strip():
        return ()
    try:
        pairs = getaddresses([raw])
    except (ValueError, IndexError, TypeError, AttributeError):
        pairs = []
    found = tuple(_address(display, address) for display, address in pairs[:200] if display or address)
    if any(item.email for item in found):
        return found
    loose = _ADDRESS.search(decode_words(raw))
    if loose is None:
        return (Address(decode_words(raw)[:200], None),)
    name_part = decode_words(raw).partition("<")[0].strip(" \"'")
    return (_address(name_part if "@" not in name_part else "", loose.group()),)


def _address(display: str, address: str) -> Address:
    email = decode_words(address).strip("<>'\" ")
    match = _ADDRESS.search(email)
    name = decode_words(display).strip(" \"'") or None
    if match is None:
        return Address(name or email or None, None)
    local, _, domain = match.group().rpartition("@")
    full = f"{local}@{domain.lower()}"
    return Address(None if name is not None and name.lower() == full.lower() else name, full)


def _sent_at(message: Message) -> datetime | None:
    """The Date header, else the time at which the last server received the mail."""
    received = _raw(message, "received").rpartition(";")[2]
    for raw in (_raw(message, "date"), _raw(message, "resent-date"), received):
        moment = parse_moment(raw)
        if moment is not None:
            return moment
    return None


def parse_moment(raw: str) -> datetime | None:
    """An RFC 5322 date as an aware instant; without a zone it is taken as UTC. None when it is no date."""
    try:
        moment = parsedate_to_datetime(decode_words(raw))
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        aware.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return aware if aware.year >= 1980 else None


def _automatic(message: Message) -> bool:
    if _raw(message, "auto-submitted").strip().lower() not in ("", "no"):
        return True
    if _raw(message, "precedence").strip().lower() in ("bulk", "junk", "list", "auto_reply"):
        return True
    return bool(_raw(message, "list-id") or _raw(message, "x-autoreply") or _raw(message, "x-auto-response-suppress"))
