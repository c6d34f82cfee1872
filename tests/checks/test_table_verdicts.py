"""What a table calls up to a norm is so by its number, and texts count as many."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.table_verdicts import against_the_norm, other_counts, verdicts
from rapportage.document import Cell, Document, Paragraph, Row, Table

Rows = tuple[tuple[str, ...], ...]
HEAD = ("Meetpunt", "Q2", "Q3", "Verschil", "Voldoet aan de norm")
POINTS: Rows = (
    ("Wetering", "0,12", "0,12", "0,00", "ja"),
    ("Kerkvaart", "0,14", "0,17", "+0,03", "nee"),
    ("Molenkolk", "0,14", "0,14", "0,00", "ja"),
    ("Ringvaart", "0,21", "0,19", "−0,02", "nee"),
    ("Boezem", "0,16", "0,15", "−0,01", "ja"),
)
NORM = "De norm is 0,15 mg/l."


def paper(rows: Rows, said: str = NORM, title: str = "Fosfor") -> Paper:
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    table = Table((head,), tuple(body), text(title))
    return Paper(Document(META, (Paragraph(text(said)), table)), STYLE)


def with_row(at: int, *row: str) -> Rows:
    return (HEAD, *POINTS[:at], row, *POINTS[at + 1 :])


@pytest.mark.parametrize(
    ("rows", "said", "expected"),
    [
        ((HEAD, *POINTS), NORM, []),
        (
            with_row(1, "Kerkvaart", "0,14", "0,17", "+0,03", "ja"),
            NORM,
            ["hier staat 'ja', en 0,17 is boven de norm van 0,15"],
        ),
        (
            with_row(0, "Wetering", "0,12", "0,12", "0,00", "nee"),
            NORM,
            ["hier staat 'nee', en 0,12 is onder de norm van 0,15"],
        ),
        ((HEAD, *POINTS), "De norm is 0,18 mg/l.", ["hier staat 'nee', en 0,17 is onder de norm van 0,18"]),
        # exactly the norm may be either
        (with_row(4, "Boezem", "0,16", "0,15", "−0,01", "nee"), NORM, []),
        # no norm, several, or numbers that have nothing to do with it
        (with_row(1, "Kerkvaart", "0,14", "0,17", "+0,03", "ja"), "Alles is gemeten.", []),
        (
            with_row(1, "Kerkvaart", "0,14", "0,17", "+0,03", "ja"),
            f"{NORM} Voor plassen is de norm 0,20.",
            [],
        ),
        ((HEAD, *POINTS), "De norm is 95 mg/l.", []),
        (
            (
                ("Wijkteam", "Norm", "Wachttijd", "Norm gehaald"),
                ("Noord", "6", "5", "ja"),
                ("Zuid", "8", "9", "ja"),
                ("Oost", "6", "7", "nee"),
                ("West", "8", "7", "ja"),
                ("Midden", "6", "8", "nee"),
            ),
            "",
            ["hier staat 'ja', en 9 is boven de norm van 8"],
        ),
        (
            (
                ("Doel", "Nu", "Doel 2025", "Doel gehaald"),
                ("Plan", "71", "80", "nee"),
                ("Gesprek", "92", "90", "ja"),
                ("Telefoon", "86", "85", "ja"),
                ("Klacht", "99", "95", "nee"),
            ),
            "",
            ["hier staat 'nee', en 99 is boven de norm van 95"],
        ),
        ((("Wijk", "Inwoners", "Heeft een team"), *((one, "120", "ja") for one in "abcde")), NORM, []),
    ],
)
def test_a_row_is_up_to_the_norm_by_its_number(rows: Rows, said: str, expected: list[str]) -> None:
    assert [one.message for one in against_the_norm(paper(rows, said))] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vier van de vijf meetpunten voldoen aan de norm.", ["Vier van de vijf meetpunten"]),
        (
            "Het werd schoner: twee van de vijf meetpunten voldoen nu, één meer dan vorig jaar.",
            ["twee van de vijf meetpunten"],
        ),
        ("Geen van de vijf meetpunten voldoet.", ["Geen van de vijf meetpunten"]),
        ("Drie van de vijf meetpunten voldoen aan de norm.", []),
        ("Vorig jaar voldeden vier van de vijf meetpunten aan de norm.", []),
        ("Vier van de vijf meetpunten voldeden in 2023 aan de norm.", []),
        ("Twee van de vijf meetpunten voldoen niet.", []),
        ("Eind 2027 moeten alle vijf de meetpunten voldoen.", []),
        ("In 2027 voldoen vijf van de vijf meetpunten aan de norm.", []),
        ("Op vier van de vijf meetpunten is elke maand gemeten.", []),
        ("Vier van de acht meetpunten voldoen aan de norm.", []),
        ("Vier van de vijf gemeenten voldoen aan de norm.", []),
        ("Vier van de vijf meetpunten liggen in een plas.", []),
        ("Twee van de vijf meetpunten zitten boven de norm.", []),
        ("Bijna vier van de vijf inwoners voldoen aan de norm.", []),
    ],
)
def test_a_text_counts_as_many_as_the_table_has(sentence: str, expected: list[str]) -> None:
    known = list(verdicts(paper((HEAD, *POINTS))))
    said = [one.split("'")[1] for one in other_counts(sentence, known)]
    assert said == expected
