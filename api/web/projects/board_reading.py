"""What the board reads: the cards that its reader may see, cut to what is asked for, and how near each is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from api.web.projects.words import Due, due
from store.kernel.actor import Actor
from store.projects.board import BoardCard, read_board
from store.projects.sight import is_outside
from store.projects.tables import STAGES

if TYPE_CHECKING:
    from sqlmodel import Session

STATUSES = ("active", "closed", "lost")


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the board is asked for. `stage` is the one that a phone shows."""

    status: str = "active"
    client_id: str = ""
    words: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    stage: str
    cards: tuple[tuple[BoardCard, Due | None], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The board as it is shown; `clients` are those one may choose from, by name."""

    columns: tuple[Column, ...]
    clients: tuple[tuple[str, str], ...]
    asked: Asked
    outside: bool
    hidden: int

    @property
    def count(self) -> int:
        return sum(len(column.cards) for column in self.columns)


def look_at_board(session: Session, actor: Actor, asked: Asked, today: date) -> Board:
    """Return the actor's board. Raises `Forbidden` without `projects.read`."""
    cards = read_board(session, actor, status=asked.status)
    shown = [card for card in cards if _is_asked_for(card, asked)]
    columns = tuple(
        Column(
            stage,
            tuple(
                (card, due(card.delivery_on, today, stage=card.stage, status=card.status))
                for card in shown
                if card.stage == stage
            ),
        )
        for stage in STAGES
    )
    clients = sorted({(card.client_id, card.client) for card in cards}, key=lambda client: client[1].casefold())
    return Board(columns, tuple(clients), asked, is_outside(actor), len(cards) - len(shown))


def _is_asked_for(card: BoardCard, asked: Asked) -> bool:
    if asked.client_id and card.client_id != asked.client_id:
        return False
    text = f"{card.code} {card.name} {card.client}".casefold()
    return all(word in text for word in asked.words.casefold().split())
