"""What holds for every brief: totals add up, nothing is zero, and asking for more never costs less."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from store.kernel.money import total
from store.proposals.facts import Amount, BriefFacts, Deliverable, Usage
from store.proposals.pricing import price
from tests.unit.proposals.brief_examples import CARD, RULES

RATES = {item.code: item.rate for item in CARD.items}
kinds = st.sampled_from([*RULES.kinds, "unheard of"])
ratios = st.lists(st.sampled_from(["16:9", "9:16", "1:1", "4:5"]), unique=True, max_size=4).map(tuple)
deliverables = st.builds(
    Deliverable,
    name=st.sampled_from(["Hero film", "Clips", "Interview with an actor"]),
    kind=kinds,
    quantity=st.integers(1, 60),
    duration_seconds=st.none() | st.integers(1, 7200),
    aspect_ratios=ratios,
)
half_days = st.integers(0, 40).map(lambda halves: Decimal(halves) / 2)
usages = st.builds(
    Usage,
    media=st.lists(st.sampled_from(["TV", "online", "print", "cinema", "website"]), max_size=3).map(tuple),
    territory=st.none() | st.sampled_from(["worldwide", "Netherlands", "France and Spain"]),
    months=st.none() | st.integers(1, 90),
)
briefs = st.builds(
    BriefFacts,
    deliverables=st.lists(deliverables, max_size=4).map(tuple),
    shoot_days=st.none() | half_days,
    locations=st.lists(st.sampled_from(["Amsterdam", "Lisbon", "Utrecht", "Oslo"]), max_size=3).map(tuple),
    revision_rounds=st.none() | st.integers(0, 8),
    usage=st.none() | usages,
    languages=st.lists(st.sampled_from(["English", "Dutch", "German"]), unique=True).map(tuple),
    budget_max=st.none() | st.builds(Amount, minor=st.integers(1, 20_000_000), currency=st.just("EUR")),
    tax_included=st.none() | st.booleans(),
)


@given(briefs)
@settings(max_examples=60, deadline=None)
def test_totals_add_up_and_every_rate_is_on_the_card(facts: BriefFacts) -> None:
    priced = price(facts, CARD, RULES)
    assert priced.subtotal == total((line.total for line in priced.lines), "EUR")
    assert priced.total == priced.subtotal + priced.contingency + priced.fee + priced.tax
    for line in priced.lines:
        assert line.total.minor > 0
        assert line.quantity > 0
        assert line.rate == RATES[line.source.rate_code or ""]
        assert line.total == line.rate.times(line.quantity)


@given(briefs, half_days)
@settings(max_examples=60, deadline=None)
def test_more_shoot_days_are_never_cheaper(facts: BriefFacts, more: Decimal) -> None:
    fewer = facts.model_copy(update={"shoot_days": facts.shoot_days or Decimal(0)})
    longer = facts.model_copy(update={"shoot_days": (facts.shoot_days or Decimal(0)) + more})
    assert price(longer, CARD, RULES).total >= price(fewer, CARD, RULES).total


@given(briefs.filter(lambda facts: facts.deliverables), st.integers(1, 20))
@settings(max_examples=60, deadline=None)
def test_more_pieces_are_never_cheaper(facts: BriefFacts, more: int) -> None:
    first, *others = facts.deliverables
    bigger = first.model_copy(update={"quantity": first.quantity + more})
    grown = facts.model_copy(update={"deliverables": (bigger, *others)})
    assert price(grown, CARD, RULES).total >= price(facts, CARD, RULES).total


@given(briefs.filter(lambda facts: facts.deliverables), deliverables)
@settings(max_examples=60, deadline=None)
def test_a_further_deliverable_is_never_cheaper(facts: BriefFacts, further: Deliverable) -> None:
    grown = facts.model_copy(update={"deliverables": (*facts.deliverables, further)})
    assert price(grown, CARD, RULES).total >= price(facts, CARD, RULES).total


@given(briefs)
@settings(max_examples=60, deadline=None)
def test_more_languages_rounds_and_months_are_never_cheaper(facts: BriefFacts) -> None:
    usage = facts.usage or Usage()
    grown = facts.model_copy(
        update={
            "languages": (*(facts.languages or ("English",)), "Finnish"),
            "revision_rounds": (facts.revision_rounds or RULES.revisions.included_rounds) + 1,
            "usage": usage.model_copy(update={"months": (usage.months or RULES.usage.assumed_months) + 12}),
        }
    )
    assert price(grown, CARD, RULES).total >= price(facts, CARD, RULES).total


@given(briefs)
@settings(max_examples=60, deadline=None)
def test_every_lever_saves_what_it_says(facts: BriefFacts) -> None:
    priced = price(facts, CARD, RULES)
    comparison = priced.comparison
    assert bool(priced.levers) <= priced.over_budget
    if comparison is None:
        return
    for lever in priced.levers:
        assert lever.saving.minor > 0
        assert lever.new_total + lever.saving == comparison.compared_total
        assert lever.fits == (lever.new_total <= comparison.ceiling)
