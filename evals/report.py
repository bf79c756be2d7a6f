"""Prints brief evals for people (rich tables) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.table import Table

from evals.briefs_run import CaseRun
from evals.tally import Tally


@dataclass(frozen=True)
class Price:
    """What a model's tokens cost, in the currency one likes, per million."""

    per_million_in: float
    per_million_out: float

    def of(self, runs: Sequence[CaseRun]) -> float | None:
        """The cost of the runs; None where somebody did not count tokens."""
        tokens_in, tokens_out = _sum(run.tokens_in for run in runs), _sum(run.tokens_out for run in runs)
        if tokens_in is None or tokens_out is None:
            return None
        return (tokens_in * self.per_million_in + tokens_out * self.per_million_out) / 1_000_000


def _sum(counts: Iterable[int | None]) -> int | None:
    known = list(counts)
    return sum(count for count in known if count is not None) if None not in known else None


def as_json(runs: Sequence[CaseRun], total: Tally, *, model: str, price: Price | None) -> str:
    """Everything the tables show, and each case's verdicts."""
    return json.dumps(
        {
            "model": model,
            "tally": asdict(total),
            "seconds": sum(run.seconds for run in runs),
            "model_calls": sum(run.model_calls for run in runs),
            "tokens_in": _sum(run.tokens_in for run in runs),
            "tokens_out": _sum(run.tokens_out for run in runs),
            "cost": price.of(runs) if price else None,
            "cases": [
                {
                    "case": run.case.name,
                    "kind": run.case.kind,
                    "language": run.case.language,
                    "accuracy": run.grade.accuracy,
                    "seconds": run.seconds,
                    "failure": run.failure,
                    "evidence_faults": run.grade.evidence_faults,
                    "warnings_missed": run.grade.warnings_missed,
                    "false_alarms": run.grade.false_alarms,
                    "misses": [
                        {"field": g.field, "verdict": g.verdict.value, "expected": g.expected, "found": g.found}
                        for g in run.grade.fields
                        if not g.verdict.is_right
                    ],
                }
                for run in runs
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def print_fields(console: Console, total: Tally) -> None:
    table = Table(title=f"Brief facts, {total.cases} cases", title_justify="left")
    table.add_column("field")
    for heading in ("accuracy", "precision", "recall", "wrong", "missed", "invented"):
        table.add_column(heading, justify="right")
    for field in total.fields:
        table.add_row(
            field.field,
            _share(field.accuracy),
            _share(field.precision),
            _share(field.recall),
            *(str(count or "") for count in (field.wrong, field.missed, field.invented)),
        )
    counts = (sum(f.wrong for f in total.fields), sum(f.missed for f in total.fields))
    invented = sum(f.invented for f in total.fields)
    table.add_section()
    table.add_row("overall", _share(total.overall), "", "", str(counts[0]), str(counts[1]), str(invented), style="bold")
    console.print(table)


def print_summary(console: Console, runs: Sequence[CaseRun], total: Tally, *, model: str, price: Price | None) -> None:
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("model", model)
    table.add_row("cases with every field right", f"{total.all_right} of {total.cases}")
    table.add_row("cases with every quote in place", _share(total.evidence))
    table.add_row("expected warnings missed", f"{total.warnings_missed} of {total.warnings_expected}")
    table.add_row("false alarms", str(total.false_alarms))
    table.add_row("no reading at all", str(sum(run.failure is not None for run in runs)))
    table.add_row("mean seconds a brief", f"{sum(run.seconds for run in runs) / len(runs):.3f}")
    table.add_row("model calls a brief", f"{sum(run.model_calls for run in runs) / len(runs):.1f}")
    cost = price.of(runs) if price else None
    table.add_row("cost", "–" if cost is None else f"{cost:.4f}")
    console.print(table)


def print_groups(console: Console, runs: Sequence[CaseRun]) -> None:
    """Mean accuracy by language and by kind of brief."""
    for title in ("language", "kind"):
        table = Table(title=f"by {title}", title_justify="left")
        for heading in (title, "cases", "accuracy"):
            table.add_column(heading, justify="left" if heading == title else "right")
        groups: dict[str, list[float]] = {}
        for run in runs:
            group = run.case.language if title == "language" else run.case.kind
            groups.setdefault(group, []).append(run.grade.accuracy)
        for name, shares in sorted(groups.items()):
            table.add_row(name, str(len(shares)), _share(sum(shares) / len(shares)))
        console.print(table)


def print_misses(console: Console, runs: Sequence[CaseRun]) -> None:
    """Every field that was not read right, every quote out of place, every warning missed or given for nothing."""
    table = Table(title="Misses", title_justify="left", show_lines=False)
    for heading in ("case", "field", "verdict", "expected", "found"):
        table.add_column(heading, overflow="fold")
    for run in runs:
        if run.failure:
            table.add_row(run.case.name, "all", "no reading", "", run.failure)
            continue
        for g in run.grade.fields:
            if not g.verdict.is_right:
                table.add_row(run.case.name, g.field, g.verdict.value, g.expected, g.found)
        for heading, names in (
            ("quotes", run.grade.evidence_faults),
            ("warning missed", run.grade.warnings_missed),
            ("false alarm", run.grade.false_alarms),
        ):
            if names:
                table.add_row(run.case.name, heading, "", "", ", ".join(names))
    console.print(table)


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
