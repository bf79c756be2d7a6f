"""Tables of conversations. Messages and runs are only ever added: a turn's context is rebuilt from them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field, SQLModel

from store.kernel.columns import Json, UTCDateTime


class Conversation(SQLModel, table=True):
    __tablename__ = "conversations"

    id: str = Field(primary_key=True, max_length=40)
    user_id: str = Field(sa_column=Column(String(40), nullable=False, index=True))
    project_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("projects.id"), index=True))
    title: str = Field(max_length=200)
    channel: str = Field(max_length=16)
    created_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Message(SQLModel, table=True):
    """One message of a turn. `role` is human, ai or tool; an error shown to the person is an ai message."""

    __tablename__ = "messages"
    __table_args__ = (
        CheckConstraint("role IN ('human', 'ai', 'tool')", name="message_role_known"),
        Index("ux_message_position", "conversation_id", "position", unique=True),
    )

    id: str = Field(primary_key=True, max_length=40)
    conversation_id: str = Field(sa_column=Column(String(40), ForeignKey("conversations.id"), nullable=False))
    run_id: str | None = Field(default=None, max_length=40)
    position: int
    role: str = Field(max_length=8)
    content: str = Field(sa_column=Column(Text, nullable=False))
    tool_calls: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    tool_call_id: str | None = Field(default=None, max_length=80)
    tool_name: str | None = Field(default=None, max_length=80)
    tainted: bool = False
    created_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Run(SQLModel, table=True):
    """The log of one turn: which model, which prompts, what it took. Written once, when the turn ends."""

    __tablename__ = "runs"
    __table_args__ = (CheckConstraint("status IN ('done', 'failed', 'stopped')", name="run_status_known"),)

    id: str = Field(primary_key=True, max_length=40)
    conversation_id: str = Field(
        sa_column=Column(String(40), ForeignKey("conversations.id"), nullable=False, index=True)
    )
    user_id: str = Field(max_length=40)
    model: str = Field(max_length=120)
    prompt_hash: str = Field(max_length=64)
    status: str = Field(max_length=8)
    error_code: str | None = Field(default=None, max_length=48)
    model_calls: int = 0
    tool_calls: int = 0
    input_tokens: int | None = None
    output_tokens: int | None = None
    tainted: bool = False
    started_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    finished_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
