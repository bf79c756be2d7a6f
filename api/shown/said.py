"""Whose words stand beside a change set: an edit keeps those of whoever proposed it first, with the figures of then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.changes.queries import ChangeHead
    from store.changes.tables import ChangeSet


def said_before_edit(revisions: Sequence[ChangeHead], shown: ChangeHead | ChangeSet) -> ChangeHead | None:
    """Return the revision of which the words beside `shown` were said, where somebody has edited it since."""
    first = revisions[0]
    same = (first.proposed_by, first.proposed_kind) == (shown.proposed_by, shown.proposed_kind)
    return None if same else first
