"""The reading process: bytes on stdin, one JSON answer on stdout, then it ends. Started by `sandbox`, never imported.

It limits itself before it looks at a byte, because limits set between fork and exec are unsafe in a threaded parent.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from typing import Protocol

from store.documents.reading.findings import OUT_OF_MEMORY, Findings, Refused
from store.documents.reading.types import MEBIBYTE, ReadLimits

_LARGEST_FILE = 4 * MEBIBYTE
"""Enough for Python to keep what it compiles of a library loaded late, and no more."""


class Reader(Protocol):
    """Reads one kind of document, or raises `Refused`."""

    def __call__(self, content: bytes, *, limits: ReadLimits) -> Findings: ...


def _confine(limits: ReadLimits) -> None:
    """No more memory or time than allowed, no core dump, no large file. Windows has none of these."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: _LARGEST_FILE,
    }
    for kind, value in wanted.items():
        _, hard = resource.getrlimit(kind)
        bounded = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (bounded, hard if kind == resource.RLIMIT_CPU else bounded))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS; the time limits still hold
            continue


def _reader(kind: str) -> Reader:
    """The reader for `kind`, with its libraries loaded: only the kind at hand is imported."""
    if kind == "pdf":
        from store.documents.reading.pdf import read_pdf

        return read_pdf
    if kind == "docx":
        from store.documents.reading.docx import read_docx

        return read_docx
    from store.documents.reading.html import read_html

    return partial(read_html, quotes=kind == "mail_html")


def main() -> None:
    """Read stdin as `argv[1]` (pdf, docx, html, mail_html) within the limits of `argv[2]`, a JSON object."""
    limits = ReadLimits(**json.loads(sys.argv[2]))
    # Our own code is loaded first: a first start, which compiles it, must not cost the document's time.
    reader = _reader(sys.argv[1])
    _confine(limits)
    content = sys.stdin.buffer.read(limits.file_bytes + 1)
    try:
        data = json.dumps(reader(content, limits=limits).as_answer()).encode("ascii")
    except Refused as refused:
        data = json.dumps({"refusal": refused.code}).encode("ascii")
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    # Libraries' exit handlers would only free what the process's end frees at once.
    os._exit(0)


if __name__ == "__main__":
    main()
