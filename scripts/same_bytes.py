"""Tell whether files are the same, byte for byte, as those that another machine built.

    python scripts/same_bytes.py --note LIST FOLDER       write the digest of each file of FOLDER to LIST
    python scripts/same_bytes.py --compare LIST FOLDER    exit status 1 where FOLDER holds others

Of a DOCX that differs the parts that do are named, since it is a ZIP.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file below the folder, and of each part of a DOCX, by their names with /."""
    return dict(_digests(folder))


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(one for one in folder.rglob("*") if one.is_file() and not one.name.startswith(".")):
        name = path.relative_to(folder).as_posix()
        yield name, hashlib.sha256(path.read_bytes()).hexdigest()
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as packed:
                for part in packed.namelist():
                    yield f"{name}!{part}", hashlib.sha256(packed.read(part)).hexdigest()


def main(arguments: list[str]) -> int:
    """Note or compare, as the arguments say; the exit status."""
    if len(arguments) != 3 or arguments[0] not in ("--note", "--compare"):
        print(__doc__, file=sys.stderr)
        return 2
    action, file, found = arguments[0], Path(arguments[1]), digests(Path(arguments[2]))
    if not found:
        print(f"{arguments[2]} holds no file", file=sys.stderr)
        return 1
    if action == "--note":
        file.write_text("".join(f"{digest}  {name}\n" for name, digest in found.items()), "utf-8")
        return 0
    lines = [line.split("  ", 1) for line in file.read_text("utf-8").splitlines()]
    noted = {name: digest for digest, name in lines}
    for name in sorted({*noted, *found}):
        if noted.get(name) != found.get(name):
            said = "differs" if name in noted and name in found else "is missing on one side"
            print(f"{name} {said}", file=sys.stderr)
    return int(noted != found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
