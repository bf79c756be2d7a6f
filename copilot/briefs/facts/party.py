"""Who asks: the client (the brand, not its agency), the job's title, and the person to talk to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.source import BriefSource
from copilot.briefs.facts.view import Span, View
from copilot.briefs.facts.words import cue, entries, folded, pattern_of
from copilot.briefs.facts.zones import Zones
from store.proposals.facts import Contact, Quote

_NAME = r"(?:(?:[A-ZÀ-ÞŁŚŻ0-9][\w'’.\-]*|&|\+|[a-zà-ÿ]?[A-Z][\w'’\-]*)(?:[ ](?:(?:[A-ZÀ-ÞŁŚŻ0-9&+][\w'’.\-]*|&|\+)|(?:of|de|du|des|la|le|van|der|den|von|und|and|et|y|og|och|for|the|e|di|do|da|del)(?=[ ][A-ZÀ-ÞŁ])))*)"
_LEGAL = re.compile(
    r"[,\s]+(?:GmbH(?: & Co\.? KG)?|AG|Ltd\.?|Limited|Inc\.?|LLC|S\.?A\.?S?|SARL|B\.?V\.?|N\.?V\.?|AB|ApS|A/S|AS|Oy|S\.?L\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|KG|SE|e\.V\.|plc|PLC|Pvt\.? Ltd\.?|Pty Ltd|Lda\.?|Ltda\.?)\.?$"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w@.,/:-])(?:\+|00)?\(?\d[\d\s().\-/]{6,20}\d(?![\w@])")
_FREE_MAIL = frozenset(
    "gmail googlemail outlook hotmail yahoo icloud gmx web live aol proton protonmail mail orange wanadoo free laposte telenet ziggo".split()
)
_PREFIX = re.compile(
    r"^(?:\s*(?:re|fwd?|fw|aw|wg|tr|rv|sv|vs|vb|vl|antw|ref|enc|i|r|res|doorst|\[?ext(?:ern(?:al)?)?\]?|\[[^\]]{1,20}\])\s*(?:\[\d+\])?\s*[:\]]\s*|\s*\[[^\]]{1,24}\]\s*)+",
    re.IGNORECASE,
)
_SUBJECT_NOISE = re.compile(
    r"^(?:(?:production |video |film |creative |project |new )*(?:brief(?:ing)?|anfrage|angebotsanfrage|request(?: for (?:proposal|quote|quotation))?|rf[pq]|enquiry|inquiry|"
    r"demande(?: de devis)?|solicitud(?: de presupuesto)?|peticion|offerteaanvraag|aanvraag|forfragan|forespørgsel|foresp[oø]rsel|tilbudsforesp[oø]rgsel|richiesta(?: di preventivo)?|"
    r"pedido de or[cç]amento|quote request|tender|ausschreibung|appel d'offres|briefing|foresp\w+|förfrågan|offertf[oö]rfr[aå]gan)\b\s*(?:for|f[uü]r|pour|para|de|voor|for|om|till|til|per|:|-|–|—)*\s*)+",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|hallo|hej|hei|hola|bonjour|liebe\w*|lieber|sehr geehrte\w*|beste|guten|moin|salut|ciao|buongiorno|estimad\w+|buenos|caro|cara|ola|bom|cher\w*|goedemorgen|goedemiddag|dag|kara|kjaere|kaere|god\w*|servus|gruezi|hoi)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Party:
    client: Read[str | None]
    title: Read[str | None]
    contact: Read[Contact | None]


def read_party(source: BriefSource, zones: Zones) -> Party:
    """Client, title and contact, each with its quotes."""
    agency = _agency(zones)
    client = _client(source, zones, agency)
    contact = _contact(source, zones)
    return Party(client, _title(source, zones, client.value), contact)


def _tidy(name: str) -> str:
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", name.strip(" \t\"'*_.,;:-–"))
    return bare.strip()


def _labelled(zones: Zones, topic: str) -> Unit | None:
    return next((u for u in zones.units if u.topic == topic and u.kind == "field" and u.text.strip(" -–?")), None)


def _agency(zones: Zones) -> str | None:
    unit = _labelled(zones, "agency")
    if unit:
        return _tidy(re.split(r"[,(;|]", unit.text)[0])
    for m in _after(zones.wanted, cue("agency"), r"\W{0,2}"):
        return _tidy(m[0])
    return None


def _after(
    view: View,
    pattern: re.Pattern[str],
    gap: str = r"\s*[:,]?\s*(?:the |der |die |den |la |le |el |de |het |das |dem )?",
) -> list[tuple[str, int, int]]:
    """Capitalised names right after a cue, with their spans."""
    low = folded(view.text)
    found = []
    for m in pattern.finditer(low):
        name = re.compile(gap + f"[\"']?({_NAME})").match(view.text, m.end())
        if name:
            found.append((name[1], name.start(1), name.end(1)))
    return found


def _client(source: BriefSource, zones: Zones, agency: str | None) -> Read[str | None]:
    view = zones.wanted
    unit = _labelled(zones, "client")
    if unit:
        name = re.split(r"\s[-–|/(]\s|[(;|\n]|,\s(?!Inc|Ltd|LLC)|\.\s", unit.text)[0]
        if not cue("open").search(folded(name)) and _tidy(name):
            start = unit.start + unit.text.index(name[:3])
            return Read(_tidy(name), (view.quote(start, start + len(name)),))
    low_agency = folded(agency or "~")
    for key in ("client_of", "self_named"):
        for name, a, b in _named(view, key):
            if _is_client_name(name, source) and not (key == "self_named" and folded(name).startswith(low_agency)):
                return Read(_tidy(name), (view.quote(a, a + len(name.rstrip(" .,")) if b else b),))
    wanting = _wanting(view, source)
    if wanting and folded(wanting[0]) != low_agency:
        return Read(_tidy(wanting[0]), (view.quote(wanting[1], wanting[2]),))
    if agency is None:
        return _signed_company(source, zones) or _wanted_for(zones, source) or Read(None)
    return _wanted_for(zones, source) or Read(None)


_SELF = re.compile(
    r"(?:\b(?:we are|we're|we at|i'm from|i am from|here at|i work (?:for|at)|i'm with|i run \w+ at|marketing (?:manager |lead )?at|this is \w+ (?:from|at)|wir sind(?: die| das| der)?|"
    r"wir von(?: der)?|wir bei(?: der)?|hier ist|ich (?:bin|arbeite) (?:von|bei|fur)(?: der)?|nous sommes|je suis \w+ (?:de|chez)|je travaille (?:chez|pour)|chez|on est|somos|soy \w+ de|"
    r"trabajo (?:en|para)|(?:te|os|le|les) escrib\w+ (?:de|desde)|(?:wij|we) zijn|ik (?:ben|werk) (?:van|bij|voor)|wij van|vi ar|vi pa|jag (?:ar|jobbar) (?:fran|pa|hos|for)|vi er|vi hos|vi i|"
    r"jeg (?:er|arbejder|jobber) (?:fra|hos|i|for)|siamo|lavoro (?:per|in)|scrivo da|somos a|somos o|sou da|sou do|trabalho na|hier schreibt|mein name ist [\w ]+ von|my name is [\w ]+ (?:from|at)|"
    r"i look after [\w ]+ (?:at|for)|head of \w+ (?:at|for)|ik ben \w+ van|namens|de la part de|de parte de)\s+(?:the |der |die |das |la |le |el |de |het )?)"
)
_WANTS = re.compile(
    rf"({_NAME})(?:,[^,.\n]{{3,60}},)?[ \n]+(?:(?:is|are|would|have|has|just|also|currently|now)[ \n]+)*(?:needs?|wants?|would like|is looking|are looking|is planning|are after|is after|looks? for|requires?|is making|are making|is launching|are launching|"
    r"plans?|invites?|seeks?|is seeking|wishes|braucht|brauchen|sucht|plant|mochte|möchte|benötigt|lanciert|produziert|beabsichtigt|cherche|souhaite|recherche|a besoin|veut|lance|prépare|necesita|busca|quiere|desea|lanza|convoca|prepara|zoekt|wil|heeft|"
    r"lanceert|vraagt|söker|behöver|vill|planerar|lanserar|önskar|søger|ønsker|skal|planlægger|lancerer|trenger|lanserer|planlegger|cerca|vuole|ha bisogno|lancia|precisa|quer|procura)\b"
)
_NOT_NAMES = frozenset(
    "we i you it he she they the this that there what who our your hi hello dear and but so if when as please thanks budget delivery deadline client usage shoot "
    "wir ich sie es der die das ein eine unser unsere man nous je vous il elle on le la les notre nuestro el los las usted wij we ik jij u het de een ons "
    "vi jag ni han hon den det en ett jeg du hun noi io lui lei voi mi si nos eu ele ela finance marketing legal management procurement team "
    "everyone someone nobody hej hei hallo hola bonjour ciao subject project film video they're who's kunde auftraggeber".split()
)


def _named(view: View, key: str) -> list[tuple[str, int, int]]:
    if key == "client_of":
        return _after(view, cue("client_of"))
    return _after(view, _SELF, r"")


def _is_client_name(name: str, source: BriefSource) -> bool:
    low = folded(_tidy(name))
    own = any(folded(o) in low for o in source.own_names)
    return len(low) > 1 and low.split()[0] not in _NOT_NAMES and not own and not low.isdigit()


def _wanting(view: View, source: BriefSource) -> tuple[str, int, int] | None:
    """ "Fathom Seafood needs a film": the subject of a wish."""
    for m in _WANTS.finditer(view.text):
        if _is_client_name(m[1], source) and not _GREETING.match(m[1]):
            return m[1], m.start(1), m.end(1)
    return None


def _wanted_for(zones: Zones, source: BriefSource) -> Read[str | None] | None:
    """ "3 x 15s verticals for Nordlys": a name after "for" that is no person, place, month or channel."""
    pattern = re.compile(pattern_of(entries("cues", "wanted_for")))
    months = re.compile(
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|insta|tik|you|link|face|tv|web|q[1-4]|christmas|easter|europe|germany|eu|uk|us|online|social)",
        re.I,
    )
    for name, a, b in _after(zones.wanted, pattern, r"\s+(?:the |our |unsere\w* |notre |onze |vår |vores )?"):
        unit = zones.unit_at(a)
        if unit is None or unit.subject in ("usage", "contact", "languages", "aside"):
            continue
        if _is_client_name(name, source) and not months.match(name) and not _GREETING.match(name):
            return Read(_tidy(name), (zones.wanted.quote(a, b),))
    return None


def _signature_lines(zones: Zones) -> list[Span]:
    text = zones.shown.text
    lines: list[Span] = []
    for start, end in zones.signatures:
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                lines.append((at, at + len(line)))
            at += len(line) + 1
    return lines


def _signed_company(source: BriefSource, zones: Zones) -> Read[str | None] | None:
    """The company in the signature that goes with the sender's domain, else the domain's own name where it stands."""
    view = zones.shown
    email = zones.email or _own_mail(zones) or source.sender_email
    domain = email.split("@")[1].lower() if email and "@" in email else ""
    stem = re.sub(r"\W", "", domain.rsplit(".", 1)[0].split(".")[-1]) if domain else ""
    if domain in source.own_domains or stem in _FREE_MAIL:
        stem = ""
    for a, b in _signature_lines(zones):
        for m in re.finditer(rf"{_NAME}", view.text[a:b]):
            name = _tidy(m[0])
            if _LEGAL.search(name) or (stem and len(name) > 3 and _fits(name, stem)):
                if _is_client_name(name, source) and "@" not in name:
                    return Read(
                        _LEGAL.sub("", name) if _LEGAL.search(name) else name, (view.quote(a + m.start(), a + m.end()),)
                    )
    if stem:
        for m in re.finditer(_NAME, view.text):
            if (
                _fits(_tidy(m[0]), stem)
                and len(_tidy(m[0])) > 3
                and _is_client_name(m[0], source)
                and "@" not in view.text[max(0, m.start() - 1) : m.end() + 1]
            ):
                return Read(_LEGAL.sub("", _tidy(m[0])), (view.quote(m.start(), m.end()),))
    return None


def _fits(name: str, stem: str) -> bool:
    """Whether a name spells a domain's stem: "Lumen Home Ltd" and lumenhome."""
    flat = re.sub(r"[^a-z0-9]", "", folded(_LEGAL.sub("", name)).replace("&", "and"))
    other = re.sub(r"[^a-z0-9]", "", folded(_LEGAL.sub("", name)).replace("&", ""))
    return bool(flat) and (
        flat == stem or other == stem or (len(flat) >= 5 and (stem.startswith(flat) or flat.startswith(stem)))
    )


def _own_mail(zones: Zones) -> str | None:
    for a, b in zones.signatures:
        m = _EMAIL.search(zones.shown.text[a:b])
        if m:
            return m[0]
    return None


def _title(source: BriefSource, zones: Zones, client: str | None) -> Read[str | None]:
    view = zones.wanted
    unit = _labelled(zones, "title")
    if unit and not cue("open").search(unit.low[:12]):
        name = _tidy(re.split(r"\s[|]\s|\n", unit.text)[0])
        return Read(name, (view.quote(unit.start, unit.start + len(unit.text)),))
    heading = _heading_title(zones)
    if heading:
        return heading
    quoted = _quoted_title(zones)
    subject = _subject(source, zones)
    if subject:
        return subject
    return quoted or Read(None)


def _heading_title(zones: Zones) -> Read[str | None] | None:
    text = zones.wanted.text
    first = re.search(r"\S[^\n]*", text)
    if not first or not first[0].startswith("#"):
        return None
    line = first[0].lstrip("# ").strip("* ")
    name = _tidy(_SUBJECT_NOISE.sub("", line)) or _tidy(line)
    at = first.start() + first[0].index(name) if name in first[0] else first.start()
    return Read(name, (zones.wanted.quote(at, at + len(name)),)) if len(name) > 2 else None


def _quoted_title(zones: Zones) -> Read[str | None] | None:
    """A name in quotation marks near a word for project, campaign or film."""
    for m in re.finditer(r"\"([A-ZÀ-Þ0-9][^\"\n]{2,60})\"", zones.wanted.text):
        around = folded(zones.wanted.text[max(0, m.start() - 60) : m.end() + 30])
        if re.search(
            r"\b(?:project|campaign|title|called|named|brief|film|spot|series|projekt|kampagne|titel|projet|campagne|titre|proyecto|campana|titulo|kampanj|kampanje|prosjekt|serie|progetto|campagna|projeto)",
            around,
        ):
            return Read(m[1].strip(" .,"), (zones.wanted.quote(m.start(1), m.end(1)),))
    return None


def _subject(source: BriefSource, zones: Zones) -> Read[str | None] | None:
    """The mail's subject without its reply marks; a forwarded mail's own subject line when there is one."""
    text = zones.shown.text
    lines = list(
        re.finditer(
            r"^[ >*]*(?:subject|betreff|objet|asunto|onderwerp|ämne|amne|emne|oggetto|assunto)\s*:\s*\**\s*(.+)$",
            text,
            re.IGNORECASE | re.MULTILINE,
        )
    )
    if zones.is_forward and lines:
        m = lines[-1]
        name = _tidy(_SUBJECT_NOISE.sub("", _PREFIX.sub("", m[1])))
        if len(name) > 2:
            at = m.start(1) + m[1].index(name) if name in m[1] else m.start(1)
            return Read(name, (zones.shown.quote(at, m.end(1)),))
    if source.subject:
        name = _tidy(_SUBJECT_NOISE.sub("", _PREFIX.sub("", source.subject)))
        if len(name) > 2:
            return Read(name, _somewhere(zones.shown, name))
    return None


def _somewhere(view: View, words: str) -> tuple[Quote, ...]:
    """The first place where words stand in the text; a subject outside the text has no quote of its own."""
    at = folded(view.text).find(folded(words))
    if at >= 0:
        return (view.quote(at, at + len(words)),)
    first = next((w for w in re.findall(r"\w{4,}", words) if folded(w) in folded(view.text)), None)
    if first:
        at = folded(view.text).index(folded(first))
        return (view.quote(at, at + len(first)),)
    line = re.search(r"\S[^\n]*", view.text)
    return (view.quote(line.start(), line.end()),) if line else ()


def _contact(source: BriefSource, zones: Zones) -> Read[Contact | None]:
    unit = _labelled(zones, "contact")
    block = _contact_block(zones)
    if block:
        found = _person(zones.shown, block, source)
        if found.value and found.value.name:
            return found
    if unit:
        found = _person(zones.shown, [(unit.start, unit.end)], source)
        if found.value and (found.value.name or found.value.email):
            return found
    return _signatory(source, zones)


def _contact_block(zones: Zones) -> list[Span]:
    spans = [(u.start, u.end) for u in zones.units if u.section == "contact" or u.topic == "contact"]
    cue_line = re.compile(
        r"^.*\b(?:questions to|any questions|contact(?: me| person)?|ruckfragen|ansprechpartner\w*|interlocut\w+|contacto|contactpersoon|kontaktperson)\b.*$",
        re.MULTILINE,
    )
    if not spans:
        low = folded(zones.shown.text)
        spans = [(m.start(), m.end()) for m in cue_line.finditer(low) if "@" in m[0] or _PHONE.search(m[0])]
    return spans


_PERSON = re.compile(
    r"(?:(?:Ms|Mr|Mrs|Dr|Prof|Frau|Herr|Mme|M|Sra|Sr|Mevr|Dhr)\.?\s+)*((?:[A-ZÀ-ÞŁŚŻ][\w'’-]+|[A-ZÀ-Þ]\.)(?:[ ](?:[A-ZÀ-ÞŁŚŻ][\w'’.-]*|van|von|de|der|den|la|el|al|af|da|di|dos|le|ten|ter)){1,4})"
)
_ROLE = re.compile(
    r"\b(?:manager|head|director|marketing|team|lead|producer|officer|procurement|communications?|brand|leitung|leiter\w*|chef\w*|responsable|direct\w+|project\w*|senior|junior|assistant|account|ltd|gmbh|inc|agency|studio|department|office|contact|kontakt\w*|tel|phone|mobile)\b",
    re.IGNORECASE,
)


def _person(view: View, spans: list[Span], source: BriefSource) -> Read[Contact | None]:
    name = email = phone = None
    quotes: list[Quote] = []
    for a, b in spans:
        text = view.text[a:b]
        if email is None and (m := _EMAIL.search(text)) and m[0].split("@")[1].lower() not in source.own_domains:
            email = m[0].rstrip(".")
            quotes.append(view.quote(a + m.start(), a + m.start() + len(email)))
        if name is None:
            for m in _PERSON.finditer(text):
                if not _ROLE.search(m[1]) and not any(folded(o) in folded(m[1]) for o in source.own_names):
                    name = m[1].strip(" .,")
                    quotes.append(view.quote(a + m.start(1), a + m.start(1) + len(name)))
                    break
        if phone is None and (p := _phone(text)):
            phone = p[0]
            quotes.append(view.quote(a + p[1], a + p[1] + len(phone)))
    if not (name or email or phone):
        return Read(None)
    return Read(Contact(name=name, email=email, phone=phone), tuple(quotes))


def _phone(text: str) -> tuple[str, int] | None:
    for m in _PHONE.finditer(_EMAIL.sub(lambda e: " " * len(e[0]), text)):
        digits = re.sub(r"\D", "", m[0])
        if 7 <= len(digits) <= 15 and not re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}", m[0].strip()):
            return m[0].strip(" .-/"), m.start() + len(m[0]) - len(m[0].lstrip(" .-/"))
    return None


def _signatory(source: BriefSource, zones: Zones) -> Read[Contact | None]:
    """The person who signed or wrote the brief; never one of our own."""
    view = zones.shown
    lines = _signature_lines(zones)
    own = any((zones.email or "").lower().endswith("@" + d) for d in source.own_domains)
    signed = _person(view, lines, source)
    contact = signed.value
    name = contact.name if contact else None
    quotes = list(signed.quotes)
    sender_is_own = any((source.sender_email or "").lower().endswith("@" + d) for d in source.own_domains)
    writer = zones.author if not own else None
    address = zones.email if not own else None
    if not zones.is_forward and not sender_is_own and not zones.is_chat:
        writer, address = writer or source.sender_name, address or source.sender_email
    if (
        writer
        and "@" not in writer
        and (name is None or folded(writer).split()[0] in folded(name) or not zones.is_chat)
    ):
        if (
            name is None
            or not set(folded(name).split()) & set(folded(writer).split())
            or len(writer.split()) > len(name.split())
        ):
            name = writer if name is None or len(writer.split()) > 1 else name
            quotes = [*quotes, *_somewhere(view, name)] if folded(name) in folded(view.text) else quotes
    if name is None:
        single = _lone_name(view, lines, source)
        if single:
            name, a, b = single
            quotes.append(view.quote(a, b))
    email = (contact.email if contact else None) or address
    if not (name or email):
        return Read(None)
    phone = contact.phone if contact else None
    if not quotes:
        quotes = list(_somewhere(view, name or email or ""))
    return Read(Contact(name=name, email=email, phone=phone), tuple(quotes))


def _lone_name(view: View, lines: list[Span], source: BriefSource) -> tuple[str, int, int] | None:
    for a, b in lines:
        line = view.text[a:b].strip(" -–*,.!")
        head = re.split(r"\s*[,|/(–-]\s*", line)[0]
        if re.fullmatch(r"[A-ZÀ-Þ][\w'’-]{1,20}", head) and not _ROLE.search(head) and folded(head) not in _CLOSING:
            at = view.text.index(head, a)
            return head, at, at + len(head)
    return None


_CLOSING = frozenset(
    "best thanks cheers regards danke grusse merci saludos gracias groet groeten mvh hilsen hälsningar halsningar tack tak takk lg vg mfg cordialement bedankt thx kr vh kh xx saluti grazie obrigada obrigado cumprimentos abracos gruss".split()
)
