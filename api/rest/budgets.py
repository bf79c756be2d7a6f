"""Budgets and rate cards."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import CurrentActor, Reading
from api.rest.of_project import OfProject
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.budget import BudgetOut, BudgetSummary, LineOut, RateCardOut, RateItemOut
from api.rest.schemas.common import Page, RowId
from store.budget.queries import get_budget as read_budget
from store.budget.queries import list_budgets, list_rate_cards, rate_items

router = APIRouter(tags=["budget"], responses=SIGNED_IN)


@router.get("/budgets", responses=problems(404))
def get_budgets(
    actor: CurrentActor, session: Reading, project: OfProject, limit: Limit = 50, cursor: Cursor = None
) -> Page[BudgetSummary]:
    """Budgets by project."""
    found = list_budgets(session, actor, project_id=project)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda budget: budget.id)
    return Page(items=[BudgetSummary.model_validate(budget) for budget in rows], next_cursor=after)


@router.get("/budgets/{budget_id}", responses=problems(404))
def get_budget(budget_id: RowId, actor: CurrentActor, session: Reading) -> BudgetOut:
    """One budget: its accounts, fringes and sums."""
    return BudgetOut.of(read_budget(session, actor, budget_id))


@router.get("/budgets/{budget_id}/lines", responses=problems(404))
def get_budget_lines(
    budget_id: RowId, actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[LineOut]:
    """The budget's detail lines, in order."""
    found = read_budget(session, actor, budget_id).lines
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda line: line.id)
    return Page(items=[LineOut.of(line) for line in rows], next_cursor=after)


@router.get("/rate-cards")
def get_rate_cards(
    actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[RateCardOut]:
    """Rate cards by currency and name."""
    rows, after = page_of(list_rate_cards(session, actor), cursor=cursor, limit=limit, key=lambda card: card.id)
    return Page(items=[RateCardOut.model_validate(card) for card in rows], next_cursor=after)


@router.get("/rate-cards/{rate_card_id}/items", responses=problems(404))
def get_rate_items(
    rate_card_id: RowId, actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[RateItemOut]:
    """A rate card's items by code."""
    found = rate_items(session, actor, rate_card_id)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda item: item.id)
    return Page(items=[RateItemOut.of(item) for item in rows], next_cursor=after)
