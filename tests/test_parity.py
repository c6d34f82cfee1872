"""DOCX and PDF carry the Document's words, numbers, captions, links and alternative texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import seen

from rapportage.build import STYLESHEET, check
from rapportage.document import Document
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.docx import write_docx
from rapportage.writers.pdf import Layout, lay_out

ROOT = Path(__file__).parents[1]
KLEIN = Path(__file__).parent / "werkruimtes" / "klein"
PAPERS = [(ROOT, "2021-H2", "raadsvoorstel"), (ROOT, "2021-H2", "bijlage")] + [
    (KLEIN, folder.name, paper)
    for folder in sorted((KLEIN / "content").glob("20*"))
    for paper in ("raadsvoorstel", "bijlage")
]

IDS = [f"{root.name}-{periode}-{paper}" for root, periode, paper in PAPERS]

pytestmark = pytest.mark.parametrize(("root", "periode", "paper"), PAPERS, ids=IDS)


@cache
def made(root: Path, periode: str, paper: str) -> tuple[Document, bytes, Layout]:
    workspace = Workspace(root)
    checked = check(workspace, parse_periode(periode))
    assert not checked.errors
    assert checked.style
    document = checked.documents[paper]
    layout = lay_out(document, checked.style, workspace.template(STYLESHEET).read_text("utf-8"))
    return document, write_docx(document, checked.style, layout.pages), layout


def test_pdf_has_the_words_of_the_document_and_its_furniture(root: Path, periode: str, paper: str) -> None:
    document, _, layout = made(root, periode, paper)
    expected = seen.tokens(f"{seen.document_words(document)} {seen.furniture(document, layout)}")
    assert seen.rejoined(seen.tokens(seen.pdf_words(layout)), expected) == expected


def test_word_has_the_words_of_the_document_in_its_order(root: Path, periode: str, paper: str) -> None:
    document, package, _ = made(root, periode, paper)
    in_word, read = seen.letters(seen.word_words(package)), 0
    for label, content in seen.contents_of(document.blocks):
        words = seen.letters(seen.flat(content))
        assert words in in_word[read:], label
        read = in_word.index(words, read) + len(words)


def test_both_have_every_caption_with_its_number(root: Path, periode: str, paper: str) -> None:
    document, package, layout = made(root, periode, paper)
    in_word, in_pdf = (seen.letters(words) for words in (seen.word_words(package), seen.pdf_words(layout)))
    for caption in map(seen.letters, seen.captions(document)):
        assert caption in in_word
        assert caption in in_pdf


def test_both_have_every_note(root: Path, periode: str, paper: str) -> None:
    document, package, layout = made(root, periode, paper)
    in_word, in_pdf = (seen.letters(words) for words in (seen.word_words(package), seen.pdf_words(layout)))
    for note in seen.document_notes(document):
        assert seen.letters(seen.flat(note)) in in_word
        assert seen.letters(seen.flat(note)) in in_pdf


def test_both_link_to_the_same_addresses(root: Path, periode: str, paper: str) -> None:
    document, package, layout = made(root, periode, paper)
    expected = sorted(seen.document_links(document))
    assert seen.word_links(package) == expected
    assert seen.pdf_links(layout) == expected


def test_both_describe_every_picture_alike(root: Path, periode: str, paper: str) -> None:
    document, package, layout = made(root, periode, paper)
    expected = seen.document_descriptions(document)
    assert seen.word_descriptions(package) == expected
    assert seen.pdf_descriptions(layout) == expected
