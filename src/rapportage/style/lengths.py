"""How units of length relate: points are what Word and the PDF measure in, pixels are those of CSS."""

from __future__ import annotations

POINTS_PER_INCH = 72
PIXELS_PER_INCH = 96
MILLIMETRES_PER_INCH = 25.4

PIXEL = POINTS_PER_INCH / PIXELS_PER_INCH
"""A pixel of CSS, in points."""
MILLIMETRE = POINTS_PER_INCH / MILLIMETRES_PER_INCH
"""A millimetre, in points."""
POINTS = {
    "pt": 1.0,
    "px": PIXEL,
    "pc": 12.0,
    "mm": MILLIMETRE,
    "cm": 10 * POINTS_PER_INCH / MILLIMETRES_PER_INCH,
    "in": float(POINTS_PER_INCH),
}
"""The units of length of CSS and SVG, in points."""
