"""Every name in a letter that may be the client's, cut in every way that may be its whole.

Recall comes first: a name counts with and without its first and last words, with the small words that say what house it
is, and with what a preposition ties to it. Which of them is the client is for `weighed_client` to say.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date
from functools import cache

from copilot.briefs.facts.client.organisations import bare_house, whole_name
from copilot.briefs.facts.client.small import small_names
from copilot.briefs.facts.client.vocabulary import core_of, institution, trade
from copilot.briefs.facts.letter.candidates import Candidate, Mention
from copilot.briefs.facts.letter.names import EMAIL, LEGAL, NAME, NOT_NAMES
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import entries, folded, kind_patterns, pattern_of
from copilot.briefs.grammar.dates import find_dates

_MOST_NAMES = 260
"""Names beyond these are not looked at, nor more than `_MOST_ROOTS` different ones: a letter has far fewer."""
_MOST_ROOTS = 120
_MOST_WORDS = 9
_ANY_DAY = date(2000, 1, 1)  # only whether a day is named is asked, not which
_LEGAL_BEHIND = re.compile(
    r",?[ ](?:\(?[Pp]t[ey]\)?\.? |Sdn\.? |Co\.?,? )?(?:g?GmbH(?: & Co\.? KG)?|AG|Ltd|Limited|Inc|LLC|LLP|S\.?A\.?S?|"
    r"SARL|B\.?V|N\.?V|AB|ApS|A/S|AS|Oyj?|S\.?L|S\.?p\.?A|S\.?r\.?l|KG|SE|e\. ?V|e\. ?K|eG|plc|PLC|Bhd|Lt?da|VOF|SCOP|"
    r"S\.?A\.?C|CIC|ASA)\b"
)
_SMALL_BEFORE = re.compile(r"(?<![\w'-])[a-zà-ÿ][\w'-]{2,22}(?:[ ][a-zà-ÿ][\w'-]{1,22}){0,2}(?:[ ]|(?<='))$")
_SMALL_AFTER = re.compile(r"(?:[ ][a-zà-ÿ][\w-]{2,22}){1,2}")
_TIED = re.compile(
    rf"[ ](?:in|i|on|at|to|with|på|im|am|an der|bei|zu|mit|op|aan|te|bij|met|en|con|à|sur|sous|a|al|na|no|em|hos|ved|"
    rf"vid)[ ]{NAME}"
)
_AND = re.compile(r" (?:and|und|et|y|e|en|og|och) ")
_CLOSED = re.compile(r"[.,;:)/|\"'-]+$")


@cache
def _customer() -> re.Pattern[str]:
    """ "Marke Purglas": the client's name begins behind the word for it."""
    return re.compile(pattern_of({*entries("client", "noun"), *entries("client", "customer")}) + " ")


def _counts_pieces(core: str) -> bool:
    """ "5 Reels" are wanted, not who wants them."""
    last = core.rpartition(" ")[2]
    return core[0].isdigit() and any(pattern.fullmatch(last) for _, pattern in kind_patterns())


def candidates_of(
    zones: Zones, source: BriefSource, signs: Iterable[Mention], stem: str, people: Container[str]
) -> list[Candidate]:
    """The names that may be the client's, in the order met, those that the rules found first.

    `people` are the words of the names of all who write.
    """
    found: dict[str, list[Mention]] = {}
    own = [folded(name) for name in source.own_names]
    for mention in _mentions(zones, source, signs, stem):
        core = core_of(mention.name)
        if len(core) < 2 or not re.search(r"[^\W\d_]", core) or _customer().match(core) or _counts_pieces(core):
            continue
        if bare_house(mention.name, people) != mention.name:
            continue
        if len(towns := _AND.split(mention.name)) > 1 and any(map(is_known, towns)):
            continue  # "Leeds and Harrogate"
        if any(name in core for name in own) or _is_date(core) or core.split()[0] in NOT_NAMES:
            continue
        if core in found or len(found) < _MOST_ROOTS:
            found.setdefault(core, []).append(mention)
    return [Candidate(core, tuple(mentions)) for core, mentions in found.items()]


def _mentions(zones: Zones, source: BriefSource, signs: Iterable[Mention], stem: str) -> Iterator[Mention]:
    yield from signs
    yield from small_names(zones)
    for said in _headers(zones, source):
        for named in re.finditer(NAME, said):
            yield from (Mention(bare, 0, 0, cut) for bare, _, _, cut in _cuts(said, named.start(), named.end(), stem))
    text = zones.shown.text
    addresses = [m.span() for m in EMAIL.finditer(text)]
    for at, named in enumerate(re.finditer(NAME, text)):
        if at >= _MOST_NAMES:
            return
        if not any(a <= named.start() < b for a, b in addresses):
            yield from (Mention(*cut) for cut in _cuts(text, named.start(), named.end(), stem))


def _is_date(core: str) -> bool:
    """Whether a name is nothing but a day: "6 June"."""
    dates = find_dates(core, "en", _ANY_DAY) if re.search(r"\d", core) else []
    return any(found.end - found.start == len(core) for found in dates)


def _headers(zones: Zones, source: BriefSource) -> Iterator[str]:
    yield from (said for said in (source.subject, source.sender_name, zones.author) if said)


def _cuts(text: str, start: int, end: int, stem: str) -> Iterator[tuple[str, int, int, str]]:
    """The ways to cut a name: whole, without words at either end, or with words beside it that may belong to it."""
    start, end = _trimmed(text, start, end)
    if end - start < 2 or text[start:end].count(" ") >= _MOST_WORDS:
        return
    yield text[start:end], start, end, "whole"
    if text[end - 2 : end] in ("'s", "s'"):
        yield text[start : end - 2 + (text[end - 1] == "'")], start, end - 2 + (text[end - 1] == "'"), "genitive"
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    for n in (1, 2, 3):
        if n < len(words) and text[words[n][0]].isupper():
            yield text[words[n][0] : end], words[n][0], end, f"tail{n}"
        if n < len(words) and text[words[-1 - n][0]].isupper():
            a, b = _trimmed(text, start, words[-1 - n][1])
            yield text[a:b], a, b, f"head{n}"
    for _, a, b, cut in _wider(text, start, end, stem):
        a, b = _trimmed(text, a, b)
        yield text[a:b], a, b, cut


def _wider(text: str, start: int, end: int, stem: str) -> Iterator[tuple[str, int, int, str]]:
    whole = whole_name(text, (text[start:end], start, end), stem)
    if whole[1:] != (start, end):
        yield *whole, "house"
    before = _SMALL_BEFORE.search(text[max(0, start - 70) : start])
    if before:
        at = max(0, start - 70) + before.start()
        for word in re.finditer(r"[\w'-]+", before[0]):
            low = folded(word[0])
            if institution().fullmatch(low) or trade().fullmatch(low):
                yield text[at + word.start() : end], at + word.start(), end, "kind"
    after = _SMALL_AFTER.match(text, end)
    if after:
        first = text.find(" ", end + 1)
        ends = {after.end(), first if 0 <= first < after.end() else after.end()}
        for stop in sorted(ends):
            if institution().search(folded(text[end:stop])) or trade().search(folded(text[end:stop])):
                yield text[start:stop], start, stop, "behind"
    tied = _TIED.match(text, end)
    if tied:
        yield text[start : tied.end()], start, tied.end(), "tied"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks and a legal form at its end."""
    legal = LEGAL.search(text[start:end])
    if legal and legal.start() > 0:
        end = start + legal.start()
    closed = _CLOSED.search(text[start:end])
    return start, end - len(closed[0]) if closed else end


def has_legal_form(text: str, mention: Mention) -> bool:
    """Whether a legal form follows the name: "Pelagos Aquaculture" before "Pte. Ltd."."""
    return _LEGAL_BEHIND.match(text, mention.end) is not None
