"""The name that a web form asks for: "Vorname: … / Nachname: …", or a line that reads "Name" above the answer."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.names import Named
from copilot.briefs.facts.letter.people import PERSON, ROLE
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.words import folded

_ANSWER = r"[ \t*\"]*[:=][ \t*\"]*(?P<answer>[^\n:=\"*]{2,40}?)[ \t*\",]*$"
_FIRST = re.compile(
    r"^[ \t>*\"•-]*(?:your )?(?:first[ _-]?name|given[ _-]?name|vorname|prenom|nombre|nome|voornaam|fornamn|"
    r"fornavn)" + _ANSWER,
    re.M,
)
_LAST = re.compile(
    r"^[ \t>*\"•-]*(?:your )?(?:last[ _-]?name|surname|family[ _-]?name|nachname|familienname|nom(?: de famille)?|"
    r"apellidos?|cognome|sobrenome|"
    r"apelido|achternaam|efternamn|efternavn|etternavn)" + _ANSWER,
    re.M,
)
_ABOVE = re.compile(
    r"^[ \t>*#_-]*(?:(?:your |full |contact |ihr |votre |su |uw |je )?(?:name|full name|nom|nombre|naam|namn|navn|"
    r"nome))[ \t*:_]*\n(?:[ \t]*\n)?[ \t>*_]*(?P<answer>[^\n]{3,50})$",
    re.M,
)


def named_in_form(view: View) -> Named | None:
    """The person a form names, with the span from the first to the last word of the answers."""
    low = folded(view.text)
    first, last = _FIRST.search(low), _LAST.search(low)
    if first and last and abs(first.start() - last.start()) < 160:
        name = f"{_said(view, first)} {_said(view, last)}"
        ordered = sorted((first.span("answer"), last.span("answer")))
        return (name, ordered[0][0], ordered[1][1]) if PERSON.fullmatch(name) else None
    above = _ABOVE.search(low)
    said = _said(view, above) if above else ""
    if above and PERSON.fullmatch(said) and not ROLE.search(folded(said)):
        return said, above.start("answer"), above.start("answer") + len(said)
    return None


def _said(view: View, answer: re.Match[str]) -> str:
    return view.text[slice(*answer.span("answer"))].strip(" \t*_")
