from __future__ import annotations
import re
from decimal import Decimal
from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.mentions import DayCount
from copilot.briefs.grammar.span import Found


def find_day_counts(text: str, language: str) -> list[Found[DayCount]]:
    f = fold(text)
    out = []
    for m in re.finditer(r"\b(\d+(?:\.\d+)?)[ -](shoot |shooting |filming )?days?\b", f.text):
        v = Decimal(m[1])
        out.append(f.found(DayCount(v, v, "shoot" if m[2] else "unknown"), m.start(), m.end()))
    return out
