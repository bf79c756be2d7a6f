"""What a file is, judged by its first bytes: a name is a claim, and briefs arrive with wrong ones."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from store.documents.reading.types import DOCX, EML, HTML, MARKDOWN, PDF, PLAIN


@dataclass(frozen=True)
class Unaccepted:
    """A file of a kind we do not read; `kind` completes the sentence "This is …"."""

    kind: str


@dataclass(frozen=True)
class Encrypted:
    """An Office file inside an encrypted container."""


_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"8BPS", "a Photoshop file"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "a compressed archive"),
    (b"\x28\xb5\x2f\xfd", "a compressed archive"),
    (b"ID3", "an audio file"),
    (b"fLaC", "an audio file"),
    (b"OggS", "an audio or video file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x78\x9f\x3e\x22", "an Outlook winmail.dat file"),
)

_OFFICE = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "Index/Document.iwa": "an Apple Pages document",
}

_STRONG_HEADER = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|content-type|delivered-to|dkim-signature|x-mailer):",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_BLOCK = re.compile(
    rb"\A(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]{1,80}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\Z)){2,}"
)
_HTML_START = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"<(?:p|div|br|table|span|body|html|font|style|h[1-6])\b[^>]*>", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(content: bytes, filename: str) -> str | Unaccepted | Encrypted:
    """The media type of one of the accepted kinds, or what stands in the way."""
    suffix = PurePosixPath(filename.replace("\\", "/")).suffix.lower()
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_kind(content, suffix)
    for signature, kind in _SIGNATURES:
        if content.startswith(signature) and not _reads_as_text(content, signature):
            return Unaccepted(kind)
    if content[4:8] == b"ftyp":
        return Unaccepted("a video, audio or HEIC image file")
    if content[:4] == b"RIFF" and content[8:12] in (b"WAVE", b"AVI ", b"WEBP"):
        return Unaccepted("an audio, video or image file")
    zeros = b"\x00" in content[:8192] and not content.startswith(_BOMS) and not looks_utf16(content)
    if zeros and suffix != ".eml":
        return Unaccepted("a binary file")
    return _text_kind(content, suffix)


def looks_utf16(content: bytes) -> bool:
    """Whether bytes without a mark read as UTF-16: every second byte of European text is zero."""
    sample = content[: 2 * (min(len(content), 2000) // 2)]
    if len(sample) < 4:
        return False
    half = len(sample) // 2
    return (
        max(sample[0::2].count(0), sample[1::2].count(0))
        > 0.6 * half
        > 2 * min(sample[0::2].count(0), sample[1::2].count(0))
    )


def _reads_as_text(content: bytes, signature: bytes) -> bool:
    """A brief may begin with "MZ" or "ID3" too: a printable signature counts only when binary follows."""
    if not signature.isascii() or not signature.decode("ascii").isprintable() or signature in (b"{\\rtf", b"%!PS"):
        return False
    sample = content[:512]
    return not any(byte < 9 or 13 < byte < 32 for byte in sample)


def _zip_kind(content: bytes) -> str | Unaccepted:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        return DOCX if b"word/document.xml" in content else Unaccepted("a damaged archive")
    if "word/document.xml" in names or "word/document2.xml" in names:
        return DOCX
    return next((Unaccepted(kind) for name, kind in _OFFICE.items() if name in names), Unaccepted("a ZIP archive"))


def _ole_kind(content: bytes, suffix: str) -> Unaccepted | Encrypted:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Encrypted()
    if suffix == ".msg" or "__substg1.0_".encode("utf-16-le") in content:
        return Unaccepted("an Outlook message (.msg); save it as .eml, or forward it as an attachment")
    if "Workbook".encode("utf-16-le") in content:
        return Unaccepted("an old Excel workbook (.xls)")
    return Unaccepted("an old Office file (.doc, .ppt); save it as .docx or PDF")


def _text_kind(content: bytes, suffix: str) -> str:
    head = content[:16384].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if suffix == ".eml":
        return EML
    block = _HEADER_BLOCK.match(head)
    if block and len(_STRONG_HEADER.findall(block.group())) >= 2:
        return EML
    if _HTML_START.match(head) or (suffix in (".html", ".htm") and _HTML_TAG.search(head)):
        return HTML
    return MARKDOWN if suffix in (".md", ".markdown") else PLAIN
