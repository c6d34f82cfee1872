"""The small workspace's papers as text, HTML and Word's parts, kept so that a person sees what a change does.

Run pytest with --update to write them anew, and read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree
from where import TESTS, WORKSPACES
from word_files import STYLE, parts

from rapportage.build.check import check
from rapportage.document import Document
from rapportage.figures.cache import user_cache
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.docx.document import write_docx
from rapportage.writers.html import write_html
from rapportage.writers.text import write_text

GOLDEN = TESTS / "golden"
PAPERS = ("raadsvoorstel", "bijlage")
SHARED = {"word/theme/theme1.xml", "word/fontTable.xml", "word/settings.xml"}
"""The parts that every paper of one house style holds alike; kept once, with the raadsvoorstel."""


@cache
def documents() -> dict[str, Document]:
    checked = check(Workspace(WORKSPACES / "klein"), parse_periode("2024-H1"))
    assert checked.problems == ()
    return {
        name: replace(paper, images=user_cache().with_bitmaps(paper.images))
        for name, paper in checked.documents.items()
    }


def pretty(xml: bytes) -> str:
    """The part with an indent of one space a level, and long runs of attributes left whole."""
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    etree.indent(root, " ")
    return etree.tostring(root, encoding="unicode") + "\n"


def written(name: str) -> Iterator[tuple[str, str]]:
    """File name and contents of everything that is kept of one paper."""
    document = documents()[name]
    yield f"{name}.txt", write_text(document)
    yield f"{name}.html", write_html(document)
    for part, data in parts(write_docx(document, STYLE, {})).items():
        if part.endswith((".xml", ".rels")) and (part not in SHARED or name == PAPERS[0]):
            folder = "docx" if part in SHARED else f"{name}.docx"
            yield f"{folder}/{re.sub(r'[^a-zA-Z0-9.]+', '-', part).strip('-')}", pretty(data)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_the_small_workspace_is_what_was_read_and_approved(name: str, update: bool) -> None:
    found = dict(written(name))
    if update:
        for file, text in found.items():
            path = GOLDEN / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    for file, text in found.items():
        assert (GOLDEN / file).exists(), file
        assert text == (GOLDEN / file).read_text("utf-8"), file


def test_no_golden_file_is_left_of_what_is_no_longer_written() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert kept == {file for name in PAPERS for file, _ in written(name)}


def test_papers_share_the_parts_that_are_kept_once() -> None:
    first, second = (parts(write_docx(documents()[name], STYLE, {})) for name in PAPERS)
    for part in SHARED:
        assert first[part] == second[part], part
