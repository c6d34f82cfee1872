"""Find tables whose columns are too narrow for their words."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Paper
from rapportage.columns import columns, tables_with_room
from rapportage.errors import Finding


def too_narrow(paper: Paper) -> Iterator[Finding]:
    """Each table with a word or a number for which its column has no room, even hyphenated."""
    for table, room, lying in tables_with_room(paper.document.blocks, paper.style):
        if word := columns(table, room, paper.style).lost:
            ways_out = "neem minder kolommen, of kortere woorden"
            yield Finding(
                f"de kolommen van deze tabel zijn te smal: '{word[:40]}' past niet in één regel",
                table.place,
                ways_out if lying else f"zet haar tussen '::: liggend' en ':::', of {ways_out}",
            )
