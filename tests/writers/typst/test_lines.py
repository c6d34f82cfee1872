"""What a line's end leaves together, in columns of many widths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pytest
from documents import META
from engines import TYPST, lay_out
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.document import Document, Heading, Paragraph
from rapportage.inlines import Inlines, Reference, Text
from rapportage.style.lengths import MILLIMETRE
from rapportage.style.tokens import HouseStyle, Points

HYPHENATED = "\ufffe"
FILLER = "De gemeenten werken in de regio aan vijf opgaven en leggen daarover verantwoording af aan de raad. "


def columns(content: Inlines) -> Iterator[list[str]]:
    """The lines of a paragraph in columns of 70 to 130 mm."""
    for width in range(70, 130, 3):
        margin = Points((210 - width) / 2 * MILLIMETRE)
        style = HouseStyle(STYLE.tokens | {"bladspiegel.binnen": margin, "bladspiegel.buiten": margin})
        document = Document(META, (Heading(1, (Text("Kop twee"),), "kop"), Paragraph(content)))
        with pypdfium2.PdfDocument(lay_out(resolve(document), style, TYPST).pdf) as opened:
            words = opened[0].get_textpage().get_text_range()
        lines = words.replace(HYPHENATED, f"{HYPHENATED}\n").splitlines()
        yield [
            line.strip() for line in lines if line != "Kop twee" and not line.startswith("Voortgang Regio")
        ]


@pytest.mark.parametrize(
    "end",
    ["De raad besluit over de samenwerkingsovereenkomst.", "Daarover besluit de hele raad in mei vast."],
)
def test_no_last_line_is_half_a_word_or_one_short_word(end: str) -> None:
    for *_, before, last in columns((Text(FILLER + end),)):
        assert " " in last or (len(last) >= 9 and not before.endswith(HYPHENATED)), (before, last)


@pytest.mark.parametrize(
    ("held", "content"),
    [
        ("24 januari", (Text("x " * 30 + "op 24 januari 2022 " * 9),)),
        ("(Kop twee),", (Text("in de " * 9), *(Text("raad ("), Reference("kop"), Text("), en ")) * 9)),
        ("crisis-en", (Text("bij de crisis\u2011en hersteltaak " * 15),)),
    ],
)
def test_a_day_a_reference_and_a_hyphened_word_are_never_parted(held: str, content: Inlines) -> None:
    for lines in columns(content):
        whole = sum(line.count(held) for line in lines)
        joined = re.sub(r"\s+", " ", " ".join(lines)).replace(f"{HYPHENATED} ", "-")
        assert whole == joined.count(held) > 8


def test_a_line_breaks_off_no_less_than_four_letters() -> None:
    words = (
        "De samenwerkingsovereenkomst beschrijft verantwoordelijkheden van gemeenteraadsleden en wethouders. "
    )
    parts = 0
    for lines in columns((Text(words * 6),)):
        for one, other in pairwise(lines):
            if one.endswith(HYPHENATED):
                parts += 1
                begin = one.removesuffix(HYPHENATED).rsplit(" ", 1)[-1]
                assert min(len(begin), len(re.split(r"[ .]", other)[0])) >= 4, (begin, other)
    assert parts > 10
