"""Where a message's words end and its signature, disclaimer or banner begins.

Invariant: rather too little is taken than too much: a sign-off counts only where a name follows it or the message ends,
and lines that talk of money, dates or pieces are never a signature.
"""

from __future__ import annotations

import re


def _any_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


_DELIMITER = re.compile(r"^(?:--|—|–) ?$")
_DEVICE = re.compile(
    r"^\W{0,3}"
    + _any_of(
        r"sent (?:from|via|with) (?:my |a |the |outlook|mail|yahoo|proton|samsung|gmail)|get outlook for",
        r"gesendet (?:von|mit) (?:mein|outlook|der)|von meinem \w+ gesendet|diese nachricht wurde von meinem",
        r"outlook für (?:ios|android) herunterladen",
        r"envoyé (?:de|depuis) (?:mon|ma|outlook|l)|télécharger outlook",
        r"enviado desde (?:mi|outlook)|obtener outlook|inviato da",
        r"verstuurd vanaf mijn|verzonden (?:vanaf|met) ",
        r"skickat från (?:min|outlook)|hämta outlook|sendt fra (?:min|outlook)|hent outlook",
    ),
    re.IGNORECASE,
)
_ENGLISH = _any_of(
    r"best|regards|wishes|thanks|thank you(?: (?:so|very) much| in advance)?|cheers|sincerely",
    r"yours(?: (?:truly|sincerely|faithfully))?|all the best|talk soon|speak soon|take care|warmly",
    r"thx|br|rgds|kr|ta|xx?",
)
_SIGN_OFF = re.compile(
    r"^\W{0,2}"
    + _any_of(
        r"(?:(?:with |my |kind(?:est)?|best|warm(?:est)?|many|very|and|thanks|thank you|&|sincere|all) ?)*" + _ENGLISH,
        r"(?:mit )?(?:den )?(?:freundliche|herzliche|beste|liebe|schöne|viele|sonnige)[nr]? gr[üu](?:ß|ss)e?n?"
        r"(?: aus \w+)?",
        r"mfg|lg|vg|gru(?:ß|ss)|danke(?: (?:und|&) .{0,30})?|vielen dank(?: (?:und|&|im voraus).{0,30})?",
        r"(?:bien )?cordialement|(?:bien )?à (?:vous|toi)|(?:très )?(?:sincères|meilleures|amicales) salutations",
        r"(?:bonne|belle) journée",
        r"à (?:très vite|bientôt)|(?:bien )?amicalement|merci(?: (?:d'avance|beaucoup))?|salutations(?: distinguées)?",
        r"(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|un abrazo|atentamente|(?:muchas )?gracias(?: y saludos)?",
        r"(?:met )?(?:vriendelijke|hartelijke) groete?n?|groet(?:en|jes)?|mvg|(?:alvast )?bedankt",
        r"dank(?: je| u)?(?: wel)?|(?:med )?(?:vänlig(?:a)?|bästa|varma) hälsning(?:ar)?|mvh|hälsningar",
        r"vänligen|tack(?: (?:så mycket|på förhand))?",
        r"(?:med |de )?(?:venlige?|kærlige?|bedste|vennlige?|beste|mange) hils(?:en|ner)|vh|kh|hilsen",
        r"takk?(?: for hjelpen)?|på forhånd takk?",
        r"(?:ystävällisin )?terveisin|(?:cordiali|distinti) saluti|un saluto|grazie",
        r"com os melhores cumprimentos|atenciosamente|abraços|obrigad[oa]|pozdrawiam(?: serdecznie)?|z poważaniem",
    )
    + r"(?: (?:and|&|und|et|y|en|och|og) (?:(?:best |kind )?(?:regards|thanks|wishes)|(?:beste|viele) grüße))?"
    r"\s*[,.!;]?\s*$",
    re.IGNORECASE,
)
_MATTER = re.compile(
    _any_of(
        r"[€$£¥]|\b(?:eur|usd|gbp|chf|sek|dkk|nok|k)\b",
        r"\d\s*(?:x|×|days?|tage?|jours?|días?|dagen|dagar|dage|min|sec|s|h|weeks?|\")\b",
        r"\b(?:budget|deadline|deliver\w*|shoot\w*|film\w*|video\w*|spot\w*|cutdown\w*|brief\w*|teaser|trailer)\b",
        r"\b(?:lieferung|dreh\w*|livrai\w*|tournage|entrega|rodaje|levering|leverans\w*|inspelning\w*)\b",
        r"\b(?:optagelse\w*|opptak\w*|looking|need|please)\b",
    ),
    re.IGNORECASE,
)
_CONTACT = re.compile(
    _any_of(
        r"[\w.+-]+@[\w-]+\.\w|https?://|www\.|\[cid:|\s[|•·]\s",
        r"\b(?:tel|phone|mobile?|mob|cell|fax|tlf|tfn|handy|direct|office|linkedin|instagram)\b\s*[.:]?",
        r"^\s*(?:[mtpfd]|ph)\s*[.:]?\s*[+(\d]|\+\d{1,3}[\s(.-]*\d|\(0\)|^\s*0\d[\d\s/()-]{6,}\s*$",
        r"\b(?:gmbh|ltd|limited|inc|llc|ab|aps|a/s|as|bv|b\.v|sarl|s\.?l|sas|ag|plc|kg)\b\.?",
    ),
    re.IGNORECASE,
)
_NAME = re.compile(r"^\W{0,3}(?:[^\W\d_][\w.'’-]*\s*,?\s*(?:&|/|\|)?\s*){1,5}\W{0,3}$")
_BANNER = re.compile(
    r"^\W{0,6}"
    + _any_of(
        r"\[?ext(?:ernal)?\]\W*$",
        r"\[?external(?:\s+(?:e-?mail|sender|message))?\b.{0,20}(?:warning|caution|sender|\]|e-?mail)",
        r"(?:caution|warning|achtung|vorsicht|attention|let op|obs|advarsel)\s*[:!–-].{0,60}"
        r"(?:extern|outside|außerhalb|extérieur|buiten|utanför)",
        r"this (?:e-?mail|message) (?:originated|came|is|was sent) from (?:outside|an external|external)",
        r"you don't often get e-?mail from",
        r"sie erhalten nicht (?:oft|häufig) eine e-mail von|vous n'obtenez pas souvent",
    ),
    re.IGNORECASE,
)
_BANNER_TALK = re.compile(
    r"\b(?:links?|attachments?|sender|content is safe|organi[sz]ation|anhänge|absender|expéditeur|wiki|https?)\b",
    re.IGNORECASE,
)
_LEGAL = tuple(
    re.compile(cue, re.IGNORECASE)
    for cue in (
        r"confidential|privileged|proprietary|vertraulich|confiden[tc]i[ea]l|vertrouwelijk|konfidenti|fortrolig",
        r"intended (?:only |solely |exclusively )?(?:for|recipient)|destinataire|destinatario|geadresseerde"
        r"|bestemd voor|adressat|mottagare|modtager|mottaker|empfänger|bestimmt",
        r"(?:received|receive) (?:this|it)[^.]{0,60}(?:in error|by mistake)|irrtümlich|par erreur|por error"
        r"|abusivelijk|ten onrechte|av misstag|ved en feil|ved en fejl",
        r"dissemination|distribution|disclosure|copying|unauthori[sz]ed|prohibited|unbefugt|weitergabe|interdite"
        r"|prohibid|verspreiding",
        r"delete (?:this|the|all|it)|notify the sender"
        r"|löschen|vernichten|supprimer|detruire|elimin|verwijder|radera|slet",
        r"virus|monitors? e-?mail|opinions expressed|think before (?:you )?print|consider the environment",
        r"unsubscribe|abmelden|désabonn|darse de baja|afmelden|avregistrera|afmeld|on github|subscribed to this",
    )
)


def signature_lines(lines: list[str]) -> range:
    """The lines of one message (without quote marks) that are its signature; an empty range when there is none."""
    for index, line in enumerate(lines):
        text = line.strip()
        if _DELIMITER.match(line) and _rest_is_short(lines, index + 1):
            return range(index, len(lines))
        if _DEVICE.match(text):
            return range(index, index + 1)
        if text and _SIGN_OFF.match(text):
            end = _sign_off_end(lines, index)
            if end > index:
                return range(index, end)
    return _unannounced(lines)


def _rest_is_short(lines: list[str], start: int) -> bool:
    rest = [line for line in lines[start:] if line.strip()]
    return 0 < len(rest) <= 15 and sum(bool(_MATTER.search(line)) and not _CONTACT.search(line) for line in rest) <= 1


def _sign_off_end(lines: list[str], at: int) -> int:
    """One past the signature that a sign-off at line `at` opens; `at` itself when it is no signature."""
    paragraphs = _paragraphs(lines, at + 1)
    if not paragraphs:
        return len(lines)
    start, end = paragraphs[0]
    if start - at > 3 or not _may_name(lines[start]):
        return at
    taken = next((index for index in range(start + 1, end) if not _belongs(lines[index])), end)
    if taken < end:
        return taken
    for start, end in paragraphs[1:]:
        if start - taken > 2 or end - at > 20 or not _is_card(lines[start:end]):
            break
        taken = end
    return taken


def _paragraphs(lines: list[str], at: int) -> list[tuple[int, int]]:
    """Runs of lines with words from line `at` on, as half-open ranges."""
    found: list[tuple[int, int]] = []
    for index in range(at, len(lines)):
        if lines[index].strip():
            if found and found[-1][1] == index:
                found[-1] = (found[-1][0], index + 1)
            else:
                found.append((index, index + 1))
    return found


def _is_card(block: list[str]) -> bool:
    """Whether a paragraph is somebody's card: short lines that all may belong, one of them a way to reach them."""
    contact = any(_CONTACT.search(line) or _DEVICE.match(line.strip()) for line in block)
    return contact and len(block) <= 8 and all(_belongs(line) for line in block)


def _may_name(line: str) -> bool:
    text = line.strip()
    if _DEVICE.match(text) or (_CONTACT.search(text) and not _MATTER.search(text) and len(text) < 90):
        return True
    if set(text) <= set("_-=*. "):
        return True
    return bool(_NAME.match(text)) and not _MATTER.search(text) and not text.endswith(":") and len(text) <= 60


def _belongs(line: str) -> bool:
    """Whether a line may stand in a signature: a name, title, company, a way to reach somebody; never the matter."""
    text = line.strip()
    if _DEVICE.match(text) or _DELIMITER.match(text) or set(text) <= set("_-=*. "):
        return True
    if re.match(r"^p\.?\s?s\b", text, re.IGNORECASE) or text.endswith((":", "?")):
        return False
    contact = bool(_CONTACT.search(text)) and len(text) <= 140
    if _MATTER.search(text) and not contact:
        return False
    return contact or (len(text) <= 70 and len(text.split()) <= 9 and not text.endswith("."))


_PARTICLES = frozenset(("de", "van", "von", "der", "den", "la", "le", "di", "da", "af", "dos", "y"))


def _unannounced(lines: list[str]) -> range:
    """A signature without a sign-off, as the last words: a card under a name, or "-Maarten"."""
    paragraphs = _paragraphs(lines, 0)
    if len(paragraphs) < 2:
        return range(0)
    start, end = paragraphs[-1]
    first = lines[start].strip()
    if _is_card(lines[start:end]) and (_is_name(first.split("|")[0].split(",")[0])) and end - start <= 7:
        before_start, before_end = paragraphs[-2]
        alone = before_end - before_start == 1 and len(paragraphs) > 2 and _is_name(lines[before_start].strip(" /–-"))
        return range(before_start if alone else start, end)
    if end - start == 1 and re.match(r"^[-–—~/]\s?[^\W\d_]", first) and _is_name(first[1:].strip()):
        before = lines[paragraphs[-2][1] - 1]
        return range(0) if re.match(r"^\s*[-–—~•*]", before) else range(start, end)
    return range(0)


def _is_name(text: str) -> bool:
    """One to five words, all capitalised but for particles, and none of them the matter of a brief."""
    words = text.split()
    capital = all(word[:1].isupper() or word in _PARTICLES for word in words)
    return 0 < len(words) <= 5 and capital and bool(_NAME.match(text)) and not _MATTER.search(text)


def boilerplate_lines(paragraph: list[str]) -> range:
    """The lines of a paragraph that nobody wrote for this message: a mail system's banner, legal or list text.

    A banner ends where its talk of links and senders ends. Legal text needs two different cues, so that a brief may
    call itself confidential, and starts at the first line that holds one.
    """
    if _BANNER.search(paragraph[0]):
        end = next((index for index, line in enumerate(paragraph[1:], 1) if not _BANNER_TALK.search(line)), None)
        return range(len(paragraph) if end is None else end)
    whole = " ".join(paragraph)
    if _mailing_list(whole):
        return range(len(paragraph))
    cues = sum(bool(cue.search(whole)) for cue in _LEGAL)
    if cues >= 3 or (cues == 2 and len(whole) > 60):
        start = next((index for index, line in enumerate(paragraph) if any(cue.search(line) for cue in _LEGAL)), 0)
        return range(start, len(paragraph))
    return range(0)


def _mailing_list(paragraph: str) -> bool:
    return bool(re.match(r"^\s*_{20,}", paragraph)) and bool(re.search(r"mailing list|lists?\.|listinfo", paragraph))
