"""The frame of the settings: which sections there are, who is offered which, and what is said where one may not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import htpy as h
from nicegui import ui

from api.web.frame.visit import Visit


@dataclass(frozen=True, slots=True)
class Section:
    """A section at an address of its own; `permission` is what it takes to see it."""

    name: str
    label: str
    address: str
    permission: str


SECTIONS = (
    Section("account", "Account", "/settings", "studio.read"),
    Section("studio", "Studio", "/settings/studio", "studio.read"),
    Section("policy", "Approval policy", "/settings/policy", "policy.read"),
    Section("users", "Users", "/settings/users", "users.read"),
    Section("tokens", "API tokens", "/settings/tokens", "studio.read"),
    Section("model", "Model", "/settings/model", "studio.read"),
    Section("about", "About", "/settings/about", "studio.read"),
)


@contextmanager
def settings_frame(visit: Visit, here: str) -> Iterator[None]:
    """Draw the head and the sections, and put what is drawn in the block beside them."""
    with ui.element("div").classes("page settings"):
        ui.html(str(h.header(".page-head")[h.h1["Settings"]]))
        with ui.element("div").classes("settings-columns"):
            ui.html(str(_sections(visit, here))).classes("settings-nav")
            with ui.element("div").classes("settings-main stack"):
                yield


@contextmanager
def part(heading: str, lead: str = "") -> Iterator[None]:
    """Draw a sheet with a heading, and put what is drawn in the block into it."""
    with ui.element("section").classes("sheet sheet-body part") as section:
        section.props["aria-label"] = heading
        ui.html(str(h.div(".part-head")[h.h2[heading], h.p(".muted")[lead] if lead else None]))
        yield


def only_for(who: str, what: str) -> None:
    """Say, in place of buttons, who may do something here."""
    ui.html(str(h.p(".small.muted.only-for")[f"Only {who} may {what}."]))


def _sections(visit: Visit, here: str) -> h.Element:
    return h.nav(aria_label="Settings")[
        (
            h.a(
                class_=["settings-link", {"here": section.name == here}],
                href=section.address,
                aria_current="page" if section.name == here else None,
            )[section.label]
            for section in SECTIONS
            if visit.person.may(section.permission)
        )
    ]
