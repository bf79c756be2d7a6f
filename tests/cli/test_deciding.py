"""Deciding at a terminal: only a person who signs in, on exactly what was shown."""

from __future__ import annotations

import json
import re
import stat
from datetime import UTC, datetime
from pathlib import Path

from api.cli.desk import terminal_actor
from store.changes.engine import LIFETIME, Origin, Request, file_change_set
from store.home import open_home
from store.kernel.clock import FixedClock
from store.kernel.settings import Settings
from tests.cli.terminal import BRIEF, Terminal, refusal, typed
from tests.studio import operations


def test_a_wrong_password_decides_nothing(demo: Terminal) -> None:
    code = demo.pending("Ida Holm")
    done = demo.run("changes", "greenlight", code, typed="producer@demo.greenlight.example\nguess\ny\n")
    assert "do not match" in refusal(done)
    assert demo.status(code) == "pending"


def test_no_is_no(demo: Terminal) -> None:
    code = demo.pending("Ida Holm")
    done = demo.run("changes", "greenlight", code, typed=typed("producer", "n"))
    assert done.returncode == 1
    assert demo.status(code) == "pending"


def test_a_change_set_is_rejected_with_its_reason(demo: Terminal) -> None:
    code = demo.pending("Ida Holm")
    done = demo.run("changes", "reject", code, "--reason", "Not before March", typed=typed("producer"))
    assert done.returncode == 0, done.stderr
    assert demo.rows(f"SELECT status, decision_note FROM change_sets WHERE id = '{code}'") == [
        ("rejected", "Not before March")
    ]


def test_a_file_of_operations_makes_a_new_revision(demo: Terminal, tmp_path: Path) -> None:
    code = demo.pending("Ida Holm")
    operations = demo.operations(code)
    operations[0]["rate_minor"] = 42_000
    (tmp_path / "operations.json").write_text(json.dumps(operations))
    done = demo.run("changes", "edit", code, "--operations", str(tmp_path / "operations.json"), typed=typed("producer"))
    assert done.returncode == 0, done.stderr
    assert "EUR 420.00" in done.stdout
    assert "The copilot said of revision 1, before it was edited:" in " ".join(done.stdout.split())
    assert demo.status(code) == "superseded"
    assert demo.status(f"{code}-2") == "pending"


def test_operations_that_say_something_impossible_are_refused_by_name(demo: Terminal, tmp_path: Path) -> None:
    code = demo.pending("Ida Holm")
    (tmp_path / "operations.json").write_text('[{"kind": "set_person_rate", "rate_minor": "much"}]')
    done = demo.run("changes", "edit", code, "--operations", str(tmp_path / "operations.json"), typed=typed("producer"))
    said = refusal(done)
    assert "Operation 1 of 1: set_person_rate: " in said
    assert said.endswith("Nothing was changed.")
    assert "no operations" in refusal(demo.run("changes", "edit", code, "--operations", str(tmp_path / "none.json")))
    assert demo.status(code) == "pending"


def test_what_is_decided_already_says_what_to_do_before_anyone_signs_in(demo: Terminal) -> None:
    code = demo.pending("Ida Holm")
    assert demo.run("changes", "reject", code, typed=typed("producer")).returncode == 0
    for command in ("greenlight", "reject", "edit"):
        assert refusal(demo.run("changes", command, code)).endswith("can no longer be decided. Propose it again.")


def test_who_the_client_is_is_told_by_name_also_when_it_is_there_already(demo: Terminal, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text(BRIEF.replace("Harbour Coffee", "Halden Outdoor"))
    code = demo.json("brief", str(tmp_path / "brief.txt"))["change_set"]
    shown = demo.run("changes", "show", code).stdout
    assert re.search(r"client +Halden Outdoor", shown)
    assert "cli_" not in shown


def test_an_editor_opens_on_the_operations(demo: Terminal, tmp_path: Path) -> None:
    code = demo.pending("Ida Holm")
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i s/43000/42500/ "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    done = demo.run("changes", "edit", code, typed=typed("producer"), EDITOR=str(editor))
    assert done.returncode == 0, done.stderr
    assert demo.status(f"{code}-2") == "pending"
    assert "changed nothing" in refusal(demo.run("changes", "edit", f"{code}-2", EDITOR="true"))
    assert "failed" in refusal(demo.run("changes", "edit", f"{code}-2", EDITOR="false"))


def test_an_undo_puts_everything_back(demo: Terminal) -> None:
    code = demo.pending("Ida Holm")
    rates = "SELECT count(*) FROM person_rates WHERE person_id = 'ppl_demo_1'"
    assert demo.run("changes", "greenlight", code, typed=typed("producer", "y")).returncode == 0
    assert demo.rows(rates) == [(2,)]
    done = demo.run("changes", "undo", code, "--yes", typed=typed("producer"))
    assert done.returncode == 0, done.stderr
    assert demo.rows(rates) == [(1,)]
    assert demo.status(code) == "reverted"


def test_above_a_limit_the_first_greenlight_waits_for_a_second_person(demo: Terminal) -> None:
    code = demo.pending("LED")
    waiting = demo.run("changes", "greenlight", code, "--yes", typed=typed("line-producer"))
    assert waiting.returncode == 0
    assert "second person" in waiting.stderr
    assert demo.status(code) == "pending"
    assert demo.run("changes", "greenlight", code, "--yes", typed=typed("producer")).returncode == 0
    assert demo.status(code) == "applied"


def test_what_has_changed_meanwhile_is_shown_anew_and_asked_again(demo: Terminal, tmp_path: Path) -> None:
    code = demo.pending("Ida Holm")
    _raise_to(demo, tmp_path, code, 41_000)
    done = demo.run("changes", "greenlight", code, typed=typed("producer", "y", "y"))
    assert done.returncode == 0, done.stderr
    assert "Nothing was applied" in done.stderr
    assert "EUR 410.00" in done.stdout
    assert demo.status(f"{code}-2") == "applied"


def _raise_to(demo: Terminal, tmp_path: Path, code: str, rate_minor: int) -> None:
    """Put another rate for the same day in place, so that `code` no longer does what it shows."""
    from store.access.credentials import sign_in
    from store.changes.decisions import greenlight
    from store.changes.engine import Origin, Request, file_change_set
    from store.home import open_home
    from store.kernel.clock import SystemClock
    from store.kernel.settings import Settings
    from store.operations import parse_operation

    operation = demo.operations(code)[0] | {"rate_minor": rate_minor}
    database, clock = open_home(Settings(home=demo.home, database_url=None)), SystemClock()
    with database.write() as session:
        email = "producer@demo.greenlight.example"
        person, _ = sign_in(session, clock, email=email, password="demo-greenlight", channel="test")
        request = Request("Another rate", [parse_operation(operation)], Origin("test"))
        filed = file_change_set(session, person, clock, request)
        assert greenlight(session, person, clock, change_set_id=filed.id, digest=filed.digest).outcome == "applied"
    database.dispose()


def test_what_nobody_decided_in_time_is_listed_as_expired_where_no_server_runs(empty: Terminal) -> None:
    database = open_home(Settings(home=empty.home, database_url=None))
    long_ago = FixedClock(datetime.now(UTC) - LIFETIME)
    request = Request("A client", operations(("create_client", {"id": "c", "name": "Lumen"})), Origin("cli"))
    with database.agent() as session:
        filed = file_change_set(session, terminal_actor(), long_ago, request)
    database.dispose()
    assert [(item["code"], item["status"]) for item in empty.json("changes", "list")] == [(filed.code, "expired")]
