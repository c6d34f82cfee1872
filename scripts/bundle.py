"""Make a bundle that installs without a network: wheels for one system, their hashes, and who starts them.

    python scripts/bundle.py [windows] [macos] [linux]

Each becomes a folder and a ZIP in dist/. The wheels are those of requirements.lock, fetched for that system
and for each Python in PYTHONS, and refused where their hash is another; then everything that would be
installed is looked for once more among them, without a network.
"""

from __future__ import annotations

import email
import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.markers import Marker, default_environment
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).with_name("bundel")
PYTHONS = "3.12", "3.13", "3.14"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REQUIREMENT = re.compile(r"^(?P<name>[^\s=;]+)==(?P<version>[^\s;]+)\s*(?:;\s*(?P<marker>[^\\\n]+))?", re.M)
_NOT_INSTALLED = frozenset({"editables", "hatchling", "pathspec", "pluggy", "tomlkit", "trove-classifiers"})
"""What only builds the package, which comes built."""


@dataclass(frozen=True, slots=True)
class System:
    """A system that a bundle is for: how pip and markers call it, and what its reader is told."""

    title: str
    processor: str
    platforms: tuple[str, ...]
    markers: Mapping[str, str]
    scripts: tuple[str, ...]
    command: str
    target: str
    cache: str
    newline: str = "\n"
    bounds: str = ""
    origin: str = ""
    locks: str = ""


_POSIX = {"os_name": "posix"}
_MACOS = _POSIX | {"sys_platform": "darwin", "platform_system": "Darwin"}
_SHELL = ("installeer.sh", "rapportage"), "sh installeer.sh"
_ONLY_TIME = "\n    Op {} is daarvan alleen de tijd begrensd, niet het geheugen."
_LOCKS = r"""  - Vindt installeer.cmd geen Python, geef dan eerst:
    set "RAPPORTAGE_PYTHON=C:\plek\van\python.exe"
  - Met Intune of SCCM, als SYSTEM: installeer.cmd "C:\Program Files\Rapportage".
    Geslaagd is het als daar rapportage.cmd staat.
  - Laat AppLocker of een ander slot geen programma's toe uit de map van een gebruiker, installeer dan
    in een map die wel mag. Gestart worden omgeving\Scripts\python.exe daar en de Python waarvan zij
    gemaakt is. De bibliotheken (.pyd en .dll) hebben niet alle een handtekening: sta ze toe op plek of hash.
"""

SYSTEMS = {
    "windows": System(
        "Windows",
        "x64",
        ("win_amd64",),
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
        ("installeer.cmd", "rapportage.cmd"),
        "installeer.cmd",
        r"%LOCALAPPDATA%\Programs\rapportage",
        r"%LOCALAPPDATA%\rapportage\Cache",
        "\r\n",
        _ONLY_TIME.format("Windows"),
        ", van python.org en niet uit de Microsoft Store",
        _LOCKS,
    ),
    # Of pikepdf there is no wheel for older ones, nor for a processor of Intel.
    "macos": System(
        "macOS",
        "macOS 15 of nieuwer met een processor van Apple",
        tuple(f"macosx_{version}_0_arm64" for version in (15, 14, 13, 12, 11)),
        _MACOS | {"platform_machine": "arm64"},
        *_SHELL,
        "~/Applications/rapportage",
        "~/Library/Caches/rapportage",
        bounds=_ONLY_TIME.format("macOS"),
    ),
    "linux": System(
        "Linux",
        "x86_64",
        ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_27_x86_64", "manylinux_2_28_x86_64"),
        _POSIX | {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
        *_SHELL,
        "~/Applications/rapportage",
        "~/.cache/rapportage",
    ),
}


def bundle(name: str, to: Path) -> Path:
    """Make the bundle for this system in the folder `to`; the ZIP."""
    system = SYSTEMS[name]
    folder = to / f"rapportage-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wielen"
    wheels.mkdir(parents=True)
    own = own_wheel(wheels)
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for python in PYTHONS:
        fetch(system, python, lock, wheels)
    write(folder, system, own, lock)
    for python in PYTHONS:
        look(system, python, lock, wheels)
    return zipped(folder)


def own_wheel(to: Path) -> Path:
    """The package itself, built from this checkout."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(to)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = to.glob("rapportage-*.whl")
    return built


def wanted(lock: str, system: System, python: str) -> Iterator[tuple[str, str, str]]:
    """Each package that this system takes with this Python: name, version, and its lines in the lock."""
    entries = re.split(r"\n(?=\S)", lock.rstrip())
    for entry in entries:
        found = _REQUIREMENT.match(entry)
        if found is None or found["name"] in _NOT_INSTALLED:
            continue
        if found["marker"] is None or Marker(found["marker"].strip()).evaluate(environment(system, python)):
            yield found["name"], found["version"], re.sub(r"\s*;[^\\\n]+", " ", entry, count=1)


def environment(system: System, python: str) -> dict[str, str]:
    """What markers are judged by on this system."""
    here = {name: str(value) for name, value in default_environment().items()}
    return here | {
        **system.markers,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def pip(system: System, python: str, *options: str) -> None:
    """Let pip do this for the system as if it ran there; raises SystemExit with what it says."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
    command += [
        "--only-binary=:all:",
        "--require-hashes",
        "--implementation",
        "cp",
        "--python-version",
        python,
    ]
    command += [part for platform in system.platforms for part in ("--platform", platform)]
    done = subprocess.run([*command, *options], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{system.title}, Python {python}:\n{done.stderr.strip()}")


def fetch(system: System, python: str, lock: str, wheels: Path) -> None:
    """Fetch what this system takes with this Python, each with its hash."""
    with asked(lines for _, _, lines in wanted(lock, system, python)) as requirements:
        pip(system, python, "-r", str(requirements.path), "-d", str(wheels))


def look(system: System, python: str, lock: str, wheels: Path) -> None:
    """Find all of it again without a network; raises SystemExit where something lacks."""
    with asked(lines for _, _, lines in wanted(lock, system, python)) as requirements:
        options = (
            "--no-index",
            "--find-links",
            str(wheels),
            "-d",
            str(requirements.path.parent / "gevonden"),
        )
        pip(system, python, "-r", str(requirements.path), *options)


class asked:
    """A file with these requirements, while it lasts."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._folder = TemporaryDirectory(prefix="bundel-")
        self.path = Path(self._folder.name) / "vereisten.txt"
        self.path.write_text("\n".join(lines) + "\n", "utf-8")

    def __enter__(self) -> asked:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


def write(folder: Path, system: System, own: Path, lock: str) -> None:
    """Write all that goes with the wheels."""
    for script in system.scripts:
        put(folder / script, (PARTS / script).read_text("utf-8"), system.newline)
    version = str(parse_wheel_filename(own.name)[1])
    entries = [one for one in re.split(r"\n(?=\S)", lock.rstrip()) if not _built_only(one)]
    own_entry = f"rapportage=={version} \\\n    --hash=sha256:{digest(own)}"
    put(folder / "vereisten.txt", "\n".join([*entries, own_entry]) + "\n", "\n")
    put(folder / "licenties.txt", "\n".join(licences(folder / "wielen")) + "\n", system.newline)
    put(folder / "LEESMIJ.txt", read_me(system, version), system.newline)
    sums = [f"{digest(path)}  {path.relative_to(folder).as_posix()}" for path in files_of(folder)]
    put(folder / "SHA256SUMS.txt", "\n".join(sums) + "\n", "\n")


def read_me(system: System, version: str) -> str:
    """The page for who manages computers."""
    title = f"Rapportage {version} voor {system.title}: voor wie computers beheert"
    return (
        (PARTS / "LEESMIJ.txt")
        .read_text("utf-8")
        .format(
            versie=version,
            systeem=system.title,
            lijn="=" * len(title),
            pythons=", ".join(PYTHONS[:-1]) + " of " + PYTHONS[-1],
            processor=system.processor,
            opdracht=system.command,
            doel=system.target,
            grenzen=system.bounds,
            bron=system.origin,
            cache=system.cache,
            slot=system.locks,
        )
    )


def _built_only(entry: str) -> bool:
    found = _REQUIREMENT.match(entry)
    return found is not None and found["name"] in _NOT_INSTALLED


def licences(wheels: Path) -> Iterator[str]:
    """A line for each package that comes along: its name, its versions, and the licence that it names."""
    told: dict[str, tuple[set[str], str]] = {}
    for path in sorted(wheels.glob("*.whl")):
        name, version = parse_wheel_filename(path.name)[:2]
        told.setdefault(canonicalize_name(name), (set(), licence(path)))[0].add(str(version))
    for package, (versions, terms) in sorted(told.items()):
        yield f"{package} {', '.join(sorted(versions))}: {terms}"


def licence(wheel: Path) -> str:
    """The licence that a wheel names: an SPDX expression, or in older ones a class or a word."""
    with zipfile.ZipFile(wheel) as opened:
        (member,) = [one for one in opened.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", one)]
        facts = email.message_from_bytes(opened.read(member))
    classes = [
        one.rpartition(" :: ")[2] for one in facts.get_all("Classifier", []) if one.startswith("License")
    ]
    word = str(facts.get("License") or "").strip().splitlines()
    return str(facts.get("License-Expression") or ", ".join(classes) or (word[0] if word else "niet genoemd"))


def zipped(folder: Path) -> Path:
    """The folder as a ZIP with the same bytes for the same files."""
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as made:
        for one in files_of(folder):
            member = zipfile.ZipInfo(f"{folder.name}/{one.relative_to(folder).as_posix()}", _EPOCH)
            member.create_system, member.external_attr = (
                3,
                (0o755 if one.suffix in ("", ".sh") else 0o644) << 16,
            )
            member.compress_type = zipfile.ZIP_STORED if one.suffix == ".whl" else zipfile.ZIP_DEFLATED
            made.writestr(member, one.read_bytes())
    return path


def files_of(folder: Path) -> list[Path]:
    """All files of a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def put(path: Path, text: str, newline: str) -> None:
    """Write a text with these line ends."""
    path.write_text(text, "utf-8", newline=newline)


def main(names: list[str]) -> None:
    """Make the bundles that are asked for, or all."""
    unknown = [name for name in names if name not in SYSTEMS]
    if unknown:
        raise SystemExit(f"onbekend: {', '.join(unknown)}; kies uit {', '.join(SYSTEMS)}")
    for name in names or SYSTEMS:
        path = bundle(name, ROOT / "dist")
        print(f"{path.relative_to(ROOT)} ({path.stat().st_size >> 20} MB), SHA-256 {digest(path)}")


if __name__ == "__main__":
    main(sys.argv[1:])
