"""What comes of an own template in a process of its own comes back whole, and so does what was wrong with it."""

from __future__ import annotations

import subprocess
import sys

from where import surroundings

PROGRAM = """
import pickle
import tblib.pickling_support
from rapportage.compose.own_templates import done
from rapportage.errors import Place
from rapportage.figures.origin import Origin
from rapportage.figures.svg_source import parse_svg
tblib.pickling_support.install()
found = pickle.loads(done(pickle.dumps((parse_svg, (b"<svg>", Origin("dijk", Place("dijk.svg", 1))), {}))))
print(found)
"""


def test_what_is_wrong_comes_back_also_where_pickle_takes_along_what_led_to_it() -> None:
    """As it does with dask: an error of lxml, which led to ours, holds what cannot be pickled."""
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=surroundings())
    assert done.stdout.strip() == "dijk.svg:1: afbeelding 'dijk' is geen geldige SVG", done.stderr
