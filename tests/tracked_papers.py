"""Papers that became other ones, and Word files with what changed."""

from __future__ import annotations

import random
from dataclasses import replace

from documents import IMAGES, META, item, paragraph, text
from word_files import STYLE

from rapportage.compare.align import all_names, note_numbers
from rapportage.compare.tracked.document import Signed, tracked
from rapportage.document import (
    Block,
    Cell,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    List,
    Paragraph,
    Row,
    Signatory,
    Signatures,
    Table,
    inlines_of,
)
from rapportage.inlines import Footnote, Reference, Text, notes_in
from rapportage.writers.docx.document import write_docx

SIGNED = Signed("2021-H2 → 2022-H1", META.date)


def written(document: Document) -> bytes:
    """The paper as a Word file, without the numbers of pages."""
    return write_docx(document, STYLE, {})


def marked(old: Document, new: Document) -> bytes:
    """The new paper with what changed since the old one."""
    return tracked(written(old), written(new), all_names(old, new), note_numbers(old, new), SIGNED)


def edited(document: Document, seed: int) -> Document:
    """The paper with blocks that went, moved, or were said otherwise."""
    chance = random.Random(seed)
    blocks: list[Block] = []
    for block in document.blocks:
        match chance.randrange(6):
            case 0 if not isinstance(block, Heading | Table | Figure | FigurePair) and not _is_marked(block):
                continue
            case 1:
                blocks.insert(chance.randrange(len(blocks) + 1), block)
            case 2 if isinstance(block, Paragraph):
                blocks.append(replace(block, content=(Text("Anders dan eerst: "), *block.content)))
            case _:
                blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _is_marked(block: Block) -> bool:
    """Whether marks elsewhere in the paper refer to a note of the block."""
    return any(note.id for content in inlines_of(block) for note in notes_in(content))


def of_each_kind() -> tuple[Document, Document]:
    """Two small papers between which something of each kind moved, changed, came and went."""
    brug = paragraph("De brug over de vaart is in mei geopend.")
    weg = paragraph("De weg naar het dorp bleef het hele jaar open.")
    dijk = paragraph("Aan de dijk is gewerkt.")
    kaart = Figure("kaart", "Kaart.", text("De kaart"), text("Bron: de regio"), "kaart", 1)
    other = replace(kaart, image="aanvragen", id="aanvragen", number=2)

    def counted(note: str, *others: Footnote) -> Paragraph:
        return Paragraph(
            (Text("Er is geteld"), Footnote(text(note), 1), Text(" en gemeten"), *others, Text("."))
        )

    def table(caption: str, *rows: tuple[str, str]) -> Table:
        head = Row((Cell(text("Soort"), True), Cell(text("Aantal"), True)))
        body = tuple(Row((Cell(text(one), True), Cell(text(many)))) for one, many in rows)
        return Table((head,), body, text(caption), text("Bron: de gemeente"), "woningen", 1)

    def listed(*words: str) -> List:
        return List(tuple(item(paragraph(one)) for one in words), ordered=True)

    def about(number: int) -> Paragraph:
        return Paragraph((Text("Zie "), Reference("water", f"deel {number}"), Text(".")))

    old = (
        *(Heading(1, text("Wegen"), "wegen", True, "1"), brug, weg, dijk),
        *(counted("Alleen volledige aanvragen.", Footnote(text("In mei."), 2)), about(2)),
        table("Woningen per soort", ("Huur", "10"), ("Koop", "12"), ("Kamers", "3")),
        Kader(text("Let op"), (dijk, listed("eerst meten,", "dan tellen,", "ten slotte wegen."))),
        *(Heading(1, text("Water"), "water", True, "2"), kaart, listed("eerst graven,", "dan bouwen.")),
        List((item(paragraph("Een dijk om het hele dorp,")), item(paragraph("en een brug naar de stad.")))),
    )
    new = (
        *(Heading(1, text("Vooraf"), "vooraf", True, "1"), paragraph("Dit is een nieuw deel.")),
        *(Heading(1, text("Wegen"), "wegen", True, "2"), weg, dijk, brug),
        *(counted("Alleen geldige aanvragen."), about(3)),
        table("Woningen naar soort", ("Huur", "11"), ("Koop", "12"), ("Ruil", "1")),
        Kader(text("Let goed op"), (dijk, listed("eerst meten,", "ten slotte wegen."))),
        Heading(1, text("Water"), "water", True, "3"),
        *(FigurePair(kaart, other), listed("eerst graven,", "dan slopen,", "dan bouwen.")),
        listed("Een dijk om het hele dorp,", "en een brug naar de grote stad."),
        *(Heading(1, text("Tot slot"), "slot", True, "4"), paragraph("Dit kwam erbij.")),
        Signatures(text("Burgemeester en wethouders"), (Signatory("N. N.", "burgemeester"),)),
    )
    return Document(META, old, IMAGES), Document(META, new, IMAGES)
