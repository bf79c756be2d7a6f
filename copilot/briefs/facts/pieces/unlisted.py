"""Pieces under a name no list knows: "3 Schnipsel für Insta, 15 Sek, hochkant", "three excerpts of twenty seconds".

What is counted and then measured like a piece is one, whatever it is called: the number, a word, and in the same
clause a running time with a shape behind it. People, days and places are counted too, but nobody gives them a shape.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.pieces.measures import Mark

_WORD = re.compile(
    r"\s?(?:\(\s?\d{1,3}\s?\)\s?)?(?:(?:x|pcs?|st|stk|stuck|nos|no|pz|uds?)\b\.?\s)?(?:(?:[^\W\d_]{3,14})\s){0,1}?"
    r"(?P<word>[^\W\d_][^\W\d_’'-]{2,}(?:[-’'][^\W\d_]+)*)(?=[\s,:(])"
)
_NOT_ONE = re.compile(
    r"(?:second|sekund|seconde|segundo|secondi|sek|sec|seg|minut|min|hour|stund|heure|hora|uur|tim|ore|day|tag|jour|dia|"
    r"dag|giorn|week|woche|semaine|seman|vecka|uge|uke|settiman|month|monat|mois|mes|maand|manad|maned|year|jahr|annee|"
    r"ano|jaar|people|person|leute|mensch|gens|gente|menn|folk|language|sprach|langue|idioma|taal|sprak|sprog|lingu|"
    r"round|runde|rond|ronda|giri|location|ort|lieu|lugar|platz|actor|spieler|acteur|mitarbeiter|employee|staff|"
    r"speaker|sprecher|question|frage|scene|szene|shop|store|filial|format|ratio|chapter|kapit|chapit|capit|act\b|akt\b|parts?\b|teil|partie|del\b|deler|delar|"
    r"of|and|und|the|for|fur|pour|para|voor|von|mit|with|avec|con|met|med|des|der|die|das|les|los|las|"
    r"euro|eur|dollar|pound|kron|kr\b|chf|gbp|usd|percent|prozent)"
)
_GAP = re.compile(r"[^.;!?\d:]{0,60}(?:\(\d{1,3}\)\s?)?")
_SHAPED = 30
"""How far behind the length its shape may stand."""


def unlisted_nouns(
    low: str, text: str, numbers: list[tuple[int, int, int]], nouns: list[Mark], lengths: list[Mark], shapes: list[Mark]
) -> list[Mark]:
    """The words that a number counts and a length and a shape measure, where no known piece stands between."""
    out: list[Mark] = []
    for value, start, end in numbers:
        word = _WORD.match(low, end)
        length = next((d for d in lengths if d.start >= end), None)
        if not 1 < value <= 60 or word is None or length is None or word.end() > length.start:
            continue
        known = any(n.kind == "noun" and start <= n.start < length.start for n in nouns)
        known = known or _waits(start, numbers, nouns, lengths)
        shaped = any(0 <= r.start - length.end <= _SHAPED for r in shapes)
        counted = any(start < a < word.end() and low[a - 1] != "(" for _, a, _ in numbers)
        if (
            not known
            and shaped
            and not counted
            and not _NOT_ONE.match(word["word"])
            and not _measured_else(low, word, length)
        ):
            at, until = word.span("word")
            out.append(Mark("noun", "other", at, until, text[at:until]))
    return out


def _waits(start: int, numbers: list[tuple[int, int, int]], nouns: list[Mark], lengths: list[Mark]) -> bool:
    """Whether the piece counted before still has no length: "5 films with five people from five towns, 45 sec each"."""
    last = next((n for n in reversed(nouns) if n.kind == "noun" and n.end <= start), None)
    if last is None or any(last.end <= d.start < start for d in lengths):
        return False
    return any(0 <= last.start - end <= 24 for _, _, end in numbers)


def _measured_else(low: str, word: re.Match[str], length: Mark) -> bool:
    """Whether the clause ends between the word and the length."""
    return _GAP.fullmatch(low, word.end(), length.start) is None
