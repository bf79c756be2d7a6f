"""What a paper calls itself: brief, tender, minutes, enquiry."""

from __future__ import annotations

import re

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
