"""Which model answers, where that is set, and whether it does: tried the way every turn goes. No key is ever shown."""

from __future__ import annotations

import htpy as h
from nicegui import ui

from api.web.components.buttons import act_button
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import only_for, part
from copilot.models.check import Tried, endpoint_of, try_model
from copilot.settings import CopilotSettings
from store.access.policy import require
from store.kernel.actor import Actor

MAY_TRY = "studio.write"  # a hosted model's every answer is paid for
_RULES = "rules"


async def draw_model(visit: Visit) -> None:
    settings = visit.studio.assistant.model
    with part("The model that answers"):
        ui.html(str(_which(settings)))
        if visit.person.may(MAY_TRY):
            with ui.element("div").classes("row-of"):
                act_button("Try it", lambda: _try(visit, settings, place), working="Asking…")
            place = ui.element("div").props("aria-live=polite")
        else:
            only_for("an administrator", "try it or change it")
    if visit.person.may(MAY_TRY):
        with part("Where it is set", "In the environment of whoever starts Greenlight; then it is started again."):
            ui.html(str(_variables(settings)))


async def _try(visit: Visit, settings: CopilotSettings, place: ui.element) -> None:
    def ask(actor: Actor) -> Tried:
        require(actor, MAY_TRY)
        return try_model(settings)

    tried = await visit.call(ask)
    place.clear()
    with place:
        ui.html(str(_result(tried, settings)))


def _which(settings: CopilotSettings) -> h.Node:
    if settings.model == _RULES:
        return h.div(".stack")[
            h.p[h.strong["Rules mode"], ": no model, no key and no network."],
            h.p(".muted")[
                "Answers come from rules and from your studio's own rows. It finds projects, quotes, rates and people, "
                "reads briefs and drafts priced proposals. Asked about anything else, it says so and asks back."
            ],
        ]
    return h.dl(".fact-list")[
        h.dt["Model"],
        h.dd[settings.model],
        h.dt["Endpoint"],
        h.dd[endpoint_of(settings)],
        h.dt["Key"],
        h.dd["set" if settings.model_api_key is not None else "none"],
    ]


def _result(tried: Tried, settings: CopilotSettings) -> h.Element:
    if tried.problem is not None:
        return h.div(".callout.bad", role="alert")[h.p[tried.problem]]
    seconds = f"{tried.milliseconds / 1000:.1f} s" if tried.milliseconds >= 1000 else f"{tried.milliseconds} ms"
    if settings.model == _RULES:
        return h.div(".callout.good")[h.p[f"Rules mode answers in {seconds}, on this machine."]]
    return h.div(".callout.good")[h.p[h.strong[tried.model], f" answered in {seconds}: “{tried.answer}”"]]


def _variables(settings: CopilotSettings) -> h.Element:
    rows = [
        ("GREENLIGHT_MODEL", "rules, or the name of a model", settings.model),
        (
            "GREENLIGHT_MODEL_BASE_URL",
            "any OpenAI-compatible endpoint; without it, OpenAI's own",
            endpoint_of(settings) if settings.model_base_url else "not set",
        ),
        ("GREENLIGHT_MODEL_API_KEY", "its key", "set; never shown" if settings.model_api_key else "not set"),
        ("GREENLIGHT_MODEL_TIMEOUT", "how many seconds an answer may take", f"{settings.model_timeout:g}"),
    ]
    return h.div(".table-scroll")[
        h.table(".table.variables")[
            h.thead[h.tr[h.th(scope="col")["Variable"], h.th(scope="col")["What it is"], h.th(scope="col")["Now"]]],
            h.tbody[(h.tr[h.td[h.code[name]], h.td(".muted")[what], h.td[now]] for name, what, now in rows)],
        ]
    ]
