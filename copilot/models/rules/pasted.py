"""Is a message a brief that somebody pasted? Asked of what reads as no request, or mostly as none.

A brief holds sentences that also read as questions ("£310k ex VAT incl. edit"), so it is not what some of its words
mean that counts but how much is left over, and whether our own reader finds pieces that are ordered.
"""

from __future__ import annotations

import re
from datetime import date

# Longer than anyone's question: what is this long and reads as nothing else is taken for a brief.
BRIEF_LENGTH = 200
_LEAST = 40  # shorter than any brief that could be priced
_MOST = 2_000  # what is longer is a brief without being read here
_ONE_QUESTION = re.compile(r"(?:[^.!?\n]|[.](?=\S))+\?")  # "How many 30-second films did we make for Lumen?"
_ANY_DAY = date(2000, 1, 1)  # only whether something is ordered is asked, never when


def is_brief(text: str, *, unread: int) -> bool:
    """Say whether `text`, of which `unread` characters read as no request, is a brief."""
    length = len(text.strip())
    if length < _LEAST:
        return False
    if length > BRIEF_LENGTH and (unread >= length or "?" not in text):
        return True
    return length > _MOST or _orders_pieces(text)


def _orders_pieces(text: str) -> bool:
    if _ONE_QUESTION.fullmatch(text.strip()):
        return False
    # Loading the reader costs half a second, and most turns are questions.
    from copilot.briefs.facts.letter.source import BriefSource
    from copilot.briefs.facts.reader import read_brief

    return bool(read_brief(BriefSource(text, "pasted", _ANY_DAY)).facts.deliverables)
