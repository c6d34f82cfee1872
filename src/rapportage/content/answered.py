"""Where earlier reports answered the register's entries, as their own chapters say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapportage.content.earlier import Earlier
from rapportage.content.folders import CHAPTERS
from rapportage.content.load import load
from rapportage.content.model import Rapportage
from rapportage.errors import Place
from rapportage.periode import Periode
from rapportage.workspace import Workspace

_KEY = "beantwoordt"
_EXPRESSION = "{{"


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What a chapter of an earlier report answers, with its `title` as typed and the place of its file.

    `report` is by which an expression in the title is worked out. Without a title nobody can tell what it
    answers, or how it was called. It is `hidden` where that report is secret, and the one of now is not.
    """

    periode: Periode
    place: Place
    hidden: bool = False
    names: tuple[str, ...] = ()
    title: str = ""
    report: Rapportage | None = None


def earlier_answers(workspace: Workspace, rapportage: Rapportage) -> Iterator[EarlierAnswer]:
    """What the reports before this one answer, earliest first and each in reading order.

    A copy that was not made a report of its own yet answers nothing, and neither does a chapter that stands
    in no paper.
    """
    now, is_public = rapportage.periode, rapportage.gegevens.value.openbaarheid.niveau == "openbaar"
    for periode in workspace.periods():
        earlier = Earlier(workspace, periode, now)
        if periode.last_day < now.first_day and earlier.was_reported_before:
            files = sorted((earlier.folder / CHAPTERS).glob("*.md"))
            saying = [one.stem for one in files if _KEY in earlier.chapter(one.stem).front]
            report = earlier.memo().data if saying else {}
            order = list(_chapters(report)) if report else saying
            hidden = is_public and "geheim" in str(report.get("openbaarheid"))
            for name in dict.fromkeys(order):
                if name in saying:
                    yield _answer(earlier, name, hidden=hidden, known=bool(report))


def _answer(earlier: Earlier, name: str, *, hidden: bool, known: bool) -> EarlierAnswer:
    """What this chapter answers; nothing where the file of its report or its own cannot be read."""
    data = earlier.chapter(name).data
    found = EarlierAnswer(earlier.periode, Place(f"content/{earlier.periode}/{CHAPTERS}/{name}.md"), hidden)
    names, title, report = data.get(_KEY), data.get("titel"), None
    if not known or not isinstance(names, list) or not isinstance(title, str):
        return found
    if _EXPRESSION in title:
        report = load(earlier.workspace, earlier.periode).value.rapportage
        if report is None:
            return found
    return EarlierAnswer(found.periode, found.place, hidden, tuple(map(str, names)), title, report)


def _chapters(data: object) -> Iterator[str]:
    """The names that a report's file has as chapters, in reading order."""
    if isinstance(data, dict):
        yield str(data.get("kernboodschap"))
        listed = data.get("hoofdstukken")
        yield from map(str, listed if isinstance(listed, list) else ())
        for key in ("delen", "onderdelen"):
            yield from _chapters(data.get(key))
    elif isinstance(data, list):
        for one in data:
            yield from _chapters(one)
