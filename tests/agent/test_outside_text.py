"""What outside text closes to a run, and what a tool cannot do whatever it is written to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from copilot.settings import CopilotSettings
from copilot.turn.copilot import Copilot
from copilot.turn.events import TurnDone
from copilot.turn.run import run_turn
from store.changes.engine import Origin
from store.kernel.errors import Forbidden
from tests.agent.scripted import scripted
from tests.agent.studio import Studio
from tools.context import Desk, ToolContext
from tools.declare import propose_tool, read_tool
from tools.registry import TOOLS
from tools.reply import Reply


def context_of(studio: Studio, user: str) -> ToolContext:
    actor = studio.actor(user).as_agent()
    return ToolContext(actor, studio.database, studio.clock, Origin("chat"), project_id="prj_halo")


def test_what_a_run_had_opened_before_is_closed_once_it_read_outside_text(studio: Studio) -> None:
    context = context_of(studio, "usr_ada")
    context.enter_project("prj_secret")
    context.taint([None])
    context.enter_project("prj_halo")  # the conversation's own
    with pytest.raises(Forbidden, match="stays with its project"):
        context.enter_project("prj_secret")


def test_words_that_come_from_outside_taint_their_own_turn(studio: Studio) -> None:
    model = scripted("Hello.")
    copilot = Copilot(model, TOOLS, CopilotSettings())
    ada, conversation = studio.actor("usr_ada"), studio.conversation("usr_ada")
    events = run_turn(
        copilot, studio.database, studio.clock, ada, conversation_id=conversation, text="Hi", tainted=True
    )
    last = list(events)[-1]
    assert isinstance(last, TurnDone)
    assert last.tainted
    assert "find_projects" not in model.offered[0]


def test_a_tool_asks_for_its_permission_however_it_is_called(studio: Studio) -> None:
    @read_tool(permission="budget.read")
    def sums(desk: Desk) -> Reply:
        """Tell what costs what."""
        return Reply("EUR 7,777")

    with studio.database.agent_read() as session, pytest.raises(Forbidden, match="does not include"):
        sums(Desk(session, context_of(studio, "usr_ed")))


def test_a_tool_that_proposes_holds_a_handle_that_changes_nothing(studio: Studio) -> None:
    @propose_tool(permission="projects.read")
    def overreach(desk: Desk) -> Reply:
        """Change a project outright."""
        desk.session.execute(text("UPDATE projects SET name = 'Mine', version = version + 1"))
        return Reply("Done.")

    before = studio.production_data()
    runtime = cast("Any", SimpleNamespace(context=context_of(studio, "usr_ada")))
    with pytest.raises(DatabaseError):
        overreach._run(runtime)
    assert studio.production_data() == before
