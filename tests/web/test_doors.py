"""The doors of the web pages, tried by hand: forms, cookies, headers and sockets, as an attacker would use them."""

from __future__ import annotations

import re

import httpx
import pytest
from sqlmodel import col, select
from websockets.exceptions import InvalidStatus

from evals.bench.page_client import PageClient, RefusedByServer
from store.access.tables import User
from store.documents.tables import Document
from store.inbox.tables import Conversation
from tests.web import places
from tests.web.serving import Demo
from tests.web.visitor import COOKIE, Visitor

PAGES = (*places.STUDIO, *places.of_project("LUM-26-02"), places.NOWHERE)
ELSEWHERE = "https://evil.example"


@pytest.fixture(scope="module")
def producer(demo: Demo) -> Visitor:
    return Visitor(demo, "producer")


@pytest.fixture(scope="module")
def editor(demo: Demo) -> Visitor:
    return Visitor(demo, "editor")


@pytest.fixture
def nobody(demo: Demo) -> Visitor:
    return Visitor(demo, None)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(demo: Demo, nobody: Visitor) -> None:
    flags = nobody.sign_in(demo.email("crew")).headers["set-cookie"].lower()
    assert "httponly" in flags
    assert "samesite=strict" in flags
    assert "secure" not in flags  # one's own machine, over plain HTTP


def test_behind_a_proxy_that_ends_tls_the_cookie_is_for_tls_alone(demo: Demo, nobody: Visitor) -> None:
    answer = nobody.sign_in(demo.email("crew"), **{"X-Forwarded-Proto": "https"})
    assert "secure" in answer.headers["set-cookie"].lower()


def test_each_sign_in_has_a_secret_of_its_own_and_one_planted_before_is_worthless(demo: Demo) -> None:
    planted = "planted-by-someone-else"
    with httpx.Client(base_url=demo.url, headers={"Origin": demo.url}, cookies={COOKIE: planted}) as http:
        form = {"email": demo.email("producer"), "password": demo.password}
        given = [http.post("/sign-in", data=form).headers["set-cookie"] for _ in range(2)]
    assert planted not in given[0]
    assert given[0] != given[1]
    assert httpx.get(f"{demo.url}/copilot", cookies={COOKIE: planted}).status_code == 303


@pytest.mark.parametrize("headers", [{"Origin": ELSEWHERE}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}])
def test_no_other_site_signs_anyone_in_or_out(demo: Demo, headers: dict[str, str]) -> None:
    visitor = Visitor(demo, "casting")
    del visitor.http.headers["Origin"]
    form = {"email": demo.email("producer"), "password": demo.password}
    assert visitor.http.post("/sign-in", data=form, headers=headers).status_code == 403
    assert visitor.http.post("/sign-out", headers=headers).status_code == 403
    assert visitor.http.get("/copilot").status_code == 200


def test_guessing_a_password_is_slowed_down_and_the_form_says_for_how_long(demo: Demo, nobody: Visitor) -> None:
    email = demo.email("travel_coordinator")
    answers = [nobody.sign_in(email, "a guess") for _ in range(9)]
    assert [answer.status_code for answer in answers] == [401] * 8 + [429]
    assert re.search(r"Too many failed sign-ins\. Wait \d+ min", answers[-1].text)
    assert 0 < int(answers[-1].headers["retry-after"]) <= 15 * 60
    assert nobody.sign_in(email).status_code == 429  # the right password as well


@pytest.mark.parametrize("address", [*PAGES, "/sign-in?again=1"])
def test_every_page_runs_only_its_own_scripts_and_is_kept_by_no_cache(producer: Visitor, address: str) -> None:
    visitor = producer.http if "sign-in" not in address else httpx.Client(base_url=producer.demo.url)
    page, again = visitor.get(address), visitor.get(address)
    policy = page.headers["content-security-policy"]
    scripts = re.search(r"script-src ([^;]+)", policy)
    assert scripts is not None
    assert "'unsafe-inline'" not in scripts[1]
    assert all(word in policy for word in ("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"))
    nonce = re.search(r"'nonce-([^']+)'", scripts[1])
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page.text)
    assert all(nonce is not None and f'nonce="{nonce[1]}"' in tag for tag in inline), inline
    if nonce is not None:
        assert nonce[1] not in again.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-frame-options"] == "DENY"
    assert page.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "wanted",
    [ELSEWHERE, "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", "evil.example", ""],
)
def test_signing_in_leads_to_our_own_pages_only(demo: Demo, wanted: str) -> None:
    visitor = Visitor(demo, None)
    form = {"email": demo.email("crew"), "password": demo.password, "next": wanted}
    assert visitor.http.post("/sign-in", data=form).headers["location"] == "/copilot"
    assert visitor.http.get("/sign-in", params={"next": wanted}).headers["location"] == "/copilot"


def test_whoever_has_not_signed_in_sees_no_page_at_all(nobody: Visitor) -> None:
    for address in PAGES:
        answer = nobody.http.get(address)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={address}")


def test_an_address_that_is_no_page_says_so_in_the_frame(producer: Visitor) -> None:
    answer = producer.http.get("/no-such-page")
    assert answer.status_code == 404
    assert "was not found" in answer.text
    assert "Sign out" in answer.text


@pytest.mark.parametrize("prefix", ["//evil.example", "https://evil.example", '/"><script>alert(1)</script>'])
def test_a_forwarded_prefix_that_is_no_path_is_left_out_of_the_page(producer: Visitor, prefix: str) -> None:
    page = producer.http.get("/copilot", headers={"X-Forwarded-Prefix": prefix}).text
    assert "evil.example" not in page
    assert "alert(1)" not in page


def test_a_foreign_host_header_gets_no_address_of_its_own(producer: Visitor, nobody: Visitor) -> None:
    answer = nobody.http.get("/copilot", headers={"Host": "evil.example"})
    assert answer.headers["location"].startswith("/sign-in")
    assert producer.http.post("/sign-out", headers={"Host": "evil.example"}).status_code == 403


def test_a_link_from_a_mail_goes_round_once_so_that_the_cookie_comes_along(demo: Demo, nobody: Visitor) -> None:
    from_mail = {"Sec-Fetch-Site": "cross-site"}
    address = nobody.http.get("/projects/LUM-26-01?tab=budget", headers=from_mail).headers["location"]
    first = nobody.http.get(address, headers=from_mail)
    assert "<form" not in first.text
    once_more = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', first.text)
    assert once_more is not None
    target = once_more[1].replace("&amp;", "&")
    assert "<form" in nobody.http.get(target, headers=from_mail).text  # and never round and round
    signed_in = Visitor(demo, "producer").http.get(target)
    assert signed_in.headers["location"] == "/projects/LUM-26-01?tab=budget"


@pytest.mark.parametrize("origin", [ELSEWHERE, "http://127.0.0.1:1", "null"])
def test_a_socket_from_another_origin_is_refused(producer: Visitor, origin: str) -> None:
    page = PageClient(producer.http.get("/copilot").text)
    with pytest.raises(InvalidStatus, match="403"):
        page.connect(producer.demo.url, cookie=producer.cookie, origin=origin)


def test_no_other_origin_may_poll_or_read(producer: Visitor) -> None:
    address = "/_nicegui_ws/socket.io/?EIO=4&transport=polling"
    assert producer.http.get(address, headers={"Origin": ELSEWHERE}).status_code == 403
    assert producer.http.post(address, headers={"Origin": ELSEWHERE}).status_code == 403
    ours = producer.http.get(address)
    assert ours.status_code == 200
    assert "access-control-allow-origin" not in ours.headers


def test_a_socket_is_let_into_no_page_of_another_person(producer: Visitor, editor: Visitor) -> None:
    for cookie in (editor.cookie, None, f"{COOKIE}=guessed"):
        page = PageClient(producer.http.get("/copilot").text)
        with pytest.raises(RefusedByServer):
            page.connect(producer.demo.url, cookie=cookie)


def test_a_socket_drives_no_page_but_its_own(producer: Visitor, editor: Visitor) -> None:
    victim, attacker = producer.open(), editor.open()
    words = "Words that the producer never said"
    box = victim.find(id="composer-words")
    attacker.elements = victim.elements  # as if the page's source had been read over a shoulder
    attacker.act(box, "keydown", words, client_id=victim.id)
    attacker.send("handshake", {**victim.query, "tab_id": victim.tab_id, "document_id": "x"})
    attacker.act(box, "keydown", words, client_id=victim.id)
    assert not any("sent(" in str(heard) for heard in victim.listen(1.5))
    assert _titled(producer.demo, words) == []
    victim.act(box, "keydown", "Words of the producer")
    victim.listen(5, until="greenlight.sent")
    assert len(_titled(producer.demo, "Words of the producer")) == 1


def test_nobody_uploads_into_another_persons_page(producer: Visitor, editor: Visitor, nobody: Visitor) -> None:
    victim = producer.open()
    address = victim.elements[str(victim.find(accept=".pdf,.docx,.eml,.txt,.md,.html,.htm"))]["props"]["url"]
    file = {"file": ("planted.txt", b"Client: Planted\n" * 20, "text/plain")}
    assert editor.http.post(address, files=file).status_code == 403
    assert nobody.http.post(address, files=file).status_code == 403
    assert producer.http.post(address, files=file, headers={"Origin": ELSEWHERE}).status_code == 403
    with producer.demo.database.read() as session:
        assert session.exec(select(Document).where(col(Document.filename) == "planted.txt")).all() == []


@pytest.mark.parametrize("how", ["signed out", "deactivated"])
def test_an_open_page_hears_nothing_after_its_session_has_ended(demo: Demo, producer: Visitor, how: str) -> None:
    leaver, control = Visitor(demo, "line_producer" if how == "signed out" else "accountant"), producer.open()
    left_open = leaver.open()
    if how == "signed out":
        leaver.http.post("/sign-out")
    else:
        with demo.database.write() as session:
            user = session.exec(select(User).where(col(User.email) == demo.email("accountant"))).one()
            user.is_active = False
            session.add(user)
    producer.file_a_change(f"Unseen{how.split()[0]}")
    assert any(name == "update" for name, _ in control.listen(6, until='"update"'))
    heard = left_open.listen(2)
    assert [name for name, _ in heard] == ["run_javascript"]
    assert heard[0][1]["code"] == "greenlight.signInAgain()"
    left_open.act(left_open.find(id="composer-words"), "keydown", f"Said when {how}")
    left_open.listen(2, until="unsent")
    assert _titled(demo, f"Said when {how}") == []


def _titled(demo: Demo, title: str) -> list[Conversation]:
    with demo.database.read() as session:
        return list(session.exec(select(Conversation).where(col(Conversation.title) == title)).all())
