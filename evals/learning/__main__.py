"""`python -m evals.learning [QUESTION …]`: fit the weights anew and say how well they do on letters kept out.

`--measuring` leaves the untouched letters out of the weights, so that `python -m evals --set kept` measures them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import copilot.briefs.learned
from evals.learning.example import Example
from evals.learning.fit import fit, told
from evals.learning.letters import UNTOUCHED, letters
from evals.learning.questions import QUESTIONS

_WEIGHTS = Path(copilot.briefs.learned.__file__).parent / "weights"


def main(arguments: list[str]) -> int:
    """Fit the questions named, or all. Exit code 2 for one that is not asked."""
    asked = [name for name in arguments if name != "--measuring"] or list(QUESTIONS)
    if unknown := [name for name in asked if name not in QUESTIONS]:
        print(f"Nobody asks {', '.join(unknown)}. Questions: {', '.join(QUESTIONS)}.", file=sys.stderr)
        return 2
    read = list(letters())
    for question in asked:
        made: list[Example] = []
        untouched: list[Example] = []
        for letter in read:
            (untouched if letter.case_set in UNTOUCHED else made).extend(QUESTIONS[question](letter))
        judge = fit(question, made, untouched, with_untouched="--measuring" not in arguments)
        (_WEIGHTS / f"{question}.json").write_text(judge.model_dump_json(indent=0) + "\n", "utf-8")
        print(told(question, made, untouched))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
