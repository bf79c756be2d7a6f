"""Portuguese, European and Brazilian."""

from copilot.briefs.grammar.lexicon.cardinals import compounds, counted, spelled
from copilot.briefs.grammar.lexicon.model import Lexicon

_UNITS = counted(
    "zero um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze "
    "dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove"
)
_TENS = counted("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10)
_HUNDREDS = counted(
    "duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas quinhentos|quinhentas seiscentos|seiscentas "
    "setecentos|setecentas oitocentos|oitocentas novecentos|novecentas",
    200,
    100,
)

PT = Lexicon(
    code="pt",
    cardinals=spelled(
        {**{k: v for k, v in _UNITS.items() if v != 1}, **_TENS, **_HUNDREDS, **compounds(_TENS, _UNITS, (" e ",))}
    ),
    rough={
        "um par de": "2",
        "uma dúzia de": "12",
        "meia dúzia de": "6",
        "uma dezena de": "10",
        "ambos": "2",
        "um só": "1",
        "um único": "1",
    },
    hundred="cem|cento",
    number_glue="e",
    article="um|uma",
    half="meio|meia",
    and_half="e meio|e meia",
    and_="e|&|ou",
    to="a|até|ao|à",
    between="entre|de|do|desde",
    months=(
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
    month_abbreviations=("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"),
    weekdays=(
        "segunda-feira|segunda",
        "terça-feira|terça",
        "quarta-feira|quarta",
        "quinta-feira|quinta",
        "sexta-feira|sexta",
        "sábado",
        "domingo",
    ),
    of="de|do",
    ordinal="º|°|o",
    on="em|no dia|dia|dias|nos dias|a partir de|a",
    by="até|até o dia|antes de|para|entrega|prazo|até ao dia|até dia|entrega em|no máximo até",
    in_month="em|durante|até|para|mês de|de|no mês de",
    start_of="",
    early="início de|no início de|começo de|no começo de|princípio de|inícios de",
    mid="meados de|em meados de|meio de|metade de",
    late="",
    end_of="último dia de|o último dia de|"
    "fim de|final de|no fim de|no final de|finais de|fim do|final do|ao fim de|final da|fim da",
    next_="próximo|próxima|próximos|próximas|que vem|seguinte",
    this="este|esta|deste|desta|do|da",
    today="hoje",
    tomorrow="amanhã",
    day_after_tomorrow="depois de amanhã",
    day="dia|dias|diária|diárias",
    working_day="dia útil|dias úteis",
    week="semana|semanas",
    fortnight="quinzena|quinze dias",
    month="mês|meses",
    year="ano|anos",
    quarter="trimestre",
    in_="em|daqui a|dentro de",
    within="no prazo de|em até|em menos de|nos próximos|dentro de|num prazo de",
    from_now="a partir de hoje|a contar de hoje",
    from_="a partir de|depois de|após",
    after="após|depois de|depois da|depois do|após a|após o",
    before="antes de|antes da|antes do",
    week_of="semana de|a semana de|semana do dia",
    week_number="semana|semanas",
    shoot="filmagem|filmagens|gravação|gravações|rodagem|produção",
    edit="edição|montagem|pós-produção",
    prep="preparação|pré-produção|ensaio|ensaios|casting",
    travel="viagem",
    half_day="meia diária|meio dia|meia jornada|meios dias|meias diárias",
    day_part="manhã|manhãs|tarde|tardes|noite",
    whole_day="o dia todo|o dia inteiro|todo o dia|a diária completa",
    purpose="de|para|da|do",
)
