"""What the PDF writer promises."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from documents import META, everything, item, paragraph, png, text
from engines import DEFAULT, NAMES, Layout, each_engine
from laid_out import heads, laid_out, layout
from seen import document_descriptions
from where import ROOT, TESTS
from word_files import STYLE

from rapportage.document import (
    Block,
    Cell,
    Contents,
    Figure,
    FigurePair,
    Heading,
    Image,
    Kader,
    Landscape,
    List,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Signatory,
    Signatures,
    Table,
    walk,
)
from rapportage.errors import LayoutError
from rapportage.inlines import Emphasis, Footnote, Link, Text, plain
from rapportage.style.fonts import house
from rapportage.style.page import landscape as on_its_side
from rapportage.style.page import portrait
from rapportage.writers.text import write_text


@cache
def pages(pdf: bytes) -> list[str]:
    """The text of each page; a hyphen at a line's end is taken out."""
    with pypdfium2.PdfDocument(pdf) as shown:
        return [page.get_textpage().get_text_range().replace("\ufffe", "") for page in shown]


def words(some_text: str) -> Counter[str]:
    """Words and numbers, counted; what a line's end does to hyphens plays no part."""
    return Counter(re.findall(r"[^\W\d_]+|\d+", re.sub("[-\u00ad]", "", some_text)))


def svg(inside: str) -> dict[str, Image]:
    start = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60">'
    return {"beeld": Image("image/svg+xml", start + inside.encode() + b"</svg>", 90, 60)}


# --- words and pages -------------------------------------------------------------------------


@each_engine
def test_the_pdf_has_the_words_of_the_document_and_no_others(engine: str) -> None:
    count = layout(engine=engine).page_count
    contents = next(block for block in everything().blocks if isinstance(block, Contents))
    expected = words(re.sub(r"\[afbeelding: .*\]", "", write_text(everything())))
    expected += words(" ".join(heads(everything(), layout(engine=engine))))
    expected += words(f"{META.running_title} {META.author} " * count)
    expected += words(" ".join(f"{number} van {count}" for number in range(1, count + 1)))
    expected += words(" ".join(str(layout(engine=engine).pages[entry.target]) for entry in contents.entries))
    assert words(" ".join(pages(layout(engine=engine).pdf))) == expected


@each_engine
def test_the_contents_tell_the_page_on_which_each_heading_stands(engine: str) -> None:
    for heading in walk(everything().blocks):
        if isinstance(heading, Heading) and heading.number:
            found = f"{heading.label} "
            page = pages(layout(engine=engine).pdf)[layout(engine=engine).pages[heading.id] - 1]
            assert found in page.replace("\u00a0", " ")
            line = next(
                line for line in pages(layout(engine=engine).pdf)[0].splitlines() if line.startswith(found)
            )
            assert line.split()[-1] == str(layout(engine=engine).pages[heading.id])


@each_engine
def test_each_heading_has_a_bookmark_with_its_label_and_page(engine: str) -> None:
    headings = [block for block in walk(everything().blocks) if isinstance(block, Heading)]
    with pypdfium2.PdfDocument(layout(engine=engine).pdf) as shown:
        marks = [(mark, mark.get_dest()) for mark in shown.get_toc()]
        found = [(mark.get_title(), mark.level + 1, target.get_index() + 1) for mark, target in marks]
    assert [(title, page) for title, _, page in found] == [
        (f"{heading.label} {plain(heading.content)}".strip(), layout(engine=engine).pages[heading.id])
        for heading in headings
    ]
    assert [level for _, level, _ in found][:5] == [1, 1, 2, 3, 4]


@each_engine
def test_only_a_page_break_begins_a_page_for_a_first_level_heading(engine: str) -> None:
    first, second, third = [Heading(1, text(f"Kop {number}"), f"kop-{number}") for number in range(3)]
    assert laid_out(first, second, PageBreak(), third, engine=engine).pages == {
        "kop-0": 1,
        "kop-1": 1,
        "kop-2": 2,
    }


@each_engine
def test_the_footer_stands_on_every_page_and_the_header_from_the_second(engine: str) -> None:
    made = layout(engine=engine)
    above = ["", *heads(everything(), made)]
    assert len(set(above)) > 3
    for number, page in enumerate(pages(made.pdf), start=1):
        footer = f"{META.running_title} · {META.author} {number} van {made.page_count}"
        assert " ".join(page.rstrip().splitlines()[-1].split()) == footer
        if number > 1:
            assert above[number - 1] in [line.strip() for line in page.splitlines()]


@each_engine
def test_concept_stands_on_every_page_also_the_first_and_the_landscape_one(engine: str) -> None:
    assert [page.count("CONCEPT") for page in pages(layout(concept=True, engine=engine).pdf)] == [1] * layout(
        engine=engine
    ).page_count
    assert not any("CONCEPT" in page for page in pages(layout(engine=engine).pdf))


@each_engine
def test_landscape_pages_lie_and_the_others_stand(engine: str) -> None:
    with pypdfium2.PdfDocument(layout(engine=engine).pdf) as shown:
        lying = [number for number, page in enumerate(shown, 1) if page.get_width() > page.get_height()]
    assert lying == [layout(engine=engine).pages["alle-cijfers"]]


@each_engine
def test_what_follows_a_landscape_page_stands_upright_again(engine: str) -> None:
    made = laid_out(
        paragraph("Voor."), PageBreak(), Landscape((paragraph("Binnen."),)), paragraph("Na."), engine=engine
    )
    with pypdfium2.PdfDocument(made.pdf) as shown:
        assert [page.get_width() > page.get_height() for page in shown] == [False, True, False]


@each_engine
def test_a_note_stands_on_the_page_of_its_mark_in_text_and_in_a_table(engine: str) -> None:
    opening = pages(layout(engine=engine).pdf)[layout(engine=engine).pages["kernboodschap"] - 1]
    assert "1 Gemeten volgens" in opening
    assert "2 De bijlagen gaan" in opening
    assert (
        "3 Alleen volledige"
        in pages(layout(engine=engine).pdf)[layout(engine=engine).pages["voortgang-cijfers"] - 1]
    )


LONG_WORDS = (
    "De samenwerkingsovereenkomst tussen de gemeenten verplicht de portefeuillehouders om halfjaarlijks "
    "verantwoording af te leggen over de arbeidsmarktontwikkelingen, de bereikbaarheidsagenda en de "
    "woningbouwopgave."
)


@each_engine
def test_a_note_mark_stays_on_the_line_of_its_word(engine: str) -> None:
    for width in range(1, 9):
        noted = Paragraph(
            (Text("x" * width + " " + LONG_WORDS), Footnote(text("Noot."), 1), Text(" Verder."))
        )
        with pypdfium2.PdfDocument(laid_out(noted, engine=engine).pdf) as shown:
            textpage = shown[0].get_textpage()
            found = textpage.get_text_range()
            stop = found.index(".")
            full_stop, mark = textpage.get_charbox(stop), textpage.get_charbox(found.index("1", stop))
        assert 0 <= mark[1] - full_stop[1] < 6, f"the mark stands {full_stop[1] - mark[1]:.0f} points lower"


@each_engine
def test_a_line_before_an_inline_element_is_filled(engine: str) -> None:
    for width in range(9):
        start = Text("x" * width + " " + LONG_WORDS + " ")
        pdf = laid_out(
            Paragraph((start, Emphasis(text("onderstreept")), Text(" verder."))), engine=engine
        ).pdf
        with pypdfium2.PdfDocument(pdf) as shown:
            lines = re.split("(?<=\ufffe)|\r\n", shown[0].get_textpage().get_text_range())
        assert [line for line in lines if line.endswith("\ufffe") and len(line) < 40] == []


@each_engine
def test_a_numbered_list_begins_where_it_says(engine: str) -> None:
    page = pages(
        laid_out(List((item(paragraph("derde")), item(paragraph("vierde"))), True, 3), engine=engine).pdf
    )[0]
    assert re.findall(r"\d\. ", page) == ["3. ", "4. "]


@each_engine
@pytest.mark.parametrize("landscape", [False, True])
def test_each_caption_of_a_pair_stands_directly_below_its_own_picture(landscape: bool, engine: str) -> None:
    images = {
        "hoog": Image("image/png", png(900, 600), 900, 600),
        "laag": Image("image/png", png(900, 90), 900, 90),
    }
    pair = FigurePair(
        Figure("hoog", "Hoog.", text("Hoog"), id="hoog", number=1),
        Figure("laag", "Laag.", text("Laag"), id="laag", number=2),
    )
    blocks = Landscape((pair,)) if landscape else pair
    page = pypdfium2.PdfDocument(laid_out(blocks, images=images, engine=engine).pdf)[0].get_textpage()
    tops = []
    for words in ("Figuur 1", "Figuur 2"):
        index, count = page.search(words).get_next() or (0, 0)
        tops.append(page.get_charbox(index)[3] if count else 0)
    wide = (on_its_side if landscape else portrait)(STYLE).block_width(half=True)
    assert tops[1] - tops[0] == pytest.approx(wide * (600 - 90) / 900, abs=0.5)


def at(layout: Layout, words: str) -> tuple[float, float]:
    """Where the first letter of these words stands on the first page: from the left and from below."""
    page = pypdfium2.PdfDocument(layout.pdf)[0].get_textpage()
    found = page.search(words).get_next()
    assert found, words
    left, below, _, _ = page.get_charbox(found[0], loose=True)
    return left, below


@each_engine
def test_terms_and_values_stand_in_two_columns_a_row_each(engine: str) -> None:
    value = "Een waarde die lang is, maar op de regel past"
    rows = tuple(MetadataRow(text(term), text(f"{value} bij {term}")) for term in ("Aap", "Noot", "Mies"))
    made = laid_out(Metadata(rows), paragraph("Daarna."), engine=engine)
    margin, below = at(made, "Daarna")
    for term in ("Mies", "Noot", "Aap"):
        left, line = at(made, term)
        assert left == pytest.approx(margin, abs=1)
        assert at(made, f"{value} bij {term}") == pytest.approx((left + 48 / 25.4 * 72, line), abs=1)
        assert below < line < below + 50
        below = line


@each_engine
def test_two_who_sign_stand_beside_each_other(engine: str) -> None:
    made = laid_out(
        Signatures(
            text("Burgemeester en wethouders,"),
            (Signatory("Eerste", "burgemeester"), Signatory("Tweede", "gemeentesecretaris")),
        ),
        engine=engine,
    )
    margin, _ = at(made, "Burgemeester en")
    left, line = at(made, "Eerste")
    right, other_line = at(made, "Tweede")
    assert left == pytest.approx(margin, abs=1)
    assert line == pytest.approx(other_line, abs=0.5)
    assert right > left + 150


LINES = tuple(
    paragraph(f"Onderdeel {number} is een lange zin." + " En zo voort tot de regel vol is." * 5)
    for number in range(4)
)
LISTED = List(tuple(item(line) for line in LINES))
BELOW = {
    "list": LISTED,
    "numbered": List(LISTED.items, ordered=True),
    "box": Kader(text("Onderdeel 0"), LINES),
    "quote": Quote((LISTED,)),
}


@pytest.mark.slow
@each_engine
@pytest.mark.parametrize("block", BELOW.values(), ids=BELOW)
def test_a_heading_stays_with_what_is_below_it_wherever_the_page_ends(block: Block, engine: str) -> None:
    above = (Heading(level, text("Kop"), f"kop-{level}") for level in range(1, 4))
    heading = (*above, Heading(4, text("Kop hierboven"), id="kop"))
    for lines in range(20, 32):
        filler = tuple(paragraph("Regel.") for _ in range(lines))
        for page in pages(laid_out(*heading[:3], *filler, heading[3], block, engine=engine).pdf):
            assert ("Kop hierboven" in page) == ("Onderdeel 0" in page), lines


@pytest.mark.slow
@each_engine
def test_what_leads_to_a_text_stands_above_it_wherever_the_page_ends(engine: str) -> None:
    leading = tuple(Paragraph(text(words), "intro") for words in ("Wethouder hierboven", "Contact hierboven"))
    above: tuple[Block, ...] = (Heading(1, text("Kop"), "kop"), *leading, LINES[0])
    for lines in range(14, 32):
        filler = (paragraph("Regel.") for _ in range(lines))
        for page in pages(laid_out(*filler, *above, engine=engine).pdf):
            assert ("Wethouder hierboven" in page) == ("Onderdeel 0" in page), lines


def rows(count: int) -> Table:
    head = Row((Cell(text("Onderwerp"), header=True), Cell(text("Hoeveel"), header=True)))
    return Table(
        (head,),
        tuple(Row((Cell(text(f"rij {at}.")), Cell(text("1")))) for at in range(count)),
        text("Lijst"),
        number=1,
    )


@each_engine
def test_the_head_of_a_table_comes_back_on_each_page(engine: str) -> None:
    found = pages(laid_out(rows(90), engine=engine).pdf)
    assert len(found) > 1
    assert [page.count("Hoeveel") for page in found] == [1] * len(found)


@each_engine
def test_a_head_that_leads_elsewhere_stands_above_a_table_of_several_pages(engine: str) -> None:
    table = rows(90)
    (head,) = table.head
    link = Link(text("Hoeveel"), "https://example.org/")
    linked = replace(head, cells=(*head.cells[:-1], replace(head.cells[-1], content=(Emphasis((link,)),))))
    found = pages(laid_out(replace(table, head=(linked,)), engine=engine).pdf)
    assert len(found) > 1
    assert "Hoeveel" in found[0]


@each_engine
def test_a_caption_stays_with_the_first_rows_wherever_the_page_ends(engine: str) -> None:
    for lines in range(30, 44, 2):
        filler = tuple(paragraph("Regel.") for _ in range(lines))
        for page in pages(laid_out(*filler, rows(30), engine=engine).pdf):
            assert ("Tabel 1" in page) == ("rij 0." in page), lines


@each_engine
def test_pages_are_labelled_with_their_numbers(engine: str) -> None:
    with pikepdf.open(BytesIO(layout(engine=engine).pdf)) as opened_pdf:
        assert [page.label for page in opened_pdf.pages][:3] == ["1", "2", "3"]


# --- tags and metadata -----------------------------------------------------------------------


@cache
def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(parent: pikepdf.Object | None = None, engine: str = DEFAULT) -> Iterator[pikepdf.Object]:
    """Every structure element of the paper with everything in it."""
    for kid in kids(parent or opened(layout(engine=engine).pdf).Root.StructTreeRoot):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


@each_engine
def test_alternative_texts_stand_in_the_tags_and_decoration_does_not(engine: str) -> None:
    figures = [element for element in elements(engine=engine) if element.S == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == document_descriptions(everything())


def test_header_cells_tell_whether_they_are_about_a_column_or_a_row() -> None:
    scopes = Counter(str(element.A.Scope) for element in elements() if element.S == "/TH")
    assert scopes == {"/Column": 7, "/Row": 6}


@each_engine
def test_items_hold_nothing_but_label_and_body(engine: str) -> None:
    inside = {
        str(kid.S) for element in elements(engine=engine) if element.S == "/LI" for kid in kids(element)
    }
    assert inside == {"/Lbl", "/LBody"}


@each_engine
def test_what_is_outside_the_tags_is_an_artifact(engine: str) -> None:
    tagged: dict[int, set[int]] = {}
    for element in elements(engine=engine):
        marks = {int(kid) for kid in kids(element) if isinstance(kid, int)}
        if marks:
            tagged.setdefault(int(element.Pg.StructParents), set()).update(marks)
    for page in opened(layout(engine=engine).pdf).pages:
        content = page.Contents.read_bytes()
        assert {int(mark) for mark in re.findall(rb"/MCID (\d+)", content)} == tagged[
            int(page.obj.StructParents)
        ]
        assert re.search(rb"/Artifact ?<<", content)


@each_engine
def test_a_link_is_one_annotation_that_prints_and_says_where_it_goes(engine: str) -> None:
    pages = opened(layout(engine=engine).pdf).pages
    annotations = [annotation for page in pages for annotation in page.get("/Annots", pikepdf.Array())]
    names = [str(annotation.Contents) for annotation in annotations]
    assert names.count("1A.1 Besturen in de regio") == 1
    assert "Figuur 1: Aanvragen in twee halfjaren" in names
    assert "https://example.org/regio?jaar=2021&deel=2" in names
    assert {int(annotation.F) for annotation in annotations} == {4}


@each_engine
def test_the_metadata_name_both_standards_and_date_from_the_content(engine: str) -> None:
    pdf = opened(layout(engine=engine).pdf)
    with pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["dc:title"], metadata["xmp:CreateDate"][:10]) == (META.title, "2022-01-10")
    assert str(pdf.docinfo.CreationDate).startswith("D:20220110")
    assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("nl-NL", True)


# --- nothing from outside --------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "file:///etc/hostname", "data:image/png;base64,AA"]
)
def test_a_picture_from_elsewhere_is_refused(address: str) -> None:
    images = svg(f'<image width="9" height="9" href="{address}"/>')
    with pytest.raises(LayoutError, match=re.escape(address.split(":")[0])):
        laid_out(Figure("beeld", "Een beeld."), images=images)


@each_engine
def test_a_picture_that_the_document_does_not_hold_is_refused(engine: str) -> None:
    with pytest.raises(LayoutError, match="afbeelding:weg"):
        laid_out(Figure("weg", "Een beeld."), engine=engine)


@each_engine
def test_a_key_with_any_character_finds_its_picture(engine: str) -> None:
    (image,) = svg('<rect width="9" height="9"/>').values()
    laid_out(Figure('a b/ü%20"&.svg', "Een beeld."), images={'a b/ü%20"&.svg': image}, engine=engine)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """What hears all who ask for something of the network, also those that are no Python."""
    with socket.create_server(("127.0.0.1", 0)) as heard:
        heard.settimeout(0)
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{heard.getsockname()[1]}")
        yield heard


@each_engine
def test_the_layout_asks_nothing_of_the_network(world: socket.socket, engine: str) -> None:
    laid_out(Paragraph((Link(text("site"), "https://example.org/"),)), engine=engine)
    with pytest.raises(BlockingIOError):
        world.accept()


def test_what_the_engine_complains_about_ends_the_layout() -> None:
    with pytest.raises(LayoutError, match="colour"):
        laid_out(paragraph("x"), css="p { colour: red }")


def test_a_style_that_the_engine_cannot_lay_out_is_told_with_where_to_look() -> None:
    css = ".ondertekening li { display: list-item } .ondertekening ul > li::marker { content: '-' }"
    with pytest.raises(LayoutError, match=r"^de opmaak loopt vast: TypeError: ") as told:
        laid_out(Signatures(text("Het college,"), (Signatory("B. Voorbeeld", "burgemeester"),)), css=css)
    assert "eigen stijl" in told.value.hint


# --- letters ---------------------------------------------------------------------------------


@each_engine
def test_a_character_that_the_font_lacks_ends_the_layout(engine: str) -> None:
    with pytest.raises(LayoutError, match="☃"):
        laid_out(Paragraph(text("Sneeuw: ☃")), engine=engine)


@each_engine
def test_accents_spaces_and_format_characters_need_no_glyph_of_their_own(engine: str) -> None:
    laid_out(Paragraph(text("e\u0301e\u0308n\u00a01\u202f000\u2009m\u00ad\u200b\u2060 €")), engine=engine)


# --- the same bytes --------------------------------------------------------------------------

_SCRIPT = """
import hashlib
from engines import NAMES
from laid_out import layout
for engine in NAMES:
    print(hashlib.sha256(layout(concept=True, engine=engine).pdf).hexdigest())
"""


@pytest.mark.slow
def test_the_bytes_depend_on_no_hash_seed_locale_clock_zone_or_installed_font(tmp_path: Path) -> None:
    fonts = tmp_path / ".fonts"
    fonts.mkdir()
    for face in house().faces:
        shutil.copy(face.path, fonts / f"andere-{face.path.name}")
    source = ROOT / "src"
    path = os.pathsep.join([str(source), str(TESTS)])
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "HOME": str(tmp_path)}
    printed = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": path, **elsewhere},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    made = [layout(concept=True, engine=engine).pdf for engine in NAMES]
    assert printed.split() == [hashlib.sha256(pdf).hexdigest() for pdf in made]
