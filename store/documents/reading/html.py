"""HTML to visible text, in the worker: lxml parses, what no one sees is cut out and reported, inscriptis lays out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html  # type: ignore[import-untyped]
from inscriptis import Inscriptis
from inscriptis.model.config import ParserConfig
from lxml import etree

from store.documents.reading.findings import Findings, Refused
from store.documents.reading.plain import decode
from store.documents.reading.styles import Declarations, Sheet, background_of, parse_declarations, parse_sheet, unseen
from store.documents.reading.types import ReadLimits

_SILENT = frozenset(
    ("script", "style", "head", "title", "noscript", "template", "object", "embed", "iframe", "svg", "math")
)
_PAPER = (255, 255, 255)
_OPEN_QUOTE, _CLOSE_QUOTE = "\ue000", "\ue001"
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_CONDITIONAL = re.compile(r"^\s*\[(?:if|endif)\b", re.IGNORECASE)
_MARKER = re.compile(r"^\W*(?:/|end\b|begin\b|start\b)", re.IGNORECASE)
_PADDING = re.compile(r" +\|(?: +\|)* +")
_DEPTH = 250
CELL = " | "
"""Between the cells of a table row."""


def read_html(content: bytes, *, quotes: bool, limits: ReadLimits) -> Findings:
    """The visible text. With `quotes`, quoted history (`<blockquote>`) is marked `> ` as in a plain-text mail.

    Refused with no_text, only_hidden_text or document_bomb.
    """
    source = _decoded(content).replace(_OPEN_QUOTE, "").replace(_CLOSE_QUOTE, "").replace("\x00", "")
    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise Refused("no_text") from None
    found = Findings()
    if _too_deep(root):
        raise Refused("document_bomb")
    _remove_unseen(root, found)
    if quotes:
        _mark_quotes(root)
    laid_out = Inscriptis(root, ParserConfig(table_cell_separator=CELL)).get_text()
    text = "\n".join(_PADDING.sub(CELL, line.strip()).strip(" |") for line in laid_out.split("\n"))
    text = re.sub(r"\n{4,}", "\n\n\n", _quoted(text) if quotes else text).strip("\n")
    if len(text) > limits.text_chars:
        found.warn("text_cut", f"The text was cut at {limits.text_chars:,} characters.")
    found.text = text[: limits.text_chars]
    if not found.text.strip():
        raise Refused("only_hidden_text" if found.hidden else "no_text")
    return found


def _decoded(content: bytes) -> str:
    named = _CHARSET.search(content[:4096])
    if named and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decode(content)
    return decode(content)


def _too_deep(root: etree._Element) -> bool:
    """Layout recurses; nesting no person writes would exhaust its stack."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEPTH:
            return True
    return False


def _remove_unseen(root: etree._Element, found: Findings) -> None:
    sheet = parse_sheet(" ".join(style.text or "" for style in root.iter("style")))
    for comment in list(root.iter(etree.Comment)):
        words = (comment.text or "").strip()
        if words and not _CONDITIONAL.match(words) and not _designers_mark(words):
            found.hide(words, "html_comment")
        _drop(comment)
    for element in list(root.iter(*_SILENT)):
        if element.tag in ("template", "noscript", "object", "iframe"):
            found.hide(_words(element), "html_hidden")
        _drop(element)
    _visit(root, sheet, _PAPER, found)


def _designers_mark(words: str) -> bool:
    """A comment such as `end of header` or `/.row`: a word or two for whoever edits the page."""
    return len(re.findall(r"[^\W_]+", words)) < 3 or (len(words) < 60 and bool(_MARKER.match(words)))


def _visit(element: etree._Element, sheet: Sheet, background: tuple[int, int, int], found: Findings) -> None:
    """Drop `element` or visit its children; recursion is bounded by `_too_deep`."""
    style = _style(element, sheet)
    background = background_of(style) or background
    if _hidden_by_attribute(element) or unseen(style, background):
        found.hide(_words(element), "html_hidden")
        _drop(element)
        return
    for child in list(element.iterchildren(tag=etree.Element)):
        _visit(child, sheet, background, found)


def _style(element: etree._Element, sheet: Sheet) -> Declarations:
    """Sheet rules, then the old presentational attributes, then the inline style."""
    style = sheet.matching(
        str(element.tag).lower(), (element.get("class") or "").split(), (element.get("id") or "").strip()
    )
    for attribute, name in (("color", "color"), ("bgcolor", "background-color"), ("text", "color")):
        value = element.get(attribute)
        if value:
            style[name] = value.lower()
    return {**style, **parse_declarations(element.get("style") or "")}


def _hidden_by_attribute(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    if element.tag == "input":
        return (element.get("type") or "").lower() == "hidden"
    return element.tag == "font" and (element.get("size") or "").strip() == "0"


def _words(element: etree._Element) -> str:
    return " ".join("".join(_strings(element)).split())


def _strings(element: etree._Element) -> Iterator[str]:
    for part in element.itertext():
        yield str(part)
        yield " "


def _drop(element: etree._Element) -> None:
    """Remove the element, keeping the text that follows it."""
    parent = element.getparent()
    if parent is None:
        for child in list(element):
            element.remove(child)
        element.text = ""
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _mark_quotes(root: etree._Element) -> None:
    for quote in root.iter("blockquote"):
        # A block of their own, so that layout leaves the marks on lines of their own.
        for position, mark in ((0, _OPEN_QUOTE), (len(quote) + 1, _CLOSE_QUOTE)):
            line = etree.Element("div")
            line.text = mark
            if position == 0:
                line.tail, quote.text = quote.text, None
            quote.insert(position, line)


def _quoted(text: str) -> str:
    depth = 0
    lines: list[str] = []
    for line in text.split("\n"):
        if _OPEN_QUOTE in line or _CLOSE_QUOTE in line:
            depth = max(0, depth + line.count(_OPEN_QUOTE) - line.count(_CLOSE_QUOTE))
            line = line.replace(_OPEN_QUOTE, "").replace(_CLOSE_QUOTE, "").strip()
            if not line:
                continue
        lines.append(("> " * depth + line.strip()).rstrip() if depth else line)
    return "\n".join(lines)
