"""The operation on mail: sending one. It changes no row; the message goes out once the change set is greenlit."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from store.changes.draft import Draft, Effect
from store.changes.operation import Operation
from store.projects.tables import Project

Address = Annotated[str, StringConstraints(pattern=r"^[^@\s<>,;:\"]+@[^@\s<>,;:\"]+$", max_length=254)]


class SendEmail(Operation):
    """Send a plain-text e-mail in the studio's name."""

    kind: Literal["send_email"] = "send_email"
    permission: ClassVar[str] = "contacts.write"
    project_id: str | None = None
    to: tuple[Address, ...] = Field(min_length=1, max_length=50)
    cc: tuple[Address, ...] = Field(default=(), max_length=50)
    # A line break in a subject would begin another header.
    subject: str = Field(min_length=1, max_length=300, pattern=r"^[^\r\n]+$")
    body: str = Field(min_length=1, max_length=100_000)

    def plan(self, draft: Draft) -> None:
        if self.project_id is not None:
            draft.touches_project(self.project_id)
            draft.get(Project, self.project_id)
        draft.emit(
            Effect(
                "email",
                {"to": list(self.to), "cc": list(self.cc), "subject": self.subject, "body": self.body},
            )
        )


OPERATIONS = (SendEmail,)
