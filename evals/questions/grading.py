"""Are these the calls that a question asks for? Tools exactly, arguments by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from evals.questions.format import Call, Question, Value

_SAID_BY_THE_WAY = frozenset({"reason", "due", "sort"})
"""Arguments that may be there or not, whatever they say, unless the question names them: a reason, a narrower list."""
_SMALL = re.compile(r"(?<=\w)['’]s\b|\b(?:the|a|an|our|all|any|project|client|proposal|job)\b|[^\w@.+-]")


def is_right(question: Question, made: Sequence[Call]) -> bool:
    """Whether the calls made are one of the right sets, in any order."""
    return any(_same(right, made) for right in question.right)


def _same(right: Sequence[Call], made: Sequence[Call]) -> bool:
    left = list(made)
    for call in right:
        fitting = next((other for other in left if _fits(call, other)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return not left


def _fits(right: Call, made: Call) -> bool:
    if right.tool != made.tool:
        return False
    extra = made.arguments.keys() - right.arguments.keys() - _SAID_BY_THE_WAY
    return not extra and all(_says(made.arguments, name, value) for name, value in right.arguments.items())


def _says(arguments: Mapping[str, Value], name: str, value: Value) -> bool:
    return name in arguments and _plain(arguments[name]) == _plain(value)


def _plain(value: Value) -> str:
    """The value's words without case, articles and a plural's s; a number as such."""
    try:
        return str(Decimal(str(value)).normalize())
    except InvalidOperation:
        words = _SMALL.sub(" ", str(value).casefold().replace("’", "'")).split()
        return " ".join(word.strip(".").removesuffix("s") for word in words)
