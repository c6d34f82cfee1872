"""What a machine must have that pip cannot bring, and the commands that bring it.

Also read by scripts/setup.py with a bare Python, so nothing but the standard library is used.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

LIBRARIES = {
    "linux": ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
    "darwin": ("libpango-1.0.dylib", "libpangoft2-1.0.dylib", "libharfbuzz-subset.dylib"),
    "win32": ("libpango-1.0-0.dll", "libpangoft2-1.0-0.dll", "libharfbuzz-subset-0.dll"),
}
"""The libraries that lay out text, by system."""

DEBIAN = ("python3-venv", "libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""The packages of Debian and Ubuntu that bring the libraries and virtual environments."""

COMMANDS = (
    ("Debian of Ubuntu", "sudo apt-get install --no-install-recommends " + " ".join(DEBIAN)),
    ("Fedora", "sudo dnf install python3 pango harfbuzz"),
    ("macOS (met Homebrew)", "brew install python pango harfbuzz"),
    ("Windows (met MSYS2)", "pacman -S mingw-w64-ucrt-x86_64-pango mingw-w64-ucrt-x86_64-harfbuzz"),
)
"""The command that brings what is missing, by system."""


def missing_libraries() -> list[str]:
    """The names of the libraries that this system does not find."""
    return [name for name in LIBRARIES.get(sys.platform, ()) if library(name) is None]


def without_wheels(processor: str) -> str | None:
    """Why this Python is not given ready-made parts, with the way out; None where nothing is known of that.

    `processor` is what `platform.machine()` says, where a Python that is translated tells its own.
    """
    if sys.maxsize < 2**32:
        return "Python voor 64 bits (hier staat er een voor 32 bits): neem van python.org die voor 64 bits"
    if sys.platform == "win32" and processor.upper() == "ARM64":
        return "Python voor x64 (hier staat er een voor ARM): neem van python.org die voor x64"
    if sys.platform == "darwin" and processor == "x86_64":
        return "een Mac met een processor van Apple, of Python daarvoor (hier staat er een voor Intel)"
    return None


NEEDED = 640
"""The megabytes of address space that a build takes; with less, a library ends the process without a word."""


def allowed_memory() -> int | None:
    """The megabytes that this process may have, where that is less than NEEDED; None where it is enough."""
    try:
        import resource
    except ImportError:  # Windows sets no such bound
        return None
    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    return most >> 20 if 0 <= most < NEEDED << 20 else None


def remedy() -> str:
    """The commands for every system, a line each, as a user is shown them."""
    lines = [f"  {system}:\n    {command}" for system, command in COMMANDS]
    return "\n".join(["Installeer het met:", *lines])


def library(name: str) -> ctypes.CDLL | None:
    """The library of this name, where the layout engine looks for it; None where it is not there."""
    for place in ("", *library_folders()):
        try:
            return ctypes.CDLL(os.path.join(place, name))
        except OSError:
            continue
    return None


def library_folders() -> list[str]:
    """The folders besides the system's own where libraries are looked for, first to last.

    On Windows they are the engine's; on macOS Homebrew's come behind those that DYLD_FALLBACK_LIBRARY_PATH
    names, as the system itself knows no folder of Homebrew on a processor of Apple's.
    """
    if sys.platform == "win32":
        return os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _DLL_FOLDERS).split(";")
    if sys.platform == "darwin":
        return [
            *filter(None, os.environ.get(_FALLBACK, "").split(":")),
            "/opt/homebrew/lib",
            "/usr/local/lib",
        ]
    return []


@contextmanager
def engine_looks_there() -> Iterator[None]:
    """While it lasts, libraries are looked for by their short names in `library_folders` too."""
    if sys.platform != "darwin":  # on Windows the engine adds its folders itself
        yield
        return
    before = os.environ.get(_FALLBACK)
    os.environ[_FALLBACK] = ":".join([*library_folders(), "/usr/lib"])
    try:
        yield
    finally:
        if before is None:
            del os.environ[_FALLBACK]
        else:
            os.environ[_FALLBACK] = before


_FALLBACK = "DYLD_FALLBACK_LIBRARY_PATH"
_DLL_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
"""Where the engine looks on Windows unless the variable names other folders."""


@contextmanager
def by_name_only() -> Iterator[None]:
    """While it lasts, a library is found by the whole name of its file, as the system's loader finds it.

    Asked for the file of a shorter name, Python starts the compiler and the linker on Linux, which may be
    anything that is called so. Who loads libraries here knows their whole names besides.
    """
    import ctypes.util  # brings what starts programs, which only a layout engine asks for

    before = ctypes.util.find_library
    if sys.platform not in ("darwin", "win32"):
        ctypes.util.find_library = _unknown
    try:
        yield
    finally:
        ctypes.util.find_library = before


def _unknown(name: str) -> None:
    """The file of a library by its short name: never known."""
    del name
