"""Turn a period folder into validated content.

Every file that can be read is read, so that one run shows all that is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from rapportage.content.amount import too_much_text
from rapportage.content.amounts import Bedragentabel, as_table
from rapportage.content.bodies import body_mismatches, body_named
from rapportage.content.drawing_data import data_findings
from rapportage.content.drawings import drawing_kinds
from rapportage.content.figures import FIGUREN, Figuur, Tekening, with_last_periods
from rapportage.content.findings import Mismatch
from rapportage.content.folders import (
    CHAPTERS,
    FIGURES,
    MEMO,
    ORGANISATION,
    READ,
    REGISTER,
    REPORT,
    SERIES,
    TABLES,
    TERMS,
    listing,
    misnamed_folder,
    one_file,
)
from rapportage.content.indicators import Indicator, Indicatoren
from rapportage.content.model import Broken, Hoofdstuk, Loaded, Markdown, Rapportage
from rapportage.content.offices import context_of
from rapportage.content.organisation import Begrippen, Organisatie
from rapportage.content.period import Gegevens, Hoofdstukgegevens
from rapportage.content.register import Toezeggingen
from rapportage.content.series_data import series_findings
from rapportage.content.source import Source, parse_yaml
from rapportage.content.tables import Tabel
from rapportage.content.validation import keys_of, validate
from rapportage.dutch import list_text
from rapportage.errors import (
    TOO_LARGE,
    TWICE,
    ContentError,
    Place,
    Problem,
    Problems,
    Result,
    attempt,
    nearest,
    refusal,
)
from rapportage.periode import Periode
from rapportage.remembered import FORGETFUL, Memory
from rapportage.workspace import Workspace

Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value")
_TITLE = re.compile(r"# +(?P<title>\S.*?)[ #]*\n")
_FENCE = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)


@dataclass(frozen=True, slots=True)
class Read:
    """What could be read of a period; no rapportage where a file without which nothing goes is broken.

    `texts` are the authors' texts.
    """

    rapportage: Rapportage | None
    broken: Broken
    texts: tuple[Markdown, ...]


def load(workspace: Workspace, periode: Periode, memory: Memory = FORGETFUL) -> Result[Read]:
    """All content of the period that can be read; `memory` is of who reads it over and over."""
    return _Loader(workspace, periode, memory).load()


class _Loader:
    """Reads the content of one period and gathers texts and problems on the way."""

    def __init__(self, workspace: Workspace, periode: Periode, memory: Memory) -> None:
        self.workspace = workspace
        self.memory = memory
        self.periode = periode
        self.folder = workspace.content / str(periode)
        self.problems = Problems()
        self.texts: list[Markdown] = []
        self.proposed: set[str] = set()
        self.drawings = drawing_kinds(workspace)

    def load(self) -> Result[Read]:
        content = self.workspace.content
        organisatie = self._try(self._organisatie)
        begrippen = self._try(partial(self._only, Begrippen, content, TERMS))
        kind = organisatie.value.overheid.soort if organisatie else None
        gegevens = self._try(partial(self._only, Gegevens, self.folder, REPORT, context_of(kind)))
        series, unread = self._each(content, SERIES, self._indicatoren)
        indicatoren = self._by_id(series.values())
        hoofdstukken, no_chapters = self._each(self.folder, CHAPTERS, self._hoofdstuk)
        figuren, no_figures = self._each(self.folder, FIGURES, self._figuur)
        tabellen, no_tables = self._each(self.folder, TABLES, self._tabel)
        memo = self._try(self._memo)
        register = self._try(self._register)
        broken = Broken(begrippen is None, bool(unread), no_chapters, no_figures, no_tables)
        rapportage = None
        if organisatie is not None and gegevens is not None and memo is not None:
            rapportage = Rapportage(
                self.periode,
                organisatie,
                begrippen or Loaded(Begrippen(), Source("content/begrippen.yaml", {}, {})),
                gegevens,
                memo,
                hoofdstukken,
                figuren,
                tabellen,
                indicatoren,
                dict(self.drawings.known),
                tuple(series.values()),
                register,
            )
        return self.problems.having(Read(rapportage, broken, tuple(self.texts)))

    def _file(self, model: type[Model], path: Path) -> Loaded[Model]:
        return self._loaded(model, self._source(path))

    def _source(self, path: Path, *, needed: bool = False) -> Source:
        return self._parsed(self.workspace.read(path, needed=needed), self.workspace.name_of(path))

    def _parsed(self, text: str, name: str, first_line: int = 1) -> Source:
        """The data of a text, which nobody changes."""
        key = "yaml", text, name, first_line
        return self.memory.of(key, lambda: parse_yaml(text, name, first_line))

    def _loaded(
        self,
        model: type[Model],
        source: Source,
        besides: Sequence[Mismatch] = (),
        context: Mapping[str, Any] | None = None,
    ) -> Loaded[Model]:
        """The source's data as a model; what is doubtful is told where nothing is wrong."""
        # What is wrong with it is not remembered: without that, nothing is besides.
        key = "model", model, id(source), repr(context)
        loaded = self.memory.of(
            key, lambda: Loaded(validate(model, source, besides, context), source), source, *besides
        )
        self.problems += source.doubts
        return loaded

    def _only(
        self, model: type[Model], folder: Path, name: str, context: Mapping[str, Any] | None = None
    ) -> Loaded[Model]:
        source = self._source(one_file(self.workspace, folder, name), needed=True)
        return self._loaded(model, source, context=context)

    def _organisatie(self) -> Loaded[Organisatie]:
        source = self._source(one_file(self.workspace, self.workspace.content, ORGANISATION), needed=True)
        besides = list(body_mismatches(source.data))
        return self._loaded(Organisatie, source, besides, context_of(body_named(source.data)))

    def _register(self) -> Loaded[Toezeggingen]:
        """The register of promises, which need not be there."""
        if not (self.workspace.content / REGISTER).exists():
            return Loaded(Toezeggingen(), Source(f"content/{REGISTER}", {}, {}))
        return self._only(Toezeggingen, self.workspace.content, REGISTER)

    def _indicatoren(self, path: Path) -> Loaded[Indicatoren]:
        source = self._source(path)
        return self._loaded(Indicatoren, source, series_findings(source.data))

    def _try(self, read: Callable[[], Value]) -> Value | None:
        return self.problems.take(attempt(read))

    def _each(
        self, around: Path, folder: str, read: Callable[[Path], Value]
    ) -> tuple[dict[str, Value], frozenset[str]]:
        """What the files in the folder hold, by name; and the names of those that could not be read.

        What has a wrong name is read for its mistakes alone: under the right one it may be read.
        """
        wrong = misnamed_folder(self.workspace, around, folder)
        where = wrong.path if wrong else around / folder
        listed = listing(self.workspace, where, READ[folder], self._names_beside(folder))
        tried = {name: self._try(partial(read, path)) for name, path in listed.files.items()}
        for one in listed.misnamed:
            self._try(partial(read, one.path))
            tried[one.stem] = None
            self.proposed |= {one.stem} if folder != SERIES else set()
        self.problems += [
            one.finding.told("fout", "naam") for one in (wrong, *listed.misnamed) if one is not None
        ]
        found = {name: value for name, value in tried.items() if value is not None and wrong is None}
        return found, frozenset(tried.keys() - found.keys())

    def _names_beside(self, folder: str) -> set[str]:
        """The names in the period's other folders: a reference finds figures, tables and chapters alike."""
        if folder == SERIES:
            return set()
        others = {CHAPTERS, FIGURES, TABLES} - {folder}
        listed = (listing(self.workspace, self.folder / one, READ[one]) for one in others)
        return self.proposed.union(*(one.files for one in listed))

    def _hoofdstuk(self, path: Path) -> Hoofdstuk:
        name = self.workspace.name_of(path)
        text = self._text(path)
        front = _FENCE.match(text)
        if front is None and (title := _TITLE.match(text)):
            source = self._parsed(f"titel: {json.dumps(title['title'], ensure_ascii=False)}\n", name)
            self.texts.append(Markdown(text, name))
            return Hoofdstuk(self._loaded(Hoofdstukgegevens, source), self.texts[-1])
        if front is None:
            raise refusal(
                "dit hoofdstuk begint niet met een blok met gegevens",
                Place(name),
                "begin met '# Titel', of met een regel '---', dan 'titel: …', dan weer een regel '---'",
                "voorblok",
            )
        source = self._parsed(front["yaml"], name, first_line=2)
        body = text[front.end() :]
        first_line = text[: front.end()].count("\n") + 1
        self.texts.append(Markdown(body, name, first_line))
        return Hoofdstuk(self._loaded(Hoofdstukgegevens, source), self.texts[-1])

    def _text(self, path: Path, *, needed: bool = False) -> str:
        """A Markdown file's text; raises ContentError where there is more of it than is read."""
        text = self.workspace.read(path, needed=needed)
        if found := too_much_text(text.split("\n")):
            at = Place(self.workspace.name_of(path), found.line + 1)
            raise refusal(found.message, at, found.hint, TOO_LARGE)
        return text

    def _memo(self) -> Markdown:
        path = one_file(self.workspace, self.folder, MEMO)
        self.texts.append(Markdown(self._text(path, needed=True), self.workspace.name_of(path)))
        return self.texts[-1]

    def _figuur(self, path: Path) -> Loaded[Figuur]:
        source = self._source(path)
        if not isinstance(source.data, dict):
            raise refusal(
                "dit bestand bestaat niet uit sleutels",
                source.place(),
                "begin met 'soort: …'; 'rapportage figures --kinds' toont alle soorten",
                "soort-waarde",
            )
        soort = source.data.get("soort")
        kinds = [*FIGUREN, *self.drawings.known]
        if isinstance(soort, str) and soort in self.drawings.broken:
            raise ContentError(self.drawings.broken[soort])
        if soort is None:
            raise refusal(
                "de sleutel 'soort' ontbreekt",
                source.place(),
                "voeg 'soort: …' toe; 'rapportage figures --kinds' toont alle soorten",
                "sleutel-ontbreekt",
            )
        if not isinstance(soort, str) or soort not in kinds:
            hint = nearest(str(soort), kinds, "'rapportage figures --kinds' toont alle soorten")
            raise refusal(f"'{soort}' is geen soort figuur", source.place("soort"), hint, "waarde-onbekend")
        if soort in FIGUREN:
            source = replace(source, data=with_last_periods(source.data, self.periode))
            return self._loaded(FIGUREN[soort], source)
        return self._tekening(source)

    def _tekening(self, source: Source) -> Loaded[Figuur]:
        """A drawing, judged by what all figures share and by its kind's schema at once."""
        kind = self.drawings.known[source.data["soort"]]
        own = {key: value for key, value in source.data.items() if key not in keys_of(Tekening)}
        return self._loaded(Tekening, source, data_findings(kind, own))

    def _tabel(self, path: Path) -> Loaded[Tabel]:
        """A table; of one of amounts the rows are made from its items."""
        source = self._source(path)
        if isinstance(source.data, dict) and "posten" in source.data:
            source = as_table(validate(Bedragentabel, source), source)
        return self._loaded(Tabel, source)

    def _by_id(self, files: Iterable[Loaded[Indicatoren]]) -> dict[str, Indicator]:
        """The series of all files; an id that two of them have is a problem, of a whole file told once."""
        found: dict[str, Indicator] = {}
        where: dict[str, Place] = {}
        for loaded in files:
            again: list[Problem] = []
            for index, indicator in enumerate(loaded.value.indicatoren):
                place = loaded.place("indicatoren", index, "id")
                if indicator.id in found:
                    message = f"indicator '{indicator.id}' bestaat al ({where[indicator.id]})"
                    hint = "geef een van beide een andere id"
                    again.append(Problem("fout", message, place, hint, TWICE, indicator.id))
                found[indicator.id] = indicator
                where.setdefault(indicator.id, place)
            elsewhere = all(where[one.subject].file != loaded.source.file for one in again)
            self.problems += [_copied(loaded, again, where)] if elsewhere and len(again) > 1 else again
        return found


def _copied(loaded: Loaded[Indicatoren], again: Sequence[Problem], where: dict[str, Place]) -> Problem:
    """What is told of a file with several series that others have too."""
    names = list_text([f"'{one.subject}'" for one in again])
    files = list_text(sorted({where[one.subject].file for one in again}))
    hint = "laat elke reeks in één bestand staan; laat de naam van een kopie met een _ beginnen"
    return Problem("fout", f"{names} staan ook in {files}", loaded.place(), hint, TWICE)


def period_folder(workspace: Workspace, periode: Periode) -> Path:
    """The folder of this period; raises ContentError that names the periods that are there."""
    folder = workspace.content / str(periode)
    if folder.is_dir():
        return folder
    near = [name for name, meant in workspace.misnamed_periods().items() if meant == periode]
    periods = [str(one) for one in workspace.periods()]
    known = "er is: " + ", ".join(periods) if periods else "er is nog geen enkele periode"
    hint = f"er is wel een map '{near[0]}': noem haar '{periode}'" if near else known
    raise refusal(f"de map van {periode} is er niet", Place(f"content/{periode}", 0), hint, "periode")
