"""Items and headings have the labels that Word counts, in every form of a paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import playa
import pypdfium2
import pytest
from documents import META, item, paragraph
from docx.oxml.ns import qn
from laid_out import laid_out
from playa.structure import ContentItem, Element
from where import surroundings
from word_files import STYLE, values, written, xml

from rapportage.document import Counted, Document, List
from rapportage.numerals import MOST_IN_LETTERS, MOST_IN_ROMAN, item_label, letters, roman
from rapportage.style.fonts import house
from rapportage.writers.text import write_text

OFFICE = shutil.which("soffice") or ""


@pytest.mark.parametrize(
    ("number", "written"),
    [
        *((1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa"), (780, "z" * 30)),
        *((0, "0"), (781, "781"), (999_999_999, "999999999")),
    ],
)
def test_letters_are_repeated_after_z_as_word_does(number: int, written: str) -> None:
    assert letters(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        *((1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (28, "xxviii"), (40, "xl"), (90, "xc"), (400, "cd")),
        *(
            (500, "d"),
            (1998, "mcmxcviii"),
            (3999, "mmmcmxcix"),
            (0, "0"),
            (4000, "4000"),
            (999_999_999, "999999999"),
        ),
    ],
)
def test_roman_numerals_go_as_far_as_they_have_signs(number: int, written: str) -> None:
    assert roman(number) == written


def test_a_label_says_how_deep_its_list_is() -> None:
    assert [item_label(depth, 28) for depth in range(4)] == ["28.", "bb.", "xxviii.", "xxviii."]


# --- in every form of a paper ------------------------------------------------------------------


def nested(depth: int, start: int, count: int) -> List:
    """A numbered list at this depth, in lists of one item."""
    numbers = range(start, start + count)
    made = List(tuple(item(paragraph(f"punt {number}")) for number in numbers), ordered=True, start=start)
    for _ in range(depth):
        made = List((item(paragraph("erboven"), made),), ordered=True)
    return made


LONG = {
    "numbers": (0, 98, 4),
    "letters": (1, 1, 60),
    "letters from a start": (1, 26, 4),
    "letters from nought": (1, 0, 3),
    "as far as letters go": (1, MOST_IN_LETTERS - 1, 4),
    "further than letters go": (1, 999_999_998, 2),
    "Roman numerals": (2, 1, 60),
    "Roman numerals from nought": (2, 0, 3),
    "as far as Roman numerals go": (2, MOST_IN_ROMAN - 1, 4),
}


@pytest.mark.parametrize("name", LONG)
def test_text_page_and_tags_have_the_labels_of_the_one_function(name: str) -> None:
    depth, start, count = LONG[name]
    labels = [item_label(depth, number) for number in range(start, start + count)]
    outer = [item_label(above, 1) for above in range(depth)]
    block = nested(depth, start, count)
    pdf = laid_out(block).pdf
    assert labels_of(write_text(Document(META, (block,)))) == labels
    assert drawn_labels(pdf) == outer + labels
    assert tagged_labels(pdf) == outer + labels


@pytest.mark.parametrize(("counted", "label"), [("cijfers", "{}."), ("graden", "{}°.")])
def test_below_letters_digits_stay_digits_in_every_form(counted: Counted, label: str) -> None:
    inner = replace(nested(0, 2, 2), counted=counted)
    block = List((item(paragraph("erboven"), inner),), ordered=True, counted="letters")
    labels = [label.format(number) for number in (2, 3)]
    pdf = laid_out(block).pdf
    *_, number = xml(written(block), "word/numbering.xml").iter(qn("w:abstractNum"))
    assert labels_of(write_text(Document(META, (block,)))) == labels
    assert drawn_labels(pdf) == tagged_labels(pdf) == ["a.", *labels]
    assert values(number, "w:numFmt")[1] == "decimal"
    assert values(number, "w:lvlText")[1] == label.format("%2")


def labels_of(words: str) -> list[str]:
    """What stands before 'punt' on each line."""
    return re.findall(r"^ *(\S+)\s*punt \d", words, re.M)


def drawn_labels(pdf: bytes) -> list[str]:
    """The labels as drawn; the engine draws those of a list after its words, the outer lists' before."""
    with pypdfium2.PdfDocument(pdf) as shown:
        pages = [page.get_textpage().get_text_range() for page in shown]
    return re.findall(r"^(\w+°?\.) *$", "\n".join(pages).replace("\r", ""), re.M)


def tagged_labels(pdf: bytes) -> list[str]:
    """The label of each item as the tags tell it."""
    with playa.parse(pdf) as opened:
        assert opened.structure is not None
        return [
            "".join(one.text or "" for one in label.contents if isinstance(one, ContentItem)).strip()
            for top in opened.structure
            if isinstance(top, Element)
            for label in top.find_all("Lbl")
        ]


def test_an_own_stylesheet_that_names_the_letters_counts_like_word_too() -> None:
    for name in ("lower-alpha", "lower-latin"):
        pdf = laid_out(nested(1, 27, 2), css=f"ol ol {{ list-style-type: {name} }}").pdf
        assert drawn_labels(pdf) == ["1.", "aa.", "bb."]


@pytest.mark.parametrize(
    ("depth", "start", "format"),
    [
        (0, 1, "decimal"),
        (1, 1, "lowerLetter"),
        (1, MOST_IN_LETTERS, "lowerLetter"),
        (1, MOST_IN_LETTERS + 1, "decimal"),
        (2, 1, "lowerRoman"),
        (2, MOST_IN_ROMAN, "lowerRoman"),
        (2, MOST_IN_ROMAN + 1, "decimal"),
        (3, 1, "lowerRoman"),
    ],
)
def test_word_counts_in_the_same_numerals(depth: int, start: int, format: str) -> None:
    package = written(nested(depth, start, 1))
    *_, number = xml(package, "word/numbering.xml").iter(qn("w:abstractNum"))
    assert values(number, "w:numFmt")[depth] == format


@pytest.mark.parametrize(("depth", "start"), [(0, 1), (0, 1000), (1, 13), (1, 39), (1, 49), (2, 18), (2, 88)])
def test_the_widest_label_fits_in_the_room_before_the_words_in_word(depth: int, start: int) -> None:
    *_, number = xml(written(nested(depth, start, 1)), "word/numbering.xml").iter(qn("w:abstractNum"))
    room = int(values(number, "w:ind", "w:hanging")[depth]) / 20
    wide = house().text_width(item_label(depth, start), STYLE.points("letter.tekst"))
    assert wide < room
    assert room >= STYLE.points("ruimte.inspringing")


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed (libreoffice-writer)")
def test_libreoffice_prints_the_same_labels(tmp_path: Path) -> None:
    lists = [LONG[name] for name in LONG if not name.startswith(("as far", "further"))]
    made = tmp_path / "lijsten.docx"
    made.write_bytes(written(*(nested(*one) for one in lists)))
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(made)], check=True, capture_output=True, timeout=180, env=surroundings())
    expected = [
        item_label(depth, number) for depth, start, count in lists for number in range(start, start + count)
    ]
    assert labels_of(made.with_suffix(".txt").read_text("utf-8-sig")) == expected
