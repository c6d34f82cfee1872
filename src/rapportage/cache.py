"""What is kept between runs so that no work is done twice: where it stands, and what it was made with.

The folder may be deleted at any time and shared between runs. Where it cannot be read or written,
all is made anew.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from rapportage.machine import LIBRARIES, library

ENVIRONMENT = "RAPPORTAGE_CACHE"
"""The variable that names another folder for what is kept."""

_GOOD, _MOST_VERDICTS = ".goed", 2000
"""The suffix of what is kept of a verdict, and of how many of a kind."""
_UNREADY, _ABANDONED = ".nieuw", 3600.0
"""The suffix of a file that is being written, and how many seconds later its run must have been killed."""

_PACKAGES = (
    *("babel", "cssselect2", "fonttools", "jinja2", "lxml", "markdown-it-py", "markupsafe", "matplotlib"),
    *("mdit-py-plugins", "numpy", "pikepdf", "pillow", "pydyf", "pyphen", "python-docx", "resvg-py"),
    *("tinycss2", "typst", "uharfbuzz", "weasyprint"),
    *("jsonschema", "pydantic-core", "pyyaml", "referencing"),
)
"""The packages of which another version may give other bytes, or find something else."""
_INSTALLED = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)\.dist-info")


def cache_folder(name: str) -> Path | None:
    """The folder for things of this kind in the user's own place, or in the one that ENVIRONMENT names."""
    from platformdirs import user_cache_path

    with suppress(OSError, RuntimeError):
        chosen = os.environ.get(ENVIRONMENT)
        return (Path(chosen) if chosen else user_cache_path("rapportage", appauthor=False)) / name
    return None


def keep(path: Path, data: bytes) -> None:
    """Put the file there in one step; raises OSError where that cannot be done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=_UNREADY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def kept_copy(kind: str, key: str, name: str, data: bytes) -> Path | None:
    """Where a copy of a file stands that never changes, for who keeps it open; None where none can be kept.

    Those of one key stand together in a folder of their own.
    """
    folder = cache_folder(kind)
    if folder is None:
        return None
    path = folder / key / name
    with suppress(OSError):
        if not path.is_file() or path.read_bytes() != data:
            keep(path, data)
        return path.absolute()
    return None


def tidy(folder: Path, suffix: str, most: int) -> None:
    """Throw away what was used longest ago in this folder, beyond the newest `most`, and what was left."""
    with suppress(OSError):
        for path in folder.glob(f"*{_UNREADY}"):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink(missing_ok=True)
        files = sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[most:]:
            path.unlink(missing_ok=True)


class Verdict:
    """What was once judged to be good need not be judged again; only that is kept, and anything else is not.

    It is known by its kind, all that the judgement goes by, and what judges.
    """

    def __init__(self, kind: str, *judged: str) -> None:
        folder = cache_folder(kind)
        key = hashlib.sha256(canonical([judged, made_with()])).hexdigest()
        self._path = folder / f"{key}{_GOOD}" if folder else None

    @property
    def is_good(self) -> bool:
        """Whether it was judged to be good before."""
        return self._path is not None and self._path.exists()

    def note(self) -> None:
        """Remember that it is good, where that can be written."""
        if self._path is not None:
            with suppress(OSError):
                keep(self._path, b"")
                tidy(self._path.parent, _GOOD, _MOST_VERDICTS)


def canonical(data: Any) -> bytes:
    """The data as JSON, the same for the same data; numbers and other values as their text."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")  # the name of a file need not be text


@cache
def made_with() -> dict[str, str]:
    """The versions of what makes files: Python, packages, text libraries; our own code and fonts by bytes."""
    import platform

    from rapportage.style.fonts import house

    made = {"python": platform.python_version(), "text": text_libraries()} | _versions(_PACKAGES)
    own = hashlib.sha256()
    for path in (*sorted(Path(__file__).parent.rglob("*.py")), *(face.path for face in house().faces)):
        own.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return made | {"own": own.hexdigest()}


def _versions(packages: Iterable[str]) -> dict[str, str]:
    """The versions of those of these packages that are installed.

    Python's own reader of them takes as long for all as looking at all content does: the name of a folder
    beside a package tells its version, and where it does not the reader is asked.
    """
    found: dict[str, str] = {}
    for place in filter(os.path.isdir, reversed(sys.path)):
        with suppress(OSError):  # nobody may look there, and so nothing is read in from there
            for told in filter(None, map(_INSTALLED.fullmatch, os.listdir(place))):
                found[re.sub("[-_.]+", "-", told["name"]).lower()] = told["version"]
    return {name: found[name] if name in found else _asked(name) for name in packages}


def _asked(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def text_libraries() -> str:
    """The versions of Pango and HarfBuzz; empty where the system does not find them."""
    pango = next((library(name) for name in LIBRARIES.get(sys.platform, ())), None)
    if pango is None:
        return ""
    with suppress(AttributeError):
        pango.hb_version_string.restype = ctypes.c_char_p
        return f"{pango.pango_version()} {pango.hb_version_string().decode()}"
    return str(pango.pango_version())
