"""What people ask that the studio does not hold, or that words alone may not do: said plainly, not taken for a name.

These readings come before the questions, whose names would otherwise swallow "is Halden over" or "VAT".
"""

from __future__ import annotations

import re

from copilot.models.rules.figures import line_figures
from copilot.models.rules.plan import CREW, Call, Plan, Reading, Words, call, reading

NO_ACTUALS = (
    "I hold no actual costs yet, so I cannot say what is spent or left, or whether a production is over its budget. "
    "What is budgeted I can show."
)
NO_BOOKINGS = "I hold no crew bookings yet, so I cannot say who is on a project; this is everyone on record:"
NO_PAYMENTS = "I hold no payments yet, so I cannot say what was paid or is owed. What was agreed I can show."
NO_DELETING = (
    "I delete nothing. I can move a project to another stage, closeout included, for you to greenlight. "
    "Which project, and to which stage?"
)
NO_SENDING = "I hold no way to send mail, and send nothing to anyone. A proposal I can show, for you to send."
TAX = "Tax is worked out for each proposal and listed with its price."
UNDO = (
    "I undo nothing myself. A person who has signed in can: `greenlight changes list` shows what was applied, "
    "`greenlight changes undo CS-…` puts it back, and so does the REST API."
)
WHO_DECIDED = "I cannot read out who greenlit a change set yet; `Show CS-…` tells what one did. These were applied:"


def _none_held(words: Words) -> Plan:
    return Plan(
        say=f"I hold no {(words.get('thing') or 'record of that').lower()} yet. `help` lists what I can answer."
    )


def _actuals(words: Words) -> Plan:
    calls = (call("budget_lines", project=words["project"]),) if words.get("project") else ()
    return Plan(calls, first=NO_ACTUALS) if calls else Plan(say=NO_ACTUALS)


def _shown_by(said: str, name: str | None) -> str:
    """What is not held, and how its proposal is shown: by the name that was said, never by another one's."""
    return f"{said} Ask `Show the proposal for {name}`."


def _part(words: Words) -> Call:
    return call("budget_lines", project=words["project"], what=words["part"])


def _payments(words: Words) -> Plan:
    return Plan(say=_shown_by(NO_PAYMENTS, words["client"]))


def _sending(words: Words) -> Plan:
    return Plan(say=_shown_by(NO_SENDING, words["proposal"]))


def _role_on(words: Words) -> Plan:
    return Plan((call("list_people", role=words["role"]),), first=NO_BOOKINGS)


def _changed(words: Words) -> Call:
    status = "rejected" if (words.get("how") or "").lower() in ("rejected", "declined", "turned down") else "applied"
    return call("list_change_sets", status=status, during=words["when"])


def _line_somewhere(words: Words) -> Plan | Call:
    figures = line_figures(f"to {words['value']}")
    return call("propose_budget_line_change", project=None, line=words["line"], **figures)


_WHEN = "(in |during |over )?{when=today|yesterday|this (week|month|year)|(the )?(last|past|previous) .+=}"
_BEEN = "((has|have|was|were|got|been) )*"
_ABOUT = (
    (
        re.compile(
            r"\b(?:over|under|within) (?:the |its |their |our )?budgets?\b|\boverspen|\b(?:actuals?|spent|spend)\b",
            re.I,
        ),
        NO_ACTUALS,
    ),
    (
        re.compile(
            r"\b(?:did|has|have|had|when|is|are|was|were)\b(?!.*\b(?:terms?|days|plan)\b).*\b(?:pay|paid|unpaid)\b"
            r"|\b(?:owes?|owed|unpaid|overdue (?:invoices?|payments?))\b",
            re.I,
        ),
        NO_PAYMENTS,
    ),
    (re.compile(r"\b(?:available|availability|free|booked|bookings?|busy)\b", re.I), NO_BOOKINGS),
)


def not_held(text: str) -> str | None:
    """Return what to say beside what is looked up for `text`, where it asks for something that we do not hold."""
    return next((said for words, said in _ABOUT if words.search(text)), None)


TOPICS: tuple[Reading, ...] = (
    reading(
        _actuals,
        "(is|are) {project} ((running|going|still|now) )?(over|under|within|on|above|below|inside) THEbudgetNOW",
        "how much (is|do we have|have we( got)?) (left|remaining)( to spend)?( (on|for|in|of) {project})?",
        "how much (is left to spend|do we have left to spend|can we still spend)( (on|for|in|of) {project})?",
        "(how much|what) (have|has|had|did|was|is) ((we|been|already) )*(spent|spend)( so far| to date| already)?"
        "( (on|for|in) {project})?( so far| to date| already)?"
        "(,? (compared (to|with)|against|versus|vs\\.?|relative to) .+)?",
        "(what is|what's|what are|show( me)?) THE(actuals?|actual (costs?|spend)|spend)( (on|for|of|in) {project})?",
    ),
    reading(
        _part,
        "(WHATIS )?THE{part=vat|tax|sales tax|contingency|mark-?\\s?up=} (for|on|in|of) {project}",
        "how (much|high) is THE{part=vat|tax|contingency|mark-?\\s?up=} (for|on|in|of) {project}",
    ),
    reading(
        _none_held,
        "(.+ )?{thing=weather( forecast)?|profits?|margins?|mark-?\\s?ups?|cash\\s?flow|turnover|revenue=}( .+)?",
        "(which|what|list|show( me)?|are|do we have|is)( .+)? {thing=(overdue |unpaid |open )?invoices=}( .+)?",
        "(which|what|list|show( me)?|are) {thing=(overdue |unpaid |open )?invoices=}( .+)?",
    ),
    reading(
        _payments,
        "(did|has|have|had|is|does|do) {client} (still )?(pay|paid|owe|owes|settled?)( .+)?",
    ),
    reading(
        lambda _: Plan((call("budget_lines", project=None, what="tax"),), first=TAX), "WHATIS THE(vat|tax|sales tax)"
    ),
    reading(
        lambda _: Plan(say=TAX),
        "(WHATIS )?THE((vat|tax|sales tax)( (rate|percentage))?)( (for|on|in) .+)?",
        "how (much|high) is THE(vat|tax)( .+)?",
    ),
    reading(lambda _: Plan(say=NO_DELETING), "PLEASE(delete|remove|cancel|kill|erase|drop) THE.+"),
    reading(_sending, "PLEASE(e-?mail|mail|send|forward) THE{proposal}S (proposal|offer|quote|bid)( .+)?"),
    reading(lambda _: Plan(say=NO_SENDING), "PLEASE(e-?mail|mail|send|forward) (?!.*\\bstage\\b).+"),
    reading(
        lambda _: Plan(say=UNDO),
        "(how (do|can|would|could) (i|we|you) |can (i|we|you) )(undo|revert|roll back|take back)( .+)?",
    ),
    reading(
        lambda _: Plan((call("list_change_sets", status="applied"),), first=WHO_DECIDED),
        "who (approved|greenlit|greenlighted|signed off|decided( on)?|applied) .+",
    ),
    reading(
        _changed,
        f"(what|what's|what did WE|has anything|did anything|anything) {_BEEN}(changed?|new) {_WHEN}",
        f"(what|which changes) {_BEEN}{{how=applied|greenlit|approved|rejected|declined=}} {_WHEN}",
    ),
    reading(_role_on, f"(who is|who's|who was) THE{{role=([\\w-]+ )?{CREW}=}} (on|for|at|of) .+"),
    reading(
        lambda words: Plan((call("list_people"),), first=NO_BOOKINGS),
        "who (is|are|works?|is working|do we have) (on|booked (on|for)) (?!THE(crew|team|books)\\b){project}",
        "(who is|who's) (on|in) THE(crew|team) (of|for|on) {project}",
        "(LIST )?THE(crew|team)( list)? (of|for|on) {project}",
    ),
    reading(
        _line_somewhere,
        "PLEASECHANGE THE(?!.+ (on|in|for|of) ){line} (rate|price|day rate) (to|at) {value}",
    ),
)
