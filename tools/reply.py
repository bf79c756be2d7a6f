"""What a tool answers: a computed headline, rows that each name where they come from, and what was filed."""

from __future__ import annotations

from dataclasses import dataclass

MOST_ROWS = 40
_FENCE = "⟦outside text⟧"


@dataclass(frozen=True)
class Ref:
    """A row of the studio's data by table and id, cited as `[budget_line bln_…]`."""

    table: str
    id: str

    def __str__(self) -> str:
        return f"[{self.table} {self.id}]"


@dataclass(frozen=True)
class Row:
    """One fact in words, with the row it is read from."""

    text: str
    ref: Ref


@dataclass(frozen=True)
class Outside:
    """Words that came from outside the studio, verbatim. They are shown as a quotation and taint the run.

    `project_id` is the project they belong to, the only one that the run may touch from then on.
    """

    source: str
    text: str
    project_id: str | None


@dataclass(frozen=True)
class Filed:
    """A change set that now waits for a person."""

    code: str
    title: str
    tainted: bool


@dataclass(frozen=True)
class Reply:
    """`headline` is said first; its figures are computed by the tool. `rows` beyond `MOST_ROWS` are only counted."""

    headline: str
    rows: tuple[Row, ...] = ()
    outside: tuple[Outside, ...] = ()
    filed: Filed | None = None

    @property
    def shown(self) -> tuple[Row, ...]:
        return self.rows[:MOST_ROWS]

    def as_text(self) -> str:
        """Return the reply as a model reads it and as rules mode repeats it."""
        lines = [self.headline, *(f"- {row.text} {row.ref}" for row in self.shown)]
        if len(self.rows) > MOST_ROWS:
            lines.append(f"- and {len(self.rows) - MOST_ROWS} more; ask more narrowly to see them.")
        lines.extend(_fenced(piece) for piece in self.outside)
        return "\n".join(lines)


def _fenced(piece: Outside) -> str:
    """Quote outside text between fences that it cannot close itself: whoever wrote it may know them."""
    text = piece.text.replace("⟦", "[").replace("⟧", "]")
    return f"{_FENCE} from {piece.source}:\n{text}\n{_FENCE} end"
