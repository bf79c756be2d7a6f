"""`python -m evals.learning [QUESTION …]`: fit the weights anew and say how well they do on letters kept out.

`--measuring` leaves the untouched letters out of the weights, so that `python -m evals --set kept` measures them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import copilot.briefs.learned
from copilot.briefs.learned.judge import Judge, judge_of
from evals.learning.choice import choice_told, fit_choice
from evals.learning.fit import fit, told
from evals.learning.letters import UNTOUCHED, Letter, letters
from evals.learning.questions import CHOICES, QUESTIONS, SECOND_CHOICES, SECONDS

_WEIGHTS = Path(copilot.briefs.learned.__file__).parent / "weights"


def main(arguments: list[str]) -> int:
    """Fit the questions named, or all. Exit code 2 for one that is not asked."""
    questions = [*QUESTIONS, *CHOICES, *SECONDS, *SECOND_CHOICES]
    asked = [name for name in arguments if name != "--measuring"] or questions
    if unknown := [name for name in asked if name not in questions]:
        print(f"Nobody asks {', '.join(unknown)}. Questions: {', '.join(questions)}.", file=sys.stderr)
        return 2
    read = list(letters())
    made = [letter for letter in read if letter.case_set not in UNTOUCHED]
    untouched = [letter for letter in read if letter.case_set in UNTOUCHED]
    for question in asked:
        judge, words = _fitted(question, made, untouched, with_untouched="--measuring" not in arguments)
        (_WEIGHTS / f"{question}.json").write_text(judge.model_dump_json(indent=0) + "\n", "utf-8")
        judge_of.cache_clear()  # the next question may be asked of what this judge says
        print(words)
    return 0


def _fitted(question: str, made: list[Letter], untouched: list[Letter], *, with_untouched: bool) -> tuple[Judge, str]:
    """The judge of a question, and how well it does."""
    if choosing := CHOICES.get(question):
        old, new = ([choice for letter in some for choice in choosing(letter)] for some in (made, untouched))
        return fit_choice(question, old, new, with_untouched=with_untouched), choice_told(question, old, new)
    if choosing_again := SECOND_CHOICES.get(question):
        old, new = choosing_again(made, untouched)
        return fit_choice(question, old, new, with_untouched=with_untouched), choice_told(question, old, new)
    if again := SECONDS.get(question):
        seen, unseen = again(made, untouched)
    else:
        asking = QUESTIONS[question]
        seen, unseen = ([example for letter in some for example in asking(letter)] for some in (made, untouched))
    return fit(question, seen, unseen, with_untouched=with_untouched), told(question, seen, unseen)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
