"""The client: the brand whose film it is, never its agency and never us.

From the surest sign to the weakest: a label; "for our client X"; "we are X"; a company with a legal form in the
signature; "X needs …"; the sender's domain spelt out in the text; the brief's opening words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copilot.briefs.facts.client_prose import (
    client_of,
    filmed,
    headed,
    introduced,
    is_agency,
    opening,
    requested,
    spoken,
    wanted_for,
    wanting,
)
from copilot.briefs.facts.client_signed import from_domain, signed, under_name
from copilot.briefs.facts.names import LEGAL, NAME, NOT_NAMES, Named, labelled, may_be_client, names_after, tidy
from copilot.briefs.facts.presented import presented
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.source import BriefSource
from copilot.briefs.facts.towns import is_known
from copilot.briefs.facts.words import cue, folded, kind_patterns, label_topics
from copilot.briefs.facts.zones import Zones

Finder = Callable[[Zones, BriefSource], Iterator[Named]]

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
        client_of,
        headed,
        introduced,
        presented,
        spoken,
        signed,
        under_name,
        wanting,
        requested,
        from_domain,
        wanted_for,
        opening,
        filmed,
    )
    for finder in finders:
        for name, a, b in finder(zones, source):
            bare = _bare(name)
            theirs = finder is client_of or not (_same(bare, agency) or is_agency(name))
            if theirs and _may_stand(bare, source):
                return Read(bare, (zones.shown.quote(a, b),))
    return Read(None)


def _same(name: str, agency: str) -> bool:
    low = folded(name)
    return low.startswith(agency) or agency.startswith(low)


def _may_stand(bare: str, source: BriefSource) -> bool:
    """Whether words can be a client's name: no pronoun, label, piece of work or department, and not ours."""
    low = folded(bare)
    first = low.split("'")[0].split()
    core = re.sub(r"^(?:la|le|el|les|de) ", "", low)
    if len(low) < 2 or low in _GENERIC or (first and first[0] in NOT_NAMES - {"la", "le", "el", "de"}):
        return False
    if len(low.split()) == 1 and (low in label_topics() or any(p.fullmatch(low) for _, p in kind_patterns())):
        return False
    # "Kettleby Tools, Sheffield": a town stands beside the name. A client that is called like one says so by a label.
    return not is_known(bare) and may_be_client(core.title(), source)


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
    name = re.sub(r"(?:\s+(?:I|We|Wir|Nous)(?:'\w+)?)+$", "", _CUSTOMER.sub("", name))
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
        rf"({NAME})[ ]\((?:[\w ]{{0,40}}(?:agency|agentur|bureau|byrå)|agence|agencia)",
        zones.wanted.text,
    )
    return tidy(m[1]) if m else None
