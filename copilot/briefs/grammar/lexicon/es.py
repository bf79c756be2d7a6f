"""Spanish."""

from copilot.briefs.grammar.lexicon.cardinals import compounds, counted, spelled
from copilot.briefs.grammar.lexicon.model import Lexicon

_UNITS = counted(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve"
)
_TWENTIES = counted(
    "veinte veintiuno|veintiún|"
    "veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
    "veintinueve",
    20,
)
_TENS = counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
_HUNDREDS = counted(
    "doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|"
    "seiscientas "
    "setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
    200,
    100,
)

ES = Lexicon(
    code="es",
    cardinals=spelled(
        {**_UNITS, **_TWENTIES, **_TENS, **_HUNDREDS, **compounds(_TENS, {**_UNITS, "un|una": 1}, (" y ",))}
    ),
    rough={
        "un par de": "2",
        "una docena de": "12",
        "una docena": "12",
        "media docena de": "6",
        "media docena": "6",
        "una decena de": "10",
        "ambos": "2",
        "ambas": "2",
        "un solo": "1",
        "una sola": "1",
        "un único": "1",
    },
    hundred="cien|ciento",
    number_glue="y",
    article="un|una",
    half="medio|media|un medio|una media",
    and_half="y medio|y media",
    and_="y|e|&|o|u|así como",
    to="a|al|hasta|hasta el",
    between="entre|de|del|desde|entre el|desde el",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre|setiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    month_abbreviations=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep|sept", "oct", "nov", "dic"),
    weekdays=("lunes|lun", "martes|mar", "miércoles|mié", "jueves|jue", "viernes|vie", "sábado|sáb", "domingo|dom"),
    of="de|del|del mes de",
    ordinal="º|°|o|er",
    on="el|los|del|desde el|el día|los días|a partir del|al",
    by="antes del|para el|hasta el|a más tardar el|a más tardar|entrega|entrega el|fecha límite|como muy tarde el|"
    "antes de|para"
    "|como máximo el|plazo|no más tarde del",
    in_month="en|durante|para|antes de|a lo largo de|hasta|mes de|de",
    start_of="",
    early="principios de|a principios de|inicios de|a inicios de|comienzos de|a comienzos de|primeros de|a primeros de",
    mid="mediados de|a mediados de|mitad de|a mitad de",
    late="",
    end_of="último día de|el último día de|"
    "finales de|a finales de|fines de|a fines de|fin de|final de|el final de|a final de|finales del|fin del|"
    "final del",
    next_="próximo|próxima|próximos|próximas|el próximo|la próxima|que viene|siguiente|del próximo",
    this="este|esta|del|de este|de esta|el",
    today="hoy",
    tomorrow="mañana",
    day_after_tomorrow="pasado mañana",
    day="día|días|jornada|jornadas|días naturales",
    working_day="día hábil|días hábiles|día laborable|días laborables|días laborales|día laboral",
    week="semana|semanas",
    fortnight="quincena|una quincena|quince días",
    month="mes|meses",
    year="año|años",
    quarter="trimestre",
    in_="en|dentro de|en unas|en unos",
    within="en un plazo de|en el plazo de|en menos de|en los próximos|dentro de los próximos|en un máximo de",
    from_now="a partir de hoy|desde hoy|a contar desde hoy",
    from_="a partir de|después de|desde",
    after="después de|después del|tras|tras el|tras la|a partir de",
    before="antes de|antes del",
    week_of="sem. del|sem del|semana del|la semana del",
    week_number="semana|semanas|sem.",
    shoot="rodar|grabar|rodaje|rodajes|grabación|grabaciones|filmación|producción",
    edit="edición|montaje|postproducción|posproducción|etalonaje",
    prep="preparación|preproducción|ensayo|ensayos|scouting|localización|localizaciones|casting",
    travel="viaje|viajes|desplazamiento",
    half_day="media jornada|medias jornadas|medio día|medios días",
    day_part="mañana|mañanas|tarde|tardes",
    whole_day="todo el día|el día entero|la jornada completa|toda la jornada|el día completo",
    purpose="de|para el|para la|del|para",
)
