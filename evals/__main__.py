"""`python -m evals`: read the eval briefs, print the accuracy table, fail below a stated accuracy."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial

from rich.console import Console

from evals import report
from evals.brief_cases import load
from evals.briefs_run import run
from evals.subject import RULES, read_case, reader_of
from evals.tally import tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as told by the command line; 1 when accuracy is below `--at-least` or a case crashed, else 0."""
    options = _parser().parse_args(arguments)
    cases = load(options.set, name=options.case)
    if not cases:
        print("no such case", file=sys.stderr)
        return 2
    runs = run(cases, partial(read_case, reader=reader_of(options.model)))
    total = tally([one.grade for one in runs], warnings_expected=sum(len(case.warnings) for case in cases))
    price = report.Price(options.price_in, options.price_out) if options.price_in is not None else None
    if options.json:
        print(report.as_json(runs, total, model=options.model, price=price))
    else:
        console = Console(width=None if sys.stdout.isatty() else 200)
        if options.show_misses:
            report.print_misses(console, runs)
        report.print_groups(console, runs)
        report.print_fields(console, total)
        report.print_summary(console, runs, total, model=options.model, price=price)
    crashed = any(one.failure is not None for one in runs)
    return 1 if crashed or total.overall < options.at_least else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Accuracy of brief reading, field by field.")
    parser.add_argument("--set", choices=("dev", "heldout", "all"), default="dev", help="which cases (default: dev)")
    parser.add_argument("--model", default=RULES, help=f"which model reads (default: {RULES})")
    parser.add_argument("--case", help="only cases whose name contains this")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--show-misses", action="store_true", help="list every field not read right")
    parser.add_argument("--at-least", type=float, default=0.0, help="fail when overall accuracy (0–1) is below this")
    parser.add_argument("--price-in", type=float, help="price of a million input tokens, for the cost line")
    parser.add_argument("--price-out", type=float, default=0.0, help="price of a million output tokens")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
