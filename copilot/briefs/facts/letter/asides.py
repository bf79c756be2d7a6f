"""Clauses about something else than what is wanted now: last year's film, a competitor's price, the firm's history."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from datetime import date

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.words import cue, folded

_CONTRAST = re.compile(
    r"(?:[,;]|\s-|\.)?\s+(?:but|however|whereas|while|aber|jedoch|diesmal|dieses mal|mais|cette fois|pero|esta "
    r"vez|en cambio|maar|dit keer|"
    r"deze keer|nu|men|denne gang|den har gangen|denne gangen|ma|questa volta|mas|desta vez|this time|this year|"
    r"dieses jahr|cette annee|este ano|"
    r"dit jaar|i ar|quest'anno|la pour (?:les?|ce|la)|alors la|et la)\s|;\s|"
    r",\s(?:not|nicht|pas|no|niet|inte|ikke|non|nao)\s(?=(?:the|as|like|die|der|das|wie|les?|la|comme|los|como|de|zoals|"
    r"som|gli|come|os|as)\s)"
)
_WANT = re.compile(
    r"\b(?:(?:we|i) (?:need|want|would like|are looking|require|now need)|we'd (?:need|like|want)|looking for|can "
    r"you (?:do|make)|should (?:be|cost)|(?:must|shall|has to|have to|needs? to) (?:be|reach|arrive)|"
    r"this time|this year|wir (?:brauchen|benotigen|mochten|wollen|suchen)|brauchen wir|diesmal|dieses jahr|nous "
    r"(?:voulons|voudrions|aimerions|souhaitons|cherchons|avons besoin)|"
    r"il nous faut|on (?:veut|voudrait|aimerait|cherche)|je (?:voudrais|souhaite|cherche)|"
    r"cette annee|cette fois|necesitamos|queremos|buscamos|este ano|esta vez|"
    r"(?:we|wij) (?:willen|zoeken|hebben .{0,30}nodig)|dit jaar|dit keer|vi (?:behover|vill ha|soker|onskar|skal "
    r"bruge|onsker|vil gerne|trenger|vil ha|ser efter)|"
    r"denne gang|i ar (?:vill|vil|har)|vogliamo|ci serve|precisamos)\b"
)
_ABBREVIATED_END = re.compile(r"\b(?:IVA|MwSt|USt|VAT|GST|TVA|BTW|[Bb]tw|[Mm]oms|[Mm]va|HT|TTC|HTVA)\.\s+(?=[A-ZÀ-Þ])")
_BRACKETED = re.compile(r"\([^()]{12,}\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED = re.compile(
    r"[./-]\s?(?:19|20)\d\d|(?:19|20)\d\d[-/]\d|\b(?:jan|feb|fev|fevr|mar|mrz|marz|apr|avr|abr|ma[iyj]|mei|maj|"
    r"maart|mag|jun|juin|giu|jul|juil|lug|aug|aou|ago|sep|set|o[ck]t|ott|out|nov|de[czs]|dic|gen|"
    r"ene)[a-z]*\.?,? "
    r"(?:of |de |del )?(?:19|20)\d\d|rfp|ref|\bnr\b"
)
_FIGURE = re.compile(r"\d")


def aside_spans(units: Iterable[Unit], reference: date) -> Iterator[Span]:
    """Spans of the clauses that tell of something past or beside the point, for a brief received on `reference`."""
    previous: Unit | None = None
    carried = False
    for unit in units:
        if unit.section == "aside" or unit.topic == "aside":
            yield unit.label[0] if unit.label else unit.start, unit.end
            continue
        clauses = list(_clauses(unit))
        told = [_is_past(text, reference) for text in _clause_texts(unit.text, clauses)]
        follows = carried and previous is not None and previous.paragraph == unit.paragraph and unit.topic is None
        if follows and not any(told) and not _WANT.search(unit.low) and _tells_past(unit.low):
            told = [True] * len(told)
        if unit.label and all(told):
            yield unit.label[0], unit.end  # a label left alone would be the heading of what follows
        for (a, b), past in zip(clauses, told, strict=True):
            if past:
                yield unit.start + a, unit.start + b
        carried = bool(told) and told[-1]
        previous = unit


def wants(low: str) -> bool:
    """Whether folded words ask for something to be made."""
    return _WANT.search(low) is not None


def _clauses(unit: Unit) -> Iterator[Span]:
    """Clauses between words of contrast; what stands in brackets is a clause of its own."""
    cuts = {m.start() for m in _CONTRAST.finditer(unit.low)}
    cuts |= {m.end() for m in _ABBREVIATED_END.finditer(unit.text)}
    for m in _BRACKETED.finditer(unit.low):
        cuts = {cut for cut in cuts if not m.start() < cut < m.end()} | {m.start(), m.end()}
    yield from itertools.pairwise(sorted({0, *cuts, len(unit.low)}))


def _clause_texts(text: str, clauses: list[Span]) -> Iterator[str]:
    """What each clause says: one that a bracket breaks in two is read as a whole for both its parts."""
    for n, (a, b) in enumerate(clauses):
        said = text[a:b]
        for bracket, rest in ((n + 1, n + 2), (n - 1, n - 2)):
            if min(bracket, rest) >= 0 and max(bracket, rest) < len(clauses) and text[clauses[bracket][0]] == "(":
                other = text[slice(*clauses[rest])]
                said = said + " " + other if rest > n else other + " " + said
        yield said


def _is_past(clause: str, reference: date) -> bool:
    low = folded(clause)
    if not _FIGURE.search(low) and not cue("past").search(low):
        return False
    if _WANT.search(low):
        return False
    if cue("past").search(low) and not cue("open").search(low):
        return True
    return any(
        int(m[0]) < reference.year and not _DATED.search(low[max(0, m.start() - 14) : m.end() + 2])
        for m in _YEAR.finditer(low)
    ) and _tells_past(low)


_PAST_VERB = re.compile(
    r"\b(?:was|were|had|did|made|cost|spent|paid|shot|carried|ran|got|won|war|waren|hatte|hatten|gab|wurde\w*|"
    r"kostete\w*|bekam\w*|etait|etaient|avait|avaient|"
    r"avons|avez|ont|fue|fueron|era|eran|tenia|hizo|hicimos|costo|was|waren|had|hadden|werd|werden|kostte\w*|var|"
    r"hade|kostade|fick|blev|havde|kostede|"
    r"fikk|hadde|kostet|ble|erano|aveva|foi|foram|tinha|custou|supplier|film|video|spot)\b"
)


def _tells_past(low: str) -> bool:
    return _PAST_VERB.search(low) is not None
