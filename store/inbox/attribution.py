"""The lines that introduce somebody else's words: "On … wrote:", "From: … Sent: …", "Begin forwarded message:".

Invariant: a header is recognised by at least two signs (a verb and a date or address; two labels and a sender), since
"From: 12 March" and "On the second day we wrote:" stand in honest briefs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from store.inbox.moments import find_moment


@dataclass(frozen=True)
class Attribution:
    """A header that spans `lines` lines and says who wrote what follows, and when; `forward` if it was passed on."""

    lines: int
    forward: bool
    author: str | None
    email: str | None
    sent_at: datetime | None
    labelled: bool
    """A From/Sent/Subject block, which can also stand above the newest message; an "On … wrote:" line cannot."""


_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_DATE_HINT = re.compile(r"\d{1,4}[-./年 ,]|\d\s?[.,]|\d{4}")
_WROTE = re.compile(
    r"(?:\bwrote|\bwrites|\bschrieb|\ba écrit|\ba ecrit|\bescribió|\bescribio|\bschreef|\bskrev|\bha scritto"
    r"|\bescreveu|\bnapisał(?:\(a\)|a)?|\bнаписал(?:\(а\)|а)?|\bkirjoitti|\bnapsal(?:\(a\)|a)?|\bírta"
    r"|\ba scris|\byazdı)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:on|am|le|el|op|den|il|em|no dia|dnia|w dniu|dne|på|în)\b|\d{1,4}[-./年]|\d{1,2}\.? \w{3}|"
    r"(?:mon|tue|wed|thu|fri|sat|sun|man|tir|ons|tor|fre|lør|søn|lör|sön|mån|tis|mo|di|mi|do|fr|sa|so)\w*[.,]? )",
    re.IGNORECASE,
)
_LABELS = {
    "from": "from, von, de, van, fra, från, od, da, lähettäjä, expéditeur",
    "sent": "sent, sent on, date, gesendet, datum, gesendet am, envoyé, envoyé le, enviado, enviado el, fecha,"
    " verzonden, sendt, skickat, dato, wysłano, data, inviato, päivämäärä",
    "to": "to, an, à, para, aan, til, till, do, vastaanottaja",
    "cc": "cc, bcc, kopie, kopi, kopia, copie, reply-to, antwort an",
    "subject": "subject, betreff, objet, asunto, onderwerp, emne, ämne, temat, oggetto, assunto, aihe",
}
_KIND = {word: kind for kind, words in _LABELS.items() for word in words.split(", ")}
_LABEL_LINE = re.compile(
    r"^\s*[*_]{0,2}\s*([^\W\d_][\w-]{0,14}(?: (?:on|el|am|le|an))?)\s*[*_]{0,2}\s?:\s*[*_]{0,2}\s*(\S.*)?$"
)
_ORIGINAL = re.compile(
    r"^\s*[-_=*]{2,}\s*(?:original(?:\s+(?:message|appointment|e?-?mail))|urspr(?:ü|ue)ngliche\s+nachricht|original-nachricht"
    r"|message\s+d.origine|mensaje\s+original|oorspronkelijk\s+bericht|ursprungligt\s+meddelande"
    r"|oprindelig\s+(?:meddelelse|besked)|opprinnelig\s+melding|messaggio\s+originale|mensagem\s+original"
    r"|wiadomość\s+oryginalna|reply(?:\s+message)?)\s*[-_=*]{2,}\s*$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^\s*(?:[-_=*]{2,}\s*)?(?:begin\s+forwarded\s+message|forwarded\s+(?:message|by\b.*)|fwd?\s+message"
    r"|(?:anfang\s+der\s+)?weitergeleitete[rn]?\s+(?:nachricht|e-?mail)"
    r"|(?:début\s+du\s+)?message\s+(?:transféré|réexpédié)"
    r"|(?:inicio\s+del\s+)?mensaje\s+(?:reenviado|remitido)|(?:begin\s+)?doorgestuurd\s+bericht"
    r"|vidarebefordrat\s+(?:meddelande|brev)|videresendt?\s+(?:meddelelse|besked|melding|e-?mail)"
    r"|start\s+på\s+videresendt\s+\w+|(?:inizio\s+)?messaggio\s+inoltrato|mensagem\s+encaminhada)\s*:?\s*(?:[-_=*]{2,})?\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*[-_=*]{5,}\s*$")
_SPAN = 5


def attribution_at(lines: list[str], at: int) -> Attribution | None:
    """The header that starts at line `at`, or None; `lines` carry no quote marks and no line ends."""
    line = lines[at]
    if not line.strip():
        return None
    if _FORWARDED.match(line) and (re.search(r"[-_=*]{2}|:", line) or _next_block(lines, at + 1) is not None):
        return _marked(lines, at, forward=True)
    if _ORIGINAL.match(line):
        return _marked(lines, at, forward=False)
    if _RULE.match(line):
        start = at + 1 + (at + 1 < len(lines) and not lines[at + 1].strip())
        block = _block(lines, start)
        return _longer(block, start - at) if block else None
    return _block(lines, at) or _wrote(lines, at)


_OTHER_LABEL = re.compile(r"^[A-Z][A-Z /]{2,20}:\s+\S")


def in_form(lines: list[str], at: int) -> bool:
    """Whether a shouted label that no message's head has stands right above: "CLIENT: …" / "FROM: …" is a form."""
    above = lines[at - 1] if at else ""
    return _OTHER_LABEL.match(above) is not None and _label(above)[0] is None


def _marked(lines: list[str], at: int, *, forward: bool) -> Attribution:
    """A separator line, with the block of labels or the "On … wrote:" line below it."""
    found = _next_block(lines, at + 1)
    if found is None:
        return Attribution(1, forward, None, None, None, labelled=False)
    start, block = found
    whole = _longer(block, start - at)
    return Attribution(whole.lines, forward, block.author, block.email, block.sent_at, labelled=False)


def _next_block(lines: list[str], at: int) -> tuple[int, Attribution] | None:
    for start in range(at, min(at + 3, len(lines))):
        if lines[start].strip():
            block = _block(lines, start) or _wrote(lines, start)
            return (start, block) if block else None
    return None


def _longer(block: Attribution, extra: int) -> Attribution:
    return Attribution(block.lines + extra, block.forward, block.author, block.email, block.sent_at, block.labelled)


def _wrote(lines: list[str], at: int) -> Attribution | None:
    """ "On … wrote:" in any of the languages, folded over up to four lines; or a date, an address and a colon."""
    first = lines[at].strip()
    if not (_OPENING.match(first) or _EMAIL.search(first) or _WROTE.search(first)) or len(first) > 200:
        return None
    joined = ""
    for count in range(1, min(_SPAN, len(lines) - at + 1)):
        line = lines[at + count - 1].strip()
        if not line or len(joined) > 300:
            return None
        if count > 1 and _OPENING.match(line) and _wrote(lines, at + count - 1):
            return None  # the sentence above is the writer's own; the header starts here
        # Text saved without decoding folds with "=" in the middle of words.
        joined = joined[:-1] + line if joined.endswith("=") else f"{joined} {line}".strip()
        if line.endswith((":", "：")):
            return _from_sentence(joined, count) if _introduces(joined) else None
        if count > 1 and line[-1] in ".!?;":
            return None
    return None


def _introduces(sentence: str) -> bool:
    """Two signs: a verb of writing with a date or address, or an address with a date."""
    dated = bool(_DATE_HINT.search(_EMAIL.sub(" ", sentence)))
    addressed = bool(_EMAIL.search(sentence))
    if _WROTE.search(sentence):
        verb = [match.end() for match in _WROTE.finditer(sentence)][-1]
        tail = sentence[verb:].strip(" :：")
        short_tail = len(tail.split()) <= 8 or bool(_EMAIL.search(tail)) or find_moment(tail) is not None
        return (addressed or (dated and find_moment(sentence) is not None) or _clock_only(sentence)) and short_tail
    return (
        addressed and dated and find_moment(sentence) is not None and sentence.rstrip(" :：").endswith((">", ")", "]"))
    )


def _clock_only(sentence: str) -> bool:
    """ "On 3 May at 10:00, Anna wrote:" has no year, but a clock."""
    return bool(re.search(r"\d{1,2}[:.]\d{2}", sentence)) and bool(_OPENING.match(sentence))


def _from_sentence(sentence: str, count: int) -> Attribution:
    found = _EMAIL.search(sentence)
    return Attribution(count, False, _author(sentence), found.group() if found else None, find_moment(sentence), False)


def _author(sentence: str) -> str | None:
    """The name beside the address or the verb, when one stands there plainly."""
    quoted = re.search(r"[\"“„«]([^\"”“»@<>]{2,60})[\"”“»]", sentence)
    if quoted:
        return quoted.group(1).strip()
    name = r"((?:[^\W\d_][\w.'’-]*\s+){0,3}[^\W\d_][\w.'’-]*)"
    before_address = re.search(rf"{name}\s*[(<\[]+\s*(?:mailto:)?[\w.+'-]+@", sentence)
    after_verb = re.search(rf"{_WROTE.pattern}\s+{name}\s*[<(:：]", sentence, re.IGNORECASE)
    before_verb = re.search(rf"[,\d)]\s*(?:[ap]m\s+)?,?\s*{name}\s*,?\s*{_WROTE.pattern}", sentence, re.IGNORECASE)
    for match in (after_verb, before_address, before_verb):
        if match:
            words = re.sub(
                r"^(?:at|um|uhr|kl|om|à|a las|[ap]\.?m\.?)\s+", "", match.group(1), flags=re.IGNORECASE
            ).strip(" ,")
            words = re.sub(_WROTE.pattern, "", words, flags=re.IGNORECASE).strip(" ,")
            if words and not _is_clock(words):
                return words
    return None


def _is_clock(words: str) -> bool:
    return words.lower() in ("am", "pm", "uhr", "utc", "gmt", "wrote")


def _block(lines: list[str], at: int) -> Attribution | None:
    """From/Sent/To/Subject lines in any of the languages, each label once; long recipient lists may fold."""
    found: dict[str, str] = {}
    end = at
    index = at
    while index < len(lines) and index - end <= 3 and index - at < 25:
        kind, value = _label(lines[index])
        if kind and kind not in found:
            found[kind] = value
            end = index + 1
        elif kind == "cc":
            end = index + 1
        elif kind or (not lines[index].strip() and found.keys() >= {"from", "subject"}):
            break
        elif not lines[index].strip():
            if not _doubled(lines, index, at):
                break
        elif index == at:
            return None
        index += 1
    if not _is_message_head(found):
        return None
    email = _EMAIL.search(found["from"])
    author = re.split(r"[<\[(]|mailto:", found["from"])[0].strip(" \"'*,;")
    if email and author.lower() == email.group().lower():
        author = ""
    moment = find_moment(found.get("sent", ""))
    return Attribution(end - at, False, author or None, email.group() if email else None, moment, labelled=True)


def _doubled(lines: list[str], index: int, at: int) -> bool:
    """HTML turned to text often leaves an empty line between the labels; nothing else may stand between."""
    return index > at and index + 1 < len(lines) and _label(lines[index + 1])[0] is not None


def _label(line: str) -> tuple[str | None, str]:
    match = _LABEL_LINE.match(line)
    if not match:
        return None, ""
    return _KIND.get(match.group(1).lower()), (match.group(2) or "").strip(" *")


def has_sender_label(header: str) -> bool:
    """Whether a header is a block of labels with a sender, and not a sentence."""
    return any(_label(line.lstrip("> "))[0] == "from" for line in header.splitlines())


def _is_message_head(found: dict[str, str]) -> bool:
    """A sender who is no date, and a second sign: an address, or a date beside a subject or recipient."""
    sender = found.get("from", "")
    if not sender or (find_moment(sender) is not None and not _EMAIL.search(sender)) or len(found) < 2:
        return False
    if re.match(r"^\d|^[€$£]", sender):
        return False
    if _EMAIL.search(sender):
        return True
    return ("sent" in found and ("subject" in found or "to" in found or find_moment(found["sent"]) is not None)) or (
        "subject" in found and "to" in found
    )
