"""A site and the town it lies in are one place, and a town told once for several sites goes to each of them."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

_END = "\n\nBudget: 8000 EUR. Delivery by 30 June."


def _places(text: str) -> tuple[str, ...]:
    return read(text + _END).facts.locations


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("One film of 2 minutes, two days of filming at Studio 5 and the warehouse on Quay Street, both in Rotterdam.",
         ("Studio 5, Rotterdam", "warehouse on Quay Street, Rotterdam")),
        ("One film of 2 minutes, two days. You will film in the engine shed and the signal box, both in Ashcombe.",
         ("engine shed, Ashcombe", "signal box, Ashcombe")),
        ("Ein Film, 2 Minuten, zwei Drehtage. Gedreht wird im Wasserwerk Ost, in der Kläranlage und auf dem "
         "Betriebshof, alle in Brunnau.", ("Wasserwerk Ost, Brunnau", "Kläranlage, Brunnau", "Betriebshof, Brunnau")),
        ("Een film van 2 minuten, twee draaidagen. Gefilmd wordt op drie plekken: de Amaliakade, het gemaal aan de "
         "Sluisweg en het dakterras van De Boei, alle drie in Westerkil.",
         ("Amaliakade, Westerkil", "gemaal aan de Sluisweg, Westerkil", "dakterras van De Boei, Westerkil")),
        ("Un vídeo de 2 minutos.\nLugar: mercado de abastos y Plaza del Faro (ambos en Peñarrubia).\nDos días de "
         "rodaje.", ("mercado de abastos, Peñarrubia", "Plaza del Faro, Peñarrubia")),
        ("Un film de 2 minutes, deux jours de tournage, au Moulin Neuf et à la Ferme du Pré, tous deux à Valombre.",
         ("Moulin Neuf, Valombre", "Ferme du Pré, Valombre")),
    ],
)  # fmt: skip
def test_a_town_told_once_for_several_sites_goes_to_each_and_is_no_place_of_its_own(
    text: str, places: tuple[str, ...]
) -> None:
    assert _places(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("One film of 2 minutes, two days of filming in Leeds: at Kirkstall Abbey and at Armley Mills.",
         ("Kirkstall Abbey, Leeds", "Armley Mills, Leeds")),
        ("Ein Film, 2 Minuten. Gedreht wird zwei Tage in Leipzig: im Zoo und in der Alten Spinnerei.",
         ("Zoo, Leipzig", "Alten Spinnerei, Leipzig")),
    ],
)  # fmt: skip
def test_a_town_before_the_colon_of_its_sites_goes_to_each(text: str, places: tuple[str, ...]) -> None:
    assert _places(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("One film of 2 minutes. Two shoot days.\nLocations: Kunsthal, Rotterdam; De Kuip, Rotterdam",
         ("Kunsthal, Rotterdam", "De Kuip, Rotterdam")),
        ("En film på 2 minutter. To optagedage.\nSteder: Molen, Skagerø; Fiskeauktionen, Skagerø",
         ("Molen, Skagerø", "Fiskeauktionen, Skagerø")),
        ("One film of 2 minutes, two days of filming.\n\nWhere\n- Brewhouse, Hopley\n- The Plough Inn, Hopley\n"
         "- Canal towpath, Addlebury", ("Brewhouse, Hopley", "Plough Inn, Hopley", "Canal towpath, Addlebury")),
        ("Un film de 2 minutes, deux jours. Nous tournerons au Bassin, à Valombre, puis au Pavillon des Sources, "
         "également à Valombre.", ("Bassin, Valombre", "Pavillon des Sources, Valombre")),
        ("One film of 2 minutes, one day of filming in Duluth, Minnesota, on 4 May.", ("Duluth, Minnesota",)),
    ],
)  # fmt: skip
def test_a_name_behind_the_comma_of_a_site_is_its_town(text: str, places: tuple[str, ...]) -> None:
    assert _places(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ein Film, 2 Minuten. Zwei Drehtage.\nDrehorte: Westerau, Bad Holm", ("Westerau", "Bad Holm")),
        ("Een film van 2 minuten. Twee draaidagen.\nLocatie: Zwolle, Kampen", ("Zwolle", "Kampen")),
        ("One film of 2 minutes. Two days of filming at the Tay at Dunkeld, Lough Corrib, and Loch Awe.",
         ("Tay, Dunkeld", "Lough Corrib", "Loch Awe")),
    ],
)  # fmt: skip
def test_two_towns_of_a_list_are_two_places_whatever_stands_between(text: str, places: tuple[str, ...]) -> None:
    assert _places(text) == places


@pytest.mark.parametrize(
    ("head", "rows", "places"),
    [
        ("Locatie | Plaats | Let op", "Gemaal Van Zanten | Overmeer | helm\nZeedijk | Overmeer | vergunning",
         ("Gemaal Van Zanten, Overmeer", "Zeedijk, Overmeer")),
        ("Site | Town | Notes", "Central Library | Wexcombe | closed on Mondays\nBowling Green | Dunley | pavilion",
         ("Central Library, Wexcombe", "Bowling Green, Dunley")),
    ],
)  # fmt: skip
def test_a_row_of_a_table_names_a_site_and_its_town(head: str, rows: str, places: tuple[str, ...]) -> None:
    assert _places(f"One film of 2 minutes, two days of filming.\n\n{head}\n{rows}\n") == places


def test_a_place_is_quoted_with_the_words_that_tell_its_town() -> None:
    text = "One film of 2 minutes, two days. You will film in the engine shed and the signal box, both in Ashcombe."
    quotes = [quote.quote for quote in read(text).evidence["locations"]]
    assert quotes == ["engine shed and the signal box, both in Ashcombe", "signal box, both in Ashcombe"]
