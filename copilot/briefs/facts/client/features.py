"""What is seen of a name that may be the client's: its own words, where it stands, and what stands beside it."""

from __future__ import annotations

import re
from math import log2

from copilot.briefs.facts.client.mentions import has_legal_form
from copilot.briefs.facts.client.prose import is_agency, is_salutation
from copilot.briefs.facts.client.seen import SeenLetter
from copilot.briefs.facts.client.signed import spells
from copilot.briefs.facts.client.vocabulary import institution, job, trade
from copilot.briefs.facts.letter.candidates import Candidate, Mention
from copilot.briefs.facts.letter.names import NOT_NAMES
from copilot.briefs.facts.letter.people import ROLE
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import cue, entries, folded, kind_patterns, label_topics, pattern_of
from copilot.briefs.grammar.lexicon.stopwords import STOPWORDS
from copilot.briefs.learned.surroundings import tokens

_FUNCTION_WORDS = frozenset(folded(word) for words in STOPWORDS.values() for word in words.split())
_DEPARTMENT = re.compile(pattern_of(entries("client", "department")))
_BEHIND_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:[ ][A-ZÀ-Þ][\w'’.-]+){0,3}(?P<mark>,[ ]|[ ]\(|[ ][-–|@/•][ ]|\n)$")
_PERSON_LINE = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:[ ](?:[A-ZÀ-Þ][\w'’.-]*|van|von|de|der|du|da)){0,3}")
_QUOTES = "\"'*_"
_SEEN = 6
"""How many mentions of a name are looked at closely."""


def client_features(letter: SeenLetter, candidate: Candidate) -> dict[str, float]:
    """What is seen of a name: its words, the places it stands at, and what speaks for and against it."""
    found: dict[str, float] = {}
    _note_words(found, candidate)
    _note_letter(found, letter, candidate)
    for mention in candidate.mentions[:_SEEN]:
        _note_mention(found, letter, mention)
    return found


def _note_words(found: dict[str, float], candidate: Candidate) -> None:
    words = candidate.core.split()
    name = candidate.name
    found[f"words={min(len(words), 6)}"] = 1.0
    for side, word in (("first", words[0]), ("last", words[-1])):
        found[f"{side}:{word}"] = 0.7
        found[f"{side}:*{word[-4:]}"] = 0.5
        found[f"{side}:{word[:4]}*"] = 0.5
        for kind, pattern in (("house", institution()), ("trade", trade()), ("job", job()), ("role", ROLE)):
            if pattern.search(word):
                found[f"{side} {kind}"] = 1.0
        if word in label_topics():
            found[f"{side} label"] = 1.0
        if word in _FUNCTION_WORDS or word in NOT_NAMES:
            found[f"{side} function"] = 1.0
        if any(pattern.fullmatch(word) for _, pattern in kind_patterns()):
            found[f"{side} piece"] = 1.0
    for kind, holds in (
        ("house", institution().search(candidate.core)),
        ("trade", trade().search(candidate.core)),
        ("town", is_known(name)),
        ("shouted", name.isupper() and len(name) > 4),
        ("initials", name.isupper() and len(name) <= 4),
        ("figure", any(c.isdigit() for c in name)),
        ("and", "&" in name or "+" in name),
        ("agency", is_agency(name)),
        ("role", ROLE.search(candidate.core)),
        ("small", name[:1].islower()),
        ("hailed", is_salutation(candidate.core)),
        ("department", _DEPARTMENT.match(candidate.core)),
        ("apostrophe", re.match(r"[\w]+'(?:s|m|re|ve|d|ll)\b", folded(name))),
        ("inner capital", re.search(r"[a-zà-ÿ][A-Z]", name)),
    ):
        if holds:
            found[kind] = 1.0


def _note_letter(found: dict[str, float], letter: SeenLetter, candidate: Candidate) -> None:
    core = candidate.core
    name = candidate.name
    words = set(core.split())
    count = letter.counts[core]
    found["often"] = log2(1 + count)
    found["once"] = float(count == 1)
    found["most often"] = float(count == max(letter.counts.values()))
    squeezed = re.sub(r"[^a-z0-9]", "", core)
    for kind, stem in (("domain", letter.stem), ("outer domain", letter.outer_stem)):
        if not stem:
            found[f"no {kind}"] = 1.0
            continue
        if squeezed == stem:
            found[f"{kind} exact"] = 1.0
        if spells(name, stem):
            found[f"{kind} spelt"] = 1.0
            found[f"{kind} spelt, words={min(len(words), 5)}"] = 1.0
        elif squeezed in stem:
            found[f"{kind} part"] = 1.0
    if letter.spelt and core not in letter.spelt:
        found["another spells domain"] = 1.0
    if letter.is_agencys:
        for kind in ("domain spelt", "outer domain spelt", "domain exact"):
            if kind in found:
                found[f"agency's letter, {kind}"] = 1.0
    if len(squeezed) > 3 and any(squeezed in handle for handle in letter.handles):
        found["in handle"] = 1.0
    if any(stem != letter.stem and spells(name, stem) for stem in letter.stems):
        found["other domain spelt"] = 1.0
    for kind, said in (
        ("subject", letter.source.subject),
        ("sender", letter.source.sender_name),
        ("author", letter.zones.author),
    ):
        if said and core in folded(said):
            found[f"in {kind}"] = 1.0
            if folded(said).startswith(core):
                found[f"begins {kind}"] = 1.0
    if words <= letter.people:
        found["person"] = 1.0
    elif words & letter.people:
        found["part person"] = 1.0
    if any(len(word) > 2 and word in letter.locals for word in words):
        found["in local part"] = 1.0
    if letter.agencies.speaks_of(name):
        found["agency's"] = 1.0
    padded = f" {core} "
    larger = [c.core for c in letter.candidates if c.core != core and padded in f" {c.core} "]
    smaller = [c.core for c in letter.candidates if c.core != core and f" {c.core} " in padded]
    found["larger"] = log2(1 + len(larger))
    found["smaller"] = log2(1 + len(smaller))
    if larger and max(letter.counts[c] for c in larger) >= count:
        found["larger as often"] = 1.0
    if smaller and max(letter.counts[c] for c in smaller) > count:
        found["smaller more often"] = 1.0
    cuts = {m.origin for m in candidate.mentions if m.origin != "sign"}
    for cut in cuts:
        found[f"cut={cut}"] = 1.0
    if "whole" not in cuts:
        found["never whole"] = 1.0


def _note_mention(found: dict[str, float], letter: SeenLetter, mention: Mention) -> None:
    if not mention.end:
        return
    text, low, zones = letter.text, letter.low, letter.zones
    start, end = mention.start, mention.end
    line = text.rfind("\n", 0, start) + 1, end + len(text[end:].partition("\n")[0])
    place = _place(letter, (start, end))
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


def _place(letter: SeenLetter, at: Span) -> str:
    zones = letter.zones
    if any(a <= at[0] < b for a, b in zones.signatures):
        return "signature"
    for name, view in (
        ("wanted", zones.wanted),
        ("voiced", zones.voiced),
        ("outer", zones.outer),
        ("theirs", zones.theirs),
    ):
        if view.text[at[0] : at[1]].strip():
            return name
    return "elsewhere"
