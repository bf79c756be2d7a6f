"""Tools for proposals: what was offered to whom, at which price, on which terms."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field
from rapidfuzz import fuzz, utils

from store.kernel.errors import NotFound
from store.kernel.money import Money
from store.proposals import queries
from store.proposals.queries import ProposalSummary
from store.proposals.wording import span
from tools.codes import code_in, is_same_code
from tools.context import Desk
from tools.declare import read_tool
from tools.names import ambiguous, best_fit, named, projects_meant, unknown
from tools.reply import Ref, Reply, Row

StatusWords = Literal["open", "draft", "sent", "accepted", "declined"]
_CLOSE_ENOUGH = 85
_OFFER = re.compile(r"\s*(?:proposal|offer)$", re.IGNORECASE)


@read_tool(permission="proposals.read", or_else="offers.read")
def list_proposals(
    desk: Desk,
    client_or_project: Annotated[str | None, Field(description="For whom, by name or code.", max_length=200)] = None,
    status: Annotated[StatusWords | None, Field(description="Only these; open: undecided by the client.")] = None,
    sort: Annotated[
        Literal["highest", "lowest"] | None, Field(description="By total, each currency by itself.")
    ] = None,
    above: Annotated[Decimal | None, Field(description="Only totals of at least this, in major units.", ge=0)] = None,
    below: Annotated[Decimal | None, Field(description="Only totals of at most this, in major units.", ge=0)] = None,
    currency: Annotated[str | None, Field(description="Only in this currency, by ISO code.", max_length=3)] = None,
) -> Reply:
    """List proposals with status and total, newest first; without arguments, all that the person may see."""
    found, whom = _visible(desk), ""
    if status:
        wanted = ("draft", "sent") if status == "open" else (status,)
        found = [item for item in found if item.proposal.status in wanted]
    if client_or_project:
        meant = {summary.project.id for summary in projects_meant(desk, client_or_project)}
        found, whom = [f for f in found if f.proposal.project_id in meant], f" for “{client_or_project}”"
    found, bounds = _within(found, above, below, currency.upper() if currency else None)
    whom += bounds
    kind = f"{status} proposal" if status else "proposal"
    narrowed = status or above is not None or below is not None
    if not found:
        return Reply(f"There is no {kind}{whom}.")
    ends = ""
    if sort:
        sign = -1 if sort == "highest" else 1
        found = sorted(found, key=lambda item: (item.proposal.currency, sign * item.proposal.total_minor))
        firsts = {item.proposal.currency: item for item in reversed(found)}
        ends = f" The {sort}: {'; '.join(map(_line, reversed(firsts.values())))}."
    rows = tuple(Row(_line(item), Ref("proposal", item.proposal.id)) for item in found)
    worth = f", together {_sums(found)} including tax" if narrowed else ""
    headline = f"{len(rows)} {kind}{'s' if len(rows) > 1 else ''}{whom}{worth}"
    return Reply(f"{headline}.{ends}" if ends else f"{headline}:", rows)


@read_tool(permission="proposals.read", or_else="offers.read")
def show_proposal(
    desk: Desk,
    proposal: Annotated[str, Field(description="Its id, its title, or its project's name or code.", max_length=300)],
) -> Reply:
    """Show a proposal: status, how its price is made up, schedule outline, terms, assumptions and open questions.

    A client is shown the offer: its total, and not how that is made up or what the studio still asks itself.
    """
    item = _the_proposal(desk, proposal)
    offer = item.proposal
    desk.context.enter_project(offer.project_id)
    ref, inside = Ref("proposal", offer.id), desk.actor.may("proposals.read")
    amounts = ("subtotal", "contingency", "fee", "tax", "total") if inside else ("total",)
    prices = [f"{name} {Money(getattr(offer, f'{name}_minor'), offer.currency)}" for name in amounts]
    rows = [Row("Price: " + ", ".join(prices), ref)]
    rows += [
        Row(f"{step.name}: {span(step.starts_on, step.ends_on)}", Ref("proposal_milestone", step.id))
        for step in queries.milestones_of(desk.session, desk.actor, offer.id)
    ]
    rows += [Row(f"Terms, {term['title']}: {term['text']}", ref) for term in offer.terms]
    rows += [Row(f"Assumes: {text}", ref) for text in offer.assumptions]
    rows += [Row(f"Excludes: {text}", ref) for text in offer.exclusions]
    if inside:
        rows += [Row(f"Open question: {question['question']}", ref) for question in offer.open_questions]
    return Reply(f"{_line(item)}.", tuple(rows))


def _within(
    found: list[ProposalSummary], above: Decimal | None, below: Decimal | None, currency: str | None
) -> tuple[list[ProposalSummary], str]:
    """Return those whose total, in whatever currency it is, lies within the bounds, and the words that say so."""
    said = ""
    if currency:
        found, said = [item for item in found if item.proposal.currency == currency], f" in {currency}"
    if above is not None:
        found, said = [item for item in found if _total(item).amount >= above], f"{said} of {above:,f} or more"
    if below is not None:
        found, said = [item for item in found if _total(item).amount <= below], f"{said} of {below:,f} or less"
    return found, said


def _visible(desk: Desk) -> list[ProposalSummary]:
    found = queries.list_proposals(desk.session, desk.actor)
    if desk.context.tainted:
        found = [item for item in found if item.proposal.project_id in desk.context.projects]
    return found


def _the_proposal(desk: Desk, words: str) -> ProposalSummary:
    """Return the one proposal meant: by id, else by project or title, its newest revision."""
    everything = _visible(desk)
    by_id = [item for item in everything if item.proposal.id == words]
    if by_id:
        return by_id[0]
    bare = _OFFER.sub("", words) or words
    newest: dict[str, ProposalSummary] = {}
    for item in everything:
        if _matches(bare, item):
            newest.setdefault(item.proposal.project_id, item)  # newest revision of a project first
    if not newest:
        if named(desk, bare):
            raise NotFound(f"A proposal for “{bare}”")
        raise unknown(desk, "project or client", bare)
    fitting = best_fit(
        bare, [(item, f"{item.project_code} {item.proposal.title} {item.client}") for item in newest.values()]
    )
    if len(fitting) == 1:
        return fitting[0]
    if len(newest) > 1:
        raise ambiguous(words, [_line(item) for item in newest.values()])
    return next(iter(newest.values()))


def _sums(items: list[ProposalSummary]) -> str:
    """Return the totals added up, each currency by itself: no rate of exchange is assumed."""
    sums: dict[str, int] = {}
    for item in items:
        sums[item.proposal.currency] = sums.get(item.proposal.currency, 0) + item.proposal.total_minor
    return " and ".join(str(Money(minor, currency)) for currency, minor in sorted(sums.items()))


def _matches(words: str, item: ProposalSummary) -> bool:
    if code := code_in(words):
        return is_same_code(code, item.project_code)
    wanted = utils.default_process(words)
    texts = (item.project_code, item.proposal.title, item.client)
    return any(fuzz.token_set_ratio(wanted, utils.default_process(text)) >= _CLOSE_ENOUGH for text in texts)


def _line(item: ProposalSummary) -> str:
    offer = item.proposal
    title = f"“{offer.title}” for {item.client} ({item.project_code}, revision {offer.revision})"
    return f"{title}: {offer.status}, {_total(item)} including tax"


def _total(item: ProposalSummary) -> Money:
    return Money(item.proposal.total_minor, item.proposal.currency)
