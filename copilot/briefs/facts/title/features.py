"""What is seen of a wording that may be the title: its words, the lines it was met in, and how it stands to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from copilot.briefs.facts.client.vocabulary import core_of, institution, job
from copilot.briefs.facts.letter.candidates import Candidate, Mention, bare_words
from copilot.briefs.facts.letter.names import LEGAL, NOT_NAMES
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.title.cover import Cover, cover_of
from copilot.briefs.facts.title.papers import PAPER, own_words
from copilot.briefs.facts.words import folded, kind_patterns, label_topics
from copilot.briefs.grammar.lexicon.stopwords import STOPWORDS
from copilot.briefs.learned.surroundings import tokens

_FUNCTION_WORDS = frozenset(folded(word) for words in STOPWORDS.values() for word in words.split())
_DATED = re.compile(r"\d{1,2}[./:-]\d{1,2}|\b(?:19|20)\d\d\b")
_REFERENCE = re.compile(r"(?=\S*\d)\S*[A-Z/#-]\S*\d\S*")
_PERSON = re.compile(
    r"\b(?:i|we|you|me|us|my|our|your|ich|wir|sie|uns|unser\w*|je|nous|vous|notre|votre|nos|nuestr\w+|yo|"
    r"wij|we|ons|onze|jullie|vi|oss|var|vores|noi|nostr\w|nos|noss\w)\b"
)
_TOP_HEADING = re.compile(r"^[ \t]*#[ \t]+(\S.*)$", re.MULTILINE)
_ENCLOSED = re.compile(r"^===== (.+?)(?:\.\w{2,5})? =====$", re.MULTILINE)
"""The line that names a file which came with a mail."""
_SEEN = 5
"""How many mentions of a wording are looked at closely."""


@dataclass(frozen=True)
class TitledLetter:
    """What the features of wordings are seen against; `client` is whose film it is, as read."""

    source: BriefSource
    zones: Zones
    client: str | None
    candidates: Sequence[Candidate]

    @cached_property
    def low(self) -> str:
        return folded(self.zones.shown.text)

    @cached_property
    def words(self) -> str:
        """The letter's words without marks, to count wordings in."""
        return " " + " ".join(re.findall(r"\w+", self.low)) + " "

    @cached_property
    def quoted(self) -> frozenset[str]:
        kinds = ("double", "single", "star", "line")
        return frozenset(c.core for c in self.candidates if any(m.origin in kinds for m in c.mentions))

    @cached_property
    def client_words(self) -> frozenset[str]:
        return frozenset(core_of(self.client).split()) if self.client else frozenset()

    @cached_property
    def writers(self) -> frozenset[str]:
        named = (self.source.sender_name, self.zones.author)
        return frozenset(word for name in named if name for word in re.findall(r"\w+", folded(name)))

    @cached_property
    def cover(self) -> Cover:
        return cover_of(self.zones.wanted.text, self.client_words)

    @cached_property
    def only_top_heading(self) -> str | None:
        """The words of the one heading of the first rank, if there is just one."""
        headings = _TOP_HEADING.findall(self.zones.wanted.text)
        return bare_words(headings[0]) if len(headings) == 1 and own_words(headings[0]) else None

    @cached_property
    def files(self) -> str:
        """The names of the files that came along, without blanks: "Brief_RideItToTheRain_v3"."""
        return " ".join(re.sub(r"[\W_]", "", folded(m[1])) for m in _ENCLOSED.finditer(self.zones.plain.text))

    @cached_property
    def form(self) -> tuple[str, ...]:
        """What kind of letter it is, which says how likely it has a title at all."""
        zones = self.zones
        kinds = (
            ("mail", self.source.subject is not None),
            ("chat", zones.is_chat),
            ("note", zones.is_note),
            ("forward", zones.is_forward),
            ("short", len(self.low) < 700),
            ("headed", any(u.kind == "heading" for u in zones.units)),
            ("marked", re.search(r"^#", zones.wanted.text, re.MULTILINE)),
        )
        return tuple(kind for kind, holds in kinds if holds) or ("letter",)


def title_features(letter: TitledLetter, candidate: Candidate) -> dict[str, float]:
    """What is seen of a wording."""
    found: dict[str, float] = {}
    _note_words(found, letter, candidate)
    _note_origins(found, letter, candidate)
    _note_others(found, letter, candidate)
    for mention in candidate.mentions[:_SEEN]:
        _note_beside(found, letter, mention)
    return found


def _note_words(found: dict[str, float], letter: TitledLetter, candidate: Candidate) -> None:
    name, words = candidate.name, candidate.core.split()
    found[f"words={min(len(words), 9)}"] = 1.0
    found["long"] = max(0, len(words) - 6) / 3
    for side, word in (("first", words[0]), ("last", words[-1])):
        found[f"{side}:{word}"] = 0.7
        found[f"{side}:{word[:5]}*"] = 0.4
        found[f"{side} function"] = float(word in _FUNCTION_WORDS)
    for word in set(words):
        found[f"w:{word}"] = 0.5
        found[f"w:{word[:5]}*"] = 0.4
        found[f"w:*{word[-5:]}"] = 0.3
    low = folded(name)
    capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in name.split())
    client = letter.client_words
    for kind, holds in (
        ("piece", any(pattern.search(low) for _, pattern in kind_patterns())),
        ("house", institution().search(low)),
        ("legal", LEGAL.search(name)),
        ("paper", PAPER.fullmatch(low)),
        ("begins paper", PAPER.match(low)),
        ("job", job().search(low)),
        ("town", is_known(name)),
        ("label", topic_of(name)),
        ("known label", low in label_topics()),
        ("only top heading", candidate.core == letter.only_top_heading),
        ("dated", _DATED.search(low)),
        ("figure", re.search(r"\d", low)),
        ("begins figure", low[:1].isdigit()),
        ("reference", _REFERENCE.search(name)),
        ("question", name.endswith("?") or letter.zones.shown.text[candidate.mentions[0].end :][:1] == "?"),
        ("exclaimed", name.endswith("!")),
        ("person", _PERSON.search(low)),
        ("hailing", words[0] in NOT_NAMES),
        ("shouted", name.isupper()),
        ("small", name[:1].islower()),
        ("all capitals", capitals == len(name.split())),
        ("some capitals", 1 < capitals < len(name.split())),
        ("pair inside", re.search(r"\".+\"", name)),
        ("bracket inside", "(" in name),
        ("cut inside", re.search(r"\s[-–|/]\s|:\s|,\s", name)),
        ("writer", set(words) <= letter.writers),
        ("some writer", set(words) & letter.writers),
        ("client", client and set(words) <= client),
        ("some client", client and set(words) & client and not set(words) <= client),
        ("us", any(folded(own) in low for own in (*letter.source.own_names, *letter.source.own_domains))),
        ("address", "@" in name or "www." in name),
    ):
        if holds:
            found[kind] = 1.0
    found[f"own words={min(len(own_words(name)), 3)}"] = 1.0
    if place := letter.cover.place_of(candidate.core):
        found[f"cover {place}"] = 1.0
        if "marked" in letter.form:
            found[f"marked, cover {place}"] = 2.0
    if len(candidate.core) > 6 and candidate.core.replace(" ", "") in letter.files:
        found["in a file's name"] = 1.0
    found["function words"] = sum(word in _FUNCTION_WORDS for word in words) / len(words)


def _note_origins(found: dict[str, float], letter: TitledLetter, candidate: Candidate) -> None:
    origins = {m.origin for m in candidate.mentions}
    for origin in origins:
        found[f"o={origin}"] = 1.0
        for kind in letter.form:
            found[f"{kind}, {origin}"] = 0.7
        for word in origin.split():
            found[f"o:{word}"] = 0.5
    found["origins"] = log2(1 + len(origins))
    for kind in letter.form:
        found[f"in {kind}"] = 0.5
    if candidate.core in letter.quoted:
        found["quoted"] = 1.0
    often = letter.words.count(f" {candidate.core} ")
    found["often"] = log2(1 + often)
    found["nowhere else"] = float(often <= 1)


def _note_others(found: dict[str, float], letter: TitledLetter, candidate: Candidate) -> None:
    """How a wording stands to others that hold it or that it holds: the name in quotation marks mostly wins."""
    padded = f" {candidate.core} "
    for other in letter.candidates:
        if other.core == candidate.core:
            continue
        if padded in f" {other.core} ":
            found["larger"] = found.get("larger", 0.0) + 0.3
        elif f" {other.core} " in padded:
            found["smaller"] = found.get("smaller", 0.0) + 0.3
            if other.core in letter.quoted:
                found["holds quoted"] = 1.0
    if letter.quoted and candidate.core not in letter.quoted:
        found["another quoted"] = 1.0


def _note_beside(found: dict[str, float], letter: TitledLetter, mention: Mention) -> None:
    if not mention.end:
        return
    zones, low = letter.zones, letter.low
    before, after = (
        tokens(low[max(0, mention.start - 50) : mention.start])[-4:],
        tokens(low[mention.end : mention.end + 40])[:3],
    )
    for side, near in (("b", list(reversed(before)) or ["^"]), ("a", after or ["$"])):
        for n, word in enumerate(near):
            found[f"{side}{n}:{word}"] = 0.8 if n < 2 else 0.4
            found[f"{side}:{word[:5]}*"] = 0.5
    if not zones.wanted.text[mention.start : mention.end].strip():
        found["not wanted"] = 1.0
    _note_line(found, zones.shown.text, mention)
    unit = zones.unit_at(mention.start)
    if unit is None:
        return
    for name, value in (("topic", unit.topic), ("section", unit.section), ("kind", unit.kind)):
        found[f"{name}={value}"] = 0.7
    if unit.aside:
        found["aside"] = 1.0
    if unit.start >= mention.start and unit.end <= mention.end + 3:
        found[f"whole {unit.kind}"] = 1.0
        found[f"whole {unit.topic}"] = 1.0
    label = low[slice(*unit.label)] if unit.label else ""
    for word in tokens(label):
        found[f"l:{word}"] = 0.8


def _note_line(found: dict[str, float], shown: str, mention: Mention) -> None:
    """Whether the wording is all that its line says, and whether an empty line follows."""
    ahead, behind = shown[shown.rfind("\n", 0, mention.start) + 1 : mention.start], shown[mention.end :]
    if not ahead.strip(" #*_") and behind[:1] in "\n":
        found["whole line"] = 1.0
        found["line apart"] = float(not behind[:2].strip())
    if not ahead.strip(" #*_") and re.match(r"[.!](?:\n|$)", behind):
        found["line is a sentence"] = 1.0
