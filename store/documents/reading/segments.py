"""Who says what in a document that was read: part by part, so that old history never swallows an attached brief."""

from __future__ import annotations

from dataclasses import replace

from store.documents.reading.types import BODY, EML, ReadText
from store.inbox.threads import Segment, SegmentKind, split_thread


def segments_of(read: ReadText) -> tuple[Segment, ...]:
    """The segments of `read.text`, covering it in order; the line that names an attachment is a header.

    A mail's subject settles forwards in its body. What stands in a mail sent along as a file is forwarded.
    """
    found: list[Segment] = []
    end = 0
    for part in read.parts:
        if part.start > end:
            found.append(Segment("header", end, part.start, 0))
        is_body = part.source_id == BODY
        subject = read.headers.subject if read.headers and is_body else None
        for segment in split_thread(read.text[part.start : part.end], subject=subject):
            passed_on = part.media_type == EML and not is_body and segment.kind == "body"
            kind: SegmentKind = "forwarded" if passed_on else segment.kind
            at = replace(segment, start=segment.start + part.start, end=segment.end + part.start)
            found.append(replace(at, kind=kind, is_attached=not is_body))
        end = max(end, part.end)
    if end < len(read.text):
        found += [replace(item, start=item.start + end, end=item.end + end) for item in split_thread(read.text[end:])]
    return tuple(found)
