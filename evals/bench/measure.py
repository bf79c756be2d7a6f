"""How a benchmark is taken and shown: interleaved rounds, medians, and a ratio against the peer."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured median in `unit`, beside its peer's (`ratio = ours / peer`) or the bound it is to stay under."""

    name: str
    ours: float
    unit: str
    peer_name: str
    peer: float
    most: float

    @property
    def ratio(self) -> float:
        return self.ours / self.peer

    @property
    def within(self) -> bool:
        return self.ratio <= self.most


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def side_by_side(
    ours: Callable[[], object], peer: Callable[[], object], *, rounds: int, warm: int = 2
) -> tuple[float, float]:
    """Return the medians in milliseconds of two pieces of work, taken in turns so that noise falls on both."""
    for _ in range(warm):
        ours()
        peer()
    pairs = [(milliseconds(ours), milliseconds(peer)) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)
