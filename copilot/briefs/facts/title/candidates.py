"""Every wording in a letter that may be the job's title: what its prominent lines say, whole and in parts.

Recall comes first: subjects, headings, first lines and labelled fields count whole and cut at their dashes, colons and
commas, with and without the paper's name before them; so does whatever stands in quotation marks, or is called so.
Which of them is the title, if any, is for `title` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from copilot.briefs.facts.letter.candidates import Candidate, Mention, bare_words, placed
from copilot.briefs.facts.letter.names import NAME
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.title.subjects import SUBJECT_LINE, without_noise, without_reply_marks
from copilot.briefs.facts.words import folded

_CUTS = re.compile(r"\s+[-–—|/•·]+\s+|\s*[|•·]\s*|:\s+|,\s+|\s*//\s*|\.\s+|\?\s+|!\s+|\s[>]\s|\s*[()\[\]]\s*|\s-|-\s")
_EDGES = " \t\"'*_.,;:-–#>=()[]!?/|•"
_QUOTED = re.compile(
    r"\"\s?(?P<double>[^\"\n]{2,60}?)\s?\"|(?<!\w)'(?P<single>[A-ZÀ-Þ0-9][^'\n]{2,60}(?:'\w[^'\n]{0,30})?)'(?!\w)|"
    r"(?<![\w*])\*(?P<star>[^*\s][^*\n]{2,60}?)\*(?![\w*])|(?<!\w)_(?P<line>[^_\s][^_\n]{2,60}?)_(?!\w)"
)
_NAMED_SO = re.compile(
    r"\b(?:called|named|titled|entitled|title|\w*titel|titre(?: provisoire| de travail)?|titulo(?: provis\w+)?|"
    r"titolo(?: provvisorio)?|name|code ?name|nom de code|deknamn|arbetsnamn|heisst|heist|nennt sich|genannt|"
    r"namens|s'appelle(?:ra)?|intitule\w*|nomme\w*|se llama(?:ra)?|titulad[oa]|llamad[oa]|heet|genaamd|getiteld|"
    r"heter|kallas|kallad|hedder|kaldet|si chiam(?:a|era)|intitolat[oa]|chama-se|chamad[oa]|project|projekt\w*|"
    r"projet|proyecto|progetto|projeto|kampagne|campaign|campagne|campana|campagna|campanha|kampanj\w*|concept|"
    r"konzept|idea|idee)\b\W{1,4}(?:is |ist |est |es |e |ar |er )?"
)
_TIED = re.compile(r"\s(?:for|fur|pour|para|voor|for|til|till|per|zu|zum|zur|om|on|re|about|over|uber|sur|sobre)\s")
_MOST_LINES, _MOST_QUOTED, _MOST_PARTS, _LONGEST = 7, 30, 5, 100


def title_candidates(source: BriefSource, zones: Zones) -> list[Candidate]:
    """The wordings that may be the title, in the order met."""
    found: dict[str, list[Mention]] = {}
    for mention in _mentions(source, zones):
        core = bare_words(mention.name)
        if len(core) > 2 and re.search(r"[^\W\d_]", core) and len(core.split()) <= 14:
            found.setdefault(core, []).append(mention)
    return [Candidate(core, tuple(mentions)) for core, mentions in found.items()]


def _mentions(source: BriefSource, zones: Zones) -> Iterator[Mention]:
    text = zones.shown.text
    if source.subject:
        yield from _in_header(source.subject, text)
    for m in islice(SUBJECT_LINE.finditer(text), 4):
        yield from _of_line(text, m.start(1), m.end(1), "below")
    yield from _of_lines(zones)
    for m in islice(_QUOTED.finditer(text), _MOST_QUOTED):
        kind = str(m.lastgroup)
        yield _bare(text, m.start(kind), m.end(kind), kind)
    for m in islice(_NAMED_SO.finditer(folded(text)), 12):
        named = re.compile(NAME).match(text, m.end())
        if named and len(named[0]) > 3:
            yield _bare(text, named.start(), named.end(), "called")


def _of_lines(zones: Zones) -> Iterator[Mention]:
    """The first lines, the headings, and the fields whose label asks for a title."""
    wanted, shown = zones.wanted.text, zones.shown.text
    for n, m in enumerate(islice((m for m in re.finditer(r"[^\n]+", wanted) if m[0].strip()), _MOST_LINES)):
        if len(m[0].strip()) <= _LONGEST + 40:
            yield from _of_line(wanted, m.start(), m.end(), f"line{min(n, 5)}")
    above = re.search(r"\S[^\n]*", shown)
    if above and not wanted[slice(*above.span())].strip():
        yield from _of_line(shown, above.start(), above.end(), "above")
    for unit in islice((u for u in zones.units if u.kind == "heading"), 6):
        rank = len(unit.text) - len(unit.text.lstrip("#"))
        yield from _of_line(wanted, unit.start, unit.end, f"heading{rank}")
    for unit in islice(
        (u for u in zones.units if u.kind in ("field", "cell") and _may_name(zones, u.label, u.topic)), 6
    ):
        yield from _of_line(wanted, unit.start, unit.end, "field")


def _may_name(zones: Zones, label: tuple[int, int] | None, topic: str | None) -> bool:
    said = folded(zones.wanted.text[slice(*label)]) if label else ""
    return topic in ("title", "name", "deliverables") or (topic is None and bool(said))


def _in_header(subject: str, text: str) -> Iterator[Mention]:
    for mention in _of_line(subject.translate(_MARKS), 0, len(subject), "subject"):
        yield placed(mention.name, text, mention.origin)


_MARKS = str.maketrans({"„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})


def _of_line(text: str, start: int, end: int, origin: str) -> Iterator[Mention]:
    """A line whole, without its reply marks and the paper's name, and its parts in every unbroken run."""
    line = text[start:end]
    start += len(line) - len(line.lstrip(_EDGES.replace("[", "").replace("(", "")))
    marks = len(text[start:end]) - len(without_reply_marks(text[start:end]))
    start += marks
    if end - start > _LONGEST or end - start < 3:
        if end - start < 3:
            return
        end = start + _LONGEST
    yield _bare(text, start, end, f"{origin} whole")
    bare = without_noise(text[start:end])
    if len(bare) < end - start:
        yield _bare(text, end - len(bare), end, f"{origin} bare")
    edges = [start, *(e for m in _CUTS.finditer(text, start, end) for e in m.span()), end]
    parts = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 2][:_MOST_PARTS]
    for i, (a, _) in enumerate(parts):
        for j in range(i, len(parts)):
            if (i, j) != (0, len(parts) - 1):
                which = "part" if i == j else "run"
                side = "first" if i == 0 else "last" if j == len(parts) - 1 else "middle"
                yield _bare(text, a, parts[j][1], f"{origin} {side} {which}")
        said = text[slice(*parts[i])]
        shorter = without_noise(said)
        if 2 < len(shorter) < len(said):
            yield _bare(text, parts[i][1] - len(shorter), parts[i][1], f"{origin} bare part")
    for m in islice(_TIED.finditer(folded(text[start:end])), 2):
        yield _bare(text, start + m.end(), end, f"{origin} tied")
        yield _bare(text, start, start + m.start(), f"{origin} before tied")


def _bare(text: str, start: int, end: int, origin: str) -> Mention:
    """The span without marks at its edges; one that closes a pair opened within stays."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _closes_pair(text[start:end]):
        end -= 1
    return Mention(text[start:end], start, end, origin)


def _closes_pair(said: str) -> bool:
    last = said[-1]
    return (last in "\"'" and said.count(last) % 2 == 0) or (last == ")" and said.count("(") == said.count(")"))
