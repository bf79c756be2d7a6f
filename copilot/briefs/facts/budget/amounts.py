"""Every amount of money in the brief's words, also those that only their place shows to be money.

The money grammar wants a currency or a budget word beside a figure. An answer to "what's the budget?", a correction
("make that 45k") and a limit with a tax word ("max. 2.800,- brutto") have neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.numbers import find_numbers
from copilot.briefs.grammar.span import Found

_FIGURE = re.compile(
    r"(?<![\w.,:/#+-])(?P<n>\d{1,3}(?:[.,' ]\d{3})+|\d+(?:[.,]\d{1,2})?)\s?(?P<k>k|grand(?! max)|mille|mila|mil|tsd\.?|"
    r"thousand|tausend|tusen|tusind|duizend|tkr)?(?P<end>,-|\.-)?(?![\w%:/]|[.,]\d|\s?(?:%|x\b|days?|tage|sek|sec|min))"
)
_LIMIT_BEFORE = re.compile(
    r"\b(?:max\.?|maximum|maximal|hochstens|maks\.?|hogst|hojst|up to|no more than|around|about|roughly|ca\.?|"
    r"circa)\s*$"
)
MONEY_AFTER = re.compile(
    r"\s*[,(]?\s*(?:max\b|tops\b|total\b|in total|altogether|insgesamt|en tout|en total|in totaal|totalt|i alt|"
    r"all[- ]in|netto|brutto|net\b|gross\b|ex\b|excl|exkl|eks|inkl|incl|inc\b|plus vat|"
    r"plus moms|\+|zzgl|vat|ht\b|ttc\b|moms|mva|btw|iva|budget|final(?:es)?\b|all told|including|inclusive|gst\b|"
    r"tax|taxes|hors tax|compris|impuestos|impostos|inclus|alles|grand max|maximum|maxi\b|"
    r"tvac|htva|cash|oder so|ou moins)"
)
_GRAND = re.compile(r"\s?(?:grand|riesen|k)\b")
_FRANCS = re.compile(r"\s?(?:francs|franken|stutz)\b")


_STRETCHED = re.compile(
    r"\b(?:(?:can|could|might) (?:just )?(?:stretch|go up|go|rise|push it) to|would (?:also|still) (?:be fine|work|"
    r"do)|is (?:also )?possible too|"
    r"(?:geht|ginge|gehen|gingen|ware|waren) (?:zur not )?auch noch|konnten (?:wir )?(?:bis|auf) [^.]{0,20}gehen|"
    r"(?:peut|pourrait|peuvent) "
    r"(?:monter|aller) (?:a|jusqu'a)|podemos (?:llegar|subir) (?:a|hasta)|kunnen (?:tot|naar)|(?:mag|kan) ook nog|"
    r"kan (?:tanja|stracka oss|ga upp|"
    r"straekke os|strekke oss|ga op|ga opp) til\w*|possiamo (?:arrivare|salire) (?:a|fino)|podemos (?:chegar|"
    r"ir) a\w*)\b"
)


def stretched(low: str) -> bool:
    """Whether somebody raises the limit said before: "we could stretch to 12", "2800 geht auch noch"."""
    return _STRETCHED.search(low) is not None


def find_amounts(zones: Zones, language: str, default: str | None) -> list[Found[MoneyMention]]:
    """All amounts in order, with view offsets; `default` is the currency of those that name none."""
    text = zones.wanted.text
    stated = find_money(text, language, default)
    found, starts = list(stated), [f.start for f in stated]
    for unit in zones.units:
        known = stated[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        if unit.topic in ("deliverables", "delivery", "shoot", "usage", "contact"):
            continue
        if known and not (cue("correction").search(unit.low) or stretched(unit.low)):
            continue
        bare = _bare(zones, unit, language, default, bool(found))
        found += [b for b in bare if not any(f.overlaps(b.start, b.end) for f in known)]
    found += [r for r in _rand(text, language) if not any(f.overlaps(r.start, r.end) for f in found)]
    return sorted(found, key=lambda f: f.start)


def bare_figures(zones: Zones, language: str, default: str, most: int) -> list[Found[MoneyMention]]:
    """Figures as large as a budget that nothing shows to be money but what stands around them, the first `most`."""
    out: list[Found[MoneyMention]] = []
    for unit in zones.units:
        if len(out) >= most:
            break
        if unit.topic in ("deliverables", "delivery", "shoot", "usage", "contact"):
            continue
        out += _in_words(zones, unit, language, default)
        dates = find_dates(unit.text, language, zones.reference) if _FIGURE.search(unit.low) else []
        for m in _FIGURE.finditer(unit.low):
            small = not m["k"] and len(re.sub(r"\D", "", m["n"])) < 4 and not _is_price(unit.low, m)
            if (
                small
                or m["n"][0] == "0"
                or _is_of_number(unit.low, m)
                or re.fullmatch(r"(?:19|20)\d\d", m["n"])
                or any(d.overlaps(m.start(), m.end()) for d in dates)
            ):
                continue
            figure, start = _with_lower_end(unit.low, m)
            out = [b for b in out if not b.overlaps(unit.start + start, unit.start + m.end())] + [
                Found.at(zones.wanted.text, read.value, unit.start + start, unit.start + m.end())
                for read in _read_as_money(figure, language, default)
            ]
        out += [
            Found.at(zones.wanted.text, read.value, unit.start + m.start(), unit.start + m.end())
            for m in _AND_HUNDREDS.finditer(unit.low)
            for read in _read_as_money(f"{m[1]}{m[2]}00", language, default)
        ]
    return out[:most]


def _is_of_number(low: str, m: re.Match[str]) -> bool:
    """Whether a figure is one group of a longer number, as a telephone's."""
    return re.match(r"[ -]\d{2}", low[m.end() :]) is not None or re.search(r"\d{2}[ -]$", low[: m.start()]) is not None


def _read_as_money(figure: str, language: str, default: str) -> list[Found[MoneyMention]]:
    """The figure as a sum of the `default` currency, which it does not name."""
    read = find_money(f"{default} {figure}", language)[:1]
    return [replace(found, value=replace(found.value, currency_stated=False)) for found in read]


_AND_HUNDREDS = re.compile(r"(?<![\w.,])([1-9]\d{0,2})k([1-9])(?!\w)")
""" "2k5" is two and a half thousand."""
_FROM = re.compile(
    r"(?<![\w.,:/#+-])(?P<n>\d{1,3}(?:[.,' ]\d{3})*|\d+[.,]\d)\s?k?(?:\s?-\s?| (?:to|bis|a|tot|till|til|ate|y|et|e|en|"
    r"och|og|and|und|or|oder) )$"
)
"""The lower end of a range whose upper one follows: "entre 6 y 8 mil"."""


def _with_lower_end(low: str, m: re.Match[str]) -> tuple[str, int]:
    """A figure with the lower end of its range where one stands right before it, and where that begins."""
    lower, thousands = _FROM.search(low[: m.start()]), "k" if m["k"] else ""
    if lower is None:
        return f"{m['n']}{thousands}", m.start()
    return f"{lower['n']} - {m['n']}{thousands}", lower.start("n")


def _is_price(low: str, m: re.Match[str]) -> bool:
    """Whether a small round figure stands where a price may, and counts nothing: "can you do it for 650?"."""
    ends = re.match(r"\s*(?:[?!.,;)]|$)", low[m.end() :]) is not None or MONEY_AFTER.match(low, m.end()) is not None
    return len(m["n"]) == 3 and m["n"].endswith("0") and ends


_LARGE = re.compile(
    r"thousand|hundred|tausend|hundert|grand\b|mille|cents?\b|\bmil\b|cient|duizend|honderd|tusen|tusind|tusinde|hundra|"
    r"hundre|mila\b|cento"
)
"""What a number in words holds that is as large as a budget."""


def _in_words(zones: Zones, unit: Unit, language: str, default: str) -> list[Found[MoneyMention]]:
    """Round numbers in words, as large as a budget: "they've been given four thousand for exactly this"."""
    out: list[Found[MoneyMention]] = []
    for n in find_numbers(unit.text, language) if _LARGE.search(unit.low) else ():
        grand = _GRAND.match(unit.low, n.end)
        value, end = (n.value * 1000, grand.end()) if grand else (n.value, n.end)
        if n.text[:1].isdigit() or value < 300 or value % 10:
            continue
        out += [
            Found.at(zones.wanted.text, read.value, unit.start + n.start, unit.start + end)
            for read in _read_as_money(str(int(value)), language, default)
        ]
    return out


def _rand(text: str, language: str) -> list[Found[MoneyMention]]:
    """South African rand, whose sign is a letter: "R350 000"."""
    return [
        Found.at(text, replace(read.value, currency_stated=True), m.start(), m.end())
        for m in re.finditer(r"(?<![\w$])R\s?(\d{1,3}(?:[ ,]\d{3})+|\d+k)(?!\w)", text)
        for read in find_money(f"budget {m[1]}", language, "ZAR")[:1]
    ]


def _bare(
    zones: Zones, unit: Unit, language: str, default: str | None, money_before: bool
) -> list[Found[MoneyMention]]:
    low = unit.low
    out: list[Found[MoneyMention]] = []
    for m in _FIGURE.finditer(low):
        if not (m["k"] or m["end"] or len(re.sub(r"\D", "", m["n"])) >= 4):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", m["n"]) or not _is_money(unit, low, m, money_before):
            continue
        if any(f.overlaps(m.start(), m.end()) for f in find_dates(unit.text, language, zones.reference)):
            continue
        figure, at = _with_lower_end(low, m)
        currency = "CHF" if _FRANCS.match(low, m.end()) else default
        for read in find_money(f"budget {figure}", language, currency)[:1]:
            start = unit.start + at
            out = [b for b in out if not b.overlaps(start, unit.start + m.end())]
            out.append(Found.at(zones.wanted.text, read.value, start, unit.start + m.end()))
    return [*out, *_restated_in_words(zones, unit, language, default, money_before)]


def _restated_in_words(
    zones: Zones, unit: Unit, language: str, default: str | None, money_before: bool
) -> list[Found[MoneyMention]]:
    """ "Three thousand four hundred euros, no, sorry, three thousand one hundred": the sum said again, currency not."""
    taken_back = [m.end() for m in cue("correction").finditer(unit.low)] if money_before and default else []
    about = unit.asked == "budget" or unit.subject == "budget"
    found: list[Found[MoneyMention]] = []
    for n in find_numbers(unit.text, language) if default else ():
        if n.text[:1].isdigit() or re.match(r"\s*(?:%|people|personen|followers|views)", unit.low[n.end :]):
            continue
        grand = _GRAND.match(unit.low, n.end)
        value = n.value * 1000 if grand else n.value
        end = grand.end() if grand else n.end
        restated = bool(taken_back) and min(taken_back) <= n.start
        if restated and 100 <= value < 1000 and "thousand" in unit.low[: n.start]:
            value *= 1000  # "two hundred and forty thousand, no sorry, two hundred and sixty"
        told = grand or about or MONEY_AFTER.match(unit.low, end) or _LIMIT_BEFORE.search(unit.low[: n.start])
        if value < 500 or value % 10 or not (restated or told):
            continue
        found += [
            Found.at(zones.wanted.text, read.value, unit.start + n.start, unit.start + end)
            for read in find_money(f"{default} {int(value)}", language)[:1]
        ]
    return found


def _is_money(unit: Unit, low: str, m: re.Match[str], money_before: bool) -> bool:
    if unit.asked == "budget" or unit.subject == "budget":
        return True
    corrected = any(c.start() <= m.start() for c in cue("correction").finditer(low)) or stretched(low)
    if corrected and money_before and (m["k"] or len(low) < 100):
        return True
    return (
        bool(_LIMIT_BEFORE.search(low[: m.start()]) and (m["k"] or m["end"]))
        or MONEY_AFTER.match(low, m.end()) is not None
    )
