"""One job in two change sets: whoever looks at one of the two is told of the other, if they may see it."""

from __future__ import annotations

from api.web.approvals.change import read_change
from api.web.approvals.shown import callouts_view
from store.changes.decisions import edit
from store.changes.operation import Operation
from store.changes.tables import ChangeSet
from store.documents.storage import add_document
from store.kernel.actor import Actor
from store.proposals.twins import brief_key, notes_on
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


def opens(number: int, *, client: str = "Lumen", name: str = "Spring film", **known: str) -> list[Operation]:
    """Return the operations that open a project, for a new client unless an id of one is given."""
    client_id = known.get("client_id", f"cli_{number}")
    made = [] if known else operations(("create_client", {"id": client_id, "name": client, "unless_known": True}))
    project = {"id": f"prj_{number}", "series": "LUM-27", "name": name, "client_id": client_id, "currency": "EUR"}
    return [*made, *operations(("create_project", project))]


def test_two_that_would_open_one_project_tell_of_each_other_and_say_what_to_do(studio: StudioForTests) -> None:
    one = studio.file(studio.admin, *opens(1), title="Proposal: Lumen: Spring film")
    for number, other in enumerate(({"client": "Nord"}, {"name": "Autumn film"}), 2):
        assert notes(studio, studio.admin, studio.file(studio.admin, *opens(number, **other))) == "", other
    two = studio.file(studio.admin, *opens(5, client="LUMEN", name="spring film"))
    assert notes(studio, studio.admin, two) == (
        f"{one.code} (Proposal: Lumen: Spring film) waits to open a project of this name for this client too. If this "
        "is about the same job, reject one of the two; or greenlight that one, reject this one and send its brief "
        "again under that project's title: it is then filed with that project. If it is another job, "
        "give its project another name."
    )
    assert two.code in notes(studio, studio.admin, one)
    studio.greenlight(studio.admin, one)
    said = notes(studio, studio.admin, two)
    assert said.startswith(f"{one.code} (Proposal: Lumen: Spring film) opened a project of this name for this client.")
    with studio.database.read() as session:
        page = read_change(session, studio.admin, two.code, None, studio.clock.now())
    assert [(twin.head.code, twin.why) for twin in page.twins] == [(one.code, "same_project")]
    drawn = str(callouts_view(page))
    assert f"{one.code} (Proposal: Lumen: Spring film) opened a project of this name" in drawn
    assert f'href="/approvals/{one.code}"' in drawn
    with studio.database.write() as session:
        renamed = edit(
            session, studio.admin, studio.clock, change_set_id=two.id, operations=opens(5, name="Film two"), channel="t"
        )
    assert notes(studio, studio.admin, renamed) == "", "another name makes it another job"


def test_a_project_for_a_client_on_record_is_told_only_to_who_sees_both_sets(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project()
    one = studio.file(studio.admin, *opens(1, client_id=client_id))
    producer = studio.person("producer", all_projects=True)
    coordinator = studio.person("coordinator", all_projects=True)
    two = studio.file(coordinator, *opens(2, client_id=client_id))
    assert one.code in notes(studio, producer, two)
    money = {"id": "bud", "project_id": "prj_1", "name": "Budget", "currency": "EUR"}
    percents = dict.fromkeys(("contingency_percent", "fee_percent", "tax_percent"), "0")
    with studio.database.write() as session:
        with_money = [*opens(1, client_id=client_id), *operations(("create_budget", money | percents))]
        edit(session, studio.admin, studio.clock, change_set_id=one.id, operations=with_money, channel="t")
    assert one.code in notes(studio, producer, two)
    assert notes(studio, coordinator, two) == ""
