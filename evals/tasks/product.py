"""The one place where tasks call the product: a brief handed in, a question asked."""

from __future__ import annotations

from copilot.briefs.intake import BriefFile, Intake
from evals.brief_cases import BRIEFS
from evals.tasks.perform import CHANNEL
from evals.tasks.studio import TaskStudio
from store.changes.engine import Origin
from store.kernel.actor import Actor


def file_brief(studio: TaskStudio, actor: Actor, file: str) -> None:
    """Hand in a brief of the dev set, as a file somebody uploads."""
    intake = Intake(studio.database, studio.settings, studio.clock)
    content = (BRIEFS / "dev" / file).read_bytes()
    intake.take(actor, BriefFile(content, file), origin=Origin(CHANNEL))
