"""The units a brief is read in: labelled fields, bullets, table cells, headings and sentences.

A unit knows its topic when the brief says so itself: by a label ("Budget: …", "Budget ..... …"), a table's column or
first cell, or the heading above it. Units never overlap, and each is a span of the view.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from copilot.briefs.facts.letter.heading_lines import is_heading
from copilot.briefs.facts.letter.sentences import bounded, sentence_spans
from copilot.briefs.facts.letter.stacked import Stacked, stacked_fields
from copilot.briefs.facts.letter.stacked_rows import Answers, rows_over_rows
from copilot.briefs.facts.letter.topics import answered_topic, topic_of
from copilot.briefs.facts.letter.view import Span, View
from copilot.briefs.facts.pieces.line_shapes import (
    FIELD,
    LIST_MARK,
    cells_of,
    completed,
    field_of,
    is_labelled,
    is_matrix_head,
    is_table_head,
    is_wrapped,
    lead_in_topic,
    listed_cells,
    names_field,
    pairs_of,
    parts_of,
    topics_of_cells,
    unwrapped,
)
from copilot.briefs.facts.words import folded, label_topics

_BARE_NUMBER = re.compile(r"[ \t]*\d{1,2}(?:\.\d)*\.?[ \t]+(?=[^\W\d])")
_OF_ONE_LINE = frozenset(("client", "title", "contact", "agency"))
_NO_SECTION = frozenset(("title", "name", "agency", "quantity", "vat", "timing"))
_INLINE = frozenset(
    ("shoot", "locations", "delivery", "budget", "revisions", "usage", "territory", "languages", "contact")
)
_NEVER_PRICES = frozenset(("usage", "territory", "languages", "revisions"))
_PRICE = re.compile(r"\d{3}|\d\s?[k€$£%]|[€$£]|\b[A-Z]{3}\s\d")
_NUMBER_CELL = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})?|[A-Za-z]|[IVXivx]{1,4})\W*")
_FIGURE = re.compile(r"\d")
_ROW_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]?\s*")
_RULED = re.compile(r"[\s=_–—-]{6,}")
_UNANSWERED = re.compile(r"\s*[^\W\d][^|:\d]{1,60}(?:\|\s*|:\s{4,})")
"""A form's label with nothing behind it: what follows is the next line's own, not its answer."""
_DATE = frozenset(("date", "dates", "datum", "dato", "datoer", "fecha", "fechas", "data", "datas"))
_LONGEST_ENTRY = 60
"""Characters of the longest line that may still belong to the last label of a form."""
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
    column: str | None = None  # the head of a table cell's column
    aside: bool = False  # past projects, other people's money, background: not what is wanted now

    @cached_property
    def low(self) -> str:
        return folded(self.text)

    @property
    def subject(self) -> str | None:
        """The unit's topic, else its section's, else what it answers."""
        return self.topic or self.section or self.asked


@lru_cache(maxsize=32)
def units_of(view: View, breaks: frozenset[int] = frozenset()) -> tuple[Unit, ...]:
    """Every unit of the view in reading order; blanked text yields none. A paragraph begins at every break."""
    return tuple(_Reader(view, breaks).read())


class _Reader:
    """One pass over the lines, with the heading and the table in force."""

    def __init__(self, view: View, breaks: frozenset[int]) -> None:
        self.view = view
        self.breaks = sorted(breaks)
        self.section: str | None = None
        self.lead_in = False
        self.paragraph = 0
        self.columns: list[str | None] = []
        self.heads: list[str] = []
        self.numbered = False
        self.paired = False
        self.in_form = False
        self.row = 0
        self.apart = False
        self.units: list[Unit] = []
        self.prose: list[Span] = []
        self.counting = False

    def read(self) -> list[Unit]:
        stacked, rows = stacked_fields(self.view), rows_over_rows(self.view)
        below = 0
        for start, end in self._whole_lines(stacked):
            if start in stacked:
                self._stacked(stacked[start])
                below = stacked[start].answers[-1][1]
            elif start in rows and start >= below:
                self._answers(rows[start])
                below = rows[start].end
            elif start >= below:
                self._line(start, self.view.text[start:end].replace("\n", " "))
        self._flush()
        return self.units

    def _stacked(self, field: Stacked) -> None:
        """A label above its answer; one that we do not know is read together with it."""
        self._flush()
        self.paragraph += 1
        label = self.view.text[slice(*field.label)]
        self.section = self._section(label) if field.topic not in ("aside", "pitch") else None
        self.lead_in, self.columns, self.apart, self.in_form = False, [], True, True
        self._bracketed(field.label[0], label, field.topic)
        for n, (start, end) in enumerate(field.answers):
            first = field.label[0] if n == 0 and field.topic is None else start
            self._add(first, end, "field", topic=field.topic, label=field.label)

    def _whole_lines(self, stacked: Container[int]) -> Iterator[Span]:
        """The lines; a labelled or listed one together with the lines its sentence was wrapped to."""
        at = start = 0
        above: str | None = None  # the line before, while its sentence may go on
        for line in self.view.text.split("\n"):
            on = above is not None and at - start < 600 and not self._begins(at, line) and is_wrapped(above, line)
            on = on and at not in stacked
            if at and not on:
                yield start, at - 1
                start = at
            above = line if on or self._may_wrap(line) else None
            at += len(line) + 1
        yield start, at - 1

    def _begins(self, at: int, line: str) -> bool:
        """Whether a message of its own begins in the line."""
        following = bisect_left(self.breaks, at)
        return following < len(self.breaks) and self.breaks[following] <= at + len(line)

    @staticmethod
    def _may_wrap(line: str) -> bool:
        """Prose is joined by paragraph; names and addresses stand on lines of their own."""
        mark = LIST_MARK.match(line)
        field = field_of(line[mark.end() if mark else 0 :][:200].strip(" \t*_"))
        return mark is not None if field is None else field[2] not in _OF_ONE_LINE

    def _line(self, at: int, line: str) -> None:
        if not line.strip():
            self._flush()
            self.paragraph += 1
            self.apart = True
            return
        if self.columns and _RULED.fullmatch(line):
            return
        if self._begins(at, line):
            self._flush()
            self.paragraph += 1
        if self.in_form and len(line.strip()) > _LONGEST_ENTRY:
            self.section, self.in_form = None, False  # the letter beside the form
        if _UNANSWERED.fullmatch(line):
            self._flush()
            return
        cells = cells_of(line) or listed_cells(line, len(self.columns))
        if len(cells) + 1 == len(self.columns):
            cells = completed(line, cells)
        self._table_goes_on(line, cells)
        if len(cells) >= 2 and sum(is_labelled(line[a:b]) for a, b in cells) >= 2:
            self._flush()
            for a, b in cells:
                self._part(at + a, line[a:b])
            return
        if pairs := pairs_of(line, cells, in_form=self.paired, in_table=len(cells) == len(self.columns)):
            self._flush()
            self.paired = True
            for label, value in pairs:
                self._answer(at, line, label, value)
            return
        labelled = not self.columns and line.lstrip()[:1] != "|" and cells and is_labelled(line[slice(*cells[0])])
        if len(cells) >= 2 and not labelled:
            self._flush()
            self._table_row(at, line, cells)
            return
        for start, end in parts_of(line):
            self._part(at + start, line[start:end])

    def _answers(self, rows: Answers) -> None:
        """A row of labels with what stands under each."""
        self._flush()
        self.paragraph += 1
        self.columns, self.apart, self.paired = [], False, True
        for label, (start, end) in rows.pairs:
            topic = self._answered(self.view.text[slice(*label)], self.view.text[start:end])
            self._add(start, end, "field", topic=topic, label=label)

    def _answer(self, at: int, line: str, label: Span, value: Span) -> None:
        """What a form says behind a label; a label we do not know is read together with its answer."""
        span, topic = (at + label[0], at + label[1]), self._answered(line[slice(*label)], line[slice(*value)])
        if line[slice(*value)].strip():
            self._add(span[0] if topic is None else at + value[0], at + value[1], "field", topic=topic, label=span)

    def _answered(self, label: str, answer: str) -> str | None:
        """The topic of a form's label; a bare "Date" right below the days of the shoot is the shoot's."""
        topic = answered_topic(label, answer)
        of_shoot = topic == "pitch" and folded(label.strip(" :.")) in _DATE and self.units[-1:]
        return "shoot" if of_shoot and self.units[-1].topic == "shoot" else topic

    def _table_goes_on(self, line: str, cells: list[Span]) -> None:
        """A table ends at a line that is no row; after a blank line also at a row that is a head of its own."""
        texts = [line[a:b] for a, b in cells]
        head = sum(topic_of(text) is not None for text in texts) >= 2 and not any(map(_FIGURE.search, texts))
        if len(cells) < 2 or (self.apart and (head or len(cells) != len(self.columns))):
            self.columns = []
        self.numbered = self.numbered and len(cells) >= 2
        self.apart = False

    def _part(self, at: int, line: str) -> None:
        mark = LIST_MARK.match(line)
        offset = mark.end() if mark else len(line) - len(line.lstrip())
        offset += len(line[offset:]) - len(line[offset:].lstrip("*_> \t"))
        body = line[offset:].rstrip(" \t*_")
        numbered = _BARE_NUMBER.match(line)
        named = line[numbered.end() :].strip(" .:") if numbered else ""
        if numbered and folded(named) in label_topics() and names_field(named):  # "25 stills" counts them
            offset, body = numbered.end(), line[numbered.end() :].strip()
        if not body:
            return
        if re.search(r"\S[ \t]{4,}\S", body):
            self._flush()
        if is_heading(line, body, marked=bool(mark)):
            self._flush()
            self.section, self.lead_in = self._section(body), body.rstrip().endswith(":")
            self._add(at + offset, at + offset + len(body), "heading")
            return
        field = field_of(body)
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

    def _section(self, heading: str) -> str | None:
        topic = topic_of(heading) or lead_in_topic(heading)
        # The page's own heading ("Briefing summer film") sets nothing of what follows aside.
        is_title = not self.units and topic in ("pitch", "aside") and not heading.rstrip().endswith(":")
        return None if topic in _NO_SECTION or is_title else topic

    def _field(self, at: int, body: str, label: str, value_at: int, topic: str | None) -> None:
        span = (at, at + len(label))
        second = self.counting and folded(label) == "due"  # Italian "Uno: … Due: …" counts; nothing is due
        topic = None if second else topic
        self.counting = self.counting or folded(label) == "uno"
        self._bracketed(at, label, topic)
        if topic is None or (self.section == "budget" and topic == "shoot"):
            for start, end in sentence_spans(self.view.text, at, at + len(body)):
                if second or not self._inline_field(start, end):
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
        if not self.columns and len(cells) == 3 and _NUMBER_CELL.fullmatch(line[slice(*cells[0])]):
            cells = cells[1:]  # "| 4 | Places of shoot | Velsao, Kumbhari |": a form whose rows are numbered
        texts = [line[a:b] for a, b in cells]
        topics = topics_of_cells(texts)
        if (
            len(cells) == 3
            and not self.columns
            and _ROW_NUMBER.fullmatch(texts[0])
            and (self.numbered or names_field(texts[1]))
        ):
            self.numbered = True
            cells, texts, topics = cells[1:], texts[1:], topics[1:]  # "| 4 | Places of shoot | Velsao |"
        if not self.columns and is_matrix_head(texts):  # its own cells are units too
            self.columns = ["matrix"] * len(cells)
        elif (not self.columns and len(cells) >= 3 and sum(t is not None for t in topics) >= 2) or is_table_head(
            texts, topics
        ):
            # A column headed "Ref" numbers the rows; it sets nothing aside.
            self.columns = [topic if topic and topic != "aside" else "other" for topic in topics]
            self.heads = texts
            return
        self.row += 1
        if self.columns and len(self.columns) == len(cells):
            heads = self.heads if len(self.heads) == len(cells) else [""] * len(cells)
            for (a, b), topic, head in zip(cells, self.columns, heads, strict=True):
                self._add(at + a, at + b, "cell", topic=topic, row=self.row, column=head.strip("*_ ") or None)
        elif topics[0] is not None and (
            len(cells) == 2 or (not self.columns and topics[0] not in ("deliverables", "name"))
        ):
            self._bracketed(at + cells[0][0], texts[0], topics[0])
            topic = self._answered(texts[0], texts[1])
            for a, b in cells[1:]:
                self._cell(at + a, at + b, topic, (at + cells[0][0], at + cells[0][1]))
        else:
            for a, b in cells:
                self._add(at + a, at + b, "cell", row=self.row)

    def _cell(self, start: int, end: int, topic: str | None, label: Span) -> None:
        """A form's cell: its label governs days only in the first sentence ("Three days. We reopen in May.")."""
        dated = topic in ("shoot", "timing", "delivery")
        for n, (a, b) in enumerate(sentence_spans(self.view.text, start, end) if dated else [(start, end)]):
            self._add(a, b, "field", topic=None if n else topic, label=None if n else label, under=topic)

    def _bracketed(self, at: int, label: str, topic: str | None) -> None:
        """A label's brackets speak too: "Shoot (5 days, Sheffield)"."""
        inner = re.search(r"\(([^()]{3,60})\)", label)
        if inner and topic in ("shoot", "delivery", "budget", "locations", "deliverables"):
            self._add(at + inner.start(1), at + inner.end(1), "field", topic=topic, label=(at, at + inner.start()))

    def _flush(self) -> None:
        """Join the lines of a wrapped paragraph and cut it into sentences."""
        for start, end in unwrapped(self.view.text, self.prose):
            self._sentences(start, end, "prose")
        self.prose = []

    def _sentences(self, start: int, end: int, kind: str) -> None:
        for a, b in sentence_spans(self.view.text, start, end):
            if not self._inline_field(a, b):
                self._add(a, b, kind)

    def _inline_field(self, start: int, end: int) -> bool:
        """Whether the sentence is a labelled field in the middle of a paragraph ("… in Linz. Budget: 58.000 EUR.")."""
        m = FIELD.match(self.view.text[start:end].replace("\n", " "))
        if m is None or len(m["label"].split()) > 3 or not m["value"].strip() or ":" not in m[0][: m.start("value")]:
            return False
        topic = topic_of(m["label"].rstrip("*_ "))
        if topic not in _INLINE:
            return False
        if self.section == "budget" and topic != "budget" and not (topic in _NEVER_PRICES and not _PRICE.search(m[0])):
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
        column: str | None = None,
    ) -> None:
        section = None if topic else under or self.section
        for a, b in bounded(self.view.text, start, end):
            text = self.view.text[a:b].replace("\n", " ")
            if text.strip():
                self.units.append(Unit(a, b, text, kind, topic, section, label, row, self.paragraph, column=column))
