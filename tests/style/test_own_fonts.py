"""An organisation's own fonts: told by their files, measured, and in both formats."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import matplotlib
import pikepdf
import pytest
import typst
from own_fonts import SANS, SERIF, own_font, put_fonts, with_damaged

from rapportage.build.run import build
from rapportage.periode import parse_periode
from rapportage.style.font_files import FontError, families, read_font
from rapportage.style.fonts import FAMILY, NORMAL, Typeface, house
from rapportage.workspace import Wanted, Workspace

PERIOD = parse_periode("2024-H1")
TOKENS = """{ "lettertype": {
  "tekst": { "$value": ["DejaVu Serif", "Cambria", "serif"] },
  "kop": { "$value": "DejaVu Sans" },
  "figuur": { "$value": "DejaVu Sans" }
} }"""


def typeface(folder: Path, *names: str) -> Typeface:
    files = []
    for name in names:
        data = own_font(name)
        (folder / f"{name}.ttf").write_bytes(data)
        files.append(read_font(folder / f"{name}.ttf", data))
    (one,) = families(files, "proef")
    return one


def test_a_font_is_called_and_weighed_as_the_quick_engine_does() -> None:
    """Typst knows a font by what stands in its file alone, and a paper names it as we do."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    theirs = {
        Path(str(one.path)): (one.family, one.weight, one.style != "normal")
        for one in typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
        ).fonts()
    }
    told = 0
    for path, facts in theirs.items():
        if path.name.startswith("DejaVu"):
            found = read_font(path, path.read_bytes())
            assert (found.family, found.face.weight, found.face.italic) == facts, path.name
            told += 1
    assert told >= 12


@pytest.mark.parametrize(
    ("weight", "italic", "name"),
    [
        (400, False, "DejaVuSerif"),
        (600, False, "DejaVuSerif-Bold"),
        (700, True, "DejaVuSerif-BoldItalic"),
    ],
)
def test_a_face_is_chosen_as_css_does(tmp_path: Path, weight: int, italic: bool, name: str) -> None:
    assert typeface(tmp_path, *SERIF).face(weight, italic=italic).path.stem == name


def test_without_a_slanted_or_bold_face_the_upright_one_stands_in(tmp_path: Path) -> None:
    one = typeface(tmp_path, "DejaVuSerif")
    assert one.face(700, italic=True) == one.face(NORMAL)


def test_a_line_is_as_wide_as_its_own_glyphs_and_a_lacking_sign_as_the_house_has_it(tmp_path: Path) -> None:
    own = typeface(tmp_path, *SERIF)
    assert own.text_width("mmm", 10) > house().text_width("mmm", 10)
    lacking = chr(min(_known(house()) - _known(own)))
    width = own.text_width(f"m{lacking}m", 10)
    assert width == pytest.approx(own.text_width("m", 10) * 2 + house().text_width(lacking, 10))


def _known(letters: Typeface) -> set[int]:
    from fontTools.ttLib import TTFont

    return set(TTFont(letters.face(NORMAL).path, lazy=True).getBestCmap())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is geen lettertype"),
        (b"wOF2" + bytes(40), "is een lettertype voor websites (WOFF2)"),
        (b"ttcf" + bytes(40), "is een verzameling lettertypen (TTC)"),
        (own_font("DejaVuSerif")[:4000], "is niet te lezen als lettertype"),
        (b"\x00\x01\x00\x00\xff\xff" + bytes(100), "is niet te lezen als lettertype"),
        (with_damaged("glyf"), "is niet te lezen als lettertype"),
        (with_damaged("hmtx"), "is beschadigd: de breedte van '0' kan niet (hmtx)"),
        (
            own_font("DejaVuSerif", "fsType=2"),
            "mag volgens zijn maker niet in documenten staan (OS/2 fsType)",
        ),
        (
            own_font("DejaVuSerif", "fsType=256"),
            "mag volgens zijn maker niet in delen in een PDF staan (OS/2 fsType)",
        ),
    ],
)
def test_a_file_that_is_no_font_for_a_paper_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(FontError) as told:
        read_font(Path("x.ttf"), data)
    assert str(told.value) == said


def test_a_condensed_face_is_left_out_of_a_family_that_has_others(tmp_path: Path) -> None:
    files = []
    for name, width in (("DejaVuSans", 5), ("DejaVuSans-Bold", 3)):
        data = own_font(name, f"usWidthClass={width}")
        files.append(read_font(tmp_path / f"{name}.ttf", data))
    (both,), (narrow,) = families(files, "a"), families(files[1:], "a")
    assert [one.path.stem for one in both.faces] == ["DejaVuSans"]
    assert [one.path.stem for one in narrow.faces] == ["DejaVuSans-Bold"]


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["weasyprint", "typst"])
def test_both_formats_are_set_in_the_own_typefaces(klein: Path, engine: str) -> None:
    put_fonts(klein, *SERIF, *SANS)
    (klein / "templates" / "huisstijl.tokens.json").write_text(TOKENS, "utf-8")
    files = {one.name: one for one in build(Workspace(klein), PERIOD, Wanted(engine=engine)).files}
    for paper in ("raadsvoorstel", "bijlage"):
        fonts = _families_in(files[f"{paper}.pdf"])
        assert fonts == {"DejaVuSans", "DejaVuSerif"}
        with zipfile.ZipFile(files[f"{paper}.docx"]) as docx:
            table, styles = (docx.read(f"word/{name}.xml").decode() for name in ("fontTable", "styles"))
        assert all(f'w:name="DejaVu {kind}"' in table for kind in ("Serif", "Sans"))
        assert table.count("<w:embed") == 8
        assert FAMILY not in styles + table


def _families_in(pdf: Path) -> set[str]:
    """The families of all fonts of a PDF, of what it draws in a form as well."""
    with pikepdf.open(pdf) as opened:
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one]
        names = [str(font.BaseFont).partition("+")[2].replace("-", "") for font in fonts]
    return {re.sub("(Semi)?(Regular|Bold|Oblique|Italic)+(IdentityH)?$", "", name) for name in names}


@pytest.mark.slow
def test_a_sign_that_the_own_typeface_lacks_is_printed_in_the_house_s(klein: Path) -> None:
    (klein / "templates").mkdir(exist_ok=True)
    folder = klein / "templates" / "lettertypen"
    folder.mkdir()
    (folder / "Huis.ttf").write_bytes(own_font("DejaVuSerif", "zonder=✓→"))
    (klein / "templates" / "huisstijl.tokens.json").write_text(
        '{"lettertype": {"tekst": {"$value": "DejaVu Serif"}}}', "utf-8"
    )
    chapter = next((klein / "content" / "2024-H1" / "bijlage").glob("*.md"))
    with chapter.open("a", encoding="utf-8") as file:
        file.write("\nHet besluit is genomen ✓ en gaat door.\n")
    for engine in ("weasyprint", "typst"):
        files = {one.name: one for one in build(Workspace(klein), PERIOD, Wanted(engine=engine)).files}
        assert _families_in(files["bijlage.pdf"]) == {"DejaVuSerif", "SourceSansPro"}


@pytest.mark.slow
def test_another_font_file_makes_other_papers(klein: Path) -> None:
    put_fonts(klein, *SERIF)
    (klein / "templates" / "huisstijl.tokens.json").write_text(
        '{"lettertype": {"tekst": {"$value": "DejaVu Serif"}}}', "utf-8"
    )
    made = []
    for changes in ((), ("zonder=✓",)):
        (klein / "templates" / "lettertypen" / "DejaVuSerif.ttf").write_bytes(
            own_font("DejaVuSerif", *changes)
        )
        files = build(Workspace(klein), PERIOD, Wanted(engine="typst")).files
        made.append({one.name: one.read_bytes() for one in files})
    assert made[0].keys() == made[1].keys()
    assert all(made[0][name] != made[1][name] for name in made[0] if name.endswith(".docx"))


@pytest.mark.parametrize("path", sorted((Path(matplotlib.get_data_path()) / "fonts/ttf").glob("DejaVu*.ttf")))
def test_no_sound_font_has_letters_of_a_width_that_cannot_be(path: Path) -> None:
    if "Display" not in path.name:
        assert read_font(path, path.read_bytes()).family.startswith("DejaVu")
