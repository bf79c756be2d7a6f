"""Line icons of our own, 20 × 20, drawn with the colour of the text around them."""

from __future__ import annotations

import htpy as h

_PATHS = {
    "chat": "M3 6a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3H9l-4 3v-3.2A3 3 0 0 1 3 11z",
    "check": "M3.5 10.5 8 15l8.5-9.5",
    "board": "M3 4h4v12H3zM8.5 4h4v8h-4zM14 4h3v5h-3z",
    "card": "M3 5h14v10H3zM3 8.5h14M6 12h4",
    "people": "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2.5 16.5c0-3 2-5 5-5s5 2 5 5M13 9a2.5 2.5 0 1 0 0-5M14 12q3 1 3 4",
    "settings": "M4 6h7M15 6h1M4 14h1M9 14h7M11 4v4M7 12v4",
    "attach": "M14.5 9.5 9 15a3.2 3.2 0 0 1-4.5-4.5l6-6a2.2 2.2 0 0 1 3 3l-6 6a1 1 0 0 1-1.5-1.5l5.5-5.5",
    "send": "M10 16V4M5 9l5-5 5 5",
    "stop": "M6 6h8v8H6z",
    "plus": "M10 4v12M4 10h12",
    "more": "M4 10h.01M10 10h.01M16 10h.01",
    "back": "M12 4l-6 6 6 6",
    "next": "M8 4l6 6-6 6",
    "close": "M5 5l10 10M15 5 5 15",
    "search": "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12M13.5 13.5 17 17",
    "moon": "M16 11.5A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.5",
    "out": "M8 4H4v12h4M12 6l4 4-4 4M16 10H8",
    "document": "M5 3h7l3 3v11H5zM12 3v3h3M7.5 10h5M7.5 13h5",
    "warning": "M10 3 2.5 16.5h15zM10 8v4M10 14.5h.01",
    "clock": "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4l3 2",
    "edit": "M4 16l.8-3.2L13 4.5l2.5 2.5-8.3 8.2z",
    "download": "M10 3v10M5.5 9 10 13.5 14.5 9M4 17h12",
    "undo": "M7 4 3 8l4 4M3 8h8a5 5 0 0 1 0 10H8",
}


def icon(name: str, *, size: int = 20) -> h.Element:
    """Return an icon. It says nothing to a screen reader: the words beside it, or the control's label, do."""
    return h.svg(
        ".icon",
        viewBox="0 0 20 20",
        width=str(size),
        height=str(size),
        fill="none",
        stroke="currentColor",
        **{"stroke-width": "1.6", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true"},
    )[h.path(d=_PATHS[name])]
