"""By its tags alone, the PDF says the words as written: every space, no added hyphen, the Document's order."""

from __future__ import annotations

from io import BytesIO

import engines
import pikepdf
import pytest
from documents import META, everything, item, paragraph, text
from engines import Layout, each_engine
from laid_out import layout
from papers import PAPERS, Paper, made
from seen import pdf_words
from spoken import spoken, written
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.document import Block, Document, List, ListItem, Paragraph, Signatory, Signatures
from rapportage.inlines import Emphasis, Footnote, LineBreak, Link, Strong, Text

HYPHENATED = "\ufffe"
"""What PDFium says for a hyphen at a line's end, whoever put it there."""
LONG = "De samenwerkingsovereenkomst beschrijft verantwoordelijkheden van de gemeenteraadsleden. "


def laid_out(*blocks: Block, css: str = "", engine: str = engines.DEFAULT) -> tuple[Document, Layout]:
    document = resolve(Document(META, blocks))
    return document, engines.lay_out(document, STYLE, engine, css)


def said(engine: str, *blocks: Block) -> list[str]:
    return spoken(laid_out(*blocks, engine=engine)[1])[0]


@each_engine
@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_paper_says_its_words_as_written_and_in_order(paper: Paper, engine: str) -> None:
    document, _, made_of_it = made(paper, engine)
    assert spoken(made_of_it) == written(document, made_of_it)


@each_engine
def test_the_paper_that_uses_everything_says_its_words_as_written_and_in_order(engine: str) -> None:
    assert spoken(layout(engine=engine)) == written(everything(), layout(engine=engine))


# --- spaces ----------------------------------------------------------------------------------

BETWEEN = {
    "a line's end": (Text("Een zin die langer is dan een regel breed is. " * 4),),
    "words in bold and in italics": (Strong(text("vet")), Text(" "), Emphasis(text("schuin"))),
    "a word and a link": (Text("zie "), Link(text("de site"), "https://www.example.org/"), Text(" van ons")),
    "a mark of a note and the next line": (
        Text("De gemeente werkt in de regio samen met alle buren, ook met de kleine.".ljust(76, "x")),
        Footnote(text("Noot.")),
        Text(" Dat gaat goed."),
    ),
    "a no-break space of its own": (Strong(text("€")), Text("\u00a0100 en "), Emphasis(text("5\u00a0euro"))),
    "a soft hyphen alone": (Text("een "), Emphasis(text("\u00ad")), Text("regel")),
    "a forced line end": (Text("Gemeentehuis"), LineBreak(), Text("Raadhuisstraat")),
}


@each_engine
@pytest.mark.parametrize("where", BETWEEN)
def test_a_space_stands_between_words_at(where: str, engine: str) -> None:
    document, made_of_it = laid_out(Paragraph(BETWEEN[where]), engine=engine)
    assert spoken(made_of_it) == written(document, made_of_it)


@each_engine
def test_no_space_is_added_where_a_line_breaks_in_a_word(engine: str) -> None:
    (words,) = said(
        engine, paragraph("op regionaal- en samenwerkings/overlegniveau of investeringsagenda-achtig " * 6)
    )
    assert words == ("op regionaal- en samenwerkings/overlegniveau of investeringsagenda-achtig " * 6).strip()


@each_engine
def test_the_office_stands_apart_from_the_name(engine: str) -> None:
    assert said(engine, Signatures(text("Het college,"), (Signatory("B. Voorbeeld", "burgemeester"),))) == [
        "Het college,",
        "B. Voorbeeld burgemeester",
    ]


def test_a_space_is_kept_in_a_style_that_changes_letters() -> None:
    document, made_of_it = laid_out(paragraph(LONG * 4), css="p { text-transform: uppercase }")
    assert spoken(made_of_it)[0] == [words.upper() for words in written(document, made_of_it)[0]]


# --- hyphens ---------------------------------------------------------------------------------


def test_an_added_hyphen_stands_for_a_soft_one_and_a_written_one_for_itself() -> None:
    _, made_of_it = laid_out(paragraph(LONG * 12 + "Zie de crisis- en herstelaanpak."))
    with pikepdf.open(BytesIO(made_of_it.pdf)) as opened:
        contents = [page.Contents.read_bytes() for page in opened.pages]
    added = sum(content.count(b"/Span <</ActualText <FEFF00AD>>> BDC") for content in contents)
    assert added == pdf_words(made_of_it).count(HYPHENATED) > 3
    assert spoken(made_of_it)[0] == [LONG * 12 + "Zie de crisis- en herstelaanpak."]


def test_a_style_cannot_choose_another_hyphen() -> None:
    css = 'p { hyphenate-character: "-" }'
    _, made_of_it = laid_out(paragraph(LONG * 12), css=css)
    assert spoken(made_of_it)[0] == [(LONG * 12).strip()]


# --- order -----------------------------------------------------------------------------------


@each_engine
def test_what_stands_below_a_list_in_an_item_is_read_after_it_and_keeps_its_note(engine: str) -> None:
    def noted(words: str) -> Paragraph:
        return Paragraph((Text(words), Footnote(text(f"noot bij {words}"))))

    inner = List((item(noted("twee")), item(paragraph("drie"))))
    outer = List((ListItem((noted("een"), inner, noted("vier"))), item(noted("vijf"))))
    _, made_of_it = laid_out(outer, engine=engine)
    assert spoken(made_of_it) == (
        ["een", "twee", "drie", "vier", "vijf"],
        ["noot bij een", "noot bij twee", "noot bij vier", "noot bij vijf"],
    )
