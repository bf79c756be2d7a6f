"""What a list of change sets was asked for, as its address says it: a link to it shows the same again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from store.changes.tables import STATUSES

FIRST = 50
_MOST = 1_000
WAITING = "waiting"
HISTORY = "history"
DECIDED = tuple(status for status in STATUSES if status != "pending")
PROPOSERS = {"agent": "The copilot", "person": "A person", "token": "A program", "mailbox": "The mailbox"}


@dataclass(frozen=True, slots=True)
class Asked:
    """`show` is `waiting`, `history` or one status; `by` a kind of proposer or `me`; `project` a project's code."""

    show: str = WAITING
    by: str = ""
    project: str = ""
    find: str = ""
    outside: bool = False
    shown: int = FIRST

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """Return what an address asks for; what it says wrongly is as if it were not said."""
        show, by, shown = query.get("show", ""), query.get("by", ""), query.get("shown", "")
        return cls(
            show=show if show in (HISTORY, *DECIDED) else WAITING,
            by=by if by in (*PROPOSERS, "me") else "",
            project=query.get("project", "")[:60],
            find=query.get("find", "").strip()[:200],
            outside=query.get("outside") == "1",
            shown=min(max(int(shown), FIRST), _MOST) if shown.isdecimal() and len(shown) < 6 else FIRST,
        )

    @property
    def statuses(self) -> tuple[str, ...]:
        if self.show == WAITING:
            return ("pending",)
        return DECIDED if self.show == HISTORY else (self.show,)

    @property
    def is_narrowed(self) -> bool:
        """Whether something is left out that would be shown of the same statuses."""
        return bool(self.by or self.project or self.find or self.outside)

    def address(self, *, show: str | None = None, shown: int = FIRST) -> str:
        """Return the address of this list with another `show`, or with more rows shown."""
        asked = replace(self, show=self.show if show is None else show, shown=shown)
        said = {
            "show": asked.show if asked.show != WAITING else "",
            "by": asked.by,
            "project": asked.project,
            "find": asked.find,
            "outside": "1" if asked.outside else "",
            "shown": str(asked.shown) if asked.shown != FIRST else "",
        }
        query = urlencode({name: value for name, value in said.items() if value})
        return f"/approvals?{query}" if query else "/approvals"
