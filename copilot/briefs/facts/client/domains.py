"""What the domain of whoever writes tells of their house: its telling part, and which names spell it."""

from __future__ import annotations

import re
from itertools import pairwise

from copilot.briefs.facts.letter.names import EMAIL, LEGAL
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded

_FREE_MAIL = frozenset(
    "gmail googlemail outlook hotmail yahoo icloud gmx web live aol proton protonmail mail orange wanadoo free "
    "laposte telenet ziggo".split()
)


def writers_stem(zones: Zones, source: BriefSource) -> str:
    """The telling part of the domain of who wrote the brief, or nothing for our own and for free mail."""
    texts = [zones.shown.text[a:b] for a, b in zones.signatures] + [zones.wanted.text]
    written = next((m[0] for text in texts if (m := EMAIL.search(text))), None)
    return stem_of(zones.email or written or source.sender_email, source)


def stem_of(address: str | None, source: BriefSource) -> str:
    """The telling part of an address's domain, or nothing for our own and for free mail."""
    domain = address.split("@")[1].lower().rstrip(".") if address and "@" in address else ""
    stem = re.sub(r"\W", "", domain.rsplit(".", 1)[0].split(".")[-1]) if domain else ""
    return "" if domain in source.own_domains or stem in _FREE_MAIL or len(stem) < 3 else stem


_SMALL = frozenset(
    "the of for and de du des la le les del van het der die das von zum zur og och y e et di da do d l".split()
)
_TWO_FOR_ONE = {"ae": "a", "oe": "o", "ue": "u", "aa": "a", "ss": "s"}


def _plain(text: str) -> str:
    low = folded(text)
    for two, one in _TWO_FOR_ONE.items():
        low = low.replace(two, one)
    return low


def spells(name: str, stem: str) -> bool:
    """Whether a name spells a domain's stem: "Lumen Home Ltd" and lumenhome, "St Bride's Hospice" and stbridehospice.

    The stem is made of the beginnings of the name's words in their order; small words may be missing, and so may words
    before the first that counts and after the last, as long as four letters of one word stand in it.
    """
    bare = _plain(LEGAL.sub("", name))
    whole = _plain(stem)
    forms = {re.sub(r"[^a-z0-9]", "", bare.replace("&", word)) for word in ("and", "und", "")}
    if whole in forms or (len(whole) >= 5 and any(len(f) >= 5 and (f.startswith(whole) or f in whole) for f in forms)):
        return True
    words = re.findall(r"[a-z0-9]+", bare.replace("'", ""))[:8]
    pairs = [one + two for one, two in pairwise(words)] if len(words) > 2 else []
    if any(len(pair) >= 7 and whole.startswith(pair) for pair in pairs):
        return True  # "St Columba's Primary School" and stcolumbasdunmore
    return len(whole) >= 5 and (any(_covers(words[at:], whole) for at in range(len(words))) or _picks(words, whole))


def _picks(words: list[str], whole: str) -> bool:
    """Whether some of the words, whole or cut after four letters, make up a stem: "Orto Botanico di X" and ortox."""
    reached = {0: 0}  # how far the stem is made up, and of how many words
    for word in words:
        ahead = dict(reached)
        for at, used in reached.items():
            for k in range(len(word), min(len(word), 4) - 1, -1):
                if k >= 3 and whole.startswith(word[:k], at):
                    ahead[at + k] = max(ahead.get(at + k, 0), used + 1)
        reached = ahead
    return reached.get(len(whole), 0) >= 2


def _covers(words: list[str], whole: str) -> bool:
    """Whether the beginnings of the words in their order make up a stem, from the first word on."""
    reached = {0: 0}  # how far the words cover the stem, and the longest beginning that stands in it
    for n, word in enumerate(words):
        ahead = {at: longest for at, longest in reached.items() if n and word in _SMALL}
        for at, longest in reached.items():
            common = next(
                (k for k in range(min(len(word), len(whole) - at), 0, -1) if whole.startswith(word[:k], at)), 0
            )
            for k in range(1, common + 1):
                ahead[at + k] = max(ahead.get(at + k, 0), longest, k)
        reached = ahead
        if reached.get(len(whole), 0) >= 4:
            return True
    return False


def is_house_named(name: str, stem: str, address: str | None) -> bool:
    """Whether a sender's name is the house's: it spells the domain, and none of its words stand before the @."""
    local = folded((address or "").partition("@")[0])
    return spells(name, stem) and not any(word in local for word in folded(name).split() if len(word) > 2)
