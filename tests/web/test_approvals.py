"""Approvals in a real browser: what is shown is what is greenlit, once, and nothing typed is ever lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, expect
from sqlmodel import select

from store.access.queries import actor_for, user_by_email
from store.access.tables import UserSession
from store.changes.engine import Origin, Request, file_change_set
from store.changes.operation import Operation
from store.changes.queries import get_change_set
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.clock import SystemClock
from store.kernel.ids import new_id
from store.projects.operations import CreateClient
from store.projects.tables import Client
from tests.studio import operations

Demo = Any  # of tests/web/serving.py
# Whether an element is on top of whatever else is drawn, at its beginning and at its end.
_IN_SIGHT = """one => [...one.getClientRects()].every(box =>
    [box.left + 3, box.left + box.width / 2, box.right - 3].every(x =>
        one.contains(document.elementFromPoint(x, box.top + box.height / 2))))"""
_SEEN = re.compile("It was greenlit before")


def actor(demo: Demo, who: str = "producer") -> Actor:
    with demo.database.read() as session:
        user = user_by_email(session, demo.email(who))
        assert user is not None
        return actor_for(session, user, kind="person")


def file(demo: Demo, *changes: Operation, title: str = "A change", tainted: bool = False) -> ChangeSet:
    """File a change set as the producer; it is there to be decided on in the browser."""
    request = Request(title=title, operations=changes, origin=Origin("test"), tainted=tainted)
    with demo.database.agent() as session:
        filed: ChangeSet = file_change_set(session, actor(demo), SystemClock(), request)
        return filed


def new_client(name: str) -> CreateClient:
    return CreateClient(id=new_id("cli"), name=name)


def status_of(demo: Demo, code: str) -> str:
    with demo.database.read() as session:
        return str(get_change_set(session, actor(demo, "admin"), code).status)


def clients_named(demo: Demo, name: str) -> int:
    with demo.database.read() as session:
        return len(session.exec(select(Client).where(Client.name == name)).all())


def a_proposal(demo: Demo, name: str) -> ChangeSet:
    """File an offer with two lines for a new client."""
    ids = {key: new_id(key) for key in ("cli", "prj", "pro", "bud")}
    percents = {"contingency_percent": "0", "fee_percent": "0", "tax_percent": "21"}
    totals = {
        "subtotal_minor": 300_00,
        "contingency_minor": 0,
        "fee_minor": 0,
        "tax_minor": 63_00,
        "total_minor": 363_00,
    }
    code = f"T-{ids['prj'][-8:]}"
    offer = {"id": ids["pro"], "project_id": ids["prj"], "title": name, "currency": "EUR", **totals}
    line = {
        "budget_id": ids["bud"],
        "account_id": f"{ids['bud']}.1",
        "unit": "Day",
        "currency": "EUR",
        "source": "rule",
    }
    described = (
        ("create_client", {"id": ids["cli"], "name": name}),
        ("create_project", {"id": ids["prj"], "code": code, "name": name, "client_id": ids["cli"], "currency": "EUR"}),
        ("create_proposal", offer),
        (
            "create_budget",
            {
                "id": ids["bud"],
                "project_id": ids["prj"],
                "proposal_id": ids["pro"],
                "name": name,
                "currency": "EUR",
                **percents,
            },
        ),
        (
            "add_budget_account",
            {"id": f"{ids['bud']}.1", "budget_id": ids["bud"], "code": "1", "name": "Crew", "position": 0},
        ),
        (
            "add_budget_line",
            {
                "id": f"{ids['bud']}.l0",
                "position": 0,
                "description": "Gaffer",
                "quantity": "1",
                "rate_minor": 100_00,
                **line,
            },
        ),
        (
            "add_budget_line",
            {
                "id": f"{ids['bud']}.l1",
                "position": 1,
                "description": "Grip",
                "quantity": "2",
                "rate_minor": 100_00,
                **line,
            },
        ),
    )
    return file(demo, *operations(*described), title=f"Proposal: {name}")


def greenlight_button(page: Page) -> Any:
    return page.get_by_role("button", name="Greenlight", exact=True)


def test_the_keyboard_walks_the_list_and_opens_a_change(demo: Demo, page: Page) -> None:
    demo.sign_in(page, then="/approvals")
    expect(page.locator(".queue-row").first).to_be_visible()
    page.keyboard.press("j")
    first = page.locator(".queue-link").first
    expect(first).to_be_focused()
    address = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_list_is_narrowed_by_its_address_and_says_when_nothing_fits(demo: Demo, page: Page) -> None:
    filed = file(demo, new_client("Narrow Films"), title="Add Narrow Films")
    demo.sign_in(page, then="/approvals?find=narrow+films")
    expect(page.locator(".queue-row")).to_have_count(1)
    expect(page.locator(".queue-link")).to_have_attribute("href", f"/approvals/{filed.id}")
    page.goto(f"{demo.url}/approvals?find=no-such-words")
    expect(page.get_by_role("heading", name="Nothing fits")).to_be_visible()
    page.goto(f"{demo.url}/approvals?show=rejected&shown=nonsense")
    expect(page.get_by_role("link", name="History")).to_have_attribute("aria-current", "page")


def test_the_list_is_live(demo: Demo, page: Page) -> None:
    demo.sign_in(page, then="/approvals")
    expect(page.locator(".queue-row").first).to_be_visible()
    file(demo, new_client("Live Films"), title="Add Live Films")
    expect(page.get_by_text("Add Live Films")).to_be_visible()


def test_two_clicks_greenlight_once(demo: Demo, page: Page) -> None:
    filed = file(demo, new_client("Once Films"), title="Add Once Films")
    demo.sign_in(page, then=f"/approvals/{filed.id}")
    greenlight_button(page).dblclick()
    expect(page.locator(".change-head .badge").first).to_have_text("applied")
    assert clients_named(demo, "Once Films") == 1


def test_of_two_tabs_the_second_is_told_it_was_greenlit_before(
    demo: Demo, page: Page, open_context: Callable[..., Any]
) -> None:
    filed = file(demo, new_client("Twice Films"), title="Add Twice Films")
    other = open_context().new_page()
    for tab in (page, other):
        demo.sign_in(tab, then=f"/approvals/{filed.id}")
        expect(greenlight_button(tab)).to_be_visible()
    # Both press before either page has seen what the other did.
    other.evaluate("document.getElementById('act-greenlight').click()")
    page.evaluate("document.getElementById('act-greenlight').click()")
    for tab in (page, other):
        expect(tab.locator(".change-head .badge").first).to_have_text("applied")
    assert clients_named(demo, "Twice Films") == 1
    assert any(_SEEN.search(tab.locator("body").inner_text()) for tab in (page, other))


def test_rejecting_asks_why(demo: Demo, page: Page) -> None:
    filed = file(demo, new_client("No Films"), title="Add No Films")
    demo.sign_in(page, then=f"/approvals/{filed.id}")
    expect(greenlight_button(page)).to_be_visible()
    page.keyboard.press("x")
    dialog = page.get_by_role("dialog", name="Reject this")
    dialog.get_by_role("button", name="Reject").click()
    expect(dialog.get_by_role("alert")).to_have_text("Say why, in a few words.")
    assert status_of(demo, filed.id) == "pending"
    dialog.get_by_label("Why?").fill("The client went elsewhere.")
    dialog.get_by_role("button", name="Reject").click()
    expect(page.locator(".change-head .badge").first).to_have_text("rejected")
    expect(page.get_by_text("“The client went elsewhere.”")).to_be_visible()
    expect(greenlight_button(page)).to_have_count(0)


def test_a_typed_reason_outlives_what_somebody_else_does_meanwhile(
    demo: Demo, page: Page, open_context: Callable[..., Any]
) -> None:
    filed = file(demo, new_client("Slow Films"), title="Add Slow Films")
    demo.sign_in(page, then=f"/approvals/{filed.id}")
    expect(greenlight_button(page)).to_be_visible()
    page.keyboard.press("x")
    page.get_by_role("dialog", name="Reject this").get_by_label("Why?").press_sequentially("Not this year.")
    other = open_context().new_page()
    demo.sign_in(other, "admin", then=f"/approvals/{filed.id}")
    greenlight_button(other).click()
    expect(other.locator(".change-head .badge").first).to_have_text("applied")
    expect(page.get_by_text("Your words were: “Not this year.”")).to_be_visible()


def test_an_edit_follows_through_to_the_offers_totals(demo: Demo, page: Page) -> None:
    filed = a_proposal(demo, "Edit Films")
    demo.sign_in(page, then=f"/approvals/{filed.id}")
    page.locator("#act-edit").click()
    quantity = page.get_by_label("Quantity of Gaffer")
    quantity.fill("many")
    page.get_by_role("button", name="Look at the new before and after").click()
    refusal = page.locator(".field-refusal")
    expect(refusal).to_contain_text("cannot be read")
    assert refusal.evaluate(_IN_SIGHT), "the fields beside it cover what is wrong"
    expect(quantity).to_have_value("many")
    quantity.fill("4")
    page.get_by_label("Take out Add budget line: Grip").check()
    page.get_by_role("button", name="Look at the new before and after").click()
    expect(page.locator(".edits:not(#follows) li")).to_have_count(2)
    expect(page.locator("#follows")).to_contain_text("Total: EUR 363.00 → EUR 484.00")
    assert status_of(demo, filed.id) == "pending"
    page.get_by_role("button", name="Save as a new revision").click()
    expect(page.locator(".change-head")).to_contain_text("revision 2")
    with demo.database.read() as session:
        revision = get_change_set(session, actor(demo, "admin"), filed.code)
        (offer,) = [one for one in revision.operations if one["kind"] == "create_proposal"]
    assert (revision.revision, offer["subtotal_minor"], offer["total_minor"]) == (2, 400_00, 484_00)
    greenlight_button(page).click()
    expect(page.locator(".change-head .badge").first).to_have_text("applied")


def test_an_edit_outlives_the_session(demo: Demo, page: Page) -> None:
    filed = a_proposal(demo, "Long Films")
    demo.fill_form(page, demo.email("producer"), then=f"/approvals/{filed.id}")
    page.locator("#act-edit").click()
    page.get_by_label("Quantity of Gaffer").fill("5")
    # By then the browser has confirmed what it received, so the server keeps none of it to send again.
    page.wait_for_timeout(5_000)
    with demo.database.write() as session:
        for row in session.exec(select(UserSession)).all():
            row.ended_at = SystemClock().now() - timedelta(seconds=1)
            session.add(row)
    page.get_by_role("button", name="Look at the new before and after").click()
    again = page.get_by_role("dialog", name="Sign in again")
    again.get_by_label("E-mail").fill(demo.email("producer"))
    again.get_by_label("Password").fill(demo.password)
    again.get_by_role("button", name="Sign in").click()
    expect(again).to_be_hidden()
    expect(page.get_by_label("Quantity of Gaffer")).to_have_value("5")
    expect(page.get_by_role("heading", name="The new before and after")).to_be_hidden()
    page.wait_for_timeout(1000)  # the new session comes with a new connection
    page.get_by_role("button", name="Look at the new before and after").click()
    expect(page.get_by_role("heading", name="The new before and after")).to_be_visible()
    demo.forget("producer")


def test_what_went_stale_is_shown_anew_in_place(demo: Demo, page: Page) -> None:
    client = new_client("Stale Films")
    project = {
        "id": new_id("prj"),
        "code": f"S-{client.id[-8:]}",
        "name": "Stale",
        "client_id": client.id,
        "currency": "EUR",
    }
    base = file(demo, client, *operations(("create_project", project)), title="Stale base")
    demo.sign_in(page, then=f"/approvals/{base.id}")
    greenlight_button(page).click()
    expect(page.locator(".change-head .badge").first).to_have_text("applied")
    mine = file(demo, *operations(("change_project", {"id": project["id"], "name": "Mine"})), title="Call it mine")
    theirs = {"id": project["id"], "name": "Theirs", "summary": "Said meanwhile"}
    other = file(demo, *operations(("change_project", theirs)), title="Call it theirs")
    page.goto(f"{demo.url}/approvals/{other.id}")
    greenlight_button(page).click()
    expect(page.locator(".change-head .badge").first).to_have_text("applied")
    page.goto(f"{demo.url}/approvals/{mine.id}")
    greenlight_button(page).click()
    expect(page.get_by_role("alert").first).to_contain_text("Nothing was applied")
    expect(page.locator(".change-head")).to_contain_text("revision 2")
    expect(page.locator(".diff .was").first).to_contain_text("Theirs")
    greenlight_button(page).click()
    expect(page.locator(".change-head .badge").first).to_have_text("applied")


def test_an_undo_is_a_change_like_any_other(demo: Demo, page: Page) -> None:
    filed = file(demo, new_client("Undo Films"), title="Add Undo Films")
    demo.sign_in(page, then=f"/approvals/{filed.id}")
    greenlight_button(page).click()
    page.get_by_role("button", name="Undo…").click()
    page.wait_for_url(re.compile(rf"/approvals/(?!{filed.id})CS-"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Undo")
    assert clients_named(demo, "Undo Films") == 1
    greenlight_button(page).click()
    expect(page.locator(".change-head .badge").first).to_have_text("applied")
    assert clients_named(demo, "Undo Films") == 0


def test_who_may_not_decide_reads_why_and_finds_no_button(demo: Demo, page: Page) -> None:
    filed = file(
        demo, *operations(("set_person", {"id": new_id("ppl"), "name": "A", "job_title": "Grip", "department": "Grip"}))
    )
    demo.sign_in(page, "accountant", then=f"/approvals/{filed.id}")
    expect(page.locator(".decide, .change-head")).not_to_have_count(0)
    expect(page.get_by_text("Your role (accountant) does not cover")).to_be_visible()
    expect(greenlight_button(page)).to_have_count(0)


def test_alike_sets_are_greenlit_together_and_tainted_ones_never(demo: Demo, page: Page) -> None:
    filed = [file(demo, new_client(f"Both Films {n}"), title=f"Add Both Films {n}") for n in range(2)]
    outside = file(demo, new_client("Tainted Films"), title="Add Both Films, tainted", tainted=True)
    demo.sign_in(page, then="/approvals?find=both+films")
    expect(page.locator(".queue-row")).to_have_count(3)
    expect(page.get_by_label(re.compile(f"{outside.id} cannot be picked"))).to_be_disabled()
    for one in filed:
        page.locator(f"[data-pick='{one.id}']").check()
    page.get_by_role("button", name="Look and greenlight together").click()
    dialog = page.get_by_role("dialog", name="Greenlight 2 together")
    dialog.get_by_role("button", name="Greenlight 2").click()
    expect(page.locator(".together-fates .badge")).to_have_text(["applied", "applied"])
    assert [status_of(demo, one.id) for one in [*filed, outside]] == ["applied", "applied", "pending"]


def test_a_fact_leads_to_its_words_in_the_brief(demo: Demo, page: Page) -> None:
    demo.sign_in(page, then="/approvals?find=solara")
    address = page.locator(".queue-link").first.get_attribute("href")
    page.goto(f"{demo.url}{address}?view=brief")
    page.get_by_role("button", name="“One and a half shoot days”").click()
    expect(page.locator("mark.emphasised")).to_have_text("One and a half shoot days")


def test_on_a_phone_the_brief_is_one_of_two_sides(demo: Demo, phone: Page) -> None:
    demo.sign_in(phone, then="/approvals?find=solara")
    address = phone.locator(".queue-link").first.get_attribute("href")
    phone.goto(f"{demo.url}{address}?view=brief")
    expect(phone.locator(".brief-text")).to_be_hidden()
    phone.get_by_role("button", name="“One and a half shoot days”").click()
    expect(phone.locator("mark.emphasised")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
