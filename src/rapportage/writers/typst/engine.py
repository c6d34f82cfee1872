"""The layout engine, fenced in: a folder with the paper's own files, the house's fonts, and nothing else.

Whatever it warns of ends the work, since it is always about something that the reader would miss.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rapportage.errors import LayoutError
from rapportage.style.fonts import faces

MAIN, PREAMBLE = "stuk.typ", "document.typ"
_STANDARDS = ["ua-1", "a-2a"]
_LINE = re.compile(rf"{PREAMBLE}:(\d+)")
_LACKING = re.compile(r"unknown variable: ([\w-]+)")
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


class Engine:
    """The engine with the files of one paper, by name; `MAIN` is where it begins.

    Every method raises LayoutError for what the engine complains about.
    """

    def __init__(self, files: Mapping[str, bytes], day: date) -> None:
        self._folder = TemporaryDirectory(prefix="rapportage-")
        self._day = day
        root = Path(self._folder.name)
        for name, data in files.items():
            (root / name).write_bytes(data)
        nowhere = str(root / "pakketten")  # where no package stands
        self._compiler = _module().Compiler(
            input=str(root / MAIN),
            root=str(root),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            package_path=nowhere,
            package_cache_path=nowhere,
        )

    def lay_out(self) -> Mapping[str, Any]:
        """The page of each anchor, how many pages there are, and how far down the last one ends in points."""
        try:
            found: dict[str, Any] = json.loads(self._compiler.query("<bladzijden>", field="value", one=True))
        except RuntimeError as error:
            self.draw()  # tells what is wrong with its place, which a query does not
            raise _refusal(error) from None
        return found

    def draw(self) -> bytes:
        """The pages as a PDF of both standards, as the engine makes it."""
        # What of a time is no day would be the machine's.
        made = datetime.combine(self._day, time(), UTC)
        try:
            pdf, warned = self._compiler.compile_with_warnings(
                format="pdf", pdf_standards=_STANDARDS, timestamp=made
            )
        except RuntimeError as error:
            raise _refusal(error) from None
        if warned:
            raise _refusal(warned[0])
        drawn: bytes = pdf
        return drawn


def load_engine() -> None:
    """Import the engine, and find its fonts."""
    _fonts()


def _module() -> Any:
    import typst

    return typst


@cache
def _fonts() -> Any:
    folder = str(faces()[0].path.parent)
    return _module().Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _refusal(error: Any) -> LayoutError:
    """What the engine says, with the line of the template where it names one."""
    message = str(getattr(error, "message", None) or error)
    line = _LINE.search(getattr(error, "diagnostic", "") or "")
    where = f"templates/{PREAMBLE}"
    if lacking := _LACKING.match(message):
        return LayoutError(
            f"in {where} ontbreekt '{lacking[1]}'", "neem het over van wat met rapportage meekomt"
        )
    if "package" in message:
        said = f"{where} vraagt om een pakket, en dat wordt niet opgehaald"
        return LayoutError(said, "schrijf in het bestand zelf wat het nodig heeft")
    said = f"de PDF is niet gemaakt; de opmaak meldt: {message}"
    return LayoutError(said, f"kijk in {where} op regel {line[1]}") if line else LayoutError(said)
