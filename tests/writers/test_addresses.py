"""No address is hyphenated in either format: a hyphen would be taken for a part of it."""

from __future__ import annotations

import re

import pytest
from documents import META, text
from engines import each_engine, lay_out
from pypdfium2 import PdfDocument
from word_files import STYLE, parts

from rapportage.columns import soft
from rapportage.compose.resolve import resolve
from rapportage.document import Cell, Document, Paragraph, Row, Table
from rapportage.lines import ADDRESS
from rapportage.writers.docx.document import write_docx

ADDRESSES = ("www.samenwerkingsverband.nl", "www.regiofood-valley.nl", "secretariaat@samenwerking.nl")
WIDE = "regio-secretariaat@samenwerkingvandefoodvalley.nl"
NARROW = Table((), (Row(tuple(Cell(text(word)) for word in (WIDE, *["verantwoordelijkheden"] * 4))),))
DOCUMENT = resolve(
    Document(
        META,
        (
            *(
                Paragraph(text(f"{'Meer weet u bij ons en dan ook nog ' + 'x' * more} op {address}. Dus."))
                for more in range(8, 34, 2)
                for address in ADDRESSES
            ),
            NARROW,
        ),
    )
)
"""Each address at many distances from the end of its line, and one that is wider than its column."""


@each_engine
def test_an_address_ends_a_line_behind_its_signs_and_without_a_hyphen(engine: str) -> None:
    with PdfDocument(lay_out(DOCUMENT, STYLE, engine).pdf) as opened:
        whole = "".join(page.get_textpage().get_text_range() for page in opened)
    lines = re.sub(r"[\ufffe\u00ad]", "-", whole.replace("\u200b", "")).replace("\r", "").split("\n")
    joined = re.sub(r"\s", "", "".join(lines))
    assert joined.count(ADDRESSES[0]) == joined.count(ADDRESSES[1]) == joined.count(ADDRESSES[2]) == 13
    assert WIDE in joined
    parted = [re.search(r"\S+$", line.rstrip())[0] for line in lines if line.strip()]  # type: ignore[index]
    begun = [
        word for word in parted if re.search(r"www\.|secretariaat", word) and not ADDRESS.fullmatch(word)
    ]
    assert all(word.endswith((".", "@", "-", "/", "_")) for word in begun), begun


@each_engine
def test_a_line_ends_neither_within_a_short_address_nor_before_the_signs_behind_it(engine: str) -> None:
    address = "www.regiorivierenpark.example."
    words = (f"{'woord ' * more}op de site {address} En dan" for more in range(4, 16))
    paper = resolve(Document(META, tuple(Paragraph(text(one)) for one in words)))
    with PdfDocument(lay_out(paper, STYLE, engine).pdf) as opened:
        whole = "".join(page.get_textpage().get_text_range() for page in opened)
    assert len(re.findall(rf"(?<!\S){re.escape(address)}(?!\S)", whole)) == 12


LONG = "https://samenwerking.nl/publicaties/Rapport-toekomstbestendige-bedrijventerreinen-regio-2020.pdf"


@each_engine
def test_a_long_address_goes_on_in_the_next_line_behind_a_sign(engine: str) -> None:
    paper = Document(META, tuple(Paragraph(text(f"Zie {'x' * more} {LONG}.")) for more in range(1, 60, 2)))
    with PdfDocument(lay_out(resolve(paper), STYLE, engine).pdf) as opened:
        whole = "".join(page.get_textpage().get_text_range() for page in opened)
    said = whole.replace("\u200b", "").replace("\r\n", "\n").replace("\ufffe", "-\n")
    found = re.findall("\n?".join(map(re.escape, LONG)), said)
    assert len(found) == 30
    assert {one[one.index("\n") - 1] for one in found if "\n" in one} <= {"-", "/", "."}


def test_an_address_has_a_run_of_its_own_in_word_that_is_not_hyphenated() -> None:
    paper = resolve(Document(META, (Paragraph(text("Kijk op www.regiofood-valley.nl. Dus.")),)))
    body = parts(write_docx(paper, STYLE, {}))["word/document.xml"].decode()
    assert "<w:noProof/></w:rPr><w:t>www.regiofood-valley.nl</w:t>" in body
    assert '<w:t xml:space="preserve">. Dus.</w:t>' in body or "<w:t>. Dus.</w:t>" in body


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kijk op www.ede.nl/a_b, of (https://x.nl/y-z).", ["www.ede.nl/a_b", "https://x.nl/y-z"]),
        ("Mail naar info@regio-foodvalley.nl.", ["info@regio-foodvalley.nl"]),
        ("Zie regiofoodvalley.nl voor meer.", ["regiofoodvalley.nl"]),
        ("Art. 3.2 en o.a. 1.250,5 bij punt.Nieuw", []),
    ],
)
def test_what_an_address_is(words: str, found: list[str]) -> None:
    assert [one[0] for one in ADDRESS.finditer(words)] == found


def test_an_address_wider_than_its_column_breaks_behind_its_signs() -> None:
    assert soft("info@regio-ede.nl").replace("\u200b", "|") == "info@|regio-|ede.|nl"
