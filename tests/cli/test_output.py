"""How the command speaks: at once for help, plainly in a pipe, within the terminal's width."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.cli.terminal import Terminal

_HEAVY = ("sqlmodel", "sqlalchemy", "langchain", "langchain_core", "fastapi", "alembic", "store.kernel", "copilot")
_LOOK = f"""
import sys
sys.argv = ["greenlight", *{{arguments!r}}]
from api.cli.main import main
try:
    main()
except SystemExit:
    pass
print("HEAVY", sorted(set({_HEAVY!r}) & set(sys.modules)))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["brief", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOOK.format(arguments=arguments)], capture_output=True, text=True, check=True
    )
    assert "Usage: " in done.stdout
    assert done.stdout.rstrip().endswith("HEAVY []")


def test_the_first_help_does_not_even_load_pydantic() -> None:
    """Typer itself takes pydantic for a command's arguments, so only the command's own help is free of it."""
    look = _LOOK.format(arguments=["--help"]).replace("sorted(", "'pydantic' in sys.modules, sorted(")
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("HEAVY False []")


def test_a_pipe_gets_no_colours_and_no_cursor_moves(demo: Terminal) -> None:
    done = demo.run("changes", "show", demo.pending("Solara"))
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert "Solara Mobility" in done.stdout


def test_a_proposal_fits_a_narrow_terminal(empty: Terminal, brief: str) -> None:
    columns = 80
    child = empty.spawn("brief", brief, columns=columns)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", child.read()).replace("\r", "").split("\n")
    assert max(map(len, lines)) <= columns
    total = next(line for line in lines if re.match(r"\s*total\s+EUR", line))
    assert re.search(r"EUR [\d,]+\.\d\d$", total.rstrip())


def test_a_question_names_what_it_does_on_standard_error(demo: Terminal) -> None:
    done = demo.run("ask", "what did we quote Lumen for camera?")
    assert done.returncode == 0, done.stderr
    assert "Camera package" in done.stdout
    assert "rules mode" in done.stderr
