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
FEASTS = {
    "easter": "easter|ostern|pâques|pascua|semana santa|pasen|påsk|påske|pasqua|páscoa",
    "pentecost": "whitsun|pentecost|pfingsten|pentecôte|pentecostés|pinksteren|pingst|pinse|pentecoste",
    "christmas": "christmas|weihnachten|noël|navidad|kerst|jul|natale|natal",
}
DAYS = {
    "good_friday": "good friday|karfreitag|vendredi saint|viernes santo|goede vrijdag|långfredagen|langfredag"
    "|venerdì santo|sexta-feira santa",
    "easter_monday": "easter monday|ostermontag|lundi de pâques|lunes de pascua|tweede paasdag|annandag påsk"
    "|2. påskedag|anden påskedag|pasquetta|lunedì di pasqua",
    "whit_monday": "whit monday|pfingstmontag|lundi de pentecôte|tweede pinksterdag|2. pinsedag",
}
FROM_EASTER = {"good_friday": -2, "easter_monday": 1, "whit_monday": 50}
