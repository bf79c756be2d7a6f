"""Tasks are graded on every row of the studio: what was not asked for is a fault, however good the answer reads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from evals.brief_cases import BRIEFS
from evals.tasks.format import Answer, EndState, FileBrief, Lookup, Rows, Total, load_tasks
from evals.tasks.grading import Given, figures_in, grade_answer, grade_end_state, look_up
from evals.tasks.snapshot import Snapshot, differences, take

Record = dict[str, str | int]

CLIENT: Record = {"id": "cli_1", "name": "Lumen"}
PROPOSAL: Record = {"id": "prp_1", "total_minor": 5_200_000, "currency": "GBP"}
LINES: list[Record] = [{"id": "bln_1", "total_minor": 5_000_000}, {"id": "bln_2", "total_minor": 200_000}]


def studio(**tables: list[Record]) -> Snapshot:
    return Snapshot({name: {(row["id"],): row for row in rows} for name, rows in tables.items()})


EMPTY = studio(clients=[], proposals=[], budget_lines=[])
DONE = studio(clients=[dict(CLIENT)], proposals=[dict(PROPOSAL)], budget_lines=[dict(line) for line in LINES])
EXPECTED = EndState(
    rows=(
        Rows(table="clients", change="added", where={"name": "Lumen"}, exactly=1),
        Rows(table="proposals", change="added", exactly=1),
        Rows(table="budget_lines", change="added", at_least=2),
    ),
    equal=(
        (
            Total(table="budget_lines", columns=("total_minor",)),
            Total(table="proposals", columns=("total_minor",)),
        ),
    ),
)


def test_the_expected_end_state_has_no_fault() -> None:
    assert grade_end_state(EXPECTED, EMPTY, DONE) == []


def test_nothing_done_is_a_fault_for_each_row_missing() -> None:
    assert len(grade_end_state(EXPECTED, EMPTY, EMPTY)) == 3


def test_a_row_too_many_is_a_fault() -> None:
    twice = studio(
        clients=[dict(CLIENT), {"id": "cli_2", "name": "Lumen"}], proposals=[dict(PROPOSAL)], budget_lines=[]
    )
    assert any("2 rows of clients" in fault for fault in grade_end_state(EXPECTED, EMPTY, twice))


def test_a_change_the_task_does_not_name_is_a_fault() -> None:
    other = Snapshot({**DONE.tables, "users": {("u1",): {"id": "u1", "role": "admin"}}})
    before = Snapshot({**EMPTY.tables, "users": {("u1",): {"id": "u1", "role": "crew"}}})
    assert grade_end_state(EXPECTED, before, other) == ["1 rows of users were changed although the task changes none"]


def test_logs_may_grow_but_never_change() -> None:
    log = EndState(may_grow=("messages",))
    one, two = {"id": "m1", "content": "hi"}, {"id": "m2", "content": "hello"}
    assert grade_end_state(log, studio(messages=[dict(one)]), studio(messages=[dict(one), dict(two)])) == []
    rewritten = studio(messages=[{"id": "m1", "content": "edited"}])
    assert grade_end_state(log, studio(messages=[dict(one)]), rewritten) != []


def test_sums_that_disagree_are_a_fault() -> None:
    short = Snapshot({**DONE.tables, "budget_lines": {("bln_1",): LINES[0]}})
    assert "budget_lines.total_minor is 5000000, but proposals.total_minor is 5200000" in grade_end_state(
        EXPECTED, EMPTY, short
    )


def test_an_answer_must_hold_the_figure_of_its_rows_and_cite_them() -> None:
    wanted = Answer(
        figures=(Total(table="proposals", columns=("total_minor",)),),
        cites=(Lookup(table="proposals", where={"total_minor": 5_200_000}),),
        lacks=("cannot",),
    )
    assert grade_answer(wanted, Given("We quoted £52,000.00.", frozenset({"prp_1"})), DONE) == []
    assert len(grade_answer(wanted, Given("We cannot say, perhaps £5,200.", frozenset({"prp_9"})), DONE)) == 3


def test_a_figure_that_should_stay_hidden_is_a_fault_in_any_notation() -> None:
    wanted = Answer(hides=(Total(table="proposals", columns=("total_minor",)),))
    assert grade_answer(wanted, Given("I may not show you amounts.", frozenset()), DONE) == []
    assert grade_answer(wanted, Given("It is 52 000 pounds.", frozenset()), DONE) != []


def test_an_answer_about_a_row_that_is_not_there_is_a_fault() -> None:
    wanted = Answer(cites=(Lookup(table="proposals"),))
    assert grade_answer(wanted, Given("It is 52,000.", frozenset({"prp_1"})), EMPTY) == [
        "0 rows of proposals fit {}, not one"
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("£52,000", "52000"),
        ("52.000,50 €", "52000.50"),
        ("CHF 19'500.–", "19500"),
        ("1 234 567 kr", "1234567"),
        ("in 2026, 52 000 kr", "52000"),
        ("2026 5200", "5200"),
    ],
)
def test_figures_are_read_with_any_separators(text: str, number: str) -> None:
    assert Decimal(number) in figures_in(text)


def test_a_lookup_that_fits_two_rows_is_refused() -> None:
    with pytest.raises(LookupError, match="2 rows"):
        look_up(Lookup(table="budget_lines"), DONE)


def test_a_snapshot_holds_every_row_and_shows_what_changed(tmp_path: Path) -> None:
    file = tmp_path / "studio.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE clients (id TEXT PRIMARY KEY, name TEXT)")
        database.execute("INSERT INTO clients VALUES ('c1', 'Lumen'), ('c2', 'Veldt')")
        database.commit()
        before = take(file)
        database.execute("UPDATE clients SET name = 'Lumen Home' WHERE id = 'c1'")
        database.execute("DELETE FROM clients WHERE id = 'c2'")
        database.commit()
    found = differences(before, take(file))["clients"]
    assert [row["name"] for row in found.changed] == ["Lumen Home"]
    assert [row["name"] for row in found.removed] == ["Veldt"]
    assert found.added == ()


def test_every_task_is_well_formed_and_its_briefs_exist() -> None:
    tasks = load_tasks()
    assert tasks
    for name, task in tasks.items():
        filed = [step for step in task.steps if isinstance(step, FileBrief)]
        assert all((BRIEFS / "dev" / step.file).exists() for step in filed), name


def test_a_search_index_is_no_production_data(tmp_path: Path) -> None:
    file = tmp_path / "studio.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE documents (id TEXT PRIMARY KEY)")
        database.execute("CREATE VIRTUAL TABLE document_search USING fts5(body)")
        database.commit()
    assert list(take(file).tables) == ["documents"]
