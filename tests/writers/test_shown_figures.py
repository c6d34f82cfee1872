"""What a figure shows is found: the words of our own drawings and charts, and the figure by its place."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from documents import png
from engines import each_engine
from laid_out import laid_out
from lxml import etree
from papers import PAPERS, made
from tag_tree import elements

from rapportage.document import Figure, Heading, Image, Landscape
from rapportage.inlines import Text

BIJLAGE = next(paper for paper in PAPERS if paper.root.name == "klein" and paper.name == "bijlage")


@each_engine
def test_the_words_of_every_drawing_and_chart_are_found_in_the_pdf(engine: str) -> None:
    document, _, layout = made(BIJLAGE, engine)
    with pypdfium2.PdfDocument(layout.pdf) as shown:
        found = "".join(page.get_textpage().get_text_range() for page in shown)
    drawn = [image.worded for image in document.images.values() if image.worded]
    words = [text for svg in drawn for text in etree.fromstring(svg).iter("{*}text")]
    assert len(drawn) > 1
    assert [
        one for one in ("".join(map(str, text.itertext())).strip() for text in words) if one not in found
    ] == []


@each_engine
def test_narrow_letters_of_a_wide_drawing_are_found_too(engine: str) -> None:
    """PDFium leaves out letters that take less than a hundredth of a form's own unit."""
    words = "Uitwerking, het jij en til"
    text = f'<text x="9" y="30" font-size="9" font-family="Source Sans Pro">{words}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="60">{text}</svg>'.encode()
    image = Image("image/svg+xml", svg, 480, 60, worded=svg)
    pdf = laid_out(Figure("beeld", "Woorden", (Text("Woorden"),)), images={"beeld": image}, engine=engine).pdf
    with pypdfium2.PdfDocument(pdf) as shown:
        assert words in shown[0].get_textpage().get_text_range()


@each_engine
def test_their_letters_are_those_of_the_house_font(engine: str) -> None:
    with pikepdf.open(BytesIO(made(BIJLAGE, engine).layout.pdf)) as opened:
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one]
        names = {str(font.BaseFont).partition("+")[2].replace("-", "") for font in fonts}
    assert names
    assert all(name.startswith("SourceSansPro") for name in names)


DRAWING = Image(
    "image/svg+xml",
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 60L20 0L90 60Z"/></svg>',
    90,
    60,
)
PHOTO = Image("image/png", png(90, 60), 90, 60)


@each_engine
@pytest.mark.parametrize("image", [DRAWING, PHOTO], ids=["drawing", "photo"])
def test_a_figure_has_one_picture_in_its_place_that_hides_nothing(image: Image, engine: str) -> None:
    """Chromium tells alternative texts of pictures only."""
    alt = "Een (scheve) driehoek >> die \\ hier BDC staat"
    figure = Figure("beeld", alt, (Text("Driehoek"),))
    blocks = (figure, Landscape((Heading(1, (Text("Kop"),), "kop"), figure)))
    pdf = laid_out(*blocks, images={"beeld": image}, engine=engine).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [one for one in elements(opened.Root.StructTreeRoot) if one.S == "/Figure"]
        assert [str(one.Alt) for one in found] == [alt, alt]
        boxes = [_box(one) for one in found]
    with pypdfium2.PdfDocument(pdf) as shown:
        pictures = [
            one.get_bounds()
            for page in shown
            for one in page.get_objects(max_depth=1)
            if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        ]
        left, below, right, _ = pictures[0]
        dots = shown[0].render(scale=1).to_pil().convert("L")
        middle = dots.getpixel(((left + right) / 2, dots.height - below - 4))
    assert pictures == [pytest.approx(box, abs=0.5) for box in boxes]
    assert middle < 128


def _box(figure: pikepdf.Object) -> tuple[float, ...]:
    given = figure.A if isinstance(figure.A, pikepdf.Array) else [figure.A]
    return tuple(map(float, next(one.BBox for one in given if "/BBox" in one)))
