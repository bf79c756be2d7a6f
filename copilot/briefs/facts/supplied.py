"""What a client brings to the shoot: rooms, catering, a location, a studio, equipment; only what is said plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.extras import ELSEWHERE
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import names
from copilot.briefs.grammar.numbers import find_numbers
from store.proposals.facts import Quote, Supplied

_WE_GIVE = re.compile(
    r"\b(?:we(?:'ll| will| can| shall)?(?: also| happily| gladly)? (?:provide|supply|offer|arrange|organi[sz]e|cover|"
    r"lay on|take care of|look after|bring|pay(?: for)?|book(?: and pay(?: for)?)?)|wir (?:stellen|ubernehmen|"
    r"organisieren|bieten|kummern uns um|sorgen fur|zahlen|bezahlen|tragen|buchen)|"
    r"nous (?:fournissons|prenons en charge|offrons|mettons a disposition|nous occupons|payons|reglons|reservons)|"
    r"(?:aportamos|ponemos|ofrecemos|proporcionamos|nos encargamos|pagamos|cubrimos|reservamos)|"
    r"(?:forniamo|offriamo|mettiamo a disposizione|ci occupiamo|paghiamo|copriamo|prenotiamo)|"
    r"(?:fornecemos|oferecemos|disponibilizamos|tratamos d[aoe]s?)|wij? (?:leveren|verzorgen|regelen|bieden|"
    r"zorgen voor|betalen|boeken)|"
    r"vi (?:star for|ordnar|erbjuder|tillhandahaller|sorger for|leverer|tilbyder|stiller|tilbyr|betalar|betaler|"
    r"bokar|booker|bestiller|dekker|dakker|tacker))\b"
)
_WE_HAVE = re.compile(
    r"\b(?:we (?:already )?(?:have|own)|we've got|wir haben|nous avons|tenemos|abbiamo|temos|wij? hebben|vi har)"
    r"(?: (?:already|schon|bereits|deja|ya|gia|ja|al|redan|allerede))? "
    r"(?:an?|the|our(?: own)?|eine?n?|das|den|unsere?n?|une?|notre|una?|nuestro|il nostro|um|uma|o nosso|een|de|onze|"
    r"en|ett|"
    r"et|vores|var|vart|vares)(?: own| eigene\w*| propio| eigen)? "
)
_IS_GIVEN = re.compile(
    r"[^.;:,]{0,30}?\b(?:(?:is|are|will be) )?(?:(?:provided|supplied|arranged|covered|paid|booked)(?: for)? by (?:us|"
    r"the client)|"
    r"on us\b|(?:stellen|ubernehmen|zahlen|bezahlen|tragen|buchen|organisieren) wir|geh(?:en|t) auf uns|"
    r"(?:wird|werden) (?:von uns )?(?:gestellt|ubernommen)|"
    r"(?:fourni|paye)\w* par nous|(?:fourni|pris)\w*(?: en charge)?$|a notre charge|"
    r"a nuestro cargo|(?:por|de) nuestra cuenta|a nostro carico|por nossa conta|voor onze rekening|"
    r"(?:verzorgen|regelen|betalen|boeken) wij?|(?:ordnar|betalar|betaler|bokar) vi|(?:star|sorger) vi for|"
    r"(?:dekkes|dakkes|betales|betalas|bekostas) a[fv] oss?)"
)
_TRADE = re.compile(r"\b(?:offer|bieten|offrons|ofrecemos|offriamo|oferecemos|bieden|erbjuder|tilbyder|tilbyr)$")
_ON_SET = re.compile(
    r"\b(?:crew|team|everyone|everybody|you|cast|shoot|shooting|filming|people|persons?|on the days?|alle|euch|"
    r"personen|dreh\w*|equipe|vous|personnes|tournage|equipo|personas|rodaje|todos|troupe|squadra|persone|riprese|tutti|"
    r"pessoas|filmagens|ploeg|iedereen|jullie|mensen|opname\w*|alla|inspelning\w*|optagelse\w*|opptak\w*|er)\b"
)
_GOES_ON = re.compile(
    r"\s*(?:with|from|to|that|which|in|at|for|services?|solutions?|mit|ab|avec|des|con|da|com|met|med|fran)\b"
)
_OURS = re.compile(r"\b(?:our(?: own)?|unser\w*|notre|nuestro|nostro|nosso|ons|vart|vores) $")
"""Before a bare "hotel": that of a house which is one."""
_SHORT = 4
_NOT = re.compile(r"\b(?:not|no|n't|cannot|can't|nicht|kein\w*|pas|non|nao|niet|geen|inte|ikke)\b")
_UP_TO = re.compile(
    r"\b(?:up to|maximum of|max\.?|at most|bis zu|hochstens|maximal|jusqu'a|hasta|fino a|ate|tot|upp till|op til|"
    r"opptil)\s+$"
)


def read_supplied(zones: Zones, language: str) -> Read[tuple[Supplied, ...]]:
    """Return what the client brings, each thing once, with the clause that says so."""
    found: dict[str, tuple[Supplied, Quote]] = {}
    for unit in zones.units:
        if unit.aside or unit.topic in ELSEWHERE or unit.topic == "budget":
            continue
        for start, end in _offers(unit):
            heads = _most_heads(unit, language, start, end)
            quote = zones.wanted.quote(unit.start + start, unit.start + end)
            for what in _things(unit, start, end):
                words = " ".join(quote.quote.split())
                found.setdefault(what, (Supplied(what=what, words=words[:300], heads=heads), quote))
    things = tuple(supplied for supplied, _ in found.values())
    return Read(things, tuple(dict.fromkeys(quote for _, quote in found.values())))


def _offers(unit: Unit) -> Iterator[Span]:
    """The clauses in which the client offers something, from their first word to the end of the clause."""
    for clause in re.finditer(r"(?:(?!, but |; |\. ).)+", unit.low, re.DOTALL):
        said = clause[0]
        start, end = clause.start() + len(said) - len(said.lstrip()), clause.start() + len(said.rstrip(" .;,"))
        if (_WE_GIVE.search(said) or _WE_HAVE.search(said) or _IS_GIVEN.search(said)) and not _NOT.search(said):
            yield start, end


def _things(unit: Unit, start: int, end: int) -> Iterator[str]:
    clause = unit.low[start:end]
    for what, pattern in names("supplied"):
        if any(_is_offered(what, clause, named.start(), named.end()) for named in pattern.finditer(clause)):
            yield what


def _is_offered(what: str, clause: str, start: int, end: int) -> bool:
    """Whether a thing is for this shoot: a hotel that "offers rooms with a view" speaks of its trade."""
    before, after = clause[:start], clause[end:]
    if what in ("location", "studio") and any(m.end() >= start - 12 for m in _WE_HAVE.finditer(before)):
        return True
    if _IS_GIVEN.match(after):
        return what != "hotel" or not _OURS.search(before)
    given = _WE_GIVE.search(before)
    if given is None or (what == "hotel" and _OURS.search(before) and not _ON_SET.search(after)):
        return False
    plain = len(after.split()) <= _SHORT and not _GOES_ON.match(after) and not _TRADE.search(given[0])
    return plain or _ON_SET.search(after) is not None


def _most_heads(unit: Unit, language: str, start: int, end: int) -> int | None:
    """For how many people at most: "for a crew of up to 14"."""
    for number in find_numbers(unit.text[start:end], language):
        if _UP_TO.search(unit.low[start : start + number.start]) and number.value == int(number.value) >= 1:
            return int(number.value)
    return None
