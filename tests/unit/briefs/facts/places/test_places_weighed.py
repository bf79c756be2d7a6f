"""Which of the names in a letter are where it is filmed: what names them, and what speaks against them."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It is shown at the EGM. You could film on Saturday 14 March at the hall in Thornby.", ("Thornby",)),
        ("We need a PowerPoint opener. Filming takes one day at our yard in Lannick.", ("Lannick",)),
        ("One day of filming at TCB's workshops in Ashby and Corley.", ("Ashby", "Corley")),
        ("Filming takes two days in Kelmara. Interviews are in Kamba and Swahili.", ("Kelmara",)),
        ("We film on 3 and 4 June, that's a Wednesday Thursday, at the depot in Annery.", ("Annery",)),
        ("Riprese: 2 giornate presso l'ufficio del Direttore, Castel Morrone", ("Castel Morrone",)),
        ("Tournage : 1 jour dans le bureau de la Présidente, Villeneuve-sur-Orge", ("Villeneuve-sur-Orge",)),
        ("Gedreht wird am 5. Juni im Pausenraum und am Hochofen im Werk Dillenau.", ("Dillenau",)),
    ],
)
def test_what_is_no_place_by_its_form_or_its_sentence_is_left_out(text: str, places: tuple[str, ...]) -> None:
    found = read(text).facts.locations
    assert len(found) == len(places)
    assert all(place in name for place, name in zip(places, found, strict=True))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Le tournage part de Plouvenec le 3 juin et finit à Kerlogan le 5.", ("Plouvenec", "Kerlogan")),
        ("Vi filmar i två dagar, 3 och 4 juni, från Grimsta till Ekvallen.", ("Grimsta", "Ekvallen")),
        (
            "We shoot on 3 June, between Castel Verde and the old quarry of Monte Rosso.",
            ("Castel Verde", "Monte Rosso"),
        ),
        ("Opnames: maximaal drie draaidagen, in de dorpen Hoogkerke en Zandmeer.", ("Hoogkerke", "Zandmeer")),
        ("SHOOT: 2 days, 3 & 4 June, Calder Mill and on the moor above Hebbleworth", ("Calder Mill", "Hebbleworth")),
        ("Shoot: four days, 8-11 June 2026, Ardbeck and the Sound of Mornish", ("Ardbeck", "Sound of Mornish")),
        ("Where: our greenhouse, Mellow Vale\nWhen: two days in June", ("Mellow Vale",)),
        ("Se graba el viernes 5 de junio en el campus Orizaba.", ("Orizaba",)),
        ("Villages: Mutira, Kyando, Ikombe.\nFilming from 6 to 8 April.", ("Mutira", "Kyando", "Ikombe")),
    ],
)
def test_every_place_of_the_shoot_is_found(text: str, places: tuple[str, ...]) -> None:
    assert read(text).facts.locations == places


def test_a_meetings_place_is_not_the_clients_home() -> None:
    text = "We need a film by 23 October, because the meeting in the Guildhall is after. Two days of filming."
    assert read(text).facts.locations == ()
