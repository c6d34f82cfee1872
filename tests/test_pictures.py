"""What a picture shows is the same in both formats: the page of the PDF is drawn and laid beside Word's picture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from documents import META
from docx.oxml.ns import qn
from engines import NAMES, each_engine, lay_out
from laid_out import style
from PIL import Image as Pillow
from PIL import ImageChops, ImageFilter, ImageStat
from word_files import parts, xml

from rapportage.build.check import check
from rapportage.cli import main
from rapportage.document import Document, Figure, Image, walk
from rapportage.errors import Place
from rapportage.figures.cache import user_cache
from rapportage.figures.images import read_image
from rapportage.figures.origin import Origin
from rapportage.figures.svg import svg_image
from rapportage.periode import parse_periode
from rapportage.style.lengths import MILLIMETRE
from rapportage.workspace import Workspace
from rapportage.writers.docx.document import write_docx

SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg {SPACES} width="300" height="150" viewBox="0 0 300 150" {{}}>{{}}</svg>'
WORDS = "words in the size of others"
GREEN, WHITE = (0, 170, 85), (255, 255, 255)


def svg(inside: str, root: str = "") -> bytes:
    return SVG.format(root, inside).encode()


SHAPES = {
    "a mask": svg(
        '<defs><mask id="m"><circle cx="75" cy="75" r="60" fill="#fff"/></mask></defs>'
        '<g mask="url(#m)"><rect width="150" height="150" fill="#0a5"/></g>'
    ),
    "a filter": svg(
        '<filter id="f"><feGaussianBlur stdDeviation="6"/></filter>'
        '<rect x="30" y="30" width="90" height="90" fill="#0a5" filter="url(#f)"/>'
    ),
    "a gradient along a line": svg(
        '<linearGradient id="g"><stop stop-color="#0a5"/><stop offset="1" stop-color="#fff"/></linearGradient>'
        '<path d="M20 20 H280 V130 H20 Z" fill="none" stroke="url(#g)" stroke-width="20"/>'
    ),
    WORDS: svg(
        "<style>.r{font-size:24px}.a{font-size:0.666664em}.b{font-size:1em}</style>"
        '<text x="10" y="40" class="a"><v:tab xmlns:v="http://schemas.microsoft.com/visio/2003/"/>Antwoord '
        '<tspan x="10" dy="1.2em" class="b">op vraag</tspan></text>',
        'class="r"',
    ),
    "words told in one style": svg('<text x="10" y="90" style="font: bold 40px sans-serif">Raad</text>'),
    "words raised": svg('<text x="10" y="90" font-size="50">m<tspan baseline-shift="super">2</tspan></text>'),
    "words on a line": svg(
        '<path id="p" d="M20 120 Q150 0 280 120" fill="none"/>'
        '<text font-size="24"><textPath xlink:href="#p">langs de rivier</textPath></text>'
    ),
    "a choice of languages": svg(
        '<switch><text systemLanguage="fr" y="90" font-size="50">non</text>'
        '<text y="90" font-size="50">ja</text></switch>'
    ),
    "words that are spread": svg('<text x="10" y="90" font-size="30" textLength="270">breed</text>'),
    "an edge that is cut": svg(
        '<clipPath id="c"><circle cx="75" cy="75" r="60"/></clipPath>'
        '<rect width="150" height="150" fill="#0a5" clip-path="url(#c)"/>'
    ),
    "half clear in half clear": svg(
        '<g opacity="0.5"><rect width="200" height="100" fill="#0a5"/>'
        '<rect x="100" y="50" width="200" height="100" fill="#0a5"/></g>'
    ),
}


def on_paper(picture: Pillow.Image) -> Pillow.Image:
    """The picture on white."""
    paper = Pillow.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper.convert("RGB")


def in_both(image: Image, engine: str) -> tuple[Pillow.Image, Pillow.Image]:
    """What the PDF's page shows of the picture, in its own pixels, and what Word gets."""
    document = Document(META, (Figure("plaatje", "Wat er te zien is.", id="plaatje"),), {"plaatje": image})
    layout = lay_out(document, style(), engine)
    page = pypdfium2.PdfDocument(layout.pdf)[0]
    (found,) = [one for one in page.get_objects(max_depth=9) if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, _, right, top = found.get_bounds()
    package = parts(write_docx(document, layout.style, layout.pages))
    assert [name for name in package if name.startswith("word/media/")] == [
        f"word/media/image1.{image.media_type.removeprefix('image/')}"
    ]
    (given,) = [data for name, data in package.items() if name.startswith("word/media/")]
    in_word = on_paper(Pillow.open(io.BytesIO(given)))
    scale, height = in_word.width / (right - left), page.get_height()
    x, y = round(scale * left), round(scale * (height - top))
    drawn = page.render(scale=scale).to_pil().convert("RGB")
    return drawn.crop((x, y, x + in_word.width, y + in_word.height)), in_word


@cache
def drawn(what: str, engine: str) -> tuple[Pillow.Image, Pillow.Image]:
    """One of SHAPES as both formats show it."""
    return in_both(svg_image(SHAPES[what], Origin("kaart.svg", Place("kaart.yaml"))), engine)


def differ(one: Pillow.Image, other: Pillow.Image) -> int:
    """How far a colour is from all that the other picture has there or two pixels around, at most, of 255.

    A page has pixels of its own: an edge may lie between two of them.
    """
    return max(_beyond(one, other), _beyond(other, one))


def _beyond(one: Pillow.Image, other: Pillow.Image) -> int:
    lowest, highest = other.filter(ImageFilter.MinFilter(5)), other.filter(ImageFilter.MaxFilter(5))
    both = ImageChops.subtract(lowest, one), ImageChops.subtract(one, highest)
    return max(ImageStat.Stat(part).extrema[colour][1] for part in both for colour in range(3))


@pytest.mark.slow
@each_engine
@pytest.mark.parametrize("what", SHAPES)
def test_an_svg_as_given_shows_the_same_in_both_formats(what: str, engine: str) -> None:
    in_pdf, in_word = drawn(what, engine)
    assert differ(in_pdf, in_word) < 30
    assert max(ImageStat.Stat(in_word).stddev) > 5, "nothing is shown at all"


MASKED = {"in the circle": (75, 75, GREEN), "in its corner": (4, 4, WHITE), "beside it": (220, 75, WHITE)}


@each_engine
@pytest.mark.parametrize("where", MASKED)
@pytest.mark.parametrize("what", ["a mask", "an edge that is cut"])
def test_what_is_masked_is_not_there_in_either_format(what: str, where: str, engine: str) -> None:
    x, y, colour = MASKED[where]
    for shown in drawn(what, engine):
        found = shown.getpixel((round(x / 300 * shown.width), round(y / 150 * shown.height)))
        assert isinstance(found, tuple)
        assert all(abs(one - other) < 9 for one, other in zip(found, colour, strict=True))


DEEP = Pillow.new("I;16", (40, 20), 30_000)
BITMAPS = [
    pytest.param(Pillow.new("CMYK", (40, 20), (200, 0, 100, 40)), "JPEG", id="of a press"),
    pytest.param(Pillow.new("RGB", (40, 20), GREEN), "WEBP", id="WebP"),
    pytest.param(DEEP, "PNG", id="of 16 bits"),
    pytest.param(Pillow.new("RGBA", (40, 20), (0, 170, 85, 90)), "PNG", id="half clear"),
]


@each_engine
@pytest.mark.parametrize(("given", "form"), BITMAPS)
def test_a_bitmap_as_given_shows_the_same_in_both_formats(
    given: Pillow.Image, form: str, engine: str, tmp_path: Path
) -> None:
    given.save(tmp_path / "foto", form)
    image = read_image("foto", (tmp_path / "foto").read_bytes(), Place("foto.yaml")).image
    in_pdf, in_word = in_both(image, engine)
    assert differ(in_pdf, in_word) < 9


def widths(klein: Path, name: str, chosen: str) -> Iterator[float]:
    """How wide the picture of this figure is in each PDF and in Word, in points, when it must be so wide."""
    file = klein / f"content/2024-H1/figuren/{name}.yaml"
    file.write_text(file.read_text("utf-8") + f"breedte: {chosen}\n", "utf-8")
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    assert checked.problems == ()
    document, look = checked.documents["bijlage"], checked.style
    assert look
    (figure,) = [one for one in walk(document.blocks) if isinstance(one, Figure) and one.id == name]
    size = Pillow.open(io.BytesIO(document.images[figure.image].data)).size
    for engine in NAMES:
        layout = lay_out(document, look, engine)
        bounds = [
            found.get_bounds()[::2]
            for page in pypdfium2.PdfDocument(layout.pdf)
            for found in page.get_objects(max_depth=9)
            if found.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE and found.get_px_size() == size
        ]
        # A small picture stands in the paper twice, made wider once.
        yield max(right - left for left, right in bounds)
    drawings = replace(document, images=user_cache().with_bitmaps(document.images))
    word = xml(write_docx(drawings, layout.style, layout.pages))
    names = [one.get("name") for one in word.iter(qn("wp:docPr"))]
    extent = list(word.iter(qn("wp:extent")))[names.index(figure.label)]
    yield int(extent.get("cx", "0")) / 12_700


HALF, WHOLE = 79.5, 165.0
CHOSEN = {
    "alone, half": ("sierlijn", "half", HALF),
    "alone, whole": ("sierlijn", "heel", WHOLE),
    "in a pair": ("waterschap", "half", HALF),
    "an SVG in a pair": ("dijk", "half", HALF),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", CHOSEN)
def test_a_picture_is_as_wide_in_all_files_as_its_author_chose(what: str, klein: Path) -> None:
    name, chosen, millimetres = CHOSEN[what]
    assert list(widths(klein, name, chosen)) == pytest.approx([millimetres * MILLIMETRE] * 3, abs=0.5)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "engine"), [("a mask", NAMES[0]), ("a filter", NAMES[1]), *((WORDS, engine) for engine in NAMES)]
)
def test_a_paper_with_such_a_drawing_is_built(what: str, engine: str, klein: Path) -> None:
    (klein / "content/2024-H1/figuren/dijk.svg").write_bytes(SHAPES[what])
    with pytest.raises(SystemExit) as left:
        main(["build", "2024-H1", "--engine", engine, "--workspace", str(klein)])
    assert left.value.code == 0
