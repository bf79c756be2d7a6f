"""The client by rules and learnt weights together: letters in which the rules alone choose wrongly or find nobody."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.client.client import read_client, rules_client
from copilot.briefs.facts.client.mentions import candidates_of
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of


def _source(text: str) -> BriefSource:
    return BriefSource(text=text, source_id="brief", received_on=date(2026, 3, 2), own_names=("Northlight",))


def _client(text: str) -> str | None:
    source = _source(text)
    return read_client(source, zones_of(source), None).value


def _by_rules(text: str) -> str | None:
    source = _source(text)
    return rules_client(source, zones_of(source), None)[0].value


@pytest.mark.parametrize(
    ("text", "client"),
    [
        (
            "hey! 20s clip of our new oil lamps, 1:1, need it by 3 April, £900 ex VAT? (Tess, Harrow & Pine)",
            "Harrow & Pine",
        ),
        (
            "Nos notamos. Vídeo de 40 segundos, 16:9, para el 5 de mayo. 2.000 €. (Berta, Velas Tramontana)",
            "Velas Tramontana",
        ),
    ],
)
def test_a_house_in_a_closing_bracket_is_the_client(text: str, client: str) -> None:
    assert _client(text) == client
    assert _by_rules(text) != client


def test_a_legal_form_of_any_country_is_no_part_of_the_name() -> None:
    assert _client("Organisation: Tidewell Pearls Pte. Ltd.\nNeed: 1 x 60 sec film, 16:9") == "Tidewell Pearls"


def test_whom_the_writer_calls_their_client_stands() -> None:
    text = "We need a 30 sec film for our client Fennick.\n\nMaya Oram\nProducer, Holt & Day\nmaya@holtandday.example"
    assert _client(text) == "Fennick"


@pytest.mark.parametrize("text", ["", "\n\n", "....", "1 x 30 sec, 16:9"])
def test_a_text_without_names_has_no_client(text: str) -> None:
    assert _client(text) is None


def test_the_name_is_quoted_where_it_stands() -> None:
    text = "hey! 20s clip of our new oil lamps, 1:1, need it by 3 April, £900 ex VAT? (Tess, Harrow & Pine)"
    source = _source(text)
    quotes = read_client(source, zones_of(source), None).quotes
    assert [text[q.start : q.end] for q in quotes] == ["Harrow & Pine"]


def test_a_hostile_text_gives_a_bounded_number_of_names() -> None:
    text = " ".join(f"Aa{n} bb." for n in range(4000))
    source = _source(text)
    assert len(candidates_of(zones_of(source), source, [], "", ())) <= 120


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("Kick-off Nordwerk Shipyards, 18 Feb 2027\n\n- one recruiting film, 2 min 30, 16:9", "Nordwerk Shipyards"),
        ("Besprechung Glasmuseum Eutin, Mi 10.02.\n\nEin Film, 5 Minuten lang, 16:9.", "Glasmuseum Eutin"),
        (
            "REUNIÓN 25/5/2027 – Fundación Manos del Sur\n\n1) Un documental corto de diez minutos.",
            "Fundación Manos del Sur",
        ),
    ],
)
def test_a_meeting_or_an_office_before_a_house_is_no_part_of_its_name(text: str, client: str) -> None:
    assert _client(text) == client
