"""Ordinals before weekdays, and the feasts dates are told from, in all languages at once."""

from __future__ import annotations

ORDINALS = {
    1: "first|1st|1.|erste|erster|ersten|erstem|premier|primer|primo|primeira|primeiro|eerste|första|første|1er|1º|1a",
    2: "second|2nd|2.|zweite|zweiter|zweiten|deuxième|second|segundo|secondo|segunda|tweede|andra|anden|andre",
    3: "third|3rd|3.|dritte|dritter|dritten|troisième|tercer|terzo|terceira|derde|tredje",
    4: "fourth|4th|4.|vierte|vierter|vierten|quatrième|cuarto|quarto|quarta|vierde|fjärde|fjerde",
}
LAST = "last|letzte|letzter|letzten|dernier|último|ultimo|última|laatste|sista|sidste|siste|viimeinen|final"

AFTER = "after|following|nach|nach den|après|tras|después de|na|efter|etter|dopo|depois da|depois do"
BEFORE = "before|vor|avant|antes de|voor|före|innan|før|prima di|antes do|antes da"
UNTIL = (
    "by|for|until|before|in time for|ahead of|on|at|bis|bis zum|zu|zum|an|am|vor|pour|avant|à|jusqu'à|para|antes de|en|"
    "el|tegen|voor|op|uiterlijk|till|på|innan|senast|til|inden|senest|på|innen|før|per|entro|prima di|a|até|no|antes do"
)
"""What leads to a day of the calendar by its name; without it, the name may be an event's or a film's."""
FEASTS = {
    "easter": "easter|ostern|pâques|pascua|semana santa|pasen|påsk|påske|pasqua|páscoa",
    "pentecost": "whitsun|pentecost|pfingsten|pentecôte|pentecostés|pinksteren|pingst|pinse|pentecoste",
    "christmas": "christmas|weihnachten|noël|navidad|kerst|jul|natale|natal",
}
DAYS = {
    "shrove_monday": "rosenmontag",
    "shrove_tuesday": "shrove tuesday|pancake day|faschingsdienstag|mardi gras|martes de carnaval|martedì grasso"
    "|terça-feira de carnaval|fettisdagen",
    "ash_wednesday": "ash wednesday|aschermittwoch|mercredi des cendres|miércoles de ceniza|aswoensdag"
    "|mercoledì delle ceneri|quarta-feira de cinzas",
    "palm_sunday": "palm sunday|palmsonntag|dimanche des rameaux|domingo de ramos|palmzondag|palmsöndagen|palmesøndag"
    "|domenica delle palme",
    "maundy_thursday": "maundy thursday|gründonnerstag|jeudi saint|jueves santo|witte donderdag|skärtorsdagen"
    "|skærtorsdag|skjærtorsdag|giovedì santo|quinta-feira santa",
    "good_friday": "good friday|karfreitag|vendredi saint|viernes santo|goede vrijdag|långfredagen|langfredag"
    "|venerdì santo|sexta-feira santa",
    "easter_sunday": "easter sunday|ostersonntag|dimanche de pâques|domingo de pascua|domingo de resurrección"
    "|eerste paasdag|påskdagen|1. påskedag|domenica di pasqua|domingo de páscoa",
    "easter_monday": "easter monday|ostermontag|lundi de pâques|lunes de pascua|tweede paasdag|annandag påsk"
    "|2. påskedag|anden påskedag|pasquetta|lunedì di pasqua",
    "ascension": "ascension day|christi himmelfahrt|vatertag|jeudi de l'ascension|hemelvaartsdag|hemelvaart"
    "|kristi himmelsfärdsdag|kristi himmelfartsdag",
    "whit_sunday": "whit sunday|pfingstsonntag|dimanche de pentecôte|eerste pinksterdag|pingstdagen|1. pinsedag",
    "whit_monday": "whit monday|pfingstmontag|lundi de pentecôte|tweede pinksterdag|2. pinsedag",
    "corpus_christi": "corpus christi|fronleichnam|corpus domini",
}
"""Days that move with Easter."""
FROM_EASTER = {
    "shrove_monday": -48, "shrove_tuesday": -47, "ash_wednesday": -46, "palm_sunday": -7, "maundy_thursday": -3,
    "good_friday": -2, "easter_sunday": 0, "easter_monday": 1, "ascension": 39, "whit_sunday": 49, "whit_monday": 50,
    "corpus_christi": 60,
}  # fmt: skip
FIXED: dict[tuple[int, int], str] = {
    (1, 1): "new year's day|neujahr|neujahrstag|jour de l'an|nieuwjaarsdag|nyårsdagen|nytårsdag|nyttårsdag|capodanno",
    (1, 6): "epiphany|dreikönig|dreikönigstag|heilige drei könige|épiphanie|día de reyes|driekoningen|epifania"
    "|trettondagen|dia de reis",
    (2, 14): "valentine's|valentine's day|valentinstag|saint-valentin|san valentín|valentijn|valentijnsdag"
    "|alla hjärtans dag|valentinsdag|san valentino",
    (3, 17): "st patrick's day|st. patrick's day|paddy's day|saint patrick's day",
    (4, 27): "koningsdag|king's day",
    (6, 24): "midsummer's day|johannistag|la saint-jean|san juan|são joão",
    (8, 15): "mariä himmelfahrt|ferragosto",
    (10, 31): "halloween|reformationstag",
    (11, 1): "all saints' day|all saints|allerheiligen|la toussaint|todos los santos|ognissanti|todos os santos",
    (11, 11): "st martin's day|martinstag|sankt martin|martini|sint-maarten|san martino|são martinho|remembrance day"
    "|armistice day",
    (11, 30): "st andrew's day",
    (12, 5): "pakjesavond",
    (12, 6): "st nicholas|nikolaus|nikolaustag|saint-nicolas|la saint-nicolas|sinterklaas|sint-nicolaas|san nicolás",
    (12, 13): "lucia|luciadagen|santa lucia|luciadag",
    (12, 24): "christmas eve|heiligabend|heilig abend|réveillon de noël|nochebuena|kerstavond|julafton|juleaften"
    "|julaften|vigilia di natale",
    (12, 25): "christmas day|jour de noël|día de navidad|eerste kerstdag|juldagen|1. juledag",
    (
        12,
        26,
    ): "boxing day|st stephen's day|stephanitag|stefanstag|tweede kerstdag|annandag jul|2. juledag|santo stefano",
    (12, 31): "new year's eve|silvester|saint-sylvestre|nochevieja|oudejaarsavond|oudejaar|nyårsafton|nytårsaften"
    "|nyttårsaften|san silvestro|passagem de ano",
}
"""Days that have a name of their own every year."""
