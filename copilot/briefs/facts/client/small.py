"""Names that nothing marks as one: written small, said in a voice message or by people in a hurry.

Only in short letters, where few words can be one: "kita wattwürmchen", "klant = stichting oude haven", "it's ana from
la tahona". Where each ends is for `weighed` to say: all lengths count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from copilot.briefs.facts.client.vocabulary import institution, trade
from copilot.briefs.facts.letter.candidates import Mention
from copilot.briefs.facts.letter.names import LEGAL
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import entries, folded, names, pattern_of

_FEW = 75
"""Words; longer letters write names with capitals."""
_WORD = r"(?:'t |[dl]')?[^\W\d_][\w'’&-]*\.?"
_MORE = re.compile(rf"[ ](?:&[ ])?{_WORD}")
_FIRST = re.compile(_WORD)
_ARTICLE = (
    r"(?:(?:the|our|my|der|die|das|dem|den|la|le|les|el|los|las|il|lo|gli|de|het|den|o|a|os|as|onze|ons|unser\w*|notre|"
    r"nos|nuestr[oa])\s|l')?"
)


@cache
def _customer() -> re.Pattern[str]:
    nouns = pattern_of({*entries("client", "noun"), *entries("client", "customer")})
    return re.compile(rf"{nouns}\s?(?:[=:]+>?|->|→|is|ist|est|es|e|ar|er)?\s?{_ARTICLE}")


@cache
def speaking() -> re.Pattern[str]:
    """ "ich bin ", "c'est ", "hier ist nochmal die ": who follows says who they are."""
    me = dict(names("introductions"))["me"].pattern
    return re.compile(rf"{me} (?:(?:nochmal|again|encore|otra vez|weer|noch mal) )?{_ARTICLE}")


@cache
def speakers() -> re.Pattern[str]:
    """ "ich bin Cem von der ", "it's mo from ": the house of who says so follows."""
    link = dict(names("introductions"))["link"].pattern
    return re.compile(rf"{speaking().pattern}(?:[^\W\d_][\w'’.-]* ){{1,3}}?{link}(?:'|\s){_ARTICLE}")


_WE_ARE = re.compile(
    rf"(?<!\w)(?:we are|we're|wir sind|nous sommes|on est|somos|siamo|we zijn|wij zijn|vi ar|vi er|vi ar) {_ARTICLE}"
)


def small_names(zones: Zones) -> Iterator[Mention]:
    """The runs of words that may be a name without a capital, each in all its lengths."""
    text = zones.shown.text
    low = folded(text)
    if len(zones.wanted.text.split()) > _FEW:
        return
    for kind in (institution(), trade()):
        for m in islice(kind.finditer(low), 8):
            yield from _lengths(text, m.start(), m.end(), "kind")
    for m in islice(_customer().finditer(low), 3):
        yield from _lengths(text, m.end(), None, "customer")
    for m in islice(speakers().finditer(low), 4):
        yield from _lengths(text, m.end(), None, "speaker's")
    for m in islice(_WE_ARE.finditer(low), 2):
        yield from _lengths(text, m.end(), None, "we are")


def _lengths(text: str, start: int, end: int | None, origin: str) -> Iterator[Mention]:
    """A run from `start`, at least up to `end`, with up to four words more."""
    if end is None:
        first = _FIRST.match(text, start)
        if first is None:
            return
        end = first.end()
    for n in range(5):
        yield from _bare(text, start, end, f"{origin} +{n}")
        more = _MORE.match(text, end)
        if more is None or text[end - 1] == ".":
            return
        end = more.end()


def _bare(text: str, start: int, end: int, origin: str) -> Iterator[Mention]:
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    said = LEGAL.sub("", said.strip()).rstrip(" .,")
    if said and len(said.split()) <= 6:
        yield Mention(said, start, start + len(said), origin)
