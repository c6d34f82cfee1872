"""The tokens that a template gives the house style: its colours, sizes and page.

The PDF is made with them once they stand in the file of tokens; in Word they are for what the template has
no style for. Colours are made clear enough to read, as `check` asks, and sizes kept within what a page holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from docx.oxml.ns import qn

from rapportage.dutch import number_text
from rapportage.style.contrast import PAIRS, WORDS, clear, contrast, mixed
from rapportage.style.fonts import FAMILY
from rapportage.style.lengths import MILLIMETRE
from rapportage.style.page import has_room, landscape, page_tokens, portrait
from rapportage.style.tokens import HouseStyle, Points, Value
from rapportage.writers.docx.template.looks import Look, size_of
from rapportage.writers.docx.template.opened import value
from rapportage.writers.docx.template.read import Sheet, Template

_FOLLOWING = ("kleur.accent-zacht", "kleur.verwijzing")
"""What goes with the accent where nothing is said of it."""
_ROUNDS = 3
"""So many times the accent is made clear on a ground that is made of it."""
_SOFT = 0.1
"""How much of the accent stands in the ground of kaders and header cells."""
_OF_WORD = (
    *("4f81bd", "c0504d", "9bbb59", "8064a2", "4bacc6", "5b9bd5", "ed7d31", "a5a5a5", "ffc000"),
    *("4472c4", "156082", "e97132", "196b24", "0f9ed5", "a02b93"),
)
"""The colours of the themes that come with Word, which say nothing of a house."""
_ROOM = {"letter.tekst": (8.0, 14.0), "regelafstand.tekst": (1.1, 1.8), "regelafstand.kop": (1.0, 1.5)}
_SIZES = {
    "letter.titel": ("title", 14.0, 40.0),
    "letter.ondertitel": ("subtitle", 9.0, 28.0),
    "letter.kop-1": ("heading 1", 9.0, 32.0),
    "letter.kop-2": ("heading 2", 9.0, 28.0),
    "letter.kop-3": ("heading 3", 9.0, 24.0),
    "letter.kop-4": ("heading 4", 9.0, 20.0),
    "letter.klein": ("caption", 7.0, 12.0),
    "letter.voet": ("footer", 7.0, 11.0),
}
"""Per size the style that gives it, and from what to what it may go: beyond that no page looks well."""
_COVER = 1.25
"""How much larger a title on a cover is."""
_WIDER = {
    **dict.fromkeys(("verdana", "century gothic", "lucida sans", "lucida sans unicode"), 1.25),
    **dict.fromkeys(("calibri", "calibri light", "source sans pro", "source sans 3"), 1.0),
    **dict.fromkeys(("cambria", "times new roman", "garamond", "gill sans mt"), 1.05),
}
_USUALLY_WIDER = 1.15
"""How much wider a font prints than the house font, by which room is measured; of most nobody knows."""
_NEAR = 0.1
"""So many points of difference is none."""
_LINE = 1.2
"""The height of a line at single spacing, in ems, of most fonts."""


@dataclass(frozen=True, slots=True)
class Derived:
    """The tokens that a template gives, and what is told in Dutch of them and of what it does not give."""

    tokens: dict[str, Value] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    adapted: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    family: str = ""


def derived(template: Template, below: HouseStyle) -> Derived:
    """What a template gives of the tokens; the others stay as they are `below`."""
    return _Deriving(template, below).run()


def in_template(style: HouseStyle, template: Template) -> HouseStyle:
    """The style with all that a template gives, for what Word shows beside the template's own styles."""
    found = derived(template, style)
    families = (found.family, *style.fonts()) if found.family else style.fonts()
    tokens = style.tokens | found.tokens | {"lettertype.tekst": families, "lettertype.kop": families}
    tokens["ruimte.metagegevens"] = Points(style.points("ruimte.metagegevens") * wider(found.family))
    return replace(style, tokens=tokens)


def wider(family: str) -> float:
    """How much wider letters of a family are than those of the house font."""
    return _WIDER.get(family.lower(), _USUALLY_WIDER) if family else 1.0


def measured(style: HouseStyle) -> HouseStyle:
    """The style by which room is measured for words that are set in the template's font."""
    family = style.fonts()[0]
    share = 1.0 if style.typeface().name == family else wider(family)
    sizes = {name: Points(style.points(name) * share) for name in ("letter.tekst", "letter.tabel")}
    return replace(style, tokens=style.tokens | sizes)


class _Deriving:
    """The work on one template."""

    def __init__(self, template: Template, below: HouseStyle) -> None:
        self.template, self.below = template, below
        self.styles = template.styles
        self.tokens: dict[str, Value] = {}
        self.taken: dict[str, str] = {}
        self.adapted: list[str] = []
        self.left: list[str] = []
        self.text = self.styles.whole(self.styles.standard)

    def run(self) -> Derived:
        self.colours()
        self.sizes()
        self.lines()
        if self.template.sheet is not None:
            self.page(self.template.sheet)
        else:
            self.left.append("de bladspiegel: het sjabloon heeft geen staande bladzijde met marges")
        family = self.font()
        return Derived(self.tokens, self.taken, tuple(self.adapted), tuple(self.left), family)

    def take(self, token: str, found: Value, source: str) -> None:
        """Take a token, unless that is what it is already, and stays with another accent."""
        follows = token in _FOLLOWING and "kleur.accent" in self.tokens
        if follows or found != self.below.tokens.get(token):
            self.tokens[token] = found
            self.taken[token] = source

    # --- colours -------------------------------------------------------------------------

    def colours(self) -> None:
        paper = self.below.colour("papier")
        text = self.styles.colour(self.text)
        marked, source = self.accent(text)
        accent, soft = marked, paper
        for _ in range(_ROUNDS):
            soft = mixed(accent, paper, _SOFT)
            accent = clear(marked, (paper, soft), WORDS)
        grounds = (paper, soft)
        self.colour("accent", marked, source, grounds)
        self.take("kleur.accent-zacht", soft, "een tiende van het accent")
        self.colour("tekst", text, f"stijl '{self.name_of_standard()}'", grounds)
        links, of = self.links(accent)
        self.colour("verwijzing", links, of, grounds)
        if grey := self.of_style("footer", "caption"):
            found, of = grey
            self.colour("grijs", found, of, (paper,))
        self.series(paper)

    def colour(self, token: str, found: str, source: str, grounds: Sequence[str]) -> None:
        """Take a colour, made darker where it is not clear enough on all of these grounds."""
        least = max(one for name, _, one in PAIRS if name == token)
        made = clear(found, grounds, least)
        self.take(f"kleur.{token}", made, source)
        if made != found:
            self.adapted.append(
                f"kleur.{token}: {found} is te licht (contrast "
                f"{_number(min(contrast(found, one) for one in grounds))}, ten minste {_number(least)}); "
                f"het werd {made}"
            )

    def accent(self, text: str) -> tuple[str, str]:
        """The colour that marks headings, and where it comes from."""
        for name in ("heading 1", "title", "heading 2", "heading 3"):
            look = self.look(name)
            if look is None:
                continue
            for found in (self.styles.ground(look, ""), self.styles.colour(look)):
                if found not in ("#", "#000000", "#ffffff"):
                    return found, f"stijl '{name}'"
        found = self.styles.theme.colours.get("accent1", "")
        if found and found not in _OF_WORD:
            return f"#{found}", "kleur 'Accent 1' van het thema"
        return text, f"stijl '{self.name_of_standard()}'"

    def links(self, accent: str) -> tuple[str, str]:
        style = self.styles.named("hyperlink", "character")
        if style is not None and "color" in (look := self.styles.look(style)).characters:
            return self.styles.colour(look), "stijl 'Hyperlink'"
        return accent, "het accent"

    def of_style(self, *names: str) -> tuple[str, str] | None:
        for name in names:
            look = self.look(name)
            if look is not None and (found := self.styles.colour(look)) != "#ffffff":
                return found, f"stijl '{name}'"
        return None

    def series(self, paper: str) -> None:
        """The colours of charts, from a theme that is the house's own."""
        accents = [self.styles.theme.colours.get(f"accent{number}", "") for number in range(1, 6)]
        if not all(accents):
            self.left.append("de kleuren van grafieken: het sjabloon heeft geen thema")
        elif set(_OF_WORD) >= set(accents[:3]):
            self.left.append("de kleuren van grafieken: het thema is dat van Word zelf")
        elif len({clear(f"#{one}", (paper,), 3.0) for one in accents}) < len(accents):
            self.left.append("de kleuren van grafieken: in het thema zijn er gelijk aan elkaar")
        else:
            for number, found in enumerate(accents, 1):
                source = f"kleur 'Accent {number}' van het thema"
                self.colour(f"reeks-{number}", f"#{found}", source, (paper,))

    # --- sizes ---------------------------------------------------------------------------

    def sizes(self) -> None:
        text = self.within("letter.tekst", size_of(self.text), *_ROOM["letter.tekst"])
        self.take("letter.tekst", Points(text), f"stijl '{self.name_of_standard()}'")
        for token, (name, least, most) in _SIZES.items():
            look = self.look(name)
            if look is None:
                self.left.append(f"{token}: het sjabloon heeft geen stijl '{name}'")
                continue
            around = {"letter.klein": text, "letter.voet": self.points("letter.klein")}.get(token, most)
            size = self.within(token, size_of(look), least, min(most, around))
            self.take(token, Points(size), f"stijl '{name}'")
        for token, found in (
            ("letter.tabel", min(self.below.points("letter.tabel"), text)),
            ("letter.intro", text + 1),
            ("letter.omslag", text + 1),
            ("letter.omslagtitel", self.points("letter.titel") * _COVER),
        ):
            self.take(token, Points(found), "bij letter.tekst")

    def points(self, token: str) -> float:
        """What a token is, taken or not."""
        return HouseStyle(self.below.tokens | self.tokens).points(token)

    def within(self, token: str, found: float, least: float, most: float) -> float:
        kept = min(max(found, least), most)
        if kept != found:
            self.adapted.append(f"{token}: {_number(found)} pt past hier niet; het werd {_number(kept)} pt")
        return kept

    def lines(self) -> None:
        """The height of lines, and the space between paragraphs."""
        standard = f"stijl '{self.name_of_standard()}'"
        for token, look, source in (
            ("regelafstand.tekst", self.text, standard),
            ("regelafstand.kop", self.look("heading 1"), "stijl 'heading 1'"),
        ):
            if look is not None:
                found = _line_of(look)
                self.take(token, round(min(max(found, _ROOM[token][0]), _ROOM[token][1]), 2), source)
        if after := space_between(self.text):
            self.take("ruimte.alinea", Points(min(after, 14.0)), standard)
        else:
            self.left.append(
                "ruimte.alinea: in het sjabloon staat geen ruimte tussen alinea's; die van rapportage blijft"
            )

    # --- page and font -------------------------------------------------------------------

    def page(self, sheet: Sheet) -> None:
        sizes = page_tokens(**{side: _rounded(length) for side, length in sheet.page().items()})
        made = replace(self.below, tokens=self.below.tokens | sizes)
        pages = portrait(made), landscape(made)
        logo, above = self.below.points("logo.hoogte"), self.below.points("logo.koptekst")
        if not all(map(has_room, pages)) or logo > pages[0].logo_room or above > pages[0].running_room():
            self.left.append("de bladspiegel: de marges laten te weinig van een bladzijde over")
            return
        for token, length in sizes.items():
            before = self.below.points(token)
            if abs(before - length) > _NEAR:
                self.take(token, length, "de bladzijde van het sjabloon")

    def font(self) -> str:
        family = self.styles.font(self.text)
        if family and family != FAMILY:
            self.left.append(
                f"het lettertype '{family}': zet de bestanden ervan in templates/lettertypen en noem het "
                f"in 'lettertype.tekst'; tot dan is de PDF in {FAMILY}"
            )
        return family

    def look(self, name: str) -> Look | None:
        style = self.styles.named(name)
        return None if style is None else self.styles.whole(style)

    def name_of_standard(self) -> str:
        style = self.styles.standard
        return "Normal" if style is None else value(style.find(qn("w:name"))) or "Normal"


# --- measures --------------------------------------------------------------------------------


def _rounded(length: float) -> float:
    """A length in points that is a whole number of tenths of a millimetre."""
    return round(length / MILLIMETRE, 1) * MILLIMETRE


def _line_of(look: Look) -> float:
    """The height of a line in ems."""
    spacing = look.paragraph.get("spacing")
    line = value(spacing, "line")
    if not line:
        return _LINE
    if value(spacing, "lineRule") in ("exact", "atLeast"):
        return max(_LINE * (value(spacing, "lineRule") == "atLeast"), int(line) / 20 / size_of(look))
    return int(line) / 240 * _LINE


def space_between(look: Look) -> float:
    """The space that two paragraphs of this look leave between them, in points."""
    spacing = look.paragraph.get("spacing")
    found = [int(value(spacing, side) or 0) / 20 for side in ("before", "after")]
    automatic = any(
        value(spacing, f"{side}Autospacing") in ("1", "true", "on") for side in ("before", "after")
    )
    contextual = look.paragraph.get("contextualSpacing")
    if contextual is not None and value(contextual) not in ("0", "false", "off"):
        return 0.0
    return max(*found, 14.0 * automatic)


def _number(found: float) -> str:
    return number_text(Decimal(f"{found:.1f}"), 1)
