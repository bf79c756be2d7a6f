"""An operation is one typed, permitted change to production data; it plans row changes and never writes them itself.

Everything a change set needs follows from the plan: the preview is its before and after, staleness its base
versions, application its rows, and undoing it the same rows the other way round. So an operation says only what
is its own: the permission it takes, what it reveals, what it is worth, and the rows it means to change.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel, ConfigDict

from store.kernel.money import Money

if TYPE_CHECKING:
    from store.changes.draft import Draft


class Operation(BaseModel):
    """One kind of change. Subclasses add a literal `kind`, their fields, and `plan`."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    permission: ClassVar[str]
    """What the proposer and the greenlighter must both be permitted."""

    reveals: ClassVar[frozenset[str]] = frozenset()
    """Further permissions without which one may not even see this operation (its figures, its rates)."""

    studio_wide: ClassVar[bool] = False
    """Touches what belongs to no project; an actor limited to some projects may not propose it."""

    def amount(self) -> Money | None:
        """What is at stake, for the policy's limits; None where no money is."""
        return None

    @abstractmethod
    def plan(self, draft: Draft) -> None:
        """Record the row changes in `draft`, or raise `Invalid` or `NotFound` and have recorded nothing of use."""
