"""Any history of filing, editing, greenlighting and undoing leaves each row at as many versions as it was changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from store.changes import audit, decisions
from store.changes.operation import Operation
from store.changes.tables import ChangeSet
from store.kernel.errors import Invalid
from store.kernel.ids import new_id
from store.projects.tables import GateRequirement
from tests.studio import StudioForTests, operations

ROWS = 3
LABELS = ["a", "b", "c"]
wishes = st.lists(st.tuples(st.integers(0, ROWS - 1), st.sampled_from(LABELS)), min_size=1, max_size=3)
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["file", "edit"]), wishes),
        st.tuples(st.sampled_from(["greenlight", "undo"]), st.integers(0, 9)),
    ),
    max_size=14,
)


@dataclass
class History:
    """What the rows should be, kept beside the studio in the plainest way."""

    studio: StudioForTests
    names: list[str] = field(default_factory=lambda: [new_id("chk") for _ in range(ROWS)])
    labels: list[str | None] = field(default_factory=lambda: [None] * ROWS)
    changes: list[int] = field(default_factory=lambda: [0] * ROWS)
    pending: list[ChangeSet] = field(default_factory=list)
    applied: list[tuple[ChangeSet, list[str | None]]] = field(default_factory=list)

    def operations(self, wishes: list[tuple[int, str]]) -> list[Operation]:
        """Set the gate requirement of each row to a label; the row is made by the first that does."""
        return list(
            operations(
                *(
                    (
                        "set_gate_requirement",
                        {"id": self.names[row], "stage": "delivery", "check": self._check(row), "label": label},
                    )
                    for row, label in wishes
                )
            )
        )

    def file(self, wishes: list[tuple[int, str]]) -> None:
        try:
            self.pending.append(self.studio.file(self.studio.admin, *self.operations(wishes)))
        except Invalid as refused:
            if refused.code != "nothing_to_change":
                raise

    def edit(self, wishes: list[tuple[int, str]]) -> None:
        if not self.pending:
            return
        studio, shown = self.studio, self.pending[-1]
        try:
            with studio.database.write() as session:
                self.pending[-1] = decisions.edit(
                    session,
                    studio.admin,
                    studio.clock,
                    change_set_id=shown.id,
                    operations=self.operations(wishes),
                    channel="test",
                )
        except Invalid as refused:
            if refused.code != "nothing_to_change":
                raise

    def greenlight(self, which: int) -> None:
        if not self.pending:
            return
        shown = self.pending.pop(which % len(self.pending))
        before = list(self.labels)
        decision = self.studio.greenlight(self.studio.admin, shown)
        if decision.outcome == "applied":
            self._follow(decision.change_set)
            self.applied.append((decision.change_set, before))
        else:
            assert decision.outcome == "stale"
            if decision.change_set.status == "pending":
                self.pending.append(decision.change_set)

    def undo(self, which: int) -> None:
        if not self.applied:
            return
        studio, at = self.studio, which % len(self.applied)
        original, before = self.applied[at]
        try:
            with studio.database.agent() as session:
                filed = decisions.propose_undo(
                    session, studio.admin, studio.clock, change_set_id=original.id, channel="test"
                )
        except Invalid:
            # Only something later can stand in the way of undoing.
            assert at < len(self.applied) - 1
            return
        previous = list(self.labels)
        decision = studio.greenlight(studio.admin, filed)
        assert decision.outcome == "applied"
        self._follow(decision.change_set)
        touched = {change["id"] for change in original.row_changes}
        for row, name in enumerate(self.names):
            assert self.labels[row] == (before[row] if name in touched else previous[row])
        del self.applied[at]
        self.applied.append((decision.change_set, previous))

    def check(self) -> None:
        with self.studio.database.read() as session:
            stored = {row.id: row for row in session.exec(select(GateRequirement)).all()}
            assert audit.verify(session).whole
        for row, name in enumerate(self.names):
            found = stored.get(name)
            assert (found.label if found else None) == self.labels[row]
            if found is not None:
                assert found.version == self.changes[row]

    def _check(self, row: int) -> str:
        return f"confirmed:{self.names[row]}"

    def _follow(self, applied: ChangeSet) -> None:
        for change in applied.row_changes:
            row = self.names.index(change["id"])
            assert (change["before"] or {}).get("label") == self.labels[row]
            self.labels[row] = (change["after"] or {}).get("label")
            # A removed row's number goes on when an undo brings it back; a new one's begins again.
            self.changes[row] = change["base_version"] + 1
            assert (applied.applied_versions or {})[f"gate_requirements:{change['id']}"] == self.changes[row]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=steps)
def test_any_history_adds_up(shared_studio: StudioForTests, history: list[tuple[str, object]]) -> None:
    told = History(shared_studio)
    for step, argument in history:
        getattr(told, step)(argument)
        told.check()
