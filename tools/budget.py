"""Tools for reading money: what was quoted, what the rate card says, what a production is budgeted at."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from store.access.queries import get_studio
from store.budget import queries
from store.budget.queries import QuotedLine
from store.budget.tables import RateItemRow
from store.kernel.money import Money
from store.projects.queries import ProjectSummary
from tools.codes import code_in
from tools.context import Desk
from tools.declare import read_tool
from tools.money_rows import line_text, part_in, part_row, quoted_row, sums_by_budget, totals_row
from tools.names import describe, entered, is_named, named, the_project
from tools.projects import ProjectName
from tools.reply import Ref, Reply, Row

_PLACE = re.compile(r"(?P<what>.+?)\s+(?:on|in|for|at)\s+(?P<place>.+)", re.IGNORECASE)

What = Annotated[str, Field(description="What it is for: a job, a thing, a department, an account.", max_length=200)]


@read_tool(permission="budget.read")
def search_quotes(
    desk: Desk,
    what: What,
    client_or_project: Annotated[str | None, Field(description="For whom, by name or code.", max_length=200)] = None,
) -> Reply:
    """Find what was quoted for something, line by line with sums, over all proposals or for one client or project."""
    words, whom, project_ids = what, "", None
    if client_or_project:
        words, meant = _sides(desk, what, client_or_project)
        if part := part_in(words):
            return _part_of(desk, meant, part, f"“{client_or_project}”", quoted_only=True)
        project_ids = [summary.project.id for summary in meant]
        whom = f" for {describe(meant[0])}" if len(meant) == 1 else f" for “{client_or_project}”"
    elif desk.context.tainted:
        project_ids = sorted(desk.context.projects)
    found = queries.quoted_lines(desk.session, desk.actor, words=words, project_ids=project_ids, quoted_only=True)
    if found:
        return Reply(f"Quoted for “{words}”{whom}: {_sums(found)}.", tuple(quoted_row(line) for line in found))
    found = queries.quoted_lines(desk.session, desk.actor, words=words, project_ids=project_ids)
    if found:
        headline = f"“{words}” was not quoted{whom}, but it is budgeted: {_sums(found)}."
        return Reply(headline, tuple(quoted_row(line) for line in found))
    return Reply(f"No line for “{words}” was quoted or budgeted{whom}.")


@read_tool(permission="rate_card.read")
def rate_card_lookup(
    desk: Desk,
    what: Annotated[str | None, Field(description="A job, thing, department or code.", max_length=200)] = None,
    currency: Annotated[str | None, Field(description="ISO code; the studio's own by default.", max_length=3)] = None,
) -> Reply:
    """Look up rates on the studio's rate card; without arguments, the whole card."""
    wanted = (currency or get_studio(desk.session).home_currency).upper()
    if what:
        items = queries.find_rates(desk.session, desk.actor, what, currency=wanted)
    else:
        cards = [c for c in queries.list_rate_cards(desk.session, desk.actor) if c.currency == wanted and c.is_default]
        items = [item for card in cards for item in queries.rate_items(desk.session, desk.actor, card.id)]
    if items:
        return Reply(f"The rate card in {wanted}{f' for “{what}”' if what else ''}:", tuple(map(_rate_row, items)))
    if not what:
        return Reply(f"The rate card in {wanted} has no rates.")
    elsewhere = queries.find_rates(desk.session, desk.actor, what)
    others = (
        f", but in {' and '.join(sorted({item.currency for item in elsewhere}))} there is one:" if elsewhere else "."
    )
    return Reply(f"The rate card in {wanted} has no rate for “{what}”{others}", tuple(map(_rate_row, elsewhere)))


@read_tool(permission="budget.read")
def budget_lines(
    desk: Desk,
    project: ProjectName,
    what: Annotated[str | None, Field(description="Only lines for this.", max_length=200)] = None,
) -> Reply:
    """Show a project's budgets with their totals and lines, or only the lines for something, with their sum."""
    summary = the_project(desk, project, what=what)
    if what and (part := part_in(what)):
        return _part_of(desk, [summary], part, describe(summary))
    if what:
        project_ids = [summary.project.id]
        found = queries.quoted_lines(desk.session, desk.actor, words=what, project_ids=project_ids)
        if not found:
            return Reply(f"{describe(summary)} has no budget line for “{what}”.")
        return Reply(f"“{what}” on {describe(summary)}: {_sums(found)}.", tuple(quoted_row(line) for line in found))
    stored = queries.list_budgets(desk.session, desk.actor, project_id=summary.project.id)
    if not stored:
        return Reply(f"{describe(summary)} has no budget yet.")
    budgets = [queries.get_budget(desk.session, desk.actor, row.id) for row in stored]
    newest = budgets[-1]  # ids sort by age
    rows = [totals_row(budget) for budget in budgets]
    rows += [Row(line_text(line), Ref("budget_line", line.id)) for line in newest.lines]
    more = "" if len(budgets) == 1 else f" The lines are those of “{newest.row.name}”, the newest of {len(budgets)}."
    return Reply(f"The budget of {describe(summary)} comes to {newest.totals.total}.{more}", tuple(rows))


def _rate_row(item: RateItemRow) -> Row:
    rate = Money(item.rate_minor, item.currency)
    return Row(
        f"{item.description} ({item.code}, {item.department}): {rate} per {item.unit.lower()}",
        Ref("rate_item", item.id),
    )


def _sides(desk: Desk, what: str, whom: str) -> tuple[str, list[ProjectSummary]]:
    """Return what is asked for and the projects meant; people say "Lumen for camera" and "camera for Lumen" alike.

    Of "camera on Winter Evenings" for Lumen, only that project of Lumen's is meant.
    """
    found = named(desk, whom)
    if not found and is_named(desk, what):
        what, whom = whom, what
        found = named(desk, whom)
    if (place := _PLACE.fullmatch(what)) and (code_in(place["place"]) or is_named(desk, place["place"])):
        there = {summary.project.id for summary in named(desk, place["place"])}
        what, found = place["what"], [summary for summary in found if summary.project.id in there]
        whom = f"{place['place']} of {whom}"
    return what, entered(desk, whom, found, what=what)


def _part_of(desk: Desk, projects: list[ProjectSummary], part: str, whose: str, *, quoted_only: bool = False) -> Reply:
    """Answer from the totals of these projects' budgets; of proposals alone where asked what was quoted."""
    stored = [
        row
        for summary in projects
        for row in queries.list_budgets(desk.session, desk.actor, project_id=summary.project.id)
        if row.proposal_id is not None or not quoted_only
    ]
    if not stored:
        return Reply(f"{whose} has no budget yet.")
    rows = tuple(part_row(queries.get_budget(desk.session, desk.actor, row.id), part) for row in stored)
    return Reply(f"The {part} of {whose}, from the totals of its budget{'s' if len(rows) > 1 else ''}:", rows)


def _sums(found: list[QuotedLine]) -> str:
    sums = [f"{amount} on {first.project_code}" for first, amount in sums_by_budget(found)]
    return ", ".join(sums[:6]) + (f" and {len(sums) - 6} more" if len(sums) > 6 else "")
