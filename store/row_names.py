"""What people call the rows that a change names by their ids: of rows the actor may see, and of no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, or_

from store.access.policy import SHOWN_BY
from store.access.tables import User
from store.budget.tables import BudgetAccountRow, BudgetRow, RateCardRow, RateItemRow
from store.changes.tables import ChangeSet
from store.crew.tables import Person
from store.documents.operations import MONEY_KINDS
from store.documents.tables import Document
from store.kernel.actor import Actor
from store.projects.tables import Client, Contact, Project
from store.proposals.tables import Brief, Proposal

# The table that a column refers to.
REFERS_TO: dict[str, str] = {
    "project_id": "projects",
    "client_id": "clients",
    "contact_id": "contacts",
    "brief_id": "briefs",
    "proposal_id": "proposals",
    "budget_id": "budgets",
    "account_id": "budget_accounts",
    "document_id": "documents",
    "person_id": "people",
    "user_id": "users",
    "added_by": "users",
    "rate_card_id": "rate_cards",
    "rate_item_id": "rate_items",
    "change_set_id": "change_sets",
}


def names_of(session: Session, actor: Actor, wanted: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return names by id. `wanted` maps tables to ids; what the actor may not see is left out."""
    found: dict[str, str] = {}
    for table, ids in wanted.items():
        some = sorted(set(ids))
        if some and table in _NAMED and _may(actor, table):
            query = _NAMED[table](actor).where(_ID[table].in_(some))
            found |= {row[0]: " ".join(str(part) for part in row[1:] if part) for row in session.execute(query)}
    return found


def names_in(session: Session, actor: Actor, row_changes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the names of the rows that a change set's rows refer to, so that every door tells who its client is."""
    wanted: dict[str, set[str]] = {}
    for change in row_changes:
        for row in (change["before"], change["after"]):
            for column, table in REFERS_TO.items():
                if row and isinstance(row.get(column), str):
                    wanted.setdefault(table, set()).add(row[column])
    return names_of(session, actor, wanted)


def people_of(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of users by id: who proposed and who decided is no secret to whoever sees the change."""
    query = select_columns(col(User.id), col(User.name)).where(col(User.id).in_(sorted(set(ids))))
    return {row[0]: row[1] for row in session.execute(query)}


def _may(actor: Actor, table: str) -> bool:
    return actor.may("changes.read" if table == "change_sets" else SHOWN_BY[table])


def _all(*columns: Any) -> Any:
    return lambda actor: select_columns(*columns)


def _of_projects(project_id: Any, *columns: Any, join: Any = None) -> Any:
    """Select rows of the projects that the actor sees."""

    def query(actor: Actor) -> Any:
        chosen = select_columns(*columns)
        if join is not None:
            chosen = chosen.join(*join)
        return chosen if actor.project_ids is None else chosen.where(project_id.in_(actor.project_ids))

    return query


def _of_clients(client_id: Any, *columns: Any) -> Any:
    """Select rows of the clients whose projects the actor sees."""

    def query(actor: Actor) -> Any:
        if actor.project_ids is None:
            return select_columns(*columns)
        theirs = select_columns(col(Project.client_id)).where(col(Project.id).in_(actor.project_ids))
        return select_columns(*columns).where(client_id.in_(theirs))

    return query


def _documents(actor: Actor) -> Any:
    chosen = select_columns(col(Document.id), col(Document.filename))
    if not actor.may("money_documents.read"):
        chosen = chosen.where(col(Document.kind).not_in(MONEY_KINDS))
    if actor.project_ids is None:
        return chosen
    own = col(Document.project_id).is_(None) & (col(Document.added_by) == actor.user_id)
    return chosen.where(or_(col(Document.project_id).in_(actor.project_ids), own))


_ID: dict[str, Any] = {
    "projects": col(Project.id),
    "clients": col(Client.id),
    "contacts": col(Contact.id),
    "briefs": col(Brief.id),
    "proposals": col(Proposal.id),
    "budgets": col(BudgetRow.id),
    "budget_accounts": col(BudgetAccountRow.id),
    "documents": col(Document.id),
    "people": col(Person.id),
    "users": col(User.id),
    "rate_cards": col(RateCardRow.id),
    "rate_items": col(RateItemRow.id),
    "change_sets": col(ChangeSet.id),
}
_NAMED: dict[str, Any] = {
    "projects": _of_projects(_ID["projects"], _ID["projects"], col(Project.code), col(Project.name)),
    "clients": _of_clients(_ID["clients"], _ID["clients"], col(Client.name)),
    "contacts": _of_clients(col(Contact.client_id), _ID["contacts"], col(Contact.name)),
    "briefs": _of_projects(col(Brief.project_id), _ID["briefs"], col(Brief.title)),
    "proposals": _of_projects(col(Proposal.project_id), _ID["proposals"], col(Proposal.title)),
    "budgets": _of_projects(col(BudgetRow.project_id), _ID["budgets"], col(BudgetRow.name)),
    "budget_accounts": _of_projects(
        col(BudgetRow.project_id),
        _ID["budget_accounts"],
        col(BudgetAccountRow.code),
        col(BudgetAccountRow.name),
        join=(BudgetRow, col(BudgetRow.id) == col(BudgetAccountRow.budget_id)),
    ),
    "documents": _documents,
    "people": _all(_ID["people"], col(Person.name)),
    "users": _all(_ID["users"], col(User.name)),
    "rate_cards": _all(_ID["rate_cards"], col(RateCardRow.name)),
    "rate_items": _all(_ID["rate_items"], col(RateItemRow.description)),
}
