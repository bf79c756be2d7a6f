"""What is asked, however it is put: learnt from questions that people have marked (`evals/cases/questions`).

First what kind of question it is (which tool, and for some of them which of its fixed choices), then which words are a
name, a thing, a person, or words to look for. Both are weighed by what is seen of the question; the weights are made by
`python -m evals.questions.learn`. What is not likely enough is no reading: then the copilot asks back.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from copilot.models.rules.asked_features import Word, is_code, question_features, word_features, words_of
from copilot.models.rules.figures import currency_in, line_figures, reached_at, without_each
from copilot.models.rules.plan import Argument, Call, Plan, term
from copilot.models.rules.stages import STAGES, stage_in
from copilot.models.rules.vocabulary import vocabulary
from tools.periods import period_in

NOTHING = "nothing"
SEVERAL = "several"
BRIEF = "brief"
NO_PART = "none"
PARTS: Mapping[str, Mapping[str, str]] = {
    "find_projects": {"name": "query"},
    "project_overview": {"name": "project"},
    "find_clients": {"name": "query"},
    "search_quotes": {"thing": "what", "name": "client_or_project"},
    "list_proposals": {"name": "client_or_project"},
    "show_proposal": {"name": "proposal"},
    "rate_card_lookup": {"thing": "what"},
    "budget_lines": {"name": "project", "thing": "what"},
    "list_people": {"thing": "role"},
    "search_documents": {"words": "query", "name": "project"},
    "list_change_sets": {},
    "show_change_set": {"name": "code"},
    "propose_stage_change": {"name": "project"},
    "propose_budget_line_change": {"thing": "line", "name": "project"},
    "propose_contact": {"name": "client", "person": "name"},
}
"""Which part of a question fills which argument."""
NEEDED = {
    "project_overview": ("project", "Which project do you mean?"),
    "show_proposal": ("proposal", "Whose proposal do you mean? Give me its client, its project or its code."),
    "budget_lines": ("project", "Which project's budget do you mean?"),
    "search_documents": ("query", "Which words should I look for in the documents?"),
    "show_change_set": ("code", "Which change set? Give me its code, such as CS-7K3Q9D."),
    "propose_stage_change": ("project", "Which project should move?"),
    "propose_budget_line_change": (
        "project",
        "On which project? I change a line of a budget, not the house's rate card.",
    ),
    "propose_budget_line": ("project", "To which project's budget should it be added?"),
    "propose_contact": ("client", "For which client is this a contact?"),
}
"""What a tool cannot do without, and how one asks for it."""
_NAMES = ("project", "proposal", "client")
_LEAST_SURE, _LEAST_SURE_BESIDE, _LEAST_SURE_TO_PROPOSE = 0.2, 0.45, 0.7
"""The least likely kind to look something up for: alone, beside other clauses; and to propose a change for."""
_AGAINST = {NOTHING: 1.5}
"""Log odds against: looking up what was not asked does less harm than not understanding what was."""
_QUESTION = re.compile(
    r"\s*(?:is|are|was|were|should|does|do|did|has|have|what|which|who|when|where|why|how)(?:n't)?\b", re.IGNORECASE
)
"""How a sentence begins that asks and orders nothing: "is Halo ready for post" proposes no change."""
_LIKELY, _LIKELIER = 2.5, 1.0
"""Log odds in favour of a part that a question cannot do without, and of its tool's first part where it has none."""
NO_LIKING: Mapping[str, float] = {}
_LONGEST = 300
"""Characters; what is longer is no single question."""
_WHOLE = re.compile(r"(?:the |incl\S* |with )?(?:totals?|tax|vat|altogether|everything|overall|sum)", re.IGNORECASE)
"""What is no single thing that was quoted, but the whole price."""
_ENDS = (
    ("highest", re.compile(r"\b(?:highest|biggest|largest|most expensive|most valuable|priciest)\b", re.IGNORECASE)),
    ("lowest", re.compile(r"\b(?:lowest|smallest|cheapest|least expensive)\b", re.IGNORECASE)),
)
"""Which end of the list of proposals is asked for."""
_THE_CONTACT = re.compile(r"\b(?:contact|phone|e-?mail|number|address)\b", re.IGNORECASE)
"""What is asked of one client, not of all."""
_ADDS = re.compile(r"\s*(?:(?:please|can you|could you|would you|let's)\s+)*(?:add|include)\b", re.IGNORECASE)
"""How one asks for a line that is not there yet."""
_JOINED = re.compile(r"\s+(?:and|or|vs\.?|versus|with)\s+(?:for |on |the )?|\s*[/,]\s+", re.IGNORECASE)
"""What stands between two names that one question is about."""
_BETWEEN = re.compile(r"[\s&'’-]*(?:(?:of|the|and|for)\s)?", re.I)
"""What may stand between two words of one name."""


class Answers(BaseModel):
    """The log odds of each answer to one question: its bias, and so much more for each feature seen.

    Weights lie under their features, because few of all features are seen in one message.
    """

    model_config = ConfigDict(frozen=True)

    bias: dict[str, float]
    weights: dict[str, dict[str, float]]

    def odds(self, features: Mapping[str, float]) -> dict[str, float]:
        odds = dict(self.bias)
        for feature in features.keys() & self.weights.keys():
            value = features[feature]
            for answer, weight in self.weights[feature].items():
                odds[answer] += weight * value
        return odds


class AskedWeights(BaseModel):
    """What tells the kind of a question, and what tells the part of each of its words."""

    model_config = ConfigDict(frozen=True)

    kinds: Answers
    parts: Answers
    common: frozenset[str]
    """Words that questions are made of, whatever the studio."""


@cache
def asked_weights() -> AskedWeights:
    return AskedWeights.model_validate_json((files(__package__) / "asked.json").read_text("utf-8"))


@dataclass(frozen=True)
class Part:
    """Words of a question that say one thing, and how sure that is (log odds above being none)."""

    name: str
    words: str
    sure: float


def read_asked(text: str, topic: str | None = None, *, alone: bool = True) -> Plan | None:
    """Return what to look up for a question, or what to ask back; None when it is not clear what is asked.

    `topic` is a name that was spoken of before: it is meant where a name is needed and none is said. A clause that does
    not stand `alone` may only say why the others are asked, so more is asked of it.
    """
    words = words_of(text)
    if not words or len(text) > _LONGEST:
        return None
    kind, sure = _kind(text, words)
    tool, _, choice = kind.partition("/")
    if kind in (NOTHING, SEVERAL, BRIEF) or sure < _least_sure(tool, alone=alone):
        return None
    parts = _parts_said(text, words, tool)
    if tool == "show_proposal" and len(named := [p.words for p in parts if p.name == "name"]) == 2:
        return Plan(tuple(Call(tool, (("proposal", name),)) for name in named))
    if tool == "project_overview" and period_in(text) and not parts:
        tool, choice = "find_projects", "delivery"  # "what do we deliver in January"
    if tool == "show_proposal" and _end_in(text) and not parts:
        tool, choice = "list_proposals", ""  # "our cheapest proposal"
    return _filled(tool, choice, text, parts, topic)


def read_together(text: str, topic: str | None = None) -> Plan | None:
    """Read one question that is put about several names or things, each with a call: "gaffer or grip, who is dearer".

    None where it is about one.
    """
    words = words_of(text)
    kind, sure = _kind(text, words, but=(NOTHING, SEVERAL, BRIEF))
    tool, _, choice = kind.partition("/")
    if len(text) > _LONGEST or sure < _LEAST_SURE or tool.startswith("propose_"):
        return None
    parts = [
        Part(part.name, said, part.sure)
        for part in parts_of(text, words, tool)
        for said in _JOINED.split(part.words)
        if not _names_nothing(said, None)
    ]
    main = next(iter(PARTS[tool]), NO_PART)
    codes = [Part("name" if "name" in PARTS[tool] else main, word.text, 0.0) for word in words if is_code(word.text)]
    if len(codes) > 1:
        parts = [*codes, *(part for part in parts if part.name != codes[0].name)]
    several = next((n for n in PARTS[tool] if len({p.words for p in parts if p.name == n}) > 1), None)
    if several is None:
        return None
    shared = [part for part in parts if part.name != several]
    plans = [_filled(tool, choice, text, [*shared, part], topic) for part in parts if part.name == several]
    calls = dict.fromkeys(call for plan in plans for call in plan.calls)
    return Plan(tuple(calls)) if calls else None


def _parts_said(text: str, words: Sequence[Word], tool: str) -> list[Part]:
    """The parts of a question, looked for again where the one that the tool is about seems to be missing."""
    missing, _ = NEEDED.get(tool, ("", ""))
    parts = parts_of(text, words, tool)
    main = next((n for n, a in PARTS[tool].items() if a == missing), next(iter(PARTS[tool]), None))
    if main and main not in {part.name for part in parts}:
        parts = parts_of(text, words, tool, likely={main: _LIKELY if missing else _LIKELIER})
    period = period_in(text)
    return [part for part in parts if not (part.name == "name" and _names_nothing(part.words, period))]


def _filled(tool: str, choice: str, text: str, parts: Sequence[Part], topic: str | None) -> Plan:
    """The call with its arguments, or the question for what it cannot do without."""
    missing, question = NEEDED.get(tool, ("", ""))
    arguments: dict[str, Argument] = _chosen(tool, choice, text)
    # A code says more than a name: of "Lumen on LUM-26-02" the project is meant.
    for part in sorted(parts, key=lambda part: (is_code(part.words), part.sure)):
        arguments[PARTS[tool][part.name]] = without_each(_thing(part.words)) if part.name == "thing" else part.words
    if tool == "search_quotes" and _WHOLE.fullmatch(str(arguments.get("what") or "total")):
        tool, arguments = "list_proposals", {"client_or_project": arguments.get("client_or_project")}
    if tool == "find_projects" and arguments.get("stage"):
        arguments["client"] = arguments.pop("query", None)
    if tool == "find_clients" and not arguments.get("query") and _THE_CONTACT.search(text):
        arguments["query"] = topic
    if missing in _NAMES and not arguments.get(missing):
        arguments[missing] = topic
    if missing and not arguments.get(missing):
        return Plan(say=question)
    if tool == "propose_stage_change" and not arguments["stage"]:
        return Plan(say=f"To which stage? A project moves through {', '.join(STAGES)}.")
    if tool == "propose_budget_line_change" and _ADDS.match(text):
        return added_line(arguments)
    if tool == "propose_budget_line_change" and not (arguments.keys() & {"rate", "quantity"}):
        return Plan(say="To which number should it change? Write it like `to 650`, or `to 4 days at 540`.")
    return Plan((Call(tool, tuple(arguments.items())),))


def _thing(words: str) -> str:
    return term(words) or words


def added_line(arguments: Mapping[str, Argument]) -> Plan:
    """The proposal of another budget line, or the question how many of it."""
    if not arguments.get("quantity"):
        return Plan(say=f"How many days or units of “{arguments.get('line')}” should be added?")
    given = {"project": arguments.get("project"), "what": arguments.get("line"), "quantity": arguments.get("quantity")}
    return Plan((Call("propose_budget_line", (*given.items(), ("rate", arguments.get("rate")))),))


def _least_sure(tool: str, *, alone: bool) -> float:
    if tool.startswith("propose_"):
        return _LEAST_SURE_TO_PROPOSE
    return _LEAST_SURE if alone else _LEAST_SURE_BESIDE


def asks_several(text: str) -> bool:
    """Whether a message asks for several things at once, so that each clause is to be read by itself."""
    return len(text) > _LONGEST or _kind(text, words_of(text))[0] == SEVERAL


def may_be_brief(text: str) -> bool:
    """Whether a message may be somebody's brief; a longer one always may."""
    return len(text) > _LONGEST or _kind(text, words_of(text))[0] in (BRIEF, SEVERAL, NOTHING)


def _chosen(tool: str, choice: str, text: str) -> dict[str, Argument]:
    """The arguments that a kind settles by itself."""
    if tool == "find_projects" and choice == "delivery":
        return {"order": choice, "due": period_in(text)}
    if tool == "list_proposals":
        return {"status": choice or None, "sort": _end_in(text)}
    if tool == "propose_budget_line_change":
        return line_figures(text)
    if tool == "propose_contact":
        return reached_at(text)
    if tool == "rate_card_lookup":
        return {"currency": currency_in(text)}
    if choice == "stage" or tool == "propose_stage_change":
        return {"stage": stage_in(text)}
    return {"status": choice} if choice else {}


def _end_in(text: str) -> str | None:
    return next((end for end, words in _ENDS if words.search(text)), None)


def _names_nothing(words: str, period: str | None) -> bool:
    """Whether words that stand where a name would are "the", "biggest" or "in January"."""
    small = words.lower().split()
    return (
        set(small) <= vocabulary().stop
        or any(end.fullmatch(words) for _, end in _ENDS)
        or (period is not None and set(small) <= set(period.lower().split()))
    )


def _kind(text: str, words: list[Word], *, but: Container[str] = ()) -> tuple[str, float]:
    """The likeliest kind of question `but` some, and its share of the odds."""
    features = question_features(text, words)
    orders = _QUESTION.match(text) is None
    odds = {
        kind: sure - _AGAINST.get(kind, 0.0)
        for kind, sure in asked_weights().kinds.odds(features).items()
        if kind not in but and (orders or not kind.startswith("propose_"))
    }
    best = max(odds, key=odds.__getitem__)
    return best, 1 / sum(math.exp(other - odds[best]) for other in odds.values())


def parts_of(text: str, words: Sequence[Word], tool: str, likely: Mapping[str, float] = NO_LIKING) -> list[Part]:
    """The parts of a question for a tool, in order: neighbouring words that are likeliest the same part.

    `likely` are log odds in favour of parts that ought to be somewhere.
    """
    weights, wanted = asked_weights(), {*PARTS[tool], NO_PART}
    runs: list[list[tuple[str, float, Word]]] = []
    best = NO_PART
    for at, word in enumerate(words):
        seen = weights.parts.odds(word_features(list(words), at, tool, best, weights.common))
        odds = {name: sure + likely.get(name, 0.0) for name, sure in seen.items() if name in wanted}
        best = max(odds, key=odds.__getitem__)
        if best == NO_PART:
            continue
        last = runs[-1][-1] if runs else None
        follows = last is not None and _BETWEEN.fullmatch(text, last[2].end, word.start)
        if last and follows and word.start - last[2].end == 1 and last[2].text[0].isupper() and word.text[0].isupper():
            best = last[0]  # "Home Light" is one name, whatever a light may be elsewhere
        said = (best, max(0.0, odds[best] - odds[NO_PART]), word)
        if last and follows and last[0] == best:
            runs[-1].append(said)
        else:
            runs.append([said])
    return [Part(run[0][0], _said(text, [word for _, _, word in run]), sum(sure for _, sure, _ in run)) for run in runs]


def _said(text: str, words: Sequence[Word]) -> str:
    """The words as written, a code by itself and without what makes a name a possessive."""
    code = next((word.text for word in words if is_code(word.text)), None)
    return code or re.sub(r"['’]s$", "", text[words[0].start : words[-1].end])
