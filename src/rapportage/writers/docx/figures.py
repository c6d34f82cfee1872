"""Write figures: pictures with alternative texts, alone or side by side."""

from __future__ import annotations

from docx.shared import Pt

from rapportage.document import Figure, FigurePair
from rapportage.writers.docx.captions import caption, source
from rapportage.writers.docx.ooxml import Element, el, paragraph, properties_of, run
from rapportage.writers.docx.package import WordPackage
from rapportage.writers.docx.pictures import Picture, in_line


def write_figure(word: WordPackage, figure: Figure, *, half: bool = False) -> list[Element]:
    """The picture, over a block's width or half of it, its caption, and its source, kept together."""
    below = source(word, figure)
    named = caption(word, figure, keep_next=bool(below))
    image = word.document.images[figure.image]
    size = word.page.shown(image.width, image.height, half=half)
    picture = in_line(word, Picture(image, figure.alt, *size, figure.label))
    shown = paragraph("Figuur", *word.identified(figure, [picture]))
    if not half and word.page.overhang:
        properties_of(shown).ind_right = Pt(-word.page.overhang)
    return [shown, *named, *below]


def write_pair(word: WordPackage, pair: FigurePair) -> list[Element]:
    """Two figures, the right one in the second column of their section.

    A table would be read out as data. Columns are read in the right order, left with its caption
    and then right, and hold in LibreOffice too.
    """
    left, right = (write_figure(word, figure, half=True) for figure in (pair.left, pair.right))
    for figure in (left, right):
        properties_of(figure[0]).spacing_before = Pt(0)  # the section above leaves the space
    if word.page.beside_first():
        for one in right:
            properties_of(one).ind_right = Pt(-word.page.overhang)
    properties_of(right[0]).addnext(run(el("w:br", type_="column")))
    return [*left, *right]
