"""Everything that a new period begins with, before any of it is written."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import isabs, normpath
from typing import Any, Literal

from rapportage.bounds import MAX_PICTURE_BYTES
from rapportage.content.figures import Afbeelding, Grafiek
from rapportage.content.folders import CHAPTERS, FIGURES, MEMO, REPORT, TABLES
from rapportage.content.model import Hoofdstuk, Loaded, Rapportage
from rapportage.content.named_files import NamedFile, Whereabouts, named_file
from rapportage.content.register import Toezegging
from rapportage.content.text_blocks import text_blocks
from rapportage.errors import Place, UsageError, refusal
from rapportage.opened import NoFile, Outside, TooLarge
from rapportage.periode import Periode
from rapportage.turning.chapters import chapter_text, memo_text, reference_chapter, reporting_chapter
from rapportage.turning.data_files import chart_data, marked, moves_on, pinned, report_data, series_data
from rapportage.turning.dates import moved_days
from rapportage.turning.points import Point, next_steps, points, timeline_steps
from rapportage.workspace import Workspace

What = Literal["verschoven", "naslag", "te schrijven", "overgenomen", "gevraagd"]
"""What was done with a file: moved on, taken over to read or to write, or asked to be filled in."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of the new period, or of the series, and how much there is to do in it."""

    file: str
    what: What
    points: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of a new period by their path within it, the series that ask for its numbers, the steps.

    `memo` is what the memo is called.
    """

    now: Periode
    earlier: Periode
    files: dict[str, bytes] = field(default_factory=dict)
    series: dict[str, bytes] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    memo: str = "voorstel"


def earlier_than(workspace: Workspace, now: Periode, chosen: Periode | None) -> Periode:
    """The period to begin from: the chosen one, else the nearest earlier one of the same kind.

    Raises UsageError where there is none, or the chosen one is not earlier.
    """
    there = [one for one in workspace.periods() if one.last_day < now.first_day]
    alike = [one for one in there if one.kind == now.kind]
    if chosen is None:
        if alike:
            return alike[-1]
        hint = workspace.first_period_hint() if not there else "noem de periode waarvan u uitgaat met --from"
        raise UsageError(f"er is geen eerdere periode om {now} mee te beginnen", hint)
    if chosen not in workspace.periods():
        known = ", ".join(map(str, there)) or "geen enkele eerdere periode"
        raise UsageError(f"de map van {chosen} is er niet", f"er is: {known}")
    if chosen not in there:
        raise UsageError(f"{chosen} is niet eerder dan {now}", "kies bij --from een eerdere periode")
    return chosen


def plan(rapportage: Rapportage, workspace: Workspace, now: Periode) -> Plan:
    """What the new period begins with; raises ContentError for a file that cannot be taken over."""
    return _Planner(rapportage, workspace, now).plan()


class _Planner:
    """Gathers the files of a new period."""

    def __init__(self, rapportage: Rapportage, workspace: Workspace, now: Periode) -> None:
        self.rapportage, self.workspace, self.now = rapportage, workspace, now
        self.earlier = rapportage.periode
        self.files: dict[str, bytes] = {}
        self.series: dict[str, bytes] = {}
        self.steps: list[Step] = []
        self.reference = {
            name
            for deel in rapportage.gegevens.value.delen
            if deel.naslag
            for part in deel.onderdelen
            for name in part.hoofdstukken
        }

    def plan(self) -> Plan:
        self.report()
        self.memo()
        self.chapters()
        for name, figuur in self.rapportage.figuren.items():
            self.put(f"{FIGURES}/{name}.yaml", self.figure(figuur), "overgenomen")
        for name, tabel in self.rapportage.tabellen.items():
            self.put(f"{TABLES}/{name}.yaml", marked(self.text(tabel), self.earlier), "overgenomen")
        self.pictures_and_attachments()
        self.numbers()
        memo = self.rapportage.organisatie.value.overheid.ons_voorstel
        return Plan(self.now, self.earlier, self.files, self.series, tuple(self.steps), memo)

    def report(self) -> None:
        gegevens = self.rapportage.gegevens
        days = moved_days(gegevens.value, self.earlier, self.now)
        file = gegevens.source.file
        self.put(REPORT, report_data(self.text(gegevens), file, self.earlier, self.now, days), "verschoven")

    def memo(self) -> None:
        memo = self.rapportage.raadsvoorstel
        blocks = text_blocks(memo.text)
        who = self.rapportage.organisatie.value.overheid.beide
        meetings = f"Wanneer vergaderen {who}? De dagen in rapportage.yaml zijn voorlopig."
        asked = [] if any("vergader" in block.open_point for block in blocks) else [meetings]
        asked += [
            f"Is de bijlage '{one.titel}' ({one.bestand}) nog die van nu?"
            for one in self.rapportage.gegevens.value.bijlagen
            if one.bestand
        ]
        steps = [
            point
            for name, point in timeline_steps(self.rapportage.gegevens, self.earlier)
            if name not in self.rapportage.hoofdstukken or name in self.reference
        ]
        told = len(steps) + len(list(points(blocks, memo.file, memo.first_line, self.earlier)))
        self.put(MEMO, memo_text(memo, self.earlier, self.now, asked, steps), "verschoven", told)

    def chapters(self) -> None:
        for name, chapter in self.rapportage.hoofdstukken.items():
            text, body = chapter_text(self.workspace, name, self.earlier), chapter.tekst
            found = list(points(text_blocks(body.text), body.file, body.first_line, self.earlier))
            path = f"{CHAPTERS}/{name}.md"
            pending = list(self.pending(chapter))
            if name in self.reference:
                left = sum(point.kind == "open punt" for _, point in found)
                made = reference_chapter(text, self.earlier, [one for one, _ in pending])
                self.put(path, made, "naslag", left + len(pending))
            else:
                said = {point.words for _, point in found}
                steps = [one for one in self.steps_of(name, chapter) if one.words not in said]
                made = reporting_chapter(text, chapter, self.earlier, self.now, pending, steps)
                self.put(path, made, "te schrijven", len(found) + len(pending) + len(steps))

    def steps_of(self, name: str, chapter: Hoofdstuk) -> list[Point]:
        """What the page in front announced for the chapter, and the timeline."""
        typed = timeline_steps(self.rapportage.gegevens, self.earlier)
        own = [*next_steps(chapter.gegevens, self.earlier), *(point for one, point in typed if one == name)]
        return list({point.words: point for point in own}.values())

    def pending(self, chapter: Hoofdstuk) -> Iterator[tuple[Toezegging, Point]]:
        """What the chapter answers and is not done yet, with where it stands in the register."""
        register = self.rapportage.register
        for at, one in enumerate(register.value.toezeggingen if register else ()):
            if register and one.is_pending and one.id in chapter.gegevens.value.beantwoordt:
                line = register.place("toezeggingen", at).line
                yield one, Point("register", f"{one.soort}: {one.wat}", register.source.file, line)

    def figure(self, figuur: Loaded[Any]) -> str:
        """A figure's file; a chart moves on where it can, and keeps its periods where it cannot."""
        text, file = self.text(figuur), figuur.source.file
        if not isinstance(figuur.value, Grafiek):
            return marked(text, self.earlier)
        if not moves_on(figuur.value, self.earlier) and self.earlier in figuur.value.perioden:
            return pinned(text, file, figuur.value, self.earlier)
        return chart_data(text, file, figuur.value, self.earlier, self.now)

    def pictures_and_attachments(self) -> None:
        for name in self._named():
            found = named_file(self.workspace, self.earlier, name)
            path = normpath(found.on_disk)
            within = (
                not isabs(path) and path.split("/")[0] != ".."
            )  # what lies elsewhere is found from here too
            if found.whereabouts is Whereabouts.HERE and within and path not in self.files:
                self.files[path] = self.bytes_of(found)
                self.steps.append(Step(f"content/{self.now}/{path}", "overgenomen"))

    def bytes_of(self, found: NamedFile) -> bytes:
        """A picture or attachment as it is."""
        try:
            return self.workspace.bytes_of(found.path, MAX_PICTURE_BYTES)
        except (Outside, NoFile, TooLarge, OSError):
            place = Place(self.workspace.name_of(found.path), 0)
            hint = "maak het kleiner dan 50 MB, of zet het pas in de nieuwe periode"
            raise refusal("dit bestand is niet over te nemen", place, hint, "overnemen") from None

    def _named(self) -> Iterator[str]:
        """The files that figures and attachments name."""
        for figuur in self.rapportage.figuren.values():
            if isinstance(figuur.value, Afbeelding):
                yield figuur.value.bestand
        yield from (one.bestand for one in self.rapportage.gegevens.value.bijlagen if one.bestand)

    def numbers(self) -> None:
        for loaded in self.rapportage.reeksen:
            file = loaded.source.file
            raw = self.workspace.bytes_of(self.workspace.root / file)
            text = raw.decode("utf-8-sig").replace("\r\n", "\n")
            made = series_data(text, file, self.earlier, self.now)
            if made is not None:  # in a file that stays, its lines end as they did
                made = made.replace("\n", "\r\n") if b"\r\n" in raw else made
                self.series[file.rpartition("/")[2]] = raw[: 3 * raw.startswith(BOM_UTF8)] + made.encode()
                self.steps.append(Step(file, "gevraagd"))

    def text(self, loaded: Loaded[Any]) -> str:
        return self.workspace.read(self.workspace.root / loaded.source.file)

    def put(self, path: str, text: str, what: What, told: int = 0) -> None:
        self.files[path] = text.encode()
        self.steps.append(Step(f"content/{self.now}/{path}", what, told))
