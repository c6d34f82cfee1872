"""The letters of the PDF: those that come with the package, and none of the machine's.

A machine's own fonts would give other line ends, other pages and other bytes. So the engine
sees a font configuration without any folder, and the house's font files by way of `@font-face`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapportage.style.fonts import FAMILY, faces

FONT_SCHEME = "lettertype:"
"""What stands before a font file's name in the stylesheet's addresses."""

_NO_FONTS = Path(__file__).with_name("no-fonts.conf")
"""A configuration without any folder."""


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
    os.environ["FONTCONFIG_FILE"] = str(_NO_FONTS)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
