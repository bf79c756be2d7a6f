"""What came of a brief, as every door reports it: the shape of `greenlight brief --json`.

It is read from the filed change set, so it can be had again at any time and shows just what awaits a decision.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict

from store.budget.operations import AddBudgetAccount, AddBudgetLine
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.database import Session
from store.kernel.errors import Invalid
from store.operations import parse_operations
from store.proposals.facts import SELDOM_SAID, Amount, BriefWarning, OpenQuestion, Quote
from store.proposals.operations import CreateProposal, PlannedMilestone, RecordBrief, Term
from store.proposals.twins import told, twins_of


class _Reported(BaseModel):
    model_config = ConfigDict(frozen=True)


class ReportedLine(_Reported):
    """A budget line. `account` is the chart's number, `source` the rule and the rate behind it."""

    account: str
    account_name: str
    description: str
    quantity: int | float
    unit: str
    rate: Amount
    total: Amount
    source: str


class ReportedLever(_Reported):
    """A way to bring the total down, priced."""

    description: str
    saving: Amount
    new_total: Amount
    fits: bool


class ReportedProposal(_Reported):
    """The offer: `subtotal` is the sum of the lines; `total = subtotal + contingency + fee + tax`."""

    title: str
    lines: list[ReportedLine]
    subtotal: Amount
    contingency: Amount
    fee: Amount
    total_ex_tax: Amount
    tax: Amount
    total: Amount
    currency: str
    milestones: list[PlannedMilestone]
    delivery_on: date | None
    terms: list[Term]
    assumptions: list[str]
    exclusions: list[str]
    levers: list[ReportedLever]


class BriefReport(_Reported):
    """Facts with their quotes, what is open, what to look at, the offer, and the change set that holds it all."""

    document: str | None
    facts: dict[str, Any]
    evidence: dict[str, tuple[Quote, ...]]
    open_questions: list[OpenQuestion]
    warnings: list[BriefWarning]
    proposal: ReportedProposal
    change_set: str
    status: str
    digest: str


def report(session: Session, actor: Actor, change_set: ChangeSet) -> BriefReport:
    """Return the report of a change set that a brief led to. Raises `Invalid` (`no_brief`) for any other.

    What the actor may see of other change sets of the same job is among what to look at.
    """
    operations = parse_operations(change_set.operations)
    brief = next((o for o in operations if isinstance(o, RecordBrief)), None)
    offer = next((o for o in operations if isinstance(o, CreateProposal)), None)
    if brief is None or offer is None:
        raise Invalid(f"{change_set.code} did not come from a brief.", "no_brief")
    twins = [BriefWarning(code=twin.why, message=told(twin)) for twin in twins_of(session, actor, change_set)]
    accounts = {o.id: o for o in operations if isinstance(o, AddBudgetAccount)}
    lines = [
        _line(accounts[operation.account_id], operation)
        for operation in operations
        if isinstance(operation, AddBudgetLine)
    ]
    return BriefReport(
        document=brief.document_id,
        facts=facts_as_json(brief),
        evidence=brief.reading.evidence,
        open_questions=list(brief.reading.open_questions),
        warnings=[*twins, *brief.reading.warnings, *offer.warnings],
        proposal=_proposal(offer, lines),
        change_set=change_set.id,
        status=change_set.status,
        digest=change_set.digest,
    )


def facts_as_json(brief: RecordBrief) -> dict[str, Any]:
    """Return the facts as JSON, half days as numbers: days are no money.

    What few briefs say is left out where they do not.
    """
    facts = brief.reading.facts
    silent = {name for name in SELDOM_SAID if not getattr(facts, name)}
    values = facts.model_dump(mode="json", exclude=silent)
    if facts.usage and not facts.usage.perpetual:
        del values["usage"]["perpetual"]
    values["shoot_days"] = None if facts.shoot_days is None else _number(facts.shoot_days)
    return values


def _line(account: AddBudgetAccount, line: AddBudgetLine) -> ReportedLine:
    total = line.amount()
    return ReportedLine(
        account=account.code,
        account_name=account.name,
        description=line.description,
        quantity=_number(line.quantity * line.multiplier),
        unit=line.unit,
        rate=Amount(minor=line.rate_minor, currency=line.currency),
        total=Amount(minor=total.minor, currency=total.currency),
        source=line.source,
    )


def _proposal(offer: CreateProposal, lines: list[ReportedLine]) -> ReportedProposal:
    def money(minor: int) -> Amount:
        return Amount(minor=minor, currency=offer.currency)

    return ReportedProposal(
        title=offer.title,
        lines=lines,
        subtotal=money(offer.subtotal_minor),
        contingency=money(offer.contingency_minor),
        fee=money(offer.fee_minor),
        total_ex_tax=money(offer.total_minor - offer.tax_minor),
        tax=money(offer.tax_minor),
        total=money(offer.total_minor),
        currency=offer.currency,
        milestones=list(offer.milestones),
        delivery_on=offer.delivery_on,
        terms=list(offer.terms),
        assumptions=list(offer.assumptions),
        exclusions=list(offer.exclusions),
        levers=[
            ReportedLever(
                description=lever.description,
                saving=money(lever.saving_minor),
                new_total=money(lever.new_total_minor),
                fits=lever.fits,
            )
            for lever in offer.levers
        ],
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
