"""How many days the brief gives the shoot: counted, bare behind a label, or without a word for shooting."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from copilot.briefs.facts.budget.budget import is_correction
from copilot.briefs.facts.letter.clauses import clause_of, distance
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.mentions import DayCount
from copilot.briefs.grammar.numbers import find_numbers
from copilot.briefs.grammar.span import Found

_OTHER_DAYS = re.compile(
    r"\b(?:working|business|werk\w*|arbeits\w*|ouvr\w*|habiles|laborables|arbets\w*|hverdag\w*|virke\w*|calendar)\b"
)


_NOT_A_DAY = re.compile(r"\b(?:not|nicht|pas|no es|geen|inte|ikke|non e|nao e)\s(?:as\s)?$")
"""What follows is said to be no day of shooting: "(not a filming day)"."""
_NOT_SHOOTING = re.compile(
    r"\b(?:within|in|after|before|binnen|innerhalb|vor|nach|dans|sous|avant|apres|en|antes|despues|inom|om|inden|"
    r"innen|etter|efter|valid|payment|net|zahlbar|per|a|each|ago|working|business|open|holiday|notice)\s+(?:the |"
    r"de |los |las )?$"
)


Days = tuple[Decimal | None, list[tuple[int, int]]]
"""A number of days and the words it rests on."""


def shoot_days_in(zones: Zones, language: str) -> Days:
    """The days that the brief counts, by the rules; of two counts that cannot both hold the fewer."""
    counts: list[tuple[Found[DayCount], Unit]] = []
    for found in find_day_counts(zones.wanted.text, language):
        unit = zones.unit_at(found.start) or labelled_by(zones, found.start)
        if unit is None or (
            found.value.kind != "shoot"
            and unit.subject in ("usage", "term", "revisions", "budget", "contact", "delivery")
        ):
            continue
        near = distance(unit, cue("shoot"), found.start, found.end)
        asked = unit.subject in ("shoot", "locations") or _under_shoot(zones, unit)
        meant = found.value.kind == "shoot" or (asked or (near is not None and near <= 100))
        denied = _NOT_A_DAY.search(unit.low[: max(0, found.start - unit.start)])
        if (
            meant
            and not denied
            and found.value.kind in ("shoot", "unknown")
            and not _OTHER_DAYS.search(found.text.lower())
        ):
            counts.append((found, unit))
    if not counts:
        bare = bare_count(zones, language)
        if bare[0] is None:
            bare = _in_another_language(zones, language)
        return bare if bare[0] is not None else _days_anywhere(zones, language)
    if trips := _trips(counts):
        return sum((f.value.days for f, _ in trips), Decimal(0)), [(f.start, f.end) for f, _ in trips]
    total = [f for f, u in counts if len(counts) > 1 and _is_total(f, u)]
    if total:
        return total[-1].value.days, [(total[-1].start, total[-1].end)]
    by_unit = [(f, u) for f, u in counts if u == counts[0][1]]
    shares = sorted(f.value.days for f, _ in by_unit)
    if len(by_unit) > 2 and shares[-1] == sum(shares[:-1]):
        whole = next(f for f, _ in by_unit if f.value.days == shares[-1])
        return whole.value.days, [(whole.start, whole.end)]  # "two days: one in Gent and one in Aalst"
    if len(by_unit) > 1 and _is_sum(by_unit):
        return sum((f.value.days for f, _ in by_unit), Decimal(0)), [(f.start, f.end) for f, _ in by_unit]
    corrected = [f for f, u in counts[1:] if is_correction(u)]
    if corrected:
        return corrected[-1].value.days, [(corrected[-1].start, corrected[-1].end)]
    values = {f.value.days for f, _ in counts}
    fewest = min((f for f, _ in counts), key=lambda f: f.value.days)
    if len(values) > 1 and all(f.value.kind == "shoot" for f, _ in counts):
        return fewest.value.days, [(fewest.start, fewest.end)]
    first = next((f for f, _ in counts if f.value.kind == "shoot"), counts[0][0])
    return first.value.days, [(first.start, first.end)]


def _trips(counts: list[tuple[Found[DayCount], Unit]]) -> list[tuple[Found[DayCount], Unit]]:
    """A list of places with their days ("Lerwick, 3 days" / "Yarmouth, 1.5 days"), whose sum is the shoot."""
    units = [u for _, u in counts]
    listed = len(counts) > 1 and all(u.kind in ("bullet", "cell") and not cue("shoot").search(u.low) for u in units)
    apart = len({u.start for u in units}) == len(units) and len({u.paragraph for u in units}) == 1
    named = all(f.value.kind == "unknown" and re.match(r"[A-ZÀ-Þ]", u.text) for f, u in counts)
    return counts if listed and apart and named and not any(_IN_TOTAL.search(u.low) for u in units) else []


_IN_TOTAL = re.compile(r"\b(?:total|in all|altogether|insgesamt|gesamt|en tout|totaal|totalt|i alt|totale|summe|sum)\b")


def _is_total(count: Found[DayCount], unit: Unit) -> bool:
    """Whether the words beside a count make it the sum of the others: "so 1.5 days' shooting in all"."""
    before = unit.low[: count.start - unit.start][-24:]
    after = re.split(r"[.;,]", unit.low[count.end - unit.start :])[0][:32]
    return _IN_TOTAL.search(before) is not None or _IN_TOTAL.search(after) is not None


def labelled_by(zones: Zones, start: int) -> Unit | None:
    """The unit whose label holds a position ("Twee draaidagen: 14 en 16 april")."""
    return next((u for u in zones.units if u.label and u.label[0] <= start < u.label[1]), None)


def _in_another_language(zones: Zones, language: str) -> Days:
    """ "Shooting: 2,5 Drehtage in Linz": days named outright in a language the rest of the brief is not in."""
    for code in ("en", "de", "fr", "es", "nl", "sv", "it", "pt"):
        for found in find_day_counts(zones.wanted.text, code) if code != language else ():
            unit = zones.unit_at(found.start)
            if (
                unit is not None
                and found.value.kind == "shoot"
                and unit.subject not in ("usage", "term", "budget", "aside")
            ):
                return found.value.days, [(found.start, found.end)]
    return None, []


def bare_count(zones: Zones, language: str) -> Days:
    """A number alone behind a label for shoot days: "Shoot days: 6", "Drehtage | 2½"."""
    for unit in zones.units:
        answer = (
            [n for n in find_numbers(unit.text, language) if n.start == 0 and n.value <= 60]
            if unit.asked == "shoot"
            else []
        )
        if answer and re.match(r"\s*(?:$|[,.;]|in\b|i\b|a\b|en\b|te\b|please)", unit.low[answer[0].end :]):
            return answer[0].value, [(unit.start, unit.start + answer[0].end)]
        if unit.topic not in ("usage", "budget", "aside") and (told := _said_to_be(unit, language)):
            return told
        if unit.topic != "shoot" or unit.label is None:
            continue
        if not re.search(
            r"day|tag|jour|dia|jornad|dag|giorn", folded(zones.wanted.text[unit.label[0] : unit.label[1]])
        ):
            continue
        number = re.match(
            r"\s*(\d{1,2})?(?:[.,](5)|\s?(½))?(?=\s*(?:$|\(|,|;|x|days?|tage?|jours?|dias?|dag\w*))", unit.text
        )
        if number and number[0].strip():
            half = Decimal("0.5") if number[2] or number[3] else Decimal(0)
            return Decimal(number[1] or 0) + half, [(unit.start, unit.start + number.end())]
        words = [n for n in find_numbers(unit.text, language) if n.start == 0 and n.value <= 60]
        if words and not re.match(r"\.?\s?[-/]|\.\s?\w", unit.text[words[0].end :]):  # "18. januar" is a date
            return words[0].value, [(unit.start, unit.start + words[0].end)]
    return None, []


_ARE = re.compile(
    r"[^.;:!?\d]{0,30}?\b(?:are|were|would be|will be|should be|sind|waren|werden|sollen|sont|seraient|seront|"
    r"seraint|son|serian|"
    r"seran|zijn|worden|zouden|ar|blir|er|bliver|sono|sarebbero|saranno|sao|seriam|serao)\s"
)


def _said_to_be(unit: Unit, language: str) -> tuple[Decimal, list[tuple[int, int]]] | None:
    """The number behind the noun: "Le giornate di ripresa sarebbero quattro"."""
    for named in cue("shoot_days").finditer(unit.low):
        are = _ARE.match(unit.low, named.end())
        for number in find_numbers(unit.text, language) if are else ():
            tail = unit.low[number.end :].lstrip()[:1] if are and number.start == are.end() else "x"
            if not tail or tail in ",.;:(!?":
                return number.value, [(unit.start + named.start(), unit.start + number.end)]
    return None


def _days_anywhere(zones: Zones, language: str) -> Days:
    """Days counted without a word for shooting: "Half a day at our office is all he has", "one there and one "
    "here"."""
    counts: list[tuple[Found[DayCount], Unit]] = []
    for found in find_day_counts(zones.wanted.text, language):
        unit = zones.unit_at(found.start)
        if unit is not None and _may_be_shooting(found, unit):
            counts.append((found, unit))
    if not counts:
        return _nights(zones, language)
    counts = [c for c in counts if _VISIT.search(c[1].low)] or counts
    counts = [c for c in counts if c[1] == counts[0][1]]
    taken = counts if len(counts) > 1 and _is_sum(counts) else counts[:1]
    return sum((f.value.days for f, _ in taken), Decimal(0)), [(f.start, f.end) for f, _ in taken]


def _under_shoot(zones: Zones, unit: Unit) -> bool:
    """Whether a list item stands under a lead-in line below the heading of the shoot ("Shooting" / "Two "
    "trips:")."""
    if unit.kind != "bullet" or unit.section:
        return False
    above = [u for u in zones.units[: zones.position_at(unit.start)] if u.kind == "heading"][-2:]
    lead_in = len(above) == 2 and above[1].text.rstrip().endswith(":") and above[1].paragraph - above[0].paragraph <= 2
    return lead_in and topic_of(above[0].text) == "shoot"


_VISIT = re.compile(
    r"\b(?:you(?:'d| would| will|'ll)? come|come (?:by|round|over|for|and)|visit|spend|be with us|with us|kommt|"
    r"kommen|vorbei|vorbeikommen|"
    r"viendr\w+|venir|veniez|passer|vendri\w+|venir|vengan|veniis|langskomen|langs|komen|kommer|komma|besok\w*|"
    r"besog\w*|verreste|venite|"
    r"viria\w*|venham)\b"
)
"""Whoever is asked to come for some days comes to film."""


def _may_be_shooting(found: Found[DayCount], unit: Unit) -> bool:
    if (
        found.value.kind != "unknown"
        or unit.topic not in (None, "timing")
        or unit.section in ("usage", "budget", "revisions", "pitch")
    ):
        return False
    before, after = unit.low[: found.start - unit.start], unit.low[found.end - unit.start :]
    clause = clause_of(unit, found.start, found.end)[0]
    idle = cue("delivery").search(clause) or cue("not_date").search(clause) or _NOT_SHOOTING.search(before)
    return (
        not idle
        and found.value.days <= 15
        and not re.match(r"\s*(?:later|before|after|ago|notice|per|a week|old|spater|vor)", after)
    )


_NIGHT = re.compile(r"\s+(?:nights?|nachte?|nuits?|noches?|nachten|natter|naetter|natt|netter|notti?|noites?)\b")


def _nights(zones: Zones, language: str) -> Days:
    """Nights of shooting count as days: "Shoot in the depot, two nights"."""
    for unit in zones.units:
        if not (unit.subject == "shoot" or cue("shoot").search(unit.low)):
            continue
        for number in find_numbers(unit.text, language):
            night = _NIGHT.match(unit.low, number.end)
            if night and number.value <= 15:
                return number.value, [(unit.start + number.start, unit.start + night.end())]
    return None, []


_SAID_AGAIN = re.compile(
    r"\b(?:so|that's|that is|i\.?e\.?|meaning|also|d\.?h\.?|das heisst|das sind|sprich|donc|soit|c'est-a-dire|o "
    r"sea|"
    r"asi que|es decir|"
    r"dus|oftewel|dat is|alltsa|dvs|altsa|quindi|cioe|portanto|ou seja)\b"
)
"""What follows says the days once more: "a morning, so half a day"."""


def _is_sum(counts: list[tuple[Found[DayCount], Unit]]) -> bool:
    unit = counts[0][1]
    between = [unit.low[a.end - unit.start : b.start - unit.start] for (a, _), (b, _) in pairwise(counts)]
    return all(
        re.search(r"(?:\+|,|\b(?:and|plus|und|et|y|en|och|og|e)\b)", gap) and len(gap) < 60 and "." not in gap
        for gap in between
    ) and not any(_SAID_AGAIN.search(gap) for gap in between)
