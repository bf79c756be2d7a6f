from __future__ import annotations
import re
from datetime import date
from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

_M = "january february march april may june july august september october november december".split()


def find_dates(text: str, language: str, reference: date, day_first: bool | None = None) -> list[Found[DateMention]]:
    f = fold(text)
    out = []
    for m in re.finditer(
        r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})(?:st|nd|rd|th)? (" + "|".join(_M) + r")(?: (\d{4}))?", f.text
    ):
        d = (
            date(int(m[1]), int(m[2]), int(m[3]))
            if m[1]
            else date(int(m[6] or reference.year), _M.index(m[5]) + 1, int(m[4]))
        )
        out.append(f.found(DateMention(d, d, "day", (d,)), m.start(), m.end()))
    return out
