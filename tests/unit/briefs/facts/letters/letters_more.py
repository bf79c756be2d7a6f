"""More letters of clients: institutions, forms, forwarded mails, dialect, and what they say."""

from __future__ import annotations

from tests.unit.briefs.facts.letters.letters import Letter

LETTERS = (
    Letter(
        (
            "Hi team, I'm Dana, head of brand at Moss & Fern Tea. We're after 6 recipe videos "
            "(30s, 4:5), shot in a kitchen studio in Leeds over 1.5 days. Organic social only, "
            "no end date. "
        ),
        client="Moss & Fern Tea",
        name="Dana",
        locations=("Leeds",),
        media=("social",),
        months=None,
    ),
    Letter(
        (
            "Fwd from the client below.\n\n---------- Forwarded message ---------\nFrom: Petra Hahn "
            "<p.hahn@solvena.example>\nDate: Mon, 2 Feb 2026\nSubject: Messefilm Hannover\n\nHallo, "
            "die Solvena GmbH braucht für die Hannover Messe einen Film von 90 Sekunden. Dreh in "
            "Kassel, ein Tag.\n\nPetra Hahn"
        ),
        client="Solvena",
        name="Petra Hahn",
        title="Messefilm Hannover",
        locations=("Kassel",),
        sender=("Sam Lowe", "sam@northlight.example"),
        subject="Fwd: Messefilm Hannover",
    ),
    Letter(
        (
            "We're a consortium (University of Brackwater, TU Felden and the Northsea Institute) "
            "and need a 3 minute project film, EU funded. Interviews in Brackwater, Felden and "
            "Ostend. English with French and Dutch subtitles. Lead contact: Prof. Ingrid Maas, "
            "i.maas@brackwater.example"
        ),
        name="Ingrid Maas",
        locations=("Brackwater", "Felden", "Ostend"),
        languages=("English", "French", "Dutch"),
    ),
    Letter(
        (
            'Channel 9 Docs commissions a 4 x 25\' series called "Salt Roads". 28 shoot days in '
            "Oman, Malta and Cornwall. Rights: TV and VOD, worldwide, ten years."
        ),
        client="Channel 9 Docs",
        title="Salt Roads",
        locations=("Oman", "Malta", "Cornwall"),
        media=("TV", "online"),
        territory="Worldwide",
        months=120,
    ),
    Letter(
        (
            "hi! lola from the band Glass Harbour here :) we need a lyric video + a 15s teaser "
            "for spotify canvas. no filming. 900 quid"
        ),
        client="Glass Harbour",
        name="Lola",
        locations=(),
    ),
    Letter(
        (
            "Ministry of Fisheries, Republic of Tavela\nTerms of reference: awareness film\n\n1 "
            "film, 5 minutes. Filming in Port Sable and Easter Bay, 6 days. Languages: French "
            "and Creole.\nFocal point: Jean-Marc Dubuisson, +230 555 0188"
        ),
        client="Ministry of Fisheries",
        name="Jean-Marc Dubuisson",
        phone="+230 555 0188",
    ),
    Letter(
        (
            "Morning Tom, Brightling & Sons want a corporate film for their 100th anniversary, 4 "
            "min. Filming at their yard in Poole and at their office in London, three days in "
            "total. English only. Use on their website and at the anniversary dinner. Cheers, "
            "Gill (Gill Marsh PR)"
        ),
        client="Brightling & Sons",
        name="Gill",
        locations=("Poole", "London"),
        media=("events", "online"),
    ),
    Letter(
        (
            'Kunde: Almhof Käse\nKampagne: Gipfelglück\nWas: 1x 20" + 2x 10", 16:9 und '
            "9:16\nDrehort: Alp ob Appenzell\nMedien: TV, DOOH, Social\nGebiet: "
            "Deutschschweiz\nLaufzeit: 6 Monate\nAP: Urs Frei, 071 555 01 44"
        ),
        client="Almhof Käse",
        title="Gipfelglück",
        name="Urs Frei",
        phone="071 555 01 44",
        media=("OOH", "TV", "social"),
        months=6,
    ),
    Letter(
        (
            "Hallo Northlight-Team, das Theater am Fluss in Passau sucht eine Filmcrew für einen "
            "Spielzeittrailer (60 Sek.). Gedreht wird im Theater. Wir zeigen ihn im Kino, auf "
            "der Website und auf Instagram. Beste Grüße, Mirjam Seidl, Dramaturgie"
        ),
        client="Theater am Fluss",
        name="Mirjam Seidl",
        media=("cinema", "online", "social"),
    ),
    Letter(
        (
            "Servus, i bin da Flo von da Bergbahn Hochkar, wir brauchen 4 Winterclips à 15 Sek., "
            "Dreh in Göstling am 10.1., für Insta und unsere Website."
        ),
        locations=("Göstling",),
    ),
    Letter(
        (
            "Im Auftrag der Gemeinde Talheim bitten wir um ein Angebot für einen Bürgerfilm, ca. "
            "4 Minuten. Drehtage: 2 in Talheim. Sprachfassungen: Deutsch, Leichte Sprache, "
            "Englisch. Büro Lenz, Tim Lenz"
        ),
        client="Gemeinde Talheim",
        locations=("Talheim",),
        languages=("German", "English"),
    ),
    Letter(
        (
            "Bonjour, l'association Les Mains Ouvertes souhaite un clip de 90 secondes pour sa "
            "campagne de dons. Tournage dans nos locaux à Roubaix, une journée. Diffusion web et "
            "réseaux, sans limite de durée. Contact : Fatou Diallo au 06 55 01 02 03."
        ),
        name="Fatou Diallo",
        phone="06 55 01 02 03",
        locations=("Roubaix",),
        media=("online", "social"),
        months=None,
    ),
    Letter(
        (
            "Client : Maison Perrault\nProjet : L'heure bleue\nAgence : Kolibri\nFormats : 1 x 45s, "
            "3 x 15s\nTournage : 2 jours, Arles et Nîmes\nDroits : cinéma, affichage digital et "
            "réseaux, Europe, 1 an\nLangues : français, anglais, japonais"
        ),
        client="Maison Perrault",
        title="L'heure bleue",
        locations=("Arles", "Nîmes"),
        media=("OOH", "cinema", "social"),
        territory="Europe",
        months=12,
        languages=("French", "English", "Japanese"),
    ),
    Letter(
        (
            "Hello, ici Bastien de la Brasserie du Canal, on voudrait 3 vidéos de 20s pour "
            "Insta, tournées à Nancy. 2 500 € HT. Bises"
        ),
        client="Brasserie du Canal",
        name="Bastien",
        locations=("Nancy",),
    ),
    Letter(
        (
            "Hola equipo: os escribo de parte de Hoteles Brisamar. Buscamos un vídeo por cada "
            "hotel (tres: Mallorca, Menorca e Ibiza), 60 segundos. Se grabará en Mallorca, "
            "Menorca e Ibiza. Para web y Booking. Un abrazo, Sergi Puig"
        ),
        name="Sergi Puig",
        locations=("Mallorca", "Menorca", "Ibiza"),
    ),
    Letter(
        (
            'Cliente: Zumos Naranjal\nCampaña: Exprime\nPiezas: 1 x 20", 4 x 6"\nRodaje: 1 día, '
            "Valencia\nUso: TV, exterior y redes, península ibérica, 12 meses\nIdiomas: castellano "
            "y catalán\nContacto: Núria Sala, nuria@naranjal.example"
        ),
        client="Zumos Naranjal",
        title="Exprime",
        locations=("Valencia",),
        media=("OOH", "TV", "social"),
        territory="Iberia",
        months=12,
        languages=("Spanish", "Catalan"),
        name="Núria Sala",
    ),
    Letter(
        (
            "Hallo! Joris hier van brouwerij De Vrolijke Monnik uit Gent. We zoeken een "
            "aftermovie van ons bierfeest: 90 sec + 3 reels. Draaien op 12 en 13 juni in Gent. "
            "Merci, Joris"
        ),
        name="Joris",
        locations=("Gent",),
    ),
    Letter(
        (
            "Opdrachtgever: Gemeente Waterland-Zuid\nProject: Samen wijzer\nContactpersoon: Els de "
            "Boer (06-5550 0123)\nOpnamelocaties: Purmerend, Edam en Monnickendam\nTalen: "
            "Nederlands, ondertiteld in Turks en Oekraïens\nGebruik: website, socials en "
            "narrowcasting, 3 jaar"
        ),
        client="Gemeente Waterland-Zuid",
        title="Samen wijzer",
        name="Els de Boer",
        phone="06-5550 0123",
        locations=("Purmerend", "Edam", "Monnickendam"),
        months=36,
        languages=("Dutch", "Turkish", "Ukrainian"),
    ),
    Letter(
        (
            "Hej Northlight! Elin på byrån Svala här. Vår kund Kustbanken behöver tre kundfilmer "
            "à 60 sek. Filmas i Kalmar och Växjö. Sociala medier och intranät, Sverige, två år. "
            "Språk: svenska med engelska undertexter."
        ),
        client="Kustbanken",
        locations=("Kalmar", "Växjö"),
        media=("internal", "social"),
        territory="Sweden",
        months=24,
        languages=("Swedish", "English"),
    ),
    Letter(
        (
            "Hej! Musikforeningen Klang inviterer til tilbud på en koncertfilm på 5 min. Optages "
            "i Aalborg 14. marts. Bruges på vores hjemmeside. Mange hilsner Jonas Bæk, tlf 25 55 "
            "01 88"
        ),
        client="Musikforeningen Klang",
        name="Jonas Bæk",
        phone="25 55 01 88",
        locations=("Aalborg",),
        media=("online",),
    ),
    Letter(
        (
            "Kunde: Vestlys Energi AS\nProsjekt: Grønt skifte\nInnspilling: 2 dager, Stavanger og "
            "Haugesund\nBruk: kino, TV og sosiale medier, Norge, 1 år\nKontakt: Marte Solheim, 934 "
            "55 012"
        ),
        client="Vestlys Energi",
        title="Grønt skifte",
        locations=("Stavanger", "Haugesund"),
        media=("TV", "cinema", "social"),
        territory="Norway",
        months=12,
        name="Marte Solheim",
        phone="934 55 012",
    ),
    Letter(
        (
            "Buongiorno, scrivo per il Comune di Borgosole: ci serve un video turistico di 2 "
            "minuti, girato a Borgosole e dintorni, in italiano con sottotitoli in inglese. "
            "Referente: dott.ssa Anna Riva, 0577 555 012"
        ),
        client="Comune di Borgosole",
        name="Anna Riva",
        phone="0577 555 012",
        locations=("Borgosole",),
        languages=("Italian", "English"),
    ),
    Letter(
        (
            "Oi! Sou o Caio da Bicicletas Pedalê. Queremos 5 vídeos de 15s pro Instagram, "
            "gravados em Curitiba. Valeu, Caio"
        ),
        client="Bicicletas Pedalê",
        name="Caio",
        locations=("Curitiba",),
    ),
    Letter(
        (
            "Hello,\n\nplease quote on the attached for Halden Optics' new telescope range: 1 x "
            "60s, 2 x 20s. Crew travels from London; we shoot in Tromsø. Deliver with Norwegian "
            "and Finnish voice-over.\n\nBest,\nAmir Sadeghi\nBlackbird Creative | +44 20 7946 0955"
        ),
        client="Halden Optics",
        name="Amir Sadeghi",
        phone="+44 20 7946 0955",
        locations=("Tromsø",),
        languages=("Norwegian", "Finnish"),
    ),
)
