"""Whether a drawing as given has words where its edge cuts them off."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from lxml import etree

from rapportage.figures.svg_source import SVG

_GLANCE = 400
"""So many pixels along each side show it, of a drawing with half its size more around it."""
_GUARD = 4
"""So many of these just outside the edge do not count: a letter may reach over it."""


def loses_words(svg: bytes, draw: Callable[[bytes, int, int], bytes]) -> bool:
    """Whether words of this SVG fall outside its viewBox: what is drawn there is other without them."""
    from PIL import Image as Pillow
    from PIL import ImageChops

    root = etree.fromstring(svg)
    words = list(root.iter(f"{SVG}text"))
    if not words:
        return False
    _widen(root)
    shown = _drawn(root, draw)
    for one in words:
        if (parent := one.getparent()) is not None:
            parent.remove(one)
    around = ImageChops.difference(shown, _drawn(root, draw))
    edge = _GLANCE // 4 - _GUARD
    around.paste(Pillow.new("RGBA", (_GLANCE - 2 * edge,) * 2), (edge, edge))
    return around.getbbox(alpha_only=False) is not None


def _widen(root: etree._Element) -> None:
    """Let the drawing be a square that shows half its size more on each side."""
    box = [float(one) for one in (root.get("viewBox") or "").replace(",", " ").split()]
    left, top, width, height = box or (0.0, 0.0, float(root.get("width", 1)), float(root.get("height", 1)))
    root.set("viewBox", f"{left - width / 2} {top - height / 2} {2 * width} {2 * height}")
    root.set("preserveAspectRatio", "none")
    root.set("width", str(_GLANCE))
    root.set("height", str(_GLANCE))


def _drawn(root: etree._Element, draw: Callable[[bytes, int, int], bytes]) -> Any:
    from PIL import Image as Pillow

    with Pillow.open(io.BytesIO(draw(etree.tostring(root), _GLANCE, _GLANCE))) as picture:
        return picture.convert("RGBA")
