"""From the names people use to rows: slips of the pen are forgiven, doubt is asked back, nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar

from rapidfuzz import fuzz, utils

from store.kernel.errors import Invalid, NotFound
from store.projects.queries import (
    ProjectSummary,
    find_clients,
    get_project,
    list_clients,
    list_projects,
    projects_like,
)
from store.projects.tables import Client
from tools.context import Desk

Candidate = TypeVar("Candidate")

_MOST_CHOICES = 6
_SAME_WORD = 80  # similarity (0–100) below which a word is another word: "lummen" is Lumen, "halt" is not Halo


def the_project(desk: Desk, words: str) -> ProjectSummary:
    """Return the one project that `words` mean, and note that the run works on it.

    Raises `NotFound`, `Invalid` (`ambiguous`) naming the candidates, `Forbidden` in a tainted run for another project.
    """
    summary = _only(words, _meant(desk, words))
    desk.context.enter_project(summary.project.id)
    return summary


def projects_meant(desk: Desk, words: str) -> list[ProjectSummary]:
    """Return every project that `words` mean by code, name or client, and note that the run works on them.

    Raises as `the_project` does, but never for being several.
    """
    found = _meant(desk, words)
    if not found:
        raise NotFound(f"A project or client called “{words}”")
    for summary in found:
        desk.context.enter_project(summary.project.id)
    return found


def the_client(desk: Desk, words: str) -> Client:
    """Return the one client that `words` mean. Raises `NotFound` or `Invalid` (`ambiguous`)."""
    found = find_clients(desk.session, desk.actor, words)
    found = found or [c for c in list_clients(desk.session, desk.actor) if _slip(words, c.name)]
    exact = [client for client in found if client.name.casefold() == words.casefold()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise NotFound(f"A client called “{words}”")
    raise ambiguous(words, [client.name for client in found])


def ambiguous(words: str, choices: Sequence[str]) -> Invalid:
    """Return the question back: which of `choices` is meant by `words`."""
    named = "; ".join(choices[:_MOST_CHOICES]) + ("; …" if len(choices) > _MOST_CHOICES else "")
    return Invalid(f"“{words}” could be: {named}. Which one do you mean?", "ambiguous")


def best_fit(words: str, named: Sequence[tuple[Candidate, str]]) -> list[Candidate]:
    """Return the candidates, each given with its names, that most of the `words` said fit; all of them when equal."""
    said = utils.default_process(words).split()

    def fitting(name: str) -> int:
        known = utils.default_process(name).split()
        return sum(any(fuzz.ratio(word, other) >= _SAME_WORD for other in known) for word in said)

    counts = [fitting(name) for _, name in named]
    most = max(counts, default=0)
    return [candidate for (candidate, _), count in zip(named, counts, strict=True) if count == most]


def describe(summary: ProjectSummary) -> str:
    return f"{summary.project.name} ({summary.project.code}, {summary.client})"


def _meant(desk: Desk, words: str) -> list[ProjectSummary]:
    """Return the project of this code or id; else those meant by whole names; else those that it is a slip of."""
    if any(character.isdigit() for character in words):  # most likely a code or an id: one row will do
        with suppress(NotFound):
            return [get_project(desk.session, desk.actor, words.strip())]
    every = list_projects(desk.session, desk.actor)
    named = words.strip()
    if exactly := [s for s in every if named.upper() == s.project.code or named == s.project.id]:
        return exactly
    if found := projects_like(words, every):
        return best_fit(words, [(s, f"{s.project.code} {s.project.name} {s.client}") for s in found])
    return [s for s in every if _slip(words, f"{s.project.code} {s.project.name} {s.client}")]


def _slip(words: str, name: str) -> bool:
    said, known = utils.default_process(words).split(), utils.default_process(name).split()
    return bool(said) and all(any(fuzz.ratio(word, other) >= _SAME_WORD for other in known) for word in said)


def _only(words: str, found: list[ProjectSummary]) -> ProjectSummary:
    exact = [summary for summary in found if summary.project.name.casefold() == words.casefold()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise NotFound(f"A project called “{words}”")
    raise ambiguous(words, [describe(summary) for summary in found])
