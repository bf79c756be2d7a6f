# ruff: noqa: E501  (wordings stand as clients send them, in one piece)
"""Short whole briefs with the noise around the pieces: past films, people, money, dates.

An expectation is written `quantity×seconds ratio+ratio`, pieces apart by `;`, a dash for what is not said, and
`nothing` where no piece is asked for.
"""

BRIEFS: tuple[tuple[str, str], ...] = (
    (
        "Hi there,\n\nWe're Larkfield Dairy, a family firm with 48 staff and 3 sites. Last autumn a student made us two 30-second videos which nobody liked.\n\nFor the launch of our new yoghurt we'd like a 60 second brand film (16:9) and then 4 x 10 second recipe clips, vertical. You'd have one day in our kitchen and half a day on the farm. Two rounds of comments would be plenty.\n\nBudget: £14,000 + VAT. We need it by 12 May.\n\nBest, Jo",
        "1×60s 16:9; 4×10s 9:16",
    ),
    (
        "REQUEST FOR QUOTATION\n\n1. Scope of work\nThe supplier shall produce the following:\na) One (1) corporate film with a duration of 3 minutes in 16:9;\nb) Five (5) interview films with a duration of 60 seconds each in 16:9 and 1:1;\nc) Ten (10) photographs.\n\n2. Timing\nKick-off within 5 working days. Two drafts are presented. Final delivery 3 September 2026.\n\n3. Price\nPrices in EUR excluding VAT. Maximum EUR 38,000. Payment 30 days.\nBidders submit three references of similar films (max. 2 pages each) and a showreel of at most 3 minutes.",
        "1×180s 16:9; 5×60s 16:9+1:1; 10×- -",
    ),
    (
        "Client: Nordwind Outdoor\nProject: Autumn jackets\nDeliverables: 1 hero film (45s), 3 product films (20s each), 6 stories (9s)\nFormats: hero 16:9, product films 16:9 + 4:5, stories 9:16\nShoot: 2 days, Harz\nDelivery: 30 Sept\nBudget: 32k EUR net\nUsage: online + social, DACH, 12 months",
        "1×45s 16:9; 3×20s 16:9+4:5; 6×9s 9:16",
    ),
    (
        "[12:01] Mia: ok so the festival wants 1 aftermovie, 2 min, 16:9\n[12:02] Mia: plus a 30s teaser before the festival, vertical\n[12:02] Mia: and 3 daily recaps of 45s, vertical\n[12:04] Mia: oh and no drone this time\n[12:05] Mia: budget 9k incl everything, 14-16 August",
        "1×120s 16:9; 1×30s 9:16; 3×45s 9:16",
    ),
    (
        "Guten Tag Herr Kranz,\n\nfür unser Jubiläum (75 Jahre, 320 Mitarbeitende, 4 Werke) planen wir einen Film von rund vier Minuten im Format 16:9. Aus dem Material sollen außerdem drei Social-Media-Clips mit je 30 Sekunden (9:16) entstehen. Fotos macht unser Hausfotograf.\n\nGedreht werden soll an drei Tagen im März in Hagen. Wir rechnen mit zwei Korrekturschleifen und einem Budget von 25.000 Euro netto. Fertig muss alles am 24. April 2026 sein.\n\nDer Film von 2021 war uns mit 9 Minuten zu lang.\n\nFreundliche Grüße\nPetra Wolke",
        "1×240s 16:9; 3×30s 9:16",
    ),
    (
        "Bonjour,\n\nNous préparons la campagne d'été de la Ville. Il nous faudrait :\n• un film de 45 secondes pour le cinéma, en 16/9 ;\n• sa déclinaison de 20 secondes pour le web, en 16/9 et carré ;\n• 6 stories de 10 secondes, en vertical.\n\nBudget : 18 000 € HT. Tournage : 2 jours à Annecy. Livraison le 5 juin.\nL'an dernier nous avions fait 3 films de 30 secondes pour 22 000 €.",
        "1×45s 16:9; 1×20s 16:9+1:1; 6×10s 9:16",
    ),
    (
        "Hola, os escribo de Bodegas Altozano. Este año queremos un vídeo de marca de dos minutos y medio, en horizontal, y cuatro vídeos cortos de veinte segundos, en vertical, uno por cada vino. Tenemos 6.500 € más IVA. Rodaje: un día en Haro. Entrega antes del 20 de junio. El vídeo del año pasado duraba 5 minutos y nadie lo vio entero.",
        "1×150s 16:9; 4×20s 9:16",
    ),
    (
        "Hoi! Voor de open dag van ons college zoeken we iemand die 1 sfeerfilm (90 sec, liggend) en 5 korte testimonials van studenten (30 sec, staand) kan maken. We hebben 12 opleidingen en 3 locaties. Budget 7.500 euro excl. btw, draaien op 14 maart, klaar op 1 april. Twee feedbackrondes.",
        "1×90s 16:9; 5×30s 9:16",
    ),
    (
        "Vi er et lite bryggeri i Bodø med 9 ansatte og 14 øltyper. Vi ønsker oss to korte filmer til sosiale medier på 20 sekunder, stående, og én lengre film på to minutter til nettsiden, liggende. Budsjett 85 000 kr eks. mva. Levering 1. juni.",
        "2×20s 9:16; 1×120s 16:9",
    ),
    (
        "Subject: quote please\n\nNeed a price for:\n\n30 sec TVC x 1 (16:9)\n15 sec cutdown x 2 (16:9)\n6 sec bumper x 4 (16:9 & 9:16)\nKey visuals x 6\n\nShoot 2 days Sydney. Usage 12 mths ANZ TV + online. Budget A$120k ex GST.",
        "1×30s 16:9; 2×15s 16:9; 4×6s 16:9+9:16; 6×- -",
    ),
    (
        "Brief: onboarding videos\n\nContent: Each video explains one step of our app.\nHow many: 8\nHow long: 45 seconds each\nFormat: 16:9\nWhen: by the end of May",
        "8×45s 16:9",
    ),
    (
        "We'd like to commission three films about our apprentices - one about a welder, one about a nurse and one about a cook. Each about 90 seconds, widescreen. Additionally, each film should have a 15 second vertical teaser.",
        "3×90s 16:9; 3×15s 9:16",
    ),
    (
        "Leistungsumfang:\nPosition 1: Imagefilm, Länge 2-3 Min., 16:9\nPosition 2: 4 Social-Media-Snippets, Länge jeweils 15 Sek., 9:16\nPosition 3: Produktfotos, 20 Stück",
        "1×180s 16:9; 4×15s 9:16; 20×- -",
    ),
    (
        "| Pos | Leistung | Anzahl | Dauer | Format |\n|---|---|---|---|---|\n| 1 | Hauptfilm | 1 | 2:30 | 16:9 |\n| 2 | Teaser | 2 | 0:30 | 16:9 / 1:1 |\n| 3 | Portraitfotos | 12 | – | – |",
        "1×150s 16:9; 2×30s 16:9+1:1; 12×- -",
    ),
    (
        "Asset\tQty\tDuration\tRatio\nHero\t1\t60s\t16:9\nProduct cut\t3\t20s\t1:1\nStory\t6\t10s\t9:16",
        "1×60s 16:9; 3×20s 1:1; 6×10s 9:16",
    ),
    (
        "Asset,Qty,Duration,Ratio\nHero,1,60s,16:9\nProduct cut,3,20s,1:1\nStory,6,10s,9:16",
        "1×60s 16:9; 3×20s 1:1; 6×10s 9:16",
    ),
    (
        "Hi, it's Dee from Harbour Books. We'd love a trailer for the new novel, about 45 seconds, square and vertical. Nothing else. 3 weeks. £2,500.",
        "1×45s 1:1+9:16",
    ),
    (
        "The campaign has three phases. Phase 1: a 20s teaser. Phase 2: the 60s main film. Phase 3: five 10s product spots. All in 16:9 and 9:16.",
        "1×20s 16:9+9:16; 1×60s 16:9+9:16; 5×10s 16:9+9:16",
    ),
    (
        "Kampagne: 1 Kinospot (60 Sek.), davon abgeleitet 1 TV-Spot (30 Sek.) und 2 Online-Spots (15 Sek.). Zusätzlich 1 Making-of (3 Min.).",
        "1×60s -; 1×30s -; 2×15s -; 1×180s -",
    ),
    (
        "Vi vil gerne have en film om vores nye havn. Den skal vare cirka tre minutter og leveres i 16:9. Derudover fem små klip til Facebook på hver 20 sekunder i kvadratisk format.",
        "1×180s 16:9; 5×20s 1:1",
    ),
    (
        "Hej! Vi söker någon som kan göra en rekryteringsfilm, ca 90 sekunder, liggande, samt sex medarbetarporträtt på 30 sekunder vardera, stående. Tidigare har vi haft två filmer på fem minuter men de blev för långa.",
        "1×90s 16:9; 6×30s 9:16",
    ),
    (
        "Abbiamo bisogno di un film istituzionale di 2 minuti in 16:9 e di tre versioni brevi da 20 secondi in 9:16 e 1:1, più 15 fotografie. Budget 12.000 euro + IVA.",
        "1×120s 16:9; 3×20s 9:16+1:1; 15×- -",
    ),
    (
        "A podcast trailer (60s, audiogram, 1:1) and filmed episodes: 4 episodes, 40 minutes each, 16:9.",
        "1×60s 1:1; 4×2400s 16:9",
    ),
)
