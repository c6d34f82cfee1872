"""Where content, templates and output of one organisation are.

A workspace is a folder that holds `content/`. Content may come from several colleagues, so a
path that content names is followed only when it ends, links included, inside the workspace.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath

from rapportage.bounds import MAX_BYTES
from rapportage.characters import as_meant
from rapportage.errors import MISSING, OUTSIDE, UNPRINTABLE, Place, UsageError, refusal
from rapportage.faults import reason
from rapportage.opened import NoFile, Outside, TooLarge, read_within
from rapportage.periode import Periode, PeriodeError, meant_periode, parse_periode

DOCUMENTS = ("raadsvoorstel", "bijlage", "raadsbesluit")
"""The papers that a rapportage may come with, by the names of their files."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
"""What no document can carry: control characters, halves of characters, what is no character, and what
turns the reading direction or tags unseen, which the two formats would print as other words."""
UNSEEN = "hier staat een onzichtbaar teken (U+{:04X}) dat niet in een document kan"
"""What is said of one, with its number."""
OUTSIDE_LINK = "is een verwijzing naar een plek buiten de werkmap", "zet het bestand zelf in de map"
"""What is wrong with a file that lies elsewhere, and the way out."""
LOGO = "logo"
LOGOS = tuple(f"{LOGO}.{form}" for form in ("svg", "png", "jpg", "jpeg"))
"""What the logo in `templates` may be called; the first one that is there is used."""
TEMPLATES = "templates"
CALLED_BESIDES = (
    *("template", "Template", "Templates", "TEMPLATES", "sjabloon", "sjablonen", "Sjabloon", "Sjablonen"),
    *("huisstijl", "Huisstijl", "stijl", "opmaak", "vormgeving", "layout", "style", "styles"),
)
"""The folder of an organisation's own templates, and what people call it besides."""
TOKENS = "huisstijl.tokens.json"
"""The token file of the house style, among the templates."""
WORD_TEMPLATE, WORD_STYLES = "sjabloon", "sjabloon.yaml"
WORD_TEMPLATES = f"{WORD_TEMPLATE}.dotx", f"{WORD_TEMPLATE}.docx"
"""What the own Word template in `templates` may be called, and the file that names its styles."""
_MAY_READ = "controleer of het bestaat en of u het mag lezen"
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of one organisation; `root` is absolute."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder with the content files."""
        return self.root / "content"

    @property
    def output(self) -> Path:
        """The folder that build writes to, unless told otherwise."""
        return self.root / "output"

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where to look for a template: the organisation's own folder, then the package's."""
        own = self.root / "templates"
        return (own, package_templates()) if own.is_dir() else (package_templates(),)

    def template(self, name: str) -> Path:
        """The file that goes by this template name, own before the package's.

        Raises FileNotFoundError when there is none, or when the name leads out of the folder, ContentError
        where nobody may look for it.
        """
        if ".." in PurePosixPath(name).parts or name.startswith("/") or "\\" in name or ":" in name:
            raise FileNotFoundError(name)
        for folder in self.template_folders:
            try:
                if (folder / name).is_file():
                    return folder / name
            except PermissionError as error:
                message, hint = f"dit bestand is niet te lezen: {reason(error)}", _MAY_READ
                raise refusal(message, Place(f"templates/{name}", 0), hint, "onleesbaar") from None
            except (OSError, ValueError):  # a name that no file can have
                break
        raise FileNotFoundError(name)

    def logo(self) -> Path | None:
        """The organisation's logo, None where it has none; raises ContentError as `template` does."""
        return self._first_of(LOGOS)

    def word_template(self) -> Path | None:
        """The own Word template, None where there is none; raises ContentError as `template` does."""
        return self._first_of(WORD_TEMPLATES)

    def _first_of(self, names: Iterable[str]) -> Path | None:
        for name in names:
            with suppress(FileNotFoundError):
                return self.template(name)
        return None

    def periods(self) -> tuple[Periode, ...]:
        """The periods that have a folder here, earliest first."""
        found = []
        for folder in self.content.iterdir():
            if folder.is_dir():
                try:
                    found.append(parse_periode(folder.name))
                except PeriodeError:
                    continue
        return tuple(sorted(found, key=lambda periode: (periode.first_day, periode.last_day)))

    def misnamed_periods(self) -> dict[str, Periode]:
        """The folders that were meant to be a period's, by their names: 2022h1, or 2022-H1 - kopie.

        One that begins with `_` was put aside.
        """
        named = {
            folder.name: meant_periode(folder.name) for folder in self.content.iterdir() if folder.is_dir()
        }
        return {name: meant for name, meant in sorted(named.items()) if meant and name != str(meant)}

    def first_period_hint(self) -> str:
        """What to do where there is no period yet, or none under its right name."""
        for name, meant in self.misnamed_periods().items():
            return f"noem de map '{name}' voortaan '{meant}'"
        return "maak een map, zoals content/2022-H1; zie de handleiding, rapportage.yaml"

    def name_of(self, path: Path) -> str:
        """The path as messages show it: relative to the workspace, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name

    def read(self, path: Path, *, needed: bool = False) -> str:
        """The text of a UTF-8 file of the organisation or the package, its line ends made '\\n'.

        One that is `needed` is not said to be better removed than empty.

        Raises ContentError when it lies elsewhere, is empty, not UTF-8 or larger than MAX_BYTES,
        or holds a character that no document can carry.
        """
        place = Place(self.name_of(path))
        return _text(
            self._bytes_for(path, place),
            place,
            "vul het in" if needed else "vul het in, of verwijder het en wat ernaar verwijst",
        )

    def _bytes_for(self, path: Path, place: Place) -> bytes:
        try:
            return self.bytes_of(path)
        except Outside:
            what, hint = OUTSIDE_LINK
            raise refusal(f"dit bestand {what}", place, hint, OUTSIDE) from None
        except NoFile:
            hint = "zet er een gewoon bestand neer"
            raise refusal("dit is geen gewoon bestand", place, hint, "onleesbaar") from None
        except TooLarge:
            hint = "splits het in kleinere bestanden"
            raise refusal("dit bestand is groter dan 2 MB", place, hint, "te-groot") from None
        except FileNotFoundError:
            raise refusal("dit bestand ontbreekt", place, "maak het aan", MISSING) from None
        except OSError as error:
            raise refusal(
                f"dit bestand is niet te lezen: {reason(error)}",
                place,
                _MAY_READ,
                "onleesbaar",
            ) from None

    def bytes_of(self, path: Path, most: int = MAX_BYTES) -> bytes:
        """The bytes of a file of the organisation or the package, as `read_within` has them."""
        return read_within(path, (self.root, package_templates()), most)

    def holds(self, path: Path) -> bool:
        """Whether the path, links followed, ends inside the workspace."""
        return path.resolve().is_relative_to(self.root.resolve())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to build: formats and papers (none named means all), each period in its folder in `output`.

    `engine` is the layout engine where another is wanted than the content says.
    """

    formats: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    output: Path | None = None
    engine: str | None = None

    def folder(self, workspace: Workspace, periode: Periode) -> Path:
        """Where the files of this period go."""
        return (self.output or workspace.output) / str(periode)


EVERYTHING = Wanted()


_SHORT = 50_000
"""Of files up to so many bytes, and of a few longer ones, is remembered what they say, for who reads them
over and over."""


def _sound(raw: bytes) -> str:
    """What these bytes say as text; nothing where there is something to say about them."""
    try:
        text = _text_of(raw)
    except UnicodeDecodeError:
        return ""
    return "" if _kind_of(raw) or not text.strip() or FORBIDDEN.search(text) else text


_sound_short, _sound_long = lru_cache(maxsize=512)(_sound), lru_cache(maxsize=8)(_sound)


def _text_of(raw: bytes) -> str:
    return as_meant(raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))


def _text(raw: bytes, place: Place, if_empty: str) -> str:
    if sound := (_sound_short if len(raw) <= _SHORT else _sound_long)(raw):
        return sound
    if kind := _kind_of(raw):
        message = f"dit is {kind[0]} onder een andere naam"
        raise refusal(message, replace(place, line=0), kind[1], "geen-tekst")
    try:
        text = _text_of(raw)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise refusal(
            "dit bestand is niet in UTF-8 opgeslagen",
            replace(place, line=line),
            "sla het op als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8)",
            "codering",
        ) from None
    if not text.strip():
        raise refusal("dit bestand is leeg", place, if_empty, "leeg")
    if found := FORBIDDEN.search(text):
        before = text[: found.start()]
        raise refusal(
            UNSEEN.format(ord(found[0])),
            replace(place, line=before.count("\n") + 1, column=found.start() - before.rfind("\n")),
            "verwijder het teken en typ de tekst eromheen opnieuw",
            UNPRINTABLE,
        )
    return text


_AS_TEXT = "open het in {}, kopieer de tekst en bewaar die met Kladblok of VS Code onder deze naam"
_IN_WORD, _IN_EXCEL = _AS_TEXT.format("Word"), _AS_TEXT.format("Excel")
_AS_PICTURE = "geef het de naam terug die bij een plaatje hoort, en noem het in een figuur met 'bestand: …'"
_KINDS: tuple[tuple[bytes, bytes, str, str], ...] = (
    (b"PK\x03\x04", b"word/", "een Word-document", _IN_WORD),
    (b"PK\x03\x04", b"xl/", "een Excel-bestand", _IN_EXCEL),
    (b"PK\x03\x04", b"opendocument.text", "een document van LibreOffice", _AS_TEXT.format("LibreOffice")),
    (b"PK\x03\x04", b"", "een zip-bestand", "pak het uit, en zet het bestand dat u bedoelt hier neer"),
    (b"\xd0\xcf\x11\xe0", b"", "een document van een oude Word of Excel", _IN_WORD),
    (b"{\\rtf", b"", "een document in RTF", _IN_WORD),
    (b"%PDF", b"", "een PDF", _AS_TEXT.format("een PDF-lezer")),
    (b"\x89PNG", b"", "een plaatje", _AS_PICTURE),
    (b"\xff\xd8\xff", b"", "een plaatje", _AS_PICTURE),
)
"""How files begin that programs make and that are no text, what they hold besides, and the way out."""


def _kind_of(raw: bytes) -> tuple[str, str] | None:
    """What a file is that was given the name of a text, and the way out; None for a text."""
    for start, inside, kind, hint in _KINDS:
        if raw.startswith(start) and inside in raw:
            return kind, hint
    return None


@cache
def package_templates() -> Path:
    """The folder with the templates that come with the package, installed or in a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


def find_workspace(start: Path, chosen: Path | None = None) -> Workspace:
    """The chosen folder, or the nearest one from `start` upward that holds `content/`.

    Raises UsageError when there is none.
    """
    if chosen is not None:
        root = chosen.absolute()
        if not (root / "content").is_dir():
            raise UsageError(f"in '{chosen}' staat geen map 'content'", "kies de map die 'content' bevat")
        return Workspace(root)
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / "content").is_dir():
            return Workspace(folder)
    raise UsageError(
        "hier staat geen map 'content', en in de mappen hierboven ook niet",
        _nearly_there(start) or "ga naar uw werkmap, of geef die op met --workspace MAP",
    )


def _nearly_there(folder: Path) -> str | None:
    """The hint where a folder was meant to be the one with the content, or lies one deeper."""
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    except OSError:
        return None
    if meant := next((name for name in names if name.lower() in ("content", "contents")), None):
        return f"er staat wel een map '{meant}': noem haar 'content'"
    if deeper := next((name for name in names if (folder / name / "content").is_dir()), None):
        return f"ga naar de map '{deeper}', of geef die op met --workspace \"{deeper}\""
    return None


def workspaces_in(folder: Path) -> tuple[dict[str, Workspace], list[str]]:
    """The workspaces that are subfolders of this one, by their names, and the subfolders that are none.

    What begins with `.` or `_` was put aside. Raises UsageError when there is no workspace.
    """
    if not folder.is_dir():
        raise UsageError(f"de map '{folder}' bestaat niet", "kies de map waarin de werkmappen staan")
    folders = sorted(one for one in folder.absolute().iterdir() if os.path.isdir(one))
    looked_at = [one for one in folders if not one.name.startswith((".", "_"))]
    # Not `is_dir`, which raises where nobody may look: one such folder would keep all others waiting.
    found = {one.name: Workspace(one) for one in looked_at if os.path.isdir(one / "content")}
    if not found:
        its_own = (folder / "content").is_dir()
        raise UsageError(
            f"in '{folder}' staat geen map met een map 'content' erin",
            f'dit is zelf een werkmap: bouw haar met --all --workspace "{folder}"'
            if its_own
            else "kies de map waarin de werkmappen staan, elk met een eigen 'content'",
        )
    return found, [one.name for one in looked_at if one.name not in found]


def workspace_or_here(start: Path, chosen: Path | None = None) -> Workspace:
    """The workspace as `find_workspace` has it, or else the folder in which one can begin.

    Raises UsageError when the chosen folder does not exist.
    """
    if chosen is not None and not chosen.is_dir():
        raise UsageError(f"de map '{chosen}' bestaat niet", "maak haar eerst, of kies een andere")
    try:
        return find_workspace(start, chosen)
    except UsageError:
        return Workspace((chosen or start).absolute())
