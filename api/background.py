"""What a serving process does besides answering: run jobs, carry out what was greenlit, close what expired.

Several processes may do so at once: a job belongs to one of them, a delivery is claimed before it is tried, and
change sets are closed one process after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from threading import Event, Thread

import structlog

from api.jobs import Jobs
from store.changes.decisions import expire_due
from store.changes.outbox import Handler, deliver_waiting
from store.inbox.mail_out import mail_handler
from store.kernel.clock import Clock
from store.kernel.database import Database
from store.kernel.settings import Settings

ROUND_EVERY_S = 5.0

_log = structlog.get_logger("greenlight.background")


@contextmanager
def running(jobs: Jobs, settings: Settings, clock: Clock, database: Database) -> Iterator[None]:
    """Do the studio's background work while the block lasts. Raises `Invalid` for an SMTP URL that names no server."""
    handlers = {"email": mail_handler(settings, clock)}
    stop = Event()
    rounds = Thread(target=_go_round, args=(stop, jobs, database, clock, handlers), name="rounds", daemon=True)
    jobs.start()
    rounds.start()
    try:
        yield
    finally:
        stop.set()
        rounds.join(timeout=10)
        jobs.stop()


def _go_round(stop: Event, jobs: Jobs, database: Database, clock: Clock, handlers: Mapping[str, Handler]) -> None:
    """Close what expired and empty the outbox, again and again. A defect ends one round; the next one tries again.

    The first round takes up what a process that died left unanswered: by then a process that lives has begun it.
    """
    began_at: datetime | None = clock.now()
    while not stop.wait(ROUND_EVERY_S):
        try:
            if began_at is not None:
                unanswered, began_at = jobs.take_up_unanswered(began_at), None
                if unanswered:
                    _log.info("turns_taken_up", unanswered=unanswered)
            with database.write() as session:
                expired = expire_due(session, clock)
            report = deliver_waiting(database, clock, handlers)
        except Exception:  # noqa: BLE001 - the edge: a defect in one round must not end all later deliveries
            _log.exception("background_round_failed")
            continue
        if expired:
            _log.info("change_sets_expired", expired=expired)
        if report.delivered or report.failed:
            _log.info("outbox_emptied", delivered=report.delivered, failed=report.failed)
