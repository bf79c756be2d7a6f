"""A budget told for one piece: "EUR 8,000 per film" is as many times as much for all the films.

The words beside the sum say so; the pieces that were read say how many. Where they do not, or where films are ordered
that the sum is not for, the whole budget is not known, and the client is asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.briefs.facts.words import folded, kind_patterns
from copilot.briefs.grammar.money import find_money
from store.kernel.money import Money
from store.proposals.facts import Amount, BriefReading, BudgetEach, Deliverable, OpenQuestion, Quote

_REACH = 80
"""Characters after and before a sum in which its piece is named."""
_TAXED = (
    r"(?:,-)?(?:\s*[(,]?\s*(?:ex(?:cl|kl)?|eks(?:kl)?|incl?|inkl|zzgl|plus|\+|netto|brutto|net|gross|ht|ttc|hors|mas|sin|"
    r"con|senza|vat|btw|mwst|ust|tva|iva|moms|mva|tax(?:es)?|max(?:imum|imal|imaal|i)?)\b\.?\)?){0,3}"
)
_FOR_EACH = (
    r"(?:per|pro|par|por|pr\.?|for (?:each|every)(?: of the)?|fur jede[nrs]?|pour chaque|(?:por|para) cada|per ogni|"
    r"voor (?:elke?|iedere?)|(?:for|till|til) (?:varje|hver\w?|kvar\w?)|je)\s+"
)
_ONE = re.compile(rf"{_TAXED}(?:\s*/\s*|\s*,?\s+{_FOR_EACH}|\s+an?\s+)")
_EACH = re.compile(
    rf"{_TAXED}\s*[,/]?\s*(?:each\b(?!\s+(?:month|year|week|quarter|day|phase))|apiece\b|a piece\b|"
    r"(?:per|pro|je|la|par|por|pr\.?)?\s?(?:piece|stuk|stuck|stk|styck|stykke?|unite|unidad|pieza|pezzo|peca)\b|st\b|"
    r"a l'unite\b|chacune?\b|"
    r"cada un[oa]\b|cada uma?\b|ciascun[oa]\b|cadaun[oa]\b|elk\b|hvert?\b(?! (?:ar|maned))|vardera\b)"
)
_PRICE = r"(?:\w*budget\w*|price|prix|\w*preis|prijs|pris|precio|prezzo|preco|presupuesto|orcamento|begroting|tariff?)"
_PRICE_OF_EACH = re.compile(rf"\b{_PRICE}\s+{_FOR_EACH}")
_JE = re.compile(rf"\b{_PRICE}\W{{1,2}}(?:\w+ )?(?:je|jeweils)\s*$")
_SO_MUCH = re.compile(
    r"\W{0,4}(?:(?:is|of|at|max\w*\.?|up to|about|ca\.?|von|ist|est|de|es|van|ar|er|pa|bis zu)\W{1,3}){0,3}$"
)
_ONE_WORD = re.compile(r"(?!(?:\w*day|tag|jour|dia|dag|giorno|week|woche|month|monat|hour|year)\b)\w+ ")
_PICTURE = re.compile(r"(?:picture|image|bild|beeld|billede|bilde|imagen|immagine|imagem)\b")
_MADE_BESIDE = ("cutdown", "teaser", "social", "stills")
"""Kinds that come with a film; what else is ordered has a price of its own."""
_BOUNDS = ("budget_min", "budget_max")


@dataclass(frozen=True)
class _Told:
    """The piece that a sum is for, by its name (None: "each") and the kind of that name, and the words in the text."""

    name: str | None
    kind: str | None
    start: int
    end: int


def with_whole_budget(reading: BriefReading, text: str) -> BriefReading:
    """Return the reading with a budget told for one piece multiplied by the pieces; its quotes are of `text`."""
    facts = reading.facts.model_copy(update={"budget_each": None})
    amount = facts.budget_max or facts.budget_min
    quotes = reading.evidence.get("budget_max") or reading.evidence.get("budget_min") or ()
    low = folded(text) if quotes else ""
    told = next(filter(None, (_told(quote, low, reading.language) for quote in quotes)), None)
    if amount is None or told is None:
        return reading.model_copy(update={"facts": facts})
    meant = _meant(told, facts.deliverables)
    beside = [piece.name for piece in facts.deliverables if piece not in meant and piece.kind not in _MADE_BESIDE]
    times = sum(piece.quantity for piece in meant)
    if times == 1 and not beside:
        return reading.model_copy(update={"facts": facts})
    is_known = bool(meant) and not beside
    named = " and ".join(dict.fromkeys(piece.name for piece in meant)) or told.name or "piece"
    each = BudgetEach(amount=amount, pieces=named, count=times or None)
    bounds = {name: _times(getattr(facts, name), times if is_known else 0) for name in _BOUNDS}
    words = Quote(source=quotes[0].source, quote=text[told.start : told.end], start=told.start, end=told.end)
    kept = {name: said for name, said in reading.evidence.items() if is_known or name not in _BOUNDS}
    asked = () if is_known else (_how_much(amount, told, beside if meant else []),)
    return reading.model_copy(
        update={
            "facts": facts.model_copy(update={**bounds, "budget_each": each}),
            "evidence": {**kept, "budget_each": (words,)},
            "open_questions": (*reading.open_questions, *asked),
        }
    )


def _told(quote: Quote, low: str, language: str | None) -> _Told | None:
    """What the sum of a quote is for, where it is one piece; a model's quote may hold the words behind the sum too."""
    sums = find_money(quote.quote, language or "en")
    end = quote.start + sums[-1].end if sums else quote.end
    after = low[: end + _REACH]
    each = _EACH.match(after, end)
    if each is not None:
        return _Told(None, None, quote.start, each.end())
    one = _ONE.match(after, end)
    if one is not None and (named := _noun(after, one.end())):
        return _Told(*named, quote.start, after.index(named[0], one.end()) + len(named[0]))
    return _told_before(quote, low)


def _told_before(quote: Quote, low: str) -> _Told | None:
    """ "Budget per film: EUR 8,000", and in German "je 8.000 €"."""
    floor = max(0, quote.start - _REACH)
    before = low[floor : quote.start]
    if each := _JE.search(before):
        return _Told(None, None, floor + each.start(), quote.end)
    for price in _PRICE_OF_EACH.finditer(before):
        named = _noun(before, price.end())
        if named and _SO_MUCH.match(before, before.index(named[0], price.end()) + len(named[0])):
            return _Told(*named, floor + price.start(), quote.end)
    return None


def _noun(low: str, at: int) -> tuple[str, str] | None:
    """The name of a piece and its kind, at a place or behind one word there: "each of the five films"."""
    skipped = _ONE_WORD.match(low, at)
    for place in (at, *((skipped.end(),) if skipped else ())):
        for kind, pattern in (*kind_patterns(), ("stills", _PICTURE)):
            if named := pattern.match(low, place):
                return named[0], kind
    return None


def _meant(told: _Told, pieces: Sequence[Deliverable]) -> list[Deliverable]:
    """The pieces by the name that the sum is told for, else by its kind, else the only ones there are."""
    others = [piece for piece in pieces if (piece.kind == "stills") == (told.kind == "stills")]
    named = [piece for piece in others if told.name and told.name in folded(piece.name)]
    return named or [piece for piece in others if piece.kind == told.kind] or (others if len(others) == 1 else [])


def _times(amount: Amount | None, times: int) -> Amount | None:
    return amount.model_copy(update={"minor": amount.minor * times}) if amount and times else None


def _how_much(amount: Amount, told: _Told, beside: list[str]) -> OpenQuestion:
    each = f"You name {Money(amount.minor, amount.currency)} for each {told.name or 'piece'}"
    rest = f"how much is there for the {' and '.join(dict.fromkeys(beside))}" if beside else "how many are there"
    return OpenQuestion(field="budget_max", question=f"{each}: {rest}, or how much is it in all?")
