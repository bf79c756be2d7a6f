"""The client: the brand whose film it is, never its agency and never us.

From the surest sign to the weakest: a label; "for our client X"; "we are X"; a company with a legal form in the
signature; "X needs …"; the sender's domain spelt out in the text; the brief's opening words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copilot.briefs.facts.client_words import called, institution, request_from, wish
from copilot.briefs.facts.contact import ROLE
from copilot.briefs.facts.names import (
    EMAIL,
    LEGAL,
    NAME,
    NOT_NAMES,
    labelled,
    may_be_client,
    names_after,
    signature_lines,
    tidy,
)
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.source import BriefSource
from copilot.briefs.facts.view import Span
from copilot.briefs.facts.words import cue, entries, folded, kind_patterns, pattern_of
from copilot.briefs.facts.zones import Zones

Named = tuple[str, int, int]
Finder = Callable[[Zones, BriefSource], Iterator[Named]]

_FREE_MAIL = frozenset(
    "gmail googlemail outlook hotmail yahoo icloud gmx web live aol proton protonmail mail orange wanadoo free "
    "laposte telenet ziggo".split()
)
_ARTICLE = (
    r"(?:the |der |die |das |dem |den |la |le |les |l'|el |los |las |gli |os |as |de |het |il |lo |o |a |our |unsere[rnm]? |notre "
    r"|nuestr[oa] |onze |firma |firmaet |foretaget |virksomheden |company |brand |marke |maerket |"
    r"merkevaren |varumarket )*"
)
_SELF = re.compile(
    r"(?:\b(?:(?:we are|we're) the (?:team|people|folks|company|makers) (?:behind|at|from|of)|we are|we're|we at|i'm from|i am from|here at|i work (?:for|at)|i'm with|i run \w+ at|this is \w+ "
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
    rf"er|jag ar|je suis)\s+(?:die |der |la |el |il |l')?)|[,!.\n:]\s*|^)[\w'-]+,? (?:from|von(?: der)?|vom|de la|du|des|de|del|van|fran|fra|pa|"
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
    r"servus|gruezi|hoi|tja\w*|geachte|gentile|egregi\w*|morning|good|coucou|kia ora|tach|heya|hiya|yo|grias|team|all|request|invitation|brief\w*|bid|"
    r"rf[pq]|job|call|fwd?|re|cahier|anfrage|udbud|tender)\b"
)
_GENERIC = frozenset(
    (
        "client",
        "brief",
        "request",
        "project",
        "film",
        "video",
        "call",
        "quote",
        "proposal",
        "the",
        "film production",
        "ceo",
        "cmo",
        "cfo",
        "hr",
        "pr",
        "it",
    )
)


def read_client(source: BriefSource, zones: Zones) -> Read[str | None]:
    """The client's name as the brief writes it, without its legal form, and its quote."""
    stated = _stated(zones)
    if stated:
        return stated
    agency = folded(_agency(zones) or "~")
    finders: tuple[Finder, ...] = (
        _client_of,
        _headed,
        _introduced,
        _spoken,
        _signed,
        _under_name,
        _wanting,
        _requested,
        _from_domain,
        _wanted_for,
        _opening,
        _filmed,
    )
    for finder in finders:
        for name, a, b in finder(zones, source):
            bare = _bare(name)
            low = folded(bare)
            head = low.split("'")[0].split()[0] if low.split("'")[0].split() else ""
            core = re.sub(r"^(?:la|le|el|les|de) ", "", low)
            if (
                not may_be_client(core.title(), source)
                or head in NOT_NAMES - {"la", "le", "el", "de"}
                or low in _GENERIC
                or len(low) < 2
            ):
                continue
            if finder is not _client_of and (low.startswith(agency) or agency.startswith(low) or _is_agency(name)):
                continue
            return Read(bare, (zones.shown.quote(a, b),))
    return Read(None)


_OF_A_PIECE = re.compile(
    r"^(?:[\w-]*(?:[Ff]ilms?|[Vv]ideos?|[Ss]pots?|[Cc]lips?)|Brief(?:ing)?|Campaign|Kampagne|Projekt|Projet|"
    r"Project)\s+(?:for|f[üu]r|pour|para|voor|for|för|der|des|von|de la|de|van|of)\s+(?:the |die |das |der |la |"
    r"le )?(?=[A-ZÀ-Þ])"
)
_OFFICE = re.compile(
    r"^\w*(?:adviseur|adviser|advisor|leider|manager|medewerker|chef|leiter(?:in)?|referent(?:in)?|konsulent|"
    r"r[åa]dgiver|sjef|Manager|Director|Head|Officer|Lead)\s+(?:at |bei |of |hos |på |i )?(?=[A-ZÀ-Þ])"
)


_CUSTOMER = re.compile(
    r"^(?:Kundin|Kunden?|[Cc]liente?|Klant|Kund|Marke|Firma|Brand|Marque|Marca|Marchio)\s+(?=[A-ZÀ-Þ])"
)


def _bare(name: str) -> str:
    name = re.sub(r"(?:\s+(?:I|We|Wir|Nous))+$", "", _CUSTOMER.sub("", name))
    tidied = _OF_A_PIECE.sub("", LEGAL.sub("", tidy(name)))
    tidied = re.sub(
        r"^(?:About|Regarding|Dear|From|For|Desde|Para|Por|Von|Bei|Chez|Pour|Für|Voor|För|Til|Till|Over|Om|Über|"
        r"Sobre)\s+(?:la |el |der |die |le |the )?(?=[A-ZÀ-Þ])",
        "",
        tidied,
    )
    tidied = re.sub(r"\s+A(?:/S)?$", "", tidied)
    tidied = _OFFICE.sub("", tidied)
    if re.match(r"(?:La|Le|Les|L')\s", tidied) and len(tidied.split()) > 2:
        tidied = tidied.split(" ", 1)[1]
    if len(tidied.split(" di ")[0].split()) > 1:
        tidied = tidied.split(" di ")[0]
    return (
        re.sub(r"^(?:The|Der|Die|Das|A|O|El|De|Het|Il)\s+(?=[A-ZÀ-Þ])", "", tidied)
        if not re.match(r"^De \w+$", tidied)
        else tidied
    )


def _is_agency(name: str) -> bool:
    return bool(
        re.search(
            r"\b(?:agency|agentur|agence|agencia|bureau|byr[åa]|reclamebureau|werbeagentur|agenzia)\b", name.lower()
        )
    )


def _stated(zones: Zones) -> Read[str | None] | None:
    unit = labelled(zones, "client") or next(
        (
            u
            for u in zones.units
            if u.section == "client" and u.kind != "heading" and re.fullmatch(NAME, u.text.split(",")[0].strip(" ."))
        ),
        None,
    )
    if unit is None:
        return None
    name = re.split(r"\s[-–|/•]\s|[(;|\n]|,\s(?!Inc|Ltd|LLC)|(?<!Inc)(?<!Ltd)(?<!Co)(?<!\be)\.\s", unit.text)[0]
    if cue("open").search(folded(name)) or not tidy(name):
        return None
    return Read(LEGAL.sub("", tidy(name)), (zones.wanted.quote(unit.start, unit.start + len(name.rstrip())),))


def _agency(zones: Zones) -> str | None:
    unit = labelled(zones, "agency")
    if unit:
        return tidy(re.split(r"[,(;|]", unit.text)[0])
    for name, _, _ in names_after(zones.wanted, cue("agency"), r"[\s:,]{1,3}"):
        return tidy(name)
    m = re.search(
        rf"({NAME})[ ]\((?:[\w ]*agency|[\w ]*agentur|agence[\w ]*|agencia[\w ]*|[\w ]*bureau|[\w ]*byrå)",
        zones.wanted.text,
    )
    return tidy(m[1]) if m else None


def _client_of(zones: Zones, source: BriefSource) -> Iterator[Named]:
    yield from names_after(
        zones.wanted,
        cue("client_of"),
        rf"\s*[:,(]?\s*(?:is |ist |est |es |är |er )?(?:{_ARTICLE})(?:[a-zà-ÿ]{{4,15}} )?[*]*",
    )
    for m in _AGENCY_FOR.finditer(zones.wanted.text):
        if _is_agency(m[1]) or _is_agency(zones.wanted.text[max(0, m.start() - 14) : m.start()]):
            yield m[2], m.start(2), m.end(2)


def _introduced(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "We're Marrow Street Theatre", "andreas from Gletscherbahn AG here", "Bakkerij Van Rossum hier"."""
    yield from names_after(zones.wanted, _SELF, _ARTICLE)
    text = zones.wanted.text
    first = re.search(r"\S", text)
    head = text[: first.start() + 160] if first else ""
    low = folded(head)
    for m in _INTRODUCED.finditer(low):
        name = re.compile(f"(?:[a-zà-ÿ]{{4,15}} )?({NAME})").match(text, m.end())
        if (
            name
            and _preposition_is_lower(text, m)
            and (not _SALUTATION.match(low[m.start() :].strip(" ,.!\n")) or "from" in m[0] or "fra" in m[0])
        ):
            yield name[1], name.start(1), name.end(1)
    here = re.search(
        rf"({NAME})(?:[ ](?:in|i|aus|en|à|from|te)[ ]{NAME})?[ ](?:here|hier|här|her|aquí|aqui|ici|qui)\b", head
    )
    if here:
        yield here[1], here.start(1), here.end(1)


def _preposition_is_lower(text: str, m: re.Match[str]) -> bool:
    """In "Bakkerij Van Rossum" the particle belongs to the name."""
    words = re.findall(r"[^\W\d_]+", text[m.start() : m.end()])
    return len(words) < 2 or words[1][:1].islower() or (len(words) > 2 and words[-1][:1].islower())


def _signed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """A company with a legal form in the signature or the last lines, or one that spells the sender's domain."""
    stem = _stem(zones, source)
    found: list[tuple[int, Named]] = []
    for a, b in _closing_lines(zones):
        line = zones.shown.text[a:b]
        for m in re.finditer(NAME, line):
            name = tidy(m[0])
            joint = re.search(r"^.*\b(?:der|des|von|for|für|pour|de la|van|of)\s+(?=[A-ZÀ-Þ])", m[0])
            legal = LEGAL.search(line[m.start() : m.end() + 12]) and LEGAL.search(m[0] + _tail(line, m.end()))
            if "@" in line[max(0, m.start() - 1) : m.end() + 1]:
                continue
            if legal or (stem and len(name) > 3 and _spells(name, stem)):
                cut = joint.end() if joint and re.match(r"\w*(?:film|video|spot|clip|brief)", m[0].lower()) else 0
                found.append((0 if stem and _spells(name, stem) else 1, (m[0][cut:], a + m.start() + cut, a + m.end())))
    yield from (named for _, named in sorted(found, key=lambda f: f[0]))


def _under_name(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """The company after the writer's name: "Ollie Marsh, Brackenbury Cheese", or alone on a signature's line."""
    person = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:[ ](?:[A-ZÀ-Þ][\w'’.-]*|van|von|de|der|du|da)){0,3}")
    lines = _closing_lines(zones)
    for i, (a, b) in enumerate(lines):
        line = zones.shown.text[a:b]
        parts = [(m.start(), m.end()) for m in re.finditer(r"(?:\bA/S\b|[^,|/•])+", line)]
        heads = [line[x:y].strip() for x, y in parts]
        if len(parts) >= 2 and person.fullmatch(heads[0]):
            rest = parts[1:]
        elif len(parts) == 1 and i and person.fullmatch(zones.shown.text[slice(*lines[i - 1])].strip(" ,.")):
            rest = parts
        else:
            continue
        for x, y in reversed(rest):
            said = line[x:y].strip(" .")
            if (
                re.fullmatch(NAME, said)
                and not ROLE.search(folded(said))
                and not re.search(r"\d", said)
                and said != heads[0]
            ):
                at = a + line.index(said, x)
                yield said, at, at + len(said)


def _tail(line: str, at: int) -> str:
    m = re.match(
        r"[ ,]+(?:B\.V\.|S\.A\.S?|S\.L\.|N\.V\.|S\.r\.l\.|S\.p\.A\.|Co\., Ltd\.?|GmbH|AG|AB|AS|A/S|ApS)", line[at:]
    )
    return m[0] if m else ""


def _closing_lines(zones: Zones) -> list[Span]:
    lines = signature_lines(zones)
    ends = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", zones.wanted.text) if m[0].strip()]
    return lines + [e for e in ends[-5:] if e not in lines and e[1] - e[0] < 60]


def _stem(zones: Zones, source: BriefSource) -> str:
    """The telling part of the sender's domain, or nothing for our own and for free mail."""
    texts = [zones.shown.text[a:b] for a, b in zones.signatures] + [zones.wanted.text]
    written = next((m[0] for text in texts if (m := EMAIL.search(text))), None)
    address = zones.email or written or source.sender_email
    domain = address.split("@")[1].lower().rstrip(".") if address and "@" in address else ""
    stem = re.sub(r"\W", "", domain.rsplit(".", 1)[0].split(".")[-1]) if domain else ""
    return "" if domain in source.own_domains or stem in _FREE_MAIL or len(stem) < 3 else stem


def _from_domain(zones: Zones, source: BriefSource) -> Iterator[Named]:
    stem = _stem(zones, source)
    hits = [
        (m[0], m.start(), m.end())
        for m in re.finditer(NAME, zones.shown.text)
        if stem
        and len(m[0]) > 3
        and _spells(tidy(m[0]), stem)
        and "@" not in zones.shown.text[max(0, m.start() - 1) : m.end() + 1]
    ]
    yield from sorted(hits, key=lambda h: -len(h[0]))


def _spells(name: str, stem: str) -> bool:
    """Whether a name spells a domain's stem: "Lumen Home Ltd" and lumenhome, "Fathom Seafood" and fathomseafood."""
    bare = folded(LEGAL.sub("", name))
    forms = {re.sub(r"[^a-z0-9]", "", bare.replace("&", word)) for word in ("and", "")}
    return any(
        f
        and (f == stem or (len(f) >= 5 and len(stem) >= 5 and (stem.startswith(f) or f.startswith(stem) or stem in f)))
        for f in forms
    )


def _wanting(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "Fathom Seafood needs a film": the subject of a wish or of the brief's first statement."""
    kinds = re.compile(
        r"(?:film|video|spot|clip|teaser|trailer|reel|budget|deadline|dreh|lieferung|shoot|\w*(?:sek[uü]nder|min[uü]ter)$)",
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


def _requested(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "New job from Sparefro", "Anfrage von Gletscherbahn", "a pottery studio called Clay Days"."""
    yield from names_after(zones.wanted, called(), r"\s+[\"'*]*")
    yield from names_after(zones.wanted, request_from(), rf"\s+(?:{_ARTICLE})[*]*")


def _headed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """An institution alone on one of the first lines, or a part of the first line ("Briefing - Ziekenhuis De Linde")."""
    text = zones.wanted.text
    lines = [m for m in re.finditer(r"[^\n]*\S[^\n]*", text)][:4]
    for m in lines:
        if m[0].rstrip().endswith((".", "!", "?", ",")) or (re.search(r"\d|:", m[0]) and " - " not in m[0]):
            continue
        for part in re.finditer(r"(?:(?!\s[-–|/]\s)[^\n])+", m[0].lstrip("# *")):
            said = part[0].strip(' -–|/*#"')
            if (
                1 <= len(said.split()) <= 8
                and not _SALUTATION.match(folded(said))
                and "," not in said
                and said[0].isupper()
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


_PAUSE = re.compile(
    r"\s(?:u+h*m*|eh+|so|and|we|i|um|mira|ja|bueno|pues|te|also|wir|ich|und|y|et|on|nous|volevamo|vorremmo|necesitamos|queremos|"
    r"vi|jeg|jag|og|och|en|ik|e|abbiamo|quer\w+|precis\w+|here|hier|her|aqui|following|just|wanted|calling|about|in|wegen)\b|[,.;\n]"
)


def _spoken(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "hi it's gwen from calder shipbuilding um so …": a transcript without capitals, up to the speaker's pause."""
    text = zones.wanted.text
    if sum(c.isupper() for c in text) > 0.01 * len(text) + 2:
        return
    low = folded(text)
    for m in _INTRODUCED.finditer(low[:200]):
        rest = text[m.end() : m.end() + 60]
        stop = _PAUSE.search(folded(rest))
        said = rest[: stop.start()].strip() if stop else ""
        if said and len(said.split()) <= 4:
            yield " ".join(w[:1].upper() + w[1:] for w in said.split()), m.end(), m.end() + len(said)


def _filmed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "A walkthrough of the Lidya Bay Hotel": the weakest sign, an institution that the piece is about."""
    for m in re.finditer(NAME, zones.wanted.text):
        before = folded(zones.wanted.text[max(0, m.start() - 24) : m.start()])
        about = re.search(
            r"\b(?:of|about|uber|sur|sobre|over|om|su|fur|for)\s(?:the |das |die |den |le |la |el |het |l')?$", before
        )
        if about and institution().search(folded(m[0])):
            yield m[0], m.start(), m.end()


_NO_CLIENT = re.compile(
    r"(?:(?:jan(?:uar[yi]?)?|feb(?:ruar[yi]?)?|m[aä]r(?:ch|z|s)?|apr(?:il)?|ma[iy]|jun[ei]?|jul[yi]?|aug(?:ust)?|sep(?:t|tember)?|"
    r"o[ck]t(?:ober)?|nov(?:ember)?|de[czs](?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|web|ig|tv|yt|q[1-4]|christmas|"
    r"easter|europe|germany|eu|uk|us|online|social)\b|insta|tiktok|youtube|linkedin|facebook|\d)",
    re.IGNORECASE,
)


def _wanted_for(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """ "3 x 15s verticals for Nordlys": a name after "for" that is no person, place, month or channel."""
    pattern = re.compile(pattern_of(entries("cues", "wanted_for")))
    for name, a, b in names_after(zones.wanted, pattern, rf"\s+(?:{_ARTICLE})(?:[a-zà-ÿ]{{4,12}} )?"):
        unit = zones.unit_at(a)
        if unit is None or unit.subject in (
            "usage",
            "contact",
            "languages",
            "aside",
            "delivery",
            "shoot",
            "locations",
            "revisions",
            "budget",
        ):
            continue
        if re.match(r"\s*(?:thing|trip|project|shoot|stuff|job|[\"„“«])", zones.wanted.text[b:]):
            continue
        if not _NO_CLIENT.match(name) and not _SALUTATION.match(folded(name)):
            yield name, a, b


def _opening(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """The brief's first words when they are set off like a headline: "Sparrow Bikes, film for the new cargo bike"."""
    text = zones.wanted.text
    start = len(text) - len(text.lstrip())
    m = _OPENING.match(text, start)
    if m and not _SALUTATION.match(folded(m[1])) and len(m[1].split()) <= 5 and len(m[1]) > 3:
        yield m[1], m.start(1), m.end(1)
