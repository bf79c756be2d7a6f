"""What reading one brief gave, and what it took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.proposals.facts import BriefReading


@dataclass(frozen=True)
class Outcome:
    """A reading with what it cost. `texts` holds the extracted text of each source that quotes point into;
    tokens are None where nobody counted them.
    """

    reading: BriefReading
    texts: Mapping[str, str]
    seconds: float
    model_calls: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None
