"""Whom of a letter's people to answer, weighed a second time, or that it names nobody.

Another person than the rules' brings the ways to reach them along: the address that spells the name, else the one they
wrote from, and a number on a line with the name.
"""

from __future__ import annotations

from copilot.briefs.facts.contact.candidates import contact_candidates
from copilot.briefs.facts.contact.features import contact_features
from copilot.briefs.facts.contact.phones import Phone, phone_of
from copilot.briefs.facts.contact.seen import SignedLetter, spelling
from copilot.briefs.facts.letter.candidates import Candidate, bare_words
from copilot.briefs.facts.letter.names import EMAIL, somewhere
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import folded
from copilot.briefs.learned.judge import judge_of
from store.proposals.facts import Contact


def signed_letter(source: BriefSource, zones: Zones, ruled: Contact | None) -> SignedLetter:
    """The letter with its people, the one that the rules read first."""
    candidates = contact_candidates(source, zones, ruled.name if ruled else None)
    return SignedLetter(source, zones, ruled.email if ruled else None, candidates)


def with_second_look(ruled: Read[Contact | None], letter: SignedLetter) -> Read[Contact | None]:
    """The contact whose name rules and learnt weights choose together, or None."""
    told = ruled.value
    chosen = bare_words(told.name) if told and told.name else None
    judge = judge_of("contact")
    odds = [
        judge.log_odds(features, candidate.core == chosen)
        for candidate, features in zip(letter.candidates, contact_features(letter), strict=True)
    ]
    best = letter.candidates[odds.index(max(odds))] if odds and max(odds) > 0 else None
    if (best.core if best else None) == chosen or (best and chosen and _adds_family_name(chosen, best.core)):
        return ruled
    return _of_another(ruled, letter, best)


def _adds_family_name(full: str, first: str) -> bool:
    """Whether one name is the other with a family's name: "giulia ferri" beside "giulia"."""
    return full.startswith(f"{first} ") and len(full.split()) == len(first.split()) + 1


def _of_another(ruled: Read[Contact | None], letter: SignedLetter, person: Candidate | None) -> Read[Contact | None]:
    """The contact with another name, or with none when only the address is left to answer to."""
    told, shown = ruled.value, letter.zones.shown
    email, phone = (told.email, told.phone) if told else (None, None)
    found: Phone | None = None
    if person:
        email = _address_of(person, letter) or email
        found = None if phone else _number_of(person, letter)
        phone = found[0] if found else phone
    if person is None and email is None:
        return Read(None)
    mention = person.quotable if person else None
    quotes = [shown.quote(mention.start, mention.end)] if mention and mention.end else []
    quotes += [
        q for q in ruled.quotes if (email and email in q.quote) or (told and told.phone and told.phone in q.quote)
    ]
    quotes += [shown.quote(found[1], found[2])] if found else []
    name = mention.name if mention else None
    said = Contact(name=name, email=email, phone=phone)
    return Read(said, tuple(quotes) or somewhere(shown, name or email or ""))


def _address_of(person: Candidate, letter: SignedLetter) -> str | None:
    """The address that spells a name, when the one to answer to does not; else the one that they wrote from."""
    words = person.core.split()
    if letter.address and spelling(words, folded(letter.address).partition("@")[0]):
        return None
    told = [m[0].rstrip(".") for m in EMAIL.finditer(letter.zones.shown.text)]
    wrote = [a for a in (letter.zones.email, letter.source.sender_email) if a]
    theirs = [a for a in (*told, *wrote) if a.partition("@")[2].lower() not in letter.source.own_domains]
    return next((a for a in theirs if spelling(words, folded(a).partition("@")[0])), None)


def _number_of(person: Candidate, letter: SignedLetter) -> Phone | None:
    view = letter.zones.shown
    lines = []
    for mention in person.mentions:
        if mention.end:
            end = view.text.find("\n", mention.end)
            lines.append((mention.end, end if end >= 0 else len(view.text)))
    return phone_of(view, lines)
