"""Italian."""

from copilot.briefs.grammar.lexicon.cardinals import counted, spelled
from copilot.briefs.grammar.lexicon.model import Lexicon

_UNITS = counted(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove"
)
_TENS = counted("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10)


def _joined_tens() -> dict[str, int]:
    """Return 21-99; the tens drop their last vowel before uno and otto."""
    names: dict[str, int] = {}
    for ten_word, ten in _TENS.items():
        for unit_word, unit in _UNITS.items():
            if 1 <= unit <= 9:
                stem = ten_word[:-1] if unit in (1, 8) else ten_word
                names[stem + unit_word] = ten + unit
        names[ten_word[:-1] + "un"] = ten + 1
    return names


IT = Lexicon(
    code="it",
    cardinals=spelled({**_UNITS, **_TENS, **_joined_tens()}),
    rough={
        "un paio di": "2",
        "una dozzina di": "12",
        "mezza dozzina di": "6",
        "una decina di": "10",
        "entrambi": "2",
        "una ventina di": "20",
        "una trentina di": "30",
        "un solo": "1",
        "una sola": "1",
    },
    hundred="cento",
    number_glue="e",
    article="un|una|uno",
    half="mezzo|mezza|un mezzo|una mezza",
    and_half="e mezzo|e mezza",
    and_="e|ed|&|o|oppure",
    to="a|al|ai|fino a|fino al",
    between="tra|fra|da|dal|dai",
    months=(
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    month_abbreviations=("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set|sett", "ott", "nov", "dic"),
    weekdays=("lunedì|lun", "martedì|mar", "mercoledì|mer", "giovedì|gio", "venerdì|ven", "sabato|sab", "domenica|dom"),
    of="di|del",
    ordinal="º|°",
    on="il|l'|dal|i giorni|al|nei giorni|a partire dal",
    by="entro|entro il|prima del|consegna|consegna il|per il|non oltre il|scadenza|entro e non oltre il|entro l'",
    in_month="in|a|ad|entro|per|nel mese di|durante|mese di|di",
    start_of="",
    early="inizio|l'inizio di|inizi di|primi di|ai primi di|all'inizio di|agli inizi di|inizio di",
    mid="metà|a metà|la metà di|metà di",
    late="tardo",
    end_of="ultimo giorno di|l'ultimo giorno di|"
    "fine|la fine di|fine di|a fine|fine del|fine della|la fine del|alla fine di",
    next_="prossimo|prossima|prossimi|prossime|seguente",
    this="questo|questa|di questo|di questa",
    today="oggi",
    tomorrow="domani",
    day_after_tomorrow="dopodomani",
    day="giorno|giorni|giornata|giornate|gg",
    working_day="giorno lavorativo|giorni lavorativi|giorni feriali",
    week="settimana|settimane",
    fortnight="quindicina|quindici giorni",
    month="mese|mesi",
    year="anno|anni",
    quarter="trimestre",
    in_="tra|fra|tra circa",
    within="entro|in meno di|nel giro di|nei prossimi",
    from_now="da oggi|a partire da oggi",
    from_="dopo|dalla",
    after="dopo|dopo il|dopo le|dalle|dal",
    before="prima di|prima del|prima delle",
    week_of="sett. del|settimana del|la settimana del",
    week_number="settimana|settimane|sett.",
    shoot="ripresa|riprese|shooting|set",
    edit="montaggio|post-produzione|postproduzione",
    prep="preparazione|pre-produzione|preproduzione|sopralluogo|sopralluoghi|prove|casting",
    travel="viaggio",
    half_day="mezza giornata|mezze giornate",
    day_part="mattina|mattine|mattinata|mattinate|pomeriggio|pomeriggi|serata|serate",
    whole_day="tutto il giorno|tutta la giornata|l'intera giornata|la giornata intera",
    purpose="di|per|del|per le|per il",
)
