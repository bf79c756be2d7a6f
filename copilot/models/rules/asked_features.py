"""What is seen in a question: its words as a whole, to tell what is asked, and each word in its place, to tell names.

Names of features are short, because many are stored: `w:` a word, `s:` its beginning, `c:` its class, `2:` two words in
a row, `1:` the first.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise

from copilot.models.rules.vocabulary import vocabulary

_TOKEN = re.compile(r"&|[^\W_](?:[\w'’.@+-]*[^\W_])?")
_STEM = 5
SHAPES = {
    "change_set": re.compile(r"\bCS-[A-Z0-9]+", re.I),
    "code": re.compile(r"\b(?!CS-)[A-Z]{2,4}-\d\d(?:-\d+)?\b", re.I),
    "email": re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w+"),
    "phone": re.compile(r"\+?\d[\d\s()/-]{6,}\d"),
    "sum": re.compile(r"[€$£]\s?\d|\d\s?(?:€|\$|£|eur|usd|gbp|euros?|k\b)|\b(?:to|at)\s\d", re.I),
    "count": re.compile(r"\b\d+(?:\.\d+)?\s(?:days?|hours?|units?|heads?|people)\b", re.I),
}


@dataclass(frozen=True)
class Word:
    """A word of a question; `text[start:end]` is how it is written."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'").removesuffix("'s")


def words_of(text: str) -> list[Word]:
    return [Word(match[0], *match.span()) for match in _TOKEN.finditer(text)]


def question_features(text: str, words: list[Word]) -> dict[str, float]:
    """What is seen of the question as a whole."""
    known = vocabulary()
    found = {f"is:{name}": 1.0 for name, shape in SHAPES.items() if shape.search(text)}
    lows = [word.low for word in words]
    for low in lows:
        found[f"w:{low}"] = 1.0
        found[f"s:{low[:_STEM]}"] = 0.5
        for name in known.classes.get(low, ()):
            found[f"c:{name}"] = 1.0
        if known.is_trade(low):
            found["is:trade"] = 1.0
        elif known.is_bought(low):
            found["is:bought"] = 1.0
    for first, second in pairwise(lows):
        found[f"2:{first} {second}"] = 0.7
    classes = sorted({name for low in lows for name in known.classes.get(low, ())})
    for n, first in enumerate(classes):
        for second in classes[n + 1 :]:
            found[f"c:{first}&{second}"] = 0.7
        for shape in ("trade", "bought"):
            if f"is:{shape}" in found:
                found[f"c:{first}&{shape}"] = 0.7
    if lows:
        found[f"1:{lows[0]}"] = 1.0
    if any(word.text[:1].isupper() for word in words[1:]):
        found["is:named"] = 1.0
    found["is:asked"] = float("?" in text)
    found[f"long={min(5, len(lows) // 4)}"] = 1.0
    return found


def word_features(words: list[Word], at: int, asked: str, before: str, common: Container[str]) -> dict[str, float]:
    """What is seen of one word; `asked` is what the question is about, `before` the part of the word before.

    `common` are the words that questions are made of whatever the studio: another word is likely a name.
    """
    word = words[at]
    kind = _kind(word, common, first=at == 0)
    found = {f"w:{word.low}": 1.0, f"s:{word.low[:_STEM]}": 0.5, f"e:{word.low[-3:]}": 0.4, f"k:{kind}": 1.0}
    found[f"k:{kind}&{asked}"] = found[f"after:{before}"] = found[f"after:{before}&{kind}"] = 1.0
    for name in vocabulary().classes.get(word.low, ()):
        found[f"c:{name}"] = found[f"c:{name}&{asked}"] = 0.7
    found[f"after:{before}&{word.low}"] = found[f"after:{before}&{asked}"] = 0.7
    found[f"at={min(at, 4)}"] = found[f"left={min(len(words) - at, 4)}"] = 0.5
    if word.text[:1].isupper():
        found["capital" if at else "capital_first"] = 1.0
    for name, near in (("-1", at - 1), ("-2", at - 2), ("+1", at + 1), ("+2", at + 2)):
        other = words[near] if 0 <= near < len(words) else None
        if other is None:
            found[f"{name}:none"] = 1.0
            continue
        found[f"{name}:{other.low}"] = 1.0
        found[f"{name}k:{_kind(other, common)}"] = 0.7
        found[f"{name}k:{_kind(other, common)}&{kind}"] = 0.7
        if abs(near - at) == 1:
            found[f"{name}:{other.low}&{asked}"] = found[f"{name}:{other.low}&{kind}"] = 0.7
        if other.text[:1].isupper() and near:
            found[f"{name}capital"] = 0.7
    return found


def is_code(word: str) -> bool:
    """Whether a word is a project's or a change set's code."""
    return any(SHAPES[shape].fullmatch(word) for shape in ("change_set", "code"))


def _kind(word: Word, common: Container[str], *, first: bool = False) -> str:
    """The word's class: what holds in every studio, where single words do not."""
    if is_code(word.text):
        return "code"
    if word.low in vocabulary().stop:
        return "stop"
    if vocabulary().is_trade(word.low):
        return "trade"
    if vocabulary().is_bought(word.low):
        return "bought"
    if word.text[:1].isdigit():
        return "digit"
    known = "word" if word.low in common else "new"
    return known.capitalize() if word.text[:1].isupper() and not (first and known == "word") else known
