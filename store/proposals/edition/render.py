"""Setting an edition: a PDF, or its pages as pictures. The same edition gives the same bytes.

What was set lately is kept by the digest of all that goes into it; who may see it was asked when the edition was built.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from threading import Lock

from store.access.logo import EXTENSIONS
from store.proposals.edition.data import Edition
from store.proposals.edition.payload import payload
from store.typesetting.press import PrintJob, print_pages, print_pdf

SCREEN_PPI = 120
_KEPT_BYTES = 48 * 1024 * 1024


def render_pdf(edition: Edition) -> bytes:
    """Return the edition as a tagged PDF. Raises `DomainError` (`not_printable`, `font_missing`)."""
    job = _job(edition)
    return _kept.get(_digest(job, "pdf"), lambda: [print_pdf(job)])[0]


def render_pages(edition: Edition) -> list[bytes]:
    """Return the edition's pages as PNG pictures for a screen. Raises as `render_pdf`."""
    job = _job(edition)
    return _kept.get(_digest(job, "png"), lambda: print_pages(job, ppi=SCREEN_PPI))


class Kept:
    """The results used last, up to a size in all; made outside of the lock, so that one never waits for another."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._results: OrderedDict[str, list[bytes]] = OrderedDict()
        self._lock = Lock()

    def get(self, digest: str, make: Callable[[], list[bytes]]) -> list[bytes]:
        with self._lock:
            if digest in self._results:
                self._results.move_to_end(digest)
                return self._results[digest]
        made = make()
        with self._lock:
            self._results[digest] = made
            while sum(len(part) for parts in self._results.values() for part in parts) > self._most_bytes:
                self._results.popitem(last=False)
        return made


_kept = Kept(_KEPT_BYTES)


def _job(edition: Edition) -> PrintJob:
    logo = edition.logo
    name = f"logo.{EXTENSIONS[logo.media_type]}" if logo else ""
    return PrintJob(template(), payload(edition), edition.on, {name: logo.content} if logo else {})


@cache
def template() -> tuple[Traversable, ...]:
    folder = resources.files("store.proposals.edition").joinpath("template")
    return tuple(sorted((file for file in folder.iterdir() if file.name.endswith(".typ")), key=lambda file: file.name))


def _digest(job: PrintJob, kind: str) -> str:
    parts = [kind.encode(), job.on.isoformat().encode(), job.data.encode()]
    parts += [part for name, picture in job.pictures.items() for part in (name.encode(), picture)]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
