from __future__ import annotations
import re
from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.span import Found


def find_ratios(text: str, language: str) -> list[Found[str]]:
    f = fold(text)
    return [
        f.found(f"{m[1]}:{m[2]}", m.start(), m.end())
        for m in re.finditer(r"\b(16|9|1|4|5|21)[:x/](9|16|1|5|3)\b", f.text)
    ]
