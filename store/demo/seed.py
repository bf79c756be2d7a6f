"""Seeding the demo studio: the whole script in one transaction, into an empty home, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, select

from store.access.credentials import create_first_admin
from store.access.logo import keep_logo
from store.access.operations import AddUser, ChangeStudio
from store.access.queries import get_studio, has_users
from store.access.tables import Credential, Studio
from store.changes import audit
from store.changes.operation import Operation
from store.changes.tables import ChangeSet
from store.crew.operations import SetPerson, SetPersonRate
from store.demo.everyday import everyday_scenes, file_pending
from store.demo.jobs import Scene, moment, scenes
from store.demo.playback import Playback, user_id
from store.demo.script import JobScript, StudioScript, load_jobs, load_logo, load_studio
from store.documents.storage import FileStore
from store.documents.tables import Document
from store.kernel.clock import Clock, FixedClock, SystemClock
from store.kernel.database import Database
from store.kernel.errors import DomainError
from store.kernel.settings import Settings
from store.projects.tables import Client

_OPENED_ON = date(2026, 1, 5)
_STORY_ENDS_AT = moment(date(2026, 11, 20), 16, 30)
# A change set waits for 14 days; seeded later than this, the last ones are filed as if it were yesterday.
_STAYS_FRESH = timedelta(days=7)
_IN_PRE_PRODUCTION = "LUM-26-02"


@dataclass(frozen=True, slots=True)
class SignIn:
    email: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """Who can sign in to the demo studio, all with one published password; `seeded` False: it was there already."""

    studio: str
    password: str
    sign_ins: tuple[SignIn, ...]
    seeded: bool


def seed_demo(database: Database, settings: Settings, clock: Clock | None = None) -> DemoSummary:
    """Play the demo script into an empty, set-up home; a home that is the demo already is left as it is.

    The story is told at fixed moments of 2026; what waits for a greenlight is filed so that by `clock` it has not
    expired. Raises `DomainError` (`home_in_use`) for a home with anyone's real work in it.
    """
    script = load_studio()
    with database.write() as session:
        audit.lock_chain(session)
        seeded = not get_studio(session).is_demo
        if seeded:
            _require_empty(session)
            play = Playback(session, FixedClock(moment(_OPENED_ON, 9)), FileStore(settings.files))
            _open_studio(play, script)
            _tell(play, load_jobs(), clock or SystemClock())
    sign_ins = tuple(SignIn(script.email(user), user.name, user.role) for user in script.users)
    return DemoSummary(script.studio.name, script.password, sign_ins, seeded)


def _require_empty(session: Session) -> None:
    in_use = has_users(session) or any(
        session.exec(select(table).limit(1)).first() is not None for table in (Client, ChangeSet, Document)
    )
    if in_use:
        raise DomainError(
            "home_in_use",
            "This home holds a studio's work already, so the demo was not put into it. "
            "Set GREENLIGHT_HOME to an empty folder and run this again.",
        )


def _open_studio(play: Playback, script: StudioScript) -> None:
    """Name the studio, and put its people on record."""
    studio = play.session.get_one(Studio, "studio")
    studio.is_demo = True
    play.session.add(studio)
    _admit_first_admin(play, script)
    logo = keep_logo(play.files, play.person("admin"), load_logo())
    play.apply("admin", "The studio's name, home and identity", [ChangeStudio(**script.studio.model_dump()), logo])
    others: list[Operation] = [
        AddUser(
            id=user_id(user.key),
            email=script.email(user),
            name=user.name,
            role=user.role,
            sees_all_projects=user.all_projects,
        )
        for user in script.users[1:]
    ]
    play.apply("admin", "The studio's users", others)
    _publish_password(play, script)
    play.apply("admin", "The studio's crew and their rates", _crew(script))


def _admit_first_admin(play: Playback, script: StudioScript) -> None:
    admin = script.users[0]
    user = create_first_admin(
        play.session, play.clock, name=admin.name, email=script.email(admin), password=script.password
    )
    play.admin_id = user.id


def _publish_password(play: Playback, script: StudioScript) -> None:
    """Give everybody the published password.

    One hash serves all: its salt would guard a secret, and this is none; hashing it for each would take seconds.
    """
    admin = play.person("admin")
    known = play.session.get_one(Credential, admin.user_id)
    for user in script.users[1:]:
        play.session.add(
            Credential(user_id=user_id(user.key), password_hash=known.password_hash, changed_at=play.clock.now())
        )
        detail = {"user_id": user_id(user.key)}
        audit.record(play.session, at=play.clock.now(), actor=admin, action="password_set", detail=detail)


def _crew(script: StudioScript) -> list[Operation]:
    crew = script.crew
    operations: list[Operation] = []
    for number, (name, job, department, city, rate) in enumerate(crew.people, start=1):
        address = f"{name.split()[0].lower()}{number}@crew.greenlight.example"
        person_id = f"ppl_demo_{number}"
        operations.append(
            SetPerson(
                id=person_id,
                name=name,
                job_title=job,
                department=department,
                email=address if address.isascii() else None,
                home_city=city,
            )
        )
        operations.append(
            SetPersonRate(
                id=f"prt_demo_{number}",
                person_id=person_id,
                unit="Day",
                rate_minor=rate * 100,
                currency=crew.currency,
                effective_on=crew.effective_on,
            )
        )
    return operations


def _tell(play: Playback, jobs: tuple[JobScript, ...], clock: Clock) -> None:
    """Play every job's scenes in the order of their moments, then file what waits today."""
    running = next(job for job in jobs if job.code == _IN_PRE_PRODUCTION)
    pending = next(job for job in jobs if job.pending)
    story: list[Scene] = [scene for job in jobs for scene in scenes(job)]
    story += everyday_scenes(running)
    for scene in sorted(story, key=lambda scene: scene.at):
        play.at(scene.at)
        scene.play(play)
    now = clock.now()
    play.at(_STORY_ENDS_AT if now - _STORY_ENDS_AT < _STAYS_FRESH else now - timedelta(days=1))
    file_pending(play, pending, running)
