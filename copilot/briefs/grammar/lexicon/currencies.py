"""How the world's currencies are written: symbols, codes, words."""

from __future__ import annotations

# Signs stand before or after the amount and need no blank.
SIGNS: dict[str, str] = {
    "us$": "USD", "usd$": "USD", "u$s": "USD", "ca$": "CAD", "cad$": "CAD", "can$": "CAD", "cdn$": "CAD", "c$": "CAD",
    "au$": "AUD", "aud$": "AUD", "a$": "AUD", "nz$": "NZD", "nzd$": "NZD", "hk$": "HKD", "hkd$": "HKD", "s$": "SGD",
    "sg$": "SGD", "sgd$": "SGD", "nt$": "TWD", "mx$": "MXN", "mex$": "MXN", "mxn$": "MXN", "r$": "BRL", "ar$": "ARS",
    "cl$": "CLP", "clp$": "CLP", "col$": "COP", "cop$": "COP", "j$": "JMD", "tt$": "TTD",
    "$ca": "CAD", "$ ca": "CAD", "$cad": "CAD", "$can": "CAD",
    "$ can": "CAD", "$us": "USD", "$ us": "USD",
    "$": "$", "€": "EUR", "£": "GBP", "¥": "JPY", "jp¥": "JPY", "cn¥": "CNY", "rmb¥": "CNY", "円": "JPY", "元": "CNY",
    "s/.": "PEN", "s/": "PEN", "b/.": "PAB", "gs.": "PYG",
    "₹": "INR", "₩": "KRW", "₺": "TRY", "₽": "RUB", "₪": "ILS", "₫": "VND", "₱": "PHP", "₦": "NGN", "₴": "UAH",
    "฿": "THB", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₼": "AZN", "₾": "GEL", "﷼": "SAR",
}  # fmt: skip

# Words and abbreviations: "kr" belongs to several countries and is settled by language and context.
WORDS: dict[str, str] = {
    "euro|euros|eur|euroa|eurot": "EUR",
    "us dollar|us dollars|u.s. dollars|american dollars|us-dollar|usd": "USD",
    "canadian dollar|canadian dollars": "CAD",
    "australian dollar|australian dollars|aussie dollars": "AUD",
    "new zealand dollars": "NZD",
    "singapore dollars": "SGD",
    "hong kong dollars": "HKD",
    "dollar|dollars|bucks|dólares|dolares|dollari|dollaria|dollarit|dólar": "$",
    "pound|pounds|pounds sterling|pound sterling|sterling|quid|pfund|livres sterling|libras|libras esterlinas|sterline"
    "|britische pfund|pund|gbp": "GBP",
    "swiss franc|swiss francs|francs suisses|schweizer franken|franken|franchi svizzeri|sfr.|sfr|fr.|chf": "CHF",
    "francs cfa|franc cfa|fcfa|f cfa|f.cfa|cfa francs|xof": "XOF",
    "xaf": "XAF",
    "moroccan dirhams|dirhams marocains": "MAD",
    "yen|jpy": "JPY",
    "yuan|rmb|renminbi|cny": "CNY",
    "rupees|rupee|rs.|rs|inr": "INR",
    "soles|nuevos soles": "PEN",
    "bolivianos": "BOB",
    "quetzales": "GTQ",
    "guaraníes": "PYG",
    "kenyan shillings|kenya shillings|ksh|ksh.|kshs": "KES",
    "tanzanian shillings|tsh|tzs": "TZS",
    "ugandan shillings|ugx|ush": "UGX",
    "naira|nairas|ngn": "NGN",
    "cedi|cedis": "GHS",
    "hryvnia|hryvnias": "UAH",
    "roubles|rubles": "RUB",
    "zloty|zlotys|złoty|złotych|zł|zl|pln": "PLN",
    "dirham|dirhams|dhs|dhs.|aed": "AED",
    "riyal|riyals|saudi riyals|sar": "SAR",
    "won|krw": "KRW",
    "reais|brl": "BRL",
    "lira|liras|turkish lira|tl|try": "TRY",
    "rand|zar": "ZAR",
    "koruna|korun|kč|czk": "CZK",
    "forint|huf": "HUF",
    "lei|ron": "RON",
    "shekel|shekels|nis|ils": "ILS",
    "mexican pesos|pesos mexicanos|mxn|m.n.|m. n.": "MXN",
    "argentine pesos|pesos argentinos|ars": "ARS",
    "chilean pesos|pesos chilenos|clp": "CLP",
    "colombian pesos|pesos colombianos|cop": "COP",
    "pesos": "pesos",
    "baht|thb": "THB",
    "ringgit|rm|myr": "MYR",
    "rupiah|idr": "IDR",
    "svenska kronor|swedish kronor|swedish crowns|swedish krona|sek": "SEK",
    "norske kroner|norwegian kroner|norwegian crowns|norwegian krone|nok": "NOK",
    "danske kroner|danish kroner|danish crowns|danish krone|dkk": "DKK",
    "icelandic krona|íslenskar krónur|isk": "ISK",
    "kr|kr.|kronor|kroner|krona|krone|kronen|crowns|krónur|kruunua": "kr",
}  # fmt: skip

# What people call a thousand, or the money itself, in speech; "kr" and "" are settled by language and context.
SLANG: dict[str, tuple[str, int]] = {
    "papp|pappar|laken|lakan|lax|laxar|lapp|lappar|tusenlapp|tusenlappar|tusenlapper|tusindlapper|tusser": ("kr", 1000),
    "spänn|spenn|daler|bagis|bagare": ("kr", 1),
    "riesen|mille": ("EUR", 1000),
    "ruggen|rooien": ("EUR", 1000),
    "briques|patates|bâtons": ("EUR", 10000),
    "balles|boules|pavos|pavetes|leuros|eurillos|tacken|mücken|öcken|eurootjes": ("EUR", 1),
    "contos": ("BRL", 1000),
    "mangos": ("ARS", 1),
    "lucas": ("CLP", 1000),
    "palos": ("ARS", 1000000),
    "piasses|piastres": ("CAD", 1),
    "stutz": ("CHF", 1),
    "palos verdes": ("USD", 1000000),
}

# Every other ISO 4217 code reads as itself when written in capitals.
ISO_CODES = frozenset(
    (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
        "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
        "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
        "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
        "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
        "TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW "
    ).split()
)

# Everyday words in lower case ("try", "ron", "won"): money only when written in capitals.
CAPITALS_ONLY = frozenset({"try", "ron", "cop", "rm", "tl", "nis", "ars"})
# Everyday words in capitals too ("3 TOP FILMS"), and "Fr." for Friday: money only from a thousand up.
FROM_A_THOUSAND = frozenset(
    {"all", "top", "pen", "cup", "sos", "mad", "gel", "bam", "lak", "try", "ron", "cop", "ang", "fr.", "won"}
)

# Scale letters fused with a currency: T€, TEUR, k€, kSEK, TDKK, MNOK, tkr, mkr, mnkr.
SCALED_PREFIXES: dict[str, int] = {"t": 10**3, "k": 10**3, "m": 10**6, "mn": 10**6, "mio": 10**6, "mln": 10**6}

KRONE_BY_LANGUAGE = {"sv": "SEK", "no": "NOK", "nb": "NOK", "nn": "NOK", "da": "DKK", "is": "ISK", "fi": "SEK"}

# What tells which dollar, krone or peso is meant when only "$", "kr" or "pesos" is written: (pattern words, code).
PLACES: dict[str, str] = {
    "sweden|sverige|swedish|stockholm|göteborg|gothenburg|malmö|sek": "SEK",
    "norway|norge|norwegian|oslo|bergen|trondheim|stavanger|nok": "NOK",
    "denmark|danmark|danish|copenhagen|københavn|aarhus|odense|aalborg|dkk": "DKK",
    "iceland|island|reykjavik|reykjavík|isk": "ISK",
    "canada|canadian|toronto|vancouver|montreal|montréal|cad|québec": "CAD",
    "australia|australian|sydney|melbourne|brisbane|aud|gst": "AUD",
    "new zealand|auckland|nzd": "NZD",
    "singapore|sgd": "SGD",
    "hong kong|hkd": "HKD",
    "mexico|méxico|mexicanos|cdmx|mxn|guadalajara|monterrey": "MXN",
    "argentina|argentinos|buenos aires|ars": "ARS",
    "chile|chilenos|santiago de chile|clp": "CLP",
    "colombia|colombianos|bogotá|medellín|cop": "COP",
}  # fmt: skip
DOLLAR_FAMILY = ("CAD", "AUD", "NZD", "SGD", "HKD")
KRONE_FAMILY = ("SEK", "NOK", "DKK", "ISK")
PESO_FAMILY = ("MXN", "ARS", "CLP", "COP")
