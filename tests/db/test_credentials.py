"""Passwords, sessions and tokens: what they open, what ends them, and that none of it is ever stored as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from store.access import credentials
from store.access.queries import actor_of_session, actor_of_token
from store.access.tables import User
from store.changes import audit
from store.changes.queries import audit_trail
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from tests.studio import StudioForTests, operations

PASSWORD = "correct horse battery"


@pytest.fixture
def house(studio: StudioForTests) -> StudioForTests:
    """A studio whose first administrator, boss@studio.example, has a password."""
    with studio.database.write() as session:
        credentials.create_first_admin(
            session, studio.clock, name="Boss", email="Boss@Studio.example ", password=PASSWORD
        )
    return studio


def sign_in(house: StudioForTests, email: str = "boss@studio.example", password: str = PASSWORD):  # type: ignore[no-untyped-def]
    with house.database.write() as session:
        return credentials.sign_in(session, house.clock, email=email, password=password, channel="test")


def test_the_first_admin_is_made_once(house: StudioForTests) -> None:
    with pytest.raises(Forbidden), house.database.write() as session:
        credentials.create_first_admin(session, house.clock, name="X", email="x@y.example", password=PASSWORD)


def test_the_first_admin_has_an_address_to_sign_in_with(studio: StudioForTests) -> None:
    with pytest.raises(Invalid), studio.database.write() as session:
        credentials.create_first_admin(session, studio.clock, name="Boss", email="boss", password=PASSWORD)


def test_signing_in_opens_a_session_that_greenlights(house: StudioForTests) -> None:
    actor, secret = sign_in(house)
    with house.database.read() as session:
        assert actor_of_session(session, secret, house.clock.now()) == actor
    filed = house.file(actor, *operations(("create_client", {"id": "c", "name": "Lumen"})))
    assert house.greenlight(actor, filed).outcome == "applied"


@pytest.mark.parametrize(
    ("email", "password"), [("boss@studio.example", "wrong horse battery"), ("nobody@studio.example", PASSWORD)]
)
def test_a_wrong_password_and_an_unknown_address_are_told_apart_nowhere(
    house: StudioForTests, email: str, password: str
) -> None:
    with pytest.raises(DomainError) as refused:
        sign_in(house, email, password)
    assert (refused.value.code, refused.value.message) == (
        "unauthenticated",
        "E-mail and password do not match. Check both and try again.",
    )


def test_who_has_left_is_told_apart_from_nobody_either(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    leaver = house.person("producer", all_projects=True)
    with house.database.write() as session:
        credentials.set_password(session, actor, house.clock, user_id=leaver.user_id, password=PASSWORD)
        email = session.get_one(User, leaver.user_id).email
    gone = {"id": leaver.user_id, "role": "producer", "sees_all_projects": True, "is_active": False}
    house.apply(*operations(("change_user", gone)))
    with pytest.raises(DomainError, match="do not match"), house.database.read() as session:
        credentials.verify_password(session, email=email, password=PASSWORD)


def test_a_session_is_one_persons_alone(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    filed = house.file(actor, *operations(("create_client", {"id": "c", "name": "Lumen"})))
    with pytest.raises(Forbidden, match="session has ended"):
        house.greenlight(replace(house.person("producer", all_projects=True), session_id=actor.session_id), filed)


def test_no_secret_is_stored_as_it_is(house: StudioForTests) -> None:
    actor, secret = sign_in(house)
    with house.database.write() as session:
        _, token = credentials.create_token(session, actor, house.clock, name="CI", scopes=["read"])
    with house.database.read() as session:
        for table in ("credentials", "sessions", "api_tokens", "audit_entries"):
            stored = repr(session.execute(text(f"SELECT * FROM {table}")).all())
            assert not any(word in stored for word in (PASSWORD, secret, token))
        assert "$argon2id$" in repr(session.execute(text("SELECT password_hash FROM credentials")).all())


def test_a_session_ends_by_signing_out_and_by_time(house: StudioForTests) -> None:
    actor, secret = sign_in(house)
    with house.database.write() as session:
        credentials.sign_out(session, actor, house.clock)
    with pytest.raises(DomainError), house.database.read() as session:
        actor_of_session(session, secret, house.clock.now())
    _, secret = sign_in(house)
    house.clock.advance(credentials.SESSION_LIFETIME)
    with pytest.raises(DomainError), house.database.read() as session:
        actor_of_session(session, secret, house.clock.now())


def test_a_new_password_ends_the_users_other_sessions(house: StudioForTests) -> None:
    actor, kept = sign_in(house)
    _, other = sign_in(house)
    with house.database.write() as session:
        credentials.set_password(session, actor, house.clock, user_id=actor.user_id, password="another long password")
    with house.database.read() as session:
        assert actor_of_session(session, kept, house.clock.now()).user_id == actor.user_id
        with pytest.raises(DomainError):
            actor_of_session(session, other, house.clock.now())
    with pytest.raises(DomainError):
        sign_in(house)


def test_a_new_password_revokes_the_users_tokens_and_nobody_elses(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    producer = house.person("producer", all_projects=True)
    with house.database.write() as session:
        stolen, lost = credentials.create_token(session, producer, house.clock, name="A", scopes=["read"])
        _, kept = credentials.create_token(session, actor, house.clock, name="B", scopes=["read"])
        gone, _ = credentials.create_token(session, producer, house.clock, name="C", scopes=["read"])
        credentials.revoke_token(session, producer, house.clock, token_id=gone.id)
        credentials.set_password(session, actor, house.clock, user_id=producer.user_id, password="a new password")
    with house.database.read() as session:
        assert actor_of_token(session, kept, house.clock.now()).user_id == actor.user_id
        with pytest.raises(DomainError):
            actor_of_token(session, lost, house.clock.now())
        entries = audit_trail(session, actor)
        told = [(entry.user_id, entry.detail["token_id"]) for entry in entries if entry.action == "token_revoked"]
    assert told == [(actor.user_id, stolen.id), (producer.user_id, gone.id)]


def test_a_short_password_is_refused_and_so_is_someone_elses(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    producer = house.person("producer", all_projects=True)
    with pytest.raises(Invalid), house.database.write() as session:
        credentials.set_password(session, actor, house.clock, user_id=actor.user_id, password="nine long")
    with house.database.write() as session:
        credentials.set_password(session, actor, house.clock, user_id=actor.user_id, password="ten longer")
    with pytest.raises(Forbidden), house.database.write() as session:
        credentials.set_password(session, producer, house.clock, user_id=actor.user_id, password=PASSWORD)


def test_a_token_proposes_within_its_scopes_and_never_greenlights(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    with house.database.write() as session:
        _, secret = credentials.create_token(
            session, actor, house.clock, name="CI", scopes=["changes.read", "contacts.read", "contacts.write"]
        )
    with house.database.read() as session:
        program = actor_of_token(session, secret, house.clock.now())
    assert (program.kind, program.session_id) == ("token", None)
    filed = house.file(program, *operations(("create_client", {"id": "c", "name": "Lumen"})))
    with pytest.raises(Forbidden):
        house.greenlight(program, filed)
    with pytest.raises(Forbidden):
        house.file(program, *operations(("set_person", {"id": "p", "name": "I", "job_title": "G", "department": "E"})))


def test_a_token_ends_by_revoking_by_time_and_with_its_user(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    producer = house.person("producer", all_projects=True)
    with house.database.write() as session:
        revoked, first = credentials.create_token(session, actor, house.clock, name="A", scopes=["read"])
        _, short = credentials.create_token(
            session, actor, house.clock, name="B", scopes=["read"], lifetime=timedelta(hours=1)
        )
        _, leaver = credentials.create_token(session, producer, house.clock, name="C", scopes=["read"])
        credentials.revoke_token(session, actor, house.clock, token_id=revoked.id)
    gone = {"id": producer.user_id, "role": "producer", "sees_all_projects": True, "is_active": False}
    house.apply(*operations(("change_user", gone)))
    house.clock.advance(timedelta(hours=1))
    for secret in (first, short, leaver, "glt_made_up"):
        with pytest.raises(DomainError) as refused, house.database.read() as session:
            actor_of_token(session, secret, house.clock.now())
        assert refused.value.code == "unauthenticated"


def test_nobody_revokes_someone_elses_token_unless_they_administer_users(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    producer = house.person("producer", all_projects=True)
    with house.database.write() as session:
        token, _ = credentials.create_token(session, actor, house.clock, name="A", scopes=["read"])
        others, lost = credentials.create_token(session, producer, house.clock, name="B", scopes=["read"])
    with pytest.raises(NotFound), house.database.write() as session:
        credentials.revoke_token(session, producer, house.clock, token_id=token.id)
    with house.database.write() as session:
        credentials.revoke_token(session, actor, house.clock, token_id=others.id)
    with pytest.raises(DomainError), house.database.read() as session:
        actor_of_token(session, lost, house.clock.now())


def test_a_program_revokes_no_token_not_even_its_own(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    with house.database.write() as session:
        token, secret = credentials.create_token(session, actor, house.clock, name="A", scopes=["read", "propose"])
        program = actor_of_token(session, secret, house.clock.now())
    with pytest.raises(Forbidden), house.database.write() as session:
        credentials.revoke_token(session, program, house.clock, token_id=token.id)


@pytest.mark.parametrize("lifetime", [timedelta(0), timedelta(days=-1), timedelta(days=365, seconds=1)])
def test_a_token_lives_for_a_while_and_for_a_year_at_most(house: StudioForTests, lifetime: timedelta) -> None:
    actor, _ = sign_in(house)
    with pytest.raises(Invalid), house.database.write() as session:
        credentials.create_token(session, actor, house.clock, name="A", scopes=["read"], lifetime=lifetime)
    with house.database.write() as session:
        year = timedelta(days=365)
        token, _ = credentials.create_token(session, actor, house.clock, name="A", scopes=["read"], lifetime=year)
        assert token.expires_at == house.clock.now() + year


@pytest.mark.parametrize("scopes", [[], ["everything"], ["greenlight"], ["read", "nonsense.write"]])
def test_scopes_that_there_are_not_are_refused(house: StudioForTests, scopes: list[str]) -> None:
    actor, _ = sign_in(house)
    with pytest.raises(Invalid), house.database.write() as session:
        credentials.create_token(session, actor, house.clock, name="A", scopes=scopes)


def test_only_a_signed_in_person_makes_tokens_and_sets_passwords(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    for other in (actor.as_agent(), house.admin.as_agent()):
        with pytest.raises(Forbidden), house.database.write() as session:
            credentials.create_token(session, other, house.clock, name="A", scopes=["read"])
        with pytest.raises(Forbidden), house.database.write() as session:
            credentials.set_password(session, other, house.clock, user_id=other.user_id, password=PASSWORD)


def test_all_of_it_is_in_the_audit_log(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    with house.database.write() as session:
        token, _ = credentials.create_token(session, actor, house.clock, name="A", scopes=["read"])
        credentials.revoke_token(session, actor, house.clock, token_id=token.id)
        credentials.sign_out(session, actor, house.clock)
    with house.database.read() as session:
        actions = session.execute(text("SELECT action FROM audit_entries ORDER BY seq")).scalars().all()
        assert actions == ["first_admin_created", "signed_in", "token_created", "token_revoked", "signed_out"]
        assert audit.verify(session).whole


def test_the_last_administrator_stays(house: StudioForTests) -> None:
    actor, _ = sign_in(house)
    demotion = {"id": actor.user_id, "role": "crew", "sees_all_projects": False, "is_active": True}
    with pytest.raises(Invalid):
        house.file(actor, *operations(("change_user", demotion)))
