"""Text as it can be printed: nothing that steers the line, and nothing that no typeface has."""

from __future__ import annotations

import unicodedata

from store.typesetting.fonts import covered

REPLACEMENT = "\ufffd"
_JOINERS = "\u200c\u200d"  # they belong to the spelling of many names, and to emoji
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def printable(text: str) -> str:
    """Return the text without control and direction characters; what no typeface has becomes U+FFFD."""
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", text))


def _shown(character: str) -> str:
    if " " <= character <= "~":
        return character
    if character in "\t\n\r\u2028\u2029":
        return " "
    if character in _JOINERS or 0xFE00 <= ord(character) <= 0xFE0F:
        return character
    if ord(character) in covered() and unicodedata.category(character) not in _INVISIBLE:
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else REPLACEMENT
