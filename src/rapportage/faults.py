"""What a machine could not do and why, in Dutch: the one place that knows what systems say.

Where content is read or files are put in place, what went wrong there is told with that place; what gets by
is told by `of_machine` when the command ends.
"""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
from collections.abc import Iterator

from rapportage.errors import MachineError, UsageError, shortened

OURS = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    re.error,
)
"""What only a fault in the program itself raises, where nobody catches it."""
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""A disk is full, or the part of it that a user may have."""

_REASONS = {
    errno.EACCES: "u hebt daar geen rechten voor",
    errno.EPERM: "dat staat deze computer niet toe",
    errno.ENOENT: "het is er niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de verwijzingen lopen in een kring",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol voor u",
    errno.EFBIG: "een bestand mag hier niet zo groot worden",
    errno.EROFS: "de schijf kan alleen gelezen worden",
    errno.EMFILE: "er zijn te veel bestanden tegelijk open",
    errno.ENFILE: "er zijn te veel bestanden tegelijk open",
    errno.ENOMEM: "het geheugen is vol",
    errno.EAGAIN: "er mogen niet meer processen bij",
    errno.EIO: "de schijf of het netwerk geeft een fout",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.ETXTBSY: "een ander programma gebruikt het",
    errno.EEXIST: "er staat al iets",
    errno.ENOTEMPTY: "de map is niet leeg",
    errno.EINVAL: "zo'n naam kan hier niet",
    errno.EILSEQ: "zo'n naam kan hier niet",
    errno.ENXIO: "het is geen gewoon bestand",
    errno.ENODEV: "het is geen gewoon bestand",
    errno.ETIMEDOUT: "de schijf of het netwerk antwoordt niet",
    getattr(errno, "ESTALE", -1): "de schijf of het netwerk antwoordt niet",
}
_HINTS = {
    errno.EACCES: "vraag wie de map beheert om rechten, of werk met een eigen kopie",
    errno.EPERM: "werk met een kopie op een gewone schijf",
    errno.EROFS: "werk met een kopie op een schijf waarop u mag schrijven",
    errno.ENAMETOOLONG: "kies een kortere naam",
    errno.ELOOP: "haal een van de verwijzingen weg",
    errno.EFBIG: "haal de grens weg (ulimit -f unlimited), en probeer het opnieuw",
    errno.EMFILE: "sluit andere programma's, of verhoog de grens (ulimit -n 256)",
    errno.ENFILE: "sluit andere programma's, en probeer het opnieuw",
    errno.EAGAIN: "sluit andere programma's, of bouw met --jobs 1",
    errno.EIO: "kijk of de schijf of het netwerk het doet, of werk met een kopie op een andere schijf",
    errno.EBUSY: "sluit dat programma, en probeer het opnieuw",
    errno.ETXTBSY: "sluit dat programma, en probeer het opnieuw",
}
_OTHERWISE = "kijk of het er staat en of u het mag gebruiken, en probeer het opnieuw"
_ROOM = "maak ruimte op de schijf van de werkmap en op die van tijdelijke bestanden ({})"
_MEMORY = MachineError(
    "het geheugen is vol; er is niets gewijzigd",
    "sluit andere programma's, haal een grens weg (ulimit -v unlimited), of bouw met --jobs 1",
)


def reason(error: OSError) -> str:
    """Why the system could not do it, as it stands behind what could not be done."""
    return _REASONS.get(error.errno or 0, f"het systeem meldt fout {error.errno}")


def wants_traceback() -> bool:
    """Whether somebody wants to see where in the program a fault came from."""
    return bool(os.environ.get("RAPPORTAGE_TRACEBACK"))


def of_machine(error: BaseException) -> UsageError | None:
    """What is told of an error that is the machine's, or that of a name that was typed; None for another."""
    if any(_is_no_memory(one) for one in _chain(error)):
        return _MEMORY
    if isinstance(error, ImportError) and (fault := _of_parts(error)):
        return fault
    return _of_system(error) if isinstance(error, OSError) and error.errno else None


def _of_parts(error: ImportError) -> UsageError | None:
    """What is told where a package that comes along is not there, or may not be loaded; None for our own."""
    name = (error.name or "").partition(".")[0]
    if not name or name == __package__:
        return None
    where = shortened(sys.executable)
    if isinstance(error, ModuleNotFoundError):
        return MachineError(f"onderdeel '{name}' ontbreekt bij de Python van '{where}'", _INSTALL)
    if str(error).startswith(_NOT_LOADED):
        return MachineError(f"onderdeel '{name}' mag of kan hier niet worden geladen door '{where}'", _ALLOW)
    return None


_INSTALL = (
    "start rapportage met de Python waarbij het is geïnstalleerd, of installeer het opnieuw "
    "(handleiding, hoofdstuk 2)"
)
_ALLOW = "vraag ICT of bibliotheken (DLL's) uit die map geladen mogen worden, of installeer het opnieuw"
_NOT_LOADED = "DLL load failed", "dlopen("
"""How Windows and macOS begin to say that what is there is refused."""


def _of_system(error: OSError) -> UsageError:
    number = error.errno or 0
    if number in FULL:
        folders = shortened(_temporary())
        return MachineError("een schijf is vol; er is niets gewijzigd", _ROOM.format(folders))
    if error.filename is None:
        if number == errno.ENOENT:
            return _without_folder()
        return MachineError(f"het lukt deze computer niet: {reason(error)}", _HINTS.get(number, _OTHERWISE))
    name = (
        shortened(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else error.filename
    )
    kind = UsageError if number == errno.ENAMETOOLONG else MachineError
    return kind(f"'{name}' is niet te gebruiken: {reason(error)}", _HINTS.get(number, _OTHERWISE))


def _without_folder() -> UsageError:
    """What is told where the system knows of no folder: to stand in, or for what is temporary."""
    try:
        os.getcwd()
    except OSError:
        hint = "ga naar een map die er is, met cd, en probeer het opnieuw"
        return UsageError("de map waarin u staat bestaat niet meer", hint)
    return MachineError(
        "er is geen map voor tijdelijke bestanden waarin geschreven kan worden",
        "maak ruimte op de schijf, of noem met TMPDIR een andere map",
    )


def _temporary() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:
        return "TMPDIR"


def _is_no_memory(error: BaseException) -> bool:
    """Whether it is for want of memory; what reads in libraries has no number for that."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    said = str(error)
    return isinstance(error, ImportError | OSError | RuntimeError) and any(one in said for one in _NO_MEMORY)


_NO_MEMORY = "failed to map segment", "cannot allocate memory", "can't start new thread"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
