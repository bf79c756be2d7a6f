"""Dates told from another: tomorrow, next Friday, in three weeks, within 10 working days, two weeks after the shoot.

Conventions: a bare, this or coming weekday is the first after the reference date; "next Friday" within the running week
is the Friday of the week after where the language means that (English, Dutch, Scandinavian). Spans of time end on the
last day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from copilot.briefs.grammar import calendar_rules as rules
from copilot.briefs.grammar.date_words import DateWords, date_words, weekday_number
from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon.phrases import NEVER, alternation
from copilot.briefs.grammar.mentions import DateMention, OffsetUnit, RelativeOffset
from copilot.briefs.grammar.numbers import scan
from copilot.briefs.grammar.span import Found

NEXT_SKIPS = frozenset(
    {"next", "the next", "following", "the following", "volgende", "volgend", "nasta", "naesta", "naeste", "neste"}
)
_WEEKDAY_CUES = (
    "by|on|before|until|due|this|every|spätestens|bis|am|vor|diesen|d'ici|avant|pour|le|ce|este|el|para el|antes del|op"
    "|voor|uiterlijk|tegen|deze|aanstaande|senast|på|till|denna|senest|til|inden|innen|entro|il|até|na|no|latest|eod|"
    "cob"
    "|end of day"
)
_ANCHOR = re.compile(
    r"\s*(?:(?:the|der|dem|den|die|das|le|la|les|l'|el|los|las|het|de|il|o|a|our|"
    r"final)\s+)*[^\W\d_][^.,;:!?()¶\n\d]{0,60}"
)
_SINCE = re.compile(r"from|ab|fran|fra|vanaf|desde|a partir de|dal|dalle")
_OF = re.compile(r"\s+(?:of|from)\s+")
_FOLLOWING = re.compile(
    r"\s+(?:qui suiv\w+|suivant|following|that follow|que sig[au]en a|siguientes a|posteriores a|die volgen op|"
    r"volgend op|som foljer (?:pa|efter)|der folger (?:pa|efter)|som folger (?:pa|etter)|successivi a(?:l|lla)?|"
    r"che seguono|seguintes a|que se seguem a)\s+"
)
_PART_OF_DAY = re.compile(
    r"\s?(?:\s(?:morning|afternoon|evening|night|fruh|vormittag|nachmittag|abend|matin|apres-midi|soir|"
    r"por la (?:manana|tarde)|noche|mattina|pomeriggio|sera|de manha|a tarde|a noite|formiddag|eftermiddag|"
    r"ettermiddag|kvall|aften|kveld|morgon|morgen)|"
    r"ochtend|middag|avond|morgen|vormittag|nachmittag|abend|kvall)(?!\w)"
)
"""Behind a weekday: "Saturday morning" is the coming one."""
_AT_TIME = re.compile(
    r",?\s(?:(?:at|from|um|ab|von|a|de|des|vers|om|van|fra|fran|kl\.?|klokk?an?|dalle|alle|as|das) )?"
    r"(?:\d{1,2}(?:[:.h]\d{2}|\s?(?:h|u|am|pm|uhr|uur|o'clock|heures?)\b)|(?:a las|alle|kl\.?|um|as) \d{1,2}\b)"
)
"""Behind a weekday too: "vrijdag 11u"."""
_EARLIER = re.compile(
    r"\s+(?:earlier|beforehand|vorher|zuvor|davor|eerder|tidigare|tidligere|forinden)(?!\w)|"
    r"\s+(?:earlier|before(?:hand)?|prior|vorher|zuvor|davor|fruher|avant|plus tot|antes|eerder|ervoor|innan|tidigare|"
    r"forinden|tidligere|prima)(?=\s*(?:[.,;:!?)¶]|$|pls|please|bitte|svp|por favor))"
)
_NOT_A = re.compile(r"\b(?:not|nicht|keinen?|pas|ni|niet|geen|inte|ikke|ingen|non|nem|nao)\s$")
_LATER = re.compile(
    r"\s+(?:later|after(?:wards)?|danach|spater|darauf|apres|plus tard|despues|mas tarde|erna|daarna|senare|efter|"
    r"senere|etterpa|dopo|depois|mais tarde)(?=\s*(?:[.,;:!?)¶]|$|pls|please|bitte|svp|por favor))"
)
"""Distances from the date said before: "we open on 24 April, the master a week earlier"."""

_SHOOTING = (
    "shoot*|shot|film*|dreh*|gedreht|tourn*|rod*|grab*|record*|spel* in|inspel*|optag*|opptak*|draai*|gedraaid|gir*|"
    "riprend*|gravar|gravamos|filmmaakt|filmas|capture*|all|todo|alles|tout|tutto"
)

AnchorDate = Callable[[int], tuple[date, int] | None]


@lru_cache(maxsize=32)
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    w = date_words(language)
    lex = w.lexicon
    week = alternation(lex.week)
    which = alternation(lex.next_)
    later_week = (
        rf"\s+(?:of |in |der |de |de la |of the |i |den |die |della )?(?:{which}\s+{week}|{week}\s+{which}|{week})"
    )
    unit = (
        rf"\s?-?\s?(?:(?P<working_day>{alternation(lex.working_day)})|(?P<day>{alternation(lex.day)})|(?P<week>{week})"
        rf"|(?P<month>{alternation(lex.month)})|(?P<year>{alternation(lex.year)}))"
    )
    return {
        "fixed": re.compile(
            rf"(?:(?P<two>{alternation(lex.day_after_tomorrow)})|(?P<one>{alternation(lex.tomorrow)})"
            rf"|(?P<zero>{alternation(lex.today)}))(?!'s)"
        ),
        "weekday": re.compile(
            rf"(?:(?P<cue>{alternation(_WEEKDAY_CUES)})\s+)?(?:(?P<next>{which})\s+)?(?P<wd>{w.full_weekday})"
            rf"(?:(?P<later>{later_week})|\s+(?P<after>{which}))?"
        ),
        "then": re.compile(
            rf"\s+(?:{alternation(lex.in_)}|{alternation(lex.within)})\s+[^\W_]+\s+(?:{week}|{alternation(lex.day)})"
        ),
        "later_weekday": re.compile(rf"(?:{which}\s+{week}|{week}\s+{which})\s+(?P<wd>{w.full_weekday})"),
        "unit": re.compile(unit),
        "lead": re.compile(rf"(?:(?P<within>{alternation(lex.within)})|(?P<in>{alternation(lex.in_)}))\s+$"),
        "from_now": re.compile(rf"\s+{alternation(lex.from_now)}"),
        "after": re.compile(rf"\s+(?:{alternation(lex.after)}|{alternation(lex.from_)})\s+"),
        "before": re.compile(rf"\s+{alternation(lex.before)}\s+"),
        "fortnight": re.compile(
            rf"(?:{alternation(lex.in_)}|{alternation(lex.within)})\s+{alternation(lex.fortnight)}"
            if lex.fortnight
            else NEVER
        ),
        "shooting": re.compile(rf"(?:{alternation(lex.shoot)}|{alternation(_SHOOTING)})[^.;¶]{{0,12}}$"),
    }


def find_relative(folded: Folded, language: str, reference: date, anchor: AnchorDate) -> Iterator[Found[DateMention]]:
    """Yield relative dates; `anchor` gives the date (and its end) that starts at a folded position."""
    p, w = _patterns(language), date_words(language)
    yield from _spans_of_time(folded, language, reference, anchor)
    yield from _fortnights_after(folded, language, reference, anchor)
    for match in p["fortnight"].finditer(folded.text):
        yield folded.found(_on(reference + timedelta(days=14)), *match.span())
    for match in p["fixed"].finditer(folded.text):
        if p["then"].match(folded.text, match.end()):
            continue  # "today in 14 days"
        days = 2 if match["two"] else 1 if match["one"] else 0
        yield folded.found(_on(reference + timedelta(days=days)), *match.span())
    for match in p["later_weekday"].finditer(folded.text):
        day = _weekday_of_next_week(w, match["wd"], reference)
        if day is not None:
            yield folded.found(_on(day), *match.span())
    for match in p["weekday"].finditer(folded.text):
        found = _weekday(folded, match, w, reference)
        if found is not None:
            yield found


def _on(day: date, *, working: bool = False) -> DateMention:
    return DateMention(day, day, "day", (day,), working_days=working, relative=True, year_stated=False)


def _weekday_of_next_week(w: DateWords, name: str, reference: date) -> date | None:
    number = weekday_number(w, name)
    if number is None:
        return None
    return reference - timedelta(days=reference.weekday()) + timedelta(days=7 + number)


def _weekday(folded: Folded, match: re.Match[str], w: DateWords, reference: date) -> Found[DateMention] | None:
    number = weekday_number(w, match["wd"])
    part = _PART_OF_DAY.match(folded.text, match.end()) or _AT_TIME.match(folded.text, match.end())
    if number is None or not (match["cue"] or match["next"] or match["after"] or match["later"] or part):
        return None
    if match["wd"].endswith("days") and not match["next"]:
        return None  # "We are shut on Mondays" tells a habit
    if match["later"]:
        day = _weekday_of_next_week(w, match["wd"], reference)
        if day is None:
            return None
        if not re.search(alternation(w.lexicon.next_), match["later"]):
            day = rules.next_weekday(number, reference) + timedelta(days=7)
    else:
        day = rules.next_weekday(number, reference, skip_this_week=match["next"] in NEXT_SKIPS)
    start = match.start("next") if match["next"] else match.start("wd")
    return folded.found(_on(day), start, match.end())


def _spans_of_time(folded: Folded, language: str, reference: date, anchor: AnchorDate) -> Iterator[Found[DateMention]]:
    p, text = _patterns(language), folded.text
    for n in scan(text, language):
        unit_match = p["unit"].match(text, n.end)
        if unit_match is None or n.value > 400:
            continue
        unit: OffsetUnit = next(u for u in _UNITS if unit_match[u])
        lead = p["lead"].search(text, max(0, n.start - 40), n.start)
        start = lead.start() if lead else n.start
        end = unit_match.end()
        now = p["from_now"].match(text, end)
        side = p["after"].match(text, end) or p["before"].match(text, end)
        side = side or _FOLLOWING.match(text, end)
        side = side or (_OF.match(text, end) if lead and lead["within"] else None)
        told = _EARLIER.match(text, end) or _LATER.match(text, end)
        if told and not (lead and lead["in"]) and not _NOT_A.search(text, max(0, start - 16), start):
            sign = -1 if _EARLIER.match(text, end) else 1
            offset = RelativeOffset(n.value * sign, unit, "that")
            mention = DateMention(None, None, "day", relative=True, year_stated=False, offset=offset)
            yield folded.found(mention, start, told.end())
        elif now:
            day = shift(reference, n.value, unit)
            yield folded.found(_on(day, working=unit == "working_day"), start, now.end())
        elif side and unit == "day" and not lead and _SINCE.fullmatch(side[0].strip()) and anchor(side.end()):
            continue  # "30 days from 1 February" is a stretch of days and a date
        elif side and _SINCE.fullmatch(side[0].strip()) and _month_at(text, side.end(), language):
            continue  # "9 days from October to April" are as many days in those months
        elif side:
            sign = -1 if p["before"].match(text, end) else 1

            def dated(at: int) -> tuple[date, int] | None:
                return (
                    anchor(at) or _fixed_at(text, at, language, reference) or _weekday_at(text, at, language, reference)
                )

            found = _from_anchor(folded, n.value * sign, unit, start, side.end(), dated)
            if found is not None:
                yield found
        elif lead and not (unit == "day" and lead["in"] and p["shooting"].search(text, max(0, start - 30), start)):
            yield folded.found(_on(shift(reference, n.value, unit), working=unit == "working_day"), start, end)


def _month_at(text: str, at: int, language: str) -> bool:
    return re.compile(date_words(language).full_month).match(text, at) is not None


def _fixed_at(text: str, at: int, language: str, reference: date) -> tuple[date, int] | None:
    """Return today, tomorrow or the day after named at a position ("within 30 working days of today"), and its end."""
    match = _patterns(language)["fixed"].match(text, at)
    if match is None:
        return None
    return reference + timedelta(days=2 if match["two"] else 1 if match["one"] else 0), match.end()


def _fortnights_after(
    folded: Folded, language: str, reference: date, anchor: AnchorDate
) -> Iterator[Found[DateMention]]:
    """Yield "a fortnight after the shoot", which counts without a number."""
    p, text, words = _patterns(language), folded.text, date_words(language).lexicon.fortnight
    for match in re.finditer(alternation(words), text) if words else ():
        side = p["after"].match(text, match.end()) or p["before"].match(text, match.end())
        if side:
            sign = -1 if p["before"].match(text, match.end()) else 1
            found = _from_anchor(folded, Decimal(2 * sign), "week", match.start(), side.end(), anchor)
            if found is not None:
                yield found


def _weekday_at(text: str, at: int, language: str, reference: date) -> tuple[date, int] | None:
    """Return the coming weekday named at a position ("a week from Monday"), and its end."""
    w = date_words(language)
    match = re.compile(
        rf"(?:(?:{alternation(w.lexicon.this)}|{alternation(w.lexicon.next_)})\s+)?(?P<wd>{w.full_weekday})"
    ).match(text, at)
    number = weekday_number(w, match["wd"]) if match else None
    return None if match is None or number is None else (rules.next_weekday(number, reference), match.end())


_UNITS: tuple[OffsetUnit, ...] = ("working_day", "day", "week", "month", "year")


def _from_anchor(
    folded: Folded, amount: Decimal, unit: OffsetUnit, start: int, at: int, anchor: AnchorDate
) -> Found[DateMention] | None:
    dated = anchor(at)
    working = unit == "working_day"
    if dated is not None:
        return folded.found(_on(shift(dated[0], amount, unit), working=working), start, dated[1])
    named = _ANCHOR.match(folded.text, at)
    if named is None:
        return None
    words = " ".join(folded.found(None, named.start(), named.end()).text.split()[:8]).strip()
    offset = RelativeOffset(amount, unit, words)
    mention = DateMention(None, None, "day", working_days=working, relative=True, year_stated=False, offset=offset)
    length = len(" ".join(folded.text[named.start() : named.end()].split()[:8]))
    return folded.found(mention, start, min(named.end(), named.start() + length + 1))


def shift(start: date, amount: Decimal, unit: OffsetUnit) -> date:
    """Return the date so many units after `start`; half weeks and days round up to the whole day."""
    if unit == "working_day":
        return rules.add_working_days(start, int(amount.to_integral_value(rounding="ROUND_CEILING")))
    if unit in {"month", "year"}:
        months = amount * (12 if unit == "year" else 1)
        whole = int(months)
        return rules.add_months(start, whole) + timedelta(days=int((months - whole) * 30))
    return start + timedelta(
        days=int((amount * (7 if unit == "week" else 1)).to_integral_value(rounding="ROUND_CEILING"))
    )
