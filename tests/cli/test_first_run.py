"""A home from nothing: it works at once, and says how to begin deciding."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pexpect

from tests.cli.terminal import Terminal, refusal

_PASSWORD = "a long enough password"


def test_a_brief_can_be_filed_in_a_folder_that_does_not_exist_yet(tmp_path: Path, brief: str) -> None:
    fresh = Terminal(tmp_path / "new" / "home")
    done = fresh.run("brief", brief)
    assert done.returncode == 0, done.stderr
    assert "Harbour Coffee" in done.stdout
    assert re.search(r"CS-[0-9A-Z]{6}", done.stdout)
    assert fresh.rows("SELECT status, tainted, proposed_kind FROM change_sets") == [("pending", 1, "agent")]
    assert fresh.rows("SELECT count(*) FROM projects") == [(0,)]


def test_deciding_before_anyone_can_sign_in_says_how_to_begin(filed: Terminal) -> None:
    code = filed.pending("Harbour")
    assert "greenlight users create-admin" in refusal(filed.run("changes", "greenlight", code))
    assert filed.status(code) == "pending"


def test_the_first_administrator_signs_in_at_a_terminal_and_no_password_is_shown(filed: Terminal) -> None:
    code = filed.pending("Harbour")
    child = filed.spawn("users", "create-admin")
    for question, answer in (("Name: ", "Ada"), ("E-mail: ", "ada@studio.example")):
        child.expect_exact(question)
        child.sendline(answer)
    for question in ("New password: ", "Once more: "):
        child.expect_exact(question)
        child.sendline(_PASSWORD)
    assert _PASSWORD not in child.read()
    child.wait()
    assert child.exitstatus == 0

    child = filed.spawn("changes", "greenlight", code)
    child.expect_exact("E-mail: ")
    assert "Harbour Coffee" in child.before
    child.sendline("ada@studio.example")
    child.expect_exact("Password: ")
    child.sendline(_PASSWORD)
    child.expect_exact(f"Greenlight {code}? [y/N] ")
    assert _PASSWORD not in child.before
    child.sendline("y")
    assert "is applied" in child.read()
    child.wait()
    assert child.exitstatus == 0
    assert filed.status(code) == "applied"
    assert filed.rows("SELECT name FROM clients") == [("Harbour Coffee",)]
    verified = filed.run("audit", "verify")
    assert verified.returncode == 0
    assert "whole" in verified.stdout


def test_a_second_first_administrator_is_refused(demo: Terminal) -> None:
    assert "users already" in refusal(demo.run("users", "create-admin"))


def test_the_demo_is_seeded_into_an_empty_home(empty: Terminal) -> None:
    summary = empty.json("demo")
    assert summary["password"] == "demo-greenlight"
    assert {"email": "producer@demo.greenlight.example", "role": "producer"} in summary["sign_ins"]
    assert empty.rows("SELECT count(*) FROM projects") == [(8,)]


def test_the_demo_is_not_put_into_a_home_with_work(filed: Terminal) -> None:
    assert "GREENLIGHT_HOME" in refusal(filed.run("demo"))
    assert filed.rows("SELECT is_demo FROM studio") == [(0,)]


def test_the_address_is_printed_once_visitors_are_let_in(demo: Terminal) -> None:
    child = demo.spawn("serve", "--demo", "--port", "0")
    try:
        child.expect_exact("Setting up the demo studio")
        child.expect(r" is at (http://127\.0\.0\.1:\d+) ")
        assert httpx.get(f"{child.match[1]}/sign-in").status_code == 200
    finally:
        child.sendintr()
        child.expect(pexpect.EOF)
        child.wait()
    assert child.exitstatus == 0
