"""A file is checked before it is kept, and a refusal says what to do instead."""

from __future__ import annotations

from datetime import date

import pytest

from api.rest.edge import LARGEST_FILE
from api.web.projects.uploads import check_file
from api.web.projects.words import due, size_words
from store.kernel.errors import Invalid


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"%PDF-1.7"), ("b.TXT", b"x"), ("c.docx", b"PK\x03\x04"), ("d.mp4", b"\x00")]
)
def test_what_a_studio_works_with_is_kept(name: str, content: bytes) -> None:
    check_file(name, content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "empty_file"),
        ("a.pdf", b"MZ", "not_it"),
        ("a.exe", b"MZ", "unknown_kind"),
        ("noending", b"x", "unknown_kind"),
        ("a.pdf.js", b"x", "unknown_kind"),
        ("a.txt", b"x" * (LARGEST_FILE + 1), "too_large"),
    ],
)
def test_what_cannot_be_kept_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_file(name, content)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("day", "words"),
    [(1, "4 days late"), (4, "1 day late"), (5, "due today"), (6, "due tomorrow"), (19, "in 14 days"), (20, None)],
)
def test_a_deadline_is_said_in_words(day: int, words: str | None) -> None:
    near = due(date(2027, 3, day), date(2027, 3, 5), stage="production", status="active")
    assert (near.words if near else None) == words


@pytest.mark.parametrize(("stage", "status"), [("delivery", "active"), ("production", "closed")])
def test_what_is_handed_over_or_closed_is_never_late(stage: str, status: str) -> None:
    assert due(date(2027, 1, 1), date(2027, 3, 5), stage=stage, status=status) is None


def test_sizes_are_read_at_a_glance() -> None:
    assert [size_words(size) for size in (840, 12_300, 3_400_000)] == ["840 B", "12 KB", "3.4 MB"]
