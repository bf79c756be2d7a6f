"""French, with the Belgian and Swiss tens."""

from copilot.briefs.grammar.lexicon.cardinals import compounds, counted, spelled
from copilot.briefs.grammar.lexicon.model import Lexicon

_UNITS = counted(
    "zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
)
_TENS = counted("vingt trente quarante cinquante soixante septante huitante|octante nonante", 20, 10)


def _names() -> dict[str, int]:
    names = {
        **{k: v for k, v in _UNITS.items() if v != 1},
        **_TENS,
        **compounds(_TENS, _UNITS, ("-", " ")),
        **compounds(_TENS, {"un|une": 1}, (" et ", "-et-")),
    }
    names |= {"quatre-vingts": 80, "quatre-vingt": 80, "quatre vingt": 80, "quatre vingts": 80}
    for word, value in _UNITS.items():
        for single in word.split("|"):
            if value >= 10:
                for joiner in ("-", " ", " et ", "-et-") if value == 11 else ("-", " "):
                    names[f"soixante{joiner}{single}"] = 60 + value
            if value >= 1:
                for joiner in ("-", " "):
                    names[f"quatre-vingt{joiner}{single}"] = 80 + value
                    names[f"quatre{joiner}vingt{joiner}{single}"] = 80 + value
    return names


FR = Lexicon(
    code="fr",
    cardinals=spelled(_names()),
    rough={
        "une douzaine de": "12",
        "une douzaine": "12",
        "une dizaine de": "10",
        "une demi-douzaine de": "6",
        "une quinzaine de": "15",
        "une vingtaine de": "20",
        "une trentaine de": "30",
        "un seul": "1",
        "une seule": "1",
        "une paire de": "2",
        "les deux": "2",
        "dizaine": "10",
        "quinzaine": "15",
    },
    hundred="cent|cents",
    number_glue="et",
    article="un|une",
    half="une demi|un demi|demi|demie|une moitié de",
    and_half="et demi|et demie",
    and_="pis|et|&|ou|ainsi que",
    to="à|au|jusqu'à|jusqu'au",
    between="entre|de|du|d'|entre le|des",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    month_abbreviations=("janv", "févr|fév", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"),
    weekdays=("lundi|lun", "mardi|mar", "mercredi|mer", "jeudi|jeu", "vendredi|ven", "samedi|sam", "dimanche|dim"),
    of="de|du|d'",
    ordinal="er|ère|e|ème",
    on="le|les|du|dès le|au|à partir du|dès",
    by="avant le|pour le|d'ici le|d'ici au|jusqu'au|au plus tard le|livraison|avant|pour|au plus tard|d'ici|"
    "livraison le"
    "|échéance|date limite",
    in_month="en|au mois de|courant|d'ici|pour|avant|mois de|dès|à partir de|de",
    start_of="",
    early="début|au début de|début de|au début du mois de",
    mid="mi|mi-|à la mi|milieu|au milieu de|à la mi-|courant",
    late="",
    end_of="dernier jour de|le dernier jour de|fin|la fin|fin de|la fin de|fin du|la fin du|fin de la|la fin de la",
    next_="proch.|pro|proch|prochain|prochaine|prochains|prochaines|suivant|suivante",
    this="ce|cette|du|de ce|de cette|courant",
    today="aujourd'hui",
    tomorrow="demain",
    day_after_tomorrow="après-demain|après demain",
    day="jour|jours|journée|journées|jours calendaires",
    working_day="jour ouvré|jours ouvrés|jour ouvrable|jours ouvrables|jours travaillés",
    week="semaine|semaines",
    fortnight="une quinzaine|quinze jours",
    month="mois|du mois",
    year="an|ans|année|années",
    quarter="trimestre",
    in_="dans|dans environ|d'ici",
    within="sous|dans les|d'ici|en moins de|dans un délai de|sous un délai de|dans un délai maximum de",
    from_now="à partir d'aujourd'hui|à compter d'aujourd'hui|à compter de ce jour",
    from_="à partir de|après|à compter de|à compter du",
    after="après|à compter de|suivant|à partir de",
    before="avant",
    week_of="sem. du|la sem. du|sem du|semaine du|la semaine du|semaine commençant le",
    week_number="semaine|semaines|sem.|sem|s",
    shoot="tourner|tournage|tournages|prise de vue|prises de vues|prises de vue|captation|shooting",
    edit="montage|post-production|postproduction|étalonnage|mixage",
    prep="préparation|prépa|repérage|repérages|répétition|répétitions|casting|préproduction|prélight",
    travel="voyage|déplacement|trajet|transport",
    half_day="demi-journée|demi-journées|demi journée|demi journées|demie journée|demie-journée",
    day_part="matinée|matinées|matin|matins|après-midi|après-midis|soirée|soirées|demi-journée de tournage",
    whole_day="toute la journée|toute une journée|la journée entière|la journée complète|la journée",
    purpose="de|pour le|pour la|du|au|en|d'",
)
