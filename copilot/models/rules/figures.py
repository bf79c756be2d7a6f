"""The figures of a request to change something: a new rate, a new quantity, an address. Never worked out, only read."""

from __future__ import annotations

import re

from copilot.models.rules.plan import Argument

_NUMBER = r"\d{1,3}(?:[., ']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_SIGN = r"[€$£]|\b(?:eur|usd|gbp|sek|dkk|nok|chf)\b|\beuros?\b"
_QUANTITY = re.compile(
    rf"(?P<n>{_NUMBER})\s?(?:x\b|days?\b|hours?\b|units?\b|heads?\b|people\b|weeks?\b)"
    rf"|\b(?:quantity|days|hours|number)\b[^.;?!\d]*?\b(?:to|at|is)\s(?P<m>{_NUMBER})",
    re.IGNORECASE,
)
_RATE = re.compile(
    rf"(?:(?:{_SIGN})\s?(?P<a>{_NUMBER})|(?P<b>{_NUMBER})\s?(?:{_SIGN})"
    rf"|\b(?:to|at|is|be|costs?|agreed(?: on)?|for|=|@)\s(?P<c>{_NUMBER}))"
    r"(?!\s?(?:x\b|days?\b|hours?\b|units?\b|heads?\b|people\b|weeks?\b|%|per\s?cent))",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(
    r"%|\bper\s?cent|\b(?:half|halve|double|times|a bit|a little|slightly|by \d|more than|less than)\b", re.I
)
_EMAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.\w+")
_PHONE = re.compile(r"\+?\(?\d[\d\s()/-]{6,}\d")
_CURRENCIES = (
    ("USD", r"\$|usd|us dollars?|dollars?|bucks"),
    ("GBP", r"£|gbp|pounds?|sterling|quid"),
    ("EUR", r"€|eur|euros?"),
    ("SEK", r"sek"),
    ("DKK", r"dkk"),
    ("NOK", r"nok"),
    ("CHF", r"chf|francs?"),
)
_IN_CURRENCY = re.compile("|".join(rf"(?P<{code}>(?<!\w)(?:{words})(?!\w))" for code, words in _CURRENCIES), re.I)
_SAID_CURRENCY = re.compile(
    rf"(?:\b(?:in|as)\s+)?(?<!\w)(?:{'|'.join(words for _, words in _CURRENCIES)})(?!\w)", re.IGNORECASE
)
_EACH = re.compile(r"\s+(?:per|an?|for an?)\s+(?:day|hour|week|month)$", re.IGNORECASE)


def line_figures(text: str) -> dict[str, Argument]:
    """The new `rate` and `quantity` that a text names, as plain decimals; none where it says how much more or less."""
    if _UNCLEAR.search(text):
        return {}
    found: dict[str, Argument] = {}
    quantities = list(_QUANTITY.finditer(text))
    if quantities:
        found["quantity"] = number_of(quantities[-1]["n"] or quantities[-1]["m"])
    taken = quantities[-1].span() if quantities else (0, 0)
    rates = [m for m in _RATE.finditer(text) if m.end() <= taken[0] or m.start() >= taken[1]]
    if rates:
        found["rate"] = number_of(rates[-1]["a"] or rates[-1]["b"] or rates[-1]["c"])
    return found


def reached_at(text: str) -> dict[str, Argument]:
    """The `email` and `phone` that a text names."""
    email, phone = _EMAIL.search(text), _PHONE.search(text)
    return {"email": email[0] if email else None, "phone": phone[0].strip() if phone else None}


def currency_in(text: str) -> str | None:
    """The ISO code of the only currency that a text names, or None."""
    codes = {match.lastgroup for match in _IN_CURRENCY.finditer(text)}
    return codes.pop() if len(codes) == 1 else None


def without_currency(text: str) -> str:
    """The words of a text but those that only say in which currency: "gaffer in GBP" asks for a gaffer."""
    return " ".join(_SAID_CURRENCY.sub(" ", text).split())


def without_each(text: str) -> str:
    """The words of a text but a last "per day", which asks for no other thing."""
    return _EACH.sub("", text)


def number_of(text: str) -> str | None:
    """Return a plain decimal for `€ 1,250.50`, `1.250,50`, `650 EUR` or `3 days`; None for what is none or unclear."""
    match = re.fullmatch(
        r"[^\d.,%-]*(\d{1,3}(?:([., '])\d{3})*|\d+)(?:([.,])(\d{1,2}))?(?:\s*[^\d\s.,%][^\d%]*)?", text
    )
    if match is None or (match[2] and match[2] == match[3]) or re.search(r"per\s?cent|times|half|double", text, re.I):
        return None
    whole = re.sub(r"\D", "", match[1])
    return f"{whole}.{match[4]}" if match[4] else whole
