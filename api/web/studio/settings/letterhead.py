"""What a proposal's cover says of the studio: given in a form, and shown as it would look while one types."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import htpy as h
from nicegui import events, ui

from api.web.components.buttons import act_button
from api.web.components.fields import Field, Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.notices import said, tell
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import part
from api.web.studio.settings.house import House, house_of
from store.access.logo import LARGEST_LOGO, keep_logo, read_logo
from store.access.operations import ChangeStudio, SetStudioLogo
from store.access.queries import get_studio
from store.documents.storage import FileStore
from store.kernel.errors import DomainError

if TYPE_CHECKING:
    from sqlmodel import Session

IDENTITY = ("legal_name", "address", "email", "phone", "website", "tax_number", "accent_colour")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
# What proposals use where the studio has chosen no colour.
_OWN_ACCENT = "#27313F"
_LOGOS = "image/png,image/jpeg,image/svg+xml"
_TOO_LARGE = "A logo has at most 1 MB. Export it smaller, or as SVG."
_ON_TYPED = "(event) => event.target.form && emit(Object.fromEntries(new FormData(event.target.form)))"


@dataclass(frozen=True, slots=True)
class Identity:
    """What the cover shows; `picture` is the logo as an address of data, None where there is none."""

    house: House
    values: Mapping[str, str]
    picture: str | None


def read_identity(session: Session, files: FileStore) -> Identity:
    row = get_studio(session)
    return Identity(house_of(session), {name: getattr(row, name) or "" for name in IDENTITY}, _picture(session, files))


async def draw_letterhead(visit: Visit) -> None:
    """Draw the form, the logo and the preview, for who may change the studio."""
    files = FileStore(visit.studio.settings.files)
    identity = await visit.read(lambda session, _: read_identity(session, files))
    with part("On your proposals", "What a client reads of you on the cover. Empty is left out."):
        columns = ui.element("div").classes("letterhead-columns")
        with columns:
            with ui.element("div").classes("stack") as form:
                _draw_logo(visit, files, has_one=identity.picture is not None)
                file = partial(_file, visit, files)
                Form(visit, _fields(identity), file, submit="File for approval", name="On your proposals").draw()
            with ui.element("div").classes("letterhead-side"):
                ui.html(str(h.p(".small.muted")["As it would look"]))
                preview = Preview(identity)

    def typed(event: events.GenericEventArguments) -> None:
        preview.show({str(name): str(value) for name, value in dict(event.args or {}).items()})

    form.on("input", typed, js_handler=_ON_TYPED, throttle=0.15)


class Preview:
    """The letterhead, drawn anew from what stands in the form."""

    def __init__(self, identity: Identity) -> None:
        self._sheet = ui.element("div").classes("letterhead").props('aria-label="Preview" role=img')
        with self._sheet:
            with ui.element("div").classes("letterhead-top"):
                if identity.picture is not None:
                    logo = ui.element("img").classes("letterhead-logo").props("alt=Logo")
                    logo.props["src"] = identity.picture
                ui.label(identity.house.name)
            self._words = ui.html("").classes("letterhead-words")
        self.show(identity.values)

    def show(self, values: Mapping[str, str]) -> None:
        colour = values.get("accent_colour", "").strip()
        self._sheet.style(f"--house: {colour if _COLOUR.fullmatch(colour) else _OWN_ACCENT}")
        self._words.set_content(str(letterhead(values)))


def letterhead(values: Mapping[str, str]) -> h.Node:
    """Draw the cover's words: a title in the studio's colour, and the studio's own lines at its foot."""
    of = {key: value.strip() for key, value in values.items() if value.strip()}
    address = [line for line in of.get("address", "").splitlines() if line.strip()]
    return h.fragment[
        h.div(".letterhead-label")["Proposal"],
        h.div(".letterhead-title")["A film for a client"],
        h.div(".letterhead-foot")[
            h.div[(h.div[line] for line in [*([of["legal_name"]] if "legal_name" in of else []), *address])],
            h.div[
                (h.div[of[key]] for key in ("email", "phone", "website") if key in of),
                h.div["Tax number ", of["tax_number"]] if "tax_number" in of else None,
            ],
        ],
    ]


def _picture(session: Session, files: FileStore) -> str | None:
    try:
        logo = read_logo(session, files)
    except DomainError:
        return None  # a name that leads to no harmless picture shows nothing
    if logo is None:
        return None
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.content).decode()}"


def _fields(identity: Identity) -> list[Field]:
    of = identity.values
    return [
        Text("legal_name", "Legal name", value=of["legal_name"], hint="As in the register: Northlight Pictures B.V."),
        Text("address", "Address", value=of["address"], most=600, lines=3),
        Text("email", "E-mail", value=of["email"], most=254, kind="email"),
        Text("phone", "Phone", value=of["phone"], most=60, kind="tel"),
        Text("website", "Website", value=of["website"]),
        Text("tax_number", "Tax number", value=of["tax_number"], most=60),
        Text("accent_colour", "Colour", value=of["accent_colour"], most=7, hint="Six digits after a #, as #1F4E5F."),
    ]


async def _file(visit: Visit, files: FileStore, given: Given) -> None:
    house = (await visit.read(lambda session, _: read_identity(session, files))).house
    operation = ChangeStudio(
        name=house.name,
        home_currency=house.home_currency,
        home_country=house.home_country,
        home_city=house.home_city,
        time_zone=house.time_zone,
        email_domains=house.email_domains,
        # Empty takes a line away; only what is not named at all would stay.
        **{name: given.text(name) for name in IDENTITY},
    )
    await file_and_review(visit, "Change what proposals say of the studio", [operation])


def _draw_logo(visit: Visit, files: FileStore, *, has_one: bool) -> None:
    async def sent(event: events.UploadEventArguments) -> None:
        content = await event.file.read()
        try:
            operation = await visit.call(lambda actor: keep_logo(files, actor, content))
            await file_and_review(visit, "The studio's logo", [operation])
        except DomainError as error:
            upload.run_method("reset")
            tell(visit, error)

    async def pick() -> None:
        upload.run_method("pickFiles")

    async def drop() -> None:
        await file_and_review(visit, "Show no logo", [SetStudioLogo()])

    upload = ui.upload(
        on_upload=sent,
        on_rejected=lambda: said(_TOO_LARGE, tone="bad"),
        max_file_size=LARGEST_LOGO,
        auto_upload=True,
    )
    upload.props(f'accept="{_LOGOS}"').classes("hidden-upload")
    with ui.element("div").classes("row-of"):
        act_button("Another logo" if has_one else "Choose a logo", pick, symbol="plus")
        if has_one:
            act_button("Show no logo", drop, kind="ghost", working="Filing…")
        ui.label("PNG, JPEG or SVG, at most 1 MB.").classes("small muted")
