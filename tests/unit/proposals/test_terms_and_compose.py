"""A composed proposal: terms that fit the job, payments that add up, and the price of each open question."""

from datetime import date
from decimal import Decimal

import pytest

from store.kernel.errors import Invalid
from store.kernel.money import Money, total
from store.proposals.compose import ProposalDraft, compose, proposal_title
from store.proposals.facts import BriefFacts, DaySpan, Usage
from store.proposals.pricing import price
from store.proposals.rules import default_pricing_rules, parse_pricing_rules, pricing_rules_text
from store.proposals.terms import default_terms, parse_terms, terms_text
from tests.unit.proposals.brief_examples import (
    ANIMATION,
    BRAND_FILM,
    CARD,
    COMMERCIAL,
    EXAMPLES,
    NOTHING,
    POST_ONLY,
    RULES,
    STILLS,
    TODAY,
    piece,
)


def draft(facts: BriefFacts, **changes: object) -> ProposalDraft:
    return compose(facts.model_copy(update=changes), CARD, RULES, TODAY)


def term(composed: ProposalDraft, code: str) -> str:
    return next(clause.text for clause in composed.terms if clause.code == code)


@pytest.mark.parametrize("name", EXAMPLES)
def test_payments_add_up_to_the_total_before_tax(name: str) -> None:
    composed = draft(EXAMPLES[name])
    assert total((payment.amount for payment in composed.payments), "EUR") == composed.priced.total_ex_tax
    assert [payment.percent for payment in composed.payments] == [50, 25, 25]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_brace_of_the_terms_is_filled_in(name: str) -> None:
    composed = draft(EXAMPLES[name])
    texts = [clause.text for clause in composed.terms] + [row.text for row in composed.exclusions]
    assert texts
    assert not any("{" in text or "}" in text for text in texts)


def test_payments_fall_due_on_the_planned_days() -> None:
    composed = draft(BRAND_FILM)
    assert [payment.due_on for payment in composed.payments] == [None, date(2027, 1, 28), date(2027, 2, 26)]
    assert [payment.due for payment in draft(ANIMATION).payments][1] == "on the first version"


def test_terms_state_the_brief_s_own_rounds_and_usage() -> None:
    composed = draft(BRAND_FILM, revision_rounds=3, usage=Usage(media=("website",), territory="Europe", months=24))
    assert term(composed, "revisions").startswith("3 revision rounds are included")
    assert "website; Europe; 24 months" in term(composed, "usage")
    assert "still to be agreed" in term(draft(BRAND_FILM), "usage")
    assert "23 Dec 2026" in term(composed, "validity")


def test_the_stated_price_of_a_further_round_is_what_it_would_add() -> None:
    with_one_more = price(BRAND_FILM.model_copy(update={"revision_rounds": 3}), CARD, RULES).total_ex_tax
    difference = with_one_more - price(BRAND_FILM, CARD, RULES).total_ex_tax
    assert str(difference) in term(draft(BRAND_FILM), "revisions")


def test_exclusions_follow_from_the_job() -> None:
    codes = {name: {row.code for row in draft(facts).exclusions} for name, facts in EXAMPLES.items()}
    assert "footage" in codes["post only"]
    assert "footage" not in codes["brand film"] | codes["animation"] | codes["stills"]
    assert "talent" in codes["brand film"]
    assert "talent_renewal" in codes["commercial"]
    assert "talent_renewal" not in codes["brand film"]
    assert "talent" not in codes["commercial"] | codes["animation"]
    assert "tax" in codes["social"]
    assert "tax" not in {row.code for row in draft(BRAND_FILM, tax_included=True).exclusions}
    assert "cancellation" not in {row.code for row in draft(POST_ONLY).terms}


@pytest.mark.parametrize("name", EXAMPLES)
def test_nobody_on_camera_is_said_to_be_the_client_s(name: str) -> None:
    composed = draft(EXAMPLES[name])
    texts = [note.text for note in composed.assumptions] + [row.text for row in composed.exclusions]
    assert not any("the client's" in text for text in texts)
    if composed.priced.scope.crew is not None:
        assert any("tell us who is on camera" in text for text in texts)


def test_tax_is_the_home_rate_and_said_to_be_open_for_a_client_abroad() -> None:
    assert any("registered abroad" in note.text for note in draft(BRAND_FILM).assumptions)
    assert not any("registered abroad" in note.text for note in draft(NOTHING).assumptions)


def test_no_tax_is_added_to_an_invoice_where_there_is_none() -> None:
    assert "tax is added to each" in term(draft(BRAND_FILM), "payment")
    abroad = RULES.model_copy(update={"studio": RULES.studio.model_copy(update={"country": "US"})})
    assert "tax is added" not in term(compose(BRAND_FILM, CARD, abroad, TODAY), "payment")


def test_open_questions_carry_what_an_answer_would_cost() -> None:
    composed = draft(STILLS)
    effects = {effect.field: effect.effect for effect in composed.effects}
    longer = price(STILLS.model_copy(update={"shoot_days": Decimal("2.5")}), CARD, RULES).total_ex_tax
    assert effects["shoot_days"] == longer - composed.priced.total_ex_tax
    assert effects["locations"] > Money.zero("EUR")
    assert "languages" not in effects
    assert "revision_rounds" not in effects  # stills are not edited, so a further round changes no price


def test_a_stated_fact_is_no_open_question() -> None:
    assert {effect.field for effect in draft(BRAND_FILM, revision_rounds=2).effects} == set()
    assert "usage" in {effect.field for effect in draft(COMMERCIAL, usage=Usage(media=("TV",))).effects}


def test_assumptions_and_warnings_of_price_and_outline_come_together() -> None:
    composed = draft(BRAND_FILM, delivery_on=date(2026, 12, 19))
    assert {warning.code for warning in composed.warnings} == {"over_budget", "tight_schedule"}
    assert {note.field for note in composed.assumptions} >= {"revision_rounds", "delivery_on", "tax_included"}


def test_a_brief_that_names_nothing_gives_an_empty_draft_that_says_so() -> None:
    composed = draft(NOTHING)
    assert (composed.lines, composed.milestones, composed.effects) == ((), (), ())
    assert [warning.code for warning in composed.warnings] == ["nothing_to_price"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"shoot_days": Decimal("1e12")}, "1000000000000 shoot days"),
        ({"shoot_days": Decimal(-2)}, "-2 shoot days"),
        ({"revision_rounds": 10**9}, "1000000000 revision rounds"),
        ({"delivery_on": date(9999, 12, 31)}, "delivery on 9999-12-31"),
        ({"shoot_dates": (date(9999, 12, 31), date(2027, 1, 12))}, "a shoot on 9999-12-31"),
        ({"deliverables": (piece("film", 10**30, 60), piece("social", 2, 15))}, "× Film of 60 seconds"),
        ({"deliverables": (piece("film", 1, 10**15),)}, "1 × Film of 1000000000000000 seconds"),
        ({"deliverables": (piece("film", 400, 3600),)}, "400 × Film of 3600 seconds"),
        ({"deliverables": (piece("stills", 5001),)}, "5001 × Stills of 0 seconds"),
        ({"shoot_window": DaySpan(first=TODAY, last=date(9999, 1, 1))}, "a shoot up to 9999-01-01"),
    ],
)
def test_a_figure_that_no_production_has_is_set_aside_and_said_to_be(changes: dict[str, object], said: str) -> None:
    composed = draft(BRAND_FILM, **changes)
    warning = next(warning for warning in composed.warnings if warning.code == "implausible")
    assert said in warning.message
    assert composed.total < Money.of(1_000_000, "EUR")


def test_the_title_is_the_brief_s_own_or_says_what_is_made() -> None:
    assert proposal_title(BRAND_FILM) == "Lumen: Spring"
    assert proposal_title(BRAND_FILM.model_copy(update={"title": "Lumen spring film"})) == "Lumen spring film"
    assert proposal_title(BriefFacts(deliverables=(piece("social", 8, name="Reels"),))) == "8 × Reels"
    assert len(proposal_title(BriefFacts(title="x" * 900))) == 300


def test_an_edited_rule_book_changes_the_price_by_its_rule() -> None:
    edited = pricing_rules_text().replace("contingency_percent = 7.5", "contingency_percent = 10", 1)
    priced = price(BRAND_FILM, CARD, parse_pricing_rules(edited))
    assert priced.contingency == priced.subtotal.percent(10)
    assert priced.subtotal == price(BRAND_FILM, CARD, RULES).subtotal


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("fee_percent = 12", "fee_percent = -12"), "mark_up.fee_percent"),
        (("fee_percent = 12", 'fee_percent = "much"'), "mark_up.fee_percent"),
        (("fee_percent = 12", "fee_percent = "), "TOML"),
        (("[crew.solo]", "[crew.tiny]"), "crew"),
        (("[kinds.other]", "[kinds.misc]"), "kinds.other"),
        (("weekend = [5, 6]", "weekend = [1, 2, 3, 4, 5, 6]"), "working days"),
        (('"12-24", ', '"24 Dec", '), "schedule.closed"),
        (('several_countries = "a region"', 'several_countries = "the moon"'), "several_countries"),
        (("stills_per_day = 25", "stills_per_day = 0"), "shoot.stills_per_day"),
        (("stills_per_day = 25", "stils_per_day = 25"), "stils_per_day"),
    ],
)
def test_a_rule_book_that_breaks_is_refused_whole_with_its_place(change: tuple[str, str], place: str) -> None:
    with pytest.raises(Invalid, match=place) as refused:
        parse_pricing_rules(pricing_rules_text().replace(*change))
    assert refused.value.code == "pricing_rules"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("percent = 50", "percent = 60"), "100 per cent"),
        (("percent = 50", "percent = 40"), "100 per cent"),
        (("{valid_until}", "{valid_til}"), "validity"),
        (("validity_days = 30", "validity_days = -1"), "validity_days"),
        (("[[payment]]", "[[payment"), "TOML"),
    ],
)
def test_terms_that_break_are_refused_with_their_place(change: tuple[str, str], place: str) -> None:
    with pytest.raises(Invalid, match=place) as refused:
        parse_terms(terms_text().replace(*change))
    assert refused.value.code == "terms"


def test_the_shipped_rule_book_names_only_items_of_the_shipped_card() -> None:
    for facts in EXAMPLES.values():
        assert "missing_rate" not in {warning.code for warning in price(facts, CARD, RULES).warnings}
    known = {item.code for item in CARD.items}
    rules = default_pricing_rules()
    assert {role.rate for crew in rules.crew.values() for role in crew.values()} <= known
    assert {code for kit in rules.kit.values() for code in kit} <= known
    assert default_terms().payment_days == 14


def test_an_offer_holds_until_the_client_decides_as_far_as_the_studio_goes() -> None:
    assert "23 Dec 2026" in term(draft(BRAND_FILM, offer_until=date(2026, 12, 20)), "validity")
    as_usual = draft(BRAND_FILM, offer_until=date(2026, 12, 23))
    assert not [note for note in as_usual.assumptions if note.field == "offer_until"]
    later = draft(BRAND_FILM, offer_until=date(2027, 2, 28))
    assert "28 Feb 2027" in term(later, "validity")
    assert [note.text for note in later.assumptions if note.field == "offer_until"] == [
        "The offer holds until 28 Feb 2027, as the brief needs it, instead of 23 Dec 2026."
    ]
    far = draft(BRAND_FILM, offer_until=date(2028, 1, 1))
    assert "23 Mar 2027" in term(far, "validity")
    assert any("holds until 23 Mar 2027, no longer" in note.text for note in far.assumptions)
