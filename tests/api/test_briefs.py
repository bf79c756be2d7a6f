"""A brief over REST: kept, read, priced, and filed as one pending change set."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

from tests.api.client import Headers, Rest

BRIEF = """Hi team,

we are Lumen Bikes and need a 60 second film and four 15 second cutdowns in 16:9 and 9:16 for our spring launch.
Two shoot days in Hamburg, delivery on 30 April 2027. Our budget is EUR 80,000 ex VAT.

Best,
Mara Lind, Lumen Bikes
mara@lumenbikes.example
"""


def _send(rest: Rest, who: Headers, **parts: Any) -> Any:
    return rest.http.post("/v1/briefs", headers=dict(who), **parts)


def test_a_brief_becomes_a_proposal_that_a_person_greenlights(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    answer = _send(rest, who, files={"file": ("../../brief.txt", BRIEF.encode(), "text/plain")})
    assert answer.status_code == 201, answer.text
    report = answer.json()
    assert "Lumen" in report["facts"]["client"]
    assert report["facts"]["budget_max"] == {"minor": 8_000_000, "currency": "EUR"}
    assert report["status"] == "pending"
    lines = report["proposal"]["lines"]
    assert sum(line["total"]["minor"] for line in lines) == report["proposal"]["subtotal"]["minor"]
    assert rest.get("/projects", who).json()["items"] == []
    decided = rest.post(f"/changes/{report['change_set']}/greenlight", who, {"digest": report["digest"]})
    assert decided.json()["outcome"] == "applied"
    project = rest.get("/projects", who).json()["items"][0]
    brief = rest.get("/briefs", who, project=project["id"]).json()["items"][0]
    assert rest.get(f"/briefs/{brief['id']}", who).json()["reading"]["facts"]["client"] == report["facts"]["client"]
    proposal = rest.get("/proposals", who).json()["items"][0]
    assert proposal["total"] == report["proposal"]["total"]
    first = rest.get(f"/proposals/{proposal['id']}/lines", who, limit=200).json()["items"]
    assert [line["total"] for line in first] == [line["total"] for line in lines]
    document = rest.get(f"/documents/{report['document']}", who).json()
    assert document["filename"] == "brief.txt"
    assert rest.get(f"/documents/{report['document']}/pages", who).json()["items"][0]["text"].startswith("Hi team")


def test_the_original_is_saved_and_never_shown_in_place(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    name = 'brief"; filename="evil.html\u202e ä.txt'
    report = _send(rest, who, files={"file": (name, BRIEF.encode(), "text/html")}).json()
    original = rest.get(f"/documents/{report['document']}/content", who)
    assert original.content == BRIEF.encode()
    assert original.headers["content-type"] == "application/octet-stream"
    assert original.headers["x-content-type-options"] == "nosniff"
    disposition = original.headers["content-disposition"]
    assert disposition.startswith('attachment; filename="')
    assert disposition.count('"') == 2
    assert rest.get(
        f"/documents/{report['document']}/content", rest.person(rest.studio.person("crew"))
    ).status_code in (403, 404)


def test_a_brief_as_words_needs_no_file(rest: Rest) -> None:
    answer = _send(rest, rest.token(rest.studio.admin), data={"text": BRIEF})
    assert answer.status_code == 201
    assert rest.get(f"/changes/{answer.json()['change_set']}", rest.person(rest.studio.admin)).json()["tainted"] is True


def test_neither_nor_both_is_refused(edge: Rest) -> None:
    who = edge.person(edge.studio.admin)
    assert _send(edge, who, data={"other": "x"}).json()["code"] == "file_or_text"
    both = _send(edge, who, data={"text": BRIEF}, files={"file": ("a.txt", b"x", "text/plain")})
    assert (both.status_code, both.json()["code"]) == (422, "file_or_text")


def test_files_that_cannot_be_read_say_what_to_do_and_stay_kept(edge: Rest) -> None:
    who = edge.person(edge.studio.admin)
    for content, status, code in (
        (b"", 422, "empty_document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), 415, "wrong_type"),
        (b"%PDF-1.4 broken", 422, "unreadable_document"),
        (b"Thank you for the lovely evening.", 422, "nothing_found"),
    ):
        answer = _send(edge, who, files={"file": ("brief.pdf", content, "application/pdf")})
        assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
        assert answer.json()["detail"]
    assert edge.get("/changes", who).json()["items"] == []


def test_an_attachment_that_could_not_be_read_is_told_in_the_proposal_and_in_a_refusal(edge: Rest) -> None:
    who = edge.person(edge.studio.admin)
    report = _send(edge, who, files={"file": ("brief.eml", _mail_with_a_broken_pdf(BRIEF), "message/rfc822")}).json()
    first = report["warnings"][0]
    assert (first["code"], first["message"][:12]) == ("unreadable_part", "details.pdf:")
    filed = edge.get(f"/changes/{report['change_set']}", who).json()
    assert "details.pdf: The document is damaged" in filed["rationale"]
    nothing = _mail_with_a_broken_pdf("Thank you for the lovely evening.")
    refused = _send(edge, who, files={"file": ("brief.eml", nothing, "message/rfc822")}).json()
    assert refused["code"] == "nothing_found"
    assert "details.pdf: The document is damaged" in refused["detail"]


def _mail_with_a_broken_pdf(text: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Mara Lind <mara@lumenbikes.example>", "Spring launch"
    mail["Date"] = "Thu, 26 Nov 2026 10:00:00 +0000"
    mail.set_content(text)
    mail.add_attachment(b"%PDF-1.4 broken", "application", "pdf", filename="details.pdf")
    return mail.as_bytes()


def test_who_may_not_propose_from_a_brief_leaves_nothing_behind(rest: Rest) -> None:
    for role in ("coordinator", "accountant", "crew", "client"):
        assert _send(rest, rest.person(rest.studio.person(role)), data={"text": BRIEF}).status_code == 403, role
    assert _send(rest, rest.token(rest.studio.admin, "read"), data={"text": BRIEF}).status_code == 403
    assert _send(rest, {}, data={"text": BRIEF}).status_code == 401
    assert rest.get("/documents", rest.person(rest.studio.admin)).json()["items"] == []


def test_the_same_brief_again_gives_the_same_answer_while_its_proposal_waits(rest: Rest) -> None:
    who, other = rest.person(rest.studio.admin), rest.person(rest.studio.person("producer", all_projects=True))
    first = _send(rest, who, data={"text": BRIEF})
    assert _send(rest, who, data={"text": BRIEF}).json() == first.json()
    again = _send(rest, other, data={"text": BRIEF}).json()
    assert again["change_set"] != first.json()["change_set"]
    assert (again["warnings"][0]["code"], first.json()["change_set"] in again["warnings"][0]["message"]) == (
        "sent_twice",
        True,
    )
    seen = rest.get(f"/changes/{first.json()['change_set']}/brief", who).json()["warnings"]
    assert again["change_set"] in seen[0]["message"]
    rest.post(f"/changes/{first.json()['change_set']}/reject", who, {})
    assert _send(rest, who, data={"text": BRIEF}).json()["change_set"] != first.json()["change_set"]


def test_a_second_brief_of_a_job_that_waits_says_so_and_what_to_do(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    first = _send(rest, who, data={"text": BRIEF}).json()
    second = _send(rest, who, data={"text": f"{BRIEF}\nPlease also plan one round of changes.\n"}).json()
    assert first["facts"]["title"] == second["facts"]["title"]
    told = second["warnings"][0]
    assert told["code"] == "same_project"
    assert told["message"].startswith(f"{first['change_set']} (Proposal: ")
    assert "send its brief again under that project's title: it is then filed with that project" in told["message"]
    first_now = rest.get(f"/changes/{first['change_set']}/brief", who).json()
    assert second["change_set"] in first_now["warnings"][0]["message"]


def test_what_a_brief_says_can_be_read_again_by_who_may_see_the_change(rest: Rest) -> None:
    report = _send(rest, rest.person(rest.studio.admin), data={"text": BRIEF}).json()
    path = f"/changes/{report['change_set']}/brief"
    assert rest.get(path, rest.person(rest.studio.admin)).json() == report
    assert rest.get(path, rest.person(rest.studio.person("producer"))).status_code == 404
    assert rest.get(path, rest.person(rest.studio.person("coordinator", all_projects=True))).status_code == 404
    assert rest.get(path, rest.person(rest.studio.person("editor"))).status_code == 403
