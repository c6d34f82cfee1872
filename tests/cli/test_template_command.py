"""`rapportage template` derives tokens from a Word template that `check` then takes, and tells where from."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import cast

import docx
import pytest
from docx.shared import Mm, Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from where import TEMPLATES
from word_templates import HOUSE, after, field, in_footer, template, words

from rapportage.checks.registry import judge
from rapportage.checks.subjects import StyleFile
from rapportage.cli import main
from rapportage.style.token_text import token_text
from rapportage.style.tokens import house_style
from rapportage.writers.docx.template.read import read_template
from rapportage.writers.docx.template.tokens import Derived, derived

TOKENS = "huisstijl.tokens.json"
BELOW = (TEMPLATES / TOKENS).read_text("utf-8")
MODEL = house_style(BELOW)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str, int]:
    with pytest.raises(SystemExit) as left:
        main(["template", *arguments])
    said = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return said.out, said.err, left.value.code


def tokens_of(own: bytes) -> Derived:
    return derived(read_template(own), MODEL)


def test_it_takes_colours_sizes_and_margins_from_styles_and_page() -> None:
    found = tokens_of(template()).tokens
    assert found["kleur.accent"] == f"#{HOUSE.lower()}"
    assert (found["letter.tekst"], found["letter.kop-1"]) == (10, 17)
    millimetres = {
        name: round(cast(float, found[f"bladspiegel.{name}"]) / 72 * 25.4)
        for name in ("boven", "binnen", "buiten")
    }
    assert millimetres == {"boven": 35, "binnen": 30, "buiten": 20}


colours = st.integers(0, 0xFFFFFF).map(lambda number: RGBColor.from_string(f"{number:06X}"))


@settings(max_examples=30, deadline=None)
@given(
    st.fixed_dictionaries({"Normal": colours, "Heading 1": colours, "Footer": colours, "Title": colours}),
    st.integers(4, 90),
    st.lists(st.integers(0, 200), min_size=4, max_size=4),
    st.floats(0.2, 5),
)
def test_whatever_a_template_says_check_takes_the_tokens(
    said: dict[str, RGBColor], size: int, margins: list[int], line: float
) -> None:
    def change(made: docx.document.Document) -> None:
        for name, colour in said.items():
            style = made.styles[name]
            style.font.color.rgb, style.font.size, style.paragraph_format.line_spacing = (
                colour,
                Pt(size),
                line,
            )
        section = made.sections[0]
        section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = map(
            Mm, margins
        )

    text = token_text(tokens_of(template(change)).tokens)
    assert [one for one in judge(StyleFile(TOKENS, text, BELOW)) if one.is_error] == []


def test_a_colour_that_is_too_light_becomes_darker_and_that_is_told() -> None:
    def light(made: docx.document.Document) -> None:
        made.styles["Heading 1"].font.color.rgb = RGBColor(0xFF, 0xD5, 0x00)

    found = tokens_of(template(light))
    assert found.tokens["kleur.accent"] not in ("#ffd500", MODEL.colour("accent"))
    assert [one for one in found.adapted if one.startswith("kleur.accent: #ffd500 is te licht")]


def test_links_of_a_template_are_written_also_where_they_have_the_colour_of_ours() -> None:
    link = (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0B4A6F"/></w:rPr></w:style>'
    )
    found = tokens_of(template(parts={"word/styles.xml": after("</w:latentStyles>", link)}))
    style = house_style(token_text(found.tokens), BELOW)
    assert (style.colour("accent"), style.colour("verwijzing")) == (f"#{HOUSE.lower()}", "#0b4a6f")


def test_the_colours_of_charts_are_those_of_a_theme_of_the_house_only() -> None:
    def accents(data: bytes) -> bytes:
        for number, colour in enumerate(("005EA8", "B0005A", "3B7A1E", "6A3D9A", "8A5A00"), 1):
            slot = rf'(<a:accent{number}>\s*<a:srgbClr val=")\w+'
            data = re.sub(slot.encode(), rb"\g<1>" + colour.encode(), data)
        return data

    words_own = tokens_of(template())
    assert "kleur.reeks-1" not in words_own.tokens
    assert "de kleuren van grafieken: het thema is dat van Word zelf" in words_own.left
    own = tokens_of(template(parts={"word/theme/theme1.xml": accents}))
    assert [own.tokens[f"kleur.reeks-{number}"] for number in (1, 2)] == ["#005ea8", "#b0005a"]


def test_a_font_that_does_not_come_along_is_told_with_where_its_files_go() -> None:
    found = tokens_of(template())
    assert not [name for name in found.tokens if name.startswith("lettertype")]
    assert [one for one in found.left if "'Verdana'" in one and "templates/lettertypen" in one]


# --- the command -----------------------------------------------------------------------------


def test_it_shows_the_file_and_tells_of_it_beside(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (klein / "huisstijl.dotx").write_bytes(
        template(lambda made: in_footer(made, words("Postbus 1") + field("FILENAME", "1")))
    )
    out, err, status = told(capsys, "--from", str(klein / "huisstijl.dotx"), "--workspace", str(klein))
    assert status == 0
    assert json.loads(out)["kleur"]["accent"] == {"$value": f"#{HOUSE.lower()}"}
    assert "kleur.accent" in err
    assert "stijl 'heading 1'" in err
    assert "'Postbus 1' komt in elk stuk" in err
    assert "weggelaten: het veld FILENAME" in err
    assert not (klein / "templates").exists()


def test_it_writes_once_and_overwrites_nothing(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (klein / "templates").mkdir()
    (klein / "templates/sjabloon.docx").write_bytes(template())
    assert told(capsys, "--write", "--workspace", str(klein))[2] == 0
    path = klein / "templates" / TOKENS
    written = path.read_bytes()
    assert house_style(written.decode(), BELOW).colour("accent") == f"#{HOUSE.lower()}"
    _, err, status = told(capsys, "--write", "--workspace", str(klein))
    assert (status, path.read_bytes()) == (2, written)
    assert "bestaat al" in err


def test_a_template_that_cannot_be_used_is_told_by_name(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (klein / "oud.dotm").write_bytes(template(parts={"word/vbaProject.bin": lambda _: b"x"}))
    _, err, status = told(capsys, "--from", str(klein / "oud.dotm"), "--workspace", str(klein))
    assert status == 1
    assert "oud.dotm: fout: dit sjabloon bevat macro's" in err


@pytest.mark.parametrize("arguments", [(), ("--from", "nergens.dotx")])
def test_where_there_is_none_that_is_told(
    klein: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    out, err, status = told(capsys, *arguments, "--workspace", str(klein))
    assert (out, status) == ("", 2)
    assert "sjabloon" in err


def test_of_a_style_that_becomes_clearer_word_is_told_too(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    light = '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/><w:rPr><w:color w:val="FFD500"/></w:rPr></w:style>'
    (klein / "a.dotx").write_bytes(template(parts={"word/styles.xml": after("</w:latentStyles>", light)}))
    assert (
        "stijl 'Quote': #ffd500"
        in told(capsys, "--from", str(klein / "a.dotx"), "--workspace", str(klein))[1]
    )
