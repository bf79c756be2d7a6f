"""Dates as mail programs write them above a quoted message, in the languages of our correspondents.

Only for headers and attribution lines, where a date is certain to stand; dates in prose need more care than this.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTH_STEMS = {
    1: "jan januar janvier enero ene januari gennaio stycznia sty janv jänner янв",
    2: "feb februar februari février fevrier févr fév febrero febbraio lutego lut фев",
    3: "mar march marts märz maerz mars marzo maart mrt marca mär мар",
    4: "apr april avril avr abril abr aprile kwietnia kwi апр",
    5: "may mai mayo maj maggio mei maja мая май",
    6: "jun june juni juin junio giugno czerwca cze июн",
    7: "jul july juli juillet juil julio luglio lipca lip июл",
    8: "aug august août aout agosto ago augusti augustus sierpnia sie авг",
    9: "sep sept september septembre septiembre settembre września wrz сен",
    10: "oct october okt oktober octobre octubre ottobre października paź окт",
    11: "nov november novembre noviembre novembro listopada lis ноя",
    12: "dec december dez dezember décembre decembre déc diciembre dic desember des dicembre grudnia gru дек",
}
_MONTHS = {stem: number for number, stems in _MONTH_STEMS.items() for stem in stems.split()}
_WORD = r"[^\W\d_]{3,12}"
_PATTERNS = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    re.compile(r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(?P<w>{_WORD})\.?,?\s+(?:de\s+)?(?P<y>\d{{4}})"
    ),
    re.compile(rf"(?P<w>{_WORD})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})"),
    re.compile(rf"(?P<w>{_WORD})-(?P<d>\d{{1,2}})-(?P<y>\d{{2,4}})"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})-(?P<w>{_WORD})-(?P<y>\d{{2,4}})"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[.](?P<m>\d{1,2})[.](?P<y>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4}|\d{2})(?!\d)"),
)
_TIME = re.compile(
    r"(?<![\d.:])(?P<h>[01]?\d|2[0-3])(?:[:h]|\.(?=\d\d(?!\.?\d)))(?P<mi>[0-5]\d)(?::[0-5]\d)?"
    r"[\s\u202f\u00a0]*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:UTC|GMT)?\s?(?P<sign>[+\u2212-])(?P<h>0\d|1[0-4]):?(?P<m>[0-5]\d)(?!\d)")


def find_moment(text: str) -> datetime | None:
    """The first date in `text` with the time that stands beside it; without a zone it is taken as UTC, without a time
    as midnight. `3/4/2026` is month first only when the clock says AM or PM, as American mail programs do."""
    clock_text = text
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            rest = text[match.end() : match.end() + 40]
            before = text[max(0, match.start() - 20) : match.start()]
            clock = _TIME.search(rest) or _TIME.search(before)
            day = _day(match, american=bool(clock and clock["half"]))
            if day is not None:
                return _at(day, clock, clock_text[match.end() :])
    return None


def _day(match: re.Match[str], *, american: bool) -> datetime | None:
    found = match.groupdict()
    year = int(found["y"])
    year += 2000 if year < 100 else 0
    if found.get("a"):
        first, second = int(found["a"]), int(found["b"])
        month, day = (first, second) if (american and first <= 12) or second > 12 else (second, first)
    else:
        named = found.get("w")
        month = _MONTHS.get(named.lower(), 0) if named else int(found["m"])
        day = int(found["d"])
    try:
        return datetime(year, month, day, tzinfo=UTC) if 1980 <= year <= 2200 else None
    except ValueError:
        return None


def _at(day: datetime, clock: re.Match[str] | None, rest: str) -> datetime:
    if clock is None:
        return day
    hour = int(clock["h"])
    half = (clock["half"] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _ZONE.search(rest[:60])
    offset = timedelta()
    if zone:
        offset = timedelta(hours=int(zone["h"]), minutes=int(zone["m"])) * (1 if zone["sign"] == "+" else -1)
    return day.replace(hour=hour, minute=int(clock["mi"]), tzinfo=timezone(offset) if zone else UTC)
