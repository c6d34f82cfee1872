"""An own Word template is judged by `check`, used by `build` for every paper, and looked at again when it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import RGBColor
from word_files import parts
from word_templates import HOUSE, after, in_header, template, with_lines, words

from rapportage.build.check import check, house_style_of
from rapportage.build.run import build
from rapportage.cli import main
from rapportage.errors import ContentError, Problem
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace
from rapportage.writers.docx.template.dutch_names import stored_name

PERIODE = parse_periode("2024-H1")
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10H0z" fill="#123456"/></svg>'
WORD_ONLY = Wanted(formats=("docx",), engine="typst")


def put(klein: Path, data: bytes, name: str = "sjabloon.dotx") -> Workspace:
    (klein / "templates").mkdir(exist_ok=True)
    (klein / "templates" / name).write_bytes(data)
    return Workspace(klein)


def told(workspace: Workspace) -> list[Problem]:
    return [one for one in check(workspace, PERIODE).problems if one.rule == "sjabloon"]


def warned(workspace: Workspace) -> list[Problem]:
    return [one for one in told(workspace) if one.severity != "tip"]


def test_both_papers_are_written_in_it_and_again_when_it_changes(klein: Path) -> None:
    def blue(made: Document) -> None:
        made.styles["Heading 1"].font.color.rgb = RGBColor(0x00, 0x5E, 0xA8)

    for colour, own in ((HOUSE, template()), ("005EA8", template(blue))):
        outcome = build(put(klein, own), PERIODE, WORD_ONLY)
        assert len(outcome.files) > 1
        for file in outcome.files:
            assert colour.encode() in parts(file.read_bytes())["word/styles.xml"]


def test_without_a_template_papers_are_as_they_were(klein: Path) -> None:
    before = [one.read_bytes() for one in build(Workspace(klein), PERIODE, WORD_ONLY).files]
    put(klein, template())
    assert [one.read_bytes() for one in build(Workspace(klein), PERIODE, WORD_ONLY).files] != before
    (klein / "templates/sjabloon.dotx").unlink()
    assert [one.read_bytes() for one in build(Workspace(klein), PERIODE, WORD_ONLY).files] == before


def test_one_that_may_not_be_used_is_an_error_at_its_file_and_nothing_is_built(klein: Path) -> None:
    workspace = put(klein, template(parts={"word/vbaProject.bin": lambda _: b"x"}))
    (problem,) = told(workspace)
    assert (problem.severity, str(problem.at)) == ("fout", "templates/sjabloon.dotx")
    assert problem.message == "dit sjabloon bevat macro's"
    with pytest.raises(ContentError):
        build(workspace, PERIODE, WORD_ONLY)
    assert not (klein / "output").exists()


@pytest.mark.parametrize("left", ["[titel]", "Klik of tik om tekst in te voeren.", "XXXX"])
def test_words_above_pages_that_wait_to_be_filled_in_are_an_error(klein: Path, left: str) -> None:
    problems = told(put(klein, template(lambda made: in_header(made, words(left)))))
    assert [one.severity for one in problems if left.rstrip(".") in one.message] == ["fout"]


@pytest.mark.parametrize(
    "said", ["Gemeente Kleinstad", "Postbus 1, 1234 AB Kleinstad", "Pagina", "Team Regio (2)"]
)
def test_ordinary_words_above_pages_are_none(klein: Path, said: str) -> None:
    problems = told(put(klein, template(lambda made: in_header(made, words(said)))))
    assert [one for one in problems if one.is_error] == []


def test_a_page_other_than_that_of_the_pdf_is_told_until_the_tokens_have_it(klein: Path) -> None:
    workspace = put(klein, template())
    (problem,) = warned(workspace)
    assert (problem.severity, problem.hint) == ("waarschuwing", "geef: rapportage template --write")
    with pytest.raises(SystemExit):
        main(["template", "--write", "--workspace", str(klein)])
    assert warned(workspace) == []


def test_a_logo_that_word_has_of_the_template_is_told_to_be_for_the_pdf(klein: Path) -> None:
    workspace = put(klein, with_lines(["plaatje"]))
    said = "'logo.svg' komt alleen in de PDF: dit sjabloon heeft al een plaatje boven bladzijde 1"
    assert said not in [one.message for one in told(workspace)]
    put(klein, LOGO, "logo.svg")
    assert [one.severity for one in told(workspace) if one.message == said] == ["tip"]
    put(klein, with_lines(["voet: plaatje"]))
    assert said not in [one.message for one in told(workspace)]


def test_a_template_without_a_head_of_chapters_is_told_with_the_way_out(klein: Path) -> None:
    own = template(parts={"word/styles.xml": lambda data: data.replace(b'"heading 1"', b'"Kop gemeente"')})
    workspace = put(klein, own)
    assert "dit sjabloon heeft geen stijl 'heading 1' (Kop 1)" in [one.message for one in warned(workspace)]
    put(klein, b"stijlen:\n  heading 1: Kop gemeente\n", "sjabloon.yaml")
    assert [one for one in warned(workspace) if "heading 1" in one.message] == []


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "stijlen:\n  heading 1: Kop gemente\n",
            2,
            "het sjabloon heeft geen stijl 'Kop gemente'",
            "Kop gemeente",
        ),
        (
            "stijlen:\n  hoofding 1: Kop gemeente\n",
            2,
            "rapportage heeft geen stijl 'hoofding 1'",
            "heading 1",
        ),
        (
            "stijlen:\n  heading 1: Kop gemeente\n  Kop 1: Kop gemeente\n",
            3,
            "stijl 'Kop 1' staat er twee keer",
            "'heading 1' en 'Kop 1' zijn dezelfde",
        ),
        ("kop: x\n", 1, "dit bestand noemt geen stijlen", "stijlen:"),
        ("- x\n", 1, "dit bestand noemt geen stijlen", "stijlen:"),
    ],
)
def test_a_style_that_nobody_knows_is_an_error_on_its_line(
    klein: Path, text: str, line: int, message: str, hint: str
) -> None:
    own = '<w:style w:type="paragraph" w:styleId="k"><w:name w:val="Kop gemeente"/></w:style>'
    put(klein, template(parts={"word/styles.xml": after("</w:latentStyles>", own)}))
    (problem,) = [one for one in told(put(klein, text.encode(), "sjabloon.yaml")) if one.is_error]
    assert (problem.at.line, problem.message) == (line, message)
    assert hint in (problem.hint or "")


def test_styles_may_be_called_as_a_dutch_word_shows_them(klein: Path) -> None:
    own = '<w:style w:type="paragraph" w:styleId="k"><w:name w:val="Kop gemeente"/></w:style>'
    put(klein, template(parts={"word/styles.xml": after("</w:latentStyles>", own)}))
    text = "stijlen:\n  Kop 1: Kop gemeente\n  Lijst opsom.teken: Standaard\n  Bijschrift: Kop 4\n"
    workspace = put(klein, text.encode(), "sjabloon.yaml")
    assert [one for one in told(workspace) if one.is_error] == []
    style, _ = house_style_of(workspace)
    assert style
    assert style.template
    assert style.template.names == (
        ("heading 1", "Kop gemeente"),
        ("list bullet", "Normal"),
        ("caption", "heading 4"),
    )


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("Lijst opsom.teken 2", "List Bullet 2"),
        ("kop 3", "heading 3"),
        ("Inhopg 1", "toc 1"),
        ("Kop 9", "Kop 9"),
        ("Kop", "Kop"),
        ("Kopje", "Kopje"),
        ("Bijschrift", "caption"),
    ],
)
def test_a_dutch_name_is_that_of_a_style_that_there_is(name: str, stored: str) -> None:
    assert stored_name(name, ("List Bullet 2", "heading 3", "toc 1", "caption")) == stored
    assert stored_name(name, (name, "heading 3")) == name
