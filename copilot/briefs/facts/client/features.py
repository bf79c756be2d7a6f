"""What is seen of a name that may be the client's: its own words, where it stands, and what stands beside it."""

from __future__ import annotations

import re
from math import log2

from copilot.briefs.facts.client.mentioned import note_mention
from copilot.briefs.facts.client.prose import is_agency, is_salutation
from copilot.briefs.facts.client.seen import SeenLetter
from copilot.briefs.facts.client.signed import spells
from copilot.briefs.facts.client.vocabulary import institution, job, trade
from copilot.briefs.facts.letter.candidates import RULED, Candidate
from copilot.briefs.facts.letter.names import NOT_NAMES
from copilot.briefs.facts.letter.people import ROLE, first_names
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import FUNCTION_WORDS, entries, folded, kind_patterns, label_topics, pattern_of

_DEPARTMENT = re.compile(pattern_of(entries("client", "department")))
_SEEN = 6
"""How many mentions of a name are looked at closely."""


def client_features(letter: SeenLetter, candidate: Candidate) -> dict[str, float]:
    """What is seen of a name: its words, the places it stands at, and what speaks for and against it."""
    found: dict[str, float] = {}
    _note_words(found, candidate)
    _note_letter(found, letter, candidate)
    for mention in candidate.mentions[:_SEEN]:
        note_mention(found, letter, mention)
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
        if word in FUNCTION_WORDS or word in NOT_NAMES:
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
        ("first name", words[0] in first_names()),
        ("only first name", len(words) == 1 and words[0] in first_names()),
        ("first name, another", len(words) == 2 and words[0] in first_names()),
        ("first name inside", any(word in first_names() for word in words[1:])),
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
    if words <= letter.signers:
        found["signer"] = 1.0
    elif words & letter.signers:
        found["part signer"] = 1.0
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
    cuts = {m.origin for m in candidate.mentions} - {RULED}
    for cut in cuts:
        found[f"cut={cut}"] = 1.0
    if "whole" not in cuts:
        found["never whole"] = 1.0
