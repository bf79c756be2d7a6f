"""What speaks against an aim in a sentence: the order itself, its days, lengths and sums, and where it runs."""

from __future__ import annotations

import re

LOGISTIC = re.compile(
    r"\b(?:uiterlijk|klar|klart|fertig|af zijn|ready|delivered|livr\w+|entreg\w+|ferdig|faerdig)\b.*\d|"
    r"\d.*\b(?:af zijn|ready|klar|fertig)\b|"
    r"\b(?:fertig|ready|finished|klar|ferdig|faerdig|pret|prets|listo|listos|klaar|pronto|pronti)\b.{0,30}?\b(?:bis|"
    r"by|before|till|innan|inden|avant|antes|tegen|voor|entro)\b|"
    r"\b(?:ligga|ligge|liegen|vare|vara|dauern|dure|durer|durar|duren|last (?=\d|about|around|for|up|no|at most)|"
    r"vivra|"
    r"leven) |\b(?:vises|visas|brukes|"
    r"anvandas|bruges|anvendes|used on|shown on|run on|eingesetzt|ausgespielt|gezeigt werden|utilis\w+ (?:sur|pour)|"
    r"diffuse\w* (?:sur|a)|getoond|ingezet)\b"
)
"""When it is ready, how long it lasts and where it runs."""
MEASURED = re.compile(
    r"\d\s?(?:sec|sek|min|s\b|\"|eur|usd|gbp|chf|sek|nok|dkk|k\b|€|\$|£|x\b|:\d|/\d|%?\s?(?:film|video|clip|spot))|"
    r"[€$£]\s?\d|"
    r"\b(?:20\d\d|seconds?|sekund\w*|secondes?|segundos?|secondi|minut\w*|monday|montag|lundi|lunes)\b"
)
FILM = re.compile(
    r"\b(?:\w*films?|\w*filme[nr]?|\w*videos?|\w*video's|\w*spots?|\w*clips?|\w*dreh\w*|\w*shoot\w*|edits?|files?|"
    r"dateien|fichiers|archivos|bestanden|filer|"
    r"delivery|lieferung|tournage|rodaje|budget|offers?|angebote?|tenders?|bidders?|bieter\w*)\b"
)
ORDERED = re.compile(
    r"\b(?:\w*films?|\w*filme[nr]?|\w*videos?|\w*video's|\w*spots?|\w*clips?|filmpjes?|portret\w*|portrat\w*|dreh\w*|"
    r"two|three|four|five|six|zwei|drei|vier|funf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|twee|drie|vijf|"
    r"zes|tva|tre|fyra|fem|to|fire|seks|due|quattro|cinque|quote|quotes|offer|offre|offerta|oferta|offert|offerte|"
    r"angebot|tilbud|anbud|"
    r"devis|presupuesto|preventivo|orcamento|price|preis|prix|precio|prijs|pris|prezzo|preco|footage|material|files?|"
    r"shoot|budget|proposal|call|meeting|"
    r"appointment|termin|you|ihnen|euch|vous|usted\w*|vosotros|jullie|dere|er|jer|with this|it all|date|dates)\b"
)
"""What is ordered, or you: a wish about them is no aim."""
