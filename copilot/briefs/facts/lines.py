"""The units a brief is read in: labelled fields, bullets, table cells, headings and sentences.

A unit knows its topic when the brief says so itself: by a label ("Budget: …", "Budget ..... …"), a table's column or
first cell, or the heading above it. Units never overlap, and each is a span of the view.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from copilot.briefs.facts.sentences import sentence_spans
from copilot.briefs.facts.topics import asked_topic, topic_of
from copilot.briefs.facts.view import Span, View
from copilot.briefs.facts.words import cue, folded, label_topics

_MARK = re.compile(
    r"[ \t>]*(?:(?:[-*•+–o]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|→|=>|✔|☐)[ \t]+)"
)
_HEADING_MARK = re.compile(r"[ \t]*#{1,6}[ \t]+|[ \t]*(?:\d{1,2}|[A-H]|[IVX]{1,4})[.)][ \t]+")
_FIELD = re.compile(
    r"(?P<label>[^\W_][^:=\n|]{0,58}?)[ \t]*(?:[:=](?!//)(?=\s|$|\D)|[:=](?=\d)(?<!\d.)|[ \t]*\.{3,}|…+)[ "
    r"\t]*(?P<value>.*)$"
)
_DASHED = re.compile(r"(?P<label>[^\W\d_][^:=\n|]{1,40}?)[ \t]+-{1,2}[ \t]+(?P<value>\S.*)$")
_SPACED = re.compile(r"(?P<label>[^\W\d_][^:=\n|]{1,40}?)(?:[ \t]{3,}|\t)(?P<value>\S.*)$")
_BOLD = re.compile(r"(?P<label>[^*:.]{2,40})[.:]?\*\*[ \t]*[.:]?[ \t]+(?P<value>\S.*)$")
_ASKED = re.compile(r"(?P<label>[^?\n]{4,60}\?)[ \t]+(?P<value>[^?\n]{1,80})$")
_BARE_NUMBER = re.compile(r"[ \t]*\d{1,2}(?:\.\d)*\.?[ \t]+(?=[^\W\d])")
_NO_SECTION = frozenset(("title", "name", "agency", "quantity", "vat", "timing"))
_INLINE = frozenset(
    ("shoot", "locations", "delivery", "budget", "revisions", "usage", "territory", "languages", "contact")
)
_MEASURE = re.compile(
    r":?\d{1,3}\s?(?:s|\"|''|'|min\.?|sec\w*\.?|sek\w*\.?|seg\w*\.?|minut\w+)|0?\d:\d\d|\d{1,2}[:x/]\d{1,2}|"
    r"square|vertical|horizontal|portrait|landscape|quer|hochkant|hochformat|querformat|quadratisch|carre|carré|"
    r"staand|liggend|vierkant|stående|liggande|liggende|kvadratisk|cuadrado|quadrato|verticale|orizzontale",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s|:=_*~-]*$")


@dataclass(frozen=True)
class Unit:
    """A span of the view that says one thing. `topic` comes from its own label, `section` from the heading above."""

    start: int
    end: int
    text: str
    kind: str  # field, bullet, cell, heading, prose
    topic: str | None = None
    section: str | None = None
    label: Span | None = None
    row: int | None = None
    paragraph: int = 0
    author: str | None = None
    asked: str | None = None  # the topic that the other side's last question was about
    aside: bool = False  # past projects, other people's money, background: not what is wanted now

    @cached_property
    def low(self) -> str:
        return folded(self.text)

    @property
    def subject(self) -> str | None:
        """The unit's topic, else its section's, else what it answers."""
        return self.topic or self.section or self.asked


def units_of(view: View, breaks: frozenset[int] = frozenset()) -> tuple[Unit, ...]:
    """Every unit of the view in reading order; blanked text yields none. A paragraph begins at every break."""
    return tuple(_Reader(view, breaks).read())


class _Reader:
    """One pass over the lines, with the heading and the table in force."""

    def __init__(self, view: View, breaks: frozenset[int]) -> None:
        self.view = view
        self.breaks = breaks
        self.section: str | None = None
        self.lead_in = False
        self.paragraph = 0
        self.columns: list[str | None] = []
        self.row = 0
        self.units: list[Unit] = []
        self.prose: list[Span] = []

    def read(self) -> list[Unit]:
        at = 0
        for line in self.view.text.split("\n"):
            self._line(at, line)
            at += len(line) + 1
        self._flush()
        return self.units

    def _line(self, at: int, line: str) -> None:
        if not line.strip():
            self._flush()
            self.paragraph += 1
            self.columns = []
            return
        if any(at <= b <= at + len(line) for b in self.breaks):
            self._flush()
            self.paragraph += 1
        cells = _cells(line) or _listed_cells(line, len(self.columns))
        if len(cells) >= 2 and sum(_is_labelled(line[a:b]) for a, b in cells) >= 2:
            self._flush()
            for a, b in cells:
                self._part(at + a, line[a:b])
            return
        if len(cells) >= 2:
            self._flush()
            self._table_row(at, line, cells)
            return
        for start, end in _parts(line):
            self._part(at + start, line[start:end])

    def _part(self, at: int, line: str) -> None:
        mark = _MARK.match(line)
        offset = mark.end() if mark else len(line) - len(line.lstrip())
        offset += len(line[offset:]) - len(line[offset:].lstrip("*_> \t"))
        body = line[offset:].rstrip(" \t*_")
        numbered = _BARE_NUMBER.match(line)
        if numbered and folded(line[numbered.end() :].strip(" .:")) in label_topics():
            offset, body = numbered.end(), line[numbered.end() :].strip()
        if not body:
            return
        if re.search(r"\S[ \t]{4,}\S", body):
            self._flush()
        if self._is_heading(line, body, bool(mark)):
            self._flush()
            self.section, self.lead_in = self._section(body), body.rstrip().endswith(":")
            self._add(at + offset, at + offset + len(body), "heading")
            return
        field = _field(body)
        if field:
            self._flush()
            self._field(at + offset, body, *field)
        elif mark:
            self._flush()
            self._sentences(at + offset, at + offset + len(body), "bullet")
        else:
            if not self.prose and self.lead_in and self._last_was_list():
                self.section, self.lead_in = None, False
            self.prose.append((at + offset, at + offset + len(body)))

    def _last_was_list(self) -> bool:
        return (
            bool(self.units)
            and self.units[-1].kind in ("bullet", "cell")
            and self.units[-1].paragraph != self.paragraph
        )

    def _is_heading(self, line: str, body: str, marked: bool) -> bool:
        if line.lstrip().startswith("#"):
            return True
        words = body.split()
        if body.endswith(":") and len(words) <= 9 and not (marked and topic_of(body) is None):
            return True
        if _field(body) or len(words) > 6 or body[-1] in ".,;!?":
            return False
        numbered = bool(_HEADING_MARK.match(line))
        shouted = body.isupper() and len(body) > 3 and any(c.isalpha() for c in body)
        bold = line.strip().startswith("**") and line.strip().endswith("**")
        known = topic_of(body) is not None
        return (
            shouted
            or (bold and known)
            or (numbered and known and not re.search(r"\d", body))
            or (known and folded(body) in label_topics())
        )

    def _section(self, heading: str) -> str | None:
        topic = topic_of(heading) or _lead_in_topic(heading)
        return None if topic in _NO_SECTION else topic

    def _field(self, at: int, body: str, label: str, value_at: int, topic: str | None) -> None:
        span = (at, at + len(label))
        self._bracketed(at, label, topic)
        if topic is None or (self.section == "budget" and topic == "shoot"):
            for start, end in sentence_spans(self.view.text, at, at + len(body)):
                if not self._inline_field(start, end):
                    self._add(start, end, "field", label=span)
            return
        whole = topic in ("client", "title", "contact", "agency", "locations")
        spans = (
            [(at + value_at, at + len(body))]
            if whole
            else sentence_spans(self.view.text, at + value_at, at + len(body))
        )
        for start, end in spans:
            first = start == spans[0][0]
            if not first and self._inline_field(start, end):
                continue
            # A label governs its first sentence; what follows may already speak of something else.
            self._add(start, end, "field", topic=topic if first else None, label=span if first else None, under=topic)

    def _table_row(self, at: int, line: str, cells: list[Span]) -> None:
        if _RULE.match(line):
            return
        texts = [line[a:b] for a, b in cells]
        topics = [topic_of(text) for text in texts]
        if not self.columns and _is_matrix_head(texts):  # its own cells are units too
            self.columns = ["matrix"] * len(cells)
        elif (not self.columns and len(cells) >= 3 and sum(t is not None for t in topics) >= 2) or _is_header(
            texts, topics
        ):
            self.columns = [topic or "other" for topic in topics]
            return
        self.row += 1
        if self.columns and len(self.columns) == len(cells):
            for (a, b), topic in zip(cells, self.columns, strict=True):
                self._add(at + a, at + b, "cell", topic=topic, row=self.row)
        elif topics[0] is not None and (
            len(cells) == 2 or (not self.columns and topics[0] not in ("deliverables", "name"))
        ):
            self._bracketed(at + cells[0][0], texts[0], topics[0])
            for a, b in cells[1:]:
                self._add(at + a, at + b, "field", topic=topics[0], label=(at + cells[0][0], at + cells[0][1]))
        else:
            for a, b in cells:
                self._add(at + a, at + b, "cell", row=self.row)

    def _bracketed(self, at: int, label: str, topic: str | None) -> None:
        """A label's brackets speak too: "Shoot (5 days, Sheffield)"."""
        inner = re.search(r"\(([^()]{3,60})\)", label)
        if inner and topic in ("shoot", "delivery", "budget", "locations", "deliverables"):
            self._add(at + inner.start(1), at + inner.end(1), "field", topic=topic, label=(at, at + inner.start()))

    def _flush(self) -> None:
        """Join the lines of a wrapped paragraph and cut it into sentences."""
        for start, end in _unwrapped(self.view.text, self.prose):
            self._sentences(start, end, "prose")
        self.prose = []

    def _sentences(self, start: int, end: int, kind: str) -> None:
        for a, b in sentence_spans(self.view.text, start, end):
            if not self._inline_field(a, b):
                self._add(a, b, kind)

    def _inline_field(self, start: int, end: int) -> bool:
        """Whether the sentence is a labelled field in the middle of a paragraph ("… in Linz. Budget: 58.000 EUR.")."""
        m = _FIELD.match(self.view.text[start:end].replace("\n", " "))
        if m is None or len(m["label"].split()) > 3 or not m["value"].strip() or ":" not in m[0][: m.start("value")]:
            return False
        topic = topic_of(m["label"].rstrip("*_ "))
        if topic not in _INLINE or (self.section == "budget" and topic != "budget"):
            return False
        self._add(start + m.start("value"), end, "field", topic=topic, label=(start, start + len(m["label"])))
        return True

    def _add(
        self,
        start: int,
        end: int,
        kind: str,
        *,
        topic: str | None = None,
        label: Span | None = None,
        row: int | None = None,
        under: str | None = None,
    ) -> None:
        text = self.view.text[start:end].replace("\n", " ")
        if text.strip():
            unit = Unit(start, end, text, kind, topic, under or self.section, label, row, self.paragraph)
            self.units.append(replace(unit, section=None) if topic else unit)


def _lead_in_topic(heading: str) -> str | None:
    """The topic of a spoken heading such as "What Veldt need:" or "So bräuchten wir:"."""
    low = folded(heading)
    if re.search(
        r"\b(need|want|looking for|after|brauch|benotig|besoin|il nous faut|necesit|nodig|behov|brug|treng|serv|"
        r"precis)",
        low,
    ):
        return "deliverables"
    return "aside" if cue("past").search(low) else None


def _is_header(texts: list[str], topics: list[str | None]) -> bool:
    known = sum(topic is not None for topic in topics)
    return len(texts) >= 3 and known >= 2 and not any(re.search(r"\d", text) for text in texts)


def _is_matrix_head(texts: list[str]) -> bool:
    """Whether a table's columns are lengths or shapes ("| Platform | 6s | 15s |"), which its rows count pieces for."""
    measures = [bool(_MEASURE.fullmatch(text.strip())) for text in texts]
    return len(texts) >= 3 and sum(measures) >= 2 and all(measures[2:]) and not measures[0]


def _cells(line: str) -> list[Span]:
    """The cells of a table row: between bars, or between tabs; empty cells are kept only inside."""
    if line.count("|") >= 2 or (line.count("|") == 1 and (line.strip()[0] == "|" or topic_of(line.split("|")[0]))):
        separator = "|"
    elif line.count("\t") >= 1 and len([c for c in line.split("\t") if c.strip()]) >= 2:
        separator = "\t"
    else:
        return []
    cells: list[Span] = []
    at = 0
    for cell in line.split(separator):
        lead = len(cell) - len(cell.lstrip(" *_"))
        cells.append((at + lead, max(at + lead, at + len(cell.rstrip(" *_")))))
        at += len(cell) + 1
    if separator == "|":
        cells = cells[1 if line.lstrip().startswith("|") else 0 : -1 if line.rstrip().endswith("|") else None]
    return cells


def _listed_cells(line: str, columns: int) -> list[Span]:
    """The cells of a comma- or semicolon-separated table: its head names two columns we know, its rows are as long."""
    for separator in (";", ","):
        texts = line.split(separator)
        if len(texts) < 3 or f"{separator} " in line:
            continue
        if len(texts) == columns or sum(topic_of(text) is not None for text in texts) >= 2:
            starts = [sum(len(t) + 1 for t in texts[:n]) for n in range(len(texts))]
            return [(at, at + len(text)) for at, text in zip(starts, texts, strict=True)]
    return []


def _parts(line: str) -> list[Span]:
    """A line's parts where it holds several labelled fields ("Client: X · Budget: Y"); else the whole line."""
    rest = [m.end() for m in re.finditer(r"\s[•|;/]\s*|;\s+|\s{3,}", line) if ":" in line[: m.start()]]
    starts = [0, *(at for at in rest if _field(line[at:].lstrip("*_ ")) and topic_of(line[at:].split(":")[0]))]
    return [(a, b) for a, b in zip(starts, [*(s for s in starts[1:]), len(line)], strict=True)]


def _is_labelled(cell: str) -> bool:
    field = _field(cell.strip(" *_"))
    return ":" in cell and field is not None and field[2] is not None


def _field(body: str) -> tuple[str, int, str | None] | None:
    """A labelled field's label, where its value begins, and its topic; None when the line is no field."""
    for shape in (_BOLD, _FIELD, _DASHED, _SPACED):
        m = shape.match(body)
        if not m or len(m["label"].split()) > 7:
            continue
        label = m["label"].rstrip("*_ ")
        topic = topic_of(label)
        if not re.search(r"[^\W\d_]{2}", label) or label[0].isdigit():
            continue
        if topic is None and (shape not in (_FIELD, _BOLD) or len(label.split()) > 4):
            continue
        if re.search(r"\d[:.]?$", label) and topic is None:
            continue
        value_at = m.start("value") + len(m["value"]) - len(m["value"].lstrip("*_ "))
        return (label, value_at, topic) if m["value"].strip("*_ ") else None
    asked = _ASKED.match(body)
    topic = asked_topic(asked["label"]) if asked else None
    return (asked["label"], asked.start("value"), topic) if asked and topic else None


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines that hard wrapping broke; a line that ends a thought, or a short one, stands alone."""
    joined: list[Span] = []
    for start, end in lines:
        if joined:
            before = text[joined[-1][0] : joined[-1][1]].rstrip()
            last = before.rsplit("\n", 1)[-1]
            after = text[start:end].lstrip()
            runs_on = after[:1].islower() or last[-1:] in ",-&/(" or (len(last) >= 55 and last[-1:] not in ".!?:")
            if runs_on or (len(last) >= 62 and last[-1:] in ".!?"):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined
