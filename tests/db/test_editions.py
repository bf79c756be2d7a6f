"""An edition holds what its reader may see, as it is stored; the studio's identity and logo are its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.access.logo import get_logo, keep_logo, read_logo
from store.access.operations import ChangeStudio, SetStudioLogo
from store.access.queries import get_studio
from store.demo.script import load_logo
from store.documents.storage import FileStore
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.proposals.edition import Edition, EditionKind, build_edition
from store.proposals.operations import RecordBrief, SetProposalStatus
from store.proposals.tables import Proposal
from tests.db.test_budget_guards import quoted
from tests.studio import StudioForTests

TODAY = date(2027, 3, 1)
HOME = {
    "name": "Ours",
    "home_currency": "EUR",
    "home_country": "DE",
    "home_city": "Berlin",
    "time_zone": "Europe/Berlin",
}


def files(studio: StudioForTests) -> FileStore:
    return FileStore(studio.settings.files)


def read(studio: StudioForTests, actor: Actor, kind: EditionKind = "client") -> Edition:
    with studio.database.read() as session:
        return build_edition(session, actor, "pro_1", kind=kind, files=files(studio), today=TODAY)


def project_of(studio: StudioForTests) -> str:
    with studio.database.read() as session:
        return session.get_one(Proposal, "pro_1").project_id


def test_an_edition_has_the_stored_totals_and_lines(studio: StudioForTests) -> None:
    quoted(studio)
    edition = read(studio, studio.admin)
    assert edition.price.total.minor == 22_000
    [account] = edition.accounts
    assert (account.code, account.group, account.total.minor) == ("193", "Equipment rental", 20_000)
    assert (edition.code, edition.version, edition.on) == ("LUM-1", 1, TODAY)
    assert edition.inside is None
    assert account.lines[0].source is None
    internal = read(studio, studio.admin, "internal")
    assert internal.accounts[0].lines[0].source == "rate card CAM-10"
    assert internal.inside is not None


def test_an_offer_that_was_sent_bears_that_day(studio: StudioForTests) -> None:
    quoted(studio)
    studio.apply(SetProposalStatus(id="pro_1", status="sent", on=date(2027, 2, 10)))
    edition = read(studio, studio.admin)
    assert (edition.on, edition.sent_on) == (date(2027, 2, 10), date(2027, 2, 10))


def test_a_client_opens_what_it_was_sent_and_nothing_else(studio: StudioForTests) -> None:
    quoted(studio)
    client = studio.person("client", project_of(studio))
    with pytest.raises(NotFound):
        read(studio, client)
    studio.apply(SetProposalStatus(id="pro_1", status="sent"))
    assert read(studio, client).accounts[0].lines[0].description == "Camera"
    with pytest.raises(Forbidden):
        read(studio, client, "internal")
    with pytest.raises(NotFound):
        read(studio, studio.person("client"))


def test_who_sees_no_money_opens_no_edition(studio: StudioForTests) -> None:
    quoted(studio)
    studio.apply(SetProposalStatus(id="pro_1", status="sent"))
    project_id = project_of(studio)
    kinds: tuple[EditionKind, ...] = ("client", "internal")
    for role in ("editor", "crew", "coordinator", "first_ad"):
        for kind in kinds:
            with pytest.raises(Forbidden):
                read(studio, studio.person(role, project_id), kind)
    part = Actor("token", "usr_x", "producer", frozenset({"proposals.read"}), None)
    with pytest.raises(Forbidden):
        read(studio, part)


def test_the_house_reads_the_brief_s_words_and_the_client_its_facts(studio: StudioForTests) -> None:
    quoted(studio)
    project_id = project_of(studio)
    quote = {"source": "doc_1", "quote": "two days\n on set", "start": 0, "end": 16}
    reading = {"facts": {"shoot_days": "2"}, "evidence": {"shoot_days": [quote]}}
    brief = {"id": "bri_1", "project_id": project_id, "title": "Brief", "received_on": "2027-02-01", "reading": reading}
    studio.apply(RecordBrief.model_validate(brief))
    with studio.database.write() as session:
        session.get_one(Proposal, "pro_1").brief_id = "bri_1"
    internal, client = read(studio, studio.admin, "internal"), read(studio, studio.admin)
    assert internal.inside is not None
    assert [(f.name, f.value, f.quotes) for f in internal.inside.facts] == [("Shoot days", "2", ("two days on set",))]
    assert [(clause.title, clause.text) for clause in client.approach] == [("We shoot", "2 days.")]
    assert client.inside is None


def test_the_studio_s_identity_stays_where_it_is_left_out(studio: StudioForTests) -> None:
    identity = {"legal_name": "Ours GmbH", "address": "Straße 1\n10115 Berlin", "accent_colour": "#b4532a"}
    studio.apply(ChangeStudio.model_validate({**HOME, **identity, "email": "us@ours.example"}))
    studio.apply(ChangeStudio.model_validate({**HOME, "name": "Ours anew", "email": ""}))
    with studio.database.read() as session:
        row = get_studio(session)
    assert (row.name, row.legal_name, row.accent_colour, row.email) == ("Ours anew", "Ours GmbH", "#b4532a", None)
    quoted(studio)
    assert read(studio, studio.admin).house.address == ("Straße 1", "10115 Berlin")


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#12345g", "123456"])
def test_an_accent_is_a_colour(colour: str) -> None:
    with pytest.raises(ValueError, match="accent_colour"):
        ChangeStudio.model_validate({**HOME, "accent_colour": colour})


def test_a_logo_is_kept_shown_and_taken_away(studio: StudioForTests) -> None:
    operation = keep_logo(files(studio), studio.admin, load_logo())
    studio.apply(operation)
    quoted(studio)
    with studio.database.read() as session:
        logo = get_logo(session, studio.person("client"), files(studio))
    assert logo.media_type == "image/svg+xml"
    assert read(studio, studio.admin).logo == logo
    studio.apply(SetStudioLogo())
    assert read(studio, studio.admin).logo is None
    with studio.database.read() as session, pytest.raises(NotFound):
        get_logo(session, studio.admin, files(studio))


def test_only_who_may_change_the_studio_keeps_a_logo(studio: StudioForTests) -> None:
    with pytest.raises(Forbidden):
        keep_logo(files(studio), studio.person("producer", all_projects=True), load_logo())
    with pytest.raises(Invalid) as refusal:
        keep_logo(files(studio), studio.admin, load_logo()[:200])
    assert refusal.value.code == "wrong_image"


def test_a_name_that_leads_to_no_picture_shows_nothing(studio: StudioForTests) -> None:
    """An operation cannot look at files; whoever names another file as the logo has it refused when it is read."""
    secret = files(studio).put(b"A client's confidential brief")
    studio.apply(SetStudioLogo(sha256=secret, media_type="image/png"))
    with studio.database.read() as session, pytest.raises(Invalid):
        read_logo(session, files(studio))
    studio.apply(SetStudioLogo(sha256="0" * 64, media_type="image/png"))
    with studio.database.read() as session, pytest.raises(DomainError) as refusal:
        read_logo(session, files(studio))
    assert refusal.value.code == "file_missing"
    assert Path(studio.settings.home).exists()
