"""The letters of the PDF: those that come with the package, and none of the machine's.

A machine's own fonts would give other line ends, other pages and other bytes. So the engine
sees a font configuration without any folder, and the house's font files by way of `@font-face`.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import assert_never

from rapportage.document import (
    Block,
    Contents,
    Document,
    Emphasis,
    Figure,
    FigurePair,
    Footnote,
    Heading,
    Inlines,
    Kader,
    Landscape,
    LineBreak,
    List,
    Metadata,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Signatures,
    Table,
    Text,
    walk,
)
from rapportage.errors import ContentError, Place, Problem
from rapportage.fonts import FAMILY, faces

FONT_SCHEME = "lettertype:"
"""What stands before a font file's name in the stylesheet's addresses."""

_NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig></fontconfig>
"""


def font_face_css() -> str:
    """One `@font-face` rule for each face of the house font."""
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; src: url("{FONT_SCHEME}{face.path.name}");'
        f" font-weight: {face.weight}; font-style: {'italic' if face.italic else 'normal'} }}\n"
        for face in faces()
    )


def font_files() -> dict[str, bytes]:
    """The address and the bytes of every font file."""
    return {FONT_SCHEME + face.path.name: face.path.read_bytes() for face in faces()}


@contextmanager
def without_machine_fonts() -> Iterator[None]:
    """While it lasts, fontconfig finds no font of this machine."""
    before = os.environ.get("FONTCONFIG_FILE")
    with TemporaryDirectory(prefix="rapportage-") as folder:
        path = Path(folder) / "fonts.conf"
        path.write_text(_NO_FONTS, "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(path)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


# --- characters that the fonts lack ----------------------------------------------------------


def require_glyphs(document: Document) -> None:
    """Raise ContentError with a problem for each character that cannot be printed."""
    problems = [
        _missing(character, block.place)
        for block in walk(document.blocks)
        for character in sorted(_unprintable(_printed(block)))
    ]
    meta = document.meta
    margin = _unprintable([(meta.title + meta.running_title + meta.author, False)])
    problems += [_missing(character, Place("rapportage.yaml")) for character in sorted(margin)]
    if problems:
        raise ContentError(problems)


def _missing(character: str, place: Place) -> Problem:
    name = unicodedata.name(character, "naamloos").lower()
    return Problem(
        "fout",
        f"het teken '{character}' (U+{ord(character):04X}, {name}) staat niet in het lettertype van de PDF",
        place,
        hint="schrijf het in woorden, of kies een gewoon teken",
        rule="teken",
    )


def _unprintable(runs: Iterable[tuple[str, bool]]) -> set[str]:
    return {
        character
        for text, italic in runs
        for character in unicodedata.normalize("NFC", text)
        if ord(character) not in _characters(italic) and not _is_drawn_without_glyph(character)
    }


def _is_drawn_without_glyph(character: str) -> bool:
    """Spaces get their width from the engine, and format characters such as a soft hyphen none."""
    return character in "\t\n\r" or unicodedata.category(character) in {"Zs", "Cf"}


@cache
def _characters(italic: bool) -> frozenset[int]:
    """The code points that the upright or the italic faces all have."""
    from fontTools.ttLib import TTFont

    known = []
    for face in faces():
        if face.italic == italic:
            with TTFont(face.path, lazy=True) as font:
                known.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*known)


def _printed(block: Block) -> Iterator[tuple[str, bool]]:
    """The text that a block itself prints, each run with whether it is italic."""
    for content in _contents(block):
        yield from _runs(content)


def _contents(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Table():
            yield from (block.caption, block.source)
            yield from (cell.content for row in block.head + block.body for cell in row.cells)
        case Figure():
            yield from (block.caption, block.source)
        case Kader():
            yield block.title
        case Metadata():
            for row in block.rows:
                yield from (row.term, row.value)
        case Signatures():
            yield block.closing
            yield from ((Text(person.name + person.office),) for person in block.signatories)
        case Contents():
            yield block.title
        case List() | Quote() | FigurePair() | PageBreak() | Landscape():
            pass
        case _:
            assert_never(block)


def _runs(content: Inlines, italic: bool = False) -> Iterator[tuple[str, bool]]:
    for inline in content:
        match inline:
            case Text() | Reference():
                yield inline.text, italic
            case LineBreak():
                pass
            case Footnote():
                yield from _runs(inline.content)
            case _:
                yield from _runs(inline.content, italic or isinstance(inline, Emphasis))
