"""What is seen of one mention of a name that may be the client's: where it stands, and what stands beside it."""

from __future__ import annotations

import re

from copilot.briefs.facts.client.mentions import has_legal_form
from copilot.briefs.facts.client.prose import is_agency
from copilot.briefs.facts.client.seen import SeenLetter
from copilot.briefs.facts.client.vocabulary import request_from, we_want, wish
from copilot.briefs.facts.letter.candidates import Mention
from copilot.briefs.facts.letter.people import ROLE
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.words import FUNCTION_WORDS, cue, folded
from copilot.briefs.learned.surroundings import tokens

_BEHIND_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:[ ][A-ZÀ-Þ][\w'’.-]+){0,3}(?P<mark>,[ ]|[ ]\(|[ ][-–|@/•][ ]|\n)$")
_PERSON_LINE = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:[ ](?:[A-ZÀ-Þ][\w'’.-]*|van|von|de|der|du|da)){0,3}")
_BEHIND_ONE = re.compile(
    r"(?:^|[.!?)\n–—-] ?)\W*[^\W\d_]+(?: [^\W\d_]+)?(?P<mark>, | ?[/|(@•·–—-] ?| x | (?:von|vom|from|de|van|da|di|"
    r"fra|fran|hos) )$"
)
_LINKED = re.compile(
    r"(?<![\w'])(?:(?P<at>in|im|at|on|auf|am|an|beim|bei|a|au|aux|en|sur|dans|pa|i|ved|te|op|nel|nella|alla|al|all'|allo|no|na|em|"
    r"ao|near)|(?P<of>of|von|vom|de|du|des|d'|del|della|dell'|dello|di|da|do|das|dos|van|av|af)|"
    r"(?P<for>for|fur|furs|pour|para|per|voor|for|till|til|p/|pa|pra|pro|pr)|(?P<from>from|aus|dal|dalla|dall'|desde|fra|fran|hos|chez)|"
    r"(?P<with>with|mit|avec|con|met|com|med)|(?P<and>and|und|et|y|e|og|och|&)|(?P<we>we|wir|nous|nosotros|noi|nos|wij|vi))(?:(?<=')|\s)\s?"
    r"(?:(?:the|our|der|die|das|dem|den|la|le|les|el|los|las|il|lo|gli|de|het|o|a|os|as|onze|ons|unser\w*|notre|nuestr[oa]|"
    r"een|ein\w*|une?|una|an?|en|et)\s|l')?[\"'*(]?$"
)
"""How a word of any of the languages ties a name to what stands before it."""
_QUOTES = "\"'*_"


def note_mention(found: dict[str, float], letter: SeenLetter, mention: Mention) -> None:
    if not mention.end:
        return
    text, low, zones = letter.text, letter.low, letter.zones
    start, end = mention.start, mention.end
    line = text.rfind("\n", 0, start) + 1, end + len(text[end:].partition("\n")[0])
    place = letter.zones.part_of(start, end)
    found[f"place={place}"] = 1.0
    if letter.is_agencys:
        found[f"agency's letter, place={place}"] = 1.0
    _note_beside(found, letter, mention, line)
    if has_legal_form(text, mention):
        found["legal"] = 1.0
    before, after = tokens(low[max(line[0], start - 60) : start])[-4:], tokens(low[end : min(line[1], end + 60)])[:3]
    for side, near in (("b", list(reversed(before)) or ["^"]), ("a", after or ["$"])):
        for n, word in enumerate(near):
            found[f"{side}{n}:{word}"] = 1.0 if n < 2 else 0.6
            found[f"{side}:{word}"] = 0.6
        if len(near) > 1:
            found[f"{side}+:{near[0]} {near[1]}"] = 1.0
    if start == line[0] and end == line[1]:
        found[f"alone {place}"] = 1.0
    rank = text[letter.begins : start].count("\n") if start >= letter.begins else -1
    if 0 <= rank < 3:
        found[f"line={rank}"] = 1.0
    last = text[end : letter.ends].count("\n") if end <= letter.ends else -1
    if 0 <= last < 5:
        found[f"last line={last}"] = 1.0
    unit = zones.unit_at(start)
    if unit is None:
        return
    for name, value in (("topic", unit.topic), ("section", unit.section), ("kind", unit.kind)):
        found[f"{name}={value}"] = 1.0
    if unit.aside:
        found["aside"] = 1.0
    if unit.start == start and unit.kind == "field":
        found["begins field"] = 1.0
    label = low[slice(*unit.label)] if unit.label else ""
    for word in tokens(label):
        found[f"l:{word}"] = 1.0


def _note_beside(found: dict[str, float], letter: SeenLetter, mention: Mention, line: Span) -> None:
    """What stands right beside a mention: a person it may be the house of, marks, words for agencies and clients."""
    text, low = letter.text, letter.low
    start, end = mention.start, mention.end
    behind = _BEHIND_PERSON.search(text[max(0, start - 60) : start])
    if behind:
        found[f"behind a name{behind['mark']!r}"] = 1.0
    above = text[text.rfind("\n", 0, max(0, line[0] - 1)) + 1 : max(0, line[0] - 1)].strip(" *_,.")
    if start == line[0]:
        role = ROLE.search(folded(above)) is not None
        found["under a role"] = float(role and len(above) < 60)
        found["under a person"] = float(not role and _PERSON_LINE.fullmatch(above) is not None)
    before, after = text[start - 1 : start], text[end : end + 1]
    quotes = (before in _QUOTES and before != "") + (after in _QUOTES and after != "")
    if quotes:
        found["quoted" if quotes == 2 else "half quoted"] = 1.0
    if before == "(":
        found["opens bracket"] = 1.0
    if after == ")":
        found["closes bracket"] = 1.0
    left, right = low[max(line[0], start - 45) : start], low[end : min(line[1], end + 45)]
    if is_agency(left):
        found["agency before"] = 1.0
    if is_agency(right):
        found["agency behind"] = 1.0
    if re.search(rf"(?:{cue('client_of').pattern})[^.\n]{{0,24}}$", left):
        found["behind client of"] = 1.0
    if cue("client_of").search(right):
        found["before client of"] = 1.0
    if re.match(r"'s?\b|s'", text[end : end + 2]):
        found["genitive"] = 1.0
    if start == line[0] or text[max(0, start - 2) : start] in (". ", "! ", "? "):
        found["begins sentence"] = 1.0
    if link := _LINKED.search(low[max(0, start - 24) : start]):
        found[f"linked={link.lastgroup}"] = 1.0
    for kind, pattern in (("wish", wish()), ("we want", we_want())):
        if pattern.match(low, end):
            found[kind] = 1.0
    if request_from().search(low[max(0, start - 40) : start].rstrip(" :,")):
        found["request from"] = 1.0
    inner = re.findall(r"\w+", low[start:end])[1:-1]
    found["function inside"] = float(sum(word in FUNCTION_WORDS for word in inner))
    behind = re.match(r"[ ]?([\w'’]+|[^\w\s]|$)", low[end : min(line[1], end + 30)])
    then = behind[1] if behind else ""
    found["then word" if then[:1].isalpha() else "then mark"] = 1.0
    if then in FUNCTION_WORDS:
        found["then function"] = 1.0
    if start in letter.spoken_by:
        found["says so"] = 1.0
    if start in letter.spoken_for:
        found["speaker's"] = 1.0
    if not re.search(r"\w", text[letter.begins : start]):
        found["begins letter"] = 1.0
    if not re.search(r"\w", text[end : letter.ends]):
        found["ends letter"] = 1.0
    if one := _BEHIND_ONE.search(low[line[0] : start]):
        found["behind one"] = 1.0
        found[f"behind one {one['mark'].strip()}"] = 1.0
