"""What the rules want to do next, and the small language in which the ways of asking are written.

A phrase is a regular expression written for reading: `{what}` captures some words, a space is any white space, a
bracket groups without capturing, and words in capitals stand for the vocabulary below. It must cover a whole clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# Longer than anyone asks a question. Only a brief may be longer; its phrases take time linear in its length.
_MOST_CHARACTERS = 400
_VERBATIM = ("brief", "reason", "when")
_NAMES = ("project", "client", "who", "what", "proposal", "first", "second", "line", "role")
# What starts like this, or is nothing but this, is part of a question and no name: it is never passed on as one.
_NO_NAME = re.compile(
    r"(?:the\s+)?(?:(?:is|are|was|were|does|do|did|has|have|what|who|whom|how|when|why|which|where|can|could|should|"
    r"would|will|e-?mail|mail|send|call|delete|remove|cancel)\b|"
    r"(?:it|them|there|the|our|their|its|pending|next|last|client)$)",
    re.IGNORECASE,
)
# What no name holds, but a sentence that goes on behind one does.
_SENTENCE = re.compile(
    r"[,;:?!+]\s|\s[-–]\s|\b(?:before|after|because|what|who|when|how|why|where|which|that|is|are|was|my|me|i|we|us|you|they|it|please|"
    r"still|so|again|over|come|goes?|going|ever)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 6

Argument = str | int | None
Words = dict[str, str | None]


@dataclass(frozen=True)
class Call:
    """A tool to call. Arguments that are None are left out."""

    tool: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    @property
    def given(self) -> dict[str, str | int]:
        return {name: value for name, value in self.arguments if value is not None}


def call(tool: str, **arguments: Argument) -> Call:
    return Call(tool, tuple(arguments.items()))


@dataclass(frozen=True)
class Plan:
    """Either tools to call, all at once, or words to say. `first` is what has to be known before what the tools say."""

    calls: tuple[Call, ...] = ()
    say: str | None = None
    first: str | None = None


@dataclass(frozen=True)
class Reading:
    """Ways to put one request: `build` gets the captured words of the first phrase that covers the clause."""

    phrases: tuple[re.Pattern[str], ...]
    build: Callable[[Words], Plan | Call]

    def read(self, clause: str) -> Plan | None:
        for phrase in self.phrases:
            if len(clause) > _MOST_CHARACTERS and "brief" not in phrase.groupindex:
                continue
            if match := phrase.fullmatch(clause):
                named = match.groupdict()
                if any(is_no_name(words) for key, words in named.items() if words and key in _NAMES):
                    continue
                # A brief, a reason and a period go on as they were written: these are the person's words, not names.
                built = self.build({name: words if name in _VERBATIM else term(words) for name, words in named.items()})
                return Plan((built,)) if isinstance(built, Call) else built
        return None


_VOCABULARY = {
    "WHATIS": "(what('s|’s|s| is| are| was| were)|how (much|high|big) (is|are|was|were)|(show|give|tell|get)( me)?)",
    "QUOTED": "(quoted?|charged?|bid|pric(ed?|ing)|estimated?|offer(ed)?|cost(ed)?|budget(ed)?)",
    "LIST": "(list|show( me)?|give me|tell me|what|which|see|find|do we have|are there|get( me)?)",
    "STAGE": r"(development|pre-?\s?prod(uction)?|production|post-?\s?prod(uction)?|post|delivery|closeout|closed)",
    "THE": "((the|our|your|a|an|current|all|any) )*",
    "DID": "(did|have|had|do|would|will)",
    "WE": "(we|i|you|us|they|the studio)",
    "RATE": "((day|daily|hour|hourly|week|weekly|half-?day|card) )?(rates?)",
    "PER": "( (per|a|for a|for the|for one) (day|hour|week|month))?",
    "NOW": "( (right now|now|currently|today|at the moment|at present))?",
    "PLEASE": "((please|can you|could you|would you|let's|i want to|i'd like to|we should|now) )*",
    "CHANGE": "(set|change|update|raise|increase|lower|reduce|cut|drop|make)",
    "ADD": "(add|put|include)",
    "DECIDE": "(greenlight|approve|apply|reject|undo|accept|confirm|decline|revert)",
    "FIELD": "(rate|quantity|days|price|amount|units|number)",
    "OFFER": "(proposal|quote|bid|budget|estimate)",
    "BRIEF": "(brief|mail|e-?mail|text|message|request)",
    "SUM": "((grand |overall )?total|price|value|sum|amount|cost)",
    "EMAIL": r"[^\s@<>]+@[^\s@<>]+",
    "CS": "CS-[A-Za-z0-9]+",
    "S": "('s|’s)?",
}
CREW = (
    "(director|dop|dp|gaffer|grip|editor|producer|colou?rist|operator|mixer|recordist|artist|stylist|animator|assistant|"
    "coordinator|photographer|pilot|designer|composer|manager|runner|electrician|loader|supervisor|"
    "director of photography|ad|ac|dit|pm|upm|pa|hmu|mua|ep)s?"
)
"""The jobs of people, as phrases name them."""
_CAPITALS = re.compile("|".join(sorted(_VOCABULARY, key=len, reverse=True)))


def _compile(phrase: str) -> re.Pattern[str]:
    pattern = _CAPITALS.sub(lambda match: _VOCABULARY[match.group()], phrase)
    pattern = re.sub(r"\((?!\?)", "(?:", pattern)
    pattern = re.sub(r"\{(\w+)=", r"(?P<\1>", pattern).replace("=}", ")")
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>.+?)", pattern)
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE | re.DOTALL)


def reading(build: Callable[[Words], Plan | Call], *phrases: str) -> Reading:
    """Return a reading of `phrases`. `{name=…=}` captures exactly what the pattern between the signs covers."""
    return Reading(tuple(_compile(phrase) for phrase in phrases), build)


_QUOTES = "\"'“”‘’«»„`"
_LEADING = re.compile(r"^(?:the|our|their|your|a|an|any|all|some|my|this|that|project|client|customer)\s+", re.I)
_TRAILING = re.compile(
    r"\s+(?:project|job|shoot|campaign|please|right now|currently|in total|in all|altogether|all together|overall)$",
    re.I,
)


def term(text: str | None) -> str | None:
    """Return what is meant without articles, quotation marks and end punctuation; None when nothing is left."""
    if text is None:
        return None
    cleaned = text.strip(" \t\n.,;:?!" + _QUOTES)
    while (shorter := _TRAILING.sub("", _LEADING.sub("", cleaned))) != cleaned:
        cleaned = shorter
    return cleaned.strip(" " + _QUOTES) or None


def is_no_name(words: str) -> bool:
    """Say whether `words` are a piece of a question or an order, such as "is Halden over", rather than a name."""
    said = words.strip()
    return _NO_NAME.match(said) is not None or _SENTENCE.search(said) is not None or len(said.split()) > _LONGEST_NAME
