"""DOCX to visible text. Runs in the worker: the archive is measured before it is opened, hidden runs are cut out of the
XML and reported, mammoth turns the rest into simple HTML, and that becomes lines.

Tracked insertions read as text and deletions do not, as in Word's final view; mammoth sees to both.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html.parser import HTMLParser
from xml.parsers.expat import ExpatError

import mammoth
from lxml import etree  # type: ignore[import-untyped]

from store.documents.reading.docx_headings import HEADING, TITLE, mark_headings
from store.documents.reading.findings import Findings, Refused
from store.documents.reading.types import ReadLimits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RATIO = 250
_ENTRIES = 5000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_STYLES = (
    "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh\n"
    f"p.{TITLE} => h1:fresh\np.{HEADING} => h2:fresh"
)
"""What mammoth does not take for headings by itself."""

_BLOCKS = frozenset(("p", *_HEADINGS, "li", "tr"))
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, OSError, EOFError, NotImplementedError,
    AttributeError, IndexError, TypeError, RuntimeError, ExpatError,
)  # fmt: skip


def read_docx(content: bytes, limits: ReadLimits) -> Findings:
    """The document's text: headings (`# a`), paragraphs, list items and table rows (`a | b`) a line each; first what
    stands at the head of its pages, last what stands at their foot.

    Refused with document_bomb, encrypted_document, unreadable_document or no_text.
    """
    found = Findings()
    try:
        cleaned = _without_hidden_runs(content, limits, found)
        html = mammoth.convert_to_html(io.BytesIO(cleaned), convert_image=_no_image, style_map=_STYLES).value
    except _DAMAGE:
        raise Refused("unreadable_document") from None
    lines = _Lines()
    lines.feed(html)
    lines.close()
    parts = (_margin(cleaned, "header"), lines.text(), _margin(cleaned, "footer"))
    found.text = "\n\n".join(part for part in parts if part)[: limits.text_chars]
    if not found.text.strip():
        raise Refused("only_hidden_text" if found.hidden else "no_text")
    return found


def _margin(content: bytes, kind: str) -> str:
    """The lines at the head or foot of the pages, each once; mammoth leaves them out."""
    lines: dict[str, None] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(n for n in archive.namelist() if re.fullmatch(rf"word/{kind}\d*\.xml", n)):
            for paragraph in _parse(archive.read(name)).iter(f"{_W}p"):
                cells = "".join(part.text or "\t" for part in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}ptab"))
                lines[" | ".join(" ".join(cell.split()) for cell in cells.split("\t") if cell.strip())] = None
    return "\n".join(line for line in lines if line)


@mammoth.images.img_element  # type: ignore[untyped-decorator]
def _no_image(_image: object) -> dict[str, str]:
    return {}


def _without_hidden_runs(content: bytes, limits: ReadLimits, found: Findings) -> bytes:
    """The same archive, holding only what mammoth reads, without the runs that no reader sees."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _measure(archive, limits)
        hidden_styles: frozenset[str] = frozenset()
        if "word/styles.xml" in archive.namelist():
            hidden_styles = _hidden_styles(_tree(archive, "word/styles.xml", limits))
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w") as cleaned:
            for entry in archive.infolist():
                if not entry.filename.endswith((".xml", ".rels")):
                    continue
                data = _inflate(archive, entry.filename, limits)
                if re.fullmatch(
                    r"word/(?:document\d?|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", entry.filename
                ):
                    data = _cut(data, hidden_styles, found)
                cleaned.writestr(entry.filename, data)
        return result.getvalue()


def _measure(archive: zipfile.ZipFile, limits: ReadLimits) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("encrypted_document")
    total = sum(entry.file_size for entry in entries)
    steep = any(entry.file_size > 5_000_000 and entry.file_size > _RATIO * entry.compress_size for entry in entries)
    if len(entries) > _ENTRIES or total > limits.inflated_bytes or steep:
        raise Refused("document_bomb")


def _inflate(archive: zipfile.ZipFile, name: str, limits: ReadLimits) -> bytes:
    """The entry's bytes; what it says of its size is a claim, so the reading stops at the limit whatever it said."""
    with archive.open(name) as stream:
        data = stream.read(limits.inflated_bytes // 4 + 1)
    if len(data) > limits.inflated_bytes // 4:
        raise Refused("document_bomb")
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Refused("unreadable_document")
    return data


def _tree(archive: zipfile.ZipFile, name: str, limits: ReadLimits) -> etree._Element:
    return _parse(_inflate(archive, name, limits))


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data.replace(_STRICT, _W[1:-1].encode("ascii")), parser)


def _hidden_styles(styles: etree._Element) -> frozenset[str]:
    """Style ids whose runs no one sees, by themselves or through the style they are based on."""
    hidden: set[str] = set()
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        identity = style.get(f"{_W}styleId", "")
        parent = style.find(f"{_W}basedOn")
        if parent is not None:
            based[identity] = parent.get(f"{_W}val", "")
        properties = style.find(f"{_W}rPr")
        if properties is not None and _hides(properties, frozenset(), shaded=False):
            hidden.add(identity)
    for identity in list(based):
        ancestor, seen = identity, set[str]()
        while ancestor in based and ancestor not in seen and ancestor not in hidden:
            seen.add(ancestor)
            ancestor = based[ancestor]
        if ancestor in hidden:
            hidden.add(identity)
    return frozenset(hidden)


def _cut(data: bytes, hidden_styles: frozenset[str], found: Findings) -> bytes:
    root = _parse(data)
    for run in list(root.iter(f"{_W}r")):
        if _run_hidden(run, hidden_styles):
            found.hide("".join(text.text or "" for text in run.iter(f"{_W}t")), "docx_hidden")
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
    _merge_hidden(found)
    mark_headings(root)
    cut: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return cut


def _merge_hidden(found: Findings) -> None:
    """Word splits a sentence into many runs; neighbours of one reason are one finding."""
    merged: list[tuple[str, str, int | None]] = []
    for text, reason, page in found.hidden:
        if merged and merged[-1][1] == reason and len(merged[-1][0]) < 2000:
            merged[-1] = (f"{merged[-1][0]} {text}", reason, page)
        else:
            merged.append((text, reason, page))
    found.hidden = merged


def _run_hidden(run: etree._Element, hidden_styles: frozenset[str]) -> bool:
    properties = run.find(f"{_W}rPr")
    if properties is not None and _hides(properties, hidden_styles, shaded=_shaded(run)):
        return True
    paragraph = next(run.iterancestors(f"{_W}p"), None)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle") if paragraph is not None else None
    return style is not None and style.get(f"{_W}val") in hidden_styles


def _hides(properties: etree._Element, hidden_styles: frozenset[str], *, shaded: bool) -> bool:
    """Hidden by mark, by a hidden style, by white on paper, or by a size below two points (`w:sz` counts halves)."""
    style = properties.find(f"{_W}rStyle")
    if style is not None and style.get(f"{_W}val") in hidden_styles:
        return True
    if _on(properties, "vanish") or _on(properties, "specVanish") or _on(properties, "webHidden"):
        return True
    size = properties.find(f"{_W}sz")
    if size is not None and _number(size.get(f"{_W}val")) < 4:
        return True
    colour = properties.find(f"{_W}color")
    value = colour.get(f"{_W}val", "") if colour is not None else ""
    theme = colour.get(f"{_W}themeColor", "") if colour is not None else ""
    white = theme in ("background1", "light1") or (
        bool(re.fullmatch(r"[fF][0-9a-fA-F]{5}", value)) and _near_white(value)
    )
    own = properties.find(f"{_W}shd") is not None or properties.find(f"{_W}highlight") is not None
    return white and not (shaded or own)


def _near_white(value: str) -> bool:
    return min(int(value[index : index + 2], 16) for index in (0, 2, 4)) >= 240


def _number(value: str | None) -> float:
    try:
        return float(value or "")
    except ValueError:
        return 99.0


def _on(properties: etree._Element, name: str) -> bool:
    mark = properties.find(f"{_W}{name}")
    return mark is not None and mark.get(f"{_W}val", "true").lower() not in ("0", "false", "off")


def _shaded(run: etree._Element) -> bool:
    """Whether the run stands on a coloured ground: white words in a dark table head are meant to be read."""
    for ancestor in run.iterancestors(f"{_W}p", f"{_W}tc", f"{_W}txbxContent"):
        if ancestor.tag == f"{_W}txbxContent":
            return True
        ground = ancestor.find(f"{_W}{'pPr' if ancestor.tag == f'{_W}p' else 'tcPr'}/{_W}shd")
        fill = ground.get(f"{_W}fill", "auto").lower() if ground is not None else "auto"
        if fill != "auto" and not (re.fullmatch(r"[0-9a-f]{6}", fill) and _near_white(fill)):
            return True
    return any(True for _ in run.iterancestors(f"{_W}tbl")) and _styled_table(run)


def _styled_table(run: etree._Element) -> bool:
    """A table with a style of its own may colour its head row; its white words get the benefit of the doubt."""
    table = next(run.iterancestors(f"{_W}tbl"), None)
    style = table.find(f"{_W}tblPr/{_W}tblStyle") if table is not None else None
    return style is not None and style.get(f"{_W}val") not in (None, "TableGrid", "TableNormal", "NormalTable")


class _Lines(HTMLParser):
    """mammoth's HTML as lines: a block a line, `# ` to `###### ` before headings, `- ` before list items, cells of a
    row divided by ` | `."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._row: list[str] | None = None
        self._lists: list[tuple[str, int]] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._end_line()
            self._lists.append((tag, 0))
        elif tag == "li":
            self._end_line()
            self._line.append(self._bullet())
        elif tag == "tr":
            self._end_line()
            self._row = []
        elif tag in _HEADINGS and self._row is None:
            self._end_line()
            self._heading = "#" * int(tag[1:]) + " "
        elif tag == "br":
            self._line.append(" " if self._heading else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._end_line()
            self._lists.pop()
        elif tag in ("td", "th") and self._row is not None:
            self._row.append(self._take())
        elif tag == "tr" and self._row is not None:
            row, self._row = self._row, None
            self._lines.append(" | ".join(row))
        elif tag in _BLOCKS:
            if self._row is not None:
                self._line.append("\n")
            else:
                self._end_line()
                if tag != "li" and not self._lists:
                    self._lines.append("")
        elif tag == "table":
            self._lines.append("")

    def handle_data(self, data: str) -> None:
        self._line.append(data)

    def _bullet(self) -> str:
        if not self._lists:
            return "- "
        kind, count = self._lists[-1]
        self._lists[-1] = (kind, count + 1)
        return "  " * (len(self._lists) - 1) + (f"{count + 1}. " if kind == "ol" else "- ")

    def _take(self) -> str:
        """The cell on one line; where its own lines end without a mark, a semicolon divides them."""
        lines = [" ".join(line.split()) for line in "".join(self._line).split("\n")]
        self._line.clear()
        return re.sub(r"(?<=[\w)\"'’”%])\n", "; ", "\n".join(filter(None, lines))).replace("\n", " ")

    def _end_line(self) -> None:
        text = "".join(self._line).strip("\n").rstrip()
        self._line.clear()
        if text.strip() and text.strip() != "-":
            self._lines.append(self._heading + (text.strip() if self._heading else text))
        self._heading = ""

    def text(self) -> str:
        """All lines; runs of empty ones are one."""
        self._end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n")
