"""By its tags alone, the PDF says the words as written: every space, no added hyphen, the Document's order."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from documents import META, everything, item, paragraph, text
from laid_out import STYLESHEET, layout
from papers import PAPERS, Paper, made
from seen import pdf_words
from spoken import spoken, written
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.document import (
    Block,
    Document,
    Emphasis,
    Footnote,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Signatory,
    Signatures,
    Strong,
    Text,
)
from rapportage.writers.pdf.layout import Layout, lay_out

HYPHENATED = "\ufffe"
"""What PDFium says for a hyphen at a line's end, whoever put it there."""
LONG = "De samenwerkingsovereenkomst beschrijft verantwoordelijkheden van de gemeenteraadsleden. "


def laid_out(*blocks: Block, css: str = "") -> tuple[Document, Layout]:
    document = resolve(Document(META, blocks))
    return document, lay_out(document, STYLE, STYLESHEET + css)


def said(*blocks: Block) -> list[str]:
    return spoken(laid_out(*blocks)[1])[0]


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_paper_says_its_words_as_written_and_in_order(paper: Paper) -> None:
    document, _, made_of_it = made(paper)
    assert spoken(made_of_it) == written(document, made_of_it)


def test_the_paper_that_uses_everything_says_its_words_as_written_and_in_order() -> None:
    assert spoken(layout()) == written(everything(), layout())


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


@pytest.mark.parametrize("where", BETWEEN)
def test_a_space_stands_between_words_at(where: str) -> None:
    document, made_of_it = laid_out(Paragraph(BETWEEN[where]))
    assert spoken(made_of_it) == written(document, made_of_it)


def test_no_space_is_added_where_a_line_breaks_in_a_word() -> None:
    (words,) = said(
        paragraph("op regionaal- en samenwerkings/overlegniveau of investeringsagenda-achtig " * 6)
    )
    assert words == ("op regionaal- en samenwerkings/overlegniveau of investeringsagenda-achtig " * 6).strip()


def test_the_office_stands_apart_from_the_name() -> None:
    assert said(Signatures(text("Het college,"), (Signatory("B. Voorbeeld", "burgemeester"),))) == [
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


def test_what_stands_below_a_list_in_an_item_is_read_after_it_and_keeps_its_note() -> None:
    def noted(words: str) -> Paragraph:
        return Paragraph((Text(words), Footnote(text(f"noot bij {words}"))))

    inner = List((item(noted("twee")), item(paragraph("drie"))))
    _, made_of_it = laid_out(List((ListItem((noted("een"), inner, noted("vier"))), item(noted("vijf")))))
    assert spoken(made_of_it) == (
        ["een", "twee", "drie", "vier", "vijf"],
        ["noot bij een", "noot bij twee", "noot bij vier", "noot bij vijf"],
    )
