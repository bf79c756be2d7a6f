"""A mail as a document: what its sender wrote first, then each attachment that can be read, every part with its source.

An attachment that cannot be read is a warning with the same words a direct upload would have got, and never a failure:
the mail itself, and the original bytes, remain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from store.documents.reading.plain import unseen_characters
from store.documents.reading.refusals import refuse
from store.documents.reading.sandbox import read_apart
from store.documents.reading.types import (
    BODY,
    EML,
    Attachment,
    HiddenText,
    Page,
    ReadLimits,
    ReadText,
    ReadWarning,
    TextPart,
)
from store.inbox.mime import Body, Mail, MailFile, read_mime
from store.kernel.errors import Invalid

_PICTURES = ("image/", "audio/", "video/", "text/calendar", "text/vcard", "text/x-vcard")
_NESTING = 3
_STUB_WORDS = 20
_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")


@dataclass
class _Assembly:
    """The text so far; every offset handed out is final because text is only appended."""

    text: str = ""
    pages: list[Page] = field(default_factory=list)
    parts: list[TextPart] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)

    def add(self, source_id: str, name: str, read: ReadText) -> None:
        """Append a part under a line that names it; the line belongs to no part."""
        if self.parts:
            self.text += f"\n\n===== {name} =====\n\n"
        start = len(self.text)
        self.text += read.text
        self.parts.append(TextPart(source_id, name, read.media_type, start, len(self.text)))
        self.pages += [Page(page.number, page.start + start, page.end + start) for page in read.pages]
        self.hidden += [replace(item, start=None if item.start is None else item.start + start) for item in read.hidden]
        self.warnings += read.warnings


def read_mail(content: bytes, limits: ReadLimits, *, nesting: int = 0) -> ReadText:
    """The mail's body as part `body`, each readable attachment as part `attachment:NAME`; all files in `attachments`.

    Raises `Invalid` with no_text when neither the body nor any attachment holds text.
    """
    mail = read_mime(content)
    assembly = _Assembly()
    body = _body(mail, limits)
    if body.text.strip() or body.hidden or body.warnings:
        assembly.add(BODY, "mail", body)
    assembly.warnings += [ReadWarning(code, message) for code, message in mail.warnings]
    for number, file in enumerate(mail.files):
        assembly.attachments.append(Attachment(file.name, file.media_type, file.content))
        if number < limits.attachments:
            _add_file(file, assembly, limits, nesting)
    if len(mail.files) > limits.attachments:
        words = f"Only the first {limits.attachments} attachments were read."
        assembly.warnings.append(ReadWarning("attachments_cut", words))
    if not assembly.text.strip() and nesting == 0 and not (mail.headers.subject or assembly.warnings):
        raise refuse("no_text")
    return ReadText(
        assembly.text,
        EML,
        tuple(assembly.pages),
        tuple(assembly.parts),
        tuple(assembly.hidden),
        tuple(assembly.attachments),
        mail.headers,
        tuple(dict.fromkeys(assembly.warnings)),
    )


def _add_file(file: MailFile, assembly: _Assembly, limits: ReadLimits, nesting: int) -> None:
    if file.media_type.startswith(_PICTURES):
        return
    try:
        read = _file(file, limits, nesting)
    except Invalid as refused:
        if refused.code not in ("empty_document", "wrong_type") or file.media_type == "application/pdf":
            assembly.warnings.append(ReadWarning("unreadable_part", f"{file.name}: {refused.message}"))
        else:
            assembly.warnings.append(ReadWarning("attachment_not_read", f"{file.name}: {refused.message}"))
        return
    assembly.add(f"attachment:{file.name}", file.name, read)


def _file(file: MailFile, limits: ReadLimits, nesting: int) -> ReadText:
    from store.documents.reading.read import read_document

    if file.media_type != EML:
        return read_document(file.content, file.name, limits=limits)
    if nesting >= _NESTING:
        raise refuse("document_bomb")
    return read_mail(file.content, limits, nesting=nesting + 1)


def _body(mail: Mail, limits: ReadLimits) -> ReadText:
    """All bodies in order, in the form people saw, as one text."""
    texts: list[str] = []
    hidden: list[HiddenText] = []
    warnings: list[ReadWarning] = []
    for body in mail.bodies:
        read = _one_body(body, limits)
        texts.append(read.text.strip("\n"))
        hidden += read.hidden
        warnings += read.warnings
    text = "\n\n".join(texts)[: limits.text_chars]
    return ReadText(text, "text/plain", hidden=(*hidden, *unseen_characters(text)), warnings=tuple(warnings))


def _one_body(body: Body, limits: ReadLimits) -> ReadText:
    """The plain form where there is one; the HTML form is then only compared with it, for what either hides."""
    html: ReadText | None = None
    trouble: tuple[ReadWarning, ...] = ()
    if body.html is not None:
        try:
            html = read_apart("mail_html", body.html, limits)
        except Invalid as refused:
            if refused.code not in ("no_text", "only_hidden_text"):
                trouble = (ReadWarning("unreadable_part", f"The mail's HTML form: {refused.message}"),)
    if body.plain is None:
        return replace(html, text=html.text) if html is not None else ReadText("", "text/plain", warnings=trouble)
    if html is None:
        return ReadText(body.plain, "text/plain", warnings=trouble)
    return _compared(body.plain, html)


def _compared(plain: str, html: ReadText) -> ReadText:
    """People see the HTML form, programs often the plain one: one that says more must not go unnoticed.

    A plain form that is a stub ("your mail client shows no HTML") is passed over for the HTML form.
    """
    shown = [word.lower() for word in _WORD.findall(html.text)]
    seen = set(shown)
    words = [word.lower() for word in _WORD.findall(re.sub(r"<?https?://\S+|\[(?:cid|image)[^\]]*\]", " ", plain))]
    unseen = [word for word in words if word not in seen]
    if len(words) < _STUB_WORDS and len(shown) > 2 * len(words):
        return ReadText(html.text, "text/plain", hidden=html.hidden)
    if len(unseen) < 8 or len(unseen) < 0.25 * len(words):
        return ReadText(plain, "text/plain", hidden=html.hidden)
    words_shown = " ".join(unseen[:200])
    warning = ReadWarning(
        "alternative_differs",
        "The mail's plain form says things that its HTML form, which people see, does not. The HTML form was read.",
    )
    hidden = (HiddenText(words_shown, "html_hidden"), *html.hidden)
    return ReadText(html.text, "text/plain", hidden=hidden, warnings=(warning,))
