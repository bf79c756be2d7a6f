"""A change set in a few lines, wherever one is spoken of: what it would do, what is at stake, where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import htpy as h

from api.shown.values import kind_of
from api.web.components.badges import badge
from api.web.components.figures import money
from store.changes.tables import ChangeSet

_UNSAID = ("budget_accounts",)  # they come with their lines
_MOST_KINDS = 4


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows of a change set."""

    id: str
    code: str
    digest: str
    title: str
    status: str
    amount_minor: int | None
    currency: str | None
    contents: str
    tainted: bool
    from_brief: bool
    revision: int
    made_project: str | None
    made_offer: str | None

    @classmethod
    def of(cls, change_set: ChangeSet) -> Card:
        return cls(
            id=change_set.id,
            code=change_set.code,
            digest=change_set.digest,
            title=change_set.title,
            status=change_set.status,
            amount_minor=change_set.amount_minor,
            currency=change_set.currency,
            contents=contents_of(change_set),
            tainted=change_set.tainted,
            from_brief=any(operation.get("kind") == "record_brief" for operation in change_set.operations),
            revision=change_set.revision,
            made_project=_made(change_set, "projects"),
            made_offer=_made(change_set, "proposals"),
        )


def contents_of(change_set: ChangeSet) -> str:
    """Say what a change set holds, most of it first: `31 budget lines, 1 client, 1 project`."""
    counts = Counter(str(change["table"]) for change in change_set.row_changes if change["table"] not in _UNSAID)
    named = [f"{count} {kind_of(table, count)}" for table, count in counts.most_common()]
    if change_set.effects:
        named.append(f"{len(change_set.effects)} e-mail{'s' if len(change_set.effects) > 1 else ''}")
    more = " and more" if len(named) > _MOST_KINDS else ""
    return ", ".join(named[:_MOST_KINDS]) + more


def card_body(card: Card) -> h.Element:
    """Draw the card without its buttons, which are the page's."""
    return h.div(".card-body")[
        h.div(".spread")[
            h.a(".card-title", href=f"/approvals/{card.id}")[card.title],
            h.span(".card-amount")[money(card.amount_minor, card.currency)] if card.amount_minor is not None else None,
        ],
        h.div(".row-of.small.muted")[
            badge(card.status),
            h.span(".code")[card.code],
            h.span[card.contents],
            h.span(".badge.tone-wait", title="Text from outside the studio was read for this.")["has outside text"]
            if card.tainted
            else None,
        ],
    ]


def _made(change_set: ChangeSet, table: str) -> str | None:
    """Return the id of the row that it adds to a table, if it adds one."""
    made = (str(change["id"]) for change in change_set.row_changes if change["table"] == table and not change["before"])
    return next(made, None)
