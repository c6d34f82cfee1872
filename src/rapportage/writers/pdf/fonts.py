"""The letters of the PDF: those that come with the package, and none of the machine's.

A machine's own fonts would give other line ends, other pages and other bytes. So the engine
sees a font configuration without any folder, and the style's font files by way of `@font-face`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from rapportage.style.fonts import Face, Typeface
from rapportage.style.tokens import css_string

FONT_SCHEME = "lettertype:"
"""What stands before a font file's name in the stylesheet's addresses."""

_NO_FONTS = Path(__file__).with_name("no-fonts.conf")
"""A configuration without any folder."""


def font_face_css(typefaces: Iterable[Typeface]) -> str:
    """One `@font-face` rule for each weight and slant of each of these typefaces."""
    return "".join(
        f"@font-face {{ font-family: {css_string(letters.name)};"
        f" src: url({css_string(_address(letters, face))});"
        f" font-weight: {weight}; font-style: {'italic' if italic else 'normal'} }}\n"
        for letters in typefaces
        for weight, italic, face in letters.used()
    )


def font_files(typefaces: Iterable[Typeface]) -> dict[str, bytes]:
    """The address and the bytes of every font file of these typefaces."""
    faces = {_address(letters, face): face for letters in typefaces for _, _, face in letters.used()}
    return {address: face.data() for address, face in faces.items()}


def _address(letters: Typeface, face: Face) -> str:
    return f"{FONT_SCHEME}{quote(letters.digest)}{quote(face.path.name)}"


def forget_machine_fonts() -> None:
    """From here on fontconfig finds no font of this machine in this process, nor in those that it starts.

    It is not put back: the engine's libraries read the configuration in threads of their own, at any time.
    """
    if sys.platform == "linux":
        # Whatever file it is given, it reads besides the examples that the machine keeps, by a path that was
        # built into it and that begins at this folder now.
        os.environ["FONTCONFIG_SYSROOT"] = str(_NO_FONTS.parent)
        os.environ["FONTCONFIG_FILE"] = f"/{_NO_FONTS.name}"
    else:
        os.environ["FONTCONFIG_FILE"] = str(_NO_FONTS)
