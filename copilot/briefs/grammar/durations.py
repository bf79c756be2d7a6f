from __future__ import annotations
import re
from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.mentions import DurationMention
from copilot.briefs.grammar.span import Found


def find_durations(text: str, language: str) -> list[Found[DurationMention]]:
    f = fold(text)
    out = []
    for m in re.finditer(r'\b(\d+)[ -]?(s|sec|secs|seconds?|"|min|minutes?)(?!\w)', f.text):
        v = int(m[1]) * (60 if m[2].startswith("m") else 1)
        out.append(f.found(DurationMention(v, v), m.start(), m.end()))
    return out
