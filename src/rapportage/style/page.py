"""The page: how large the paper is, what its margins leave, and how large a figure on it may be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapportage.style.lengths import MILLIMETRE, PIXEL, POINTS_PER_INCH
from rapportage.style.tokens import HouseStyle, Points

APART, _BELOW, _RUNNING_LINE = 5.5 * MILLIMETRE, 2 * MILLIMETRE, 1.2
"""How far words in a margin stand from the text, those below it besides, and their lines, in letters."""
_EDGE = 3 * MILLIMETRE
"""What stays free at the edge of the paper, where many a printer prints nothing."""
_LOGO_SHARE = 0.25
"""The part of a page that a logo above the title takes at most."""
_LEAST = POINTS_PER_INCH
"""With less than an inch for each of two figures, or less than that in height, no page can be laid out."""


@dataclass(frozen=True, slots=True)
class Page:
    """The measures of a page in points: its paper, its margins, and what figures keep to.

    `gap` is what stays free between two figures beside each other, `share` the part of the text's
    height that a figure may take, so that its caption fits.
    """

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    gap: float
    share: float

    @property
    def text_height(self) -> float:
        """The height of the running text."""
        return self.height - self.top - self.bottom

    @property
    def figure_height(self) -> float:
        """The height that no figure exceeds."""
        return self.text_height * self.share

    def running_lines(self, size: float, *, foot: bool) -> int:
        """How many lines of so large letters fit in the margin below the text, or above it; at least one."""
        margin = self.bottom - _BELOW if foot else self.top
        return max(1, int((margin - APART - _EDGE) / (size * _RUNNING_LINE)))

    @property
    def logo_room(self) -> float:
        """How high a logo above the title may be."""
        return self.text_height * _LOGO_SHARE

    def running_room(self) -> float:
        """How high a picture above the text may be."""
        return self.top - APART - _EDGE

    @property
    def overhang(self) -> float:
        """How far figures and wide tables reach past the running text: up to as far from the paper's edge.

        Short lines read well and make a narrow text; what is looked at needs the room that they leave.
        """
        return max(0.0, self.right - self.left)

    def text_width(self) -> float:
        """The width of the running text."""
        return self.width - self.left - self.right

    def block_width(self, *, half: bool = False) -> float:
        """The width of a figure or a wide table, or of each of two figures beside each other."""
        return self._share(self.text_width() + self.overhang, half)

    def column(self, *, half: bool = False) -> float:
        """The same of a figure that keeps to the running text."""
        return self._share(self.text_width(), half)

    def beside_first(self) -> float:
        """What the running text's width leaves beside the first of two figures; 0 where that is no column."""
        left = self.text_width() - self.block_width(half=True) - self.gap
        return left if self.overhang and left >= _LEAST else 0.0

    def _share(self, whole: float, half: bool) -> float:
        return (whole - self.gap) / 2 if half else whole

    def shown(self, width: float, height: float, *, half: bool = False) -> tuple[float, float]:
        """The width and height in points of a picture of so many pixels: its own, or smaller to fit."""
        room = self.block_width(half=half)
        high = min(height * PIXEL, self.figure_height, room * height / width)
        return high * width / height, high


_SIDES = {
    "width": "bladspiegel.breedte",
    "height": "bladspiegel.hoogte",
    "top": "bladspiegel.boven",
    "right": "bladspiegel.buiten",
    "bottom": "bladspiegel.onder",
    "left": "bladspiegel.binnen",
}

MARGINS = tuple(_SIDES[side] for side in ("top", "right", "bottom", "left"))
"""The tokens of what stays free around a page."""


def portrait(style: HouseStyle) -> Page:
    """The upright page of the house style."""
    return Page(
        **{side: style.points(token) for side, token in _SIDES.items()},
        gap=style.points("ruimte.naast-figuur"),
        share=style.points("figuur.hoogste"),
    )


def page_tokens(**sides: float) -> dict[str, Points]:
    """The tokens of an upright page with these measures in points, by what a Page calls them."""
    return {token: Points(sides[side]) for side, token in _SIDES.items()}


def landscape(style: HouseStyle) -> Page:
    """The page on its side, for what is too wide for an upright one.

    The side margins of an upright page keep its lines short, which is not what a page on its side
    is for: it has the upper margin above and below its text, and the lower one beside it.
    """
    upright = portrait(style)
    return replace(
        upright,
        width=upright.height,
        height=upright.width,
        right=upright.bottom,
        bottom=upright.top,
        left=upright.bottom,
    )


def has_room(page: Page) -> bool:
    """Whether its margins leave enough of a page to lay anything out."""
    return min(page.block_width(half=True), page.text_height) >= _LEAST
