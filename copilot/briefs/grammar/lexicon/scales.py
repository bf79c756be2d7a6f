"""Words and letters that multiply a number, the same for every language: they do not contradict one another."""

from __future__ import annotations

THOUSAND = 10**3
MILLION = 10**6
BILLION = 10**9

SCALE_WORDS: dict[int, str] = {
    THOUSAND: "thousand|thousands|tausend|mille|mil|duizend|tusen|tusind|tusinde|tuhat|tuhatta|mila|milhares"
    "|tausende|tsd.|tsd|tys.|tys|tis.|tusinder|millier|milliers|tūkst.|tisíc",
    10**5: "lakh|lakhs",
    MILLION: "million|millions|millionen|mio.|mio|mill.|mill|miljoen|miljoenen|miljon|miljoner|millioner|millón|"
    "millones"
    "|milione|milioni|milhão|milhões|miljoona|miljoonaa|mln.|mln|mln|millón de|millones de|milhões de|milioni di"
    "|million de|millions de|millions d'|million d'",
    10**7: "crore|crores",
    BILLION: "billion|billions|milliarde|milliarden|milliard|milliards|miljard|miljarder|milliarder|mrd.|mrd|miliardo"
    "|miliardi|bilhão|bilhões",
}

# Scale words that may stand alone as one thousand ("mille euros"); "Mila" or "Mio" alone may be a name.
LONE_THOUSAND = "thousand|tausend|mille|mil|duizend|tusen|tusind|tuhat|million|millón"

# Letters fused with or right after digits; only money reads them ("4K" is a resolution, "5 m" a length).
SCALE_LETTERS: dict[int, str] = {
    THOUSAND: "k|t|tsd|tsd.|grand|thou",
    10**4: "万",
    10**5: "lac|lacs|l",
    MILLION: "m|mm|mn|mio|mio.|mln|mln.|mill|mill.",
    10**7: "cr|cr.",
    BILLION: "b|bn|mrd|mrd.",
}
