"""Shares, averages and index numbers follow from the numbers beside them."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.table_ratios import wrong_distributions, wrong_ratios
from rapportage.document import Cell, Document, Row, Table

Words = tuple[str, ...]
BUDGET = ("", "Begroting", "Uitgegeven", "Aandeel", "Prognose")
FOLLOWS = "hier staat {}, en uit de getallen ernaast volgt {}"


def paper(*rows: Words, caption: str = "") -> Paper:
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    return Paper(Document(META, (Table((head,), tuple(body), text(caption) if caption else ()),)), STYLE)


@pytest.mark.parametrize(
    ("rows", "wrong", "meant"),
    [
        ((("", "Kosten", "Inwoners", "Per inwoner"), ("a", "€ 500", "100", "€ 5,00"), ("b", "€ 900", "200", "€ 4,50"), ("c", "€ 900", "300", "€ 4,00")), "€ 4,00", "3,00"),
        ((("", "Kosten (x € 1.000)", "Inwoners", "€ per inwoner"), ("a", "500", "1.000", "500"), ("b", "900", "2.000", "450"), ("c", "900", "3.000", "250"), ("d", "600", "1.000", "600")), "250", "300"),
        ((("", "2023", "2024", "Groei"), ("a", "100", "120", "20%"), ("b", "200", "150", "−25%"), ("c", "200", "230", "51%")), "51%", "15"),
        ((("", "Budget", "Besteed", "Besteed (%)"), ("a", "€ 100", "€ 20", "20"), ("b", "€ 200", "€ 150", "75"), ("c", "€ 200", "€ 90", "54")), "54", "45"),
        ((("", "Krediet", "Besteed", "Restant", "Besteed (%)"), ("a", "3.200", "285", "2.915", "9%"), ("b", "4.650", "3.720", "930", "60%"), ("c", "900", "600", "300", "67%"), ("d", "2.860", "1.430", "1.430", "50%"), ("e", "2.600", "", "2.600", "0%")), "60%", "80"),
        ((("", "n", "Aandeel"), ("a", "20", "20%"), ("b", "30", "30%"), ("c", "50", "60%")), "60%", "50"),
        ((("", "n", "Aandeel"), ("a", "20", "20%"), ("b", "30", "30%"), ("c", "50", "55%"), ("Totaal", "100", "100%")), "55%", "50"),
        ((("", "Banen", "Index (2021 = 100)"), ("2021", "200", "100"), ("2022", "210", "105"), ("2023", "230", "113")), "113", "115"),
        ((("", "2023", "2024", "Groei"), ("a", "100", "120", "20%"), ("b", "12", "9", "25%"), ("c", "200", "230", "15%")), "25%", "−25"),
        ((("", "Inwoners", "Cliënten", "Per 1.000 inwoners"), ("a", "22.870", "1.006", "44,0"), ("b", "31.204", "1.467", "74,0"), ("c", "48.612", "2.418", "49,7")), "74,0", "47,0"),
        ((BUDGET, ("Jeugd", "18.400", "9.568", "52,0%", "19.100"), ("Wmo", "14.250", "6.840", "84,0%", "14.050"), ("Toegang", "3.900", "1.911", "49,0%", "3.900"), ("Totaal", "36.550", "18.319", "50,1%", "37.050")), "84,0%", "48,0"),
        ((BUDGET, ("Jeugd", "18.400", "9.568", "25,0%", "19.100"), ("Wmo", "14.250", "6.840", "48,0%", "14.050"), ("Toegang", "3.900", "1.911", "49,0%", "3.900"), ("Totaal", "36.550", "18.319", "50,1%", "37.050")), "25,0%", "52,0"),
        ((BUDGET, ("Jeugd", "18.400", "9.568", "52,0%", "19.100"), ("Wmo", "14.250", "6.840", "48,0%", "14.050"), ("Toegang", "3.900", "1.911", "49,0%", "3.900"), ("Totaal", "36.550", "18.319", "51,0%", "37.050")), "51,0%", "50,1"),
        ((BUDGET, ("Jeugd", "18.400", "9.568", "52,0%", "19.100"), ("Wmo", "14.250", "6.840", "48,0%", "14.050"), ("Toegang", "3.900", "1.911", "49,0%", "3.900"), ("Totaal", "36.550", "18.319", "149,0%", "37.050")), "149,0%", "50,1"),
        ((("", "Kosten", "Inwoners", "Per inwoner"), ("a", "€ 500", "100", "€ 5,00"), ("b", "€ 900", "200", "€ 4,50"), ("Totaal", "€ 1.400", "300", "€ 4,86")), "€ 4,86", "4,67"),
    ],
)  # fmt: skip
def test_a_number_that_most_others_show_how_to_make_is_told(
    rows: tuple[Words, ...], wrong: str, meant: str
) -> None:
    assert [one.message for one in wrong_ratios(paper(*rows))] == [FOLLOWS.format(wrong, meant)]


@pytest.mark.parametrize(
    "rows",
    [
        (("", "Kosten", "Inwoners", "Per inwoner"), ("a", "€ 500", "100", "€ 5,00"), ("b", "€ 900", "200", "€ 4,50")),
        (("", "Kosten", "Inwoners", "Per inwoner"), ("a", "€ 500", "100", "€ 6,00"), ("b", "€ 900", "200", "€ 7,50"), ("c", "€ 900", "300", "€ 8")),
        (("", "Kosten (x € 1.000)", "Woningen", "€ per woning"), ("a", "5", "12", "430"), ("b", "9", "20", "440"), ("c", "8", "15", "560")),
        (("", "2023", "2024", "Groei"), ("a", "100", "120", "20%"), ("b", "0", "150", "-"), ("c", "200", "230", "15%")),
        (("", "2023", "2024", "Daling"), ("a", "100", "80", "20%"), ("b", "200", "150", "25%")),
        (("", "n", "Aandeel"), ("a", "20", "33%"), ("b", "20", "33%"), ("c", "20", "33%")),
        (("", "Woningen", "Aandeel sociaal"), ("a", "20", "31%"), ("b", "40", "28%"), ("c", "60", "40%")),
        (("", "2023", "2024", "Verschil"), ("a", "100", "120", "20%"), ("b", "200", "150", "25%")),
        (("", "2023", "2024", "Groei"), ("a", "100", "80", "−20%"), ("b", "200", "250", "25%"), ("c", "200", "230", "15%")),
        (("", "Inwoners", "Cliënten", "Per 1.000 inwoners"), ("a", "22.870", "1.006", "44,0"), ("b", "31.204", "1.467", "47,0")),
        (("", "Banen", "Index (2015 = 100)"), ("2021", "200", "103"), ("2022", "210", "105"), ("2023", "230", "113")),
        (BUDGET, ("Jeugd", "18.400", "9.568", "52,0%", "19.100"), ("Wmo", "14.250", "6.840", "48,0%", "14.050"), ("Toegang", "3.900", "1.911", "49,0%", "3.900"), ("Totaal", "36.550", "18.319", "49,7%", "37.050")),
        (BUDGET, ("Jeugd", "18.400", "9.568", "52,0%", "19.100"), ("Wmo", "14.250", "6.840", "48,0%", "14.050"), ("Toegang", "3.900", "n.b.", "n.b.", "3.900"), ("Totaal", "36.550", "16.408", "50,3%", "37.050")),
        (("", "Kosten", "Inwoners", "Per inwoner"), ("a", "€ 500", "100", "€ 5,00"), ("b", "€ 900", "100", "€ 9,00"), ("Totaal", "€ 1.400", "100", "€ 14,00")),
        (("", "Kosten", "Inwoners", "Per inwoner"), ("a", "€ 500", "100", "€ 5,00"), ("b", "€ 900", "200", "€ 4,50"), ("Totaal", "€ 1.400", "300", "€ 4,75")),
    ],
)  # fmt: skip
def test_numbers_that_follow_or_are_made_of_others_are_right(rows: tuple[Words, ...]) -> None:
    assert list(wrong_ratios(paper(*rows))) == []


@pytest.mark.parametrize(
    ("rows", "caption", "messages"),
    [
        ((("", "Koop", "Huur"), ("a", "40%", "60%"), ("b", "55%", "45%"), ("c", "55%", "40%")), "", ["deze rij is samen 95%, en samen 100% zijn de andere rijen"]),
        ((("", "2022", "2023", "2024"), ("koop", "40%", "41%", "42%"), ("huur", "60%", "59%", "68%")), "", ["deze kolom is samen 110%, en samen 100% zijn de andere kolommen"]),
        ((("", "2024"), ("koop", "40%"), ("huur", "35%"), ("vrij", "20%")), "Verdeling van de woningen", ["deze kolom is samen 95%, en samen 100% is een verdeling"]),
        ((("", "2024"), ("koop", "40%"), ("huur", "35%"), ("vrij", "20%")), "Aandelen", []),
        ((("", "2024"), ("koop", "33%"), ("huur", "33%"), ("vrij", "33%")), "Verdeling van de woningen", []),
        ((("", "Koop", "Huur"), ("a", "40%", "60%"), ("b", "55%", "45%")), "Verdeling van de woningen", []),
        ((("", "2024"), ("auto", "60%"), ("fiets", "35%"), ("bus", "10%")), "Verdeling (meerdere antwoorden mogelijk)", []),
        ((("", "Koop", "Huur"), ("a", "40%", "60%"), ("b", "55%", "n.b."), ("c", "45%", "55%")), "", []),
        ((("", "Aandeel 2023", "Aandeel 2024"), ("a", "27%", "30%"), ("b", "40%", "42%"), ("c", "35%", "28%")), "", []),
    ],
)  # fmt: skip
def test_parts_of_a_whole_are_a_hundred_together(
    rows: tuple[Words, ...], caption: str, messages: list[str]
) -> None:
    assert [one.message for one in wrong_distributions(paper(*rows, caption=caption))] == messages


@pytest.mark.parametrize(
    ("numbers", "head", "caption", "count"),
    [
        (("46%", "31%", "15%", "12%"), "Aandeel", "", 1),
        (("46%", "31%", "15%", "12%"), "Aandeel (%)", "Reden van verhuizing", 1),
        (("46%", "31%", "15%", "8%"), "Aandeel", "", 0),
        (("46%", "31%", "15%", "7,5%"), "Aandeel", "", 0),
        (("46%", "31%", "15%", "12%"), "Aandeel", "Aandeel sociale huur per kern", 0),
        (("46%", "31%", "15%", "12%"), "Aandeel sociaal", "", 0),
        (("46%", "31%", "15%", "40%"), "Aandeel", "", 0),
        (("54%", "50%"), "Aandeel", "", 0),
    ],
)
def test_shares_that_are_nearly_all_were_to_be(numbers: Words, head: str, caption: str, count: int) -> None:
    rows = (("", head), *((f"rij {at}", number) for at, number in enumerate(numbers)))
    assert len(list(wrong_distributions(paper(*rows, caption=caption)))) == count
