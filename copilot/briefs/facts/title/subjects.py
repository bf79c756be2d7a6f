"""A mail's subject without what mails and papers put before the matter: "Re:", "[EXT]", "Offertanfrage:", "RFQ for"."""

from __future__ import annotations

import re

_REPLY_MARKS = re.compile(
    r"^(?:\s*(?:re|fwd?|fw|aw|wg|tr|rv|sv|vs|vb|vl|antw|ref|enc|i|r|res|doorst|\[?ext(?:ern(?:al)?)?\]?|"
    r"\[[^\]]{1,20}\])\s*(?:\[\d+\])?\s*[:\]]\s*|\s*\[[^\]]{1,24}\]\s*)+",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"^(?:(?:production |video |film |creative |project |new )*(?:brief(?:ing)?|anfrage|angebotsanfrage|"
    r"requests?(?: for (?:proposals?|quotes?|quotations?|tenders?))?|rf[pqt]|enquiry|inquiry|"
    r"demande(?: de devis)?|solicitud(?: de presupuesto)?|peticion|offerteaanvraag|aanvraag|forfragan|"
    r"forespørgsel|foresp[oø]rsel|tilbudsforesp[oø]rgsel|richiesta(?: di preventivo)?|"
    r"pedido de or[cç]amento|quote request|tender|ausschreibung|appel d'offres|briefing|foresp\w+|förfrågan|"
    r"offertf[oö]rfr[aå]gan)\b\s*(?:for|f[uü]r|pour|para|de|voor|for|om|till|til|per|:|-|–|—)*\s*)+",
    re.IGNORECASE,
)
SUBJECT_LINE = re.compile(
    r"^[ >*]*(?:subject|betreff|objet|asunto|onderwerp|ämne|amne|emne|oggetto|assunto)\s*:\s*\**\s*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)
"""The subject of an older mail, in the lines that were quoted or passed on with it."""


def without_reply_marks(subject: str) -> str:
    """The subject behind "Re: Fwd: [EXT]"."""
    return _REPLY_MARKS.sub("", subject)


def without_noise(subject: str) -> str:
    """The subject behind the paper that it calls itself: "Quote request: spring film" is about the spring film."""
    return _PAPER.sub("", subject)
