"""The command `rapportage`, which hears Ctrl-C while the rest of it is read in."""

from __future__ import annotations

import os
import sys
import warnings

from rapportage.ctrl_c import INTERRUPTED, deaf, farewell, hear_once

_ELSEWHERE = ("PYTHONWARNINGS", "SOURCE_DATE_EPOCH")
"""Variables by which what is meant for other programs would reach the libraries: to stop at what they warn
themselves of, and to date what is dated by its content here."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        hear_once()
        _by_itself()
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
    sys.warnoptions.clear()
    warnings.resetwarnings()
    warnings.simplefilter("ignore")


if __name__ == "__main__":
    main()
