"""Names of picture formats, in all languages at once."""

SQUARE = (
    "square|quadratisch*|quadrat|quadratformat|carré|carrée|carrés|format carré|cuadrado|cuadrada|cuadrados|"
    "vierkant|vierkante"
    "|kvadratisk|kvadratiska|kvadratiske|kvadrat|kvadratformat|kvadratisch|quadrato|quadrata|quadrati|quadrado|quadrada"
    "|quadrados|neliö|neliönä|neliömuoto"
)
VERTICAL = (
    "vertical|verticals|vertically|portrait|portrait format|portrait mode|hochkant|hochformat|hochformatig*|"
    "vertikal|vertikale"
    "|vertikales|vertikaler|vertikalen|vertikalt|format vertical|verticale|verticales|verticaux|verticalement|"
    "verticaal|staand"
    "|staande|stående|ståande|højformat|høyformat|högformat|verticali|verticais|pystysuora|pystyvideo|pystyyn|pysty"
)
HORIZONTAL = (
    "horizontal|horizontals|landscape|widescreen|wide-screen|querformat|quer|breitbild|horizontale|horizontales|"
    "horizontaux"
    "|paysage|format paysage|format horizontal|apaisado|apaisada|panorámico|liggend|liggende|liggande|breedbeeld|"
    "bredbild"
    "|horisontal|horisontalt|horisontella|horisontale|bredformat|bredt format|orizzontale|orizzontali|horizontais|vaaka"
)
# These are formats only beside a word for format.
SOCIAL = "stories|story|reels|reel|tiktok|tiktoks|shorts|snapchat|instagram story|instagram reel"
FORMAT_WORD = (
    "format|formats|formate|formatos|formato|formaat|formaten|formaat|formater|formati|aspect|ratio|aspect ratio|"
    "version"
    "|versions|versionen|versión|versiones|versie|crop|crops|cut|cuts|cutdowns|edit|edits|video|videos|film|films|"
    "spot|spots"
    "|clip|clips|deliverable|deliverables|asset|assets|reels|reel|story|stories|shorts|post|posts|master|masters|social"
)
# "square" is a place after a name or before these, "portrait" a picture of a person, "vertical" an industry.
NOT_SQUARE_AFTER = (
    "meters|metres|meter|metre|feet|foot|ft|km|miles|mile|inch|inches|enix|one|root|garden|gardens|dance|meal|"
    "brackets|bracket"
    "|kilometer|meters|mètres|metros|meter|mètre|payments|pos|inc|ltd|space"
)
NOT_PORTRAIT_AFTER = (
    "of|photo|photos|photography|photographer|session|shoot|shot|shots|lens|painting|series|stills|sitting|"
    "portraits|de|von"
    "|d'|du|fotos|photographs"
)
NOT_VERTICAL_AFTER = (
    "market|markets|industry|industries|integration|farm|farming|takeoff|sector|sectors|climb|marché|marchés"
)
NOT_LANDSCAPE_AFTER = (
    "shots|shot|photography|architect|architects|gardening|garden|gardener|design|designer|architecture|of|painting|"
    "scenes|views"
    "|is|changes"
)
