"""What says to be a difference is that of the two numbers beside it, or above it."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.table_differences import wrong_differences
from rapportage.checks.tables.totals import unmarked_totals
from rapportage.document import Cell, Document, Row, Table

Words = tuple[str, ...]


def paper(*rows: Words) -> Paper:
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    return Paper(Document(META, (Table((head,), tuple(body), ()),)), STYLE)


def told(*rows: Words) -> list[str]:
    """What is told of differences in a table of these rows, the first its head."""
    return [one.message for one in wrong_differences(paper(*rows))]


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ((("", "Formatie", "Bezetting", "Vacatures"), ("a", "42,0", "38,6", "4,3")), ["dit verschil is 4,3, en de twee getallen ernaast schelen 3,4"]),
        ((("", "Formatie", "Bezetting", "Vacatures"), ("a", "42,0", "38,6", "3,4")), []),
        ((("", "2023", "2024", "Verschil"), ("a", "10", "12", "3")), ["dit verschil is 3, en de twee getallen ernaast schelen 2"]),
        (
            (("", "Inkomsten", "Uitgaven", "Saldo"), ("a", "€ 500", "€ 400", "€ 200"), ("b", "€ 300", "€ 200", "€ 100")),
            ["dit verschil is € 200, en de twee getallen ernaast schelen 100"],
        ),
        (
            (("", "2022", "2023", "2024", "Verschil"), ("a", "1", "10", "12", "2"), ("b", "1", "20", "24", "4"), ("c", "1", "5", "9", "4"), ("d", "1", "5", "9", "5")),
            ["dit verschil is 5, en de twee getallen ernaast schelen 4"],
        ),
        (
            (("", "2023", "2024", "Verschil"), ("a", "10", "12", "+2"), ("b", "12", "10", "−2"), ("c", "12", "9", "+3")),
            ["dit verschil is +3, en heeft een ander teken dan de andere in deze kolom"],
        ),
        ((("", "2023", "2024", "Verschil"), ("Baten", "10", "12", "2"), ("Lasten", "9", "10", "−1"), ("Resultaat", "1", "2", "1")), []),
        (
            (
                ("", "Begroting", "Realisatie", "Verschil"), ("Inzameling", "6.480", "6.612", "−132"), ("Verwerking", "5.920", "5.704", "216"), ("Totaal lasten", "12.400", "12.316", "84"),
                ("Bijdragen", "12.400", "12.400", "0"), ("Vergoedingen", "0", "146", "146"), ("Totaal baten", "12.400", "12.546", "146"), ("Resultaat", "0", "230", "230"),
            ),
            [],
        ),
        (
            (
                ("", "Begroting", "Realisatie", "Verschil"), ("Inzameling", "6.480", "6.612", "−132"), ("Verwerking", "5.920", "5.704", "−216"), ("Beheer", "20", "10", "10"), ("Totaal lasten", "12.420", "12.326", "94"),
                ("Vergoedingen", "0", "146", "146"), ("Totaal baten", "12.400", "12.546", "146"),
            ),
            ["dit verschil is −216, en heeft een ander teken dan de andere in deze kolom"],
        ),
        (
            (("", "2023", "2024", "Groei"), ("a", "10", "12", "2"), ("b", "12", "16", "4"), ("c", "12", "13", "2")),
            ["dit verschil is 2, en de twee getallen ernaast schelen 1"],
        ),
        ((("", "2023", "2024", "Verschil"), ("a", "1" + 40 * "0", "1", "2")), []),  # no number that anybody means
        ((("", "2023", "2024"), ("Baten", "3.317", "3.171"), ("Lasten", "3.125", "3.148"), ("Saldo", "192", "−23")), ["'−23' heeft een ander teken dan de andere in deze rij"]),
        ((("", "2024"), ("Baten", "€ 500"), ("Lasten", "€ 400"), ("Saldo", "€ 150")), ["dit verschil is € 150, en de twee getallen erboven schelen 100"]),
        ((("", "2024"), ("2023", "12"), ("2024", "15"), ("Verschil", "2")), ["dit verschil is 2, en de twee getallen erboven schelen 3"]),
        ((("", "2023", "2024", "Verschil"), ("a", "€ 10,50", "€ 12", "€ 1")), ["dit verschil is € 1, en de twee getallen ernaast schelen 1,5"]),
        ((("", "Begroting", "Realisatie", "Afwijking"), ("a", "€ 500", "€ 400", "€ 90")), ["dit verschil is € 90, en de twee getallen ernaast schelen 100"]),
        ((("", "Budget", "Besteed", "Nog beschikbaar"), ("a", "500", "400", "90"), ("b", "-", "€ -", "-")), ["dit verschil is 90, en de twee getallen ernaast schelen 100"]),
        ((("", "2023", "2024", "Verschil"), ("a", "€ 500", "€ 400", "€ 90"), ("b", "300", "200", "100")), ["dit verschil is € 90, en de twee getallen ernaast schelen 100"]),
        ((("", "Krediet", "Uitgaven", "Restant (€)"), ("a", "500", "400", "90")), ["dit verschil is 90, en de twee getallen ernaast schelen 100"]),
        (
            (("", "Begroot", "Besteed", "Verplicht", "Restant"), ("a", "500", "200", "100", "200"), ("b", "50", "20", "10", "20"), ("c", "50", "20", "20", "30")),
            ["dit verschil is 30, en het eerste getal ernaast min de andere is 10"],
        ),
        (
            (("", "Budget", "Besteed", "Restant"), ("a", "50", "40", "10"), ("b", "50", "60", "10"), ("c", "50", "20", "30")),
            ["dit verschil is 10, en heeft een ander teken dan de andere in deze kolom"],
        ),
        (
            (("", "Budget", "Besteed", "Resteert"), ("a", "50", "40", "10"), ("b", "50", "60", "10")),
            ["dit verschil is 10, en heeft een ander teken dan de andere in deze kolom"],
        ),
        ((("", "2024"), ("Budget", "€ 500"), ("Besteed", "€ 400"), ("Nog te besteden", "€ 90")), ["dit verschil is € 90, en de twee getallen erboven schelen 100"]),
        (
            (("", "2024"), ("Budget", "500"), ("Besteed", "400"), ("Verplicht", "50"), ("Restant", "60")),
            ["dit verschil is 60, en het eerste getal erboven min de andere is 50"],
        ),
    ],
)  # fmt: skip
def test_a_difference_that_is_another_is_told(rows: tuple[Words, ...], messages: list[str]) -> None:
    assert told(*rows) == messages


@pytest.mark.parametrize(
    "rows",
    [
        (("", "2023", "2024", "Verschil"), ("a", "10", "12", "2"), ("b", "12", "9", "−3")),
        (("", "Begroting", "Rekening", "Verschil"), ("Lasten", "1.250", "1.200", "50"), ("Baten", "400", "450", "50"), ("Saldo", "−850", "−750", "100")),
        (("", "2023", "2024"), ("Baten", "500", "400"), ("Lasten", "300", "450"), ("Resultaat", "200", "−50")),
        (("", "2023", "2024"), ("Baten", "500", "400"), ("Lasten", "300", "450"), ("Resultaat", "−200", "50")),
        (("", "2023", "2024"), ("Resultaat", "100", "120"), ("Winst", "90", "80"), ("Resultaat", "50", "60")),
        (("Jaar", "Aantal", "Verschil"), ("2022", "120", ""), ("2023", "130", "+10"), ("2024", "125", "−5")),
        (("", "2024", "2025"), ("Lasten", "1.234", "1.200"), ("Baten", "−300", "−310"), ("Saldo", "934", "890")),
        (("", "2023", "2024", "Verschil"), ("a", "10", "12", "+2"), ("b", "12", "9", "-3")),
        (("", "2023", "2024", "Verschil"), ("a", "10", "12", "-2"), ("b", "12", "9", "3")),
        (("", "2023", "2024", "Verschil"), ("a", "10", "12", "20%"), ("b", "12", "9", "-25%")),
        (("", "2023", "2024", "Verschil (%)"), ("a", "10", "12", "20"), ("b", "12", "9", "-25")),
        (("", "2023", "2024", "Verschil"), ("a", "27%", "30%", "11%"),),
        (("", "2023", "2024", "Verschil"), ("a", "n.b.", "12", ""), ("b", "12", "n.b.", "-")),
        (("", "2023", "2024", "Verschil"), ("a", "10", "12", "hoger"),),
        (("", "Aanvragen", "Toegekend", "Groei"), ("a", "10", "8", "3"), ("b", "9", "7", "1")),
        (("", "Aanvragen", "Toegekend", "Toename"), ("a", "10", "8", "3"),),
        (("Jaar", "Begroot", "Werkelijk", "Verschil"), ("2023", "10", "12", "2"), ("2024", "20", "25", "5")),
        (("", "Inkomsten", "Uitgaven", "Saldo"), ("a", "€ 500", "€ 400", "€ 100"), ("b", "€ 300", "€ 500", "€ −200")),
        (("", "Inkomsten", "Uitgaven", "Saldo"), ("a", "€ 1,2 miljoen", "€ 900.000", "€ 0,3 miljoen")),
        (("", "2022", "2023", "2024", "Verschil"), ("a", "1", "10", "12", "11"), ("b", "2", "20", "24", "22")),
        (("", "2022", "2023", "2024", "Verschil"), ("a", "1", "10", "12", "7"), ("b", "2", "20", "24", "9")),
        (("Begroot", "Werkelijk", "Verschil"), ("10", "12", "2")),
        (("", "Kosten", "Saldo"), ("a", "€ 10", "€ 100"), ("b", "€ 20", "€ 80")),
        (("", "Woningen", "Bewoners"), ("a", "10", "20"), ("Verschil met 2023", "1", "3")),
        (("", "2024"), ("Baten", "€ 500"), ("Lasten", "€ 400"), ("Saldo", "€ 100")),
        (("", "2024"), ("Baten", "€ 500"), ("Lasten", "€ 600"), ("Saldo", "€ −100")),
        (("", "2024"), ("Rijk", "€ 500"), ("Provincie", "€ 100"), ("Totaal baten", "€ 600"), ("Loon", "€ 400"), ("Totaal lasten", "€ 400"), ("Saldo", "€ 200")),
        (("", "2024"), ("a", "1"), ("b", "2"), ("c", "3"), ("Saldo", "9")),
        (("", "2024"), ("Baten", "€ 500"), ("Andere baten", "€ 50"), ("Lasten", "€ 400"), ("Saldo", "€ 150")),
        (("", "Verschil"), ("a", "2"), ("b", "3")),
        (("", "2023", "2024", "Verschil met de begroting"), ("a", "10", "12", "7")),
        (("", "2023", "2024", "Verschil"), ("a", "27,4%", "30,0%", "2,6%"), ("b", "10,0%", "12,0%", "2,0%")),
        (("", "2023", "2024", "Totaal", "Verschil"), ("a", "10", "12", "22", "2")),
        (("", "Begroting", "Realisatie", "Afwijking"), ("a", "10", "12", "−2"), ("b", "12", "9", "3")),
        (("", "Begroting", "Realisatie", "Afwijking"), ("a", "10", "12", "2"), ("b", "12", "9", "−3")),
        (("", "Begroting", "Realisatie", "Afwijking"), ("Baten", "10", "12", "2"), ("Lasten", "10", "12", "−2"), ("Zorg", "10", "12", "−2")),
        (("", "Begroting", "Realisatie", "Afwijking"), ("Ozb", "10", "12", "2"), ("Wegen", "10", "12", "−2"), ("Zorg", "10", "12", "−2")),
        (("", "Begroting", "Realisatie", "Afwijking"), ("a", "€ 10", "€ 12", "20%"),),
        (("", "Begroting", "Realisatie", "Afwijking (%)"), ("a", "10", "12", "20"),),
        (("", "Begroting (x € 1.000)", "Realisatie (x € 1.000)", "Afwijking (x € 1.000)"), ("a", "10", "12", "3"),),
        (("", "Begroting", "Wijziging", "Realisatie", "Restant"), ("a", "10", "2", "9", "3"), ("b", "20", "2", "9", "13")),
        (("Lokaal", "Lengte", "Breedte", "Ruimte"), ("a", "10", "4", "40")),
        (("", "Nodig", "Aanwezig", "Ruimte"), ("a", "10", "14", "4"), ("b", "10", "12", "2")),
        (("", "Budget", "Besteed", "Restant"), ("a", "50", "40", "−10"), ("b", "50", "60", "10")),
        (("", "2024"), ("Budget", "€ 500"), ("Besteed", "€ 400"), ("Restant", "€ 100"), ("Restant vorig jaar", "€ 30")),
        (("", "2024"), ("Begroting", "500"), ("Wijziging", "100"), ("Begroting na wijziging", "600"), ("Besteed", "400"), ("Restant", "200")),
        (("", "2024"), ("Budget", "500"), ("Besteed in 2023", "100"), ("Besteed in 2024", "200"), ("Restant", "200")),
        (("", "2024"), ("Woningen", "500"), ("Winkels", "400"), ("Restant", "7")),
        (("", "n"), ("Budget", "€ 500"), ("Besteed", "80%"), ("Restant", "€ 100")),
    ],
)  # fmt: skip
def test_a_difference_that_is_right_or_of_something_else_is_right(rows: tuple[Words, ...]) -> None:
    assert told(*rows) == []


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ((("", "n"), ("Totaal", "10"), ("koop", "4"), ("huur", "5")), ["dit totaal is 10, en de rijen eronder zijn samen 9"]),
        ((("", "n"), ("Totaal", "9"), ("koop", "4"), ("huur", "5")), []),
        ((("", "n"), ("Totaal", "9"), ("koop", "4"), ("huur", "5"), ("nieuw", "3"), ("oud", "6")), []),
        ((("", "n"), ("Totaal", "10"), ("waarvan koop", "4"), ("waarvan sociaal", "5")), []),
        ((("", "n"), ("Totaal", "10"), ("koop", "4")), []),
        ((("", "n"), ("Totaal", "10"), ("koop", "n.b."), ("huur", "5")), []),
        ((("", "gemiddelde"), ("Totaal", "10"), ("koop", "9"), ("huur", "11")), []),
        ((("", "n"), ("Totaal regio", "10"), ("Dorp", "4"), ("Stad", "5")), []),
        ((("", "aandeel"), ("Totaal", "100%"), ("koop", "40%"), ("huur", "60%")), []),
        # cents beside whole euros: the whole ones are exact
        ((("", "€"), ("a", "€ 10,25"), ("b", "€ 20"), ("c", "€ 30"), ("Totaal", "€ 61")), ["dit totaal is € 61, en de rijen erboven zijn samen 60,25"]),
        ((("", "€"), ("a", "€ 10,25"), ("b", "€ 20"), ("Totaal", "€ 30,25")), []),
        ((("", "€"), ("a", "€ 1,2 miljoen"), ("b", "€ 350.000"), ("Totaal", "€ 1,6 miljoen")), []),
        ((("", "in miljoenen"), ("a", "1,25"), ("b", "2"), ("Totaal", "3")), []),
    ],
)  # fmt: skip
def test_a_total_above_its_parts_and_cents_beside_whole_euros(
    rows: tuple[Words, ...], messages: list[str]
) -> None:
    assert [one.message for one in unmarked_totals(paper(*rows))] == messages


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ((("", "Begroot"), ("Lasten", "54.100"), ("Baten", "53.486"), ("Saldo", "−614"), ("Mutaties reserves", "614"), ("Resultaat", "0")), []),
        ((("", "Begroot"), ("Lasten", "−54.100"), ("Baten", "53.486"), ("Saldo", "−614"), ("Onttrekking reserve", "114"), ("Resultaat", "−500")), []),
        ((("", "Begroot"), ("Lasten", "54.100"), ("Baten", "53.486"), ("Saldo", "−614"), ("Mutaties reserves", ""), ("Resultaat", "−614")), []),
        (
            (("", "Begroot"), ("Lasten", "54.100"), ("Baten", "53.486"), ("Saldo", "−614"), ("Mutaties reserves", "114"), ("Resultaat", "−550")),
            ["dit resultaat is −550, en volgt niet uit 'Saldo' en 'Mutaties reserves' erboven"],
        ),
        ((("", "Begroot"), ("Lasten", "500"), ("Baten", "400"), ("Resultaat", "90")), ["dit verschil is 90, en de twee getallen erboven schelen 100"]),
    ],
)  # fmt: skip
def test_a_result_below_a_balance_follows_from_it_and_the_reserves(
    rows: tuple[Words, ...], messages: list[str]
) -> None:
    assert told(*rows) == messages
