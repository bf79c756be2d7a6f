"""How much of everything a job takes, worked out by hand: one rule at a time, where a slip would go into an offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from store.kernel.money import Money
from store.proposals.estimate import Desk, estimate
from store.proposals.facts import Amount, BriefFacts, CastGroup, Supplied, Usage
from store.proposals.lines import PricedLine
from store.proposals.pricing import price
from store.proposals.rules import PricingRules, Role
from store.proposals.scope import Choices
from store.proposals.tongues import Tongues, settle_tongues
from tests.unit.proposals.brief_examples import ANIMATION, BRAND_FILM, CARD, COMMERCIAL, POST_ONLY, RULES, piece

DESK = Desk(CARD, RULES)
MEDIUM, LARGE = 9, 23  # heads of the shipped crews
CLIP_AND_STILLS = BriefFacts(deliverables=(piece("social", 1, 10), piece("stills", 60)))
FILM_AND_STILLS = BRAND_FILM.model_copy(update={"deliverables": (*BRAND_FILM.deliverables, piece("stills", 40))})
DRAWN_TWICE = BriefFacts(deliverables=(piece("animation", 2, 30),))
FRIDAY, MONDAY = date(2027, 2, 5), date(2027, 2, 8)


def lines(facts: BriefFacts, rule: str, rules: PricingRules = RULES) -> list[PricedLine]:
    return [line for line in price(facts, CARD, rules).lines if line.source.rule == rule]


def quantity(facts: BriefFacts, rule: str, rules: PricingRules = RULES) -> Decimal:
    return sum((line.quantity for line in lines(facts, rule, rules)), Decimal(0))


@pytest.mark.parametrize(
    ("facts", "changes", "rule", "worked_out"),
    [
        # Half a day is filmed, with a photographer beside; two of the 2.5 days of stills are left when that is over.
        (CLIP_AND_STILLS, {}, "crew.stills_beside_film.photographer", "0.5"),
        (CLIP_AND_STILLS, {}, "crew.stills.photographer", "2"),
        (CLIP_AND_STILLS, {}, "post.assistant_days_per_shoot_day", "0.75"),  # 2.5 days × 0.25, in quarters
        (CLIP_AND_STILLS, {}, "shoot.retouch_hours_per_still", "24"),
        (CLIP_AND_STILLS, {"locations": ("Lisbon",)}, "travel.hotel", 3 * (4 + 2)),  # the small crew, and two beside
        # Dates that the brief names are the shoot, each once; no days of stills come after them.
        (CLIP_AND_STILLS, {"shoot_dates": (FRIDAY, FRIDAY)}, "crew.small.camera", "1"),
        (CLIP_AND_STILLS, {"shoot_dates": (FRIDAY,)}, "crew.stills.photographer", "0"),
        # Everybody on set travels and sleeps away, the photographer's team and the cast too.
        (FILM_AND_STILLS, {}, "travel.fare", MEDIUM + 2),
        (COMMERCIAL, {"locations": ("Lisbon",)}, "travel.fare", LARGE + 3),
        (COMMERCIAL, {"locations": ("Lisbon",)}, "travel.hotel", 2 * (LARGE + 3)),
        (COMMERCIAL, {"locations": ("Lisbon",)}, "travel.per_diem", 3 * (LARGE + 3)),
        (COMMERCIAL, {"locations": ("Lisbon",)}, "travel.travel_day", LARGE),  # the cast is not paid for it
        # A permit for each place; a night for each day begun away, and no more journeys than nights.
        (BRAND_FILM, {"locations": ("Amsterdam", "Utrecht")}, "location.permit", "2"),
        (BRAND_FILM, {"shoot_days": Decimal("2.5")}, "travel.hotel", 3 * MEDIUM),
        (BRAND_FILM, {"shoot_days": Decimal(1), "locations": ("Lisbon", "Oslo", "Rome")}, "travel.fare", MEDIUM),
        (BRAND_FILM, {"shoot_days": Decimal(1), "locations": ("Lisbon", "Oslo", "Delft")}, "travel.hotel", MEDIUM),
        # The crew stays over a weekend in the middle: after the fifth day there is none yet, after the sixth there is.
        (BRAND_FILM, {"shoot_days": Decimal(5)}, "travel.hotel", 5 * MEDIUM),
        (BRAND_FILM, {"shoot_days": Decimal(6)}, "travel.hotel", 8 * MEDIUM),
        (BRAND_FILM, {"shoot_dates": (FRIDAY, FRIDAY, MONDAY)}, "travel.hotel", 4 * MEDIUM),
        (BRAND_FILM, {"shoot_dates": (date(2027, 2, 4), MONDAY)}, "travel.fare", 2 * MEDIUM),  # from a Thursday: home
        (BRAND_FILM, {"shoot_dates": (FRIDAY, MONDAY), "locations": ("Amsterdam", "Lisbon")}, "travel.hotel", MEDIUM),
        # What is drawn, by its seconds and by its pieces; a voice in each language, each with its adapted script.
        (DRAWN_TWICE, {}, "kinds.animation.animation_days_per_second", "12"),
        (DRAWN_TWICE, {}, "kinds.animation.design_days_per_second", "3"),
        (DRAWN_TWICE, {}, "creative.storyboard", "2"),
        (ANIMATION, {"languages": ("English", "Dutch", "French")}, "languages.voice_hours", "4.5"),  # 3 × (1 + 0.5)
        (ANIMATION, {"languages": ("English", "Dutch", "French")}, "languages.adaptation", "2"),
        # Two of the languages are heard, so only the one that is read brings subtitles.
        (
            ANIMATION,
            {"languages": ("English", "Dutch", "French"), "subtitled_languages": ("French",)},
            "languages.subtitles",
            "1",
        ),
        # Two more rounds are 15 % each of the days that are cut and drawn: 0.5 and 12.
        (ANIMATION, {"revision_rounds": 4}, "revisions.share_of_edit_per_round", "3.75"),
        (BriefFacts(deliverables=(piece("stills", 31),)), {}, "shoot.retouch_hours_per_still", "12.5"),  # 12.4
        # A voice is asked for with its languages, where there is something to speak over.
        (BriefFacts(deliverables=(piece("stills", 5),)), {"spoken_languages": ("English",)}, "extras.voice-over", "0"),
        # A picture format counts once, however often the brief names it.
        (BriefFacts(deliverables=(piece("film", 1, 60, "16:9", "16:9"),)), {}, "post.ratio_hours", "0"),
        # Whom the client brings is not paid, also where it says how many they are.
        (COMMERCIAL, {"cast": (CastGroup(name="nurses", heads=6, supplied=True),)}, "talent.fee", "0"),
        # A room for twenty is a room; a bed is no meal.
        (BRAND_FILM, {"supplied": (Supplied(what="hotel", words="We have beds"),)}, "location.catering", 2 * 11),
        (BRAND_FILM, {"supplied": (Supplied(what="studio", words="It holds 20", heads=20),)}, "kit.medium", 2 * 7),
    ],
)
def test_a_quantity_is_what_its_rule_comes_to(
    facts: BriefFacts, changes: dict[str, object], rule: str, worked_out: str | int
) -> None:
    assert quantity(facts.model_copy(update=changes), rule) == Decimal(worked_out)


def test_a_studio_that_sells_whole_days_plans_no_shorter_shoot() -> None:
    whole = RULES.model_copy(update={"shoot": RULES.shoot.model_copy(update={"minimum_days": Decimal(1)})})
    one_clip = BriefFacts(deliverables=(piece("social", 1, 10),))
    assert quantity(one_clip, "crew.small.camera", whole) == 1


def test_stills_that_take_as_long_as_the_filming_leave_no_day_of_their_own() -> None:
    priced = price(BriefFacts(deliverables=(piece("film", 1, 60), piece("stills", 25))), CARD, RULES)
    assert priced.scope.shoot_days == 1
    assert not any("for the stills" in note.text for note in priced.assumptions)


def test_each_head_prepares_and_it_is_booked_as_preparation() -> None:
    grips = Role(rate="GRP-01", heads=2, prep=(Decimal(1), Decimal("0.5")))
    crew = {**RULES.crew, "medium": {"grips": grips}}
    rules = RULES.model_copy(update={"crew": crew})
    [shooting] = lines(BRAND_FILM, "crew.medium.grips", rules)
    [preparing] = lines(BRAND_FILM, "crew.medium.grips.prep", rules)
    assert (shooting.quantity, preparing.quantity) == (Decimal(4), 2 * (1 + Decimal("0.5") * 2))
    assert int(preparing.account) == int(shooting.account) - 50  # AICP: 53 on the shoot is 3 in preparation


def test_where_nothing_is_shot_no_place_is_assumed() -> None:
    assert not any(note.field == "locations" for note in price(ANIMATION, CARD, RULES).assumptions)


def test_the_largest_crew_that_any_piece_calls_for_shoots_all_of_them() -> None:
    both = BriefFacts(deliverables=(piece("social", 4, 20), piece("film", 1, 60)))
    assert price(both, CARD, RULES).scope.crew == "medium"


def test_television_use_of_what_is_cut_from_other_material_brings_no_large_crew() -> None:
    supplied = POST_ONLY.model_copy(update={"shoot_days": Decimal(1), "usage": Usage(media=("TV",))})
    assert price(supplied, CARD, RULES).scope.crew == "small"


def test_no_crew_is_smaller_than_the_smallest() -> None:
    assert estimate(BRAND_FILM, DESK, Choices(crew_steps_down=9)).scope.crew == "solo"


def test_grading_remotely_takes_the_suite_s_place_and_nothing_else() -> None:
    suite, remote = estimate(BRAND_FILM, DESK), estimate(BRAND_FILM, DESK, Choices(remote_grade=True))
    assert {line.source.rate_code for line in suite.lines} ^ {line.source.rate_code for line in remote.lines} == {
        "GRD-01",
        "GRD-02",
    }


def test_the_upper_end_of_a_budget_says_which_crew_it_carries() -> None:
    low, high = (Amount(minor=minor, currency="EUR") for minor in (1_000_00, 45_000_00))
    facts = BRAND_FILM.model_copy(update={"budget_min": low, "budget_max": high})
    assert price(facts, CARD, RULES).scope.crew == "medium"


def test_what_the_card_gives_away_makes_no_line_and_is_not_missing() -> None:
    free = replace(
        CARD,
        items=tuple(replace(item, rate=Money.zero("EUR")) if item.code == "CAM-01" else item for item in CARD.items),
    )
    priced = price(BRAND_FILM, free, RULES)
    assert "CAM-01" not in {line.source.rate_code for line in priced.lines}
    assert "missing_rate" not in {warning.code for warning in priced.warnings}


@pytest.mark.parametrize(
    ("facts", "counted"),
    [
        # One voice in English as asked; the two languages that are neither heard nor read are read along.
        (
            BriefFacts(
                languages=("English", "German", "French"), spoken_languages=("English",), extras=("voice-over",)
            ),
            Tongues(versions=3, voices=1, titles=2, titles_beside_voice=2),
        ),
        # English is read; of the other two the first is the film's own, and a drawn film speaks both.
        (
            BriefFacts(languages=("English", "German", "French"), subtitled_languages=("English",)),
            Tongues(versions=3, voices=2, titles=2, titles_beside_voice=1),
        ),
        # A language to be read that is none of the film's makes nothing.
        (
            BriefFacts(languages=("English",), subtitled_languages=("Polish",)),
            Tongues(versions=1, voices=1, titles=0, titles_beside_voice=0),
        ),
    ],
)
def test_languages_are_counted_by_what_is_made_in_them(facts: BriefFacts, counted: Tongues) -> None:
    assert settle_tongues(facts) == counted
