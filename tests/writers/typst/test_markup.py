"""Texts stay texts: nothing that an author writes is read as code."""

from __future__ import annotations

import pytest
import seen
from documents import paragraph, text
from engines import TYPST
from laid_out import laid_out
from spoken import spoken

from rapportage.document import Heading, Paragraph
from rapportage.inlines import Link, Reference, Text
from rapportage.writers.typst.code import string

HOSTILE = [
    '"); panic("x',
    '#panic("x")',
    '#read("/etc/passwd")',
    "*vet* _schuin_ `code` $x^2$ = Kop - punt + punt / term: <label> @verwijzing https://a.nl //",
    '#import "@preview/x:1.0.0": *',
    '\\u{41} \\n \\" \\',
    "{[(",
    ")]}",
    "-- --- ... ~ -? 'enkel' \"dubbel\"",
    "/* */ ; , : #{1+1}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_is_printed_as_written_in_every_place(words: str) -> None:
    made = laid_out(
        Heading(1, text(words), words, number="1", numbered=True),
        Paragraph((Text(words), Link(text(words), f"https://a.nl/{words}"), Reference(words, words))),
        paragraph(words),
        engine=TYPST,
    )
    said = "".join(spoken(made)[0]).replace(" ", "")
    assert said.count(words.replace(" ", "")) == 5
    assert seen.pdf_links(made) == [f"https://a.nl/{words}"]
    assert made.pages == {words: 1}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('a"b\\c', '"a\\"b\\\\c"'),
        ("a\nb\x00\u2028", '"a\\u{a}b\\u{0}\\u{2028}"'),
        ("€ ’", '"€ ’"'),
    ],
)
def test_a_string_literal_escapes_what_would_end_it_and_what_is_not_seen(text: str, code: str) -> None:
    assert string(text) == code
