"""Reading clients, contacts and projects: only those of projects the actor may see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from rapidfuzz import fuzz, utils
from sqlalchemy import Select, bindparam
from sqlalchemy import select as select_many
from sqlmodel import Session, col, or_, select

from store.access.policy import require, require_project
from store.kernel.actor import Actor
from store.kernel.columns import columns, within
from store.kernel.errors import NotFound
from store.projects.gates import checks_met, evidence_of
from store.projects.tables import Client, Contact, GateRequirement, Project
from store.tables import VERSIONED

T = TypeVar("T")

# Below this similarity (0–100) a name is another name, not a slip of the pen.
_CLOSE_ENOUGH = 80


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project with its client's name."""

    project: Project
    client: str


def list_projects(
    session: Session, actor: Actor, *, stage: str | None = None, status: str | None = None, client_id: str | None = None
) -> list[ProjectSummary]:
    """Return the projects the actor may see, by code. Raises `Forbidden` without `projects.read`."""
    require(actor, "projects.read")
    given = {"scope": actor.project_ids, "stage": stage, "status": status, "client": client_id}
    only = tuple(name for name, value in given.items() if value is not None)
    return [ProjectSummary(*row) for row in session.execute(_projects(only), {name: given[name] for name in only})]


@cache
def _projects(only: tuple[str, ...]) -> Select[Project, str]:
    asked = {
        "scope": within(col(Project.id), "scope"),
        "stage": col(Project.stage) == bindparam("stage"),
        "status": col(Project.status) == bindparam("status"),
        "client": col(Project.client_id) == bindparam("client"),
    }
    return _with_clients().where(*(asked[name] for name in only)).order_by(col(Project.code))


def _with_clients() -> Select[Project, str]:
    return select_many(Project, col(Client.name)).join(Client, col(Client.id) == col(Project.client_id))


_PROJECT = _with_clients().where(or_(col(Project.id) == bindparam("reference"), col(Project.code) == bindparam("code")))


def get_project(session: Session, actor: Actor, reference: str) -> ProjectSummary:
    """Return a project by id or code. Raises `NotFound`, also for one that the actor may not know of."""
    require(actor, "projects.read")
    return _by_reference(session, actor, reference)


def project_id_of(session: Session, actor: Actor, reference: str) -> str:
    """Return the id of a project given by its id or code, to ask for what belongs to it.

    Raises `NotFound`, also for one that the actor may not know of.
    """
    return _by_reference(session, actor, reference).project.id


def _by_reference(session: Session, actor: Actor, reference: str) -> ProjectSummary:
    found = session.execute(_PROJECT, {"reference": reference, "code": reference.upper()}).first()
    if found is None or not actor.sees_project(found[0].id):
        raise NotFound(f"Project {reference}")
    return ProjectSummary(*found)


def projects_like(words: str, projects: Sequence[ProjectSummary]) -> list[ProjectSummary]:
    """Return those of `projects` whose code, name or client `words` mean, best first; small slips are forgiven."""
    return _closest(words, projects, lambda s: (s.project.code, s.project.name, s.client))


def open_gate_items(session: Session, actor: Actor, project: Project) -> list[str]:
    """Return what the gate of a project's stage still asks for. Raises `NotFound` for one the actor may not know of."""
    require(actor, "projects.read")
    require_project(actor, project.id)
    asked = session.execute(_GATE, {"project": project.id, "stage": project.stage})
    return [label for check, label, is_met in asked if not (evidence_of(check) and is_met)]


_REQUIREMENT = columns(GateRequirement)
_GATE = (
    select_many(
        _REQUIREMENT.check_name,
        _REQUIREMENT.label,
        _REQUIREMENT.check_name.in_(checks_met(VERSIONED, bindparam("project"))),
    )
    .where(_REQUIREMENT.stage == bindparam("stage"))
    .order_by(_REQUIREMENT.id)
)


def list_clients(session: Session, actor: Actor) -> list[Client]:
    """Return the clients of the projects the actor may see, by name; all of them for who sees every project."""
    require(actor, "contacts.read")
    query = select(Client).order_by(col(Client.name))
    if actor.project_ids is not None:
        visible = select(Project.client_id).where(col(Project.id).in_(actor.project_ids))
        query = query.where(col(Client.id).in_(visible))
    return list(session.exec(query).all())


def get_client(session: Session, actor: Actor, client_id: str) -> Client:
    """Return a client. Raises `NotFound`, also for one that the actor may not know of."""
    for client in list_clients(session, actor):
        if client.id == client_id:
            return client
    raise NotFound(f"Client {client_id}")


def find_clients(session: Session, actor: Actor, words: str) -> list[Client]:
    """Return the clients meant by `words`, best first; small slips are forgiven."""
    return _closest(words, list_clients(session, actor), lambda client: (client.name,))


def client_named(session: Session, name: str) -> Client | None:
    """Return the client with exactly this name (whatever its case), to avoid making it twice."""
    wanted = utils.default_process(name)
    matches = [client for client in session.exec(select(Client)).all() if utils.default_process(client.name) == wanted]
    return matches[0] if matches else None


def list_contacts(session: Session, actor: Actor, *, client_id: str | None = None) -> list[Contact]:
    """Return the contacts of the clients the actor may see, by name."""
    client_ids = [client.id for client in list_clients(session, actor)]
    query = select(Contact).where(col(Contact.client_id).in_(client_ids)).order_by(col(Contact.name))
    if client_id is not None:
        query = query.where(col(Contact.client_id) == client_id)
    return list(session.exec(query).all())


def _closest(words: str, items: Sequence[T], names: Callable[[T], Sequence[str]]) -> list[T]:
    wanted = utils.default_process(words)
    scored = [
        (-max(_similarity(wanted, utils.default_process(name)) for name in names(item)), index)
        for index, item in enumerate(items)
    ]
    return [items[index] for score, index in sorted(scored) if -score >= _CLOSE_ENOUGH]


def _similarity(wanted: str, name: str) -> float:
    """Whole names first; a part counts only when it is made of whole words."""
    return max(fuzz.ratio(wanted, name), fuzz.token_set_ratio(wanted, name) - 2)


def gate_requirements(session: Session, actor: Actor) -> list[GateRequirement]:
    """Return what the gates between stages ask for. Raises `Forbidden` without `policy.read`."""
    require(actor, "policy.read")
    return list(session.exec(select(GateRequirement).order_by(col(GateRequirement.id))).all())
