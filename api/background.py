"""What a serving process does besides answering: it runs brief jobs and carries out what was greenlit.

Several processes may do so at once: a job belongs to one of them, a delivery is claimed before it is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Thread

import structlog

from api.jobs import BriefJobs
from store.changes.outbox import Handler, deliver_waiting
from store.inbox.mail_out import mail_handler
from store.kernel.clock import Clock
from store.kernel.database import Database
from store.kernel.settings import Settings

OUTBOX_EVERY_S = 5.0

_log = structlog.get_logger("greenlight.background")


@contextmanager
def running(jobs: BriefJobs, settings: Settings, clock: Clock, database: Database) -> Iterator[None]:
    """Do the studio's background work while the block lasts. Raises `Invalid` for an SMTP URL that names no server."""
    handlers = {"email": mail_handler(settings, clock)}
    stop = Event()
    outbox = Thread(target=_deliver, args=(stop, database, clock, handlers), name="outbox", daemon=True)
    jobs.start()
    outbox.start()
    try:
        yield
    finally:
        stop.set()
        outbox.join(timeout=10)
        jobs.stop()


def _deliver(stop: Event, database: Database, clock: Clock, handlers: Mapping[str, Handler]) -> None:
    """Empty the outbox again and again. What a handler did not foresee ends one round, and is tried in the next."""
    while not stop.wait(OUTBOX_EVERY_S):
        try:
            report = deliver_waiting(database, clock, handlers)
        except Exception:  # noqa: BLE001 - the edge: a defect in one round must not end all later deliveries
            _log.exception("outbox_round_failed")
            continue
        if report.delivered or report.failed:
            _log.info("outbox_emptied", delivered=report.delivered, failed=report.failed)
