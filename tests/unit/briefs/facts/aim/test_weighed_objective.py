"""A second look finds the aim that no frame of the rules opens, and drops what only looks like one."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.aim.objective import rules_aim
from copilot.briefs.facts.aim.weighed import aim_sentences
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from tests.unit.briefs.facts.briefs import RECEIVED, read

_LIGHTHOUSE = """Hello,

we run a small lighthouse museum in Whitby and would like a film of two minutes, 16:9, for our website. The \
documentary should persuade teenagers from the town to climb the stairs again.

Filming on 12 May 2026, budget £4,000 plus VAT.

Best, Ann Hale"""
_SWIMMING = """Hallo,

wij zijn een zwembad in Assen. We zoeken filmpjes waarmee ouders durven hun kind op les te doen. Twee van 30 seconden. \
Opname 8 juni. Budget 2.000 euro ex btw.

Jan"""
_LIFEGUARDS = """Dag Bea,

Ons zwembad zoekt jonge redders. We willen een filmpje van 45 seconden waardoor studenten zin krijgen om zich in te \
schrijven. Geen idee wat er nog meer nodig is, dat horen we graag van jullie.

Opname op 8 juni, budget 2.000 euro ex btw.

Jan"""
_BAKERY = """Thanks Bea, three clips is right. Shoot on 3 June, budget £2,000 plus VAT.

> From: Sam Poole <sam@poole.example>
> We are a bakery in Leeds. We'd like a film of one minute that makes young people want to learn the trade.
"""


def _zones(text: str) -> Zones:
    return zones_of(BriefSource(text=text, source_id="brief-1", received_on=RECEIVED))


@pytest.mark.parametrize(
    ("letter", "aim"),
    [
        (_LIGHTHOUSE, "The documentary should persuade teenagers from the town to climb the stairs again"),
        (_SWIMMING, "We zoeken filmpjes waarmee ouders durven hun kind op les te doen"),
    ],
)
def test_an_aim_that_the_rules_do_not_see_is_found(letter: str, aim: str) -> None:
    assert rules_aim(_zones(letter)) == []
    reading = read(letter)
    assert reading.facts.objective == aim
    (quote,) = reading.evidence["objective"]
    assert letter[quote.start : quote.end] == quote.quote
    assert aim in quote.quote


def test_a_likelier_sentence_takes_the_place_of_the_one_that_the_rules_choose() -> None:
    assert [unit.text[:10] for unit in rules_aim(_zones(_LIFEGUARDS))] == ["Geen idee "]
    assert (read(_LIFEGUARDS).facts.objective or "").endswith("waardoor studenten zin krijgen om zich in te schrijven")


def test_an_aim_told_in_an_older_message_holds_and_is_quoted_there() -> None:
    reading = read(_BAKERY)
    assert "want to learn the trade" in (reading.facts.objective or "")
    (quote,) = reading.evidence["objective"]
    assert _BAKERY[quote.start : quote.end] == quote.quote


def test_an_order_without_an_aim_has_none() -> None:
    assert (
        read("Two videos of 30 seconds please, 16:9, shoot on 3 June in Leeds. Files by 20 June.").facts.objective
        is None
    )


@pytest.mark.parametrize("letter", ["", " \n ", "?!", "###", "a b c d"])
def test_bad_and_empty_letters_have_no_aim(letter: str) -> None:
    assert read(letter).facts.objective is None


def test_the_sentences_weighed_are_bounded() -> None:
    assert len(aim_sentences(_zones("Parents should trust us again. " * 900))) <= 200
