"""The operations of the write path itself: undoing a change set, and the policy of who may greenlight."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from store.changes.draft import Draft, RowChange
from store.changes.operation import Operation
from store.changes.plain import from_values, to_values
from store.changes.policy import ANY
from store.changes.tables import ApprovalPolicy, ChangeSet
from store.kernel.errors import Invalid, NotFound


class RevertChangeSet(Operation):
    """Put every row of an applied change set back as it was before.

    Its permissions and amounts are those of the operations it undoes (see `engine.unfold`). Raises `Invalid` when
    a later change touched the same values: that one must be undone first.
    """

    kind: Literal["revert_change_set"] = "revert_change_set"
    permission: ClassVar[str] = "changes.read"
    change_set_id: str

    def plan(self, draft: Draft) -> None:
        original = draft.session.get(ChangeSet, self.change_set_id)
        if original is None:
            raise NotFound(f"Change set {self.change_set_id}")
        for project_id in original.project_ids:
            draft.touches_project(project_id)
        if original.status != "applied":
            raise Invalid(f"{original.code} is {original.status}; only an applied change set can be undone.")
        if not original.row_changes:
            raise Invalid(f"{original.code} changed no data, and what it sent cannot be taken back.", "not_undoable")
        for stored in reversed(original.row_changes):
            self._revert(draft, RowChange.from_json(stored), original.code)

    def _revert(self, draft: Draft, change: RowChange, code: str) -> None:
        table = draft.tables[change.table]
        row = draft.look(table, change.id)
        if change.after is None:
            if row is not None:
                raise Invalid(f"{change.id}, which {code} removed, exists again; nothing was undone.")
            # One more than the version it had, so that nothing planned on the old row fits the new one.
            draft.insert(from_values(table, change.before or {}, change.base_version + 1))
            return
        if row is None:
            raise Invalid(f"{change.id}, which {code} changed, has since been removed. Undo that change first.")
        current = to_values(row)
        later = [name for name in change.changed if current.get(name) != change.after.get(name)]
        if later:
            raise Invalid(
                f"{change.id} was changed again after {code} ({', '.join(later)}). Undo the later change first.",
                "changed_since",
            )
        if change.before is None:
            draft.delete(row)
        else:
            before = from_values(table, change.before, row.version)
            draft.update(row, **{name: getattr(before, name) for name in change.changed})


class SetApprovalPolicy(Operation):
    """Say up to what amount a role may greenlight a kind of operation alone; `kind` `*` means any other kind."""

    kind: Literal["set_approval_policy"] = "set_approval_policy"
    permission: ClassVar[str] = "policy.write"
    studio_wide: ClassVar[bool] = True
    id: str = Field(max_length=40)
    role: str = Field(min_length=1, max_length=24)
    operation_kind: str = Field(default=ANY, min_length=1, max_length=48)
    limit_minor: int | None = Field(default=None, ge=0)
    currency: str | None = Field(default=None, pattern="^[A-Z]{3}$")

    def plan(self, draft: Draft) -> None:
        if (self.limit_minor is None) != (self.currency is None):
            raise Invalid("A limit needs both an amount and a currency; leave both out for no limit.")
        existing = draft.find(ApprovalPolicy, role=self.role, operation_kind=self.operation_kind)
        if existing:
            draft.update(existing[0], limit_minor=self.limit_minor, currency=self.currency)
        else:
            draft.insert(
                ApprovalPolicy(
                    id=self.id,
                    role=self.role,
                    operation_kind=self.operation_kind,
                    limit_minor=self.limit_minor,
                    currency=self.currency,
                )
            )


class RemoveApprovalPolicy(Operation):
    """Take away a role's right to greenlight a kind of operation."""

    kind: Literal["remove_approval_policy"] = "remove_approval_policy"
    permission: ClassVar[str] = "policy.write"
    studio_wide: ClassVar[bool] = True
    id: str

    def plan(self, draft: Draft) -> None:
        draft.delete(draft.get(ApprovalPolicy, self.id))


OPERATIONS = (RevertChangeSet, SetApprovalPolicy, RemoveApprovalPolicy)
