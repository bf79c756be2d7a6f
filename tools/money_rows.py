"""Budget lines and their sums in words. Every figure comes from stored rows by the store's own arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from store.budget.queries import Budget, Line, QuotedLine
from store.budget.tables import BudgetLineRow
from store.kernel.money import Money, total
from tools.reply import Ref, Row


def line_text(line: BudgetLineRow | Line) -> str:
    """Return `Camera package: 2 Day × EUR 1,200.00 = EUR 2,400.00`."""
    times = "" if line.multiplier == 1 else f"{_number(line.multiplier)} × "
    rate, sum_ = Money(line.rate_minor, line.currency), Money(line.total_minor, line.currency)
    if line.unit == "%":
        return f"{line.description}: {times}{_number(line.quantity)} % of {rate} = {sum_}"
    return f"{line.description}: {times}{_number(line.quantity)} {line.unit} × {rate} = {sum_}"


def quoted_row(quoted: QuotedLine) -> Row:
    """Return a line with the place it stands in."""
    offer = f"proposal {quoted.proposal_status}" if quoted.proposal_status else "budget only"
    place = f"{quoted.account}; {quoted.project_code}, {quoted.client}, {offer}"
    return Row(f"{line_text(quoted.line)} ({place})", Ref("budget_line", quoted.line.id))


def sums_by_budget(lines: Iterable[QuotedLine]) -> list[tuple[QuotedLine, Money]]:
    """Return, for each budget in order, its first line and the sum of its lines."""
    by_budget: dict[str, list[QuotedLine]] = {}
    for quoted in lines:
        by_budget.setdefault(quoted.budget_id, []).append(quoted)
    return [
        (group[0], total((Money(q.line.total_minor, q.line.currency) for q in group), group[0].line.currency))
        for group in by_budget.values()
    ]


def totals_row(budget: Budget) -> Row:
    """Return a budget's sums: net, contingency, fee, tax and total."""
    sums = budget.totals
    parts = [f"net {sums.net}", f"contingency {sums.contingency}", f"fee {sums.fee}", f"tax {sums.tax}"]
    text = f"Budget “{budget.row.name}” ({budget.row.status}): {', '.join(parts)}, total {sums.total}"
    return Row(text, Ref("budget", budget.row.id))


_PARTS = {
    "contingency": re.compile(r"contingenc(?:y|ies)", re.IGNORECASE),
    "fee": re.compile(r"(?:production |studio |company |producer'?s? )?(?:fee|mark-?\s?up)", re.IGNORECASE),
    "tax": re.compile(r"(?:sales )?tax(?:es)?|vat|mwst|value[ -]added tax", re.IGNORECASE),
    "net": re.compile(r"net|sub-?total|net (?:total|amount|price)", re.IGNORECASE),
}
"""What is worked out over a whole budget, and so stands in its totals and on no line."""


def part_in(words: str) -> str | None:
    """Return which of a budget's sums `words` ask for: `contingency`, `fee`, `tax`, `net`; None for a line's words."""
    return next((part for part, said in _PARTS.items() if said.fullmatch(words.strip())), None)


def part_row(budget: Budget, part: str) -> Row:
    """Return one of a budget's sums, with the percentage that it is."""
    percent = getattr(budget.row, f"{part}_percent", None)
    share = "" if percent is None else f" ({_number(percent)} %)"
    name = "production fee" if part == "fee" else part
    text = f"Budget “{budget.row.name}” ({budget.row.status}): {name} {getattr(budget.totals, part)}{share}"
    return Row(f"{text}, total {budget.totals.total}", Ref("budget", budget.row.id))


def _number(value: Decimal) -> str:
    return format(value.normalize() + 0, "f")
