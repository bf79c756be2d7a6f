"""A process that runs brief jobs, for the test that kills it: `python -m tests.api.brief_worker HOME FLAG [slow]`.

It starts the job of the document named on standard input, if any, and then works until it is stopped. A slow one
touches FLAG when it begins to read and then reads for a minute.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from api.assistant import Assistant
from api.jobs import Jobs
from api.turns import Turns
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.intake import Intake
from copilot.briefs.reading import rules_reader
from store.access.queries import actor_for, user_by_email
from store.home import open_home
from store.kernel.clock import SystemClock
from store.kernel.settings import Settings
from store.proposals.facts import BriefReading


def main() -> None:
    flag, slow = Path(sys.argv[2]), "slow" in sys.argv[3:]

    def read(source: BriefSource) -> BriefReading:
        flag.write_text("reading")
        if slow:
            time.sleep(60)
        return rules_reader(source)

    settings = Settings(
        home=Path(sys.argv[1]),
        database_url=os.environ.get("TEST_DATABASE_URL"),
        agent_database_url=os.environ.get("TEST_AGENT_DATABASE_URL"),
    )
    database, clock = open_home(settings), SystemClock()
    turns = Turns(Assistant(settings, clock, database))
    jobs = Jobs(settings, database, Intake(database, settings, clock, read), turns)
    jobs.start()
    document = sys.stdin.readline().strip()
    if document:
        with database.read() as session:
            user = user_by_email(session, "producer@studio.example")
            assert user is not None
            actor = actor_for(session, user, kind="person", session_id="ses_test")
        jobs.begin(actor, document, "rest")
    while True:
        time.sleep(0.1)


if __name__ == "__main__":
    main()
