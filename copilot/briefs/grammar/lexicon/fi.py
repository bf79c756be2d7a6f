"""Finnish: the forms a brief writes; inflected numbers only where they count days."""

from copilot.briefs.grammar.lexicon.cardinals import compounds, counted, spelled
from copilot.briefs.grammar.lexicon.model import Lexicon

_UNITS = counted(
    "nolla yksi|yhden|yhdessä kaksi|kahden kolme|kolmen neljä|neljän viisi|viiden kuusi|kuuden "
    "seitsemän kahdeksan yhdeksän kymmenen"
)
_TEENS = counted(
    "yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista "
    "kahdeksantoista yhdeksäntoista",
    11,
)
_TENS = counted(
    "kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä "
    "kahdeksankymmentä yhdeksänkymmentä",
    20,
    10,
)

FI = Lexicon(
    code="fi",
    cardinals=spelled({**_UNITS, **_TEENS, **_TENS, **compounds(_TENS, _UNITS, ("",))}),
    rough={"puolitoista": "1.5", "pari": "2", "tusina": "12", "molemmat": "2"},
    hundred="sata|sataa",
    number_glue="ja",
    article="yksi|yhden",
    half="puolen|puoli|puolikas",
    and_half="ja puoli|ja puolen",
    and_="ja|sekä|tai|&",
    to="-",
    between="välillä",
    months=(
        "tammikuu|tammikuuta|tammikuun|tammikuussa",
        "helmikuu|helmikuuta|helmikuun|helmikuussa",
        "maaliskuu|maaliskuuta|maaliskuun|maaliskuussa",
        "huhtikuu|huhtikuuta|huhtikuun|huhtikuussa",
        "toukokuu|toukokuuta|toukokuun|toukokuussa",
        "kesäkuu|kesäkuuta|kesäkuun|kesäkuussa",
        "heinäkuu|heinäkuuta|heinäkuun|heinäkuussa",
        "elokuu|elokuuta|elokuun|elokuussa",
        "syyskuu|syyskuuta|syyskuun|syyskuussa",
        "lokakuu|lokakuuta|lokakuun|lokakuussa",
        "marraskuu|marraskuuta|marraskuun|marraskuussa",
        "joulukuu|joulukuuta|joulukuun|joulukuussa",
    ),
    weekdays=(
        "maanantai*|ma",
        "tiistai*|ti",
        "keskiviikko*|ke",
        "torstai*|to",
        "perjantai*|pe",
        "lauantai*|la",
        "sunnuntai*|su",
    ),
    ordinal=".",
    on="alkaen",
    by="viimeistään|ennen|mennessä|toimitus|deadline",
    in_month="viimeistään|ennen",
    early="alku|alussa",
    mid="puoliväli|puolivälissä",
    end_of="loppu|lopussa",
    next_="ensi|seuraava*|tuleva*",
    this="tämä|tällä|tämän",
    today="tänään",
    tomorrow="huomenna",
    day_after_tomorrow="ylihuomenna",
    day="päivä|päivää|päivän|pv|päivässä",
    working_day="arkipäivä*|työpäivä*",
    week="viikko|viikkoa|viikon",
    month="kuukausi|kuukautta|kuukauden",
    year="vuosi|vuotta|vuoden",
    week_number="viikko|viikolla|vko|vk",
    shoot="kuvaus|kuvauksia|kuvauksen",
    edit="leikkaus|jälkituotanto",
    prep="esituotanto",
    travel="matka",
    shoot_day="kuvauspäivä*",
    edit_day="leikkauspäivä*|editointipäivä*",
    prep_day="valmistelupäivä*",
    travel_day="matkapäivä*",
    half_day="puolipäivä*",
)
