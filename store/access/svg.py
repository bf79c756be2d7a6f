"""An SVG drawing from outside, made harmless: plain shapes and text, nothing that runs, loads or multiplies.

What is dangerous is refused and named, so that a person can export the drawing anew; what is merely unknown (an
editor's own notes, comments) is left out. The answer is written anew from what was understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from store.kernel.errors import Invalid

SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_SHAPES = frozenset(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan style "
    "linearGradient radialGradient stop clipPath mask".split()
)
_MOST_ELEMENTS = 5_000
_MOST_USES = 50
# What could load something: url(…) to anything but a part of the drawing itself, style sheets' other ways to name a
# picture or a file, and imported style sheets.
_LOADS = re.compile(
    r"@import|url\((?>\s*['\"]?\s*)(?!#)|(?:image|image-set|cross-fade|src)\(|javascript:|expression\(|\\",
    re.IGNORECASE,
)


def harmless_svg(content: bytes) -> bytes:
    """Return the drawing with nothing in it that runs, loads or multiplies. Raises `Invalid` (`wrong_image`)."""
    root = _parsed(content)
    for number, element in enumerate(_known_only(root), start=1):
        if number > _MOST_ELEMENTS:
            raise _refused("it has more than 5,000 parts")
        _require_harmless(element)
    _require_few_copies(root)
    cleaned: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    return cleaned


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused("it is not well-formed") from error
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in content.upper():
        raise _refused("it defines entities")
    if root.tag != f"{{{SVG}}}svg":
        raise _refused("its outermost element is not <svg>")
    return root


def _known_only(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the drawing's elements; drop those of other namespaces, with what they hold, and their attributes."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        for name in element.attrib:
            if str(name).startswith("{") and name != _XLINK_HREF:
                del element.attrib[name]
        for child in list(element):
            if not isinstance(child.tag, str):
                raise _refused("it refers to entities")
            if child.tag.startswith(f"{{{SVG}}}") and child.tag != f"{{{SVG}}}metadata":
                waiting.append(child)
            else:
                element.remove(child)


def _require_harmless(element: etree._Element) -> None:
    name = etree.QName(element).localname
    if name not in _SHAPES:
        raise _refused(f"it holds <{name}>")
    if name == "style" and _LOADS.search("".join(element.itertext())):
        raise _refused("its style sheet loads something")
    for attribute, value in element.attrib.items():
        if str(attribute).lower().startswith("on"):
            raise _refused(f"it runs a script ({attribute})")
        if attribute in ("href", _XLINK_HREF):
            if not str(value).strip().startswith("#"):
                raise _refused("it refers to something outside of it")
        elif _LOADS.search(str(value)):
            raise _refused(f"it loads something ({attribute})")


def _require_few_copies(root: etree._Element) -> None:
    """A few bytes of copies of copies would be drawn a million times: a copied part holds no copy itself."""
    uses = list(root.iter(f"{{{SVG}}}use"))
    if len(uses) > _MOST_USES:
        raise _refused("it copies its parts more than 50 times")
    wanted = {str(use.get("href") or use.get(_XLINK_HREF) or "").strip().removeprefix("#") for use in uses}
    for element in root.iter():
        if element.get("id") in wanted and any(True for _ in element.iter(f"{{{SVG}}}use")):
            raise _refused("it copies parts that are copies")


def _refused(reason: str) -> Invalid:
    return Invalid(
        f"This SVG is not taken: {reason}. Export it as plain shapes, without scripts, links and embedded pictures.",
        "wrong_image",
    )
