"""Dutch."""

from copilot.briefs.grammar.lexicon.cardinals import compounds, counted, spelled
from copilot.briefs.grammar.lexicon.model import Lexicon

_UNITS = counted(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien"
)
_TENS = counted("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 20, 10)

NL = Lexicon(
    code="nl",
    cardinals=spelled(
        {
            **{k: v for k, v in _UNITS.items() if v != 1},
            **_TENS,
            **compounds(_TENS, _UNITS, ("en", "-en-"), units_first=True),
        }
    ),
    rough={
        "anderhalf": "1.5",
        "anderhalve": "1.5",
        "een paar": "2",
        "een dozijn": "12",
        "een half dozijn": "6",
        "beide": "2",
        "één enkele": "1",
        "een tiental": "10",
        "twaalftal": "12",
    },
    hundred="honderd",
    number_glue="en",
    article="een",
    half="een halve|een half|halve|half",
    and_half="en een halve|en een half|eneenhalve|eneenhalf|enhalve|enhalf|en half|eenhalf|eenhalve",
    and_="en|&|of|alsook",
    to="tot|tot en met|t/m|t.e.m.|à|a",
    between="tussen|van|vanaf",
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    month_abbreviations=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep|sept", "okt", "nov", "dec"),
    weekdays=("maandag|ma", "dinsdag|di", "woensdag|wo", "donderdag|do", "vrijdag|vr", "zaterdag|za", "zondag|zo"),
    of="van",
    ordinal="e|ste|de",
    on="op|de|vanaf|op de|per",
    by="uiterlijk|voor|vóór|tegen|uiterlijk op|deadline|oplevering|levering|ten laatste|ten laatste op|tot|tot en met",
    in_month="in|tijdens|voor|tegen|vanaf|per|medio|maand|van",
    start_of="",
    early="begin|begin van|het begin van|begin van de",
    mid="half|medio|midden|midden van",
    late="",
    end_of="laatste dag van|de laatste dag van|"
    "eind|einde|het einde van|eind van|einde van|eind van de|einde van de|het einde van de",
    next_="volgende|aanstaande|komende|volgend|aankomende",
    this="deze|dit|van de|de|het",
    today="vandaag",
    tomorrow="morgen",
    day_after_tomorrow="overmorgen",
    day="dag|dagen|kalenderdagen",
    working_day="werkdag|werkdagen",
    week="week|weken",
    fortnight="veertien dagen",
    month="maand|maanden",
    year="jaar|jaren",
    quarter="kwartaal",
    in_="over|over ongeveer|over zo'n",
    within="binnen|binnen de|in minder dan|binnen een termijn van|in de komende",
    from_now="vanaf nu|vanaf vandaag",
    from_="na|vanaf",
    after="na|na de|na het|vanaf",
    before="voor|vóór|voor de",
    week_of="week van|de week van|week vanaf",
    week_number="week|weken|wk|kalenderweek",
    shoot="draaien|opnemen|opname|opnames|draai|shoot|filmen|productie|opnamen",
    edit="montage|edit|nabewerking|postproductie|post|monteren",
    prep="voorbereiding|preproductie|repetitie|repetities|locatiebezoek|opbouw|casting",
    travel="reis|reizen",
    shoot_day="draaidag|draaidagen|opnamedag|opnamedagen|shootdag|shootdagen|filmdag|filmdagen|productiedag*",
    edit_day="montagedag|montagedagen|editdag|editdagen",
    prep_day="voorbereidingsdag*|prepdag*|opbouwdag*",
    travel_day="reisdag|reisdagen",
    half_day="halve dag|halve dagen|dagdeel|dagdelen|halve draaidagen",
    day_part="ochtend|ochtenden|ochtendje|voormiddag|namiddag|middag|middagen|middagje|avond|avonden",
    whole_day="de hele dag|hele dag|de ganse dag|de volledige dag",
    purpose="voor|voor de|van|van de|voor het",
)
