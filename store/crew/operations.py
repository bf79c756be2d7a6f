"""Operations on people and their rates."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from store.changes.draft import Draft
from store.changes.operation import Operation
from store.crew.tables import Person, PersonRate


class SetPerson(Operation):
    """Add a person, or change the one with this id."""

    kind: Literal["set_person"] = "set_person"
    permission: ClassVar[str] = "crew.write"
    id: str = Field(max_length=40)
    name: str = Field(min_length=1, max_length=200)
    job_title: str = Field(min_length=1, max_length=120)
    department: str = Field(min_length=1, max_length=60)
    email: str | None = Field(default=None, max_length=254)
    phone: str | None = Field(default=None, max_length=60)
    home_city: str | None = Field(default=None, max_length=120)

    def plan(self, draft: Draft) -> None:
        existing = draft.look(Person, self.id)
        if existing is None:
            draft.insert(Person(**self.model_dump(exclude={"kind"})))
        else:
            draft.update(existing, **self.model_dump(exclude={"kind", "id"}))


class SetPersonRate(Operation):
    """Say what a person is paid per unit from a day on."""

    kind: Literal["set_person_rate"] = "set_person_rate"
    permission: ClassVar[str] = "crew.write"
    reveals: ClassVar[frozenset[str]] = frozenset({"crew_rates.read"})
    moves_money: ClassVar[bool] = True
    id: str = Field(max_length=40)
    person_id: str
    unit: Literal["Hour", "Day", "Week", "Month", "Flat"]
    rate_minor: int = Field(ge=0, le=10**12)
    currency: str = Field(pattern="^[A-Z]{3}$")
    effective_on: date

    def plan(self, draft: Draft) -> None:
        draft.get(Person, self.person_id)
        same_day = [
            rate
            for rate in draft.find(PersonRate, person_id=self.person_id, unit=self.unit)
            if rate.effective_on == self.effective_on
        ]
        if same_day:
            draft.update(same_day[0], rate_minor=self.rate_minor, currency=self.currency)
        else:
            draft.insert(PersonRate(**self.model_dump(exclude={"kind"})))


OPERATIONS = (SetPerson, SetPersonRate)
