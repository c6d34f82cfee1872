"""The last line of a paragraph is no scrap, lists do not part at their first or last item."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pypdfium2
import pytest
from documents import META, item, paragraph, text
from engines import DEFAULT, Layout, each_engine, lay_out
from papers import PAPERS, Paper, made
from spoken import spoken
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.document import Block, Document, Landscape, List, Paragraph
from rapportage.inlines import Footnote, Inlines, Link, Strong, Text
from rapportage.writers.pdf.unbroken import hold_last_words, hold_whole

HYPHENATED = "\ufffe"
"""What PDFium says for a hyphen at a line's end, without a new line."""
FILLER = "De gemeenten werken in de regio aan vijf opgaven en leggen daarover verantwoording af aan de raad. "


def laid_out(*blocks: Block, css: str = "", engine: str = DEFAULT) -> Layout:
    return lay_out(resolve(Document(META, blocks)), STYLE, engine, css)


def pages(made: Layout) -> list[list[str]]:
    """The lines of each page, without header and footer."""
    with pypdfium2.PdfDocument(made.pdf) as opened:
        shown = [page.get_textpage().get_text_range() for page in opened]
    lines = [words.replace(HYPHENATED, f"{HYPHENATED}\n").splitlines() for words in shown]
    return [
        [line.strip(" \u00a0•") for line in page if not line.startswith("Voortgang Regio")] for page in lines
    ]


# --- last words ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "held"),
    [
        ("<p>De raad besluit over de verantwoordelijkheden.</p>", "verantwoordelijkheden."),
        ("<p>De raad neemt het besluit over in mei.</p>", "in mei."),
        ("<p>De bijdrage bedraagt €\u00a05.</p>", "bedraagt €\u00a05."),
        ("<p>De bijdrage bedraagt in totaal €\u00a0110.500.000.</p>", "€\u00a0110.500.000."),
        ("<p>Zie ook <a>de site van Regio Zwolle</a></p>", "Regio Zwolle"),
        ("<p>Zie <a>de site</a> voor alle gegevens.</p>", "alle gegevens."),
        ("<p>Zij overlegt met netwerkpartners daarvan.</p>", None),  # both would leave a dent above them
        ("<p>Zij leiden tot maatschappelijke vernieuwing.</p>", "vernieuwing."),
        ("<p>Zie <strong>alles</strong> hier.</p>", None),  # nothing to break, and bold words stay bold
        ("<p>Ja.</p>", None),
        ("<p/>", None),
        ("<p>Lees https://www.example.org/een/heel/lang/adres</p>", None),
        ("<ul><li>de samenwerkingsovereenkomst;<ul><li>diep</li></ul></li></ul>", None),
        ("<p>Een noot<a:noot>met woorden erin</a:noot></p>".replace("a:noot", "noot"), None),
    ],
)
def test_the_last_words_are_held_together(markup: str, held: str | None) -> None:
    root = ElementTree.fromstring(f"<body>{markup}</body>")
    words = "".join(root.itertext())
    hold_last_words(root)
    assert "".join(root.itertext()) == words
    found = [one.text for one in root.iter() if one.get("class") == "bijeen"]
    assert found == ([held] if held else [])


@pytest.mark.parametrize(
    ("markup", "held"),
    [
        ("<p>Op 24 januari 2022 en 1 mei is er raad.</p>", ["24 januari", "1 mei"]),
        ("<p>1 maart <em>of 12 april</em> of 3 juni</p>", ["1 maart", "12 april", "3 juni"]),
        ("<p>in januari 2022, punt 124 mei, 5 meisjes</p>", []),
        ("<p>punt 1 t/m 5, bij 50 km/u en/of 5 m/s</p>", ["t/m", "km/u", "m/s"]),
    ],
)
def test_days_are_held_together_with_their_month_and_what_has_a_stroke(markup: str, held: list[str]) -> None:
    root = ElementTree.fromstring(f"<body>{markup}</body>")
    words = "".join(root.itertext())
    hold_whole(root)
    assert "".join(root.itertext()) == words
    assert [one.text for one in root.iter() if one.get("class") == "bijeen"] == held


def scraps(css: str = "") -> int:
    """How many last lines are half a word or one short word, in columns of many widths."""
    found = 0
    ends = (
        "De raad besluit over de samenwerkingsovereenkomst.",
        "Daarover besluit de hele raad in mei vast.",
    )
    for end in ends:
        for width in range(70, 130, 3):
            made = laid_out(paragraph(FILLER + end), css=f"p {{ width: {width}mm }} {css}")
            *_, before, last = pages(made)[0]
            found += " " not in last and (before.endswith(HYPHENATED) or len(last) < 9)
            assert spoken(made)[0] == [FILLER + end]
    return found


@pytest.mark.slow
def test_no_last_line_is_half_a_word_or_one_short_word() -> None:
    assert scraps() == 0
    assert scraps(".bijeen { white-space: normal !important }") > 3  # or this test could not fail


@each_engine
def test_a_paragraph_that_ends_in_bold_a_link_or_a_note_keeps_its_words(engine: str) -> None:
    blocks = [
        Paragraph((Text(FILLER + "Alles staat in "), Strong(text("de samenwerkingsovereenkomst")))),
        Paragraph(
            (Text(FILLER + "Alles staat op "), Link(text("de site van de regio"), "https://a.example/"))
        ),
        Paragraph((Text(FILLER + "Alles staat in een noot"), Footnote(text("Een noot van belang.")))),
    ]
    assert spoken(laid_out(*blocks, engine=engine))[0] == [
        FILLER + "Alles staat in de samenwerkingsovereenkomst",
        FILLER + "Alles staat op de site van de regio",
        FILLER + "Alles staat in een noot",
    ]


AMOUNT = "€\u00a0110.500.000"


@pytest.mark.parametrize(
    "words",
    [
        text(f"{FILLER}Er is een subsidie van {AMOUNT}."),
        (Text(f"{FILLER}Er is een subsidie van €\u00a0"), Strong(text("110.500")), Text(".")),
        (Strong(text(f"{FILLER}Er is een subsidie van €\u00a0")), Text("110.500.")),
        (Strong(text(f"{FILLER}Er is een subsidie van {AMOUNT}.")),),
        (Text(f"{FILLER}Er is een subsidie van 55\u00a0"), Strong(text("eenheden")), Text(" en meer.")),
    ],
)
def test_a_line_goes_on_to_its_measure_before_words_behind_a_no_break_space(words: Inlines) -> None:
    """A word stood alone on its line, cut off by a hyphen, where an element begins behind such a space."""
    for width in (74, 110):
        *lines, _ = pages(laid_out(Paragraph(words), css=f"p {{ width: {width}mm }}"))[0]
        assert min(map(len, lines)) > 0.6 * max(map(len, lines)), (width, lines)


# --- pages -----------------------------------------------------------------------------------


@each_engine
@pytest.mark.parametrize("before", range(28, 40))
def test_neither_the_first_nor_the_last_of_many_items_stands_alone_on_a_page(
    before: int, engine: str
) -> None:
    points = List(tuple(item(paragraph(f"punt {number}")) for number in range(5)))
    found = pages(
        laid_out(
            *(paragraph("Een regel.") for _ in range(before)),
            paragraph("Dit zijn ze:"),
            points,
            engine=engine,
        )
    )
    shares = [[line for line in page if line.startswith(("punt", "Dit"))] for page in found]
    items = [sum(line.startswith("punt") for line in share) for share in shares if share]
    assert 1 not in items
    assert all("Dit zijn ze:" not in share or len(share) > 1 for share in shares)


@each_engine
def test_what_follows_a_landscape_page_begins_at_the_top(engine: str) -> None:
    def top(made: Layout, number: int, words: str) -> float:
        with pypdfium2.PdfDocument(made.pdf) as opened:
            page = opened[number].get_textpage()
            return float(page.get_charbox(page.get_text_range().index(words))[3])

    turned = laid_out(Landscape((paragraph("Liggend."),)), List((item(paragraph("Staand.")),)), engine=engine)
    plain = laid_out(List((item(paragraph("Staand.")),)), engine=engine)
    assert top(turned, 1, "Staand.") == pytest.approx(top(plain, 0, "Staand."), abs=0.5)


# --- the papers here -------------------------------------------------------------------------


@each_engine
@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_paper_has_no_ladder_of_hyphens_and_lines_of_a_readable_length(paper: Paper, engine: str) -> None:
    with pypdfium2.PdfDocument(made(paper, engine=engine).layout.pdf) as opened:
        shown = [page.get_textpage().get_text_range() for page in opened]
    assert not any(re.search(f"(?:{HYPHENATED}[^\r\n]*){{3}}", words) for words in shown)
    lines = [line for words in shown for line in re.split(f"[\r\n{HYPHENATED}]+", words)]
    full = [len(line) for line in lines if 60 < len(line) < 110 and " . " not in line]
    assert len(full) < 5 or sum(full) / len(full) <= 76
