"""Reading a price list that was pasted from a spreadsheet: every line is a rate, a heading, or is said to be wrong.

Nothing is guessed and nothing is dropped: what cannot be read comes back with its line, its words and the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from api.web.studio.rate_card.cells import (
    Columns,
    Unreadable,
    columns_of,
    positional,
    read_rate,
    read_unit,
    split_lines,
)
from store.budget.rate_card import RateCard, RateItem
from store.kernel.errors import Invalid
from store.kernel.money import Money

_MOST = {"code": 24, "description": 200, "department": 60, "account": 24}
_NEEDS_PLACE = "{code} is new here: add columns named Department and Account, or give it a code like its neighbours'."


@dataclass(frozen=True, slots=True)
class GoodRow:
    """A rate as it would stand on the card; `before` is what stands there now, None for a new code."""

    line: int
    text: str
    item: RateItem
    before: RateItem | None

    @property
    def changes(self) -> bool:
        return self.item != self.before


@dataclass(frozen=True, slots=True)
class WrongRow:
    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste holds. `headings` are lines that were read as a department's name."""

    rows: tuple[GoodRow, ...]
    wrong: tuple[WrongRow, ...]
    headings: tuple[str, ...]
    header: str | None

    @property
    def changing(self) -> tuple[GoodRow, ...]:
        return tuple(row for row in self.rows if row.changes)

    @property
    def left_over(self) -> str:
        """What to paste again once it is mended: the wrong lines, under their header."""
        return "\n".join([*([self.header] if self.header else []), *(row.text for row in self.wrong)])


def read_pasted(text: str, card: RateCard, new_id: Callable[[], str]) -> Pasted:
    """Read lines of cells (tabs, semicolons or commas) as rates of `card`.

    Raises `Invalid` when there is nothing in it, or its header names no column for the code or the rate.
    """
    lines = split_lines(text)
    if not lines:
        raise Invalid("There is nothing to read yet. Copy the cells in your spreadsheet, and paste them here.")
    columns = columns_of(lines[0].cells)
    header = lines[0].text if columns else None
    if columns is not None:
        _require_columns(columns)
    reader = _Reader(card, new_id)
    for line in lines[1:] if columns else lines:
        reader.take(line.number, line.text, line.cells, columns or positional(len(line.cells)))
    return Pasted(tuple(reader.rows), tuple(reader.wrong), tuple(reader.headings), header)


def _require_columns(columns: Columns) -> None:
    for needed in ("code", "rate"):
        if needed not in columns:
            raise Invalid(f"The first line names no column for the {needed}. Name one of them {needed.capitalize()}.")


class _Reader:
    """Takes line after line; a heading among them is the department of the new codes below it."""

    def __init__(self, card: RateCard, new_id: Callable[[], str]) -> None:
        self.card, self.new_id = card, new_id
        self.rows: list[GoodRow] = []
        self.wrong: list[WrongRow] = []
        self.headings: list[str] = []
        self._by_code = {item.code.upper(): item for item in card.items}
        self._lines: dict[str, int] = {}

    def take(self, number: int, text: str, cells: Sequence[str], columns: Columns) -> None:
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and len(filled[0]) <= _MOST["department"] and not any(map(str.isdigit, filled[0])):
            self.headings.append(filled[0])
            return
        given = {name: cells[at] for name, at in columns.items() if at < len(cells)}
        try:
            self.rows.append(self._row(number, text, given))
        except Unreadable as problem:
            self.wrong.append(WrongRow(number, text, str(problem)))

    def _row(self, number: int, text: str, given: Mapping[str, str]) -> GoodRow:
        code = given.get("code", "")
        if not code:
            raise Unreadable("It has no code.")
        for name, most in _MOST.items():
            if len(given.get(name, "")) > most:
                raise Unreadable(f"The {name} has more than {most} characters.")
        if "rate" not in given:
            raise Unreadable("It needs four columns: code, description, unit and rate.")
        before = self._by_code.get(code.upper())
        first = self._lines.get(code.upper())
        if first is not None:
            raise Unreadable(f"{code} stands on line {first} already. Which of the two is right?")
        rate = read_rate(given["rate"], self.card.currency, what="rate")
        cost = read_rate(given["cost"], self.card.currency, what="cost") if given.get("cost") else None
        item = self._new(code, given, rate, cost) if before is None else _changed(before, given, rate, cost)
        self._lines[code.upper()] = number
        return GoodRow(number, text, item, before)

    def _new(self, code: str, given: Mapping[str, str], rate: Money, cost: Money | None) -> RateItem:
        if not given.get("description"):
            raise Unreadable(f"{code} is new here and needs a description.")
        if not given.get("unit"):
            raise Unreadable(f"{code} is new here and needs a unit: hour, day, week, month, flat or allowance.")
        neighbour = next((item for item in self.card.items if _family(item.code) == _family(code)), None)
        heading = self.headings[-1] if self.headings else None
        department = given.get("department") or heading or (neighbour.department if neighbour else None)
        account = given.get("account") or (neighbour.account if neighbour else None)
        if department is None or account is None:
            raise Unreadable(_NEEDS_PLACE.format(code=code))
        unit = read_unit(given["unit"])
        return RateItem(self.new_id(), code, account, department, given["description"], unit, rate, cost)


def _changed(before: RateItem, given: Mapping[str, str], rate: Money, cost: Money | None) -> RateItem:
    """What an item would be: an empty cell leaves what is there."""
    return replace(
        before,
        rate=rate,
        cost=cost or before.cost,
        unit=read_unit(given["unit"]) if given.get("unit") else before.unit,
        description=given.get("description") or before.description,
        department=given.get("department") or before.department,
        account=given.get("account") or before.account,
    )


def _family(code: str) -> str:
    """The letters that a code begins with: `CAM-08` is one of the `CAM`s."""
    letters = code.upper()
    return letters[: next((at for at, sign in enumerate(letters) if not sign.isalpha()), len(letters))]
