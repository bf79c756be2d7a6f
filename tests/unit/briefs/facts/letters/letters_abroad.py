"""Letters of clients in Spanish, Dutch, the Scandinavian languages, Italian and Portuguese, and what they say."""

from __future__ import annotations

from tests.unit.briefs.facts.letters.letters import Letter

LETTERS = (
    Letter(
        (
            "Hola, soy Marta de Conservas Ría Alta. Queremos un vídeo de 45 segundos y 4 reels. "
            "Rodaje en Vigo y O Grove, dos días. Uso: redes y web, España y Portugal, 1 año. "
            "Subtítulos en inglés y portugués."
        ),
        client="Conservas Ría Alta",
        name="Marta",
        locations=("Vigo", "O Grove"),
        media=("online", "social"),
        territory="Spain and Portugal",
        months=12,
        languages=("English", "Portuguese"),
    ),
    Letter(
        (
            "Buenos días,\n\nEscribo desde la Fundación Mar Abierto. Necesitamos un documental "
            "corto de 8 minutos. Lugar de rodaje: Cádiz. Presupuesto 12.000 € + IVA.\n\nUn "
            "saludo,\nÁlvaro Pineda\n+34 600 555 010"
        ),
        client="Fundación Mar Abierto",
        name="Álvaro Pineda",
        phone="+34 600 555 010",
        locations=("Cádiz",),
    ),
    Letter(
        (
            'Para nuestro cliente Aceites Valdeoro buscamos productora: spot 20" y dos piezas de '
            '10". Campaña «Raíz». TV, cine y digital en España, 6 meses. Se rueda en Úbeda. '
            "Gracias, Lucía Prat (Agencia Milpa)"
        ),
        client="Aceites Valdeoro",
        title="Raíz",
        name="Lucía Prat",
        locations=("Úbeda",),
        media=("TV", "cinema", "online"),
        territory="Spain",
        months=6,
    ),
    Letter(
        (
            "El Ayuntamiento de Villasol convoca la producción de un vídeo turístico de 2 "
            "minutos en español e inglés. Localizaciones: casco antiguo, playa de Levante y "
            "puerto. Responsable: Pilar Osuna"
        ),
        client="Ayuntamiento de Villasol",
        name="Pilar Osuna",
        languages=("Spanish", "English"),
    ),
    Letter(
        (
            "Hoi, ik ben Femke van Bakkerij De Korenmolen. We willen een filmpje van een minuut "
            "en vijf clipjes van 15 sec. Draaien in onze bakkerij in Deventer, 1 dag. Voor "
            "website en socials. Groetjes, Femke"
        ),
        client="Bakkerij De Korenmolen",
        name="Femke",
        locations=("Deventer",),
        media=("online", "social"),
    ),
    Letter(
        (
            "Beste,\n\nNamens Waterschap Zilverstroom vraag ik een offerte voor een animatie van "
            "90 seconden. Voice-over Nederlands, ondertiteling Engels en Arabisch. Gebruik: "
            "intranet en website, onbeperkt.\n\nMet vriendelijke groet,\nRuud "
            "Hendrix\nCommunicatieadviseur\n06 5550 0199"
        ),
        client="Waterschap Zilverstroom",
        name="Ruud Hendrix",
        phone="06 5550 0199",
        media=("internal", "online"),
        months=None,
        languages=("Dutch", "English", "Arabic"),
    ),
    Letter(
        (
            "Onderwerp: Briefing zomercampagne\n\nVoor onze klant Fietsenfabriek Tromp: spot 20 "
            "sec en 3 bumpers. Opnamelocatie: Texel en Alkmaar, 2 draaidagen. TV en online, "
            "Benelux, een jaar.\n\nGroet,\nDaan Mulder\nBureau Noord"
        ),
        client="Fietsenfabriek Tromp",
        name="Daan Mulder",
        locations=("Texel", "Alkmaar"),
        media=("TV", "online"),
        territory="Benelux",
        months=12,
    ),
    Letter(
        (
            "Wij zijn Museum Het Pakhuis in Zaandam en zoeken iemand voor een "
            "tentoonstellingsfilm (2 min, 16:9), opnames in Zaandam. Contact: Anke Smit, "
            "anke@hetpakhuis.example"
        ),
        client="Museum Het Pakhuis",
        name="Anke Smit",
        locations=("Zaandam",),
    ),
    Letter(
        (
            "Hej!\n\nJag heter Karin Ek och jobbar på Fjällbryggeriet. Vi vill göra en film på 60 "
            "sekunder och fyra klipp på 15 sek. Inspelningsplats: Åre. Visas på webben och i "
            "sociala medier i Norden i två år. Undertexter på engelska.\n\nMvh\nKarin Ek"
        ),
        client="Fjällbryggeriet",
        name="Karin Ek",
        locations=("Åre",),
        media=("online", "social"),
        territory="Nordics",
        months=24,
        languages=("English",),
    ),
    Letter(
        (
            "Hej, vi på Lingonvägens Förskola behöver en kort film (1 min) till föräldramötet. "
            "Spela in i Borås en halv dag. Tack! Lotta"
        ),
        client="Lingonvägens Förskola",
        name="Lotta",
        locations=("Borås",),
    ),
    Letter(
        (
            "Beställare: Region Västerskog\nProjekt: Trygg hemma\nFilm 2 min, textas på arabiska "
            "och somaliska\nInspelning: Skövde, 1 dag\nKontakt: Per Lindahl 0500-555 01"
        ),
        client="Region Västerskog",
        title="Trygg hemma",
        languages=("Arabic", "Somali"),
        locations=("Skövde",),
        name="Per Lindahl",
        phone="0500-555 01",
    ),
    Letter(
        (
            "Hej! Vår kund Granbacka Mejeri lanserar en ny yoghurt och behöver en reklamfilm på "
            "20 sek för tv och bio, Sverige, ett halvår. Inspelning i Gävle. Hälsningar Oskar, "
            "Byrån Fyr"
        ),
        client="Granbacka Mejeri",
        name="Oskar",
        media=("TV", "cinema"),
        territory="Sweden",
        months=6,
        locations=("Gävle",),
    ),
    Letter(
        (
            "Hej, jeg hedder Mette og arbejder hos Havgarn. Vi skal bruge en film på 45 sekunder "
            "og 3 reels, optaget i Svaneke. Bruges på Instagram og hjemmesiden i Danmark i et "
            "år. Vh Mette"
        ),
        client="Havgarn",
        name="Mette",
        locations=("Svaneke",),
        media=("online", "social"),
        territory="Denmark",
        months=12,
    ),
    Letter(
        (
            "Kære alle\n\nRoskilde Dyrskue søger produktion af aftermovie på 2 min. Optagelser "
            "5.-7. juni i Roskilde. Undertekster på tysk.\n\nMed venlig hilsen\nBirgitte "
            "Lund\nPressechef\nTlf. 46 55 01 20"
        ),
        client="Roskilde Dyrskue",
        name="Birgitte Lund",
        phone="46 55 01 20",
        locations=("Roskilde",),
        languages=("German",),
    ),
    Letter(
        (
            "Kunde: Egeskov Møbler A/S\nTitel: Siddende\nBureau: Klip & Ko\nOptagested: Odense og "
            "Svendborg\nRettigheder: online og butiksskærme, Skandinavien, 3 år"
        ),
        client="Egeskov Møbler",
        title="Siddende",
        locations=("Odense", "Svendborg"),
        media=("in-store", "online"),
        territory="Scandinavia",
        months=36,
    ),
    Letter(
        (
            "Hei! Ingrid fra Fjordlaks her. Vi trenger en film på 30 sek til TV og nett, Norge, "
            "12 måneder. Opptak i Ålesund, to dager. Teksting på engelsk."
        ),
        client="Fjordlaks",
        name="Ingrid",
        locations=("Ålesund",),
        media=("TV", "online"),
        territory="Norway",
        months=12,
        languages=("English",),
    ),
    Letter(
        (
            "Hei,\n\nTromvik kommune ønsker en informasjonsfilm på 90 sekunder. Opptakssted: "
            "Tromvik. Undertekster på nordsamisk og engelsk.\n\nVennlig hilsen\nEva "
            "Nilsen\nkommunikasjonsrådgiver"
        ),
        client="Tromvik kommune",
        name="Eva Nilsen",
        locations=("Tromvik",),
        languages=("Sámi", "English"),
    ),
    Letter(
        (
            "Buongiorno, sono Giulia Ferri di Cantina Montelupo. Vorremmo un video di 60 secondi "
            "e tre clip da 15. Riprese a Siena, due giorni. Uso: sito, social e fiere, Italia e "
            "Germania, due anni. Sottotitoli in tedesco e inglese. Grazie, Giulia"
        ),
        client="Cantina Montelupo",
        name="Giulia Ferri",
        locations=("Siena",),
        media=("events", "online", "social"),
        territory="Italy and Germany",
        months=24,
        languages=("German", "English"),
    ),
    Letter(
        (
            "Per conto di Pastificio Morandi cerchiamo una casa di produzione per uno spot da "
            '30". Location: Parma. TV e cinema, Italia, 1 anno.\n\nCordiali saluti\nLuca '
            "Bassi\nAgenzia Tre Punti"
        ),
        client="Pastificio Morandi",
        name="Luca Bassi",
        locations=("Parma",),
        media=("TV", "cinema"),
        territory="Italy",
        months=12,
    ),
    Letter(
        (
            "Olá, aqui é a Renata da Café Serra Azul. Precisamos de um filme de 30s e 6 reels, "
            "gravação em Belo Horizonte, 2 diárias. Veiculação: TV e redes sociais, Brasil, 1 "
            "ano. Abraços, Renata"
        ),
        client="Café Serra Azul",
        name="Renata",
        locations=("Belo Horizonte",),
        media=("TV", "social"),
        territory="Brazil",
        months=12,
    ),
    Letter(
        (
            "Bom dia,\n\nA Câmara Municipal de Vila Clara pretende um vídeo promocional de 2 "
            "minutos. Filmagens em Vila Clara e Tavira. Legendas em inglês e "
            "alemão.\n\nCumprimentos,\nJoana Pires\n+351 281 555 012"
        ),
        client="Câmara Municipal de Vila Clara",
        name="Joana Pires",
        phone="+351 281 555 012",
        locations=("Vila Clara", "Tavira"),
        languages=("English", "German"),
    ),
)
