"""What is seen around a candidate for a place of the shoot, and where it stands among the letter's other candidates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.names import EMAIL
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.bases import houses_of
from copilot.briefs.facts.places.candidates import Candidate, Mention
from copilot.briefs.facts.places.doubts import is_seen_there
from copilot.briefs.facts.places.fit import may_be_place
from copilot.briefs.facts.places.rivals import Rivals, beside_rivals, follows_name, lead_of, rivals_of
from copilot.briefs.facts.places.sentence_signs import sentence_signs
from copilot.briefs.facts.places.sites import is_venue, names_venue
from copilot.briefs.facts.places.told import counts_days, is_about_shoot, tells_of_shoot
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.words import cue, folded, names
from copilot.briefs.learned.surroundings import surroundings

_CLOSES = re.compile(r"\s?(?P<sign>[,;:)/|&+–.!?-]|$)")


@dataclass(frozen=True)
class Letter:
    """What the candidates of one letter are seen against."""

    zones: Zones
    shoot_days: tuple[tuple[int, int], ...]
    filmed: frozenset[int]
    breath: frozenset[int]
    houses: tuple[str, ...]
    addresses: str
    signed: str
    signed_words: frozenset[str]
    authors: frozenset[str]
    sources: frozenset[str]
    dated: dict[int, tuple[Dated, ...]]
    rivals: Rivals


def letter_of(zones: Zones, language: str, dated: Sequence[Dated], candidates: Sequence[Candidate]) -> Letter:
    """The letter as its candidates share it."""
    days = [d for d in dated if d.role == "shoot" and d.found.value.days]
    told = {d.unit.start for d in days}
    filmed = {u.start for u in zones.units if u.start in told or tells_of_shoot(u) or counts_days(u, language)}
    text = zones.plain.text
    signed = folded(" ".join(text[a:b] for a, b in zones.signatures))
    return Letter(
        zones,
        tuple((d.found.start, d.found.end) for d in days),
        frozenset(filmed),
        frozenset(u.paragraph for u in zones.units if u.start in filmed),
        tuple(folded(zones.wanted.text[a:b]) for a, b in houses_of(zones)),
        " ".join(folded(m[0].partition("@")[2]) for m in EMAIL.finditer(text)),
        signed,
        frozenset(re.findall(r"[^\W\d_]+", signed + " " + folded(zones.author or ""))),
        frozenset(word for u in zones.units if u.author for word in folded(u.author).split()),
        frozenset(source for c in candidates for m in c.mentions for source in m.sources),
        _by_unit(dated),
        rivals_of(zones, candidates, frozenset(filmed)),
    )


def _by_unit(dated: Sequence[Dated]) -> dict[int, tuple[Dated, ...]]:
    """The dates of each unit that has any."""
    found: dict[int, tuple[Dated, ...]] = {}
    for one in dated:
        found[one.unit.start] = (*found.get(one.unit.start, ()), one)
    return found


def place_features(letter: Letter, candidate: Candidate) -> dict[str, float]:
    """What is seen of a name at all its mentions together."""
    found: dict[str, float] = {}
    for mention in candidate.mentions:
        for name, value in _mentioned(letter, candidate.name, mention).items():
            found[name] = max(found.get(name, 0.0), value)
    found |= _named(letter, candidate.name)
    found |= dict.fromkeys(_at_all_mentions(candidate), 1.0)
    found |= {f"letter:{source}": 1.0 for source in letter.sources}
    found[f"times={len(candidate.mentions)}"] = 1.0
    return found | beside_rivals(letter.rivals, candidate.name)


def _at_all_mentions(candidate: Candidate) -> set[str]:
    """What holds wherever the name stands, where each mention's own signs are told of the best one only."""
    leads = [lead_of(m.unit.low[: m.start - m.unit.start]) for m in candidate.mentions]
    led = [lead in ("in", "venue_in") for lead in leads]
    return {
        f"always:led={all(led)}" if all(led) or not any(led) else "always:led=mixed",
        f"always:lead={leads[0] if len(set(leads)) == 1 else 'mixed'}",
    }


def _named(letter: Letter, name: str) -> dict[str, float]:
    """What the name itself says."""
    low = folded(name)
    words = low.split()
    last = words[-1]
    said = {
        "known": is_known(name),
        "territory": any(p.fullmatch(low) for _, p in names("territories")),
        "language": any(p.fullmatch(low) for _, p in names("languages")),
        "medium": any(p.search(low) for _, p in names("media")),
        "venue": names_venue(name),
        "only_venue": is_venue(name),
        "small": name[:1].islower(),
        "shouted": name.isupper(),
        "hyphen": "-" in name,
        "fit": may_be_place(name),
        "digit": any(c.isdigit() for c in name),
        "verbose": sum(word[:1].islower() for word in name.split()) > 2,
        "one_capital": len(words) > 1 and sum(word[:1].isupper() for word in name.split()) == 1,
        "house": low in letter.houses,
        "in_house": any(set(words) < set(house.split()) for house in letter.houses),
        "has_house": any(set(house.split()) < set(words) for house in letter.houses),
        "in_address": any(len(word) > 3 and word in letter.addresses for word in words),
        "signed": low in letter.signed,
        "signs": any(word in letter.signed_words for word in words if len(word) > 2),
        "author": any(word in letter.authors for word in words),
        f"words={min(4, len(words))}": True,
        f"end:{last[-3:]}": True,
        f"end:{last[-4:]}": True,
        f"w:{last}": True,
        f"w0:{words[0]}": True,
    }
    return {f"n:{key}": 1.0 for key, holds in said.items() if holds}


def _mentioned(letter: Letter, name: str, mention: Mention) -> dict[str, float]:
    """What is seen at one mention."""
    unit, start, end = mention.unit, mention.start, mention.end
    found = surroundings(letter.zones, unit, start, end)
    for source in mention.sources:
        found[f"src:{source}"] = 1.0
    lead = lead_of(unit.low[: start - unit.start])
    about = _about(letter, unit)
    known = "known" if is_known(name) else "new"
    said = {
        f"doubt={mention.doubt}",
        f"lead={lead}",
        f"close={_close(unit.text[end - unit.start :])}",
        f"about={about}",
        f"lead={lead}&about={about}",
        f"lead={lead}&about={about}&{known}",
        f"about={about}&{known}",
        f"subject={unit.subject}&{known}",
        f"from_day={_distance(letter, start, end)}",
    }
    said |= sentence_signs(unit, start, end, letter.dated.get(unit.start, ()))
    if follows_name(unit, start):
        said |= {"after_name", f"after_name&about={about}", f"after_name&{known}"}
    if is_seen_there(unit.low[: start - unit.start]):
        said.add("seen")
    if unit.start == letter.zones.units[0].start:
        said.add("opens")
    if not mention.sources:
        said.add("src:none")
    found |= dict.fromkeys(said, 1.0)
    found["at"] = letter.zones.position_at(start) / max(1, len(letter.zones.units) - 1)
    return found


def _close(after: str) -> str:
    sign = _CLOSES.match(after)
    return sign["sign"] if sign else "word"


def _about(letter: Letter, unit: Unit) -> str:
    """How near the shoot the unit stands."""
    if unit.subject in ("locations", "shoot"):
        return "label"
    if unit.start in letter.filmed:
        return "shoot"
    if is_about_shoot(letter.zones, unit):
        return "cued"
    if cue("usage").search(unit.low) or unit.subject in ("usage", "territory"):
        return "usage"
    return "breath" if unit.paragraph in letter.breath else "apart"


def _distance(letter: Letter, start: int, end: int) -> str:
    gaps = [max(a - end, start - b) for a, b in letter.shoot_days]
    nearest = min(gaps, default=999)
    return next((str(step) for step in (6, 20, 60, 150) if nearest <= step), "far")
