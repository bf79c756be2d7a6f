"""Two readings made one: what an older message says, with all that a newer one says in its place.

The newer message wins where it says something. Of what a mail brings along (a file, a mail passed on), the brief itself
tells whose film it is, what it is called, what it is for and whom to answer: words of a cover note only seem to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from copilot.briefs.facts.letter.renewed import taken_back
from copilot.briefs.facts.named_anew import cast_with, supplied_with
from copilot.briefs.facts.pieces.changed import with_changes, without_struck, words_kept
from copilot.briefs.facts.pieces.recounted import recounted
from copilot.briefs.facts.questions import MAIN_SHAPE, WHICH_PIECES, has_no_master, piece_questions
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.numbers import find_numbers
from store.proposals.facts import BriefFacts, BriefReading, BriefWarning, Contact, OpenQuestion, Quote

_OF_THE_BRIEF = ("client", "title", "contact", "objective")
_OF_ANY_MESSAGE = ("nothing_found", "hidden_text", "injected_instruction")
"""What is found in the whole text, whichever message is read."""
_NONE = (None, ())


def updated(older: BriefReading, newer: BriefReading, words: str, *, enclosed: bool) -> BriefReading:
    """The older message's facts with those of the newer one, whose own words are `words`.

    `enclosed`: the newer one brings the older along.
    """
    old, language = older.facts, newer.language or older.language or "en"
    new = newer.facts.model_copy(update={"locations": _places(newer.facts)})
    said = {name: value for name in BriefFacts.model_fields if (value := getattr(new, name)) not in _NONE}
    if enclosed:
        said = {name: v for name, v in said.items() if name not in _OF_THE_BRIEF or getattr(old, name) in _NONE}
    if "budget_max" in said or "budget_min" in said:
        said |= {name: getattr(new, name) for name in ("budget_min", "budget_max")}
    said |= _days(old, new, words, language)
    pieces = recounted(
        with_changes(old.deliverables, words, language),
        without_struck(new.deliverables, words, language),
        words_kept(words),
        language,
    )
    extras = tuple(dict.fromkeys((*old.extras, *new.extras)))
    cast, supplied = cast_with(older, newer, words), supplied_with(older, newer, words)
    if "contact" in said:
        said["contact"] = _same_person(old.contact, new.contact)
    joined = {"deliverables": pieces, "extras": extras, "cast": cast.value, "supplied": supplied.value}
    facts = old.model_copy(update={**said, **joined})
    evidence = {**older.evidence, **{name: quotes for name, quotes in newer.evidence.items() if name in said}}
    evidence["shoot_days"] = next(filter(None, _words_for_days(older, newer)), ())
    for name in ("deliverables", "extras"):
        evidence[name] = (*newer.evidence.get(name, ()), *older.evidence.get(name, ()))
    evidence |= {"cast": cast.quotes, "supplied": supplied.quotes}
    return BriefReading(
        facts=facts,
        evidence={name: quotes for name, quotes in evidence.items() if quotes and getattr(facts, name) not in _NONE},
        open_questions=tuple(dict.fromkeys(_questions(older, newer, facts, frozenset(said)))),
        warnings=tuple(_warnings(older, newer, facts, frozenset(said))),
        language=newer.language,
    )


def _places(new: BriefFacts) -> tuple[str, ...]:
    """Where to film by a short message, in which who signs it may stand alone like a town."""
    signed = folded((new.contact and new.contact.name) or "").split()
    return tuple(place for place in new.locations if not set(folded(place).split()) <= set(signed))


def _days(old: BriefFacts, new: BriefFacts, words: str, language: str) -> dict[str, Any]:
    """The days of the shoot: those named anew beside the ones that stay, and as many as there are of them."""
    said: dict[str, Any] = {}
    days = new.shoot_days
    if new.shoot_dates:
        fallen = _fallen(old.shoot_dates, words, language)
        stay = set(old.shoot_dates) - fallen if fallen else set()
        said["shoot_dates"] = tuple(sorted({*stay, *new.shoot_dates}))
        said["shoot_window"] = None  # days settle what a stretch left open
        if days in (None, len(new.shoot_dates)) and old.shoot_days in (None, len(old.shoot_dates)):
            days = Decimal(len(said["shoot_dates"]))
    days = _other_number(old.shoot_days, words, language) or days
    return {**said, "shoot_days": days} if days is not None else said


def _words_for_days(older: BriefReading, newer: BriefReading) -> Iterator[tuple[Quote, ...]]:
    for reading, name in ((newer, "shoot_days"), (newer, "shoot_dates"), (older, "shoot_days"), (older, "shoot_dates")):
        yield reading.evidence.get(name, ())


def _fallen(dates: tuple[date, ...], words: str, language: str) -> set[date]:
    """Those of the older days that the newer message takes back: "not the 11th"."""
    phrases = [words[a:b] for a, b in taken_back(words, language)]
    numbers = {int(number) for phrase in phrases for number in re.findall(r"\d{1,2}", phrase)}
    return {day for day in dates if day.day in numbers}


def _other_number(days: Decimal | None, words: str, language: str) -> Decimal | None:
    """The one other number in a sentence that names days of the shoot and how many there were: "2 instead of 3"."""
    for sentence in re.split(r"[.!?;]+(?=\s|$)", words):
        if days is not None and cue("shoot_days").search(folded(sentence)):
            numbers = [number.value for number in find_numbers(sentence, language)]
            if len(numbers) == 2 and days in numbers:
                return next((Decimal(number) for number in numbers if number != days), None)
    return None


def _same_person(older: Contact | None, newer: Contact | None) -> Contact | None:
    """A first name under a reply is the person who signed in full before; anyone else takes their place."""
    if older is None or newer is None:
        return newer or older
    if newer.name and (older.name or "").split()[:1] != newer.name.split()[:1]:
        return newer
    longer = max(older.name or "", newer.name or "", key=len) or None
    return Contact(name=longer, email=newer.email or older.email, phone=newer.phone or older.phone)


def _questions(
    older: BriefReading, newer: BriefReading, facts: BriefFacts, said: frozenset[str]
) -> Iterator[OpenQuestion]:
    """What the older message leaves open and the newer does not settle, and what that opens anew."""
    of_pieces = {*piece_questions(older.facts), *piece_questions(newer.facts), MAIN_SHAPE}
    yield from (q for q in older.open_questions if q.field not in said and not _is_settled(q, facts, of_pieces))
    asked = [q for q in newer.open_questions if q.field in said or getattr(facts, q.field, None) in _NONE]
    yield from (q for q in asked if q not in of_pieces)
    yield from piece_questions(facts)
    if has_no_master(facts) and MAIN_SHAPE in (*older.open_questions, *asked):
        yield MAIN_SHAPE


def _is_settled(question: OpenQuestion, facts: BriefFacts, of_pieces: set[OpenQuestion]) -> bool:
    """Whether a question about the older message's pieces is answered by the pieces that there are now."""
    return bool(facts.deliverables) and (question in of_pieces or question.question == WHICH_PIECES)


def _warnings(
    older: BriefReading, newer: BriefReading, facts: BriefFacts, said: frozenset[str]
) -> Iterator[BriefWarning]:
    """Those of the newer message, and of the older those that rest on nothing that was told anew."""
    settled = {quote for name in said for quote in older.evidence.get(name, ())}
    last, due = max(facts.shoot_dates, default=None), facts.delivery_on
    for warning in newer.warnings:
        if warning.code == "delivery_before_shoot" and not (last and due and due < last):
            continue
        if warning.code != "nothing_found":
            yield warning
    for warning in older.warnings:
        if warning.code not in _OF_ANY_MESSAGE and settled.isdisjoint(warning.quotes):
            yield warning
