"""DOCX and PDF carry the Document's words, numbers, captions, links and alternative texts."""

from __future__ import annotations

import pytest
import seen
from docx.oxml.ns import qn
from engines import each_engine
from papers import PAPERS, Paper, made
from word_files import shown, values, xml

from rapportage.identity import manifest
from rapportage.writers.docx.identity import hidden_name

pytestmark = pytest.mark.parametrize("paper", PAPERS, ids=str)


def test_word_has_the_words_of_the_document_in_its_order(paper: Paper) -> None:
    document, package, _ = made(paper)
    in_word, read = seen.letters(seen.word_words(package)), 0
    for label, content in seen.contents_of(document.blocks):
        words = seen.letters(seen.flat(content))
        assert words in in_word[read:], label
        read = in_word.index(words, read) + len(words)


def test_every_paragraph_of_word_that_says_something_carries_a_name_of_the_manifest(paper: Paper) -> None:
    """Those of the contents lists aside, which say what is said elsewhere."""
    document, package, _ = made(paper)
    names = {hidden_name(entry.name) for entry in manifest(document)}
    said = [one for one in xml(package).iter(qn("w:p")) if shown(one).strip()]
    own = [one for one in said if not values(one, "w:pStyle")[0].startswith(("TOC", "TableofFigures"))]
    assert own
    nameless = [one for one in own if not names & set(values(one, "w:bookmarkStart", "w:name"))]
    assert [shown(one) for one in nameless] == []


@each_engine
def test_both_have_every_caption_with_its_number(paper: Paper, engine: str) -> None:
    document, package, layout = made(paper, engine)
    in_word, in_pdf = (seen.letters(words) for words in (seen.word_words(package), seen.pdf_words(layout)))
    for caption in map(seen.letters, seen.captions(document)):
        assert caption in in_word
        assert caption in in_pdf


@each_engine
def test_both_have_every_note(paper: Paper, engine: str) -> None:
    document, package, layout = made(paper, engine)
    in_word, in_pdf = (seen.letters(words) for words in (seen.word_words(package), seen.pdf_words(layout)))
    for note in seen.document_notes(document):
        assert seen.letters(seen.flat(note)) in in_word
        assert seen.letters(seen.flat(note)) in in_pdf


@each_engine
def test_both_link_to_the_same_addresses(paper: Paper, engine: str) -> None:
    document, package, layout = made(paper, engine)
    expected = sorted(seen.document_links(document))
    assert seen.word_links(package) == expected
    assert seen.pdf_links(layout) == expected


@each_engine
def test_both_describe_every_picture_alike(paper: Paper, engine: str) -> None:
    document, package, layout = made(paper, engine)
    expected = seen.document_descriptions(document)
    assert seen.word_descriptions(package) == expected
    assert seen.pdf_descriptions(layout.pdf) == expected
