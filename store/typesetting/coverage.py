"""Which characters a typeface has, read from its `cmap` table (OpenType 1.9, formats 4 and 12)."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def code_points(font: bytes) -> set[int]:
    """Return the code points that a TrueType or OpenType font has glyphs for."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            return {code for start in _subtables(font, offset) for code in _codes(font, start)}
    return set()


def _subtables(font: bytes, cmap: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for number in range(count):
        yield cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * number)[2]


def _codes(font: bytes, start: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", font, start)
    if kind == 12:
        (groups,) = struct.unpack_from(">I", font, start + 12)
        for first, last, _ in struct.iter_unpack(">III", font[start + 16 : start + 16 + 12 * groups]):
            yield from range(first, last + 1)
    elif kind == 4:
        segments = struct.unpack_from(">H", font, start + 6)[0] // 2
        ends = struct.unpack_from(f">{segments}H", font, start + 14)
        starts = struct.unpack_from(f">{segments}H", font, start + 16 + 2 * segments)
        for first, last in zip(starts, ends, strict=True):
            if first != 0xFFFF:
                yield from range(first, last + 1)
