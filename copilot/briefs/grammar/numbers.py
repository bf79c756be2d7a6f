from __future__ import annotations
import re
from decimal import Decimal
from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.span import Found


def parse_decimal(token: str, language: str) -> Decimal | None:
    return Decimal(token.replace(",", ""))


def find_numbers(text: str, language: str) -> list[Found[Decimal]]:
    f = fold(text)
    return [f.found(Decimal(m[0]), m.start(), m.end()) for m in re.finditer(r"\d+(?:\.\d+)?", f.text)]
