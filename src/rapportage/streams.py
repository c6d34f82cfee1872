"""Write on standard output and standard error, whatever became of them."""

from __future__ import annotations

import codecs
import errno
import os
import sys
import unicodedata
from contextlib import suppress

_FULL = "rapportage: de uitvoer is niet te schrijven: de schijf waar zij heen gaat is vol"


def open_streams() -> None:
    """Give what was started without standard output or error something to write to.

    The next file that is opened would else get its number, and what is told would be written into it.
    A character that a stream cannot write is replaced by others that mean the same, or by a question mark.
    """
    codecs.register_error(_IN_OTHER_SIGNS, _in_other_signs)
    for number, name in ((1, "stdout"), (2, "stderr")):
        try:
            os.fstat(number)
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
        if getattr(sys, name) is None:
            # It stays open as long as the process does.
            setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_IN_OTHER_SIGNS)


_IN_OTHER_SIGNS = "rapportage"
_SIGNS = {
    **{"→": "->", "←": "<-", "€": "EUR", "−": "-", "–": "-", "—": "-", "…": "...", "•": "*", "×": "x"},
    **{
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "✓": "v",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2011": "-",
    },
}
"""What stands for a sign that the code page of a console may lack: in Windows' 437 and 850 there is no €."""


def _in_other_signs(error: UnicodeError) -> tuple[str, int]:
    """What to write for the signs that a stream cannot; the form is that of `codecs.register_error`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_SIGNS.get(sign) or _plain(sign) or "?" for sign in lacking), error.end


def _plain(sign: str) -> str:
    """A letter without its accent, a no-break space as a space; nothing for what has no such form."""
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()


def write_line(text: str, *, err: bool = False) -> None:
    """Write where somebody may have stopped listening: that changes nothing of what is done or its status.

    A disk that is full is told once, where it can be.
    """
    stream = sys.stderr if err else sys.stdout
    try:
        stream.write(text + "\n")
        stream.flush()
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT) and not err:
            write_line(_FULL, err=True)
