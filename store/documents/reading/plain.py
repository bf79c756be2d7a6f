"""Plain text: which characters the bytes mean, and which of them a reader cannot see.

Invariant: `decode(content)` drops a byte-order mark and nothing else, so offsets into it stand in the file.
"""

from __future__ import annotations

import codecs
import re

from store.documents.reading.sniff import looks_utf16
from store.documents.reading.types import HiddenText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_UNSEEN = re.compile(
    "(?P<tags>[\U000e0000-\U000e007f]+)"
    "|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)"
    "|(?P<zero_width>[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb]+)"
)


def decode(content: bytes) -> str:
    """The file's characters: by its mark, else UTF-8 when it is valid, UTF-16 when it looks so, else Windows-1252.

    Bytes that Windows-1252 leaves undefined are read as Latin-1, so every file decodes.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if looks_utf16(content):
        little = content[1:2] == b"\x00" or content[3:4] == b"\x00"
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _windows_1252(content)


def _windows_1252(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in content)


def unseen_characters(text: str, *, limit: int = 200) -> tuple[HiddenText, ...]:
    """Zero-width, bidi-control and tag characters in `text`, each run with its offset; at most `limit` runs.

    Tag characters (U+E0000…) spell ASCII that no font draws; they are reported spelled out. A zero-width joiner
    inside an emoji, and a soft hyphen or joiner between letters of scripts that need them, are ordinary writing.
    """
    found: list[HiddenText] = []
    for match in _UNSEEN.finditer(text):
        run, start = match.group(), match.start()
        if match.lastgroup == "tags":
            spelled = "".join(chr(ord(char) - 0xE0000) for char in run if 0xE0020 <= ord(char) < 0xE007F)
            found.append(HiddenText(spelled, "zero_width", start=start))
        elif not _ordinary(text, start, run):
            found.append(HiddenText(run, match.lastgroup or "zero_width", start=start))
        if len(found) >= limit:
            break
    return tuple(found)


def _ordinary(text: str, start: int, run: str) -> bool:
    before, after = text[start - 1 : start], text[start + len(run) : start + len(run) + 1]
    if run == "\u00ad":
        return True
    if run == "\u200d" or run == "\u200c":
        return bool(before) and bool(after) and ord(before) > 0x2FF and ord(after) > 0x2FF
    if run in ("\u200e", "\u200f"):
        return any("\u0590" <= char <= "\u08ff" for char in text[max(0, start - 20) : start + 20])
    return False
