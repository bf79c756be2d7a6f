"""Markets that the rules alone read only in part: lists of names that stand in no list of words."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.usage.usage import read_usage, rules_territory
from copilot.briefs.facts.usage.weighed_territory import markets
from store.inbox.threads import split_thread


def _zones(text: str) -> Zones:
    return zones_of(
        BriefSource(source_id="letter", text=text, segments=split_thread(text), received_on=date(2026, 3, 2))
    )


def _told(text: str, language: str) -> tuple[str | None, str | None]:
    """What the rules say, and what they say together with the judge."""
    zones = _zones(text)
    rules, usage = rules_territory(zones, language), read_usage(zones, language).value
    return rules[0] if rules else None, usage.territory if usage else None


@pytest.mark.parametrize(
    ("language", "text", "territory"),
    [
        ("it", "Utilizzo: TV locale e social, Puglia, Molise e Abruzzo, 6 mesi", "Puglia, Molise e Abruzzo"),
        ("de", "Nutzung: Kino, Online; Hessen, Oberpfalz und Rhön; 6 Monate", "Hessen, Oberpfalz und Rhön"),
        ("es", "Medios: TV y redes sociales, Jalisco, Colima y Nayarit, 6 meses", "Jalisco, Colima y Nayarit"),
    ],
)  # fmt: skip
def test_a_list_of_regions_is_read_to_its_end(language: str, text: str, territory: str) -> None:
    rules, weighed = _told(text, language)
    assert rules != territory
    assert weighed == territory


def test_a_market_that_the_rules_know_stays_as_they_say() -> None:
    assert _told("Usage: TV and online, Germany and Austria, 12 months", "en") == ("Germany and Austria",) * 2


@pytest.mark.parametrize("text", ["", "Usage: online, 12 months", "Usage: TV, Instagram and LinkedIn, June 2026"])
def test_a_line_without_a_market_has_none(text: str) -> None:
    assert _told(text, "en")[1] is None


def test_a_long_list_of_names_has_few_candidates() -> None:
    zones = _zones("Usage: online " + " or ".join(f"{a}{b}{c}land" for a in "BCDFGH" for b in "aeiou" for c in "lmn"))
    assert len(markets(zones, None)) <= 40


@pytest.mark.parametrize(
    ("language", "text", "territory"),
    [
        ("en", "Usage: worldwide, all media, in perpetuity. Filming in Lisbon and Porto, 2 days.", "Worldwide"),
        ("en", "Usage worldwide, all media, in perpetuity. Drone in Reykjavik and Tromsø.", "Worldwide"),
        ("en", "Four films for TV and online. Filming in Lisbon and Porto.", None),
        ("en", "Shoot in Spain and Portugal, usage online in Germany, 12 months.", "Germany"),
        ("es", "Queremos 6 vídeos de 1 minuto para redes sobre nuestros bares en Sevilla, Cádiz y Málaga.", None),
        ("de", "Nutzung: TV Bayern, 6 Monate. Gedreht wird in Passau und Landshut.", "Bavaria"),
    ],
)
def test_where_the_camera_stands_is_no_market(language: str, text: str, territory: str | None) -> None:
    assert _told(text, language)[1] == territory
