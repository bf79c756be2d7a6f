"""How running times are written, in all languages at once, and what says that a time is something else."""

SECONDS = (
    "s|sec|secs|sec.|second|seconds|sek|sek.|sekunde|sekunden|sekündig*|sekünder*|seconde|secondes|seg|seg.|segundo|"
    "segundos"
    "|segs|segs.|sekundy|sekundow*|secondenspot*|secondenfilm*|secondenclip*|seconder|seconders|secondi|secondo|seconden|sekund|sekunder|sekunders|sekundersfilm*|sekundfilm*|sekunti|sekuntia|sekunnin|"
    "seconder|secs."
    "|secunden|sekunt*|sekundowy|segundinhos|secondes."
)
MINUTES = (
    "m|min|mins|min.|minute|minutes|minuten|minütig*|minüter*|minuut|minuten|minuter|minutter|minutters|minuters|"
    "minut|minutt"
    "|minuto|minutos|minuti|minuutti|minuuttia|minuutin|minuter|minutes.|mn|minuten-|minutt*|minutenfilm*|minutenvideo*|minutito*|minutinho*|minuty|minutow*|minuts"
)
# "30er", "60er": a German editor's seconds. Only these lengths, or "die 90er" would be a film of the nineties.
GERMAN_LENGTHS = frozenset({6, 8, 10, 12, 15, 20, 25, 30, 45, 60})

# A time of day stands before or after these.
CLOCK_BEFORE = (
    "at|@|by|from|until|till|before|after|around|um|ab|bis|gegen|von|à|a las|las|às|om|kl|kl.|klockan|klokken|klo|"
    "alle|ore|ora"
    "|call|call time|wrap|start|starts|uhr|vers|om|tussen|between|call-time|lunch|meeting|crew call|doors|kello|dès|"
    "heure"
)
CLOCK_AFTER = "am|a.m.|a.m|pm|p.m.|p.m|uhr|h|hrs|hours|o'clock|cet|gmt|est|pst|bst|cest|et|pt|utc|horas|uur|heures"

# After a number of minutes or seconds: it is not the length of a piece.
NOT_RUNNING = (
    "walk|drive|ride|away|from|break|call|meeting|presentation|delay|grace|slot|slots|interview slot|fußweg|"
    "gehminuten|entfernt"
    "|à pied|a pie|lopen|gångväg|gang|marche|later|ago|warning|notice|phone call|chat|catch-up|catch up|zoom|"
    "telefonat|pause"
    "|before|after|past|of your time|of footage|fahrt|autofahrt|entfernung|of raw footage|turnaround|attention span|"
    "setup"
    "|views|followers|impressions|people|users|viewers|subscribers|reach|wide|tall|high|long wall|deep|usd|eur|sek|"
    "nok|dkk"
)
# Said of a minute or behind one: "a quarter of a minute", "trekvarts minut", "un minuto y tres cuartos".
QUARTER = "quarter|viertel|quart|cuarto|kwart|kvarts|kvart|quarto"
THREE_QUARTERS = (
    "three quarters|three-quarters|three quarter|three-quarter|dreiviertel|drei viertel|trois quarts|trois-quarts|"
    "tres cuartos|drie kwart|driekwart|tre kvarts|trekvarts|tre kvart|trekvart|tre quarti|três quartos"
)
"""Parts of a minute; the whole ones and the halves are read as numbers."""
