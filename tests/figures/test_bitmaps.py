"""A photo or bitmap as given: as it is where both papers take it so, converted where not, or told how to export."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from documents import png
from PIL import Image as Pillow
from PIL import ImageCms

from rapportage.document import Image
from rapportage.errors import ContentError, Place
from rapportage.figures import bounded
from rapportage.figures.cache import Drawn, Remark
from rapportage.figures.images import read_image

AT = Place("figuren/foto.yaml", 4)
GREEN = (0, 170, 85)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def saved(picture: Pillow.Image, form: str, **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def plain(mode: str, size: tuple[int, int] = (40, 20)) -> Pillow.Image:
    return Pillow.new("RGB", size, GREEN).convert(mode)


def read(tmp_path: Path, data: bytes, name: str = "foto", width: float | None = None) -> Drawn:
    (tmp_path / name).write_bytes(data)
    return read_image(name, (tmp_path / name).read_bytes(), AT, width)


def opened(image: Image) -> Pillow.Image:
    return Pillow.open(io.BytesIO(image.data))


def told(tmp_path: Path, data: bytes) -> tuple[str, str | None]:
    with pytest.raises(ContentError) as left:
        read(tmp_path, data)
    (problem,) = left.value.problems
    return problem.message.removeprefix("afbeelding 'foto' "), problem.hint


CONVERTED = {
    "WebP of a photo": (saved(plain("RGB"), "WEBP"), "image/jpeg", "RGB"),
    "WebP of a drawing": (saved(plain("RGB"), "WEBP", lossless=True), "image/png", "RGB"),
    "WebP that is half clear": (saved(plain("RGBA"), "WEBP", lossless=True), "image/png", "RGB"),
    "GIF": (saved(plain("RGB").quantize(), "GIF"), "image/png", "RGB"),
    "BMP": (saved(plain("RGB"), "BMP"), "image/png", "RGB"),
    "BMP of two colours": (saved(plain("1"), "BMP"), "image/png", "1"),
    "TIFF": (saved(plain("RGB"), "TIFF"), "image/png", "RGB"),
    "TIFF of a press": (saved(plain("CMYK"), "TIFF"), "image/png", "RGB"),
    "a photo for a press": (saved(plain("CMYK"), "JPEG"), "image/jpeg", "RGB"),
    "sixteen bits of grey": (saved(Pillow.new("I;16", (40, 20), 30_000), "PNG"), "image/png", "L"),
}


@pytest.mark.parametrize("what", CONVERTED)
def test_a_bitmap_of_another_kind_becomes_one_that_both_papers_take(what: str, tmp_path: Path) -> None:
    data, media_type, mode = CONVERTED[what]
    made = read(tmp_path, data)
    assert (made.image.media_type, made.as_given, made.remarks) == (media_type, False, ())
    assert (opened(made.image).mode, opened(made.image).size) == (mode, (40, 20))
    assert (made.image.width, made.image.height) == pytest.approx((40, 20), rel=0.001)
    if mode == "RGB":
        found = opened(made.image).getpixel((20, 10))
        assert isinstance(found, tuple)
        assert all(abs(one - other) < 12 for one, other in zip(found, GREEN, strict=True))


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path: Path) -> None:
    picture = Pillow.new("I;16", (4, 1))
    for at, shade in enumerate((0, 255, 32_768, 65_535)):
        picture.putpixel((at, 0), shade)
    assert list(opened(read(tmp_path, saved(picture, "PNG")).image).tobytes()) == [0, 0, 127, 255]


@pytest.mark.parametrize(
    ("mode", "form", "whole", "half"),
    [
        ("RGBA", "WEBP", (0, 170, 85, 255), (0, 170, 85, 90)),
        ("RGBA", "PNG", (0, 170, 85, 255), (0, 170, 85, 90)),
        ("LA", "PNG", (60, 255), (60, 90)),
    ],
)
def test_what_is_clear_stays_so_and_is_white_below(
    mode: str, form: str, whole: tuple[int, ...], half: tuple[int, ...], tmp_path: Path
) -> None:
    nothing = (0,) * len(mode)
    picture = Pillow.new(mode, (60, 20), nothing)
    picture.paste(whole, (0, 0, 20, 20))
    picture.paste(half, (20, 0, 40, 20))
    made = opened(
        read(tmp_path, saved(picture, form, **({"lossless": True} if form == "WEBP" else {}))).image
    )
    white = (255,) * (len(mode) - 1) + (0,)
    assert made.mode == mode
    assert [made.getpixel((x, 5)) for x in (5, 30, 50)] == [whole, half, white]


@pytest.mark.parametrize(
    "data",
    [
        saved(Pillow.new("RGB", (40, 20), "white"), "JPEG"),
        saved(Pillow.new("P", (40, 20), 0).convert("1").point(lambda _: 255), "PNG"),
        saved(Pillow.new("RGBA", (40, 20), (0, 0, 0, 0)), "PNG"),
        b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M90 90h9v9"/></svg>',
    ],
)
def test_a_picture_with_nothing_to_see_is_told(data: bytes, tmp_path: Path) -> None:
    made = read(tmp_path, data)
    assert [one.what for one in made.remarks] == ["is leeg: er is niets op te zien"]
    assert not made.as_given
    assert opened(made.image).convert("L").getextrema() == (255, 255)


WORDS = '<text x="{x}" y="{y}" font-size="8">Dijk</text>'
GROUND = '<rect width="40" height="20" fill="#0a5"/>'


@pytest.mark.parametrize(
    ("inside", "loses"),
    [
        (GROUND + WORDS.format(x=4, y=12), False),
        (GROUND + WORDS.format(x=32, y=12), True),
        (GROUND + WORDS.format(x=4, y=32), True),
        ('<rect x="-9" y="-9" width="60" height="60" fill="#0a5"/>' + WORDS.format(x=4, y=12), False),
        (f'{GROUND}<g visibility="hidden">{WORDS.format(x=32, y=12)}</g>', False),
    ],
)
@pytest.mark.parametrize("edge", ['viewBox="0 0 40 20"', 'width="40" height="20"', 'viewBox="-2,-2 44,24"'])
def test_words_that_the_edge_of_a_drawing_cuts_off_are_told(
    inside: str, edge: str, *, loses: bool, tmp_path: Path
) -> None:
    made = read(tmp_path, f'<svg xmlns="http://www.w3.org/2000/svg" {edge}>{inside}</svg>'.encode())
    assert [one.what for one in made.remarks] == loses * [
        "heeft woorden buiten haar rand, die niet te zien zijn"
    ]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<text x="4" y="12" font-size="8" fill="white">Dijk</text>', True),
        ('<g fill="#eeeeee"><text x="4" y="12" font-size="8">Dijk</text></g>', True),
        (WORDS.format(x=4, y=12) + GROUND, True),
        (GROUND + '<text x="4" y="12" font-size="8" fill="white">Dijk</text>', False),
        ('<text x="4" y="12" font-size="2">Dijk</text>', False),
        ('<text x="4" y="12" font-size="8" fill="white" display="none">Dijk</text>', False),
    ],
)
def test_words_of_a_drawing_that_nobody_can_see_are_told(inside: str, *, told: bool, tmp_path: Path) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{inside}<path d="M30 0h5v9z"/></svg>'
    made = read(tmp_path, svg.encode())
    assert [one.what for one in made.remarks] == told * ["heeft woorden die niet te zien zijn: 'Dijk'"]


def test_of_a_picture_that_is_nearly_empty_nothing_is_told(tmp_path: Path) -> None:
    picture = Pillow.new("RGBA", (40, 20), (0, 0, 0, 0))
    picture.putpixel((3, 3), (0, 170, 85, 40))
    assert not read(tmp_path, saved(picture, "PNG")).remarks


def test_a_picture_whose_clear_layer_hides_nothing_has_none(tmp_path: Path) -> None:
    assert opened(read(tmp_path, saved(plain("RGBA"), "PNG")).image).mode == "RGB"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_a_picture_of_more_than_40_megapixels_becomes_as_small_as_a_page_needs(
    form: str, tmp_path: Path
) -> None:
    made = read(tmp_path, saved(Pillow.new("L", (8000, 6000), 90), form, dpi=(300, 300)))
    assert opened(made.image).size == (2917, 2188)
    assert (round(made.image.width), round(made.image.height)) == (2560, 1920)


def other_profile() -> bytes:
    """The colours of screens with red and green in each other's place, under another name."""
    swapped = SRGB.replace(b"rXYZ", b"tmpX").replace(b"gXYZ", b"rXYZ").replace(b"tmpX", b"gXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "tRGB".encode("utf-16-be")).replace(b"sRGB", b"tRGB")


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_photo_in_the_colours_of_another_screen_is_brought_to_those_of_all(
    form: str, tmp_path: Path
) -> None:
    picture = Pillow.new("RGB", (40, 20), GREEN)
    assert read(tmp_path, saved(picture, form, icc_profile=SRGB)).as_given
    made = read(tmp_path, saved(picture, form, icc_profile=other_profile()))
    assert not made.as_given
    found = opened(made.image).getpixel((20, 10))
    assert isinstance(found, tuple)
    assert all(abs(one - other) < 6 for one, other in zip(found, (170, 0, 85), strict=True))
    assert "icc_profile" not in opened(made.image).info


def test_a_photo_whose_profile_is_damaged_keeps_its_colours(tmp_path: Path) -> None:
    made = read(tmp_path, saved(Pillow.new("RGB", (40, 20), GREEN), "PNG", icc_profile=b"x" * 200))
    assert opened(made.image).getpixel((20, 10)) == GREEN


def test_a_photo_that_was_converted_stands_upright_and_does_not_tell_where_it_was_taken(
    tmp_path: Path,
) -> None:
    notes = Pillow.Exif()
    notes[0x0112], notes[0x010E] = 6, "Achter het huis"
    made = read(tmp_path, saved(plain("CMYK"), "JPEG", exif=notes, comment=b"Achter het huis"))
    assert opened(made.image).size == (20, 40)
    assert made.image.height / made.image.width == 2
    assert b"Achter het huis" not in made.image.data


FRAMES = [Pillow.new("RGB", (20, 10), shade) for shade in ("#00aa55", "#d9822b", "#0b4a6f")]
MOVES = Remark(
    "beweegt; alleen het eerste beeld komt in de stukken", "bewaar het beeld dat u bedoelt als PNG"
)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_a_picture_that_moves_the_first_is_shown_and_the_author_told(form: str, tmp_path: Path) -> None:
    how = {"lossless": True} if form == "WEBP" else {}
    made = read(tmp_path, saved(FRAMES[0], form, save_all=True, append_images=FRAMES[1:], **how))
    assert made.remarks == (MOVES,)
    assert opened(made.image).convert("RGB").getpixel((5, 5)) == GREEN
    assert getattr(opened(made.image), "n_frames", 1) == 1


def test_of_a_scan_of_several_pages_the_first_is_shown_and_the_author_told(tmp_path: Path) -> None:
    made = read(tmp_path, saved(FRAMES[0], "TIFF", save_all=True, append_images=FRAMES[1:]))
    assert [one.what for one in made.remarks] == ["telt 3 bladzijden; alleen de eerste komt in de stukken"]


@pytest.mark.parametrize("name", ["Doorsnede.SVG", "doorsnede.jpg", "doorsnede", "doorsnede.yaml"])
def test_the_name_of_a_picture_says_nothing_of_its_kind(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, png(30, 20), name).image.media_type == "image/png"
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="9" height="9"/></svg>'
    )
    assert read(tmp_path, drawing, name).image.width == 30


def test_a_bitmap_is_shown_as_wide_as_is_asked(tmp_path: Path) -> None:
    image = read(tmp_path, png(30, 20), width=600).image
    assert (image.width, image.height) == (600, 400)
    assert opened(image).size == (30, 20)


def test_a_photo_whose_parts_cannot_be_followed_is_made_anew(tmp_path: Path) -> None:
    data = saved(plain("RGB"), "JPEG", comment=b"Achter het huis")
    filled = data[:2] + b"\xff" + data[2:]  # a fill byte (ITU-T T.81, B.1.1.2)
    made = read(tmp_path, filled)
    assert not made.as_given
    assert b"Achter het huis" not in made.image.data


def test_what_a_telephone_keeps_behind_a_photo_is_not_published(tmp_path: Path) -> None:
    gradient = Pillow.linear_gradient("L").convert("RGB")
    data = saved(gradient, "JPEG", progressive=True, icc_profile=SRGB, dpi=(150, 150))
    credentials = b"\xff\xeb\0\x0fAchter huis\0\0"
    made = read(tmp_path, data[:2] + credentials + data[2:] + b"\0\0ftypmp42 Achter huis")
    assert made.as_given
    assert b"Achter huis" not in made.image.data
    assert opened(made.image).tobytes() == Pillow.open(io.BytesIO(data)).tobytes()
    assert opened(made.image).info["icc_profile"] == SRGB
    assert made.image.width == pytest.approx(256 * 96 / 150, rel=0.01)


PHOTO = "open haar in Foto's (Windows of Mac) en bewaar haar als JPEG"
OFFICE = "klik haar in Word of PowerPoint met rechts aan en kies Opslaan als afbeelding: SVG of PNG"
PAGE = "exporteer de bladzijde als PNG, of in een tekenprogramma als SVG"
DOCUMENT = "exporteer de tekening in dat programma als SVG of PNG"
OTHERS = {
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "is een HEIC-bestand", PHOTO),
    "AVIF": (b"\0\0\0\x1cftypavif\0\0\0\0", "is een AVIF-bestand", PHOTO),
    "a film": (
        b"\0\0\0\x20ftypisom\0\0\2\0",
        "is een filmpje",
        "bewaar het beeld dat u bedoelt als PNG of JPEG",
    ),
    "EMF": (b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(60), "is een EMF-bestand", OFFICE),
    "WMF": (b"\xd7\xcd\xc6\x9a" + bytes(40), "is een WMF-bestand", OFFICE),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "is een PDF-bestand", PAGE),
    "EPS": (b"%!PS-Adobe-3.0 EPSF-3.0\n", "is een PostScript-bestand", PAGE),
    "Photoshop": (b"8BPS\0\1" + bytes(20), "is een Photoshop-bestand", "exporteer haar als PNG of JPEG"),
    "SVGZ": (b"\x1f\x8b\x08" + bytes(9), "is een ingepakt bestand (SVGZ)", "bewaar haar als gewone SVG"),
    "Visio": (b"PK\x03\x04\x14\0", "is een document of een ingepakt bestand", DOCUMENT),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1", "is een document of een ingepakt bestand", DOCUMENT),
    "draw.io": (
        b'<mxfile host="Electron"><svg/></mxfile>',
        "is de bron van een tekening in draw.io",
        "kies in draw.io Bestand > Exporteren als > PNG",
    ),
    "a page of the web": (
        b"\xef\xbb\xbf<!-- x --><!-- <svg> -->\n<!DOCTYPE html><html><svg></svg></html>",
        "is een webpagina",
        "open haar, klik het plaatje met rechts aan en kies Afbeelding opslaan als",
    ),
}


@pytest.mark.parametrize("what", OTHERS)
def test_a_file_that_is_no_picture_for_a_paper_is_told_with_the_way_to_one(what: str, tmp_path: Path) -> None:
    data, message, hint = OTHERS[what]
    assert told(tmp_path, data) == (message, hint)


@pytest.mark.parametrize("form", ["WEBP", "GIF", "BMP", "TIFF"])
def test_a_bitmap_of_another_kind_that_breaks_off_is_refused(form: str, tmp_path: Path) -> None:
    whole = saved(Pillow.linear_gradient("L").convert("RGB"), form)
    message, _ = told(tmp_path, whole[: len(whole) // 2])
    assert message == "is beschadigd"


@pytest.mark.slow
def test_a_bitmap_that_takes_all_memory_falls_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MOST_MEMORY", 300_000_000)
    greedy = saved(Pillow.new("RGB", (13_000, 13_000)), "PNG")
    assert told(tmp_path, greedy) == (
        "is niet te lezen, of vraagt daar te veel tijd of geheugen voor",
        "bewaar haar opnieuw als PNG of JPEG",
    )


@pytest.mark.parametrize("form", ["TIFF", "PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize(("way", "shape"), [(1, 2.0), (6, 0.5)])
def test_a_picture_is_as_wide_beside_its_height_as_its_pixels_are(
    form: str, way: int, shape: float, tmp_path: Path
) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = way
    drawn = read(tmp_path, saved(plain("RGB"), form, exif=exif)).image
    assert drawn.width / drawn.height == shape
    assert opened(drawn).width / opened(drawn).height == shape


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_pixels_are_square_whatever_the_file_says(form: str, tmp_path: Path) -> None:
    drawn = read(tmp_path, saved(plain("RGB"), form, dpi=(72, 144))).image
    assert drawn.width / drawn.height == 2
