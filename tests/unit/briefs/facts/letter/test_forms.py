"""A filled-in form is read as a person reads it: ticks, blanks, rows with several answers, labels above them."""

from datetime import date

import docx
import pytest

from copilot.briefs.facts.letter.boxes import unsaid_spans
from copilot.briefs.facts.letter.lines import Unit, units_of
from copilot.briefs.facts.letter.topics import answered_topic, topic_of
from copilot.briefs.facts.letter.view import clean
from copilot.briefs.facts.words import entries
from store.documents.reading import read_document
from tests.unit.briefs.facts.briefs import read
from tests.unit.documents.pages import word


def _said(text: str) -> str:
    return " ".join(clean(text, "b").without(unsaid_spans(clean(text, "b").text)).text.split())


def _fields(text: str) -> list[tuple[str | None, str]]:
    return [(unit.topic, unit.text) for unit in units_of(clean(text, "b")) if unit.kind == "field"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("Use | ☐ cinema ☒ website ☐ TV | Market | Wales", "Use | website | Market | Wales"),
        ("Nutzung: [x] Messe [ ] Kino   Gebiet: ( ) EU (x) weltweit", "Nutzung: Messe Gebiet: weltweit"),
        ("Voix off : oui ☐ non ☑", "Voix off : non"),
        ("Uso\n■ sito □ TV", "Uso ■ sito"),
        ("\uf0fe web\n\uf0a8 biograf", "\uf0fe web"),
        ("Sottotitoli: ☐ sì ☐ no", "Sottotitoli:"),
        ("Use | ☐ | cinema | ☒ | website | ☐ | TV", "Use | | website |"),
        ("Use | cinema | ☐ | website | ☒", "Use | | website |"),
        ("☐ | Kino\n☒ | Website", "Website"),
        ("Drone | ☐ | ☒", "Drone | |"),
    ],
)
def test_an_option_whose_box_is_empty_was_not_chosen(form: str, said: str) -> None:
    assert _said(form) == said


@pytest.mark.parametrize("todo", ["- [ ] 3 reels\n- [ ] 1 film of 60 s", "☐ 3 reels\n☐ 1 film", "■ Films\n□ 2 clips"])
def test_the_boxes_of_a_list_of_what_is_to_be_done_say_nothing(todo: str) -> None:
    assert _said(todo) == " ".join(todo.split())


def test_an_option_ticked_sets_the_tax_and_no_is_no_language() -> None:
    reading = read(
        "Film | 1 Film, 60 s\nBudget | 9.000 EUR\nSteuer | ☐ inkl. MwSt. ☒ zzgl. MwSt.\nSprecher | ☐ ja ☒ nein"
    )
    assert reading.facts.tax_included is False
    assert reading.facts.languages == ()


@pytest.mark.parametrize(
    "blank",
    [
        "Click or tap here to enter text.",
        "Klicken Sie hier, um Text einzugeben.",
        "Cliquez ici pour entrer du texte.",
        "Haga clic aquí para escribir texto.",
        "Fare clic qui per immettere testo.",
        "Klik of tik om tekst in te voeren.",
        "Klik her for at skrive",
        "Klikk her for å skrive",
        "Klicka här för att ange text.",
        "Clique aqui para introduzir texto.",
        "Wählen Sie ein Element aus.",
        "[Choose an item]",
    ],
)
def test_a_placeholder_is_an_empty_answer(blank: str) -> None:
    assert _said(f"Budget | {blank}\nOrt: {blank}\nWien") == "Budget | Ort: Wien"


def test_words_that_ask_to_click_are_no_placeholder() -> None:
    assert _said("Click here to enter our competition, it runs until May.").startswith("Click here")


def test_what_stands_below_an_empty_answer_is_not_its_value() -> None:
    reading = read("1 film, 60 s\nLocation: Choose an item\nGreenholm\nBudget | \nPrevious year | 7,000 EUR")
    assert reading.facts.locations == ()
    assert reading.facts.budget_max is None


def test_each_answer_of_a_row_has_its_own_label() -> None:
    assert _fields(
        "Drehtage | 2 | Drehort | Halle 4\nGebiet | Tirol | Dauer | 3 Jahre\nEtat | 9.000 € | Vorjahr | 7.000 €"
    ) == [
        ("shoot", "2"),
        ("locations", "Halle 4"),
        ("territory", "Tirol"),
        ("term", "3 Jahre"),
        ("budget", "9.000 €"),
        ("aside", "7.000 €"),
    ]


def test_an_unknown_label_in_a_form_keeps_its_answer_beside_it() -> None:
    fields = _fields("Titolo | Sale | Referente | Ada Riva\nRevisioni | 2 | Inaugurazione sala | 08/05/2027")
    assert fields[-1] == (None, "Inaugurazione sala | 08/05/2027")


@pytest.mark.parametrize(
    "table",
    [
        "Item | Description | Qty | Length\n1 | Film | 2 | 30 s",
        "Hero film | 1 | 60 s | 16:9\nSocial clip | 3 | 15 s | 9:16",
        "Title | Client | Budget | Territory\nTides | Orr Ltd | 9k | UK\nEbb | Lund & Co | 7k | EU",
    ],
)
def test_the_rows_of_a_table_are_no_pairs(table: str) -> None:
    assert _fields(table) == []


def test_a_row_of_labels_above_a_row_of_answers_is_a_form_whatever_stands_around_it() -> None:
    form = (
        "Please fill in.\nClient | Title | Delivery\n\nAcme Pumps | Spring | 3 May 2026\n"
        "Contact | E-mail\nJo Pell | jo@acme.example\n\nItem | Quantity | Length\nFilm | 1 | 60 s\n"
    )
    assert _fields(form) == [
        ("client", "Acme Pumps"),
        ("title", "Spring"),
        ("delivery", "3 May 2026"),
        ("contact", "Jo Pell"),
        ("contact", "jo@acme.example"),
    ]


def test_a_working_title_beside_an_unknown_label_heads_no_table() -> None:
    form = "Organisation | Orr Trust | Telephone | 555 0137\nWorking title | Slow Tide | Version of form | V7"
    assert ("title", "Slow Tide") in _fields(form)


_SHEET = (
    "PROJECT\nSlow Tide\n\nDOCK GATE\n07:30\n\n"
    "NO. OF DAYS\n2\n\nWHERE\nMill Lane 4,\nHarwell\n\nRIGHTS – TERM\n18 months\n"
)


def _units(text: str) -> list[Unit]:
    return [unit for unit in units_of(clean(text, "b")) if unit.kind == "field"]


@pytest.mark.parametrize(
    "sheet", [_SHEET, _SHEET.replace("\n\n", "\n"), _SHEET.replace("\n", "\n\n").replace(",\n\n", ",\n")]
)
def test_a_label_above_a_short_answer_is_a_field_of_a_form(sheet: str) -> None:
    units = _units(sheet)
    assert [(unit.topic, unit.text) for unit in units if unit.topic] == [
        ("title", "Slow Tide"),
        ("shoot", "2"),
        ("locations", "Mill Lane 4, Harwell"),
        ("term", "18 months"),
    ]
    assert all(unit.label and sheet[slice(*unit.label)].isupper() for unit in units)


def test_headings_above_prose_and_labelled_lines_stay_what_they_are() -> None:
    letter = (
        "Budget\nWe have 9,000 euros for all of it.\n\n"
        "Delivery\nBy the end of May, please.\n\nUsage\nOnly our own website."
    )
    assert _units(letter) == []
    assert [topic for topic, _ in _fields("Kunde: Orr\nTitel: Slow Tide\nBudget: 9.000 €\nDreh: 2 Tage")] == [
        "client",
        "title",
        "budget",
        "shoot",
    ]


def test_the_letter_beside_a_form_is_not_under_its_last_label() -> None:
    text = _SHEET + "\nForty of us row on this basin and have done so since before the first war.\n"
    assert units_of(clean(text, "b"))[-1].section is None


def test_a_date_right_below_the_days_of_the_shoot_is_theirs() -> None:
    assert _fields("Optagedage | 1\nDato | 17. marts 2027")[-1] == ("shoot", "17. marts 2027")


def test_an_abbreviation_in_a_label_ends_no_sentence() -> None:
    assert topic_of("Order value, excl. VAT") == "budget"
    assert topic_of("Budget (netto, zzgl. 19 % USt.)") == "budget"
    assert topic_of("1 ST") is None


@pytest.mark.parametrize(
    ("label", "answer", "topic"),
    [("Duration", "3 years", "term"), ("Duration", "90 s", "length"), ("Rights – territory", "EU", "territory")],
)
def test_what_a_label_means_is_told_by_its_answer_and_by_the_label_before_it(
    label: str, answer: str, topic: str
) -> None:
    assert answered_topic(label, answer) == topic


def test_every_language_has_its_placeholders_and_its_labels_of_the_year_before() -> None:
    assert len(entries("cues", "unfilled")) > 100
    labels = (
        "Previous year",
        "Vorjahr",
        "Année précédente",
        "Año anterior",
        "Vorig jaar",
        "Sidste år",
        "I fjor",
        "Förra året",
    )
    assert {topic_of(label) for label in (*labels, "Anno precedente", "Ano anterior")} == {"aside"}


def test_a_form_says_what_is_ticked_and_leaves_the_rest_open() -> None:
    form = (
        "Kunde | Orr GmbH\nLieferumfang | 1 Film, 60 s\n"
        "Nutzung | ☒ Website ☐ TV ☐ Kino\nFertig bis | 30.04.2027\nDrehort | Datum wählen"
    )
    reading = read(form, received_on=date(2027, 1, 4))
    assert reading.facts.usage is not None
    assert reading.facts.usage.media == ("online",)
    assert reading.facts.delivery_on == date(2027, 4, 30)
    assert any(question.field == "locations" for question in reading.open_questions)


def test_a_word_form_with_labels_above_answers_and_boxes_in_cells_of_their_own_is_read() -> None:
    tables = (
        (("Client", "Title", "Delivery"), ("Acme Pumps", "Slow Apples", "3 May 2027")),
        (("Shown where?", "☐", "cinema", "☒", "website"),),
    )

    def build(document: docx.document.Document) -> None:
        document.add_paragraph("One film of 60 seconds, 16:9.")
        for rows in tables:
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words

    facts = read(read_document(word(build), "form.docx").text, received_on=date(2027, 1, 4)).facts
    assert (facts.client, facts.title, facts.delivery_on) == ("Acme Pumps", "Slow Apples", date(2027, 5, 3))
    assert facts.usage is not None
    assert facts.usage.media == ("online",)
