"""The typefaces we print with: packages we depend on, and never what happens to be installed on the machine.

`READING` covers every living script that a client's name may come in; what none of them has is shown as U+FFFD.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst

from store.kernel.errors import DomainError
from store.typesetting.coverage import code_points

# Package and the folder in it: text, titles, every other script with emoji and symbols, Chinese-Japanese-Korean.
_PACKAGES = (
    ("fontpkg_inter", "files"),
    ("fontpkg_instrument_serif", "files"),
    ("fontpkg_ibm_plex_sans_arabic", "files"),
    ("manimgx_fonts", ""),
    ("noto_cjk_sans_jp_regular", ""),
)
READING = "Inter"
TITLES = "Instrument Serif"
_LAST = ("Noto Sans Symbols", "Noto Emoji")  # they have pictures of what the others have letters for


def families(first: str = READING) -> list[str]:
    """Return the families in the order in which a character is looked for."""
    others = sorted({family for family in fonts().families() if family not in (READING, TITLES, *_LAST)})
    others.sort(key=lambda family: family != "Noto Sans")
    return list(dict.fromkeys((first, READING, *others, *_LAST)))


@cache
def fonts() -> typst.Fonts:
    """Return the typefaces, read once. Raises `DomainError` (`font_missing`)."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(_folders()))


@cache
def covered() -> frozenset[int]:
    """Return every character that one of the typefaces has."""
    found: set[int] = set()
    for folder in _folders():
        for file in sorted(Path(folder).iterdir()):
            if file.suffix in (".ttf", ".otf") and "Italic" not in file.name:
                found |= code_points(file.read_bytes())
    return frozenset(found)


def _folders() -> tuple[str, ...]:
    folders = []
    for package, inside in _PACKAGES:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise DomainError("font_missing", f"The font package {package} is not installed. Run `make setup` again.")
        folders.append(str(Path(spec.submodule_search_locations[0]) / inside))
    return tuple(folders)
