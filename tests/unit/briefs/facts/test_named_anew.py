"""A reply that names people or things anew adds them to those that stand, unless it says that they are all there is."""

from __future__ import annotations

from datetime import date

import pytest

from store.proposals.facts import BriefReading
from tests.unit.briefs.facts.briefs import read

QUOTED = """\
On Mon, 5 Oct 2026 at 10:00, Tom Hill <tom@acme.example> wrote:
> Hi,
>
> We need one 60-second brand film with two actors and 10 extras.
> We provide catering for everyone.
> Two shoot days in Leeds. Delivery by 12 February 2027.
>
> Tom Hill
"""


def reply(words: str, rest: str = "Everything else as below.") -> BriefReading:
    return read(f"Hi,\n\n{words}\n{rest}\n\nTom\n\n{QUOTED}", received_on=date(2026, 10, 6))


@pytest.mark.parametrize(
    ("words", "cast"),
    [
        ("The budget is £40,000.", "actors (2), extras (10)"),
        ("Four dancers appear on camera as well.", "actors (2), extras (10), dancers (4)"),
        ("It is three actors now.", "actors (3), extras (10)"),
        ("Please plan for 20 background extras.", "actors (2), extras (20)"),
        ("We need two more actors.", "actors (4), extras (10)"),
        ("We need one additional actor.", "actors (3), extras (10)"),
        ("We need only three actors now.", "actors (3)"),
        ("Now only 12 extras.", "extras (12)"),
        ("Please cast two dancers instead.", "dancers (2)"),
        ("Please cast two dancers instead of the actors.", "extras (10), dancers (2)"),
        ("It is three actors instead of two.", "actors (3), extras (10)"),
    ],
)
def test_who_is_named_anew_stands_beside_the_others_unless_it_is_said_otherwise(words: str, cast: str) -> None:
    reading = reply(words)
    assert ", ".join(group.text for group in reading.facts.cast) == cast
    said = [quote.quote for quote in reading.evidence["cast"]]
    assert len(said) == len(set(said)) >= len(reading.facts.cast)


@pytest.mark.parametrize(
    ("rest", "words", "cast"),
    [
        ("Alles andere wie unten.", "Bitte noch mit vier Schauspielern.", "actors (2), extras (10), Schauspielern (4)"),
        ("Alles andere wie unten.", "Es sind jetzt nur noch vier Schauspieler.", "Schauspieler (4)"),
        ("Tout le reste est comme ci-dessous.", "Il y aura seulement trois actrices.", "actrices (3)"),
    ],
)
def test_it_is_said_otherwise_in_other_languages_too(rest: str, words: str, cast: str) -> None:
    assert ", ".join(group.text for group in reply(words, rest).facts.cast) == cast


@pytest.mark.parametrize(
    ("words", "things", "quotes"),
    [
        ("We provide the studio too.", {"catering": None, "studio": None}, 2),
        ("We provide catering for up to 12 people.", {"catering": 12}, 1),
        ("We provide only the studio now.", {"studio": None}, 1),
        ("We provide the studio instead.", {"studio": None}, 1),
        ("We provide the studio for the crew, only for one day.", {"catering": None, "studio": None}, 2),
    ],
)
def test_what_the_client_brings_is_added_to_what_it_brings_already(
    words: str, things: dict[str, int | None], quotes: int
) -> None:
    reading = reply(words)
    assert {thing.what: thing.heads for thing in reading.facts.supplied} == things
    assert len(reading.evidence["supplied"]) == quotes
