"""The words that say whom to ask ("questions to"), and those with which people say their own name ("soy")."""

from __future__ import annotations

import re

TALK_TO = re.compile(
    r"\b(?:talk to|speak to|questions to|questions\?|any questions|sent? to|contact|reach|signed|ask for|"
    r"rucksprache mit|ruckfragen|ansprechpartner\w*|wenden sie sich an|interlocut\w+|contactez|contacter|contacto|"
    r"contactar|"
    r"contactpersoon|vragen aan|kontakt\w*|sporgsmal til|fragor till|referente|contatt\w+|represented by|decides;|"
    r"owner|please|named officer|person to|in touch with|get in touch|go through|write to|points? of contact|"
    r"melden|erreich\w*|an wen|zustandig|verantwortlich|koordinator\w*|coordinador\w*|coordinator|coordinatrice|"
    r"coordenador\w*|encargad\w|responsab\w+|cualquier cosa|joindre|adresser|voir avec|via|hor av er|hora av er|"
    r"tag fat i|ta kontakt|ansvarig|ansvarlig|samordnare|aanspreekpunt|neem contact|bereikbaar|rivolgersi|"
    r"sentire|falar com|hablar con|hable\w* con|clarification\w*|enquir\w+|inquir\w+|queries|information from|"
    r"fragor|sporgsmal|sporsmal|fragen|"
    r"ruckfragen|auskunft\w*|renseignements?|"
    r"consultas|dudas|vragen|inlichtingen|informazioni|chiarimenti|esclarecimentos|duvidas)\b"
)
CALLED = re.compile(
    r"\b(?:my name is|my name's|name's|i'm|i am|this is|mein name ist|ich heisse|ich bin|je m'appelle|je suis|me llamo|"
    r"soy|mi chiamo|sono|chamo-me|me chamo|sou o|sou a|ik heet|mijn naam is|ik ben|mit navn er|jeg hedder|jeg heter|"
    r"jag heter|mitt namn ar|le habla|les habla|os habla|te habla|le escribe|les escribe|vi parla|le scrive|u spreekt "
    r"met|je spreekt met|du taler med|aqui quem fala e|aqui fala|hier ist|hier spricht|hier "
    r"schreibt|her er)\s+(?:die |der |la |el |il )?"
)
