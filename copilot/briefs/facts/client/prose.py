"""The client in what the brief says: "for our client X", "client = X", "X needs …", a headline, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.client.introductions import introductions
from copilot.briefs.facts.client.vocabulary import (
    called,
    companies_after,
    company_at,
    institution,
    job,
    our_house,
    request_from,
    wish,
)
from copilot.briefs.facts.letter.names import NAME, Named, first_lines, names_after
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, entries, folded, kind_patterns, pattern_of

_ARTICLE = (
    r"(?:the |der |die |das |dem |den |la |le |les |l'|el |los |las |gli |os |as |de |het |il |lo |o |a |our |"
    r"unsere[rnm]? |notre "
    r"|nuestr[oa] |onze |firma |firmaet |foretaget |virksomheden |company |brand |marke |maerket |"
    r"merkevaren |varumarket )*"
)
_AGENCY_FOR = re.compile(rf"({NAME})\s+(?:for|für|fur|pour|para|voor|for|för|per):?\s*[*\s]*({NAME})")
_SALUTATION = re.compile(
    r"^(?:hi|hello|hey|dear|hallo|hej|hei|hola|bonjour|liebe\w*|lieber|sehr|beste|guten|guete\w*|moin|salut|ciao|"
    r"buongiorno|estimad\w+|buen\w*|car[oa]|ola|bom|cher\w*|madame|monsieur|goede\w*|dag|kara|kjaere|kaere|god\w*|"
    r"kolleg\w+|colleagues|collegues|colegas|colleghi|damen|ladies|servus|gruezi|hoi|tja\w*|geachte|gentile|egregi\w*|"
    r"morning|good|coucou|kia ora|tach|heya|hiya|yo|grias|"
    r"team|all|request|invitation|brief\w*|bid|"
    r"rf[pq]|job|call|fwd?|re|cahier|anfrage|udbud|tender)\b"
)


_AGENCY = re.compile(
    r"\b(?:agency|\w*agentur(?:en)?|agence|ag[êe]ncia|\w*bureau(?:et)?|\w*byr[åa](?:n|et)?|agenzia|werbung|advertising|"
    r"publicidad|publicit[ée]|pubblicit[àa]|publicidade)\b"
)


def is_salutation(low: str) -> bool:
    """Whether folded words begin as a letter does: "Dear …", "Hoi …"."""
    return _SALUTATION.match(low) is not None


def is_agency(name: str) -> bool:
    return _AGENCY.search(name.lower()) is not None


def client_of(zones: Zones, source: BriefSource) -> Iterator[Named]:
    text, low = zones.wanted.text, folded(zones.wanted.text)
    yield from companies_after(text, low, cue("client_of"), r"\s*[:,(]?\s*(?:is |ist |est |es |ar |er )?")
    yield from names_after(
        zones.wanted,
        cue("client_of"),
        rf"\s*[:,(]?\s*(?:is |ist |est |es |är |er )?(?:{_ARTICLE})(?:[a-zà-ÿ]{{4,15}} )?[*]*",
    )
    for m in _AGENCY_FOR.finditer(zones.wanted.text):
        if is_agency(m[1]) or is_agency(zones.wanted.text[max(0, m.start() - 14) : m.start()]):
            yield m[2], m.start(2), m.end(2)


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


def wanting(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "Fathom Seafood needs a film": the subject of a wish or of the brief's first statement."""
    kinds = re.compile(
        r"(?:film|video|spot|clip|teaser|trailer|reel|budget|deadline|dreh|lieferung|shoot|\w*(?:sek[uü]nder|"
        r"min[uü]ter)$)",
        re.IGNORECASE,
    )
    text, low = zones.wanted.text, folded(zones.wanted.text)
    for m in re.finditer(NAME, text):
        end = m.end()
        more = institution().match(low, end + 1) if text[end : end + 1] == " " else None
        end = more.end() if more else end
        name = text[m.start() : end]
        if not wish().match(low, end) or name.endswith(" I") or _SALUTATION.match(folded(name)) or kinds.search(name):
            continue
        yield name, m.start(), end


def requested(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "New job from Sparefro", "Anfrage von Gletscherbahn", "a pottery studio called Clay Days"."""
    yield from names_after(zones.wanted, called(), r"\s+[\"'*]*")
    text = zones.wanted.text
    yield from companies_after(text, folded(text), request_from(), r"\s+")
    yield from companies_after(text, folded(text), our_house(), r"(?:,\s+| \()")


_DOCUMENT_FOR = re.compile(
    r"(?:uitvraag|aanvraag|offerteaanvraag|bestek|anfrage|ausschreibung|leistungsbeschreibung|appel d'offres|"
    r"demande de "
    r"devis|"
    r"solicitud|pliego|request for (?:proposals?|quotations?)|rf[pq]|tender|udbud|tilbudsforesporgsel|anbud|forfragan|"
    r"richiesta|bando|pedido)\b"
)


def after_document(said: str) -> str:
    """The institution that a heading names after the document: "Aanvraag aftermovie gemeente Westerlo"."""
    low = folded(said)
    if not _DOCUMENT_FOR.match(low):
        return said
    house = institution().search(low)
    named = re.compile(rf"(?:{NAME})?").match(said, house.start()) if house and house.start() else None
    if house is None or named is None:
        return said
    rest = re.match(rf"\S+(?:[ ](?:{NAME}))?", said[house.start() :])
    return rest[0] if rest and len(rest[0].split()) > 1 else said


_ELSEWHERE = frozenset("usage contact languages aside delivery shoot locations revisions budget agency".split())


def headed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """An institution alone on one of the first lines, or in the first ("Briefing - Ziekenhuis De Linde")."""
    text = zones.wanted.text
    lines = first_lines(text)
    for m in lines:
        if m[0].rstrip().endswith((".", "!", "?", ",")) or (re.search(r"\d|:", m[0]) and " - " not in m[0]):
            continue
        for part in re.finditer(r"(?:(?!\s[-–|/]\s)[^\n])+", m[0].lstrip("# *")):
            said = after_document(part[0].strip(' -–|/*#"'))
            if (
                1 <= len(said.split()) <= 8
                and not _SALUTATION.match(folded(said))
                and "," not in said
                and (said[0].isupper() or said != part[0].strip(' -–|/*#"'))
                and institution().search(folded(said))
                and '"' not in said
            ):
                at = text.index(said, m.start())
                if not any(p.search(folded(said)) for _, p in kind_patterns()):
                    yield said, at, at + len(said)
    first = lines[0][0] if lines else ""
    parts = re.split(r"\s[-–|]\s", first.strip("# *"))
    if len(parts) >= 2 and re.match(r"(?:creative |production )?brief(?:ing)?\b", parts[0].lower()):
        said = parts[1].strip(' "*')
        if re.fullmatch(NAME, said) and len(said.split()) <= 5:
            at = text.index(said)
            yield said, at, at + len(said)


def self_introduced(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "It's Ana from Casa Lira", "hallo, hier Bäckerei Roth": the company of whoever says who they are."""
    yield from (found.company for found in introductions(zones.wanted) if found.company)


_NO_CLIENT = re.compile(
    r"(?:(?:jan(?:uar[yi]?)?|feb(?:ruar[yi]?)?|m[aä]r(?:ch|z|s)?|apr(?:il)?|ma[iy]|jun[ei]?|jul[yi]?|"
    r"aug(?:ust)?|sep(?:t|tember)?|"
    r"o[ck]t(?:ober)?|nov(?:ember)?|de[czs](?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|web|ig|tv|"
    r"yt|q[1-4]|christmas|"
    r"easter|europe|germany|eu|uk|us|online|social)\b|insta|tiktok|youtube|linkedin|facebook|\d)",
    re.IGNORECASE,
)


def wanted_for(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "3 x 15s verticals for Nordlys": a name after "for" that is no person, place, month or channel."""
    pattern = re.compile(pattern_of(entries("cues", "wanted_for")))
    for name, a, b in names_after(zones.wanted, pattern, rf"\s+(?:{_ARTICLE})(?:[a-zà-ÿ]{{4,12}} )?"):
        unit = zones.unit_at(a)
        if unit is None or unit.subject in _ELSEWHERE:
            continue
        if re.match(r"\s*(?:thing|trip|project|shoot|stuff|job|[\"„“«])", zones.wanted.text[b:]):
            continue
        if not _NO_CLIENT.match(name) and not _SALUTATION.match(folded(name)):
            yield name, a, b
