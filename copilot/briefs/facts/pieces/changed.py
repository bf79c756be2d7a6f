"""What a reply takes from the pieces of the message before, or changes in them.

"We drop the 60-second film" takes a piece away, "two minutes instead of three" changes a length, and "five shops, not
six" the number of every piece that was counted by the shops. A reply never takes all pieces away.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from copilot.briefs.facts.letter.renewed import INSTEAD, NOT
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.durations import find_durations
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.numbers import find_numbers
from store.proposals.facts import Deliverable

Pieces = tuple[Deliverable, ...]

_DROPS = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|skip(?:s|ped|ping)?|strike|struck|cancel\w*|leav\w+ out|lose the|"
    r"no longer (?:need\w*|want\w*)|(?:don't|do not|won't) need|not needed|isn't needed|(?:is|are) (?:off|out)|can go|"
    r"streich\w*|gestrichen|entfall\w*|entfallt|fallt weg|fallen weg|weglassen|lassen wir weg|brauchen wir (?:doch )?"
    r"nicht|nicht mehr (?:notig|gebraucht|benotigt)|verzichten|fliegt raus|fallt raus|"
    r"supprim\w*|retir(?:er|ons|ez|e)|enlev\w*|laiss\w* tomber|abandonn\w*|plus besoin|annul\w*|tombe a l'eau|"
    r"quita\w*|elimin\w*|suprim\w*|descart\w*|ya no (?:\w+ )?(?:necesit\w*|hace\w* falta|quer\w*)|prescind\w*|sobra|"
    r"schrap\w*|geschrapt|verval\w*|niet meer nodig|hoeft niet meer|hoeven niet|valt af|laten we vallen|"
    r"stryk\w*|utgar|slopa\w*|skippa\w*|hoppar over|behovs inte|behover vi inte|tar (?:vi )?bort|"
    r"stryg\w*|udgar|dropp\w*|bortfald\w*|ikke brug for|springer (?:vi )?over|kutter|trenger (?:vi )?ikke|gar ut|"
    r"non (?:ci |vi )?serv(?:e|ono)|togli\w*|cancell\w*|rinunci\w*|lasciamo perdere|salta\b|saltano|"
    r"tira(?:mos|r|m)?\b|retira\w*|ja nao (?:precis\w*|e preciso|quer\w*)|nao precisamos|deixa\w* cair)\b"
)
_CLAUSE = re.compile(
    r"[.!?;:\n]+|,\s|\s(?:and|but|und|aber|et|mais|y|pero|en|maar|och|men|og|e|ma|mas|then|dann|alors|entonces|da)\s"
)
_SENTENCE = re.compile(r"[.!?;]+(?=\s|$)|\n+")
_LENGTH_NAME = re.compile(r"\b(\d{1,3})(?:[- ]?(?:seconds?|sek\w*|secon\w*|seg\w*)|er\b|\"|s\b|-er\w*)")

_BUT = r"but|sondern|mais|sino|maar|utan|men|ma|mas"
_OLD_FIRST = re.compile(rf"(?:{INSTEAD}|{NOT})\s(?:the |de |les |los |die )?$")
_TURNS = re.compile(r"\s?(?:to|auf|a|tot|naar|till|til|para|→|->|=>)\s(?:now |just |only |nur )?$")
_FROM = re.compile(r"\b(?:from|von|de|van|fran|fra|da)\s$")
_COUNTS_ELSE = re.compile(
    r"\s?(?:days?|tage?\b|tagen|jours?|dias?|dag\w*|giorn\w*|weeks?|wochen?|rounds?|runden?|rond\w*|korrektur\w*|"
    r"languages?|sprachen?|months?|monat\w*|mois|meses|years?|jahr\w*|people|person\w*|uhr|h\b|%|€|eur|k\b|\.?\d{3})"
)
_ANY_DAY = date(2026, 1, 1)


def with_changes(pieces: Pieces, words: str, language: str) -> Pieces:
    """The pieces without those that `words` strike, with the lengths and numbers that they put in others' place."""
    return _swapped(without_struck(pieces, words, language) or pieces, words, language)


def without_struck(pieces: Pieces, words: str, language: str) -> Pieces:
    """The pieces that `words` do not strike."""
    gone: set[int] = set()
    low = folded(words)
    at = 0
    for end in [*(m.start() for m in _CLAUSE.finditer(low)), len(low)]:
        clause, said = low[at:end], words[at:end]
        at = end
        if not _DROPS.search(clause):
            continue
        lengths = {f.value.high for f in find_durations(said, language)}
        lengths |= {int(m[1]) for m in _LENGTH_NAME.finditer(clause)}
        timed = {n for n, p in enumerate(pieces) if p.duration_seconds in lengths}
        gone |= timed or (_named_in(clause, pieces) if not lengths else set())
    return tuple(p for n, p in enumerate(pieces) if n not in gone)


def words_kept(words: str) -> str:
    """What `words` say of the pieces that stay: their clauses without those that strike."""
    low = folded(words)
    ends = [*(m.end() for m in _CLAUSE.finditer(low)), len(low)]
    clauses = [(a, b) for a, b in zip([0, *ends], ends, strict=False) if not _DROPS.search(low[a:b])]
    return "".join(words[a:b] for a, b in clauses)


def _named_in(clause: str, pieces: Pieces) -> set[int]:
    """The pieces that a clause that counts nothing speaks of by their last words; of namesakes, those it names best."""
    if re.search(r"\d", clause):
        return set()
    weights = {
        n: sum(word in clause for word in re.findall(r"[^\W\d_]{3,}", folded(piece.name)))
        for n, piece in enumerate(pieces)
        if _speaks_of(piece, clause) and not _of_another(piece, clause)
    }
    return {n for n, weight in weights.items() if weight == max(weights.values())}


def _of_another(piece: Deliverable, clause: str) -> bool:
    """Whether the noun has another's name before it: "the behind-the-scenes film" is not the launch film."""
    *own, noun = re.findall(r"[^\W\d_]+", folded(piece.name)) or [""]
    said = re.search(rf"([^\W\d_]{{4,}})[ -]{noun}", clause)
    return bool(own) and said is not None and said[1] not in own and not any(word in clause for word in own)


def _speaks_of(piece: Deliverable, low: str) -> bool:
    last = (re.findall(r"[^\W\d_]+", folded(piece.name)) or [""])[-1]
    stem = re.sub(r"(?:e?s|en|er)$", "", last) if len(last) > 4 else last
    return len(stem) >= 4 and stem in low


def _swapped(pieces: Pieces, words: str, language: str) -> Pieces:
    for sentence in _SENTENCE.split(words):
        if swap := _swap(sentence, language):
            old, new, per, counted = swap
            if per:
                pieces = tuple(
                    p.model_copy(update={"duration_seconds": new * per}) if p.duration_seconds == old * per else p
                    for p in pieces
                )
            elif counted and not any(_speaks_of(p, folded(sentence)) for p in pieces):
                pieces = tuple(
                    p.model_copy(update={"quantity": p.quantity // old * new}) if p.quantity % old == 0 else p
                    for p in pieces
                )
    return pieces


def _swap(sentence: str, language: str) -> tuple[int, int, int, str] | None:
    """The number that falls and the one in its place, the seconds of their unit (0: a count), what they count."""
    low = folded(sentence)
    busy = [(m.start, m.end) for m in find_money(sentence, language) if m.value.currency_stated]
    busy += [(d.start, d.end) for d in find_dates(sentence, language, _ANY_DAY)]
    numbers = [
        n
        for n in find_numbers(sentence, language)
        if n.value == int(n.value) and 0 < n.value <= 600 and not any(a <= n.start < b for a, b in busy)
    ]
    for one, two in pairwise(numbers):
        between = low[one.end : two.start]
        lead = low[max(0, one.start - 24) : one.start]
        if len(between) > 40:
            continue
        if _OLD_FIRST.search(lead) and re.search(
            rf"\b(?:{_BUT}|lieber|rather|nur|only|just|bara|kun)\b|^[^.]*$", between
        ):
            old, new = one, two
        elif re.search(rf"\b(?:{INSTEAD}|{NOT})\s(?:the |de |les |los |die )?$", between):
            old, new = two, one
        elif _TURNS.search(between) and _FROM.search(lead):
            old, new = one, two
        else:
            continue
        per = next((p for n in (old, new) if (p := _seconds(low, n.end))), 0)
        if old.value == new.value or (
            not per and (old.value < 2 or any(_COUNTS_ELSE.match(low, n.end) for n in (old, new)))
        ):
            continue
        counted = re.match(r"\s?([^\W\d_]{4,})", low[new.end :]) or re.match(r"\s?([^\W\d_]{4,})", low[old.end :])
        return int(old.value), int(new.value), per, counted[1] if counted else ""
    return None


def _seconds(low: str, end: int) -> int:
    if re.match(r"[\s-]?min", low[end:]):
        return 60
    return 1 if re.match(r"[\s-]?(?:s\b|sec|sek|seg|secon|\"|'')", low[end:]) else 0
