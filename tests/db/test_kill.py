"""A process that applies change sets and sends their mail is killed with SIGKILL at random moments, again and again.

Afterwards every change set is wholly in or wholly out, the audit chain is whole, and each mail was written once.
"""

from __future__ import annotations

import os
import random
import select as readiness
import signal
import time
from collections import Counter
from email import message_from_bytes
from pathlib import Path

from sqlmodel import Session, col, select

from store.changes import audit, decisions
from store.changes.outbox import CLAIM, deliver_waiting
from store.changes.tables import Approval, AuditEntry, ChangeSet, OutboxEntry
from store.inbox.mail_out import mail_handler
from store.kernel.actor import Actor
from store.kernel.clock import FixedClock
from store.kernel.database import Database
from store.tables import VERSIONED
from tests.studio import StudioForTests, operations

KILLS = 32
LONGEST_LIFE_S = 0.06


def _file_one(studio: StudioForTests, number: int) -> None:
    mail = {"to": [f"c{number}@lumen.example"], "subject": f"Welcome {number}", "body": "We begin."}
    client = {"id": f"cli_{number}", "name": f"Client {number}"}
    contacts = [{"id": f"con_{number}_{each}", "client_id": client["id"], "name": "Mia"} for each in range(4)]
    studio.file(
        studio.admin,
        *operations(
            ("create_client", client),
            *(("create_contact", contact) for contact in contacts),
            ("send_email", mail),
            ("send_email", {**mail, "subject": f"Terms {number}"}),
        ),
    )


def _live(studio: StudioForTests, actor: Actor, clock: FixedClock, ready: int) -> None:
    """What the child does until it is killed: greenlight what waits, deliver what is due."""
    database = Database(studio.settings.database, studio.settings.agent_database)
    handlers = {"email": mail_handler(studio.settings, clock)}
    told = False
    while True:
        with database.read() as session:
            pending = session.exec(
                select(ChangeSet.id, ChangeSet.digest).where(col(ChangeSet.status) == "pending").limit(3)
            ).all()
        for change_set_id, digest in pending:
            with database.write() as session:
                decisions.greenlight(session, actor, clock, change_set_id=change_set_id, digest=digest)
            if not told:
                # Warm from here on: the first statements take as long as many changes do afterwards.
                told = bool(os.write(ready, b"!"))
        deliver_waiting(database, clock, handlers, limit=5)
        if not pending:
            time.sleep(0.001)


def _spawn_and_kill(studio: StudioForTests, actor: Actor, clock: FixedClock, life_s: float) -> None:
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(ready)
            _live(studio, actor, clock, tell)
        finally:
            os._exit(1)
    os.close(tell)
    assert readiness.select([ready], [], [], 30)[0], "the child did not come up"
    time.sleep(life_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(ready)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    assert os.WTERMSIG(status) == signal.SIGKILL


def _all_or_nothing(session: Session) -> int:
    """Check every change set against its rows, effects, approvals and audit; return how many were applied."""
    entries = Counter(
        session.exec(select(AuditEntry.change_set_id).where(col(AuditEntry.action) == "greenlight")).all()
    )
    effects = Counter(session.exec(select(OutboxEntry.change_set_id)).all())
    approved = set(session.exec(select(Approval.change_set_id)).all())
    applied = 0
    for change_set in session.exec(select(ChangeSet)).all():
        is_in = change_set.status == "applied"
        applied += is_in
        for change in change_set.row_changes:
            row = session.get(VERSIONED[change["table"]], change["id"])
            assert (row is not None) == is_in, f"{change['id']} of {change_set.id}, which is {change_set.status}"
        assert entries[change_set.id] == is_in
        assert effects[change_set.id] == 2 * is_in
        assert (change_set.id in approved) == is_in
    assert audit.verify(session).whole
    return applied


def _mails(folder: Path) -> Counter[str]:
    return Counter(str(message_from_bytes(path.read_bytes())["Subject"]) for path in folder.glob("*.eml"))


def test_killed_at_any_moment_it_is_all_or_nothing_and_each_mail_is_sent_once(studio: StudioForTests) -> None:
    chance = random.Random(4711)
    actor = studio.admin
    clock = FixedClock(studio.clock.now())
    waiting = 0
    for number in range(KILLS):
        for each in range(4):
            _file_one(studio, number * 4 + each)
        # No connection of ours may be inherited by the child.
        studio.database.dispose()
        _spawn_and_kill(studio, actor, clock, chance.uniform(0, LONGEST_LIFE_S))
        clock.advance(CLAIM)  # the dead child's claims run out
        with studio.database.read() as session:
            applied = _all_or_nothing(session) if number % 4 == 3 else 0
            waiting = (number + 1) * 4 - applied
    assert waiting < KILLS * 4, "no child lived long enough to apply anything: the test proves nothing"

    handlers = {"email": mail_handler(studio.settings, clock)}
    while deliver_waiting(studio.database, clock, handlers).delivered:
        pass
    with studio.database.read() as session:
        applied = _all_or_nothing(session)
        undelivered = session.exec(select(OutboxEntry.id).where(col(OutboxEntry.status) != "delivered")).all()
        assert undelivered == []
    sent = _mails(studio.settings.home / "outbox")
    assert set(sent.values()) == {1}
    assert len(sent) == 2 * applied
