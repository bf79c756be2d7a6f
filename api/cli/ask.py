"""`greenlight ask`: one chat turn at a terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.desk import Json, desk, emit, note


def install(app: typer.Typer) -> None:
    app.command("ask")(ask)


def ask(
    question: Annotated[str, typer.Argument(help="What you want to know, or want proposed.")],
    project: Annotated[str | None, typer.Option(help="The project this is about (its code).")] = None,
    json_output: Json = False,
) -> None:
    """Ask the copilot. It reads, answers with the rows it rests on, and proposes; it changes nothing itself."""
    from copilot.open import open_copilot
    from copilot.settings import CopilotSettings
    from copilot.turn.events import ChangeSetFiled, TextDelta, ToolFinished, ToolStarted, TurnDone, TurnFailed
    from copilot.turn.record import open_conversation
    from copilot.turn.run import run_turn
    from store.projects.queries import get_project

    filed: list[str] = []
    tools: list[str] = []
    with desk() as at:
        with at.database.read() as session:
            project_id = get_project(session, at.actor, project).project.id if project else None
        copilot = open_copilot(at.database, at.settings, at.clock, CopilotSettings())
        conversation = open_conversation(
            at.database, at.clock, at.actor, title=question, channel="cli", project_id=project_id
        )
        for event in run_turn(
            copilot, at.database, at.clock, at.actor, conversation_id=conversation, text=question, channel="cli"
        ):
            match event:
                case ToolStarted(tool=tool):
                    tools.append(tool)
                    note(f"… {tool.replace('_', ' ')}")
                case ToolFinished(failed=True, text=text):
                    note(f"  {text}")
                case ChangeSetFiled(code=code):
                    filed.append(code)
                case TextDelta(text=text) if not json_output:
                    sys.stdout.write(text)
                    sys.stdout.flush()
                case TurnDone() | TurnFailed():
                    last = event
    if isinstance(last, TurnFailed):
        note(f"greenlight: {last.message}")
        if json_output:
            emit({"error": {"code": last.code, "message": last.message}, "conversation": conversation})
        raise typer.Exit(1)
    if json_output:
        emit(
            {
                "answer": last.text,
                "cited": list(last.cited),
                "tools": tools,
                "change_sets": filed,
                "conversation": conversation,
                "model": copilot.model_name,
            }
        )
        return
    sys.stdout.write("\n")
    for code in filed:
        note(f"{code} is pending: `greenlight changes show {code}`")
    if copilot.model_name == "rules":
        note("(rules mode: no model is configured)")
