"""The person to talk to: the one named as contact, else the one who signed or wrote; never one of our own.

An e-mail address leads to its name: the person whose first or last name its local part spells. A phone number counts
on a contact's line or in a signature only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.client.agencies import passed_on_by
from copilot.briefs.facts.client.introductions import introductions
from copilot.briefs.facts.client.vocabulary import institution, job, trade
from copilot.briefs.facts.contact.beside import bare_person, beside, is_person, spelt_singles
from copilot.briefs.facts.contact.form_names import named_in_form
from copilot.briefs.facts.contact.phones import PHONE, older_phone, phone_of
from copilot.briefs.facts.contact.sign_off import signed_names, without_company
from copilot.briefs.facts.contact.told import CALLED, TALK_TO
from copilot.briefs.facts.contact.weighed import signed_letter, with_second_look
from copilot.briefs.facts.letter.names import EMAIL, signature_lines, somewhere
from copilot.briefs.facts.letter.people import PERSON, ROLE, SINGLE, TITLES, first_names, is_ours
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.view import Span, View
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import folded
from store.proposals.facts import Contact


def read_contact(source: BriefSource, zones: Zones) -> Read[Contact | None]:
    """Name, e-mail and phone with their quotes, or None."""
    ruled = rules_contact(source, zones)
    return _in_full(with_second_look(ruled, signed_letter(source, zones, ruled.value)), zones.shown, source)


def _in_full(read: Read[Contact | None], view: View, source: BriefSource) -> Read[Contact | None]:
    """The contact by first and family name where only the latter was read and the letter has both: "Aydin: Ja, …"."""
    contact = read.value
    if contact is None or not contact.name or " " in contact.name or folded(contact.name) in first_names():
        return read
    ending = re.finditer(rf"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ][\w'’-]* {re.escape(contact.name)}(?!\w)", view.text)
    bare = [named for m in ending if (named := bare_person(m[0], m.start())) and is_person(named[0], source)]
    full = {named[0]: named for named in bare if " " in named[0]}
    if len(full) != 1:
        return read
    name, start, end = next(iter(full.values()))
    return Read(contact.model_copy(update={"name": name}), (view.quote(start, end), *read.quotes))


def rules_contact(source: BriefSource, zones: Zones) -> Read[Contact | None]:
    """Name, e-mail and phone by the rules."""
    if passed_on_by(source, zones) or _asks_for_themselves(source, zones):
        return _passed_on(source, zones)
    view = zones.voiced
    # Of several lines that name somebody, the ones that say how to reach them come first.
    named = sorted(_contact_lines(zones), key=lambda line: not _reaches(view, line))
    signed = signature_lines(zones)
    ending = _ending(zones)
    email = _email(view, [*named, *signed], source) or _email(view, [(0, len(view.text))], source)
    name = _name(source, zones, named, signed, ending, email)
    near = [_line_of(view, found[1]) for found in (email, name) if found and found[2] > found[1]]
    lines = [(_line_of(view, a)[0], b) for a, b in named]  # a number's "(07)" may look like a list's mark
    phone = phone_of(view, [*lines, *signed, *near, *ending[-3:]]) or older_phone(zones.theirs)
    if name is None and phone and phone[2] > phone[1]:
        name = beside(view, phone[1], source)
    own = _is_senders_own(source, zones)
    if phone is None and own:
        phone = phone_of(zones.outer, [(0, len(zones.outer.text))])
    address = email[0] if email else _header_address(source, zones) or (source.sender_email if own else None)
    if name is None and not address:
        return Read(None)
    quotes = [zones.shown.quote(found[1], found[2]) for found in (name, email, phone) if found and found[2] > found[1]]
    if not quotes:
        quotes = list(somewhere(zones.shown, name[0] if name else address or ""))
    contact = Contact(name=name[0] if name else None, email=address, phone=phone[0] if phone else None)
    return Read(contact, tuple(quotes))


_TO_ME = re.compile(
    r"\b(?:(?:deal|speak|talk|liaise|get in touch|be in touch|stay in touch|check) (?:directly )?with me|"
    r"(?:reply|answer|respond|come back|get back|write|questions|it all|straight) (?:directly |straight )?to me|"
    r"(?:contact|call|ring) me|i'm your contact|i am your contact|(?:an|mit|bei|uber) mich?r?|meldet euch bei mir|"
    r"(?:repondez|ecrivez|appelez|contactez)[- ]moi|(?:passez|voyez) (?:par|avec) moi|contactadme|contactenme|llamadme|"
    r"llamenme|(?:hablad|hablen|trata\w*) conmigo|(?:via|met|aan|bij) mij|(?:kontakta|ring|svara) mig|"
    r"hor av er till mig|(?:kontakt|ring|svar|skriv til) (?:mig|meg)|contattatemi|chiamatemi|scrivetemi|"
    r"rispondete a me|parlate con me|falem comigo|contactem-me|liguem-me|respondam-me)(?!\w)"
)
"""Who passes a colleague's mail on and wants to be the one that is answered."""


def _asks_for_themselves(source: BriefSource, zones: Zones) -> bool:
    ours = (source.sender_email or "").lower().rpartition("@")[2] in source.own_domains
    other = zones.author is not None and folded(zones.author) != folded(source.sender_name or "")
    return (
        zones.is_forward
        and bool(source.sender_name)
        and not ours
        and other
        and bool(_TO_ME.search(folded(zones.outer.text)))
    )


def _is_senders_own(source: BriefSource, zones: Zones) -> bool:
    """Whether the brief below is the sender's own older message: their address and signature above hold too."""
    return zones.is_forward and bool(zones.author) and folded(zones.author or "") == folded(source.sender_name or "")


def _passed_on(source: BriefSource, zones: Zones) -> Read[Contact | None]:
    """Who passed a client's mail on to us and asks for the offer: the sender, with the phone number they leave."""
    name, view = source.sender_name, zones.outer
    at = zones.shown.text.find(name) if name else -1
    named = (name, at, at + len(name)) if name and at >= 0 else None
    first = re.search(rf"\b{re.escape(name.split()[0])}\b", zones.shown.text) if name and not named else None
    if name and not named:
        named = (name, *(first.span() if first else (0, 0)))
    near = [_line_of(zones.shown, m.start()) for m in re.finditer(re.escape(name), zones.shown.text)] if name else []
    after = [(a, min(b + 80, len(zones.shown.text))) for a, b in near]
    phone = phone_of(view, [(0, len(view.text))]) or phone_of(zones.shown, after)
    spans = [(found[1], found[2]) for found in (named, phone) if found and found[2] > found[1]]
    quotes = tuple(zones.shown.quote(a, b) for a, b in spans) or somewhere(zones.shown, name or "")
    return Read(Contact(name=name, email=source.sender_email, phone=phone[0] if phone else None), quotes)


def _contact_lines(zones: Zones) -> Iterator[Span]:
    """Lines that name the contact: labelled, under a contact heading, or saying whom to talk to."""
    for unit in zones.units:
        under_heading = unit.section == "contact" and unit.kind != "heading"
        in_a_form = unit.topic == "name" and unit.kind == "field" and PERSON.fullmatch(unit.text.strip())
        if unit.topic == "contact" or under_heading or in_a_form:
            yield unit.start, unit.end
    for unit in zones.units:
        talk = TALK_TO.search(unit.low)
        if talk and unit.topic != "contact" and (EMAIL.search(unit.text) or PHONE.search(unit.text)):
            yield unit.start + talk.start(), unit.end


def _reaches(view: View, line: Span) -> bool:
    text = view.text[slice(*line)]
    return bool(EMAIL.search(text) or PHONE.search(text))


def _ending(zones: Zones) -> list[Span]:
    """The brief's last short lines, where people sign without a signature."""
    view = zones.voiced
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", view.text) if m[0].strip()]
    return (
        [
            (a, b)
            for a, b in lines[max(1, len(lines) - 4) :]
            if b - a <= 70 and not re.search(r"[€$£¥]|\d\s?(?:eur|usd|gbp|sek|nok|dkk|chf)\b", folded(view.text[a:b]))
        ]
        if len(lines) > 3
        else []
    )


def _line_of(view: View, at: int) -> Span:
    start = view.text.rfind("\n", 0, at) + 1
    end = view.text.find("\n", at)
    return start, end if end >= 0 else len(view.text)


def _email(view: View, spans: list[Span], source: BriefSource) -> tuple[str, int, int] | None:
    for a, b in spans:
        for m in EMAIL.finditer(view.text, a, b):
            address = m[0].rstrip(".")
            if address.split("@")[1].lower() not in source.own_domains:
                return address, m.start(), m.start() + len(address)
    return None


def _name(
    source: BriefSource,
    zones: Zones,
    named: list[Span],
    signed: list[Span],
    ending: list[Span],
    email: tuple[str, int, int] | None,
) -> tuple[str, int, int] | None:
    view = zones.voiced
    formed = named_in_form(view)
    if formed:
        return formed
    reached = beside(view, email[1], source) if email else None
    if reached and len(reached[0].split()) > 1:
        return reached
    for a, b in named:
        person = next(_people(view, a, b, source), None) or _lone(view, a, b, source)
        if person:
            return person
    writer = _writer(source, zones)
    if email:
        spelled = [p for p in _people(view, 0, len(view.text), source) if _spells(p[0], email[0])]
        closing_ones = [p for p in spelled if any(a <= p[1] < b for a, b in (*signed, *ending))]
        if spelled:
            return max(closing_ones or spelled, key=lambda p: len(p[0]))
        single = next(spelt_singles(view, email[0], source), None)
        if writer is None and (reached or single):
            return reached or single
    closing = [(view.text[a:b], person) for a, b in signed if (person := next(_people(view, a, b, source), None))]
    if closing and not (writer and _is_signed_by(writer[0], [view.text[a:b] for a, b in signed], closing[0][1][0])):
        return closing[0][1]
    if writer:
        told = [p for p in _called(view, source) if p[0].split()[0] == writer[0].split()[0] and len(p[0].split()) > 1]
        return told[0] if told and zones.is_chat else writer
    for lines in (signed, ending):
        for a, b in lines:
            head = re.split(r"\s*[,|/(]\s+", view.text[a:b].strip(" -–*/"))[0].strip(" .,!-–*/")
            head = head[titled.end() :] if (titled := TITLES.match(head)) else head
            if (
                PERSON.fullmatch(head)
                and not ROLE.search(folded(head))
                and not is_ours(head, source)
                and lines is ending
            ) or _is_single(head, source):
                at = view.text.index(head, a)
                return head, at, at + len(head)
    for said, start, end in signed_names(view):
        whole = PERSON.fullmatch(said) and not ROLE.search(folded(said)) and not is_ours(said, source)
        if whole or _is_single(said, source):
            full = next((c for c in _called(view, source) if c[0].startswith(said + " ")), None)
            return full or (said, start, end)
    return _introduced(view, source)


def _is_signed_by(writer: str, lines: list[str], person: str) -> bool:
    """Whether a line of the signature holds the header's name, in part, and what reads like a person is no fuller."""
    words = folded(writer).split()
    if len(words) < 2 or folded(person).split()[:1] == words[:1]:
        return False
    return any(
        words[0] in re.findall(r"[\w'-]+", folded(line)) or folded(line).strip(" ,").endswith(words[-1])
        for line in lines
    ) or words[-1] in folded(person)


def _is_single(head: str, source: BriefSource) -> bool:
    return (
        bool(SINGLE.fullmatch(head))
        and not TALK_TO.fullmatch(folded(head))
        and not ROLE.search(folded(head))
        and not is_ours(head, source)
        and len(head) > 2
    )


_LETTERS = re.compile(r"(?: (?:CEng|MBE|OBE|CBE|PhD|MBA|MSc|BSc|FRSA|FRICS|MA|BA|MD|RIBA|ARB|Esq|IEng|LLM|LLB)\b\.?)+$")
"""Letters behind a name that are none."""


def _people(view: View, start: int, end: int, source: BriefSource) -> Iterator[tuple[str, int, int]]:
    for m in PERSON.finditer(view.text, start, end):
        titled = TITLES.match(m[0])
        name = m[0][titled.end() :] if titled else m[0]
        name = re.sub(r"^(?:Ms|Mr|Mrs|Dr|Prof|Mme|M|D|Eng|Ing)\.\s*", "", name)
        name = re.sub(r"^[A-Z]\. ", "", name) if view.text[m.start() - 1 : m.start()] == "." else name  # "F.A.O."
        if re.search(r"\b[ip]\.\s?$", view.text[max(start, m.start() - 4) : m.start()]):
            name = re.sub(r"^[AVP]\. ?", "", name)  # German "i. A.", "i. V.", "p. P." before the one who signs
        while len(name.split()) > 2 and ROLE.search(folded(name.split()[0])):
            name = name.split(" ", 1)[1]
        while len(name.split()) > 2 and job().fullmatch(folded(name.split()[0])):
            name = name.split(" ", 1)[1]  # "Upphandlare Kerstin Wallmo"
        name = _LETTERS.sub("", name)
        tail = len(m[0]) - len(_LETTERS.sub("", m[0]))
        whole = name
        name = without_company(name)
        shouted = name.isupper() and view.text[view.text.rfind("\n", 0, m.start()) + 1 :].split("\n")[0].isupper()
        if len(name.split()) >= 2 and not shouted and is_person(name, source):
            at = m.end() - tail - len(whole)
            yield name, at, at + len(name)


def _lone(view: View, start: int, end: int, source: BriefSource) -> tuple[str, int, int] | None:
    """A first name alone at the start of a contact's line: "contact Hemi, hemi@kereru.example"."""
    text = view.text[start:end]
    m = re.match(r"(?:\W|contact|Contact|kontakt|Kontakt)*([A-ZÀ-Þ](?:\.[ ][A-ZÀ-Þ])?[\w'’-]+)\b", text)
    if m and _is_single(m[1], source):
        return m[1], start + m.start(1), start + m.end(1)
    initial = re.match(r"\s*([A-Z]\.[ ]?[A-ZÀ-Þ][\w'’-]+)", text)
    return (initial[1], start + initial.start(1), start + initial.end(1)) if initial else None


def _spells(name: str, email: str) -> bool:
    local = folded(email.split("@")[0])
    tokens = re.split(r"[._-]", local)
    parts = re.split(r"[\s.'’-]+", folded(name))
    return any(part in tokens or (len(part) > 3 and part in local) for part in parts if len(part) > 1)


def _writer(source: BriefSource, zones: Zones) -> tuple[str, int, int] | None:
    """Who the header says wrote it; a chat's author; the mail's sender unless it is one of us passing it on."""
    name = zones.author
    ours = (source.sender_email or "").lower().rpartition("@")[2] in source.own_domains
    if name is None and not zones.is_forward and not ours:
        name = source.sender_name
    if not name or "@" in name or is_ours(name, source) or name.lower() in ("you", "me"):
        return None
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", name).strip()
    bare = bare[titled.end() :] if (titled := TITLES.match(bare)) else bare
    if _is_house(bare):
        first = re.match(
            r"([A-ZÀ-Þ][^\W\d_]+) (?=[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]|"
            r"[A-ZÀ-Þ]\w+$)",
            bare,
        )  # "Rasmus Cykelklubben Kædetræk"
        if (
            first is None
            or not zones.is_chat
            or _is_house(f"{first[1]} {first[1]}")
            or trade().search(folded(first[1]))
        ):
            return None
        bare = first[1]
    bare = re.sub(r"^([A-ZÀ-Þ][\w'’-]+), ([A-ZÀ-Þ][\w'’-]+)$", r"\2 \1", bare)  # "Vance, Theodora"
    at = zones.shown.text.find(bare)
    return (bare, at, at + len(bare)) if at >= 0 else (bare, 0, 0)


def _is_house(name: str) -> bool:
    """Whether a header's name is an office's or a company's: "Ufficio Marketing Valvotecnica"."""
    low = folded(name)
    return len(low.split()) > 1 and (
        ROLE.search(low) is not None
        or institution().search(low) is not None
        or trade().match(low) is not None
        or _OFFICE.search(low) is not None
    )


_OFFICE = re.compile(
    r"\b(?:ufficio|oficina|servicio|service|abteilung|afdeling|avdeling\w*|avdelning\w*|direction|"
    r"direccion|segreteria|secretariat|sekretariat|info|post|mail)\b"
)


def _header_address(source: BriefSource, zones: Zones) -> str | None:
    for address in (zones.email, None if zones.is_forward else source.sender_email):
        if address and address.lower().rpartition("@")[2] not in source.own_domains:
            return address
    return None


def _introduced(view: View, source: BriefSource) -> tuple[str, int, int] | None:
    """Who says so: "my name is Ana Ruiz" anywhere, "it's gwen from calder" at the beginning."""
    said = (found.person for found in introductions(view) if found.person)
    return next((p for p in (*_called(view, source), *said) if not is_ours(p[0], source)), None)


def _called(view: View, source: BriefSource) -> Iterator[tuple[str, int, int]]:
    """Who says their own name: "my name is Ana Ruiz, …", "ich bin Sabine Roth vom Stadtmuseum"."""
    for m in CALLED.finditer(folded(view.text)):
        full = PERSON.match(view.text, m.end()) or SINGLE.match(view.text, m.end())
        if full is None:
            continue
        name = without_company(full[0])
        rest = view.text[m.end() + len(name) :]
        closes = re.match(
            r"\s*(?:[,.;(–-]|$|\n|(?:and|und|et|y|e|og|och|en|from|at|with|von|vom|bei|chez|de|du|di|della|del|da|do|"
            r"van|"
            r"bij|fra|från|hos|på)\s|here\b|hier\b)",
            rest,
        )
        if closes and not ROLE.search(folded(name)) and not _is_house(name) and not is_ours(name, source):
            yield name, full.start(), full.start() + len(name)
