"""Facts of several briefs, as the reader would hand them on: the cases that the golden tests price."""

from datetime import date
from decimal import Decimal

from store.budget.rate_card import default_rate_cards
from store.proposals.facts import Amount, BriefFacts, Deliverable, Usage
from store.proposals.pricing import PricedProposal
from store.proposals.rules import default_pricing_rules

RULES = default_pricing_rules()
CARD = default_rate_cards()["EUR"]
TODAY = date(2026, 11, 23)


def piece(kind: str, quantity: int = 1, seconds: int | None = None, *ratios: str, name: str = "") -> Deliverable:
    return Deliverable(
        name=name or kind.capitalize(), kind=kind, quantity=quantity, duration_seconds=seconds, aspect_ratios=ratios
    )


BRAND_FILM = BriefFacts(
    client="Lumen",
    title="Spring",
    deliverables=(piece("film", 1, 90, "16:9", name="Brand film"), piece("cutdown", 4, 15, "16:9", "9:16")),
    shoot_days=Decimal(2),
    locations=("Lisbon",),
    languages=("English", "German"),
    budget_max=Amount(minor=4_500_000, currency="EUR"),
    delivery_on=date(2027, 2, 26),
)
SOCIAL = BriefFacts(deliverables=(piece("social", 8, 20, "9:16", name="Reels"),))
ANIMATION = BriefFacts(deliverables=(piece("animation", 1, 60, "16:9", name="Explainer"),))
STILLS = BriefFacts(deliverables=(piece("stills", 30, name="Product stills"),))
SERIES = BriefFacts(deliverables=(piece("episode", 6, 1500, name="Documentary series"),))
COMMERCIAL = BriefFacts(
    deliverables=(piece("film", 1, 30, "16:9", name="TVC"), piece("cutdown", 2, 10, "16:9")),
    shoot_days=Decimal(2),
    usage=Usage(media=("TV", "online"), territory="Netherlands and Belgium", months=24),
)
POST_ONLY = BriefFacts(deliverables=(piece("cutdown", 4, 15, "16:9", "1:1"),))
NOTHING = BriefFacts(client="Lumen")
EXAMPLES = {
    "brand film": BRAND_FILM,
    "social": SOCIAL,
    "animation": ANIMATION,
    "stills": STILLS,
    "series": SERIES,
    "commercial": COMMERCIAL,
    "post only": POST_ONLY,
}


def codes(priced: PricedProposal) -> set[str]:
    return {line.source.rate_code or "" for line in priced.lines}


def quantity(priced: PricedProposal, rule: str) -> Decimal:
    return sum((line.quantity for line in priced.lines if line.source.rule == rule), Decimal(0))
