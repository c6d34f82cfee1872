"""Read the fonts that an organisation put among its templates."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rapportage.bounds import MAX_FONT_BYTES, MAX_FONTS
from rapportage.errors import Finding, Place
from rapportage.faults import reason
from rapportage.opened import NoFile, Outside, TooLarge
from rapportage.style.font_files import FOLDER, FontError, FontFile, families, read_font, used_of
from rapportage.style.fonts import FAMILY, Typeface
from rapportage.workspace import OUTSIDE_LINK, Workspace

FONTS = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".eot", ".pfb", ".pfm", ".dfont")
"""What is a font by its name; a licence or a note may stand beside it."""


Copied = Callable[[str, str, bytes], Path | None]
"""Where a copy of a file stands, by the key of all fonts, its name and its bytes; None for nowhere."""


def _nowhere(key: str, name: str, data: bytes) -> None:
    del key, name, data


@dataclass(frozen=True, slots=True)
class OwnFonts:
    """The fonts of an organisation that can be used, the typefaces that they make, and what is wrong."""

    files: tuple[FontFile, ...] = ()
    typefaces: tuple[Typeface, ...] = ()
    wrong: tuple[Finding, ...] = ()

    def of(self, family: str) -> list[FontFile]:
        """The files of one family that draw something."""
        return used_of([one for one in self.files if one.family == family])


def own_fonts(workspace: Workspace, copied: Copied = _nowhere) -> OwnFonts:
    """The fonts in the organisation's own templates, of which MAX_FONTS are looked at.

    Faces are `copied`, where that can be: the libraries that draw keep a file open for long, and who writes
    another there takes the program down.
    """
    folder = workspace.root / "templates" / FOLDER
    where = Place(workspace.name_of(folder), 0)
    try:
        paths = sorted(one for one in folder.iterdir() if one.suffix.lower() in FONTS)
    except FileNotFoundError:
        return OwnFonts()
    except OSError as error:
        hint = "maak er een map van die u mag lezen"
        return OwnFonts(wrong=(Finding(f"deze map is niet te lezen: {reason(error)}", where, hint),))
    files: dict[Path, bytes] = {}
    found: list[FontFile] = []
    wrong: list[Finding] = []
    for path in islice(paths, MAX_FONTS):
        try:
            files[path] = _bytes(workspace, path)
        except FontError as error:
            wrong.append(_told(workspace, path, error))
    key = hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in files.values())).hexdigest()[:16]
    for path, data in files.items():
        try:
            found.append(read_font(copied(key, path.name, data) or path, data))
        except FontError as error:
            wrong.append(_told(workspace, path, error))
    packed = (one for one in folder.iterdir() if one.is_dir() or one.suffix.lower() == ".zip")
    for inside in sorted(one for one in packed if not one.name.startswith(("_", "."))):
        what = "een map" if inside.is_dir() else "een zip-bestand"
        hint = f"zet de bestanden die erin zitten zelf in templates/{FOLDER}, en haal dit weg"
        wrong.append(Finding(f"'{inside.name}' is {what}", Place(workspace.name_of(inside), 0), hint))
    if len(paths) > MAX_FONTS:
        said = f"deze map telt meer dan {MAX_FONTS} lettertypen"
        wrong.append(Finding(said, where, "laat staan wat de huisstijl gebruikt"))
    kept = [one for one in found if one.family != FAMILY]  # which comes along already
    return OwnFonts(tuple(found), families(kept, key), tuple(wrong))


def _told(workspace: Workspace, path: Path, error: FontError) -> Finding:
    return Finding(f"'{path.name}' {error}", Place(workspace.name_of(path), 0), error.hint)


def _bytes(workspace: Workspace, path: Path) -> bytes:
    """What the file holds; raises FontError when it cannot be read."""
    try:
        return workspace.bytes_of(path, MAX_FONT_BYTES)
    except TooLarge:
        raise FontError("is groter dan 5 MB", "neem een bestand met alleen Latijns schrift") from None
    except Outside:
        raise FontError(*OUTSIDE_LINK) from None
    except NoFile:
        raise FontError("is geen gewoon bestand", "zet er een gewoon bestand neer") from None
    except OSError as error:
        raise FontError(f"is niet te lezen: {reason(error)}", "controleer of u het mag lezen") from None
