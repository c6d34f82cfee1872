"""Input that a text file cannot show: other encodings, pictures, links on disk, templates, big things."""

from __future__ import annotations

import io
import os
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest
from documents import png
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from rapportage.build.formats import ENGINES, TEMPLATES
from rapportage.cli import main
from rapportage.errors import Place
from rapportage.figures import bounded
from rapportage.figures.images import read_image
from rapportage.workspace import package_templates

FIGUUR = "content/2024-H1/figuren/dijk.yaml:7:1: fout: "
PLACE = "content/2024-H1/figuren"


def told(workspace: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a failing build says on its first line; it must write nothing."""
    with pytest.raises(SystemExit) as left:
        main([*(arguments or ("build", "2024-H1")), "--workspace", str(workspace)])
    said = capsys.readouterr().err.removeprefix("2024-H1 controleren\n")
    assert left.value.code == 1, said
    assert "Traceback" not in said
    assert not (workspace / "output").exists()
    return said.splitlines()[0]


def picture(workspace: Path, data: bytes) -> None:
    (workspace / PLACE / "dijk.svg").write_bytes(data)


def svg(inside: str, start: str = "") -> bytes:
    root = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{start}{root} width="9" height="9">{inside}</svg>'.encode()


def huge_png(width: int, height: int, colours: int = 2) -> bytes:
    """A few bytes that say to be a picture of this size, its colours written in this way."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def bitmap(mode: str, form: str = "PNG", size: tuple[int, int] = (20, 10)) -> bytes:
    out = io.BytesIO()
    Pillow.new(mode, size).save(out, form)
    return out.getvalue()


# --- pictures --------------------------------------------------------------------------------

USES = "".join(
    f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" if n else '<g id="g0"><rect/></g>'
    for n in range(9)
)
WHOLE = png(60, 40)
WITH_A_BYTE = WHOLE[:46] + b"\0" + WHOLE[46:]
"""A picture that some readers show and others stop at: with a byte too many in its pixels."""
PICTURES = {
    "not a picture": (b"Dit is tekst.", "'dijk.svg' is geen afbeelding die in het document past"),
    "empty": (b"", "afbeelding 'dijk.svg' is leeg"),
    "a damaged PNG": (png(20, 20)[:60], "afbeelding 'dijk.svg' is beschadigd"),
    "a byte too many": (WITH_A_BYTE, "afbeelding 'dijk.svg' is beschadigd"),
    "a palette that is not there": (huge_png(9, 9, 3), "afbeelding 'dijk.svg' is beschadigd"),
    "much said and nothing there": (huge_png(10_001, 10_000), "afbeelding 'dijk.svg' is beschadigd"),
    "more than 200 megapixels": (
        huge_png(60_000, 60_000),
        "afbeelding 'dijk.svg' telt meer dan 200 megapixels",
    ),
    "a script": (svg("<script>alert(1)</script>"), "afbeelding 'dijk.svg' bevat een onderdeel <script>"),
    "a command": (svg('<rect onclick="x()"/>'), "afbeelding 'dijk.svg' bevat een opdracht (onclick)"),
    "HTML inside": (svg("<foreignObject/>"), "afbeelding 'dijk.svg' bevat een onderdeel <foreignObject>"),
    "an outside picture": (
        svg('<image href="https://example.org/x.png"/>'),
        "afbeelding 'dijk.svg' bevat een verwijzing naar buiten",
    ),
    "an outside shape": (
        svg('<use xlink:href="https://example.org/x.svg#a"/>'),
        "afbeelding 'dijk.svg' bevat een verwijzing naar buiten",
    ),
    "a file from disk": (
        svg('<rect fill="url(file:///etc/passwd#a)"/>'),
        "afbeelding 'dijk.svg' bevat een verwijzing naar buiten",
    ),
    "an outside stylesheet": (
        svg("<style>@import 'https://example.org/x.css';</style>"),
        "afbeelding 'dijk.svg' bevat opmaak die naar buiten verwijst",
    ),
    "an entity": (
        svg("&x;", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "afbeelding 'dijk.svg' bevat een DOCTYPE met eigen regels of een entiteit",
    ),
    "a size without bound": (
        svg('<path d="M0 0 L1e30 5"/>'),
        "afbeelding 'dijk.svg' bevat een getal dat te groot is om te tekenen",
    ),
    "a pattern without bound": (
        svg('<defs><pattern id="p" width="4" height="99999"><circle r="2"/></pattern></defs>'),
        "afbeelding 'dijk.svg' bevat een patroon dat te groot is om te tekenen",
    ),
    "a length of many digits": (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="' + b"1" * 50_000 + b'x" height="9"/>',
        "afbeelding 'dijk.svg' bevat een getal dat te groot is om te tekenen",
    ),
    "32 bits of grey": (bitmap("F", "TIFF"), "afbeelding 'dijk.svg' heeft 32 bits per kleur"),
    "a line of pixels": (bitmap("L", size=(1, 60_000)), "afbeelding 'dijk.svg' is te smal"),
    "attributes without end": (
        svg("<rect " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>"),
        "afbeelding 'dijk.svg' is te ingewikkeld",
    ),
    "use upon use": (svg(USES), "afbeelding 'dijk.svg' is te ingewikkeld"),
    "use of itself": (svg('<g id="a"><use href="#a"/></g>'), "afbeelding 'dijk.svg' is te ingewikkeld"),
    "no end": (svg("<g>"), "afbeelding 'dijk.svg' is geen geldige SVG"),
    "no size": (
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "afbeelding 'dijk.svg' noemt geen bruikbare maat",
    ),
}


@pytest.mark.parametrize("what", PICTURES)
def test_a_picture_that_cannot_be_used_is_refused(
    what: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, message = PICTURES[what]
    picture(klein, data)
    assert told(klein, capsys) == FIGUUR + message


NOT_DRAWN = "afbeelding 'dijk.svg' is niet te tekenen, of vraagt daar te veel tijd of geheugen voor"
MASKS = "".join(
    f'<mask id="m{n}">' + f'<rect width="9" height="9" mask="url(#m{n + 1})"/>' * 5 + "</mask>"
    for n in range(14)
)
GREEDY = {
    "a filter of hours": '<filter id="f"><feMorphology operator="dilate" radius="4000"/></filter>'
    '<rect width="900" height="900" filter="url(#f)"/>',
    "masks in masks": MASKS + '<rect width="9" height="9" mask="url(#m0)"/>',
}


@pytest.mark.slow
@pytest.mark.parametrize("what", GREEDY)
def test_an_svg_that_never_ends_falls_alone(
    what: str, klein: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MOST_SECONDS", 2)
    picture(klein, svg(GREEDY[what]).replace(b'width="9" height="9">', b'width="900" height="900">', 1))
    assert told(klein, capsys) == FIGUUR + NOT_DRAWN


def test_an_svg_that_takes_all_memory_falls_alone(
    klein: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MOST_MEMORY", 400_000_000)
    layers = '<g opacity="0.9">' * 180 + '<rect width="900" height="900"/>' + "</g>" * 180
    picture(klein, svg(layers).replace(b'width="9" height="9">', b'width="900" height="900">', 1))
    assert told(klein, capsys) == FIGUUR + NOT_DRAWN


def test_an_svg_may_point_into_itself_with_room_around_the_name(klein: Path) -> None:
    picture(klein, svg('<linearGradient id="g"/><rect width="9" height="9" fill="url( #g )"/>'))
    with pytest.raises(SystemExit) as left:
        main(["check", "2024-H1", "--workspace", str(klein)])
    assert left.value.code == 0


def test_no_module_beside_the_user_is_taken_for_the_drawing_library(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (klein / "resvg_py.py").write_text("open('gelopen', 'w')", encoding="utf-8")
    monkeypatch.chdir(klein)
    read_image("dijk.svg", (klein / PLACE / "dijk.svg").read_bytes(), Place("dijk.svg"))
    assert not (klein / "gelopen").exists()


def test_a_photo_taken_sideways_stands_upright(tmp_path: Path) -> None:
    turned = Pillow.Exif()
    turned[0x0112] = 6  # the camera was held a quarter to the left
    Pillow.new("RGB", (200, 100)).save(tmp_path / "foto.jpg", exif=turned)
    photo = read_image("foto.jpg", (tmp_path / "foto.jpg").read_bytes(), Place("foto.yaml")).image
    upright = Pillow.open(io.BytesIO(photo.data))
    assert (upright.size, photo.height / photo.width) == ((100, 200), 2)
    assert 0x0112 not in upright.getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_where_a_photo_was_taken_is_not_published(tmp_path: Path, form: str) -> None:
    notes = Pillow.Exif()
    notes[0x010E] = "Achter het huis van de buren"
    text = PngInfo()
    text.add_text("Comment", "Achter het huis van de buren")
    given = Pillow.linear_gradient("L").convert("RGB")
    given.save(tmp_path / "foto", form, exif=notes, comment=b"Achter het huis", pnginfo=text, dpi=(150, 150))
    photo = read_image("foto", (tmp_path / "foto").read_bytes(), Place("foto.yaml")).image
    kept = Pillow.open(io.BytesIO(photo.data))
    assert b"Achter het huis" in (tmp_path / "foto").read_bytes()
    assert b"Achter het huis" not in photo.data
    assert kept.tobytes() == Pillow.open(tmp_path / "foto").tobytes()
    assert photo.width == pytest.approx(256 * 96 / 150, rel=0.01)


def test_a_damaged_picture_is_refused_after_the_layout_engine_was_at_work_too(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import weasyprint  # noqa: F401 - it tells Pillow to accept a picture that breaks off

    picture(klein, png(20, 20)[:60])
    assert told(klein, capsys) == FIGUUR + "afbeelding 'dijk.svg' is beschadigd"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("figuren/dijkje.svg", "afbeelding 'figuren/dijkje.svg' bestaat niet"),
        ("../../../buiten.png", "afbeelding '../../../buiten.png' ligt buiten de werkmap"),
        ("/etc/passwd", "afbeelding '/etc/passwd' ligt buiten de werkmap"),
        ("https://example.org/x.png", "afbeelding 'https://example.org/x.png' staat op internet"),
        ("figuren", "afbeelding 'figuren' bestaat niet"),
    ],
)
def test_a_picture_that_is_not_in_the_workspace_is_refused(
    name: str, message: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (klein.parent / "buiten.png").write_bytes(png(2, 2))
    figuur = klein / PLACE / "dijk.yaml"
    figuur.write_text(figuur.read_text("utf-8").replace("figuren/dijk.svg", name), "utf-8")
    assert told(klein, capsys) == FIGUUR + message


def test_a_picture_is_found_however_a_system_writes_the_accents_of_its_name(klein: Path) -> None:
    folder = klein / PLACE
    (folder / "dijk.svg").rename(folder / "caf\u0065\u0301.svg")
    figuur = folder / "dijk.yaml"
    figuur.write_text(figuur.read_text("utf-8").replace("dijk.svg", "caf\u00e9.svg"), "utf-8")
    with pytest.raises(SystemExit) as left:
        main(["check", "2024-H1", "--workspace", str(klein)])
    assert left.value.code == 0


def test_a_link_to_a_picture_outside_is_refused(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (klein.parent / "buiten.png").write_bytes(png(2, 2))
    (klein / PLACE / "dijk.svg").unlink()
    (klein / PLACE / "dijk.svg").symlink_to(klein.parent / "buiten.png")
    assert told(klein, capsys) == FIGUUR + "afbeelding 'figuren/dijk.svg' ligt buiten de werkmap"


def test_a_picture_is_told_by_its_bytes_and_not_by_its_name(klein: Path) -> None:
    picture(klein, png(30, 20))
    with pytest.raises(SystemExit) as left:
        main(["check", "2024-H1", "--workspace", str(klein)])
    assert left.value.code == 0


# --- text files ------------------------------------------------------------------------------


def test_a_text_in_another_encoding_is_refused(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_bytes(chapter.read_text("utf-8").replace("Twee", "Tweeën").encode("cp1252"))
    assert told(klein, capsys) == (
        "content/2024-H1/bijlage/water.md:5: fout: dit bestand is niet in UTF-8 opgeslagen"
    )


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr(name, "Twee plaatjes")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (zipped("word/document.xml"), "dit is een Word-document onder een andere naam"),
        (zipped("xl/workbook.xml"), "dit is een Excel-bestand onder een andere naam"),
        (zipped("water.md"), "dit is een zip-bestand onder een andere naam"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "dit is een document van een oude Word of Excel onder een andere naam",
        ),
        (rb"{\rtf1\ansi Twee plaatjes}", "dit is een document in RTF onder een andere naam"),
        (b"%PDF-1.7\n", "dit is een PDF onder een andere naam"),
        (png(2, 2), "dit is een plaatje onder een andere naam"),
    ],
)
def test_what_is_no_text_but_bears_the_name_of_one_is_told_for_what_it_is(
    data: bytes, message: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (klein / "content/2024-H1/bijlage/water.md").write_bytes(data)
    assert told(klein, capsys) == f"content/2024-H1/bijlage/water.md: fout: {message}"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(klein: Path) -> None:
    for name in ("bijlage/water.md", "rapportage.yaml"):
        file = klein / "content/2024-H1" / name
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    with pytest.raises(SystemExit) as left:
        main(["check", "2024-H1", "--workspace", str(klein)])
    assert left.value.code == 0


def test_a_chapter_that_is_a_link_to_a_file_outside_is_refused(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.rename(klein.parent / "geheim.md")
    chapter.symlink_to(klein.parent / "geheim.md")
    assert told(klein, capsys) == (
        "content/2024-H1/bijlage/water.md:1: fout: dit bestand is een verwijzing naar een plek buiten de werkmap"
    )


def test_a_file_beyond_two_megabytes_is_refused(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_text("---\ntitel: Water\n---\n" + "woord " * 400_000, "utf-8")
    assert told(klein, capsys) == "content/2024-H1/bijlage/water.md:1: fout: dit bestand is groter dan 2 MB"


def test_a_character_that_the_font_lacks_is_refused(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_text(chapter.read_text("utf-8").replace("Twee plaatjes", "Twee \N{SNOWMAN}"), "utf-8")
    with pytest.raises(SystemExit) as left:
        main(["build", "2024-H1", "--workspace", str(klein)])
    assert left.value.code == 1
    assert "content/2024-H1/bijlage/water.md:5: fout: het teken '☃'" in capsys.readouterr().err


# --- periods and templates -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("periode", "message", "hint"),
    [
        ("2021-H3", "content: fout: '2021-H3' bestaat niet", "dat jaar heeft 2021-H1, 2021-H2"),
        ("21H2", "content: fout: '21H2' is geen periode", "bedoelde u 2021-H2?"),
        ("2024-h1", "content: fout: '2024-h1' is geen periode", "bedoelde u 2024-H1?"),
        ("../2024-H1", "content: fout: '../2024-H1' is geen periode", "schrijf een halfjaar als 2021-H2"),
        ("2022-Q3", "content/2022-Q3: fout: de map van 2022-Q3 is er niet", "er is: 2024-H1"),
    ],
)
def test_a_period_that_is_not_there_is_told_with_those_that_are(
    periode: str, message: str, hint: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["build", periode, "--workspace", str(klein)])
    said = capsys.readouterr().err
    assert left.value.code == 1
    assert message in said
    assert hint in said


@pytest.mark.usefixtures("templates_here")
@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<p>{{ gegevens.titl }}</p>", "'titl' is in een sjabloon onbekend"),
        ("<p>{% if %}</p>", "het sjabloon is niet te lezen"),
        ("{% raw %}", "het sjabloon is niet te lezen: '{% raw %}' wordt niet gesloten"),
        ("{# <p>x</p>", "het sjabloon is niet te lezen: een opmerking met '{#' wordt niet gesloten"),
        ("<p>zonder einde", "levert geen geldige XHTML"),
        ("{{ ''.__class__.__mro__ }}", "het sjabloon kan niet worden ingevuld"),
        ("{% include '../../content/organisatie.yaml' %}", "bestaat niet"),
    ],
)
def test_a_template_of_the_organisation_that_fails_is_told(
    template: str, message: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = klein / "templates"
    own.mkdir()
    start = '{% extends "basis.html.j2" %}{% block inhoud %}'
    (own / "bijlage.html.j2").write_text(f"{start}{template}{{% endblock %}}", "utf-8")
    said = told(klein, capsys)
    assert said.startswith("templates/bijlage.html.j2:1: fout: ")
    assert message in said


@pytest.mark.usefixtures("templates_here")
@pytest.mark.parametrize(
    "element", ["<div>x</div>", "<marquee>x</marquee>", '<p style="color:red">x</p>', "los"]
)
def test_what_the_profile_does_not_know_is_told_with_the_line_of_the_template(
    element: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = klein / "templates"
    own.mkdir()
    text = (
        '{% extends "basis.html.j2" %}\n{% block dagtekening %}2024-01-01{% endblock %}\n{% block inhoud %}\n'
    )
    (own / "bijlage.html.j2").write_text(f"{text}{element}\n{{% endblock %}}", "utf-8")
    assert "templates/bijlage.html.j2:" in told(klein, capsys)


TOKENS = (package_templates() / "huisstijl.tokens.json").read_text("utf-8")
CSS = (package_templates() / "document.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("document.css", b"/* \xe9 */", ":1: fout: dit bestand is niet in UTF-8 opgeslagen"),
        ("document.css", b"", ":1: fout: dit bestand is leeg"),
        ("document.typ", b"// \xe9", ":1: fout: dit bestand is niet in UTF-8 opgeslagen"),
        ("document.typ", b"", ":1: fout: dit bestand is leeg"),
        ("bijlage.html.j2", b"\n\xe9", ":2: fout: dit bestand is niet in UTF-8 opgeslagen"),
        ("huisstijl.tokens.json", b"\xff", ":1: fout: dit bestand is niet in UTF-8 opgeslagen"),
        ("huisstijl.tokens.json", b"{\n{", ":2: fout: dit is geen geldige JSON"),
        ("huisstijl.tokens.json", b"[" * 100_000, ":1: fout: dit is geen geldige JSON"),
        ("huisstijl.tokens.json", b"[]", ":1: fout: het bestand moet uit groepen met tokens bestaan"),
        ("huisstijl.tokens.json", b'{"a": 1, "a": 2}', ":1: fout: 'a' staat er twee keer op dezelfde plek"),
        (
            "huisstijl.tokens.json",
            TOKENS.replace('"#0b4a6f"', '"{kleur.accent}"', 1).encode(),
            ":6: fout: token 'kleur.accent' verwijst naar zichzelf",
        ),
        (
            "huisstijl.tokens.json",
            TOKENS.replace('"Source Sans Pro"', '"Comic Sans MS"').encode(),
            ":23: fout: het lettertype 'Comic Sans MS' staat niet in templates/lettertypen",
        ),
        *(
            (
                "huisstijl.tokens.json",
                re.sub(
                    rf'("{side}": .*?"value": )[0-9.]+', rf"\g<1>{size}", TOKENS, count=1, flags=re.S
                ).encode(),
                f":1: fout: de marges laten te weinig van {page} over",
            )
            for side, size, page in (
                ("binnen", 190, "de bladspiegel"),
                ("boven", 260, "de bladspiegel"),
                ("boven", 110, "een liggende bladspiegel"),
                ("onder", 130, "een liggende bladspiegel"),
            )
        ),
        (
            "huisstijl.tokens.json",
            TOKENS.replace('"#55606a"', '"#9aa4ad"').encode(),
            ":8: fout: kleur 'grijs' is op 'papier' te weinig te zien: contrast 2,53, ten minste 4,5",
        ),
        (
            "huisstijl.tokens.json",
            TOKENS.replace('"value": 11,', '"value": NaN,', 1).encode(),
            ":29: fout: token 'letter.tekst' heeft geen bruikbare waarde voor soort 'dimension'",
        ),
        (
            "huisstijl.tokens.json",
            TOKENS.replace('"value": 11,', '"value": -1,', 1).encode(),
            ":29: fout: token 'letter.tekst' heeft geen bruikbare waarde voor soort 'dimension'",
        ),
    ],
)
def test_a_file_of_the_own_house_style_that_cannot_be_used_is_told(
    name: str, data: bytes, message: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (klein / "templates").mkdir()
    (klein / "templates" / name).write_bytes(data)
    lay_out_with_the_engine_of(name, klein)
    for command in ("check", "build"):
        assert told(klein, capsys, command, "2024-H1").startswith(f"templates/{name}{message}")


def lay_out_with_the_engine_of(template: str, klein: Path) -> None:
    """Choose the engine that this template is for, where it is for one alone."""
    for engine in ENGINES.values():
        if engine.template == template:
            with (klein / "content/organisatie.yaml").open("a", encoding="utf-8") as file:
                file.write(f"opmaak: {engine.name}\n")


ELSEWHERE = "hoort niet bij het document en wordt niet opgehaald"


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("body { background: url(http://example.org/x.png) }", ELSEWHERE),
        ("@font-face { font-family: x; src: url(file:///etc/passwd) }", ELSEWHERE),
        ("p { list-style-image: url(../content/organisatie.yaml) }", "de PDF is niet gemaakt"),
        ("p { kleur: rood }", "de PDF is niet gemaakt"),
    ],
)
def test_a_style_that_asks_for_another_file_or_cannot_be_read_is_told(
    rule: str, message: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (klein / "templates").mkdir()
    (klein / "templates/document.css").write_text(f"{CSS}\n{rule}\n", "utf-8")
    for command in ("check", "build"):
        with pytest.raises(SystemExit) as left:
            main([command, "2024-H1", "--workspace", str(klein)])
        said = capsys.readouterr().err
        assert left.value.code == 1
        assert not (klein / "output").exists()
        assert f"raadsvoorstel.pdf: fout: {'het adres' if message == ELSEWHERE else message}" in said
        assert message in said


def test_an_own_style_is_laid_out_by_check_once(
    klein: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (klein / "templates").mkdir()
    (klein / "templates/document.css").write_text(f"{CSS}\np {{ color: #123456 }}\n", "utf-8")
    laid_out: list[str] = []

    def noted(engine: object, at: Place, *arguments: object) -> bytes:
        del engine, arguments
        laid_out.append(at.file)
        return b""

    monkeypatch.setattr("rapportage.build.rehearsal.drawn_in", noted)
    for _ in range(2):
        with pytest.raises(SystemExit) as left:
            main(["check", "2024-H1", "--workspace", str(klein)])
        assert left.value.code == 0
    assert laid_out == ["2024-H1/raadsvoorstel.pdf", "2024-H1/bijlage.pdf"]
    assert capsys.readouterr().out.count("alles in orde") == 2


@pytest.mark.parametrize("name", [*TEMPLATES, "bijlage.html.j2", "huisstijl.tokens.json"])
def test_a_template_that_is_a_link_to_a_file_outside_is_refused(
    name: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (klein / "templates").mkdir()
    outside = klein.parent / name
    outside.write_bytes((package_templates() / name).read_bytes())
    (klein / "templates" / name).symlink_to(outside)
    lay_out_with_the_engine_of(name, klein)
    for command in ("check", "build"):
        assert told(klein, capsys, command, "2024-H1") == (
            f"templates/{name}:1: fout: dit bestand is een verwijzing naar een plek buiten de werkmap"
        )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_what_is_no_file_is_not_waited_for(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (klein / PLACE / "dijk.yaml").unlink()
    os.mkfifo(klein / PLACE / "dijk.yaml")
    assert told(klein, capsys) == f"{PLACE}/dijk.yaml:1: fout: dit is geen gewoon bestand"


def test_a_name_is_the_same_however_a_system_writes_its_accents(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, parts = "Súdwest-Fryslân", "Su\u0301dwest-Frysla\u0302n"
    text = f"soort: kaart\nbijschrift: a\nbron: a\nalt: a\ngemeenten: [{parts}, {whole}]\n"
    (klein / PLACE / "dijk.yaml").write_text(text, "utf-8")
    assert told(klein, capsys).endswith(f"fout: in 'gemeenten' staat '{whole}' twee keer")


@pytest.mark.slow
def test_settings_of_the_drawing_library_in_the_folder_are_not_read(klein: Path) -> None:
    (klein / "matplotlibrc").write_bytes(b"\xff\xfe\x00nonsense")
    program = "from rapportage.cli import main; main(['check', '2024-H1'])"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=klein,
        env=os.environ | {"MPLBACKEND": "nonsense", "RAPPORTAGE_CACHE": str(klein / "bewaard")},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
