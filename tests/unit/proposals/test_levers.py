"""Levers are computed savings, offered when the total is over the client's budget."""

from decimal import Decimal

import pytest

from store.kernel.money import Money
from store.proposals.comparison import basis_of_lever
from store.proposals.estimate import Desk, estimate
from store.proposals.facts import Amount, BriefFacts
from store.proposals.levers import Lever, find_levers
from store.proposals.pricing import PricedProposal, price
from store.proposals.scope import Choices
from tests.unit.proposals.brief_examples import ANIMATION, BRAND_FILM, CARD, COMMERCIAL, RULES, SOCIAL, piece


def over(facts: BriefFacts, euros: int) -> PricedProposal:
    return price(facts.model_copy(update={"budget_max": Amount(minor=euros * 100, currency="EUR")}), CARD, RULES)


def lever(priced: PricedProposal, code: str) -> Lever:
    return next(lever for lever in priced.levers if lever.code == code)


def test_an_over_budget_brief_says_by_how_much_and_offers_levers_with_their_new_totals() -> None:
    priced = over(BRAND_FILM, 45_000)
    warning = next(warning for warning in priced.warnings if warning.code == "over_budget")
    assert "EUR 4,554.86 over the client's budget of EUR 45,000.00" in warning.message
    assert "excluding tax" in warning.message
    for named in priced.levers[:3]:
        assert str(named.new_total) in warning.message


def test_a_brief_within_its_budget_has_no_levers() -> None:
    assert over(BRAND_FILM, 60_000).levers == ()


def test_levers_that_fit_come_first_the_mildest_of_them_first() -> None:
    priced = over(BRAND_FILM, 45_000)
    fitting = [lever for lever in priced.levers if lever.fits]
    assert [lever.code for lever in fitting] == ["fewer_shoot_days", "smaller_crew", "shoot_at_home"]
    assert list(priced.levers[:2]) == fitting[:2]
    assert priced.levers[-1].code == "shoot_at_home"
    assert priced.levers[-1].description == "If the place may be ours to choose: shoot in or near Amsterdam."
    assert "all_together" not in {lever.code for lever in priced.levers}


def test_figures_of_levers_say_whether_they_hold_tax_as_the_clients_budget_does() -> None:
    for with_tax, words in ((True, "including tax"), (False, "excluding tax")):
        priced = over(BRAND_FILM.model_copy(update={"tax_included": with_tax}), 45_000)
        total = priced.total.minor
        said = {basis_of_lever(one.saving.minor, one.new_total.minor, total_minor=total) for one in priced.levers}
        assert said == {words}


def test_where_none_fits_those_that_save_most_come_first() -> None:
    *alone, _together = over(BRAND_FILM, 26_000).levers
    ours = [lever.saving for lever in alone if lever.code != "shoot_at_home"]
    assert len(ours) > 3
    assert ours == sorted(ours, reverse=True)


def test_a_smaller_crew_is_named_by_what_it_goes_without() -> None:
    smaller = lever(over(BRAND_FILM, 45_000), "smaller_crew").description
    assert smaller.startswith("Shoot with a small crew instead of a medium one. It goes without: ")
    assert "Gaffer" in smaller


def test_leaving_the_large_crew_is_never_the_first_way_to_save() -> None:
    for euros in (61_000, 65_000, 70_000, 80_000):
        priced = over(COMMERCIAL, euros)
        assert not priced.levers or priced.levers[0].code != "smaller_crew"
        if any(each.fits for each in priced.levers):
            warning = next(warning for warning in priced.warnings if warning.code == "over_budget")
            assert str(next(each for each in priced.levers if each.fits).new_total) in warning.message


def test_when_no_lever_fits_alone_all_of_them_together_are_priced() -> None:
    priced = over(BRAND_FILM, 26_000)
    together = lever(priced, "all_together")
    assert priced.levers[-1] == together
    assert together.fits
    assert together.new_total < min(each.new_total for each in priced.levers[:-1])


def test_when_even_all_levers_do_not_fit_the_warning_says_that_the_brief_has_to_shrink() -> None:
    priced = over(BRAND_FILM, 2_000)
    assert not any(lever.fits for lever in priced.levers)
    assert "the brief itself has to shrink" in priced.warnings[-1].message


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("fewer_shoot_days", {"shoot_days": 1}),
        ("one_language", {"languages": ("English",)}),
    ],
)
def test_a_lever_s_new_total_is_the_price_of_the_changed_brief(code: str, changes: dict[str, object]) -> None:
    changed = BRAND_FILM.model_validate({**BRAND_FILM.model_dump(), **changes, "budget_max": None})
    assert lever(over(BRAND_FILM, 45_000), code).new_total == price(changed, CARD, RULES).total_ex_tax


def test_all_of_them_together_are_the_price_of_the_brief_changed_in_every_way() -> None:
    facts = BRAND_FILM.model_copy(update={"budget_max": None, "revision_rounds": 5})
    priced = estimate(facts, Desk(CARD, RULES))
    *alone, together = find_levers(facts, Desk(CARD, RULES), priced, Money.of(1, "EUR"), with_tax=False)
    assert {"fewer_formats", "fewer_pieces", "remote_grade", "thinner_contingency"} <= {one.code for one in alone}
    film, cutdowns = BRAND_FILM.deliverables
    lean = facts.model_copy(
        update={
            "deliverables": (film, cutdowns.model_copy(update={"quantity": 2, "aspect_ratios": ("16:9",)})),
            "shoot_days": Decimal(1),
            "languages": ("English",),
            "revision_rounds": 2,
        }
    )
    thin = RULES.mark_up.model_copy(update={"contingency_percent": RULES.mark_up.minimum_contingency_percent})
    thin_rules = RULES.model_copy(update={"mark_up": thin})
    choices = Choices(crew_steps_down=1, remote_grade=True, at_home=True)
    assert together.code == "all_together"
    assert together.new_total == estimate(lean, Desk(CARD, thin_rules), choices).total_ex_tax


def test_one_way_to_save_is_not_told_twice() -> None:
    assert [lever.code for lever in over(ANIMATION, 1).levers] == ["thinner_contingency"]


def test_a_lever_that_meets_the_budget_to_the_cent_fits_it() -> None:
    exactly = lever(over(BRAND_FILM, 45_000), "thinner_contingency").new_total
    budget = Amount(minor=exactly.minor, currency="EUR")
    priced = price(BRAND_FILM.model_copy(update={"budget_max": budget}), CARD, RULES)
    assert lever(priced, "thinner_contingency").fits


def test_a_shoot_is_shortened_by_a_day_but_not_below_the_shortest() -> None:
    for days, left in ((Decimal(2), "1 instead of 2 days"), (Decimal("1.25"), "0.5 instead of 1.25 days")):
        facts = BRAND_FILM.model_copy(update={"shoot_days": days})
        assert lever(over(facts, 20_000), "fewer_shoot_days").description == f"Shoot {left}."


def test_levers_are_with_tax_when_the_budget_is() -> None:
    facts = BRAND_FILM.model_copy(update={"tax_included": True})
    home = facts.model_copy(update={"locations": ("Amsterdam",)})
    assert lever(over(facts, 45_000), "shoot_at_home").new_total == price(home, CARD, RULES).total


def test_a_thinner_contingency_goes_down_to_the_studio_s_minimum_and_says_what_it_risks() -> None:
    thinner = lever(over(BRAND_FILM, 45_000), "thinner_contingency")
    assert thinner.saving == Money.of("1036.71", "EUR")  # 2.5 % of 41,468.50
    assert "less is left for the unforeseen" in thinner.description


def test_a_commercial_can_buy_its_usage_for_the_next_shorter_term() -> None:
    shorter = lever(over(COMMERCIAL, 90_000), "shorter_usage")
    assert "for 12 months" in shorter.description
    assert COMMERCIAL.usage is not None
    year = COMMERCIAL.model_copy(update={"usage": COMMERCIAL.usage.model_copy(update={"months": 12})})
    assert shorter.new_total == price(year, CARD, RULES).total_ex_tax


def test_use_for_ever_can_be_bought_for_the_longest_stated_term_instead() -> None:
    assert COMMERCIAL.usage is not None
    ever = COMMERCIAL.usage.model_copy(update={"months": None, "perpetual": True})
    shorter = lever(over(COMMERCIAL.model_copy(update={"usage": ever}), 90_000), "shorter_usage")
    assert "for 60 months" in shorter.description
    years = COMMERCIAL.model_copy(update={"usage": COMMERCIAL.usage.model_copy(update={"months": 60})})
    assert shorter.new_total == price(years, CARD, RULES).total_ex_tax


def test_social_clips_can_be_fewer_but_films_are_not_halved() -> None:
    assert lever(over(SOCIAL, 1_000), "fewer_pieces").description == "Make half as many of: Reels."
    five, three = (
        SOCIAL.model_copy(update={"deliverables": (piece("social", reels, 20, name="Reels"), piece("film", 2, 60))})
        for reels in (5, 3)
    )
    fewer = lever(over(five, 30_000), "fewer_pieces")
    assert fewer.description == "Make half as many of: Reels."
    assert fewer.new_total == over(three, 30_000).total_ex_tax
    codes = {
        lever.code
        for lever in over(BRAND_FILM.model_copy(update={"deliverables": BRAND_FILM.deliverables[:1]}), 1_000).levers
    }
    assert "fewer_pieces" not in codes
