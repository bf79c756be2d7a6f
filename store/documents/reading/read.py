"""Bytes and a name become text: the kind is judged from the content, the work is done apart, failures are `Invalid`."""

from __future__ import annotations

from dataclasses import replace

from store.documents.reading.plain import decode, unseen_characters
from store.documents.reading.refusals import refuse
from store.documents.reading.sandbox import read_apart
from store.documents.reading.sniff import Encrypted, Unaccepted, sniff
from store.documents.reading.types import (
    BODY,
    DOCX,
    EML,
    HTML,
    MEBIBYTE,
    PDF,
    ReadLimits,
    ReadText,
    ReadWarning,
    TextPart,
)

DEFAULT_LIMITS = ReadLimits()


def read_document(content: bytes, filename: str, *, limits: ReadLimits = DEFAULT_LIMITS) -> ReadText:
    """The visible text of a text, Markdown, PDF, DOCX, HTML or e-mail file, with what was hidden in it.

    `filename` only breaks ties. Offsets in the result count characters of `text`.

    Raises `Invalid` with one of the codes of `refusals`: empty_document, no_text, only_hidden_text,
    document_too_large, wrong_type, encrypted_document, unreadable_document, scan_without_text, document_bomb,
    reading_timed_out. Each message says what to do next.
    """
    if len(content) > limits.file_bytes:
        raise refuse("document_too_large", limit=f"{limits.file_bytes // MEBIBYTE} MB")
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise refuse("empty_document")
    kind = sniff(content, filename)
    if isinstance(kind, Encrypted):
        raise refuse("encrypted_document")
    if isinstance(kind, Unaccepted):
        raise refuse("wrong_type", kind=kind.kind)
    if kind == EML:
        # Imported here: the worker loads this package too and has no use for mail parsing.
        from store.documents.reading.mail import read_mail

        return read_mail(content, limits)
    return _with_parts(_read(kind, content, limits), filename)


def _read(kind: str, content: bytes, limits: ReadLimits) -> ReadText:
    if kind == PDF:
        return read_apart("pdf", content, limits)
    if kind == DOCX:
        return read_apart("docx", content, limits)
    if kind == HTML:
        return read_apart("html", content, limits)
    return _plain(kind, content, limits)


def _plain(kind: str, content: bytes, limits: ReadLimits) -> ReadText:
    text = decode(content)
    if not text.strip():
        raise refuse("no_text")
    if len(text) <= limits.text_chars:
        return ReadText(text, kind)
    cut = ReadWarning("text_cut", f"The text was cut at {limits.text_chars:,} characters.")
    return ReadText(text[: limits.text_chars], kind, warnings=(cut,))


def _with_parts(read: ReadText, filename: str) -> ReadText:
    part = TextPart(BODY, filename, read.media_type, 0, len(read.text))
    return replace(read, parts=(part,), hidden=read.hidden + unseen_characters(read.text))
