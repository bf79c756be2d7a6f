"""The words one language needs for numbers, calendars and day counts; see `phrases` for how entries are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's tables. String fields are `|`-separated phrases; empty means that the language has none."""

    code: str
    # Numbers: every spelling of 0-99 (and irregular hundreds); words that stand for a fraction or a rough count.
    cardinals: Mapping[str, int] = field(default_factory=dict)
    rough: Mapping[str, str] = field(default_factory=dict)
    hundred: str = ""
    number_glue: str = ""
    article: str = ""
    half: str = ""
    and_half: str = ""
    # Joining words.
    and_: str = ""
    to: str = ""
    between: str = ""
    # Calendar.
    months: tuple[str, ...] = ("",) * 12
    month_abbreviations: tuple[str, ...] = ("",) * 12
    weekdays: tuple[str, ...] = ("",) * 7
    of: str = ""
    ordinal: str = ""
    on: str = ""
    by: str = ""
    in_month: str = ""
    start_of: str = ""
    early: str = ""
    mid: str = ""
    late: str = ""
    end_of: str = ""
    next_: str = ""
    this: str = ""
    today: str = ""
    tomorrow: str = ""
    day_after_tomorrow: str = ""
    day: str = ""
    working_day: str = ""
    week: str = ""
    fortnight: str = ""
    month: str = ""
    year: str = ""
    quarter: str = ""
    in_: str = ""
    within: str = ""
    from_now: str = ""
    from_: str = ""
    after: str = ""
    before: str = ""
    week_of: str = ""
    week_number: str = ""
    # Day counts: what a day may be for, and words that join into one with "day".
    shoot: str = ""
    edit: str = ""
    prep: str = ""
    travel: str = ""
    shoot_day: str = ""
    edit_day: str = ""
    prep_day: str = ""
    travel_day: str = ""
    half_day: str = ""
    day_part: str = ""
    whole_day: str = ""
    purpose: str = ""


def joined(lexicons: tuple[Lexicon, ...]) -> Lexicon:
    """Return one lexicon that knows the words of all; where two disagree on a number, the first wins."""
    result = lexicons[0]
    for other in lexicons[1:]:
        changes: dict[str, object] = {}
        for f in fields(Lexicon):
            mine, theirs = getattr(result, f.name), getattr(other, f.name)
            if f.name == "code":
                continue
            if isinstance(mine, str):
                changes[f.name] = "|".join(part for part in (mine, theirs) if part)
            elif isinstance(mine, tuple):
                changes[f.name] = tuple(f"{a}|{b}".strip("|") for a, b in zip(mine, theirs, strict=True))
            else:
                changes[f.name] = {**theirs, **mine}
        result = replace(result, **changes)  # type: ignore[arg-type]
    return result
