"""The places and shapes that drawings need: points on a circle, sectors of a ring, petals.

Lengths are points, y points down, and angles are degrees clockwise from the top. Results are
rounded, so that machines that differ in the last digit of a sine draw the same.
"""

from __future__ import annotations

from math import cos, radians, sin, tan

_DECIMALS = 3


def on_circle(x: float, y: float, radius: float, angle: float) -> tuple[float, float]:
    """The point at this angle of a circle around (x, y)."""
    turned = radians(angle)
    return round(x + radius * sin(turned), _DECIMALS), round(y - radius * cos(turned), _DECIMALS)


def sector(x: float, y: float, inner: float, outer: float, begin: float, end: float) -> str:
    """SVG path data of a piece of the ring between two radii, from one angle to the next."""
    large = int(end - begin > 180)
    outside = f"M{_at(x, y, outer, begin)} A{outer:g} {outer:g} 0 {large} 1 {_at(x, y, outer, end)}"
    if inner <= 0:
        return f"{outside} L{x:g} {y:g} Z"
    return f"{outside} L{_at(x, y, inner, end)} A{inner:g} {inner:g} 0 {large} 0 {_at(x, y, inner, begin)} Z"


def petal(x: float, y: float, inner: float, outer: float, angle: float, width: float) -> str:
    """SVG path data of a petal around (x, y): pointed at the heart, round at its end, `width` in degrees."""
    length = outer - inner
    widest = inner + 0.6 * length
    half = widest * tan(radians(width / 2))

    def at(along: float, across: float) -> str:
        turned = radians(angle)
        right, down = (
            x + along * sin(turned) + across * cos(turned),
            y - along * cos(turned) + across * sin(turned),
        )
        return f"{round(right, _DECIMALS):g} {round(down, _DECIMALS):g}"

    def side(way: float) -> list[str]:
        """The control points and ends of one side, from the foot to the tip."""
        return [
            at(inner + 0.16 * length, 0.36 * half * way),
            at(inner + 0.3 * length, half * way),
            at(widest, half * way),
            at(inner + 0.86 * length, half * way),
            at(outer, 0.6 * half * way),
            at(outer, 0),
        ]

    there, back = side(-1), side(1)
    return (
        f"M{at(inner, 0)} C{' '.join(there[:3])} C{' '.join(there[3:])} "
        f"C{back[4]} {back[3]} {back[2]} C{back[1]} {back[0]} {at(inner, 0)} Z"
    )


def _at(x: float, y: float, radius: float, angle: float) -> str:
    across, down = on_circle(x, y, radius, angle)
    return f"{across:g} {down:g}"
