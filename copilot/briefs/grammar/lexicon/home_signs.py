"""What tells in which country a writer lives, so whose money a bare figure, "$", "francs" or "pesos" is.

(currency, weight, pattern on folded text): dialling codes and tax or company numbers weigh 2, places 1.
"""

from __future__ import annotations

_DIALLED: dict[str, str] = {
    "GBP": "44", "CHF": "41", "SEK": "46", "NOK": "47", "DKK": "45", "ISK": "354", "PLN": "48", "CZK": "420",
    "HUF": "36", "RON": "40", "MXN": "52", "ARS": "54", "CLP": "56", "COP": "57", "PEN": "51", "UYU": "598",
    "BRL": "55", "INR": "91", "NGN": "234", "KES": "254", "ZAR": "27", "GHS": "233", "UGX": "256", "TZS": "255",
    "XOF": "221|225|223|226|228|229|227|245", "XAF": "237|241|242|236|235|240", "MAD": "212", "TND": "216",
    "AUD": "61", "NZD": "64", "SGD": "65", "HKD": "852", "AED": "971", "SAR": "966", "ILS": "972", "TRY": "90",
    "JPY": "81", "KRW": "82", "PHP": "63", "MYR": "60", "IDR": "62", "THB": "66",
    "EUR": "49|33|34|39|31|32|43|351|353|358|352|30|385|386|421|372|371|370|356|357",
}  # fmt: skip

_TOLD: tuple[tuple[str, int, str], ...] = (
    ("GBP", 2, r"\bhmrc\b|\bgbp\b|\bpounds\b"),
    ("GBP", 1, r"\b(?:uk|united kingdom|england|scotland|wales|cymru|northern ireland|london|manchester|birmingham|"
               r"glasgow|edinburgh|cardiff|belfast|leeds|bristol|liverpool|newcastle|sheffield|yorkshire|cornwall)\b"),
    ("CHF", 2, r"\d'\d{3}\b|\b(?:chf|sfr|schweizer franken|che-\d{3})\b"),
    ("CHF", 1, r"\b(?:schweiz|suisse|svizzera|switzerland|zurich|genf|geneve|geneva|ginevra|basel|bale|basilea|bern|"
               r"berne|lausanne|luzern|lucerne|winterthur|st\. gallen|lugano|ticino|tessin|wallis|valais|vaud|"
               r"fribourg|neuchatel|graubunden|thurgau|aargau)\b"),
    ("MXN", 2, r"\b(?:rfc|cfdi|mxn|moneda nacional|pesos mexicanos)\b"),
    ("MXN", 1, r"\b(?:mexico|mexican[oa]s?|cdmx|guadalajara|monterrey|puebla|tijuana|queretaro|merida|oaxaca|"
               r"jalisco|yucatan|veracruz|chiapas|coahuila|durango|sonora|sinaloa|chihuahua|torreon|guanajuato|"
               r"san luis potosi|aguascalientes|michoacan|morelia|cancun|toluca|saltillo|nuevo leon|baja california|"
               r"zacatecas|colima|nayarit|culiacan|hermosillo|acapulco|cuernavaca|pachuca|xalapa|tlaxcala|tequila|"
               r"ahorita|orale|platicar|celular)\b"),
    ("ARS", 2, r"\b(?:cuit|cuil|afip|pesos argentinos|monotributo|responsable inscripto)\b"),
    ("ARS", 1, r"\b(?:argentina|argentin[oa]s?|buenos aires|caba|mendoza|mendocin[oa]s?|rosario|cordoba|tucuman|"
               r"bariloche|neuquen|mar del plata|patagonia|tandil|la plata|salta|jujuy|bahia blanca|posadas|misiones|"
               r"chubut|ushuaia|entre rios|santa fe|catamarca|che|vos|tenes|queres|podes|aca)\b"),
    ("CLP", 2, r"\b(?:rut|chileno?s?|chilen[oa]s|pesos chilenos|boleta de honorarios)\b"),
    ("CLP", 1, r"\b(?:chile|santiago|valparaiso|concepcion|temuco|antofagasta|vina del mar|la serena|iquique|"
               r"puerto montt|valdivia|rancagua|talca|chillan|osorno|punta arenas|calama|copiapo|coquimbo|quilpue|"
               r"curico|arica|villarrica|pucon|chiloe|quintero|comuna|intendencia|fono|"
               r"lucas|quincho|altiro)\b"),
    ("COP", 2, r"\b(?:nit \d|pesos colombianos|colombian[oa]s?)\b"),
    ("COP", 1, r"\b(?:colombia|bogota|medellin|cali|barranquilla|cartagena|bucaramanga|antioquia|pereira|"
               r"santa marta|manizales|ibague|cucuta|villavicencio|popayan|monteria|valledupar|boyaca|cundinamarca|"
               r"quindio|risaralda)\b"),
    ("UYU", 1, r"\b(?:uruguay\w*|montevideo|punta del este)\b"),
    ("INR", 2, r"\b(?:gstin|lakhs?|crores?|inr|rupees?)\b|\b\d{1,2}(?:\.\d)?\s?(?:l|cr)\b(?=.{0,40}\bgst\b)"),
    ("INR", 1, r"\b(?:india|indian|mumbai|bombay|delhi|bengaluru|bangalore|chennai|hyderabad|kolkata|pune|ahmedabad|"
               r"jaipur|kochi|goa|kerala|gujarat|hinglish|hindi|tamil|kannada|telugu|marathi|bengali)\b"),
    ("NGN", 2, r"(?<![\d+])0[789][01]\d[ -]?\d{3}[ -]?\d{4}\b|\bnaira\b|\bngn\b"),
    ("NGN", 1, r"\b(?:nigeria\w*|lagos|abuja|ibadan|kano|port harcourt|enugu|yoruba|igbo|hausa)\b"),
    ("KES", 1, r"\b(?:kenya\w*|nairobi|mombasa|kisumu)\b"),
    ("ZAR", 1, r"\b(?:south africa\w*|johannesburg|joburg|cape town|durban|pretoria|gauteng|soweto)\b"),
    ("XOF", 2, r"\b(?:f ?cfa|bceao|xof)\b"),
    ("XOF", 1, r"\b(?:senegal\w*|dakar|cote d'ivoire|ivoirien\w*|abidjan|bamako|mali|burkin\w+|"
               r"ouagadougou|benin|cotonou|togo|lome|niger|niamey)\b"),
    ("XAF", 2, r"\b(?:beac|xaf)\b"),
    ("XAF", 1, r"\b(?:cameroun\w*|yaounde|douala|gabon\w*|libreville|congo|brazzaville|tchad|n'djamena|bangui)\b"),
    ("BRL", 2, r"\b(?:cnpj|nota fiscal|reais|brl)\b"),
    ("BRL", 1, r"\b(?:brasil|brasileir[oa]s?|sao paulo|rio de janeiro|belo horizonte|curitiba|salvador|recife|"
               r"porto alegre|brasilia|fortaleza|voces)\b"),
    ("SEK", 1, r"\b(?:sverige|svensk\w*|stockholm|goteborg|malmo|uppsala)\b"),
    ("NOK", 2, r"\bmva\b"),
    ("NOK", 1, r"\b(?:norge|norsk\w*|oslo|bergen|trondheim|stavanger|tromso)\b"),
    ("DKK", 1, r"\b(?:danmark|dansk\w*|kobenhavn|aarhus|odense|aalborg)\b"),
    ("CAD", 2, r"\b(?:hst|pst|qst|tps|tvq|gst/hst|tvh)\b|\.ca\b"),
    ("CAD", 1, r"\bgst\b"),
    ("CAD", 1, r"\b(?:canad\w+|ontario|qu[eé]bec|alberta|british columbia|manitoba|saskatchewan|nova scotia|"
     r"new brunswick|nouveau-brunswick|newfoundland|prince edward island|toronto|vancouver|montr[eé]al|calgary|"
     r"edmonton|ottawa|winnipeg|halifax|saskatoon|regina|c[eé]gep)\b"),
    ("AUD", 2, r"(?<!\d)04\d\d[ -]?\d{3}[ -]?\d{3}(?!\d)|(?<!\d)\(?0[2378]\)? \d{4} \d{4}(?!\d)|\babn\b|\.au\b"),
    ("AUD", 1, r"\bgst\b"),
    ("AUD", 1, r"\b(?:austral\w+|nsw|new south wales|queensland|qld|tasmania\w*|wa government|sydney|melbourne|"
     r"brisbane|"
     r"perth|adelaide|hobart|darwin|canberra|geelong|newcastle nsw|shire council|arvo|reckon)\b"),
    ("NZD", 2, r"(?<!\d)02[12579][ -]?\d{3}[ -]?\d{3,4}(?!\d)|\.nz\b"),
    ("NZD", 1, r"\bgst\b"),
    ("NZD", 1, r"\b(?:new zealand|aotearoa|auckland|wellington|christchurch|dunedin|otago|waikato|"
     r"kiwi|kia ora|iwi|m[aā]ori)\b"),
    ("SGD", 2, r"\.sg\b"),
    ("SGD", 1, r"\bgst\b"),
    ("SGD", 1, r"\bsingapore\w*\b"),
    ("HKD", 2, r"\.hk\b"),
    ("HKD", 1, r"\b(?:hong kong|kowloon)\b"),
    ("USD", 2, r"\bsales tax\b|\b501\(?c\)?|\bein:? ?\d\d-\d{7}\b|\b(?:w-9|sag-aftra)\b"),
    ("USD", 1, r"\b(?:usa|u\.s\.|united states|american)\b"),
    ("EUR", 2, r"\beuros?\b|€|\bust-id\b|\bpartita iva\b|\bsiret\b"),
)  # fmt: skip

HOME_SIGNS: tuple[tuple[str, int, str], ...] = (
    *((code, 2, rf"(?<!\d)(?:\+|00)(?:{numbers})(?=[ (./-]?\(?\d)") for code, numbers in _DIALLED.items()),
    *_TOLD,
)
BRITISH_NUMBERS = r"(?<![\d+])07\d{3} ?\d{3} ?\d{3}\b|(?<![\d+])\(?0(?:1\d{3}|20|2[39]|11\d|1\d1)\)? \d{3,4} ?\d{3,4}\b"
"""Telephones as they are dialled within Britain; other countries' look alike, so only a letter in English tells."""
CANADIAN_AREAS = frozenset(
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 460 468 474 506 514 "
    "519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 "
    "902 905 942".split()
)
"""Area codes of Canada within the numbering plan that it shares with the United States."""
