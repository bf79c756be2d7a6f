"""Where one films, told by what stands there, by a list, or by where the client says they are."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

_END = "\n\nBudget: 8000 EUR. Delivery by 30 June."


def _places(text: str) -> tuple[str, ...]:
    return read(text + _END).facts.locations


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("One film of 90 seconds. Two shoot days at our quarry outside Kilbrannan.", ("Kilbrannan",)),
        ("Hola, un vídeo de 2 minutos. Se grabaría el 14 de mayo en la almazara de Villanuño.", ("Villanuño",)),
        ("Un video di 2 minuti. Riprese il 14 maggio nel nostro stabilimento di Calenzara.", ("Calenzara",)),
    ],
)
def test_a_house_or_a_ground_is_named_by_the_town_after_it(text: str, towns: tuple[str, ...]) -> None:
    assert _places(text) == towns


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Un film de 2 minutes sur nos trois boutiques (Pau, Dax et Orthez). Une journée de tournage par boutique.",
         ("Pau", "Dax", "Orthez")),
        ("Film van 90 seconden over vier vestigingen: Tiel, Buren, Zetten en Opheusden. Eén draaidag per vestiging.",
         ("Tiel", "Buren", "Zetten", "Opheusden")),
        ("En film på 90 sekunder. To opptaksdager. Bygdene er Alvika, Fossnes og Ytre Hella.",
         ("Alvika", "Fossnes", "Ytre Hella")),
    ],
)  # fmt: skip
def test_grounds_that_are_counted_or_called_are_a_list_of_places(text: str, towns: tuple[str, ...]) -> None:
    assert _places(text) == towns


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Hola, un vídeo de 2 minutos. Estamos en Valdemorro, podéis venir a grabar el 14 de mayo.", "Valdemorro"),
        ("Wir sind eine Tischlerei aus Eutin und möchten einen Film, 90 Sekunden. Ein Drehtag in der Werkstatt.",
         "Eutin"),
        ("It's Meg from Sorrel & Sons. A 60s film of the new kiln, one day. We're out in Penmaen, near the chapel.",
         "Penmaen"),
    ],
)  # fmt: skip
def test_a_shoot_at_ours_is_where_the_writers_say_they_are(text: str, town: str) -> None:
    assert _places(text) == (town,)


@pytest.mark.parametrize(
    "text",
    [
        "Ein Film, 90 Sekunden. Gedreht wird in der Heuernte, an einem Tag im Sommer.",
        "Animation only, 60s, no filming. It will be shown in our shops in Leeds and York.",
        "Ein Erklärfilm, 60 Sekunden, animiert. Für unsere Messe in Hannover.",
    ],
)
def test_a_noun_behind_an_article_and_a_place_of_showing_are_no_location(text: str) -> None:
    assert _places(text) == ()


def test_a_places_line_ends_where_it_turns_to_dates_and_manners() -> None:
    text = (
        "Ein Film, 60 s.\nDrehorte: Hafen Norderwiek und Lager Breek, an zwei Tagen im Mai, genaue Termine folgen noch."
    )
    assert _places(text) == ("Hafen Norderwiek", "Lager Breek")


def test_the_rows_of_a_numbered_form_are_labelled_by_their_second_cell() -> None:
    rows = "| 1 | Film | 1 film of 90 s |\n| 2 | Places of shoot | Velmora, Santhir |\n| 3 | Shoot schedule | 4 days |"
    facts = read(f"| No. | Particulars | Details |\n|---|---|---|\n{rows}").facts
    assert facts.locations == ("Velmora", "Santhir")
    assert facts.shoot_days == 4
