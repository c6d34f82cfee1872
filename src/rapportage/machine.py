"""What a machine must have that pip cannot bring, and the commands that bring it.

Also read by scripts/setup.py with a bare Python, so nothing but the standard library is used.
"""

from __future__ import annotations

import ctypes
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
    """The library of this name, in Homebrew's folder too; None where the system does not find it."""
    places = ("", "/opt/homebrew/lib/", "/usr/local/lib/") if sys.platform == "darwin" else ("",)
    for place in places:
        try:
            return ctypes.CDLL(place + name)
        except OSError:
            continue
    return None


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
