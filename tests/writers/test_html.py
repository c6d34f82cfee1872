"""What the HTML and text writers promise."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

from documents import META, as_concept, everything, item, paragraph, text

from rapportage.document import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Heading,
    Kader,
    Landscape,
    List,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    Row,
    Signatory,
    Signatures,
    Table,
)
from rapportage.errors import Place
from rapportage.inlines import Emphasis, Footnote, Link, Reference, Text
from rapportage.writers.html import write_html
from rapportage.writers.text import write_text

XHTML = "{http://www.w3.org/1999/xhtml}"


def html(*blocks: Block) -> str:
    page = write_html(Document(META, blocks))
    return page[page.index("<body>\n") + 7 : page.index("\n</body>")]


def txt(*blocks: Block) -> str:
    return write_text(Document(META, blocks))


# --- HTML ------------------------------------------------------------------------------------


def test_the_page_is_well_formed_xml_that_is_dutch_and_has_a_title() -> None:
    root = ElementTree.fromstring(write_html(everything()))
    assert (root.tag, root.get("lang")) == (f"{XHTML}html", "nl-NL")
    assert root.findtext(f"{XHTML}head/{XHTML}title") == META.title


def test_no_element_that_holds_content_is_closed_in_itself() -> None:
    closed = set(re.findall(r"<(\w+)[^>]*/>", write_html(everything())))
    assert closed == {"br", "hr", "img", "meta"}


def test_what_the_document_says_about_itself_stands_in_the_head() -> None:
    page = write_html(as_concept(everything()), head_extra='<meta name="x" content="y"/>\n')
    head = page[: page.index("</head>")]
    assert '<meta name="author" content="Gemeente Kleinstad"/>' in head
    assert '<meta name="keywords" content="regio; voortgang; samenwerking"/>' in head
    assert '<meta name="date" content="2022-01-10"/>' in head
    assert '<meta name="status" content="concept"/>' in head
    assert head.endswith('<meta name="x" content="y"/>\n')


def test_characters_of_markup_stay_literal() -> None:
    nasty = "<b>&amp; \"x\" 'y' ]]> \r\n\t"
    root = ElementTree.fromstring(
        write_html(Document(META, (Paragraph(text(nasty)), Figure("a&b", nasty, text(nasty)))))
    )
    assert root.findtext(f".//{XHTML}p") == nasty
    assert root.findtext(f".//{XHTML}figcaption") == nasty
    image = root.find(f".//{XHTML}img")
    assert image is not None
    assert (image.get("src"), image.get("alt")) == ("afbeelding:a&b", nasty)


def test_where_a_block_came_from_is_not_written() -> None:
    placed = Paragraph(text("x"), place=Place("bijlage/governance.md", 12))
    assert html(placed) == "<p>x</p>"


def test_a_heading_carries_its_label() -> None:
    assert html(Heading(1, text("Voortgang"), "v", True, "1")) == (
        '<h1 id="v" class="genummerd"><span class="nummer">Deel 1</span> Voortgang</h1>'
    )
    assert html(Heading(2, text("Toelichting"), "t")) == '<h2 id="t">Toelichting</h2>'


def test_the_first_paragraph_of_an_item_stands_bare() -> None:
    inner = List((item(paragraph("c")),), ordered=True, start=3)
    assert html(List((item(paragraph("a"), paragraph("b"), inner),))) == (
        '<ul><li>a\n<p>b</p>\n<ol start="3"><li>c</li></ol></li></ul>'
    )


def test_a_table_with_a_source_is_wrapped_with_it() -> None:
    table = Table(
        head=(Row((Cell(text("Jaar"), True, colspan=2, align="rechts"),)),),
        body=(Row((Cell(text("2021"), True, rowspan=2), Cell(text("7")))),),
        caption=text("Cijfers"),
        source=text("Bron: ons"),
        id="cijfers",
        number=1,
    )
    assert html(table).replace("\n", "") == (
        '<div class="tabel"><table id="cijfers">'
        '<caption><span class="nummer">Tabel 1</span>: Cijfers</caption>'
        '<thead><tr><th scope="col" colspan="2" class="rechts">Jaar</th></tr></thead>'
        '<tbody><tr><th scope="row" rowspan="2">2021</th><td>7</td></tr></tbody></table>'
        '<p class="bron">Bron: ons</p></div>'
    )


def test_a_figure_that_decorates_has_an_empty_alternative_text_and_no_caption() -> None:
    assert html(Figure("sierlijn", "")) == '<figure><img src="afbeelding:sierlijn" alt=""/></figure>'


def test_notes_links_and_references_are_told_apart() -> None:
    content = (
        Link(text("site"), "https://example.org/?a=1&b=2"),
        Reference("kaart", "figuur 2"),
        Footnote(text("noot"), 4),
    )
    assert html(Paragraph(content, "slot")) == (
        '<p class="slot"><a href="https://example.org/?a=1&amp;b=2">site</a>'
        '<a class="verwijzing" href="#kaart">figuur 2</a>'
        '<span class="voetnoot" data-nummer="4">noot</span></p>'
    )


def test_contents_signatures_and_metadata_have_their_own_forms() -> None:
    contents = Contents(text("Inhoud"), 2, (ContentsEntry(1, "Deel 1", text("Voortgang"), "v"),))
    assert html(contents).replace("\n", "") == (
        '<nav class="inhoud" data-diepte="2"><p class="inhoudstitel">Inhoud</p>'
        '<ol><li data-niveau="1"><a href="#v">'
        '<span class="nummer">Deel 1</span> Voortgang</a></li></ol></nav>'
    )
    assert html(Signatures(text("Het college"), (Signatory("N. N.", "griffier"),))).replace("\n", "") == (
        '<section class="ondertekening"><p class="afsluiting">Het college</p>'
        '<ul><li><span class="naam">N. N.</span> <span class="functie">griffier</span></li></ul></section>'
    )
    assert html(Metadata((MetadataRow(text("Onderwerp"), text("Water")),))) == (
        '<dl class="metagegevens"><dt>Onderwerp</dt><dd>Water</dd></dl>'
    )


# --- text ------------------------------------------------------------------------------------


def test_text_shows_headings_with_label_and_captions_with_label() -> None:
    assert txt(Heading(2, text("Bestuur"), "b", True, "1A")) == "## 1A Bestuur\n"
    assert txt(Figure("k", "Een kaart.", text("Kaart"), text("Bron: ons"), "k", 2)) == (
        "[afbeelding: Een kaart.]\nFiguur 2: Kaart\nBron: ons\n"
    )


def test_text_puts_notes_after_the_block_of_their_mark() -> None:
    noted = Paragraph((Text("Zie hier"), Footnote((Text("De "), Emphasis(text("noot"))), 3), Text(".")))
    assert txt(noted, paragraph("Verder.")) == "Zie hier[3].\n[3] De noot\n\nVerder.\n"


def test_text_marks_items_by_their_depth() -> None:
    deepest = List((item(paragraph("diep")),), ordered=True)
    middle = List((item(paragraph("midden"), deepest),), ordered=True, start=2)
    assert txt(List((item(paragraph("boven"), paragraph("nog"), middle),), ordered=True, start=9)) == (
        "9. boven\n   nog\n   b. midden\n      i. diep\n"
    )


def test_text_parts_cells_and_indents_boxes() -> None:
    row = Row((Cell(text("a"), True), Cell(text("b"))))
    assert txt(Table((), (row, row))) == "a | b\na | b\n"
    assert txt(Kader(text("Kop"), (paragraph("In het kader."),))) == "Kop\n   In het kader.\n"


def test_text_shows_page_breaks_and_what_stands_on_landscape_pages() -> None:
    assert txt(PageBreak(), Landscape((paragraph("breed"),))) == "---\n\nbreed\n"


def test_text_tells_nothing_of_looks() -> None:
    assert write_text(everything()) == write_text(as_concept(everything()))
    assert write_text(everything()) == write_text(replace(everything(), images={}))
