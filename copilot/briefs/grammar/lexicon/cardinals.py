"""Builds a language's words for 0-99 from its units and tens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copilot.briefs.grammar.lexicon.phrases import spellings


def spelled(names: Mapping[str, int]) -> dict[str, int]:
    """Return the folded spellings of each name; a name holds alternatives separated by `|`."""
    return {s: value for entry, value in names.items() for word in entry.split("|") for s in spellings(word)}


def counted(entries: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Return `{entry: number}` for entries separated by blanks, counting up from `start`."""
    return {entry: start + i * step for i, entry in enumerate(entries.split())}


def compounds(
    tens: Mapping[str, int], units: Mapping[str, int], joiners: Iterable[str], *, units_first: bool = False
) -> dict[str, int]:
    """Return 21, 22 … 99 as every tens word joined with every unit word, by each joiner."""
    result: dict[str, int] = {}
    for tens_entry, ten in tens.items():
        for unit_entry, unit in units.items():
            if not 1 <= unit <= 9:
                continue
            for t in tens_entry.split("|"):
                for u in unit_entry.split("|"):
                    for joiner in joiners:
                        pair = (u, t) if units_first else (t, u)
                        result[joiner.join(pair)] = ten + unit
    return result
