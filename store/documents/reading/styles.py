"""Which HTML elements a reader cannot see, from inline styles, attributes and the simple rules of style sheets.

Simple rules are `tag`, `.class`, `#id` and `tag.class`, singly or in lists: what mail programs and injections use.
A full cascade is not attempted: a rule that hides wins over one that shows, since what is reported can be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"^([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?$", re.IGNORECASE)
_LENGTH = re.compile(r"^(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|cm|mm|in)?$")

Declarations = dict[str, str]

_NAMED = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "floralwhite": (255, 250, 240),
    "black": (0, 0, 0),
}


@dataclass(frozen=True)
class Sheet:
    """The simple rules of a document's style sheets, by what they select."""

    rules: dict[tuple[str, str, str], Declarations]

    def matching(self, tag: str, classes: list[str], identity: str) -> Declarations:
        """Every declaration that reaches the element, the more specific last."""
        found: Declarations = {}
        keys = [(tag, "", ""), ("", "", "")]
        keys += [(name, ".", item) for item in classes for name in ("", tag)]
        keys += [(name, "#", identity) for name in ("", tag) if identity]
        for key in keys:
            found.update(self.rules.get(key, {}))
        return found


def parse_sheet(css: str) -> Sheet:
    """The simple rules in `css`; what stands inside @media print or is too clever is passed over."""
    rules: dict[tuple[str, str, str], Declarations] = {}
    for selectors, body in _RULE.findall(_COMMENT.sub(" ", css[:200_000]).replace("<!--", " ").replace("-->", " ")):
        declared = parse_declarations(body)
        for selector in selectors.split(","):
            match = _SIMPLE.match(selector.strip())
            if match and declared and "@" not in selectors:
                key = ((match[1] or "").lower(), match[2] or "", match[3] or "")
                rules.setdefault(key, {}).update(declared)
    return Sheet(rules)


def parse_declarations(style: str) -> Declarations:
    """`property: value` pairs, lower case, without `!important`."""
    pairs = (item.partition(":") for item in style.lower().split(";") if ":" in item)
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def unseen(style: Declarations, background: tuple[int, int, int]) -> bool:
    """Whether an element with these declarations, on this background, shows no text at all."""
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    if style.get("mso-hide") == "all" or style.get("content-visibility") == "hidden":
        return True
    if _at_most(style.get("opacity"), 0.05) or _at_most(style.get("font-size"), 1.9):
        return True
    return _boxed_away(style) or _moved_away(style) or _same_colour(style, background)


def _boxed_away(style: Declarations) -> bool:
    """No height or width left, and what overflows is cut."""
    cut = "hidden" in style.get("overflow", "") or "hidden" in style.get("overflow-y", "")
    small = any(_at_most(style.get(side), 1.0) for side in ("height", "max-height", "width", "max-width"))
    clipped = style.get("clip", "").replace(" ", "") in ("rect(0,0,0,0)", "rect(0000)", "rect(0px,0px,0px,0px)")
    return (cut and small) or clipped or style.get("clip-path", "").replace(" ", "") in ("inset(50%)", "inset(100%)")


def _moved_away(style: Declarations) -> bool:
    placed = style.get("position") in ("absolute", "fixed", "relative")
    far = any(_at_most(style.get(side), -500) for side in ("left", "top", "right", "bottom"))
    return (placed and far) or _at_most(style.get("text-indent"), -500) or _at_most(style.get("margin-left"), -900)


def _same_colour(style: Declarations, background: tuple[int, int, int]) -> bool:
    value = style.get("color")
    if value == "transparent":
        return True
    colour = parse_colour(value)
    return colour is not None and max(abs(one - other) for one, other in zip(colour, background, strict=True)) < 16


def background_of(style: Declarations) -> tuple[int, int, int] | None:
    """The element's own background colour; None when it has none, or a picture whose colours are unknown."""
    colour = parse_colour(style.get("background-color"))
    if colour is not None:
        return colour
    return next((found for word in style.get("background", "").split() if (found := parse_colour(word))), None)


def parse_colour(value: str | None) -> tuple[int, int, int] | None:
    """#rgb, #rrggbb, rgb(…), rgba(…) and the names near white."""
    if not value:
        return None
    value = value.strip()
    if value in _NAMED:
        return _NAMED[value]
    if re.fullmatch(r"#?[0-9a-f]{6}", value):
        digits = value.lstrip("#")
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        return int(value[1] * 2, 16), int(value[2] * 2, 16), int(value[3] * 2, 16)
    parts = re.fullmatch(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)", value)
    return (int(parts[1]), int(parts[2]), int(parts[3])) if parts else None


def _at_most(value: str | None, bound: float) -> bool:
    """Whether a length is at most `bound` pixels (relative units count ten to the unit, per cent as themselves)."""
    match = _LENGTH.match(value.strip()) if value else None
    if not match:
        return False
    number, unit = float(match[1]), match[2]
    factor = 12.0 if unit in ("em", "rem") else 1.0
    return number * factor <= bound
