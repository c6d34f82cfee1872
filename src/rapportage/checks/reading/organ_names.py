"""How sentences name the two organs of each kind of body, ours or another's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapportage.content.bodies import Overheid
from rapportage.content.offices import BodyKind


@dataclass(frozen=True, slots=True)
class OrganNames:
    """Forms of the names of who decides and of the board, without articles, and of the meeting of the first.

    `in_full` is the board by the offices that are in it.
    """

    raad: str
    college: str
    in_full: str
    meeting: str


ORGAN_NAMES: Mapping[BodyKind, OrganNames] = {
    "gemeente": OrganNames(
        "(?:gemeente)?raad",
        "college",
        r"(?:college\s+van\s+)?(?:burgemeester\s+en\s+wethouders|B\s?(?:&|en)\s?W)",
        "raadsvergadering",
    ),
    "provincie": OrganNames(
        r"provinciale\s+staten|(?:de|uw)\s+staten",
        r"gedeputeerde\s+staten",
        r"college\s+van\s+gedeputeerde\s+staten",
        "statenvergadering",
    ),
    "waterschap": OrganNames(
        r"algemeen\s+bestuur|(?:verenigde|algemene)\s+vergadering|college\s+van\s+hoofdingelanden",
        r"dagelijks\s+bestuur|college(?!\s+van\s+hoofdingelanden)",
        r"college\s+van\s+dijkgraaf\s+en\s+(?:hoog)?heemraden",
        "bestuursvergadering",
    ),
}
"""By the kind of body; 'college' is the short word of more than one."""
ANY_ORGAN = rf"(?:{'|'.join(f'{o.in_full}|{o.raad}|{o.college}|{o.meeting}' for o in ORGAN_NAMES.values())})"
"""An organ or a meeting of any kind of body."""


def has_college(body: Overheid) -> bool:
    """Whether 'het college' is the board of this body: of a water board only where the board is called so."""
    return body.soort != "waterschap" or body.college.naam.startswith("college")
