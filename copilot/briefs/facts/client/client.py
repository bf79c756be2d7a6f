"""The client: the brand whose film it is, never its agency and never us.

A label settles it. Else every wording that gives a name is a sign with a weight: "for our client X", "we are X", a
company in the signature, "X needs …", the sender's domain spelt out, the brief's first words. Signs of one name add up,
a name that is a person's or stands apart from the sender's domain loses to one that does not; the heaviest name wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from copilot.briefs.facts.client.agencies import agencies_of
from copilot.briefs.facts.client.briefed import briefed_for, legal_in_brackets
from copilot.briefs.facts.client.organisations import A_PAPER, bare_house, whole_name
from copilot.briefs.facts.client.presented import presented
from copilot.briefs.facts.client.prose import (
    client_of,
    filmed,
    headed,
    houses,
    in_brackets,
    introduced,
    is_agency,
    opening,
    requested,
    self_introduced,
    speaking_for,
    wanted_for,
    wanting,
)
from copilot.briefs.facts.client.seen import SeenLetter, seen_letter
from copilot.briefs.facts.client.signed import from_domain, signed, spells, under_name, writers_stem
from copilot.briefs.facts.client.told import (
    apposed,
    called_client,
    equated,
    in_subject,
    is_house_named,
    letterhead,
    of_sender,
    relayed,
)
from copilot.briefs.facts.client.vocabulary import bare_kind, core_of, institution, job, trade
from copilot.briefs.facts.client.weighed import with_second_look
from copilot.briefs.facts.letter.candidates import RULED, Mention, placed
from copilot.briefs.facts.letter.lines import Unit, units_of
from copilot.briefs.facts.letter.names import LEGAL, NAME, NOT_NAMES, Named, labelled, may_be_client, somewhere, tidy
from copilot.briefs.facts.letter.people import first_names
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import FUNCTION_WORDS, cue, folded, kind_patterns, label_topics
from copilot.briefs.grammar.ratios import find_ratios
from store.proposals.facts import Contact

Finder = Callable[[Zones, BriefSource], Iterator[Named]]
FINDERS: dict[Finder, float] = {
    client_of: 12.0,
    called_client: 12.0,
    briefed_for: 12.0,
    headed: 9.0,
    in_brackets: 9.0,
    legal_in_brackets: 9.0,
    self_introduced: 9.0,
    introduced: 8.5,
    equated: 8.0,
    presented: 8.0,
    signed: 7.0,
    under_name: 6.5,
    relayed: 6.0,
    wanting: 6.0,
    of_sender: 5.5,
    speaking_for: 6.0,
    requested: 5.5,
    from_domain: 5.0,
    apposed: 4.5,
    letterhead: 4.0,
    wanted_for: 4.0,
    houses: 3.5,
    in_subject: 2.5,
    opening: 3.0,
    filmed: 2.0,
}
"""What the wordings weigh that give a client's name; the distance to the next lets one more sign turn the balance."""
_AT_ITS_END = -1.5
_IN_DOMAIN, _INSTITUTION, _IN_SUBJECT, _A_PERSON, _A_TOWN, _PERHAPS_A_TOWN = 3.0, 1.0, 1.0, 8.0, 9.0, 5.0
_SURE, _TOLD_BEFORE, _CALLED_CLIENT = 8.0, 1.5, 11.5
_IN_TOWN = re.compile(r"\b(?:in|near|aus|te|nær|nära|près de|cerca de)\s(?:the\s|der\s)?$")
_IN_OR_AT = re.compile(r"\b(?:à|i)\s$")
"""Norwegian "i" stands before a company as well as before a town."""


@dataclass(frozen=True)
class Sign:
    """A name some wording gives, its span of the view, the words that make two names one, and its weight."""

    name: str
    start: int
    end: int
    core: str
    weight: float


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
        "homepage",
        "website",
        "webseite",
        "webpage",
        "intranet",
        "startseite",
        "handwerk",
        "detail",
        "details",
    )
)


def read_client(source: BriefSource, zones: Zones, contact: Contact | None) -> Read[str | None]:
    """The client's name as the brief writes it, without its legal form, and its quote."""
    ruled, seen = rules_client(source, zones, contact)
    return with_second_look(ruled, seen)


def rules_client(source: BriefSource, zones: Zones, contact: Contact | None) -> tuple[Read[str | None], SeenLetter]:
    """The client by the rules, and the letter's names as the second look sees them."""
    people = people_of(source, zones, contact)
    signs = list(_signs(source, zones, people))
    older = replace(zones, wanted=zones.theirs, units=units_of(zones.theirs))
    before = list(_signs(source, older, people))
    standing = _weighable(source, zones, signs, before)
    ruled = _stated(zones) or _heaviest(zones, standing)
    found = [Mention(sign.name, sign.start, sign.end, RULED) for sign in (*signs, *before)]
    if ruled.value:
        found.insert(0, placed(ruled.value, zones.shown.text, RULED))
    stem = writers_stem(zones, source)
    called = frozenset(s.core for s in standing if s.weight >= _CALLED_CLIENT and not (stem and spells(s.name, stem)))
    told = frozenset(s.core for s in standing if s.weight >= _SURE)
    return ruled, seen_letter(zones, source, people, found, called, told)


def _weighable(source: BriefSource, zones: Zones, found: list[Sign], older: list[Sign]) -> list[Sign]:
    """The signs to choose from; `older` are those of their older messages."""
    signs, before = _standing(found, source), _standing(older, source)
    if signs:
        signs += [replace(s, weight=s.weight - _TOLD_BEFORE) for s in before if s.weight >= _SURE + _TOLD_BEFORE]
    else:
        # A colleague's message or one told aside may name the house, but a chat's loose words name anything.
        signs = [s for s in before if s.weight >= _SURE or not zones.is_chat]
    return [sign for sign in _for_another(signs, writers_stem(zones, source)) if not _is_part(sign, signs)]


def _heaviest(zones: Zones, signs: list[Sign]) -> Read[str | None]:
    if not signs:
        return Read(None)
    best = max(signs, key=lambda sign: (_weight(sign, signs), sign.weight, -sign.start))
    at = best.start, best.end
    return Read(best.name, (zones.shown.quote(*at),) if at != (0, 0) else somewhere(zones.shown, best.name))


def _for_another(signs: list[Sign], stem: str) -> list[Sign]:
    """The signs where the writer names a client that is not their own house: their domain then speaks for nobody."""
    if not stem or not any(s.weight >= _CALLED_CLIENT and not spells(s.name, stem) for s in signs):
        return signs
    return [replace(s, weight=s.weight - 2 * _IN_DOMAIN) if spells(s.name, stem) else s for s in signs]


def _is_part(sign: Sign, signs: list[Sign]) -> bool:
    """Whether a sign gives only the kind of a house ("Horlogerie") or only its town ("Lund" of "Museum Lund")."""
    kind = bare_kind().fullmatch(sign.core)
    return any(
        (kind and other.core != sign.core and (len(sign.core.split()) == 1 or other.core.startswith(sign.core + " ")))
        or (
            other.core.endswith(" " + sign.core)
            and institution().fullmatch(other.core.split()[0])
            and len(other.core.split()) == 2
        )
        for other in signs
    )


def _standing(signs: list[Sign], source: BriefSource) -> list[Sign]:
    return [sign for sign in signs if sign.weight > 0 and _may_stand(sign.name, source)]


def _signs(source: BriefSource, zones: Zones, people: frozenset[str]) -> Iterator[Sign]:
    """Every name that some wording or place gives as the client, once a wording."""
    theirs = writers_stem(zones, source)
    agencies = agencies_of(source, zones)
    mentioned = folded(source.subject or "")
    text = zones.shown.text
    for finder, weight in FINDERS.items():
        seen: set[str] = set()
        for name, start, end in (whole_name(text, found, theirs) for found in finder(zones, source)):
            bare = bare_house(_bare(name, theirs), people)
            core = core_of(bare)
            if not core or core in seen or (finder is not client_of and (is_agency(name) or agencies.speaks_of(bare))):
                continue
            # Finders name the surest first: each further name of the same wording weighs less.
            sure = weight - 0.5 * min(len(seen), 4)
            seen.add(core)
            if set(core.split()) <= people:
                sure -= _A_PERSON
            if re.fullmatch(r"[A-Z]{2}", bare) and zones.shown.text[max(0, start - 2) : start] == ", ":
                sure -= _A_TOWN  # "Trenton, NJ"
            if _IN_TOWN.search(zones.shown.text[max(0, start - 12) : start]):
                sure -= _A_TOWN
            if _IN_OR_AT.search(zones.shown.text[max(0, start - 12) : start]):
                sure -= _PERHAPS_A_TOWN
            if theirs and spells(bare, theirs):
                sure += _AT_ITS_END if _ends(core, theirs) else _IN_DOMAIN
            if institution().search(folded(bare)):
                sure += _INSTITUTION
            sure += _IN_SUBJECT if core in mentioned else 0
            yield Sign(bare, start, end, core, sure)


def _ends(core: str, stem: str) -> bool:
    """Whether one word is only the end of the domain, as a town is: "Dunmore" of "stcolumbasdunmore"."""
    bare = re.sub(r"[^a-z0-9]", "", core)
    return " " not in core and len(stem) - len(bare) >= 4 and stem.endswith(bare)


def people_of(source: BriefSource, zones: Zones, contact: Contact | None) -> frozenset[str]:
    """The words of the names of all who write: "Best, Lars" signs a mail, Lars is no brand."""
    stem = writers_stem(zones, source)
    sender = source.sender_name
    if sender and stem and is_house_named(sender, stem, source.sender_email):
        sender = None
    signer = contact.name if contact else None
    if contact and signer and not contact.email and " " in signer and folded(signer).split()[0] not in first_names():
        signer = None  # "Barro Vivo" may be a house's name as well
    named = (sender, zones.author, signer, *(s.author for s in source.segments))
    people = [folded(re.sub(r"\(.*", "", name)) for name in named if name and "@" not in name]
    # "Rasmus Cykelklubben" in a telephone's list of names: the person is only the first word.
    return frozenset(word for p in people for word in re.findall(r"\w+", p)[: 1 if institution().search(p) else None])


def _weight(sign: Sign, signs: list[Sign]) -> float:
    """What all wordings that give this name weigh together; those that give a part of it or more than it count half."""
    own = max(s.weight for s in signs if s.core == sign.core)
    more = sum(1.5 for s in signs if s.core == sign.core) - 1.5
    part = max((s.weight for s in signs if s.core != sign.core and _overlap(s.core, sign.core)), default=0.0)
    return own + more + part / 4


def _overlap(one: str, other: str) -> bool:
    return f" {one} ".startswith(f" {other} ") or f" {other} ".startswith(f" {one} ")


def _may_stand(bare: str, source: BriefSource) -> bool:
    """Whether words can be a client's name: no pronoun, label, piece of work or department, and not ours."""
    low = folded(bare)
    first = low.split("'")[0].split()
    core = re.sub(r"^(?:la|le|el|les|de) ", "", low)
    if bare[:1].isdigit() and not re.fullmatch(r"\d+\w*", bare.split()[-1]) and re.match(r"\d+\s*(?:x|%)?\s", low):
        return False
    if A_PAPER.search(low) or find_ratios(bare, "en"):
        return False
    if re.fullmatch(r"[\d\s./+-]+", bare) and len(low) > 4:
        return False  # a telephone number
    if all(job().fullmatch(word) or word in FUNCTION_WORDS for word in low.split()):
        return False
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


def _bare(name: str, stem: str) -> str:
    name = re.sub(r"(?:\s+(?:I|We|Wir|Nous)(?:'\w+)?)+$", "", _CUSTOMER.sub("", name))
    tidied = _OF_A_PIECE.sub("", LEGAL.sub("", tidy(name)))
    tidied = re.sub(r"^\w*[Bb]rief(?:ing)?\s(?:for|für|pour|para|voor|per|from|von|de|van)\s(?=[A-ZÀ-Þ])", "", tidied)
    tidied = re.sub(
        r"^(?:About|Regarding|Dear|From|For|Desde|Para|Por|Von|Bei|Chez|Pour|Für|Voor|För|Til|Till|Over|Om|Über|"
        r"Sobre)\s+(?:la |el |der |die |le |the )?(?=[A-ZÀ-Þ])",
        "",
        tidied,
    )
    tidied = re.sub(r"\s+A(?:/S)?$", "", tidied)
    tidied = re.sub(r"^[LD]'[a-zà-ÿ]+\s(?=[A-ZÀ-Þ])", "", tidied)  # "l'association Mémoire"
    head = re.split(r"\sde\s", tidied)[0]
    town = re.split(r"\sdi\s|\sde\s", folded(tidied))[-1]
    if stem and len(town) > 3 and town.replace(" ", "")[:8] in stem:
        # The domain names the town too.
        return re.sub(r"^(?:The|Der|Die|Das|El|Het|Il|La|Le|Les)\s+(?=[A-ZÀ-Þ])", "", tidied)
    tidied = head if len(head.split()) > 1 and trade().match(folded(head)) else tidied  # "Cervejaria Mata de Lages"
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
    if unit is None or (unit.label and _of_a_piece(zones, unit)):
        return None
    name = re.split(r"\s[-–|/•]\s|[(;|\n]|,\s(?!Inc|Ltd|LLC)|(?<!Inc)(?<!Ltd)(?<!Co)(?<!\be)\.\s", unit.text)[0]
    if cue("open").search(folded(name)) or not tidy(name) or A_PAPER.search(folded(name)):
        return None
    return Read(LEGAL.sub("", tidy(name)), (zones.wanted.quote(unit.start, unit.start + len(name.rstrip())),))


def _of_a_piece(zones: Zones, unit: Unit) -> bool:
    """Whether a label speaks of a piece for the brand: "Brand film: 100 seconds"."""
    label = folded(zones.wanted.text[slice(*unit.label)]) if unit.label else ""
    return any(pattern.search(label) for _, pattern in kind_patterns())
