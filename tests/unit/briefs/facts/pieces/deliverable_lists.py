# ruff: noqa: E501  (wordings stand as clients send them, in one piece)
"""Wordings of deliverables as clients write them, and the pieces a producer reads in them.

An expectation is written `quantity×seconds ratio+ratio`, pieces apart by `;`, a dash for what is not said, and
`nothing` where no piece is asked for.
"""

LISTS: tuple[tuple[str, str], ...] = (
    ("We need 12 videos of 30 seconds, six horizontal and six vertical.", "6×30s 16:9; 6×30s 9:16"),
    (
        "We need 1 x 90s + 3 x 30s + 6 x 6s (16:9, 9:16, 1:1).",
        "1×90s 16:9+9:16+1:1; 3×30s 16:9+9:16+1:1; 6×6s 16:9+9:16+1:1",
    ),
    ("Deliverables: 1x60s, 2x30s, 4x6s. All 16:9, the sixes also vertical.", "1×60s 16:9; 2×30s 16:9; 4×6s 16:9+9:16"),
    ("We run seven hotels and want one portrait film per hotel, 2 minutes each, so seven.", "7×120s -"),
    ("We have 4 shops and would like one 30 second film for each shop.", "4×30s -"),
    (
        "We'd like a 90 second brand film and three 15 second cutdowns. Everything in 16:9 and 9:16.",
        "1×90s 16:9+9:16; 3×15s 16:9+9:16",
    ),
    ("A film of about two minutes plus four short cuts for social, 20 seconds each.", "1×120s -; 4×20s -"),
    ("Deliverables: bumpers x5, 6 seconds, 16:9; one 30s spot, 16:9", "5×6s 16:9; 1×30s 16:9"),
    ("We're after a 60 and two 20s for TV, 16:9.", "1×60s 16:9; 2×20s 16:9"),
    ("Deliverables: :60/:30/:15, 16:9", "1×60s 16:9; 1×30s 16:9; 1×15s 16:9"),
    ('Deliverables: TVC 30" + 10" reminder', "1×30s -; 1×10s -"),
    ("Deliverables: one aftermovie (2 min), cutdowns: 30, 15, 6 seconds", "1×120s -; 1×30s -; 1×15s -; 1×6s -"),
    ("Please quote for 20-25 stills and a 45 second film in 16:9.", "25×- -; 1×45s 16:9"),
    ("Scope: photos of every speaker (6) and a 2-minute recap.", "6×- -; 1×120s -"),
    ("We want six films. No stills needed. Each film runs 40 seconds, square.", "6×40s 1:1"),
    (
        "Four episodes of 12 minutes in 16:9, and three 30-second teasers per episode in 9:16.",
        "4×720s 16:9; 12×30s 9:16",
    ),
    ("We want 4 clips of 15s. Sorry, not 4 but 6 clips.", "6×15s -"),
    ("The film (60s, 16:9) is needed in English, German and French versions.", "1×60s 16:9"),
    ("One 2-minute explainer, 16:9, delivered with subtitle files in five languages.", "1×120s 16:9"),
    ("We need one 60s film in 16:9. Please also hand over the raw footage.", "1×60s 16:9"),
    (
        "Last year's agency made us ten films of 20 seconds. This year we need just two films, 45 seconds each, 4:5.",
        "2×45s 4:5",
    ),
    ("We are a team of 12 people with 3 products in 9 countries and want a single 75 second film.", "1×75s -"),
    (
        "We'd like one hero film (90s, 16:9) and two versions of each of our 3 product clips, 15s, 9:16.",
        "1×90s 16:9; 6×15s 9:16",
    ),
    (
        "a hero film of 2 minutes (16:9), 5 social clips of 15 secs (9:16) and 10 photos",
        "1×120s 16:9; 5×15s 9:16; 10×- -",
    ),
    ("One film, 1:30, landscape; three cutdowns, 0:20, vertical; a dozen stills.", "1×90s 16:9; 3×20s 9:16; 12×- -"),
    (
        "- 1 main film: 3 minutes, 16:9\n- 4 interviews: 60 seconds each, 16:9\n- 8 reels: 20 seconds, 9:16\n- 30 event photos",
        "1×180s 16:9; 4×60s 16:9; 8×20s 9:16; 30×- -",
    ),
    ("Main film - 2:00 - 16:9\nTeaser - 0:20 - 9:16\nTrailer - 0:40 - 16:9\n", "1×120s 16:9; 1×20s 9:16; 1×40s 16:9"),
    (
        "| Item | Qty | Length | Format |\n|---|---|---|---|\n| Hero film | 1 | 60s | 16:9 |\n| Cutdown | 4 | 10s | 9:16, 1:1 |\n| Stills | 20 | | |",
        "1×60s 16:9; 4×10s 9:16+1:1; 20×- -",
    ),
    (
        "| | 30s | 15s | 6s |\n|---|---|---|---|\n| 16:9 | 1 | 2 | 3 |\n| 9:16 | - | 2 | 3 |",
        "1×30s 16:9; 2×15s 16:9; 3×6s 16:9; 2×15s 9:16; 3×6s 9:16",
    ),
    (
        "| Platform | 16:9 | 9:16 |\n|---|---|---|\n| 30s | 2 | 1 |\n| 10s | - | 4 |",
        "2×30s 16:9; 1×30s 9:16; 4×10s 9:16",
    ),
    (
        "The launch film is 60 seconds and the two cutdowns are 20 seconds each; the former widescreen, the latter vertical.",
        "1×60s 16:9; 2×20s 9:16",
    ),
    ("Half a dozen testimonials at forty-five seconds each in 1:1.", "6×45s 1:1"),
    ("Actually make that five reels instead of three, 30 sec each, vertical.", "5×30s 9:16"),
    ("We would like a pair of 20 second films and a trio of bumpers (6s).", "2×20s -; 3×6s -"),
    ("Could you shoot a walkthrough of our hotel, 2 minutes, plus 30 photos?", "1×120s -; 30×- -"),
    (
        "Deliverables: (1) :60 plus a :30 and a :15 lift, all 16:9. Also (3) :06 social cutdowns, each in 9:16 and 1:1.",
        "1×60s 16:9; 1×30s 16:9; 1×15s 16:9; 3×6s 9:16+1:1",
    ),
    ("5 x 20s vertical clips for the launch week and 1 x 20s square for LinkedIn.", "5×20s 9:16; 1×20s 1:1"),
    ("Ten how-to videos, up to 90 seconds each. Half of them in 16:9, half in 9:16.", "5×90s 16:9; 5×90s 9:16"),
    ("Season one has eight episodes, each between 20 and 25 minutes, 16:9.", "8×1500s 16:9"),
    ("We want a 45s film and its 9:16 version.", "1×45s 9:16"),
    ("Optional: a 15s teaser. What we need for certain is one 60s film, 16:9.", "1×60s 16:9"),
    ("The 3 films (30s each) will be dubbed into 4 languages.", "3×30s -"),
    ("We need a 3 min film from our 2-day conference with 400 guests and 12 speakers.", "1×180s -"),
    ("Wir brauchen 8 Episoden à 12 Min. in 16:9.", "8×720s 16:9"),
    ("Langfassung 2 min, Kurzfassung 30 Sek., beide 16:9", "1×120s 16:9; 1×30s 16:9"),
    (
        "Wir wünschen uns einen Imagefilm (ca. 2 Minuten, quer), drei Kurzfassungen zu je 20 Sekunden (hochkant) und 10 Fotos.",
        "1×120s 16:9; 3×20s 9:16; 10×- -",
    ),
    (
        "Umfang: ein 45-Sekünder, zwei 20-Sekünder und fünf 6-Sekünder, alles in 16:9 und 9:16.",
        "1×45s 16:9+9:16; 2×20s 16:9+9:16; 5×6s 16:9+9:16",
    ),
    ("Je Standort ein Porträtfilm von 90 Sekunden, bei fünf Standorten also fünf Filme.", "5×90s -"),
    ('Leistung: 1 TV-Spot 30", 1 Reminder 10", 4 Bumper 6"', "1×30s -; 1×10s -; 4×6s -"),
    (
        "Gewünscht sind sechs Clips mit je 15 Sek., davon drei im Hochformat und drei quadratisch.",
        "3×15s 9:16; 3×15s 1:1",
    ),
    ("Ein Film von anderthalb Minuten, dazu pro Abteilung (4) ein Clip von 20 Sekunden in 1:1.", "1×90s -; 4×20s 1:1"),
    ("Nicht vier, sondern fünf Clips, 25 Sekunden, 9:16.", "5×25s 9:16"),
    ("Fotos brauchen wir keine. Nur den Film, 60 Sekunden, 16:9.", "1×60s 16:9"),
    ("Stückzahl: 4\nLänge: 30 Sekunden\nFormat: 9:16\nWas: Rezeptvideos", "4×30s 9:16"),
    (
        "Nous souhaitons un film de 2 minutes (16/9) et 4 déclinaisons de 15 secondes (9/16 et carré).",
        "1×120s 16:9; 4×15s 9:16+1:1",
    ),
    ("Il nous faut 6 capsules de 40 secondes, verticales, ainsi qu'une vingtaine de photos.", "6×40s 9:16; 20×- -"),
    ("Besoins : 1 vidéo d'animation (1 min 40 s, 16:9); 4 extraits (12 s, carrés)", "1×100s 16:9; 4×12s 1:1"),
    (
        "Un spot de 30 secondes, une version de 15 secondes et trois bumpers de 6 secondes, le tout en 16/9 et 9/16.",
        "1×30s 16:9+9:16; 1×15s 16:9+9:16; 3×6s 16:9+9:16",
    ),
    ("Un portrait vidéo par magasin (nous en avons 5), 1 minute chacun, format 16:9.", "5×60s 16:9"),
    ('3 films de 20", 2 films de 10"', "3×20s -; 2×10s -"),
    (
        "Necesitamos un vídeo principal de 90 segundos en 16:9 y cinco cortes de 10 segundos en vertical.",
        "1×90s 16:9; 5×10s 9:16",
    ),
    ("Queremos 3 vídeos de un minuto y 12 fotos de producto.", "3×60s -; 12×- -"),
    ('Un spot de 20" y su reducción de 10", ambos en 16:9.', "1×20s 16:9; 1×10s 16:9"),
    (
        "We willen een bedrijfsfilm van 2 minuten (16:9), vier korte versies van 20 seconden (9:16) en 15 foto's.",
        "1×120s 16:9; 4×20s 9:16; 15×- -",
    ),
    (
        "Graag drie afleveringen van 5 minuten en per aflevering twee teasers van 15 seconden, staand.",
        "3×300s -; 6×15s 9:16",
    ),
    ("Zes filmpjes van een halve minuut, vierkant.", "6×30s 1:1"),
    (
        "Vi behöver en film på 60 sekunder i 16:9 och tre kortversioner om 15 sekunder, stående.",
        "1×60s 16:9; 3×15s 9:16",
    ),
    (
        "Fem intervjuer à två minuter, liggande, och ur varje intervju ett klipp på 20 sekunder, kvadratiskt.",
        "5×120s 16:9; 5×20s 1:1",
    ),
    ("Två filmer på en halv minut samt 10 bilder.", "2×30s -; 10×- -"),
    ("Vi skal bruge en film på halvandet minut i 16:9 og fire klip på 15 sekunder, lodret.", "1×90s 16:9; 4×15s 9:16"),
    ("Otte afsnit af 10 minutter samt en trailer på 45 sekunder.", "8×600s -; 1×45s -"),
    (
        "Vi trenger én film på 90 sekunder (16:9), og fem klipp på 15 sekunder som leveres i 9:16 og 1:1.",
        "1×90s 16:9; 5×15s 9:16+1:1",
    ),
    ("Tre filmer à 40 sek, stående, pluss 8 bilder.", "3×40s 9:16; 8×- -"),
    (
        "Ci servono uno spot da 30 secondi, due tagli da 15 secondi e 10 foto di prodotto, tutto in 16:9 e 9:16.",
        "1×30s 16:9+9:16; 2×15s 16:9+9:16; 10×- -",
    ),
    ("Quattro pillole da 20 secondi in verticale e un video di due minuti in orizzontale.", "4×20s 9:16; 1×120s 16:9"),
    (
        "Precisamos de um filme de 60 segundos em 16:9 e quatro pílulas de 15 segundos na vertical.",
        "1×60s 16:9; 4×15s 9:16",
    ),
    ("Três episódios de 6 minutos e dois teasers de 20 segundos por episódio.", "3×360s -; 6×20s -"),
    ("Can you call me about a project some time this week?", "nothing"),
    (
        'Item Pieces Running time Aspect ratio\nMain film 1 90" 16:9\nPort portraits 9 35" 16:9 / 4:5\nStory clips 18 10" 9:16',
        "1×90s 16:9; 9×35s 16:9+4:5; 18×10s 9:16",
    ),
    (
        "Deliverables\n- Hero film: 1 x 90s, 16:9\n- Cutdowns: 3 x 15s, 16:9 + 9:16\n- Stills: 25",
        "1×90s 16:9; 3×15s 16:9+9:16; 25×- -",
    ),
    ("Cutdowns 3 x 15s (9:16), hero film 1 x 60s (16:9)", "3×15s 9:16; 1×60s 16:9"),
    (
        "Hero film – 60s – 16:9\nSocial clips – 6 x 10s – 9:16\nPhotography – 15 images",
        "1×60s 16:9; 6×10s 9:16; 15×- -",
    ),
)
