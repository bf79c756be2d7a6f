"""German and French letters of clients, and what they say."""

from __future__ import annotations

from tests.unit.briefs.facts.letters.letters import Letter

LETTERS = (
    Letter(
        (
            "Hallo zusammen,\n\nwir (Brauerei Hirschquell GmbH) planen einen Imagefilm, 90 "
            "Sekunden, 16:9, und drei Clips à 15 Sekunden. Drehort ist unsere Brauerei in "
            "Bamberg, zwei Drehtage. Einsatz: Website, YouTube und Kino, Bayern, 2 Jahre.\n\nViele "
            "Grüße\nStefan Kolb\nMarketingleitung"
        ),
        client="Brauerei Hirschquell",
        name="Stefan Kolb",
        locations=("Bamberg",),
        media=("cinema", "online"),
        territory="Bavaria",
        months=24,
    ),
    Letter(
        (
            "Guten Tag, ich bin Sabine Roth vom Stadtmuseum Lindenau und suche jemanden für "
            "einen Ausstellungsfilm (3 Min.). Dreh an einem Tag in Leipzig. Untertitel auf "
            "Englisch und Polnisch."
        ),
        client="Stadtmuseum Lindenau",
        name="Sabine Roth",
        locations=("Leipzig",),
        languages=("English", "Polish"),
    ),
    Letter(
        (
            "Moin, hier Ole von Küstenrad. Wir brauchen 5 Reels à 20 Sek. für Instagram, Dreh in "
            "Husum und auf Sylt, 1 Tag, 3.500 netto. Gruß Ole"
        ),
        client="Küstenrad",
        name="Ole",
        locations=("Husum", "Sylt"),
    ),
    Letter(
        (
            "Betreff: Kampagne „Heimvorteil“\n\nFür unseren Kunden Bergwerk Outdoor AG suchen wir "
            "eine Produktion: 1 Spot 30 Sek., 2 Cutdowns. Buyout: TV und Social, DACH, "
            "unbegrenzt. Drehort: Garmisch.\n\nLG\nNina Wolf, Agentur Rotstift"
        ),
        client="Bergwerk Outdoor",
        title="Heimvorteil",
        name="Nina Wolf",
        locations=("Garmisch",),
        media=("TV", "social"),
        territory="DACH",
        months=None,
    ),
    Letter(
        (
            "Sehr geehrte Damen und Herren,\n\ndie Stadtwerke Neuenburg möchten einen "
            "Recruitingfilm (60 Sek.) und vier Azubi-Clips. Drehtage: 2, Neuenburg und "
            "Rheinfelden. Ausspielung auf LinkedIn, Instagram und Messen. OmU Türkisch.\n\nMit "
            "freundlichen Grüßen\ni. A. Petra Vogel\nPersonalentwicklung\nTel. 07631 5550-33"
        ),
        client="Stadtwerke Neuenburg",
        name="Petra Vogel",
        phone="07631 5550-33",
        locations=("Neuenburg", "Rheinfelden"),
        media=("events", "social"),
        languages=("Turkish",),
    ),
    Letter(
        (
            "Projekt: Nachtschicht\nKunde: Klinikum Südheide gGmbH\nFormat: 1 Film 2 "
            "Min.\nSprachen: Deutsch mit englischen Untertiteln\nDrehort: Celle\nAnsprechpartnerin: "
            "Dr. Ulla Brandt"
        ),
        client="Klinikum Südheide",
        title="Nachtschicht",
        languages=("German", "English"),
        locations=("Celle",),
        name="Ulla Brandt",
    ),
    Letter(
        (
            "Hi, die Marke Purglas bringt im Herbst eine neue Karaffe raus. Dafür brauchen wir "
            "einen 20-Sekünder für TikTok und Insta, 9:16, weltweit, ein Jahr. Studio in Köln. "
            "Danke! Jule"
        ),
        client="Purglas",
        name="Jule",
        media=("social",),
        territory="Worldwide",
        months=12,
        locations=("Köln",),
    ),
    Letter(
        (
            "Wir vom Filmfest Rabenstein suchen für die 20. Ausgabe einen Festivaltrailer (45 "
            "Sek.) und eine Aftermovie. Das Festival findet vom 4. bis 8. Juni in Rabenstein "
            "statt."
        ),
        client="Filmfest Rabenstein",
        locations=("Rabenstein",),
    ),
    Letter(
        (
            "Bonjour,\n\nJe suis Claire Morel, responsable communication chez Atelier Verdier. "
            "Nous souhaitons un film de marque de 60 secondes et quatre déclinaisons de 15 s. "
            "Lieu de tournage : Limoges. Diffusion : site web, Instagram et salons "
            "professionnels, France et Belgique, 2 ans. Voix off en français, sous-titres "
            "anglais.\n\nCordialement,\nClaire Morel"
        ),
        client="Atelier Verdier",
        name="Claire Morel",
        locations=("Limoges",),
        media=("events", "online", "social"),
        territory="France and Belgium",
        months=24,
        languages=("French", "English"),
    ),
    Letter(
        (
            "Salut, pour notre client Biscuiterie Le Goff il nous faut 3 reels de 20 s, tournage "
            "à Quimper un jour, 4 k€ HT. Utilisation réseaux sociaux, un an. Merci ! Manon, "
            "Agence Kermor"
        ),
        client="Biscuiterie Le Goff",
        name="Manon",
        locations=("Quimper",),
        media=("social",),
        months=12,
    ),
    Letter(
        (
            "La Ville de Montreval lance une consultation pour un film sur ses mobilités douces "
            "(2 min). Tournage sur deux jours à Montreval et à Saint-Aubin. Contact : Hervé "
            "Lacaze, 04 55 01 22 33, h.lacaze@montreval.example"
        ),
        client="Ville de Montreval",
        name="Hervé Lacaze",
        phone="04 55 01 22 33",
        locations=("Montreval", "Saint-Aubin"),
    ),
    Letter(
        (
            "Objet : Campagne « Plein air »\n\nNous, chez Cyclo Nova, préparons notre lancement de "
            "printemps : 1 spot de 30 s TV et VOD, France, 12 mois. Deux jours de tournage dans "
            "le Vercors.\n\nBien à vous,\nJulien Astier\nDirecteur marketing, Cyclo Nova"
        ),
        client="Cyclo Nova",
        title="Plein air",
        name="Julien Astier",
        media=("TV", "online"),
        territory="France",
        months=12,
    ),
    Letter(
        (
            "Le Festival des Lanternes recherche un vidéaste : aftermovie de 2 min, tournage à "
            "Saint-Malo les 3 et 4 juillet. Merci, Léa"
        ),
        client="Festival des Lanternes",
        name="Léa",
        locations=("Saint-Malo",),
    ),
)
