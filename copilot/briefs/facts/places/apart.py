"""Places that stand between commas or in a sentence of their own beside a shoot's days: "9-10 June, Kuopio "
"harbour".

A part counts when it is nothing but a name (with the small word for what stands there) and a day or a count of days
was told before it in its sentence, or in the sentence right before it.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.fit import may_be_place
from copilot.briefs.facts.places.sites import NAME, Place, names_venue
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.words import cue
from copilot.briefs.grammar.days import find_day_counts

_ARTICLE = r"(?:(?:the|our|der|die|das|la|le|les|el|los|las|het|de|il|lo|o|a|l'|unser\w*|notre|nuestr[oa]) ?)?"
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|&|\+|sowie|plus)\s")
_PART = re.compile(
    rf"\s*{_ARTICLE}(?P<name>(?:(?:[a-zà-ÿ][\w-]* ){{1,2}}(?:of|de|di|da|do|van|von) )?{NAME}(?: of {NAME})?(?: "
    rf"[a-z]{{3,12}})?)\s*[.!]?\s*"
)


_SIGN_OFF = re.compile(
    r"(?:thank\w*|cheers|best|kind|many|warm|regards|yours|love|danke|viele|beste|liebe|mit|merci|bien|"
    r"cordialement|amities|"
    r"gracias|saludos?|un|abrazo|groet\w*|bedankt|met|tack|hals\w*|mvh|hilsen|venlig|vennlig|tak|takk|grazie|"
    r"saluti|cordiali|"
    r"obrigad[oa]|abraco|cumprimentos|atenciosamente|hi|hello|dear|hallo|hej|hei|hola|ciao|bonjour|ola)\b"
)
_STANDING_IN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:s|n|r|e|i)\s(?:in|at|à|en|i|te|a|em|bei)\s([A-ZÀ-Þ].*)$")
"""A sentence without a verb that says where things stand: "Silos in Nhill and Kaniva." """


def places_apart(zones: Zones, unit: Unit, told: list[Dated], language: str) -> list[Place]:
    """The places of a shoot's sentence that stand apart behind its days; `told` are the shoot's days in that "
    "unit."""
    ends = [d.found.end for d in told if d.found.value.days]
    ends += [unit.start + count.end for count in find_day_counts(unit.text, language) if count.value.kind == "shoot"]
    found = _behind(unit, min(ends) - unit.start) if ends else []
    if not found and unit.subject == "shoot" and unit.topic is None:
        found = _alone(unit)
    following = _next(zones, unit)
    if not found and following is not None and (ends or unit.subject == "shoot" or cue("shoot").search(unit.low)):
        found = _alone(following)
    return found


def _behind(unit: Unit, at: int) -> list[Place]:
    found: list[Place] = []
    for part in re.finditer(
        r"(?:,\s|\s-\s|\s\|\s|\s/\s)([^,;|/]+?)(?=,\s|\s-\s|;|\s\|\s|\s/\s|\.\s|$)", unit.text[at:]
    ):
        found.extend(_named(unit, at + part.start(1), part[1]))
    return found


def _named(unit: Unit, at: int, text: str) -> list[Place]:
    """The names of a part that is nothing but names joined by "and"; none where it says anything else."""
    found: list[Place] = []
    start = 0
    for stop in [*(m.span() for m in _AND.finditer(text)), (len(text), len(text))]:
        m = _PART.fullmatch(text, start, stop[0])
        name = m["name"].rstrip(".'") if m else ""
        small = name.rpartition(" ")[2]
        if m is None or not may_be_place(name) or (small[:1].islower() and not names_venue(small)):
            return []
        found.append((name, unit.start + at + m.start("name"), unit.start + at + m.start("name") + len(name)))
        start = stop[1]
    return found


def _next(zones: Zones, unit: Unit) -> Unit | None:
    at = zones.position_at(unit.start) + 1
    following = zones.units[at] if at + 1 < len(zones.units) else None  # the last may be who signs: "Valeu, Caio"
    return following if following is not None and following.paragraph == unit.paragraph else None


def _alone(unit: Unit) -> list[Place]:
    """ "Rimouski, Matane, Baie-Comeau.": a sentence that is nothing but two names or more."""
    if unit.kind == "heading" or unit.topic is not None or len(unit.text) > 160 or _SIGN_OFF.match(unit.low):
        return []
    if len(unit.text.split()) <= 8 and (inside := _STANDING_IN.match(unit.text)):
        return _named(unit, inside.start(1), inside[1].rstrip(" .!"))
    found: list[Place] = []
    at = 0
    for part in unit.text.rstrip(" .!").split(","):
        named = _named(unit, at, part)
        if not named:
            return []
        found.extend(named)
        at += len(part) + 1
    return found if len(found) > 1 else []
