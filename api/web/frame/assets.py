"""Where the files that a page loads stand."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
FONTS = Path(str(files("fontpkg_inter"))) / "files"

SHEETS = ("tokens", "base", "frame", "parts", "copilot", "approvals", "projects", "studio")


def stylesheets() -> list[str]:
    """Return the addresses of the stylesheets, in the order they build on each other."""
    return [f"/assets/{name}.css" for name in SHEETS]
