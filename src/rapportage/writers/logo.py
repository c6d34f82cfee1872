"""The logo above the words of each page but the first, where the house style wants one there."""

from __future__ import annotations

from rapportage.document import Document, Logo
from rapportage.style.tokens import HouseStyle


def running_logo(document: Document, style: HouseStyle) -> tuple[str, float, float] | None:
    """The key of the image, with its width and height in points; None for a paper without.

    It is the one that the paper opens with.
    """
    logo = next((block for block in document.blocks if isinstance(block, Logo)), None)
    height = style.points("logo.koptekst")
    if logo is None or not height:
        return None
    image = document.images[logo.image]
    return logo.image, image.width / image.height * height, height
