"""People, and what they are paid."""

from __future__ import annotations

from datetime import date

from api.rest.schemas.common import MoneyOut, Out
from store.crew.tables import PersonRate


class PersonOut(Out):
    id: str
    version: int
    name: str
    job_title: str
    department: str
    email: str | None
    phone: str | None
    home_city: str | None


class PersonRateOut(Out):
    """What a person is paid per unit from a day on."""

    id: str
    version: int
    unit: str
    rate: MoneyOut
    effective_on: date

    @classmethod
    def of(cls, row: PersonRate) -> PersonRateOut:
        return cls(**row.model_dump(), rate=MoneyOut(minor=row.rate_minor, currency=row.currency))
