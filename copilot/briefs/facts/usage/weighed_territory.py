"""Which names of a usage line are its market, weighed a second time: parts of a country stand in no list of words.

What the rules read stays unless a list of names that they do not know speaks louder or goes on where they stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.fit import is_language, is_when
from copilot.briefs.facts.places.rivals import lead_of
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.usage.shown_for import showings_in
from copilot.briefs.facts.usage.territory import WORLDWIDE, is_where_it_is_shot, shown_until
from copilot.briefs.facts.words import cue, folded, names
from copilot.briefs.learned.judge import Features, judge_of
from copilot.briefs.learned.surroundings import surroundings

Stated = tuple[str, Span]
"""A market in words, with its span of the view."""

_MOST = 40
_WORD = r"[A-ZÀ-ÞŁŚŻ](?:[\w'’-]|\.(?=\w))*"
_NAME = re.compile(rf"{_WORD}(?:[ ](?:(?:of|de|du|des|do|da|del|di|la|van|den|der|the)[ ](?={_WORD}))?{_WORD}){{0,3}}")
_JOINT = re.compile(r"\s?(?:,|/|&|\+|\b(?:and|und|et|y|e|en|og|och|sowie|plus)\b)\s?(?:and |und |the |la |le |el )?")


@dataclass(frozen=True)
class Market:
    """A list of names that may be the market, what is seen around it, and whether the rules read it."""

    stated: Stated
    features: Features
    rule: bool


def weighed_territory(zones: Zones, told: Stated | None) -> Stated | None:
    """The market with its span, given the rules' reading."""
    if told is not None and told[0] == WORLDWIDE:
        return told
    judge = judge_of("territory")
    found = [(judge.log_odds(m.features, m.rule), m) for m in markets(zones, told)]
    odds, best = max(found, key=lambda weighed: weighed[0], default=(0.0, None))
    if best is None or odds <= 0 or (best.rule and not _goes_on(best.stated, told)):
        return told
    return best.stated


def _goes_on(stated: Stated, told: Stated | None) -> bool:
    """Whether the list names more than the rules read of it."""
    (_, (start, end)), (a, b) = stated, told[1] if told else (0, 0)
    return start <= a <= start + 3 and end > b


def markets(zones: Zones, told: Stated | None) -> list[Market]:
    """Every list of names in units that speak of usage."""
    found: list[Market] = []
    follows = -1  # the paragraph of a usage line right before
    for unit in zones.units:
        speaks = _speaks_of_usage(unit)
        goes_on = unit.paragraph == follows and unit.subject is None
        follows = unit.paragraph if speaks else -1
        if speaks or goes_on:
            for start, end in _lists(unit):
                if len(found) < _MOST and not _is_elsewhere(unit, start):
                    text = unit.text[start:end]
                    span = (unit.start + start, unit.start + end)
                    rule = told is not None and span[0] < told[1][1] and told[1][0] < span[1]
                    found.append(Market((text, span), _features(zones, unit, span, text), rule))
    return found


def _speaks_of_usage(unit: Unit) -> bool:
    """Whether a unit tells where the work is shown: by its label, a word for usage or a medium."""
    if unit.subject in ("usage", "territory", "term") or cue("usage").search(unit.low):
        return True
    return bool(showings_in(unit.low))


def _is_elsewhere(unit: Unit, at: int) -> bool:
    """Whether names are where the work is shot, or what it is about: "for social, about our bars in Seville"."""
    if is_where_it_is_shot(unit, unit.start + at):
        return True
    if unit.subject in ("usage", "territory", "term"):
        return False
    return _ABOUT.search(unit.low[shown_until(unit.low[:at]) : at]) is not None


_ABOUT = re.compile(
    r"\b(?:about|showing|uber|von unser\w*|sur (?:nos|notre)|a propos|autour|sobre|acerca|over (?:onze|ons)|"
    r"om (?:vara?|vores|vare)|sui? nostr\w+|dei nostr\w+)\b"
)
"""Behind a medium and before names: these are what the work tells of."""


def _lists(unit: Unit) -> Iterator[Span]:
    """The spans of names, those joined by commas and words like "and" in one."""
    last: Span | None = None
    for m in _NAME.finditer(unit.text):
        if not _may_be_market(m[0]):
            continue
        if last and _JOINT.fullmatch(unit.text[last[1] : m.start()]):
            last = (last[0], m.end())
        else:
            if last:
                yield last
            last = m.span()
    if last:
        yield last


def _may_be_market(name: str) -> bool:
    low = folded(name)
    return not (is_when(name) or is_language(name) or showings_in(low) or any(p.search(low) for _, p in names("media")))


def _features(zones: Zones, unit: Unit, span: Span, text: str) -> Features:
    start, end = span[0] - unit.start, span[1] - unit.start
    found = surroundings(zones, unit, *span)
    items = _JOINT.split(text)
    media = [b for _, b, _ in showings_in(unit.low)]
    behind = unit.low[end:]
    said = {
        f"known={min(2, sum(map(is_known, items)))}",
        f"items={min(4, len(items))}",
        f"lead={lead_of(unit.low[:start])}",
        f"subject={unit.subject}",
        f"after_media={any(b <= start for b in media)}",
        f"media={bool(media)}",
        f"opens={start == 0}",
        f"whole={start == 0 and end >= len(unit.text) - 1}",
        f"closes={(behind.strip() or '$')[0]}",
        f"shouted={text.isupper()}",
        f"hyphen={'-' in text}",
        f"w:{folded(items[-1])[-4:]}",
    }
    conjoined = {f"{a}&{b}" for a in said for b in said if a < b and a[:4] in _CORE and b[:4] in _CORE}
    return found | dict.fromkeys(said | conjoined, 1.0)


_CORE = ("know", "lead", "subj", "afte", "item")
"""The features that say most together."""
