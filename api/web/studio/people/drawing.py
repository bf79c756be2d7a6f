"""Drawing people: the list, and one person's panel. A rate is drawn only where it was read."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import htpy as h

from api.web.components.figures import day, money
from api.web.components.icons import icon
from api.web.studio.people.reading import Crew, Listed, Profile, Rate

_PER = {"Flat": "flat"}


def draw_crew(crew: Crew, here: str | None, *, may_add: bool) -> h.Element:
    if not crew.total:
        return _nobody_yet(may_add)
    if not crew.people:
        return h.div(".sheet.empty")[
            h.h2["Nobody by that name"], h.p[f"None of {crew.total} people holds “{crew.words}”."]
        ]
    return h.div(".sheet.table-scroll")[
        h.table(".table.crew")[
            h.thead[
                h.tr[
                    h.th(scope="col")["Name"],
                    h.th(".wide-only", scope="col")["Department"],
                    h.th(".wide-only", scope="col")["City"],
                    h.th(".wide-only", scope="col")["Contact"],
                    h.th(".figure", scope="col")["Rate"] if crew.shows_rates else None,
                ]
            ],
            h.tbody[(_row(person, crew.words, here) for person in crew.people)],
        ]
    ]


def draw_profile(profile: Profile, words: str, today: str) -> h.Element:
    """Draw who somebody is, and what they are and were paid for those who may know."""
    person = profile.person
    return h.div(".profile")[
        h.a(".back-link.profile-back", href=_list_address(words))[icon("back", size=16), "People"],
        h.h2[person.name],
        h.p(".muted")[f"{person.job_title} · {person.department}"],
        h.dl(".fact-list")[
            [h.dt["City"], h.dd[person.city]] if person.city else None,
            [h.dt["E-mail"], h.dd[h.a(href=f"mailto:{quote(person.email, safe='@')}")[person.email]]]
            if person.email
            else None,
            [h.dt["Phone"], h.dd[h.a(href=f"tel:{_dialled(person.phone)}")[person.phone]]] if person.phone else None,
            None if person.city or person.email or person.phone else h.dd(".muted")["No address is known yet."],
        ],
        _history(profile.history, today) if profile.history is not None else None,
    ]


def per_words(unit: str) -> str:
    return _PER.get(unit, f"per {unit.lower()}")


def _row(person: Listed, words: str, here: str | None) -> h.Element:
    return h.tr(class_={"here": person.id == here}, id=person.id)[
        h.td[
            h.a(".person-name", href=f"/people/{quote(person.id)}{_find(words)}", data_row=True)[person.name],
            h.div(".small.muted")[person.job_title, h.span(".narrow-only")[f" · {person.department}"]],
        ],
        h.td(".wide-only")[person.department],
        h.td(".wide-only.muted")[person.city or "–"],
        h.td(".wide-only.small.muted")[_contact(person)],
        h.td(".figure")[_in_force(person.rates)] if person.rates is not None else None,
    ]


def _contact(person: Listed) -> h.Node:
    known = [words for words in (person.email, person.phone) if words]
    return h.fragment[(h.div[words] for words in known)] if known else "–"


def _in_force(rates: Sequence[Rate]) -> h.Node:
    if not rates:
        return h.span(".none")["–"]
    return h.fragment[
        (
            h.div[money(rate.money.minor, rate.money.currency), h.span(".small.muted")[f" {per_words(rate.unit)}"]]
            for rate in rates
        )
    ]


def _history(history: Sequence[Rate], today: str) -> h.Element:
    if not history:
        return h.section(".rate-history")[h.h3["Rates"], h.p(".muted")["No rate is on record."]]
    return h.section(".rate-history")[
        h.h3["Rates"],
        h.table(".table")[
            h.thead[h.tr[h.th(scope="col")["From"], h.th(".figure", scope="col")["Rate"], h.th(scope="col")[""]]],
            h.tbody[
                (
                    h.tr[
                        h.td[day(rate.from_on)],
                        h.td(".figure")[money(rate.money.minor, rate.money.currency)],
                        h.td(".small.muted")[
                            per_words(rate.unit), ", to come" if rate.from_on.isoformat() > today else ""
                        ],
                    ]
                    for rate in history
                )
            ],
        ],
    ]


def _nobody_yet(may_add: bool) -> h.Element:
    return h.div(".sheet.empty")[
        h.h2["Nobody is on the list yet"],
        h.p[
            "Add the people you work with, and what they are paid. Then ask the copilot who could do a job."
            if may_add
            else "Once someone has added the people you work with, they are here."
        ],
    ]


def _find(words: str) -> str:
    return f"?find={quote(words)}" if words else ""


def _list_address(words: str) -> str:
    return f"/people{_find(words)}"


def _dialled(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")
