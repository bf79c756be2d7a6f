"""A link in a mail or on another site leads where it says: the cookie that the browser keeps back comes after."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.serving import Demo
from tests.web.watching import Troubles

MAIL = "http://webmail.example/"


@pytest.fixture
def in_a_mail(demo: Demo, page: Page, troubles: Troubles) -> Page:
    """A page of another site, with a link to a project."""
    troubles.expect("webmail.example")
    link = f'<a href="{demo.url}/projects?status=active">The projects</a>'
    page.route(f"{MAIL}**", lambda route: route.fulfill(body=link, content_type="text/html"))
    return page


def test_who_has_signed_in_lands_where_the_link_leads(demo: Demo, in_a_mail: Page) -> None:
    demo.sign_in(in_a_mail)
    in_a_mail.goto(MAIL)
    in_a_mail.get_by_role("link", name="The projects").click()
    expect(in_a_mail).to_have_url(f"{demo.url}/projects?status=active")
    expect(in_a_mail.locator(".shell")).to_be_visible()


def test_who_has_not_is_asked_once_and_then_lands_there(demo: Demo, in_a_mail: Page) -> None:
    in_a_mail.goto(MAIL)
    in_a_mail.get_by_role("link", name="The projects").click()
    expect(in_a_mail).to_have_url(re.compile(r"/sign-in\?next=.*&again=1"))
    form = in_a_mail.locator(".door-card > .door-form")
    form.get_by_label("E-mail").fill(demo.email("producer"))
    form.get_by_label("Password").fill(demo.password)
    form.get_by_role("button", name="Sign in").click()
    expect(in_a_mail).to_have_url(f"{demo.url}/projects?status=active")


def test_the_cookie_is_kept_back_from_a_form_of_another_site(demo: Demo, page: Page, troubles: Troubles) -> None:
    troubles.expect("webmail.example", r"answered 403", r"status of 403")
    demo.sign_in(page)
    form = f'<form method="post" action="{demo.url}/sign-out"><button>Win a prize</button></form>'
    page.route(f"{MAIL}**", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto(MAIL)
    page.get_by_role("button", name="Win a prize").click()
    expect(page.locator("body")).to_contain_text("another site")
    page.goto(f"{demo.url}/copilot")
    expect(page.locator(".shell")).to_be_visible()
