"""Change sets: what is proposed, exactly what it would change, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Union

from pydantic import Field, JsonValue

from api.rest.schemas.common import In, MoneyOut, Out, Problem, Text, Who
from store.changes.tables import Status
from store.operations import OPERATIONS

# Every operation there is; the OpenAPI description lists them by their `kind`.
AnyOperation = Annotated[Union[OPERATIONS], Field(discriminator="kind")]  # type: ignore[valid-type]  # noqa: UP007

Operations = Annotated[list[AnyOperation], Field(min_length=1, max_length=500)]
Row = dict[str, JsonValue]  # a stored row as JSON: column → value, dates and decimals as text
EXAMPLE_OPERATION = {"kind": "create_client", "id": "cli_lumen", "name": "Lumen Bikes"}


class ChangeIn(In):
    """A proposal. `rationale` is the proposer's word and is shown apart from the computed before and after."""

    title: Text = Field(min_length=1, max_length=200, examples=["Add Lumen Bikes"])
    rationale: str = Field(default="", max_length=10_000)
    operations: Operations = Field(examples=[[EXAMPLE_OPERATION]])


class EditIn(In):
    """Other operations in the place of those proposed: a new revision, with a new digest."""

    operations: Operations = Field(examples=[[EXAMPLE_OPERATION]])


class GreenlightIn(In):
    """The digest of what one was shown: anything else is refused."""

    digest: str = Field(pattern="^[0-9a-f]{64}$", examples=["9f86d081884c7d659a2feaa0c55ad015" * 2])


class RejectIn(In):
    reason: Text = Field(default="", max_length=2_000, examples=["The client moved to May."])


class RowChangeOut(Out):
    """One row before and after: `before` null makes it, `after` null removes it."""

    table: str
    id: str
    before: Row | None
    after: Row | None
    changed: list[str] = Field(description="The columns whose value differs.")
    base_version: int


class EffectOut(Out):
    """Something that would be done in the world once the change is in."""

    kind: str
    payload: Row


class OriginOut(Out):
    channel: str = Field(examples=["rest"])
    message_id: str | None
    run_id: str | None


class ChangeSummary(Out):
    """A change set, as lists show it."""

    id: str = Field(examples=["CS-7K3Q9D"])
    code: str = Field(examples=["CS-7K3Q9D"], description="The same over all revisions.")
    revision: int
    status: Status
    title: str
    digest: str
    project_ids: list[str]
    proposed_by: Who
    proposed_kind: str = Field(description="person, token, agent or mailbox", examples=["person"])
    tainted: bool = Field(description="Text from outside the studio was read in making it.")
    amount: MoneyOut | None = Field(
        description="What is at stake, read off `row_changes` and never off what an operation claims: an offer counts "
        "with its whole total, other lines with all that goes on top of them. The policy's limits hold for this figure."
    )
    created_at: datetime
    expires_at: datetime


class ChangeOut(ChangeSummary):
    """A change set with everything a person needs to decide it."""

    rationale: str
    operations: list[Row]
    row_changes: list[RowChangeOut]
    effects: list[EffectOut]
    evidence: list[Row]
    origin: OriginOut
    on_behalf_of: str
    supersedes: str | None
    decided_by: Who | None
    decided_at: datetime | None
    decision_note: str | None


class DecisionOut(Out):
    """What came of a greenlight that went through: it is in, or it waits for a second person."""

    outcome: Literal["applied", "waiting"]
    reason: str
    change_set: ChangeOut


class StaleProblem(Problem):
    """The greenlight came too late, and this is recorded. `code` says how.

    `stale`: the data changed meanwhile; `change_set` is the new revision, with the new before and after, to decide
    instead, or the old one where its operations can no longer be carried out. `expired`: propose it again.
    """

    change_set: ChangeOut | None = None


class AuditOut(Out):
    """One link of the chain."""

    seq: int
    at: datetime
    actor_kind: str
    user_id: str
    action: str
    change_set_id: str | None
    project_ids: list[str]
    detail: Row
    previous_hash: str
    hash: str


class VerificationOut(Out):
    """Whether the chain is whole, how many entries were checked, and where it breaks if it does."""

    whole: bool
    entries: int
    broken_at: int | None
    problem: str | None


class PolicyRuleOut(Out):
    """A role may greenlight this kind of operation (`*`: any other) alone up to `limit`; null means any amount.

    The limit is held against all that a change set puts at stake (`amount`).
    """

    id: str
    role: str
    operation_kind: str
    limit: MoneyOut | None


class GateOut(Out):
    """What must be so before a project leaves a stage."""

    id: str
    stage: str
    check: str
    label: str


class PolicyOut(Out):
    rules: list[PolicyRuleOut]
    gates: list[GateOut]
