"""The language tables: one file a language for numbers and calendars, one file a concern for the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from copilot.briefs.grammar.lexicon.da import DA
from copilot.briefs.grammar.lexicon.de import DE
from copilot.briefs.grammar.lexicon.en import EN
from copilot.briefs.grammar.lexicon.es import ES
from copilot.briefs.grammar.lexicon.fi import FI
from copilot.briefs.grammar.lexicon.fr import FR
from copilot.briefs.grammar.lexicon.it import IT
from copilot.briefs.grammar.lexicon.model import Lexicon, joined
from copilot.briefs.grammar.lexicon.nl import NL
from copilot.briefs.grammar.lexicon.no import NO
from copilot.briefs.grammar.lexicon.pt import PT
from copilot.briefs.grammar.lexicon.sv import SV

LEXICONS: dict[str, Lexicon] = {lex.code: lex for lex in (EN, DE, FR, ES, NL, SV, DA, NO, IT, PT, FI)}

# A Norwegian client writes half a Danish brief; English words turn up in all of them.
_NORDIC = {"sv": ("no", "da"), "da": ("no", "sv"), "no": ("da", "sv"), "nb": ("da", "sv"), "nn": ("da", "sv")}

# A neighbour's number that is another word here ("ni" is Swedish for you, "ten" begins many a Dutch phrase).
_NOT_NUMBERS = {"nl": frozenset({"ten"}), "sv": frozenset({"ni"})}


@lru_cache(maxsize=32)
def lexicon_for(language: str) -> Lexicon:
    """Return the words to read a text of this language with: its own, its neighbours', and English."""
    own = own_lexicon(language)
    if own is EN:
        return EN
    neighbours = tuple(LEXICONS[code] for code in _NORDIC.get(language, ()))
    merged = joined((own, *neighbours, EN))
    strange = _NOT_NUMBERS.get(language, frozenset())
    return replace(merged, cardinals={word: n for word, n in merged.cardinals.items() if word not in strange})


def own_lexicon(language: str) -> Lexicon:
    """Return the words of this language alone, English for a language without tables."""
    return LEXICONS.get({"nb": "no", "nn": "no"}.get(language, language), EN)
