"""Whose film it is: a name taken whole, never a page, a heading or the office that writes."""

from __future__ import annotations

import pytest

from store.proposals.facts import BriefFacts
from tests.unit.briefs.facts.briefs import read

_FILM = "We need one film of 60 seconds, 16:9. "


def _facts(text: str, sender: tuple[str, str] | None = None, subject: str | None = None) -> BriefFacts:
    return read(text, sender=sender, subject=subject).facts


@pytest.mark.parametrize(
    ("text", "sender", "client"),
    [
        (f"Hi,\n\n{_FILM}\n\nMaya Birch\nRoots in Common", ("Maya Birch", "maya@rootsincommon.example"),
         "Roots in Common"),
        (f"Hi,\n\n{_FILM}\n\nTom Ade\nCoordinator\nFriends on Wheels | 07700 900 111",
         ("Tom Ade", "tom@friendsonwheels.example"), "Friends on Wheels"),
        ("Buongiorno,\n\nci serve un film da 60 secondi in 16:9.\n\nLuca Moro\nCasa delle Arti",
         ("Luca Moro", "luca@casadellearti.example"), "Casa delle Arti"),
        ("Buongiorno,\n\nci serve un film da 60 secondi in 16:9.\n\nRita Sala\nUfficio stampa\nMuseo degli Orologi",
         ("Rita Sala", "r.sala@museodegliorologi.example"), "Museo degli Orologi"),
        ("# Aanvraag aftermovie gemeente Westerlo\n\n1 film van 60 seconden, 16:9.", None, "gemeente Westerlo"),
        ("# Ausschreibung Imagefilm Universität Altenfels\n\n1 Film, 60 Sekunden, 16:9.", None,
         "Universität Altenfels"),
        ("Hallo,\n\nwir suchen jemanden für einen Film von 60 Sekunden im Querformat für die Webseite.\n\n"
         "Karl Voss\nTischlermeister\nVoss Möbelbau GmbH", ("Karl Voss", "voss@moebel-voss.example"), "Voss Möbelbau"),
        ("Guten Tag,\n\nwir sind ein Fahrradladen in Celle (Radhaus Lohmann GmbH). Wir brauchen einen Film von 60 "
         "Sekunden für die Homepage.\n\nEva Lohmann", ("Eva Lohmann", "eva@dasrad-celle.example"), "Radhaus Lohmann"),
        (f"Hi all,\n\nWe've got a new one in for Bramble Foods. {_FILM}\n\nKim\n\n--\nKim Osei\nProducer | Salt & Lane",
         ("Kim Osei", "kim@saltlane.example"), "Bramble Foods"),
        (f"Hello,\n\nA lovely job has come in for Otter Tea. {_FILM}\n\nKim Osei\nProducer | Salt & Lane",
         ("Kim Osei", "kim@saltlane.example"), "Otter Tea"),
        ("Sam Lark  2:03 PM\nhey! Quillworks is about to launch its new app and we need an explainer, 60 sec, 16:9",
         None, "Quillworks"),
    ],
)  # fmt: skip
def test_a_client_is_named_whole_and_no_page_or_office(text: str, sender: tuple[str, str] | None, client: str) -> None:
    assert _facts(text, sender).client == client
