"""The same brief from two doors: whoever looks at one of the two is told of the other, if they may see it."""

from __future__ import annotations

from store.changes.tables import ChangeSet
from store.documents.storage import add_document
from store.kernel.actor import Actor
from store.proposals.sent_twice import brief_key, notes_on
from tests.studio import StudioForTests, operations

READING: dict[str, dict[str, object]] = {"facts": {}, "evidence": {}}


def send(studio: StudioForTests, sender: Actor, project_id: str, content: str = "a" * 64) -> ChangeSet:
    """Keep a brief as this person's and file what puts it on record."""
    with studio.database.write() as session:
        document = add_document(
            session,
            at=studio.clock.now(),
            added_by=sender.user_id,
            kind="brief",
            filename="brief.txt",
            media_type="text/plain",
            sha256=content,
            size_bytes=1,
        )
    brief = {"id": f"brf_{document.id}", "project_id": project_id, "document_id": document.id, "title": "A film"}
    received = {"received_on": studio.clock.now().date(), "reading": READING}
    recorded = operations(("record_brief", brief | received))
    return studio.file(sender, *recorded, title="A film", key=brief_key(document.id))


def notes(studio: StudioForTests, actor: Actor, change_set: ChangeSet) -> str:
    with studio.database.read() as session:
        return " ".join(notes_on(session, actor, session.get_one(ChangeSet, change_set.id)))


def test_each_of_two_sets_of_one_brief_tells_of_the_other_while_that_stands(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    one = send(studio, studio.admin, project_id)
    assert notes(studio, studio.admin, one) == ""
    two = send(studio, studio.person("producer", all_projects=True), project_id)
    other = send(studio, studio.admin, project_id, content="b" * 64)
    assert two.code in notes(studio, studio.admin, one)
    assert one.code in notes(studio, studio.admin, two)
    assert notes(studio, studio.admin, other) == ""
    studio.greenlight(studio.admin, one)
    assert f"applied as {one.code}" in notes(studio, studio.admin, two)


def test_a_set_that_one_may_not_see_is_not_told(studio: StudioForTests) -> None:
    _, mine = studio.client_and_project()
    _, theirs = studio.client_and_project("NOR-1", "Nord")
    producer = studio.person("producer", mine)
    seen = send(studio, producer, mine)
    hidden = send(studio, studio.admin, theirs)
    assert notes(studio, producer, seen) == ""
    assert hidden.code in notes(studio, studio.admin, seen)
