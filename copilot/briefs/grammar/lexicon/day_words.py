"""Days of the month in words: "the twenty-second of June", "am zweiundzwanzigsten Juni", "le premier juin".

Germanic languages say an ordinal; Romance ones say "first" and then plain numbers, which their own lexicons have.
"""

from __future__ import annotations

from functools import lru_cache

from copilot.briefs.grammar.lexicon.phrases import spellings

_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_DE = (
    "erst dritt:3 zweit:2 viert:4 fünft:5 sechst:6 siebt:7 siebent:7 acht:8 neunt:9 zehnt:10 elft:11 zwölft:12 "
    "dreizehnt:13 vierzehnt:14 fünfzehnt:15 sechzehnt:16 siebzehnt:17 achtzehnt:18 neunzehnt:19 zwanzigst:20 "
    "einundzwanzigst:21 zweiundzwanzigst:22 dreiundzwanzigst:23 vierundzwanzigst:24 fünfundzwanzigst:25 "
    "sechsundzwanzigst:26 siebenundzwanzigst:27 achtundzwanzigst:28 neunundzwanzigst:29 dreißigst:30 "
    "einunddreißigst:31"
)
_NL = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
    "vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste tweeëntwintigste "
    "drieëntwintigste vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste "
    "negenentwintigste dertigste eenendertigste"
)
_SV = (
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde "
    "sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte "
    "tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta"
)
_DA = (
    "første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende "
    "femtende sekstende syttende attende nittende tyvende enogtyvende toogtyvende treogtyvende fireogtyvende "
    "femogtyvende seksogtyvende syvogtyvende otteogtyvende niogtyvende tredivte enogtredivte"
)
_NO = (
    "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte trettende fjortende "
    "femtende sekstende syttende attende nittende tjuende tjueførste tjueandre tjuetredje tjuefjerde tjuefemte "
    "tjuesjette tjuesjuende tjueåttende tjueniende trettiende trettiførste"
)
_FIRST = {"fr": "premier", "es": "primero", "it": "primo", "pt": "primeiro"}
_ROMANCE = frozenset(_FIRST)


@lru_cache(maxsize=16)
def day_words(language: str, cardinals: frozenset[tuple[str, int]]) -> dict[str, int]:
    """Folded words for 1-31 as this language says them before a month; `cardinals` are its plain numbers."""
    if language in _ROMANCE:
        words = {word: n for word, n in cardinals if 1 <= n <= 31}
        return words | dict.fromkeys(spellings(_FIRST[language]), 1)
    if language == "de":
        stems = [entry.partition(":") for entry in _DE.split()]
        pairs = ((f"{stem}{ending}", int(n or 1)) for stem, _, n in stems for ending in ("en", "er", "e", "em"))
        return {s: n for word, n in pairs for s in spellings(word)}
    table = {"nl": _NL, "sv": _SV, "da": _DA, "no": _NO, "nb": _NO, "nn": _NO}.get(language, _EN)
    pairs = ((word, n) for n, word in enumerate(table.split(), 1))
    words = {s: n for word, n in pairs for s in (*spellings(word), *spellings(word.replace("-", " ")))}
    return words | {word: n for word, n in cardinals if language == "nl" and 2 <= n <= 31}
