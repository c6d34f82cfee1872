"""Which layout engine a build uses, and what it says where that cannot be."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from documents import META, paragraph
from engines import TYPST, template
from laid_out import style
from where import WORKSPACES

from rapportage.build.check import check
from rapportage.build.choice import likely_engine
from rapportage.build.formats import ENGINE, ENGINES
from rapportage.cache import made_with
from rapportage.content.organisation import Organisatie
from rapportage.document import Document
from rapportage.errors import LayoutError, MachineError
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

PERIODE = parse_periode("2024-H1")


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    shutil.copytree(WORKSPACES / "klein", tmp_path, dirs_exist_ok=True)
    return tmp_path


def choose(root: Path, line: str) -> Workspace:
    file = root / "content/organisatie.yaml"
    file.write_text(f"{line}\n{file.read_text('utf-8')}", "utf-8")
    return Workspace(root)


def test_the_names_that_content_may_choose_are_those_of_the_table() -> None:
    choices = Organisatie.model_json_schema()["properties"]["opmaak"]
    assert (choices["enum"], choices["default"]) == (list(ENGINES), ENGINE.name)


@pytest.mark.parametrize(
    ("line", "asked", "chosen"),
    [
        ("opmaak: typst", None, "typst"),
        ("opmaak: typst", "weasyprint", "weasyprint"),
        ("# niets", "typst", "typst"),
    ],
)
def test_the_engine_is_the_one_asked_for_or_else_that_of_the_content(
    klein: Path, line: str, asked: str | None, chosen: str
) -> None:
    workspace = choose(klein, line)
    checked = check(workspace, PERIODE, engine=asked)
    assert (checked.engine.name, checked.errors) == (chosen, ())
    assert likely_engine(workspace, asked).name == chosen
    assert checked.stylesheet == template(chosen)


def test_the_version_of_each_engine_is_part_of_what_papers_are_made_with() -> None:
    assert made_with().keys() >= set(ENGINES)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_a_pipe_in_place_of_the_organisation_is_told_and_not_waited_for(klein: Path) -> None:
    (klein / "content/organisatie.yaml").unlink()
    os.mkfifo(klein / "content/organisatie.yaml")
    assert likely_engine(Workspace(klein), None) is ENGINE
    (told,) = check(Workspace(klein), PERIODE).errors
    assert told.message == "dit is geen gewoon bestand"


@pytest.mark.parametrize(("chosen", "own"), [("typst", "document.css"), ("weasyprint", "document.typ")])
def test_an_own_style_for_another_engine_is_an_error_that_says_what_to_do(
    klein: Path, chosen: str, own: str
) -> None:
    (klein / "templates").mkdir()
    (klein / "templates" / own).write_text("/* eigen */", "utf-8")
    (told,) = check(Workspace(klein), PERIODE, engine=chosen).errors
    assert (told.at.file, told.rule) == (f"templates/{own}", "andere-opmaak")
    assert f"geldt niet voor '{chosen}'" in told.message
    assert told.hint is not None
    assert ENGINES[chosen].template in told.hint
    (klein / "templates" / ENGINES[chosen].template).write_text(template(chosen), "utf-8")
    assert check(Workspace(klein), PERIODE, engine=chosen).errors == ()


def test_a_token_of_ones_own_may_be_used_in_an_own_template(klein: Path) -> None:
    (klein / "templates").mkdir()
    tokens = klein / "templates/huisstijl.tokens.json"
    tokens.write_text('{ "kleur": { "eigen": { "$value": "#1e5631" } } }', "utf-8")
    own = template(TYPST).replace("#let boven(inhoud)", "#let eigen = kleur-eigen\n#let boven(inhoud)")
    assert [one.message for one in check(Workspace(klein), PERIODE, engine=TYPST).errors]
    (klein / "templates/document.typ").write_text(own, "utf-8")
    assert check(Workspace(klein), PERIODE, engine=TYPST).errors == ()


def laid_out(more: str) -> bytes:
    document = Document(META, (paragraph("Tekst."),))
    engine = ENGINES[TYPST]
    layout = engine.lay_out(document, style(), template(TYPST) + more)
    pdf: bytes = layout.pdf  # type: ignore[attr-defined]
    return pdf


def test_an_own_template_lays_out_in_a_process_of_its_own_and_looks_otherwise() -> None:
    own = laid_out('\n#let alinea(inhoud, houdt: false) = block(par(text(fill: rgb("#123456"), inhoud)))\n')
    assert own.startswith(b"%PDF-")
    assert own != laid_out("\n// hetzelfde\n") == laid_out("")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('#import "@preview/cetz:0.3.0": *', "vraagt om een pakket"),
        ('#import "\\u{40}preview/cetz:0.3.0": *', "vraagt om een pakket"),
        ('#let x = read("/etc/hostname")', "file not found"),
        ('#let x = read("../../etc/hostname")', "would escape"),
        ("#let alinea(inhoud, houdt: false) = vakje(inhoud)", "ontbreekt 'vakje'"),
        ("#let x = (", "unclosed delimiter"),
        ('#let x = panic("\\u{1b}[31mhallo")', "panicked"),
    ],
)
def test_what_an_own_template_may_not_or_cannot_do_is_told(more: str, message: str) -> None:
    with pytest.raises(LayoutError, match=message) as told:
        laid_out(f"\n{more}\n")
    assert "document.typ" in str(told.value) + told.value.hint


@pytest.mark.slow
def test_an_own_template_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapportage.figures.bounded.MOST_SECONDS", 1)
    loops = "#let f(n) = { let m = 0; for a in range(9000) { for b in range(9000) { m += b } }; m }\n#let x = f(1)"
    with pytest.raises(LayoutError, match="te veel tijd of geheugen"):
        laid_out(f"\n{loops}\n")


def test_without_the_package_of_the_other_the_command_that_brings_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MachineError, match="typst is op deze computer niet") as told:
        laid_out("")
    assert "pip install typst" in str(told.value.hint)


def test_without_the_libraries_of_one_engine_both_ways_out_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from rapportage.writers.pdf import engine

    monkeypatch.setattr(engine, "missing_libraries", lambda: ["libpango-1.0.so.0"])
    error = engine._lacking()
    assert isinstance(error, MachineError)
    assert error.hint is not None
    assert "apt-get install" in error.hint
    assert "opmaak: typst" in error.hint
    assert "--engine typst" in error.hint
