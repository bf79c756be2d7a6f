"""From a person's words to a plan. Several questions in one message become calls made at once; a follow-up ("and for
sound?") takes the rest from the question before; what is not understood is asked back, never guessed."""

from __future__ import annotations

import re
from functools import lru_cache

from copilot.models.rules.asked import asks_several, may_be_brief, read_asked
from copilot.models.rules.pasted import is_brief
from copilot.models.rules.plan import Call, Plan, Reading, call, is_no_name, term
from copilot.models.rules.questions import QUESTIONS
from copilot.models.rules.requests import GREETING, REQUESTS
from copilot.models.rules.topics import TOPICS, not_held

NOT_UNDERSTOOD = (
    "I did not understand {what}. In rules mode I answer questions about projects, clients, quotes, rates, budgets, "
    "proposals, crew, documents and change sets, and I prepare changes. Could you put it another way? "
    "`help` shows examples."
)
IF_A_BRIEF = " If it is a brief, put `Brief:` before it."
NOT_ALLOWED = "Your role does not let me do that for you here. Ask a producer, or ask me something else."

_MOST_CHARACTERS = 2_000  # of several questions in one message
_SHORT = 80  # of a name, or of a follow-up

_SENTENCES = re.compile(r"[?.!;]\s+(?=\w)")
_CLAUSES = re.compile(
    r"[?.!;]\s+(?=\w)|[,;]?\s+(?:and|also|then|plus)\s+(?=(?:also\s+)?(?:what|who|which|how|where|list|show|compare|is|are|do|"
    r"tell|move|draft|set|change|find)\b)",
    re.IGNORECASE,
)
# Sentences beside a question often only say why it is asked: "client's on the phone".
_ASKS = re.compile(
    r"(?:please |can you |could you )*(?:what|who|which|how|where|when|why|is|are|do|does|did|has|have|can|could|list|"
    r"show|give|compare|tell|find)\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"(?:and|or|what about|how about|and what about|same for|and how about)\s+(?:(for|on|in|at)\s+)?(.+)", re.I | re.S
)
_POLITE = re.compile(
    r"^(?:please|pls|hey|hi|hello|ok|so|greenlight|copilot|and|also|can you|could you|do you know|i want to know|"
    r"i need to know|tell me,?)[,:]?\s+",
    re.I,
)
_ITS, _IT = (
    re.compile(r"\bits\b", re.I),
    re.compile(r"\b(?:this|that|the) (?:project|production|client)\b|\bit\b", re.I),
)
_PHRASES = (*TOPICS, *REQUESTS, *QUESTIONS)
_TOPICS = ("project", "client_or_project", "client", "proposal")


def understand(text: str, before: str | None, offered: frozenset[str]) -> Plan:
    """Return the plan for a message, given the person's message before it and the tools on offer."""
    topic = _topic(_read(before, None)) if before else None
    plan = _first(REQUESTS, text.strip()) or _followed_up(text, before) or _pasted_brief(text, topic)
    plan = plan or _read(text, topic) or _short_name(text)
    if plan is None:
        return Plan(say=NOT_UNDERSTOOD.format(what="that") + (IF_A_BRIEF if len(text) > _SHORT else ""))
    allowed = tuple(call for call in plan.calls if call.tool in offered)
    if plan.calls and not allowed:
        return Plan(say=NOT_ALLOWED)
    said = plan.say or (not_held(text) if allowed and len(text) <= _MOST_CHARACTERS else None)
    return Plan(allowed, said)


def _clause(text: str) -> str:
    return text.strip().rstrip("?!.… ").strip()


def _clauses(text: str) -> list[str]:
    return [clause for part in _CLAUSES.split(text) if (clause := _clause(part))]


def _first(readings: tuple[Reading, ...], clause: str) -> Plan | None:
    return next((plan for reading in readings if (plan := reading.read(clause))), None)


def _about(clause: str, topic: str | None) -> str:
    """Put the topic in place of "it"."""
    return _IT.sub(lambda _: topic, _ITS.sub(lambda _: f"{topic}'s", clause)) if topic else clause


@lru_cache(maxsize=128)
def _phrase(clause: str) -> Plan | None:
    """Read one clause as one of the phrases we know word for word, without its politeness."""
    while True:
        if plan := _first(_PHRASES, clause):
            return plan
        shorter = _POLITE.sub("", clause)
        if shorter == clause:
            return None
        clause = shorter


def _one(clause: str, topic: str | None, *, alone: bool = True) -> Plan | None:
    """Read one clause: as one of the phrases we know, else as what it seems to ask."""
    return _phrase(_clause(clause)) or read_asked(clause, topic, alone=alone)


def _topic(plan: Plan | None) -> str | None:
    """Return the name that "it" stands for after `plan`."""
    named = [dict(call.arguments) for call in plan.calls] if plan else []
    return next((str(asked[key]) for asked in reversed(named) for key in _TOPICS if asked.get(key)), None)


def _read(text: str, topic: str | None) -> Plan | None:
    """Read a question, or each clause of several; what is not understood is said beside what is."""
    whole = _clause(text)
    if not whole or len(whole) > _MOST_CHARACTERS:
        return None
    clauses = _clauses(whole)
    by_clause = any(_phrase(_about(clause, topic)) for clause in clauses) or asks_several(whole)
    if len(clauses) == 1 or not by_clause:
        plan = _one(_about(text.strip(), topic), topic)
        if plan or len(clauses) == 1:
            return plan
    calls: dict[Call, None] = {}
    said: list[str] = []
    missed: list[str] = []
    for clause in clauses:
        plan = _one(_about(clause, topic), topic, alone=False)
        if plan is None:
            missed.append(clause)
            continue
        calls.update(dict.fromkeys(plan.calls))
        if plan.say == GREETING and len(clauses) > 1:
            continue  # "Hi! What did …" wants its answer
        said += [plan.say] if plan.say else []
        topic = _topic(plan) or topic
    if len(missed) == len(clauses):
        return None
    said += [NOT_UNDERSTOOD.format(what=f"“{clause}”") for clause in missed if _ASKS.match(clause)]
    return Plan(tuple(calls), "\n\n".join(said) or None)


def _followed_up(text: str, before: str | None) -> Plan | None:
    """Read "and for sound?" as the question before with one word exchanged."""
    match = _FOLLOW_UP.fullmatch(_clause(text)) if len(text) <= _SHORT else None
    previous = _read(before, None) if before and match else None
    if match is None or is_no_name(match[2]) or previous is None or len(previous.calls) != 1:
        return None
    asked = dict(previous.calls[0].arguments)
    wanted = ("what", "role", *_TOPICS) if (match[1] or "for").lower() == "for" else (*_TOPICS, "what")
    replaced = next((name for name in wanted if asked.get(name)), None)
    if replaced is None:
        return None
    return Plan((Call(previous.calls[0].tool, tuple((asked | {replaced: term(match[2])}).items())),))


def _pasted_brief(text: str, topic: str | None) -> Plan | None:
    """Take for a brief what is mostly no request, before single sentences of it are answered as questions."""
    whole = text.strip()
    clauses = [] if len(whole) > _MOST_CHARACTERS else _clauses(whole)
    unread = len(whole) - sum(len(clause) for clause in clauses if _phrase(_about(clause, topic)))
    if unread * 2 < len(whole) or not may_be_brief(whole) or not is_brief(whole, unread=unread):
        return None
    return Plan((call("draft_proposal_from_brief", text=whole),))


def _short_name(text: str) -> Plan | None:
    """Take a word or two, alone, for the name of a project or of its client."""
    words = term(_clause(text)) if len(text) <= _SHORT else None
    if words is None or len(words.split()) > 3 or not re.search(r"[A-Z0-9]", words) or "," in words:
        return None
    if is_no_name(words):
        return None
    return Plan((Call("find_projects", (("query", words),)),))
