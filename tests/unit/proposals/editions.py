"""Editions made up for tests: one to change, lines in numbers, and the text of what was set."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pypdf

from store.kernel.money import Money, total
from store.proposals.edition import Edition, render_pdf
from store.proposals.edition.data import (
    Clause,
    Evidenced,
    House,
    Inside,
    Lever,
    OfferedAccount,
    OfferedLine,
    PieceToMake,
    Price,
    Recipient,
    Step,
)

HOUSE = House(
    name="Northlight Pictures",
    legal_name="Northlight Pictures B.V.",
    address=("Papaverweg 34", "1032 KJ Amsterdam"),
    email="office@northlight.example",
    phone="+31 20 555 0148",
    website="northlight.example",
    tax_number="NL 8555.00.148.B01",
    accent_colour="#1F4E5F",
    country="NL",
)


def account(code: str, lines: int, *, currency: str = "EUR", name: str = "", first: int = 0) -> OfferedAccount:
    """Return an account of so many lines, each of its own price."""
    made = tuple(
        OfferedLine(
            description=f"Item {number + 1} of {code}",
            quantity=Decimal(2),
            multiplier=Decimal(1),
            unit="Day",
            rate=Money(100_000 + number, currency),
            total=Money(2 * (100_000 + number), currency),
            source=None,
        )
        for number in range(first, first + lines)
    )
    return OfferedAccount(
        code, name or f"Account {code}", f"Group {code}", made, (), total((line.total for line in made), currency)
    )


def priced(*accounts: OfferedAccount) -> dict[str, Any]:
    """Return accounts and the price that they come to, with 10 % contingency, as changes of an edition."""
    net = total((account.total for account in accounts), accounts[0].total.currency)
    contingency, nothing = net.percent(10), Money.zero(net.currency)
    price = Price(net, contingency, nothing, nothing, net + contingency, Decimal(10), Decimal(0), Decimal(0))
    return {"accounts": accounts, "price": price}


def edition(**changes: Any) -> Edition:
    """Return a client's edition, with some of it changed."""
    plain = Edition(
        kind="client",
        house=HOUSE,
        logo=None,
        recipient=Recipient("Lumen", "Carla Brandt", "Head of Brand", "carla@lumen.example"),
        code="LUM-26-02",
        project="Winter Evenings",
        title="Winter Evenings commercial",
        version=2,
        status="sent",
        on=date(2026, 10, 8),
        sent_on=date(2026, 10, 8),
        decided_on=None,
        valid_until=date(2026, 11, 4),
        objective="Make people feel how light changes a room.",
        approach=(Clause("We shoot", "3 days in Amsterdam."),),
        pieces=(PieceToMake(1, "Commercial", 30, ("16:9",)), PieceToMake(3, "Cutdown", 10, ("16:9", "9:16"))),
        **priced(account("51", 3), account("193", 2)),
        steps=(
            Step("Kick-off", date(2026, 12, 9), date(2026, 12, 9), None),
            Step("Shoot", date(2026, 12, 29), date(2027, 1, 4), None),
            Step("Delivery", date(2027, 1, 29), date(2027, 1, 29), None),
        ),
        terms=(Clause("Validity", "This proposal holds until 4 Nov 2026."),),
        assumptions=("The shoot has a large crew.",),
        exclusions=("Media spend and placement.",),
        questions=("Who is on camera?",),
    )
    return replace(plain, **changes)


def inside(plain: Edition) -> Edition:
    """Return the house's own edition of a client's."""
    accounts = tuple(
        replace(a, lines=tuple(replace(line, source="rate card CAM-10") for line in a.lines)) for a in plain.accounts
    )
    behind = Inside(
        facts=(Evidenced("Shoot days", "3", ("three days on set",)),),
        warnings=("Over the client's budget by EUR 1,000.00.",),
        levers=(Lever("One shoot day less", Money(10_000, "EUR"), Money(90_000, "EUR"), "excluding tax"),),
    )
    steps = tuple(replace(step, rule="schedule.shoot: 3 working days") for step in plain.steps)
    return replace(plain, kind="internal", accounts=accounts, steps=steps, inside=behind)


def pages_of(printed: Edition) -> list[str]:
    """Return the text of each page of the edition's PDF."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render_pdf(printed))).pages]


def text_of(printed: Edition) -> str:
    """Return the PDF's text with every run of white space as one blank."""
    return " ".join(" ".join(pages_of(printed)).split())
