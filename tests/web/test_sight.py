"""What a page's source holds: nothing that the person's role may not see, hidden or not."""

from __future__ import annotations

import html
import re

import pytest

from store.demo.script import load_jobs, load_studio
from tests.web import places
from tests.web.serving import Demo
from tests.web.visitor import Visitor

MONEY = re.compile(r"\d[\d.,]*\d\s*(?:&nbsp;|\u00a0|<[^>]*>)*(?:EUR|GBP|USD|€|£|\$)|(?:EUR|GBP|USD|€|£)\s*\d")
# Those of whom each page's source is read: who sees no money, and who sees few projects.
NO_MONEY = ("editor", "crew")
FEW_PROJECTS = ("editor", "client", "crew", "coordinator")


@pytest.fixture(scope="module")
def sources(demo: Demo) -> dict[tuple[str, str], str]:
    """Every page as each of these people gets it, with its data unescaped."""
    found = {}
    for who in {*NO_MONEY, *FEW_PROJECTS, "producer"}:
        visitor = Visitor(demo, who)
        for address in (*places.STUDIO, *(page for job in load_jobs() for page in places.of_project(job.code))):
            found[who, address] = html.unescape(visitor.http.get(address).text)
    return found


@pytest.mark.parametrize("who", NO_MONEY)
def test_who_sees_no_money_gets_none_in_any_source(sources: dict[tuple[str, str], str], who: str) -> None:
    for (reader, address), source in sources.items():
        if reader == who:
            assert MONEY.findall(source) == [], address


@pytest.mark.parametrize("who", FEW_PROJECTS)
def test_no_source_names_a_project_that_its_reader_is_no_member_of(
    sources: dict[tuple[str, str], str], who: str
) -> None:
    own = next(user.projects for user in load_studio().users if user.role == who)
    others = [job for job in load_jobs() if job.code not in own]
    assert others
    for (reader, address), source in sources.items():
        # The address that was asked for may be said back; the name of what stands there may not.
        named = [job.code for job in others if job.name in source or (job.code in source and job.code not in address)]
        assert reader != who or named == [], address


def test_these_tests_would_see_it(sources: dict[tuple[str, str], str]) -> None:
    assert MONEY.search("1,200.00\u00a0<span>EUR")
    if "was not found" not in sources["producer", "/projects"]:
        assert any(job.name in sources["producer", "/projects"] for job in load_jobs())
