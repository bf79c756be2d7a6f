"""The copilot: one's conversations, about the studio or one project."""

from __future__ import annotations

from nicegui import ui

from api.web.copilot.conversation import Conversation
from api.web.copilot.listing import draw_list
from api.web.copilot.reading import read_list, read_thread
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from store.projects.queries import get_project


@page("/copilot", title="Copilot", place="copilot")
async def new_conversation(visit: Visit) -> None:
    """A conversation that begins with the first words; `?project=CODE` is what it is about, `?ask=` what to say."""
    query = visit.request.query_params
    project = query.get("project")
    about = await visit.read(lambda session, actor: get_project(session, actor, project)) if project else None
    await _draw(visit, Conversation(visit, None, about.project if about else None), ask=query.get("ask", "")[:2000])


@page("/copilot/{conversation_id}", title="Copilot", place="copilot")
async def conversation(visit: Visit, conversation_id: str) -> None:
    """One of one's own conversations, from its beginning."""
    thread = await visit.read(lambda session, actor: read_thread(session, actor, conversation_id))
    await _draw(visit, Conversation(visit, thread, None))


async def _draw(visit: Visit, conversation: Conversation, ask: str = "") -> None:
    # On a phone the list of conversations is a page of its own.
    only_list = "show-list" if "list" in visit.request.query_params else ""
    with ui.element("div").classes(f"chat {only_list}"):
        listed = Region(visit, read_list, lambda found: draw_list(found, conversation.id))
        listed.place.classes("chat-list")
        await listed.show(live=False)
        conversation.when_begun = listed.refresh
        with ui.element("section").classes("chat-main").props('aria-label="Conversation"'):
            await conversation.draw(ask)
