"""Milestones in working days, back from delivery, around the dates that the brief states."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.proposals.closures import closed_around
from store.proposals.facts import BriefFacts, DaySpan
from store.proposals.outline import Milestone, Outline, plan_outline
from store.proposals.scope import settle_scope
from store.proposals.steps import fit
from store.proposals.wording import day
from store.proposals.working_days import WorkingDays
from tests.unit.proposals.brief_examples import ANIMATION, BRAND_FILM, EXAMPLES, NOTHING, RULES, SERIES, STILLS, TODAY

MONDAY = date(2027, 1, 4)


def plan(facts: BriefFacts, today: date = TODAY, **changes: object) -> Outline:
    changed = facts.model_copy(update=changes)
    return plan_outline(changed, settle_scope(changed, RULES), RULES, today)


def named(outline: Outline, name: str) -> Milestone:
    return next(stone for stone in outline.milestones if stone.name == name)


def codes(outline: Outline) -> list[str]:
    return [warning.code for warning in outline.warnings]


def test_the_outline_works_back_from_delivery() -> None:
    outline = plan(BRAND_FILM)
    assert [stone.name for stone in outline.milestones] == [
        "Kick-off",
        "Treatment and script sign-off",
        "Casting and locations locked",
        "Pre-production meeting",
        "Travel to the location",
        "Shoot",
        "Rough cut",
        "Feedback round 1",
        "Feedback round 2",
        "Fine cut and picture lock",
        "Grade and mix",
        "Versions and languages",
        "Delivery",
    ]
    assert outline.milestones[-1].ends_on == BRAND_FILM.delivery_on
    assert named(outline, "Versions and languages").ends_on == date(2027, 2, 24)
    assert named(outline, "Kick-off").starts_on == date(2027, 1, 11)
    assert (outline.warnings, outline.assumptions, outline.missing_days) == ((), (), 0)


@pytest.mark.parametrize("name", EXAMPLES)
def test_milestones_follow_one_another_on_working_days(name: str) -> None:
    outline = plan(EXAMPLES[name])
    for before, after in pairwise(outline.milestones):
        assert before.starts_on <= before.ends_on < after.starts_on
    assert all(stone.starts_on.weekday() < 5 and stone.ends_on.weekday() < 5 for stone in outline.milestones)


def test_public_holidays_are_not_worked() -> None:
    easter = plan(BRAND_FILM, delivery_on=date(2027, 3, 30))
    free = {date(2027, 3, 26), date(2027, 3, 29)}  # Good Friday and Easter Monday in the Netherlands
    assert easter.milestones[-1].ends_on == date(2027, 3, 30)
    assert not free & {on for stone in easter.milestones for on in (stone.starts_on, stone.ends_on)}
    assert plan(BRAND_FILM, delivery_on=date(2027, 3, 29)).milestones[-1].ends_on == date(2027, 3, 25)


def test_nobody_works_on_the_days_the_studio_is_closed() -> None:
    closed = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}
    calendar = WorkingDays(RULES.schedule.weekend)
    for ahead in range(90):
        outline = plan(BRAND_FILM, TODAY + timedelta(days=ahead), delivery_on=None)
        worked = [stone for stone in outline.milestones if not stone.rule.endswith("the day before the shoot")]
        ends = {on for stone in worked for on in (stone.starts_on, stone.ends_on)}
        assert all((on.ends_on.month, on.ends_on.day) not in closed for on in outline.milestones)
        assert all(calendar.works(on) and (on.month, on.day) not in closed for on in ends)


def test_a_delivery_on_christmas_day_is_handed_over_before_the_studio_closes() -> None:
    outline = plan(BRAND_FILM, delivery_on=date(2026, 12, 25))
    assert outline.milestones[-1].ends_on == date(2026, 12, 23)
    note = outline.assumptions[0]
    assert note.text == "Delivery on 23 Dec 2026, the last working day before 25 Dec 2026."
    assert note.rule == "schedule.closed"


def test_a_delivery_on_a_weekend_is_handed_over_on_the_working_day_before() -> None:
    outline = plan(BRAND_FILM, delivery_on=date(2027, 2, 28))
    assert outline.milestones[-1].ends_on == date(2027, 2, 26)
    assert [note.field for note in outline.assumptions] == ["delivery_on"]


def test_without_a_delivery_date_the_plan_runs_forward_and_its_end_is_an_assumption() -> None:
    outline = plan(BRAND_FILM, delivery_on=None)
    assert outline.milestones[0].starts_on == date(2026, 11, 26)
    assert outline.assumptions[0].text.startswith(f"Delivery on {day(outline.milestones[-1].ends_on)}")
    assert "names no delivery date that can be met" in outline.assumptions[0].text


def test_stated_shoot_dates_win_even_on_a_weekend_and_the_cut_begins_right_after() -> None:
    saturday, sunday = date(2027, 1, 16), date(2027, 1, 17)
    outline = plan(BRAND_FILM, shoot_dates=(sunday, saturday))
    assert (named(outline, "Shoot").starts_on, named(outline, "Shoot").ends_on) == (saturday, sunday)
    assert named(outline, "Pre-production meeting").ends_on == date(2027, 1, 14)
    assert named(outline, "Rough cut").starts_on == date(2027, 1, 18)
    assert outline.milestones[-1].starts_on == BRAND_FILM.delivery_on
    assert "after a reserve of" in outline.milestones[-1].rule


def test_shoot_dates_apart_are_shown_apart() -> None:
    outline = plan(BRAND_FILM, shoot_dates=(date(2027, 1, 12), date(2027, 1, 19)))
    assert named(outline, "Shoot, part 1").ends_on == date(2027, 1, 12)
    assert named(outline, "Shoot, part 2").starts_on == date(2027, 1, 19)


def test_shoot_days_beyond_the_stated_dates_follow_them_as_an_assumption() -> None:
    outline = plan(BRAND_FILM, shoot_dates=(date(2027, 1, 15),), shoot_days=Decimal("1.5"))
    assert named(outline, "Shoot, part 2").starts_on == date(2027, 1, 18)
    assert [note.field for note in outline.assumptions] == ["shoot_dates"]


def test_too_little_time_presses_the_steps_and_says_how_many_days_are_missing() -> None:
    outline = plan(BRAND_FILM, delivery_on=date(2026, 12, 18))
    assert outline.missing_days == 14  # 34 working days of work, 20 to do it in
    assert codes(outline) == ["tight_schedule"]
    assert "14 working days" in outline.warnings[0].message
    assert outline.milestones[0].starts_on == TODAY
    assert outline.milestones[-1].ends_on == date(2026, 12, 18)
    assert "pressed to" in named(outline, "Treatment and script sign-off").rule
    assert (named(outline, "Shoot").ends_on - named(outline, "Shoot").starts_on).days == 1


def test_a_delivery_date_that_has_passed_is_warned_about_and_planned_forward() -> None:
    outline = plan(BRAND_FILM, delivery_on=date(2026, 11, 1))
    assert codes(outline) == ["past_date"]
    assert outline.milestones[-1].ends_on > TODAY


def test_a_delivery_before_the_shoot_is_a_conflict() -> None:
    outline = plan(BRAND_FILM, shoot_dates=(date(2027, 3, 8), date(2027, 3, 9)))
    assert codes(outline) == ["dates_conflict"]
    assert outline.milestones[-1].ends_on > date(2027, 3, 9)


def test_a_shoot_date_that_has_passed_is_warned_about() -> None:
    outline = plan(BRAND_FILM, shoot_dates=(date(2026, 11, 2),), shoot_days=Decimal(1))
    assert "past_date" in codes(outline)


def test_animation_and_stills_have_steps_of_their_own() -> None:
    animation = [stone.name for stone in plan(ANIMATION).milestones]
    assert "Animation" in animation
    assert not {"Shoot", "Casting and locations locked", "Rough cut"} & set(animation)
    stills = [stone.name for stone in plan(STILLS).milestones]
    assert {"Shoot", "Picture selection", "Retouching"} <= set(stills)
    assert "Grade and mix" not in stills


def test_a_long_series_is_given_a_longer_cut() -> None:
    cut = named(plan(SERIES), "Rough cut")
    assert len(WorkingDays((5, 6)).between(cut.starts_on, cut.ends_on)) == 32  # 4 + 72 edit days / 2.5


def test_revision_rounds_are_milestones() -> None:
    names = [stone.name for stone in plan(BRAND_FILM, revision_rounds=4).milestones]
    assert sum(name.startswith("Feedback round") for name in names) == 4
    assert not any(
        name.startswith("Feedback") for name in (s.name for s in plan(BRAND_FILM, revision_rounds=0).milestones)
    )


def test_nothing_to_make_has_no_milestones() -> None:
    assert plan(NOTHING).milestones == ()


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 20)), min_size=1, max_size=15), st.integers(1, 120))
def test_steps_always_fit_in_order_and_end_on_the_last_day(pairs: list[tuple[int, int]], available: int) -> None:
    steps = [(max(pair), min(pair)) for pair in pairs]
    places = fit(steps, available)
    assert places[-1][1] == available - 1
    assert all(0 <= first <= last < available for first, last in places)
    assert all(before[0] <= after[0] and before[1] <= after[1] for before, after in pairwise(places))
    if sum(least for _, least in steps) <= available:
        assert all(before[1] < after[0] for before, after in pairwise(places))
        assert all(last - first + 1 >= least for (first, last), (_, least) in zip(places, steps, strict=True))


days = st.integers(-20, 200).map(lambda offset: TODAY + timedelta(days=offset))


@given(
    st.sampled_from(sorted(EXAMPLES)),
    st.none() | days,
    st.lists(days, max_size=4).map(tuple),
    st.none() | st.integers(0, 12).map(lambda halves: Decimal(halves) / 2),
    days,
)
@settings(max_examples=100, deadline=None)
def test_whatever_the_dates_the_order_holds_and_stated_shoot_dates_are_kept(
    name: str, delivery: date | None, shoot: tuple[date, ...], shoot_days: Decimal | None, received: date
) -> None:
    facts = EXAMPLES[name].model_copy(update={"delivery_on": delivery, "shoot_dates": shoot, "shoot_days": shoot_days})
    scope = settle_scope(facts, RULES)
    outline = plan_outline(facts, scope, RULES, TODAY, received_on=received)
    stones = outline.milestones
    assert all(stone.starts_on <= stone.ends_on for stone in stones)
    assert all(before.starts_on <= after.starts_on for before, after in pairwise(stones))
    if scope.crew is not None:
        covered = [stone for stone in stones if stone.name.startswith("Shoot")]
        assert all(any(stone.starts_on <= day <= stone.ends_on for stone in covered) for day in shoot)
    assert (outline.missing_days > 0) == ("tight_schedule" in codes(outline))


MAY = DaySpan(first=date(2027, 5, 1), last=date(2027, 5, 31))


def test_a_shoot_that_is_to_fall_in_may_does() -> None:
    outline = plan(BRAND_FILM, shoot_dates=(), delivery_on=None, shoot_window=MAY)
    shoot = named(outline, "Shoot")
    assert shoot.starts_on == date(2027, 5, 3)
    assert shoot.rule == "schedule.shoot: the brief's shoot_window"
    assert [taken.field for taken in outline.assumptions] == ["shoot_window", "delivery_on"]
    assert named(outline, "Pre-production meeting").ends_on < shoot.starts_on
    assert outline.milestones[-1].ends_on > shoot.ends_on


def test_a_window_that_is_soon_leaves_the_steps_before_it_what_time_there_is() -> None:
    soon = DaySpan(first=TODAY, last=TODAY + timedelta(days=60))
    steps_first = named(plan(BRAND_FILM, shoot_dates=(), delivery_on=None, shoot_window=soon), "Shoot")
    none = named(plan(BRAND_FILM, shoot_dates=(), delivery_on=None), "Shoot")
    assert steps_first.starts_on == none.starts_on


@pytest.mark.parametrize(
    "window", [DaySpan(first=date(2026, 1, 5), last=date(2026, 1, 9)), DaySpan(first=MAY.first, last=MAY.first)]
)
def test_a_window_without_a_working_day_for_it_is_asked_about(window: DaySpan) -> None:
    outline = plan(BRAND_FILM, shoot_dates=(), delivery_on=None, shoot_window=window)
    assert codes(outline) == ["dates_conflict"]
    assert named(outline, "Shoot").rule.startswith("schedule.shoot: ")


def test_days_that_are_named_beat_a_window() -> None:
    dates = (date(2027, 3, 3), date(2027, 3, 4))
    outline = plan(BRAND_FILM, shoot_dates=dates, delivery_on=None, shoot_window=MAY)
    assert named(outline, "Shoot").starts_on == dates[0]


def test_a_shoot_away_has_no_weekend_in_it_and_a_day_to_travel_before_it() -> None:
    for ahead in range(30):
        for delivery in (None, BRAND_FILM.delivery_on):
            outline = plan(BRAND_FILM, TODAY + timedelta(days=ahead), delivery_on=delivery)
            shoot, travel = named(outline, "Shoot"), named(outline, "Travel to the location")
            assert shoot.ends_on - shoot.starts_on == timedelta(days=1)
            assert travel.ends_on < shoot.starts_on


def test_in_a_window_too_a_shoot_away_waits_for_a_week_that_holds_it() -> None:
    window = DaySpan(first=date(2027, 1, 15), last=date(2027, 1, 22))  # a Friday to a Friday
    outline = plan(BRAND_FILM, shoot_window=window)
    assert named(outline, "Shoot").starts_on == date(2027, 1, 18)
    assert named(outline, "Travel to the location").starts_on == date(2027, 1, 17)
    at_home = plan(BRAND_FILM, shoot_window=window, locations=())
    assert named(at_home, "Shoot, part 1").starts_on == date(2027, 1, 15)


JOURNEY = "Travel to the location"


def journeys(outline: Outline) -> list[date]:
    return [stone.starts_on for stone in outline.milestones if stone.name.startswith(JOURNEY)]


def test_each_stay_and_each_place_has_a_day_to_travel_before_it() -> None:
    first, again, third = date(2027, 1, 12), date(2027, 1, 19), date(2027, 1, 26)
    one_place = plan(BRAND_FILM, locations=("Lisbon",), shoot_dates=(first, again, third), shoot_days=Decimal(3))
    assert journeys(one_place) == [on - timedelta(days=1) for on in (first, again, third)]
    names = [stone.name for stone in one_place.milestones]
    at = names.index("Shoot, part 1")
    assert names[at - 1 : at + 5] == [
        JOURNEY, "Shoot, part 1", f"{JOURNEY}, part 2", "Shoot, part 2", f"{JOURNEY}, part 3", "Shoot, part 3"
    ]  # fmt: skip
    near = plan(BRAND_FILM, locations=("Lisbon",), shoot_dates=(first, first + timedelta(days=2)))
    assert journeys(near) == [first - timedelta(days=1)], "nobody goes home for a day"
    places = plan(BRAND_FILM, locations=("Lisbon", "Porto"), shoot_dates=(first, first + timedelta(days=2)))
    assert journeys(places) == [first - timedelta(days=1), first + timedelta(days=1)]
    at_home = plan(BRAND_FILM, locations=("Amsterdam",), shoot_dates=(first, again))
    assert journeys(at_home) == []


def test_where_no_days_are_named_a_shoot_in_places_apart_is_parted_by_days_to_travel() -> None:
    window = DaySpan(first=date(2027, 1, 11), last=date(2027, 1, 29))
    for changes in ({}, {"delivery_on": None}, {"shoot_window": window}):
        outline = plan(BRAND_FILM, locations=("Lisbon", "Porto"), shoot_days=Decimal(3), **changes)
        first, second = named(outline, "Shoot, part 1"), named(outline, "Shoot, part 2")
        assert (first.ends_on - first.starts_on).days == 1
        assert second.starts_on == second.ends_on == first.ends_on + timedelta(days=2), "no weekend in it either"
        assert journeys(outline)[1:] == [first.ends_on + timedelta(days=1)]
        assert not any(note.rule == "schedule.travel" for note in outline.assumptions)
        for before, after in pairwise(outline.milestones):
            assert before.ends_on < after.starts_on


def test_journeys_without_a_day_for_them_are_said() -> None:
    dates = (date(2027, 1, 12), date(2027, 1, 13), date(2027, 1, 14))
    outline = plan(BRAND_FILM, locations=("Lisbon", "Porto", "Faro"), shoot_dates=dates, shoot_days=Decimal(3))
    assert len(journeys(outline)) == 1
    said = [note.text for note in outline.assumptions if note.rule == "schedule.travel"]
    assert said == ["2 journeys between shoot days without a day for it: the crew travels after work."]
    tight = DaySpan(first=dates[0], last=dates[-1])
    outline = plan(BRAND_FILM, locations=("Lisbon", "Porto"), shoot_days=Decimal(3), shoot_window=tight)
    assert len(journeys(outline)) == 1
    assert any(note.text.startswith("1 journey between") for note in outline.assumptions)


@settings(max_examples=60)
@given(st.integers(1, 9), st.integers(1, 4), st.integers(0, 30), st.booleans())
def test_an_outline_has_a_day_for_every_journey_that_is_priced_or_says_how_many_it_has_not(
    days: int, places: int, ahead: int, delivered: bool
) -> None:
    there = ("Lisbon", "Porto", "Faro", "Braga")[:places]
    facts = BRAND_FILM.model_copy(update={"locations": there, "shoot_days": Decimal(days), "shoot_dates": ()})
    if not delivered:
        facts = facts.model_copy(update={"delivery_on": None})
    today = TODAY + timedelta(days=ahead)
    outline = plan(facts, today)
    said = [int(note.text.split()[0]) for note in outline.assumptions if note.rule == "schedule.travel"]
    assert len(journeys(outline)) + sum(said) == settle_scope(facts, RULES).places.trips
    parts = [stone for stone in outline.milestones if stone.name.startswith("Shoot")]
    closed = closed_around(
        RULES.schedule.closed, RULES.studio.country, (today, date(2027, 12, 31)), RULES.limits.years_ahead
    )
    calendar = WorkingDays(RULES.schedule.weekend, closed)
    assert sum(len(calendar.between(part.starts_on, part.ends_on)) for part in parts) == days


def test_a_shoot_away_that_cannot_be_moved_off_a_weekend_says_so() -> None:
    delivery = date(2026, 12, 23)
    seen = set()
    for ahead in range(20):
        outline = plan(BRAND_FILM, TODAY + timedelta(days=ahead), delivery_on=delivery)
        shoot = named(outline, "Shoot")
        broken = shoot.ends_on - shoot.starts_on > timedelta(days=1)
        assert broken == any(note.rule == "travel.hotel" for note in outline.assumptions)
        seen.add(broken)
    assert seen == {True, False}
