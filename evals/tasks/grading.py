"""Grades a task: the end state against the start, and each answer against the rows it should rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from evals.tasks.format import Answer, EndState, Lookup, Rows, Total
from evals.tasks.snapshot import Cell, Difference, Row, Snapshot, differences
from evals.words import plain
from store.kernel.money import exponent

Where = Mapping[str, str | int | bool | Lookup | None]
_NOTHING = Difference((), (), ())
_FIGURE = re.compile(r"\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")


@dataclass(frozen=True)
class Given:
    """An answer as a person got it: its words, and the ids of the rows it cites."""

    words: str
    cited: frozenset[str]


def grade_end_state(expected: EndState, before: Snapshot, after: Snapshot) -> list[str]:
    """Every way in which the end state is not the expected one, in words; empty when it is."""
    found = differences(before, after)
    faults = [fault for rows in expected.rows if (fault := _count(rows, found, after))]
    allowed = {(rows.table, rows.change) for rows in expected.rows} | {(t, "added") for t in expected.may_grow}
    allowed |= {(table, "changed") for table in expected.may_change}
    for table, difference in found.items():
        for change, touched in (
            ("added", difference.added),
            ("changed", difference.changed),
            ("removed", difference.removed),
        ):
            if touched and (table, change) not in allowed:
                faults.append(f"{len(touched)} rows of {table} were {change} although the task changes none")
    for one, other in expected.equal:
        left, right = total(one, after), total(other, after)
        if left != right:
            faults.append(f"{_name(one)} is {left}, but {_name(other)} is {right}")
    return faults


def grade_answer(expected: Answer, given: Given, after: Snapshot) -> list[str]:
    """What is missing in an answer, or should not stand in it; empty when it is as expected."""
    figures = figures_in(given.words)
    faults = []
    for figure in expected.figures:
        amounts = set(_readings(figure, after))
        if not amounts & figures:
            faults.append(
                f"{_name(figure)} ({', '.join(str(a) for a in sorted(amounts))}) does not stand in the answer"
            )
    faults += [f"{_name(f)} stands in the answer" for f in expected.hides if figures & set(_readings(f, after))]
    words = plain(given.words)
    faults += [f"“{text}” does not stand in the answer" for text in expected.has if plain(text) not in words]
    faults += [f"“{text}” stands in the answer" for text in expected.lacks if plain(text) in words]
    for lookup in expected.cites:
        try:
            row = str(look_up(lookup, after))
        except LookupError as absent:
            faults.append(str(absent))
            continue
        if row not in given.cited:
            faults.append(f"the answer does not cite {lookup.table} {row}")
    return faults


def total(wanted: Total, snapshot: Snapshot) -> int:
    """The sum a `Total` asks for. Raises `ValueError` when a cell is no integer."""
    cells = [row[column] for row in _fitting(wanted.table, wanted.where, snapshot) for column in wanted.columns]
    if any(type(cell) is not int for cell in cells):
        raise ValueError(f"{_name(wanted)} holds something that is not a whole number")
    return sum(cell for cell in cells if isinstance(cell, int))


def look_up(lookup: Lookup, snapshot: Snapshot) -> Cell:
    """The cell a `Lookup` names. Raises `LookupError` unless exactly one row fits."""
    rows = list(_fitting(lookup.table, lookup.where, snapshot))
    if len(rows) != 1:
        raise LookupError(f"{len(rows)} rows of {lookup.table} fit {dict(lookup.where)}, not one")
    return rows[0][lookup.column]


def figures_in(text: str) -> set[Decimal]:
    """The numbers in a text, with thousands separators of any country taken out (`1.234,50` is 1234.50)."""
    return {_number(match) for match in _FIGURE.findall(text)}


def _number(written: str) -> Decimal:
    digits = re.sub(r"['’\s\u00a0\u202f]", "", written)
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    whole = digits[: decimals.start()] if decimals else digits
    return Decimal(re.sub(r"[.,]", "", whole) + (f".{decimals.group(1)}" if decimals else ""))


def _readings(figure: Total, snapshot: Snapshot) -> Iterable[Decimal]:
    """How a sum may be written: money in major units of the rows' currency, anything else as it is."""
    amount = total(figure, snapshot)
    if not all(column.endswith("_minor") for column in figure.columns):
        yield Decimal(amount)
        return
    for row in _fitting(figure.table, figure.where, snapshot):
        yield Decimal(amount).scaleb(-exponent(str(row.get("currency", "EUR"))))


def _count(rows: Rows, found: Mapping[str, Difference], after: Snapshot) -> str | None:
    difference = found.get(rows.table, _NOTHING)
    pool = {
        "added": difference.added,
        "changed": difference.changed,
        "removed": difference.removed,
        "present": tuple(after.rows(rows.table)),
    }[rows.change]
    count = sum(_fits(row, rows.where, after) for row in pool)
    wrong = (rows.exactly is not None and count != rows.exactly) or (
        rows.at_least is not None and count < rows.at_least
    )
    if not wrong:
        return None
    wanted = str(rows.exactly) if rows.exactly is not None else f"at least {rows.at_least}"
    which = f" {dict(rows.where)}" if rows.where else ""
    return f"{count} rows of {rows.table}{which} are {rows.change}, not {wanted}"


def _fitting(table: str, where: Where, snapshot: Snapshot) -> Iterable[Row]:
    return (row for row in snapshot.rows(table) if _fits(row, where, snapshot))


def _fits(row: Row, where: Where, snapshot: Snapshot) -> bool:
    return all(
        row[column] == (look_up(value, snapshot) if isinstance(value, Lookup) else value)
        for column, value in where.items()
    )


def _name(wanted: Total) -> str:
    return f"{wanted.table}.{'+'.join(wanted.columns)}"
