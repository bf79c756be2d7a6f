"""What the brief leaves open, as one would ask the client."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue
from store.proposals.facts import BriefFacts, OpenQuestion

WHICH_PIECES = "Which pieces do you need: how many, how long, and in which formats?"
MAIN_SHAPE = OpenQuestion(
    field="deliverables",
    question="You ask for versions in another shape: in which aspect ratio do you need the main films themselves? "
    "Until we know, our price counts the shapes that you name and no other.",
)
_MISSING: tuple[tuple[str, str], ...] = (
    ("client", "Which brand or company is this for?"),
    ("deliverables", WHICH_PIECES),
    ("delivery_on", "When do you need the final files?"),
    ("budget_max", "What budget do you have in mind for the production?"),
    ("usage", "Where will the work run, in which countries and for how long?"),
    ("shoot_days", "How many shoot days do you expect, or should we propose?"),
    ("locations", "Where should we shoot, and do you already have locations?"),
    ("revision_rounds", "How many rounds of changes should the price include?"),
    ("contact", "Who is our contact for questions and approvals?"),
)
_OPEN_TOPICS = {
    "client": "client",
    "deliverables": "deliverables",
    "delivery": "delivery_on",
    "budget": "budget_max",
    "usage": "usage",
    "shoot": "shoot_days",
    "locations": "locations",
    "revisions": "revision_rounds",
    "contact": "contact",
    "languages": "languages",
    "territory": "usage",
    "term": "usage",
    "ratios": "deliverables",
    "length": "deliverables",
    "title": "title",
}
_VERSIONS_OF = re.compile(
    r"\b(?:vertical|upright|square|9:16|1:1|4:5|hochkant\w*|vertikale?n?|quadratische?n?|verticale|vierkante|staende|"
    r"kvadratiska|lodrette|kvadratiske)[ -]?(?:versions?|cuts?|edits?|fassung\w*|version\w*|versies?|varianten?)\b|"
    r"\b(?:versions?|versiones|versioni|versoes) (?:vertica\w+|carrees?|cuadradas?|quadrat[ei]|quadradas?)\b"
)
_OTHER_SHAPES = frozenset(("9:16", "1:1", "4:5"))
_NO_SHOOT = frozenset(("animation",))


def questions_for(facts: BriefFacts, zones: Zones) -> tuple[OpenQuestion, ...]:
    """One question per important fact that is missing, per point the brief itself calls open, and per vague piece."""
    asked = dict(_missing(facts))
    for unit in zones.units:
        field = _OPEN_TOPICS.get(unit.topic or "")
        m = cue("open").search(unit.low)
        if field and m and m[0] != "?" and field not in asked:
            asked[field] = f"You wrote “{unit.text.strip()}” about this: could you tell us once it is settled?"
        elif field and m and re.search(r"\bt\.?b\.?[cd]\b", unit.low):
            asked[field] = f"{asked[field]} (The brief says “{unit.text.strip()}”.)"
    questions = [OpenQuestion(field=field, question=question) for field, question in asked.items()]
    questions += piece_questions(facts)
    if has_no_master(facts) and any(_VERSIONS_OF.search(unit.low) for unit in zones.units if not unit.aside):
        questions.append(MAIN_SHAPE)
    if facts.shoot_window is not None:
        questions.append(OpenQuestion(field="shoot_dates", question="On which days in that time should we shoot?"))
    if facts.usage is not None and facts.usage.term is None:
        questions.append(OpenQuestion(field="usage", question="For how long will the work run: months, or no limit?"))
    if facts.budget_max is not None and facts.tax_included is None:
        questions.append(OpenQuestion(field="tax_included", question="Does your budget include VAT?"))
    return tuple(questions)


def has_no_master(facts: BriefFacts) -> bool:
    """Whether no film is wanted in more shapes than one, and none in a wide one: a version needs something to be of."""
    shapes = [piece.aspect_ratios for piece in facts.deliverables if piece.aspect_ratios and piece.kind != "stills"]
    return bool(shapes) and all(len(ratios) == 1 and ratios[0] in _OTHER_SHAPES for ratios in shapes)


def piece_questions(facts: BriefFacts) -> list[OpenQuestion]:
    """What is not said of the pieces that are named."""
    questions: list[str] = []
    for piece in (p for p in facts.deliverables if p.kind != "stills"):
        if piece.duration_seconds is None:
            questions.append(f"How long should the {piece.name} be?")
        if not piece.aspect_ratios:
            questions.append(f"In which aspect ratios do you need the {piece.name}?")
    return [OpenQuestion(field="deliverables", question=question) for question in questions]


def _missing(facts: BriefFacts) -> list[tuple[str, str]]:
    only_animation = bool(facts.deliverables) and all(d.kind in _NO_SHOOT for d in facts.deliverables)
    out = []
    for field, question in _MISSING:
        if only_animation and field in ("shoot_days", "locations"):
            continue
        if field == "budget_max" and facts.budget_min is not None:
            continue
        if getattr(facts, field) in (None, ()):
            out.append((field, question))
    return out
