"""Reading: a file's bytes become visible text, safely. `read_document` is the one door."""

from store.documents.reading.read import read_document
from store.documents.reading.types import (
    Attachment,
    HiddenText,
    Page,
    ReadLimits,
    ReadText,
    ReadWarning,
    TextPart,
)

__all__ = ["Attachment", "HiddenText", "Page", "ReadLimits", "ReadText", "ReadWarning", "TextPart", "read_document"]
