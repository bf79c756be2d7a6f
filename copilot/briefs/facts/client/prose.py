"""The client in what the brief says: "for our client X", "X here", "X needs …", a headline, a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.client.briefed import after_document
from copilot.briefs.facts.client.introductions import introductions
from copilot.briefs.facts.client.vocabulary import (
    called,
    companies_after,
    institution,
    our_house,
    request_from,
    trade,
    we_want,
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
_SELF = re.compile(
    r"(?:\b(?:(?:we are|we're) the (?:team|people|folks|company|makers) (?:behind|at|from|of)|we are|we're|"
    r"we at|i'm from|i am from|i m from|im from|here at|i work (?:for|at)|i'm with|i run \w+ at|this is \w+ "
    r"(?:from|at)|wir sind|"
    r"wir von|wir bei|hier ist|ich (?:bin|arbeite) (?:von|bei|fur)|ich schreibe (?:fur|von)|nous sommes|je suis "
    r"\w+,? (?:de|chez|du)|je travaille (?:chez|pour)|somos|soy [\w ]{2,25},? (?:de|del)|"
    r"trabajo (?:en|para)|(?:te|os|le|les) escrib\w+ (?:de|desde)|(?:wij|we) zijn|ik (?:ben|werk) (?:van|bij|"
    r"voor)|wij van|vi ar|vi pa|jag (?:ar|jobbar) (?:fran|pa|hos|for)|vi er|vi hos|"
    r"jeg (?:er|arbejder|jobber) (?:fra|hos|i|for)|siamo|sono [\w ]{2,25} (?:di|della|del)|lavoro (?:per|in)|"
    r"scrivo da|somos a|somos o|sou [oa] [\w ]{2,20}d[aoe]|sou da|sou do|trabalho na|hier schreibt|mein name ist "
    r"[\w ]+ von|my name is [\w ]+ (?:from|at)|"
    r"i look after [\w ]+ (?:at|for)|(?:team|department|office) (?:of|at)|(?:head|director|manager) of \w+ (?:at|"
    r"for)|ik ben \w+ van|namens|de la part de|de parte de|"
    r"(?:hello|greetings|hi|hallo|hej|hei|hola|bonjour|ciao|ola|grusse|moin|saludos) (?:from|aus|von der|von|fran|"
    r"fra|de|da|desde)|(?:marketing|comms|communications) at)\s+)"
)
_INTRODUCED = re.compile(
    rf"(?:(?:\b(?:it's|its|this is|c'est|ici|soy|aqui e [oa]|hier ist|hier|det ar|det er|sono|sou [oa]|ik ben|jeg "
    rf"er|jag ar|je suis)\s+(?:die |der |la |el |il |l')?)|[,!.\n:]\s*|^)[\w'-]+,?(?: here| hier| her|"
    rf" har)? (?:from|von(?: der)?|vom|de la|du|des|de|del|van|fran|fra|pa|"
    rf"hos|i|da|della|dello|dei|di|d[ao]|dell')(?: |(?<=')){_ARTICLE}",
    re.MULTILINE,
)
_AGENCY_FOR = re.compile(rf"({NAME})\s+(?:for|für|fur|pour|para|voor|for|för|per):?\s*[*\s]*({NAME})")
_OPENING = re.compile(
    rf"\s*[#*\s\"]*(?:(?:Production |Creative )?(?:Brief(?:ing)?|Call|Anfrage|Request|Demande|Solicitud|Aanvraag|"
    rf"Förfrågan)\b[ /:|–-]*(?:with|for|from|mit|für|von|de|pour|para|van|voor|från|för|"
    rf"with)?\s*/*\s*)?({NAME})\s*(?=[,:/|–-]|\s//|\n)"
)
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


def introduced(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "We're Marrow Street Theatre", "andreas from Gletscherbahn AG here", "Bakkerij Van Rossum hier"."""
    text = zones.wanted.text
    yield from companies_after(text, folded(text), _SELF, "")
    yield from names_after(zones.wanted, _SELF, _ARTICLE)
    first = re.search(r"\S", text)
    head = text[: first.start() + 160] if first else ""
    low = folded(head)
    for m in _INTRODUCED.finditer(low):
        name = re.compile(f"(?:[a-zà-ÿ]{{4,15}} )?({NAME})").match(text, m.end())
        if (
            name
            and m.start() - (first.start() if first else 0) <= 45
            and _preposition_is_lower(text, m)
            and (not _SALUTATION.match(low[m.start() :].strip(" ,.!\n")) or "from" in m[0] or "fra" in m[0])
        ):
            yield name[1], name.start(1), name.end(1)


def _preposition_is_lower(text: str, m: re.Match[str]) -> bool:
    """In "Bakkerij Van Rossum" the particle belongs to the name."""
    words = re.findall(r"[^\W\d_]+", text[m.start() : m.end()])
    return len(words) < 2 or words[1][:1].islower() or (len(words) > 2 and words[-1][:1].islower())


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


def speaking_for(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "En Bodegas Peña queremos", "bei Küstenrad planen wir", "at Loopjar we need": who "we" are."""
    text = zones.wanted.text
    low = folded(text)
    pattern = re.compile(pattern_of(entries("client", "at_ours")))
    for name, a, b in companies_after(text, low, pattern, r"\s+"):
        if we_want().match(low, b):
            yield name, a, b


def in_brackets(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "Zee (Paper Moth Records)", "Ana | Casa Lira": what a writer's name says of their company."""
    for writer in (zones.author, source.sender_name):
        said = re.search(rf"(?:\(|\s[|@/–-]\s|,\s|\s(?:at|von|from|bei|chez)\s)({NAME})\)?$", writer or "")
        said = said or re.match(rf"\w+\s((?:{trade().pattern}|{institution().pattern})\s.+)$", folded(writer or ""))
        at = folded(zones.shown.text).find(folded(said[1])) if said else -1
        if said and at >= 0:
            yield zones.shown.text[at : at + len(said[1])], at, at + len(said[1])


def houses(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """A name that says itself what house it is ("Café Lucarne"), or closes the letter: "groet Daan (MHC De Wig)"."""
    closing = re.search(rf"[A-ZÀ-Þ][^\W\d_]+ \(({NAME})\)\W*$", zones.wanted.text)
    if closing:
        yield closing[1], closing.start(1), closing.end(1)
    for m in re.finditer(NAME, zones.wanted.text):
        words = folded(m[0]).split()
        kind = (trade().match(folded(m[0])) or institution().search(folded(m[0]))) if len(words) > 1 else None
        unit = zones.unit_at(m.start()) if kind else None
        if unit and unit.subject not in _ELSEWHERE and not _SALUTATION.match(folded(m[0])):
            yield m[0], m.start(), m.end()


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


def filmed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "A walkthrough of the Lidya Bay Hotel": the weakest sign, an institution that the piece is about."""
    for m in re.finditer(NAME, zones.wanted.text):
        before = folded(zones.wanted.text[max(0, m.start() - 24) : m.start()])
        about = re.search(
            r"\b(?:of|about|uber|sur|sobre|over|om|su|fur|for)\s(?:the |das |die |den |le |la |el |het |l')?$", before
        )
        if about and institution().search(folded(m[0])):
            yield m[0], m.start(), m.end()


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


def opening(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """The brief's first words when they are set off like a headline: "Sparrow Bikes, film for the new cargo bike"."""
    text = zones.wanted.text
    start = len(text) - len(text.lstrip())
    m = _OPENING.match(text, start)
    hailed = m and source.sender_email and len(m[1].split()) == 1 and text[m.end(1) : m.end(1) + 1] == ","
    if m and not hailed and not _SALUTATION.match(folded(m[1])) and len(m[1].split()) <= 5 and len(m[1]) > 3:
        yield m[1], m.start(1), m.end(1)
