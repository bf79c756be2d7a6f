"""The client as others tell of it: "client = X", "posting this for X", "X (the cooperative of …)", "FSIQ = Fédér…".

Also the names of whoever writes that are a house's own ("Marchesini Orafi <bottega@…>", "Daan Kermiscomité" in a
telephone), and the letterhead of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.client.organisations import without_department
from copilot.briefs.facts.client.prose import is_agency
from copilot.briefs.facts.client.signed import spells, writers_stem
from copilot.briefs.facts.client.vocabulary import companies_after, company_at, institution, job, trade
from copilot.briefs.facts.letter.names import LEGAL, NAME, Named
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import entries, folded, kind_patterns, pattern_of

_ARTICLE = r"(?:(?:the|der|die|das|dem|den|la|le|les|l'|el|los|las|il|lo|gli|de|het|o|a|os|as)\s+)?"
_SAID = re.compile(r"[^\s=:,.;(\[/|\n-][^=:,.;(\[/|\n]{1,40}")


@cache
def _noun() -> re.Pattern[str]:
    """ "client =", "kund:", "Kunde " right before the name; "the client's" and "client wants" name nobody."""
    noun = pattern_of({*entries("client", "noun"), *entries("client", "customer")})
    is_ = r"(?:is|ist|est|es|e|ar|er|heisst|heet|heter|hedder|s'appelle|se llama|si chiama)"
    return re.compile(rf"{noun}(?P<mark>\s*(?:=+>?|:|->|→|\s-\s)\s*|\s+{is_}\s+|\s+)[\"'*]*")


def called_client(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "client = buckthorn seltzer, triple bidding": in a hurry, names are written small."""
    text, low = zones.wanted.text, folded(zones.wanted.text)
    for m in _noun().finditer(low):
        mark = m["mark"].strip()
        named = company_at(text, low, m.end())
        if named and job().search(folded(named[0])):
            continue  # "Brand Manager"
        if named and text[m.end() : m.end() + 1] != "\n" and "\n" not in m["mark"] and not _is_genitive(text, m):
            yield named
        elif mark[:1] in ("=", ":", "-", "→") and (said := _SAID.match(text, m.end())) and _is_short(said[0]):
            yield _capital(said[0].rstrip()), said.start(), said.start() + len(said[0].rstrip())


def _is_genitive(text: str, m: re.Match[str]) -> bool:
    """German nouns are capitals all: "Kunde Knusperwerk" names one, "Marke Familien" or "Kunde Montag" may not."""
    return not m["mark"].strip() and not text[m.start()].isupper()


def _is_short(said: str) -> bool:
    return 1 <= len(said.split()) <= 4 and re.search(r"[^\W\d_]{2}", said) is not None


def _capital(said: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in said.split())


@cache
def _relay() -> re.Pattern[str]:
    return re.compile(pattern_of(entries("client", "relayed")))


def relayed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "Skal sige fra Jyske Harmonikavenner", "les paso lo de Tejido Ixtle": somebody else passes the wish on."""
    text = zones.wanted.text
    yield from companies_after(text, folded(text), _relay(), rf"[\s:.,–-]{{1,3}}{_ARTICLE}")


@cache
def _kind_behind() -> re.Pattern[str]:
    article = r"(?:an?|the|ein\w*|der|die|das|une?|la|le|l'|un[ao]?|el|een|de|het|en|ett|et|uma?|il|o|a|lo)"
    kind = pattern_of({*entries("client", "business"), *entries("client", "institution")})
    return re.compile(rf"\s?(?:\(|,\s){article}(?:\s|(?<='))(?:[\w-]+\s){{0,2}}?{kind}")


def apposed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "Tejido Ixtle (la cooperativa de bordadoras …)", "Lumo, a small roastery in Hove": the kind stands behind."""
    text, low = zones.wanted.text, folded(zones.wanted.text)
    for m in re.finditer(NAME, text):
        behind = _kind_behind().match(low, m.end())
        if behind and not is_agency(behind[0]):
            yield m[0], m.start(), m.end()


def equated(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "FSIQ = Fédération syndicale …", "Nordisk Energisamvirke (NES)": who is spelt out with letters for it."""
    text = zones.wanted.text
    for m in re.finditer(rf"(?<!\w)[A-Z]{{2,8}}\s?(?:=|:|\bis\b)\s?({NAME})", text):
        if institution().search(folded(m[1])):
            yield m[1], m.start(1), m.end(1)
    for m in re.finditer(rf"({NAME})\s\(([A-Z]{{2,8}})\)", text):
        initials = "".join(word[0] for word in m[1].split() if word[0].isupper())
        if len(initials) > 1 and initials.startswith(m[2][:2]):
            yield m[1], m.start(1), m.end(1)


def of_sender(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """A mail's sender that bears the house's own name, and what a telephone's list of names says behind the first."""
    stem = writers_stem(zones, source)
    name = zones.author or source.sender_name or ""
    bare = without_department(re.sub(r"^(?:[^|(]*[|(]\s*)(?=\w)", "", name).strip(" )"))
    if stem and len(bare.split()) > 1 and is_house_named(bare, stem, zones.email or source.sender_email):
        yield _placed(zones, bare)
    rest = re.match(r"[A-ZÀ-Þ][^\W\d_]+ (.+)$", zones.author or "") if zones.is_chat else None
    if rest and (institution().search(folded(rest[1])) or trade().match(folded(rest[1])) or LEGAL.search(rest[1])):
        yield _placed(zones, rest[1])


def is_house_named(name: str, stem: str, address: str | None) -> bool:
    """Whether a sender's name is the house's: it spells the domain, and none of its words stand before the @."""
    local = folded((address or "").partition("@")[0])
    return spells(name, stem) and not any(word in local for word in folded(name).split() if len(word) > 2)


def _placed(zones: Zones, name: str) -> Named:
    """The name where the text says it; without a place, (0, 0), when only the header does."""
    at = zones.shown.text.find(name)
    return (name, at, at + len(name)) if at >= 0 else (name, 0, 0)


def letterhead(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """A house alone on the first line of a document that no mail's header precedes."""
    if source.sender_email or zones.is_chat:
        return
    first = re.search(r"\S[^\n]*", zones.wanted.text)
    if first and (first[0].rstrip().endswith(",") or "'" in first[0].split()[0]):
        return  # "G'day Jess,"
    line = re.split(r"\s[-–—|]\s", first[0].strip("#* "))[0].strip("* ") if first else ""
    named = re.fullmatch(rf"({NAME})(?:,\s[^,\n]{{2,30}})?", line)
    piece = named and any(pattern.search(folded(named[1])) for _, pattern in kind_patterns())
    if first and named and not piece and 2 <= len(named[1].split()) <= 9:
        at = zones.wanted.text.index(named[1], first.start())
        yield named[1], at, at + len(named[1])


def in_subject(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """A part of the subject between dashes that is a name and no piece: "Wrack Line - spring film"."""
    subject = re.sub(r"^(?:\s*(?:re|fw|fwd|aw|wg|sv|vs|tr|rv|r|i|enc)\s*:)+", "", source.subject or "", flags=re.I)
    for part in re.split(r"\s[-–—|/]\s|:\s|\s[-–—|]|,\s", subject):
        said = part.strip(" !?.\"'")
        named = re.fullmatch(NAME, said)
        piece = any(pattern.search(folded(said)) for _, pattern in kind_patterns())
        if (
            named
            and part != subject
            and not piece
            and not (said.isupper() and " " not in said)
            and not job().search(folded(said))
        ):
            yield _placed(zones, said)
