"""An aim is told by its verb: what a film does to people, never what is done with the film."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.aim.told import ENOUGH, aim_weight
from copilot.briefs.facts.words import folded
from tests.unit.briefs.facts.briefs import read


@pytest.mark.parametrize(
    "said",
    [
        "We need the planning board to grasp that peat can be put back.",
        "The hope is that donors stay with us for longer than a year.",
        "It has to make the whole hall reach for their wallets.",
        "Viewers should come away knowing where their recycling goes.",
        "Wir wollen damit mehr Pflegekräfte aus der Region ansprechen.",
        "Am Ende soll jeder wissen, wie man eine Wärmepumpe bedient.",
        "Il faudrait que les clients comprennent enfin notre métier.",
        "L'idée est de casser l'image poussiéreuse du musée.",
        "Se trata de que los vecinos conozcan el nuevo mercado.",
        "Met dit filmpje hopen wij jonge lassers te vinden.",
        "Tanken är att locka fler tjejer till brandkåren.",
        "Målet er at få flere unge til at vælge en erhvervsuddannelse.",
        "Poenget er at folk skal slutte å kaste mat.",
        "L'obiettivo è riempire l'agriturismo anche d'inverno.",
        "A ideia é aproximar os moradores do centro de saúde.",
    ],
)
def test_what_a_film_does_to_people_is_an_aim(said: str) -> None:
    assert aim_weight(folded(said)) >= ENOUGH


@pytest.mark.parametrize(
    "said",
    [
        "We want to shoot in the second week of May.",
        "We would like to invite you to tender.",
        "We want the film to be ready by 4 May.",
        "Wir möchten im Juni drehen und den Film im Herbst zeigen.",
        "Damit wir planen können, brauchen wir ein Angebot bis Freitag.",
        "Il s'agit d'un film de deux minutes pour notre site.",
        "Se trata de un vídeo corporativo de dos minutos.",
        "We willen graag filmen op 12 mei in Gent.",
        "Vi vil gerne have tre film på 30 sekunder.",
        "Vorremmo girare a Bologna a metà maggio.",
        "Gostaríamos de receber uma proposta até sexta-feira.",
    ],
)
def test_what_is_done_with_a_film_is_none(said: str) -> None:
    assert aim_weight(folded(said)) < ENOUGH


def test_the_sentence_that_is_called_the_goal_is_the_aim() -> None:
    brief = "One film of 60 seconds, 16:9.\n\nTenants have to open the letter and ring us. That's the whole goal."
    assert read(brief).facts.objective == "Tenants have to open the letter and ring us"


def test_an_older_message_of_theirs_may_say_the_aim() -> None:
    thread = (
        "Make it two films of 40 seconds, budget is £9,000.\n\nMaud\n\n"
        "On 20 Feb 2026 Maud Ellery <maud@ferncliff.example> wrote:\n"
        "> We want more lads to sign up for the choir. One film?\n"
    )
    said = read(thread, sender=("Maud Ellery", "maud@ferncliff.example"), subject="Re: choir film")
    assert said.facts.objective == "We want more lads to sign up for the choir"
