"""DOCX and PDF carry the Document's words, numbers, captions, links and alternative texts."""

from __future__ import annotations

import pytest
import seen
from papers import PAPERS, Paper, made

pytestmark = [pytest.mark.parametrize("paper", PAPERS, ids=str), pytest.mark.xdist_group("papers")]


def test_word_has_the_words_of_the_document_in_its_order(paper: Paper) -> None:
    document, package, _ = made(paper)
    in_word, read = seen.letters(seen.word_words(package)), 0
    for label, content in seen.contents_of(document.blocks):
        words = seen.letters(seen.flat(content))
        assert words in in_word[read:], label
        read = in_word.index(words, read) + len(words)


def test_both_have_every_caption_with_its_number(paper: Paper) -> None:
    document, package, layout = made(paper)
    in_word, in_pdf = (seen.letters(words) for words in (seen.word_words(package), seen.pdf_words(layout)))
    for caption in map(seen.letters, seen.captions(document)):
        assert caption in in_word
        assert caption in in_pdf


def test_both_have_every_note(paper: Paper) -> None:
    document, package, layout = made(paper)
    in_word, in_pdf = (seen.letters(words) for words in (seen.word_words(package), seen.pdf_words(layout)))
    for note in seen.document_notes(document):
        assert seen.letters(seen.flat(note)) in in_word
        assert seen.letters(seen.flat(note)) in in_pdf


def test_both_link_to_the_same_addresses(paper: Paper) -> None:
    document, package, layout = made(paper)
    expected = sorted(seen.document_links(document))
    assert seen.word_links(package) == expected
    assert seen.pdf_links(layout) == expected


def test_both_describe_every_picture_alike(paper: Paper) -> None:
    document, package, layout = made(paper)
    expected = seen.document_descriptions(document)
    assert seen.word_descriptions(package) == expected
    assert seen.pdf_descriptions(layout.pdf) == expected
