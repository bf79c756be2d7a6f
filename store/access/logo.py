"""The studio's logo: a picture by its content, kept like every file and checked each time it is read.

An operation names a logo by its SHA-256 and cannot look at files; so what is read is checked again, and a name that
leads to anything but a harmless picture shows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from store.access.operations import LogoType, SetStudioLogo
from store.access.policy import require
from store.access.queries import get_studio
from store.access.svg import harmless_svg
from store.documents.storage import FileStore
from store.kernel.actor import Actor
from store.kernel.errors import Invalid, NotFound
from store.typesetting.press import can_draw

EXTENSIONS: dict[LogoType, str] = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
LARGEST_LOGO = 1024 * 1024
_LARGEST_SIDE = 4_000  # pixels; a few bytes can claim to be a picture that takes gigabytes to draw

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# A JPEG's frame headers, which hold its size; the others of this range are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Logo:
    """A harmless picture and what it is."""

    content: bytes
    media_type: LogoType


def check_logo(content: bytes) -> Logo:
    """Return the picture, an SVG cleaned. Raises `Invalid` (`document_too_large`, `wrong_image`)."""
    if len(content) > LARGEST_LOGO:
        raise Invalid("A logo has at most 1 MB. Export it smaller, or as SVG.", "document_too_large")
    if content.startswith(_PNG):
        _require_size(_png_size(content))
        return Logo(content, "image/png")
    if content.startswith(_JPEG):
        _require_size(_jpeg_size(content))
        return Logo(content, "image/jpeg")
    if b"<svg" in content[:4096].lower():
        return Logo(harmless_svg(content), "image/svg+xml")
    raise _wrong()


def keep_logo(files: FileStore, actor: Actor, content: bytes) -> SetStudioLogo:
    """Check and keep a picture, and return the operation that would show it. Raises `Forbidden`, `Invalid`."""
    require(actor, "studio.write")
    logo = check_logo(content)
    if not can_draw(logo.content, EXTENSIONS[logo.media_type]):
        raise Invalid("This picture is damaged and cannot be drawn. Export it again.", "wrong_image")
    return SetStudioLogo(sha256=files.put(logo.content), media_type=logo.media_type)


def read_logo(session: Session, files: FileStore) -> Logo | None:
    """Return the studio's logo, None where it has none. Raises as `FileStore.get` and `check_logo` do."""
    studio = get_studio(session)
    return None if studio.logo_sha256 is None else check_logo(files.get(studio.logo_sha256))


def get_logo(session: Session, actor: Actor, files: FileStore) -> Logo:
    """Return the studio's logo. Raises `NotFound` where it has none, `Forbidden` without `studio.read`."""
    require(actor, "studio.read")
    logo = read_logo(session, files)
    if logo is None:
        raise NotFound("The studio's logo")
    return logo


def _png_size(content: bytes) -> tuple[int, int]:
    if len(content) < 33 or content[12:16] != b"IHDR":
        raise _wrong()
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Walk a JPEG's segments to the frame header."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 1 if marker == 0xFF else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    raise _wrong()


def _require_size(size: tuple[int, int]) -> None:
    if not all(0 < side <= _LARGEST_SIDE for side in size):
        raise Invalid(f"A logo has at most {_LARGEST_SIDE} pixels a side. Export it smaller.", "wrong_image")


def _wrong() -> Invalid:
    return Invalid("A logo is a PNG, JPEG or SVG picture. This is none of them, whatever its name.", "wrong_image")
