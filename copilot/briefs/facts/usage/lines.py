"""Usage that no word announces: "TV + VOD, UK & Ireland, 1 year.", "Voor website en socials."

A line counts as usage when parts of it are nothing but media, a territory or a term, and at least two of the three
kinds stand so; or when the whole of it is "for" and media.
"""

from __future__ import annotations

import itertools
import re
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import names

_SPLIT = re.compile(r"\s*[,;+&/()•|.]\s*|\s(?:and|und|et|y|e|en|och|og|plus|sowie|n)\s")
_SMALL = re.compile(
    r"\b(?:in|im|auf|for|fur|i|pa|til|till|op|in der|dans|sur|pour|en|para|per|su|a|au|aux|the|die|den|de|la|le|les|el|"
    r"los|het|das|dem|on|only|nur|bara|kun|alleen|solo|uniquement|paid|organic|linear|linjar|our|unsere\w*|"
    r"notre|nos|onze|"
    r"vara?|vores|nuestr\w+|nostr\w+|no|na|nos|nas|buyout|buy-out|usage|pendant|durante|durant|use|training|"
    r"within|across|all|of|"
    r"halls?|ads?|adverts?|adverti\w+|annonser?|anzeigen|annonces|channels?|kanaler|pages?|campaigns?|season|"
    r"own|eigene\w*|maximal|max|von|voor|om|over|zone|screens?|so|ausschliesslich|seulement|solamente|unicamente|enkel|"
    r"uitsluitend|endast|bare|utelukkende|udelukkende|soltanto|esclusivamente|apenas|somente|both|season|say|call it|"
    r"company|corporate|bezahlt\w*|betaal\w*|betald\w*|betalt\w*|pagad?[oa]s?|paye\w*|unser\w*|ihr\w*|naturlich|und|and|"
    r"et|y|e|en|och|og)\b"
)
_TERM_WORDS = re.compile(
    r"\b(?:(?:\d{1,2}|one|two|three|four|five|six|twelve|eighteen|half|an?|"
    r"ein\w*|zwei|drei|vier|funf|sechs|zwolf|halb\w*|un|une|deux|"
    r"trois|cinq|six|dos|tres|cinco|seis|doce|een|twee|drie|vijf|zes|half|ett?|tva|tre|to|fem|seks|sex|halvt?|"
    r"ett halvt|uno|due|sei|"
    r"dodici|um|dois|tres|doze)\s*-?(?:a )?(?:months?|mths?|mos?|monate?n?|mois|meses|mes|maand\w*|manad\w*|"
    r"maned\w*|mesi|"
    r"years?|yrs?|yr|jahre?n?|ans?|annees?|anos?|jaar|ar|aar|anni|anno)|halvar|halfjaar|halbjahr|no end date|"
    r"no expiry|perpetuity|unlimited|"
    r"unbegrenzt|unbefristet|illimite\w*|ilimitad\w*|onbeperkt|obegransat|ubegraenset|ubegrenset|illimitat\w*)\b"
)
_ONLY = re.compile(
    r"\b(?:only|nur|ausschliesslich|seulement|uniquement|solo|solamente|unicamente|alleen|enkel|uitsluitend|bara|endast|"
    r"kun|bare|utelukkende|udelukkende|soltanto|esclusivamente|apenas|so|somente)\b"
)
_FOR_MEDIA = re.compile(
    r"(?:it's |its |this is |alles |c'est |es |es ist |det er |det ar |het is )?"
    r"(?:for|fur|pour|para|voor|till|til|per|on|auf|sur|su|pa|op)\s"
)


@cache
def _whole(kind: str) -> re.Pattern[str]:
    kinds = ("showings", "media") if kind == "media" else (kind,)
    return re.compile("|".join(p.pattern for one in kinds for _, p in names(one)))


def is_usage_line(unit: Unit) -> bool:
    """Whether a unit without a word for usage lists media, territory or term."""
    kinds: set[str] = set()
    opened = _FOR_MEDIA.match(unit.low)
    parts = [p.strip() for p in _SPLIT.split(unit.low[opened.end() if opened else 0 :]) if p.strip()]
    found = [_nothing_but(part) for part in parts]
    for part_kinds in found:
        kinds |= part_kinds
    if len(found) >= 2 and unit.topic is None and all(one == {"media"} for one in found):
        return True  # "TikTok, Insta, careers page."
    if any(one == {"media"} and _ONLY.search(part) for part, one in zip(parts, found, strict=True)):
        return True  # "final by 28 February, digital only"
    if len(kinds) >= 2 and (_whole("media").search(unit.low) or _market_and_term(found)):
        return True
    return opened is not None and bool(found) and all(k == {"media"} for k in found)


def is_bare(unit: Unit) -> bool:
    """Whether a unit is nothing but a market, a term or media: it goes on where a line about usage stands before it."""
    found = [_nothing_but(part.strip()) for part in _SPLIT.split(unit.low) if part.strip()]
    return bool(found) and sum(1 for kinds in found if kinds) * 2 >= len(found) and len(unit.low) < 60


def _market_and_term(found: list[set[str]]) -> bool:
    """Whether a part that is a market stands right beside one that is a term: "…, UK only, 6 months"."""
    return any(one | other == {"territories", "term"} for one, other in itertools.pairwise(found))


def names_media_only(unit: Unit) -> bool:
    """Whether a labelled line holds nothing but two media or more, whatever its label ("Medien: TV, DOOH, Social")."""
    found = [_nothing_but(part.strip()) for part in _SPLIT.split(unit.low) if part.strip()]
    return len(found) >= 2 and all(kinds == {"media"} for kinds in found)


def _nothing_but(part: str) -> set[str]:
    """The kinds that a part consists of; nothing when it says anything else."""
    kinds, rest = set(), part
    for kind, pattern in (("term", _TERM_WORDS), ("media", _whole("media")), ("territories", _whole("territories"))):
        less = pattern.sub(" ", rest)
        if less != rest:
            kinds.add(kind)
        rest = less
    return kinds if not re.sub(r"[\W_]", "", _SMALL.sub(" ", rest)) else set()
