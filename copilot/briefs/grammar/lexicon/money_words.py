"""Words around an amount, in all languages at once: they do not contradict one another."""

from __future__ import annotations

BETWEEN = (
    "between|from|anywhere between|somewhere between|anywhere from|zwischen|von|entre|de|desde|entre los|tussen|van"
    "|vanaf|mellan|från|mellem|mellom|fra|tra|fra i|da|dai|välillä|ranging from|range of|in the range of"
)
RANGE_TO = "to|up to|until|bis|bis zu|à|a|al|hasta|tot|till|til|até|fino a|y|and|und|et|en|och|og|e|-"
AND = "and|und|et|y|en|och|og|e|ja"

AT_MOST = (
    "up to|max|max.|maximum|maximum of|a maximum of|maximal|maximale|maximaal|máximo|máximo de|un máximo de|at most"
    "|no more than|not more than|not exceed|not to exceed|not exceeding|must not exceed|cannot exceed|can't exceed|"
    "won't exceed"
    "|not go over|not go above|not be more than|nothing over|under|below|less than|capped at|cap|cap of|a cap of"
    "|ceiling|ceiling of|ceiling is|ceiling at|upper limit|upper limit of|hard cap|hard cap of|limit|limit of|"
    "top out at"
    "|tops out at|stay under|stay below|keep it under|keep under|within|not above|bis|bis zu|höchstens|"
    "nicht mehr als|unter"
    "|obergrenze|obergrenze von|deckel|budgetdeckel|gedeckelt auf|gedeckelt bei|kostendach|kostendach von"
    "|nicht überschreiten|maximalbudget|au plus|au maximum|maximum de|un maximum de|plafond|plafond de|plafonné à"
    "|jusqu'à|pas plus de|ne pas dépasser|ne dépasse pas|ne doit pas dépasser|ne devra pas dépasser|dépasser|moins de"
    "|enveloppe maximale de|hasta|como máximo|no más de|no superar|no superar los|no exceder|no exceder de|"
    "no debe superar"
    "|no debe superar los|no puede superar los|tope|tope de|techo de|menos de|límite de|tot|hooguit|hoogstens|"
    "ten hoogste"
    "|niet meer dan|maximaal budget|plafond van|maximum van|een maximum van|onder de|harde grens|grens|limiet|"
    "harde limiet|niet hoger dan|högst|maximalt|upp till"
    "|inte mer än|tak|tak på|taket är|ett tak på|budgettak|ej överstiga|inte överstiga|under|højst|maks|maks.|maksimalt"
    "|op til|ikke mere end|ikke over|loft på|loft|et loft på|ikke overstige|budgetloft|høyst|opp til|opptil|"
    "ikke mer enn"
    "|taket er|et tak på|kostnadstak|al massimo|massimo|massimo di|un massimo di|fino a|non più di|non superare|"
    "tetto di"
    "|non oltre|no máximo|até|até um máximo de|não mais de|não ultrapassar|não pode ultrapassar|teto de|limite de"
    "|enintään|korkeintaan|alle|≤"
)
CEILING = "ceiling|cap|hard cap|upper limit|obergrenze|plafond|tope|techo|tak|taket|loft|tetto|teto|limite|bovengrens"
AT_MOST_AFTER = (
    "nte|not to exceed|grand max|grand maximum|max|max.|maximum|tops|not a penny more|mehr nicht|mehr geht nicht|"
    "pas un sou de plus|ni un duro más|meer niet|inte mer|ikke mere|non di più|nem mais um|is all there is|"
    "is all we have|is the lot|is het plafond|ist das dach|är taket|er taket|er loftet|es el tope|è il tetto|é o teto|"
    "at most|at the most|or less|or under|ceiling|cap|hard cap|limit|as a ceiling|as a cap"
    "|as an upper limit|absolute max|all in max|höchstens|maximal|obergrenze|maximum|au maximum|au plus|maxi|plafond"
    "|como máximo|máximo|máx|máx.|maximaal|max|hooguit|högst|maximalt|som mest|som tak|højst|maks|maks.|maksimalt|høyst"
    "|al massimo|massimo|no máximo|at the very most|is the ceiling|is our ceiling|is our limit|is the limit|is the cap"
    "|is our max|is the max|is our maximum|is the maximum|is the absolute maximum"
)
AT_LEAST = (
    "at least|min|min.|minimum|minimum of|a minimum of|no less than|not less than|from|starting at|starting from|"
    "upwards of"
    "|more than|over|above|mindestens|ab|minimal|mehr als|über|au moins|à partir de|au minimum|minimum de|plus de|"
    "al menos"
    "|a partir de|mínimo|como mínimo|más de|vanaf|minstens|minimaal|meer dan|ten minste|minst|från|minst|mer än|mindst"
    "|mere end|fra|mer enn|almeno|più di|pelo menos|mais de|vähintään|yli|≥"
)
ABOUT = (
    "about|around|approx|approx.|approximately|roughly|circa|ca|ca.|c.|~|ballpark|ballpark of|some|say|or so|"
    "in the region of"
    "|in the area of|somewhere around|close to|nearly|almost|just over|just under|rund|etwa|ungefähr|um die|gut|knapp"
    "|environ|autour de|aux alentours de|près de|à peu près|de l'ordre de|unos|unas|alrededor de|cerca de|"
    "aproximadamente"
    "|en torno a|aprox|aprox.|ongeveer|rond|rond de|zo'n|omstreeks|om en nabij|runt|omkring|ungefär|cirka|kring|omtrent"
    "|rundt|ca|circa|intorno a|intorno ai|circa i|attorno a|por volta de|em torno de|perto de|noin|±|+/-"
)
ABOUT_AFTER = "or so|give or take|approx|approx.|ish|-ish|oder so|environ|aproximadamente|ungefär|circa|ca|ca.|ongeveer"

# Words after which a bare number is a sum of money ("Budget: 45k").
MORE_THAN = (
    "more than|over|above|beyond|mehr als|über|plus de|au-dessus de|au-delà de|más de|meer dan|boven|mer än|över|"
    "mere end|"
    "over|mer enn|più di|oltre|mais de|mais do que|além de"
)
BUDGET = (
    "budget|budget*|gesamtbudget*|produktionsbudget|etat|kostenrahmen|enveloppe|presupuesto*|rahmen|begroting|orçamento"
    "|verba|rammen|budjetti|fee|spend|price|kosten|importe|honorar|totalt|we have|we've got|wir haben|on a|"
    "nous disposons de|ik heb|ich habe|jeg har|jag har|ho|tenho|nous avons|"
    "disponemos de"
    "|tenemos|we hebben|vi har|abbiamo|temos|cost|ramme|budsjett*|ceiling|cap|cost ceiling"
)
BUDGET_BRIDGE = (
    "is|was|of|at|are|for|this|the|our|total|ist|liegt|bei|von|beträgt|es|son|est|fixé|à|de|d'|is|van|är|på|er|on|"
    "het|ligt|rond"
    "|we|have|set|would|be|will|should|not|in|a|range|ligger|ca|da|ungefähr|il|è|do|total|currently|sits|around|"
    "about|approx"
    "|up|to|maximum|max|between|zwischen|entre|mellan|mellem|mellom|tussen|circa|ca.|rund|etwa|environ|unos|"
    "ongeveer|runt"
    "|omkring|bis|zu|exceed|cannot|must|pas|dépasser|ne|doit|film|project|campaign|production|working|overall|"
    "all-in|all|in"
    "|figure|expected|available|approved|verfügung|steht|zur|disponible|global"
)

TAX_WORD = (
    "value added tax|value-added tax|taxe sur la valeur ajoutée|impuesto sobre el valor añadido|"
    "impuesto al valor agregado|"
    "belasting toegevoegde waarde|mervärdesskatt|mervärdesskatten|merværdiafgift|moms.|imposta sul valore aggiunto|"
    "imposto sobre o valor acrescentado|"
    "vat|v.a.t.|tax|taxes|consumption tax|service tax|"
    "gst|hst|sales tax|mwst|mwst.|mehrwertsteuer|ust|ust.|umsatzsteuer|steuer|steuern|tva|taxe|"
    "taxes|iva"
    "|i.v.a.|igv|itbis|isv|icms|impuestos|impuesto|imposto|btw|b.t.w.|moms|mva|mva.|merverdiavgift|m.v.a.|alv|alv.|"
    "arvonlisävero|imposte|"
    "impostos|igic|kdv|pst|qst|tvq|tps|áfa|dph|pdv"
)
EXCLUDED_BEFORE_TAX = (
    "before|avant|avant les|antes de|antes del|före|før|prima di|prima dell'|prima delle|"
    "s/|excludes|exclude|outside|excluye|exclut|exclui|excl|excl.|excluding|exclusive of|exclusive|ex|ex.|exc|"
    "exc.|without|plus|+|before|net of|not including|not incl"
    "|not incl.|subject to|zzgl|zzgl.|zuzüglich|exkl|exkl.|exklusive|ohne|o.|o|vor|netto ohne|hors|hors de|sans|sin"
    "|más|mas|no incluye|no incluido|exclusief|exclusieve|zonder|plus|exklusive|utan|eksklusive|ekskl|ekskl.|uden|eks"
    "|eks.|uten|esclusa|esclusa l'|escluso|esclusi|più|senza|excluindo|mais|sem|acrescido de|ilman|pl.|add"
    "|acresce|acrescem"
)
EXCLUDED_AFTER_TAX = (
    "excluded|exclusive|extra|separate|separately|apart"
    "|not included|on top|exkl|exkl.|ausgeschlossen|nicht enthalten|en sus|non comprise|"
    "non incluse"
    "|exclue|excluido|no incluido|no incluidos|aparte|niet inbegrepen|tillkommer|ej inkluderat|oräknad|exkluderad"
    "|ikke inkludert|kommer i tillæg|kommer i tillegg|esclusa|non inclusa|excluído|não incluído|à parte|0 %|"
    "will be added"
    "|to be added|kommt hinzu|tilkommer|would be on top|comes on top|goes on top|is on top|be on top of that|"
    "kommt drauf|kommt dazu|obendrauf"
    "|en plus|aparte|komt erbij|erbovenop|komt er nog bij|kommer utöver|oveni|kommer på toppen|i tillegg|a parte|"
    "à parte"
)
INCLUDED_BEFORE_TAX = (
    "c/|includes|include|inclut|inclui|incl|incl.|including|inclusive of|inclusive|inc|inc.|with|after|inkl|inkl.|"
    "inklusive|mit|einschließlich|"
    "toutes taxes"
    "|toutes|avec|taxes comprises|con|incluye|incluido|incluyendo|inclusief|inclusieve|met|med|innehåller|iberegnet|"
    "inkludert"
    "|inklusiv|inclusa|compresa|comprensivo di|com|incluindo|sis.|sis|sisältäen"
)
INCLUDED_AFTER_TAX = (
    "included|inclusive|incl|incl.|inkl|inkl.|inbegriffen|enthalten|comprise|incluse|comprises|incluido|incluidos|"
    "inclusief"
    "|inbegrepen|inkluderad|inräknad|inkludert|inkluderet|inklusive|inclusa|compresa|inclusi|incluído|"
    "incluídos|incluso|inclusos|dahil"
)
EXCLUDED_ALONE = (
    "netto|net|ht|h.t.|htva|h.t.v.a.|hors taxes|hors taxe|exkl|exvat|ex-vat|vatex|exmoms|excl-vat|nets|netos|neto|"
    "netti|+vat|alv 0 %|alv 0%"
)
INCLUDED_ALONE = (
    "brutto|gross|ttc|tvac|t.v.a.c.|t.t.c.|toutes taxes comprises|bruto|tax-inclusive|vat-inclusive|brut|lordo|lordi"
)

PER_UNIT = "/|per|pro|par|por|a|each|je|pr.|pr|om|um|al|à|all'|à la|an"
PER_WHAT = (
    "day|hour|person|head|film|video|unit|week|month|year|piece|spot|asset|night|km|mile|tag|stunde|person|jour|heure"
    "|personne|día|hora|persona|dag|uur|timme|time|person|giorno|ora|dia|tagessatz|episode|folge|stück|pièce|annum|"
    "diem|h|d"
)
# After a bare number these say that it is not money.
NOT_MONEY = (
    "%|percent|prozent|pour cent|followers|subscribers|views|impressions|people|persons|employees|users|units|"
    "pieces|days|day"
    "|hours|seconds|sec|s|min|minutes|films|videos|spots|x|px|fps|hz|km|m2|views|tage|tagen|jours|días|dagen|dagar|"
    "dage|dager"
    "|personen|personnes|personas|words|pages|resolution|shots|words|weeks|months|wochen|monate|giorni|dias|"
    "cutdowns|assets"
)
