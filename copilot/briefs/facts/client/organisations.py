"""How far an organisation's name goes where some wording gives a part of it.

Words that say what house it is belong to it ("Norrmyra pastorat", "Chambre des notaires de la Scarpe"), the department
of whoever writes, the piece that is made, and the person the sentence goes on with do not ("Presseabteilung der …",
"Imagefilm …", "… and Maeve asked me").
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from copilot.briefs.facts.client.vocabulary import institution, job, trade
from copilot.briefs.facts.letter.names import LEGAL, NAME, NOT_NAMES, Named
from copilot.briefs.facts.letter.people import first_names
from copilot.briefs.facts.words import entries, folded, kind_patterns, pattern_of

_JOINT = (
    r"(?:of the|of|de la|de las|de los|de l'|des|der|de|du|del|della|delle|dello|dei|degli|dell'|di|da|das|do|dos|"
    r"van de|van het|van der|van|von der|von|för|for|an der|am|auf der|unter den|op de|aan de|d')"
)
_SMALL = r"[a-zà-ÿ][a-zà-ÿ-]{2,20}"
_LED = re.compile(
    rf"(?<![\w'-])[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’-]+|[ ]{_SMALL}){{0,3}}"
    rf"(?:[ ]{_JOINT}(?:[ ]|(?<='))(?:[A-ZÀ-Þ][\w'’-]+|{_SMALL})(?:[ ]{_SMALL})?){{0,2}}[ ]{_JOINT}(?:[ ]|(?<='))$"
)
"""What may stand before a name and belong to it: a capitalised house, small words, and a joint at the end."""
_ON = re.compile(
    rf"(?:[ ]{_SMALL}){{0,2}}(?:[ ]{_JOINT}(?:[ ]|(?<='))(?:l[ae'] ?)?{_SMALL}(?:[ ]{_SMALL})?){{0,2}}[ ]{_JOINT}"
    rf"(?:[ ]|(?<='))(?:l[ae'] ?)?{NAME}"
)
"""What may follow a house's bare kind: "Fédération" "syndicale des infirmières du Québec-Est"."""
_AND = re.compile(r"\s(?:and|und|et|y|e|og|och|en|&)\s+(?=[^\s]+$)")


def whole_name(text: str, found: Named, stem: str) -> Named:
    """The found name from the first to the last word that belongs to it; `stem` is the writer's domain's."""
    name, start, end = found
    if not text.startswith(name, start):
        return found  # said in small letters
    _, start, end = _with_kind(text, start, end)
    start = _begin(text, start)
    on = _ON.match(text, end) if institution().fullmatch(folded(text[start:end])) else None
    end = on.end() if on else end
    end = _end(text, start, end, stem)
    while (bare := _without_department(text, start, end)) > start:
        start = bare
    start = _without_piece(text, start, end, stem)
    return text[start:end], start, end


def _begin(text: str, start: int) -> int:
    """Where the house begins that a joint ties to the name."""
    before = text[max(0, start - 90) : start]
    if not before.endswith((" ", "'")):
        return start
    for m in re.finditer(r"(?<![\w'’-])[A-ZÀ-Þ]", before):
        led = _LED.match(before, m.start())
        head = folded(before[m.start() :])
        if led and (institution().match(head) or _second_is_house(head)):
            return start - len(before) + m.start()
    return start


def _second_is_house(head: str) -> bool:
    """ "Segunda Compañía de …": the house's kind may be the second word."""
    first, _, rest = head.partition(" ")
    return first not in NOT_NAMES and institution().match(rest) is not None and rest[:1].isalpha()


def _end(text: str, start: int, end: int, stem: str) -> int:
    """Where the name ends: with the kind of house behind it, without who the sentence goes on with."""
    name = text[start:end]
    goes_on = re.match(r" [a-zà-ÿ]", text[end : end + 2]) is not None
    while cut := _AND.search(name):
        last = folded(name[cut.end() :])
        pronoun = last.split("'")[0] in NOT_NAMES or last.split("'")[0] == "i"
        done = institution().search(folded(name[: cut.start()])) or LEGAL.search(name[: cut.start()])
        another = goes_on and done and not institution().search(last) and not (stem and last[:4] in stem)
        if cut[0].strip() == "&" or not (pronoun or another):
            break
        name = name[: cut.start()]
    name = re.sub(r"\s(?:and|und|et|y|e|og|och|en|&|I|We|Wir|Nous)(?:'\w+)?$", "", name)
    end = start + len(name)
    follows = re.compile(r"[ ]([a-zà-ÿ][\w-]{2,24})").match(text, end)
    if follows:
        kind = institution().match(folded(text[end + 1 : end + 41]))
        spelt = re.sub(r"[^a-z0-9]", "", folded(name))
        rest = stem[len(spelt) :] if stem and stem.startswith(spelt) else ""
        if kind:
            end += 1 + kind.end()
        elif len(rest) >= 4 and folded(follows[1]).startswith(rest):
            end = follows.end()
    return end


@cache
def _department() -> re.Pattern[str]:
    """ "Personalabteilung der ", "Marketing Department of ", "Dirección de Comunicación del ": where in the house."""
    return re.compile(
        rf"(?:[\w-]+ )?{pattern_of(entries('client', 'department'))}(?: (?:and|und|et|y|e|og|och|en|&) [\w-]+)?"
        rf"(?:,| (?:at|of|bei|beim|hos|på|pa|i|in|chez|en|bij|presso|{_JOINT[3:]})"
        r"(?: (?:the|la|der|el|het|de))?(?: |(?<='))"
    )


def without_department(name: str) -> str:
    """A name without the department before it, with no joint between either: "Secrétariat EP Montelly"."""
    m = re.match(rf"{pattern_of(entries('client', 'department'))} ", folded(name))
    return name[m.end() :] if m and name[m.end() :][:1].isupper() else name


def _without_department(text: str, start: int, end: int) -> int:
    m = _department().match(folded(text[start:end]))
    rest = text[start + m.end() : end] if m else ""
    return start + m.end() if m and rest[:1].isupper() else start


_FOR = re.compile(rf"(?:for|fur|pour|para|voor|per|til|till|om|about|over|uber|sur|sobre|{_JOINT[3:]}[ ]")
"""What may stand between a piece and whom it is for."""


def _without_piece(text: str, start: int, end: int, stem: str) -> int:
    """ "Winterfilm Bergbahnen Tschuggenalp" is a film for the cable cars, unless the house itself is called film."""
    name = text[start:end]
    first, _, rest = name.partition(" ")
    low = folded(first)
    is_piece = any(pattern.fullmatch(low) for _, pattern in kind_patterns()) or _SETTING.fullmatch(low)
    if not rest or not is_piece or (stem and low in stem):
        return start
    joint = _FOR.match(folded(rest))
    at = start + len(first) + 1 + (joint.end() if joint else 0)
    return at if text[at : at + 1].isupper() else start


_SETTING = re.compile(
    r"campagne|campaign|kampagne|kampanj|kampanje|campana|campagna|campanha|voor|for|fur|pour|para|per|till?|over|om|uber|"
    r"project|projekt|projet|proyecto|progetto|projeto|prosjekt"
)


def _with_kind(text: str, start: int, end: int) -> Named:
    """The name with the small words that say what house it is: "Vestlia fylkeskommune", "Office de tourisme de X"."""
    more = institution().match(folded(text[end : end + 40]), 1) if text[end : end + 1] == " " else None
    before = list(_house_of().finditer(folded(text[max(0, start - 60) : start])))
    begin = start - len(text[max(0, start - 60) : start]) + before[-1].start() if before else start
    end = end + more.end() if more else end
    last = folded(text[begin:end]).split(" ")[-1]
    rest = _OF_HOUSE.match(text, end) if institution().search(last) or trade().search(last) else None
    led = re.search(r"(?<![\w-])([A-ZÀ-Þ]\w+)[ ]$", text[max(0, begin - 24) : begin])
    begin = begin - len(led[0]) if led and institution().fullmatch(folded(led[1])) else begin
    end = rest.end() if rest else end
    return text[begin:end], begin, end


_OF_HOUSE = re.compile(
    r"(?: [a-zà-ÿ]{2,9}(?:ale|elle|ole|que|ive|aire|al|ica|ico|ana|ano|ense|iste|if|tif|ional))?[ ](?:de l'|d'|dell'|"
    r"all'|(?:an der|an dem|am|auf der|im|unter den|vor dem|aan de|aan het|op de|de la|de los|de las|des|du|"
    r"de|del|della|do|da|of the|of|van de|van het|van) )(?:l[ae'] ?|[a-zà-ÿ]{2,9}en )?"
    rf"{NAME}(?: de (?:la |l'|les )?[A-ZÀ-Þ][\w'’-]+)?"
)
"""What an institution's name goes on with: "Theater an der Lände", "Fondation de l'Hôpital de la Rive"."""


@cache
def _house_of() -> re.Pattern[str]:
    """ "Office de tourisme de ", "Clube de Surf da ": an institution right before a name, joined to it."""
    joint = r"(?:an der|am|auf der|unter den|op de|aan de|of|de|du|des|de la|del|della|di|da|do|van|d')"
    return re.compile(
        rf"{institution().pattern}\s(?:{joint}\s?[a-z]{{3,15}}\s)?{joint}\s?(?:[a-z]{{5,12}}(?:ance|"
        rf"tion|ment|ité|ite|age|ure|cion|cao|zione)\s|[a-z]{{2,9}}en\s)?$"
    )


_OF_PERSON = re.compile(
    r"(?P<head>(?:[A-ZÀ-Þ][\w'’.-]+ ){1,3})(?:(?P<surely>of|for|from|at|bei|für|chez|pour|bij|voor|från|hos|för)|"
    r"von(?: der)?|vom|des|du|del|de(?: la)?|van(?: de)?|dal|dalla|della|di|da|do|fra) (?=[A-ZÀ-Þ])"
)
"""Somebody and whose they are; "von" and its like may as well stand within a name: "Ana de Soto"."""
_FOUNDER = re.compile(
    r"(?:co-?)?(?:founder|owner|ceo|grunder\w*|grundare|grundlaegger|inhaber\w*|fondat\w+|fundador\w*|oprichter|"
    r"geschaftsfuhr\w+|geschaftsleitung|vorstand|management)"
)
A_PAPER = re.compile(
    r"\b(?:\w*brief(?:ing|s)?|commissioning|requests?|rf[pqi]|proposals?|tender|invitation|quotation|quotes?|enquiry|"
    r"inquiry|anfrage|ausschreibung|leistungsbeschreibung|cahier|appel|marche|pliego|solicitud|bestek|aanbesteding|"
    r"aanvraag|forfragan|udbud|tilbud\w*|anbud\w*|capitolato|pedido|caderno|uitvraag|offerteaanvraag|richiesta|bando|"
    r"cr|compte rendu|minutes|notes?|notiz\w*|gesprachsnotiz\w*|protokoll\w*|verslag|notulen|referat|anteckningar|"
    r"notat\w*|verbale|appunti|acta|apuntes|ata|notas|agenda|call sheet|voice note|transcript|pflichtenheft|lastenheft|"
    r"specification|spec sheet|aanvraagformulier|formulaire|formular|formulario|modulo|scheda|"
    r"kick[ -]?off|besprechung|sitzung|telefonat|telefonnotiz|meeting|reunion|vergadering|overleg|riunione|reuniao|"
    r"motet?)\b"
)
"""What a paper or a meeting is called, in folded text; no client is called so."""


def bare_house(name: str, people: Container[str]) -> str:
    """A name without the paper or the meeting, and without the person or the office, that stands before it.

    "Besprechung Glasmuseum Eutin", "Dana Kowalczyk of Pennypilot", "Gründerin von Lüttbrew", "Jonte von Bäckerei
    Mohnkorn"; "Amis du Musée Roth" and "Ana de Soto" stay whole. `people` are the words of the names of all who write.
    """
    paper = A_PAPER.match(folded(name))
    behind = re.compile(r"[ :–-]+").match(name, paper.end()) if paper else None
    if behind and name[behind.end() :][:1].isupper():
        name = name[behind.end() :]
    of = _OF_PERSON.match(name)
    return name[of.end() :] if of and _is_somebody(of, folded(name[of.end() :]), people) else name


def _is_somebody(of: re.Match[str], house: str, people: Container[str]) -> bool:
    """Whether words before a name's joint are a person or an office of the `house` behind it, and no house."""
    head = folded(of["head"]).split()
    if any(institution().search(word) or trade().search(word) for word in head):
        return False
    if len(head) == 1 and _FOUNDER.fullmatch(head[0]):
        return True
    if of["surely"] and (head[0] in first_names() or all(word in people for word in head)):
        return True
    is_house = institution().match(house) or trade().match(house)
    return len(head) == 1 and is_house is not None and job().search(head[0]) is None
