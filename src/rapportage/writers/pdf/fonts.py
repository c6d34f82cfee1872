"""The letters of the PDF: those that come with the package, and none of the machine's.

A machine's own fonts would give other line ends, other pages and other bytes. So the engine
sees a font configuration without any folder, and the house's font files by way of `@font-face`.
"""

from __future__ import annotations

import os
import sys
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
