"""An SVG as given is drawn once: what its editor keeps in it is left out, and what would be lost is told."""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Callable

import pytest
from documents import png
from PIL import Image as Pillow

from rapportage.document import Image
from rapportage.errors import ContentError, Place
from rapportage.figures.origin import Origin
from rapportage.figures.svg import svg_image
from rapportage.figures.svg_source import AS_PATHS, parse_svg

KAART = Origin("kaart.svg", Place("figuren/kaart.yaml", 4))
SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
GREEN = '<rect width="100" height="60" fill="#0a5"/>'


def svg(inside: str, start: str = "", root: str = "") -> bytes:
    return f'{start}<svg {SPACES} width="100" height="60" {root}>{inside}</svg>'.encode()


def pixels(image: Image) -> Pillow.Image:
    """The picture on white paper."""
    drawn = Pillow.open(io.BytesIO(image.data)).convert("RGBA")
    paper = Pillow.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return paper.convert("RGB")


def colour(image: Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at this share of the picture's width and height."""
    drawn = pixels(image)
    found = drawn.getpixel((round(x * (drawn.width - 1)), round(y * (drawn.height - 1))))
    assert isinstance(found, tuple)
    return found


def refused(data: bytes) -> tuple[str, str | None]:
    """What is told of an SVG that is not taken, and the way out."""
    with pytest.raises(ContentError) as left:
        svg_image(data, KAART)
    (problem,) = left.value.problems
    return problem.message.removeprefix("afbeelding 'kaart.svg' "), problem.hint


def inline(data: bytes, kind: str = "image/png") -> str:
    address = f"data:{kind};base64,{base64.b64encode(data).decode()}"
    return f'<image width="100" height="60" preserveAspectRatio="none" xlink:href="{address}"/>'


def bitmap(mode: str, form: str) -> bytes:
    out = io.BytesIO()
    Pillow.new(mode, (20, 12), "#00aa55" if mode != "CMYK" else (255, 0, 128, 85)).save(out, form)
    return out.getvalue()


GIVEN = {
    "as it should be": svg(GREEN),
    "a DOCTYPE of SVG 1.1": svg(
        GREEN,
        '<?xml version="1.0" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n'
        ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- Generated -->\n',
    ),
    "two bytes a letter": svg(GREEN, '<?xml version="1.0" encoding="UTF-16"?>').decode().encode("utf-16"),
    "as in a page of the web": svg(GREEN).replace(b'xmlns="http://www.w3.org/2000/svg" ', b""),
    "a path of Windows": svg(
        GREEN,
        root='xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="C:\\Users\\n\\f.png"',
    ),
    "an editor's own notes": svg(
        GREEN
        + '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        + '<rdf:li rdf:resource="https://example.org/x"/></rdf:RDF></metadata>'
        + '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" onload="x()"/>'
    ),
    "the source of the drawing": svg(GREEN, root='content="&lt;mxfile host=&quot;C:\\x&quot;/>"'),
    "a link": svg(f'<a href="https://example.org/" xlink:href="javascript:x()">{GREEN}</a>'),
    "a PNG in it": svg(inline(png(20, 12, (0, 170, 85)))),
    "a JPEG in it": svg(inline(bitmap("RGB", "JPEG"), "image/jpg")),
    "a photo of a press in it": svg(inline(bitmap("CMYK", "JPEG"), "image/jpeg")),
    "a WebP in it": svg(inline(bitmap("RGB", "WEBP"), "image/webp")),
    "an empty style": svg(f'<g fill="#0a5">{GREEN.replace("#0a5", "")}</g>'),
    "fonts of its own": svg(
        GREEN
        + "<style>@font-face{font-family:X;src:url(https://example.org/x.woff2)} @font-face {"
        + "font-family: Y; src: url(data:font/woff2;base64,d09GMgABAAAA)}</style>"
        + '<font><font-face font-family="Z"/><glyph unicode="\\" d="M0 0"/></font>'
    ),
    "a font of last resort": svg(GREEN, root="font-family=\"Arial, 'Segoe UI Symbol', Symbol\""),
    "the measures of PowerPoint": svg(
        '<clipPath id="c"><rect width="1.05e+07" height="6.3e+06"/></clipPath>'
        '<g transform="scale(0.00001)" clip-path="url(#c)"><rect width="10500000" height="6300000" fill="#0a5"/></g>'
    ),
    "a choice of languages": svg(
        f'<switch><g systemLanguage="fr"><text y="9">non</text></g><g>{GREEN}</g></switch>'
    ),
}


@pytest.mark.parametrize("what", GIVEN)
def test_an_svg_as_people_have_them_is_drawn(what: str) -> None:
    image = svg_image(GIVEN[what], KAART)
    assert (image.media_type, image.width, image.height) == ("image/png", 100, 60)
    red, green, blue = colour(image, 0.5, 0.5)
    assert (red < 60, 130 < green < 200, 40 < blue < 160) == (True, True, True)


SAVE_AGAIN = "bewaar haar opnieuw als gewone SVG, zonder zulke onderdelen, of exporteer haar als PNG"
PLAIN = "exporteer haar als PNG, of bewaar haar als gewone SVG (SVG 1.1)"
PICTURE = "een plaatje in afbeelding 'kaart.svg' "
REFUSED = {
    "words of draw.io": (
        svg("<foreignObject><p>x</p></foreignObject>"),
        "bevat een onderdeel <foreignObject>",
        "exporteer haar als PNG (in draw.io: Bestand > Exporteren als > PNG)",
    ),
    "words of Inkscape": (
        svg("<flowRoot><flowPara>Raad</flowPara></flowRoot>"),
        "bevat een onderdeel <flowRoot>",
        "kies in Inkscape Tekst > Omzetten naar tekst, of exporteer haar als PNG",
    ),
    "a DOCTYPE with rules": (
        svg(GREEN, '<!DOCTYPE svg [<!ENTITY ns "x">]>'),
        "bevat een DOCTYPE met eigen regels of een entiteit",
        "bewaar haar opnieuw als gewone SVG, zonder bewerkingsgegevens van het programma, of als PNG",
    ),
    "something that moves": (svg("<animate/>"), "bevat een onderdeel <animate>", SAVE_AGAIN),
    "a picture elsewhere": (
        svg('<image href="foto.png"/>'),
        "bevat een verwijzing naar buiten",
        SAVE_AGAIN,
    ),
    "a drawing in the drawing": (
        svg(inline(svg(GREEN), "image/svg+xml")),
        PICTURE + "is geen PNG of JPEG",
        "exporteer de hele afbeelding als PNG",
    ),
    "a damaged picture": (
        svg(inline(png(20, 12)[:60])),
        PICTURE + "is beschadigd",
        "bewaar haar opnieuw",
    ),
    "colours that depend on the screen": (
        svg('<rect width="9" height="9" style="fill: light-dark(#fff, #000)"/>'),
        "bevat opmaak die hier niet te tekenen is: light-dark(#fff, #000)",
        PLAIN,
    ),
    "a colour that is named elsewhere": (
        svg("<style>:root { --hof: #0a5 } rect { fill: var(--hof) }</style><rect width='9' height='9'/>"),
        "bevat opmaak die hier niet te tekenen is: var(--hof)",
        PLAIN,
    ),
    "a choice of elements that is not known": (
        svg("<style>rect:not(.a) { fill: #0a5 }</style><rect width='9' height='9'/>"),
        "bevat opmaak die hier niet te tekenen is: :not",
        PLAIN,
    ),
    "a measure that must be worked out": (
        svg('<rect width="calc(1px + 1px)" height="9"/>'),
        "bevat opmaak die hier niet te tekenen is: calc(1px + 1px)",
        PLAIN,
    ),
    "a line that stops halfway": (
        svg('<path d="M0 0 L9"/>'),
        "is niet te tekenen, of vraagt daar te veel tijd of geheugen voor",
        "maak haar eenvoudiger (zonder filters en maskers), of bewaar haar als PNG",
    ),
    "a sign that the font lacks": (
        svg('<text y="20">kom ☃</text>'),
        "bevat een teken dat niet in het lettertype staat: ☃/U+2603",
        AS_PATHS,
    ),
    "groups in groups": (svg("<g>" * 300 + "</g>" * 300), "is te ingewikkeld", "bewaar haar als PNG"),
    "signs by the letters of a font": (
        svg('<text y="20" font-family="Wingdings, sans-serif">ü</text>'),
        "bevat woorden in Wingdings, dat tekens in plaats van letters heeft",
        AS_PATHS,
    ),
    "signs in a style": (
        svg("<style>.a { font-family: 'Symbol' }</style><text y='20' class='a'>b</text>"),
        "bevat woorden in Symbol, dat tekens in plaats van letters heeft",
        AS_PATHS,
    ),
    "more in one part than is read": (
        svg(f'<path d="{"M0 0 " * 2_100_000}"/>'),
        "bevat een onderdeel van meer dan 10 MB",
        "exporteer haar als PNG of JPEG",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_would_be_lost_of_an_svg_is_told_with_the_way_out(what: str) -> None:
    data, message, hint = REFUSED[what]
    assert refused(data) == (message, hint)


def test_words_between_an_editor_s_own_elements_stay() -> None:
    given = svg(
        '<text y="40" font-size="30"><v:tab xmlns:v="http://schemas.microsoft.com/visio/"/>HHHH</text>'
    )
    bare = svg('<text y="40" font-size="30">HHHH</text>')
    assert svg_image(given, KAART).data == svg_image(bare, KAART).data


def test_an_svg_is_drawn_as_wide_as_it_is_shown() -> None:
    image = svg_image(svg(GREEN), KAART, width=400)
    assert (image.width, image.height) == (400, 240)
    assert pixels(image).size == (1250, 750)  # 300 dpi


@pytest.mark.parametrize(
    "data",
    [
        lambda n: svg(f'<rect fill="url({" " * n}"/>'),
        lambda n: svg(f"<style>rect {{ fill: url({' ' * n} }}</style>"),
        lambda n: svg("<rect " + " ".join(f'a{at}="1"' for at in range(n // 2)) + "/>"),
    ],
)
def test_to_look_for_dangers_takes_no_longer_than_to_read(data: Callable[[int], bytes]) -> None:
    given = data(200_000)
    began = time.process_time()
    with pytest.raises(ContentError):
        svg_image(given, KAART)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("many", [200, 201])
def test_an_element_has_no_more_attributes_than_any_editor_writes(many: int) -> None:
    data = svg("<rect " + " ".join(f'a{at}="1"' for at in range(many)) + "/>")
    if many == 200:
        assert parse_svg(data, KAART) is not None
    else:
        assert refused(data)[0] == "is te ingewikkeld"


def test_words_that_only_the_program_itself_shows_are_told() -> None:
    fallback = "<switch><g/><text>Text is not SVG - cannot display</text></switch>"
    assert refused(svg(GREEN + fallback))[0] == "heeft woorden die alleen draw.io toont"
