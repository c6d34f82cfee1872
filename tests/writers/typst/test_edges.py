"""No word is drawn past its place, wherever it stands: the engine would say nothing of it."""

from __future__ import annotations

import pypdfium2
import pytest
from documents import META, item, paragraph, png, text
from engines import TYPST, lay_out
from spoken import spoken
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    FigurePair,
    Heading,
    Image,
    Kader,
    Landscape,
    List,
    Metadata,
    MetadataRow,
    Paragraph,
    Quote,
    Row,
    Signatory,
    Signatures,
    Table,
)
from rapportage.inlines import Footnote, Language, Link, Strong, Text

LONG = "W" * 130
IMAGES = {"beeld": Image("image/png", png(90, 60), 900, 600)}
NEXT = "ernaast"

DEEP = List((item(paragraph(LONG)),))
for _ in range(3):
    DEEP = List((item(paragraph("dieper"), DEEP),))

WHERE: dict[str, tuple[Block, ...]] = {
    "a heading": (Heading(1, text(LONG), "kop"),),
    "a heading in the contents": (Contents(text("Inhoud")), Heading(1, text(LONG), "kop")),
    "the title of the contents": (Contents(text(LONG)), Heading(1, text("Kop"), "kop")),
    "a title": (Paragraph(text(LONG), "titel"),),
    "an introduction": (Paragraph(text(LONG), "intro"),),
    "a term": (Metadata((MetadataRow(text(LONG), text(NEXT)),)),),
    "a value": (Metadata((MetadataRow(text("Term"), text(LONG)),)),),
    "a list in lists": (DEEP,),
    "the title of a box": (Kader(text(LONG), (paragraph("x"),)),),
    "a list in a box": (Kader(text("Titel"), (DEEP,)),),
    "a quote": (Quote((paragraph(LONG),)),),
    "a note": (Paragraph((Text("Zie"), Footnote(text(LONG)))),),
    "a caption": (Figure("beeld", "Beeld.", text(LONG), text(LONG), "beeld"),),
    "a caption of a pair": (
        FigurePair(
            Figure("beeld", "Links.", text(LONG), text(LONG), "links"),
            Figure("beeld", "Rechts.", text(NEXT), (), "rechts"),
        ),
    ),
    "a name that signs": (
        Signatures(text("Het college,"), (Signatory(LONG, LONG), Signatory(NEXT, "burgemeester"))),
    ),
    "bold, a link and another language": (
        Paragraph(
            (
                Text("W" * 20),
                Strong(text("W" * 20)),
                Link(text("W" * 20), "https://a.nl"),
                Language(text("W" * 20), "en"),
            )
        ),
    ),
    "a page on its side": (Landscape((Paragraph(text(LONG * 2)),)),),
    "a cell over two columns": (
        Table(
            (
                Row(
                    (
                        Cell(text("a"), header=True),
                        Cell(text("b"), header=True),
                        Cell(text(NEXT), header=True),
                    )
                ),
            ),
            (Row((Cell(text(LONG), colspan=2), Cell(text("c")))),),
        ),
    ),
}


def _margin(where: str) -> str:
    """The margin that what holds the word leaves free: a table may reach past the text."""
    return "bladspiegel.binnen" if isinstance(WHERE[where][0], Table) else "bladspiegel.buiten"


@pytest.mark.parametrize("where", WHERE)
def test_a_word_without_end_stays_within_its_place_in(where: str) -> None:
    made = lay_out(resolve(Document(META, WHERE[where], IMAGES)), STYLE, TYPST)
    with pypdfium2.PdfDocument(made.pdf) as shown:
        for page in shown:
            words = page.get_textpage()
            boxes = [
                (words.get_text_range(at, 1), words.get_charbox(at)) for at in range(words.count_chars())
            ]
            margin = STYLE.points(
                "bladspiegel.onder" if page.get_width() > page.get_height() else _margin(where)
            )
            letters = [box for letter, box in boxes if letter == "W"]
            assert max((right for _, _, right, _ in letters), default=0) <= page.get_width() - margin + 1
            assert not [one for one in letters for other in _word(boxes) if _over(one, other)]
    assert "".join("".join(said) for said in spoken(made)).count("W") >= 80


def _word(boxes: list[tuple[str, tuple[float, ...]]]) -> list[tuple[float, ...]]:
    """The letters of the word that stands beside it."""
    letters = "".join(letter for letter, _ in boxes)
    at = letters.find(NEXT)
    return [box for _, box in boxes[at : at + len(NEXT)]] if at >= 0 else []


def _over(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("middle", ["middel", "groot", "p.m.", "verwacht", "wekelijks"])
def test_a_word_as_wide_as_its_column_is_written_whole(middle: str) -> None:
    """A column is as wide as its longest word where words are many: a hair of rounding parted it."""
    risk = Row(
        (Cell((Strong(text("Krapte")), Text(" bij personeel"))), Cell(text(middle)), Cell(text("p.m.")))
    )
    rest = Row(
        (Cell(text("Hogere tarieven jeugdhulp " * 3)), Cell(text("laag")), Cell(text("Contracten " * 9)))
    )
    wide = Row((*rest.cells[:2], Cell(text("Contracten bijsturen en samen werven " * 4))))
    for rows in ((risk, rest), (risk, wide)):
        made = lay_out(resolve(Document(META, (Table((), rows, ()),))), STYLE, TYPST)
        with pypdfium2.PdfDocument(made.pdf) as shown:
            assert middle in shown[0].get_textpage().get_text_range()
