"""Every way a document can be refused, with the code programs see and the words that say what to do next."""

from __future__ import annotations

from store.kernel.errors import Invalid

ACCEPTED = "text (.txt, .md), PDF, Word (.docx), e-mail (.eml) and web pages (.html)"

_MESSAGES = {
    "empty_document": "The file is empty. Check that the upload finished, or ask for it to be sent again.",
    "no_text": "The document holds no text to read. Paste the text, or ask for a version that has some.",
    "only_hidden_text": (
        "All text in the document is invisible to a reader of it, so nothing was read. "
        "Ask the sender for a plain copy, or paste the text you see."
    ),
    "document_too_large": "The file is larger than {limit}. Send the pages that matter, or paste the text.",
    "wrong_type": "This is {kind}; it cannot be read as a document. Accepted are " + ACCEPTED + ".",
    "encrypted_document": (
        "The document is protected by a password. Ask for a copy without a password, or paste the text."
    ),
    "unreadable_document": "The document is damaged and could not be opened. Ask for it to be sent or exported again.",
    "scan_without_text": (
        "The PDF holds only pictures of pages, a scan. Ask for the PDF exported with its text, or paste the text."
    ),
    "document_bomb": (
        "The document unpacks to far more than its size and was not opened. "
        "Ask the sender for a plain export, or paste the text."
    ),
    "reading_timed_out": (
        "Reading the document took too long and was stopped. Send the pages that matter, or paste the text."
    ),
}


def refuse(code: str, **words: str) -> Invalid:
    """The refusal to raise for `code`; `words` fill its message."""
    return Invalid(_MESSAGES[code].format(**words), code)


def is_refusal(code: str) -> bool:
    """Whether `code` names one of the refusals: the worker's answer is checked, not trusted."""
    return code in _MESSAGES
