"""People the work is made for, as the subject of a wish or a duty, and questions that ask what the work is for."""

from __future__ import annotations

import re

_STEMS = (
    "passenger|traveller|traveler|visitor|guest|customer|client|buyer|shopper|patient|parent|pupil|student|member|"
    "resident|tenant|neighbour|employee|worker|driver|farmer|donor|viewer|reader|listener|famil|kid|child|teen|"
    "youngster|women|men|girl|boy|apprentice|applicant|candidate|tourist|cyclist|people|folk|user|citizen|volunteer|"
    "voter|couple|nurse|teacher|fan|investor|retailer|everyone|everybody|nobody|passagier|fahrgast|fahrgaste|besucher|"
    "gaste|kund|kaufer|patient|eltern|schuler|studierende|mitglied|bewohner|mieter|nachbar|mitarbeit|beschaftigt|fahrer|"
    "landwirt|spender|zuschauer|leser|familien|kinder|jugendlich|frauen|manner|madchen|jungen|azubi|bewerber|radfahrer|"
    "leute|menschen|nutzer|burger|ehrenamtlich|wahler|paare|personalabteilung|voyageur|visiteur|clients|acheteur|usager|"
    "parents|eleve|etudiant|membre|habitant|locataire|voisin|salarie|employe|conducteur|agriculteur|donateur|spectateur|"
    "enfant|jeune|femmes|hommes|filles|garcons|apprenti|candidat|touriste|gens|citoyen|benevole|foyers|pasajer|visitante|"
    "cliente|comprador|paciente|padres|alumn|estudiante|soci[oa]s|vecin|inquilin|emplead|trabajador|conductor|agricultor|"
    "donante|espectador|ninos|jovenes|mujeres|hombres|chicas|chicos|pibes|aprendices|turista|gente|usuari|ciudadan|"
    "voluntari|passegger|visitator|client[ei]|acquirent|pazient|genitori|alunn|student|residenti|inquilini|dipendent|"
    "lavorator|agricoltor|donator|spettator|bambini|ragazz|giovani|donne|uomini|apprendist|turist|cittadin|passageir|"
    "clientes|pacientes|pais|alunos|estudantes|moradores|vizinhos|funcionari|trabalhador|agricultor|doador|criancas|"
    "jovens|mulheres|homens|raparigas|rapazes|pessoas|cidada|reizigers|bezoekers|gasten|klanten|kopers|patienten|ouders|"
    "leerlingen|studenten|leden|bewoners|huurders|buren|medewerkers|chauffeurs|boeren|donateurs|kijkers|gezinnen|"
    "kinderen|jongeren|vrouwen|mannen|meisjes|jongens|mensen|gebruikers|burgers|vrijwilligers|baasjes|resenar|besokar|"
    "gaster|kunder|patienter|foraldrar|elever|studenter|medlemmar|boende|hyresgast|grannar|medarbetar|anstallda|forare|"
    "bonder|givare|tittare|familjer|barn|ungdomar|unga|kvinnor|man\\b|flickor|pojkar|larlingar|manniskor|anvandare|"
    "medborgare|volontarer|passasjer|passager|rejsende|reisende|besog|besok|gjester|gaester|kunder|pasient|foreldre|"
    "foraeldre|elever|medlemmer|beboer|leietaker|lejere|naboer|ansatte|medarbejder|sjafor|bonder|landmaend|givere|seere|"
    "familier|born|ungdom|unge|kvinner|kvinder|menn|maend|piger|jenter|gutter|drenge|laerling|mennesker|brukere|brugere|"
    "borgere|frivillig"
)
WHO = (
    r"(?:(?:the|our|all|more|young|new|die|der|alle|unsere|mehr|les|nos|des|plus de|tous les|los|las|el|la|"
    r"nuestr\w+|mas|i|gli|"
    r"le|il|os|as|mais|de|onze|meer|vara|alla|fler|vores|vare|flere|det|den)\s)?"
    rf"(?:[\w'-]+\s)?(?:{_STEMS})\w*"
)
_MUST = (
    r"(?:should|shall|must|ought to|need to|have to|sollen|soll|sollten|mussen|doivent|doit|devraient|devront|deben|"
    r"debe|"
    r"tienen que|tiene que|moeten|moet|ska|skal|skulle|maste|ma|devono|deve|devem)"
)
THEIR_DUTY = re.compile(rf"^\W*{WHO}(?:\s[\w'-]+){{0,3}}\s{_MUST}\s(?!be (?:filmed|there|ready|at)\b)")
"""Those the film is for and what they are to do: "Passasjerene skal finne …", "Visitors should leave knowing …"."""

_NO_FILM = (
    r"(?!(?:the|el|la|los|las|le|les|il|der|das|die|de|het|o|os|as|den|det)?\s?\w*(?:film|video|spot|clip|pieza|"
    r"drehtermin|"
    r"angebot|offert|oferta|devis)\w*\b)(?!(?:it|you|we|es|sie|ihr|wir|vous|nous|on|usted\w*|tudo|todo|tout|alles|"
    r"ni|i|"
    r"dere|jullie|u|sea|seja|ce|ca)\b)"
)
THAT_THEY = re.compile(
    r"(?:^\W*|[.;:,]\s|\b(?:y|e|et|und|en|och|og|and)\s)(?:"
    r"que (?:la gente|el publico|los|las|el|la|nuestr\w+|cada|todo el mundo|todos|nadie|mas)\s"
    + _NO_FILM
    + r"[\w'-]+ |que se (?:note|vea|sepa|entienda|sienta|perciba|conozca|hable)\b|que nadie\b"
    r"|que (?:les|nos|le public|tout le monde|chacun|personne|plus de)\s"
    + _NO_FILM
    + r"[\w'-]+ |che (?:la gente|i|gli|le|nessuno|tutti)\s[\w'-]+ |que (?:as|os|ninguem|mais) [\w'-]+ )"
    rf"|^\W*(?:dass|dat|att?|damit|zodat|for att?) {_NO_FILM}{WHO}"
)
"""A wish told as a clause of its own: "Que la gente deje de …", "Dass die Leute wieder kommen", "Att fler vågar"."""

ASKS_AIM = re.compile(
    r"\b(?:what (?:does|would|will) success look like|what(?:'s| is) (?:it|this|that|the (?:film|video)) (?:all |"
    r"actually |"
    r"really )?for\b|what(?:'s| is| are) (?:the|your|our) (?:aims?|goals?|point|purpose|objectives?)|what (?:do|"
    r"should|would) "
    r"(?:you|we|people|it|the film|viewers) [^?]{0,30}(?:achieve|do differently|take away|accomplish)|"
    r"why (?:are|do) (?:you|we) (?:making|want|need)[^?]{0,20}film|"
    r"was (?:soll|sollen|mochten|wollen) [^?]{0,40}(?:bewirken|erreichen|auslosen)|was ist das ziel|wofur ist|"
    r"wozu (?:ist|soll|"
    r"brauch)|worum geht|a quoi (?:ca|il|elle|doit)[^?]{0,20}ser\w+|quel est (?:l'objectif|le but)|c'est pour quoi|"
    r"pour quoi "
    r"faire|para que (?:es|lo|la|sirve|quier)|cual es (?:el|vuestro|su) objetivo|que (?:quieren|quereis|buscan|"
    r"buscais) "
    r"(?:lograr|conseguir)|a (?:che )?cosa (?:serve|vi serve)|qual e (?:l'obiettivo|lo scopo|o objetivo)|"
    r"para que serve|"
    r"waar(?:voor| is (?:het|de film) voor)|wat is (?:het|jullie) doel|wat (?:moet|willen) [^?]{0,30}bereiken|"
    r"vad (?:ar|er) (?:syftet|malet)|vad (?:ska|vill) [^?]{0,30}(?:uppna|astadkomma)|hva(?:d)? (?:er|skal|"
    r"vil) [^?]{0,30}"
    r"(?:formalet|malet|hensikten|oppna|opna))"
)
"""A question after the aim, whoever asks it: what comes next answers it."""


def asks_aim(low: str) -> bool:
    """Whether a short folded sentence asks what the work is for."""
    return len(low) < 90 and ASKS_AIM.search(low) is not None
