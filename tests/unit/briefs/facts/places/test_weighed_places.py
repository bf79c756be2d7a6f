"""Places of the shoot that no label or preposition names: a learnt judge weighs every name of the letter."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.places.candidates import candidates_in
from copilot.briefs.facts.places.weighed import read_locations
from copilot.briefs.facts.reader import read_brief
from copilot.briefs.facts.schedule.schedule import rules_dates
from store.inbox.threads import split_thread


def _zones(text: str) -> Zones:
    return zones_of(
        BriefSource(source_id="letter", text=text, segments=split_thread(text), received_on=date(2026, 3, 2))
    )


def _told(text: str, language: str = "en") -> tuple[str, ...]:
    zones = _zones(text)
    return read_locations(zones, language, rules_dates(zones, language)).value


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "Two films for Marlow & Finch (Ludlow). One day of filming, 12 May, at our shop.", ("Ludlow",)),
        ("fr", "Bonjour,\n\nLe Musée des Cordiers (Rochefort) prépare une exposition. Un film court, tournage "
         "le 12 mai au musée.", ("Rochefort",)),
        ("es", "Para la feria del queso (del 6 al 8 de mayo, Trujillo) necesitamos un vídeo resumen de dos minutos. "
         "Rodaje los tres días. Tenemos 3.000 euros.", ("Trujillo",)),
        ("en", "Shoot: Ellerby campus, May 14 and 15. Half day pick-up at a garage in Thorne on May 17.",
         ("Ellerby campus", "Thorne")),
        ("sv", "Vi behöver en film på två minuter. Orterna är Arvika, Säffle och Grums, en inspelningsdag per ort.",
         ("Arvika", "Säffle", "Grums")),
    ],
)  # fmt: skip
def test_the_judge_finds_places_that_no_rule_is_sure_of(language: str, text: str, places: tuple[str, ...]) -> None:
    assert _told(text, language) == places


def test_a_house_and_the_town_behind_it_are_one_place() -> None:
    text = "Two days of filming, 4 May at the Old Mill in Lewes, 5 May at the Old Brewery, Hastings."
    assert _told(text) == ("Old Mill, Lewes", "Old Brewery, Hastings")


def test_two_towns_of_a_list_are_two_places() -> None:
    assert _told("Opnames: twee draaidagen, in de dorpen Zetten en Herveld.", "nl") == ("Zetten", "Herveld")


def test_every_place_has_its_words_in_the_letter_as_its_quote() -> None:
    zones = _zones("Two days of filming, 4 May at the Old Mill in Lewes, 5 May in Hastings.")
    read = read_locations(zones, "en", rules_dates(zones, "en"))
    assert [quote.quote for quote in read.quotes] == ["Old Mill in Lewes", "Hastings"]
    assert all(zones.plain.text[quote.start : quote.end] == quote.quote for quote in read.quotes)


def test_a_letter_that_films_nothing_has_no_likeliest_place() -> None:
    house = "Hello,\n\nCrumb and Co (Otley) here."
    assert _told(f"{house} Could you send a price list?\n\nBest, Jo") == ()
    assert _told(f"{house} We need a film of a minute, one day of filming.\n\nBest, Jo") == ("Otley",)


def test_who_is_written_to_is_no_candidate() -> None:
    zones = _zones("Dear friends at Ravenlight,\n\nOne day of filming in Whitby.")
    assert [c.name for c in candidates_in(zones, "en", rules_dates(zones, "en"))] == ["Whitby"]


@pytest.mark.parametrize("text", ["", "   \n\n", "...", "Kalenderwoche 20", "14 May 2026"])
def test_a_text_without_names_has_no_places(text: str) -> None:
    assert _told(text) == ()


def test_a_text_of_nothing_but_names_has_few_candidates() -> None:
    zones = _zones(" and ".join(f"in {a}{b}{c}town" for a in "BCDFGHJKLM" for b in "aeiou" for c in "lmnrst"))
    assert len(candidates_in(zones, "en", ())) <= 80


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Wendt GmbH braucht einen Film von 2 Minuten. 2 Drehtage. Abgabe 1. Juni 2027.", ()),
        ("Acme Ltd wants a brand film of 90 seconds and two shoot days. Delivery end of May 2027.", ()),
        ("Delta BV would like a film of 60 seconds, 1 shoot day at our premises. Delivery 26 March 2027.", ()),
        ("Hi Nora, we need 4 films of 30 seconds, 2 shoot days. Delivery 26 March 2027.\nThanks, Lumen", ()),
        ("Client: Lumen. Product film for the Vega lamp, 45 seconds, 1 shoot day. Regards Marco", ()),
        ("Imagefilm 90 Sek., Dreh 1 Tag in der Manufaktur in Fulda, Lieferung 3. Mai 2027", ("Fulda",)),
        ("Hotel Seespitz braucht einen Film von 60 Sekunden, ein Drehtag im Hotel Seespitz.", ("Hotel Seespitz",)),
    ],
)
def test_whom_it_is_for_is_no_place(text: str, places: tuple[str, ...]) -> None:
    source = BriefSource(source_id="letter", text=text, received_on=date(2026, 12, 1))
    assert read_brief(source).facts.locations == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Somos Cervezas Alborán. Queremos 6 vídeos de 1 minuto sobre nuestros bares en Sevilla, Cádiz y Málaga. "
         "Rodaje de tres días, uno en cada ciudad.", ("Sevilla", "Cádiz", "Málaga")),
        ("Nordkyn Outdoor AS wants four films of 75 seconds each, one per place: Reykjavik, Tromsø, Edinburgh and "
         "Amsterdam. One shoot day per place.", ("Reykjavik", "Tromsø", "Edinburgh", "Amsterdam")),
        ("A film of 60 seconds for our client Marlow, Finch & Co, one day of filming in Ludlow.", ("Ludlow",)),
    ],
)  # fmt: skip
def test_where_one_of_several_told_in_one_breath_is_filmed_the_others_are(text: str, places: tuple[str, ...]) -> None:
    source = BriefSource(source_id="letter", text=text, received_on=date(2026, 12, 1))
    assert read_brief(source).facts.locations == places
