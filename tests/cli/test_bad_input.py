"""Files that are no briefs: one clear line each, the original kept, nothing proposed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, refusal

_PUBLIC = Path(__file__).resolve().parents[3] / "shared" / "data" / "pdf"
_needs_public = pytest.mark.skipif(not _PUBLIC.is_dir(), reason="needs the public PDFs in ../shared/data/pdf")


def _refused(terminal: Terminal, file: Path, *, kept: bool) -> str:
    said = refusal(terminal.run("brief", str(file)))
    assert terminal.rows("SELECT count(*) FROM change_sets") == [(0,)]
    assert terminal.rows("SELECT count(*) FROM documents") == [(int(kept),)]
    if kept:
        [[digest]] = terminal.rows("SELECT sha256 FROM documents")
        assert (terminal.home / "files" / digest[:2] / digest).stat().st_size == file.stat().st_size
    return said


def test_a_file_that_is_not_there_is_named(empty: Terminal, tmp_path: Path) -> None:
    assert "nowhere.pdf" in _refused(empty, tmp_path / "nowhere.pdf", kept=False)


def test_a_folder_is_not_a_brief(empty: Terminal, tmp_path: Path) -> None:
    assert str(tmp_path) in _refused(empty, tmp_path, kept=False)


def test_an_empty_file_is_said_to_be_empty(empty: Terminal, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").touch()
    assert "empty" in _refused(empty, tmp_path / "brief.txt", kept=True)


def test_a_program_is_not_a_brief(empty: Terminal, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"MZ\x90\x00" + random.Random(1).randbytes(4000))
    _refused(empty, tmp_path / "brief.pdf", kept=True)


def test_a_file_too_large_to_read_says_so(empty: Terminal, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_bytes(b"word " * (26 * 1024 * 1024 // 5))
    assert "25 MB" in _refused(empty, tmp_path / "brief.txt", kept=True)


def test_a_text_in_which_nothing_is_asked_for_says_what_to_send(empty: Terminal, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("The quick brown fox jumps over the lazy dog.\n")
    assert "kept" in _refused(empty, tmp_path / "brief.txt", kept=True)


@_needs_public
def test_an_encrypted_pdf_asks_for_one_without_a_password(empty: Terminal) -> None:
    assert "password" in _refused(empty, _PUBLIC / "libreoffice-writer-password.pdf", kept=True)


@_needs_public
def test_a_pdf_of_images_says_that_it_holds_no_text(empty: Terminal) -> None:
    assert "text" in _refused(empty, _PUBLIC / "imagemagick-images.pdf", kept=True)
