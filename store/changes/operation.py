"""An operation is one typed, permitted change to production data; it plans row changes and never writes them itself.

Everything a change set needs follows from the plan: the preview is its before and after, staleness its base
versions, application its rows, and undoing it the same rows the other way round. So an operation says only what
is its own: the permission it takes, what it reveals, whether it moves money, and the rows it means to change. How
much money is read off the rows (`store.changes.stakes`), never off what an operation says.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from store.changes.draft import Draft
    from store.kernel.actor import Actor


class Operation(BaseModel):
    """One kind of change. Subclasses add a literal `kind`, their fields, and `plan`."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    permission: ClassVar[str]
    """What the proposer and the greenlighter must both be permitted."""

    reveals: ClassVar[frozenset[str]] = frozenset()
    """Further permissions without which one may not even see this operation (its figures, its rates)."""

    studio_wide: ClassVar[bool] = False
    """Touches what belongs to no project; an actor limited to some projects may not propose it."""

    moves_money: ClassVar[bool] = False
    """Puts money at stake, so that the policy's limit for its kind holds."""

    def as_planned(self, row_changes: Sequence[Mapping[str, Any]]) -> Self:
        """Return the operation with the figures that follow from other operations as they came out in the rows."""
        return self

    def when_filed(self, draft: Draft, actor: Actor, own: str | None) -> None:
        """Raise `Invalid` where a change set that waits claims the same; `own` is the code of the one that is revised.

        It is asked of planned operations when they are filed, and not when they are greenlit: the first to wait wins.
        """

    @abstractmethod
    def plan(self, draft: Draft) -> None:
        """Record the row changes in `draft`, or raise `Invalid` or `NotFound` and have recorded nothing of use."""
