"""How many rounds of changes the price must hold: "two rounds", "zweimal Feedback", "I giri saranno due"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copilot.briefs.facts.letter.clauses import by_source
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import cue
from copilot.briefs.grammar.numbers import find_numbers

_ONE = (
    r"\b(?:an?|one|single|une?|seule?|eine[rn]?|una?|uno|een|en|ett|et|um|uma|solo)\s+(?:single |only |seule? |"
    r"einzige |sola |"
    r"enkele )?"
)
_ROUND = (
    r"(?:round|revision|korrektur\w+|feedback(?:runde|schleife|ronde)|anderungs(?:runde|schleife)|ronda|vuelta|"
    r"tour de|aller-retour|serie de|"
    r"correctieronde|ronde|runda|omgang|korrvanda|runde|rettelsesrunde|kommentarrunde|revisione|giro|amend|"
    r"rodada|ronde|pass)\b"
)
_ONE_ROUND = re.compile(_ONE + _ROUND)
_NEGATED = re.compile(r"(?:\b(?:not|nicht|pas|niet|inte|ikke|non|nao|no|kein\w*)|n't)\s*$")
_JUST_ONE = re.compile(
    r"^\W*(?:just |only |nur |juste |solo |slechts |bara |kun |bare |soltanto |so )?(?:the )?(?:one|eine?|einer|"
    r"une?|una|uno|een|en|ett|et|um|uma)\b"
)
_TIMES = {
    2: (
        r"twice|zweimal|tweemaal|deux fois|dos veces|twee keer|tva ganger|to gange|to ganger|due volte|duas "
        r"vezes|2x|2 x"
    ),
    3: r"three times|dreimal|driemaal|trois fois|tres veces|drie keer|tre ganger|tre gange|tre volte|tres vezes|3x|3 x",
    1: r"once|einmal|eenmaal|une fois|una vez|een keer|en gang|una volta|uma vez|1x|1 x",
    4: (
        r"four times|viermal|quatre fois|cuatro veces|vier keer|fyra ganger|fire gange|fire ganger|quattro "
        r"volte|quatro vezes"
    ),
}
_SEEN = re.compile(
    r"\b(?:review\w*|feedback|comment\w*|amend\w*|see (?:it|them)|revis\w+|kommentier\w*|korrigier\w*|retour\w*|"
    r"relire|corrig\w+|revisa\w*|"
    r"commentaar|aanpass\w+|kommenter\w*|tycka till|rett\w*|rivede\w*|ajust\w+|change\w*|anmerk\w*)\b"
)
_BETWEEN_AFTER = re.compile(
    r"[\s:=(]*(?:(?:are|is|will be|sind|ist|waren|sont|seront|son|seran|zijn|worden|ar|er|blir|sono|saranno|sao|"
    r"serao|included|inkl\w*|max\.?|"
    r"maximum|maximal|up to|bis zu|ate|jusqu'a|hasta|tot|upp till|op til|opptil|fino a|two|in|total|limited "
    r"to)[\s:]*){0,3}"
)
_OTHER_COUNT = re.compile(
    r"\b(?:day|days|week|weeks|tag\w*|jours?|dias?|dag\w*|hours?|working|films?|people|person|minut\w*|sec\w*|"
    r"videos?|clips?)\b|%"
)
_LANGUAGES = ("en", "de", "fr", "es", "nl", "sv", "da", "no", "it", "pt")


@dataclass(frozen=True)
class RoundsSaid:
    """One statement of rounds."""

    rounds: int
    unit: Unit


def rounds_said(zones: Zones, language: str) -> list[RoundsSaid]:
    """Every statement of rounds, in order."""
    clauses = (clause for unit in zones.units for clause in by_source(unit))
    return [RoundsSaid(rounds, clause) for clause in clauses for rounds in _rounds_in(clause, language)]


def read_revisions(zones: Zones, said: list[RoundsSaid]) -> Read[int | None]:
    """The rounds the brief asks for; where two statements disagree, the corrected ones or the fewest."""
    if not said:
        return Read(None)
    if len({s.rounds for s in said}) > 1:
        corrected = [s for s in said[1:] if cue("correction").search(s.unit.low)]
        said = corrected[-1:] or [min(said, key=lambda s: s.rounds)]
    return Read(said[0].rounds, (zones.wanted.quote(said[0].unit.start, said[0].unit.end),))


def _rounds_in(unit: Unit, language: str) -> Iterator[int]:
    """At most one statement a unit."""
    labelled = unit.topic == "revisions" or unit.section == "revisions" or unit.asked == "revisions"
    spoken = list(cue("revision").finditer(unit.low))
    if unit.kind == "heading" or unit.topic in ("contact", "pitch", "aside") or unit.section == "aside":
        return
    if labelled or spoken or _SEEN.search(unit.low):
        rounds = _times(unit, labelled=labelled)
        if rounds is None and (labelled or spoken):
            others = (code for code in _LANGUAGES if code != language)
            readings = (
                _counted(unit, code, spoken, labelled=labelled, foreign=code != language)
                for code in (language, *others)
            )
            rounds = next((r for r in readings if r is not None), None)
        single = _ONE_ROUND.search(unit.low) if rounds is None else None
        if single and not _NEGATED.search(unit.low[: single.start()]):
            rounds = 1
        if rounds is None and labelled and _JUST_ONE.match(unit.low):
            rounds = 1
        if rounds is not None:
            yield rounds


def _times(unit: Unit, *, labelled: bool) -> int | None:
    """ "reviewed three times", "zweimal Feedback", "1x" behind a label."""
    for rounds, words in _TIMES.items():
        m = re.search(rf"\b(?:{words})\b", unit.low)
        if (
            m
            and (labelled or _SEEN.search(unit.low))
            and not re.match(r"\s?(?:\d|[a-z]+ (?:film|video|clip))", unit.low[m.end() :])
        ):
            return rounds
    return None


_AT_STAGE = re.compile(
    r"(?<![\d.,])(\d)\s?(?:x\s|[^\W\d_]+\s)?(?:at|after|on|bei|beim|am|nach|a|au|sur|apres|en|tras|op|bij|na|pa|efter|vid|ved|"
    r"etter|su|al|sul|dopo|em|no|apos) (?:the |der |dem |le |la |el |het |de )?[^\W\d_]{3,}"
)
"""Rounds told stage by stage: "1 round at rough cut, 1 at fine cut" are two."""


def _counted(unit: Unit, language: str, spoken: list[re.Match[str]], *, labelled: bool, foreign: bool) -> int | None:
    """The number before or after a word for rounds; of several the last, which sums up the others."""
    found: list[int] = []
    for number in find_numbers(unit.text, language):
        if number.value != int(number.value) or not 0 < number.value <= 12:
            continue
        if (foreign and len(number.text) < 3) or number.text.lower() == "both":
            continue  # "to" is a number in Danish only, and "both" counts what is known
        ahead = [unit.low[number.end : m.start()] for m in spoken if 0 <= m.start() - number.end <= 28]
        behind = [unit.low[m.end() : number.start] for m in spoken if 0 <= number.start - m.end() <= 24]
        before = any(not _OTHER_COUNT.search(gap) and not re.search(r"[.;]", gap) for gap in ahead)
        after = any(_BETWEEN_AFTER.fullmatch(gap) for gap in behind)
        alone = labelled and number.start <= 12 and not _OTHER_COUNT.match(unit.low[number.end :].strip())
        if before or (after and not _OTHER_COUNT.match(unit.low[number.end :].strip())) or alone:
            found.append(int(number.value))
    shares = _AT_STAGE.findall(unit.low) if labelled else []
    if found and len(shares) > 1 and "=" not in unit.low and all(share.isdigit() for share in shares):
        return sum(map(int, shares))
    return (
        (
            found[-1]
            if "=" in unit.low
            or re.search(r"\b(?:so|total|call it|insgesamt|au total|totaal|totalt|i alt)\b", unit.low)
            else found[0]
        )
        if found
        else None
    )
