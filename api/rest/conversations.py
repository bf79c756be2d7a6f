"""Conversations with the copilot. It reads and proposes; what it proposes waits for a greenlight like anything else."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header
from fastapi.responses import StreamingResponse

from api.deps import CurrentActor, Reading, Studio
from api.rest.changes import CHANNEL
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.common import Page, RowId
from api.rest.schemas.conversations import ConversationIn, ConversationOut, MessageIn, MessageOut, TurnOut
from api.rest.turns import event_stream, whole_turn
from store.inbox.messages import title_after
from store.inbox.queries import get_conversation as read_conversation
from store.inbox.queries import list_conversations, recent_messages
from store.projects.queries import get_project

router = APIRouter(prefix="/conversations", tags=["conversations"], responses=SIGNED_IN)

_MOST = 10_000
_EVENTS = "text/event-stream"
_TURN: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The turn: as JSON at its end, or with `Accept: text/event-stream` as events while it runs "
        "(`text_delta`, `tool_started`, `tool_finished`, `change_set_filed`, at last `turn_done` or `turn_failed`).",
        "content": {_EVENTS: {"schema": {"type": "string"}}},
    },
    **problems(404),
}


@router.post("", status_code=201, responses=problems(404))
def post_conversation(body: ConversationIn, actor: CurrentActor, studio: Studio) -> ConversationOut:
    """Begin a conversation."""
    from copilot.turn.record import open_conversation

    database, project_id = studio.database, None
    if body.project is not None:
        with database.read() as session:
            project_id = get_project(session, actor, body.project).project.id
    opened = open_conversation(database, studio.clock, actor, title=body.title, channel=CHANNEL, project_id=project_id)
    with database.read() as session:
        return ConversationOut.model_validate(read_conversation(session, actor, opened))


@router.get("")
def get_conversations(
    actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[ConversationOut]:
    """One's own conversations, newest first."""
    found = list_conversations(session, actor, limit=_MOST)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda conversation: conversation.id)
    return Page(items=[ConversationOut.model_validate(row) for row in rows], next_cursor=after)


@router.get("/{conversation_id}", responses=problems(404))
def get_conversation(conversation_id: RowId, actor: CurrentActor, session: Reading) -> ConversationOut:
    """One of one's own conversations."""
    return ConversationOut.model_validate(read_conversation(session, actor, conversation_id))


@router.get("/{conversation_id}/messages", responses=problems(404))
def get_messages(
    conversation_id: RowId, actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[MessageOut]:
    """The conversation's messages, in order."""
    found = recent_messages(session, actor, conversation_id, limit=_MOST)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda message: message.id)
    return Page(items=[MessageOut.model_validate(message) for message in rows], next_cursor=after)


@router.post("/{conversation_id}/messages", response_model=TurnOut, responses=_TURN)
def post_message(
    conversation_id: RowId,
    body: MessageIn,
    actor: CurrentActor,
    studio: Studio,
    accept: Annotated[str, Header(description="`text/event-stream` to follow the turn while it runs.")] = "",
) -> TurnOut | StreamingResponse:
    """Say something to the copilot and get its answer. The turn is stored, also when the connection is lost."""
    turn = studio.turns.begin(actor, conversation_id, body.text, CHANNEL)
    with studio.database.write() as session:
        title_after(session, conversation_id, body.text)
    if _EVENTS in accept:
        return StreamingResponse(event_stream(turn), media_type=_EVENTS)
    return whole_turn(turn)
