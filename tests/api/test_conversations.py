"""Talking with the copilot over REST, in rules mode: it answers, proposes, and never decides."""

from __future__ import annotations

import json
from typing import Any

from store.kernel.ids import new_id
from tests.api.client import Headers, Rest
from tests.studio import operations


def _begin(rest: Rest, who: Headers, **about: object) -> str:
    answer = rest.post("/conversations", who, about)
    assert answer.status_code == 201
    conversation_id = answer.json()["id"]
    assert isinstance(conversation_id, str)
    return conversation_id


def _events(text: str) -> list[tuple[str, Any]]:
    events = []
    for block in text.strip().split("\n\n"):
        if block.startswith(":"):
            continue
        name, data = block.split("\n", 1)
        events.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return events


def test_a_question_is_answered_from_stored_rows_and_kept(rest: Rest) -> None:
    _, project_id = rest.studio.client_and_project("LUM-1", "Lumen")
    who = rest.person(rest.studio.admin)
    conversation = _begin(rest, who, project="LUM-1")
    turn = rest.post(f"/conversations/{conversation}/messages", who, {"text": "Which projects do we have?"})
    assert turn.status_code == 200
    assert turn.json()["outcome"] == "done"
    assert "LUM-1" in turn.json()["text"]
    assert turn.json()["tools"]
    messages = rest.get(f"/conversations/{conversation}/messages", who).json()["items"]
    assert messages[0]["content"] == "Which projects do we have?"
    assert messages[-1]["id"] == turn.json()["message_id"]
    assert rest.get(f"/conversations/{conversation}", who).json()["project_id"] == project_id


def test_a_turn_can_be_followed_while_it_runs(rest: Rest) -> None:
    rest.studio.client_and_project("LUM-1", "Lumen")
    who = rest.person(rest.studio.admin)
    path = f"/conversations/{_begin(rest, who)}/messages"
    answer = rest.post(path, who, {"text": "Which projects do we have?"}, Accept="text/event-stream")
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = _events(answer.text)
    names = [name for name, _ in events]
    assert names[-1] == "turn_done"
    assert "tool_started" in names
    said = "".join(data["text"] for name, data in events if name == "text_delta")
    assert "LUM-1" in said
    assert rest.get(path, who).json()["items"][-1]["id"] == events[-1][1]["message_id"]


def test_a_conversation_without_a_title_takes_that_of_what_is_said_first(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    untitled, titled = _begin(rest, who), _begin(rest, who, title="Spring film")
    for text in ("Which projects\n do we have?", "Who is on the crew?"):
        for conversation in (untitled, titled):
            rest.post(f"/conversations/{conversation}/messages", who, {"text": text})
    titles = {row["id"]: row["title"] for row in rest.get("/conversations", who).json()["items"]}
    assert titles == {untitled: "Which projects do we have?", titled: "Spring film"}


def test_words_of_somebody_else_are_no_title(rest: Rest) -> None:
    who, other = rest.person(rest.studio.admin), rest.person(rest.studio.person("producer", all_projects=True))
    conversation = _begin(rest, who)
    assert rest.post(f"/conversations/{conversation}/messages", other, {"text": "Mine now?"}).status_code == 404
    assert rest.get(f"/conversations/{conversation}", who).json()["title"] == "Conversation"


def test_a_conversation_is_its_users_own(rest: Rest) -> None:
    who, other = rest.person(rest.studio.admin), rest.person(rest.studio.person("producer", all_projects=True))
    conversation = _begin(rest, who, title="Mine")
    assert [item["id"] for item in rest.get("/conversations", who).json()["items"]] == [conversation]
    assert rest.get("/conversations", other).json()["items"] == []
    for answer in (
        rest.get(f"/conversations/{conversation}", other),
        rest.get(f"/conversations/{conversation}/messages", other),
        rest.post(f"/conversations/{conversation}/messages", other, {"text": "Hello"}),
    ):
        assert answer.status_code == 404


def test_no_conversation_begins_about_a_project_one_may_not_see(rest: Rest) -> None:
    _, other = rest.studio.client_and_project("ORB-1", "Orbit")
    crew = rest.person(rest.studio.person("crew"))
    for project in (other, "ORB-1", new_id("prj")):
        assert rest.post("/conversations", crew, {"project": project}).status_code == 404
    assert rest.post("/conversations", rest.person(rest.studio.admin), {"project": new_id("prj")}).status_code == 404


def test_a_conversation_goes_with_the_sight_of_its_project(rest: Rest) -> None:
    _, project_id = rest.studio.client_and_project("LUM-1", "Lumen")
    person = rest.studio.person("producer", project_id)
    who = rest.person(person)
    about, about_nothing = _begin(rest, who, project="LUM-1"), _begin(rest, who)

    def listed() -> set[str]:
        return {item["id"] for item in rest.get("/conversations", who).json()["items"]}

    assert listed() == {about, about_nothing}
    rest.studio.apply(
        *operations(("remove_membership", {"user_id": person.user_id, "project_id": project_id})),
    )
    assert listed() == {about_nothing}
    assert rest.get(f"/conversations/{about}", who).status_code == 404


def test_the_copilot_shows_no_other_projects(rest: Rest) -> None:
    _, own = rest.studio.client_and_project("LUM-1", "Lumen")
    rest.studio.client_and_project("ORB-1", "Orbit")
    who = rest.person(rest.studio.person("coordinator", own))
    turn = rest.post(f"/conversations/{_begin(rest, who)}/messages", who, {"text": "Which projects do we have?"}).json()
    assert "LUM-1" in turn["text"]
    assert "ORB-1" not in turn["text"]


def test_an_empty_message_begins_no_turn(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    path = f"/conversations/{_begin(rest, who)}/messages"
    assert rest.post(path, who, {"text": "  "}).status_code == 422
    assert rest.get(path, who).json()["items"] == []
