"""A number stays with its unit, and with what says of what it is the number, in every format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from documents import META, paragraph, text
from engines import each_engine, lay_out
from word_files import STYLE, shown, written, xml

from rapportage.build.check import check
from rapportage.columns import columns
from rapportage.compose.resolve import resolve
from rapportage.document import Block, Cell, Document, Paragraph, Row, Table
from rapportage.inlines import plain
from rapportage.lines import with_numbers_held
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

HELD = "in art. 3, op blz. 4 en bij nr. 5 t/m 9, met 55 ºC bij 12 km/u"
PARTED = ("art.", "blz.", "nr.", "t/m", "t/", "5", "55", "12", "km/")
"""How no line ends."""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("nr. 5, nrs. 5 en 6, nr 7", "nr.~5, nrs.~5 en 6, nr~7"),
        ("Art. 3, lid 2 (blz. 4; p. 12)", "Art.~3, lid~2 (blz.~4; p.~12)"),
        ("§ 3.2 en Stb. 2023, 12", "§~3.2 en Stb.~2023, 12"),
        ("55 ºC, 12 km/u en 3,5 %", "55~ºC, 12~km/u en 3,5~%"),
        ("40 m², 12 km, 5 kWh/m2 en 2,5 fte", "40~m², 12~km, 5~kWh/m2 en 2,5~fte"),
        ("1 t/m 5 en 2020 t/m 2024", "1~t/m~5 en 2020~t/m~2024"),
        ("10.000 t/m 20.000, maart t/m 5 mei", "10.000 t/m~20.000, maart t/m~5 mei"),
        ("januari t/m maart", "januari t/m maart"),
        ("een krediet van € 385.000 en 1,2 miljoen", "een krediet van €~385.000 en 1,2~miljoen"),
        ("De wet uit 2022 kent 12 artikelen.", "De wet uit 2022 kent 12 artikelen."),
        ("Hij gaf zijn nr. niet, en 5 mensen ook niet.", "Hij gaf zijn nr. niet, en 5 mensen ook niet."),
        ("In 2022 mochten 12 leden en/of 3 gasten mee.", "In 2022 mochten 12 leden en/of 3 gasten mee."),
        ("Wij zagen 3 halve en 2 hele dagen.", "Wij zagen 3 halve en 2 hele dagen."),
        ("De start. 3 teams begonnen op 5 maart.", "De start. 3 teams begonnen op 5 maart."),
        ("Van 8 uur tot 17 uur, 4 ggd-locaties.", "Van 8 uur tot 17 uur, 4 ggd-locaties."),
    ],
)
def test_a_number_is_held_to_its_unit_and_what_counts_it(typed: str, printed: str) -> None:
    assert with_numbers_held(typed).replace("\u00a0", "~") == printed
    assert with_numbers_held(with_numbers_held(typed)) == with_numbers_held(typed)


def resolved(*blocks: Block) -> Document:
    return resolve(Document(META, blocks))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("door A. Schuurman en drs. E. van Lente", "door A.~Schuurman en drs. E.~van Lente"),
        ("ing. S.A.D.C. van Geffen, Th. de Vries", "ing. S.A.D.C.~van Geffen, Th.~de Vries"),
        ("B. Jaspers Faijer (A. te Rietstap)", "B.~Jaspers Faijer (A.~te Rietstap)"),
        ("G. van der Ven, H. in het veld", "G.~van der Ven, H. in het veld"),
        ("Het gaat om groep A. en om groep B.", "Het gaat om groep A. en om groep B."),
        ("In deel 2A. 3 tafels, o.a. Economie.", "In deel 2A. 3 tafels, o.a. Economie."),
        ("Dat zijn de vier O's. De raad koos plan B!", "Dat zijn de vier O's. De raad koos plan B!"),
    ],
)
def test_initials_are_held_to_the_name_behind_them(typed: str, printed: str) -> None:
    assert with_numbers_held(typed).replace("\u00a0", "~") == printed


@each_engine
def test_no_line_of_a_pdf_parts_them(engine: str) -> None:
    filled = (paragraph(f"Aan de vijf opgaven werken {'w' * count} {HELD}.") for count in range(4, 44))
    made = lay_out(resolved(*filled), STYLE, engine)
    with pypdfium2.PdfDocument(made.pdf) as opened:
        lines = [line for page in opened for line in page.get_textpage().get_text_range().splitlines()]
    ends = {line.split()[-1] for line in lines if line.strip()}
    assert {"3,", "9,"} < ends
    assert ends & set(PARTED) == set()


def test_word_is_told_by_the_same_space() -> None:
    made = xml(written(*resolved(paragraph(HELD)).blocks))
    assert (
        "art.\u00a03, op blz.\u00a04 en bij nr.\u00a05\u00a0t/m\u00a09, met 55\u00a0ºC bij 12\u00a0km/u"
        in shown(made)
    )


def test_a_unit_typed_behind_an_expression_or_on_the_next_line_is_held_too(klein: Path) -> None:
    with (klein / "content/2024-H1/bijlage/water.md").open("a", encoding="utf-8") as chapter:
        chapter.write('\n\nDe omloop is {{ waarde("woningen") }}\nkm lang, zie nr.\n5.\n')
    document = check(Workspace(klein), parse_periode("2024-H1")).documents["bijlage"]
    (told,) = [
        one for one in document.blocks if isinstance(one, Paragraph) and "omloop" in plain(one.content)
    ]
    assert "De omloop is 1.348\u00a0km lang, zie nr.\u00a05." in shown(xml(written(told)))


def test_a_column_is_as_wide_as_what_it_holds_whole() -> None:
    """Else it would run out of its column, or be parted there."""
    table = Table((), (Row((Cell(text("12 km/u")), Cell(text("Een toelichting die langer is. " * 20)))),))
    (narrow, _), (whole, _) = (
        columns(
            replace(table, body=(replace(table.body[0], cells=(Cell(text(one)), table.body[0].cells[1])),)),
            300,
            STYLE,
        ).widths
        for one in ("12 km/u", "12\u00a0km/u")
    )
    assert narrow == whole
