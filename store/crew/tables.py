"""Tables of crew. A person's rates are seen by fewer roles than the person."""

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field

from store.kernel.columns import VersionedRow


class Person(VersionedRow, table=True):
    __tablename__ = "people"
    __table_args__ = (CheckConstraint("length(name) > 0", name="person_named"),)

    name: str = Field(max_length=200, index=True)
    job_title: str = Field(max_length=120)
    department: str = Field(max_length=60, index=True)
    email: str | None = Field(default=None, max_length=254)
    phone: str | None = Field(default=None, max_length=60)
    home_city: str | None = Field(default=None, max_length=120)
    user_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("users.id"), index=True))
    notes: str | None = Field(default=None, sa_column=Column(Text))


class PersonRate(VersionedRow, table=True):
    """What a person is paid per unit from a day on."""

    __tablename__ = "person_rates"
    __table_args__ = (
        CheckConstraint("unit IN ('Hour', 'Day', 'Week', 'Month', 'Flat')", name="person_rate_unit_known"),
        CheckConstraint("rate_minor >= 0", name="person_rate_not_negative"),
        Index("ux_person_rate", "person_id", "unit", "effective_on", unique=True),
    )

    person_id: str = Field(sa_column=Column(String(40), ForeignKey("people.id"), nullable=False))
    unit: str = Field(max_length=8)
    rate_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    currency: str = Field(max_length=3)
    effective_on: date
