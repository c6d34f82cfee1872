"""A table that goes from one stand to the next gets there by what came and went."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.table_stands import wrong_stands
from rapportage.document import Cell, Document, Row, Table

Words = tuple[str, ...]
FLOW = ("Reserve", "Stand 1 januari 2024", "Toevoeging", "Onttrekking", "Stand 31 december 2024")
TOLD = "deze stand is {}, en de stand ervoor met wat erbij en eraf ging is {}"


def told(*rows: Words, caption: str = "") -> list[str]:
    """What is told of stands in a table of these rows, the first its head."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    table = Table((head,), tuple(body), text(caption) if caption else ())
    return [one.message for one in wrong_stands(Paper(Document(META, (table,)), STYLE))]


@pytest.mark.parametrize(
    ("rows", "stand", "made"),
    [
        ((FLOW, ("Wonen", "€ 500", "€ 100", "€ 50", "€ 560")), "€ 560", "550"),
        ((FLOW, ("Wonen", "500", "100", "−50", "560")), "560", "550"),
        ((FLOW, ("Wonen", "500", "100", "50", "550"), ("Water", "10", "-", "€ -", "12")), "12", "10"),
        ((FLOW, ("Wonen", "500", "100", "50", "550"), ("Water", "10", "2", "3", "11")), "11", "9"),
        ((("", "Beginsaldo", "Dotaties", "Vrijval", "Eindsaldo"), ("a", "5", "2", "1", "7")), "7", "6"),
        ((("", "Stand 1-1", "Bij", "Af", "Saldo"), ("a", "5", "2", "1", "7")), "7", "6"),
        ((("", "Woningen 1-1-2024", "Nieuwbouw", "Sloop", "Woningen 31-12-2024"), ("a", "5", "2", "1", "6"), ("b", "5", "3", "1", "7"), ("c", "5", "3", "1", "8")), "8", "7"),
        ((("", "n"), ("Openstaand begin", "20"), ("Ontvangen", "50"), ("Afgehandeld", "45"), ("waarvan toegekend", "30"), ("Openstaand eind", "35")), "35", "25"),
        ((("", "31-12-2023", "Bij", "31-12-2024"), ("a", "5", "2", "8")), "8", "7"),
        ((("", "1-1-2023", "Bij", "31-12-2023", "Bij", "31-12-2024"), ("a", "5", "2", "7", "1", "9")), "9", "8"),
        ((("", "Aantal"), ("Stand 1 januari", "100"), ("Nieuwe aanvragen", "20"), ("Afgehandeld", "30"), ("Stand 30 juni", "95")), "95", "90"),
        ((("", "2023", "2024"), ("Beginsaldo", "10", "12"), ("Bij: subsidie", "4", "5"), ("Af: kosten", "2", "3"), ("Eindsaldo", "12", "15")), "15", "14"),
        (
            (("", "Begin 2024", "Rente", "Eind 2024"), ("a", "10", "1", "11"), ("b", "20", "2", "22"), ("c", "30", "3", "34")),
            "34",
            "33",
        ),
        ((("", "Boekwaarde 1-1-2024", "Investeringen", "Afschrijvingen", "Boekwaarde 31-12-2024"), ("a", "€ 1.000", "€ 200", "€ 120", "€ 1.800")), "€ 1.800", "1.080"),
    ],
)  # fmt: skip
def test_a_stand_that_is_not_what_that_of_before_became_is_told(
    rows: tuple[Words, ...], stand: str, made: str
) -> None:
    assert told(*rows) == [TOLD.format(stand, made)]


@pytest.mark.parametrize(
    "rows",
    [
        (FLOW, ("Wonen", "€ 500", "€ 100", "€ 50", "€ 550"), ("Water", "€ -", "€ 20", "", "€ 20")),
        (FLOW, ("Wonen", "500", "100", "−50", "550"), ("Correctie", "500", "−100", "50", "350")),
        (FLOW, ("Wonen", "500", "100", "−50", "650"), ("Water", "500", "100", "50", "550")),
        (FLOW, ("Lasten en baten", "500", "−100", "50", "650"), ("Water", "10", "−5", "0", "15")),
        (FLOW, ("Wonen", "n.b.", "100", "50", "550"), ("Water", "500", "circa 10", "50", "550")),
        (FLOW, ("Wonen", "", "", "", "550")),
        (FLOW, ("Wonen", "1,2", "0,3", "0,1", "1,5")),
        (("", "1-1-2024", "1-7-2024", "31-12-2024"), ("Inwoners", "100", "103", "107")),
        (("", "Stand 1 januari", "Instroom", "Saldo mutaties", "Uitstroom", "Stand 31 december"), ("a", "5", "3", "1", "2", "6")),
        (("", "Inwoners", "Geboren", "Overleden"), ("a", "100", "3", "1")),
        (("", "Begin 2024", "Rente", "Eind 2024"), ("a", "10", "1", "12")),
        (("", "1-1-2024", "Overig", "31-12-2024"), ("a", "10", "2", "8"), ("b", "20", "3", "17")),
        (("", "Stand 1-1", "Mutatie", "Stand 31-12"), ("a", "10", "2", "8"), ("b", "10", "3", "13")),
        (("", "Begin", "Doel", "Einde"), ("a", "1-1-2024", "20", "1-7-2024")),
        (("", "n"), ("Stand 1 januari", "100"), ("Bij", "20"), ("waarvan jongeren", "5"), ("Af", "30"), ("Stand 31 december", "90")),
        (("", "n"), ("Stand 1 januari", "100"), ("Bij", ""), ("subsidie", "20"), ("rente", "1"), ("Stand 31 december", "121")),
        (("", "n"), ("Stand 1 januari", "100"), ("Bij", ""), ("subsidie", "20"), ("rente", "1"), ("Stand 31 december", "125")),
        (("", "n"), ("Inwoners", "9"), ("Per 1 januari", "100"), ("Geboren", "20"), ("Per 31 december", "115")),
        (("Datum", "Wat"), ("1 januari 2024", "10"), ("1 april 2024", "12"), ("1 juli 2024", "11")),
        (("", "Stand 1 januari", "Aandeel", "Stand 31 december"), ("a", "100", "12%", "120")),
    ],
)  # fmt: skip
def test_a_stand_that_is_right_or_of_something_else_is_right(rows: tuple[Words, ...]) -> None:
    assert told(*rows) == []


def test_rounded_stands_may_differ_by_rounding() -> None:
    rows = FLOW, ("Wonen", "500", "100", "50", "551")
    assert told(*rows, caption="Reserves (x € 1.000)") == []
    assert len(told(*rows)) == 1
