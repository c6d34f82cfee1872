"""Write the figures, data tables and numbers that a text asks for as profile XHTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from rapportage.checks.subjects import ShownFigure
from rapportage.compose.budget import Budget
from rapportage.compose.changed import changed_list
from rapportage.compose.figure_data import credit_words, data_table
from rapportage.compose.figures import BESIDE, FigureMaker, Prepared
from rapportage.compose.numbers.expressions import left_open, plainly, side_by_side, typed_pieces
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.places import from_place as _source
from rapportage.compose.places import line_mark, made_words, noted
from rapportage.compose.printed import report_of
from rapportage.compose.prose.markdown import Converter
from rapportage.compose.prose.recalled import Known, known_number
from rapportage.compose.register import SELECTIONS, chosen, register_table
from rapportage.compose.unknown_names import meant
from rapportage.content.earlier import report_before
from rapportage.content.load import load
from rapportage.content.model import Broken, Loaded, Rapportage
from rapportage.content.tables import Tabel, Tabelcel
from rapportage.document import Image
from rapportage.dutch import count_text
from rapportage.errors import TWICE, UNKNOWN, Place, Problem, Problems, nearest
from rapportage.since.content import content_changes

_AWAY = "haal het hier weg"
_ALIGN = {"links": "", "rechts": ' class="rechts"', "midden": ' class="midden"'}


@dataclass
class ReportInserts:
    """The figures, tables and numbers of one rapportage.

    Pictures gather in `images`, in `data` the numbers that travel along, in `shown` what goes with each,
    and in `used` where each figure and table stands in each paper; `undrawn` are those that were asked for
    and could not be had.
    """

    maker: FigureMaker
    broken: Broken
    images: dict[str, Image] = field(default_factory=dict)
    shown: dict[str, ShownFigure] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    problems: Problems = field(default_factory=Problems)
    used: dict[tuple[str, str], Place] = field(default_factory=dict)
    undrawn: set[str] = field(default_factory=set)
    budget: Budget = field(default_factory=Budget)
    known: Known | None = None
    """Where texts that were converted before are remembered."""

    @property
    def rapportage(self) -> Rapportage:
        """The content whose figures, tables and numbers these are."""
        return self.maker.rapportage

    @property
    def placed(self) -> frozenset[str]:
        """The names of what stands in any paper."""
        return frozenset(name for _, name in self.used)

    def figures(self, names: Sequence[str], place: Place) -> Markup:
        """The profile XHTML of one figure, or of two beside each other, with their data behind them."""
        half = len(names) > 1
        if len(set(names)) < len(names):
            hint = "noem twee verschillende figuren, of schrijf [figuur: …]"
            self.problem(f"figuur '{names[0]}' staat twee keer in dit paar", place, hint, TWICE)
            return Markup("")
        written = [
            self._figure(name, place, beside=next((one for one in names if one != name), ""))
            for name in names
        ]
        if not all(one for one, _ in written):
            return Markup("")  # what could not be had was told about already
        tables = Markup("").join(table for _, table in written)
        figures = Markup("").join(figure for figure, _ in written)
        if half:
            figures = Markup('<div class="figuren" data-bron="{}">{}</div>').format(noted(place), figures)
        return figures + tables

    def _figure(self, name: str, place: Place, *, beside: str) -> tuple[Markup, Markup]:
        """A figure and the table of its data; its picture is drawn or read, once."""
        loaded = self.rapportage.figuren.get(name)
        if loaded is None:
            self._unknown("figuur", name, place, self.rapportage.figuren, self.broken.figuren, "figuren")
            return Markup(""), Markup("")
        if self._placed(name, f"figuur '{name}'", place):
            return Markup(""), Markup("")
        key = f"{name}{BESIDE}{beside}" if beside else name
        figure = self.problems.take(self.maker.prepare(name))
        if figure is None or not self._picture(key, figure, beside):
            self.undrawn.add(name)
            return Markup(""), Markup("")
        figuur = loaded.value
        alt = "" if figuur.decoratief else self.fill(figuur.alt or "", loaded, "alt")
        caption = self.words(figuur.bijschrift, loaded, "bijschrift")
        source = self.problems.take(self.maker.source(figure))
        self.shown[name] = ShownFigure(source, self.maker.mark(figure, alt))
        if self.rapportage.gegevens.value.gegevens_bijsluiten and (data := self.maker.data(figure)):
            self.data[name] = data
        written = Markup(
            '<figure id="{}" data-bron="{}"><img src="afbeelding:{}" alt="{}" data-bron="{}"/>'
            "<figcaption{}>{}</figcaption>{}</figure>"
        ).format(
            *(name, noted(place), key, alt, noted(loaded.place()), _source(loaded.place("bijschrift"))),
            *(caption, self.credit(credit_words(figure, source), loaded.place("bron", "naam"))),
        )
        return written, self._data_table(figure, place)

    def inspect(self, name: str) -> None:
        """Tell what is wrong with a figure that no text asks for, as far as that shows without drawing."""
        loaded = self.rapportage.figuren[name]
        if self.problems.take(self.maker.prepare(name)) is None:
            self.undrawn.add(name)
        for key, text in (("alt", loaded.value.alt), ("bijschrift", loaded.value.bijschrift)):
            self.fill(text or "", loaded, key)

    def table(self, name: str, place: Place) -> Markup:
        """The profile XHTML of a table that is data."""
        loaded = self.rapportage.tabellen.get(name)
        if loaded is None:
            self._unknown("tabel", name, place, self.rapportage.tabellen, self.broken.tabellen, "tabellen")
            return Markup("")
        if self._placed(name, f"tabel '{name}'", place):
            return Markup("")
        return _TableWriter(self, loaded, name).write(place)

    def register(self, selection: str, place: Place) -> Markup:
        """The profile XHTML of a table with a selection of the register of promises."""
        if selection not in SELECTIONS:
            hint = nearest(selection, SELECTIONS)
            self.problem(f"'{selection}' is geen keuze uit het register", place, hint, UNKNOWN)
            return Markup("")
        if self.rapportage.register is None:  # that it cannot be read was told
            return Markup("")
        is_empty = not chosen(self.rapportage, selection)
        hint = _AWAY if is_empty else ""
        if self._placed(f"register-{selection}", f"'[register: {selection}]'", place, hint):
            return Markup("")
        if is_empty:
            return Markup('<p data-bron="{}">In het register staat hiervan niets.</p>').format(noted(place))
        refers = not self._in_memo(place)
        return register_table(self.maker.workspace, self.rapportage, selection, noted(place), refers=refers)

    def changed(self, since: str, place: Place) -> Markup:
        """The profile XHTML of a list of what is otherwise than in an earlier period."""
        earlier = self._earlier(since, place)
        if earlier is None or self._placed("veranderd", "wat er veranderde", place, _AWAY):
            return Markup("")
        then, now = report_of(earlier), report_of(self.rapportage)
        found = content_changes(then, now, but_for=place.file)
        return changed_list(then.printed, now.printed, found, noted(place), refers=not self._in_memo(place))

    def _earlier(self, since: str, place: Place) -> Rapportage | None:
        """The report of that period; None where it is none of before, or cannot be read."""
        now, workspace = self.rapportage.periode, self.maker.workspace
        known = [one for one in workspace.periods() if one.last_day < now.first_day]
        wanted = next((one for one in known if str(one) == since), None)
        if wanted is None:
            last = report_before(workspace, now)
            hint = f"schrijf [veranderd: {last}]" if last else "haal het weg: er is geen eerdere periode"
            self.problem(f"'{since}' is hier geen eerdere periode", place, hint, UNKNOWN)
            return None
        read = load(workspace, wanted).value
        if read.rapportage is None or read.broken.anything:
            hint = f"kijk met 'rapportage check {wanted}' wat eraan scheelt"
            self.problem(f"de periode {wanted} is niet helemaal te lezen", place, hint, "onleesbaar")
            return None
        return read.rapportage

    def number(self, expression: str, place: Place) -> Worked:
        """What an expression becomes; without words when that is a problem."""
        result = known_number(self.known, expression, place, self.maker.numbers)
        self.budget.spend(place, faults=len(result.problems))
        return self.problems.take(result)

    def fill(self, text: str, loaded: Loaded[Any], *path: str | int) -> str:
        """Plain text of a YAML value with its expressions worked out."""
        return self.problems.take(self.maker.fill(text, loaded, *path))

    def words(self, text: str, loaded: Loaded[Any], *path: str | int) -> Markup:
        """The plain text of a YAML value as inline XHTML: its expressions worked out, its lines marked."""
        written, place = loaded.source.as_written(text, *path)
        self.problems += left_open(text, place)
        typed, places = typed_pieces(written, place)
        worked = [self.number(piece, places[at]) if at % 2 else piece for at, piece in enumerate(typed)]
        pieces, wrong = side_by_side(worked, places)
        self.problems += wrong
        words = [line_mark(place.line)] if place.line != loaded.place(*path).line else []
        for at, piece in enumerate(pieces):
            first, *below = typed[at].split("\n")
            words.append(made_words(piece, typed[at]) if isinstance(piece, Worked) else escape(first))
            for number, more in enumerate(below, places[at].line + 1):
                words.append(line_mark(number) if at % 2 else "\n" + line_mark(number) + more)
        return Markup("").join(words)

    def problem(self, message: str, place: Place, hint: str | None, rule: str) -> None:
        """Keep a problem that stops the build."""
        self.problems.append(Problem("fout", message, place, hint, rule))

    def credit(self, words: str, place: Place) -> Markup:
        """The line under a figure or table that credits its source; nothing where there is none."""
        return Markup('<p class="bron"{}>Bron: {}</p>').format(_source(place), words) if words else Markup("")

    def _unknown(
        self, what: str, name: str, place: Place, known: Iterable[str], broken: Set[str], folder: str
    ) -> None:
        self.undrawn.add(name)
        if name not in broken:
            hint = meant(name, known, self.rapportage, f"maak {folder}/{name}.yaml")
            self.problem(f"{what} '{name}' bestaat niet", place, hint, UNKNOWN)

    def _placed(self, name: str, what: str, place: Place, hint: str = "") -> bool:
        """Whether it stands elsewhere in the same paper already, which is a problem.

        Another paper may have it too: no reference leads from one to the other.
        """
        before = self.used.setdefault(("memo" if self._in_memo(place) else "bijlage", name), place)
        if before == place:
            return False
        hint = hint or f"verwijs ernaar met [@{name}], of {_AWAY}"
        self.problem(f"{what} staat al bij {before}", place, hint, TWICE)
        return True

    def _in_memo(self, place: Place) -> bool:
        return place.file == self.rapportage.raadsvoorstel.file

    def _picture(self, key: str, figure: Prepared, beside: str) -> bool:
        if key not in self.images and (image := self.problems.take(self.maker.picture(figure, beside))):
            self.images[key] = image
        return key in self.images

    def _data_table(self, figure: Prepared, place: Place) -> Markup:
        """The figure's data as a table without a number, its first cell a reference to the figure."""
        if getattr(figure.loaded.value, "gegevens", None) is None:
            return Markup("")
        rows = self.maker.rows(figure)
        if rows is None:
            self.problem(
                f"een {figure.loaded.value.soort} heeft geen gegevens om als tabel te tonen",
                figure.loaded.place("gegevens"),
                "verwijder 'gegevens: tonen'",
                "gegevens",
            )
            return Markup("")
        return data_table(figure, rows, place)


_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


class _TableWriter:
    """Writes one data table, and finds where its rows do not fill the columns."""

    def __init__(self, inserts: ReportInserts, loaded: Loaded[Tabel], name: str) -> None:
        self.inserts = inserts
        self.loaded = loaded
        self.name = name
        self.converter = Converter(inserts, budget=inserts.budget, known=inserts.known)
        self.fits = True
        self.noted: set[str] = set()
        self.plain: dict[str, str] = {}

    def write(self, place: Place) -> Markup:
        tabel = self.loaded.value
        head = Markup("").join(
            Markup(f'<th scope="col"{_ALIGN[column.uitlijning]}{{}}>{{}}</th>').format(
                _source(self.loaded.place("kolommen", index, "kop")),
                self.inserts.words(column.kop, self.loaded, "kolommen", index, "kop"),
            )
            for index, column in enumerate(tabel.kolommen)
        )
        body = Markup("").join(self._rows())
        self._unused_notes()
        caption = self.inserts.words(tabel.titel, self.loaded, "titel")
        credit = self.inserts.words(tabel.bron, self.loaded, "bron") if tabel.bron else ""
        self.inserts.problems += self.converter.problems
        if not self.fits:
            self.inserts.undrawn.add(self.name)
            return Markup("")
        return Markup(
            '<div class="tabel" data-bron="{}"><table id="{}" data-bron="{}"><caption{}>{}</caption>'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}</div>"
        ).format(
            noted(place),
            self.name,
            noted(self.loaded.place()),
            _source(self.loaded.place("titel")),
            caption,
            head,
            body,
            self.inserts.credit(credit, self.loaded.place("bron")),
        )

    def _rows(self) -> list[Markup]:
        tabel = self.loaded.value
        width = len(tabel.kolommen)
        below = [0] * width
        rows: list[Markup] = []
        for index, row in enumerate(tabel.rijen):
            cells = []
            column = 0
            for position, cell in enumerate(row.cellen):
                while column < width and below[column]:
                    column += 1
                if column + cell.over_kolommen > width or any(below[column : column + cell.over_kolommen]):
                    column = width + 1
                    break
                cells.append(self._cell(cell, index, position, column))
                for taken in range(column, column + cell.over_kolommen):
                    below[taken] = cell.over_rijen
                column += cell.over_kolommen
            while column < width and below[column]:
                column += 1
            if column != width:
                spans = any(
                    cell.over_kolommen > 1 or cell.over_rijen > 1
                    for row in tabel.rijen
                    for cell in row.cellen
                )
                self._misfit(
                    f"rij {index + 1} vult niet precies {count_text(width, 'kolom', 'kolommen')}: "
                    f"zij heeft {count_text(len(row.cellen), 'cel', 'cellen')}",
                    index,
                    "tel mee over hoeveel rijen en kolommen elke cel gaat"
                    if spans
                    else "schrijf voor een lege cel ''",
                )
                return rows
            total = {True: ' class="totaal"', "afgerond": ' class="totaal-afgerond"'}.get(row.totaal, "")
            rows.append(Markup(f"<tr{total}>{{}}</tr>").format(Markup("").join(cells)))
            below = [max(0, rest - 1) for rest in below]
        if any(below):
            self._misfit(
                "een cel loopt door tot onder de laatste rij", len(tabel.rijen) - 1, "verklein 'over-rijen'"
            )
        return rows

    def _misfit(self, message: str, row: int, hint: str) -> None:
        """Keep a problem that leaves no table to write."""
        self.fits = False
        self.inserts.problem(message, self.loaded.place("rijen", row), hint, "tabel")

    def _with_notes(self, text: str, place: Place) -> str:
        """A cell's text with the notes to which it refers below it, as Markdown has them."""
        known = self.loaded.value.noten
        names = dict.fromkeys(_NOTE.findall(text))
        self.noted.update(names)
        for name in (one for one in names if one not in known):
            hint = f"zet in dit bestand onder 'noten' een regel '{name}: …'"
            self.inserts.problem(f"voetnoot '{name}' bestaat niet", place, hint, "voetnoot")
            text = text.replace(f"[^{name}]", "")
        below = (f"\n\n[^{name}]: {' '.join(known[name].split())}" for name in names if name in known)
        return text + "".join(below)

    def _unused_notes(self) -> None:
        for name in self.loaded.value.noten:
            if name not in self.noted:
                at = self.loaded.place("noten", name)
                hint = f"schrijf [^{name}] in een cel, of haal de noot weg"
                self.inserts.problem(f"naar noot '{name}' verwijst geen cel", at, hint, "voetnoot")

    def _plainly(self, words: str) -> str:
        """The words of a head with its expressions worked out, once for all of its cells."""
        if "{{" in words and words not in self.plain:
            self.plain[words] = plainly(words, self.inserts.maker.numbers)
        return self.plain.get(words, words)

    def _cell(self, cell: Tabelcel, row: int, position: int, column: int) -> Markup:
        tabel = self.loaded.value
        block = ("cellen",) if isinstance(self.loaded.source.data["rijen"][row], dict) else ()
        path = ("rijen", row, *block, position, "tekst")
        place = self.loaded.source.as_written(cell.tekst, *path)[1]
        heads = [
            self._plainly(words)
            for words in (
                tabel.kolommen[column].kop,
                tabel.rijen[row].cellen[0].tekst if column else "",
                tabel.titel,
            )
        ]
        text = self._with_notes(cell.tekst.strip(), place)
        words = self.converter.inline(text, place, cell=True, heads=heads)
        spans = "".join(
            f' {name}="{count}"'
            for name, count in (("colspan", cell.over_kolommen), ("rowspan", cell.over_rijen))
            if count > 1
        )
        look = _ALIGN[tabel.kolommen[column].uitlijning]
        if column < tabel.head_columns:
            return Markup(f'<th scope="row"{look}{spans}{{}}>{{}}</th>').format(_source(place), words)
        return Markup(f"<td{look}{spans}{{}}>{{}}</td>").format(_source(place), words)
