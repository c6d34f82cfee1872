"""The command `rapportage`, which hears Ctrl-C while the rest of it is read in."""

from __future__ import annotations

import gc
import os
import sys
import warnings

from rapportage.ctrl_c import INTERRUPTED, deaf, farewell, hear_once

_ELSEWHERE = ("PYTHONWARNINGS", "SOURCE_DATE_EPOCH")
"""Variables by which what is meant for other programs would reach the libraries: to stop at what they warn
themselves of, and to date what is dated by its content here."""
COMPLETION = "_RAPPORTAGE_COMPLETE"
"""The variable by which a shell asks what may come next instead of running the command."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        hear_once()
        _by_itself()
        if _told_before():
            return
        from rapportage.cli import main as command

        command()
    except KeyboardInterrupt:
        deaf()
        print(farewell(), file=sys.stderr)
        raise SystemExit(INTERRUPTED) from None
    except (MemoryError, OSError, ImportError) as error:  # while the rest was read in
        from rapportage.faults import of_machine

        fault = of_machine(error)
        if fault is None:
            raise
        print(f"rapportage: {fault}\n    {fault.hint}", file=sys.stderr)
        raise SystemExit(3) from None


def _by_itself() -> None:
    """Leave out what is no wish of this command's user, here and in the processes that it starts."""
    for name in _ELSEWHERE:
        os.environ.pop(name, None)
    # Libraries that count may ask memory for every core; what is counted here is little.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What another package brings along for Pydantic is none of ours; it would be looked for in each there is.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    gc.disable()  # while all is read in; a command says itself how seldom memory is searched
    sys.warnoptions.clear()
    warnings.resetwarnings()
    warnings.simplefilter("ignore")


def _told_before() -> bool:
    """Tell again what this command told before, where nothing that it goes by has changed."""
    command = sys.argv[1:2]
    if command not in (["build"], ["check"]) or COMPLETION in os.environ:
        return False
    from rapportage.build.unchanged import told_before
    from rapportage.streams import open_streams, write_line

    told = told_before(sys.argv[1:])
    if told is None:
        return False
    open_streams()
    if command == ["build"] and not sys.stderr.isatty():
        write_line("er is niets veranderd sinds de vorige keer", err=True)
    for line in told.err:
        write_line(line, err=True)
    for line in told.out:
        write_line(line)
    deaf()
    return True


if __name__ == "__main__":
    main()
