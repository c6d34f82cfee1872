"""Draw the bitmap of an SVG: at once for our own drawings, in a bounded process for one as given."""

from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import astuple, dataclass
from functools import partial

from rapportage.errors import shortened
from rapportage.figures.bounded import Unfinished, bounded, keep_bounds
from rapportage.figures.conversion import whiten
from rapportage.figures.edges import loses_words
from rapportage.figures.faint import faint_words
from rapportage.style.fonts import Typeface, house

_PNG = b"\x89PNG\r\n\x1a\n"
_HARMLESS = re.compile(
    r"@font-face|@media"  # words get the style's font; a media rule is about screens
    r"|simplecss::selector.*'(?::root|:hover|:focus|:active|:visited|:link)'"  # what no paper does
    r"|value: 'url\(#"  # what it names is not there (SVG 2, 5.1.3)
    r"|has an invalid '(?:width|height|r|rx|ry|points)' value|less than 2 points"  # nothing is to be seen
    r"|zero-sized|(?:Mask|Pattern|Filter) '.*' has an invalid (?:size|region)|tiny_skia"  # nor of these
    r"|Invalid gradient child|is no a valid 'clip-path' child"  # a title, or what no reader uses
)
"""What the drawing library tells of and every other reader does alike."""
_MISSING = re.compile(r"No fonts with a (.+/U\+[0-9A-F]+) character")
_QUOTED = re.compile(r"'([^']+)'[^']*$|(@[\w-]+)")


_LOSES_WORDS = "rapportage: loses words"
_FAINT = "rapportage: faint words: "
"""What the bounded process tells on a line of its own; the last with the words behind it."""


class NotDrawn(Exception):
    """The SVG cannot be drawn within what is reasonable, or not as it was meant.

    Then `words` is what of it is not drawn, or `character` the first that has no glyph.
    """

    def __init__(self, words: str = "", character: str = "") -> None:
        self.words, self.character = words, character
        super().__init__(words, character)


@dataclass(frozen=True, slots=True)
class Letters:
    """The family that draws the words of an SVG, and the font files that there are."""

    family: str
    files: tuple[str, ...]


def letters_of(typeface: Typeface) -> Letters:
    """What draws words in this typeface, and in the house's the signs that it lacks."""
    faces = dict.fromkeys((*typeface.faces, *house().faces))
    return Letters(typeface.name, tuple(str(face.path) for face in faces))


def draw(
    svg: bytes, width: int, height: int, *, letters: Letters | None = None, telling: bool = False
) -> bytes:
    """The SVG as PNG of this size in pixels, in these letters or the house's only; raises NotDrawn.

    With `telling`, what the library leaves out or replaces is told on standard output.
    """
    import resvg_py

    letters = letters or letters_of(house())
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg.decode("utf-8"),
            dpi=96,
            width=width,
            height=height,
            font_files=list(letters.files),
            font_family=letters.family,
            sans_serif_family=letters.family,
            serif_family=letters.family,
            skip_system_fonts=True,
            log_information=telling,
        )
    except BaseException as error:
        # The drawing library's own failures are no ordinary exceptions.
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        raise NotDrawn from None
    return bytes(drawn)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The PNG of an SVG as given, whether it has words outside its edge, and the first hardly to be seen."""

    png: bytes
    loses_words: bool
    faint: str = ""


def draw_bounded(svg: bytes, width: int, height: int, letters: Letters | None = None) -> Rendered:
    """The same as `draw`, by a bounded process; raises NotDrawn as well for what would be drawn otherwise."""
    try:
        known = json.dumps(astuple(letters or letters_of(house())))
        said = bounded(__name__, str(width), str(height), known, data=svg)
    except Unfinished:
        raise NotDrawn from None
    told, found, drawn = said.partition(_PNG)
    if not found:
        raise NotDrawn
    lines = told.decode("utf-8", "replace").split("\n")
    faint = next((line.removeprefix(_FAINT).strip() for line in lines if line.startswith(_FAINT)), "")
    for line in filter(None, map(str.strip, lines)):
        if not line.startswith(_FAINT) and (missing := _MISSING.search(line)):
            raise NotDrawn(character=missing[1])
        if line != _LOSES_WORDS and not line.startswith(_FAINT) and not _HARMLESS.search(line):
            raise NotDrawn(_words(line))
    return Rendered(found + drawn, _LOSES_WORDS in map(str.strip, lines), faint)


def _words(line: str) -> str:
    """What a line of the drawing library is about, as it stands in the SVG; '' where it does not say."""
    found = _QUOTED.search(line)
    return shortened(found[1] or found[2]) if found else ""


def _main(width: str, height: str, letters: str, *limits: str) -> None:
    """Draw the SVG on standard input to standard output, behind what there is to tell."""
    keep_bounds(*limits)
    svg, (family, files) = sys.stdin.buffer.read(), json.loads(letters)
    in_letters = partial(draw, letters=Letters(family, tuple(files)))
    drawn = in_letters(svg, int(width), int(height), telling=True)
    if loses_words(svg, in_letters):
        sys.stdout.buffer.write(f"{_LOSES_WORDS}\n".encode())
    elif faint := faint_words(svg, in_letters):
        sys.stdout.buffer.write(f"{_FAINT}{faint}\n".encode())
    sys.stdout.buffer.write(_with_white_where_clear(drawn))


def _with_white_where_clear(png: bytes) -> bytes:
    """The same to see, without what is black below; without a layer for what is clear where nothing is."""
    from PIL import Image as Pillow

    out = io.BytesIO()
    with Pillow.open(io.BytesIO(png)) as picture:
        if picture.getchannel("A").getextrema() == (255, 255):
            picture.convert("RGB").save(out, "PNG")
        else:
            whiten(picture)
            picture.save(out, "PNG")
    return out.getvalue()


if __name__ == "__main__":
    _main(*sys.argv[1:])
