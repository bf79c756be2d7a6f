"""An edition as the template takes it: JSON of texts that are ready to print, every one of them printable."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from store.access.logo import EXTENSIONS
from store.proposals.edition.data import Clause, Edition, OfferedAccount, OfferedLine, Price
from store.proposals.edition.figures import amount, percent, quantity, with_code
from store.proposals.edition.timeline import timeline
from store.proposals.edition.words import length
from store.proposals.wording import day
from store.typesetting.colour import readable
from store.typesetting.fonts import TITLES, families
from store.typesetting.text import printable

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_LETTER_PAPER = ("US", "CA")
_ACCENT = "#27313f"


def payload(edition: Edition) -> str:
    """Return the template's data; the same edition gives the same text."""
    accent = edition.house.accent_colour or _ACCENT
    data: dict[str, Json] = {
        "paper": "us-letter" if edition.house.country in _LETTER_PAPER else "a4",
        "accent": accent,
        "accent_text": readable(accent),
        "fonts": families(),
        "title_fonts": families(TITLES),
        "internal": edition.kind == "internal",
        "logo": f"/logo.{EXTENSIONS[edition.logo.media_type]}" if edition.logo else None,
        **_cover(edition),
        "objective": edition.objective,
        "approach": _clauses(edition.approach),
        "pieces": [
            {
                "quantity": f"{piece.quantity:,}",
                "name": piece.name,
                "length": length(piece.seconds) if piece.seconds else "",
                "formats": ", ".join(piece.formats),
            }
            for piece in edition.pieces
        ],
        **_money(edition),
        **_schedule(edition),
        "terms": _clauses(edition.terms),
        "assumptions": edition.assumptions,
        "exclusions": edition.exclusions,
        "questions": edition.questions,
        **_inside(edition),
    }
    return json.dumps(_printable(data), ensure_ascii=False, sort_keys=True)


def _clauses(clauses: Sequence[Clause]) -> list[Json]:
    return [{"title": clause.title, "text": clause.text} for clause in clauses]


def _cover(edition: Edition) -> dict[str, Json]:
    house, recipient = edition.house, edition.recipient
    rows = [
        ("Project", edition.code),
        ("Version", str(edition.version)),
        ("Sent on" if edition.sent_on else "Date", day(edition.on)),
        ("Valid until", day(edition.valid_until) if edition.valid_until else ""),
        ("Accepted on", day(edition.decided_on) if edition.decided_on and edition.status == "accepted" else ""),
        ("Status", edition.status.capitalize() if edition.kind == "internal" else ""),
    ]
    legal = house.legal_name or house.name
    return {
        "house": house.name,
        "legal_name": legal,
        "imprint": [legal, *house.address],
        "reach": [part for part in (house.email, house.phone, house.website) if part],
        "tax_number": house.tax_number,
        "client": recipient.client,
        "contact": [part for part in (recipient.contact, recipient.contact_title, recipient.email) if part],
        "title": edition.title,
        "project": edition.project,
        "code": edition.code,
        "version": str(edition.version),
        "facts": [{"name": name, "value": value} for name, value in rows if value],
    }


def _money(edition: Edition) -> dict[str, Json]:
    groups: dict[str, list[OfferedAccount]] = {}
    for account in edition.accounts:
        groups.setdefault(account.group, []).append(account)
    return {
        "currency": edition.price.total.currency,
        "total": with_code(edition.price.total),
        "tax_included": edition.price.tax.minor != 0,
        "groups": [
            {
                "name": name,
                "total": amount(sum((account.total for account in rest), first.total)),
                "accounts": [_account(account) for account in (first, *rest)],
            }
            for name, (first, *rest) in groups.items()
        ],
        "sums": _sums(edition.price),
    }


def _account(account: OfferedAccount) -> dict[str, Json]:
    return {
        "code": account.code,
        "name": account.name,
        "total": amount(account.total),
        "lines": [
            *(_line(line) for line in account.lines),
            *(
                {"description": name, "quantity": "", "unit": "", "rate": "", "total": amount(charge), "source": ""}
                for name, charge in account.charges
            ),
        ],
    }


def _line(line: OfferedLine) -> dict[str, Json]:
    is_share = line.unit == "%"
    return {
        "description": line.description,
        "quantity": quantity(line.quantity, line.multiplier),
        "unit": "% of" if is_share else line.unit,
        "rate": amount(line.rate),
        "total": amount(line.total),
        "source": line.source or "",
    }


def _sums(price: Price) -> list[Json]:
    """Return the rows under the topsheet; what was not added is not named, except that no tax is.

    The instalments are shares of the total before tax, so that a client can check them.
    """
    parts = (
        ("Subtotal", None, price.subtotal, True),
        ("Contingency", price.contingency_percent, price.contingency, False),
        ("Production fee", price.fee_percent, price.fee, False),
        ("Total before tax", None, price.total - price.tax, True),
        ("Tax", price.tax_percent, price.tax, True),
    )
    return [
        {"name": name, "percent": percent(share), "amount": amount(money)}
        for name, share, money, always in parts
        if always or money.minor
    ]


def _schedule(edition: Edition) -> dict[str, Json]:
    outline = timeline(edition.steps)
    return {
        "steps": [
            {
                "name": step.name,
                "dates": day(step.starts_on)
                if step.starts_on == step.ends_on
                else f"{day(step.starts_on)} – {day(step.ends_on)}",
                "start": bar.start,
                "length": bar.length,
                "rule": step.rule or "",
            }
            for step, bar in zip(edition.steps, outline.bars, strict=True)
        ],
        "ticks": [{"at": at, "label": day(on).partition(" ")[2]} for at, on in outline.ticks],
    }


def _inside(edition: Edition) -> dict[str, Json]:
    if edition.inside is None:
        return {}
    return {
        "evidence": [{"name": fact.name, "value": fact.value, "quotes": fact.quotes} for fact in edition.inside.facts],
        "warnings": edition.inside.warnings,
        "levers_basis": next((way.basis for way in edition.inside.levers), ""),
        "levers": [
            {"description": way.description, "saving": amount(way.saving), "new_total": amount(way.new_total)}
            for way in edition.inside.levers
        ],
    }


def _printable(value: Json) -> Json:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {name: _printable(item) for name, item in value.items()}
    if isinstance(value, Sequence):
        return [_printable(item) for item in value]
    return value
