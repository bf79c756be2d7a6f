"""What programs read: the shapes of `--json`, which are a public contract."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import BRIEF, Terminal

_DEV = Path(__file__).resolve().parents[2] / "evals" / "cases" / "briefs" / "dev"
_FACTS = (
    "client title contact objective deliverables shoot_days shoot_dates locations delivery_on budget_min budget_max "
    "tax_included revision_rounds usage languages"
).split()


@pytest.fixture(scope="module")
def reported(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What one run of `greenlight brief --json` prints."""
    folder = tmp_path_factory.mktemp("reported")
    terminal = Terminal(Path(shutil.copytree(sqlite_template, folder / "home")))
    (folder / "harbour.txt").write_text(BRIEF, encoding="utf-8")
    answer = terminal.json("brief", str(folder / "harbour.txt"))
    assert answer["change_set"] == terminal.pending("Harbour")
    return answer


def test_a_brief_is_reported_as_promised(reported: Any) -> None:
    answer = reported
    facts = answer["facts"]
    assert set(facts) == set(_FACTS)
    assert facts["client"] == "Harbour Coffee"
    assert facts["contact"] == {"name": "Ada Cole", "email": "ada@harbour.example", "phone": None}
    first, second = facts["deliverables"]
    assert set(first) == {"name", "kind", "quantity", "duration_seconds", "aspect_ratios"}
    assert (first["quantity"], first["duration_seconds"], first["aspect_ratios"]) == (1, 60, ["16:9"])
    assert (second["quantity"], second["duration_seconds"], second["aspect_ratios"]) == (2, 15, ["9:16"])
    assert facts["shoot_days"] == 2
    assert facts["shoot_dates"] == []
    assert facts["locations"] == ["Berlin"]
    assert facts["delivery_on"] == "2027-03-26"
    assert facts["budget_max"] == {"minor": 1500000, "currency": "EUR"}
    assert facts["budget_min"] is None
    assert facts["tax_included"] is False
    assert facts["revision_rounds"] is None
    assert facts["usage"] is None
    assert answer["open_questions"]
    assert set(answer["open_questions"][0]) == {"field", "question"}
    assert {warning["code"] for warning in answer["warnings"]} >= {"over_budget"}


def test_a_proposal_s_figures_add_up_and_name_their_sources(reported: Any) -> None:
    offer = reported["proposal"]
    assert {"lines", "subtotal", "total", "currency", "milestones"} <= set(offer)
    for line in offer["lines"]:
        assert {"account", "description", "quantity", "unit", "rate", "total", "source"} <= set(line)
        assert line["source"]
        assert set(line["rate"]) == set(line["total"]) == {"minor", "currency"}
    assert sum(line["total"]["minor"] for line in offer["lines"]) == offer["subtotal"]["minor"]
    parts = ("subtotal", "contingency", "fee", "tax")
    assert sum(offer[part]["minor"] for part in parts) == offer["total"]["minor"]
    assert {"name", "starts_on", "ends_on", "rule"} <= set(offer["milestones"][0])


def test_every_quote_stands_at_its_offsets_in_the_file(reported: Any) -> None:
    evidence = reported["evidence"]
    assert {"client", "deliverables", "budget_max"} <= set(evidence)
    for quote in (quote for quotes in evidence.values() for quote in quotes):
        assert set(quote) == {"source", "quote", "start", "end"}
        assert BRIEF[quote["start"] : quote["end"]] == quote["quote"]


@pytest.mark.parametrize("name", ["de_mail_thread.eml", "de_pdf_briefing_tabelle.pdf"], ids=lambda name: name)
def test_every_quote_stands_in_the_text_that_was_read(empty: Terminal, name: str) -> None:
    answer = empty.json("brief", str(_DEV / name))
    [[text]] = empty.rows("SELECT group_concat(text, '') FROM (SELECT text FROM document_pages ORDER BY start)")
    quotes = [quote for quotes in answer["evidence"].values() for quote in quotes]
    assert quotes
    for quote in quotes:
        assert quote["source"] == answer["document"]
        assert text[quote["start"] : quote["end"]] == quote["quote"]


def test_what_is_read_can_be_read_by_programs(demo: Terminal) -> None:
    listed = demo.json("changes", "list", "--status", "pending")
    assert len(listed) == 4
    assert {"change_set", "code", "revision", "status", "title", "amount", "digest", "expires_at"} <= set(listed[0])
    shown = demo.json("changes", "show", demo.pending("LED"))
    assert {"operations", "row_changes", "effects", "evidence", "rationale"} <= set(shown)
    assert shown["amount"] == {"minor": 8386510, "currency": "EUR"}  # what the line costs with all that goes on top
    project = demo.json("projects", "show", "LUM-26-02")
    assert project["stage"] == "pre_production"
    assert "confirmed location" in project["gate"]
    assert demo.json("audit", "verify") == {"whole": True, "entries": 136, "broken_at": None, "problem": None}


def test_a_question_is_answered_with_the_rows_it_rests_on(demo: Terminal) -> None:
    answer = demo.json("ask", "what did we quote Lumen for camera?")
    assert "Camera package" in answer["answer"]
    assert "LUM-26-01" in answer["answer"]
    assert "[budget_line bud_demo_lum2601.l" in answer["answer"]
    assert answer["change_sets"] == []
    assert answer["model"] == "rules"


def test_a_refusal_is_an_object_too(empty: Terminal) -> None:
    done = empty.run("changes", "show", "CS-000000", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "not_found"
