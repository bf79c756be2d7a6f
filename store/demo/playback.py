"""Playing the script: demo people file and greenlight through the one write path, at the moments the script gives.

The invariant: production data changes by greenlit change sets alone, as in every studio. Only what no change set may
touch (sessions, the first administrator, documents as they came) is put there by its own slice.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session

from store.access.credentials import SESSION_LIFETIME
from store.access.queries import actor_for, secret_hash
from store.access.tables import User, UserSession
from store.changes.decisions import Decision, greenlight, propose_undo
from store.changes.engine import Origin, Request, file_change_set
from store.changes.operation import Operation
from store.changes.tables import ChangeSet
from store.documents.storage import FileStore, PageText, add_document, add_text
from store.kernel.actor import Actor
from store.kernel.clock import FixedClock
from store.kernel.errors import Invalid
from store.kernel.evidence import Evidence
from store.kernel.ids import new_id

CHANNEL = "demo"


@dataclass
class Playback:
    """One transaction in which the whole script is played: a home is seeded whole or not at all."""

    session: Session
    clock: FixedClock
    files: FileStore
    admin_id: str = ""
    _signed_in: dict[tuple[str, date], Actor] = field(default_factory=dict)

    def at(self, moment: datetime) -> None:
        self.clock.at = moment

    def person(self, key: str) -> Actor:
        """Return a demo user, signed in on the script's day.

        The session is made without checking the password, which is published: sixty checks would take seconds.
        """
        day = self.clock.now().date()
        if (key, day) not in self._signed_in:
            user = self.session.get_one(User, self.admin_id if key == "admin" else user_id(key))
            row = UserSession(
                id=new_id("ses"),
                secret_hash=secret_hash(secrets.token_urlsafe(32)),
                user_id=user.id,
                channel=CHANNEL,
                created_at=self.clock.now(),
                expires_at=self.clock.now() + SESSION_LIFETIME,
            )
            self.session.add(row)
            self.session.flush()
            self._signed_in[key, day] = actor_for(self.session, user, kind="person", session_id=row.id)
        return self._signed_in[key, day]

    def file(
        self,
        proposer: Actor,
        title: str,
        operations: Sequence[Operation],
        *,
        rationale: str = "",
        evidence: Sequence[Evidence] = (),
        tainted: bool = False,
    ) -> ChangeSet:
        request = Request(title, operations, Origin(CHANNEL), rationale, evidence, tainted)
        return file_change_set(self.session, proposer, self.clock, request)

    def greenlight(self, key: str, change_set: ChangeSet) -> Decision:
        person = self.person(key)
        return greenlight(self.session, person, self.clock, change_set_id=change_set.id, digest=change_set.digest)

    def decide(self, key: str, change_set: ChangeSet, *, second: str = "admin") -> ChangeSet:
        """Greenlight a change set, with a second person where policy asks for one. Raises `Invalid` if that fails."""
        decision = self.greenlight(key, change_set)
        if decision.outcome == "waiting":
            decision = self.greenlight(second, change_set)
        if decision.outcome != "applied":
            raise Invalid(f"The demo's '{change_set.title}' was not applied: {decision.reason}.", "demo_script")
        return decision.change_set

    def apply(self, key: str, title: str, operations: Sequence[Operation], *, second: str = "admin") -> ChangeSet:
        return self.decide(key, self.file(self.person(key), title, operations), second=second)

    def undo(self, key: str, change_set: ChangeSet) -> ChangeSet:
        person = self.person(key)
        undo = propose_undo(self.session, person, self.clock, change_set_id=change_set.id, channel=CHANNEL)
        return self.decide(key, undo)

    def document(self, key: str, kind: str, filename: str, text: str) -> str:
        """Keep a text document as it came and return its id; an operation files it with its project."""
        content = text.encode()
        document = add_document(
            self.session,
            at=self.clock.now(),
            added_by=user_id(key),
            kind=kind,
            filename=filename,
            media_type="text/plain",
            sha256=self.files.put(content),
            size_bytes=len(content),
        )
        add_text(self.session, document.id, [PageText(1, 0, text)])
        return document.id


def user_id(key: str) -> str:
    """Return the fixed id of a demo user other than the first administrator."""
    return f"usr_demo_{key.replace('.', '_')}"
