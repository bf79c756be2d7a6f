"""A run counts refusals and crashes as read wrong everywhere; the tally keeps silence, misses and inventions apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evals.brief_cases import FIELDS, BriefCase
from evals.briefs_run import CaseRun, run
from evals.outcome import Outcome
from evals.report import Price
from evals.tally import tally
from store.kernel.errors import Invalid
from store.proposals.facts import BriefFacts, BriefReading

ROUNDS = BriefFacts(revision_rounds=2)


def case(name: str = "one", expect: BriefFacts = ROUNDS) -> BriefCase:
    return BriefCase(
        name=name,
        path=Path("one.txt"),
        kind="chat",
        language="en",
        received_on=date(2026, 1, 1),
        expect=expect,
        warnings=("contradiction",),
        alternatives={},
    )


def reads(facts: BriefFacts) -> Outcome:
    return Outcome(
        BriefReading(facts=facts, evidence={}), {}, seconds=0.5, model_calls=3, tokens_in=1000, tokens_out=10
    )


def refuses(_: BriefCase) -> Outcome:
    raise Invalid("This file is encrypted.", "encrypted_document")


def crashes(_: BriefCase) -> Outcome:
    raise KeyError("amount")


def only(runs: list[CaseRun]) -> CaseRun:
    (one,) = runs
    return one


def test_a_reading_is_graded_with_its_seconds_and_calls() -> None:
    one = only(run([case()], lambda _: reads(ROUNDS)))
    assert (one.grade.accuracy, one.seconds, one.model_calls, one.failure) == (1.0, 0.5, 3, None)


def test_a_refused_brief_is_wrong_in_every_field_and_says_why() -> None:
    one = only(run([case()], refuses))
    assert one.grade.accuracy == 0.0
    assert one.failure == "refused (encrypted_document): This file is encrypted."
    assert one.grade.warnings_missed == ("contradiction",)


def test_a_crash_does_not_end_the_run_and_names_its_place() -> None:
    runs = run([case("one"), case("two")], crashes)
    assert [one.grade.accuracy for one in runs] == [0.0, 0.0]
    assert "KeyError" in str(runs[0].failure)
    assert "test_brief_runs.py" in str(runs[0].failure)


def test_the_tally_tells_precision_from_recall() -> None:
    readings = iter([reads(ROUNDS), reads(BriefFacts()), reads(BriefFacts(revision_rounds=9))])
    cases = [case("right"), case("missed"), case("invented", BriefFacts())]
    runs = run(cases, lambda _: next(readings))
    total = tally([one.grade for one in runs], warnings_expected=3)
    rounds = next(field for field in total.fields if field.field == "revision_rounds")
    assert (rounds.accuracy, rounds.precision, rounds.recall) == (1 / 3, 1 / 2, 1 / 2)
    assert (rounds.missed, rounds.wrong, rounds.invented) == (1, 0, 1)
    assert total.overall == pytest.approx((len(FIELDS) - 2 / 3) / len(FIELDS))
    assert total.all_right == 1
    assert total.warnings_missed == 3


def test_no_case_has_no_accuracy() -> None:
    with pytest.raises(ValueError, match="no case"):
        tally([], warnings_expected=0)


def test_cost_is_tokens_times_price() -> None:
    runs = run([case()], lambda _: reads(ROUNDS))
    assert Price(2.0, 50.0).of(runs) == pytest.approx(0.0025)


def test_a_cost_nobody_counted_is_not_nothing() -> None:
    runs = run([case()], lambda _: Outcome(BriefReading(facts=ROUNDS, evidence={}), {}, seconds=0.1, model_calls=1))
    assert Price(2.0, 50.0).of(runs) is None
