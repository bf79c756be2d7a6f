"""`greenlight proposal`: the document, the next version, and two versions side by side."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf

from tests.cli.terminal import Terminal, refusal, typed


def text_of(file: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages)


def test_a_proposal_is_written_under_its_own_name_or_where_one_says(demo: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "offer.pdf"
    done = demo.run("proposal", "pdf", "lum-26-02", "--output", str(file))
    assert done.returncode == 0, done.stderr
    assert "version 1" in done.stderr
    assert "Northlight Pictures B.V." in text_of(file)
    assert "rate card" not in text_of(file)
    own = demo.json("proposal", "pdf", "LUM-26-02", "--edition", "internal", "--output", str(tmp_path / "own.pdf"))
    assert (own["edition"], own["version"], own["status"]) == ("internal", 1, "accepted")
    assert "rate card" in text_of(tmp_path / "own.pdf")


def test_a_proposal_that_is_not_there_or_cannot_be_written_is_said(demo: Terminal, tmp_path: Path) -> None:
    assert "was not found" in refusal(demo.run("proposal", "pdf", "NOPE-1"))
    nowhere = str(tmp_path / "nowhere" / "offer.pdf")
    assert "--output" in refusal(demo.run("proposal", "pdf", "LUM-26-02", "--output", nowhere))


def test_the_next_version_is_proposed_greenlit_and_compared(demo: Terminal) -> None:
    filed = demo.json("proposal", "revise", "NOR-26-01")
    assert filed["status"] == "pending"
    done = demo.run("changes", "greenlight", filed["change_set"], "--yes", typed=typed("producer"))
    if "recorded" in done.stderr:
        done = demo.run("changes", "greenlight", filed["change_set"], "--yes", typed=typed("admin"))
    assert done.returncode == 0, done.stderr
    found = demo.json("proposal", "compare", "pro_demo_nor2601", "NOR-26-01")
    assert (found["before"]["revision"], found["after"]["revision"]) == (1, 2)
    assert not found["lines"]["added"]
    assert found["lines"]["kept"] > 10
    same = demo.run("proposal", "compare", "NOR-26-01", filed["proposal"])
    assert "They say the same." in same.stdout
    differ = demo.run("proposal", "compare", "pro_demo_nor2601", "NOR-26-01")
    assert "Validity" in differ.stdout
