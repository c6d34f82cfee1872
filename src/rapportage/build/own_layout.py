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
from rapportage.workspace import package_templates
from rapportage.writers.typst.shown import Pages

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


def is_own(template: str) -> bool:
    """Whether this is another template than the one that comes along, and so may do whatever it likes."""
    return template != (package_templates() / "document.typ").read_text("utf-8")


def lay_out_within_bounds(document: Document, style: HouseStyle, template: str) -> Finished:
    """The document in pages with this template; raises LayoutError, also for what never ends."""
    made = _within_bounds("stuk", document, style, template)
    assert isinstance(made, Finished)
    return made


def pages_within_bounds(document: Document, style: HouseStyle, template: str) -> Pages:
    """The pages to look at with this template; raises as `lay_out_within_bounds` does."""
    made = _within_bounds("bladzijden", document, style, template)
    assert isinstance(made, Pages)
    return made


def _within_bounds(wanted: str, *given: object) -> object:
    try:
        made = pickle.loads(bounded(__name__, data=pickle.dumps((wanted, *given))))
    except Unfinished:
        hint = f"maak templates/document.typ eenvoudiger; het krijgt {MOST_SECONDS} seconden en 2 GB"
        raise LayoutError("deze opmaak vraagt te veel tijd of geheugen", hint) from None
    if isinstance(made, tuple):
        raise LayoutError(*made)
    found: object = made
    return found


def _main(*limits: str) -> None:
    """Lay out what stands on standard input, and write what came of it."""
    keep_bounds(*limits)
    for way in _WAYS:
        os.environ[way] = os.environ[way.upper()] = _NOWHERE
    os.environ.pop("no_proxy", None)
    os.environ.pop("NO_PROXY", None)
    from rapportage.writers.typst.layout import lay_out
    from rapportage.writers.typst.shown import Drawer

    wanted, *given = pickle.load(sys.stdin.buffer)
    try:
        if wanted == "bladzijden":
            made: object = Drawer().pages(*given)
        else:
            layout = lay_out(*given)
            made = Finished(layout.pages, layout.page_count, layout.style, layout.pdf)
    except LayoutError as error:
        made = (str(error), error.hint)
    sys.stdout.buffer.write(pickle.dumps(made))


if __name__ == "__main__":
    # Under its own name, so that what it writes is known to who reads it.
    from rapportage.build.own_layout import _main as main

    main(*sys.argv[1:])
