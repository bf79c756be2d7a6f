"""`make screenshots`: the pictures in the README, taken of a fresh demo, each of one size and light enough for a page.

A page that is not there yet is left out, so the script can be run at any time.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.web.serving import Demo, seeded_home
from tests.web.talking import BRIEFS, connected, drop

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
SIZE = {"width": 1280, "height": 800}
MOST_BYTES = 300_000
_BRIEF = "en_pdf_rfp_table.pdf"


def copilot(demo: Demo, page: Page) -> None:
    """A brief that was dropped, and the change it became."""
    demo.sign_in(page, "producer")
    drop(page, "RFP.pdf", (BRIEFS / _BRIEF).read_bytes())
    expect(page.get_by_role("article")).to_be_visible(timeout=120_000)
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()


def approvals(demo: Demo, page: Page) -> None:
    """The before and after of that change."""
    copilot(demo, page)
    page.get_by_role("link", name="Review and greenlight").click()
    connected(page)


def project(demo: Demo, page: Page) -> None:
    """A project, with where it stands."""
    demo.sign_in(page, "producer", then="/projects/LUM-26-02")
    connected(page)


PICTURES: tuple[Callable[[Demo, Page], None], ...] = (copilot, approvals, project)


def take(demo: Demo, page: Page, picture: Callable[[Demo, Page], None]) -> str:
    """Take one picture and say what became of it."""
    picture(demo, page)
    # A page that is not there says so in the place of its content.
    if page.locator("#main .empty h1", has_text="Not found").count():
        return f"{picture.__name__}: not there yet"
    page.mouse.move(0, 0)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(400)
    data = _small(page.screenshot(animations="disabled", caret="hide"))
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{picture.__name__}.png").write_bytes(data)
    if len(data) > MOST_BYTES:
        raise SystemExit(f"{picture.__name__}.png has {len(data):,} bytes, more than {MOST_BYTES:,}")
    return f"{picture.__name__}.png: {len(data):,} bytes"


def _small(png: bytes) -> bytes:
    """256 colours are plenty for a page, and a quarter of the bytes."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> int:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("This needs a browser: apt-get install chromium\n")
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Demo(seeded_home(Path(folder)))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        try:
            for picture in PICTURES:
                context = browser.new_context(viewport=SIZE, color_scheme="light", reduced_motion="reduce")  # type: ignore[arg-type]
                context.set_default_timeout(60_000)
                sys.stdout.write(take(demo, context.new_page(), picture) + "\n")
                context.close()
        finally:
            browser.close()
            demo.dispose()
    return 0


if __name__ == "__main__":
    sys.exit(main())
