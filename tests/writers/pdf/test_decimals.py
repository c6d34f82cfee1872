"""Numbers in a column have their decimal commas below each other, as the drawn page shows."""

from __future__ import annotations

import pypdfium2
import pytest
from documents import META, text
from engines import DEFAULT, each_engine, lay_out
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.decimals import room_behind
from rapportage.document import Cell, Document, Row, Table
from rapportage.inlines import Strong
from rapportage.style.fonts import house

Edges = list[tuple[str, float, float]]


def edges(*rows: tuple[Cell, ...], css: str = "", engine: str = DEFAULT) -> Edges:
    """Each number or word drawn, with its left and its right edge in points."""
    table = Table((), tuple(Row(cells) for cells in rows))
    pdf = lay_out(resolve(Document(META, (table,))), STYLE, engine, css).pdf
    found: Edges = []
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[0].get_textpage()
        end = page.get_text_range().index("Voortgang Regio")
        for at in range(end):
            character = page.get_text_range(at, 1)
            left, _, right, _ = page.get_charbox(at, loose=True)
            if not character.isspace():
                found.append((character, left, right))
    return found


def commas(found: Edges) -> list[float]:
    return [round(left, 1) for character, left, _ in found if character == ","]


def column(*numbers: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple((Cell(text(number), align="rechts"),) for number in numbers)


@each_engine
@pytest.mark.parametrize(
    "numbers",
    [
        ("0,94%", "1,4%", "12,5%"),
        ("1.348,5", "7,25", "-3,1"),
        ("€\u00a022,5\u00a0miljoen", "€\u00a03,25\u00a0miljoen", "€\u00a0100,0\u00a0miljoen"),
    ],
)
def test_commas_stand_below_each_other(numbers: tuple[str, ...], engine: str) -> None:
    found = commas(edges(*column(*numbers), engine=engine))
    assert len(found) == len(numbers)
    assert max(found) - min(found) < 0.2


@each_engine
def test_a_whole_number_ends_where_the_commas_stand(engine: str) -> None:
    found = edges(*column("6", "0,94%", "7%"), engine=engine)
    (comma,) = commas(found)
    ends = {character: round(right, 1) for character, _, right in found if character in "67"}
    assert ends == {"6": pytest.approx(comma, abs=0.2), "7": pytest.approx(comma, abs=0.2)}


@each_engine
def test_words_and_columns_without_decimals_stay_at_the_edge(engine: str) -> None:
    at_edge = edges(*column("1,5", "n.v.t."), engine=engine)
    assert at_edge[-1][0] == "."
    assert at_edge[-1][2] == pytest.approx(max(right for _, _, right in at_edge), abs=0.2)
    whole = edges(*column("8%", "9"), engine=engine)
    assert len({round(right, 0) for character, _, right in whole if character in "%9"}) == 1


@each_engine
def test_amounts_with_other_words_behind_them_end_at_the_edge(engine: str) -> None:
    found = edges(*column("€\u00a041,5\u00a0mln", "€\u00a0640.000", "€\u00a03,2\u00a0mln"), engine=engine)
    (euros,) = (index for index, one in enumerate(found) if one[0] == "6")
    ends = [found[at][2] for at in (euros - 2, euros + 6, -1)]
    assert ends == [pytest.approx(ends[0], abs=0.2)] * 3


@pytest.mark.parametrize(("space", "rooms"), [(8, 2), (5, 0)])
def test_numbers_for_which_the_column_is_too_narrow_stay_at_the_edge(space: float, rooms: int) -> None:
    assert sum(room > 0 for room in room_behind(["1.000.000", "20", "0,94%"], house(), space)) == rooms


@each_engine
def test_signs_for_nothing_end_where_the_amounts_do(engine: str) -> None:
    found = edges(*column("€\u00a06.412", "€\u00a0-", "p.m."), engine=engine)
    ends = [right for character, _, right in found if character in "2-"] + [found[-1][2]]
    assert ends == [pytest.approx(ends[0], abs=0.2)] * 3


@each_engine
def test_a_column_below_a_cell_of_two_rows_and_beside_one_of_two_columns_is_found(engine: str) -> None:
    group = Cell(text("Groep"), header=True, rowspan=2)
    wide = Cell(text("3,5 van alles"), colspan=2)
    number = [Cell(text(words), align="rechts") for words in ("1,25", "2", "4,5")]
    found = edges((group, number[0]), (number[1],), (wide,), (Cell(text("Ander")), number[2]), engine=engine)
    first, last = (left for character, left, _ in found if character == "," and left > 300)
    assert first == pytest.approx(last, abs=0.2)
    (two,) = (right for character, _, right in found if character == "2" and right <= first + 0.2)
    assert two == pytest.approx(first, abs=0.2)


def test_bold_numbers_and_another_size_and_padding_stand_below_the_others() -> None:
    rows = (*column("10,25", "7"), (Cell((Strong(text("8")),), align="rechts"),))
    found = edges(*rows, css="td { font-size: 14pt; padding: 1pt 20pt }")
    (comma,) = commas(found)
    ends = [right for character, _, right in found if character in "78"]
    assert ends == [pytest.approx(comma, abs=0.3), pytest.approx(comma, abs=0.3)]
