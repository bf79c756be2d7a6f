"""Every price follows from the facts by the rule book and the rate card, and says so."""

from datetime import date
from decimal import Decimal

import pytest

from store.budget.rate_card import default_rate_cards
from store.kernel.errors import Invalid
from store.kernel.money import Money, total
from store.proposals.facts import Amount, BriefFacts, BudgetEach, Usage
from store.proposals.pricing import choose_card, price
from tests.unit.proposals.brief_examples import (
    ANIMATION,
    BRAND_FILM,
    CARD,
    COMMERCIAL,
    EXAMPLES,
    NOTHING,
    POST_ONLY,
    RULES,
    SERIES,
    SOCIAL,
    STILLS,
    codes,
    piece,
    quantity,
)


def with_budget(facts: BriefFacts, euros: int, *, tax_included: bool | None = None) -> BriefFacts:
    budget = Amount(minor=euros * 100, currency="EUR")
    return facts.model_copy(update={"budget_max": budget, "tax_included": tax_included})


@pytest.mark.parametrize(
    ("name", "lines", "subtotal", "total_ex_tax"),
    [
        ("brand film", 43, "41468.50", "49554.86"),
        ("social", 23, "16189.00", "19345.86"),
        ("animation", 12, "14290.00", "17076.55"),
        ("stills", 13, "8002.50", "9562.99"),
        ("series", 22, "162345.00", "194002.28"),
        ("commercial", 64, "99529.00", "118937.16"),
        ("post only", 8, "3079.50", "3680.00"),
    ],
)
def test_the_shipped_rule_book_prices_known_briefs_as_before(
    name: str, lines: int, subtotal: str, total_ex_tax: str
) -> None:
    priced = price(EXAMPLES[name], CARD, RULES)
    assert (len(priced.lines), str(priced.subtotal.amount), str(priced.total_ex_tax.amount)) == (
        lines,
        subtotal,
        total_ex_tax,
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_lines_and_totals_add_up_and_every_line_names_its_rule_and_rate(name: str) -> None:
    priced = price(EXAMPLES[name], CARD, RULES)
    rates = {item.code: item.rate for item in CARD.items}
    for line in priced.lines:
        assert line.total == line.rate.times(line.quantity)
        assert line.total.minor > 0
        assert line.rate == rates[line.source.rate_code or ""]
        assert str(line.source).startswith(f"rate card {line.source.rate_code}; rule {line.source.rule}: ")
    assert priced.subtotal == total((line.total for line in priced.lines), "EUR")
    assert priced.contingency == priced.subtotal.percent(Decimal("7.5"))
    assert priced.fee == priced.subtotal.percent(12)
    assert priced.total == priced.subtotal + priced.contingency + priced.fee + priced.tax
    shown = [*priced.lines, *priced.mark_up_lines]
    assert total((line.total for line in shown), "EUR") == priced.total


def test_the_same_facts_give_the_same_proposal_in_the_order_of_the_chart() -> None:
    first, second = price(COMMERCIAL, CARD, RULES), price(COMMERCIAL, CARD, RULES)
    assert first == second
    numbers = [int(line.account) for line in first.lines]
    assert numbers == sorted(numbers)


def test_a_source_names_the_fact_only_when_the_brief_states_it() -> None:
    stated = price(BRAND_FILM, CARD, RULES)
    camera = next(line for line in stated.lines if line.source.rule == "crew.medium.director_of_photography")
    assert str(camera.source) == (
        "rate card CAM-01; rule crew.medium.director_of_photography: 2 shoot days [brief: shoot_days]"
    )
    derived = price(SOCIAL, CARD, RULES)
    camera = next(line for line in derived.lines if line.source.rule == "crew.small.camera")
    assert camera.source.facts == ("deliverables",)


def test_missing_shoot_days_are_derived_and_listed_as_an_assumption() -> None:
    priced = price(SERIES, CARD, RULES)
    assert priced.scope.shoot_days == Decimal(19)  # 6 × 25 minutes, 8 minutes a day, up to the half day
    assert any(
        note.field == "shoot_days" and note.text.startswith("19 shoot days, derived") for note in priced.assumptions
    )
    stated = price(SERIES.model_copy(update={"shoot_days": Decimal(10)}), CARD, RULES)
    assert stated.scope.shoot_days == Decimal(10)
    assert not any(note.field == "shoot_days" for note in stated.assumptions)


def test_stated_shoot_dates_count_as_shoot_days() -> None:
    dates = (date(2027, 1, 12), date(2027, 1, 13), date(2027, 1, 14))
    assert price(SOCIAL.model_copy(update={"shoot_dates": dates}), CARD, RULES).scope.shoot_days == 3


def test_the_shortest_shoot_is_half_a_day() -> None:
    one_clip = BriefFacts(deliverables=(piece("social", 1, 10),))
    assert price(one_clip, CARD, RULES).scope.shoot_days == Decimal("0.5")
    quarter = one_clip.model_copy(update={"shoot_days": Decimal("0.25")})
    assert price(quarter, CARD, RULES).scope.shoot_days == Decimal("0.5")


def test_animation_and_post_need_no_crew() -> None:
    for facts in (ANIMATION, POST_ONLY):
        priced = price(facts, CARD, RULES)
        assert priced.scope.crew is None
        assert not any(code.startswith(("CAM", "KIT", "LOC", "TRV")) for code in codes(priced))
    assert quantity(price(ANIMATION, CARD, RULES), "kinds.animation.animation_days_per_second") == 12


def test_stills_alone_bring_a_photographer_and_no_film_crew() -> None:
    priced = price(STILLS, CARD, RULES)
    assert {"STL-01", "STL-02", "STL-03", "RET-01"} <= codes(priced)
    assert not codes(priced) & {"CAM-01", "CAM-02", "SND-01", "EDT-01", "GRD-01"}


def test_stills_beside_pieces_that_are_only_edited_still_bring_their_photographer() -> None:
    facts = BriefFacts(deliverables=(piece("stills", 30), piece("animation", 1, 30)))
    assert price(facts, CARD, RULES).scope.crew == "stills"
    filmed = facts.model_copy(update={"shoot_days": Decimal(1)})
    assert price(filmed, CARD, RULES).scope.crew == "small"


def test_stills_beside_a_film_add_a_photographer_for_the_days_they_take() -> None:
    facts = BRAND_FILM.model_copy(update={"deliverables": (*BRAND_FILM.deliverables, piece("stills", 40))})
    assert quantity(price(facts, CARD, RULES), "crew.stills_beside_film.photographer") == 2


def test_stills_that_outlast_the_filming_go_on_with_a_crew_of_their_own() -> None:
    clip_and_stills = BriefFacts(deliverables=(piece("social", 1, 10), piece("stills", 60)))
    shooting = price(clip_and_stills, CARD, RULES).scope.shooting
    assert (shooting.days, shooting.beside_days, shooting.after_days) == (Decimal("0.5"), Decimal("0.5"), Decimal(2))
    stated = price(clip_and_stills.model_copy(update={"shoot_days": Decimal(1)}), CARD, RULES).scope
    assert stated.shoot_days == 1
    assert [stated.shooting.beside_days, stated.shooting.after_days] == [1, 0]  # no more than the brief gives


def test_television_use_brings_the_large_crew_talent_and_a_buy_out() -> None:
    priced = price(COMMERCIAL, CARD, RULES)
    assert priced.scope.crew == "large"
    assert priced.scope.talents == 3
    # 3 talents × 24 months 1.7 × several countries 1.4 × (television 2 + paid online 0.75)
    assert quantity(priced, "usage.buy_out") == Decimal("19.635")
    assert any("3 featured talents" in note.text for note in priced.assumptions)


def test_talent_is_called_for_by_the_words_of_the_brief() -> None:
    facts = BRAND_FILM.model_copy(update={"objective": "A film with two actors in a kitchen"})
    assert price(facts, CARD, RULES).scope.talents == 2
    cast_iron = BRAND_FILM.model_copy(update={"objective": "Show how the cast-offs are broadcasted"})
    assert price(cast_iron, CARD, RULES).scope.talents == 2
    none = BRAND_FILM.model_copy(update={"objective": "Forecasting for remodelled factories"})
    assert price(none, CARD, RULES).scope.talents == 0


def test_shoot_days_are_shared_among_home_and_away() -> None:
    facts = BRAND_FILM.model_copy(update={"locations": ("Amsterdam", "Lisbon"), "shoot_days": Decimal(4)})
    assert price(facts, CARD, RULES).scope.places.nights == 2


def test_each_further_language_brings_subtitles_and_files_and_each_voice_a_session() -> None:
    priced = price(BRAND_FILM, CARD, RULES)
    assert quantity(priced, "languages.subtitles") == 6  # 2 started minutes + 4 × 1
    assert quantity(priced, "languages.version_hours_per_file") == Decimal("4.5")  # 9 files × half an hour
    animated = ANIMATION.model_copy(update={"languages": ("English", "Dutch", "French")})
    assert quantity(price(animated, CARD, RULES), "languages.voice_artist") == 3


def test_rounds_beyond_the_included_ones_are_priced() -> None:
    included = price(BRAND_FILM.model_copy(update={"revision_rounds": 2}), CARD, RULES)
    more = price(BRAND_FILM.model_copy(update={"revision_rounds": 4}), CARD, RULES)
    rule = "revisions.share_of_edit_per_round"
    assert quantity(included, rule) == 0
    assert quantity(more, rule) == Decimal("1.5")  # 2 rounds × 15 % of 5 edit days
    assert included.total == price(BRAND_FILM, CARD, RULES).total


def test_a_brief_that_names_nothing_is_not_priced_at_all() -> None:
    priced = price(with_budget(NOTHING, 1000), CARD, RULES)
    assert priced.lines == ()
    assert priced.total == Money.zero("EUR")
    assert priced.comparison is None
    assert [warning.code for warning in priced.warnings] == ["nothing_to_price"]


def test_a_shoot_without_deliverables_is_priced_as_a_shoot() -> None:
    priced = price(BriefFacts(shoot_days=Decimal(1)), CARD, RULES)
    assert "CAM-02" in codes(priced)
    assert "EDT-01" not in codes(priced)


def test_an_unknown_kind_is_priced_as_other_and_said_to_be() -> None:
    priced = price(BriefFacts(deliverables=(piece("hologram", 1, 60),)), CARD, RULES)
    assert any("kind 'other'" in note.text for note in priced.assumptions)
    assert priced.lines


def test_tax_is_the_home_country_s_rate_on_the_day() -> None:
    swiss = RULES.model_copy(update={"studio": RULES.studio.model_copy(update={"country": "CH"})})
    before, after = (price(SOCIAL, CARD, swiss, on=day) for day in (date(2023, 12, 31), date(2024, 1, 1)))
    assert before.mark_ups.tax_percent == Decimal("7.7")
    assert after.mark_ups.tax_percent == Decimal("8.1")
    unknown = RULES.model_copy(update={"studio": RULES.studio.model_copy(update={"country": "ZZ"})})
    priced = price(SOCIAL, CARD, unknown)
    assert priced.tax == Money.zero("EUR")
    assert [warning.code for warning in priced.warnings] == ["no_tax_rate"]


def test_a_budget_is_compared_with_or_without_tax_as_the_brief_says() -> None:
    between = 55_000  # the brand film is 49,554.86 without tax and 59,961.38 with it
    assert not price(with_budget(BRAND_FILM, between), CARD, RULES).over_budget
    assert not price(with_budget(BRAND_FILM, between, tax_included=False), CARD, RULES).over_budget
    including = price(with_budget(BRAND_FILM, between, tax_included=True), CARD, RULES)
    assert including.over_budget
    assert including.comparison is not None
    assert including.comparison.over_by == Money.of("4961.38", "EUR")
    unsaid = price(with_budget(BRAND_FILM, between), CARD, RULES)
    assert any(note.field == "tax_included" for note in unsaid.assumptions)


def test_a_budget_that_is_met_to_the_cent_is_not_exceeded() -> None:
    budget = Amount(minor=4_955_486, currency="EUR")
    priced = price(BRAND_FILM.model_copy(update={"budget_max": budget}), CARD, RULES)
    assert not priced.over_budget
    assert priced.levers == ()


def test_a_range_is_compared_by_its_upper_end() -> None:
    low = Amount(minor=40_000_00, currency="EUR")
    priced = price(with_budget(BRAND_FILM, 60_000).model_copy(update={"budget_min": low}), CARD, RULES)
    assert priced.comparison is not None
    assert priced.comparison.over_by == Money.zero("EUR")


def test_a_budget_in_a_currency_without_a_card_is_warned_about_and_not_compared() -> None:
    facts = BRAND_FILM.model_copy(update={"budget_max": Amount(minor=1, currency="SEK")})
    card = choose_card(facts, default_rate_cards(), "EUR")
    priced = price(facts, card, RULES)
    assert priced.currency == "EUR"
    assert priced.comparison is None
    assert [warning.code for warning in priced.warnings] == ["currency"]


def test_the_card_is_chosen_in_the_currency_of_the_budget() -> None:
    facts = BRAND_FILM.model_copy(update={"budget_max": Amount(minor=90_000_00, currency="GBP")})
    assert choose_card(facts, default_rate_cards(), "EUR").currency == "GBP"
    assert choose_card(SOCIAL, default_rate_cards(), "EUR").currency == "EUR"
    with pytest.raises(Invalid) as refused:
        choose_card(SOCIAL, {}, "EUR")
    assert refused.value.code == "no_rate_card"


@pytest.mark.parametrize(
    ("usage", "units"),
    [
        (Usage(media=("TV",), territory="worldwide", months=None), "6"),
        (Usage(media=("all media",), territory="Germany", months=12), "4"),
        (Usage(media=("Instagram", "TikTok", "website"), territory="Europe", months=6), "1.4"),
        (Usage(media=("print",), months=12), "1"),  # one country, where none is named
        (Usage(media=("print",), territory="DACH", months=120), "5.6"),
        (Usage(media=("print",), territory="DACH", perpetual=True), "5.6"),
    ],
)
def test_buy_out_units_follow_from_term_territory_and_media(usage: Usage, units: str) -> None:
    facts = BRAND_FILM.model_copy(update={"usage": usage, "objective": "one actor"})
    priced = price(facts, CARD, RULES)
    assert quantity(priced, "usage.buy_out") == Decimal(units) * priced.scope.talents


def test_what_is_asked_for_besides_the_pieces_is_priced_by_the_rule_book() -> None:
    asked = price(BRAND_FILM.model_copy(update={"extras": ("drone", "voice-over")}), CARD, RULES)
    added = [line for line in asked.lines if line.source.rule.startswith("extras.")]
    assert {line.source.rate_code: line.quantity for line in added} == {
        "CAM-07": Decimal(1),
        "VOI-01": Decimal(2),
        "VOI-02": Decimal(3),
    }
    assert {line.source.facts for line in added} == {("extras",)}
    assert quantity(asked, "languages.adaptation") == 6  # the second voice speaks an adapted script
    assert "languages.subtitles" not in {line.source.rule for line in asked.lines}  # and is not read along as well


def test_composed_music_takes_the_place_of_library_tracks() -> None:
    asked = price(BRAND_FILM.model_copy(update={"extras": ("composed music",)}), CARD, RULES)
    assert {"MUS-01", "MUS-02"} & codes(asked) == {"MUS-02"}


def test_a_book_that_prices_no_composed_music_keeps_the_library_tracks() -> None:
    asked = BRAND_FILM.model_copy(update={"extras": ("composed music",)})
    priced = price(asked, CARD, RULES.model_copy(update={"extras": {}}))
    assert priced.lines == price(BRAND_FILM, CARD, RULES).lines
    assert "not_priced" in {warning.code for warning in priced.warnings}


def test_a_drawn_film_has_its_voice_once() -> None:
    asked = ANIMATION.model_copy(update={"extras": ("voice-over",)})
    assert price(asked, CARD, RULES).lines == price(ANIMATION, CARD, RULES).lines


def test_what_no_rule_prices_is_named() -> None:
    asked = price(BRAND_FILM.model_copy(update={"extras": ("drone", "live stream")}), CARD, RULES)
    [warning] = [warning for warning in asked.warnings if warning.code == "not_priced"]
    assert "live stream" in warning.message
    assert "drone" not in warning.message


def test_a_film_whose_shape_is_not_named_is_priced_in_one_and_that_is_said() -> None:
    def said(*ratios: str) -> tuple[list[str], Money]:
        film = BRAND_FILM.deliverables[0].model_copy(update={"name": "film", "aspect_ratios": ratios})
        priced = price(BRAND_FILM.model_copy(update={"deliverables": (film,)}), CARD, RULES)
        return [note.text for note in priced.assumptions if "picture format" in note.text], priced.total

    unnamed, named = said(), said("9:16")
    assert unnamed == (["'film' is made in one picture format; the brief names none."], named[1])
    assert named[0] == []
    assert said("16:9", "9:16")[1] > named[1]


def test_a_budget_told_by_the_piece_is_said_to_be_computed() -> None:
    each = BudgetEach(amount=Amount(minor=800_000, currency="EUR"), pieces="films", count=4)
    facts = BRAND_FILM.model_copy(
        update={"budget_max": Amount(minor=3_200_000, currency="EUR"), "budget_each": each},
    )
    said = [note.text for note in price(facts, CARD, RULES).assumptions if note.rule == "budget_each"]
    assert said == ["The budget of EUR 32,000.00 is computed: EUR 8,000.00 × 4 films."]


def test_recordings_are_priced_as_recordings_and_long_ones_taper() -> None:
    talks = BriefFacts(deliverables=(piece("recording", 5, 1800, name="Talks"),), shoot_days=Decimal(1))
    priced = price(talks, CARD, RULES)
    assert quantity(priced, "kinds.recording.edit_days") == 5
    assert quantity(priced, "kinds.*.grade_days") == 1
    assert quantity(priced, "kinds.*.mix_days") == 2
    stream = price(BriefFacts(deliverables=(piece("recording", 1, 14400),)), CARD, RULES)
    (edit,) = [line for line in stream.lines if line.source.rule == "kinds.recording.edit_days"]
    assert edit.quantity == 4
    assert edit.source.why.endswith("0.025 for each finished minute, 50 % of that beyond 60 minutes)")
    assert stream.scope.shoot_days == 1


def test_a_photographer_works_no_more_days_than_the_brief_gives() -> None:
    event = BriefFacts(deliverables=(piece("recap", 1, 120), piece("stills", 150)), shoot_days=Decimal(1))
    priced = price(event, CARD, RULES)
    assert quantity(priced, "crew.stills_beside_film.photographer") == 1
    assert quantity(priced, "shoot.retouch_hours_per_still") == 30
    assert "One photographer takes the 150 stills in 1 shoot day; usual are 25 a day." in [
        note.text for note in priced.assumptions
    ]
    unstated = price(event.model_copy(update={"shoot_days": None}), CARD, RULES)
    assert quantity(unstated, "shoot.retouch_hours_per_still") == 60


def test_photographs_in_print_call_for_no_model_by_themselves() -> None:
    product = STILLS.model_copy(update={"usage": Usage(media=("print", "online"))})
    assert price(product, CARD, RULES).scope.talents == 0
    assert price(product.model_copy(update={"title": "Two models in boots"}), CARD, RULES).scope.talents == 1


def test_versions_of_an_animation_are_not_said_to_be_the_client_s_material() -> None:
    drawn = BriefFacts(deliverables=(piece("animation", 1, 60), piece("cutdown", 2, 15)))
    assert not any("supplies the material" in note.text for note in price(drawn, CARD, RULES).assumptions)
    assert any("supplies the material" in note.text for note in price(POST_ONLY, CARD, RULES).assumptions)


def test_short_trailers_take_less_than_a_long_one() -> None:
    short = BriefFacts(deliverables=(piece("trailer", 6, 20),))
    assert quantity(price(short, CARD, RULES), "kinds.trailer.edit_days") == 9
