"""Tools that propose a change of a budget: another figure on a line, or another line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from store.budget import queries
from store.budget.operations import AddBudgetLine, ChangeBudgetLine
from store.budget.queries import QuotedLine
from store.budget.tables import BudgetRow, RateItemRow
from store.budget.trades import spelled_out
from store.kernel.errors import Invalid, NotFound
from store.kernel.ids import new_id
from store.kernel.money import Money, exponent
from store.projects.queries import ProjectSummary
from store.proposals.offer import open_account
from store.proposals.queries import get_proposal
from tools.context import Desk
from tools.declare import propose_tool
from tools.filing import file_proposal
from tools.money_rows import line_text
from tools.names import ambiguous, describe, the_project
from tools.projects import ProjectName
from tools.reply import Reply


@propose_tool(permission="budget.write")
def propose_budget_line_change(
    desk: Desk,
    project: ProjectName,
    line: Annotated[str, Field(description="The line's description, or its id.", max_length=300)],
    rate: Annotated[Decimal | None, Field(description="The new rate, in major units.", ge=0, le=10**9)] = None,
    quantity: Annotated[Decimal | None, Field(description="The new quantity.", ge=0, le=10**6)] = None,
    reason: Annotated[str, Field(description="Why, in a sentence.", max_length=1000)] = "",
) -> Reply:
    """Propose a new rate or quantity for one budget line. Files a change set; a person greenlights it."""
    if rate is None and quantity is None:
        raise Invalid("Say the new rate or the new quantity.")
    summary = the_project(desk, project)
    quoted, elsewhere = _the_line(desk, summary, line)
    row = quoted.line
    operation = ChangeBudgetLine.model_validate(
        {
            "id": row.id,
            "description": row.description,
            "quantity": row.quantity if quantity is None else quantity,
            "multiplier": row.multiplier,
            "unit": row.unit,
            "rate_minor": row.rate_minor if rate is None else _minor(rate, row.currency),
            "currency": row.currency,
        }
    )
    title = f"Change “{row.description}” in “{quoted.budget_name}”, {summary.project.code}"
    reply = file_proposal(desk, title[:200], [operation], reason)
    if not elsewhere:
        return reply
    return replace(reply, headline=f"{reply.headline} It stays as it is in {' and '.join(elsewhere)}.")


@propose_tool(permission="budget.write")
def propose_budget_line(
    desk: Desk,
    project: ProjectName,
    what: Annotated[str, Field(description="A job or thing on the rate card, by name or code.", max_length=200)],
    quantity: Annotated[Decimal, Field(description="How many of its unit, such as days.", gt=0, le=10**6)],
    rate: Annotated[
        Decimal | None, Field(description="A rate in major units; the card's by default.", ge=0, le=10**9)
    ] = None,
    reason: Annotated[str, Field(description="Why, in a sentence.", max_length=1000)] = "",
) -> Reply:
    """Propose a new line in a project's open budget, priced by the rate card. Files a change set."""
    summary = the_project(desk, project)
    stored = queries.list_budgets(desk.session, desk.actor, project_id=summary.project.id)
    if not stored:
        raise NotFound(f"A budget of {describe(summary)}", "Open one on its Budget page first.")
    budget = next((row for row in reversed(stored) if _is_open(desk, row)), stored[-1])
    item = _rate_for(desk, what, budget.currency)
    whole = queries.get_budget(desk.session, desk.actor, budget.id)
    account = next((row for row in whole.accounts if row.code == item.account), None)
    opened = None if account else open_account(budget.id, item.account)
    line = AddBudgetLine.model_validate(
        {
            "id": new_id("bln"),
            "budget_id": budget.id,
            "account_id": account.id if account else f"{budget.id}.{item.account}",
            "position": max((row.position for row in whole.lines), default=0) + 1,
            "description": item.description,
            "quantity": quantity,
            "unit": item.unit,
            "rate_minor": item.rate_minor if rate is None else _minor(rate, item.currency),
            "currency": item.currency,
            "rate_item_id": item.id,
            "source": f"rate card {item.code}" if rate is None else "set by hand",
        }
    )
    title = f"Add “{item.description}” to “{budget.name}”, {summary.project.code}"
    reply = file_proposal(desk, title[:200], [*([opened] if opened else []), line], reason)
    return replace(reply, headline=f"{reply.headline} {_priced(line)}.")


def _the_line(desk: Desk, summary: ProjectSummary, words: str) -> tuple[QuotedLine, list[str]]:
    """Return the one line that `words` mean, in the newest budget that has it, and which other budgets have it too."""
    project_ids = [summary.project.id]
    everything = queries.quoted_lines(desk.session, desk.actor, project_ids=project_ids)
    by_id = [quoted for quoted in everything if quoted.line.id == words]
    if by_id:
        return by_id[0], []
    found = queries.quoted_lines(desk.session, desk.actor, words=words, project_ids=project_ids)
    if not found:
        code = summary.project.code
        budget = f"Its lines are shown by `What is the budget of {code}?`; `Add {words} for 1 day to {code}` adds one."
        raise NotFound(f"A line “{words}” in the budget of {describe(summary)}", budget)
    newest = max(quoted.budget_id for quoted in found)
    elsewhere = sorted({f"“{quoted.budget_name}”" for quoted in found if quoted.budget_id != newest})
    found = [quoted for quoted in found if quoted.budget_id == newest]
    exact = [quoted for quoted in found if quoted.line.description.casefold() in _ways_to_say(words)]
    if len(exact or found) > 1:
        raise ambiguous(words, [f"{line_text(q.line)} [budget_line {q.line.id}]" for q in exact or found])
    return (exact or found)[0], elsewhere


def _is_open(desk: Desk, budget: BudgetRow) -> bool:
    """Whether lines may be added: it is not locked, and is no offer that was sent."""
    if budget.status == "locked":
        return False
    return budget.proposal_id is None or (
        get_proposal(desk.session, desk.actor, budget.proposal_id).proposal.status == "draft"
    )


def _rate_for(desk: Desk, what: str, currency: str) -> RateItemRow:
    """Return the one item of the rate card that is meant. Raises `NotFound`, or `Invalid` (`ambiguous`)."""
    found = queries.find_rates(desk.session, desk.actor, what, currency=currency)
    exact = [item for item in found if _ways_to_say(what) & {item.code.casefold(), item.description.casefold()}]
    if not found:
        by_hand = "A line that is not on the card is added on the project's Budget page, with its account and rate."
        raise NotFound(f"“{what}” on the rate card in {currency}", by_hand)
    if len(exact or found) > 1:
        raise ambiguous(what, [f"{item.description} ({item.code})" for item in found])
    return (exact or found)[0]


def _ways_to_say(words: str) -> set[str]:
    return {words.casefold(), spelled_out(words).casefold()}


def _minor(rate: Decimal, currency: str) -> int:
    if rate.normalize() != rate.normalize().quantize(Decimal(1).scaleb(-exponent(currency))):
        raise Invalid(f"{rate} has more decimals than {currency} does.")
    return Money.of(rate, currency).minor


def _priced(line: AddBudgetLine) -> str:
    rate = Money(line.rate_minor, line.currency)
    return f"{format(line.quantity.normalize() + 0, 'f')} {line.unit} × {rate} = {line.amount()}"
