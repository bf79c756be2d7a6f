"""Lists asked for one project: by its code or its id, and by nothing that the asker may not know of."""

from __future__ import annotations

from tests.api.client import Rest
from tests.api.places import furnish, furnish_house

_LISTS = ("/changes", "/proposals", "/agreements", "/briefs", "/documents", "/budgets", "/audit", "/search")


def test_a_code_is_as_good_as_an_id_and_what_is_unknown_is_refused(edge: Rest) -> None:
    house = furnish_house(edge.studio)
    here, there = (furnish(edge.studio, code, house) for code in ("AAA-26-01", "BBB-26-01"))
    everyone = edge.person(edge.studio.person("producer", all_projects=True))
    one = edge.person(edge.studio.person("line_producer", here.id("prj")))
    for path in _LISTS:
        words = {"q": "of"} if path == "/search" else {}
        by_code = edge.get(path, everyone, project="aaa-26-01", **words).json()
        assert by_code["items"], path
        assert by_code == edge.get(path, everyone, project=here.id("prj"), **words).json(), path
        assert by_code != edge.get(path, everyone, **words).json(), path
        for reference in ("NOPE", there.code, there.id("prj")):
            answer = edge.get(path, one, project=reference, **words)
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path
            detail = f"Project {reference} was not found. Check the name or code, or ask who may show it to you."
            assert answer.json()["detail"] == detail


def test_a_right_that_is_lacking_is_said_before_any_row(edge: Rest) -> None:
    here = furnish(edge.studio, "AAA-26-01", furnish_house(edge.studio))
    editor = edge.person(edge.studio.person("editor", here.id("prj")))
    assert edge.get("/budgets", editor, project=here.code).status_code == 403
