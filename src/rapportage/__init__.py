"""Build a municipality's half-yearly report to its council, as DOCX and PDF."""

import sys

__version__ = "0.1.0"

# Of `python -m rapportage` the folder that one stands in comes first, and in a workspace anyone may put a
# module of a library's name. What Python itself reads in before this it takes from there too, without -P.
if sys.argv[:1] == ["-m"] and not sys.flags.safe_path:
    del sys.path[0]
