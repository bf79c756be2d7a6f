"""What is seen of a name that may be the contact's: where it stands, and the ways to reach somebody around it."""

from __future__ import annotations

import re
from math import log2

from copilot.briefs.facts.client.vocabulary import institution, job, trade
from copilot.briefs.facts.contact.beside import is_office
from copilot.briefs.facts.contact.seen import SignedLetter, spelling
from copilot.briefs.facts.letter.candidates import RULED, Candidate, Mention
from copilot.briefs.facts.letter.people import ROLE, TITLED, first_names
from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import FUNCTION_WORDS, folded, kind_patterns, label_topics, names
from copilot.briefs.learned.surroundings import tokens

_SEEN = 6
"""How many mentions of a name are looked at closely."""


def contact_features(letter: SignedLetter) -> list[dict[str, float]]:
    """What is seen of each of the letter's names, and what is seen of the others instead."""
    seen = [_seen_of(letter, candidate) for candidate in letter.candidates]
    people = [frozenset(candidate.core.split()) for candidate in letter.candidates]
    for sign in _SIGNS:
        holders = [words for words, found in zip(people, seen, strict=True) if sign in found]
        for words, found in zip(people, seen, strict=True):
            if sign not in found and any(not words & other for other in holders):
                found[f"another: {sign}"] = _SIGNS[sign]
    return seen


_IN_NOTES = frozenset(
    (
        "house",
        "first name",
        "only first name",
        "trade",
        "town",
        "role",
        "job",
        "office",
        "function",
        "begins function",
        "small",
        "small elsewhere",
        "piece",
        "sign-off",
        "begins line",
        "ends line",
        "ends letter",
        "begins letter",
        "says so",
        "speaks",
        "behind formula",
        "below formula",
        "then function",
        "then house",
        "then mark",
        "larger",
        "smaller",
        "begins sentence",
        "label",
    )
)
"""What says another thing in a note of few words than in a letter."""
_SIGNS = {
    "first name": 1.0,
    "person asked for, reached": 2.0,
    "asked for, reached": 1.0,
    "asked for": 1.0,
    "reached next": 1.0,
    "says so": 1.0,
    "behind formula": 1.0,
    "topic=contact": 1.0,
    "under contact": 1.0,
    "address spelt whole": 1.0,
    "address spelt": 1.0,
    "o=sender": 1.0,
    "o=author": 1.0,
    "place=signature": 1.0,
}
"""What speaks for a name, and against the others when they lack it, by how much it counts."""


def _seen_of(letter: SignedLetter, candidate: Candidate) -> dict[str, float]:
    found: dict[str, float] = {}
    _note_words(found, letter, candidate)
    _note_letter(found, letter, candidate)
    for mention in candidate.mentions[:_SEEN]:
        _note_mention(found, letter, mention)
    if "asked for, reached" in found and "first name" in found:
        found["person asked for, reached"] = 2.0
    if "note" in letter.form:
        found |= {
            f"note, {name}": value
            for name, value in found.items()
            if name in _IN_NOTES or name.startswith(("o=", "last line="))
        }
    return found


def _note_words(found: dict[str, float], letter: SignedLetter, candidate: Candidate) -> None:
    words = candidate.core.split()
    name = candidate.name
    found[f"words={min(len(words), 4)}"] = 1.0
    for kind, holds in (
        ("house", institution().search(candidate.core)),
        ("trade", trade().search(candidate.core)),
        ("job", any(job().fullmatch(word) for word in words)),
        ("role", ROLE.search(candidate.core)),
        ("town", is_known(name)),
        ("function", any(word in FUNCTION_WORDS for word in words if len(word) > 1)),
        ("begins function", words[0] in FUNCTION_WORDS),
        ("label", any(word in label_topics() for word in words)),
        ("first name", words[0] in first_names()),
        ("only first name", len(words) == 1 and words[0] in first_names()),
        ("first name inside", any(word in first_names() for word in words[1:])),
        ("office", any(is_office(word) for word in words)),
        ("small elsewhere", any(f" {word} " in letter.small for word in words if len(word) > 2)),
        ("sign-off", any(p.search(candidate.core) for _, p in names("sign_offs"))),
        ("piece", any(p.search(candidate.core) for _, p in kind_patterns())),
        ("shouted", name.isupper() and len(name) > 3),
        ("small", name[:1].islower()),
        ("title inside", TITLED.search(name)),
        ("initial", any(len(word) == 1 for word in words)),
        ("figure", re.search(r"\d", name)),
        ("language", any(p.fullmatch(word) for word in words for _, p in names("languages"))),
        ("and", re.search(r"&|\band\b|\bund\b", name)),
    ):
        if holds:
            found[kind] = 1.0
    for side, word in (("first", words[0]), ("last", words[-1])):
        found[f"{side}:{word}"] = 0.5
        found[f"{side}:*{word[-3:]}"] = 0.3


def _note_letter(found: dict[str, float], letter: SignedLetter, candidate: Candidate) -> None:
    words = candidate.core.split()
    origins = {m.origin for m in candidate.mentions} - {RULED}
    for origin in origins:
        found[f"o={origin}"] = 1.0
        for kind in letter.form:
            found[f"{kind}, {origin}"] = 0.7
    for kind in letter.form:
        found[f"in {kind}"] = 0.5
    for address, kind in letter.addresses:
        spelt = spelling(words, address.partition("@")[0])
        if spelt:
            found[f"{kind} {spelt}"] = 1.0
            found["some address spelt"] = 1.0
        if any(len(word) > 3 and word in address.partition("@")[2] for word in words):
            found[f"in domain of {kind}"] = 1.0
    if letter.address and not any(name.startswith("address spelt") for name in found):
        found["another spells address" if letter.spelt else "address not spelt"] = 1.0
    found["often"] = log2(1 + letter.words.count(f" {candidate.core} "))
    for kind, said in (("sender", letter.source.sender_name), ("author", letter.zones.author)):
        if said:
            found[f"{kind} told"] = 0.5
            theirs = re.findall(r"\w+", folded(said))
            if set(words) & set(theirs):
                found[f"some {kind}"] = 1.0
                found[f"first of {kind}"] = float(words[0] == theirs[0])
                found[f"all {kind}"] = float(words == theirs)
    padded = f" {candidate.core} "
    for other in letter.candidates:
        if other.core != candidate.core:
            if padded in f" {other.core} ":
                found["larger"] = 1.0
            elif f" {other.core} " in padded:
                found["smaller"] = 1.0
            elif len(words[0]) == 1 and other.core[:1] == words[0] and other.core.split()[-1] == words[-1]:
                found["fuller"] = 1.0


def _note_mention(found: dict[str, float], letter: SignedLetter, mention: Mention) -> None:
    if not mention.end:
        found["header only"] = 1.0
        return
    text, low = letter.text, letter.low
    start, end = mention.start, mention.end
    line = text.rfind("\n", 0, start) + 1, end + len(text[end:].partition("\n")[0])
    place = letter.zones.part_of(start, end)
    found[f"place={place}"] = 1.0
    before, after = tokens(low[max(0, start - 50) : start])[-4:], tokens(low[end : end + 50])[:3]
    if not text[line[0] : start].strip(" \t>*_-–—•/~("):
        found["begins line"] = 1.0
        before = ["^", *before[-2:]] if len(before) < 2 else [*before[-2:], "^"]
    if not text[end : line[1]].strip(" \t*_.,!x"):
        found["ends line"] = 1.0
        if "begins line" in found:
            found[f"alone {place}"] = 1.0
        after = ["$", *after[:2]]
    for side, near in (("b", list(reversed(before))), ("a", after)):
        for n, word in enumerate(near):
            found[f"{side}{n}:{word}"] = 1.0 if n < 2 else 0.5
            found[f"{side}:{word[:5]}*"] = 0.5
        if len(near) > 1:
            found[f"{side}+:{near[0]} {near[1]}"] = 0.7
    if start in letter.speaking:
        found["speaks"] = 1.0
    if not re.search(r"\w", text[letter.begins : start]):
        found["begins letter"] = 1.0
    if not re.search(r"\w", text[end : letter.ends]):
        found["ends letter"] = 1.0
    if start == line[0] or text[max(0, start - 2) : start] in (". ", "! ", "? "):
        found["begins sentence"] = 1.0
    then = re.match(r"[ ]?([\w'’]+|[^\w\s]|$)", low[end : min(line[1], end + 30)])
    if then and then[1] in FUNCTION_WORDS:
        found["then function"] = 1.0
    elif then and not then[1][:1].isalnum():
        found["then mark"] = 1.0
    behind = low[end : min(line[1], end + 40)]
    if institution().search(behind) or trade().search(behind):
        found["then house"] = 1.0
    _note_reach(found, letter, mention, line)
    _note_told(found, letter, mention)
    last = text[end : letter.ends].count("\n") if end <= letter.ends else -1
    if 0 <= last < 6:
        found[f"last line={last}"] = 1.0
    if any(0 <= start - at <= 12 for at in letter.formulas):
        found["behind formula"] = 1.0
    elif any(0 <= start - at <= 60 for at in letter.formulas):
        found["below formula"] = 1.0
    around = low[line[0] : line[1]]
    below = low[line[1] + 1 :].lstrip("\n").partition("\n")[0]
    found["role in line"] = float(bool(ROLE.search(low[end : line[1]]) or job().search(low[end : line[1]])))
    found["house in line"] = float(bool(institution().search(around)))
    found["role below"] = float(len(below) < 70 and bool(ROLE.search(below) or job().search(below)))
    found["short line"] = float(len(around.strip()) < 45)
    unit = letter.zones.unit_at(start)
    if unit is None:
        return
    for name, value in (("topic", unit.topic), ("section", unit.section), ("kind", unit.kind)):
        found[f"{name}={value}"] = 0.7
    if unit.aside:
        found["aside"] = 1.0
    for word in tokens(low[slice(*unit.label)]) if unit.label else ():
        found[f"l:{word[:6]}"] = 1.0


def _note_reach(found: dict[str, float], letter: SignedLetter, mention: Mention, line: tuple[int, int]) -> None:
    """Whether an address or a number stands on the line, or on those below it."""
    if any(mention.end <= at < line[1] for at in letter.reach):
        found["reached in line"] = 1.0
    elif any(line[0] <= at < mention.start for at in letter.reach):
        found["behind reach"] = 1.0
    elif any(line[1] <= at < line[1] + 160 for at in letter.reach):
        found["reached below"] = 1.0
    next_at = next((at for at in letter.reach if at >= mention.end), None)
    if next_at is not None and next_at - mention.end < 40:
        found["reached next"] = 1.0


def _note_told(found: dict[str, float], letter: SignedLetter, mention: Mention) -> None:
    """Whether words before a name say that this is whom to ask, or who writes."""
    asked = next((mention.start - at for at in reversed(letter.asking) if at <= mention.start), None)
    if asked is not None and asked <= 90:
        stop = re.search(r"[.!?]\s", letter.text[mention.start - asked : mention.start]) is not None
        found["asked for before" if stop else "asked for"] = 1.0 if asked <= 30 else 0.6
        if "reached next" in found and not stop:
            found["asked for, reached"] = 1.0
    if mention.start in letter.called:
        found["says so"] = 1.0
    above = letter.low[: letter.low.rfind("\n", 0, mention.start) + 1].rstrip().rpartition("\n")[2].strip(" *_#:>-")
    if len(above) < 40 and topic_of(above) == "contact":
        found["under contact"] = 1.0
    for a, b in letter.zones.signatures:
        if a <= mention.start < b:
            found[f"signature line={min(letter.text[a : mention.start].strip(' -').count(chr(10)), 3)}"] = 1.0
