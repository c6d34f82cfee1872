"""What stands in the folders of content and templates, and is neither read nor named by anything."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from contextlib import suppress
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from rapportage.checks.files.attachments import missing_names, named_paths
from rapportage.checks.subjects import Content
from rapportage.content.file_names import meant_stem, usable_name
from rapportage.content.folders import (
    CHAPTERS,
    FIGURES,
    MEMO,
    ORGANISATION,
    PROOFREAD,
    READ,
    REGISTER,
    REPORT,
    SERIES,
    TABLES,
    TERMS,
    entries,
    misnamed_folder,
)
from rapportage.content.token_mapping import MAPPING
from rapportage.errors import Finding, Place, attempt
from rapportage.opened import Unsuitable
from rapportage.style.font_files import FOLDER
from rapportage.style.own_fonts import FONTS
from rapportage.workspace import (
    CALLED_BESIDES,
    LOGO,
    LOGOS,
    TEMPLATES,
    WORD_STYLES,
    WORD_TEMPLATE,
    WORD_TEMPLATES,
    Workspace,
    package_templates,
)

_ASIDE = "of begin de naam met een _"
"""What is left out on purpose is told to be so by its name."""
_PICTURES = (
    ".svg",
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".bmp",
    ".tif",
    ".tiff",
    ".heic",
    ".emf",
    ".wmf",
)
_TEXTS = ("", ".md", ".txt", ".docx", ".doc", ".odt", ".rtf", ".markdown")
_SHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".csv")
_YAML = (".yaml", ".yml")
_CONTENT = (*_TEXTS, *_SHEETS, *_YAML)
_OWN_NAMES = ("readme", "leesmij")
"""What a folder may say about itself."""
_SURELY = 0.85


def not_read(content: Content) -> Iterator[Finding]:
    """Each file and folder of the period, and of what all periods share, that nothing reads or names."""
    workspace = content.workspace
    awaited = set(texts_elsewhere(content).values())
    for path in _strays(content):
        if path not in awaited:
            yield _stray(workspace, path)
    for name, meant in workspace.misnamed_periods().items():
        free = not (workspace.content / str(meant)).exists()
        place = Place(workspace.name_of(workspace.content / name), 0)
        way_out = f"noem haar '{meant}'" if free else "haal haar uit deze map"
        yield Finding(f"de map '{name}' is geen periode", place, f"{way_out}, {_ASIDE}")


def texts_elsewhere(content: Content) -> dict[str, Path]:
    """Texts that nothing reads, by the name of the chapter that is missing and that each may be."""
    missing = set(content.rapportage.gegevens.value.chapters()) - content.rapportage.hoofdstukken.keys()
    texts = (path for path in _strays(content) if path.suffix.lower() in _TEXTS)
    named = {usable_name(path.stem) or "": path for path in texts}
    return {name: path for name, path in named.items() if name in missing - content.broken.hoofdstukken}


def _strays(content: Content) -> Iterator[Path]:
    named = named_paths(content)
    for path in _left(content, content.workspace.content / str(content.rapportage.periode)):
        empty = path.is_dir() and not entries(content.workspace, path)
        if not (empty or _is_named(path, named) or _may_be_named(path, content)):
            yield path


def _left(content: Content, period: Path) -> Iterator[Path]:
    """What is not read, in folders too that hold something that is named."""
    workspace = content.workspace
    told = [misnamed_folder(workspace, *one) for one in ((workspace.content, SERIES), *_folders(period))]
    skipped = {path for one in told if one is not None for path in (one.path, one.path.parent)}
    yield from (
        path
        for path in entries(workspace, workspace.content)
        if _is_stray_above(path) and path not in skipped
    )
    for around, name in ((workspace.content, SERIES), *_folders(period)):
        yield from (
            path for path in entries(workspace, around / name) if not meant_stem(path.name, READ[name])
        )
    own = {period / name for name in (REPORT, MEMO, PROOFREAD, CHAPTERS, FIGURES, TABLES)}
    yield from (path for path in entries(workspace, period) if path not in own | skipped)


def _folders(period: Path) -> list[tuple[Path, str]]:
    return [(period, name) for name in (CHAPTERS, FIGURES, TABLES)]


def _is_stray_above(path: Path) -> bool:
    """Whether something beside the periods looks like content; what else is there may be another period's."""
    if path.is_dir():
        return path.name in (CHAPTERS, FIGURES, TABLES)
    known = path.name in (ORGANISATION, TERMS, REGISTER) or path.stem.lower() in _OWN_NAMES
    return path.suffix.lower() in _CONTENT and not known


def _is_named(path: Path, named: Set[Path]) -> bool:
    return any(one == path or path in one.parents for one in named)


def _may_be_named(path: Path, content: Content) -> bool:
    """Whether this is, or holds, what another figure or list of attachments names, or nearly does."""
    missing = missing_names(content)
    if path.is_dir():
        return any((path / name).exists() for name in missing)
    return path.suffix.lower() not in _CONTENT and bool(missing or content.broken.figuren)


def _stray(workspace: Workspace, path: Path) -> Finding:
    place = Place(workspace.name_of(path), 0)
    above = path.parent == workspace.content
    if path.is_dir():
        message = f"de map '{path.name}' wordt niet gelezen"
        way_out = "zet haar in de map van een periode" if above else "haal haar weg"
        return Finding(message, place, f"{way_out}, {_ASIDE}")
    how = "nergens genoemd" if path.suffix.lower() in (*_PICTURES, ".pdf") else "niet gelezen"
    way_out = "" if above else _use_for(path)
    return Finding(f"'{path.name}' wordt {how}", place, f"{way_out}haal het weg, {_ASIDE}")


def _use_for(path: Path) -> str:
    """What a file of this kind can be used for where it stands, with a comma behind it, or ''."""
    ending, folder = path.suffix.lower(), path.parent.name
    name = usable_name(path.stem) or "naam"
    one_only = next((one for one in (REPORT, MEMO) if name.startswith(one.partition(".")[0])), None)
    if one_only and folder not in READ:
        return f"er is al een '{one_only}': "
    if ending in _PICTURES and folder == FIGURES:
        return f"noem het in een figuur met 'bestand: {FIGURES}/{path.name}', "
    if ending in _TEXTS:
        return f"zet de tekst in {CHAPTERS}/{name}.md, "
    if ending in _SHEETS and folder != SERIES:
        return f"maak er een tabel van in {TABLES}/{name}.yaml, "
    if ending in _YAML:
        return f"zet het in {FIGURES}/ of {TABLES}/, "
    return "" if folder in READ else "noem het bij 'bijlagen' in rapportage.yaml, "


# --- templates ---------------------------------------------------------------------------------


def misnamed_templates(content: Content) -> Iterator[Finding]:
    """Each own template that was meant to replace one that comes along, and does not for its name."""
    yield from (finding for certain, finding in _misnamed_homes(content.workspace) if certain)
    for path, meant in _own_templates(content.workspace):
        if meant:
            place = Place(content.workspace.name_of(path), 0)
            suffix, way_out = path.suffix.lower(), f"noem het '{meant}'"
            if meant in WORD_TEMPLATES and suffix not in (".dotx", ".docx"):
                way_out = f"bewaar het in Word als '{meant}'"
            elif meant in LOGOS and f"{LOGO}{suffix}" not in LOGOS:
                way_out = f"bewaar het als SVG of PNG, en noem het '{meant}' of '{LOGOS[0]}'"
            yield Finding(f"'{path.name}' wordt niet gebruikt", place, way_out)


def idle_templates(content: Content) -> Iterator[Finding]:
    """Each own template that replaces none that comes along, and that no other names."""
    yield from (finding for certain, finding in _misnamed_homes(content.workspace) if not certain)
    for path, meant in _own_templates(content.workspace):
        if not meant:
            place = Place(content.workspace.name_of(path), 0)
            way_out = f"haal het weg, {_ASIDE}"
            if path.suffix.lower() in FONTS:
                way_out = f"verplaats het naar templates/{FOLDER}"
            yield Finding(f"'{path.name}' wordt niet gebruikt", place, way_out)


def _misnamed_homes(workspace: Workspace) -> Iterator[tuple[bool, Finding]]:
    """Folders that hold what is read in `templates` only, and whether each surely was meant to be that."""
    known = {path.name.lower() for path in package_templates().iterdir() if path.is_file()}
    known |= {*LOGOS, *WORD_TEMPLATES, WORD_STYLES, MAPPING}
    there = any(entries(workspace, workspace.root / TEMPLATES))
    for path in attempt(partial(entries, workspace, workspace.root)).value or []:
        alike = SequenceMatcher(None, path.name.lower(), TEMPLATES).ratio() >= _SURELY
        if path.name == TEMPLATES or not (alike or path.name in CALLED_BESIDES) or not path.is_dir():
            continue
        with suppress(OSError):
            if path.samefile(workspace.root / TEMPLATES):
                continue  # a system that takes capitals and small letters alike
        inside = [one.name.lower() for one in attempt(partial(entries, workspace, path)).value or []]
        if any(name in known or name in (FOLDER, "figuren") for name in inside):
            way_out = f"zet wat erin staat in '{TEMPLATES}'" if there else f"noem haar '{TEMPLATES}'"
            place = Place(workspace.name_of(path), 0)
            yield (
                alike and not there,
                Finding(f"de map '{path.name}' wordt niet gelezen", place, f"{way_out}, {_ASIDE}"),
            )


def _own_templates(workspace: Workspace) -> Iterator[tuple[Path, str | None]]:
    """The own templates that nothing uses, each with the name that it was perhaps meant to have."""
    own = workspace.root / "templates"
    known = {path.name for path in package_templates().iterdir() if path.is_file()}
    logo, word = workspace.logo(), workspace.word_template()
    known |= {one.name for one in (logo, word) if one} | {MAPPING, WORD_STYLES}
    there = [path for path in entries(workspace, own) if path.is_file()]
    texts = []
    for path in own.rglob("*.j2"):
        with suppress(OSError, Unsuitable):
            texts.append(workspace.bytes_of(path))
    texts += _of_mapping(workspace, [path.name for path in there if path.suffix == ".json"])
    free = sorted(known - {one.name for one in there})
    for path in there:
        if path.name not in known and not any(os.fsencode(path.name) in text for text in texts):
            meant = next((name for name in free if _meant_for(path.name, name)), None)
            suffix = path.suffix.lower()
            if suffix in _WORD:
                meant = None
            if logo is None and path.stem.lower().startswith(LOGO) and suffix in _LOGO_FORMS:
                meant = f"{LOGO}{suffix}" if f"{LOGO}{suffix}" in LOGOS else LOGOS[1]
            if word is None and path.suffix.lower() in _WORD and path.stem.lower() == WORD_TEMPLATE:
                meant = path.name.lower() if path.name.lower() in WORD_TEMPLATES else WORD_TEMPLATES[0]
            if meant is not None:
                free = [one for one in free if one != meant]  # another file cannot have it too
            yield path, meant


def _of_mapping(workspace: Workspace, files: list[str]) -> list[bytes]:
    """What names a file of tokens: the mapping; where it names none that is there, that is told of it."""
    with suppress(OSError, Unsuitable):
        text = workspace.bytes_of(workspace.root / "templates" / MAPPING)
        return [text] if any(os.fsencode(name) in text for name in files) else list(map(os.fsencode, files))
    return []


_LOGO_FORMS = (
    ".svg",
    ".png",
    ".jpg",
    ".jpeg",
    ".eps",
    ".ai",
    ".pdf",
    ".gif",
    ".tif",
    ".tiff",
    ".webp",
    ".bmp",
    ".emf",
)
_WORD = (".dotx", ".docx", ".dotm", ".docm", ".dot", ".doc")
_LOOKS = {"css", "typ"}
"""What says how pages look, to one layout engine or the other: neither stands for the other."""


def _meant_for(name: str, template: str) -> bool:
    if len(_LOOKS & {*name.lower().split("."), *template.split(".")}) > 1:
        return False
    first, wanted = (usable_name(one.partition(".")[0]) or "" for one in (name, template))
    alike = SequenceMatcher(None, first, wanted).ratio() >= _SURELY and not first.startswith(f"{wanted}-")
    return first == wanted or alike
