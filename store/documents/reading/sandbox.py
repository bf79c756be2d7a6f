"""PDF, DOCX and HTML are opened in a process of their own, with little memory, little time, and nothing to write to.

The answer crosses back as JSON and is checked here; a worker that dies, stalls or babbles is a refusal, not a crash.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from store.documents.reading.findings import OUT_OF_MEMORY
from store.documents.reading.refusals import is_refusal, refuse
from store.documents.reading.types import Attachment, HiddenText, Page, ReadLimits, ReadText, ReadWarning

Kind = Literal["pdf", "docx", "html", "mail_html"]

_MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "mail_html": "text/html",
}
_ROOT = Path(__file__).resolve().parents[3]


def read_apart(kind: Kind, content: bytes, limits: ReadLimits) -> ReadText:
    """What the worker reads in `content`.

    Raises `Invalid` with one of the codes of `refusals`: too long is `reading_timed_out`, out of memory or killed
    is `document_bomb`, anything else that ends the worker is `unreadable_document`.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell, no word of the document
            _command(kind, limits),
            input=content,
            capture_output=True,
            timeout=limits.wall_seconds,
            cwd=_ROOT,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refuse("reading_timed_out") from None
    return _answer(kind, done.returncode, done.stdout)


def _command(kind: Kind, limits: ReadLimits) -> list[str]:
    return [sys.executable, "-m", "store.documents.reading.worker", kind, json.dumps(asdict(limits))]


def _environment() -> dict[str, str]:
    """The worker inherits no secrets: only what a Python needs to start."""
    kept = {
        name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "VIRTUAL_ENV") if name in os.environ
    }
    return {**kept, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(_ROOT), "MALLOC_ARENA_MAX": "2"}


def _answer(kind: Kind, returncode: int, stdout: bytes) -> ReadText:
    if returncode != 0:
        # A signal is how the limits end a worker: the library aborts when memory is refused, the kernel sends SIGXCPU.
        raise refuse(_death(returncode))
    try:
        answer = json.loads(stdout)
        if "refusal" in answer:
            code = answer["refusal"]
            raise refuse(code if is_refusal(code) else "unreadable_document")
        return ReadText(
            text=answer["text"],
            media_type=_MEDIA[kind],
            pages=tuple(Page(*page) for page in answer["pages"]),
            hidden=tuple(HiddenText(text, reason, page) for text, reason, page in answer["hidden"]),
            attachments=tuple(
                Attachment(name, media, base64.b64decode(data)) for name, media, data in answer["attachments"]
            ),
            warnings=tuple(ReadWarning(code, message) for code, message in answer["warnings"]),
        )
    except (ValueError, KeyError, TypeError):
        raise refuse("unreadable_document") from None


def _death(returncode: int) -> str:
    if returncode == -signal.SIGXCPU:
        return "reading_timed_out"
    return "document_bomb" if returncode < 0 or returncode == OUT_OF_MEMORY else "unreadable_document"
