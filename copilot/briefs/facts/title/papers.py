"""What a paper calls itself: brief, tender, minutes, enquiry; and what words are left of a line besides."""

from __future__ import annotations

import re

from copilot.briefs.facts.words import folded, kind_patterns
from copilot.briefs.grammar.lexicon.stopwords import STOPWORDS

_NOTED = (
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
PAPER = re.compile(
    rf"(?:(?:[\w'-]+ )?brief(?:ing)?s?|{_NOTED}|(?:procurement )?lot \w+|"
    r"(?:terms of reference|request for \w+|rf[pqti]|"
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
"""Alone on a line, it names the kind of paper and no job."""
_OF_PAPERS = re.compile(
    r"(?:brief|form|request|proposal|quot|tender|enquir|inquir|order|purchase|specif|statement|document|sheet|"
    r"annex|appendix|draft|version|confiden|commercial|internal|creati|kreativ|project|projekt|proyect|progett|"
    r"projet|production|produktion|produccion|producti|produzione|producao|initiation|invitation|scope|services?$|"
    r"work$|terms|reference|partner|auftrag|anfrage|angebot|ausschreibung|leistung|pflichtenheft|lastenheft|"
    r"aufgaben|bestell|vertraulich|entwurf|anlage|vergabe|steckbrief|konzept|cahier|charges?$|appel|offres?$|"
    r"consultation|devis|demande|note|intention|besoin|formulaire|fiche|bon$|commande|pliego|prescripcion|tecnic|"
    r"techni|audiovisu|bewegtbild|extern|condiciones|solicitud|encargo|presupuest|formulari|ficha|oferta|peticion|"
    r"trabajo|memoria|bestek|opdracht|offerte|aanvraag|uitvraag|werkblad|skema|foresp|forfrag|uppdrag|underlag|"
    r"oppdrag|opgave|tilbud|anbud|bestall|skjema|blankett|beskri|richiest|preventiv|capitolato|scheda|incarico|"
    r"modulo|bando|pedido|caderno|orcamento|agency|agentur|film|video|photo|foto)\w*|\w+(?:formular|blatt|bogen|"
    r"zettel|skema|skjema|blankett|formulier|beschreibung|beskrivning|beskrivelse)"
)
_FUNCTION_WORDS = frozenset(folded(word) for words in STOPWORDS.values() for word in words.split())


def own_words(line: str) -> list[str]:
    """The words of a line that name neither a kind of paper nor a kind of piece, and carry some meaning."""
    low = folded(line)
    for _, pattern in kind_patterns():
        low = pattern.sub(" ", low)
    words = re.findall(r"[^\W\d_]{2,}", low)
    return [word for word in words if word not in _FUNCTION_WORDS and not _OF_PAPERS.fullmatch(word)]
