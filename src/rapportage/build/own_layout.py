"""Lay a paper out with a template of one's own in a process within bounds: it may come from others.

The language of the template can do without end what it likes, and can ask for packages from the network. The
process has so much time and memory as a picture as given has, and every way to the network leads nowhere.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from rapportage.bounds import MOST_SECONDS
from rapportage.document import Document
from rapportage.errors import LayoutError
from rapportage.figures.bounded import Unfinished, bounded, keep_bounds
from rapportage.style.tokens import HouseStyle

_NOWHERE = "http://127.0.0.1:9"
"""An address at which nothing listens (RFC 863 calls it the discard port)."""
_WAYS = "http_proxy", "https_proxy", "all_proxy"


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper in pages, as a layout has it, with its PDF."""

    pages: Mapping[str, int]
    page_count: int
    style: HouseStyle
    pdf: bytes = field(repr=False)


def lay_out_within_bounds(document: Document, style: HouseStyle, template: str) -> Finished:
    """The document in pages with this template; raises LayoutError, also for what never ends."""
    try:
        made = pickle.loads(bounded(__name__, data=pickle.dumps((document, style, template))))
    except Unfinished:
        hint = f"maak templates/document.typ eenvoudiger; het krijgt {MOST_SECONDS} seconden en 2 GB"
        raise LayoutError("deze opmaak vraagt te veel tijd of geheugen", hint) from None
    if isinstance(made, tuple):
        raise LayoutError(*made)
    assert isinstance(made, Finished)
    return made


def _main(*limits: str) -> None:
    """Lay out what stands on standard input, and write what came of it."""
    keep_bounds(*limits)
    for way in _WAYS:
        os.environ[way] = os.environ[way.upper()] = _NOWHERE
    os.environ.pop("no_proxy", None)
    os.environ.pop("NO_PROXY", None)
    from rapportage.writers.typst.layout import lay_out

    given = pickle.load(sys.stdin.buffer)
    try:
        layout = lay_out(*given)
        made: object = Finished(layout.pages, layout.page_count, layout.style, layout.pdf)
    except LayoutError as error:
        made = (str(error), error.hint)
    sys.stdout.buffer.write(pickle.dumps(made))


if __name__ == "__main__":
    # Under its own name, so that what it writes is known to who reads it.
    from rapportage.build.own_layout import _main as main

    main(*sys.argv[1:])
