"""The demo studio's script: who is there and what happened, read from `data/` and checked before anything is played."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

from store.proposals.facts import BriefFacts, BriefReading, Frozen, OpenQuestion, Quote


class StudioLine(Frozen):
    name: str
    home_currency: str
    home_country: str
    home_city: str
    time_zone: str
    email_domains: tuple[str, ...]
    legal_name: str
    address: str
    email: str
    phone: str
    website: str
    tax_number: str
    accent_colour: str


class UserLine(Frozen):
    """Someone who can sign in. Without `all_projects`, `projects` (codes) are the ones seen."""

    key: str
    name: str
    role: str
    all_projects: bool = False
    projects: tuple[str, ...] = ()


class ContactLine(Frozen):
    key: str
    name: str
    title: str | None = None
    email: str | None = None
    phone: str | None = None


class ClientLine(Frozen):
    key: str
    name: str
    country: str
    email_domain: str
    contacts: tuple[ContactLine, ...]


class CrewLines(Frozen):
    """Each of `people` is a name, a job, a department, a home city, and a day rate in whole units of `currency`."""

    effective_on: date
    currency: str
    people: tuple[tuple[str, str, str, str, int], ...]


class StudioScript(Frozen):
    password: str
    studio: StudioLine
    users: tuple[UserLine, ...]
    clients: tuple[ClientLine, ...]
    crew: CrewLines

    def email(self, user: UserLine) -> str:
        return f"{user.key.replace('_', '-')}@{self.studio.email_domains[0]}"

    def client(self, key: str) -> ClientLine:
        return next(client for client in self.clients if client.key == key)


class OfferLine(Frozen):
    """What became of the offer, and when; `working_budget` is kept beside it and still open."""

    sent_on: date
    answer: Literal["accepted", "declined"] | None = None
    answered_on: date | None = None
    signed_on: date | None = None
    working_budget: bool = False


class StageLine(Frozen):
    """A stage the job went into: on which day, what was confirmed for it, and the call sheet where there was one."""

    stage: Literal["pre_production", "production", "post_production", "delivery", "closeout"]
    on: date
    confirm: tuple[str, ...] = ()
    call_sheet: str | None = None


class JobScript(Frozen):
    """One job, from its brief on. `quotes` are the brief's words behind each fact; a `pending` one is undecided."""

    code: str
    name: str
    client: str
    contact: str
    currency: str
    summary: str
    starts_on: date | None = None
    delivery_on: date | None = None
    received_on: date
    status: Literal["active", "lost"] = "active"
    pending: bool = False
    filename: str
    brief: str
    facts: BriefFacts
    quotes: dict[str, tuple[str, ...]]
    questions: tuple[OpenQuestion, ...] = ()
    offer: OfferLine | None = None
    stages: tuple[StageLine, ...] = ()

    def id_of(self, prefix: str) -> str:
        """Return the fixed id of one of the job's rows, such as `prj_demo_lum2601`."""
        return f"{prefix}_demo_{self.code.replace('-', '').lower()}"

    def reading(self, document_id: str) -> BriefReading:
        """Return the brief as the copilot would have read it. Raises `ValueError` for a quote that it does not hold."""
        evidence = {
            field: tuple(
                Quote(source=document_id, quote=words, start=(at := self.brief.index(words)), end=at + len(words))
                for words in quotes
            )
            for field, quotes in self.quotes.items()
        }
        return BriefReading(facts=self.facts, evidence=evidence, open_questions=self.questions, language="en")


@cache
def load_studio() -> StudioScript:
    return StudioScript.model_validate(tomllib.loads(_read(_data().joinpath("studio.toml"))))


def load_logo() -> bytes:
    """Return the demo studio's logo, an SVG."""
    return _data().joinpath("logo.svg").read_bytes()


@cache
def load_jobs() -> tuple[JobScript, ...]:
    """Return the jobs in the order of their files."""
    files = sorted(_data().joinpath("jobs").iterdir(), key=lambda file: file.name)
    return tuple(JobScript.model_validate(tomllib.loads(_read(file))) for file in files if file.name.endswith(".toml"))


def _data() -> Traversable:
    return resources.files("store.demo").joinpath("data")


def _read(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")
