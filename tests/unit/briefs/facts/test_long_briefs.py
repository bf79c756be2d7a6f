"""Reading costs in proportion to the text: counted in work, not in seconds, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

from tests.unit.briefs.facts.briefs import read

_PAGE = """\
We need a hero film (60s, 16:9), four cutdowns in 9:16 at 15 seconds, and 12 product stills.

We think it's a two day shoot in Copenhagen, on 14 and 15 September 2026. Final files by 9 October please.

Budget: we have between 40k and 50k euros ex VAT. The media budget of 500k is separate.

Usage: paid social and cinema, UK and Ireland, 2 years. Two rounds of revisions. English VO with Danish subtitles.

"""


def _calls(work: Callable[[], object]) -> int:
    """How many Python functions are entered while the work is done."""
    entered = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal entered
        entered += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return entered


def test_twice_the_text_is_about_twice_the_work() -> None:
    read(_PAGE)  # compiles the patterns
    once, twice = _PAGE * 25, _PAGE * 50
    assert _calls(lambda: read(twice)) < 2.5 * _calls(lambda: read(once))
