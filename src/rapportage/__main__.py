"""The command `rapportage`, which hears Ctrl-C while the rest of it is read in."""

from __future__ import annotations

import sys

from rapportage.ctrl_c import INTERRUPTED, deaf, farewell, hear_once


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        hear_once()
        from rapportage.cli import main as command

        command()
    except KeyboardInterrupt:
        deaf()
        print(farewell(), file=sys.stderr)
        raise SystemExit(INTERRUPTED) from None


if __name__ == "__main__":
    main()
