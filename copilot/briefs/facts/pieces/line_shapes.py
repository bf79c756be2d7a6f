"""The shapes a line of a brief may have: a labelled field, several of them, a table row, a wrapped line."""

from __future__ import annotations

import re
from itertools import accumulate, islice, pairwise

from copilot.briefs.facts.letter.topics import asked_topic, topic_of
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.words import cue, folded, kind_patterns, label_topics

_DASHED = re.compile(r"(?P<label>[^\W\d_][^:=\n|]{1,40}?)[ \t]+-{1,2}[ \t]+(?P<value>\S.*)$")
_SPACED = re.compile(r"(?P<label>[^\W\d_][^:=\n|]{1,40}?)(?:[ \t]{3,}|\t)(?P<value>\S.*)$")
_BOLD = re.compile(r"(?P<label>[^*:.]{2,40})[.:]?\*\*[ \t]*[.:]?[ \t]+(?P<value>\S.*)$")
_ASKED = re.compile(r"(?P<label>[^?\n]{4,60}\?)[ \t]+(?P<value>[^?\n]{1,80})$")
_SENTENCE = re.compile(r"[^\W\d]{2,}[.!]\s+\w|\d[.!]\s+[^\W\d]{2,}|[^\W\d_]{4,}\.\s")
"""A sentence before the question: prose that asks, no form."""
_MEASURE = re.compile(
    r":?\d{1,3}\s?(?:s|\"|''|'|min\.?|sec\w*\.?|sek\w*\.?|seg\w*\.?|minut\w+)|0?\d:\d\d|\d{1,2}[:x/]\d{1,2}|"
    r"square|vertical|horizontal|portrait|landscape|quer|hochkant|hochformat|querformat|quadratisch|carre|carré|"
    r"staand|liggend|vierkant|stående|liggande|liggende|kvadratisk|cuadrado|quadrato|verticale|orizzontale",
    re.IGNORECASE,
)
LIST_MARK = re.compile(
    r"[ \t>]*(?:(?:[-*•+–o]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]|"
    r"(?!(?:1[3-9]|2\d|3[01])\.(?:0?[1-9]|1[0-2])\.?[ \t])\d{1,2}(?:\.\d{1,2}){1,3}\.?|→|=>|✔|☐)[ \t]+)"
)
"""What opens an item of a list; "22.5." opens a day's line, few letters have as many sections."""
_COLUMNS = re.compile(r"[|\t]|[ ]{3,}")
_JOINING = re.compile(r"\s(?:and|or|und|oder|et|ou|y|o|en|of|och|eller|og|e|with|mit|avec|con|met|med|in|at)$")
FIELD = re.compile(
    r"(?P<label>[^\W_][^:=\n|]{0,58}?)[ \t]*(?:[:=](?!//)(?=\s|$|\D)|[:=](?=\d)(?<![\d\s,].)|[ \t]*\.{3,}|…+)[ "
    r"\t]*(?P<value>.*)$"
)
_DOTTED = re.compile(r"(?P<label>[A-ZÀ-Þ][^\W\d]+(?: [^\W\d]+){0,4})\.[ \t]+(?P<value>\S.*)$")
"""A tender's item that begins with its own heading: "2. FINALIDAD. Dar a conocer …", "3. Usage. Online only"."""
_CLAUSE = re.compile(
    r"(?P<label>(?:Cl[áa]usula|Art[ií]?[a-z]*\.?|§|Section|Secção|Ponto|Punto|Punkt|Abschnitt|"
    r"Ziffer)\s?\d{1,2}[.ªº°ºa]{0,3}\s*"
    r"\((?P<heading>[^()]{3,40})\))\s*[.:–-]?\s*(?P<value>\S.*)$"
)
"""A contract's clause with its heading in brackets: "Cláusula 3.ª (Finalidade) Aumentar …"."""
_STAGED = re.compile(r"production|produktion|producci[oó]n|productie|produzione|produção")
_CAPITALS = re.compile(r"[*_\"„“«]*(?:[A-ZÀ-Þ]{2,}['’\w]*\s?){2,}")
_PLAIN_LABEL = re.compile(r"[^\W\d][^|:]{1,60}:?")
_OF_COLUMNS = frozenset(("quantity", "name", "length", "ratios"))
_BETWEEN_FIELDS = re.compile(r"\s[•|;/]\s*|;\s+|\s{3,}")
_MOST_PARTS = 60
"""How many places of one line are tried as the beginning of another field."""


def lead_in_topic(heading: str) -> str | None:
    """The topic of a spoken heading such as "What Veldt need:" or "So bräuchten wir:"."""
    low = folded(heading)
    if re.search(
        r"\b(need|want|looking for|after|brauch|benotig|besoin|il nous faut|necesit|nodig|behov|brug|treng|serv|"
        r"precis)",
        low,
    ):
        return "deliverables"
    return "aside" if cue("past").search(low) else None


_SITE_OR_TOWN = frozenset(
    "site town city village ort stadt gemeinde ville commune ciudad municipio localidad citta comune plaats stad "
    "gemeente by kommune stad kommun cidade localidade".split()
)


def topics_of_cells(texts: list[str]) -> list[str | None]:
    """The topic of each cell of a row; "Site" and "Town" beside each other head columns of places."""
    topics = [topic_of(text) for text in texts]
    tell_where = [
        topic == "locations" or folded(text.strip("*_ ")) in _SITE_OR_TOWN
        for text, topic in zip(texts, topics, strict=True)
    ]
    if sum(tell_where) < 2:
        return topics
    return ["locations" if where else topic for where, topic in zip(tell_where, topics, strict=True)]


def is_table_head(texts: list[str], topics: list[str | None]) -> bool:
    pieces = [any(pattern.search(folded(text)) for _, pattern in kind_patterns()) for text in texts]
    known = sum(topic is not None or piece for topic, piece in zip(topics, pieces, strict=True))
    return len(texts) >= 3 and known >= 2 and not any(re.search(r"\d", text) for text in texts)


def is_matrix_head(texts: list[str]) -> bool:
    """Whether a table's columns are lengths or shapes ("| Platform | 6s | 15s |"), which its rows count pieces for."""
    measures = [bool(_MEASURE.fullmatch(text.strip())) for text in texts]
    return len(texts) >= 3 and sum(measures) >= 2 and all(measures[2:]) and not measures[0]


def names_field(text: str) -> bool:
    """Whether a cell is the label of a field and no piece that a number before it would count."""
    return topic_of(text) is not None and not any(pattern.search(folded(text)) for _, pattern in kind_patterns())


def pairs_of(line: str, cells: list[Span], *, in_form: bool, in_table: bool) -> list[tuple[Span, Span]]:
    """The labels of a form's row with their answers, where it holds several ("Shoot days | 2 | Where | Leeds").

    Every label must be one we know; in a form that has had such a row, one of them. In a table of as many columns, they
    must be known word for word. A row that heads a table has labels where answers would stand.
    """
    if len(cells) % 2 and line.rstrip().endswith("|") and not line.lstrip().startswith("|"):
        cells = [*cells, (len(line), len(line))]  # the last answer is empty
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    labels, answers = ([line[slice(*pair[n])].strip() for pair in pairs] for n in (0, 1))
    if len(pairs) < 2 or len(cells) % 2 or not all(map(_PLAIN_LABEL.fullmatch, labels)):
        return []
    topics = {topic_of(label) for label in labels}
    columns = topics & _OF_COLUMNS and not any(re.search(r"\d", answer) for answer in answers)
    # "Your name | Ada Riva | Job title | Curator" has no label where an answer stands.
    if (columns and any(topic_of(answer) for answer in answers)) or all(
        folded(answer) in label_topics() for answer in answers if answer
    ):
        return []
    known = [folded(label).rstrip(".") in label_topics() if in_table else names_field(label) for label in labels]
    return pairs if all(known) or (in_form and not in_table and any(known)) else []


def cells_of(line: str) -> list[Span]:
    """The cells of a table row: between bars, or between tabs; empty cells are kept only inside."""
    if line.count("|") >= 2 or (line.count("|") == 1 and (line.strip()[0] == "|" or topic_of(line.split("|")[0]))):
        separator = "|"
    elif line.count("\t") >= 1 and len([c for c in line.split("\t") if c.strip()]) >= 2:
        separator = "\t"
    else:
        return _spaced_cells(line)
    cells: list[Span] = []
    at = 0
    for cell in line.split(separator):
        lead = len(cell) - len(cell.lstrip(" *_"))
        cells.append((at + lead, max(at + lead, at + len(cell.rstrip(" *_")))))
        at += len(cell) + 1
    if separator == "|":
        cells = cells[1 if line.lstrip().startswith("|") else 0 : -1 if line.rstrip().endswith("|") else None]
    return cells


def _spaced_cells(line: str) -> list[Span]:
    """The cells of a table laid out with spaces: three or more, at least two of them set wide apart."""
    if line.count("   ") < 2 or "...." in line or "…" in line:
        return []
    cells = [m.span() for m in re.finditer(r"\S+(?: \S+)*", line)]
    wide = sum(b[0] - a[1] >= 3 for a, b in pairwise(cells))
    return cells if len(cells) >= 3 and wide >= 2 and line[cells[0][1] - 1] != ":" else []


def completed(line: str, cells: list[Span]) -> list[Span]:
    """The cells of a row that is one short of its head, with the empty one in its place: before a leading bar, after a
    closing one, or as a dash for "nothing" that the page's layout ran together with the next cell's words."""
    body = line.strip()
    if body.startswith("|") != body.endswith("|"):
        return [(0, 0), *cells] if body.startswith("|") else [*cells, (len(line), len(line))]
    for n, (a, b) in enumerate(cells):
        dash = re.match(r"[-–—][ \t]+(?=\S)", line[a:b])
        if dash and n:
            return [*cells[:n], (a, a + 1), (a + dash.end(), b), *cells[n + 1 :]]
    return cells


def listed_cells(line: str, columns: int) -> list[Span]:
    """The cells of a comma- or semicolon-separated table: its head names two columns we know, its rows are as long."""
    for separator in (";", ","):
        texts = line.split(separator)
        if len(texts) < 3 or f"{separator} " in line:
            continue
        if len(texts) == columns or sum(topic_of(text) is not None for text in texts) >= 2:
            starts = list(accumulate((len(t) + 1 for t in texts[:-1]), initial=0))
            return [(at, at + len(text)) for at, text in zip(starts, texts, strict=True)]
    return []


def parts_of(line: str) -> list[Span]:
    """A line's parts where it holds several labelled fields ("Client: X · Budget: Y"); else the whole line."""
    colon = line.find(":")
    separators = _BETWEEN_FIELDS.finditer(line, colon) if colon >= 0 else iter(())
    rest = [m.end() for m in islice(separators, _MOST_PARTS)]
    starts = [0, *(at for at in rest if field_of(line[at:].lstrip("*_ ")) and topic_of(line[at:].split(":")[0]))]
    return [(a, b) for a, b in zip(starts, [*(s for s in starts[1:]), len(line)], strict=True)]


def is_labelled(cell: str) -> bool:
    field = field_of(cell.strip(" *_"))
    return ":" in cell and field is not None and field[2] is not None


def field_of(body: str) -> tuple[str, int, str | None] | None:
    """A labelled field's label, where its value begins, and its topic; None when the line is no field."""
    for shape in (_BOLD, FIELD, _DASHED, _SPACED):
        m = shape.match(body)
        if not m or len(m["label"].split()) > 7:
            continue
        label = m["label"].rstrip("*_ ")
        topic = topic_of(label)
        if not re.search(r"[^\W\d_]{2}", label) or label[0].isdigit():
            continue
        if topic is None and (shape not in (FIELD, _BOLD) or len(label.split()) > 4):
            continue
        if re.search(r"\d[:.]?$", label) and topic is None:
            continue
        if topic == "shoot" and _STAGED.fullmatch(label.lower()) and _CAPITALS.match(m["value"]):
            topic = "title"  # "Production: THE SILVER LANTERN": a play, no day of filming
        value_at = m.start("value") + len(m["value"]) - len(m["value"].lstrip("*_ "))
        return (label, value_at, topic) if m["value"].strip("*_ ") else None
    dotted = _DOTTED.match(body)
    topic = label_topics().get(folded(dotted["label"])) or _shouted_topic(dotted["label"]) if dotted else None
    if dotted and topic and topic not in ("title", "client", "contact"):
        return dotted["label"], dotted.start("value"), topic
    clause = _CLAUSE.match(body)
    if clause and (topic := topic_of(clause["heading"])) and topic not in ("title", "client", "contact"):
        return clause["label"], clause.start("value"), topic
    asked = _ASKED.match(body)
    topic = asked_topic(asked["label"]) if asked and not _SENTENCE.search(asked["label"]) else None
    return (asked["label"], asked.start("value"), topic) if asked and topic else None


def _shouted_topic(label: str) -> str | None:
    return topic_of(label) if label.isupper() else None


def is_wrapped(line: str, following: str) -> bool:
    """Whether a labelled or listed line breaks off in mid-sentence and the following line goes on with it.

    Neither may be a table row, and the following one begins nothing of its own: no list item, heading or label.
    """
    last, after = line.rstrip(), following.strip()
    if not last or not after or last[-1] in ".!?:;" or _COLUMNS.search(last.strip()) or _COLUMNS.search(after):
        return False
    field = field_of(after)
    if LIST_MARK.match(following) or after.startswith("#") or (field and (field[2] or not after[0].islower())):
        return False
    if last[-1] in ",&/(" or _JOINING.search(folded(last)):
        return len(last) >= 20
    return (after[0].islower() and len(last) >= 40) or (len(last) >= 75 and not field)


def unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines that hard wrapping broke; a line that ends a thought, or a short one, stands alone."""
    joined: list[Span] = []
    before_at = 0
    for start, end in lines:
        if joined:
            last = text[max(joined[-1][0], before_at) : joined[-1][1]].rstrip().rsplit("\n", 1)[-1]
            after = text[start:end].lstrip()
            broken_off = last[-1:] in ",-&/(" or _JOINING.search(folded(last)) is not None
            runs_on = after[:1].islower() or broken_off or (len(last) >= 55 and last[-1:] not in ".!?:")
            if runs_on or (len(last) >= 62 and last[-1:] in ".!?"):
                joined[-1] = (joined[-1][0], end)
                before_at = start
                continue
        before_at = start
        joined.append((start, end))
    return joined
