"""Which lines are headings: by their mark or number, by a closing colon, in capitals, or as a label that we know."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.topics import ARTICLE_NUMBER, topic_of
from copilot.briefs.facts.pieces.line_shapes import field_of
from copilot.briefs.facts.words import folded, label_topics

_HEADING_MARK = re.compile(r"[ \t]*#{1,6}[ \t]+|[ \t]*(?:\d{1,2}|[A-H]|[IVX]{1,4})[.)][ \t]+")


def is_heading(line: str, body: str, *, marked: bool) -> bool:
    """Whether a line heads what follows; `body` is the line without the mark of a list item, `marked` if it had one."""
    if line.lstrip().startswith("#"):
        return True
    words = body.split()
    article = ARTICLE_NUMBER.match(body)
    if article and article.end() < len(body) and len(words) <= 9 and body[-1] not in ".,;!?":
        return True
    if body.endswith(":") and len(words) <= 9 and not (marked and topic_of(body) is None):
        return True
    if field_of(body) or len(words) > 6 or body[-1] in ".,;!?":
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
