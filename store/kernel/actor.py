"""Who acts. Built at the edge from a session or a token, never from a request body, never offered to a model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

ActorKind = Literal["person", "token", "agent", "mailbox", "clock"]


@dataclass(frozen=True, slots=True)
class Actor:
    """An authenticated door into the studio.

    `project_ids` None means every project; `permissions` is what policy grants the user's role, cut down to the
    token's scopes where there is one. `session_id` is set for a person with an interactive session only.
    """

    kind: ActorKind
    user_id: str
    role: str
    permissions: frozenset[str]
    project_ids: frozenset[str] | None
    session_id: str | None = None

    def may(self, permission: str) -> bool:
        return permission in self.permissions

    def sees_project(self, project_id: str) -> bool:
        return self.project_ids is None or project_id in self.project_ids

    def as_agent(self) -> Actor:
        """The copilot acting for this user: the same sight, no session, so that it can never greenlight."""
        return replace(self, kind="agent", session_id=None)


TIME = Actor("clock", "clock", "clock", permissions=frozenset(), project_ids=frozenset())
"""Who is on record for what nobody did: that time ran out. It may do nothing and sees nothing."""
