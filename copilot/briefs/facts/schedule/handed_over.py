"""Days whose own words say that finished work changes hands, whatever the nearest cue makes of them.

A date's role comes from the nearest known cue; here everything that is said with the date is weighed at once: what
changes hands, that it is finished, that somebody wants to have it, that the day is a limit. Words for a price, a first
cut, a showing or the shoot speak against it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.roles import is_by, words_of
from copilot.briefs.facts.words import cue, folded, kind_patterns, names

_SURE = 4
"""Points from which a date is a delivery whatever its nearest cue says."""
_LIKELY = 2
"""Points that are enough where the brief names no delivery at all."""
_CUT = re.compile(
    r"[.;!?](?=\s|$)|,(?!\d)|\s-\s|\b(?:but|aber|mais|pero|maar|men|ma|mas|because|since|weil|denn|damit|parce que|"
    r"porque|ya que|omdat|zodat|fordi|eftersom|perche|pois|so that|before (?:we|the|our)|bevor|avant que|antes de que|"
    r"for att)\b"
)
_ELSEWHERE = frozenset(("usage", "term", "territory", "contact", "client", "pitch", "aside", "locations", "shoot"))
_BESIDE = 45  # characters within which "we need" speaks of the day


def with_handovers(zones: Zones, dated: list[Dated]) -> list[Dated]:
    """The same dates, those on which finished work is said to change hands in the role of a delivery."""
    dated = [replace(d, role="other") if _is_answer(zones, d) else d for d in dated]
    scores = [handover_score(zones, d) if _could_be(d) else _NEVER for d in dated]
    sure = [
        replace(d, role="delivery") if d.role != "delivery" and score >= _SURE and _is_told(zones, d) else d
        for d, score in zip(dated, scores, strict=True)
    ]
    if any(d.role == "delivery" for d in sure):
        return sure
    enough = {"?": _LIKELY, "delivery?": _LIKELY, "other": _LIKELY + 1}
    likely = [score if score >= enough.get(d.role, -_NEVER) else _NEVER for d, score in zip(sure, scores, strict=True)]
    best = max(likely, default=_NEVER)
    return [replace(d, role="delivery") if score == best > _NEVER else d for d, score in zip(sure, likely, strict=True)]


_NEVER = -99


def _is_answer(zones: Zones, dated: Dated) -> bool:
    """Whether only a price or an answer is wanted by the day: "need your numbers tonight", "bids in by noon, 1 May"."""
    if dated.role not in ("delivery", "delivery?") or dated.unit.topic == "delivery":
        return False
    said = " ".join(said_with(zones, dated, listed=True))
    given = any(names_of(key).search(said) for key in ("handover", "finished", "whole"))
    pieces = any(pattern.search(said) for _, pattern in kind_patterns())
    return names_of("priced").search(said) is not None and not given and not pieces


def _could_be(dated: Dated) -> bool:
    value, unit = dated.found.value, dated.unit
    settled = unit.topic in _ELSEWHERE or (unit.section in _ELSEWHERE and unit.kind != "field")
    return not settled and not unit.aside and (value.deadline is not None or value.offset is not None)


def _is_told(zones: Zones, dated: Dated) -> bool:
    """Whether the words say that something is handed over or finished; a month is nobody's day without them."""
    said = " ".join(said_with(zones, dated))
    return names_of("handover").search(said) is not None or names_of("finished").search(said) is not None


def handover_score(zones: Zones, dated: Dated) -> int:
    """How strongly the date's own label and clause say that finished work is due on it; each kind of word once."""
    label, before, after = said_with(zones, dated)
    said = f"{label} {before} {after}"
    score = sum(weight for weight, key in _FOR if names_of(key).search(said))
    near = before[-_BESIDE:]
    wished = names_of("had").search(near) or words_of("needed").search(near) or names_of("must_be").search(near)
    score += 2 if wished else 0
    score += 1 if _GOODS.search(said) or any(pattern.search(said) for _, pattern in kind_patterns()) else 0
    score += 1 if is_by(dated.unit, dated.found) else 0
    score -= sum(weight for weight, key in _AGAINST if names_of(key).search(said))
    if cue("not_date").search(said) and not names_of("handover").search(said):
        score -= 3
    return score


def _restates(following: str) -> bool:
    """Whether a clause only says the day again: "before the holidays, that is 3 July"."""
    said = words_of("restated").match(following.lstrip())
    return said is not None and len(following[said.end() :].split()) <= 2


_FOR = ((3, "handover"), (3, "finished"), (2, "whole"))
_AGAINST = ((5, "priced"), (4, "unfinished"), (4, "released"), (4, "filming"))
_GOODS = re.compile(
    r"\b(?:files?|filer\w*|dateien|fichiers?|archivos?|bestanden|filene|ficheiros?|link|lien|enlace|material\w*|"
    r"materiel|masters?|assets?|cuts?|edits?)\b"
)


def names_of(key: str) -> re.Pattern[str]:
    """The words of `lexicon/words/handover.toml` under a key, in all languages, for folded text."""
    return dict(names("handover"))[key]


def said_with(zones: Zones, dated: Dated, *, listed: bool = False) -> tuple[str, str, str]:
    """The date's label where it stands right before its sentence, and the words of its clause before and after it.

    `listed` keeps what commas part: "bids in by noon, 1 May".
    """
    unit = dated.unit
    start, end = dated.found.start - unit.start, dated.found.end - unit.start
    before = unit.low[max(0, start - 120) : start]
    stops = (m for m in _CUT.finditer(before.rstrip(" ,")) if not (listed and m[0] == ","))
    cuts = [m.end() for m in stops if not _restates(before[m.end() :])]
    before = before[cuts[-1] :] if cuts else before
    after = unit.low[end : end + 70]
    stop = _CUT.search(after)
    after = after[: stop.start()] if stop else after
    beside = unit.label is not None and 0 <= unit.start - unit.label[1] <= 6
    label = folded(zones.wanted.text[slice(*unit.label)]) if unit.label and beside else ""
    return label, before, after
