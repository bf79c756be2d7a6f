"""Tables, lists and money as a person reads them at a terminal, wrapped within its width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from store.kernel.money import Money

_STATUS = {"pending": "yellow", "applied": "green", "rejected": "red", "stale": "magenta", "reverted": "cyan"}


def table(*columns: str, numbers: Sequence[str] = (), header: bool = True) -> Table:
    """A plain table; the columns named in `numbers` are right-aligned and never wrapped, long words elsewhere fold."""
    made = Table(box=None, pad_edge=False, header_style="dim", show_header=header)
    for column in columns:
        number = column in numbers
        made.add_column(column, justify="right" if number else "left", no_wrap=number, overflow="fold")
    return made


def heading(out: Console, text: str) -> None:
    out.print(f"\n[bold]{text}[/]")


def bullets(out: Console, items: Iterable[str | Text], mark: str = "•") -> None:
    """Print a list whose wrapped lines hang under their first word."""
    made = Table.grid(padding=(0, 1, 0, 0))
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    for item in items:
        made.add_row(f"  {mark}", item if isinstance(item, Text) else Text(item))
    out.print(made)


def status(word: str) -> str:
    return f"[{_STATUS.get(word, 'default')}]{word}[/]"


def money(minor: int, currency: str) -> str:
    return str(Money(minor, currency))
