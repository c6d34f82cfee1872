"""Remember what the files in an output folder were made of, so that those that hold are not made again.

A file holds when the same things go into it as then, and it is on disk as it was made: one that is
damaged or changed by hand is made anew. The record stands apart from the files; without it all are made.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapportage.cache import cache_folder, canonical, keep, made_with, tidy
from rapportage.document import Document
from rapportage.identity import identities
from rapportage.opened import Unsuitable, read_within
from rapportage.style.tokens import HouseStyle
from rapportage.traces import traces
from rapportage.workspace import Workspace

MOST_FOLDERS = 500
"""Of more output folders than this nothing is remembered; those built longest ago go first."""

_MOST_BYTES = 1_000_000_000
"""A file of more was made by somebody else."""

_KIND = "gebouwd"


@dataclass(frozen=True, slots=True)
class Made:
    """The hash of what went into a file, and of the file itself."""

    of: str
    digest: str


@dataclass(slots=True)
class BuildRecord:
    """What is known of the files in one output folder."""

    folder: Path
    made: dict[str, Made] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> BuildRecord:
        """The record of this folder; an empty one where there is none that can be read."""
        record = cls(folder.absolute())
        path = record._path()
        with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
            if path is not None:
                for name, (of, digest) in json.loads(path.read_bytes()).items():
                    record.made[str(name)] = Made(str(of), str(digest))
        return record

    def holds(self, names: Iterable[str], of: str) -> bool:
        """Whether each of these files is on disk as it was made, of these same things."""
        return all(self._holds(name, of) for name in names)

    def _holds(self, name: str, of: str) -> bool:
        made = self.made.get(name)
        if made is None or made.of != of:
            return False
        with suppress(OSError, Unsuitable):
            return digest(read_within(self.folder / name, (self.folder,), _MOST_BYTES)) == made.digest
        return False

    def note(self, files: Mapping[str, bytes], of: Mapping[str, str]) -> None:
        """Remember these files and what went into each, where that can be written."""
        self.made |= {name: Made(of[name], digest(data)) for name, data in files.items()}
        path = self._path()
        if path is not None:
            with suppress(OSError):
                keep(path, canonical({name: (made.of, made.digest) for name, made in self.made.items()}))
                tidy(path.parent, path.suffix, MOST_FOLDERS)

    def still_holds(self) -> None:
        """Let the record look as new as what was compared with it."""
        path = self._path()
        if path is not None:
            with suppress(OSError):
                os.utime(path)

    def _path(self) -> Path | None:
        kept = cache_folder(_KIND)
        return kept / f"{digest(os.fsencode(self.folder))}.json" if kept else None


def something_newer(folder: Path, workspace: Workspace) -> bool:
    """Whether content or templates look newer than what was last built in this folder.

    A guess by dates, to begin in time with what will probably be needed; nothing else goes by it.
    """
    kept = BuildRecord(folder.absolute())._path()
    try:
        built = kept.stat().st_mtime if kept else 0.0
        roots = (workspace.content, *workspace.template_folders)
        return any(path.stat().st_mtime > built for root in roots for path in root.rglob("*"))
    except OSError:
        return True


def paper_key(
    document: Document, style: HouseStyle, stylesheet: str, engine: str, *, embed_fonts: bool
) -> str:
    """The hash of all that goes into the files of one paper: words, pictures, styles, engine, code.

    Where something stands in the content matters as far as its name goes by it: Word's bookmarks tell that.
    So do the file and the key of made words, which Word's file tells of, and not their line.
    """
    pictures = {
        name: (
            *(image.media_type, image.width, image.height),
            *map(digest, (image.data, image.bitmap, image.worded)),
        )
        for name, image in document.images.items()
    }
    parts = {
        "document": repr(replace(document, images={})),
        "names": [one.name for one in identities(document)],
        "made": [(repr(one), one.place.file, one.place.path) for one in traces(document)],
        "pictures": pictures,
        "style": repr(style.known_by()),
        "template": style.template and (digest(style.template.data), style.template.names),
        "stylesheet": stylesheet,
        "engine": engine,
        "embed_fonts": embed_fonts,
        "made with": made_with(),
    }
    return digest(canonical(parts))


def digest(data: bytes) -> str:
    """The hash by which a file is known."""
    return hashlib.sha256(data).hexdigest()
