"""What happened between the jobs, and what waits for a greenlight today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sqlmodel import select

from store.budget.aicp import chart
from store.budget.operations import AddBudgetAccount, AddBudgetLine
from store.budget.rate_operations import SetRateItem
from store.budget.tables import RateItemRow
from store.changes.decisions import reject
from store.changes.operation import Operation
from store.crew.operations import SetPersonRate
from store.demo.jobs import Scene, file_brief, moment
from store.demo.playback import Playback
from store.demo.script import JobScript
from store.projects.operations import ConfirmGate


def everyday_scenes(job: JobScript) -> Iterator[Scene]:
    """Yield a rate rise that was taken back, a proposal that was turned down, and a confirmation for `job`."""
    yield Scene(moment(date(2026, 4, 14), 9, 45), _rise_and_undo)
    yield Scene(moment(date(2026, 8, 25), 13, 10), _turned_down)
    confirm = ConfirmGate(id=f"{job.id_of('gco')}_crew", project_id=job.id_of("prj"), key="crew")
    yield Scene(
        moment(date(2026, 11, 16), 17, 5),
        lambda play: play.apply("production_manager", f"{job.code}: the crew is confirmed", [confirm]),
    )


def file_pending(play: Playback, brief: JobScript, job: JobScript) -> None:
    """File what waits today: a brief's proposal, a line above a limit, a confirmation, a rate the copilot suggests."""
    file_brief(play, brief)
    stage = play.file(
        play.person("line_producer"), f"{job.code}: LED volume stage instead of a set build", _led_stage(job)
    )
    play.greenlight("line_producer", stage)
    play.file(
        play.person("production_manager"),
        f"{job.code}: the location is confirmed",
        [
            ConfirmGate(
                id=f"{job.id_of('gco')}_location",
                project_id=job.id_of("prj"),
                key="location",
                note="Stage 5, Amsterdam Noord, 7 to 9 December 2026",
            )
        ],
    )
    play.file(
        play.person("producer").as_agent(),
        "Ida Holm: new day rate from January",
        [
            SetPersonRate(
                id="prt_demo_1_2027",
                person_id="ppl_demo_1",
                unit="Day",
                rate_minor=43_000,
                currency="EUR",
                effective_on=date(2027, 1, 1),
            )
        ],
        rationale="Her message of 19 November asks for EUR 430 a day from January 2027.",
    )


def _led_stage(job: JobScript) -> list[Operation]:
    """A line above the line producer's limit, so that a second person must join."""
    names, code = chart("aicp"), "151"
    budget_id = job.id_of("wbd")
    account = AddBudgetAccount(
        id=f"{budget_id}.{code}",
        budget_id=budget_id,
        code=code,
        name=names.account_name(code),
        position=names.position(code),
    )
    line = AddBudgetLine(
        id=f"{budget_id}.led",
        budget_id=budget_id,
        account_id=account.id,
        position=900,
        description="LED volume stage with operators",
        quantity=Decimal(2),
        unit="Day",
        rate_minor=2_900_000,
        currency=job.currency,
        source="quote of Volume Noord, 18 November 2026",
    )
    return [account, line]


def _rise_and_undo(play: Playback) -> None:
    item = _gaffer(play)
    raised = play.apply("accountant", "Gaffer: 4 % more from April", [_priced(item, 54_100)])
    play.undo("producer", raised)


def _turned_down(play: Playback) -> None:
    filed = play.file(play.person("accountant"), "Gaffer: 8 % more for the autumn", [_priced(_gaffer(play), 56_200)])
    reason = "We agreed to keep the card as it is until January."
    reject(play.session, play.person("producer"), play.clock, change_set_id=filed.id, reason=reason)


def _gaffer(play: Playback) -> RateItemRow:
    return play.session.exec(
        select(RateItemRow).where(RateItemRow.code == "LGT-01", RateItemRow.currency == "EUR")
    ).one()


def _priced(item: RateItemRow, rate_minor: int) -> SetRateItem:
    return SetRateItem.model_validate(
        {
            **item.model_dump(
                include={"id", "rate_card_id", "code", "account", "department", "description", "unit", "currency"}
            ),
            "rate_minor": rate_minor,
            "cost_minor": item.cost_minor,
        }
    )
