"""The figures of a period, each with its texts and with what the data say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapportage.compose.figures import BESIDE, FigureMaker, Prepared
from rapportage.content.drawings import EXAMPLE, drawing_kinds
from rapportage.content.schema import KindView, kind_views
from rapportage.document import Document, Figure, walk
from rapportage.errors import Problem, Problems, Result
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
    beside: str


def figure_views(
    maker: FigureMaker, documents: Mapping[str, Document], placed: Collection[str]
) -> Result[list[FigureView]]:
    """The figures in reading order, those that stand nowhere last; a text asks for each of `placed`."""
    shown = {
        block.id: block
        for document in documents.values()
        for block in walk(document.blocks)
        if isinstance(block, Figure)
    }
    problems = Problems()
    names = dict.fromkeys([*shown, *maker.rapportage.figuren])
    return problems.having(
        [problems.take(_view(maker, name, shown.get(name), name in placed)) for name in names]
    )


def sheet(maker: FigureMaker, views: Sequence[FigureView]) -> Result[bytes]:
    """The contact sheet of these figures as PNG; one that cannot be drawn is left out."""
    figures, problems = [], Problems()
    page = portrait(maker.style)
    for view in views:
        prepared = problems.take(maker.prepare(view.name))
        image = problems.take(maker.picture(prepared, view.beside)) if prepared else None
        if image is not None:
            share = min(image.width * PIXEL, page.block_width(half=bool(view.beside))) / page.block_width()
            title = f"{view.label} · {view.name}"
            picture = maker.cache.bitmap(image) or image.data
            figures.append(SheetFigure(picture, share, title, view.caption))
    return problems.having(contact_sheet(figures, maker.style))


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


def _view(maker: FigureMaker, name: str, figure: Figure | None, placed: bool) -> Result[FigureView]:
    loaded = maker.rapportage.figuren[name]
    value = loaded.value
    problems = Problems()
    prepared = problems.take(maker.prepare(name))
    draft = (problems.take(maker.draft(prepared)) or "") if prepared else ""
    alt = problems.take(maker.fill(value.alt or "", loaded, "alt"))
    mark = maker.mark(prepared, alt if value.alt is not None else draft) if prepared else ""
    view = FigureView(
        name=name,
        label=(figure.label if figure else "") or ("Nog zonder nummer" if placed else "Staat nergens"),
        kind=value.soort,
        caption=problems.take(maker.fill(value.bijschrift, loaded, "bijschrift")),
        source=problems.take(maker.source(prepared)) if prepared else "",
        alt=alt,
        decorative=value.decoratief,
        draft=draft,
        mark=mark,
        advice=_advice(prepared, mark) if prepared else "",
        beside=figure.image.partition(BESIDE)[2] if figure else "",
    )
    return problems.having(view)


def _advice(prepared: Prepared, mark: str) -> str:
    value = prepared.loaded.value
    if value.decoratief or value.alt_kenmerk == mark:
        return ""
    if value.alt is None:
        return "lees het voorstel na, maak het af en zet het in het bestand"
    if value.alt_kenmerk is None:
        return f"klopt de tekst bij de gegevens, voeg dan 'alt-kenmerk: {mark}' toe"
    return f"er is iets veranderd; lees de tekst na en verander het kenmerk dan in {mark}"
