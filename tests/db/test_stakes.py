"""What is at stake is read off the rows, not off what operations claim; and what an offer says follows its lines."""

from __future__ import annotations

from typing import Any

import pytest

from store.changes.decisions import edit
from store.changes.operation import Operation
from store.changes.standing import standing_of
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.proposals.tables import Proposal
from tests.studio import StudioForTests, operations

PERCENTS = {"contingency_percent": "10", "fee_percent": "10", "tax_percent": "20"}
PAYMENT = "Within 14 days: {} on agreement, {} on delivery."
FACTS = {"budget_max": {"minor": 3_000_00, "currency": "EUR"}, "tax_included": True}


def one(kind: str, **fields: object) -> Operation:
    return operations((kind, fields))[0]


def budget(project_id: str, *, offer: str | None = None, currency: str = "EUR", name: str = "bud") -> list[Operation]:
    head = {"id": name, "project_id": project_id, "proposal_id": offer, "name": name, "currency": currency}
    account = {"id": f"{name}.51", "budget_id": name, "code": "51", "name": "Shoot", "position": 0}
    return [one("create_budget", **head, **PERCENTS), one("add_budget_account", **account)]


def line(number: int, rate: int, *, days: int = 1, currency: str = "EUR", name: str = "bud") -> Operation:
    return one(
        "add_budget_line",
        id=f"{name}.l{number}",
        budget_id=name,
        account_id=f"{name}.51",
        position=number,
        description=f"Line {number}",
        quantity=str(days),
        unit="Day",
        rate_minor=rate,
        currency=currency,
        source="by hand",
    )


def offer(project_id: str, claimed: int, **fields: Any) -> Operation:
    """Return an offer that claims to come to `claimed`."""
    zero = dict.fromkeys(("contingency_minor", "fee_minor", "tax_minor"), 0)
    head = {"id": "pro", "project_id": project_id, "title": "Film", "currency": "EUR"}
    return one("create_proposal", **head, **zero, subtotal_minor=claimed, total_minor=claimed, **fields)


def offered(project_id: str, *, claimed: int, rate: int, **fields: Any) -> list[Operation]:
    return [offer(project_id, claimed, **fields), *budget(project_id, offer="pro"), line(1, rate)]


def offered_beside(project_id: str) -> list[Operation]:
    """Return a small offer whose lines are the budget `pro`."""
    return [offer(project_id, 1), *budget(project_id, offer="pro", name="pro"), line(1, 1_00, name="pro")]


def alone(studio: StudioForTests, actor: Actor, change_set: ChangeSet) -> bool:
    """Whether the person may greenlight it alone, as the pages say it and as deciding does."""
    with studio.database.read() as session:
        said = standing_of(session, actor, studio.clock.now(), session.get_one(ChangeSet, change_set.id)).alone
    assert said == (studio.greenlight(actor, change_set).outcome == "applied")
    return said


def stored(studio: StudioForTests) -> Proposal:
    with studio.database.read() as session:
        return session.get_one(Proposal, "pro")


def test_an_offer_filed_with_a_small_claim_counts_for_what_its_lines_come_to(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    filed = studio.file(producer.as_agent(), *offered(project_id, claimed=1_00, rate=40_000_00))
    assert filed.amount_minor == 57_600_00, "40,000 and a tenth twice, and a fifth of that in tax"
    assert filed.operations[0]["total_minor"] == 57_600_00, "nor does a stale claim stay in what is read"
    decision = studio.greenlight(producer, filed)
    assert decision.reason.startswith("EUR 57,600.00 is above the line producer's limit of EUR 50,000.00")
    assert decision.outcome == "waiting"


def test_an_edit_counts_for_what_its_lines_come_to_also_with_a_total_set_by_hand(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    filed = studio.file(producer, *offered(project_id, claimed=14_40, rate=10_00))
    for claimed in (14_40, 1):
        with studio.database.write() as session:
            edited = offered(project_id, claimed=claimed, rate=40_000_00)
            filed = edit(session, producer, studio.clock, change_set_id=filed.id, operations=edited, channel="cli")
        assert filed.amount_minor == 57_600_00
    assert not alone(studio, producer, filed)


def test_a_small_change_of_an_offer_above_the_limit_counts_whole(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    assert alone(studio, producer, studio.file(producer, *offered(project_id, claimed=1, rate=30_000_00)))
    for operation, whole in (
        (line(2, 10_000_00), 57_600_00),
        (one("add_fringe", id="fri", budget_id="bud", name="Social", percent="50"), 86_400_00),
        (one("remove_budget_line", id="bud.l1"), 86_400_00),  # to take most of it away is no smaller a decision
    ):
        filed = studio.file(producer, operation)
        assert filed.amount_minor == whole
        assert not alone(studio, producer, filed)
        studio.greenlight(studio.admin, filed)
    assert stored(studio).total_minor == 10_000_00 * 15 // 10 * 144 // 100


def test_of_a_working_budget_only_the_touched_lines_count_with_what_goes_on_top(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.apply(*budget(project_id), line(1, 90_000_00), line(2, 100_00))
    assert studio.file(studio.admin, line(3, 1_000_00)).amount_minor == 1_440_00
    assert studio.file(studio.admin, one("remove_budget_line", id="bud.l2")).amount_minor == 144_00
    fringe = one("add_fringe", id="fri", budget_id="bud", name="Social", percent="10")
    assert studio.file(studio.admin, fringe).amount_minor == 90_100_00 * 11 // 10 * 144 // 100
    applied = studio.apply(line(3, 1_000_00))
    undo = studio.file(studio.admin, one("revert_change_set", change_set_id=applied.id))
    assert undo.amount_minor == applied.amount_minor


def test_a_working_budget_raised_in_steps_takes_a_second_person_where_the_steps_pass_the_limit(
    studio: StudioForTests,
) -> None:
    _, project_id = studio.client_and_project()
    first, second = (studio.person("line_producer", project_id) for _ in range(2))
    step = 10_000_00  # 14,400 with all that goes on top
    studio.apply(*budget(project_id), line(0, 90_000_00))
    for number in (1, 2, 3):
        assert alone(studio, (first, second, first)[number - 1], studio.file(first, line(number, step)))
    fourth = studio.file(first, line(4, step))
    said = studio.greenlight(second, fourth)
    assert said.reason.startswith(
        "The budget would be EUR 57,600.00 from what was last agreed, above the line producer's limit of EUR 50,000.00"
    )
    with studio.database.read() as session:
        now = studio.clock.now()
        assert standing_of(session, second, now, session.get_one(ChangeSet, fourth.id)).why.startswith(
            "You have greenlit it. The budget would be EUR 57,600.00 from what was last agreed"
        )
    assert studio.greenlight(first, fourth).outcome == "applied", "two of them agree on it"
    assert alone(studio, first, studio.file(first, line(5, step))), "and steps are counted from there"


def test_putting_back_what_one_raised_alone_takes_nobody_else(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    studio.apply(*budget(project_id), line(0, 90_000_00))
    for number in (1, 2):
        raised = studio.file(producer, line(number, 15_000_00))
        assert alone(studio, producer, raised)
    undone = studio.file(producer, one("revert_change_set", change_set_id=raised.id))
    assert undone.amount_minor == 21_600_00
    assert alone(studio, producer, undone)
    assert alone(studio, producer, studio.file(producer, line(3, 15_000_00)))
    fringe = one("add_fringe", id="fri", budget_id="bud", name="Social", amount_minor=1_00)
    assert not alone(studio, producer, studio.file(producer, fringe)), "it touches every line of the budget"


@pytest.mark.parametrize("agreed_by", ["admin", "nobody"])
def test_a_budget_that_nobody_but_one_person_agreed_to_counts_from_nothing(
    studio: StudioForTests, agreed_by: str
) -> None:
    _, project_id = studio.client_and_project()
    producer, above = studio.person("line_producer", project_id), studio.person("producer", project_id)
    opened = [*budget(project_id), line(0, 60_000_00)]
    assert alone(studio, studio.admin if agreed_by == "admin" else above, studio.file(above, *opened))
    small = studio.file(producer, line(1, 10_00))
    assert alone(studio, producer, small) == (agreed_by == "admin")
    assert agreed_by == "admin" or studio.greenlight(above, small).outcome == "applied"
    assert alone(studio, producer, studio.file(producer, line(2, 10_00)))


def test_steps_of_one_budget_count_for_no_other_and_for_no_offer(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    studio.apply(*budget(project_id), *budget(project_id, name="two"), *offered_beside(project_id))
    for number, name in ((1, "bud"), (2, "bud"), (1, "two"), (2, "two"), (2, "pro")):
        assert alone(studio, producer, studio.file(producer, line(number, 15_000_00, name=name))), name
    assert not alone(studio, producer, studio.file(producer, line(3, 15_000_00)))


def test_a_credit_weighs_as_much_as_a_cost(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    credit = studio.file(producer, *budget(project_id), line(1, -40_000_00))
    assert credit.amount_minor == 57_600_00
    assert not alone(studio, producer, credit)


def test_money_in_a_second_currency_takes_a_second_person(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    other = [*budget(project_id, currency="USD", name="usd"), line(1, 1, currency="USD", name="usd")]
    assert not alone(studio, producer, studio.file(producer, *budget(project_id), line(1, 500_00), *other))


@pytest.mark.parametrize("door", ["edit", "applied"])
def test_what_an_offer_says_of_its_total_follows_its_lines(studio: StudioForTests, door: str) -> None:
    _, project_id = studio.client_and_project()
    reading = {"facts": FACTS, "evidence": {}}
    brief = one(
        "record_brief", id="bri", project_id=project_id, title="Film", received_on="2026-05-04", reading=reading
    )
    said: dict[str, Any] = {
        "brief_id": "bri",
        "terms": [{"title": "Payment", "text": PAYMENT.format("50 % (EUR 1,200.00)", "50 % (EUR 1,200.00)")}],
        "levers": [{"description": "Less", "saving_minor": 1, "new_total_minor": 2879_99, "fits": True}],
        "warnings": [{"code": "past_date", "message": "late"}],
    }
    filed = studio.file(studio.admin, brief, *offered(project_id, claimed=2_880_00, rate=2_000_00, **said))
    if door == "edit":
        with studio.database.write() as session:
            edited = [brief, *offered(project_id, claimed=2_880_00, rate=3_000_00, **said)]
            filed = edit(session, studio.admin, studio.clock, change_set_id=filed.id, operations=edited, channel="rest")
        studio.greenlight(studio.admin, filed)
    else:
        studio.greenlight(studio.admin, filed)
        assert len(stored(studio).levers) == 1
        changed = one(
            "change_budget_line", id="bud.l1", description="More", quantity="1", unit="Day", rate_minor=3_000_00,
            currency="EUR",
        )  # fmt: skip
        studio.apply(changed)
    found = stored(studio)
    assert found.total_minor == 4_320_00
    assert found.terms[0]["text"] == PAYMENT.format("50 % (EUR 1,800.00)", "50 % (EUR 1,800.00)")
    assert found.levers == []
    assert [warning["code"] for warning in found.warnings] == ["past_date", "over_budget"]
    assert found.warnings[1]["message"].startswith(
        "The total of EUR 4,320.00 including tax is EUR 1,320.00 over the client's budget of EUR 3,000.00."
    )
    assert "priced before its lines were changed" in found.warnings[1]["message"]


def test_instalments_typed_by_hand_are_shares_of_the_total_too(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.apply(*offered(project_id, claimed=1, rate=1_000_00))
    terms = [{"title": "Payment", "text": PAYMENT.format("60 % (EUR 1.00)", "40 % (EUR 1.00)")}]
    studio.apply(one("change_proposal", id="pro", terms=terms))
    assert stored(studio).terms[0]["text"] == PAYMENT.format("60 % (EUR 720.00)", "40 % (EUR 480.00)")


def sent(project_id: str, rate: int, *then: Operation) -> list[Operation]:
    """Return an offer at a claimed price that its lines do not come to, marked sent in the same set."""
    terms = [{"title": "Payment", "text": PAYMENT.format("60 % (EUR 1.00)", "40 % (EUR 1.00)")}]
    made = offered(project_id, claimed=1_00, rate=rate, terms=terms)
    return [*made, one("set_proposal_status", id="pro", status="sent", on="2027-03-01"), *then]


def test_an_offer_made_and_sent_in_one_set_stands_with_what_its_lines_come_to(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *sent(project_id, 1_000_00))
    assert filed.amount_minor == 1_440_00
    with studio.database.write() as session:
        edited = sent(project_id, 2_000_00)
        filed = edit(session, studio.admin, studio.clock, change_set_id=filed.id, operations=edited, channel="rest")
    assert studio.greenlight(studio.admin, filed).outcome == "applied"
    offer_now = stored(studio)
    assert (offer_now.status, offer_now.total_minor) == ("sent", 2_880_00)
    assert offer_now.terms[0]["text"] == PAYMENT.format("60 % (EUR 1,440.00)", "40 % (EUR 960.00)")
    assert filed.operations[0]["terms"] == offer_now.terms


def test_what_a_set_does_to_an_offer_after_it_marks_it_sent_is_refused(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    terms = [{"title": "Payment", "text": "On agreement."}]
    for late in (line(2, 1_00), one("change_proposal", id="pro", terms=terms)):
        with pytest.raises(Invalid) as refused:
            studio.file(studio.admin, *sent(project_id, 1_000_00, late))
        assert refused.value.code == "proposal_not_draft"


def test_a_draft_whose_terms_change_as_it_is_sent_names_its_own_instalments(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.apply(*offered(project_id, claimed=1, rate=1_000_00))
    terms = [{"title": "Payment", "text": PAYMENT.format("50 % (EUR 9.00)", "50 % (EUR 9.00)")}]
    studio.apply(
        line(2, 1_000_00),
        one("change_proposal", id="pro", terms=terms),
        one("set_proposal_status", id="pro", status="sent"),
    )
    assert stored(studio).terms[0]["text"] == PAYMENT.format("50 % (EUR 1,200.00)", "50 % (EUR 1,200.00)")
