"""The new paper as a Word document in which what changed since the old one is tracked."""

from __future__ import annotations

from dataclasses import replace

from rapportage.build.choice import engine_of
from rapportage.build.formats import WRITTEN, Pages
from rapportage.compare.align import all_names, note_numbers
from rapportage.compare.side import Composed
from rapportage.compare.tracked.document import Signed, tracked
from rapportage.compose.as_printed import as_printed
from rapportage.errors import LayoutError, Place, refusal
from rapportage.figures.cache import user_cache

_DOCX = "docx"


def word_file(old: Composed, new: Composed) -> bytes:
    """The file; what it says was done was done by 'OLD → NEW' on the day of the new report.

    Both papers are laid out, since their lists of contents have the numbers of pages. Raises ContentError
    where one cannot be, MachineError where the machine lacks what lays it out.
    """
    before, after = (_written(one) for one in (old, new))
    was, now = old.side.document, new.side.document
    signed = Signed(f"{old.side.label} → {new.side.label}", now.meta.date)
    return tracked(before, after, all_names(was, now), note_numbers(was, now), signed)


def _written(one: Composed) -> bytes:
    """The paper as `build` writes it."""
    side, workspace = one.side, one.workspace
    document = as_printed(side.document)
    engine = engine_of(side.report.typed, None)
    engine.load()
    stylesheet = workspace.read(workspace.template(engine.template))
    try:
        layout = engine.lay_out(document, one.style, stylesheet)
    except LayoutError as error:
        at = Place(f"{side.label}/{document.meta.paper}.{engine.suffix}", 0)
        raise refusal(str(error), at, error.hint, "opmaak") from None
    pages = Pages(layout.pages, layout.page_count, layout.style)
    images = WRITTEN[_DOCX].prepare(user_cache(), document.images)
    embed = side.report.typed.organisatie.value.lettertype_insluiten
    return WRITTEN[_DOCX].write(replace(document, images=images), pages, embed)
