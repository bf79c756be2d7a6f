"""Operations on rate cards: what the studio charges from a day on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from store.budget.operations import UnitName
from store.budget.tables import RateCardRow, RateItemRow
from store.changes.draft import Draft
from store.changes.operation import Operation
from store.kernel.errors import Invalid

RATES = frozenset({"rate_card.read"})


class CreateRateCard(Operation):
    """Add a rate card in one currency; `is_default` makes it the one that proposals in that currency use."""

    kind: Literal["create_rate_card"] = "create_rate_card"
    permission: ClassVar[str] = "rate_card.write"
    reveals: ClassVar[frozenset[str]] = RATES
    studio_wide: ClassVar[bool] = True
    id: str = Field(max_length=40)
    name: str = Field(min_length=1, max_length=120)
    currency: str = Field(pattern="^[A-Z]{3}$")
    is_default: bool = False
    effective_on: date

    def plan(self, draft: Draft) -> None:
        if self.is_default:
            for other in draft.find(RateCardRow, currency=self.currency, is_default=True):
                draft.update(other, is_default=False)
        draft.insert(
            RateCardRow(
                id=self.id,
                name=self.name,
                currency=self.currency,
                is_default=self.is_default,
                effective_on=self.effective_on,
            )
        )


class SetRateItem(Operation):
    """Add an item to a rate card, or change the one with this code."""

    kind: Literal["set_rate_item"] = "set_rate_item"
    permission: ClassVar[str] = "rate_card.write"
    reveals: ClassVar[frozenset[str]] = RATES
    moves_money: ClassVar[bool] = True
    studio_wide: ClassVar[bool] = True
    id: str = Field(max_length=40)
    rate_card_id: str
    code: str = Field(min_length=1, max_length=24)
    account: str = Field(min_length=1, max_length=24)
    department: str = Field(min_length=1, max_length=60)
    description: str = Field(min_length=1, max_length=200)
    unit: UnitName
    rate_minor: int = Field(ge=0, le=10**14)
    cost_minor: int | None = Field(default=None, ge=0, le=10**14)
    currency: str = Field(pattern="^[A-Z]{3}$")

    def plan(self, draft: Draft) -> None:
        card = draft.get(RateCardRow, self.rate_card_id)
        if card.currency != self.currency:
            raise Invalid(f"The rate card '{card.name}' is in {card.currency}, the item in {self.currency}.")
        existing = draft.find(RateItemRow, rate_card_id=card.id, code=self.code)
        if existing:
            draft.update(existing[0], **self.model_dump(exclude={"kind", "id", "rate_card_id", "code"}))
        else:
            draft.insert(RateItemRow(**self.model_dump(exclude={"kind"})))


class RemoveRateItem(Operation):
    """Take an item off a rate card. Lines priced by it keep their rate."""

    kind: Literal["remove_rate_item"] = "remove_rate_item"
    permission: ClassVar[str] = "rate_card.write"
    reveals: ClassVar[frozenset[str]] = RATES
    studio_wide: ClassVar[bool] = True
    id: str

    def plan(self, draft: Draft) -> None:
        draft.delete(draft.get(RateItemRow, self.id))


OPERATIONS = (CreateRateCard, SetRateItem, RemoveRateItem)
