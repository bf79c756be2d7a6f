"""The schedule outline: milestones in working days, back from the delivery date, around the shoot dates of the brief.

The invariant: milestones stand in the order of the job, none ends before it starts, stated shoot and delivery dates
are kept, and a shoot that is to fall in a stretch of days falls in it. What does not fit is pressed towards each
step's least, and `tight_schedule` says how many working days are missing. After a stated shoot date the cut begins at
once, and what is left before delivery is a reserve. Without a delivery date the plan runs forward, and its end is an
assumption. A shoot away from home has a day to travel before it and between its parts (`journeys.py`), and no weekend
in it that it could do without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from store.proposals.closures import closed_around
from store.proposals.facts import BriefFacts, BriefWarning
from store.proposals.journeys import journeys_between, without_journeys
from store.proposals.pieces import Assumption
from store.proposals.rules import PricingRules, Step
from store.proposals.scope import Scope
from store.proposals.steps import fit, job_steps
from store.proposals.wording import count, day
from store.proposals.working_days import WorkingDays

_MOST_MOVED = 10  # working days: two weeks hold every run of a shoot that weekends allow


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of the job, first and last day included, and the rule or fact that placed it."""

    name: str
    starts_on: date
    ends_on: date
    rule: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The milestones in order; `missing_days` is how many working days the job lacks (0 when it fits)."""

    milestones: tuple[Milestone, ...]
    assumptions: tuple[Assumption, ...] = ()
    warnings: tuple[BriefWarning, ...] = ()
    missing_days: int = 0


def plan_outline(
    facts: BriefFacts,
    scope: Scope,
    rules: PricingRules,
    today: date,
    *,
    received_on: date | None = None,
) -> Outline:
    """Lay the job out between today (or the day the brief came, if later) and its delivery.

    Nobody works on weekends (but travels to a shoot on a Monday), on the home country's public holidays, or on the
    studio's closed days.
    Warnings: `tight_schedule`, `past_date`, `dates_conflict`. An empty scope has no milestones.
    """
    if scope.is_empty:
        return Outline(())
    start = max(received_on or today, today)
    window = (facts.shoot_window.first, facts.shoot_window.last) if facts.shoot_window else ()
    stated = (start, *facts.shoot_dates, *window, *([facts.delivery_on] if facts.delivery_on else ()))
    closed = closed_around(rules.schedule.closed, rules.studio.country, stated, rules.limits.years_ahead)
    trips = scope.places.trips if scope.places.away else 0
    plan = _Plan(facts, rules, WorkingDays(rules.schedule.weekend, closed), start, trips=trips)
    return plan.lay_out(job_steps(facts, scope, rules))


def _runs(days: Sequence[date], long: int) -> list[tuple[date, ...]]:
    """Every run of so many working days, one after another."""
    return [tuple(days[first : first + long]) for first in range(len(days) - long + 1)]


def _length(run: Sequence[date]) -> int:
    return (run[-1] - run[0]).days


class _Plan:
    """One outline in the making: collects milestones, assumptions and warnings while segments are placed.

    `trips` are the journeys to the shoot that are priced; the one before it is a step of the job.
    """

    def __init__(
        self, facts: BriefFacts, rules: PricingRules, calendar: WorkingDays, start: date, *, trips: int
    ) -> None:
        self.facts, self.rules, self.calendar = facts, rules, calendar
        self.away, self.journeys = trips > 0, max(0, trips - 1)
        self.start = calendar.on_or_after(start)
        self.milestones: list[Milestone] = []
        self.assumptions: list[Assumption] = []
        self.warnings: list[BriefWarning] = []
        self.missing = 0

    def lay_out(self, steps: tuple[Step, ...]) -> Outline:
        at = next((index for index, step in enumerate(steps) if step.key == "shoot"), None)
        dates = tuple(sorted(set(self.facts.shoot_dates)))
        if at is not None and not dates:
            dates = self._in_window(steps[:at], steps[at]) or self._unbroken(steps, at)
            if self.journeys and len(dates) == steps[at].days + self.journeys:
                dates = without_journeys(dates, self.journeys)
        if at is None or not dates:
            delivery = self._delivery(())
            self._segment(steps, self.start, delivery)
        else:
            delivery = self._delivery(dates)
            self._until(steps[:at], dates[0])
            last = self._shoot(dates, steps[at], delivery)
            first = max(self.calendar.after(last), self.start)
            self._segment(steps[at + 1 :], first, delivery, follows_shoot=True)
        if delivery is None:
            end = self.milestones[-1].ends_on
            text = f"Delivery on {day(end)}, planned forward. The brief names no delivery date that can be met."
            self.assumptions.append(Assumption("delivery_on", text, "schedule"))
        if self.missing:
            self._warn_tight()
        self._travel_last()
        self._between_parts(steps)
        return Outline(tuple(self.milestones), tuple(self.assumptions), tuple(self.warnings), self.missing)

    def _in_window(self, before: Sequence[Step], shoot: Step) -> tuple[date, ...]:
        """Return shoot days in the stretch that the brief gives, after the steps before them as far as it lasts.

        None without such a stretch, or when it has too few working days left before its end and the delivery.
        """
        window = self.facts.shoot_window
        if window is None:
            return ()
        last = min(window.last, self.facts.delivery_on or window.last)
        left = self.calendar.between(max(window.first, self.start), last)
        said = f"{day(window.first)} to {day(window.last)}"
        if len(left) < shoot.days:
            self._warn("dates_conflict", f"The shoot does not fit in {said}, as the brief asks. Agree on other days.")
            return ()
        ahead = self.rules.schedule.kick_off_after_days + sum(step.days for step in before)
        earliest = self.calendar.shift(self.start, ahead)
        ready = [on for on in left if on >= earliest]
        lengths = (shoot.days + self.journeys, shoot.days)
        runs = next(runs for long in lengths if (runs := _runs(ready, long) or _runs(left, long)[::-1]))
        # Nobody is paid to wait far from home: of all runs, the first with the fewest free days in it.
        chosen = min(runs, key=_length) if self.away else runs[0]
        text = f"Shoot from {day(chosen[0])}: the brief names no days within {said}."
        self.assumptions.append(Assumption("shoot_window", text, "schedule.shoot"))
        return chosen

    def _unbroken(self, steps: Sequence[Step], at: int) -> tuple[date, ...]:
        """Return days for a shoot away from home that a weekend would break where the steps alone put it, or that has
        journeys in it.

        Earlier ones where a delivery date binds, later ones else, as near as they come; none where it needs no moving,
        or where there is no time for it, which is then an assumption.
        """
        if not self.away:
            return ()
        trial = _Plan(self.facts, self.rules, self.calendar, self.start, trips=0)
        delivery = trial._delivery(())
        days = steps[at].days + self.journeys
        whole = steps[at].model_copy(update={"days": days, "least": days})
        trial._segment((*steps[:at], whole, *steps[at + 1 :]), self.start, delivery)
        placed = trial.milestones[at]
        step = -1 if delivery else 1
        firsts = [self.calendar.shift(placed.starts_on, step * moved) for moved in range(_MOST_MOVED)]
        runs = [tuple(self.calendar.shift(first, further) for further in range(days)) for first in firsts]
        best = min(runs, key=_length)
        if _length(best) >= (placed.ends_on - placed.starts_on).days:
            on = self.calendar.between(placed.starts_on, placed.ends_on)
            return tuple(on) if self.journeys and len(on) == days else ()
        before = self.calendar.between(self.start, best[0] - timedelta(days=1))
        if len(before) < sum(earlier.least for earlier in steps[:at]):
            text = "The shoot runs over free days, and the nights on them are not priced: there is no time to move it."
            self.assumptions.append(Assumption("shoot_dates", text, "travel.hotel"))
            return ()
        return best

    def _travel_last(self) -> None:
        """Travel is the day before the shoot, a Sunday too, but no closed day: nobody waits there over a weekend."""
        for number, (stone, following) in enumerate(pairwise(self.milestones)):
            eve = following.starts_on - timedelta(days=1)
            while eve in self.calendar.holidays:
                eve -= timedelta(days=1)
            if stone.rule.startswith("schedule.travel") and stone.ends_on < eve:
                rule = "schedule.travel: the day before the shoot"
                self.milestones[number] = replace(stone, starts_on=eve, ends_on=eve, rule=rule)

    def _between_parts(self, steps: Sequence[Step]) -> None:
        """Put the journeys between the parts of the shoot, and say how many of them have no day."""
        travel = next((step for step in steps if step.key == "travel"), None)
        if travel is None or not self.journeys:
            return
        parts = [at for at, stone in enumerate(self.milestones) if stone.rule.startswith("schedule.shoot")]
        runs = [(self.milestones[at].starts_on, self.milestones[at].ends_on) for at in parts]
        eves = journeys_between(runs, self.journeys, self.calendar, working=not self.facts.shoot_dates)
        rule = "schedule.travel: the day before this part of the shoot"
        for number, eve in sorted(eves.items(), reverse=True):
            name = f"{travel.name}, part {number + 1}"
            self.milestones.insert(parts[number], Milestone(name, eve, eve, rule))
        if missing := self.journeys - len(eves):
            text = f"{count(missing, 'journey')} between shoot days without a day for it: the crew travels after work."
            self.assumptions.append(Assumption("locations", text, "schedule.travel"))

    def _delivery(self, dates: tuple[date, ...]) -> date | None:
        """The last working day for delivery, or None when the brief states none that can be met.

        A shoot on the weekend of the delivery itself keeps the delivery on that weekend.
        """
        stated = self.facts.delivery_on
        if stated is None:
            return None
        last = self.calendar.on_or_before(stated)
        if last < self.start:
            self._warn("past_date", f"The delivery date {day(stated)} has passed or is too near to plan for.")
            return None
        if dates and stated < dates[-1]:
            self._warn("dates_conflict", f"Delivery on {day(stated)} is before the shoot on {day(dates[-1])}.")
            return None
        if dates and last < dates[-1]:
            last = stated
        if last != stated:
            rule = "schedule.weekend" if stated.weekday() in self.rules.schedule.weekend else "schedule.closed"
            text = f"Delivery on {day(last)}, the last working day before {day(stated)}."
            self.assumptions.append(Assumption("delivery_on", text, rule))
        return last

    def _segment(self, steps: Sequence[Step], first: date, last: date | None, *, follows_shoot: bool = False) -> None:
        """Place steps back from `last`; forward from `first` without a last day, or with time left after a shoot."""
        needed = sum(step.days for step in steps)
        if last is None:
            ahead = 0 if follows_shoot else self.rules.schedule.kick_off_after_days
            first = self.calendar.shift(first, ahead)
            last = self.calendar.shift(first, needed - 1)
        days = self.calendar.between(first, last)
        self.missing += max(0, needed - len(days))
        reserve = len(days) - needed
        if follows_shoot and reserve > 0:
            self._place(steps[:-1], days[: needed - steps[-1].days])
            rule = (
                f"schedule.{steps[-1].key}: the brief's delivery_on, after a reserve of {count(reserve, 'working day')}"
            )
            self.milestones.append(Milestone(steps[-1].name, days[-steps[-1].days], last, rule))
        else:
            self._place(steps, days or [last])

    def _until(self, steps: Sequence[Step], shoot_on: date) -> None:
        """Place the steps before a stated shoot date, back from it; none when no working day is left before it."""
        days = self.calendar.between(self.start, shoot_on - timedelta(days=1))
        self.missing += max(0, sum(step.days for step in steps) - len(days))
        if shoot_on < self.start:
            self._warn("past_date", f"The shoot date {day(shoot_on)} has passed.")
        if days:
            self._place(steps, days)

    def _place(self, steps: Sequence[Step], days: Sequence[date]) -> None:
        if not steps:
            return
        places = fit([(step.days, step.least) for step in steps], len(days))
        for step, (first, last) in zip(steps, places, strict=True):
            planned = last - first + 1
            rule = f"schedule.{step.key}: {count(step.days, 'working day')}"
            if planned < step.days:
                rule += f", pressed to {planned}"
            self.milestones.append(Milestone(step.name, days[first], days[last], rule))

    def _shoot(self, dates: tuple[date, ...], step: Step, delivery: date | None) -> date:
        """Place the stated shoot dates, one milestone for each unbroken run; returns the last shoot day.

        Shoot days beyond the stated dates follow them as far as there are working days up to delivery.
        """
        planned = list(dates)
        while len(planned) < step.days:
            following = self.calendar.after(planned[-1])
            if delivery is not None and following > delivery:
                self.missing += step.days - len(planned)
                break
            planned.append(following)
        if len(planned) > len(dates):
            extra = count(len(planned) - len(dates), "shoot day")
            text = f"{extra} beyond the dates named, on the working days after them."
            self.assumptions.append(Assumption("shoot_dates", text, "schedule.shoot"))
        runs: list[list[date]] = [[planned[0]]]
        for following in planned[1:]:
            if following - runs[-1][-1] == timedelta(days=1):
                runs[-1].append(following)
            else:
                runs.append([following])
        stated = next((name for name in ("shoot_dates", "shoot_window") if getattr(self.facts, name)), None)
        free = "a day to travel between its parts" if self.journeys else "no weekend between its days"
        rule = f"schedule.shoot: the brief's {stated}" if stated else f"schedule.shoot: {free}"
        for number, run in enumerate(runs, start=1):
            name = step.name if len(runs) == 1 else f"{step.name}, part {number}"
            self.milestones.append(Milestone(name, run[0], run[-1], rule))
        return planned[-1]

    def _warn_tight(self) -> None:
        text = (
            f"The schedule is tight: {count(self.missing, 'working day')} fewer than the steps usually take. They are "
            "pressed together; a later delivery, fewer revision rounds or an earlier start would help."
        )
        self._warn("tight_schedule", text)

    def _warn(self, code: str, text: str) -> None:
        self.warnings.append(BriefWarning(code=code, message=text))
