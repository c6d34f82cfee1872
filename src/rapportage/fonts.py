"""Where the house fonts are: they come with a package, so that a machine's fonts do not matter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rapportage.errors import MachineError

FAMILY = "Source Sans Pro"
_FACES = {
    "Regular": (400, False),
    "It": (400, True),
    "Semibold": (600, False),
    "SemiboldIt": (600, True),
    "Bold": (700, False),
    "BoldIt": (700, True),
}


@dataclass(frozen=True, slots=True)
class Face:
    """One font file with the weight (CSS, 100 to 900) and slant that it draws."""

    path: Path
    weight: int
    italic: bool


@cache
def faces() -> tuple[Face, ...]:
    """The faces of the house font; raises MachineError when the font package is not installed."""
    spec = find_spec("font_source_sans_pro")
    folder = Path(spec.origin).parent / "files" if spec and spec.origin else None
    if folder is None or not folder.is_dir():
        raise MachineError(
            "het lettertype Source Sans Pro ontbreekt", "python -m pip install font-source-sans-pro"
        )
    return tuple(
        Face(folder / f"SourceSansPro-{name}.ttf", weight, italic)
        for name, (weight, italic) in _FACES.items()
    )
