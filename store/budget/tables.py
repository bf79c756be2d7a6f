"""Tables of budgets: what things cost by the rate card, and what a production is budgeted at."""

from datetime import date
from decimal import Decimal

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field

from store.kernel.columns import ExactDecimal, VersionedRow

UNITS = ("Hour", "Day", "Week", "Month", "Flat", "Allow", "%")
_UNIT_CHECK = "unit IN ({})".format(", ".join(f"'{unit}'" for unit in UNITS))


class RateCardRow(VersionedRow, table=True):
    __tablename__ = "rate_cards"

    name: str = Field(max_length=120)
    currency: str = Field(max_length=3)
    is_default: bool = False
    effective_on: date


class RateItemRow(VersionedRow, table=True):
    """One thing with a price: what we charge for it, and what it costs us where that is known."""

    __tablename__ = "rate_items"
    __table_args__ = (
        Index("ux_rate_item_code", "rate_card_id", "code", unique=True),
        CheckConstraint(_UNIT_CHECK, name="rate_item_unit_known"),
        CheckConstraint("rate_minor >= 0", name="rate_item_rate_not_negative"),
    )

    rate_card_id: str = Field(sa_column=Column(String(40), ForeignKey("rate_cards.id"), nullable=False))
    code: str = Field(max_length=24)
    account: str = Field(max_length=24)
    department: str = Field(max_length=60)
    description: str = Field(max_length=200)
    unit: str = Field(max_length=8)
    rate_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    cost_minor: int | None = Field(default=None, sa_column=Column(BigInteger))
    currency: str = Field(max_length=3)


class BudgetRow(VersionedRow, table=True):
    """A budget of a project; with `proposal_id`, the lines of that proposal."""

    __tablename__ = "budgets"
    __table_args__ = (CheckConstraint("status IN ('draft', 'locked')", name="budget_status_known"),)

    project_id: str = Field(sa_column=Column(String(40), ForeignKey("projects.id"), nullable=False, index=True))
    proposal_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("proposals.id"), index=True))
    name: str = Field(max_length=200)
    status: str = Field(default="draft", max_length=8)
    currency: str = Field(max_length=3)
    contingency_percent: Decimal = Field(sa_column=Column(ExactDecimal, nullable=False))
    fee_percent: Decimal = Field(sa_column=Column(ExactDecimal, nullable=False))
    tax_percent: Decimal = Field(sa_column=Column(ExactDecimal, nullable=False))


class BudgetAccountRow(VersionedRow, table=True):
    __tablename__ = "budget_accounts"
    __table_args__ = (Index("ux_budget_account", "budget_id", "code", unique=True),)

    budget_id: str = Field(sa_column=Column(String(40), ForeignKey("budgets.id"), nullable=False))
    code: str = Field(max_length=24)
    name: str = Field(max_length=120)
    position: int
    section: str = Field(default="BTL", max_length=12)


class BudgetLineRow(VersionedRow, table=True):
    """A detail line: quantity × multiplier × rate of a unit. `source` names the rule or the person behind it."""

    __tablename__ = "budget_lines"
    __table_args__ = (
        CheckConstraint(_UNIT_CHECK, name="budget_line_unit_known"),
        Index("ix_budget_line_position", "budget_id", "position"),
    )

    budget_id: str = Field(sa_column=Column(String(40), ForeignKey("budgets.id"), nullable=False))
    account_id: str = Field(sa_column=Column(String(40), ForeignKey("budget_accounts.id"), nullable=False, index=True))
    position: int
    description: str = Field(max_length=300)
    quantity: Decimal = Field(sa_column=Column(ExactDecimal, nullable=False))
    multiplier: Decimal = Field(sa_column=Column(ExactDecimal, nullable=False))
    unit: str = Field(max_length=8)
    rate_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    total_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    currency: str = Field(max_length=3)
    rate_item_id: str | None = Field(
        default=None, sa_column=Column(String(40), ForeignKey("rate_items.id"), index=True)
    )
    source: str = Field(sa_column=Column(Text, nullable=False))


class FringeRow(VersionedRow, table=True):
    """A charge on labour: a percentage up to a cutoff, or a flat amount."""

    __tablename__ = "fringes"
    __table_args__ = (CheckConstraint("(percent IS NULL) <> (amount_minor IS NULL)", name="fringe_percent_or_flat"),)

    budget_id: str = Field(sa_column=Column(String(40), ForeignKey("budgets.id"), nullable=False, index=True))
    account_id: str | None = Field(
        default=None, sa_column=Column(String(40), ForeignKey("budget_accounts.id"), index=True)
    )
    name: str = Field(max_length=120)
    percent: Decimal | None = Field(default=None, sa_column=Column(ExactDecimal))
    amount_minor: int | None = Field(default=None, sa_column=Column(BigInteger))
    cutoff_minor: int | None = Field(default=None, sa_column=Column(BigInteger))
    currency: str = Field(max_length=3)
