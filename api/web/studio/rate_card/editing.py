"""Changing one item of a rate card: every wish is filed as a change set, nothing is written here."""

from __future__ import annotations

from functools import partial

from nicegui import ui

from api.web.components.buttons import act_button
from api.web.components.dialog import Dialog
from api.web.components.fields import Amount, Choice, Field, Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.visit import Visit
from api.web.studio.rate_card.table import unit_words
from store.budget.rate_card import RateCard, RateItem
from store.budget.rate_operations import RemoveRateItem, SetRateItem
from store.budget.rules import Unit
from store.kernel.errors import DomainError, Invalid
from store.kernel.ids import new_id
from store.kernel.money import Money

UNITS = tuple((unit.value, unit_words(unit)) for unit in Unit)


class ItemEditor:
    """Opens the form of one item, or of a new one, in a dialog that it puts into `place`."""

    def __init__(self, visit: Visit, place: ui.element, card: RateCard) -> None:
        self.visit, self.place, self.card = visit, place, card

    def open(self, item: RateItem | None) -> None:
        """Show the form of `item`; None adds one."""
        heading = "Add an item" if item is None else f"Change {item.code}"

        async def file(given: Given) -> None:
            await self._file(item, given)

        self.place.clear()
        with self.place, Dialog(heading).filled() as dialog:
            form = Form(self.visit, self._fields(item), file, submit="File for approval", name=heading)
            form.draw(cancel=dialog.close)
            if item is not None:
                with ui.element("div").classes("dialog-foot"):
                    words = ui.label(_REMOVING).classes("small muted").props("role=status")
                    remove = partial(self._remove, item, words)
                    act_button("Remove from the card", remove, kind="danger", working="Filing…")
        dialog.open()

    def _fields(self, item: RateItem | None) -> list[Field]:
        currency = self.card.currency
        code = [Text("code", "Code", required=True, most=24, hint="Such as CAM-08.")] if item is None else []
        return [
            *code,
            Text("description", "Description", required=True, value=item.description if item else None),
            Text("department", "Department", required=True, most=60, value=item.department if item else None),
            Text("account", "Account", required=True, most=24, value=item.account if item else None, hint=_ACCOUNT),
            Choice("unit", "Unit", required=True, options=UNITS, value=item.unit.value if item else None),
            Amount(
                "rate", f"Rate, {currency}", required=True, currency=currency, minor=_minor(item.rate if item else None)
            ),
            Amount(
                "cost", f"What it costs us, {currency}", currency=currency, minor=_minor(item.cost if item else None)
            ),
        ]

    async def _file(self, item: RateItem | None, given: Given) -> None:
        code = item.code if item else given.text("code")
        if item is None and self.card.find(code) is not None:
            raise Invalid(f"The card has {code} already. Change that item, or choose another code.")
        cost = given.values["cost"]
        operation = set_item(
            self.card,
            RateItem(
                id=item.id if item else new_id("rti"),
                code=code,
                account=given.text("account"),
                department=given.text("department"),
                description=given.text("description"),
                unit=Unit(given.text("unit")),
                rate=Money(given.minor("rate"), self.card.currency),
                cost=Money(cost, self.card.currency) if isinstance(cost, int) else None,
            ),
        )
        title = f"{'Change' if item else 'Add'} {code} on the {self.card.name}"
        await file_and_review(self.visit, title, [operation])

    async def _remove(self, item: RateItem, words: ui.label) -> None:
        title = f"Remove {item.code} from the {self.card.name}"
        try:
            await file_and_review(self.visit, title, [RemoveRateItem(id=item.id)])
        except DomainError as error:
            if error.code == "unauthenticated":
                raise
            # Said in the dialog, which would hide a notice under it.
            words.set_text(_IN_USE.format(code=item.code) if error.code == "still_used" else error.message)
            words.classes("refusal", remove="muted")


_REMOVING = "An item that no budget rests on can be removed."
_IN_USE = "Budgets rest on {code}, so it stays on the card. Say in its description that it is no longer offered."
_ACCOUNT = "The account of the budget it goes to, an AICP number as in 53 for camera."


def _minor(money: Money | None) -> int | None:
    return money.minor if money is not None else None


def set_item(card: RateCard, item: RateItem) -> SetRateItem:
    """Return the operation that puts an item on a card as it is given, in the place of the one with its code."""
    return SetRateItem.model_validate(
        {
            "id": item.id,
            "rate_card_id": card.id,
            "code": item.code,
            "account": item.account,
            "department": item.department,
            "description": item.description,
            "unit": item.unit.value,
            "rate_minor": item.rate.minor,
            "cost_minor": item.cost.minor if item.cost is not None else None,
            "currency": item.rate.currency,
        }
    )
