"""The layout engine, fenced in: a folder with the paper's own files, the style's fonts, and nothing else.

Whatever it warns of ends the work, since it is always about something that the reader would miss.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rapportage.errors import LayoutError, MachineError
from rapportage.style.fonts import Typeface, house

MAIN, PREAMBLE = "stuk.typ", "document.typ"
_LINE = re.compile(rf"{PREAMBLE}:(\d+)")
_LACKING = re.compile(r"unknown variable: ([\w-]+)")
_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.S)
PAGES = """#[#metadata(none)<einde>]
#context [#metadata({
  let found = query(selector(heading).or(figure).or(<anker>))
  (
    pages: found.filter(one => one.at("label", default: none) != none).map(one => (
      if one.func() == metadata { one.value } else { str(one.label) },
      one.location().page(),
    )),
    count: counter(page).final().first(),
    filled: query(<einde>).first().location().position().y / 1pt,
  )
})<bladzijden>]
"""
"""What ends a paper: it says where everything came to stand."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A paper as the engine made it: the page of each anchor, how many pages, and a PDF of both standards.

    `filled` is how far down the last page it ends, in points.
    """

    pages: Mapping[str, int]
    count: int
    filled: float
    pdf: bytes = field(repr=False)


def compiled(
    files: Mapping[str, bytes], day: date, typefaces: Sequence[Typeface], archive: str = "a-2a"
) -> Compiled:
    """What the engine makes of these files, of which `MAIN` is where it begins, as this kind of PDF/A.

    Raises LayoutError for what the engine complains about.
    """
    with TemporaryDirectory(prefix="rapportage-") as folder:
        root = Path(folder)
        for name, data in files.items():
            (root / name).write_bytes(data)
        compiler = warm(root, tuple(typefaces))
        try:
            pdf, warned = compiler.compile_with_warnings(
                format="pdf", pdf_standards=["ua-1", archive], timestamp=datetime.combine(day, time(), UTC)
            )
            if warned:
                raise refusal(warned[0])
            found = json.loads(compiler.query("<bladzijden>", field="value", one=True))
        except RuntimeError as error:
            raise refusal(error) from None
    pages: dict[str, int] = {}
    for name, page in found["pages"]:
        pages.setdefault(name, page)
    return Compiled(pages, found["count"], found["filled"], pdf)


def warm(root: Path, typefaces: tuple[Typeface, ...], main: str = MAIN) -> Any:
    """The engine for a paper that stands whole in this folder and begins in `main`; it may be asked often."""
    nowhere = str(root / "pakketten")  # where no package stands
    return _module().Compiler(
        input=str(root / main),
        root=str(root),
        font_paths=_fonts(typefaces),
        ignore_system_fonts=True,
        package_path=nowhere,
        package_cache_path=nowhere,
    )


def load_engine() -> None:
    """Import the engine, and find its fonts."""
    _fonts((house(),))


def _module() -> Any:
    """The engine's module; raises MachineError where it is not installed."""
    try:
        import typst
    except ImportError:
        raise MachineError("typst is op deze computer niet geïnstalleerd", _INSTALL) from None
    return typst


_INSTALL = "python -m pip install typst\nOf maak de PDF op met weasyprint: haal 'opmaak: typst' weg."


@cache
def _fonts(typefaces: tuple[Typeface, ...]) -> Any:
    folders = dict.fromkeys(str(face.path.parent) for one in typefaces for face in one.faces)
    return _module().Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


def refusal(error: Any) -> LayoutError:
    """What the engine says, with the line of the template where it names one."""
    message = str(getattr(error, "message", None) or error)
    line = _LINE.search(getattr(error, "diagnostic", "") or "")
    where = f"templates/{PREAMBLE}"
    if lacking := _LACKING.match(message):
        return LayoutError(
            f"in {where} ontbreekt '{lacking[1]}'", "neem het over van wat met rapportage meekomt"
        )
    if glyph := _GLYPH.search(message):
        return LayoutError(f"het teken '{glyph[1]}' staat niet in het lettertype", "schrijf het in woorden")
    if "package" in message:
        said = f"{where} vraagt om een pakket, en dat wordt niet opgehaald"
        return LayoutError(said, "schrijf in het bestand zelf wat het nodig heeft")
    said = f"de PDF is niet gemaakt; de opmaak meldt: {message}"
    return LayoutError(said, f"kijk in {where} op regel {line[1]}") if line else LayoutError(said)
