"""A paper that is filled in again is what it would be the first time, and blocks that are as they were stay."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from documents import META, item, paragraph, text

from rapportage.compose.resolve import resolve
from rapportage.compose.terms import only_used, with_first_uses
from rapportage.content.organisation import Begrip, Begrippen
from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Landscape,
    List,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from rapportage.errors import Place, attempt
from rapportage.inlines import Footnote, NoteMark, Reference, Strong, Term, Text
from rapportage.preview.sameness import alike
from rapportage.remembered import Memory
from rapportage.writers.text import write_text

FIGURE, OTHER = (Figure("a", "Een grafiek.", text(name), id=name) for name in ("wonen", "water"))
TABLE = Table(
    (), (Row((Cell((Reference("wonen"), Footnote(text("cel"), id="cel"))),)),), text("Stand"), id="stand"
)
SOUND: tuple[Block, ...] = (
    Contents(text("Inhoud")),
    Heading(1, text("Deel"), "", True),
    Paragraph((Text("Een noot"), Footnote(text("De noot."), id="een"))),
    FIGURE,
    FigurePair(OTHER, Figure("b", "Nog een.", text("paar"), id="paar")),
    TABLE,
    Heading(1, text("Wonen"), "kop-2", True),
    Heading(1, text("Water"), "", False),
    Landscape((Table((), (Row((Cell((NoteMark("een"),)),)),), text("Breed"), id="breed"),)),
    Paragraph((Text("Zie "), Reference("wonen"), Text(" en "), Reference("stand"))),
    Paragraph((Reference("wonen"), Text(" toont het. "), Strong((Reference("breed"),)))),
    Paragraph((Text("Nog een"), Footnote((Text("Zie "), Reference("water"))), NoteMark("een"))),
    List((item(paragraph("De WMO.")), item(paragraph("punt")))),
    Kader((Text("De WMO en"), Reference("paar")), (Paragraph((Text("De UWV, de WMO"), NoteMark("cel"))),)),
    paragraph("De WMO-gelden en het UWV."),
    paragraph("Het UWV en de raad van de gemeente, WMO."),
    Contents(text("Figuren"), of="figuren"),
)
WRONG: tuple[Block, ...] = (
    Heading(3, text("Zie"), "", True),
    Paragraph((Text("Zie "), Reference("bestaat-niet"))),
    Paragraph((NoteMark("bestaat-niet"),)),
)
BEGRIPPEN = Begrippen(
    begrippen=(
        Begrip(id="wmo", term="Wet maatschappelijke ondersteuning", afkorting="WMO"),
        Begrip(id="uwv", term="Uitvoeringsinstituut", afkorting="UWV"),
        Begrip(id="raad", term="raad van de gemeente"),
    )
)
LIST = Table(
    (),
    tuple(
        Row((Cell((Term(text(one.afkorting or one.term), f"begrip:{one.id}"),)),))
        for one in BEGRIPPEN.begrippen
    ),
)


def with_terms(document: Document, memory: Memory) -> Document:
    listed = replace(document, blocks=(*document.blocks, LIST))
    return with_first_uses(only_used(listed, BEGRIPPEN, Place("begrippen.yaml"), memory), BEGRIPPEN, memory)


def numbered(document: Document, memory: Memory) -> Document:
    return resolve(document, frozenset({"paar"}), ("water",), memory)


def random_papers(seed: int) -> list[Document]:
    """Papers of which each differs a little from the one before; now and then there is a mistake in one."""
    rng = random.Random(seed)
    blocks = list(SOUND)
    papers = []
    for _ in range(150):
        at = rng.randrange(len(blocks))
        match rng.randrange(6):
            case 0 if len(blocks) > 3:
                blocks.pop(at)
            case 1 | 2:
                absent = [one for one in SOUND if not any(one is other for other in blocks)]
                blocks[at:at] = [rng.choice(absent or [PageBreak()])]
            case 3:
                blocks.insert(at, blocks.pop(at - 1))
            case 4:
                papers.append(Document(META, (*blocks, rng.choice(WRONG))))
            case _ if rng.random() < 0.3:
                blocks = list(SOUND)
        papers.append(Document(META, tuple(blocks)))
    return papers


@pytest.mark.parametrize("fill", [numbered, with_terms])
@pytest.mark.parametrize("seed", range(3))
def test_a_paper_that_is_filled_in_again_is_what_it_would_be_the_first_time(
    fill: Callable[[Document, Memory], Document], seed: int
) -> None:
    memory = Memory()
    outcomes = set()
    for paper in random_papers(seed):
        memory.next_look()
        again = attempt(partial(fill, paper, memory))
        once = attempt(partial(fill, paper, Memory(kept=False)))
        assert again.problems == once.problems
        assert alike(again.value, once.value)
        outcomes.add(again.value is None)
    assert outcomes >= {False}


@pytest.mark.parametrize("fill", [numbered, with_terms])
def test_blocks_stay_the_very_ones_where_nothing_in_them_is_otherwise(
    fill: Callable[[Document, Memory], Document],
) -> None:
    memory = Memory()
    before = fill(Document(META, SOUND), memory)
    memory.next_look()
    fresh = paragraph("Erbij.")
    after = fill(Document(META, (*SOUND[:9], fresh, *SOUND[9:])), memory)
    assert [id(one) for one in after.blocks if one is not fresh] == [id(one) for one in before.blocks]


def test_a_reference_follows_a_figure_that_is_numbered_otherwise() -> None:
    memory = Memory()
    paper = Document(META, (FIGURE, Paragraph((Text("Zie "), Reference("wonen")))))
    assert write_text(numbered(paper, memory)).endswith("Zie figuur 1\n")
    memory.next_look()
    before = Figure("c", "Ervoor.", text("ervoor"), id="ervoor")
    after = numbered(replace(paper, blocks=(before, *paper.blocks)), memory)
    assert write_text(after).endswith("Zie figuur 2\n")
