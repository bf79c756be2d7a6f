"""The work's own day, beside the days of an event, a reason or an earlier table."""

from __future__ import annotations

from datetime import date

import pytest

from store.proposals.facts import BriefFacts
from tests.unit.briefs.facts.briefs import read

_FILM = "We need one film of 60 seconds, 16:9. "


def _facts(text: str, sender: tuple[str, str] | None = None, subject: str | None = None) -> BriefFacts:
    return read(text, sender=sender, subject=subject).facts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (_FILM + "\nDelivery: 11 September (the ball is on 19 September).", date(2026, 9, 11)),
        (_FILM + "\nDeadline: 3 June (our fair opens on 10 June)", date(2026, 6, 3)),
        (_FILM + "\n| Item | Detail |\n|---|---|\n| Delivery | 28 August 2026 |\n\n## Notes\n\nEverything has to be "
         "delivered by 21 August 2026 so that the first screening can use it.", date(2026, 8, 21)),
        ("Un film da 60 secondi. La consegna va anticipata al 4 settembre, perché la stagione parte il 7.",
         date(2026, 9, 4)),
        ("Un film de 60 secondes. La livraison est avancée au 4 septembre, car la saison commence le 7 septembre.",
         date(2026, 9, 4)),
        ("Proposals due: 27 March 2026\nRough cuts: 15 May 2026\nAll final films: 12 June 2026\n" + _FILM,
         date(2026, 6, 12)),
        ("What: one film, 60 seconds, 16:9; 3 interviews, 45 seconds, 1:1\nBy: film 25 September, interviews 2 October",
         date(2026, 10, 2)),
        ("Festivalen løber af stablen fra torsdag den 11. til lørdag den 13. juni. Vi ønsker en film på 60 sekunder. "
         "Filmen skal leveres senest i uge 31.", date(2026, 7, 31)),
    ],
)  # fmt: skip
def test_the_delivery_is_the_works_own_day(text: str, day: date) -> None:
    assert _facts(text).delivery_on == day
