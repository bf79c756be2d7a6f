"""From a person's words to a plan. Several questions in one message become calls made at once; a follow-up ("and for
sound?") takes the rest from the question before; what is not understood is asked back, never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from copilot.models.rules.asked import asks_several, may_be_brief, read_asked, read_together
from copilot.models.rules.completed import complete
from copilot.models.rules.pasted import is_brief
from copilot.models.rules.plan import Call, Plan, Reading, call, is_no_name, term
from copilot.models.rules.questions import QUESTIONS
from copilot.models.rules.requests import GREETING, REQUESTS
from copilot.models.rules.topics import TOPICS, not_held
from copilot.models.rules.vocabulary import vocabulary

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
_FOLLOWING_CLAUSE = re.compile(
    r"(?:and |also )*(?:(?:how much|what|how much was it|what was it) )?(for|on|in|at) (.+)", re.IGNORECASE
)
_PIECES = re.compile(r"[?.!;]\s+(?=\w)|\s*[,;]\s+(?:and\s+|then\s+)*|\s+(?:\+|&|and|then|plus)\s+", re.IGNORECASE)
_THAT = re.compile(r"\b(?:it|that|this|them|one|those)$", re.IGNORECASE)
_THING_OF = {"list_people": "role", "rate_card_lookup": "what", "search_quotes": "what", "budget_lines": "what"}
_THINGS = ("what", "role", "line")
# What is said to us before a brief that follows: "can you turn this into a proposal?".
_LEAD_IN = re.compile(
    r"^(?=[^\n?:]*\b(?:proposal|quote|offer|bid|price|brief|budget|estimate)\b)"
    r"(?=[^\n?:]*\b(?:(?:can|could|would) you|please|pls|plz|turn|draft|price (?:it|this)|here is|here's|came in)\b)"
    r"[^\n?:\d]{0,160}[?:]\s+(?=\S)",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"^(?:please|pls|hey|hi|hello|ok|so|greenlight|copilot|and|also|can you|could you|do you know|i want to know|"
    r"i need to know|tell me,?)[,:]?\s+",
    re.I,
)
_ITS, _IT = (
    re.compile(r"\b(?:its|their)\b", re.I),
    re.compile(r"\b(?:this|that|the) (?:project|production|client)\b|\b(?:it|them|they)\b", re.I),
)
_PHRASES = (*TOPICS, *REQUESTS, *QUESTIONS)
_TOPICS = ("project", "client_or_project", "client", "proposal")


def understand(text: str, before: str | None, offered: frozenset[str], about: str | None = None) -> Plan:
    """Return the plan for a message, given the person's message before it and the tools on offer.

    `about` is the code of the project that the conversation is about.
    """
    topic = (_topic(_read(before, about)) if before else None) or about
    plan = _requested(text.strip()) or _followed_up(text, before) or _pasted_brief(text, topic)
    plan = plan or _single_name(text) or _read(text, topic) or _short_name(text)
    lacking = not_held(text) if len(text) <= _MOST_CHARACTERS else None
    if plan and any(call.tool == "draft_proposal_from_brief" for call in plan.calls):
        lacking = None  # "hotel is paid by us" asks for no payments
    if plan is None and lacking:
        return Plan(say=lacking)
    if plan is None:
        return Plan(say=NOT_UNDERSTOOD.format(what="that") + (IF_A_BRIEF if len(text) > _SHORT else ""))
    plan = complete(plan, text, about, offered)
    allowed = tuple(call for call in plan.calls if call.tool in offered)
    if plan.calls and not allowed:
        return Plan(say=NOT_ALLOWED)
    return Plan(allowed, plan.say, plan.first or (lacking if allowed else None))


def _requested(text: str) -> Plan | None:
    """Read a whole message as one request. A brief may follow in as many sentences as it likes, another request not."""
    plan = _first(REQUESTS, text)
    if plan is None or len(text) > _MOST_CHARACTERS or len(_clauses(text)) < 2:
        return plan
    return plan if any(call.tool == "draft_proposal_from_brief" for call in plan.calls) else None


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
    if topic is None and all(word in vocabulary().stop for word in whole.lower().split()):
        return _phrase(whole)  # "how much is it" asks for something that was not said
    clauses = _clauses(whole)
    several = asks_several(whole)
    if len(clauses) > 1 and (several or any(_phrase(_about(clause, topic)) for clause in clauses)):
        return _read_each(clauses, topic, alone=several) or (read_together(whole, topic) if several else None)
    if several and (plan := _standing_alone(_PIECES.split(whole), topic) or read_together(whole, topic)):
        return plan
    plan = _one(_about(text.strip(), topic), topic) or _standing_alone(_PIECES.split(whole), topic)
    return plan or (_read_each(clauses, topic) if len(clauses) > 1 else None)


def _read_each(clauses: Sequence[str], topic: str | None, *, alone: bool = False) -> Plan | None:
    """Read clause by clause, each of which may go on about what the one before names.

    Where several things are surely asked for, each clause is as good as a question that stands `alone`.
    """
    calls: dict[Call, None] = {}
    said: list[str] = []
    first: list[str] = []
    missed: list[str] = []
    before: Plan | None = None
    for clause in clauses:
        plan = _exchanged(clause, before) or _one(_about(clause, topic), topic, alone=alone)
        if plan is None:
            missed.append(clause)
            continue
        before = _same_thing(plan, before, clause)
        calls.update(dict.fromkeys(before.calls))
        if plan.say == GREETING and len(clauses) > 1:
            continue  # "Hi! What did …" wants its answer
        said += [plan.say] if plan.say else []
        first += [plan.first] if plan.first else []
        topic = _topic(plan) or topic
    if len(missed) == len(clauses):
        return None
    said += [NOT_UNDERSTOOD.format(what=f"“{clause}”") for clause in missed if _ASKS.match(clause)]
    return Plan(tuple(calls), "\n\n".join(said) or None, "\n\n".join(first) or None)


def _standing_alone(pieces: Sequence[str], topic: str | None) -> Plan | None:
    """Read "open proposals + pending changes": only when every piece asks for something of its own."""
    clauses = [clause for piece in pieces if (clause := _clause(piece))]
    plans = [_one(_about(clause, topic), topic, alone=False) for clause in clauses]
    if len(clauses) < 2 or not all(map(_says_what_is_asked, clauses)) or not all(plan and plan.calls for plan in plans):
        return None
    if len({plan.calls[0].tool for plan in plans if plan}) < len(clauses):
        return None  # "storage and backup" is one thing
    return _read_each(clauses, topic)


def _says_what_is_asked(clause: str) -> bool:
    """Whether a word of what one asks about is in it, "rate" or "contact": "make-up artist" alone goes with another."""
    return any(word.strip(",:").removesuffix("'s") in vocabulary().classes for word in clause.lower().split())


def _same_thing(plan: Plan, before: Plan | None, clause: str) -> Plan:
    """Put the job or thing of the clause before where this one says "it": "a gaffer's rate and who we have for it"."""
    things = [dict(call.arguments).get(key) for call in (before.calls if before else ()) for key in _THINGS]
    thing = next((thing for thing in things if thing), None)
    if thing is None or len(plan.calls) != 1 or not _THAT.search(clause):
        return plan
    wanted = _THING_OF.get(plan.calls[0].tool)
    asked = dict(plan.calls[0].arguments)
    if wanted is None or asked.get(wanted):
        return plan
    return replace(plan, calls=(Call(plan.calls[0].tool, tuple((asked | {wanted: thing}).items())),))


def _followed_up(text: str, before: str | None) -> Plan | None:
    """Read "and for sound?" as the question before with one word exchanged."""
    follows = _FOLLOW_UP.fullmatch(_clause(text)) if len(text) <= _SHORT else None
    return _exchange(follows, _read(before, None)) if before and follows else None


def _exchanged(clause: str, before: Plan | None) -> Plan | None:
    """Read "how much for Meridian", behind another question, as that one with one word exchanged."""
    return _exchange(_FOLLOWING_CLAUSE.fullmatch(clause) or _FOLLOW_UP.fullmatch(clause), before)


def _exchange(match: re.Match[str] | None, previous: Plan | None) -> Plan | None:
    if match is None or is_no_name(match[2]) or previous is None or len(previous.calls) != 1:
        return None
    if all(word in vocabulary().classes for word in (term(match[2]) or "").lower().split()):  # "and the contact?"
        return None
    asked = dict(previous.calls[0].arguments)
    for_a_thing = (match[1] or "for").lower() == "for" and not _is_name_like(match[2])
    wanted = ("what", "role", *_TOPICS) if for_a_thing else (*_TOPICS, "what", "role")
    replaced = next((name for name in wanted if asked.get(name)), None)
    if replaced is None:
        return None
    return Plan((Call(previous.calls[0].tool, tuple((asked | {replaced: term(match[2])}).items())),))


def _is_name_like(words: str) -> bool:
    """Whether words are written like a name and are nothing that a production buys: "Meridian", not "Sound"."""
    known = vocabulary()
    bought = any(known.is_trade(word) or known.is_bought(word) for word in words.lower().split())
    return not bought and words[:1].isupper()


def _pasted_brief(text: str, topic: str | None) -> Plan | None:
    """Take for a brief what is mostly no request, before single sentences of it are answered as questions."""
    whole = text.strip()
    clauses = [] if len(whole) > _MOST_CHARACTERS else _clauses(whole)
    unread = len(whole) - sum(len(clause) for clause in clauses if _phrase(_about(clause, topic)))
    if unread * 2 < len(whole) or not may_be_brief(whole) or not is_brief(whole, unread=unread):
        return None
    return Plan((call("draft_proposal_from_brief", text=_LEAD_IN.sub("", whole) or whole),))


def _single_name(text: str) -> Plan | None:
    """Take a single word that is written like a name, and is nothing that one asks about, for one."""
    word = _clause(text)
    is_asked = word.lower() in vocabulary().classes or word.lower() in vocabulary().stop
    return _short_name(word) if " " not in word and _is_name_like(word) and not is_asked else None


def _short_name(text: str) -> Plan | None:
    """Take a word or two, alone, for the name of a project or of its client."""
    words = term(_clause(text)) if len(text) <= _SHORT else None
    if words is None or len(words.split()) > 3 or not re.search(r"[A-Z0-9]", words) or "," in words:
        return None
    if is_no_name(words):
        return None
    return Plan((Call("find_projects", (("query", words),)),))
