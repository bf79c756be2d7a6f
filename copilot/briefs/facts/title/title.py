"""The job's title: a label, a heading, the mail's subject without its reply marks, or a name in quotation marks."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.names import NAME, first_lines, labelled, somewhere, tidy
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.title.block import block_title, under_label
from copilot.briefs.facts.title.lines import (
    PAPER,
    agenda_title,
    asked_title,
    is_job,
    matter_title,
    opening_title,
    without_house,
)
from copilot.briefs.facts.words import cue, folded, kind_patterns

_PREFIX = re.compile(
    r"^(?:\s*(?:re|fwd?|fw|aw|wg|tr|rv|sv|vs|vb|vl|antw|ref|enc|i|r|res|doorst|\[?ext(?:ern(?:al)?)?\]?|"
    r"\[[^\]]{1,20}\])\s*(?:\[\d+\])?\s*[:\]]\s*|\s*\[[^\]]{1,24}\]\s*)+",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:call|meeting|minutes|notes|creative brief|brief|briefing|bestilling|bestellung|job sheet|"
    r"request)\b(?:[\s:]*$| (?:with|mit|avec|con|met|med)\b)",
    re.IGNORECASE,
)
_SUBJECT_NOISE = re.compile(
    r"^(?:(?:production |video |film |creative |project |new )*(?:brief(?:ing)?|anfrage|angebotsanfrage|"
    r"requests?(?: for (?:proposals?|quotes?|quotations?|tenders?))?|rf[pqt]|enquiry|inquiry|"
    r"demande(?: de devis)?|solicitud(?: de presupuesto)?|peticion|offerteaanvraag|aanvraag|forfragan|"
    r"forespørgsel|foresp[oø]rsel|tilbudsforesp[oø]rgsel|richiesta(?: di preventivo)?|"
    r"pedido de or[cç]amento|quote request|tender|ausschreibung|appel d'offres|briefing|foresp\w+|förfrågan|"
    r"offertf[oö]rfr[aå]gan)\b\s*(?:for|f[uü]r|pour|para|de|voor|for|om|till|til|per|:|-|–|—)*\s*)+",
    re.IGNORECASE,
)


def read_title(source: BriefSource, zones: Zones) -> Read[str | None]:
    """The title with its quote, or None."""
    view = zones.wanted
    unit = _named_title(zones) or labelled(zones, "title")
    if unit and not _is_open(unit) and not _SENTENCE.match(unit.text):
        said = re.split(r"\s[|]\s|\n|\.\s(?=[A-ZÀ-Þ])", unit.text)[0]
        quoted = re.search(r"\"\s?([^\"]{3,60}?)\s?(?:\"|$)", said)
        name = tidy(quoted[1] if quoted else said)
        return Read(name, (view.quote(unit.start, unit.start + len(said)),))
    heading = _heading_title(zones)
    if heading:
        return heading
    is_form = source.subject is not None and _is_notice(source.subject)
    if is_form:
        return asked_title(zones) or _subject(source, zones) or Read(None)
    return (
        _working_title(zones)
        or _group_name(zones)
        or _subject(source, zones)
        or _first_line(zones)
        or (_of_document(zones) if source.subject is None else None)
        or _quoted_title(zones)
        or _headline(zones)
        or Read(None)
    )


def _of_document(zones: Zones) -> Read[str | None] | None:
    return (
        under_label(zones) or block_title(zones) or agenda_title(zones) or opening_title(zones) or matter_title(zones)
    )


def _is_notice(subject: str) -> bool:
    """Whether a subject is what a website's form calls every letter."""
    return _NOTICE.fullmatch(folded(_PREFIX.sub("", subject)).strip(" .!:")) is not None


_SENTENCE = re.compile(r"(?:\S+[^.!?\s]\s+){14}")
"""A labelled subject may be a whole sentence on what is tendered; a title is shorter."""


def _named_title(zones: Zones) -> Unit | None:
    """The first labelled title that is a name: "Project name: Sunday Best" behind "Job #: SLB-2291"."""
    titles = [u for u in zones.units if u.topic == "title" and u.kind == "field" and not is_job(u.text)]
    return next((u for u in titles if not _REFERENCE.fullmatch(u.text.strip())), None)


_REFERENCE = re.compile(r"(?:[A-Z]{1,8}[ /-]?)?\d[\w/.-]*|[A-Z0-9]{2,}(?:[-/_][A-Z0-9]+)+")


def _is_open(unit: Unit) -> bool:
    """Whether a label leaves the title open ("TBC"); "Open dag on demand" is one."""
    return cue("open").search(unit.low[:12]) is not None and len(unit.text.split()) <= 3


_WORKING = re.compile(
    r"\b(?:working title|working-title|arbeitstitel|titre (?:provisoire|de travail)|titulo provisional|"
    r"werktitel|arbetstitel|"
    r"arbetsnamn|arbejdstitel|arbeidstittel|titolo provvisorio|titulo provisorio|code ?name|codename|"
    r"nom de code|deknamn)"
    r"(?:\s(?:is|ist|est|es|ar|er|lautet))?\s?:?\s*[\"']?\s*"
)


def _working_title(zones: Zones) -> Read[str | None] | None:
    """ "Working title: 'Tidebreakers'" in the middle of a paragraph."""
    text = zones.wanted.text
    for m in _WORKING.finditer(folded(text)):
        closing = (
            re.search(r"[\"'](?=\W|$)", text[m.end() :]) if text[m.start() : m.end()].rstrip()[-1] in "\"'" else None
        )
        named = None if closing else re.compile(NAME).match(text, m.end())
        end = m.end() + closing.start() if closing else named.end() if named else m.end()
        if 2 < end - m.end() <= 60:
            return Read(tidy(text[m.end() : end]), (zones.wanted.quote(m.end(), end),))
    return None


_GROUP = re.compile(
    r"\b(?:created (?:the )?group|named the group|hat die gruppe|a cree le groupe|creo el grupo|ha creado el grupo|"
    r"heeft de groep|skapade gruppen|oprettede gruppen|opprettet gruppen|"
    r"ha creato il gruppo|criou o grupo)\s\"([^\"\n]{3,60})\""
)


def _group_name(zones: Zones) -> Read[str | None] | None:
    """What a chat's group was called for the job: 'Dermot created group "Centenary film"'."""
    text = zones.shown.text
    m = _GROUP.search(folded(text))
    name = re.sub(r"[^\w)!?.'’]+$", "", text[m.start(1) : m.end(1)]) if m else ""
    about = any(pattern.search(folded(name)) for _, pattern in kind_patterns())
    return Read(name, (zones.shown.quote(m.start(1), m.start(1) + len(name)),)) if m and name and about else None


_NOTED = re.compile(r"(?:call|meeting|minutes|notes?|memo|protokoll|notat|verslag|compte rendu)\b", re.IGNORECASE)


def _heading_title(zones: Zones) -> Read[str | None] | None:
    text = zones.wanted.text
    first = re.search(r"\S[^\n]*", text)
    if not first or not re.match(r"#{1,6}\s", first[0]):
        return None
    if not re.search(r"[^\W\d_]{3}", _SUBJECT_NOISE.sub("", re.sub(r"[#*]|\d[\d/.-]*", "", first[0]).strip())):
        first = re.compile(r"\s*##? [^\n]*").match(text, first.end())
        if first is None:
            return None
        first = re.compile(r"\S[^\n]*").search(text, first.start())
    if first is None:
        return None
    line = first[0].lstrip("# ").strip("* ")
    regarding = re.search(r"\bre:?\s+(?=\S)", line)
    if regarding and _NOTED.match(line):
        line = line[regarding.end() :]
    if _NO_TITLE.match(line) or topic_of(line) or PAPER.fullmatch(folded(line)):
        return None
    line = without_house(line) or line
    inner = re.search(r"\"([^\"]{3,60})\"", line)
    if inner:
        at = first.start() + first[0].index(inner[1])
        return Read(inner[1], (zones.wanted.quote(at, at + len(inner[1])),))
    name = tidy(_SUBJECT_NOISE.sub("", line)) or tidy(line)
    at = first.start() + first[0].index(name) if name in first[0] else first.start()
    return Read(name, (zones.wanted.quote(at, at + len(name)),)) if len(name) > 2 else None


_TAIL = re.compile(
    r"\s[-–:|]\s(?:where|what|how|next steps?|update|follow[- ]?up|final|revised|our |the brief|brief|quote|"
    r"thoughts|details|stand|aktuell|suite|"
    r"siguientes|vervolg|uppdat|opdat|oppdat)\b.*$",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:a few questions?|some questions?|quick questions?|questions? (?:before|about|on|for)|your (?:quote|"
    r"questions?|proposal|estimate)|"
    r"ruckfragen|einige fragen|quelques questions|unas preguntas|een paar vragen|nagra fragor|nogle sporgsmal|"
    r"noen sporsmal|alcune domande)\b"
)
_NOTICE = re.compile(
    r"(?:\[[^\]]*\]\s*)?(?:(?:new|neue?|nouvelle|nouveau|nuev[oa]|nuovo|nuova|nieuwe?|ny|nytt|nova?|your|contact|"
    r"website|web|project|video|film|online|a|the|una?|une|een|eine?|en|et)[ -])*"
    r"(?:enquiry|inquiry|enquete|request|message|lead|submission|entry|notification|anfrage|nachricht|kontaktanfrage|"
    r"projektanfrage|demande|message|contact|solicitud|consulta|"
    r"mensaje|richiesta|messaggio|contatto|aanvraag|bericht|inzending|forfragan|meddelande|henvendelse|foresporgsel|"
    r"foresporsel|besked|melding|pedido|mensagem|contacto|"
    r"form submission|form entry|start a project|contact form|kontaktformular|webformular)"
    r"(?:[ :–-]+(?:from|via|through|on|at|uber|aus|vom|von|depuis|du|de|desde|del|dal|dalla|tramite|met|fran|fra|pa|"
    r"gjennom|gennem|do|da|pelo|recue?|received|eingegangen)\b.*"
    r"(?:form\w*|site|website|web|webseite|homepage|hjemmesiden?|nettsiden?|hemsidan?|pagina|sito|formulier|"
    r"formulario|formulaire|modulo|kontaktskjema\w*|\w*formular\w*|seite)\b.*)?"
    r"(?:\s*[#(]{0,2}\d+\)?)?"
)
"""What a website's form calls every letter: "Neue Anfrage über das Kontaktformular"."""
_ABOUT = re.compile(
    r"\b(?:\w*(?:reeks|reihe|serie|series|serien|kampagne|campagne|kampanj\w*)|project|campaign|title|called|"
    r"named|brief\w*|film\w*|spot|series|programme|book|play|show|podcast|"
    r"projekt\w*|kampagne\w*|titel|projet|campagne|titre|proyecto|campana|titulo|kampanj\w*|kampanje\w*|prosjekt|"
    r"serie|progetto|"
    r"campagna|projeto|campanha|actie|udbud|udstilling|utstallning|buch|livre|libro|ausschreibung|request|bid|rfp|rfq)"
)
_CALLED = re.compile(
    r"\b(?:(?:project|campaign|film|series|it|working title|projekt|kampagne|projet|campagne|proyecto|campana|"
    r"kampanj\w*|prosjekt\w*|film\w*)[\w ]{0,12}(?:is |'s )?(?:called|named|titled|heisst|heist|s'appelle|se "
    r"llama|heet|heter|hedder|si chiama|chama-se|is)\s+)\"?"
)


def _first_line(zones: Zones) -> Read[str | None] | None:
    """ "Brief: Tält för alla" over a brief that names its client in a field of its own."""
    text = zones.wanted.text
    m = re.match(r"[\s#*]*(?:[Bb]rief(?:ing)?|BRIEF(?:ING)?)\s*[:–-]\s*([^\n*]{4,60}?)[*\s]*\n", text)
    if m is None or labelled(zones, "client") is None:
        return None
    name = m[1].strip(' "')
    at = m.start(1) + m[1].index(name)
    return Read(name, (zones.wanted.quote(at, at + len(name)),)) if name else None


def _quoted_title(zones: Zones) -> Read[str | None] | None:
    """A name in quotation marks on a headline, or near a word for project, campaign or film; or one "called" so."""
    text = zones.wanted.text
    for m in re.finditer(r"\"([^\"\n]{3,60})\"|'([A-ZÀ-Þ][^'\n]{3,60})'(?=\s|$)", text):
        group = 1 if m[1] else 2
        start, end = text.rfind("\n", 0, m.start()) + 1, text.find("\n", m.end())
        line = text[start : end if end >= 0 else len(text)]
        early = m.start() < len(text) - len(text.lstrip()) + 400
        headline = early and len(line) < 100 and not line.rstrip().endswith((".", "!", "?"))
        around = folded(text[max(0, m.start() - 60) : m.end() + 30])
        if (m[group][0].isupper() or m[group][0].isdigit()) and (headline or _ABOUT.search(around)):
            return Read(m[group].strip(" .,"), (zones.wanted.quote(m.start(group), m.end(group)),))
    for m in _CALLED.finditer(folded(text)):
        name = re.compile(NAME).match(text, m.end())
        if name and len(name[0]) > 3:
            return Read(name[0], (zones.wanted.quote(name.start(), name.end()),))
    return None


def _headline(zones: Zones) -> Read[str | None] | None:
    """What follows "RFP-2026-117:" or "UDBUD –" on one of the first lines."""
    text = zones.wanted.text
    for m in first_lines(text):
        rest = re.sub(
            r"^[\s#*]*(?:(?:REQUEST FOR (?:PROPOSALS?|QUOTATION|TENDER)|Request for (?:proposals?|quotation|"
            r"tender)|INVITATION TO TENDER|CAHIER DES CHARGES|Cahier des charges|PLIEGO|RF[PQ]|REQ|Ref|Nr|No|"
            r"Tender|Anfrage|UDBUD|Udbud|ANBUD|AUSSCHREIBUNG|Ausschreibung|FÖRFRÅGAN|APPEL D'OFFRES|TENDER|"
            r"PROJECT|Anbud|Bestilling|Forespørsel)\b[\w./-]*(?:\s+(?:for|No\.?|Nr\.?)\s*[\w./-]*)?)\s*[:–—-]\s*",
            "",
            m[0],
        )
        if rest != m[0] and 4 < len(rest.strip()) < 70 and not rest.rstrip().endswith((".", "?")):
            name = tidy(rest)
            at = m.start() + m[0].index(rest.strip()[:4])
            return Read(name, (zones.wanted.quote(at, at + len(name)),))
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
        name = tidy(_SUBJECT_NOISE.sub("", _PREFIX.sub("", m[1])))
        if len(name) > 2:
            at = m.start(1) + m[1].index(name) if name in m[1] else m.start(1)
            return Read(name, (zones.shown.quote(at, m.end(1)),))
    if source.subject and not _NO_SUBJECT.search(folded(source.subject)):
        name = tidy(_SUBJECT_NOISE.sub("", _TAIL.sub("", _PREFIX.sub("", source.subject))))
        if (
            len(name) > 2
            and not _is_notice(source.subject)
            and not any(own in name for own in (*source.own_domains, *source.own_names))
        ):
            return Read(name, somewhere(zones.shown, name))
    return None
