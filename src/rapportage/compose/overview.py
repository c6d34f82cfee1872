"""The figures of a period, each with its texts and with what the data say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapportage.compose.figures import FigureMaker, Prepared
from rapportage.content.drawings import EXAMPLE, drawing_kinds
from rapportage.content.schema import KindView, kind_views
from rapportage.document import Document, Figure, walk
from rapportage.errors import ContentError, Problem
from rapportage.figures.contact_sheet import SheetFigure, contact_sheet
from rapportage.style.lengths import PIXEL
from rapportage.style.page import portrait
from rapportage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as its author wants to see it; `label` is 'Figuur 6', or where it stands.

    `advice` says what to do about the alternative text, '' when nothing.
    """

    name: str
    label: str
    kind: str
    caption: str
    source: str
    alt: str
    decorative: bool
    draft: str
    mark: str
    advice: str
    half: bool


def figure_views(maker: FigureMaker, documents: Mapping[str, Document]) -> list[FigureView]:
    """The figures in reading order, those that stand nowhere last."""
    placed = {
        block.id: block
        for document in documents.values()
        for block in walk(document.blocks)
        if isinstance(block, Figure)
    }
    return [
        _view(maker, name, placed.get(name)) for name in dict.fromkeys([*placed, *maker.rapportage.figuren])
    ]


def sheet(maker: FigureMaker, views: Sequence[FigureView]) -> bytes:
    """The contact sheet of these figures as PNG; one that cannot be drawn is left out."""
    figures = []
    page = portrait(maker.style)
    for view in views:
        prepared = maker.prepare(view.name)
        image = maker.picture(prepared, half=view.half) if prepared else None
        if image is not None:
            share = min(image.width * PIXEL, page.text_width(half=view.half)) / page.text_width()
            title = f"{view.label} · {view.name}"
            picture = maker.cache.bitmap(image) or image.data
            figures.append(SheetFigure(picture, share, title, view.caption))
    return contact_sheet(figures, maker.style)


def kinds(workspace: Workspace) -> tuple[list[KindView], list[Problem]]:
    """Every kind of figure of this workspace, with fields and example; and what is wrong with others."""
    drawings = drawing_kinds(workspace)
    examples = {}
    for name, kind in drawings.known.items():
        try:
            examples[name] = workspace.read(workspace.template(kind.file(EXAMPLE)))
        except FileNotFoundError:
            continue
    broken = [problem for problems in drawings.broken.values() for problem in problems]
    return kind_views(drawings.known, examples), broken


def _view(maker: FigureMaker, name: str, figure: Figure | None) -> FigureView:
    loaded = maker.rapportage.figuren[name]
    value = loaded.value
    prepared = maker.prepare(name)
    return FigureView(
        name=name,
        label=(figure.label if figure else "")
        or ("Nog zonder nummer" if name in maker.placed else "Staat nergens"),
        kind=value.soort,
        caption=maker.fill(value.bijschrift, loaded.place("bijschrift")),
        source=maker.source(prepared) if prepared else "",
        alt=maker.fill(value.alt or "", loaded.place("alt")),
        decorative=value.decoratief,
        draft=_draft(maker, prepared) if prepared else "",
        mark=prepared.mark if prepared else "",
        advice=_advice(prepared) if prepared else "",
        half=figure is not None and figure.image != name,
    )


def _draft(maker: FigureMaker, prepared: Prepared) -> str:
    """The drafted text; '' when the kind's own template for it fails, which is a problem."""
    try:
        return maker.draft(prepared)
    except ContentError as error:
        maker.problems += error.problems
        return ""


def _advice(prepared: Prepared) -> str:
    value = prepared.loaded.value
    if value.decoratief or value.alt_kenmerk == prepared.mark:
        return ""
    if value.alt is None:
        return "lees het voorstel na, maak het af en zet het in het bestand"
    if value.alt_kenmerk is None:
        return f"klopt de tekst bij de gegevens, voeg dan 'alt-kenmerk: {prepared.mark}' toe"
    return f"de gegevens zijn veranderd; lees de tekst na en verander het kenmerk dan in {prepared.mark}"
