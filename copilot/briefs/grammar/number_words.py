"""Numbers in words: a run of number words is added up as it is spoken, in any of the languages' orders.

Compounds ("fünfundvierzigtausend", "quarantacinquemila") are read word by word without the blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from copilot.briefs.grammar.lexicon import lexicon_for, own_lexicon
from copilot.briefs.grammar.lexicon.phrases import NEVER, alternation, spellings
from copilot.briefs.grammar.lexicon.scales import LONE_THOUSAND, SCALE_WORDS

LARGEST = Decimal(10**15)  # a longer number in a brief is an account or a telephone, or an attack

Style = Literal["digits", "words", "article", "half"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in folded text; `scale` is the thousand or million it ends with (1 without), already in `value`."""

    value: Decimal
    start: int
    end: int
    style: Style
    scale: int = 1


# A number word may be fused with what it counts: "zweitägig", "tweedaagse", "todages", "tvådagars", "zweiminütig".
_FUSED = (
    r"(?=(?:tagig|taegig|minutig|minuetig|sekundig|sekuendig|sekunder|sekuender|minuter|minueter|wochig|woechig"
    r"|daags|dages|dagars|dagers|minuters|minutters|minuten|seconden)\w*)"
)
_SCALE_VALUES = {s: value for value, words in SCALE_WORDS.items() for w in words.split("|") for s in spellings(w)}
_SCALE = alternation("|".join(SCALE_WORDS.values()), bounded=False)
_TAUSEND = r"tausend(?=ein|elf)"  # "dreitausendeinhundert" is no "tausende"
_LONE = frozenset(s for w in LONE_THOUSAND.split("|") for s in spellings(w))
_WORD_ENDS = re.compile(rf"(?!\w)|{_FUSED}")


@dataclass(frozen=True, slots=True)
class Speller:
    """One language's compiled number words."""

    morpheme: re.Pattern[str]
    glue: re.Pattern[str]
    scale: re.Pattern[str]
    and_half: re.Pattern[str]
    article: re.Pattern[str]
    half: re.Pattern[str]
    values: dict[str, Decimal]


def _longest_first(words: list[str]) -> str:
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) or NEVER


@lru_cache(maxsize=32)
def speller(language: str) -> Speller:
    """Return the compiled number words of a language."""
    lex, own = lexicon_for(language), own_lexicon(language)
    values = {word: Decimal(n) for word, n in lex.cardinals.items()}
    values |= {s: Decimal(n) for word, n in lex.rough.items() for s in spellings(word)}
    hundred = alternation(lex.hundred, bounded=False)
    article = alternation(own.article, bounded=False)
    half = alternation(lex.half, bounded=False)
    return Speller(
        morpheme=re.compile(
            rf"(?P<one>{article})(?=[\s-]*(?:{hundred}|{_SCALE}))|(?P<half>{half})(?=[\s-]*{_SCALE})"
            rf"|(?P<small>{_longest_first(list(values))})|(?P<scale>{_TAUSEND}|{_SCALE})|(?P<hundred>{hundred})"
        ),
        glue=re.compile(
            rf"[\s-]*(?:{alternation(own.number_glue, bounded=False)}(?![^\W\d_])[\s-]*)?|"
            rf"{alternation(own.number_glue, bounded=False)}"
        ),
        scale=re.compile(rf"[ \n-]?(?P<scale>{_SCALE})(?![^\W\d])"),
        and_half=re.compile(rf"[\s-]*{alternation(lex.and_half, bounded=False)}"),
        article=re.compile(alternation(own.article)),
        half=re.compile(alternation(lex.half)),
        values=values,
    )


def scale_value(match: re.Match[str]) -> int:
    """Return the multiplier a scale match stands for."""
    return _SCALE_VALUES[re.sub(r"[\s-]+", " ", match["scale"])]


def spoken(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers written in words, in order, articles and bare halves not included."""
    words = speller(language)
    position = 0
    for start in re.finditer(r"(?<![^\W_])(?=[^\W\d_])", text):
        if start.start() < position:
            continue
        number = _run(text, start.start(), words)
        if number is not None:
            yield number
            position = number.end


def _run(text: str, start: int, words: Speller) -> Number | None:
    """Return the longest number that is spoken from `start` on and ends where a word ends."""
    total, current, scale, at = Decimal(0), Decimal(0), 1, start
    best: Number | None = None
    seen = joined = False
    while (match := words.morpheme.match(text, at)) and total + current < LARGEST:
        kind = match.lastgroup or ""
        if seen and kind in {"small", "one", "half"} and not _fits(match, words, current, joined=joined):
            break
        if kind == "small":
            current += words.values[re.sub(r"\s+", " ", match[0])]
        elif kind in {"one", "half"}:
            current += Decimal(1) if kind == "one" else Decimal("0.5")
        elif kind == "hundred":
            current = (current or Decimal(1)) * 100
        else:
            scale = scale_value(match)
            total, current = total + (current or Decimal(1)) * scale, Decimal(0)
        if current:
            scale = 1
        if not seen and kind == "scale" and match[0] not in _LONE:
            break
        seen = True
        at = match.end()
        if current and (half_more := words.and_half.match(text, at)):
            current, at = current + Decimal("0.5"), half_more.end()
        if _WORD_ENDS.match(text, at):
            best = Number(total + current, start, at, "words", scale)
        glue = words.glue.match(text, at)
        joined = glue is not None and any(c.isalpha() for c in text[at : glue.end()])
        at = glue.end() if glue else at
    return best


def _fits(match: re.Match[str], words: Speller, current: Decimal, *, joined: bool) -> bool:
    """Whether a small number may follow: "hundred and five", "twenty five" do; "two three", "twenty and five" do not.

    Languages that join tens and units with a word ("treinta y cinco") have those pairs in their tables.
    """
    if match.lastgroup != "small":
        return match.lastgroup == "one" and current == 0
    value = words.values[re.sub(r"\s+", " ", match[0])]
    if current % 100 == 0:
        return True
    return not joined and current % 10 == 0 and value < 10 and 20 <= current % 100 <= 90
