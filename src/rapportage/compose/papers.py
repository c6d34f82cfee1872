"""Compose the papers of one rapportage: raadsvoorstel, bijlage and, for a decision, raadsbesluit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from markupsafe import Markup

from rapportage.checks.subjects import OpenPoint, ShownFigure
from rapportage.compose.at_a_glance import GlanceView, at_a_glance
from rapportage.compose.figures import FigureMaker
from rapportage.compose.inserts import ReportInserts
from rapportage.compose.link_notes import with_link_notes
from rapportage.compose.memo import headings, memo_problems
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.own_templates import within_bounds
from rapportage.compose.picture_files import logo_image
from rapportage.compose.places import noted
from rapportage.compose.printed import numbers_of
from rapportage.compose.prose.markdown import Converter, Section
from rapportage.compose.prose.recalled import Known
from rapportage.compose.reading.read import read_document
from rapportage.compose.reading.read_figures import IMAGE
from rapportage.compose.render import Renderer
from rapportage.compose.resolve import resolve
from rapportage.compose.terms import only_used, term_views, with_first_uses
from rapportage.compose.timeline import timeline
from rapportage.compose.totals_apart import with_totals_apart
from rapportage.compose.views import LOGO, ChapterView, LogoView, Places, facts, memo_name
from rapportage.content.model import Broken, Markdown, Rapportage
from rapportage.content.organisation import DECISIONS, Ambtsdrager
from rapportage.content.period import OF_ONE_PAPER, Deel, Gegevens, Soort
from rapportage.document import Document, Figure, Logo, walk
from rapportage.errors import ContentError, Place, Problem, Problems, Result, attempt
from rapportage.figures.cache import FigureCache
from rapportage.remembered import FORGETFUL, Memory
from rapportage.style.tokens import HouseStyle
from rapportage.typed import with_whole_numbers
from rapportage.workspace import DOCUMENTS, Workspace

PAPERS: dict[Soort, tuple[str, ...]] = {"ter-kennisname": DOCUMENTS[:2], "ter-besluitvorming": DOCUMENTS}
"""The papers that each kind of memo comes with; only a decision has a raadsbesluit."""

_PARTS = ("basis.html.j2", "metagegevens.html.j2", "afzender.html.j2")
"""The templates that go into every other: where one is the organisation's own, that is where to look."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The papers that could be composed, what made their figures, and the figures and tables in the texts.

    Besides, what rules judge: the open points, the figures that are shown, what nothing shows, and what could
    not be drawn. `whole` says that nothing is left out of the papers that was to be there.
    """

    documents: Mapping[str, Document]
    maker: FigureMaker
    placed: frozenset[str]
    open_points: tuple[OpenPoint, ...] = ()
    shown: Mapping[str, ShownFigure] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()
    undrawn: frozenset[str] = frozenset()
    whole: bool = False


def compose(
    rapportage: Rapportage,
    workspace: Workspace,
    style: HouseStyle,
    cache: FigureCache,
    broken: Broken,
    memory: Memory = FORGETFUL,
) -> Result[Composed]:
    """Every paper of the rapportage as a resolved Document; nothing is said about `broken` files."""
    try:
        return _composed(rapportage, workspace, style, cache, broken, memory)
    except ContentError:
        if not memory.kept:
            raise
    # Where it becomes too much is told by who converts every text in its turn.
    return _composed(rapportage, workspace, style, cache, broken, FORGETFUL)


def _composed(
    rapportage: Rapportage,
    workspace: Workspace,
    style: HouseStyle,
    cache: FigureCache,
    broken: Broken,
    memory: Memory,
) -> Result[Composed]:
    numbers = numbers_of(rapportage, incomplete=broken.indicatoren)
    known = Known.of(memory, numbers) if memory.kept else None
    maker = FigureMaker(rapportage, workspace, style, cache, numbers, known.edition if known else 0)
    composer = _Composer(ReportInserts(maker, broken, known=known), memory)
    try:
        return composer.run()
    except ContentError as error:
        raise ContentError(
            [*composer.converter.problems, *composer.inserts.problems, *error.problems]
        ) from None


def text_problems(texts: Iterable[Markdown]) -> list[Problem]:
    """What is wrong with the texts by themselves, where the rest cannot be composed."""
    converter = Converter(_Blind())
    try:
        for text in texts:
            converter.sections(text.text, text.file, text.first_line, level=3, prefix="")
    except ContentError as error:
        converter.problems += error.problems
    return converter.problems


class _Blind:
    """Stands in for figures, tables and numbers that cannot be known."""

    def figures(self, names: Sequence[str], place: Place) -> Markup:
        del names, place
        return Markup("")

    def table(self, name: str, place: Place) -> Markup:
        del name, place
        return Markup("")

    def register(self, selection: str, place: Place) -> Markup:
        del selection, place
        return Markup("")

    def changed(self, since: str, place: Place) -> Markup:
        del since, place
        return Markup("")

    def number(self, expression: str, place: Place) -> Worked:
        del expression, place
        return Worked("")


def _xhtml(workspace: Workspace, template: str, values: Mapping[str, object]) -> str:
    return Renderer(workspace).render(template, values)


class _Composer:
    """The work on one rapportage."""

    def __init__(self, inserts: ReportInserts, memory: Memory) -> None:
        self.inserts = inserts
        self.memory = memory
        self.rapportage = inserts.rapportage
        self.converter = Converter(inserts, budget=inserts.budget, known=inserts.known)
        self.overheid = self.rapportage.organisatie.value.overheid
        self.gegevens = self.filled()
        self.renderer = Renderer(inserts.maker.workspace)
        self.logo: LogoView | None = None

    def filled(self) -> Gegevens:
        """What `rapportage.yaml` says, with the expressions in its titles worked out."""
        loaded, problems = self.rapportage.gegevens, self.converter.problems
        value = loaded.value

        def fill(text: str | None, *path: str | int) -> str | None:
            result = self.inserts.maker.fill(text, loaded, *path) if text else Result(text)
            problems.extend(result.problems)
            return result.value

        keys = ("titel", "ondertitel", "voetregel", "onderwerp")
        bijlagen = tuple(
            one.model_copy(update={"titel": fill(one.titel, "bijlagen", at, "titel")})
            for at, one in enumerate(value.bijlagen)
        )
        words = {key: fill(getattr(value, key), key) for key in keys}
        grounds = {
            key: tuple(with_whole_numbers(one) for one in getattr(value.besluit, key))
            for key in ("gelet_op", "overwegende")
        }
        besluit = value.besluit.model_copy(update=grounds)
        return value.model_copy(update={**words, "bijlagen": bijlagen, "besluit": besluit})

    def title(self, text: str, place: Place) -> Markup:
        """A heading's words, which may be emphasised and hold what an expression stands for."""
        if "[^" in text:
            self.problem("in een titel past geen voetnoot", place, "zet de voetnoot in de tekst")
            return Markup("")
        return self.converter.inline(text, place)

    def run(self) -> Result[Composed]:
        texts = [self.rapportage.raadsvoorstel, *(one.tekst for one in self.rapportage.hoofdstukken.values())]
        self.inserts.maker.begin_charts(text.text for text in texts)
        self.logo = self.drawn_logo()
        memo = self.memo()
        chapters = {name: self.chapter(name) for name in self.rapportage.hoofdstukken}
        bijlage = self.bijlage(chapters)
        listed = self.gegevens.chapters()
        for name in self.rapportage.figuren:
            if name not in self.inserts.placed and name not in self.inserts.undrawn:
                self.inserts.inspect(name)
        views: dict[str, Callable[[], dict[str, object]]] = {
            "raadsvoorstel": lambda: {"onderdelen": memo},
            "bijlage": lambda: bijlage,
            "raadsbesluit": lambda: {
                "besluitpunten": next((one.body for one in memo if one.title == DECISIONS), ""),
                "kenmerken": [one for one in facts(self.gegevens.kenmerken) if one.sleutel in OF_ONE_PAPER],
            },
        }
        problems = Problems([*self.converter.problems, *self.inserts.problems])
        open_points = tuple(OpenPoint(*one) for one in self.converter.open_points)
        absent = [name for name in listed if name not in chapters]
        wrong = any(problem.is_error for problem in problems)
        broken = self.inserts.broken
        whole = not (wrong or self.inserts.undrawn or broken.anything or absent)
        # In an adopted paper an open point stands where something should have been.
        sound = whole and not (open_points and self.gegevens.status == "vastgesteld")
        known = (*self.rapportage.figuren, *self.rapportage.tabellen)
        unplaced = tuple(name for name in known if name not in self.inserts.placed) if sound else ()
        # What is named but not placed because of another problem needs no second message.
        excused = frozenset(
            () if sound else (*known, *listed, *chapters, *self.inserts.undrawn, *broken.names)
        )
        made = {
            name: problems.take(attempt(partial(self.paper, name, views[name], excused)))
            for name in PAPERS[self.gegevens.soort]
        }
        documents = {name: document for name, document in made.items() if document is not None}
        placed, undrawn = self.inserts.placed, frozenset(self.inserts.undrawn)
        maker, figures = self.inserts.maker, self.inserts.shown
        return problems.having(
            Composed(documents, maker, placed, open_points, figures, unplaced, undrawn, whole)
        )

    def paper(self, name: str, view: Callable[[], dict[str, object]], excused: frozenset[str]) -> Document:
        """One paper; raises ContentError with what is wrong with it."""
        template = f"{name}.html.j2"
        where, values = self.renderer.workspace, self.common() | view()
        xhtml = within_bounds(where, template, _xhtml, where, template, values)
        own = next((part for part in (template, *_PARTS) if self.renderer.is_own(part)), template)
        place, source = self.renderer.place_of(own), self.renderer.source(own)
        document = read_document(xhtml, place, source, self.inserts.images, self.memory)
        document = with_totals_apart(document, self.memory)
        begrippen = self.rapportage.begrippen.value
        meta = replace(
            document.meta,
            paper=name,
            periode=str(self.rapportage.periode),
            abbreviations=begrippen.abbreviations(),
        )
        if name == "bijlage" and self.gegevens.begrippenlijst:
            at = self.rapportage.gegevens.place("begrippenlijst")
            document = only_used(document, begrippen, at, self.memory)
        if self.gegevens.koppelingen == "noten":
            document = with_link_notes(document)
        data = self.inserts.data if self.gegevens.gegevens_bijsluiten else None
        whole = _with_own_images(replace(document, meta=meta, data=data))
        elsewhere = {*self.gegevens.chapters(), *self.inserts.placed}
        resolved = resolve(whole, excused, elsewhere, self.memory)
        if not self.gegevens.begrippenlijst:
            return resolved
        return with_first_uses(resolved, begrippen, self.memory)

    def drawn_logo(self) -> LogoView | None:
        """The logo, which is drawn and kept among the images; None without one."""
        maker = self.inserts.maker
        found = logo_image(maker.workspace, maker.style, maker.cache)
        self.converter.problems.extend(found.problems)
        if found.value is None:
            return None
        image, place = found.value
        self.inserts.images[LOGO] = image
        alt = maker.style.words("logo.alt") or f"Logo {self.overheid.aanduiding}"
        return LogoView(f"{IMAGE}{LOGO}", alt, maker.style.words("logo.plaats"), noted(place))

    def common(self) -> dict[str, object]:
        """What every template may use."""
        places = Places(self.rapportage, self.signatories())
        return {
            "gegevens": self.gegevens,
            "organisatie": self.rapportage.organisatie.value,
            "overheid": self.overheid,
            "periode": self.rapportage.periode,
            "logo": self.logo,
            "voorstel": memo_name(self.rapportage.organisatie.value, self.gegevens.soort),
            "kenmerken": facts(self.gegevens.kenmerken),
            "ondertekenaars": {key: one.naam if one else "" for key, one in self.signatories().items()},
            "aanduidingen": {key: one.office if one else key for key, one in self.signatories().items()},
            "voorzitter": self.chair(),
            "plaats": places.of,
            "aanleiding": places.occasion,
            "plaats_ondertekenaar": places.of_name,
            "regel": places.line,
        }

    def signatories(self) -> dict[str, Ambtsdrager | None]:
        """Who holds each office on the day of its signing, by office."""
        days: dict[str, date] = dict.fromkeys(self.gegevens.ondertekening, self.gegevens.collegevergadering)
        signing = {office: self.rapportage.holders(office, day) for office, day in days.items()}
        offices = self.overheid.ambten
        council = {
            office: self.rapportage.holders(office, self.gegevens.raadsvergadering)
            for office in (offices.griffier, offices.voorzitter)
        }
        signing |= {f"{office}-raad": people for office, people in council.items()}
        return {office: people[0] if people else None for office, people in signing.items()}

    def chair(self) -> str:
        """What stands under the chair's name below a decision: of who stands in, what they are called."""
        one = self.signatories()[f"{self.overheid.ambten.voorzitter}-raad"]
        as_such = self.overheid.voorzitter if one is None or not one.vervanger else ""
        return as_such or (one.office if one else "")

    # --- the memo ------------------------------------------------------------------------

    def memo(self) -> tuple[Section, ...]:
        """The memo's sections; their headings must be those of its kind, in order."""
        text = self.rapportage.raadsvoorstel
        sections = self.converter.sections(text.text, text.file, text.first_line, level=1, prefix="")
        kinds = headings(self.rapportage.organisatie.value.voorstellen)
        soort, overheid = self.gegevens.soort, self.overheid
        end = Place(text.file, text.first_line + text.text.rstrip().count("\n"))
        self.converter.problems.extend(memo_problems(sections, kinds, soort, end, overheid))
        return sections

    # --- the bijlage ---------------------------------------------------------------------

    def chapter(self, name: str) -> ChapterView:
        hoofdstuk = self.rapportage.hoofdstukken[name]
        own, text = hoofdstuk.gegevens.value, hoofdstuk.tekst
        level = 2 if name == self.gegevens.kernboodschap else 4
        sections = self.converter.sections(
            text.text, text.file, text.first_line, level=level, prefix=name, title=own.titel
        )
        if not text.text.strip():
            self.problem(
                "dit hoofdstuk heeft geen tekst",
                Place(text.file, text.first_line),
                "schrijf de tekst, of haal het uit rapportage.yaml",
            )
        opgaven = {opgave.id: opgave.naam for opgave in self.rapportage.organisatie.value.opgaven}
        return ChapterView(
            name,
            self.title(own.titel, hoofdstuk.gegevens.place("titel")),
            noted(hoofdstuk.gegevens.place("titel")),
            opgaven.get(own.opgave or "", ""),
            own.portefeuillehouder or "",
            own.contact,
            Markup("").join(section.heading + section.body for section in sections),
        )

    def bijlage(self, chapters: dict[str, ChapterView]) -> dict[str, object]:
        left = dict(chapters)
        return {
            "titel": next((one.titel for one in self.gegevens.bijlagen if one.document), self.gegevens.titel),
            "oogopslag": self.glance(),
            "kernboodschap": left.pop(self.gegevens.kernboodschap or "", None),
            "delen": [self.part(at, deel, left) for at, deel in enumerate(self.gegevens.delen)],
            "tijdlijn": self.timeline() if self.gegevens.tijdlijn else "",
            "begrippen": term_views(self.rapportage.begrippen) if self.gegevens.begrippenlijst else [],
        }

    def glance(self) -> GlanceView | None:
        """The page that tells at a glance how the tasks stand; None where no chapter says so."""
        organisatie = self.rapportage.organisatie.value
        opgaven = {one.id: one.naam for one in organisatie.opgaven}
        known = self.rapportage.hoofdstukken
        chapters = {name: known[name] for name in self.gegevens.chapters() if name in known}
        place = replace(self.rapportage.gegevens.place("delen"), path="")
        return at_a_glance(chapters, opgaven, self.converter.inline, self.overheid.kort, place)

    def timeline(self) -> Markup:
        """The table of steps to come; that there is none is a problem, but in a draft."""
        table = timeline(self.rapportage, self.converter.inline)
        if not table and self.gegevens.status == "vastgesteld":
            hint = "noem stappen met een dag of maand, of haal 'tijdlijn' weg"
            self.problem("de tijdlijn is leeg", self.rapportage.gegevens.place("tijdlijn"), hint)
        return table

    def part(self, at: int, deel: Deel, left: dict[str, ChapterView]) -> dict[str, object]:
        """A part with the chapters that it names, each taken from those that are left."""
        place = self.rapportage.gegevens.place
        parts = [
            {
                "titel": self.title(part.titel, place("delen", at, "onderdelen", number, "titel")),
                "hoofdstukken": [left.pop(name) for name in part.hoofdstukken if name in left],
            }
            for number, part in enumerate(deel.onderdelen)
        ]
        return {"titel": self.title(deel.titel, place("delen", at, "titel")), "onderdelen": parts}

    # --- problems ------------------------------------------------------------------------

    def problem(self, message: str, place: Place, hint: str | None) -> None:
        self.converter.problems.append(Problem("fout", message, place, hint, "opbouw"))


def _with_own_images(document: Document) -> Document:
    """The document with only those images, and their data, that its figures name."""
    figures = [block for block in walk(document.blocks) if isinstance(block, Figure | Logo)]
    names = {one.image for one in figures}
    ids = {one.id for one in figures if isinstance(one, Figure)}
    images = {name: image for name, image in document.images.items() if name in names}
    data = document.data and {name: text for name, text in document.data.items() if name in ids}
    return replace(document, images=images, data=data)
