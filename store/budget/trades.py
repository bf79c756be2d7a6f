"""How the trade shortens its jobs: what is looked up on the rate card, in a budget or among the crew is spelled out.

One lexicon for every look-up. A card names each job once; where people say it otherwise, the card's words stand here.
"""

from __future__ import annotations

import re

_SPELLED_OUT = {
    "dop": "director of photography",
    "dp": "director of photography",
    "d.o.p": "director of photography",
    "cinematographer": "director of photography",
    "1st ad": "first assistant director",
    "first ad": "first assistant director",
    "1ad": "first assistant director",
    "2nd ad": "second assistant director",
    "second ad": "second assistant director",
    "2ad": "second assistant director",
    "ad": "assistant director",
    "1st ac": "first assistant camera",
    "first ac": "first assistant camera",
    "1ac": "first assistant camera",
    "focus puller": "first assistant camera",
    "2nd ac": "second assistant camera",
    "second ac": "second assistant camera",
    "2ac": "second assistant camera",
    "clapper loader": "second assistant camera",
    "ac": "assistant camera",
    "dit": "digital imaging technician",
    "cam op": "camera operator",
    "ep": "executive producer",
    "exec producer": "executive producer",
    "lp": "line producer",
    "pm": "production manager",
    "upm": "production manager",
    "unit production manager": "production manager",
    "unit manager": "production manager",
    "pa": "production assistant",
    "runner": "production assistant runner",
    "poc": "production coordinator",
    "sparks": "electrician",
    "spark": "electrician",
    "soundie": "sound recordist",
    "sound mixer": "sound recordist",
    "production sound mixer": "sound recordist",
    "hmu": "make-up hair artist",
    "hmua": "make-up hair artist",
    "mua": "make-up artist",
    "hair and makeup": "make-up hair artist",
    "hair and make-up": "make-up hair artist",
    "makeup": "make-up",
    "make up": "make-up",
    "vo": "voice-over",
    "voiceover": "voice-over",
    "voice over": "voice-over",
    "scripty": "script supervisor",
    "ae": "assistant editor",
    "colorist": "colourist",
    "editing": "editor",
}
_SHORTENED = re.compile(
    r"(?<![\w.-])(?:"
    + "|".join(map(re.escape, sorted(_SPELLED_OUT, key=len, reverse=True)))
    + r")(?:['’]?s)?(?![\w-])",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"['’]?s$", re.IGNORECASE)


def spelled_out(words: str) -> str:
    """Return `words` with each job that the trade shortens in full: "2nd AC" is the second assistant camera."""
    return _SHORTENED.sub(_in_full, words)


def _in_full(match: re.Match[str]) -> str:
    said = match[0].lower()
    return _SPELLED_OUT.get(said) or _SPELLED_OUT[_PLURAL.sub("", said)]
