"""What holds for any Document and any text."""

from __future__ import annotations

import pytest
import seen
from documents import META
from engines import each_engine, lay_out
from hypothesis import HealthCheck, given, settings
from strategies import documents, slow, texts
from word_files import STYLE

from rapportage.compose.reading.read import read_document
from rapportage.compose.resolve import resolve
from rapportage.document import Cell, Document, Heading, Kader, List, ListItem, Paragraph, Row, Table
from rapportage.inlines import Text
from rapportage.lines import with_numbers_held
from rapportage.writers.docx.document import write_docx
from rapportage.writers.html import write_html

quick = settings(max_examples=75, deadline=None, suppress_health_check=list(HealthCheck))


def saying(words: str) -> Document:
    """A document that says these words in each kind of place."""
    content = (Text(words),)
    table = Table((Row((Cell(content, header=True),)),), (Row((Cell(content),)),), content)
    blocks = (
        Heading(1, content, "kop"),
        Paragraph(content),
        List((ListItem((Paragraph(content),)),)),
        Kader(content, (Paragraph(content),)),
        table,
    )
    return resolve(Document(META, blocks))


@pytest.mark.slow
@quick
@given(documents())
def test_any_document_is_read_back_the_same_and_has_its_words_in_word(document: Document) -> None:
    """One test, since to think of a document takes longer than to write it in both.

    The PDF's words are compared in their order in `writers/pdf/test_tags.py`.
    """
    resolved = resolve(document)
    assert read_document(write_html(resolved), "proef", images=document.images) == resolved
    in_word = seen.letters(seen.word_words(write_docx(resolved, STYLE, {})))
    for label, content in seen.contents_of(resolved.blocks):
        assert seen.letters(seen.flat(content)) in in_word, label


@each_engine
@slow
@given(texts)
def test_any_text_survives_literally_in_both_formats(engine: str, words: str) -> None:
    document = saying(words)
    words = with_numbers_held(words)  # with the space that says so
    layout = lay_out(document, STYLE, engine)
    package = write_docx(document, STYLE, layout.pages)
    assert seen.word_words(package).count(words) >= 6
    assert seen.letters(seen.pdf_words(layout)).count(seen.letters(words)) >= 6 or not seen.letters(words)
