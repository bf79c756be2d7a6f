"""A screen counts by where it stands, and a medium that the letter rules out is none."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.named import is_negated
from copilot.briefs.facts.usage.screens import screens_in
from copilot.briefs.facts.usage.shown_for import showings_in
from copilot.briefs.facts.words import folded
from tests.unit.briefs.facts.briefs import read


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("for the little monitor above the fish counter", "in-store"),
        ("a telly behind the bar of our inn", "in-store"),
        ("les écrans numériques de la gare de Nantes", "OOH"),
        ("Bildschirme in den Apotheken", "in-store"),
        ("ein Clip für die Haltestellenscreens", "OOH"),
        ("pantallas del aeropuerto", "OOH"),
        ("skjermer på venterommet", "internal"),
        ("sugli schermi dello stand", "events"),
    ],
)
def test_a_screen_is_of_the_medium_of_its_place(words: str, medium: str) -> None:
    low = folded(words)
    assert [found for *_, found in screens_in(low)] == [medium]
    assert medium in {found for *_, found in showings_in(low)}


@pytest.mark.parametrize("words", ["", "a screen test in May", "the bus leaves at nine", "TV spots for the shop"])
def test_what_stands_nowhere_is_no_screen_of_a_place(words: str) -> None:
    assert list(screens_in(folded(words))) == []


@pytest.mark.parametrize(
    "words",
    [
        "nothing of this may go on the ",
        "auf keinen Fall gehört das ins ",
        "rien de tout cela ne va sur les ",
        "nada de esto va a ",
        "niets hiervan komt op ",
    ],
)
def test_a_word_that_denies_all_rules_out_what_follows(words: str) -> None:
    assert is_negated(folded(words), len(words))


def test_nothing_but_a_medium_is_that_medium() -> None:
    assert not is_negated("it is nothing but ", len("it is nothing but "))


def test_the_ground_one_films_on_is_no_website() -> None:
    low = "you may film on the site all day"
    assert showings_in(low) == []
    assert [found for *_, found in showings_in("it goes on our site")] == ["online"]


def test_a_year_and_a_half_are_eighteen_months() -> None:
    usage = read("One film of 60 seconds.\n\nUsage: website and social media, Wales, a year and a half.").facts.usage
    assert usage is not None
    assert usage.months == 18
    usage = read("Un film de 60 secondes.\n\nDroits : web et cinéma, France, deux ans et demi.").facts.usage
    assert usage is not None
    assert usage.months == 30
