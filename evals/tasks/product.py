"""The one place where tasks call the product: a brief handed in, a question asked."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.briefs.intake import BriefFile
from copilot.open import open_copilot, open_intake, reader_for
from copilot.settings import CopilotSettings
from copilot.turn.events import TurnDone
from copilot.turn.record import open_conversation
from copilot.turn.run import answer_of, run_turn
from evals.brief_cases import BRIEFS
from evals.tasks.grading import Given
from evals.tasks.perform import CHANNEL, Product, Turn
from evals.tasks.studio import TaskStudio
from store.changes.engine import Origin
from store.kernel.actor import Actor


def product_with(model: str) -> Product:
    """The product working with `model`; its endpoint and key come from the environment, as everywhere.

    Raises `Invalid` where that model is not configured.
    """
    settings = CopilotSettings(model=model)
    reader_for(settings)
    doors = _Doors(settings)
    return Product(doors.file_brief, doors.ask)


@dataclass(frozen=True)
class _Doors:
    settings: CopilotSettings

    def file_brief(self, studio: TaskStudio, actor: Actor, file: str) -> None:
        """Hand in a brief of the dev set, as a file somebody uploads."""
        intake = open_intake(studio.database, studio.settings, studio.clock, self.settings)
        content = (BRIEFS / "dev" / file).read_bytes()
        intake.take(actor, BriefFile(content, file), origin=Origin(CHANNEL))

    def ask(self, studio: TaskStudio, actor: Actor, words: str) -> Turn:
        """Say something to the copilot in a conversation of its own; a failed turn's message is its answer."""
        copilot = open_copilot(studio.database, studio.settings, studio.clock, self.settings)
        conversation = open_conversation(studio.database, studio.clock, actor, title=words, channel=CHANNEL)
        events = run_turn(copilot, studio.database, studio.clock, actor, conversation_id=conversation, text=words)
        shown, end = answer_of(events)
        if not isinstance(end, TurnDone):
            return Turn(Given(f"{shown}\n{end.message}", frozenset()))
        return Turn(
            Given(end.text, frozenset(cited.split()[-1] for cited in end.cited)),
            end.model_calls,
            end.input_tokens or 0,
            end.output_tokens or 0,
        )
