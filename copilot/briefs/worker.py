"""Reading a long brief in a process of its own: `python -m copilot.briefs.worker`, JSON in, JSON out.

A text is data from outside, and no rule over words is quick on every text: what takes too long is stopped by the
system, and the person is told. Short texts are read in the caller's process, where starting another costs more.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief
from store.kernel.errors import Invalid
from store.proposals.facts import BriefReading, BriefWarning

SHORT_CHARACTERS = 8_000
MOST_CHARACTERS = 120_000
WALL_SECONDS = 60.0
_ROOT = Path(__file__).resolve().parents[2]
_SOURCE = TypeAdapter(BriefSource)


def read_within_limits(source: BriefSource) -> BriefReading:
    """Return rules mode's reading of a brief; of a very long one, of its beginning, with the warning `text_cut`.

    Raises `Invalid` (`reading_timed_out`) when a text keeps the reader busy for longer than a person should wait.
    """
    if len(source.text) <= SHORT_CHARACTERS:
        return read_brief(source)
    if len(source.text) <= MOST_CHARACTERS:
        return _read_apart(source)
    beginning = replace(source, text=source.text[:MOST_CHARACTERS], segments=())
    cut = BriefWarning(
        code="text_cut",
        message=f"The brief is very long; its first {MOST_CHARACTERS:,} characters were read. Send what matters alone.",
    )
    reading = _read_apart(beginning)
    return reading.model_copy(update={"warnings": (*reading.warnings, cut)})


def _read_apart(source: BriefSource) -> BriefReading:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "copilot.briefs.worker"],
            input=_SOURCE.dump_json(source),
            capture_output=True,
            timeout=WALL_SECONDS,
            cwd=_ROOT,
            check=False,
        )
        return BriefReading.model_validate_json(done.stdout)
    except subprocess.TimeoutExpired:
        raise Invalid(
            "Finding the facts in this brief took too long and was stopped. Send the pages that matter, or paste them.",
            "reading_timed_out",
        ) from None
    except ValidationError as error:
        raise Invalid(
            "The facts in this brief could not be read. Send the pages that matter, or paste them.",
            "unreadable_document",
        ) from error


if __name__ == "__main__":
    sys.stdout.write(read_brief(_SOURCE.validate_json(sys.stdin.buffer.read())).model_dump_json())
