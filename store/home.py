"""Setting up a studio's home: the defaults that a studio then edits, put there once, when it is empty."""

from __future__ import annotations

from datetime import date

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from store.access.tables import Studio
from store.budget.rate_card import default_rate_cards
from store.budget.tables import RateCardRow, RateItemRow
from store.changes.audit import GENESIS
from store.changes.policy import ANY
from store.changes.tables import ApprovalPolicy, AuditHead
from store.kernel.database import Database
from store.kernel.ids import new_id
from store.kernel.migrate import open_studio
from store.kernel.settings import Settings
from store.projects.gates import DEFAULT_GATES
from store.projects.tables import GateRequirement

# Who may greenlight what alone, in the home currency's major units; None: any amount. Above it, a second person.
DEFAULT_POLICY: tuple[tuple[str, str, int | None], ...] = (
    ("admin", ANY, None),
    ("producer", ANY, 250_000),
    ("line_producer", ANY, 50_000),
    ("production_manager", ANY, 10_000),
    ("coordinator", ANY, 0),
    ("accountant", ANY, 50_000),
)


def open_home(settings: Settings) -> Database:
    """Open the studio at `settings.home`, set up from nothing where it is new; two processes may do so at once."""
    database = open_studio(settings)
    with database.read() as session:
        ready = session.get(Studio, "studio") is not None
    if not ready:
        with database.write() as session:
            set_up(session)
    return database


def set_up(session: Session) -> None:
    """Put the defaults in place, unless someone did already."""
    new = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    # Of two processes that come here at once, the second waits for this row and then finds it taken.
    mine = new(AuditHead).values(id=1, seq=0, hash=GENESIS).on_conflict_do_nothing().returning(col(AuditHead.id))
    if session.execute(mine).first() is None:
        return
    session.add(
        Studio(
            id="studio",
            name="Your studio",
            home_currency="EUR",
            home_country="NL",
            home_city="Amsterdam",
            time_zone="Europe/Amsterdam",
        )
    )
    for role, kind, limit in DEFAULT_POLICY:
        session.add(
            ApprovalPolicy(
                id=new_id("pol"),
                role=role,
                operation_kind=kind,
                limit_minor=None if limit is None else limit * 100,
                currency=None if limit is None else "EUR",
            )
        )
    for stage, checks in DEFAULT_GATES.items():
        for check, label in checks:
            session.add(GateRequirement(id=new_id("gat"), stage=stage, check_name=check, label=label))
    _add_rate_cards(session)
    session.flush()


def _add_rate_cards(session: Session) -> None:
    for currency, card in default_rate_cards().items():
        row = RateCardRow(
            id=f"rc_{card.id}"[:40], name=card.name, currency=currency, is_default=True, effective_on=date(2026, 1, 1)
        )
        session.add(row)
        session.flush()
        for item in card.items:
            session.add(
                RateItemRow(
                    id=f"{row.id}.{item.code}"[:40],
                    rate_card_id=row.id,
                    code=item.code,
                    account=item.account,
                    department=item.department,
                    description=item.description,
                    unit=item.unit.value,
                    rate_minor=item.rate.minor,
                    cost_minor=None if item.cost is None else item.cost.minor,
                    currency=currency,
                )
            )
