"""English letters of clients, and what they say."""

from __future__ import annotations

from tests.unit.briefs.facts.letters.letters import Letter

LETTERS = (
    Letter(
        (
            "Hi there,\n\nI run marketing at Juniper & Pine Candles and we'd love a 45 second "
            "brand film plus six 10s reels. Filming at our studio in Stroud, one day. Budget £9k "
            "+ VAT.\n\nThanks,\nHolly Ferris\nHead of Marketing"
        ),
        client="Juniper & Pine Candles",
        name="Holly Ferris",
        locations=("Stroud",),
    ),
    Letter(
        (
            "Pip from Marlow Rowing Club here. We need a 2 min film about our junior squad, "
            "filmed in Marlow on one Saturday. About £4,500."
        ),
        client="Marlow Rowing Club",
        name="Pip",
        locations=("Marlow",),
    ),
    Letter(
        (
            "Fenwick Robotics is launching a warehouse robot in May. We need a 90s launch film "
            "(16:9) and 4 x 15s social cutdowns. Shoot: 2 days in Coventry and Derby. Usage: "
            "LinkedIn, website and YouTube, worldwide, 24 months. English VO with German and "
            "Japanese subtitles. Ask for Mina Okafor, mina@fenwickrobotics.example"
        ),
        client="Fenwick Robotics",
        name="Mina Okafor",
        locations=("Coventry", "Derby"),
        media=("online", "social"),
        territory="Worldwide",
        months=24,
        languages=("English", "German", "Japanese"),
    ),
    Letter(
        (
            "Hello, for our client Kestrel Oats we're after a 30s TVC and 3 x 6s bumpers. TV + "
            "VOD, UK & Ireland, 1 year. One shoot day in Bath. Rosa, Thimble Agency"
        ),
        client="Kestrel Oats",
        name="Rosa",
        territory="UK and Ireland",
        months=12,
        media=("TV", "online"),
        locations=("Bath",),
    ),
    Letter(
        (
            "On behalf of Northwold District Council I'm inviting quotes for a 3-minute "
            "recycling film, 16:9. Two filming days in and around Swaffham. Subtitles in Polish "
            "and Lithuanian. Contact: Derek Almond, 01760 555 019."
        ),
        client="Northwold District Council",
        name="Derek Almond",
        phone="01760 555 019",
        locations=("Swaffham",),
        languages=("Polish", "Lithuanian"),
    ),
    Letter(
        (
            "Our brand Saltwick wants to go bigger this year: one 60s hero film, 16:9, and ten "
            "stills. Working title: 'Tidebreakers'. Out-of-home, cinema and paid & organic "
            "social in the Nordics for two years."
        ),
        client="Saltwick",
        title="Tidebreakers",
        media=("OOH", "cinema", "social"),
        territory="Nordics",
        months=24,
    ),
    Letter(
        ("hey! ines here from pomelo swim, need 3 reels 15s vertical by friday, 2.5k max, shoot half a day in lisbon"),
        client="Pomelo Swim",
        name="Ines",
        locations=("Lisbon",),
    ),
    Letter(
        (
            "University of Wexmoor - Communications Office\n\nWe are looking for a production "
            "company to make five student portraits of 60 seconds each. Filming on campus in "
            "Hexham, 3 days. Languages: English with Welsh subtitles.\n\nContact Dr Alun Price, "
            "a.price@wexmoor.example"
        ),
        client="University of Wexmoor",
        locations=("Hexham",),
        languages=("English", "Welsh"),
    ),
    Letter(
        (
            "Project: Second Skin\nBrand: Liora Cosmetics\nAgency: Blue Door\nDeliverables: 1 x "
            "30s, 2 x 15s\nShoot: 1 day, Milan\nUsage: paid social, in-store screens, EU, 18 "
            "months\nContact: Greta Lindqvist, +39 02 5555 0101"
        ),
        client="Liora Cosmetics",
        title="Second Skin",
        locations=("Milan",),
        media=("in-store", "social"),
        territory="EU",
        months=18,
        name="Greta Lindqvist",
        phone="+39 02 5555 0101",
    ),
    Letter(
        (
            "From the City of Harrowgate Bay, Culture Department: we need a 2-minute festival "
            "trailer. Location: harbour front, Harrowgate Bay. Reach me at 555-0142. Joan Tully"
        ),
        client="City of Harrowgate Bay",
        name="Joan Tully",
    ),
    Letter(
        ("Music video for Mara Volt (label: Copperline Records). 3:30, one day in Leeds, budget 8k all in. Best, Theo"),
        name="Theo",
        locations=("Leeds",),
    ),
    Letter(
        (
            "Hi both,\n\nquick one – Oakhaven Hospice would like a fundraising appeal film, 2 "
            "mins, plus a 30s cutdown for TV. Filming at the hospice in Ludlow over two days. "
            "Use: TV and online, UK, in perpetuity.\n\nKind regards\nSunita Rao\nOakhaven Hospice | "
            "01584 555 022"
        ),
        client="Oakhaven Hospice",
        name="Sunita Rao",
        phone="01584 555 022",
        locations=("Ludlow",),
        media=("TV", "online"),
        territory="UK",
        months=None,
    ),
    Letter(
        (
            "Please quote: 60s product film, 4 x 6s. It'll run on YouTube and at trade fairs in "
            "DACH for 3 years. We shoot at our factory in Ulm.\n\nBest\nJens Maurer\nProduct "
            "Marketing\nVoltara Systems GmbH\njens.maurer@voltara-systems.example"
        ),
        client="Voltara Systems",
        name="Jens Maurer",
        locations=("Ulm",),
        media=("events", "online"),
        territory="DACH",
        months=36,
    ),
    Letter(
        (
            "Can you do an animated explainer, 75s, for internal use on our intranet? English, "
            "Spanish and Brazilian Portuguese versions. No shoot.\n\nMaria Costa\nHR "
            "Director\nGlobalink Logistics"
        ),
        name="Maria Costa",
        media=("internal",),
        languages=("English", "Spanish", "Brazilian Portuguese"),
        locations=(),
    ),
    Letter(
        (
            "Thanks for the chat. Just to confirm what Bluebell Dairies needs: one 40s spot, one "
            "20s, bilingual English/Irish. Shoot in Cork and Kerry, three days. Radio and TV, "
            "Ireland, half a year."
        ),
        client="Bluebell Dairies",
        languages=("English", "Irish"),
        locations=("Cork", "Kerry"),
        media=("TV", "radio"),
        territory="Ireland",
        months=6,
    ),
    Letter(
        "Hi Sam, see attached. We need 2 films, 60s each, shot in Hull. Thanks, Bea",
        title="Summer Sailings film",
        name="Bea Lumley",
        locations=("Hull",),
        sender=("Bea Lumley", "bea@hartwellferries.example"),
        subject="Re: Fwd: Brief: Summer Sailings film",
    ),
    Letter(
        ("Hello,\nHartwell Ferries would like a price for two films, 60s each, shot on board and in Hull.\nBea"),
        client="Hartwell Ferries",
        title=None,
        sender=("Bea Lumley", "bea@hartwellferries.example"),
        subject="Quote request",
    ),
    Letter(
        (
            'The film is called "Slow Harbour" and it\'s 3 minutes, for Penmarrow Heritage Trust. '
            "Shoot in Penzance and St Ives, 3 days. Nell"
        ),
        client="Penmarrow Heritage Trust",
        title="Slow Harbour",
        locations=("Penzance", "St Ives"),
        name="Nell",
    ),
    Letter(
        (
            "# The Quiet Machine\n\n**Client:** Nordhus Appliances\n\n30s spot and 2 x 6s. Day 1: "
            "Aarhus. Day 2: Copenhagen.\n\nUsage: all media, worldwide, 1 year buyout."
        ),
        client="Nordhus Appliances",
        title="The Quiet Machine",
        locations=("Aarhus", "Copenhagen"),
        media=("all media",),
        territory="Worldwide",
        months=12,
    ),
    Letter(
        (
            "Campaign: Warmer Winters. For: Ember Stoves. 1 x 40s film + 3 x 10s. Filming in the "
            "Lake District, 2 days. TV, BVOD and radio, UK, 3 months."
        ),
        client="Ember Stoves",
        title="Warmer Winters",
    ),
    Letter(
        (
            "Subject: Tender 44/26 – Safety film series\n\nPort of Eastmere Authority invites "
            "tenders for six 3-minute safety films. On location at the container terminal in "
            "Eastmere. Internal training use only, 5 years. Voice-over in English, Tagalog and "
            "Hindi."
        ),
        client="Port of Eastmere Authority",
        locations=("Eastmere",),
        media=("internal",),
        months=60,
        languages=("English", "Tagalog", "Hindi"),
    ),
    Letter(
        (
            "Thursday's call: it's for Nimbus Pay (fintech). Explainer 60s. Website + LinkedIn + "
            "app stores, EMEA, 2 yrs. Maya"
        ),
        client="Nimbus Pay",
        name="Maya",
        media=("online", "social"),
        territory="EMEA",
        months=24,
    ),
    Letter(
        (
            "Could you send a quote for a 45s recruitment film? We're shooting at the bakery on "
            "3 March. It's for Instagram and in-store screens."
        ),
        title="Recruitment film for Pell & Honey",
        name="Ruth Pell",
        media=("in-store", "social"),
        sender=("Ruth Pell", "ruth@pellandhoney.example"),
        subject="Recruitment film for Pell & Honey",
    ),
    Letter(
        "I need a wedding film, 10 minutes, 6 June in Positano. Budget 4000 euro. Chiara",
        client=None,
        name="Chiara",
    ),
)
