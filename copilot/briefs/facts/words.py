"""The words briefs use, as data: `lexicon/*.toml` per language and `lexicon/words/*.toml` for names of things.

Every reader matches on `folded` text (lower case, no accents, one character for one), so a lexicon entry is written
without accents. `*` in an entry stands for any letters. All languages are matched at once: producers mix them, and a
short brief does not tell its language.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from copilot.briefs.grammar.lexicon.stopwords import STOPWORDS

_ONE_FOR_ONE = {"ß": "s", "ø": "o", "đ": "d", "ł": "l", "æ": "a", "œ": "o", "ı": "i", "ð": "d", "þ": "t"}


def folded(text: str) -> str:
    """The text in lower case without accents, of the same length, for matching."""
    return "".join(map(_fold_char, text))


@cache
def _fold_char(char: str) -> str:
    if char.isascii():
        return char.lower()
    base = unicodedata.normalize("NFD", char)[0].lower()
    return _ONE_FOR_ONE.get(base, base) if len(base) == 1 else char


FUNCTION_WORDS = frozenset(folded(word) for words in STOPWORDS.values() for word in words.split())
"""The commonest words of grammar in every language: "the", "und", "pour"."""


def pattern_of(entries: Iterable[str]) -> str:
    """A regular expression for the entries on folded text, longest first, bounded by non-letters."""
    ordered = sorted({folded(e) for e in entries}, key=lambda e: (-len(e), e))
    return r"(?<![\w])(?:" + "|".join(map(_entry, ordered)) + r")(?!\w)" if ordered else r"(?!)"


_SHARP_S = re.compile(r"(?<=au)ss|(?<=ei)ss|(?<=ie)ss|(?<=gro)ss|(?<=gru)ss|(?<=fu)ss|(?<=stra)ss|(?<=ma)ss(?=n)")


def _entry(entry: str) -> str:
    parts = [re.escape(part).replace(r"\ ", r"\s+") for part in entry.split("*")]
    body = r"\w*".join(parts)
    # æ and ß fold to one letter; a lexicon writes "ae" and "ss", which stand for both spellings. A ß follows only a
    # long vowel: "gross", "aussen", "schliessen" have one, "messe" has none.
    return _SHARP_S.sub("ss?", body.replace("ae", "ae?"))


@cache
def _languages() -> tuple[dict[str, dict[str, list[str]]], ...]:
    folder = files(__package__) / "lexicon"
    names = sorted((f.name for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda n: (n != "en.toml", n))
    return tuple(tomllib.loads((folder / name).read_text("utf-8")) for name in names)


def entries(section: str, key: str) -> tuple[str, ...]:
    """Every language's entries for a key of a section (`labels`, `cues`, `kinds`)."""
    return tuple(entry for lexicon in _languages() for entry in lexicon.get(section, {}).get(key, ()))


def keys(section: str) -> tuple[str, ...]:
    """The keys of a section over all languages."""
    return tuple(dict.fromkeys(key for lexicon in _languages() for key in lexicon.get(section, {})))


@cache
def cue(key: str) -> re.Pattern[str]:
    """The pattern of a cue in all languages, for folded text."""
    return re.compile(pattern_of(entries("cues", key)))


@cache
def kind_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Deliverable kinds with their nouns, the most specific kinds first."""
    order = ("cutdown", "teaser", "trailer", "stills", "animation", "recap", "interview", "episode", "social", "film")
    return tuple((k, re.compile(pattern_of(entries("kinds", k)))) for k in (*order, "other"))


@cache
def label_topics() -> dict[str, str]:
    """Field labels of all languages to their topics; where two topics share a label, the earlier file keeps it."""
    topics: dict[str, str] = {}
    for lexicon in _languages():
        for topic, labels in lexicon.get("labels", {}).items():
            for label in labels:
                topics.setdefault(folded(label), topic)
    return topics


@cache
def forms(kind: str) -> dict[str, tuple[str, ...]]:
    """What briefs call each normalised name of a kind (`media`, `languages`, `aims`)."""
    source = (files(__package__) / "lexicon" / "words" / f"{kind}.toml").read_text("utf-8")
    return {name: tuple(said) for name, said in tomllib.loads(source).items()}


@cache
def names(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Normalised names (`media`, `languages`, `territories`) with the pattern of what briefs call them."""
    return tuple((name, re.compile(pattern_of(said))) for name, said in forms(kind).items())
