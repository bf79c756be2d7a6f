"""Reading rate cards and budgets. Money is seen by those whose role includes it, of projects they may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, TypeVar

from rapidfuzz import fuzz, utils
from sqlalchemy import Select, bindparam
from sqlalchemy import select as select_many
from sqlmodel import Session, col, select

from store.access.policy import require
from store.budget.rate_card import RateCard, RateItem
from store.budget.rules import MarkedUp, Unit
from store.budget.tables import BudgetAccountRow, BudgetLineRow, BudgetRow, FringeRow, RateCardRow, RateItemRow
from store.budget.totals import budget_totals
from store.budget.trades import spelled_out
from store.kernel.actor import Actor
from store.kernel.columns import columns, within
from store.kernel.errors import NotFound
from store.kernel.money import Money
from store.projects.tables import Client, Project
from store.proposals.lines import PastLine
from store.proposals.tables import Proposal

T = TypeVar("T")

# Below this similarity (0–100) a word is another word, not a slip of the pen.
_CLOSE_ENOUGH = 85
_NO_PART = 2  # letters: a word this short is no part of another


@dataclass(frozen=True, slots=True)
class Budget:
    """A whole budget: its accounts and lines in order, its fringes, and its sums."""

    row: BudgetRow
    accounts: tuple[BudgetAccountRow, ...]
    lines: tuple[BudgetLineRow, ...]
    fringes: tuple[FringeRow, ...]
    totals: MarkedUp


class Line(NamedTuple):
    """What a budget line says: quantity × multiplier × rate of a unit, amounts in minor units."""

    id: str
    description: str
    quantity: Decimal
    multiplier: Decimal
    unit: str
    rate_minor: int
    total_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A budget line in its place: account, budget, proposal (where it was quoted), project and client."""

    line: Line
    account: str
    budget_id: str
    budget_name: str
    proposal_id: str | None
    proposal_status: str | None
    project_id: str
    project_code: str
    client: str


def list_rate_cards(session: Session, actor: Actor) -> list[RateCardRow]:
    """Return the rate cards, by currency and name. Raises `Forbidden` without `rate_card.read`."""
    require(actor, "rate_card.read")
    return list(session.exec(select(RateCardRow).order_by(col(RateCardRow.currency), col(RateCardRow.name))).all())


def rate_items(session: Session, actor: Actor, rate_card_id: str) -> list[RateItemRow]:
    """Return a rate card's items, by code. Raises `NotFound`."""
    require(actor, "rate_card.read")
    if session.get(RateCardRow, rate_card_id) is None:
        raise NotFound(f"Rate card {rate_card_id}")
    query = select(RateItemRow).where(col(RateItemRow.rate_card_id) == rate_card_id)
    return list(session.exec(query.order_by(col(RateItemRow.code))).all())


def find_rates(session: Session, actor: Actor, words: str, *, currency: str | None = None) -> list[RateItemRow]:
    """Return the items of default rate cards meant by `words` (a code, a description, a department), best first."""
    require(actor, "rate_card.read")
    query = (
        select(RateItemRow)
        .join(RateCardRow, col(RateCardRow.id) == col(RateItemRow.rate_card_id))
        .where(col(RateCardRow.is_default))
        .order_by(col(RateItemRow.currency), col(RateItemRow.code))
    )
    if currency is not None:
        query = query.where(col(RateItemRow.currency) == currency)
    items = session.exec(query).all()
    return matching(words, items, [f"{item.code} {item.department} {item.description}" for item in items])


def default_rate_card(session: Session, currency: str) -> RateCard | None:
    """Return the card that proposals in a currency are priced by, as a value; None where the studio has none."""
    row = session.exec(
        select(RateCardRow).where(col(RateCardRow.currency) == currency, col(RateCardRow.is_default))
    ).first()
    return None if row is None else _as_card(session, row)


def get_rate_card(session: Session, actor: Actor, rate_card_id: str) -> RateCard:
    """Return a whole rate card as a value, its items by code. Raises `NotFound`."""
    require(actor, "rate_card.read")
    row = session.get(RateCardRow, rate_card_id)
    if row is None:
        raise NotFound(f"Rate card {rate_card_id}")
    return _as_card(session, row)


def rate_card_of_item(session: Session, actor: Actor, item_id: str) -> str:
    """Return the id of the rate card that an item is on. Raises `NotFound`."""
    require(actor, "rate_card.read")
    item = session.get(RateItemRow, item_id)
    if item is None:
        raise NotFound(f"Rate {item_id}")
    return item.rate_card_id


def _as_card(session: Session, row: RateCardRow) -> RateCard:
    items = session.exec(
        select(RateItemRow).where(col(RateItemRow.rate_card_id) == row.id).order_by(col(RateItemRow.code))
    ).all()
    return RateCard(
        id=row.id,
        name=row.name,
        currency=row.currency,
        items=tuple(
            RateItem(
                id=item.id,
                code=item.code,
                account=item.account,
                department=item.department,
                description=item.description,
                unit=Unit(item.unit),
                rate=Money(item.rate_minor, item.currency),
                cost=None if item.cost_minor is None else Money(item.cost_minor, item.currency),
            )
            for item in items
        ),
    )


def list_budgets(session: Session, actor: Actor, *, project_id: str | None = None) -> list[BudgetRow]:
    """Return the budgets of projects the actor may see. Raises `Forbidden` without `budget.read`."""
    require(actor, "budget.read")
    query = _budgets(scoped=actor.project_ids is not None, of_project=project_id is not None)
    return list(session.scalars(query, {"scope": actor.project_ids or (), "project": project_id}))


@cache
def _budgets(*, scoped: bool, of_project: bool) -> Select[BudgetRow]:
    query = select_many(BudgetRow).order_by(col(BudgetRow.project_id), col(BudgetRow.id))
    if scoped:
        query = query.where(within(col(BudgetRow.project_id), "scope"))
    if of_project:
        query = query.where(col(BudgetRow.project_id) == bindparam("project"))
    return query


def get_budget(session: Session, actor: Actor, budget_id: str) -> Budget:
    """Return a whole budget. Raises `NotFound`, also for one of a project that the actor may not know of."""
    require(actor, "budget.read")
    row = session.get(BudgetRow, budget_id)
    if row is None or not actor.sees_project(row.project_id):
        raise NotFound(f"Budget {budget_id}")
    return read_budget(session, row)


def read_budget(session: Session, row: BudgetRow) -> Budget:
    """Return a whole budget of a row that the actor was given already."""
    accounts = session.exec(
        select(BudgetAccountRow)
        .where(col(BudgetAccountRow.budget_id) == row.id)
        .order_by(col(BudgetAccountRow.position), col(BudgetAccountRow.code))
    ).all()
    lines = session.exec(
        select(BudgetLineRow).where(col(BudgetLineRow.budget_id) == row.id).order_by(col(BudgetLineRow.position))
    ).all()
    fringes = session.exec(select(FringeRow).where(col(FringeRow.budget_id) == row.id)).all()
    return Budget(row, tuple(accounts), tuple(lines), tuple(fringes), budget_totals(row, lines, fringes))


def quoted_lines(
    session: Session,
    actor: Actor,
    *,
    words: str | None = None,
    project_ids: Sequence[str] | None = None,
    quoted_only: bool = False,
) -> list[QuotedLine]:
    """Return budget lines of projects the actor may see, those meant by `words` where given, best first.

    `quoted_only` keeps to lines of proposals: what was quoted, and not what was only budgeted.
    """
    require(actor, "budget.read")
    query = _quoted_lines(quoted_only, scoped=actor.project_ids is not None, of_projects=project_ids is not None)
    given = {"scope": actor.project_ids or (), "projects": project_ids or ()}
    lines: list[QuotedLine] = []
    texts: list[str] = []
    for account_code, account, department, *rest in session.execute(query, given):
        line = Line(*rest[: len(Line._fields)])
        lines.append(QuotedLine(line, f"{account_code} {account}", *rest[len(Line._fields) :]))
        # Asked for the camera, a producer means the department: "On-camera talent" is an account of another one.
        texts.append(f"{account if department is None else department} {line.description}")
    if words is None:
        return lines
    return matching(words, lines, texts)


@cache
def _quoted_lines(quoted_only: bool, *, scoped: bool, of_projects: bool) -> Select[*tuple[Any, ...]]:
    line, account, budget = columns(BudgetLineRow), columns(BudgetAccountRow), columns(BudgetRow)
    item, proposal, project, client = columns(RateItemRow), columns(Proposal), columns(Project), columns(Client)
    quoted = [line[name] for name in Line._fields]
    place = [budget.id, budget.name, proposal.id, proposal.status, project.id, project.code, client.name]
    query = (
        select_many(account.code, account.name, item.department, *quoted, *place)
        .select_from(line.id.table)
        .join(account.id.table, account.id == line.account_id)
        .join(budget.id.table, budget.id == line.budget_id)
        .join(project.id.table, project.id == budget.project_id)
        .join(client.id.table, client.id == project.client_id)
        .join(proposal.id.table, proposal.id == budget.proposal_id, isouter=not quoted_only)
        .join(item.id.table, item.id == line.rate_item_id, isouter=True)
        .order_by(project.code, budget.id, line.position)
    )
    if scoped:
        query = query.where(within(project.id, "scope"))
    if of_projects:
        query = query.where(within(project.id, "projects"))
    return query


def past_lines(session: Session, actor: Actor, client_id: str) -> list[PastLine]:
    """Return the lines this client was quoted before that came from the rate card, oldest first, for pricing anew."""
    require(actor, "budget.read")
    query = (
        select_many(BudgetLineRow, RateItemRow, Proposal, Project, Client)
        .join(RateItemRow, col(RateItemRow.id) == col(BudgetLineRow.rate_item_id))
        .join(BudgetRow, col(BudgetRow.id) == col(BudgetLineRow.budget_id))
        .join(Proposal, col(Proposal.id) == col(BudgetRow.proposal_id))
        .join(Project, col(Project.id) == col(Proposal.project_id))
        .join(Client, col(Client.id) == col(Project.client_id))
        .where(col(Project.client_id) == client_id, col(Proposal.status).in_(("sent", "accepted")))
        .order_by(col(Proposal.id), col(BudgetLineRow.position))
    )
    if actor.project_ids is not None:
        query = query.where(col(Project.id).in_(actor.project_ids))
    return [
        PastLine(
            project=project.code,
            on=proposal.delivery_on or date.min,
            code=item.code,
            account=item.account,
            description=line.description,
            unit=Unit(line.unit),
            quantity=line.quantity * line.multiplier,
            rate=Money(line.rate_minor, line.currency),
            row_id=line.id,
            client=client.name,
            agreed=proposal.status == "accepted",
        )
        for line, item, proposal, project, client in session.execute(query)
    ]


def matching(words: str, items: Sequence[T], texts: Sequence[str]) -> list[T]:
    """Keep the items whose text holds all the words, small slips forgiven, best first and in order.

    A job that the trade shortens is looked for in full first: "DoP" is the director of photography.
    """
    present = [utils.default_process(text) for text in texts]
    full = spelled_out(words)
    if full != words:
        job = utils.default_process(full)
        named = [items[i] for i, text in enumerate(present) if job in text]
        if found := named or _holding(job, items, present):
            return found
    return _holding(utils.default_process(words), items, present)


def _holding(wanted: str, items: Sequence[T], texts: Sequence[str]) -> list[T]:
    closeness = [fuzz.token_set_ratio(wanted, text) for text in texts]
    ranked = sorted(range(len(items)), key=lambda i: (-closeness[i], i))
    return [items[i] for i in ranked if _every_word(wanted, texts[i].split())]


def _every_word(wanted: str, present: Sequence[str]) -> bool:
    return all(any(_is_said(word, other) for other in present) for word in wanted.split())


def _is_said(word: str, other: str) -> bool:
    """Whether `word` is another one, but for a slip or what is put around it; "ac" says nothing of a package."""
    if len(word) <= _NO_PART:
        return word == other
    return fuzz.ratio(word, other) >= _CLOSE_ENOUGH or _stem(word) in other


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
