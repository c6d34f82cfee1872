"""What a report said when somebody had read it: a text file beside its other files, made by `proofread`.

It says per file each paragraph and each row of a table, one a line, so that a version system shows what was
read anew. It holds no day and no name, so that the same content has the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from rapportage.content.folders import PROOFREAD
from rapportage.periode import Periode
from rapportage.quotes import as_typed
from rapportage.workspace import Workspace

_OPENING = (
    "# Zo stond het er toen de stukken waren nagelezen.",
    "# 'rapportage proofread {periode} --done' schrijft dit bestand; wijzig het niet zelf.",
)
_INDENT = "  "


def file_of(workspace: Workspace, periode: Periode) -> Path:
    """Where the report of this period keeps what was read of it, whether it is there or not."""
    return workspace.content / str(periode) / PROOFREAD


def one_line(text: str) -> str:
    """A text as it is kept: on one line, with the quotation marks of a keyboard."""
    return as_typed(" ".join(text.split()))


def written(periode: Periode, texts: Mapping[str, Iterable[str]]) -> str:
    """The file of these texts, which are kept by the file in which they stand, each once."""
    lines = [line.format(periode=periode) for line in _OPENING]
    for file, each in texts.items():
        lines.append(file)
        lines.extend(f"{_INDENT}{text}" for text in dict.fromkeys(map(one_line, each)))
    return "\n".join(lines) + "\n"


def kept_texts(text: str) -> dict[str, tuple[str, ...]]:
    """The texts of such a file by the file in which they stood; a line that says nothing is left out."""
    found: dict[str, list[str]] = {}
    file = ""
    for line in text.splitlines():
        if line.startswith(_INDENT):
            found.setdefault(file, []).append(one_line(line))
        elif line.strip() and not line.startswith("#"):
            file = line.strip()
            found.setdefault(file, [])
    return {file: tuple(each) for file, each in found.items()}
