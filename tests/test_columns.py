"""The columns of a table are as wide as their words ask for, and no number breaks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from documents import META, text
from engines import each_engine, lay_out
from PIL import ImageFont
from pypdfium2 import PdfDocument
from word_files import STYLE, parts, values, xml

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.tables import too_narrow
from rapportage.columns import PADDING, columns, soft, with_room_for_terms
from rapportage.compose.resolve import resolve
from rapportage.document import (
    Align,
    Cell,
    Document,
    Heading,
    Landscape,
    Metadata,
    MetadataRow,
    Row,
    Table,
)
from rapportage.inlines import Reference
from rapportage.lines import with_days_held
from rapportage.style.fonts import house
from rapportage.style.page import portrait
from rapportage.writers.docx.document import write_docx

ROOM = portrait(STYLE).text_width()


def row(*words: str, header: bool = False, align: Align = "links") -> Row:
    return Row(tuple(Cell(text(word), header=header, align=align) for word in words))


def table(heads: list[str], *rows: list[str]) -> Table:
    return Table((row(*heads, header=True),), tuple(row(*words) for words in rows))


def test_columns_fill_the_room_by_their_text() -> None:
    made = columns(table(["Onderwerp", "Nu"], ["Samenwerkingsovereenkomsten en " * 9, "3"]), ROOM, STYLE)
    wide, narrow = made.widths
    assert wide + narrow == pytest.approx(ROOM)
    assert wide > 8 * narrow
    assert (made.broken, made.lost) == (frozenset(), "")


def test_words_that_do_not_fit_together_are_hyphenated_and_numbers_are_not() -> None:
    long = "verantwoordelijkheidsverdeling"
    made = columns(table([long] * 6, ["€\xa01.250.000"] * 6), ROOM, STYLE)
    assert (made.broken, made.lost) == (frozenset({long}), "")


def test_a_word_without_room_is_lost() -> None:
    made = columns(table(["Kern"] * 14, ["1.250.000"] * 14), ROOM, STYLE)
    assert made.lost == "1.250.000"


NINE = table(["Station", "Kern", *["Woningen"] * 7], ["Voorbeeldstad", "Ommen", *["1.250.000"] * 7])


def test_too_many_columns_are_told_with_a_landscape_as_the_way_out() -> None:
    told = list(too_narrow(Paper(Document(META, (NINE,)), STYLE)))
    assert "de kolommen van deze tabel zijn te smal" in told[0].message
    assert "::: liggend" in str(told[0].hint)
    assert list(too_narrow(Paper(Document(META, (Landscape((NINE,)),)), STYLE))) == []


@each_engine
def test_both_formats_have_the_same_columns(engine: str) -> None:
    six = table(
        ["Opgave", "Stand", "Wie", "Begroot", "Besteed", "Saldo"], ["a b c d e f", *["€\xa01.000"] * 5]
    )
    document = resolve(Document(META, (six,)))
    wanted = [round(width * 20) for width in columns(six, ROOM, STYLE).widths]
    assert [int(one) for one in values(xml(write_docx(document, STYLE, {})), "w:gridCol", "w:w")] == wanted
    with PdfDocument(lay_out(document, STYLE, engine).pdf) as opened:
        page = opened[0].get_textpage()
        found = [page.get_charbox(page.search(word).get_next()[0])[0] for word in ("Begroot", "Saldo")]
    assert found[1] - found[0] == pytest.approx(sum(wanted[3:5]) / 20, abs=1)


@each_engine
def test_a_number_stands_on_one_line_in_the_pdf(engine: str) -> None:
    eight = table(["Kern", *["Woningbouwprogramma"] * 6], ["Ommen", *["-17.000"] * 6])
    with PdfDocument(lay_out(resolve(Document(META, (eight,))), STYLE, engine).pdf) as opened:
        assert opened[0].get_textpage().get_text_range().count("-17.000") == 6


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("verantwoordelijkheid", "verant|woor|de|lijk|heid"),
        ("kort", "kort"),
        ("1.250.000", "1.250.000"),
        ("(samenwerking)", "(samen|wer|king)"),
    ],
)
def test_a_word_is_broken_where_dutch_breaks_it(word: str, broken: str) -> None:
    assert soft(word).replace("\xad", "|") == broken


def test_a_word_wider_than_its_column_has_soft_hyphens_in_word() -> None:
    six = resolve(Document(META, (table(["verantwoordelijkheidsverdeling"] * 6, ["1"] * 6),)))
    assert (
        b"<w:t>verant</w:t><w:softHyphen/><w:t>woor" in parts(write_docx(six, STYLE, {}))["word/document.xml"]
    )


RESERVES = [
    ["Reserve", "Stand 1 januari", "Toevoeging", "Onttrekking", "Stand 30 september"],
    ["Voorziening groot onderhoud", "€\xa01.250.000", "€\xa0150.000", "€\xa020.000", "€\xa01.400.000"],
]
SHARES = [
    ["Onderdeel", "Dalfsen", "Hardenberg", "Ommen", "Zwolle", "Totaal"],
    ["Detachering", "1.333.333,33", "2.000.000,00", "1.000.000,00", "1.000.000,00", "5.333.333,33"],
    ["Totaal", "2.777.777,78", "4.166.666,66", "2.083.333,33", "2.083.333,33", "11.111.111,10"],
]


@pytest.mark.parametrize("words", [RESERVES, SHARES])
def test_heads_and_totals_have_room_in_words_bold_too(words: list[list[str]]) -> None:
    # another program's measure of the font that the Word file carries, which has one bold for all
    bold = ImageFont.truetype(
        next(one.path for one in house().faces if (one.weight, one.italic) == (700, False)), 100
    )
    head, *rows = words
    size = STYLE.points("letter.tabel")
    made = table(head, *rows)
    made = replace(made, body=(*made.body[:-1], replace(made.body[-1], total="totaal")))
    found = columns(made, ROOM, STYLE)
    for line in (head, rows[-1]):
        for cell, width in zip(line, found.widths, strict=True):
            for word in {*cell.split(" ")} - found.broken:
                assert bold.getlength(word) * size / 100 <= width - PADDING, word


REGISTER = [
    ["Wat", "Door", "Sinds", "Stand", "Waar beantwoord"],
    ["Tussenstand busbaan Veenendaal", "raad (GroenLinks)", "(voortgangsrapportage)", "afgedaan", "1A.1"],
]


def test_only_the_columns_with_the_longest_words_hyphenate_them() -> None:
    made = columns(table(*REGISTER), ROOM * 0.9, STYLE)
    assert made.broken == {"(voortgangsrapportage)"}


def test_columns_that_are_alike_stay_as_wide_as_each_other() -> None:
    widths = columns(table(["Verantwoordelijkheidsverdeling"] * 6, ["1"] * 6), ROOM, STYLE).widths
    assert max(widths) == pytest.approx(min(widths))


REFERRING = resolve(
    Document(
        META,
        (
            Heading(1, text("Voortgang"), "deel", numbered=True),
            Heading(2, text("Opgaven"), "opgaven", numbered=True),
            Heading(3, text("Mobiliteit"), "mobiliteit", numbered=True),
            Table(
                (row(*["Woningbouwprogramma"] * 5, "Beantwoord", header=True),),
                (Row((*row(*["een tussenstand en nog meer"] * 5).cells, Cell((Reference("mobiliteit"),)))),),
            ),
        ),
    )
)
"""A table in which 'Hoofdstuk 1A.1' is wider than its column, and each of its words is not."""


@each_engine
def test_a_reference_in_a_narrow_column_is_parted_between_its_words(engine: str) -> None:
    with PdfDocument(lay_out(REFERRING, STYLE, engine).pdf) as opened:
        assert re.search(r"Hoofdstuk\s*\r\n1A\.1", opened[0].get_textpage().get_text_range())


def test_a_reference_in_a_table_has_a_space_in_word_that_may_end_a_line() -> None:
    body = parts(write_docx(REFERRING, STYLE, {}))["word/document.xml"].decode()
    assert ">Hoofdstuk </w:t>" in body
    assert "Hoofdstuk\xa0" not in body


@pytest.mark.parametrize(
    ("term", "points"),
    [
        ("Openbaarheid", STYLE.points("ruimte.metagegevens")),
        ("Zaaknummer van de aanvraag", None),
        (
            "Datum college van dijkgraaf en heemraden en nog veel meer",
            0.45 * portrait(STYLE).text_width() + 11,
        ),
    ],
)
def test_terms_of_metadata_have_room_on_one_line_in_less_than_half_of_the_text(
    term: str, points: float | None
) -> None:
    block = Metadata((MetadataRow(text(term), text("waarde")),))
    found = with_room_for_terms((block,), STYLE).points("ruimte.metagegevens")
    assert found == pytest.approx(points or STYLE.typeface().text_width(term, 11) + 11)


# --- days ------------------------------------------------------------------------------------

DAY = "14 maart 2024"
DONE = table(
    ["Toezegging", "Stand", "Afgedaan"],
    *[
        [
            "Het college stuurt de raad een memo over de voortgang " * 2,
            "afgedaan",
            f"in de raad van {DAY}, tot slot",
        ]
    ],
)
DATED = table([f"Kop {at}" for at in range(6)], [f"van 28 september 2024; {'memo ' * at}" for at in range(6)])
"""A table whose columns have room for a day, and one whose columns are as wide as a word asks for."""


@each_engine
def test_a_day_stays_with_its_month_and_year_in_a_column_that_has_room_for_them(engine: str) -> None:
    made = lay_out(resolve(Document(META, (DONE,))), STYLE, engine)
    with PdfDocument(made.pdf) as opened:
        assert DAY in opened[0].get_textpage().get_text_range().replace("\xa0", " ")


def test_a_day_in_a_cell_is_held_in_word_too() -> None:
    body = parts(write_docx(resolve(Document(META, (DONE,))), STYLE, {}))["word/document.xml"].decode()
    assert DAY.replace(" ", "\xa0") in body


def test_a_day_makes_no_word_of_another_column_break() -> None:
    held = columns(DATED, ROOM, STYLE)
    assert held.broken == frozenset()
    assert sum(held.widths) == pytest.approx(ROOM)


@pytest.mark.parametrize(
    ("text_", "room", "held"),
    [
        ("op 14 maart 2024 (raad)", 13, "op 14~maart~2024 (raad)"),
        ("op 14 maart 2024 (raad)", 12, "op 14~maart 2024 (raad)"),
        ("op 14 maart 2024 (raad)", 5, "op 14 maart 2024 (raad)"),
        ("(14 maart 2024).", 16, "(14~maart~2024)."),
        ("(14 maart 2024).", 15, "(14~maart 2024)."),
        ("1 mei, 30 juni 2025 en 3 juli", 12, "1~mei, 30~juni~2025 en 3~juli"),
        ("in maart 2024, 3.14 maart, 14 maarten", 99, "in maart 2024, 3.14 maart, 14 maarten"),
    ],
)
def test_a_day_is_held_as_far_as_there_is_room(text_: str, room: int, held: str) -> None:
    assert with_days_held(text_, lambda words: len(words) <= room).replace("\xa0", "~") == held
