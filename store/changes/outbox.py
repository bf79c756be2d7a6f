"""The outbox: effects on the world, written with the change that causes them and delivered after it, each once.

A delivery is claimed for a while before it is tried and marked when it is done; a process that dies in between
leaves a claim that runs out. The next try carries the same id, by which a handler does nothing a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, update
from sqlmodel import Session, col, select

from store.changes.tables import OutboxEntry
from store.kernel.clock import Clock
from store.kernel.database import Database

CLAIM = timedelta(minutes=5)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
MOST_ATTEMPTS = 10


class DeliveryFailed(Exception):
    """The effect did not happen. `temporary`: trying again later may help."""

    def __init__(self, reason: str, *, temporary: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.temporary = temporary


@dataclass(frozen=True, slots=True)
class Delivery:
    """One effect to carry out: `id` is the same on every try, `payload` as its operation gave it."""

    id: str
    payload: dict[str, Any]
    attempt: int


Handler = Callable[[Delivery], None]
"""Carries out one kind of effect, once for each id however often it is called; raises `DeliveryFailed`."""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What became of the entries that were due."""

    delivered: int
    postponed: int
    failed: int


def deliver_waiting(
    database: Database, clock: Clock, handlers: Mapping[str, Handler], *, limit: int = 100
) -> DeliveryReport:
    """Carry out the effects that are due, oldest change first, at most `limit`. No transaction is open meanwhile."""
    counts = {"delivered": 0, "waiting": 0, "failed": 0}
    with database.read() as session:
        due = session.exec(
            select(OutboxEntry)
            .where(col(OutboxEntry.status) == "waiting", col(OutboxEntry.not_before) <= clock.now())
            .order_by(col(OutboxEntry.not_before), col(OutboxEntry.id))
            .limit(limit)
        ).all()
    for entry in due:
        with database.write() as session:
            mine = _claim(session, entry, clock.now())
        if not mine:
            continue
        reason, temporary = _try(handlers, entry)
        with database.write() as session:
            counts[_settle(session, entry.id, clock.now(), reason, temporary)] += 1
    return DeliveryReport(counts["delivered"], counts["waiting"], counts["failed"])


def _claim(session: Session, entry: OutboxEntry, now: datetime) -> bool:
    """Take an entry for a while, unless another process took it since it was read."""
    claimed = session.execute(
        update(OutboxEntry)
        .where(
            col(OutboxEntry.id) == entry.id,
            col(OutboxEntry.status) == "waiting",
            col(OutboxEntry.attempts) == entry.attempts,
        )
        .values(attempts=entry.attempts + 1, not_before=now + CLAIM)
    )
    return cast("CursorResult[Any]", claimed).rowcount == 1


def _try(handlers: Mapping[str, Handler], entry: OutboxEntry) -> tuple[str | None, bool]:
    """Return why the delivery failed (None: it did not) and whether to try again."""
    handler = handlers.get(entry.kind)
    if handler is None:
        return f"nothing here delivers '{entry.kind}'", True
    try:
        handler(Delivery(entry.id, entry.payload, entry.attempts + 1))
    except DeliveryFailed as failure:
        return failure.reason, failure.temporary
    return None, False


def _settle(session: Session, entry_id: str, now: datetime, reason: str | None, temporary: bool) -> str:
    """Write down how a try ended and return the entry's status: waits double from a minute to six hours."""
    entry = session.get_one(OutboxEntry, entry_id)
    entry.last_error = reason
    if reason is None:
        entry.status, entry.delivered_at = "delivered", now
    elif temporary and entry.attempts < MOST_ATTEMPTS:
        entry.not_before = now + min(LONGEST_WAIT, FIRST_WAIT * 2 ** (entry.attempts - 1))
    else:
        entry.status = "failed"
    session.add(entry)
    session.flush()
    return entry.status
