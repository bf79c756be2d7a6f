"""The client whose job an agency has in, whom a document's heading names, or whose legal name stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.client.vocabulary import institution
from copilot.briefs.facts.letter.names import LEGAL, NAME, Named, names_after
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded

_IN_FOR = re.compile(
    r"\b(?:one|job|brief|project|enquiry|inquiry|pitch|request|piece of work)\s(?:has |has just |just )?(?:come |"
    r"came )?"
    r"in\s(?:for|from)\s(?:the )?|\b(?:job|projekt|anfrage|auftrag) (?:reinbekommen|bekommen|auf dem tisch) (?:fur|"
    r"von)\s|"
    r"\b(?:brief|projet|demande) (?:de|du cote de) notre (?:client|cliente)\s"
)


def briefed_for(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "We've got a nice one in for Oatly": what an agency's producer calls the brand's job."""
    yield from names_after(zones.wanted, _IN_FOR, "")


def legal_in_brackets(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "We are a joinery in Celle (Lohmann Holzbau GmbH)": a house that brackets its registered name."""
    for m in re.finditer(rf"\(({NAME}[^()\n]{{0,12}})\)", zones.wanted.text):
        if LEGAL.search(m[1]):
            yield m[1], m.start(1), m.end(1)


_DOCUMENT_FOR = re.compile(
    r"(?:uitvraag|aanvraag|offerteaanvraag|bestek|anfrage|ausschreibung|leistungsbeschreibung|appel d'offres|"
    r"demande de "
    r"devis|"
    r"solicitud|pliego|request for (?:proposals?|quotations?)|rf[pq]|tender|udbud|tilbudsforesporgsel|anbud|forfragan|"
    r"richiesta|bando|pedido)\b"
)


def after_document(said: str) -> str:
    """The institution that a heading names after the document: "Aanvraag aftermovie gemeente Westerlo"."""
    low = folded(said)
    if not _DOCUMENT_FOR.match(low):
        return said
    house = institution().search(low)
    named = re.compile(rf"(?:{NAME})?").match(said, house.start()) if house and house.start() else None
    if house is None or named is None:
        return said
    rest = re.match(rf"\S+(?:[ ](?:{NAME}))?", said[house.start() :])
    return rest[0] if rest and len(rest[0].split()) > 1 else said
