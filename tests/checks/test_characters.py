"""Characters that the house fonts cannot print are found before the layout."""

from __future__ import annotations

import pytest
from documents import everything, text

from rapportage.checks.writing.characters import unprintable_in
from rapportage.document import (
    Block,
    Cell,
    Figure,
    Kader,
    Landscape,
    List,
    ListItem,
    Metadata,
    MetadataRow,
    Paragraph,
    Quote,
    Row,
    Signatory,
    Signatures,
    Table,
)
from rapportage.errors import Place
from rapportage.inlines import Emphasis, Footnote, Inlines, Text

AT = Place("content/2021-H2/bijlage/governance.md", 7)
SNOW = text("☃")


def told(*blocks: Block) -> list[str]:
    return [f"{one.at}: {one.message}" for one in unprintable_in(blocks)]


def test_a_character_without_a_glyph_is_named_with_its_place() -> None:
    assert told(Paragraph(text("Sneeuw: ☃"), place=AT)) == [
        "content/2021-H2/bijlage/governance.md:7: het teken '☃' (U+2603) staat niet in het lettertype"
    ]


@pytest.mark.parametrize(
    "block",
    [
        List((ListItem((Paragraph(SNOW),)),)),
        Table((Row((Cell(SNOW, header=True),)),), ()),
        Table((), (Row((Cell(text("x")),)),), source=SNOW),
        Figure("x", "Een beeld.", caption=SNOW),
        Kader(SNOW, ()),
        Kader(text("x"), (Paragraph((Footnote(SNOW),)),)),
        Quote((Paragraph(SNOW),)),
        Metadata((MetadataRow(text("Onderwerp"), SNOW),)),
        Signatures(text("Namens"), (Signatory("☃", "griffier"),)),
        Landscape((Paragraph(SNOW),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_every_block_that_prints_words_is_looked_at(block: Block) -> None:
    assert len(told(block)) == 1


def test_an_alternative_text_is_spoken_and_needs_no_glyph() -> None:
    assert told(Figure("x", "Een sneeuwpop ☃.")) == []


def test_italics_are_looked_up_in_the_italic_face() -> None:
    russian: Inlines = (Text("Дом"),)
    assert told(Paragraph(russian)) == []
    assert "U+0414" in told(Paragraph((Emphasis(russian),)))[0]


def test_accents_spaces_and_format_characters_need_no_glyph_of_their_own() -> None:
    assert told(Paragraph(text("e\u0301e\u0308n\u00a01\u202f000\u2009m\u00ad\u200b\u2060 €"))) == []


def test_a_paper_of_plain_words_has_nothing_to_mend() -> None:
    assert list(unprintable_in(everything().blocks)) == []
