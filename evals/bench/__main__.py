"""`make bench`: measure, print the table, and fail when a figure is over its bound."""

from __future__ import annotations

import statistics
import subprocess
import sys
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from copilot.briefs.intake import BriefFile
from copilot.open import open_intake
from copilot.settings import CopilotSettings
from evals.bench.measure import Figure, milliseconds, side_by_side
from evals.bench.studio import bench_studio, quoted_project
from evals.bench.turns import bare_turn, greenlight_turn, long_conversation
from evals.bench.web import web_figures
from store.changes.engine import Origin

_TWO_PAGES = Path(__file__).parent / "two_pages.pdf"
_MEBIBYTE = 1024 * 1024


def turn_figure() -> Figure:
    with bench_studio() as studio:
        studio.apply(quoted_project(12, code="LUM-01", client="Lumen"))
        ours, bare = side_by_side(greenlight_turn(studio, most=120), bare_turn(), rounds=100, warm=10)
    return Figure("agent turn, three tool calls", ours, "ms", "bare create_agent", bare, 1.5)


def brief_figure() -> Figure:
    content = _TWO_PAGES.read_bytes()
    with bench_studio() as studio:
        intake = open_intake(studio.database, studio.settings, studio.clock, CopilotSettings(model="rules"))

        def take(number: int) -> None:
            # A comment after its end makes it another file, which nobody sent before.
            another = content + f"\n%{number}\n".encode()
            intake.take(studio.person, BriefFile(another, "brief.pdf"), origin=Origin("bench"))

        take(0)
        ours = statistics.median(milliseconds(partial(take, number)) for number in range(1, 10))
    return Figure("two-page PDF brief → pending change set", ours, "ms", "one second", 1000, 1.0)


def greenlight_figure() -> Figure:
    with bench_studio() as studio:
        times = [
            milliseconds(lambda n=number: studio.apply(quoted_project(55, code=f"BIG-{n:02}", client=f"Big {n}")))  # type: ignore[misc]
            for number in range(9)
        ]
        small = [
            milliseconds(lambda n=number: studio.apply(quoted_project(0, code=f"SML-{n:02}", client=f"Small {n}")))  # type: ignore[misc]
            for number in range(9)
        ]
    ours, five = statistics.median(times), statistics.median(small)
    return Figure("file and greenlight 60 operations", ours, "ms", "the same with 5", five, 12.0)


def storage_figure() -> Figure:
    with bench_studio() as studio:
        studio.apply(quoted_project(12, code="LUM-01", client="Lumen"))
        grown = long_conversation(studio, 100) / _MEBIBYTE
    return Figure("conversation of 100 turns", grown, "MB", "two megabytes", 2.0, 1.0)


def import_figures() -> list[Figure]:
    rest, turn = "import fastapi, sqlmodel, langchain.agents", "import sqlmodel, langchain.agents"
    return [
        Figure("greenlight --help", _command("--help"), "ms", "half a second", 500, 1.0),
        Figure("import the REST application", _start("import api.app"), "ms", rest, _start(rest), 1.3),
        Figure("import a turn in rules mode", _start("import copilot.turn.run"), "ms", turn, _start(turn), 1.3),
    ]


def _start(statement: str) -> float:
    command = [sys.executable, "-c", statement]
    return statistics.median(milliseconds(lambda: subprocess.run(command, check=True)) for _ in range(5))


def _command(argument: str) -> float:
    command = [str(Path(sys.executable).parent / "greenlight"), argument]
    run = lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: E731
    return statistics.median(milliseconds(run) for _ in range(5))


def main() -> int:
    figures = [turn_figure(), brief_figure(), greenlight_figure(), storage_figure(), *import_figures(), *web_figures()]
    table = Table(box=None, header_style="dim")
    for name in ("measured", "ours", "peer or bound", "", "ratio", "at most"):
        table.add_column(name, justify="left" if name in ("measured", "peer or bound") else "right")
    for f in figures:
        verdict = f"[{'green' if f.within else 'red'}]{f.ratio:.2f}[/]"
        table.add_row(f.name, f"{f.ours:,.1f} {f.unit}", f.peer_name, f"{f.peer:,.1f} {f.unit}", verdict, f"{f.most:g}")
    Console(width=140).print(table)
    return 0 if all(f.within for f in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
