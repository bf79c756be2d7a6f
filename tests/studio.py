"""A studio for tests: people of any role who have signed in, and the one write path to fill it with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from store.access.credentials import SESSION_LIFETIME
from store.access.queries import actor_for, secret_hash
from store.access.tables import Membership, User, UserSession
from store.changes import decisions
from store.changes.decisions import Decision
from store.changes.engine import Origin, Request, file_change_set
from store.changes.operation import Operation
from store.changes.tables import ChangeSet
from store.home import open_home
from store.kernel.actor import Actor
from store.kernel.clock import FixedClock
from store.kernel.database import Database
from store.kernel.ids import new_id
from store.kernel.settings import Settings
from store.operations import BY_KIND

NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


class StudioForTests:
    """Give a test an open studio at noon on 1 March 2027, people, and short ways to file and greenlight."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.database: Database = open_home(settings)
        self.clock = FixedClock(NOON)
        self._admin: Actor | None = None

    def person(self, role: str, *projects: str, all_projects: bool = False) -> Actor:
        """Return a signed-in person of a role who is a member of these projects."""
        with self.database.write() as session:
            user = User(
                id=new_id("usr"),
                email=f"{new_id(role)}@studio.example".lower(),
                name=role.replace("_", " ").title(),
                role=role,
                sees_all_projects=all_projects,
            )
            session.add(user)
            session.flush()
            for project_id in projects:
                session.add(Membership(id=new_id("mem"), user_id=user.id, project_id=project_id))
            row = UserSession(
                id=new_id("ses"),
                secret_hash=secret_hash(new_id("secret")),
                user_id=user.id,
                channel="test",
                created_at=self.clock.now(),
                expires_at=self.clock.now() + SESSION_LIFETIME * 100,
            )
            session.add(row)
            session.flush()
            return actor_for(session, user, kind="person", session_id=row.id)

    @property
    def admin(self) -> Actor:
        if self._admin is None:
            self._admin = self.person("admin", all_projects=True)
        return self._admin

    def file(self, actor: Actor, *operations: Operation, title: str = "A change", key: str | None = None) -> ChangeSet:
        """File a change set through the agent's restricted handle, as every proposer does."""
        request = Request(title=title, operations=operations, origin=Origin("test"), idempotency_key=key)
        with self.database.agent() as session:
            return file_change_set(session, actor, self.clock, request)

    def greenlight(self, actor: Actor, shown: ChangeSet) -> Decision:
        """Greenlight a change set as this actor was shown it."""
        with self.database.write() as session:
            return decisions.greenlight(session, actor, self.clock, change_set_id=shown.id, digest=shown.digest)

    def apply(self, *operations: Operation) -> ChangeSet:
        """File and greenlight as the administrator; what tests fill a studio with."""
        filed = self.file(self.admin, *operations)
        decision = self.greenlight(self.admin, filed)
        assert decision.outcome == "applied", decision.reason
        return decision.change_set

    def client_and_project(self, code: str = "LUM-1", client: str = "Lumen") -> tuple[str, str]:
        """Make a client and its project; return their ids."""
        client_id, project_id = new_id("cli"), new_id("prj")
        self.apply(
            *operations(
                ("create_client", {"id": client_id, "name": client}),
                (
                    "create_project",
                    {
                        "id": project_id,
                        "code": code,
                        "name": f"{client} film",
                        "client_id": client_id,
                        "currency": "EUR",
                    },
                ),
            )
        )
        return client_id, project_id


def operations(*described: tuple[str, Mapping[str, object]]) -> Sequence[Operation]:
    """Build operations from (kind, fields)."""
    return [BY_KIND[kind].model_validate(fields) for kind, fields in described]
