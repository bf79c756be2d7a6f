"""The copilot acts with a person's sight and never as that person."""

from __future__ import annotations

from store.kernel.actor import Actor

PERSON = Actor("person", "usr_1", "producer", frozenset({"budget.read"}), frozenset({"prj_1"}), session_id="ses_1")


def test_the_copilot_sees_what_its_person_sees_and_holds_no_session_to_greenlight_with() -> None:
    agent = PERSON.as_agent()
    assert (agent.kind, agent.session_id) == ("agent", None)
    assert (agent.user_id, agent.permissions, agent.project_ids) == (
        PERSON.user_id,
        PERSON.permissions,
        PERSON.project_ids,
    )
