"""Until when an offer holds: the day that its term on validity names, read and renewed as `wording.day` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from store.proposals.wording import day

_TITLE = "validity"
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")


def valid_until(terms: Iterable[Mapping[str, str]]) -> date | None:
    """Return the day on which the offer ends, where a term on its validity names exactly one."""
    for term in terms:
        found = _DAY.findall(term["text"]) if term["title"].strip().casefold() == _TITLE else []
        if len(found) == 1:
            number, month, year = found[0]
            try:
                return date(int(year), _MONTHS.index(month) + 1, int(number))
            except ValueError:
                return None
    return None


def renewed(terms: Iterable[Mapping[str, str]], *, made_on: date | None, today: date) -> list[dict[str, str]]:
    """Return the terms with a validity as long as it was, from `today` on; as they are where it names no day."""
    kept = [dict(term) for term in terms]
    ends = valid_until(kept)
    if ends is None or made_on is None or ends < made_on:
        return kept
    fresh = day(today + (ends - made_on))
    return [
        {**term, "text": _DAY.sub(fresh, term["text"])} if term["title"].strip().casefold() == _TITLE else term
        for term in kept
    ]
