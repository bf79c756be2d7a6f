"""When two wordings say the same: what the graders forgive (case, punctuation, legal forms, synonyms) and no more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz

SAME = 90
"""Token-set similarity (0–100) from which two titles, places or territories are the same."""

SAME_THOUGHT = 60
"""The same for an objective, which may be a whole sentence or its core."""

_LEGAL_FORMS = frozenset(
    "ab ag as asa aps aor aör bv co corp ek eg gmbh inc kg limited llc llp ltd mbh nv oy plc pty pvt sa sarl sas se "
    "spa srl sl ug ev gbr ohg kgaa partg mbb ggmbh gug snc sca vof oyj ans lda ltda cic cio eireli".split()
)

_ARTICLES = frozenset("the der die das de het la le les el los il lo a o as os l".split())

_HONORIFICS = frozenset(
    "mr mrs ms miss dr prof sir eng ing dipl herr frau m mme mlle d don dña doña sig sra sr dhr mevr hr fru".split()
)

MEDIA = {
    "tv": {
        "tv", "television", "tvc", "fernsehen", "télévision", "televisión", "televisie", "fjernsyn", "broadcast",
        "local tv", "regional tv", "rté",
    },
    "cinema": {
        "cinema", "cinemas", "kino", "cine", "bioscoop", "bio", "biograf", "cinéma", "theatrical", "movie theatres",
    },
    "online": {
        "online", "web", "website", "internet", "digital", "webb", "nett", "nettet", "site", "webben", "net", "app",
        "streaming", "vod", "bvod", "avod", "svod", "ott", "ctv", "on demand", "youtube", "youtube ads", "homepage",
        "webshop", "web shop", "mobile", "appli", "app stores", "paid digital", "steam", "spotify",
    },
    "social": {
        "social", "social media", "paid social", "organic social", "soziale medien", "réseaux sociaux",
        "redes sociales", "sociale media", "sociala medier", "sociale medier", "sosiale medier", "socials", "instagram",
        "insta", "tiktok", "facebook", "facebook page", "linkedin", "twitch", "booktok", "social channels", "whatsapp",
    },
    "ooh": {
        "ooh", "dooh", "out of home", "outdoor", "billboards", "bus stops", "abris", "digital signage", "led",
    },
    "events": {
        "events", "event", "trade fairs", "trade fair", "trade shows", "trade show", "exhibition", "messe", "messen",
        "fairs", "fiera", "fiere", "salons", "festivals", "festivais", "festival", "ausstellung", "udstilling",
        "museum", "museet", "musée", "gallery", "in gallery", "in gallery screens", "big screen", "big board",
        "in stadium", "foyer screens", "roadshows",
    },
    "internal": {
        "internal", "intranet", "intern", "in house", "internal screens", "training",
        "learning platform", "waiting room", "waiting rooms", "waiting room screens", "wachtkamer",
        "schermen in de wachtkamer", "väntrumsskärmar", "lobby screen", "lobby screens", "tablets",
    },
    "print": {"print", "press"},
    "in store": {
        "in store", "pos", "point of sale", "points of sale", "points de vente", "retail", "shop", "shops", "store",
        "boutiques", "showrooms", "bookshops", "bookshop screens", "taproom screens", "vitrine", "vitrines",
    },
    "email": {"email", "newsletter"},
    "all media": {"all media", "todos los medios"},
}  # fmt: skip
_MEDIUM = {word: medium for medium, words in MEDIA.items() for word in words}

_TERRITORY = {
    "global": "worldwide",
    "world": "worldwide",
    "weltweit": "worldwide",
    "monde": "worldwide",
    "monde entier": "worldwide",
    "mundial": "worldwide",
    "wereldwijd": "worldwide",
    "usa": "united states",
    "us": "united states",
    "uk": "united kingdom",
    "uk wide": "united kingdom",
    "hele verden": "worldwide",
    "d a ch": "dach",
    "south east asia": "southeast asia",
}

_OWN_NAMES = {
    "germany": "deutschland allemagne alemania germania duitsland tyskland alemanha",
    "austria": "österreich autriche oostenrijk österrike østrig østerrike",
    "switzerland": "schweiz suisse svizzera suiza zwitserland sveits suíça",
    "france": "frankreich francia frankrijk frankrike frankrig frança",
    "spain": "españa espagne spanien spanje spania spagna espanha",
    "italy": "italia italie italien itália italië",
    "belgium": "belgique belgië belgien belgio bélgica belgia",
    "netherlands": "nederland niederlande holland nl nederländerna",
    "luxembourg": "luxemburg luxemburgo lussemburgo",
    "denmark": "danmark danemark dänemark dinamarca denemarken danimarca",
    "sweden": "sverige schweden suède suecia zweden svezia",
    "norway": "norge noreg norwegen norvège noruega noorwegen",
    "finland": "suomi finnland finlande finlandia",
    "portugal": "portogallo", "brazil": "brasil brésil brasilien", "mexico": "méxico mexique mexiko",
    "ireland": "irland irlande irlanda ierland roi", "canada": "kanada canadá", "quebec": "québec",
    "hungary": "ungarn hongrie", "japan": "japon japón giappone", "flanders": "vlaanderen flandern flandre",
    "nordics": "norden", "europe": "europa", "india": "inde indien", "united kingdom": "uk gb",
    "bavaria": "bayern", "south tyrol": "südtirol", "latin america": "latam latinoamérica",
    "united states": "usa us", "european union": "eu ue", "poland": "polen pologne polonia polonia",
    "czechia": "tschechien tchéquie chequia tsjechië tjeckien tjekkiet", "greece": "griechenland grèce grecia grekland",
    "iceland": "island islande islandia ijsland", "wallonia": "wallonie wallonië wallonien valonia vallonia",
    "sicily": "sicilia sicile sizilien", "sardinia": "sardegna sardaigne cerdeña sardinien", "tuscany": "toscana",
    "lombardy": "lombardia lombardei", "catalonia": "cataluña catalunya catalogne katalonien",
    "andalusia": "andalucía andalousie andalusien", "brittany": "bretagne bretaña", "normandy": "normandie normandía",
    "saxony": "sachsen", "hesse": "hessen", "scotland": "schottland écosse escocia schotland skottland",
    "england": "angleterre inglaterra engeland", "jutland": "jylland", "piedmont": "piemonte", "benelux": "bénélux",
    "scandinavia": "skandinavien scandinavie skandinavia escandinavia", "argentina": "argentinien argentine",
}  # fmt: skip
_PHRASES = {
    "estados unidos": "usa", "états unis": "usa", "vereinigte staaten": "usa", "verenigde staten": "usa",
    "stati uniti": "usa", "united states": "usa", "united kingdom": "uk", "royaume uni": "uk", "reino unido": "uk",
    "vereinigtes königreich": "uk", "verenigd koninkrijk": "uk", "regno unito": "uk", "great britain": "uk",
    "new zealand": "nz", "north rhine westphalia": "nrw", "nordrhein westfalen": "nrw", "lower saxony": "niedersachsen",
    "republic of ireland": "ireland", "the republic": "ireland", "south tyrol": "südtirol",
}  # fmt: skip
_ENGLISH = {own: name for name, owns in _OWN_NAMES.items() for own in owns.split()}
_WHOLE = frozenset(
    "only alleen nur solo uniquement seulement bara kun apenas hele heel hela all whole ganz pan".split()
)
_JOINED = frozenset("and et und y e en og och the".split())

_LANGUAGE = {"sámi": "sami", "northern sami": "sami", "castilian": "spanish", "flemish": "dutch", "mandarin": "chinese"}


def plain(text: str) -> str:
    """Casefolded, compatibility-normalised, `&` and `+` as "and", other punctuation as single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = re.sub(r"[&+]", " and ", folded)
    folded = re.sub(r"(?<=\w)[.'’](?=\w)", "", folded)
    return " ".join(re.findall(r"\w+", folded))


def same_company(one: str, other: str) -> bool:
    """Whether two names are one company: equal words but for legal forms at the end and an article at the beginning."""
    return _company(one) == _company(other)


def _company(name: str) -> str:
    tokens = plain(name.replace("B.V.", "BV")).split()
    legal = False
    while len(tokens) > 1 and (tokens[-1] in _LEGAL_FORMS or (tokens[-1] == "and" and legal)):
        legal = tokens.pop() != "and"  # "GmbH & Co. KG"
    if len(tokens) > 1 and tokens[0] in _ARTICLES:
        tokens = tokens[1:]
    return " ".join(tokens)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: equal words but for titles before them."""
    return _person(one) == _person(other)


def _person(name: str) -> str:
    tokens = plain(name.replace("-", " ").replace(". ", " ").replace(".", " ")).split()
    while len(tokens) > 1 and tokens[0] in _HONORIFICS:
        tokens.pop(0)
    return " ".join(tokens)


def same_name(one: str, other: str) -> bool:
    """Whether two title wordings name one project: similar words, and neither drowned in the other."""
    a, b = plain(one), plain(other)
    if a == b:
        return True
    shorter, longer = sorted((len(a.split()), len(b.split())))
    return fuzz.token_set_ratio(a, b) >= SAME and shorter * 2 >= longer


def same_thought(one: str, other: str) -> bool:
    """Whether two wordings state one objective; a word or two is no objective."""
    a, b = plain(one), plain(other)
    return min(len(a.split()), len(b.split())) >= 2 and fuzz.token_set_ratio(a, b) >= SAME_THOUGHT


def same_place(one: str, other: str) -> bool:
    """Whether two wordings name one place; "our plant in Hamburg" is Hamburg."""
    a, b = plain(one), plain(other)
    return bool(a and b) and (a == b or fuzz.token_set_ratio(a, b) >= SAME)


def same_territory(one: str, other: str) -> bool:
    """Whether two wordings name one market; each country may stand in the brief's language or in English."""
    if _markets(one) == _markets(other):
        return True
    a, b = (_TERRITORY.get(plain(x).removeprefix("the "), plain(x).removeprefix("the ")) for x in (one, other))
    return a == b or fuzz.token_sort_ratio(a, b) >= SAME


def _markets(text: str) -> list[str]:
    low = plain(text)
    for phrase, name in _PHRASES.items():
        low = re.sub(rf"\b{phrase}\b", name, low)
    words = [word for word in low.split() if word not in _WHOLE and word not in _JOINED]
    return sorted(word for name in words for word in _ENGLISH.get(name, name).split())


def same_places(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists name the same places, one to one, in any order; "Portland, Dorset" may be one item or two."""
    here, left = list(ones), list(others)
    if sorted(plain(" ".join(here)).split()) == sorted(plain(" ".join(left)).split()):
        return True
    for one in here:
        twin = next((x for x in left if plain(x) == plain(one)), None) or next(
            (x for x in left if same_place(one, x)), None
        )
        if twin is None:
            return False
        left.remove(twin)
    return not left


def medium(word: str) -> str:
    """The medium a word stands for ("réseaux sociaux" is social); the word itself when it is not known."""
    return _MEDIUM.get(plain(word), plain(word))


def language(word: str) -> str:
    return _LANGUAGE.get(plain(word), plain(word))


def phone(text: str) -> str:
    """The digits of a phone number; a country code is told apart from a trunk zero by comparing the last nine."""
    return re.sub(r"\D", "", text.replace("(0)", ""))[-9:]
