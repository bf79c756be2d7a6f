"""The press: a Typst template, data as JSON, and pictures; the same job gives the same bytes.

Data reaches a template as a value and is never read as Typst. A job sees the files of its own folder and no others: no
system fonts, no packages, nothing of the machine.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import typst

from store.kernel.errors import DomainError
from store.typesetting.fonts import fonts

_PROBE = b'#set page(width: 20pt, height: 20pt, margin: 0pt)\n#image("/picture.%s", width: 20pt, height: 20pt)'


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is printed: the template's files (`main.typ` among them), its data, its pictures by name, and its day."""

    template: tuple[Traversable, ...]
    data: str
    on: date
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def print_pdf(job: PrintJob) -> bytes:
    """Return the job as a tagged PDF. Raises `DomainError` (`not_printable`)."""
    [pdf] = _run(job, "pdf")
    return pdf


def print_pages(job: PrintJob, *, ppi: int) -> list[bytes]:
    """Return the job's pages as PNG pictures. Raises `DomainError` (`not_printable`)."""
    return _run(job, "png", ppi=ppi)


def can_draw(picture: bytes, extension: str) -> bool:
    """Whether a picture can be printed: whole, and of the kind that it says."""
    with tempfile.TemporaryDirectory(prefix="greenlight-print-") as folder:
        Path(folder, f"picture.{extension}").write_bytes(picture)
        Path(folder, "main.typ").write_bytes(_PROBE % extension.encode())
        try:
            typst.compile(f"{folder}/main.typ", root=folder, font_paths=fonts(), ignore_system_fonts=True, format="png")
        except typst.TypstError:
            return False
    return True


def _run(job: PrintJob, kind: Literal["pdf", "png"], ppi: int = 144) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="greenlight-print-") as folder:
        for file in job.template:
            Path(folder, file.name).write_bytes(file.read_bytes())
        for name, picture in job.pictures.items():
            Path(folder, name).write_bytes(picture)
        try:
            printed: bytes | list[bytes] = typst.compile(
                f"{folder}/main.typ",
                root=folder,
                font_paths=fonts(),
                ignore_system_fonts=True,
                format=kind,
                ppi=ppi,
                sys_inputs={"data": job.data},
                timestamp=datetime.combine(job.on, time(), UTC),
            )
        except typst.TypstError as error:
            raise DomainError("not_printable", f"This cannot be set on paper: {error.message}.") from error
    return [printed] if isinstance(printed, bytes) else printed
