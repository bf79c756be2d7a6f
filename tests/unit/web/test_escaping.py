"""Words that people and models choose are only ever words: no attribute, no markup, no way out of either."""

from __future__ import annotations

from datetime import date

import pytest
from nicegui import Client, ui
from nicegui.page import page

from api.deps import SESSION_COOKIE
from api.web.components.buttons import icon_button
from api.web.components.prose import prose
from api.web.frame.visit import secret_of_environ
from api.web.projects.activity import _day
from api.web.studio.settings.frame import part

NAME = 'Ada" innerHTML="<b>Ada</b>" title="'


async def _nothing() -> None:
    return None


def test_a_name_in_a_label_adds_no_attribute() -> None:
    with Client(page("")) as client, ui.element("div"):
        icon_button(NAME, "edit", _nothing)
        with part(NAME):
            pass
        labelled = [element.props for element in client.elements.values() if "aria-label" in element.props]
    assert [props["aria-label"] for props in labelled] == [NAME, NAME]
    assert not any("innerHTML" in props for props in labelled)


def test_a_citation_behind_a_fence_goes_into_no_attribute() -> None:
    shown = str(prose("```[project prj_1]\nwords\n```\n[project prj_1]"))
    assert shown.count('<a class="chip cite"') == 1
    assert "<code>words" in shown


@pytest.mark.parametrize("others", ["", "odd[name]=1; ", 'broken="; ', "ü=1; ", "a,b; "])
def test_a_session_is_found_among_any_other_cookies(others: str) -> None:
    assert secret_of_environ({"HTTP_COOKIE": f"{others}{SESSION_COOKIE}=secret; more=1"}) == "secret"
    assert secret_of_environ({"HTTP_COOKIE": others}) is None
    assert secret_of_environ({}) is None


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31", "yesterday", "", None])
def test_a_day_that_no_zone_can_hold_is_as_if_it_were_not_asked_for(typed: str | None) -> None:
    assert _day(typed) is None
    assert _day("2026-03-01") == date(2026, 3, 1)
