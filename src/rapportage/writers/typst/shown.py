"""A paper's pages as pictures, to be looked at: laid out as the PDF is, with where everything came to stand.

A mark stands in front of each block. It takes no room, so that the pages are those of the PDF.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rapportage.document import Document
from rapportage.errors import Place
from rapportage.identity import named
from rapportage.remembered import Memory
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.typst.blocks import Marked, marked_body
from rapportage.writers.typst.engine import refusal, warm
from rapportage.writers.typst.layout import code_files, fitted, picture_names

_MARK = "[#metadata(none)<plek>]"
_PLACES = """#[#metadata(none)<einde>]
#context [#metadata({
  let stand(one) = {
    let at = one.location().position()
    (at.page, at.x / 1pt, at.y / 1pt)
  }
  (
    blocks: query(<plek>).map(stand),
    end: stand(query(<einde>).first()),
  )
})<plekken>]
"""

_SLIVER = 0.5
"""Less than so many points of a page show nothing of a block."""


@dataclass(frozen=True, slots=True)
class BlockOnPage:
    """Where a block came to stand: a page, from 1, and how far down it begins and ends there, in points.

    One that goes on after a page is there once for each. `place` is the file with the line that it came from,
    `name` is what `identity` calls it, and `id` what references call it.
    """

    page: int
    top: float
    bottom: float
    place: Place
    name: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """A paper's pages as SVG, what each can be told by, and where its blocks stand in reading order."""

    svg: tuple[str, ...] = field(repr=False)
    digests: tuple[str, ...] = ()
    blocks: tuple[BlockOnPage, ...] = ()
    filled: float = 1.0
    """How far down the last page the paper ends, as a share of its height."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.svg)


class Drawer:
    """Draws pages of one paper after another, quicker where little is otherwise than before."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="rapportage-")
        self._root = Path(self._folder.name)
        self._written: dict[str, bytes] = {}
        self._engine: tuple[object, Any] | None = None
        self._memory = Memory()
        self._style: HouseStyle | None = None

    def close(self) -> None:
        """Let go of what was kept."""
        self._engine = None
        self._folder.cleanup()

    def pages(self, document: Document, style: HouseStyle, template: str) -> Pages:
        """The pages of the document; raises LayoutError as the PDF would."""
        return fitted(document, style, lambda one: self._drawn(document, one, template))

    def _drawn(self, document: Document, style: HouseStyle, template: str) -> Pages:
        names = picture_names(document)
        if style == self._style:
            style = self._style  # the very same, by which its code is known
        self._style = style
        self._memory.next_look()
        blocks = marked_body(document, style, names, _MARK, self._memory)
        marked = [one for block in blocks for one in block.marked]
        code = "".join(block.code for block in blocks) + _PLACES
        files = code_files(document, style, template, names, code)
        # Who looks at a page has not the typefaces: words within pictures are outlines.
        files |= {names[key]: image.data for key, image in document.images.items()}
        self._write(files)
        engine = self._warm(style)
        try:
            made, warned = engine.compile_with_warnings(format="svg")
            if warned:
                raise refusal(warned[0])
            found = json.loads(engine.query("<plekken>", field="value", one=True))
        except RuntimeError as error:
            raise refusal(error) from None
        pages = [made] if isinstance(made, bytes) else made
        digests = tuple(hashlib.sha256(one).hexdigest()[:16] for one in pages)
        stand = tuple(_stand(document, marked, found, style))
        filled = found["end"][2] / portrait(style).height
        return Pages(tuple(one.decode() for one in pages), digests, stand, filled)

    def _warm(self, style: HouseStyle) -> Any:
        typefaces = tuple(style.typefaces())
        if self._engine is None or self._engine[0] != typefaces:
            self._engine = typefaces, warm(self._root, typefaces)
        return self._engine[1]

    def _write(self, files: Mapping[str, bytes]) -> None:
        """Put the files in the folder, and nothing else."""
        for name in self._written.keys() - files.keys():
            (self._root / name).unlink()
        for name, data in files.items():
            if self._written.get(name) != data:
                (self._root / name).write_bytes(data)
        self._written = dict(files)


def _stand(
    document: Document, marked: list[Marked], found: Mapping[str, Any], style: HouseStyle
) -> list[BlockOnPage]:
    """Where each block stands: from its mark to the next one, on as many pages as lie between."""
    page = portrait(style)
    top, bottom = page.top, page.height - page.bottom
    names = {id(subject): one.name for one, subject in reversed(named(document))}
    rows = found["blocks"]
    ends = [*rows, found["end"]][1:]
    blocks: list[BlockOnPage] = []
    for one, (first, _, begin), (last, _, end) in zip(marked, rows, ends, strict=True):
        name = names.get(id(one), "")
        for at in range(first, last + 1):
            above = begin if at == first else top
            below = end if at == last else max(bottom, begin)
            if below - above > _SLIVER:
                blocks.append(BlockOnPage(at, above, below, one.place, name, getattr(one, "id", "")))
    return blocks
