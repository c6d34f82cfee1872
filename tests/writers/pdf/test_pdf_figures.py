"""A figure that was drawn before its paper stands where it would have stood, and looks as it would have."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

import pikepdf
import pypdfium2
import pytest
from documents import META
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.document import Document, Figure, FigurePair, Image, Paragraph
from rapportage.errors import LayoutError
from rapportage.inlines import Text
from rapportage.workspace import package_templates
from rapportage.writers.html import IMAGE_SCHEME
from rapportage.writers.pdf.engine import Engine
from rapportage.writers.pdf.figures import drawn_figure, pixels_of
from rapportage.writers.pdf.layout import lay_out

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
SVG = f"""\
<svg {NAMESPACE} width="300" height="120" viewBox="0 0 300 120">
  <defs>
    <linearGradient id="g"><stop offset="0" stop-color="#0b4a6f"/><stop offset="1" stop-color="#f2c14e"/></linearGradient>
  </defs>
  <rect x="0" y="0" width="140" height="60" fill="url(#g)"/>
  <rect x="160" y="0" width="140" height="60" fill="#a63d40"/>
  <circle cx="60" cy="80" r="40" fill="#4f7f52" fill-opacity="0.5"/>
  <g opacity="0.4"><rect x="200" y="70" width="60" height="40" fill="#333"/></g>
  <text x="120" y="110" font-family="Source Sans Pro" font-size="14">Waterpeil</text>
</svg>
"""
DRAWING = Image("image/svg+xml", SVG.encode(), 300, 120, b"\x89PNG")
OTHER = Image(
    "image/svg+xml",
    f'<svg {NAMESPACE} width="40" height="90"><path d="M0 90L20 0L40 90Z" fill="#a63d40"/></svg>'.encode(),
    40,
    90,
    b"\x89PNG",
)


def pixel(*colours: tuple[int, int, int], form: Literal["png", "jpeg"] = "png") -> Image:
    """A photo of one column."""
    photo = Pillow.new("RGB", (1, len(colours)))
    for at, colour in enumerate(colours):
        photo.putpixel((0, at), colour)
    out = BytesIO()
    photo.save(out, form)
    return Image("image/png" if form == "png" else "image/jpeg", out.getvalue(), 1, len(colours))


def css() -> str:
    return (package_templates() / "document.css").read_text("utf-8")


def pictures(pdf: bytes) -> list[Pillow.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=2).to_pil().convert("RGB") for page in document]


def drawn_directly(document: Document, style: str = "") -> bytes:
    """The same pages with the figures drawn by the engine where they stand."""
    from rapportage.writers.pdf.layout import _VARIANT, _files
    from rapportage.writers.pdf.page import page_css, page_tree

    files = _files(document, STYLE) | {
        IMAGE_SCHEME + name: (image.media_type, image.data) for name, image in document.images.items()
    }
    engine = Engine(page_css(document, STYLE, style or css()), files, STYLE.typefaces(), _VARIANT)
    return engine.draw(engine.lay_out(page_tree(document, STYLE)))[0]


def difference(one: bytes, other: bytes) -> float:
    """How much the pages differ at most, of 255, over squares of some points."""
    found = 0.0
    for mine, theirs in zip(pictures(one), pictures(other), strict=True):
        assert mine.size == theirs.size
        worst = ImageChops.difference(mine, theirs).reduce(24)
        found = max(found, *(high for _, high in ImageStat.Stat(worst).extrema))
    return found


PAPER = resolve(
    Document(
        META,
        (
            Paragraph((Text("Voor de figuren."),)),
            Figure("een", "Wat er staat.", id="een"),
            FigurePair(Figure("twee", "De driehoek.", id="twee"), Figure("twee", "Nog eens.", id="weer")),
            Figure("foto", "Een streep.", id="foto"),
        ),
        {"een": DRAWING, "twee": OTHER, "foto": pixel((9, 9, 9), (200, 30, 30), (9, 9, 9))},
    )
)


def test_figures_stand_where_and_look_as_the_engine_would_have_drawn_them() -> None:
    layout = lay_out(PAPER, STYLE, css())
    assert difference(layout.pdf, drawn_directly(PAPER)) <= 12


def test_a_figure_with_a_pattern_is_drawn_where_it_stands() -> None:
    svg = f"""<svg {NAMESPACE} width="90" height="90"><defs><pattern id="p" width="8" height="8"
        patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="2" fill="#a63d40"/></pattern></defs>
        <rect width="90" height="90" fill="url(#p)"/></svg>"""
    image = Image("image/svg+xml", svg.encode(), 90, 90, b"\x89PNG")
    paper = resolve(
        Document(META, (Figure("p", "Stippen.", id="p"), *PAPER.blocks), {"p": image, **PAPER.images})
    )
    layout = lay_out(paper, STYLE, css())
    assert list(layout.vectors) == ["een", "twee"]
    assert difference(layout.pdf, drawn_directly(paper)) <= 12


@pytest.mark.parametrize("size", [1e-9, 1, 20_000])
def test_a_figure_of_any_size_can_be_drawn(size: float) -> None:
    svg = f'<svg {NAMESPACE} width="{size}" height="{size}" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    image = Image("image/svg+xml", svg.encode(), size, size, b"\x89PNG")
    paper = resolve(Document(META, (Figure("p", "Een vlak.", id="p"),), {"p": image}))
    layout = lay_out(paper, STYLE, css())
    assert difference(layout.pdf, drawn_directly(paper)) <= 12
    assert list(layout.vectors) == (["p"] if size >= 1 else [])


def test_a_figure_that_an_own_style_makes_half_transparent_is_drawn_so() -> None:
    style = css() + "figure { opacity: 0.5 }"
    faint, whole = lay_out(PAPER, STYLE, style).pdf, lay_out(PAPER, STYLE, css()).pdf
    assert difference(faint, drawn_directly(PAPER, style)) <= 12
    assert difference(faint, whole) > 60


def test_figures_drawn_before_give_the_same_bytes_as_those_drawn_now() -> None:
    before = {name: drawn_figure(PAPER.images[name], STYLE.typefaces()) for name in ("een", "twee")}
    assert lay_out(PAPER, STYLE, css()).write(before) == lay_out(PAPER, STYLE, css()).pdf


def drawn_in(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """What the pages draw, but for stencils that paint nothing."""
    drawn = [one for page in pdf.pages for one in page.obj.Resources.get("/XObject", {}).values()]
    return [one for one in drawn if "/ImageMask" not in one]


def profiles(pdf: pikepdf.Pdf) -> int:
    """How many colour profiles there are in the file."""
    return sum(isinstance(one, pikepdf.Stream) and one.get("/N") == 3 for one in pdf.objects)


def test_each_figure_is_in_the_file_once_and_pictures_of_pixels_stay() -> None:
    bare = lay_out(resolve(Document(META, PAPER.blocks[:1])), STYLE, css()).pdf
    with pikepdf.open(BytesIO(bare)) as pdf:
        without = profiles(pdf)
    with pikepdf.open(BytesIO(lay_out(PAPER, STYLE, css()).pdf)) as pdf:
        found = drawn_in(pdf)
        kinds = [str(one.Subtype) for one in found]
        assert len({one.objgen for one in found if one.Subtype == "/Form"}) == 2
        assert kinds.count("/Image") == 1
        assert profiles(pdf) == without


@pytest.mark.parametrize("form", ["png", "jpeg"])
def test_a_photo_of_three_pixels_is_no_stand_in(form: Literal["png", "jpeg"]) -> None:
    nearly = [*pixels_of(DRAWING)[:8], pixels_of(DRAWING)[8] ^ 1]
    colours = [(nearly[at], nearly[at + 1], nearly[at + 2]) for at in (0, 3, 6)]
    images = {"een": DRAWING, "foto": pixel(*colours, form=form)}
    paper = resolve(
        Document(META, (Figure("een", "Een.", id="een"), Figure("foto", "Foto.", id="foto")), images)
    )
    with pikepdf.open(BytesIO(lay_out(paper, STYLE, css()).pdf)) as pdf:
        found = drawn_in(pdf)
        assert sorted(str(one.Subtype) for one in found) == ["/Form", "/Image"]


def test_what_the_engine_complains_about_in_a_figure_ends_the_work() -> None:
    image = Image("image/svg+xml", f'<svg {NAMESPACE} width="9" height="9"><rect'.encode(), 9, 9)
    with pytest.raises(LayoutError):
        drawn_figure(image, STYLE.typefaces())
