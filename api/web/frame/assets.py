"""Where the files that a page loads stand. Their address names their content, so a browser asks for each once."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parents[1] / "static"
FONTS = Path(str(files("fontpkg_inter"))) / "files"

SHEETS = ("tokens", "base", "frame", "parts", "copilot", "approvals", "projects", "studio")
# `theme.js` is apart: it runs before anything is drawn.
SCRIPTS = ("greenlight.js", "copilot.js", "approvals.js", "brief.js", "projects.js", "studio.js")
KEPT_FOR_GOOD = "public, max-age=31536000, immutable"

# All sheets in one, in the order they build on each other.
_ALL = "\n".join((STATIC / f"{name}.css").read_text() for name in SHEETS)
_VERSION = sha256(b"".join(file.read_bytes() for file in sorted(STATIC.iterdir()))).hexdigest()[:12]
ASSETS = f"/assets/{_VERSION}"


def asset(name: str) -> str:
    """Return the address of a file of `static`."""
    return f"{ASSETS}/{name}"


def stylesheets() -> list[str]:
    """Return the addresses of the stylesheets of every page."""
    return [asset("all.css")]


class KeptForGood(StaticFiles):
    """Files that never change under their address; `all.css` is made of the sheets."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path == "all.css":
            response = Response(_ALL, media_type="text/css")
        else:
            response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = KEPT_FOR_GOOD
        return response
