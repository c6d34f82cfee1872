"""What says to be a total is the sum of the rows above it, or of the cells beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.column_totals import wrong_column_totals
from rapportage.checks.tables.totals import unmarked_totals, wrong_totals
from rapportage.document import Cell, Document, Row, Table, Total
from rapportage.errors import Finding

Words = tuple[str, ...]


def row(*words: str, total: Total = "") -> Row:
    return Row(tuple(Cell(text(word)) for word in words), total)


def findings(
    find: Callable[[Paper], Iterator[Finding]], *rows: Row, head: Words = (), caption: str = ""
) -> list[str]:
    table = Table((row(*head),) if head else (), rows, text(caption) if caption else ())
    return [one.message for one in find(Paper(Document(META, (table,)), STYLE))]


def told(*rows: Words, total: Total = "totaal") -> list[str]:
    """What is wrong with a table of these rows, the last a marked total."""
    *parts, last = rows
    return findings(wrong_totals, *(row(*words) for words in parts), row(*last, total=total))


def told_of_called(*rows: Words, head: Words = (), caption: str = "") -> list[str]:
    """What is wrong with a table of these rows, none of them marked."""
    return findings(unmarked_totals, *(row(*words) for words in rows), head=head, caption=caption)


@pytest.mark.parametrize(
    "column",
    [
        ("1", "2", "3"),
        ("€\xa01.000", "€\xa0−250", "€\xa0750"),
        ("€\xa022,5\xa0miljoen", "€\xa0500.000", "€\xa023\xa0miljoen"),
        ("1,5", "", "n.b.", "1,5"),
        ("12,5%", "87,5%", "100%"),
        ("1.000 euro", "€ 500", "EUR 250", "1.750 euro"),
        ("1,5 miljoen euro", "€ 1 mln", "2,5 mln. euro"),
        ("12,5 procent", "87,5%", "100 procent"),
        ("€ 1.000", "€ -", "€ -,-", "p.m.", "n.v.t.", "nihil", "€ 1.000"),
    ],
)
def test_a_total_that_adds_up_is_right(column: tuple[str, ...]) -> None:
    assert told(*((f"rij {at}", cell) for at, cell in enumerate(column))) == []


def test_a_total_that_does_not_add_up_is_told_with_the_sum() -> None:
    assert told(("a", "12"), ("b", "13"), ("Samen", "26")) == [
        "dit totaal is 26, en de rijen erboven zijn samen 25"
    ]


def test_a_total_beside_signs_for_nothing_is_counted() -> None:
    assert told(("a", "€ 1.000"), ("b", "€ -"), ("c", "p.m."), ("Samen", "€ 1.200")) == [
        "dit totaal is € 1.200, en de rijen erboven zijn samen 1.000"
    ]


def test_a_difference_by_rounding_is_right_where_it_is_said_to_be() -> None:
    thirds = ("a", "33%"), ("b", "33%"), ("c", "33%"), ("Samen", "100%")
    assert told(*thirds) == ["dit totaal is 100%, en de rijen erboven zijn samen 99"]
    assert told(*thirds, total="totaal-afgerond") == []
    wrong = told(("a", "33%"), ("Samen", "40%"), total="totaal-afgerond")
    assert wrong == ["dit totaal is 40%, en de rijen erboven zijn samen 33"]


def test_a_total_of_words_is_told() -> None:
    assert told(("a", "b"), ("c", "d")) == ["in deze rij is geen kolom op te tellen, en zij heet een totaal"]


def test_a_total_that_is_still_open_is_left_until_it_is_filled_in() -> None:
    assert told(("a", "[nog open]"), ("b", "[nog open]"), ("Samen", "[nog open]")) == []


def test_words_behind_a_number_are_told_to_be_what_is_in_the_way() -> None:
    table = Table((), (row("a", "12 fte"), row("Samen", "12 fte", total="totaal")))
    found = next(wrong_totals(Paper(Document(META, (table,)), STYLE)))
    assert found.hint == "'12 fte' is geen getal alleen: zet de woorden erbij in de kop van de kolom"


def test_words_in_a_column_that_has_a_total_are_told() -> None:
    assert told(("a", "ca. 12"), ("b", "13"), ("Samen", "25")) == [
        "dit totaal is niet na te tellen: erboven staat 'ca. 12'"
    ]


def test_a_column_without_a_total_is_left_alone() -> None:
    assert told(("a", "2023", "1"), ("b", "2024", "2"), ("Samen", "", "3")) == []


def test_a_grand_total_is_the_sum_of_all_but_the_totals_before_it() -> None:
    rows = (
        *(row("a", "1"), row("b", "2"), row("Samen", "3", total="totaal"), row("c", "4")),
        *(row("Samen", "4", total="totaal"), row("Alles", "7", total="totaal")),
    )
    assert findings(wrong_totals, *rows) == []


PARTS = ("a", "10"), ("b", "20")


@pytest.mark.parametrize(
    "name",
    [
        *("Totaal", "totaal:", "TOTAAL", "Tot.", "Som", "Samen", "Opgeteld", "In totaal", "Eindtotaal"),
        *(
            "Subtotaal",
            "Regio totaal",
            "Totaal regio",
            "Alles samen",
            "Som van de gemeenten",
            "Totaal (2024)",
        ),
    ],
)
def test_a_row_that_is_called_a_total_is_counted_to_the_digit(name: str) -> None:
    wrong = ["dit totaal is 31, en de rijen erboven zijn samen 30"]
    assert told_of_called(*PARTS, (name, "31")) == wrong
    assert told_of_called(*PARTS, (name, "30")) == []


@pytest.mark.parametrize(
    "name", ["Samenwerking", "Tot en met 2020", "Soms", "Totaalscore", "Saldo", "Samen wonen"]
)
def test_a_row_of_another_name_is_no_total(name: str) -> None:
    assert told_of_called(*PARTS, (name, "31")) == []


@pytest.mark.parametrize(
    ("cells", "head", "caption", "name"),
    [
        (("33%", "33%", "33%", "100%"), "", "", "Totaal"),
        (("33", "33", "33", "100"), "Aandeel (%)", "", "Totaal"),
        (("1,4", "1,4", "1,4", "4,3"), "", "", "Totaal"),
        (("€ 2 miljoen", "€ 3 miljoen", "€ 6 miljoen"), "", "", "Totaal"),
        (("10", "20", "31"), "Bedrag (x € 1.000)", "", "Totaal"),
        (("10", "20", "31"), "In duizenden", "", "Totaal"),
        (("10", "20", "31"), "", "Kosten, bedragen × 1.000 euro", "Totaal"),
        (("10", "20", "31"), "", "", "Totaal (afgerond)"),
    ],
)
def test_what_is_rounded_may_differ_by_rounding(cells: Words, head: str, caption: str, name: str) -> None:
    *parts, last = (("rij", cell) for cell in cells)
    assert told_of_called(*parts, (name, last[1]), head=("", head), caption=caption) == []
    assert (
        told_of_called(*parts, (name, "85"), head=("", head), caption=caption) != [] or "%" in head + last[1]
    )


@pytest.mark.parametrize("rest", [("Totaal", "35"), ("Eindtotaal", "35"), ("Totaal regio", "35")])
def test_a_subtotal_is_not_counted_again(rest: Words) -> None:
    assert told_of_called(*PARTS, ("Subtotaal", "30"), ("c", "5"), rest) == []
    wrong = (*PARTS, ("Subtotaal", "30"), ("c", "5"), (rest[0], "65"))
    assert told_of_called(*wrong) == ["dit totaal is 65, en de rijen erboven zijn samen 35"]
    marked = [row(*words) for words in (*PARTS, ("Subtotaal", "30"), ("c", "5"))]
    assert findings(wrong_totals, *marked, row(*rest, total="totaal")) == []


@pytest.mark.parametrize(
    "rows",
    [
        (*PARTS, ("Totaal", "30"), ("Vorig jaar totaal", "28")),
        (*PARTS, ("Totaal 2024", "30"), ("Totaal 2023", "28"), ("Totaal 2022", "27")),
        (("Dalen", "12"), ("Totaal regio", "300")),
        (("Totaal", "30"), *PARTS),
        (("Woningen", "100"), ("waarvan sociaal", "30"), ("Woonwagens", "5"), ("Totaal", "105")),
        (("a", "40%"), ("b", "60%"), ("Totaal", "55%")),
        (("a", "100%"), ("b", "98%"), ("Totaal", "99%")),
        (("a", "n.b."), ("b", "20"), ("Totaal", "31")),
        (("a", ""), ("b", "-"), ("Totaal", "31")),
        (("a", "ruim 10"), ("b", "20"), ("Totaal", "31")),
    ],
)
def test_what_may_be_no_sum_is_left_alone(rows: tuple[Words, ...]) -> None:
    assert told_of_called(*rows) == []


@pytest.mark.parametrize("total", ["50,1%", "51,0%", "15,0%"])
def test_a_share_that_each_row_has_of_its_own_is_no_sum(total: str) -> None:
    rows = [
        row("Jeugdhulp", "€ 18.400", "€ 9.568", "25,0%"),
        row("Wmo", "€ 14.250", "€ 6.840", "48,0%"),
        row("Toegang", "€ 3.900", "€ 1.911", "49,0%"),
        row("Totaal", "€ 36.550", "€ 18.319", total, total="totaal"),
    ]
    assert findings(wrong_totals, *rows, head=("", "Begroting", "Uitgegeven", "Aandeel")) == []


def test_an_average_is_no_sum() -> None:
    rows = ("a", "100", "30"), ("b", "300", "50"), ("Totaal", "400", "45")
    assert told_of_called(*rows, head=("", "Inwoners", "Gemiddelde leeftijd")) == []


ROWS = (("a", "10", "20", "30"), ("b", "1", "2", "3"), ("c", "4", "5", "9"))


@pytest.mark.parametrize("head", ["Totaal", "Samen", "Som"])
def test_a_column_headed_as_a_total_is_the_sum_of_its_row(head: str) -> None:
    rows = [row(*words) for words in (*ROWS, ("d", "10", "20", "31"))]
    found = findings(wrong_column_totals, *rows, head=("", "Koop", "Huur", head))
    assert found == ["dit totaal is 31, en de cellen ernaast zijn samen 30"]
    assert findings(wrong_column_totals, *rows[:3], head=("", "Koop", "Huur", head)) == []


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ((("a", "10", "20", "31"),), ("", "Koop", "Huur", "Totaal")),
        ((("a", "1", "2", "9"), ("b", "1", "2", "8"), ("c", "1", "2", "3")), ("", "Koop", "Huur", "Totaal")),
        ((*ROWS, ("d", "10", "20", "31")), ("", "Koop", "Huur", "Totaal (afgerond)")),
        ((*ROWS, ("d", "10", "€ 20", "31")), ("", "Koop", "Huur", "Totaal")),
        ((*ROWS, ("d", "10", "n.b.", "31")), ("", "Koop", "Huur", "Totaal")),
    ],
)
def test_a_column_that_may_be_no_sum_is_left_alone(rows: tuple[Words, ...], head: Words) -> None:
    assert findings(wrong_column_totals, *(row(*words) for words in rows), head=head) == []


def test_a_share_or_a_year_beside_a_total_is_no_part_of_it() -> None:
    rows = [
        row("2021", "10", "20", "30", "60%"),
        row("2022", "1", "2", "3", "6%"),
        row("2023", "8", "9", "17", "34%"),
        row("2024", "1", "1", "3", "4%"),
    ]
    found = findings(wrong_column_totals, *rows, head=("Jaar", "Koop", "Huur", "Totaal", "Aandeel"))
    assert found == ["dit totaal is 3, en de cellen ernaast zijn samen 2"]


@pytest.mark.parametrize(
    ("rows", "head", "caption"),
    [
        ((("Noord", "12", "9,4"), ("Zuid", "8", "12,0"), ("Totaal", "20", "10,4")), ("", "Aantal", "Wachttijd (weken)"), ""),
        ((("Noord", "12", "7,1"), ("Zuid", "8", "7,9"), ("Totaal", "20", "7,4")), ("", "Aantal", "Cijfer"), ""),
        ((("Noord", "12", "31"), ("Zuid", "8", "50"), ("Totaal", "20", "44")), ("", "Aantal", "Doorlooptijd (dagen)"), ""),
        ((("Noord", "12", "31"), ("Zuid", "8", "50"), ("Totaal", "20", "44")), ("", "Aantal", "Leeftijd"), ""),
        ((("Noord", "12", "10,4"), ("Zuid", "8", "14,2"), ("Regio totaal", "20", "12,2")), ("", "Aantal", "Weken"), "Wachttijd"),
        ((("Noord", "12", "31"), ("Zuid", "8", "50"), ("Totaal / gemiddeld", "20", "44")), ("", "Aantal", "Dagen"), ""),
        ((("Noord", "12", "31"), ("Zuid", "8", "50"), ("Totaal", "20", "44")), ("", "Aantal", "Gem. dagen"), ""),
        ((("Ambulant", "1.402"), ("Verblijf", "900"), ("Totaal (uniek)", "1.978")), ("", "Jeugdigen"), ""),
        ((("Ambulant", "1.402"), ("Verblijf", "900"), ("Totaal", "1.978")), ("", "Jeugdigen"), "Een jeugdige kan meer vormen hebben"),
    ],
)  # fmt: skip
def test_an_average_or_each_one_once_is_no_sum(rows: tuple[Words, ...], head: Words, caption: str) -> None:
    assert told_of_called(*rows, head=head, caption=caption) == []
    *parts, last = (row(*words) for words in rows)
    marked = Row(last.cells, "totaal")
    assert findings(wrong_totals, *parts, marked, head=head, caption=caption) == []


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ((("Noord", "12"), ("Zuid", "8"), ("Totaal", "10")), ("", "Aantal")),
        ((("Noord", "31"), ("Zuid", "50"), ("Totaal", "18")), ("", "Doorlooptijd (dagen)")),
        ((("Ambulant", "1.402"), ("Verblijf", "900"), ("Totaal (uniek)", "2.978")), ("", "Jeugdigen")),
    ],
)
def test_a_total_that_can_be_neither_is_told(rows: tuple[Words, ...], head: Words) -> None:
    assert len(told_of_called(*rows, head=head)) == 1


MONTHS = ("januari", "februari", "maart", "april", "mei", "juni")


@pytest.mark.parametrize(
    ("rows", "head", "messages"),
    [
        (
            (*((month, "134") for month in MONTHS), ("Eerste halfjaar", "840")),
            ("Maand", "Meldingen"),
            ["dit totaal is 840, en de rijen erboven zijn samen 804"],
        ),
        (
            (("1e kwartaal 2025", "40"), ("2e kwartaal 2025", "50"), ("1e halfjaar 2025", "95")),
            ("", "Meldingen"),
            ["dit totaal is 95, en de rijen erboven zijn samen 90"],
        ),
        (
            (("Noord", "40", "4"), ("Midden", "50", "5"), ("Zuid", "60", "6"), ("Zorgregio Drie Plassen", "150", "16")),
            ("", "Cliënten", "Klachten"),
            ["dit totaal is 16, en de rijen erboven zijn samen 15"],
        ),
        ((*((month, "134") for month in MONTHS), ("Eerste halfjaar", "804")), ("Maand", "Meldingen"), []),
        ((*((month, "134") for month in MONTHS), ("Eerste halfjaar", "134")), ("Maand", "Cliënten"), []),
        ((*((month, "13,4") for month in MONTHS), ("Eerste halfjaar", "84")), ("Maand", "Wachttijd"), []),
        ((("Noord", "40", "4"), ("Midden", "50", "5"), ("Zuid", "60", "6"), ("West", "15", "16")), ("", "A", "B"), []),
        (
            (("Stand 1 januari", "40", "4"), ("Erbij", "9", "5"), ("Eraf", "−9", "−6"), ("Stand 30 juni", "40", "4")),
            ("", "Cliënten", "Klachten"),
            [],
        ),
        ((("Noord", "40", "400"), ("Zuid", "60", "600"), ("West", "100", "990")), ("", "Cliënten", "Uren"), []),
    ],
)  # fmt: skip
def test_a_sum_by_another_name_is_counted(rows: tuple[Words, ...], head: Words, messages: list[str]) -> None:
    assert told_of_called(*rows, head=head) == messages


@pytest.mark.parametrize(
    ("half", "messages"),
    [("3.340", ["dit totaal is 3.340, en de cellen ernaast zijn samen 3.430"]), ("3.430", [])],
)
def test_a_column_of_a_half_year_is_the_sum_of_its_quarters(half: str, messages: list[str]) -> None:
    head = ("Onderdeel", "1e kwartaal", "2e kwartaal", "1e halfjaar")
    rows = (
        ("a", "1.930", "2.014", "3.944"),
        ("b", "790", "822", "1.612"),
        ("c", "1.690", "1.740", half),
        ("d", "1", "2", "3"),
    )
    found = findings(wrong_column_totals, *(row(*words) for words in rows), head=head)
    assert found == messages
