"""A format or an engine is a row: nothing else in the program knows one by its name."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from where import ROOT

from rapportage.build import formats, schedule
from rapportage.build.formats import ENGINE, ENGINES, FORMATS, WRITTEN, Format, Pages
from rapportage.build.processes import Processes
from rapportage.build.schedule import PaperMaker
from rapportage.document import Document, Image
from rapportage.figures.cache import FigureCache
from rapportage.periode import parse_periode
from rapportage.style.tokens import house_style
from rapportage.workspace import package_templates
from rapportage.writers.text import write_text

PERIODE = parse_periode("2024-H1")

SOURCE = ROOT / "src/rapportage"
STYLE = house_style((package_templates() / "huisstijl.tokens.json").read_text("utf-8"))


def strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is str
    }


@pytest.mark.parametrize("room", ["build", "cli", "compose", "workspace"])
def test_only_the_table_names_a_format_or_an_engine(room: str) -> None:
    paths = [*SOURCE.glob(f"{room}.py"), *(SOURCE / room).rglob("*.py")]
    assert paths
    for path in paths:
        if path.name != "formats.py":
            assert strings(path) & {*FORMATS, *ENGINES} == set(), path.name


def test_a_format_of_one_more_row_is_written_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from documents import everything

    def as_given(cache: FigureCache, images: Mapping[str, Image]) -> Mapping[str, Image]:
        del cache
        return images

    def write(document: Document, pages: Pages, embed_fonts: bool) -> bytes:
        del embed_fonts
        return f"{pages.count} bladzijden\n{write_text(document)}".encode()

    row = Format("txt", lambda: None, as_given, write)
    monkeypatch.setitem(WRITTEN, "txt", row)
    processes = Processes()
    maker = PaperMaker(processes, processes.worker(), processes.worker(), ENGINE, ("txt", "docx"), PERIODE)
    files = maker.files({"memo": everything()}, STYLE, "", embed_fonts=False)
    assert set(files) == {"memo.docx", "memo.txt"}
    assert write_text(everything()) in files["memo.txt"].decode()


def test_an_engine_of_another_row_lays_out_and_draws_its_own_format() -> None:
    from documents import everything

    class Slate:
        pages = {"kop": 3}  # noqa: RUF012 - as the protocol has it
        page_count = 3
        style = STYLE

    engine = replace(
        ENGINE,
        name="lei",
        suffix="lei",
        lay_out=lambda *_: Slate(),
        draw=lambda *_: b"krijt",
        prepare=lambda *_: None,
    )
    processes = Processes()
    maker = PaperMaker(processes, processes.worker(), processes.worker(), engine, ("lei",), PERIODE)
    assert maker.files({"memo": everything()}, STYLE, "", embed_fonts=False) == {"memo.lei": b"krijt"}
    assert schedule._laid_out == {}


def test_a_format_that_is_asked_for_twice_is_written_once() -> None:
    processes = Processes()
    maker = PaperMaker(processes, processes.worker(), processes.worker(), ENGINE, ("docx", "docx"), PERIODE)
    assert [one.suffix for one in maker.written] == ["docx"]


def test_the_names_of_the_formats_are_the_suffixes_of_their_files() -> None:
    assert set(formats.FORMATS) == {*WRITTEN, *(one.suffix for one in ENGINES.values())}
