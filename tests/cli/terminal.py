"""Running `greenlight` as a process: with pipes, or at a terminal that hides what is typed as a password."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect

COMMAND = str(Path(sys.executable).with_name("greenlight"))
_PATIENCE_S = 60

BRIEF = """Client: Harbour Coffee
Project: Morning ritual
Contact: Ada Cole, ada@harbour.example

We need one film of 60 seconds in 16:9 and two cutdowns of 15 seconds in 9:16. Two shoot days in Berlin.
Delivery by 26 March 2027. Budget up to EUR 15,000 excluding VAT.
"""


@dataclass(frozen=True)
class Terminal:
    """A studio's home and the command that works on it."""

    home: Path

    def run(self, *arguments: str, typed: str = "", **extra: str) -> subprocess.CompletedProcess[str]:
        """Run the command with pipes: `typed` is standard input, `extra` more environment."""
        return subprocess.run(
            [COMMAND, *arguments],
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_PATIENCE_S,
            env=self.environment(**extra),
            check=False,
        )

    def json(self, *arguments: str, typed: str = "") -> Any:
        """Run the command with `--json` and return its answer."""
        done = self.run(*arguments, "--json", typed=typed)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def spawn(self, *arguments: str, columns: int = 100) -> pexpect.spawn:
        """Start the command at a terminal."""
        return pexpect.spawn(
            COMMAND,
            list(arguments),
            env=self.environment(TERM="xterm-256color"),
            encoding="utf-8",
            dimensions=(50, columns),
            timeout=_PATIENCE_S,
        )

    def environment(self, **extra: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GREENLIGHT_", "OPENAI_"))}
        kept.pop("VISUAL", None)
        return {**kept, "GREENLIGHT_HOME": str(self.home), **extra}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Look into the home's database directly."""
        connection = sqlite3.connect(self.home / "greenlight.sqlite3")
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def pending(self, words: str) -> str:
        """Return the pending change set whose title holds `words`."""
        [[found]] = self.rows(f"SELECT id FROM change_sets WHERE status = 'pending' AND title LIKE '%{words}%'")
        return str(found)

    def operations(self, change_set: str) -> list[dict[str, Any]]:
        [[found]] = self.rows(f"SELECT operations FROM change_sets WHERE id = '{change_set}'")
        operations: list[dict[str, Any]] = json.loads(found)
        return operations

    def status(self, change_set: str) -> str:
        [[found]] = self.rows(f"SELECT status FROM change_sets WHERE id = '{change_set}'")
        return str(found)


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one line that a refused command says, after checking that it is one and that nothing broke."""
    assert done.returncode == 1, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr
    said = [line for line in done.stderr.splitlines() if line.startswith("greenlight: ")]
    assert len(said) == 1, done.stderr
    return said[0]


def typed(role: str, *more: str) -> str:
    """Return what a demo user types: e-mail, password, and what is asked after."""
    return "\n".join((f"{role}@demo.greenlight.example", "demo-greenlight", *more, ""))
