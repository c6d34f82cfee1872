"""Numbers and days that authors typed in sentences, for who reads a report beside its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapportage.checks.between.stated import Alike, Stated


def counted(groups: Sequence[Alike]) -> str:
    """How much there is that no rule knows to be true; '' where that is nothing."""
    from rapportage.dutch import count_text

    count = sum(len(one.each) for one in groups)
    return count_text(count, "getypt getal of getypte dag", "getypte getallen en dagen") if count else ""


def lines(groups: Sequence[Alike], folder: str) -> Iterator[str]:
    """Each group below the word for what it counts: a line for each, with its place in `folder`."""
    for group in groups:
        yield f"{group.of} ({len(group.each)})"
        places = [_place(one, folder) for one in group.each]
        width = max(map(len, places))
        for place, one in zip(places, group.each, strict=True):
            yield f"  {place:<{width}}  {one.before}[{one.words}]{one.after}"
        yield ""


def rows(groups: Sequence[Alike]) -> list[dict[str, object]]:
    """The same for another program."""
    return [
        {
            "of": group.of,
            "words": one.words,
            "sentence": f"{one.before}{one.words}{one.after}",
            "file": one.at.file,
            "line": one.at.line,
        }
        for group in groups
        for one in group.each
    ]


def _place(one: Stated, folder: str) -> str:
    return f"{one.at.file.removeprefix(folder)}:{one.at.line}"
