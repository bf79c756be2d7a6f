"""Which paragraphs of a Word file are headings that no style says: short ones set larger than the text, or in bold.

Many who write in Word never open its list of styles. A person sees such headings by size and weight, as in a PDF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree  # type: ignore[import-untyped]

from store.documents.reading.heading_words import LARGER, bold_headings, is_sentence, named, overlong

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_USUAL = 11.0
"""The size in points of words that the file gives none."""

TITLE, HEADING = "SeenAsTitle", "SeenAsHeading"
"""The ids of the styles that mark what is seen to be the document's title, and any other heading."""


@dataclass(frozen=True, eq=False)
class _Line:
    """A paragraph of the text; `size` in points is that of most of its words, 0 where a style of its own sets it."""

    paragraph: etree._Element
    text: str
    size: float
    bold: bool


def mark_headings(document: etree._Element) -> None:
    """Give the document's unstyled headings a style: the largest `TITLE`, all others `HEADING`."""
    body = document.find(f"{_W}body")
    lines = [line for child in (body if body is not None else ()) for line in _lines(child)]
    sizes: Counter[float] = Counter()
    for run in document.iter(f"{_W}r"):
        sizes[_size(run)] += len("".join(run.itertext(f"{_W}t")))
    least = LARGER * sizes.most_common(1)[0][0] if sizes else 0.0
    largest = max((line.size for line in lines if line.size >= least and named(line.text)), default=0.0)
    for size, group in groupby(lines, key=lambda line: line.size):
        if size >= least:
            _mark_large(list(group), is_title=size == largest)
    for number in bold_headings(
        [(line.text, line.size if line.bold and line.size < least else None) for line in lines]
    ):
        _set_style(lines[number].paragraph, HEADING)


def _lines(paragraph: etree._Element) -> Iterator[_Line]:
    """The paragraph as a line, if it says anything; list items begin with a bullet."""
    if paragraph.tag != f"{_W}p":
        return
    runs = [(run, text) for run in paragraph.iter(f"{_W}r") if (text := "".join(run.itertext(f"{_W}t"))).strip()]
    text = " ".join("".join(text for _, text in runs).split())
    if not text:
        return
    if paragraph.find(f"{_W}pPr/{_W}pStyle") is not None or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        yield _Line(paragraph, f"- {text}", 0.0, bold=False)
        return
    sizes: Counter[float] = Counter()
    for run, words in runs:
        sizes[_size(run)] += len(words)
    yield _Line(paragraph, text, sizes.most_common(1)[0][0], bold=all(_is_bold(run) for run, _ in runs))


def _size(run: etree._Element) -> float:
    half_points = run.find(f"{_W}rPr/{_W}sz")
    value = half_points.get(f"{_W}val", "") if half_points is not None else ""
    return int(value) / 2 if value.isdigit() else _USUAL


def _is_bold(run: etree._Element) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val", "1") not in ("0", "false", "off")


def _mark_large(lines: list[_Line], *, is_title: bool) -> None:
    """Mark lines of one large size that follow each other: those of the title are one, whose words were broken."""
    if is_title and not overlong(len(lines), " ".join(line.text for line in lines)):
        first, *others = (line.paragraph for line in lines)
        for other in others:
            etree.SubElement(etree.SubElement(first, f"{_W}r"), f"{_W}br")
            first.extend(other.findall(f"{_W}r"))
        _set_style(first, TITLE)
        return
    for line in lines:
        if named(line.text) and not is_sentence(line.text) and not overlong(1, line.text):
            _set_style(line.paragraph, HEADING)


def _set_style(paragraph: etree._Element, style: str) -> None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        paragraph.insert(0, properties)
    etree.SubElement(properties, f"{_W}pStyle").set(f"{_W}val", style)
