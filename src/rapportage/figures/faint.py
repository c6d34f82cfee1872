"""Which words of a drawing as given cannot be seen: of the colour of what is behind them, or behind it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from rapportage.figures.svg_source import SVG, local_name
from rapportage.style.contrast import contrast

_WIDE = 1000
"""So many pixels wide, a stem of a letter has about its own colour."""
_LEAST = 1.4
"""Below this contrast, far under what a reader needs, no edge of a letter can be the cause."""
_MOST_TEXTS, _MOST_ELEMENTS = 24, 1500
"""What is looked at word for word; more would take too long."""
_SLOW = frozenset(("filter", "image", "mask", "switch", "pattern"))
_NOT_SHOWN = frozenset(("defs", "symbol", "clipPath", "mask", "marker", "pattern"))
_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:fill-)?opacity\s*:\s*0*\.?0*\s*(?:;|\}|\Z)"
    r"|fill\s*:\s*none)"
)


def faint_words(svg: bytes, draw: Callable[[bytes, int, int], bytes]) -> str:
    """The first words of this SVG that can hardly be seen where they stand, or ''; not what it hides."""
    root = etree.fromstring(svg)
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    texts = [one for one in elements if one.tag == f"{SVG}text" and _says(one) and not _is_hidden(one)]
    styled = any(_HIDDEN.search(one.text or "") for one in elements if local_name(one) == "style")
    slow = styled or any(local_name(one) in _SLOW for one in elements)
    if slow or not texts or len(texts) > _MOST_TEXTS or len(elements) > _MOST_ELEMENTS:
        return ""
    height = max(1, min(4 * _WIDE, round(_WIDE * float(root.get("height", 1)) / float(root.get("width", 1)))))
    shown = _drawn(root, draw, height)
    for one in texts:
        one.set("display", "none")
        if _seen(shown, _drawn(root, draw, height)) < _LEAST:
            return _says(one)
        del one.attrib["display"]
    return ""


def _says(text: etree._Element) -> str:
    return " ".join("".join(map(str, text.itertext())).split())


def _is_hidden(text: etree._Element) -> bool:
    return any(
        local_name(one) in _NOT_SHOWN
        or one.get("display") == "none"
        or one.get("visibility") in ("hidden", "collapse")
        or one.get("fill") == "none"
        or any(re.fullmatch(r"0*\.?0*%?", one.get(key, "1")) for key in ("opacity", "fill-opacity"))
        or _HIDDEN.search(one.get("style", "")) is not None
        for one in (text, *text.iterancestors(), *text.iterdescendants(f"{SVG}tspan"))
    )


def _seen(shown: Any, without: Any) -> float:
    """The contrast where these differ most."""
    from PIL import ImageChops

    apart = ImageChops.difference(shown, without).convert("L")
    most = max(apart.tobytes())
    if not most:
        return 1.0
    row, column = divmod(apart.tobytes().index(most), apart.width)
    one, other = (
        "#{:02x}{:02x}{:02x}".format(*picture.getpixel((column, row))) for picture in (shown, without)
    )
    return contrast(one, other)


def _drawn(root: etree._Element, draw: Callable[[bytes, int, int], bytes], height: int) -> Any:
    """What is seen of it on paper, which is white."""
    from PIL import Image as Pillow

    with Pillow.open(io.BytesIO(draw(etree.tostring(root), _WIDE, height))) as picture:
        layer = picture.convert("RGBA")
    paper = Pillow.new("RGBA", layer.size, "white")
    paper.alpha_composite(layer)
    return paper.convert("RGB")
