"""The studio's own pages, driven as a person does: what is changed is filed, and nobody sees what is not theirs."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from sqlmodel import col, select

from store.changes.tables import ChangeSet
from tests.web.serving import Demo

EUR = "rc_default-eur"


def filed(demo: Demo, page: Page) -> ChangeSet:
    """Return the change set that the page has just been taken to."""
    page.wait_for_url(re.compile(r"/approvals/"))
    with demo.database.read() as session:
        return session.exec(select(ChangeSet).where(col(ChangeSet.id) == page.url.rpartition("/")[2])).one()


def test_a_rate_is_found_and_its_change_is_filed(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then="/rate-card")
    page.get_by_label("Filter the rates").fill("camera op")
    expect(page.locator(".rates tbody tr[id]")).to_have_count(1)
    page.get_by_label("Change CAM-02").click()
    page.get_by_label("Rate, EUR").fill("612,50")
    page.get_by_role("button", name="File for approval").click()

    (operation,) = filed(demo, page).operations
    assert (operation["kind"], operation["code"], operation["rate_minor"]) == ("set_rate_item", "CAM-02", 61_250)


def test_an_item_cited_from_another_card_is_shown_and_marked(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then="/rate-card")
    page.goto(f"{demo.url}/rate-card#rc_default-gbp.CAM-02")

    row = page.locator("tr[id='rc_default-gbp.CAM-02']")
    expect(row).to_be_in_viewport()
    expect(page.get_by_role("link", name="GBP")).to_have_attribute("aria-current", "page")
    assert row.evaluate("row => row.matches('.cited')")


def test_a_department_is_raised_after_an_exact_preview(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then=f"/rate-card/raise?card={EUR}")
    page.locator("[name=department]").select_option("Camera")
    page.get_by_label("By how many per cent").fill("3,5")
    page.locator("[name=step]").select_option("1")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.get_by_role("row", name=re.compile("CAM-01"))).to_contain_text("879.75")
    page.get_by_role("button", name="File for approval").click()

    change = filed(demo, page)
    assert change.title.startswith("Raise rates of Camera by 3.5 %")
    assert {one["code"]: one["rate_minor"] for one in change.operations}["CAM-01"] == 87_975


def test_a_paste_keeps_what_is_wrong_until_it_is_mended(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then=f"/rate-card/paste?card={EUR}")
    page.locator("textarea").fill("CAM-02\tCamera operator\tDay\t€ 615,-\nCAM-31\tBalloon\tnight\t90")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".wrong")).to_contain_text("is no unit")
    page.get_by_role("button", name="File the 1 good").click()

    (operation,) = filed(demo, page).operations
    assert operation["rate_minor"] == 61_500
    page.goto(f"{demo.url}/rate-card/paste?card={EUR}")
    expect(page.locator("textarea")).to_have_value("CAM-31\tBalloon\tnight\t90")


def test_a_rate_that_budgets_rest_on_says_why_it_stays(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then="/rate-card")
    page.get_by_label("Change CAM-01").click()
    page.get_by_role("button", name="Remove from the card").click()

    expect(page.get_by_text("Budgets rest on CAM-01")).to_be_visible()


def test_what_people_are_paid_does_not_reach_the_page_of_who_may_not_know(demo: Demo, page: Page) -> None:
    received: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: received.append(str(data))))
    demo.sign_in(page, "coordinator", then="/people?find=gaffer")
    page.get_by_role("link", name="Ida Holm").click()
    expect(page.locator(".profile h2")).to_have_text("Ida Holm")

    everything = page.content() + "".join(received)
    assert "400.00" not in everything
    assert "per day" not in everything
    expect(page.get_by_role("button", name="Set a rate")).to_have_count(0)


def test_a_rate_from_a_day_on_is_filed(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then="/people?find=ida")
    page.get_by_role("link", name="Ida Holm").click()
    page.get_by_role("button", name="Set a rate").click()
    page.get_by_label("Rate, EUR").fill("425")
    page.get_by_label("From").fill("2027-02-01")
    page.get_by_role("button", name="File for approval").click()

    (operation,) = filed(demo, page).operations
    assert (operation["rate_minor"], operation["effective_on"]) == (42_500, "2027-02-01")


def test_sections_are_offered_and_shown_to_who_may_read_them(demo: Demo, page: Page, troubles: object) -> None:
    getattr(troubles, "expect")("answered 403")  # noqa: B009 - typed as what it does
    getattr(troubles, "expect")("console: Failed to load resource")  # noqa: B009
    demo.sign_in(page, "coordinator", then="/settings")
    expect(page.get_by_role("link", name="Account")).to_be_visible()
    expect(page.get_by_role("link", name="Users", exact=True)).to_have_count(0)
    page.goto(f"{demo.url}/settings/users")
    expect(page.get_by_text("This page is not for your role")).to_be_visible()
    page.goto(f"{demo.url}/settings/model")
    expect(page.get_by_text("Only an administrator may try it")).to_be_visible()
    expect(page.get_by_role("button", name="Try it")).to_have_count(0)


def test_a_password_changes_only_with_the_present_one(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "accountant", then="/settings")
    page.locator("[name=present]").fill("not my password")
    page.locator("[name=new]").fill("another passphrase")
    page.locator("[name=again]").fill("another passphrase")
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("That is not your present password")).to_be_visible()
    page.locator("[name=present]").fill(demo.password)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Your password is changed")).to_be_visible()
    expect(page.locator("[name=new]")).to_have_value("")

    page.reload()
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()


def test_a_tokens_secret_is_shown_once_and_the_token_can_be_revoked(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then="/settings/tokens")
    page.get_by_label("What it is for").fill("nightly export")
    page.locator("[name=may]").select_option("some")
    page.get_by_label("See budgets").check()
    page.get_by_role("button", name="Make it").click()
    secret = page.locator("#shown-secret").inner_text()
    assert secret.startswith("glt_")

    page.reload()
    expect(page.get_by_text("nightly export", exact=True)).to_be_visible()
    assert secret not in page.content()
    page.get_by_role("button", name="Revoke").click()
    expect(page.locator(".badge", has_text="revoked")).to_be_visible()


def test_an_administrator_makes_a_password_that_signs_in(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "admin", then="/settings/users")
    page.get_by_role("link", name="Yuki Tanabe").click()
    page.get_by_role("button", name="Make a one-time password").click()
    secret = page.locator("#shown-secret").inner_text()

    page.context.clear_cookies()
    page.goto(f"{demo.url}/sign-in")
    form = page.locator(".door-card > .door-form")
    form.get_by_label("E-mail").fill(demo.email("editor"))
    form.get_by_label("Password").fill(secret)
    form.get_by_role("button", name="Sign in").click()
    expect(page.locator(".me-name")).to_have_text("Yuki Tanabe")


def test_a_limit_and_a_gate_are_filed(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "admin", then="/settings/policy")
    page.get_by_label("Change: producer").click()
    page.get_by_label("Alone up to, EUR").fill("100,000")
    page.get_by_role("button", name="File for approval").click()
    (operation,) = filed(demo, page).operations
    assert (operation["role"], operation["limit_minor"]) == ("producer", 10_000_000)

    page.goto(f"{demo.url}/settings/policy")
    page.get_by_role("button", name="Ask for more").first.click()
    page.get_by_label("In words").fill("the music is licensed")
    page.get_by_role("button", name="File for approval").click()
    (operation,) = filed(demo, page).operations
    assert (operation["stage"], operation["check"]) == ("development", "confirmed:the_music_is_licensed")


def test_the_cover_is_shown_as_one_types(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "admin", then="/settings/studio")
    page.get_by_label("Legal name").fill("Northlight Film N.V.")
    expect(page.locator(".letterhead")).to_contain_text("Northlight Film N.V.")
    page.get_by_label("Colour").fill("#aa0000")
    expect(page.locator(".letterhead-label")).to_have_css("color", "rgb(170, 0, 0)")


def test_the_model_is_tried_and_the_audit_log_is_walked(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "admin", then="/settings/model")
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_text("Rules mode answers in")).to_be_visible(timeout=30_000)
    page.goto(f"{demo.url}/settings/about")
    page.get_by_role("button", name="Check that it is whole").click()
    expect(page.get_by_text("Nothing altered, nothing missing")).to_be_visible()


def test_the_keyboard_tells_what_it_does(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer", then="/people")
    expect(page.get_by_label("Filter the people")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_a_phone_reaches_the_rate_card_and_the_people_from_the_settings(demo: Demo, phone: Page) -> None:
    demo.sign_in(phone, "producer", then="/settings")
    phone.get_by_role("navigation", name="More places").get_by_role("link", name="People").click()
    expect(phone.get_by_label("Filter the people")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
