"""Who says that they speak, and for whom: "it's Ana from Casa Lira", "hier ist die Bäckerei Roth", "Nils på Kajak här".

One reading serves the client and the contact. It holds at the beginning of a message, where people introduce
themselves, and in transcripts without capitals, where a name ends at the speaker's next word of grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from copilot.briefs.facts.client.vocabulary import company_at, institution, job, trade
from copilot.briefs.facts.letter.names import NAME, NOT_NAMES, Named
from copilot.briefs.facts.letter.people import ROLE
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.words import folded, names

_HEAD = 420
"""Characters in which people say who they are."""

_CAPITAL = r"[A-ZÀ-ÞŁŚŻĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*"
_PERSON = re.compile(
    rf"(?:(?:Dr|Prof|Ms|Mr|Mrs|Frau|Herr|Mme)\.?\s)*({_CAPITAL}(?:[ ](?:{_CAPITAL}|[A-Z]\.|van|von|de|der|den|la|el|al|"
    rf"af|da|di|dos|le|ten|ter|du|del))*)"
)
_SPOKEN_PERSON = re.compile(r"([^\W\d_][\w-]{1,15})(?: ([^\W\d_][\w-]{1,18})(?!'))?(?!')")
_NO_SPOKEN = re.compile(
    r"(?:i|we|you|he|she|it|they|the|a|an|so|um|uh|and|but|just|about|for|from|at|of|in|on|with|is|not|here|head|our|"
    r"my|"
    r"ich|wir|und|also|von|vom|der|die|das|ein\w*|hier|bei|aus|mein\w*|unser\w*|wegen|am|im|fur|je|nous|on|alors|voila|"
    r"le|la|les|de|du|des|un|une|chez|pour|et|moi|que|qui|soy|el|los|las|del|y|para|por|en|lo|te|il|lo|gli|di|da|e|"
    r"sono|"
    r"per|con|dal|della|ik|wij|van|het|een|en|voor|met|naar|jag|vi|och|fran|pa|har|hos|om|jeg|og|fra|her|til|i|o|os|as|"
    r"do|em|na|no|uma?|sou|that|this|what|was|es|est|det|dat|because|like|well|right|okay|ok|yeah|yes|ja|oui|si|can|"
    r"could|would|need|want|got|have|do|any|looking|please|kann|konnt\w*|"
    r"brauch\w*|such\w*|dell|dall|nell|all|quick|some|there|me|call\w*|speaking|video|film\w*|kan|vil|vill|pouvez|"
    r"puedes|"
    r"podeis|podeis|new|nu|now|two|three|four|five|zwei|drei|deux|dos|tres)"
)
_PAUSE = re.compile(
    r"\s(?:u+h*m*|eh+|ah+|so|and|we|i|we'd|we're|you|mira|ja|bueno|pues|te|also|wir|ich|und|y|et|on|nous|alors|voila|"
    r"je|"
    r"euh|volevamo|vorremmo|necesit\w+|quer\w+|tenemos|vi|jeg|jag|og|och|en|ik|e|a|abbiamo|precis\w+|here|hier|her|har|"
    r"aqui|following|just|wanted|calling|about|in|aus|à|i|wegen|um|da|is|are|that|the|because|right|okay|basically|"
    r"we've|our|my|from|for|he|o|uns|ist|sind|est|es|er|ar)\b|[,.;:!?()\n]"
)


@cache
def _their_job() -> re.Pattern[str]:
    return re.compile(rf",\s(?:(?:the|die|der|la|le|el|il|a|an)\s)?{job().pattern}(?=\s)")


_IN = re.compile(r",?\s?i\b")
_LOOSE = re.compile(r",?\s?(?:for|of|in|en|with)\b")
"""Links that say where somebody works only after "I'm Ana, …"."""


@dataclass(frozen=True)
class Introduction:
    """A person, the company they speak for, or both, with their spans of the view."""

    person: Named | None
    company: Named | None


@cache
def _word(key: str) -> re.Pattern[str]:
    return dict(names("introductions"))[key]


@cache
def _link(*, is_spoken: bool) -> re.Pattern[str]:
    """The words between a person and a company; "i" and "en" say too much else where no capital follows."""
    small = r"(?!(?:i|en|in|a)\s)" if is_spoken else ""
    article = _SPOKEN_ARTICLE if is_spoken else ""
    return re.compile(rf"(?<![\w']),?\s?{small}(?:{_word('link').pattern})(?:'|\s)\s*{article}")


_SPOKEN_ARTICLE = r"(?:(?:the|our|der|die|das|dem|den|la|le|les|el|los|las|het|il|lo|gli)\s+|l')?"


def introductions(view: View) -> Iterator[Introduction]:
    """Everyone who says who they are at the beginning of the text, the surest wording first."""
    start = len(view.text) - len(view.text.lstrip())
    text = view.text[: start + _HEAD]
    low = folded(text)
    is_spoken = sum(c.isupper() for c in view.text) <= 0.01 * len(view.text) + 2
    for m in _word("me").finditer(low, start):
        opens = low[max(0, m.start() - 2) : m.start()].strip()[-1:] in (".", "!", "")
        if m[0] == "im" and not opens and low[max(0, m.start() - 2) : m.start()].strip()[-1:] != ",":
            continue  # German "im Mai"
        if is_spoken or m.start() - start <= 140 or opens:
            yield from _said(text, low, _article_after(low, m.end()), is_spoken=is_spoken, sure=True)
    greeted = _after_greeting(low, start)
    hailed = re.compile(r"[\w'-]+(?: [\w'-]+)?(?:\s?[,!]+| [–-])\s*").match(low, greeted) if greeted > start else None
    if hailed:
        yield from _said(text, low, hailed.end(), is_spoken=is_spoken, sure=False)  # "hi northlight, arjun from …"
    yield from _said(text, low, greeted, is_spoken=is_spoken, sure=False)
    yield from _closed_by_here(text, low)


def _article_after(low: str, at: int) -> int:
    m = re.compile(
        r"\s+(?:(?:nochmal|again|encore)\s+)?(?:(?:the|der|die|la|le|el|il|o|frau|herr|fru|mevrouw|meneer|mme)\s+)?"
    ).match(low, at)
    return m.end() if m else at


def _after_greeting(low: str, start: int) -> int:
    at = start
    while m := re.compile(rf"\W*{_word('greeting').pattern}[\s,.!:–-]*").match(low, at):
        at = m.end()
    return at


def _said(text: str, low: str, at: int, *, is_spoken: bool, sure: bool) -> Iterator[Introduction]:
    """The person and the company from `at` on; `sure` words announce a person, so a name alone is one."""
    whole = _person_at(text, low, at, is_spoken=is_spoken)
    if whole is None:
        return
    # "Ole von Küstenrad" speaks for Küstenrad, "Ruud van Dijk van Bakkerij Mol" for the bakery.
    first = _first_name(whole)
    split = re.match(r"\s(?:von|vom|du|del|da|do)\s", text[first[2] :]) is not None
    for person in (first, whole) if split else (whole, first):
        company = _company_after(text, low, person, is_spoken=is_spoken, near=not sure)
        if company is not None:
            yield Introduction(person, company)
            return
    if (sure and text[whole[1] : whole[1] + 1].isupper()) or (sure and is_spoken and " " in whole[0]):
        yield Introduction(whole, None)


def _first_name(person: Named) -> Named:
    """The name up to a particle that may as well join a person and a company."""
    name = re.split(r"\s(?:van|von|de|di|da|do|du|del)\s", person[0])[0]
    return name, person[1], person[1] + len(name)


def _person_at(text: str, low: str, at: int, *, is_spoken: bool) -> Named | None:
    m = _PERSON.match(text, at)
    if m and not is_spoken:
        name = re.sub(r"(?:\s(?:van|von|de|der|den|la|el|al|af|da|di|dos|le|ten|ter|du|del))+$", "", m[1])
        first = folded(name.split()[0])
        known = ROLE.search(folded(name)) or institution().search(folded(name)) or trade().search(folded(name))
        if known and name != (head := _first_name((name, 0, 0))[0]):
            name, known = head, ROLE.search(folded(head))
        goes_on = text[m.start(1) + len(name) :].startswith((" &", " +", "'s"))
        bad = first in NOT_NAMES or known or goes_on or _word("greeting").fullmatch(first)
        return None if bad else (name, m.start(1), m.start(1) + len(name))
    m = _SPOKEN_PERSON.match(text, at)
    if (
        m is None
        or not (is_spoken or text[at : at + 1].islower())
        or _NO_SPOKEN.fullmatch(folded(m[1]))
        or ROLE.search(folded(m[1]))
        or job().fullmatch(folded(m[1]))
    ):
        return None
    two = is_spoken and m[2] is not None and not _NO_SPOKEN.fullmatch(folded(m[2])) and not ROLE.search(folded(m[2]))
    end = m.end(2) if two else m.end(1)
    return (" ".join(w[:1].upper() + w[1:] for w in text[at:end].split()), at, end)


def _company_after(text: str, low: str, person: Named, *, is_spoken: bool, near: bool) -> Named | None:
    """The company that a linking word names behind a person: right away, or after a few words about their work."""
    _, start, at = person
    if what_they_are := _their_job().match(low, at):
        at = what_they_are.end()  # "Mehdi Lahlou, cofondateur de Vélocargo"
    stop = re.compile(r"[.!?;\n]").search(low, at)
    end = min(stop.start() if stop else len(low), at + (8 if near else 75))
    for m in _link(is_spoken=is_spoken).finditer(low, at):
        if m.start() > end:
            return None
        if near and not what_they_are and (_LOOSE.match(m[0]) or "," in text[at : m.start()]):
            continue
        if near and _IN.match(m[0]) and " " in text[start:at]:
            return None  # "Gymmet Kraftkällan i Umeå": a house in a town
        if is_spoken:
            rest = low[m.end() : m.end() + 60]
            pause = _PAUSE.search(rest)
            said = text[m.end() : m.end() + (pause.start() if pause else 60)].strip()
            told = institution().search(folded(said)) or trade().search(folded(said)) or near or m.start() - at < 8
            if said and len(said.split()) <= 5 and told and not _NO_SPOKEN.fullmatch(folded(said.split()[0])):
                return " ".join(w[:1].upper() + w[1:] for w in said.split()), m.end(), m.end() + len(said)
            continue
        within = m.start() > at and re.search(rf"{_CAPITAL}$", text[: m.start()])
        if within or not text[m.start() :].lstrip(" ,")[:1].islower():
            continue  # "le Comptoir des Halles": the particle belongs to the name
        named = company_at(text, low, m.end())
        if (
            named
            and not named[0][0].isdigit()
            and folded(named[0].split()[0]) not in NOT_NAMES - {"la", "le", "el", "de"}
        ):
            return named
    return None


def _closed_by_here(text: str, low: str) -> Iterator[Introduction]:
    """ "Bakkerij Van Rossum hier", "Kettle & Crumb in Hove here", "hallo, hier Bäckerei Sonnleitner aus Passau"."""
    here = _word("here").pattern
    for m in re.finditer(
        rf"({NAME})(?:[ ][a-z]{{3,12}}){{0,2}}(?:[ ](?:in|i|aus|en|à|from|te)[ ]{NAME})?[ ](?:here|hier|här|her|aquí|"
        rf"aqui|ici|qui)\b",
        text[:200],
    ):
        yield Introduction(None, (m[1], m.start(1), m.end(1)))
    for m in re.finditer(
        rf"^\W*(?:{_word('greeting').pattern}[\s,.!]*)*(?:{here})\s(?:die |der |das |la |le |el |il )?", low
    ):
        named = company_at(text, low, m.end())
        if named and not any(_said(text, low, m.end(), is_spoken=False, sure=False)):
            yield Introduction(None, named)
