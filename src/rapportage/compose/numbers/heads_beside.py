"""A number in a cell is of the period that heads its column or row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.compose.numbers.measured_beside import NEAR, Told, another_period, placed
from rapportage.compose.numbers.quantities import Measured, Worked

_BEFORE = re.compile(
    r"(?:de\s+|het\s+)?(?:vorige?|voorgaande?|voorafgaande?)\s*(?:\w*periode|jaar|half\s?jaar|kwartaal|keer)?",
    re.I,
)
_NOW = re.compile(
    r"(?:de\s+|het\s+)?(?:deze|dit|huidige?)\s*(?:\w*periode|jaar|half\s?jaar|kwartaal|keer)", re.I
)
"""Heads of tables that say which period stands below them."""
_OF_TWO_MOMENTS = re.compile(
    r"\b(?:(?:begin|start|was|oud|eerder|toen|vergel|verschil)\w*|eerst\b|t\.?o\.?v)", re.I
)
"""Heads of what was counted when a period began, or against another one."""


def below_period(heads: Sequence[str], worked: Worked) -> Told | None:
    """What is wrong with a number in a cell that is of another period than the head of its column or row."""
    measured = worked.quantity.measured if worked.quantity else None
    if measured is None or any(map(_OF_TWO_MOMENTS.search, heads)):
        return None
    told = (_below(" ".join(head.split()), worked, measured) for head in heads if len(head) <= NEAR)
    return next((one for one in told if one is not None), None)


def _below(head: str, worked: Worked, measured: Measured) -> Told | None:
    """What is said of a number under, or behind, this head."""
    before, now = measured.now.previous, measured.now
    swapped = (measured.periode == now and _BEFORE.fullmatch(head)) or (
        measured.periode == before and _NOW.fullmatch(head)
    )
    if not swapped:
        found = placed(head, measured.periode.kind)
        alone = found and not head[: found[0]].strip() and not head[found[1] :].strip()
        quantity = worked.quantity
        if not found or not alone or quantity is None or not another_period(found[2], "", quantity, measured):
            return None
    return Told(
        f"bij de kop '{head}' staat '{worked.text}', en dat is de waarde van {measured.periode}",
        "verander de uitdrukking of de kop",
    )
