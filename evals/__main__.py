"""`python -m evals`: read the eval briefs, put the questions or do the tasks; print the tables, fail below a figure."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from typing import get_args

from rich.console import Console

from evals import report
from evals.brief_cases import CaseSet, load
from evals.briefs_run import run
from evals.subject import RULES, read_case, reader_of
from evals.tally import tally
from store.kernel.errors import DomainError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as told by the command line.

    1 when accuracy (for tasks: the share done) is below `--at-least` or a brief gave no reading; 2 when no case has
    that name or the model is not configured; else 0.
    """
    options = _parser().parse_args(arguments)
    try:
        if options.tasks:
            return _tasks(options)
        return _questions(options) if options.questions else _briefs(options)
    except DomainError as refusal:
        print(refusal.message, file=sys.stderr)
        return 2


def _briefs(options: argparse.Namespace) -> int:
    cases = load(options.set, name=options.case)
    if not cases:
        return _no_such_case()
    runs = run(cases, partial(read_case, reader=reader_of(options.model)))
    total = tally([one.grade for one in runs], warnings_expected=sum(len(case.warnings) for case in cases))
    price = report.Price(options.price_in, options.price_out) if options.price_in is not None else None
    if options.json:
        print(report.as_json(runs, total, model=options.model, price=price))
    else:
        console = _console()
        if options.show_misses:
            report.print_misses(console, runs)
        report.print_groups(console, runs)
        report.print_fields(console, total)
        report.print_summary(console, runs, total, model=options.model, price=price)
    crashed = any(one.failure is not None for one in runs)
    return 1 if crashed or total.overall < options.at_least else 0


def _tasks(options: argparse.Namespace) -> int:
    # Imported here: tasks need the whole product, briefs only its reader.
    from evals.tasks.format import load_tasks
    from evals.tasks.product import product_with
    from evals.tasks.run import as_json, print_tasks, run_tasks

    tasks = load_tasks(name=options.case)
    if not tasks:
        return _no_such_case()
    runs = run_tasks(tasks, product_with(options.model))
    if options.json:
        print(as_json(runs, model=options.model))
    else:
        print_tasks(_console(), runs, model=options.model)
    return 1 if sum(not one.faults for one in runs) / len(runs) < options.at_least else 0


def _questions(options: argparse.Namespace) -> int:
    # Imported here: the model is offered tools, and those load the whole product.
    from evals.questions.format import load_questions
    from evals.questions.run import as_json, asked_of, print_questions, run_questions, share_right

    questions = load_questions(options.set, containing=options.case or "")
    if not questions:
        return _no_such_case()
    runs = run_questions(questions, asked_of(options.model))
    if options.json:
        print(as_json(runs, model=options.model))
    else:
        print_questions(_console(), runs, model=options.model, misses=options.show_misses)
    return 1 if share_right(runs) < options.at_least else 0


def _no_such_case() -> int:
    print("No case has that name. Leave --case out to run all.", file=sys.stderr)
    return 2


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else 200)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="How well Greenlight does its work.")
    parser.add_argument("--tasks", action="store_true", help="do the tasks instead of reading the briefs")
    parser.add_argument("--questions", action="store_true", help="put the questions (sets dev and apart)")
    parser.add_argument("--set", choices=get_args(CaseSet), default="dev", help="which set (default: dev)")
    parser.add_argument("--model", default=RULES, help=f"which model works (default: {RULES})")
    parser.add_argument("--case", help="only cases whose name contains this")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--show-misses", action="store_true", help="list every field not read right")
    parser.add_argument("--at-least", type=float, default=0.0, help="fail when accuracy (0–1) is below this")
    parser.add_argument("--price-in", type=float, help="price of a million input tokens, for the cost line")
    parser.add_argument("--price-out", type=float, default=0.0, help="price of a million output tokens")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
