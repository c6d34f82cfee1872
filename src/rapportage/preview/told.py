"""What is left to do of a report's texts, with the places where that is: as `status` and `check` count it."""

from __future__ import annotations

from collections.abc import Mapping

from rapportage.checks.drawings.unread import Unread, unread
from rapportage.checks.names.stands import open_stands
from rapportage.checks.subjects import Content, OpenPoint
from rapportage.checks.writing.open_points import open_values
from rapportage.content.model import Rapportage
from rapportage.content.text_blocks import text_blocks
from rapportage.errors import Place
from rapportage.workspace import Workspace

Left = tuple[Mapping[str, int], tuple[OpenPoint, ...], tuple[Place, ...]]
"""How many words there are in each text by its file, the open points, and what was not read."""


def left_to_do(rapportage: Rapportage, workspace: Workspace) -> Left:
    """The words, open points and unread lines of a report."""
    content = Content(rapportage, workspace)
    words: dict[str, int] = {}
    points: list[OpenPoint] = []
    for text in (rapportage.raadsvoorstel, *(one.tekst for one in rapportage.hoofdstukken.values())):
        blocks = text_blocks(text.text)
        words[text.file] = sum(len(block.words.split()) for block in blocks if block.is_prose)
        points += [
            OpenPoint(block.open_point, Place(text.file, text.first_line + block.line))
            for block in blocks
            if block.kind == "open"
        ]
    points += [*open_values(content), *open_stands(content)]
    left = [place for one in unread(content) for place in _places(one)]
    return words, tuple(points), tuple(left)


def _places(one: Unread) -> list[Place]:
    """The lines of a file that were not read, or line 0 where it is the whole file."""
    return [Place(one.file, line) for line in one.lines] or [Place(one.file, 0)]
