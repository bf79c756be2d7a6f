"""For how long an offer has to hold, said as a length of time: "valid for 90 days", "Bindefrist: drei Monate".

It counts from the brief's own deadline for offers, as tenders mean it; without one, from the day of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.calendar_rules import add_months
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.numbers import find_numbers

_SHORTEST, _LONGEST = 7, 731
"""Days: fewer are those of a shoot, and who asks for more than two years speaks of something else."""
_OFFER = (
    r"\b(?:offers?|quot(?:es?|ations?)|proposals?|prices?|bids?|tenders?|submissions?|angebot\w*|offerten?|preise?|"
    r"offres?|devis|prix|ofertas?|presupuestos?|precios?|orcamentos?|propostas?|precos?|offert[ae]|preventiv[oi]|"
    r"prezz[oi]|aanbieding\w*|prijs|prijzen|inschrijving\w*|anbud\w*|offert\w*|tilbud\w*|pris(?:er|et|en)?)\b"
)
_VALID = (
    r"(?:valid\w*|validez|binding|(?:must|shall|should|will|to|is|are|be|being|remain\w*|stay\w*|ke[ep]\w*)"
    r"(?: \w+){0,3}? (?:held|hold|firm|open|stand)|holds|gultig\w*|bindend|gilt|gelten|valab\w+|vigente\w*|"
    r"geldig\w*|gestand\w*|giltig\w*|galler?|galla|bindande|gaelde[rn]?|gyldig\w*|gjelde[rn]?|vedsta\w*|bindende)\b"
)
_ALONE = (
    r"\b(?:bindefrist|bindungsfrist|zuschlagsfrist|angebotsbindung|gestanddoening\w*|anbudets giltighet\w*|"
    r"vedstaelse\w*|(?:offer|tender|bid|quote|quotation|proposal) "
    r"validity)\b"
)
_BEFORE = re.compile(rf"(?:{_OFFER}[^.;]{{0,60}}\b{_VALID}|\b{_VALID}[^.;]{{0,20}}{_OFFER}|{_ALONE})[^.;]{{0,28}}$")
_ONLY_OFFER = re.compile(rf"{_OFFER}[^.;]{{0,40}}$")
_AFTER = re.compile(rf"[^.;]{{0,20}}?\b{_VALID}")
_UNIT = re.compile(
    r"[\s-]{0,2}(?:(?:calendar|consecutive|kalender)[\s-]?)?(?:"
    r"(?P<days>days?|tagen?|tage|jours?|dias?|giorni|dagen|dagar|dage|dager|kalendertage\w*|kalenderdag\w*)|"
    r"(?P<weeks>weeks?|wochen?|semaines?|semanas?|settimane|weken|veckor|uger|uker)|"
    r"(?P<months>months?|monaten?|monate|mois|mes(?:es)?|mesi|maanden|manader|maneder))\b"
)
_OF_USE = re.compile(
    r"\b(?:licen[cs]\w*|usage|rights?|buy-?outs?|nutzung\w*|\w*rechte?n?|lizenz\w*|droits?|derechos|diritti|direitos|"
    r"\w*rattighet\w*|\w*rettighed\w*|\w*rettighet\w*|credit|payment|zahlung\w*|paiement)\b"
)
_LIMIT = (
    r"(?:by|until|till|before|due|deadline|no later than|bis|spatestens|vor|frist|avant|au plus tard|limite|hasta|"
    r"antes|entro|scadenza|ate|prazo|uiterlijk|voor|tegen|senast|innan|senest|inden|innen|for)"
)
_DUE = re.compile(
    rf"(?:{_OFFER}[^.;]{{0,60}}\b{_LIMIT}|\b(?:deadline|closing date|\w*frist|date limite|remise|plazo|fecha limite|"
    rf"scadenza|termine|prazo|sista dag|sidste frist|abgabe)\b[^.;]{{0,30}}{_OFFER}|"
    r"\b(?:angebots(?:frist|abgabe)|abgabefrist|anbudsfrist|tilbudsfrist|submission (?:deadline|date)))"
    r"\b[^.;]{0,24}$"
)


@dataclass(frozen=True, slots=True)
class Held:
    """A length of time for which an offer is to hold, and where in the view it is said."""

    days: int
    months: int
    span: Span

    def until(self, start: date) -> date:
        """Return its last day, counted from `start`."""
        return add_months(start, self.months) + timedelta(days=self.days)


def held(zones: Zones, language: str) -> Held | None:
    """Return the first length of time that is said of an offer."""
    return next((found for unit in zones.units if not unit.aside for found in _held_in(zones, unit, language)), None)


def offers_due(zones: Zones, language: str) -> tuple[date, Span] | None:
    """Return the first day, not past, on which offers have to be in, and where it is said."""
    for unit in zones.units:
        for found in find_dates(unit.text, language, zones.reference) if not unit.aside else ():
            before, on = labelled(zones, unit, found.start), found.value.deadline
            if on and on >= zones.reference and _DUE.search(before) and not _BEFORE.search(before):
                return on, (unit.start + found.start, unit.start + found.end)
    return None


def labelled(zones: Zones, unit: Unit, end: int) -> str:
    """Return a unit's words up to `end`, folded, behind its label."""
    label = folded(zones.wanted.text[unit.label[0] : unit.label[1]]) + ": " if unit.label else ""
    return label + unit.low[:end]


def _held_in(zones: Zones, unit: Unit, language: str) -> Iterator[Held]:
    for number in find_numbers(unit.text, language):
        said = _UNIT.match(unit.low, number.end)
        if said is None or number.value != int(number.value) or number.value < 1:
            continue
        before = labelled(zones, unit, number.start)
        sentence = re.split(r"[.;]\s", before)[-1]
        told = _BEFORE.search(sentence) or (_ONLY_OFFER.search(sentence) and _AFTER.match(unit.low, said.end()))
        if not told or _OF_USE.search(sentence):
            continue
        count = int(number.value)
        days, months = count * (7 if said["weeks"] else 1), 0
        if said["months"]:
            days, months = 0, count
        if _SHORTEST <= days + 31 * months <= _LONGEST:
            yield Held(days, months, (unit.start + number.start, unit.start + said.end()))
