"""What a plan leaves open, filled from where it is asked, and what a call is put in place of.

In a conversation about a project that project is meant where none is named; a change set's code is no project; who may
not see how a price is made up is shown the offer.
"""

from __future__ import annotations

import re
from decimal import Decimal

from copilot.models.rules.asked import NEEDED
from copilot.models.rules.figures import currency_in, number_of
from copilot.models.rules.plan import Argument, Call, Plan, term
from copilot.models.rules.vocabulary import vocabulary
from tools.codes import change_set_code_in

EDITING = (
    "I do not edit a change set that waits. A person who has signed in does, on its page (Edit), with `greenlight "
    "changes edit {code}`, or by `POST /v1/changes/{code}/edit`; the result is a new revision to greenlight. "
    "This is what it says now:"
)
ONLY_OFFERS = "How a price is made up is not shown here; this is what was offered:"

_ABOUT = {
    "search_quotes": "client_or_project",
    "list_proposals": "client_or_project",
    "search_documents": "project",
    "list_change_sets": "project",
    "list_dates": "project",
}
"""Which argument of a tool says what it is about, where it may be left out."""
_EVERYWHERE = re.compile(
    r"\b(?:all|every|ever|everything|across|other|others|another|elsewhere|studio|house|clients|projects)\b", re.I
)
"""What asks beyond the conversation's project."""
_ANYBODY = re.compile(r"(?:(?:all|every|any|other)\s+)*(?:projects?|clients?|jobs?|productions?|customers?)", re.I)
"""What stands where a name would and is none."""
_PRICES = frozenset({"search_quotes", "budget_lines"})
_OF_CHANGE_SETS = frozenset({"show_change_set", "list_change_sets", "draft_proposal_from_brief"})
_THINGS = ("what", "line", "role")
_WORDS_OF_PRICE = re.compile(r"\s+(?:costs?|prices?|rates?|amounts?|totals?|budgets?|lines?)$", re.IGNORECASE)
_IN_IT = re.compile(r"(?:\s*\b(?:in|on|of|for|to)\b)?(?:\s+change\s?set)?\s*\bCS-.*", re.IGNORECASE)
_US = frozenset({"us", "me", "you"})
_STATUSES = (
    ("draft", re.compile(r"\bdrafts?\b|\bnot (?:yet )?sent\b|\bunsent\b", re.IGNORECASE)),
    ("sent", re.compile(r"\b(?:are|is|still|only|just) sent\b|^\W*sent proposals\b", re.IGNORECASE)),
    ("accepted", re.compile(r"\b(?:accepted|won|win(?! rate))\b", re.IGNORECASE)),
    ("declined", re.compile(r"\b(?:declined|rejected|lost|lose|turned down)\b", re.IGNORECASE)),
)
_BOUND = re.compile(
    r"\b(?:(?P<above>above|over|more than|at least|north of|exceed(?:s|ing)?|(?:bigger|larger|higher) than)"
    r"|(?:below|under|less than|at most|up to|(?:smaller|lower|cheaper) than))\s+"
    r"(?:[€$£]|eur|usd|gbp)?\s?(?P<sum>\d[\d.,]*)\s?(?P<unit>k|m|thousand|million)?\b",
    re.IGNORECASE,
)
_THOUSANDS = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}


def complete(plan: Plan, text: str, about: str | None, offered: frozenset[str]) -> Plan:
    """Return `plan`, read from `text`, with what it lacks; `about` is the code of the conversation's project.

    Where something that a tool needs stays open it is asked back. Tools that are not `offered` are left as they are.
    """
    calls, first = list[Call](), plan.first
    for call in plan.calls:
        if code := _change_set_meant(call, text, alone=len(plan.calls) == 1):
            first = EDITING.format(code=code) if call.tool.startswith("propose_") else first
            calls.append(Call("show_change_set", (("code", code), ("what", _thing_in(call)))))
            continue
        shown = _within(_narrowed(_of_project(call, about), text), text, about)
        missing, question = NEEDED.get(shown.tool, ("", ""))
        if missing and not shown.given.get(missing):
            return Plan(say=" ".join(said for said in (plan.first, question) if said))
        if shown.tool in _PRICES - offered and "show_proposal" in offered:
            first = first or (ONLY_OFFERS if _asks_how(shown) else None)
            shown = _offer_instead(shown)
        calls.append(shown)
    return Plan(tuple(calls), plan.say, first)


def _change_set_meant(call: Call, text: str, *, alone: bool) -> str | None:
    """The change set that a call is about, though its tool looks for a project."""
    if call.tool in _OF_CHANGE_SETS:
        return None
    held = next((code for value in call.given.values() if (code := change_set_code_in(str(value)))), None)
    return held or (change_set_code_in(text) if alone else None)


def _thing_in(call: Call) -> str | None:
    """What is asked about a change set, without its code and the words that only say "cost"."""
    said = next((str(call.given[key]) for key in _THINGS if call.given.get(key)), None)
    return term(_WORDS_OF_PRICE.sub("", _IN_IT.sub("", said))) if said else None


def _of_project(call: Call, about: str | None) -> Call:
    """What was offered for the conversation's project, where it stands in place of a thing: "how much is it"."""
    if about is None or call.tool != "rate_card_lookup" or call.given.get("what") != about:
        return call
    return Call("list_proposals", (("client_or_project", about),))


def _within(call: Call, text: str, about: str | None) -> Call:
    """The call about the conversation's project, where it names none and asks for no more."""
    name = _ABOUT.get(call.tool) or NEEDED.get(call.tool, ("", ""))[0]
    if _ANYBODY.fullmatch(str(call.given.get(name, ""))):
        return _with(call, {name: None})
    if about is None or name not in ("project", "client_or_project", "proposal") or call.given.get(name):
        return call
    if call.tool in _ABOUT and _EVERYWHERE.search(text):
        return call
    return _with(call, {name: about})


def _narrowed(call: Call, text: str) -> Call:
    """A list of proposals with the one status and the sums that are asked for."""
    if call.tool != "list_proposals":
        return call
    said: dict[str, Argument] = {}
    found = [status for status, words in _STATUSES if words.search(text)]
    if len(found) == 1 and not (call.given.keys() & {"client_or_project", "status"}):
        said["status"] = found[0]
    for bound in _BOUND.finditer(text):
        if (amount := number_of(bound["sum"].rstrip(".,"))) is not None:
            major = Decimal(amount) * _THOUSANDS.get((bound["unit"] or "").lower(), 1)
            said["above" if bound["above"] else "below"] = format(major.normalize(), "f")
            said["currency"] = currency_in(text)
    return _with(call, said)


def _offer_instead(call: Call) -> Call:
    """The offer that a question about prices is about, for who is shown offers alone."""
    given = call.given
    whom = given.get("client_or_project") or given.get("project")
    what = str(given.get("what") or "")
    if (whom is None or str(whom).lower() in _US) and what and not _is_bought(what):
        whom = what
    if whom is None or str(whom).lower() in _US:
        return Call("list_proposals")
    return Call("show_proposal", (("proposal", whom),))


def _asks_how(call: Call) -> bool:
    """Whether a question about a price asks for a part of it."""
    return call.tool == "budget_lines" or _is_bought(str(call.given.get("what") or ""))


def _is_bought(words: str) -> bool:
    known = vocabulary()
    return any(known.is_trade(word) or known.is_bought(word) for word in words.lower().split())


def _with(call: Call, said: dict[str, Argument]) -> Call:
    return Call(call.tool, tuple((dict(call.arguments) | said).items()))
