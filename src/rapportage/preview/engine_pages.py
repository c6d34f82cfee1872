"""A paper's pages by the engine that its PDF is made with: the PDF itself, as pictures.

This runs in a process of its own, which stays there for the next: it lets others go first, and has so much
memory as work within bounds has.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from rapportage.bounds import MOST_MEMORY
from rapportage.build.formats import ENGINES
from rapportage.document import Document
from rapportage.figures.cache import user_cache
from rapportage.style.tokens import HouseStyle
from rapportage.writers.on_pages import BlockOnPage

_SCALE = 2
"""So many pixels for each point: sharp on a screen with small pixels, and 200 kB for a page."""
_QUICK = 1
"""How hard PNG is packed: it goes to a browser of this same computer."""
_BELOW_NORMAL = 0x4000
"""How Windows calls the priority of what lets others go first."""
_LATER = 5


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The pages of a PDF as PNG, what each can be told by, its size in points, and where its blocks stand."""

    pictures: tuple[bytes, ...] = field(repr=False)
    digests: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]
    blocks: tuple[BlockOnPage, ...]


def get_ready(engine: str) -> None:
    """Read in what `pages_of_pdf` needs, and let others go first from here on."""
    _yielding()
    ENGINES[engine].load()
    import pypdfium2  # noqa: F401  (read in before it is needed)


def pages_of_pdf(engine: str, document: Document, style: HouseStyle, template: str) -> PdfPages:
    """The pages as this engine draws them for the PDF; raises LayoutError as a build would refuse it."""
    _yielding()
    layout = ENGINES[engine].lay_out(document, style, template)
    blocks = ENGINES[engine].blocks(layout)
    pdf = ENGINES[engine].draw(layout, user_cache())
    del layout
    gc.collect()  # the boxes of a layout hold each other, and the pictures come on top of them
    return _shown(pdf, blocks)


_known: dict[str, bytes] = {}
"""The pictures of the paper that was last shown, by what is on them: most are the same again."""


def _shown(pdf: bytes, blocks: tuple[BlockOnPage, ...]) -> PdfPages:
    global _known
    made = list(_pictures(pdf))
    _known = {digest: picture for digest, picture, _ in made}
    digests, pictures, sizes = zip(*made, strict=True)
    return PdfPages(pictures, digests, sizes, blocks)


def _pictures(pdf: bytes) -> Iterator[tuple[str, bytes, tuple[float, float]]]:
    """Each page by what is on it, as a picture, and its size."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            bitmap = page.render(scale=_SCALE, may_draw_forms=False)
            image = bitmap.to_pil()
            digest = hashlib.blake2b(image.tobytes(), digest_size=12).hexdigest()
            picture = _known.get(digest)
            if picture is None:
                kept = BytesIO()
                image.save(kept, "PNG", compress_level=_QUICK)
                picture = kept.getvalue()
            yield digest, picture, page.get_size()
            bitmap.close()
            page.close()


@cache
def _yielding() -> None:
    """Let every other process go first, and have a bound to memory where the system can."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        return
    os.nice(_LATER)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
