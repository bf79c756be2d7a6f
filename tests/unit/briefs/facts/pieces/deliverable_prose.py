# ruff: noqa: E501  (wordings stand as clients send them, in one piece)
"""More wordings of deliverables: spoken, listed in other languages, and per something else.

An expectation is written `quantity×seconds ratio+ratio`, pieces apart by `;`, a dash for what is not said, and
`nothing` where no piece is asked for.
"""

PROSE: tuple[tuple[str, str], ...] = (
    (
        "What we need:\n1) launch film, 75 secs, landscape\n2) four product loops, 8 secs, square\n3) 12 packshots",
        "1×75s 16:9; 4×8s 1:1; 12×- -",
    ),
    (
        "We need:\n* a three-minute documentary portrait of the founder (16:9)\n* a 40-second trailer (16:9 + 1:1)\n* five vertical stories of 15 seconds",
        "1×180s 16:9; 1×40s 16:9+1:1; 5×15s 9:16",
    ),
    ("hey! need 3 tiktoks (15s) + 1 youtube video (3min) by end of month", "3×15s -; 1×180s -"),
    (
        "Deliverables: 1 × 2:30 brand film (16:9), 2 × :30 cutdowns (16:9, 1:1), 4 × :15 (9:16)",
        "1×150s 16:9; 2×30s 16:9+1:1; 4×15s 9:16",
    ),
    ("The output should be one film of max. 3 minutes and two trailers of max. 30 seconds.", "1×180s -; 2×30s -"),
    ("A 60-90 second film, subtitled.", "1×90s -"),
    ("Two films. The first is 2 minutes long and 16:9, the second 45 seconds and 9:16.", "1×120s 16:9; 1×45s 9:16"),
    ("We want one film of 60 sec and one of 30 sec, both 16:9.", "1×60s 16:9; 1×30s 16:9"),
    ("One film in three lengths: 60, 30 and 15 seconds.", "1×60s -; 1×30s -; 1×15s -"),
    ('A spot in two lengths (30" and 15"), 16:9 and 9:16.', "1×30s 16:9+9:16; 1×15s 16:9+9:16"),
    ("We're planning a series: 6 x 5 min, 16:9, plus 6 x 30 sec trailers for social, 1:1.", "6×300s 16:9; 6×30s 1:1"),
    ("10 episodes (8 mins, 16:9) with 2 cutdowns each (30 secs, 9:16).", "10×480s 16:9; 20×30s 9:16"),
    ("Five customer stories, ~2 mins each, and from each one a 20 sec teaser.", "5×120s -; 5×20s -"),
    ("Quantity: 4 films\nDuration: 2 minutes each\nFormat: 16:9 and 1:1", "4×120s 16:9+1:1"),
    ("Number of films: 3\nLength: 45 seconds\nFormats: 16:9, 9:16", "3×45s 16:9+9:16"),
    ("Number of videos: 6\nRunning time: 1 min\nAspect ratio: 16:9", "6×60s 16:9"),
    (
        "Deliverables: one (1) film of ninety (90) seconds; six (6) clips of fifteen (15) seconds; formats 16:9 (film) and 9:16 (clips).",
        "1×90s 16:9; 6×15s 9:16",
    ),
    ("Film: 16:9, clips: 9:16. 1 film of 90 seconds, 3 clips of 20 seconds.", "1×90s 16:9; 3×20s 9:16"),
    (
        "We'd need the hero (2 min) and then 3 shorter edits at 30 seconds; hero in 16:9 only, the edits in 9:16 as well as 1:1.",
        "1×120s 16:9; 3×30s 9:16+1:1",
    ),
    (
        "TVC: 1 x 30 sec, 1 x 20 sec\nDigital: 3 x 10 sec, 3 x 6 sec\nAll in 16:9",
        "1×30s 16:9; 1×20s 16:9; 3×10s 16:9; 3×6s 16:9",
    ),
    (
        'TV: 1x 30" (16:9)\nSocial: 4x 15" (9:16), 4x 6" (1:1)\nCinema: 1x 60" (16:9)',
        "1×30s 16:9; 4×15s 9:16; 4×6s 1:1; 1×60s 16:9",
    ),
    (
        "Deliverables:\nYouTube: one 2 min film, 16:9\nInstagram: three 30 s reels, 9:16\nLinkedIn: two 45 s edits, 1:1",
        "1×120s 16:9; 3×30s 9:16; 2×45s 1:1",
    ),
    (
        "It's a two-part job: a 4-minute film for the AGM and eight portraits of our engineers, 30 seconds apiece.",
        "1×240s -; 8×30s -",
    ),
    ("Product video for the new kettle, 40 seconds, vertical. Six colourways, but one video only.", "1×40s 9:16"),
    ("We'd like a film. It should run for about 90 seconds, in 16:9, and be shot at our office.", "1×90s 16:9"),
    ("Could we get a 3-min recap of the festival + a 30-sec version for Instagram (vertical)?", "1×180s -; 1×30s 9:16"),
    ("Sizzle reel, 75 seconds. 16x9. Plus 8 headshots.", "1×75s 16:9; 8×- -"),
    ("One 30 sec spot with three different endings? No, just one ending. 16:9.", "1×30s 16:9"),
    ("No photos please, just one film: 50 seconds, 4:5.", "1×50s 4:5"),
    (
        "There will be 200 guests, 5 speakers and 2 stages. We want a 90 second highlight film and 40 edited photos.",
        "1×90s -; 40×- -",
    ),
    ("We need five 20-second films in English and Spanish.", "5×20s -"),
    ("Please deliver one 30s, one 20s and three 10s spots.", "1×30s -; 1×20s -; 3×10s -"),
    ("1 Imagefilm, 3 Min., 16:9; 2 Teaser, je 20 Sek., 9:16; 5 Standbilder", "1×180s 16:9; 2×20s 9:16; 5×- -"),
    (
        "Es geht um drei Filme: einen Hauptfilm mit 2 Minuten und zwei Kurzfilme mit je 30 Sekunden, alle in 16:9.",
        "1×120s 16:9; 2×30s 16:9",
    ),
    ("Hauptfilm: 1 Stück, 120 Sekunden\nSocial Cuts: 6 Stück, 15 Sekunden, 9:16", "1×120s -; 6×15s 9:16"),
    ("Wir bräuchten vier kurze Clips (je ca. 15–20 Sekunden) fürs Recruiting, alles im Hochformat.", "4×20s 9:16"),
    ("Bitte einen 30-sekündigen Spot und einen 15-Sekünder als Reminder anbieten.", "1×30s -; 1×15s -"),
    ("Zwei Erklärvideos à 90 Sekunden und eines à 60 Sekunden.", "2×90s -; 1×60s -"),
    ("Der Film soll 2:30 min lang sein, quer. Außerdem drei Schnipsel à 10 s, hochkant.", "1×150s 16:9; 3×10s 9:16"),
    ("Zu jedem der vier Produkte ein Video von 45 Sekunden.", "4×45s -"),
    ("Livrables : un film de 1'30, trois modules de 20 secondes, dix photos.", "1×90s -; 3×20s -; 10×- -"),
    (
        "On voudrait deux films : l'un de 3 minutes en 16/9, l'autre de 30 secondes en vertical.",
        "1×180s 16:9; 1×30s 9:16",
    ),
    ("Une web-série de 5 épisodes de 4 minutes, plus un teaser de 30 secondes par épisode.", "5×240s -; 5×30s -"),
    (
        "Film institutionnel (3 min), version courte (45 s), 4 pastilles réseaux sociaux (20 s, carré)",
        "1×180s -; 1×45s -; 4×20s 1:1",
    ),
    (
        "Queremos un spot de treinta segundos y tres piezas verticales de quince segundos para redes.",
        "1×30s -; 3×15s 9:16",
    ),
    (
        "Serie de 8 capítulos de 5 minutos, formato 16:9, más 8 teasers de 20 segundos en 9:16.",
        "8×300s 16:9; 8×20s 9:16",
    ),
    (
        "Entregables: 1 vídeo corporativo (2 min), 4 entrevistas (1 min cada una), 20 fotografías",
        "1×120s -; 4×60s -; 20×- -",
    ),
    (
        "Eén hoofdvideo van anderhalve minuut, drie social edits van 15 sec (9:16 en 1:1) en geen foto's.",
        "1×90s -; 3×15s 9:16+1:1",
    ),
    ("Per medewerker een portretvideo van 30 seconden; we interviewen zes medewerkers.", "6×30s -"),
    ("Twee video's: een van 60 sec (liggend) en een van 20 sec (staand).", "1×60s 16:9; 1×20s 9:16"),
    (
        "En huvudfilm (2 min, 16:9), fyra korta klipp (20 s, 9:16) och ett tjugotal bilder.",
        "1×120s 16:9; 4×20s 9:16; 20×- -",
    ),
    ("Tre filmer om vardera 45 sekunder, både i 16:9 och 1:1.", "3×45s 16:9+1:1"),
    (
        "Én hovedfilm på 2 minutter og tre kortere versjoner på 30 sekunder, alt i 16:9 og 9:16.",
        "1×120s 16:9+9:16; 3×30s 16:9+9:16",
    ),
    ("To film på 60 sekunder og seks SoMe-klip på 15 sekunder i 4:5.", "2×60s -; 6×15s 4:5"),
    (
        "Un video aziendale di 3 minuti, 5 clip social da 30 secondi (9:16) e 1 teaser da 15 secondi.",
        "1×180s -; 5×30s 9:16; 1×15s -",
    ),
    (
        "Uma série de 6 vídeos de 1 minuto (quadrados) e 1 vídeo institucional de 3 minutos (16:9).",
        "6×60s 1:1; 1×180s 16:9",
    ),
    (
        "also wir brauchen einen film zwei minuten lang querformat und dann fünf kleine clips zwanzig sekunden hochkant für instagram",
        "1×120s 16:9; 5×20s 9:16",
    ),
    (
        "alors il nous faut un film d'une minute trente en paysage et puis trois petits clips de quinze secondes en vertical",
        "1×90s 16:9; 3×15s 9:16",
    ),
    (
        "For the album we need two music videos (full length, 3:40 and 4:05, 16:9), a 30 second visualiser for each of the other eight tracks (9:16), and 5 teasers à 10 sec.",
        "1×220s 16:9; 1×245s 16:9; 8×30s 9:16; 5×10s -",
    ),
    (
        "One music video for the single \"Salt\", 3'25'', 16:9. Plus 3 vertical snippets, 15 secs.",
        "1×205s 16:9; 3×15s 9:16",
    ),
    ("Maya: can we do 4 clips instead of 3?\nLeo: sure, same length?\nMaya: yes 20s each, vertical", "4×20s 9:16"),
    (
        "The film should be no longer than 2 minutes. In addition to the film we'd like 6 short clips for social (max. 20 seconds, 9:16).",
        "1×120s -; 6×20s 9:16",
    ),
    ('We need three versions of the spot: 45", 30" and 10".', "1×45s -; 1×30s -; 1×10s -"),
    ('Spot 30" + 20" + 10", 16:9', "1×30s 16:9; 1×20s 16:9; 1×10s 16:9"),
    ("1 Spot à 30 Sek., Cutdowns à 15 und 6 Sek. (je 1)", "1×30s -; 1×15s -; 1×6s -"),
    ("1 TV commercial, 30 seconds, with a 15 second cutdown. Both in 16:9.", "1×30s 16:9; 1×15s 16:9"),
    ("Original order was eight films. Please reduce to six films of 45 seconds each, 1:1.", "6×45s 1:1"),
    ("Deliver 5 films x 2 min (16:9) and 5 films x 30 sec (9:16).", "5×120s 16:9; 5×30s 9:16"),
    (
        "Series: 3 × 24 min documentary episodes, 16:9; 1 × 60 s series trailer; 9 × 30 s promos (three per episode).",
        "3×1440s 16:9; 1×60s -; 9×30s -",
    ),
    (
        "A corporate film. Length: approx. 3:00 min. Versions: German, English. Plus a short version of 60 seconds for trade fairs (no sound).",
        "1×180s -; 1×60s -",
    ),
    (
        "Deliverables\n\nHero film\nDuration: 90 seconds\nFormat: 16:9\n\nSocial cutdowns\nQuantity: 5\nDuration: 15 seconds\nFormat: 9:16",
        "1×90s 16:9; 5×15s 9:16",
    ),
    ("We want three explainer animations. Length 60-75 seconds. 16:9. Voice-over English.", "3×75s 16:9"),
    ("Two 40 second films about two of our dogs, in portrait format.", "2×40s 9:16"),
    ("5 short films with five employees from five departments, 45 sec. each, 4:5", "5×45s 4:5"),
    ('Please quote for one (1) 60" spot including 3 language versions and 2 rounds of revisions.', "1×60s -"),
    (
        "Kürzlich sahen wir Ihren 5-minütigen Film für die Stadtwerke. So etwas möchten wir auch, aber nur 2 Minuten, 16:9.",
        "1×120s 16:9",
    ),
    (
        "We loved the 3-minute film you made for Kestrel. We'd like something similar but shorter: 90 seconds, 16:9.",
        "1×90s 16:9",
    ),
    ("TikTok: 5 videos, 15–30 s. YouTube: 1 video, 4–6 min.", "5×30s -; 1×360s -"),
    ("Sechs Videos à 1 Minute, jeweils in 16:9 und 9:16, sowie pro Video drei Standbilder.", "6×60s 16:9+9:16; 18×- -"),
    ("Fünf Folgen, je sechs Minuten, 16:9. Pro Folge ein 30-Sekunden-Trailer (9:16).", "5×360s 16:9; 5×30s 9:16"),
    ("Vier afleveringen van elk 3 minuten, plus één overkoepelende trailer (45 sec).", "4×180s -; 1×45s -"),
    (
        "En serie på fem avsnitt, 4 minuter per avsnitt, 16:9. Till varje avsnitt en trailer på 20 sekunder.",
        "5×240s 16:9; 5×20s -",
    ),
    (
        "Una serie di 4 episodi da 5 minuti e, per ogni episodio, un teaser da 15 secondi in verticale.",
        "4×300s -; 4×15s 9:16",
    ),
)
