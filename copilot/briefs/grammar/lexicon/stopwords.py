"""Everyday words and a brief's words that betray a language: those of one language count most, shared ones little."""

STOPWORDS: dict[str, str] = {
    "en": "the and of to in for is we our you with on are be will this that a an have need by at from please it"
    " as would can"
    " shoot budget delivery deliver film video day days week client brief hi hello thanks best regards looking"
    " us about not"
    " week deliver deadline campaign brand client second seconds spot launch quote proposal",
    "de": "der die das und ist wir für mit ein eine einen einem den dem von zu im am auf bis sie uns nicht soll"
    " werden bitte wird"
    " sind haben brauchen drehtage drehtag dreh film lieferung abgabe kunde grüße hallo unser unsere zwei drei"
    " auch nach oder bei"
    " mwst zzgl abgabe werbefilm imagefilm auftrag woche kw ende anfang mitte euro",
    "fr": "le la les des et est nous pour avec un une du de au aux sur dans que qui votre notre vous ce cette"
    " sont bonjour merci"
    " tournage livraison film jours jour budget à être pas plus par en cordialement deux trois nos avons"
    " ht tva semaine livrer mars tournée société entreprise marque vidéo fin début",
    "es": "el la los las y de que en para con un una por del es se nuestro nuestra necesitamos hola gracias"
    " saludos rodaje entrega"
    " días día vídeo son este esta más presupuesto al como tenemos dos tres queremos sobre"
    " iva empresa marca semana principios finales",
    "nl": "de het een en van voor met is wij we op in te zijn dat deze naar ons onze graag willen hebben wordt"
    " niet draaidagen"
    " draaidag oplevering hallo groeten bij ook tot zoeken er maar als twee drie film moet uiterlijk"
    " btw excl oplevering weken opdracht klant productie",
    "sv": "och att det är vi för med en ett på av till som inte den har ska vill hej tack hälsningar leverans"
    " inspelning"
    " inspelningsdagar film från senast vår vårt behöver också två tre kan eller om när dagar veckor"
    " reklamfilm klart moms exkl exkl. vecka behov inspelningsdag kvadratisk uppdrag kund målgrupp språk",
    "da": "og at det er vi for med en et på af til som ikke den har skal vil hej tak hilsen levering optagelse"
    " optagedage film fra"
    " senest vores også to tre kan eller om når dage uger hvor gerne os jeg kunne inden uge ønsker brug noget"
    " efter venlig"
    " reklamefilm moms uge ugen kunde opgave målgruppe ekskl",
    "no": "og at det er vi for med en et på av til som ikke den har skal vil hei takk hilsen levering opptak"
    " opptaksdager film fra"
    " senest vår vårt våre også to tre kan eller om når dager uker hvor gjerne oss jeg kunne innen uke ønsker"
    " trenger noe etter vennlig"
    " reklamefilm mva uke oppdrag kunde målgruppe ekskl budsjett",
    "it": "il lo la gli le e di che per con un una del della dei nel è sono noi nostro nostra vorremmo ciao"
    " grazie saluti riprese"
    " consegna giorni video come più anche su dal entro due tre abbiamo bisogno cliente al"
    " iva azienda settimana consegnare fine",
    "pt": "o a os as e de que para com um uma do da dos das no na em por é são nosso nossa precisamos olá"
    " obrigado filmagem"
    " entrega dias vídeo mais não até como também ao orçamento temos queremos dois três sobre"
    " iva empresa semana marca verba",
    "fi": "ja on me että kanssa tai sekä ei ole tämä se hei kiitos terveisin kuvaus kuvauspäivä toimitus päivää"
    " mennessä tarvitsemme"
    " haluamme budjetti elokuva video myös kun joka asiakas kaksi kolme viikko video"
    " alv elokuvan videon sekuntia",
}  # fmt: skip
