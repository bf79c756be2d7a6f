"""A throw-away studio to measure on, with one quoted project and a producer who has signed in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from store.access.credentials import create_first_admin, sign_in
from store.budget.operations import AddBudgetAccount, AddBudgetLine, CreateBudget
from store.changes.decisions import Decision, greenlight
from store.changes.engine import Origin, Request, file_change_set
from store.changes.operation import Operation
from store.home import open_home
from store.kernel.actor import Actor
from store.kernel.clock import SystemClock
from store.kernel.database import Database
from store.kernel.ids import new_id
from store.kernel.settings import Settings
from store.projects.operations import CreateClient, CreateProject
from store.proposals.operations import CreateProposal

_PASSWORD = "measured-here-only"


@dataclass(frozen=True)
class BenchStudio:
    """An open studio and its administrator."""

    settings: Settings
    database: Database
    clock: SystemClock
    person: Actor

    def apply(self, operations: list[Operation]) -> Decision:
        with self.database.agent() as session:
            request = Request(title="Measured", operations=operations, origin=Origin("bench"))
            filed = file_change_set(session, self.person.as_agent(), self.clock, request)
        with self.database.write() as session:
            return greenlight(session, self.person, self.clock, change_set_id=filed.id, digest=filed.digest)


@contextmanager
def bench_studio() -> Iterator[BenchStudio]:
    """Open a studio in an empty folder, and remove it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        settings, clock = Settings(home=Path(folder), database_url=None), SystemClock()
        database = open_home(settings)
        with database.write() as session:
            create_first_admin(session, clock, name="Bench", email="bench@studio.example", password=_PASSWORD)
        with database.write() as session:
            person, _ = sign_in(session, clock, email="bench@studio.example", password=_PASSWORD, channel="bench")
        try:
            yield BenchStudio(settings, database, clock, person)
        finally:
            database.dispose()


def quoted_project(lines: int, *, code: str, client: str) -> list[Operation]:
    """Return the operations of a client, a project and a proposal with this many lines."""
    client_id, project_id, proposal_id, budget_id = (new_id(p) for p in ("cli", "prj", "pro", "bud"))
    operations: list[Operation] = [
        CreateClient(id=client_id, name=client),
        CreateProject(id=project_id, code=code, name=f"{client} film", client_id=client_id, currency="EUR"),
        CreateProposal(
            id=proposal_id,
            project_id=project_id,
            title=f"{client} film",
            currency="EUR",
            subtotal_minor=0,
            contingency_minor=0,
            fee_minor=0,
            tax_minor=0,
            total_minor=0,
        ),
        CreateBudget(
            id=budget_id,
            project_id=project_id,
            proposal_id=proposal_id,
            name="Quoted",
            currency="EUR",
            contingency_percent=Decimal(10),
            fee_percent=Decimal(15),
            tax_percent=Decimal(21),
        ),
        AddBudgetAccount(id=f"{budget_id}.a", budget_id=budget_id, code="193", name="Camera rental", position=193),
    ]
    operations += [
        AddBudgetLine(
            id=f"{budget_id}.{number}",
            budget_id=budget_id,
            account_id=f"{budget_id}.a",
            position=number,
            description=f"Camera package {number}",
            quantity=Decimal(2),
            unit="Day",
            rate_minor=68_000,
            currency="EUR",
            source="rate card CAM-10",
        )
        for number in range(lines)
    ]
    return operations
