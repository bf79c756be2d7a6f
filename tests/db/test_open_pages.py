"""An open page acts as whoever its session is now, files once however often one presses, and draws what is newest."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event
from typing import Any, cast

import pytest
from nicegui import Client, ui
from nicegui.page import page
from sqlmodel import Session, func, select

from api.assistant import Assistant
from api.deps import OpenStudio
from api.turns import Turns
from api.web.components.filing import file_and_review
from api.web.frame.live import Region
from api.web.frame.visit import Person, Visit
from store.access.credentials import open_session, sign_out
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import DomainError
from tests.studio import StudioForTests, operations


@dataclass
class OpenPage:
    studio: StudioForTests
    visit: Visit
    actor: Actor

    def filed(self) -> int:
        with self.studio.database.read() as session:
            return session.exec(select(func.count()).select_from(ChangeSet)).one()


@pytest.fixture
def opened(studio: StudioForTests) -> Iterator[OpenPage]:
    with studio.database.write() as session:
        actor, secret = open_session(session, studio.clock, studio.admin.user_id, channel="web")
    assistant = Assistant(studio.settings, studio.clock, studio.database)
    held = OpenStudio(studio.settings, studio.clock, studio.database, assistant, Turns(assistant))
    who = Person(actor.user_id, "Admin", "admin", actor.permissions, True, "Studio", "UTC", False)
    with Client(page("")) as client:
        yield OpenPage(studio, Visit(held, cast("Any", None), client, who, secret), actor)


def test_a_form_that_is_sent_twice_files_one_change_set(opened: OpenPage) -> None:
    async def press_twice() -> None:
        for code in ("cli_1", "cli_2"):
            wish = operations(("create_client", {"id": code, "name": "Lumen"}))
            await file_and_review(opened.visit, "A client", wish)

    asyncio.run(press_twice())
    assert opened.filed() == 1


def test_a_page_files_nothing_once_its_session_has_ended(opened: OpenPage) -> None:
    with opened.studio.database.write() as session:
        sign_out(session, opened.actor, opened.studio.clock)
    wish = operations(("create_client", {"id": "cli_1", "name": "Lumen"}))
    with pytest.raises(DomainError) as refusal:
        asyncio.run(file_and_review(opened.visit, "A client", wish))
    assert refusal.value.code == "unauthenticated"
    assert opened.filed() == 0


def test_of_two_looks_at_once_the_one_that_began_last_is_drawn(opened: OpenPage) -> None:
    drawn, second_is_drawn = list[str](), Event()
    answers = iter([("slow", second_is_drawn), ("quick", None)])

    def look(session: Session, actor: Actor) -> str:
        words, until = next(answers)
        if until is not None:
            until.wait(10)
        return words

    def draw(words: str) -> None:
        drawn.append(words)
        ui.label(words)

    async def filter_twice() -> None:
        with opened.visit.client:
            region = Region(opened.visit, look, draw)
        first = asyncio.create_task(region.refresh())
        await asyncio.sleep(0.2)
        await region.refresh()
        second_is_drawn.set()
        await first

    asyncio.run(filter_twice())
    assert drawn == ["quick"]
