"""Whom and what a newer message names anew of those on camera and of what the client brings: beside what stands.

It takes the place of all that the older message named only where it says so: "only two actors now", "dancers instead".
What it names again it says otherwise ("three actors" of two), or more of ("two more actors").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.briefs.facts.letter.renewed import INSTEAD
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import folded
from store.proposals.facts import BriefReading, CastGroup, Quote, Supplied

_ONLY = re.compile(
    r"\b(?:only|now just|nur|seulement|uniquement|plus que|solo|solamente|unicamente|soltanto|alleen|slechts|enkel|"
    r"bara|endast|enbart|kun|apenas|somente)\b"
    r"(?! (?:on|at|for|in|if|when|after|until|from|am|an|bei|wenn|le|en|a|op|om|pa|vid|il|no|na)\b)"
)
_INSTEAD = re.compile(
    r"\b(?:instead(?! of)|stattdessen|a la place(?! d)|en su lugar|in plaats daarvan|i stallet(?! for)|"
    r"istallet(?! for)|i stedet(?! for)|istedet(?! for)|em vez disso|al (?:suo|loro) posto)\b"
)
_MORE = (
    r"\b(?:more|another|additional(?:ly)?|further|weitere\w*|zusatzlich\w*|noch|supplementaires?|autres?|de plus|mas|"
    r"otr[oa]s|adicionales|altr[ie]|mais|outr[oa]s|nog|extra|fler|till|ytterligare|flere|yderligere)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n\s*\n")


def cast_with(older: BriefReading, newer: BriefReading, words: str) -> Read[tuple[CastGroup, ...]]:
    """Return who is on camera by both messages, and the words for them; `words` are the newer one's own."""
    said = _of_cast(newer)
    if not said or _takes_place(words, [quote for _, quote in said]):
        return _read(said or _of_cast(older))
    given_up = _given_up(words)
    found = [(group, [quote]) for group, quote in _of_cast(older) if not _names(given_up, group)]
    for group, quote in said:
        at = next((at for at, (known, _) in enumerate(found) if _is_same(known, group)), None)
        if at is None:
            found.append((group, [quote]))
            continue
        known, quotes = found[at]
        added = re.search(rf"{_MORE}[^.;]{{0,24}}\b{re.escape(_key(group))}\b", folded(words))
        found[at] = (_anew(known, group, adds=bool(added)), [*quotes, quote] if added else [quote])
    return Read(tuple(group for group, _ in found), tuple(quote for _, quotes in found for quote in quotes))


def supplied_with(older: BriefReading, newer: BriefReading, words: str) -> Read[tuple[Supplied, ...]]:
    """Return what the client brings by both messages, and the words for it."""
    new, quotes = newer.facts.supplied, newer.evidence.get("supplied", ())
    if new and _takes_place(words, quotes):
        return Read(new, quotes)
    things = {thing.what: thing for thing in (*older.facts.supplied, *new)}
    still = {thing.words for thing in things.values()}
    stand = [quote for quote in older.evidence.get("supplied", ()) if " ".join(quote.quote.split())[:300] in still]
    return Read(tuple(things.values()), tuple(dict.fromkeys((*quotes, *stand))))


def _of_cast(reading: BriefReading) -> list[tuple[CastGroup, Quote]]:
    return list(zip(reading.facts.cast, reading.evidence.get("cast", ()), strict=False))


def _read(said: Sequence[tuple[CastGroup, Quote]]) -> Read[tuple[CastGroup, ...]]:
    return Read(tuple(group for group, _ in said), tuple(quote for _, quote in said))


def _takes_place(words: str, quotes: Sequence[Quote]) -> bool:
    """Whether a sentence that names something says that it is all there is."""
    sentences = [s for s in _SENTENCE.split(words) if any(quote.quote in s for quote in quotes)]
    return any(_ONLY.search(folded(sentence)) or _INSTEAD.search(folded(sentence)) for sentence in sentences)


def _given_up(words: str) -> str:
    """What stands behind "instead of", sentence by sentence."""
    return " ".join(re.findall(rf"\b(?:{INSTEAD})\b([^.;!?]*)", folded(words)))


def _names(text: str, group: CastGroup) -> bool:
    return re.search(rf"\b{re.escape(_key(group))}\b", text) is not None


def _key(group: CastGroup) -> str:
    return folded(group.name).split()[-1]


def _is_same(one: CastGroup, other: CastGroup) -> bool:
    """Whether two groups are of one sort: an actor is of those actors."""
    short, long = sorted((_key(one), _key(other)), key=len)
    return one.background == other.background and long.startswith(short) and len(long) - len(short) <= 2


def _anew(known: CastGroup, group: CastGroup, *, adds: bool) -> CastGroup:
    heads = (known.heads or 0) + (group.heads or 0) if adds else group.heads
    return known.model_copy(update={"heads": heads or known.heads, "supplied": known.supplied or group.supplied})
