"""Colours on white paper: an accent that may be any colour, and one near it in which text can be read (WCAG 2.2)."""

from __future__ import annotations

_READABLE = 4.5  # the contrast that text needs


def readable(colour: str) -> str:
    """Return `#RRGGBB`, darkened as far as text of it on white needs."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    while _contrast_with_white(red, green, blue) < _READABLE:
        red, green, blue = (part * 15 // 16 for part in (red, green, blue))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _contrast_with_white(red: int, green: int, blue: int) -> float:
    luminance = 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)
    return 1.05 / (luminance + 0.05)


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
