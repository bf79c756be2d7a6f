"""A model reads a brief in quarantine: it has no tools, and all that leaves is typed values whose words were found.

A value whose quote does not stand in the brief is dropped and becomes an open question. An amount or a date must
also be what our own grammar reads in those words: a model never writes a figure. Warnings (hidden text, injected
instructions, contradictions) are those of rules mode, which no text can talk out of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from langchain_core.exceptions import LangChainException
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage
from pydantic import BaseModel, ConfigDict, Field

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import completed
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.language import detect_language
from copilot.briefs.grammar.money import find_money
from copilot.briefs.reading import BriefReader
from copilot.briefs.worker import read_within_limits
from copilot.models.failures import ModelFailure, explain
from prompts.load import load_prompt
from store.kernel.errors import DomainError
from store.proposals.facts import (
    SELDOM_SAID,
    Amount,
    BriefFacts,
    BriefReading,
    Contact,
    Deliverable,
    OpenQuestion,
    Quote,
    Usage,
)


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Text(_Form):
    value: str
    quote: str


class Number(_Form):
    value: Decimal
    quote: str


class Flag(_Form):
    value: bool
    quote: str


class Day(_Form):
    value: date
    quote: str


class Sum(_Form):
    minor: int
    currency: str = Field(pattern="^[A-Z]{3}$")
    quote: str


class Piece(_Form):
    name: str
    kind: str
    quantity: int = Field(ge=1)
    duration_seconds: int | None = None
    aspect_ratios: list[str] = []
    quote: str


class Person(_Form):
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    quote: str


class Licence(_Form):
    media: list[str] = []
    territory: str | None = None
    months: int | None = None
    perpetual: bool = False
    quote: str


class BriefForm(_Form):
    """What the brief says, each answer with the words it rests on."""

    client: Text | None = None
    title: Text | None = None
    contact: Person | None = None
    objective: Text | None = None
    deliverables: list[Piece] = []
    shoot_days: Number | None = None
    shoot_dates: list[Day] = []
    locations: list[Text] = []
    delivery_on: Day | None = None
    budget_min: Sum | None = None
    budget_max: Sum | None = None
    tax_included: Flag | None = None
    revision_rounds: Number | None = None
    usage: Licence | None = None
    languages: list[Text] = []


def model_reader(model: BaseChatModel) -> BriefReader:
    """Return a reader that asks `model`. It raises `DomainError` (`model_failed`) when the model gives no form."""
    # Calling a function is what every compatible endpoint can do; strict schemas are not.
    structured = model.with_structured_output(BriefForm, method="function_calling")

    def read(source: BriefSource) -> BriefReading:
        prompt = load_prompt("brief_extraction").render(received_on=source.received_on.isoformat())
        try:
            form = structured.invoke([SystemMessage(prompt), HumanMessage(_enclosed(source))])
        except _model_errors() as error:
            failure = explain(error) or ModelFailure("malformed")
            raise DomainError("model_failed", failure.message) from error
        if not isinstance(form, BriefForm):
            raise DomainError("model_failed", ModelFailure("empty").message)
        return settle(source, form)

    return read


def settle(source: BriefSource, form: BriefForm) -> BriefReading:
    """Return what of a model's form stands up: every quote found, every figure read again by our own grammar."""
    rules = read_within_limits(source)
    check = _Check(source, rules.language or detect_language(source.text))
    facts = BriefFacts(
        client=check.text("client", form.client),
        title=check.text("title", form.title),
        contact=check.contact(form.contact),
        objective=check.text("objective", form.objective),
        deliverables=tuple(_piece(piece) for piece in form.deliverables if check.stands("deliverables", piece.quote)),
        shoot_days=check.number("shoot_days", form.shoot_days),
        shoot_dates=tuple(day.value for day in form.shoot_dates if check.day("shoot_dates", day) is not None),
        locations=tuple(place.value for place in form.locations if check.stands("locations", place.quote)),
        delivery_on=check.day("delivery_on", form.delivery_on),
        budget_min=check.amount("budget_min", form.budget_min),
        budget_max=check.amount("budget_max", form.budget_max),
        tax_included=form.tax_included.value
        if form.tax_included and check.stands("tax_included", form.tax_included.quote)
        else None,
        revision_rounds=check.whole("revision_rounds", form.revision_rounds),
        usage=Usage(
            media=tuple(form.usage.media),
            territory=form.usage.territory,
            months=form.usage.months,
            perpetual=form.usage.perpetual and form.usage.months is None,
        )
        if form.usage and check.stands("usage", form.usage.quote)
        else None,
        languages=tuple(language.value for language in form.languages if check.stands("languages", language.quote)),
    )
    for name in SELDOM_SAID:
        if (value := getattr(rules.facts, name)) and not (name == "shoot_window" and facts.shoot_dates):
            facts = facts.model_copy(update={name: value})
            check.evidence[name] = list(rules.evidence[name])
    stated = set(check.evidence)
    questions = [question for question in rules.open_questions if question.field not in stated]
    asked = {question.field for question in questions}
    questions += [question for question in check.dropped if question.field not in asked | stated]
    reading = BriefReading(
        facts=facts,
        evidence={field: tuple(quotes) for field, quotes in check.evidence.items()},
        open_questions=tuple(questions),
        warnings=rules.warnings,
        language=rules.language,
    )
    return completed(reading, source)


class _Check:
    """Finds each quote in the brief and keeps it as evidence; what is not found becomes a question."""

    def __init__(self, source: BriefSource, language: str) -> None:
        self.source, self.language = source, language
        self.evidence: dict[str, list[Quote]] = {}
        self.dropped: list[OpenQuestion] = []

    def stands(self, field: str, quote: str) -> bool:
        found = locate(self.source.text, quote)
        if found is None:
            self._drop(field)
            return False
        start, end = found
        self.evidence.setdefault(field, []).append(
            Quote(source=self.source.source_id, quote=self.source.text[start:end], start=start, end=end)
        )
        return True

    def text(self, field: str, stated: Text | None) -> str | None:
        return stated.value if stated and self.stands(field, stated.quote) else None

    def number(self, field: str, stated: Number | None) -> Decimal | None:
        return stated.value if stated and self.stands(field, stated.quote) else None

    def whole(self, field: str, stated: Number | None) -> int | None:
        number = self.number(field, stated)
        return int(number) if number is not None and number == int(number) else None

    def contact(self, stated: Person | None) -> Contact | None:
        """A name, an address or a number that does not stand in the brief itself is left out."""
        if stated is None or not self.stands("contact", stated.quote):
            return None
        known = (self.source.text, self.source.sender_name or "", self.source.sender_email or "")

        def said(value: str | None) -> str | None:
            return value if value and any(value.casefold() in text.casefold() for text in known) else None

        return Contact(name=said(stated.name), email=said(stated.email), phone=said(stated.phone))

    def amount(self, field: str, stated: Sum | None) -> Amount | None:
        if stated is None:
            return None
        read = find_money(stated.quote, self.language, self.source.home_currency)
        amounts = {(a.minor, a.currency) for found in read for a in (found.value.low, found.value.high) if a}
        if (stated.minor, stated.currency) not in amounts:
            self._drop(field)
            return None
        return Amount(minor=stated.minor, currency=stated.currency) if self.stands(field, stated.quote) else None

    def day(self, field: str, stated: Day | None) -> date | None:
        if stated is None:
            return None
        read = find_dates(stated.quote, self.language, self.source.received_on)
        days = set(_days(found.value.start for found in read)) | set(_days(found.value.end for found in read))
        days |= {day for found in read for day in found.value.days}
        if stated.value not in days:
            self._drop(field)
            return None
        return stated.value if self.stands(field, stated.quote) else None

    def _drop(self, field: str) -> None:
        words = field.replace("_", " ")
        self.dropped.append(
            OpenQuestion(field=field, question=f"Could you confirm the {words}? We could not read it for certain.")
        )


def locate(text: str, quote: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text, however its spaces and line ends differ; None when it does not."""
    words = quote.split()
    if not words:
        return None
    match = re.search(r"\s+".join(re.escape(word) for word in words), text, re.IGNORECASE)
    return match.span() if match else None


def _piece(piece: Piece) -> Deliverable:
    return Deliverable(
        name=piece.name,
        kind=piece.kind,
        quantity=piece.quantity,
        duration_seconds=piece.duration_seconds or None,
        aspect_ratios=tuple(piece.aspect_ratios),
    )


def _days(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day is not None]


def _enclosed(source: BriefSource) -> str:
    about = f"Subject: {source.subject}\n" if source.subject else ""
    return f"{about}<brief>\n{source.text}\n</brief>"


def _model_errors() -> tuple[type[Exception], ...]:
    """What a model's client raises, or its answer when it is no form; imports no client that nobody uses."""
    openai = sys.modules.get("openai")
    return (ValueError, LangChainException, *((openai.OpenAIError,) if openai else ()))
