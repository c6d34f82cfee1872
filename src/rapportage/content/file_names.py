"""What the name of a file says: made by a system, put aside, to be read, or meant to be read.

Content is read by file name, so a name that is a little different would silently take a text out of
the paper: `wonen.MD`, `cirkel.yml`, or `wonen.md.txt`, of which Windows shows no more than `wonen.md`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from rapportage.content.fields import NAAM

LONGEST = 80
"""A name may have this many letters, as `Naam` has it."""

_NAME = re.compile(NAAM)
_NOISE = re.compile(
    r"\..*|~\$.*|.*~|#.*#"  # hidden, opened in Word, and what editors keep
    r"|.*\.(?:bak|tmp|temp|swp|swo|part|crdownload)"
    r"|(?:eh)?thumbs\.db|desktop\.ini|icon\r|__macosx|\$recycle\.bin",
    re.I,
)
"""What systems and programs leave behind, of which nobody need be told."""
_ENDINGS = {".md": "md|markdown|mdown|mkdn?", ".yaml": "ya?ml"}
"""The endings that mean the same to an author, by the one that is read."""
_COPY = re.compile(
    r"(?P<of>.+?)[ _-]*(?:\((?:kopie|copy|[0-9]+)\)|-[ _]?(?:kopie|copy)(?:[ _]?\(?[0-9]+\)?)?)"
    r"|(?:kopie van|copy of) (?P<from>.+)",
    re.I,
)
"""What systems call the copy of a file."""
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "œ": "oe", "Œ": "oe", "'": "", "’": ""}
)
"""Letters that have no accent to leave out, and what stands inside a word."""


def is_left_out(name: str) -> bool:
    """Whether a file or folder of this name is nobody's, or was put aside by its author with a `_`."""
    return name.startswith("_") or _NOISE.fullmatch(name) is not None


def is_usable(stem: str) -> bool:
    """Whether content can refer to a file by this name."""
    return len(stem) <= LONGEST and _NAME.fullmatch(stem) is not None


def usable_name(text: str, taken: Collection[str] = ()) -> str | None:
    """The usable name most like this text, numbered where that is taken; None where none is like it."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    name = "-".join(re.findall("[a-z0-9]+", plain.lower()))[:LONGEST].rstrip("-")
    if not name:
        return None
    number = 2
    found = name
    while found in taken:
        end = f"-{number}"
        found = name[: LONGEST - len(end)].rstrip("-") + end
        number += 1
    return found


def meant_stem(name: str, ending: str) -> str | None:
    """What stands before the ending, where a file of this name was meant to have that; else None."""
    alike = _ENDINGS[ending]
    found = re.fullmatch(rf"(.+?)(?:\.(?:{alike}))+(?:\.txt)?", name, re.I)
    return found[1] if found else None


def copied_from(stem: str) -> str | None:
    """The name of what this file is a copy of, by its own name."""
    found = _COPY.fullmatch(stem)
    return (found["of"] or found["from"]) if found else None
