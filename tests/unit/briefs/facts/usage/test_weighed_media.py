"""A second look finds media told in an older message or inside a longer word, and drops what only sounds like one."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.usage.usage import rules_media
from copilot.briefs.facts.usage.weighed_media import media_named, with_second_look
from tests.unit.briefs.facts.briefs import RECEIVED, read

_BAKERY = """Hi Bea, yes, one film of 60 seconds. Shoot on 3 June, budget £2,000 plus VAT.

Sam Poole

From: Bea <bea@northlight.example>
Sent: Tuesday, May 5, 2026 9:03 AM
To: Sam Poole <sam@poole.example>
Subject: RE: Bakery film

One film or two?

From: Sam Poole <sam@poole.example>
Sent: Monday, May 4, 2026 2:20 PM
To: hello@northlight.example
Subject: Bakery film

Hello, we'd like a film about our bakery for our website and Instagram.
Sam"""
_CLUB = """Guten Tag,

wir möchten einen Film von 60 Sekunden, 16:9. Einsatz: Vereinswebseite, Facebook. Dreh am 4. Juni in Plön.

Tom"""
_FARMERS = """Hei,

vi trenger en film på ett minutt. Bruk: bygdenettside, Facebook og landbruksmesser. Opptak 4. juni.

Kari"""
_PUMPS = """Hello,

a film of 60 seconds for our fitters, 16:9, about the installation of a pump, which they watch on the staff intranet.

Tom"""


def _zones(text: str) -> Zones:
    return zones_of(BriefSource(text=text, source_id="brief-1", received_on=RECEIVED, own_names=("Northlight",)))


def _media(text: str) -> set[str]:
    usage = read(text).facts.usage
    return set(usage.media) if usage else set()


@pytest.mark.parametrize(
    ("letter", "ruled", "media"),
    [
        (_BAKERY, set(), {"online", "social"}),
        (_CLUB, {"social"}, {"online", "social"}),
        (_FARMERS, {"social"}, {"online", "social", "events"}),
    ],
)
def test_media_that_the_rules_do_not_see_are_found(letter: str, ruled: set[str], media: set[str]) -> None:
    assert set(rules_media(_zones(letter), "en")) == ruled
    assert _media(letter) == media
    quotes = read(letter).evidence["usage"]
    assert all(letter[quote.start : quote.end] == quote.quote for quote in quotes)


def test_an_installation_is_no_social_medium() -> None:
    assert "social" not in {named.name for named in media_named(_zones(_PUMPS))}
    assert _media(_PUMPS) == {"internal"}


def test_what_the_rules_find_elsewhere_than_in_a_name_stays() -> None:
    assert with_second_look(_zones("A film of 60 seconds."), "en", {"vinyl": (0, 6)}) == {"vinyl": (0, 6)}


@pytest.mark.parametrize("letter", ["", "  \n", "?!", "@ www.", "no idea"])
def test_bad_and_empty_letters_name_no_media(letter: str) -> None:
    assert with_second_look(_zones(letter), "en", {}) == {}


def test_the_names_weighed_are_bounded() -> None:
    assert len(media_named(_zones("TV, cinema, website. " * 900))) <= 200
