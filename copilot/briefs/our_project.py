"""A brief that names a project of ours by its code: it is for that project's client, and may change its offer.

Whatever the brief says, only an active project that its reader may see is meant, and whoever decides is told of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.briefs.facts.letter.renewed import rest_stands
from copilot.briefs.facts.words import cue, folded
from store.kernel.actor import Actor
from store.kernel.database import Session
from store.projects.queries import ProjectSummary, list_projects
from store.proposals.facts import BriefReading, BriefWarning, OpenQuestion, Quote

_CODE = re.compile(r"(?<![\w-])[A-Za-z0-9]{2,16}(?:-[A-Za-z0-9]{2,8}){0,3}-\d{2,3}(?![\w-])")
_REVISED = re.compile(
    r"\b(?:revis\w+|updat\w+|amend\w+|chang\w+|new version|uberarbeitet\w*|geander\w+|anderung\w*|aktualisier\w+|"
    r"neue fassung|modifi\w+|actualis\w+|mis a jour|nouvelle version|actualiz\w+|cambi\w+|nueva version|"
    r"gewijzigd\w*|wijziging\w*|aangepast\w*|nieuwe versie|andra\w*|uppdater\w+|ny version|aendr\w+|endr\w+|"
    r"opdater\w+|oppdater\w+|aggiorna\w+|nuova versione|alter\w+|atualiz\w+|nova versao)\b"
)
"""Words that say of a project that its brief is another now."""
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Named:
    """The project that a brief names, the words that do, and whether the brief changes what was offered for it."""

    summary: ProjectSummary
    quote: Quote
    revises: bool


def project_named(session: Session, actor: Actor, text: str, source_id: str) -> Named | None:
    """Return the one active project whose code stands in a brief's text; None where it names two, or none."""
    said = {code[0].upper(): code for code in reversed(list(_CODE.finditer(text)))}
    known = {one.project.code: one for one in list_projects(session, actor, status="active")} if said else {}
    named = [code for code in said if code in known]
    if len(named) != 1:
        return None
    at, low = said[named[0]], folded(text)
    around = low[max(0, at.start() - _NEAR) : at.end() + _NEAR]
    stands = rest_stands().search(low) or cue("unchanged").search(low)
    quote = Quote(source=source_id, quote=at[0], start=at.start(), end=at.end())
    return Named(known[named[0]], quote, bool(stands or _REVISED.search(around)))


def about_project(reading: BriefReading, named: Named) -> BriefReading:
    """Return the reading with the project's client as the client, and what whoever decides should know and do."""
    project, client = named.summary.project, named.summary.client
    stated = reading.facts.client
    differs = f" The brief itself gives {stated} as the client." if stated not in (None, client) else ""
    means = (
        "it is filed as a further version of that project's offer. What the brief leaves as it was is not carried "
        "over: compare it with the version before, and complete it, before you greenlight."
        if named.revises
        else "it is filed as a new project of that client. If it changes that project instead, reject this and revise "
        f"its offer (`greenlight proposal revise {project.code}`)."
    )
    message = f"The brief names {project.code} ({project.name}, {client}): {means}{differs}"
    questions = [asked for asked in reading.open_questions if asked.field != "client"]
    if named.revises:
        asked = f"Your brief changes {project.code}: does all that it does not mention stay as in our last offer?"
        questions.insert(0, OpenQuestion(field="title", question=asked))
    return reading.model_copy(
        update={
            "facts": reading.facts.model_copy(update={"client": client}),
            "evidence": {**reading.evidence, "client": (named.quote,)},
            "open_questions": tuple(questions),
            "warnings": (*reading.warnings, BriefWarning(code="names_project", message=message, quotes=(named.quote,))),
        }
    )
