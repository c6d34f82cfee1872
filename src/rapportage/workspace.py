"""Where content, templates and output of one organisation are.

A workspace is a folder that holds `content/`. Content may come from several colleagues, so a
path that content names is followed only when it ends, links included, inside the workspace.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rapportage.errors import UsageError
from rapportage.periode import Periode, PeriodeError, parse_periode

DOCUMENTS = ("raadsvoorstel", "bijlage", "raadsbesluit")
"""The papers that a rapportage may come with, by the names of their files."""

FORMATS = ("docx", "pdf")
"""The forms that each paper is written in, by the suffixes of their files."""

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
        """The file that goes by this template name, own before the package's."""
        for folder in self.template_folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)

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

    def name_of(self, path: Path) -> str:
        """The path as messages show it: relative to the workspace, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name

    def holds(self, path: Path) -> bool:
        """Whether the path, links followed, ends inside the workspace."""
        return path.resolve().is_relative_to(self.root.resolve())


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
        "ga naar de map van uw gemeente, of geef die op met --workspace MAP",
    )
