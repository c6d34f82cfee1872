"""Lay out a Document as a tagged PDF with typst.

The Document becomes code that calls the functions of a template, `document.typ`; the tokens of the
house style are names in it. The engine writes tags and metadata itself; `mend` adds what it cannot be told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from rapportage.columns import with_room_for_terms
from rapportage.document import Document, Signatures, depth
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.data_files import with_data
from rapportage.writers.typst.blocks import body
from rapportage.writers.typst.engine import MAIN, PAGES, PREAMBLE, Compiled, compiled
from rapportage.writers.typst.preamble import facts_code, margins_code, tokens_code

_TOKENS = "huisstijl.typ"
_SUFFIXES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
_ONE_TOO_MANY, _LITTLE = 2, 0.25
"""A second page filled no further than this may be done without."""


@dataclass
class Layout:
    """A document in pages: on which each anchor stands (the first is 1), how many, and in what style."""

    style: HouseStyle = field(repr=False)
    _document: Document = field(repr=False)
    _compiled: Compiled = field(repr=False)

    @property
    def pages(self) -> Mapping[str, int]:
        """The page of each anchor."""
        return self._compiled.pages

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._compiled.count

    @property
    def filled(self) -> float:
        """How far down the last page the paper ends, as a share of its height."""
        return self._compiled.filled / portrait(self.style).height

    @cached_property
    def pdf(self) -> bytes:
        """The finished PDF; raises LayoutError for tags that cannot be put right."""
        from rapportage.writers.typst.mend import mended

        return mended(self._compiled.pdf, self._document)


def lay_out(document: Document, style: HouseStyle, template: str) -> Layout:
    """The document in pages in house style; a paper to be signed that nearly fits on one page is set closer.

    Raises LayoutError for anything that the engine complains about, and for words for which there is no room.
    """
    return fitted(document, style, lambda one: _laid_out(document, one, template))


class _InPages(Protocol):
    """A paper of which is known how many pages it takes, and how much of the last one."""

    @property
    def page_count(self) -> int: ...

    @property
    def filled(self) -> float: ...


Made = TypeVar("Made", bound=_InPages)


def suited(document: Document, style: HouseStyle) -> HouseStyle:
    """The style as it suits the document's headings and the terms in it."""
    return with_room_for_terms(document.blocks, style.for_headings(depth(document)))


def fitted(document: Document, style: HouseStyle, lay: Callable[[HouseStyle], Made]) -> Made:
    """What `lay` makes of the document in the style that suits it; one to be signed is set closer at need."""
    style = suited(document, style)
    made = lay(style)
    signed = any(isinstance(block, Signatures) for block in document.blocks)
    if signed and made.page_count == _ONE_TOO_MANY and made.filled < _LITTLE:
        closer = lay(style.closer())
        if closer.page_count < made.page_count:
            made = closer
    return made


def _laid_out(document: Document, style: HouseStyle, template: str) -> Layout:
    archive = "a-3a" if with_data(document) else "a-2a"
    names = picture_names(document)
    files = code_files(document, style, template, names, body(document, style, names) + PAGES)
    files |= {names[key]: image.worded or image.data for key, image in document.images.items()}
    return Layout(style, document, compiled(files, document.meta.date, style.typefaces(), archive))


def picture_names(document: Document) -> dict[str, str]:
    """The files in which the paper's pictures stand, by the names that it has for them."""
    return {
        key: str(PurePosixPath(f"beeld-{number}").with_suffix(f".{_SUFFIXES[image.media_type]}"))
        for number, (key, image) in enumerate(document.images.items())
    }


def code_files(
    document: Document, style: HouseStyle, template: str, names: Mapping[str, str], blocks: str
) -> dict[str, bytes]:
    """The code of the paper in three files, with its blocks as code."""
    code = {
        MAIN: f'#import "{PREAMBLE}": *\n{facts_code(document, style, names)}{blocks}',
        PREAMBLE: f'#import "{_TOKENS}": *;{template}',  # on its first line, or the others would count one up
        _TOKENS: tokens_code(style) + margins_code(document, style),
    }
    return {name: text.encode() for name, text in code.items()}
