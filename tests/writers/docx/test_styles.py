"""What a clerk meets of styles: a short gallery, nothing unused, and a Design tab that works."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from documents import everything
from docx.oxml.ns import qn
from printed import OFFICE, printed
from word_files import STYLE, Element, parts, values, written, xml

from rapportage.document import Heading, Paragraph
from rapportage.inlines import Text
from rapportage.writers.docx.document import write_docx

HEADING = Heading(1, (Text("Kop"),), "kop")
TEXT = Paragraph((Text("Tekst"),))


@pytest.fixture(scope="module")
def package() -> bytes:
    return write_docx(everything(), STYLE, {})


def styles(package: bytes) -> dict[str, Element]:
    return {str(one.get(qn("w:styleId"))): one for one in xml(package, "word/styles.xml").iter(qn("w:style"))}


def has(style: Element, switch: str) -> bool:
    return bool(values(style, switch))


def used(package: bytes) -> set[str]:
    names = [
        name
        for name in parts(package)
        if re.fullmatch(r"word/(document|footnotes|header\d|footer\d).xml", name)
    ]
    tags = ("w:pStyle", "w:rStyle", "w:tblStyle")
    return {value for name in names for tag in tags for value in values(xml(package, name), tag)}


def test_the_gallery_is_short_and_in_the_order_of_use(package: bytes) -> None:
    gallery = {name: one for name, one in styles(package).items() if has(one, "w:qFormat")}
    ordered = sorted(gallery, key=lambda name: int(values(gallery[name], "w:uiPriority")[0]))
    assert ordered == [
        *("Normal", "Heading1", "Heading2", "Heading3", "Heading4", "ListBullet", "ListNumber"),
        *("Quote", "Kadertitel", "Kader", "Caption", "Bron"),
    ]
    assert not any(has(one, "w:semiHidden") for one in gallery.values())


def test_what_a_paper_does_not_use_is_hidden_until_someone_uses_it() -> None:
    package = written(HEADING, TEXT)
    for name, one in styles(package).items():
        if name in used(package) or has(one, "w:qFormat") or one.get(qn("w:type")) == "table":
            continue
        assert has(one, "w:semiHidden"), name


def test_a_style_that_only_the_writer_needs_stays_hidden(package: bytes) -> None:
    helpers = {"Sectieslot", "Tabelslot", "Nalijst", "Nablok"}
    assert len(helpers & used(package)) >= 2
    for name in helpers:
        assert has(styles(package)[name], "w:semiHidden")
        assert not has(styles(package)[name], "w:unhideWhenUsed")


def test_styles_that_word_has_not_are_called_in_dutch(package: bytes) -> None:
    own = [values(one, "w:name")[0] for one in styles(package).values() if one.get(qn("w:customStyle"))]
    assert len(own) > 15
    assert [name for name in own if re.search(r"list|table|style|heading|text\b|quote", name, re.I)] == []


def test_colours_and_letters_are_the_themes(package: bytes) -> None:
    """But for the rules' grey, of which a theme has no place."""
    theme = xml(package, "word/theme/theme1.xml")
    named = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}
    colours = {one.tag.rpartition("}")[2]: one[0].get("val") for one in theme.iter() if len(one) == 1}
    found = 0
    for part in ("word/styles.xml", "word/numbering.xml", "word/document.xml"):
        for one in xml(package, part).iter():
            for key, called in (("val", "themeColor"), ("color", "themeColor"), ("fill", "themeFill")):
                name = one.get(qn(f"w:{called}"))
                if name and (value := one.get(qn(f"w:{key}"))) and re.fullmatch("[0-9A-F]{6}", value):
                    assert colours[named.get(name, name)] == value
                    found += 1
    assert found > 20
    bare = [
        one for one in xml(package, "word/styles.xml").iter(qn("w:color")) if not one.get(qn("w:themeColor"))
    ]
    assert bare == []


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.slow
def test_another_font_in_the_theme_is_the_font_of_the_whole_paper(tmp_path: Path) -> None:
    package = written(HEADING, TEXT)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as file:
        for name, data in parts(package).items():
            other = data.replace(b"Source Sans Pro", b"DejaVu Serif") if "theme" in name else data
            file.writestr(name, other)
    (pdf,) = printed([result.getvalue()], tmp_path)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = {str(font.BaseFont) for font in opened.pages[0].Resources.Font.values()}
    assert fonts
    assert all("DejaVuSerif" in name for name in fonts)
