"""From the names people use to rows: slips of the pen are forgiven, doubt is asked back, nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Literal, TypeVar

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
from tools.codes import change_set_code_in, code_in, is_same_code
from tools.context import Desk
from tools.waiting import require_not_proposed

Candidate = TypeVar("Candidate")
Kind = Literal["project", "client", "project or client"]

_MOST_CHOICES = 6
_SLIP = 85  # similarity (0–100) below which what a name begins with is another name: "lummen" is Lumen
_NEAR = 80  # below which nobody is asked whether they meant a word: "halt" is not Halo


def the_project(desk: Desk, words: str, *, what: str | None = None) -> ProjectSummary:
    """Return the one project that `words` mean, and note that the run works on it; `what` is asked about it.

    Raises `NotFound` as `unknown` does, `Invalid` (`ambiguous`) naming the candidates, `Forbidden` in a tainted run for
    another project.
    """
    found = named(desk, words)
    if not found:
        raise unknown(desk, "project", words, what=what)
    summary = _only(words, found)
    desk.context.enter_project(summary.project.id)
    return summary


def projects_meant(desk: Desk, words: str, *, what: str | None = None) -> list[ProjectSummary]:
    """Return every project that `words` mean by code, name or client, and note that the run works on them.

    Raises as `the_project` does, but never for being several.
    """
    return entered(desk, words, named(desk, words), what=what)


def entered(desk: Desk, words: str, found: list[ProjectSummary], *, what: str | None = None) -> list[ProjectSummary]:
    """Return `found`, the projects that `words` name, once the run has entered them; raises as `projects_meant`."""
    if not found:
        raise unknown(desk, "project or client", words, what=what)
    for summary in found:
        desk.context.enter_project(summary.project.id)
    return found


def named(desk: Desk, words: str) -> list[ProjectSummary]:
    """Return the project of this code or id; else those meant by whole names; else those that it is a slip of.

    A code that is typed is that project or none. None is no refusal, and the run enters none: see `projects_meant`.
    """
    said = words.strip()
    if any(character.isdigit() for character in said):  # most likely a code or an id: one row will do
        with suppress(NotFound):
            return [get_project(desk.session, desk.actor, said)]
    every = list_projects(desk.session, desk.actor)
    if code := code_in(said):
        held = [s for s in every if is_same_code(code, s.project.code)]
        return held or [s for s in every if code.casefold() in s.project.name.casefold()]  # "Apollo-11" is a name
    if exactly := [s for s in every if said.upper() == s.project.code or said == s.project.id]:
        return exactly
    if found := projects_like(words, every):
        return best_fit(words, [(s, _names(s)) for s in found])
    return [s for s in every if _begins_like(words, s.project.name) or _begins_like(words, s.client)]


def is_named(desk: Desk, words: str) -> bool:
    """Whether `words` are surely a name: a code, or what a project's or a client's name begins with."""
    said = utils.default_process(words)
    return bool(said) and any(
        f"{utils.default_process(name)} ".startswith(f"{said} ")
        for summary in list_projects(desk.session, desk.actor)
        for name in (summary.project.code, summary.project.name, summary.client)
    )


def the_client(desk: Desk, words: str) -> Client:
    """Return the one client that `words` mean. Raises `NotFound` or `Invalid` (`ambiguous`)."""
    found = find_clients(desk.session, desk.actor, words)
    found = found or [c for c in list_clients(desk.session, desk.actor) if _begins_like(words, c.name)]
    exact = [client for client in found if client.name.casefold() == words.casefold()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise unknown(desk, "client", words)
    raise ambiguous(words, [client.name for client in found])


def unknown(desk: Desk, kind: Kind, words: str, *, what: str | None = None) -> NotFound:
    """Return the refusal of a name that nobody has, with names near it as a question.

    Raises `NotYet` where a change set that waits would make what is asked for.
    """
    asked = f"A {kind} called “{words}”"
    if code := change_set_code_in(words):
        return NotFound(asked, f"{code} is a change set's code: ask what is in it.")
    require_not_proposed(desk, kind, words, what)
    if desk.context.tainted:
        return NotFound(asked)
    if kind == "client":
        near = [client.name for client in list_clients(desk.session, desk.actor) if _near(words, client.name)]
    else:
        near = [describe(s) for s in list_projects(desk.session, desk.actor) if _near(words, _names(s))]
    return NotFound(asked, f"Did you mean {_choices(near, ' or ')}?") if near else NotFound(asked)


def ambiguous(words: str, choices: Sequence[str]) -> Invalid:
    """Return the question back: which of `choices` is meant by `words`."""
    return Invalid(f"“{words}” could be: {_choices(choices, '; ')}. Which one do you mean?", "ambiguous")


def best_fit(words: str, named: Sequence[tuple[Candidate, str]]) -> list[Candidate]:
    """Return the candidates, each given with its names, that most of the `words` said fit; all of them when equal."""
    said = utils.default_process(words).split()

    def fitting(name: str) -> int:
        known = utils.default_process(name).split()
        return sum(any(fuzz.ratio(word, other) >= _NEAR for other in known) for word in said)

    counts = [fitting(name) for _, name in named]
    most = max(counts, default=0)
    return [candidate for (candidate, _), count in zip(named, counts, strict=True) if count == most]


def describe(summary: ProjectSummary) -> str:
    return f"{summary.project.name} ({summary.project.code}, {summary.client})"


def _choices(names: Sequence[str], between: str) -> str:
    return between.join(names[:_MOST_CHOICES]) + (f"{between}…" if len(names) > _MOST_CHOICES else "")


def _begins_like(words: str, name: str) -> bool:
    """Whether `words` are a slip of what a name begins with; a slip of a word further on may be another word."""
    said = utils.default_process(words).split()
    return (
        bool(said) and fuzz.ratio(" ".join(said), " ".join(utils.default_process(name).split()[: len(said)])) >= _SLIP
    )


def _names(summary: ProjectSummary) -> str:
    return f"{summary.project.code} {summary.project.name} {summary.client}"


def _near(words: str, name: str) -> bool:
    said, known = utils.default_process(words).split(), utils.default_process(name).split()
    return bool(said) and all(any(fuzz.ratio(word, other) >= _NEAR for other in known) for word in said)


def _only(words: str, found: list[ProjectSummary]) -> ProjectSummary:
    exact = [summary for summary in found if summary.project.name.casefold() == words.casefold()]
    if len(exact or found) > 1:
        raise ambiguous(words, [describe(summary) for summary in found])
    return (exact or found)[0]
