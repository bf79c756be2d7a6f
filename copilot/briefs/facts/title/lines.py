"""The title on a document's first line, or in the answer a web form asks for.

A first line often says who asks, what paper it is and what it is about, in any order and between dashes or colons:
what is neither the house nor the paper nor a day is the title.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.client.vocabulary import institution, job
from copilot.briefs.facts.letter.names import LEGAL, tidy
from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import folded, kind_patterns

NOTED = (
    r"(?:(?:call|meeting|kick-?off|project|client|team|phone)[ -])*(?:minutes|notes?|memo|"
    r"recap)(?: of (?:the )?meeting| "
    r"from (?:the )?(?:call|meeting))?|(?:gesprachs|besprechungs|telefon|sitzungs|projekt)?(?:notiz(?:en)?|protokoll)|"
    r"ergebnisprotokoll|jour fixe|notes? de (?:rencontre|reunion)|compte[- ]rendu(?: de reunion)?|"
    r"cr(?: de)?(?: reunion)?|"
    r"releve de decisions|acta(?: de (?:la )?reunion)?|notas de (?:la )?reunion|apuntes|resumen de (?:la )?(?:llamada|"
    r"reunion)|verslag|notulen|gespreksverslag|anteckningar|motesanteckningar|protokoll|motesprotokoll|referat|"
    r"modereferat|"
    r"motereferat|notater?|verbale|appunti|note della riunione|ata(?: da reuniao)?|notas da reuniao"
)
_NOTED = re.compile(rf"(?:{NOTED})\b")
PAPER = re.compile(
    rf"(?:(?:[\w'-]+ )?brief(?:ing)?s?|{NOTED}|(?:procurement )?lot \w+|(?:terms of reference|request for \w+|rf[pqti]|"
    r"invitation to \w+|call for \w+|tender|ausschreibung|leistungsbeschreibung|anfrage|angebotsanfrage|cahier des \w+|"
    r"appel d'offres|demande de \w+|marche (?:public|passe)[\w ',]*|consultation|pliego[\w ]*|solicitud[\w ]*|bestek|"
    r"offerteaanvraag|aanvraag|uitvraag|forfragningsunderlag|forfragan|udbud\w*|tilbudsforesporgsel|"
    r"konkurransegrunnlag|"
    r"anbud\w*|foresporsel|capitolato[\w ]*|bando[\w ]*|richiesta[\w ]*|caderno de encargos|pedido de \w+|"
    r"consulta previa|"
    r"spec(?:ification)?|quote request|enquiry|inquiry|asset list|assetliste|summary|"
    r"(?:\w+ )?trans(?:cri|kri)\w+(?: \w+)?))(?:\s?(?:no|nr|n[o°º]|#)?[.:]?\s?"
    r"[a-z]{0,6}[ /-]?\d[\w/.-]*)?"
)
_CUT = re.compile(r"\s[-–—|/]+\s|:\s|\s\|")
_DAY = re.compile(r"\W*(?:[a-z]{2,10}\.? )?\d{1,4}[.\s/-]|\d{4}$")
_ASKED = re.compile(
    r"^[ \t*>•¿-]*(?:(?:project|film|video|job|request)[ _]?(?:type|kind)|type of (?:project|film|video|production)|"
    r"what do you need|what are you looking for|what can we (?:do for you|help (?:you )?with)|what is it about|"
    r"(?:projekt|auftrags|film)art|art des (?:projekts|films|auftrags)|was brauchen sie|was brauchst du|worum geht es|"
    r"wobei konnen wir helfen|type de (?:projet|film|video)|de quoi avez-vous besoin|votre besoin|"
    r"quel est votre projet|"
    r"tipo de (?:proyecto|video|projeto)|que necesitas?|que necesita|que precisa|de que precisa|"
    r"(?:soort|type) (?:project|film|video)|wat heeft u nodig|wat heb je nodig|waar gaat het om|"
    r"typ av (?:projekt|film)|"
    r"vad behover (?:du|ni)|vad galler det|projekttype|type (?:projekt|opgave|prosjekt|film)|hvad (?:har|"
    r"skal) (?:du|i) "
    r"(?:brug for|bruge)|hvad drejer det sig om|hva trenger (?:du|dere)|hva gjelder det|tipo di (?:progetto|"
    r"video)|di cosa "
    r"(?:hai|avete|ha) bisogno|cosa ti serve)[ \t]*\??[ \t*_]*[:=][ \t*]*(?P<said>[^\n]{3,90})$",
    re.M,
)


def without_house(line: str) -> str:
    """What a line says besides its house, its paper and its day; nothing when no such part is there to leave out."""
    parts = [part.strip(" *_#") for part in _CUT.split(line.replace("_", " "))]
    left = [part for part in parts if part and not _is_aside(part)]
    return left[0] if len(left) < len([part for part in parts if part]) and left else ""


def _is_aside(part: str) -> bool:
    low = folded(part)
    house = part[:1].isupper() and (institution().search(low) or LEGAL.search(part)) and not _is_piece(low)
    return bool(house or PAPER.fullmatch(low) or _NOTED.match(low) or _DAY.match(low))


def _is_piece(low: str) -> bool:
    return any(pattern.search(low) for _, pattern in kind_patterns())


def opening_title(zones: Zones) -> Read[str | None] | None:
    """The title on the first line of a document, beside its house or its paper."""
    first = re.search(r"\S[^\n]*", zones.wanted.text)
    line = first[0].strip(" *_#") if first else ""
    if first is None or len(line) > 110 or line.endswith((".", ",", "?")) or topic_of(line.split(":")[0]) is not None:
        return None
    said = tidy(without_house(line))
    quoted = re.search(r"\"\s?([^\"]{3,60}?)\s?\"", said)
    name = quoted[1] if quoted else said
    if (
        re.match(r"\d", name)
        or re.search(r"\d\d:\d\d", name)
        or re.search(r"\bw/|\b(?:with|mit|avec|con|met|med|com)\b", folded(name))
    ):
        return None
    if not name or not (quoted or (_is_piece(folded(name)) or len(name.split()) > 1)) or len(name.split()) > 9:
        return None
    return _read(zones, name, first.start())


def asked_title(zones: Zones) -> Read[str | None] | None:
    """What a web form's question for the project was answered with, if that is a name and no list of pieces."""
    m = _ASKED.search(folded(zones.wanted.text).replace("_", " "))
    said = zones.wanted.text[slice(*m.span("said"))].strip(' *"') if m else ""
    if m is None or re.search(r"\d", said) or len(said.split()) > 10 or said.endswith((".", "?")):
        return None
    return _read(zones, said, m.start("said"))


def is_job(said: str) -> bool:
    """Whether what a form calls title is a person's: "Titre : directrice, marketing"."""
    low = folded(said)
    return job().match(low) is not None and not _is_piece(low)


def _read(zones: Zones, name: str, start: int) -> Read[str | None]:
    at = zones.wanted.text.find(name, start)
    return Read(name, (zones.wanted.quote(at, at + len(name)),)) if at >= 0 else Read(None)
