"""Opening the copilot's two doors, briefs and chat, with the model that the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copilot.briefs.intake import Intake
from copilot.briefs.reading import BriefReader, rules_reader
from copilot.settings import CopilotSettings
from store.kernel.clock import Clock
from store.kernel.database import Database
from store.kernel.settings import Settings

if TYPE_CHECKING:
    from copilot.turn.copilot import Copilot


def open_intake(database: Database, settings: Settings, clock: Clock, copilot: CopilotSettings) -> Intake:
    """Return the studio's door for briefs. Raises `Invalid` when a hosted model is named but not configured."""
    return Intake(database, settings, clock, reader_for(copilot))


def open_copilot(database: Database, settings: Settings, clock: Clock, copilot: CopilotSettings) -> Copilot:
    """Return the copilot that answers in conversations, with every tool there is."""
    # Imported here: LangChain costs a second that reading a brief in rules mode need not pay.
    from copilot.turn.brief_tool import draft_tool
    from copilot.turn.copilot import build_copilot
    from tools.registry import TOOLS

    return build_copilot(copilot, (*TOOLS, draft_tool(open_intake(database, settings, clock, copilot))))


def reader_for(copilot: CopilotSettings) -> BriefReader:
    """Return rules mode's reader, or the named model's in quarantine."""
    if copilot.model == "rules":
        return rules_reader
    from copilot.briefs.quarantine import model_reader
    from copilot.models.build import build_model

    return model_reader(build_model(copilot))
