"""What people's names look like, and the words that no name of a person holds."""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.words import folded, forms

_WORD = r"(?:[A-ZÀ-ÞŁŚŻĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*|[A-ZÀ-Þ]\.)"
PERSON = re.compile(
    rf"(?<!\w){_WORD}(?:[ ](?:{_WORD}|van|von|de|der|den|la|el|al|af|da|di|dos|le|ten|ter|du|del|y))*[ ]{_WORD}"
)
_CAPITAL = r"[A-ZÀ-ÞŁŚŻĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*"
TITLED = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herrn?|Mme|Mlle|Sra?|Srta|Señora?|Don|Doña|Dña|Mevr|mevrouw|meneer|dhr|mw|"
    r"Signora?|Sig|Dott|Dottoressa|fru|Fru|Madame|Monsieur|Padre|Father|Sister|Canon|Revd?|Captain|Cllr)\.?[ ]"
    rf"(?P<name>(?:[A-ZÀ-Þ]\.?[ ])?(?:van |von |de |del |di |du )?{_CAPITAL}(?:[- ]{_CAPITAL})?)"
)
TITLES = re.compile(
    r"(?:(?:Mtr[ao]|Lic|Arq|Lcd[ao]|Doña|Don|Dr|Ms|Mr|Mrs|Miss|Prof|Frau|Herrn?|Mme|Mlle|Sr[ta]?a?|Dñ?a?|Mevr|Dhr|Eng|Ing|"
    r"Dipl|Dott(?:\.ssa)?|Sig(?:\.ra)?|Mag|Hr|Fru|Fr|M|D|Shri|Smt|Kolleg(?:e|in)|Collègue|Eure?|Ihre?|Deine?|Votre|"
    r"Vuestr[ao]|Yours|Jullie|Din|Deres)\.?[ºª]?[ ])+"
)
"""What may stand before a name and is no part of it: titles, "Kollegin", and the "Eure" of who signs."""
SINGLE = re.compile(r"[A-ZÀ-Þ][^\W\d_]{1,18}(?:-[A-ZÀ-Þ][^\W\d_]+)?")
ROLE = re.compile(
    r"\b(?:manager\w*|head|director|marketing\w*|team|lead|producer|officer|procurement|communic\w*|kommunik\w*|"
    r"brand|leitung|leiter\w*|chef\w*|responsable|direct\w+|project\w*|projekt\w*|senior|junior|assistant|account|"
    r"ltd|gmbh|inc|agency|agentur|agence|agencia|bureau|studio|department|office|contact|kontakt\w*|tel|tlf|tfno|telf|tlfn|mob|fax|telefon|"
    r"buro|kontor|phone|mobile|founder|ceo|cmo|coo|the|and|hi|hello|dear|hallo|hej|hei|hola|bonjour|"
    r"group|trust|council|school|museum|film\w*|video\w*|budget|delivery|shoot\w*|sent|from|subject|road|street|"
    r"lane|avenue|strasse|platz|rue|calle|plaza|way|house|square|gesch\w+|amtsgericht|"
    r"best|kind|warm|regards|wishes|thanks|cheers|many|yours|sincerely|freundliche\w*|grus\w*|viele|"
    r"liebe|beste|mit|danke|cordial\w*|bien|merci|salut\w*|saludos?|atentamente|gracias|un|"
    r"groete?n?|vriendelijke|met|bedankt|vanliga|halsning\w*|basta|tack|mvh|hilsen|hilsner|venlig|vennlig|kaerlig|"
    r"med|pozdrawiam|cumprimentos|abracos|obrigad\w|grazie|cordiali|saluti|belle|bonne|journee|madame|monsieur|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday)\b"
)


@cache
def first_names() -> frozenset[str]:
    """The folded first names of the lexicon: a sign of a person, as many houses are called by one too."""
    return frozenset(name for said in forms("first_names").values() for name in said)


def is_ours(name: str, source: BriefSource) -> bool:
    """Whether a name is the studio's own."""
    return any(folded(own) in folded(name) for own in source.own_names)
