"""Tables in a Word template look as its own do, as far as their heads stay clear."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from documents import everything
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from word_files import PAGES, STYLE, Element, xml
from word_templates import repacked, template

from rapportage.style.tokens import WordTemplate
from rapportage.writers.docx.document import write_docx
from rapportage.writers.docx.template.told import told_of

STYLES = "word/styles.xml"
BASE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Basis"><w:name w:val="Basistabel"/>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:color="112233"/>'
    '<w:insideH w:val="dotted" w:sz="4" w:color="445566"/></w:tblBorders></w:tblPr></w:style>'
)
OWN = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Eigen"><w:name w:val="Tabel gemeente"/>'
    '<w:basedOn w:val="Basis"/><w:tblPr><w:tblBorders><w:bottom w:val="double" w:sz="6" w:color="778899"/>'
    '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="{letters}"/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{ground}"/></w:tcPr></w:tblStylePr></w:style>'
)
NAMED = (("gegevenstabel", "Tabel gemeente"),)


def own(letters: str = "FFFFFF", ground: str = "8B0000") -> bytes:
    """A template with a style of tables that stands on another one."""
    both = (BASE + OWN.format(letters=letters, ground=ground)).encode()
    return template(parts={STYLES: lambda data: data.replace(b"</w:styles>", both + b"</w:styles>")})


def written(data: bytes, names: tuple[tuple[str, str], ...] = NAMED) -> bytes:
    return write_docx(everything(), replace(STYLE, template=WordTemplate(data, names)), PAGES, page_count=7)


def found(package: bytes, key: str, *path: str) -> list[Element]:
    """What stands at this path in one of the paper's styles."""
    style = next(one for one in xml(package, STYLES) if one.get(qn("w:styleId")) == key)
    return style.findall("/".join(map(qn, path)))


def colour_of_head(package: bytes) -> list[str | None]:
    return [one.get(qn("w:val")) for one in found(package, "Tabelkop", "w:rPr", "w:color")]


def test_a_table_has_the_rules_and_the_head_of_the_style_that_is_named() -> None:
    package = written(own())
    (rules,) = found(package, "Gegevenstabel", "w:tblPr", "w:tblBorders")
    assert [(one.tag, one.get(qn("w:color"))) for one in rules] == [
        (qn("w:top"), "112233"),
        (qn("w:bottom"), "778899"),
        (qn("w:insideH"), "445566"),
    ]
    (shade,) = found(package, "Gegevenstabel", "w:tblStylePr", "w:tcPr", "w:shd")
    assert shade.get(qn("w:fill")) == "8B0000"
    assert colour_of_head(package) == ["FFFFFF"]


def test_a_second_row_of_a_head_has_its_ground_too() -> None:
    rows = [
        one
        for one in xml(written(own())).iter(qn("w:tr"))
        if next(one.iter(qn("w:tblHeader")), None) is not None
    ]
    grounds = [shade.get(qn("w:fill")) for row in rows for shade in row.iter(qn("w:shd"))]
    assert grounds
    assert set(grounds) == {"8B0000"}


def test_the_style_for_all_new_tables_needs_no_naming() -> None:
    assert colour_of_head(written(own(), ())) != ["FFFFFF"]
    chosen = b'<w:defaultTableStyle w:val="Eigen"/></w:settings>'
    settings = {"word/settings.xml": lambda data: data.replace(b"</w:settings>", chosen)}
    assert colour_of_head(written(repacked(own(), settings), ())) == ["FFFFFF"]


@pytest.mark.parametrize(
    ("letters", "ground", "made"),
    [("FFFF00", "FFFFFF", "000000"), ("333333", "000000", "FFFFFF"), ("auto", "8B0000", "FFFFFF")],
)
def test_letters_that_are_not_clear_on_the_ground_become_so(letters: str, ground: str, made: str) -> None:
    assert colour_of_head(written(own(letters, ground))) == [made]


def test_that_letters_of_a_head_became_clear_is_told_once() -> None:
    told = told_of(WordTemplate(own("FFFF00", "FFFFFF"), NAMED), STYLE).adapted
    assert [one for one in told if "tabellen" in one] == [
        "kop van tabellen: #ffff00 is op #ffffff te weinig te zien; het werd #000000"
    ]


def test_a_style_of_tables_that_says_nothing_leaves_ours() -> None:
    for names in ((("gegevenstabel", "Normal Table"),), ()):
        (between,) = found(written(own(), names), "Gegevenstabel", "w:tblPr", "w:tblBorders", "w:insideH")
        assert between.get(qn("w:val")) == "single"


@pytest.mark.parametrize("letters", ["FFFFFF", "FFFF00"])
def test_word_would_not_repair_such_a_file(letters: str, tmp_path: Path) -> None:
    path = tmp_path / "stuk.docx"
    path.write_bytes(written(own(letters)))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
