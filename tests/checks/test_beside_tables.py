"""A sentence at a table says of its rows and columns what the cells say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.beside_tables import contradicting
from rapportage.document import Cell, Document, Paragraph, Row, Table
from rapportage.inlines import Reference, Text

YEARS = (
    ("Gemeente", "2023", "2024"),
    ("Zwolle", "98", "120"),
    ("Dalfsen", "45", "52"),
    ("Ommen", "30", "28"),
    ("Totaal", "173", "200"),
)
ONE = (("Gemeente", "Aanvragen"), ("Zwolle", "412"), ("Dalfsen", "98"), ("Ommen", "30"), ("Totaal", "540"))
MONEY = (
    ("Post", "Begroting 2024", "Realisatie 2024"),
    ("Jeugdzorg", "€ 1.250.000", "€ 1.348.000"),
    ("Wmo", "€ 800.000", "€ 790.500"),
)
HALVES = (("", "2023-H2", "2024-H1"), ("Opgeleverde woningen", "1.180", "1.348"), ("Klachten", "12", "15"))
SHARES = (
    ("Verwijzer", "Aantal", "Aandeel"),
    ("Huisarts", "268", "40%"),
    ("Wijkteam", "201", "30%"),
    ("Totaal", "670", "100%"),
)
QUARTERS = (
    ("Kern", "1e kwartaal 2025", "2e kwartaal 2025", "Verschil"),
    ("Dorp", "21", "30", "9"),
    ("Haven", "19", "17", "-2"),
    ("Totaal", "40", "47", "7"),
)
PROJECTS = (
    ("Complex", "Boekwaarde", "Nog te maken kosten", "Verwacht resultaat", "Einde"),
    ("Statenland", "3.860", "6.200", "2.340", "2029"),
    ("Kerkwetering", "1.720", "2.450", "-620", "2028"),
    ("waarvan WMO", "415", "890", "165", "2027"),
    ("Totaal", "5.995", "9.540", "1.885", ""),
)
Rows = tuple[tuple[str, ...], ...]


def told(rows: Rows, sentence: str, title: str = "Aanvragen per gemeente") -> list[str]:
    """What is told of a sentence right above a table, which it may name, in a report on 2025-H1."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    table = Table((head,), tuple(body), text(title), id="a", number=3 if title else 0)
    before, named, after = sentence.partition("tabel 3")
    reference = (Reference("a", "tabel 3"),) if named else ()
    content = (*text(before), *reference, *((Text(after),) if after else ()))
    paper = Paper(Document(replace(META, periode="2025-H1"), (Paragraph(content), table)), STYLE)
    return [one.message.removeprefix("hier staat ") for one in contradicting(paper)]


@pytest.mark.parametrize(
    ("rows", "sentence", "message"),
    [
        (YEARS, "In 2024 kwamen er uit Zwolle 112 aanvragen.", "112, en in tabel 3 staat bij 'Zwolle' en '2024' 120"),
        (YEARS, "Zwolle ging van 98 in 2023 naar 112 in 2024.", "112, en in tabel 3 staat bij 'Zwolle' en '2024' 120"),
        (YEARS, "In 2024 waren het er in Zwolle 120 en in Dalfsen 25.", "25, en in tabel 3 staat bij 'Dalfsen' en '2024' 52"),
        (YEARS, "Uit Zwolle en Dalfsen kwamen er in 2024 112 en 52.", "112, en in tabel 3 staat bij 'Zwolle' en '2024' 120"),
        (YEARS, "In 2023 en 2024 waren het er in Ommen 30 en 82.", "82, en in tabel 3 staat bij 'Ommen' en '2024' 28"),
        (YEARS, "In tabel 3 daalde het in Zwolle van 120 naar 98.", "120 naar 98, en in tabel 3 gaat 'Zwolle' van 98 naar 120"),
        (YEARS, "In tabel 3 steeg het in Zwolle van 98 naar 112.", "98 naar 112, en in tabel 3 heeft 'Zwolle' geen 112"),
        (YEARS, "In Zwolle steeg het aantal aanvragen van 98 naar 112.", "98 naar 112, en in tabel 3 heeft 'Zwolle' geen 112"),
        (YEARS, "In Ommen daalde het aantal van 32 naar 28.", "32 naar 28, en in tabel 3 heeft 'Ommen' geen 32"),
        (YEARS, "In 2024 kwamen er in totaal 210 aanvragen.", "210 in totaal, en in tabel 3 is het totaal 200"),
        (ONE, "Zoals tabel 3 laat zien, telde Zwolle 421 aanvragen.", "421, en in tabel 3 staat bij 'Zwolle' 412"),
        (ONE, "Zwolle had 412 aanvragen, Dalfsen 89 (tabel 3).", "89, en in tabel 3 staat bij 'Dalfsen' 98"),
        (ONE, "In totaal zijn er 450 aanvragen gedaan, zie tabel 3.", "450 in totaal, en in tabel 3 is het totaal 540"),
        (ONE, "Het aantal aanvragen is het hoogst in Dalfsen (98).", "'hoogst' bij 'Dalfsen' (98), en in tabel 3 is dat 'Zwolle' (412)"),
        (ONE, "Het aantal aanvragen is het hoogst in Zwolle (421).", "421, en in tabel 3 staat bij 'Zwolle' en 'Aanvragen' 412"),
        (ONE, "In tabel 3 is te zien dat Zwolle de minste aanvragen had.", "'minste' bij 'Zwolle' (412), en in tabel 3 is dat 'Ommen' (30)"),
        (ONE, "De meeste aanvragen kwamen uit Dalfsen.", "'meeste' bij 'Dalfsen' (98), en in tabel 3 is dat 'Zwolle' (412)"),
        (MONEY, "De realisatie 2024 van de jeugdzorg is € 1,4 miljoen.", "€ 1,4 miljoen, en in tabel 3 staat bij 'Jeugdzorg' en 'Realisatie 2024' € 1.348.000"),
        (HALVES, "In het eerste halfjaar van 2024 waren er 51 klachten.", "51, en in tabel 3 staat bij 'Klachten' en '2024-H1' 15"),
        (YEARS, "De meeste aanvragen in 2024 kwamen uit Ommen.", "'meeste' bij 'Ommen' (28), en in tabel 3 is dat 'Zwolle' (120)"),
        (YEARS, "In 2024 kwamen de meeste aanvragen uit Ommen.", "'meeste' bij 'Ommen' (28), en in tabel 3 is dat 'Zwolle' (120)"),
        (YEARS, "De meeste aanvragen kwamen in 2024 uit Ommen.", "'meeste' bij 'Ommen' (28), en in tabel 3 is dat 'Zwolle' (120)"),
        (YEARS, "De meeste aanvragen kwamen uit Ommen.", "'meeste' bij 'Ommen' (28), en in tabel 3 is dat 'Zwolle' (120)"),
        (YEARS, "In totaal zijn er 210 aanvragen.", "210 in totaal, en in tabel 3 is het totaal 200"),
        (YEARS, "In totaal waren het er in 2024 210.", "210 in totaal, en in tabel 3 is het totaal 200"),
        (YEARS, "In Zwolle daalde het aantal aanvragen.", "'daalde', en in tabel 3 stijgt 'Zwolle': van 98 naar 120"),
        (QUARTERS, "In totaal zijn er 49 aanvragen gedaan.", "49 in totaal, en in tabel 3 is het totaal 47"),
        (QUARTERS, "Het aantal aanvragen in Haven nam toe.", "'nam toe', en in tabel 3 daalt 'Haven': van 19 naar 17"),
        (SHARES, "In tabel 3 staat dat de meeste aanvragen van het wijkteam komen.", "'meeste' bij 'Wijkteam' (201), en in tabel 3 is dat 'Huisarts' (268)"),
        (SHARES, "De huisarts verwees 286 jeugdigen (zie tabel 3).", "286, en in tabel 3 staat bij 'Huisarts' en 'Aantal' 268"),
        (QUARTERS, "In het tweede kwartaal kwamen er uit Haven 19 aanvragen.", "19, en in tabel 3 staat bij 'Haven' en '2e kwartaal 2025' 17"),
        (ONE, "In Dalfsen waren het er 89.", "89, en in tabel 3 staat bij 'Dalfsen' 98"),
        (ONE, "Toen waren het er in Zwolle 421.", "421, en in tabel 3 staat bij 'Zwolle' 412"),
        (ONE, "De meeste aanvragen kwamen in 2025 uit Dalfsen.", "'meeste' bij 'Dalfsen' (98), en in tabel 3 is dat 'Zwolle' (412)"),
    ],
)  # fmt: skip
def test_another_number_than_the_cell_has_is_told(rows: Rows, sentence: str, message: str) -> None:
    assert told(rows, sentence) == [message]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (YEARS, "In 2024 kwamen er uit Zwolle 120 aanvragen, en uit Dalfsen 52."),
        (YEARS, "In 2024 steeg het aantal in Zwolle met 22."),
        (YEARS, "In 2024 vergaderde Zwolle 3 keer. In 2024 telde Zwolle 3 nieuwe wijken."),
        (YEARS, "In 2025 verwacht Zwolle 150 aanvragen. In 2022 waren het er in Zwolle 80."),
        (YEARS, "Zwolle had in 2024 ruim 110 aanvragen en Dalfsen ongeveer 50."),
        (YEARS, "Zwolle kreeg in 2024 22% meer. Zwolle heeft in 2024 een aandeel van 60%."),
        (YEARS, "Van de 120 aanvragen uit Zwolle in 2024 zijn er 80 toegekend."),
        (YEARS, "In 2024 kende Zwolle 80 aanvragen toe."),
        (YEARS, "In Zwolle wonen 130.000 mensen; in 2024 kwamen daar 1.200 mensen bij."),
        (YEARS, "In de eerste helft van 2024 waren het er in Zwolle 70."),
        (YEARS, "In Zwolle daalde het aantal klachten over de regeling van 98 naar 12."),
        (YEARS, "Zwolle groeide van 98 naar 120 aanvragen. Ommen daalde van 30 naar 28."),
        (YEARS, "Dalfsen kreeg in 2024 7 aanvragen meer dan in 2023."),
        (YEARS, "Sinds 2019 steeg Zwolle van 80 naar 120. In vijf jaar steeg Zwolle van 80 naar 120."),
        (YEARS, "In Zwolle is in 2024 op 12 maart besloten en op 3 juni gebouwd."),
        (ONE, "Zwolle is de grootste gemeente, en heeft de meeste aanvragen (412)."),
        (ONE, "De meeste aanvragen uit Ommen zijn toegekend. Ommen kende de meeste aanvragen toe."),
        (ONE, "Dalfsen had de hoogste groei, en Ommen de laagste kosten."),
        (ONE, "Na Zwolle is het aantal aanvragen het hoogst in Dalfsen (98)."),
        (
            ONE,
            "Op één na het hoogst is het aantal aanvragen in Dalfsen. De werkloosheid is het hoogst in Ommen.",
        ),
        (
            ONE,
            "In totaal zijn er 540 aanvragen. In totaal deden 22 gemeenten mee, en zijn 300 aanvragen toegekend.",
        ),
        (ONE, "Ommen kreeg 4 extra aanvragen. Zwolle behandelde 300 van de 412 aanvragen."),
        (MONEY, "De realisatie 2024 van de jeugdzorg is € 1,3 miljoen, en van de Wmo € 0,8 miljoen."),
        (
            YEARS,
            "De meeste aanvragen in 2023 en 2024 kwamen uit Zwolle. In totaal zijn er 373 aanvragen gedaan.",
        ),
        (
            YEARS,
            "De meeste aanvragen uit Ommen in 2024 zijn toegekend. De meeste aanvragen komen uit Zwolle.",
        ),
        (
            YEARS,
            "In Ommen daalde het aantal aanvragen. In Zwolle steeg het. In Dalfsen daalde het aantal klachten.",
        ),
        (YEARS, "In Zwolle daalde het aantal aanvragen niet. In 2023 daalde het aantal aanvragen in Zwolle."),
        (YEARS, "Sinds 2015 daalde het aantal aanvragen in Zwolle. In totaal zijn er 80 aanvragen."),
        (QUARTERS, "In totaal zijn er 87 aanvragen gedaan. In totaal zijn er 40 aanvragen gedaan."),
        (
            QUARTERS,
            "Zoals in tabel 3 staat, zijn er in Dorp de meeste aanvragen, en steeg het aantal in Dorp.",
        ),
        (
            SHARES,
            "De meeste aanvragen komen van de huisarts (40%). De huisarts verwees 286 jeugdigen naar de Wmo.",
        ),
        (SHARES, "De huisarts verwees 268 jeugdigen (zie tabel 3), waarvan 120 naar ambulante hulp."),
        (
            ONE,
            "De meeste aanvragen kwamen in 2025 uit Zwolle. De meeste aanvragen kwamen in 2019 uit Dalfsen.",
        ),
        (MONEY, "Jeugdzorg: de realisatie 2024 is € 98.000 hoger dan begroot."),
        (MONEY, "In totaal gaf de gemeente in 2024 € 65 miljoen uit."),
        (HALVES, "In het eerste halfjaar van 2024 waren er 15 klachten, in 2022 waren er 51 klachten."),
    ],
)
def test_what_is_said_of_something_else_is_right(rows: Rows, sentence: str) -> None:
    assert told(rows, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("De boekwaarde van Statenland is € 3.680.000.", "€ 3.680.000, en in tabel 3 staat bij 'Statenland' en 'Boekwaarde' € 3.860.000"),
        ("De boekwaarde van Statenland is € 3,7 miljoen.", "€ 3,7 miljoen, en in tabel 3 staat bij 'Statenland' en 'Boekwaarde' € 3.860.000"),
        ("Bij Statenland is de boekwaarde 3.680.", "3.680, en in tabel 3 staat bij 'Statenland' en 'Boekwaarde' 3.860"),
        ("De boekwaarde is samen € 5.595.000.", "€ 5.595.000 in totaal, en in tabel 3 is het totaal € 5.995.000"),
    ],
)  # fmt: skip
def test_a_table_of_thousands_is_read_in_full(sentence: str, message: str) -> None:
    assert told(PROJECTS, sentence, "Grondexploitaties (x € 1.000)") == [message]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Statenland is groot en levert dan € 2.430.000 op.", "€ 2.430.000, en in tabel 3 staat bij 'Statenland' en 'Verwacht resultaat' € 2.340.000"),
        ("Voor Kerkwetering is een voorziening van € 260.000 getroffen.", "€ 260.000, en in tabel 3 staat bij 'Kerkwetering' en 'Verwacht resultaat' € −620.000"),
        ("De kosten van de WMO komen uit op € 980.000.", "€ 980.000, en in tabel 3 staat bij 'waarvan WMO' en 'Nog te maken kosten' € 890.000"),
        ("Statenland heeft nu een waarde van € 3.860.", "€ 3.860, en in tabel 3 staat bij 'Statenland' en 'Boekwaarde' € 3.860.000"),
        ("De waarden zijn samen € 9.450.000.", "€ 9.450.000, en in tabel 3 staat bij 'Totaal' en 'Nog te maken kosten' € 9.540.000"),
    ],
)  # fmt: skip
def test_a_slip_of_the_hand_in_a_number_of_a_cell_is_told(sentence: str, message: str) -> None:
    assert told(PROJECTS, sentence, "Grondexploitaties (x € 1.000)") == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "De boekwaarde van Statenland is € 3.860.000, of € 3,9 miljoen.",
        "De boekwaarde van Statenland is 3.860; die van Kerkwetering 1.720.",
        "De boekwaarde van Statenland is ruim € 3,8 miljoen. De boekwaarde is samen bijna € 6 miljoen.",
        "Kerkwetering eindigt in 2028 en Statenland in 2029. De WMO kost € 3.860 per cliënt.",
        "Voor Statenland was dat eerder € 2.430.000. Voor Kerkwetering is geen voorziening van € 260.000 nodig.",
        "Statenland kost € 3.680.000 meer. In 2022 was de boekwaarde van Statenland € 3.680.000.",
        "Voor Kerkwetering is een krediet van € 350.000 verleend, en voor Statenland een van € 2.500.000.",
        "In Statenland komen 260 woningen. Kerkwetering telt 62 kavels en Statenland 83.",
        "Voor de WMO is € 1.650.000 begroot, en voor het archief € 260.000.",
        "De 5.595 inwoners kregen een brief. De raad stelde € 9.450 beschikbaar.",
    ],
)
def test_a_right_sentence_beside_a_table_of_thousands_is_silent(sentence: str) -> None:
    assert told(PROJECTS, sentence, "Grondexploitaties (x € 1.000)") == []


def test_numbers_of_a_table_that_is_rounded_somehow_are_left_alone() -> None:
    assert told(YEARS, "In 2024 kwamen er uit Zwolle 112 aanvragen.", "Aanvragen (afgerond)") == []


def test_a_rate_by_the_thousand_is_no_number_of_thousands() -> None:
    assert told(ONE, "Zwolle telde 398 aanvragen (tabel 3).", "Aanvragen per duizend inwoners") == []


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        ("In 2024 kregen wij in totaal 210 aanvragen.", ["210 in totaal, en in de tabel hieronder is het totaal 200"]),
        ("De meeste aanvragen kwamen uit Ommen.", ["'meeste' bij 'Ommen' (28), en in de tabel hieronder is dat 'Zwolle' (120)"]),
        ("In Zwolle daalde het aantal aanvragen van 98 naar 82.", ["98 naar 82, en in de tabel hieronder heeft 'Zwolle' geen 82"]),
        ("In Ommen steeg het aantal aanvragen.", ["'steeg', en in de tabel hieronder daalt 'Ommen': van 30 naar 28"]),
        ("In 2024 kregen wij in totaal 210 klachten. Het aantal aanvragen verschilt.", []),
        ("In Zwolle daalde het aantal klachten over de regeling van 98 naar 82.", []),
    ],
)  # fmt: skip
def test_what_a_table_without_a_title_counts_is_said_above_it(sentence: str, messages: list[str]) -> None:
    assert told(YEARS, sentence, "") == messages


HOMES = (
    ("Gemeente", "2024-H2", "2025-H1", "Waarvan betaalbaar"),
    ("Rijnvoorde", "84", "97", "66"),
    ("Lingestein", "72", "83", "54"),
    ("Waalbeek", "61", "55", "31"),
    ("Maasdorp", "29", "32", "18"),
    ("Totaal", "246", "267", "169"),
)
SPENT = (
    ("Opgave", "Begroting", "Besteed"),
    ("Wonen", "320.000", "148.500"),
    ("Bereikbaarheid", "390.000", "172.000"),
    ("Energie", "150.000", "153.000"),
)
MOST = "'meeste' bij 'Lingestein' (83), en in tabel 3 is dat 'Rijnvoorde' (97)"


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("De meeste woningen kwamen gereed in Lingestein.", MOST),
        ("De meeste woningen kwamen in Lingestein gereed.", MOST),
        ("De meeste woningen zijn opgeleverd in Lingestein.", MOST),
        ("Lingestein leverde de meeste woningen op.", MOST),
        ("In Waalbeek daalde het aantal van 61 naar 51, omdat Kade-Zuid is vertraagd.", "61 naar 51, en in tabel 3 heeft 'Waalbeek' geen 51"),
        ("In Maasdorp daalde het aantal, mede door de vertraging van Kade-Zuid.", "'daalde', en in tabel 3 stijgt 'Maasdorp': van 29 naar 32"),
        ("Alleen in Maasdorp daalde het aantal.", "'daalde', en in tabel 3 stijgt 'Maasdorp': van 29 naar 32"),
        ("Alleen in Maasdorp daalde het aantal, van 61 naar 55.", "61 naar 55, en in tabel 3 is dat 'Waalbeek', en niet 'Maasdorp'"),
        ("Alleen in Maasdorp steeg het aantal.", "'alleen' bij 'steeg', en in tabel 3 doet 'Rijnvoorde' dat ook: van 84 naar 97"),
        ("De meeste woningen kwamen gereed in Rijnvoorde: 79, tegen 84 in het halfjaar ervoor.", "79, en in tabel 3 staat bij 'Rijnvoorde' 97"),
        ("In Waalbeek groeide het aantal licht.", "'groeide', en in tabel 3 daalt 'Waalbeek': van 61 naar 55"),
        ("In Rijnvoorde steeg het aantal naar 97. Waalbeek groeide licht.", "'groeide', en in tabel 3 daalt 'Waalbeek': van 61 naar 55"),
        ("In Lingestein zijn 38 woningen opgeleverd.", "38, en in tabel 3 staat bij 'Lingestein' en '2025-H1' 83"),
    ],
)  # fmt: skip
def test_homes_by_municipality_are_told_as_they_stand(sentence: str, message: str) -> None:
    assert told(HOMES, sentence, "Opgeleverde woningen per gemeente") == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "De meeste woningen kwamen gereed in Rijnvoorde: 97, tegen 84 in het halfjaar ervoor.",
        "De meeste woningen kwamen gereed in Rijnvoorde: 97, tegen 89 een jaar eerder.",
        "De meeste woningen kwamen gereed in Lingestein-West.",
        "De meeste woningen die gereed kwamen in Lingestein, zijn koopwoningen.",
        "De meeste huurwoningen kwamen gereed in Lingestein.",
        "Lingestein leverde de meeste zorgwoningen op.",
        "Alleen in Waalbeek daalde het aantal, van 61 naar 55, omdat Kade-Zuid is vertraagd.",
        "Alleen in Waalbeek daalde het aantal.",
        "In Waalbeek daalde het aantal, omdat er in Lingestein 38 woningen bij kwamen.",
        "In Lingestein zijn 38 sociale woningen opgeleverd.",
        "In Lingestein zijn 83 woningen opgeleverd, doordat de bouw in Maasdorp stilligt.",
        "Alleen in Maasdorp daalde het aantal inwoners.",
        "Alleen in Maasdorp steeg het aantal betaalbare koopwoningen.",
        "In Lingestein zijn 54 woningen betaalbaar.",
        "In Rijnvoorde steeg het aantal naar 97. Lingestein groeide licht.",
        "In Waalbeek kromp het aantal licht.",
        "Waalbeek groeide licht.",
        "De regio trekt mensen. Waalbeek groeide ook.",
        "In Waalbeek groeide het aantal niet.",
        "In Waalbeek groeide het aantal inwoners licht.",
        "In Waalbeek is de groei van het aantal eruit.",
    ],
)
def test_a_right_sentence_on_homes_is_silent(sentence: str) -> None:
    assert told(HOMES, sentence, "Opgeleverde woningen per gemeente") == []


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        (
            "Aan Wonen is met € 148.500 het meest uitgegeven.",
            ["'meest' bij 'Wonen' (148.500), en in tabel 3 is dat 'Bereikbaarheid' (172.000)"],
        ),
        ("Aan Bereikbaarheid is met € 172.000 het meest uitgegeven.", []),
        ("Aan Energie is met € 153.000 het meest uitgegeven aan subsidie.", []),
        ("Aan Energie is het meest van de opgaven bijgedragen.", []),
        (
            "Energie is het grootst.",
            ["'grootst' bij 'Energie' (150.000), en in tabel 3 is dat 'Bereikbaarheid' (390.000)"],
        ),
    ],
)
def test_what_is_spent_most_on_is_so(sentence: str, messages: list[str]) -> None:
    assert told(SPENT, sentence, "Begroting en bestedingen") == messages


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        (
            "Er zijn 97 woningen opgeleverd, twaalf meer dan in het halfjaar ervoor.",
            ["twaalf meer, en in tabel 3 staat bij 'Rijnvoorde' 84 en daarna 97: dat is 13 meer"],
        ),
        (
            "In totaal zijn 267 woningen opgeleverd, 21 minder dan in de tweede helft van 2024.",
            ["21 minder, en in tabel 3 staat bij 'Totaal' 246 en daarna 267: dat is 21 meer"],
        ),
        ("Er zijn 267 woningen opgeleverd, 21 meer dan in het halfjaar ervoor.", []),
        ("Er zijn 267 woningen opgeleverd, 9% meer dan in het halfjaar ervoor.", []),
        ("Er zijn 267 woningen opgeleverd, 40 meer dan een jaar eerder.", []),
        ("Er zijn 267 woningen opgeleverd, 40 meer dan gepland.", []),
        ("Er zijn 267 aanvragen gedaan, 40 meer dan in het halfjaar ervoor.", []),
    ],
)
def test_how_much_more_a_row_is_follows_from_its_cells(sentence: str, messages: list[str]) -> None:
    assert told(HOMES, sentence, "Opgeleverde woningen per gemeente") == messages


RESERVE = (
    ("Post", "Bedrag"),
    ("Stand 1 januari 2025", "€ 2.595.000"),
    ("Al besloten onttrekkingen", "€ -310.000"),
    ("Dit voorstel", "€ -330.000"),
    ("Totaal: stand na dit voorstel", "€ 1.955.000"),
)


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        (
            "Het beleid verandert niet. Na dit voorstel blijft er € 1.995.000 over.",
            ["€ 1.995.000, en in tabel 3 staat bij 'Totaal: stand na dit voorstel' € 1.955.000"],
        ),
        (
            "Er resteert € 1.855.000 in de reserve.",
            ["€ 1.855.000, en in tabel 3 staat bij 'Totaal: stand na dit voorstel' € 1.955.000"],
        ),
        ("Na dit voorstel blijft er € 1.955.000 over.", []),
        ("Na dit voorstel blijft er € 2,0 miljoen over.", []),
        ("Na dit voorstel blijft er bijna € 2.000.000 over.", []),
        ("Zonder dit voorstel blijft er € 2.285.000 over.", []),
        ("In 2027 blijft er € 1.200.000 over.", []),
        ("Er blijft € 150.000 over voor onderhoud.", []),
        ("Daarvan blijft € 150.000 over.", []),
        ("Er blijft € 5.000 per jaar over.", []),
        ("Wij onttrekken € 330.000, waarna er € 1.955.000 overblijft.", []),
    ],
)
def test_what_is_left_is_what_the_table_ends_in(sentence: str, messages: list[str]) -> None:
    assert told(RESERVE, sentence, "Verloop van de reserve Bereikbaarheid en Wonen") == messages


TRACKS = (
    ("Traject", "Lengte (km)", "Gereed (km)", "Nog te doen (km)", "Gereed (%)"),
    ("Noorderlek", "14,0", "12,6", "1,4", "90,0%"),
    ("Oude Maasdijk", "12,5", "6,6", "5,9", "52,8%"),
    ("Zandwijk", "9,5", "3,1", "6,4", "32,6%"),
    ("Totaal", "36,0", "22,3", "13,7", "61,9%"),
)


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Oude Maasdijk is met 90,0% het verst.", "52,8%"),
        ("Zandwijk heeft nog 5,9 kilometer te gaan.", "6,4"),
        ("Noorderlek is ver, en Zandwijk is met 6,6 kilometer op de helft.", "3,1"),
        # its own, or one that it may have
        ("Noorderlek is met 90,0% het verst.", ""),
        ("Zandwijk heeft 6,4 kilometer te gaan, en Oude Maasdijk 5,9.", ""),
        ("Noorderlek heeft nog 11,2 kilometer berm.", ""),
        ("Zandwijk is 3,1 kilometer klaar, tegen 6,6 kilometer bij de Oude Maasdijk.", ""),
        ("Zandwijk is minder ver dan de 52,8% van daarnaast.", ""),
        ("Zandwijk was eerder op 52,8%.", ""),
        ("Bij Zandwijk wonen 90 gezinnen.", ""),
        ("Zandwijk ligt onder het gemiddelde van 52,8%.", ""),
        ("Zandwijk en Noorderlek hebben samen 6,6 kilometer sloot.", ""),
        ("Zandwijk is 12,6 kilometer van de stad, ongeveer.", ""),
    ],
)
def test_a_number_of_one_row_is_not_given_to_another(sentence: str, right: str) -> None:
    found = told(TRACKS, sentence)
    assert [one.rpartition(" ")[2] for one in found] == ([right] if right else [])
