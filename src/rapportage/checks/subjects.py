"""What a rule of the registry looks at: the content, a paper, both together, or the house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from rapportage.content.bodies import Gemeente, Overheid
from rapportage.content.model import Broken, Rapportage
from rapportage.document import Document
from rapportage.errors import Finding, Place
from rapportage.remembered import FORGETFUL, Memory
from rapportage.style.own_fonts import OwnFonts
from rapportage.style.token_file import line_of
from rapportage.style.tokens import HouseStyle, house_style
from rapportage.workspace import Workspace


class Subject(Protocol):
    """Anything that rules can look at."""

    @property
    def draft(self) -> bool:
        """Whether this may still have what an adopted paper may not."""


@dataclass(frozen=True, slots=True)
class Content:
    """All content of a period; nothing is said about what only the `broken` files would tell."""

    rapportage: Rapportage
    workspace: Workspace
    broken: Broken = field(default_factory=Broken)

    @property
    def draft(self) -> bool:
        """Whether the report is not adopted yet."""
        return self.rapportage.gegevens.value.status == "concept"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as it would be printed; `drawn` names the figures that are drawn to their size.

    `days` are those of the report, by the names that expressions have for them; `attachments` is how many the
    memo lists, `body` is who reports, and `kept` is what a rule worked out of it and the next one needs too.
    """

    document: Document
    style: HouseStyle
    drawn: frozenset[str] = frozenset()
    days: Mapping[str, date] = field(default_factory=dict)
    attachments: int = 0
    body: Overheid = field(default_factory=Gemeente(naam="…").overheid)
    kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)
    """Where the texts of a paper are remembered by who judges it over and over."""

    @property
    def draft(self) -> bool:
        """Whether the paper says that it is a draft."""
        return self.document.meta.concept


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What an author says is not known yet, and where."""

    words: str
    at: Place


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """What was made of a figure that a text shows: its source line and the fingerprint of its data."""

    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Report:
    """The content with what could be composed of it: nothing, where the house style cannot be used.

    `unplaced` are the figures and tables that no text shows, as far as nothing else can be the cause.
    """

    content: Content
    documents: Mapping[str, Document] = field(default_factory=dict)
    open_points: tuple[OpenPoint, ...] = ()
    figures: Mapping[str, ShownFigure] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()
    style: HouseStyle | None = None
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)
    kept: dict[str, dict[object, Any]] = field(default_factory=dict, compare=False, repr=False)
    """What a rule worked out of each paper, by its name, and the next one needs too."""

    @property
    def draft(self) -> bool:
        """Whether the report is not adopted yet."""
        return self.content.draft

    @property
    def papers(self) -> Mapping[str, Paper]:
        """The papers by name, as far as their words go; none where the house style cannot be used."""
        if self.style is None:
            return {}
        return {
            name: Paper(one, self.style, kept=self.kept_of(name), memory=self.memory)
            for name, one in self.documents.items()
        }

    def kept_of(self, name: str) -> dict[object, Any]:
        """What is kept of this paper."""
        return self.kept.setdefault(name, {})


@dataclass(frozen=True, slots=True)
class StyleFile:
    """The token file of a workspace, with the text of the one that comes along, which stands below it.

    `templates` are the texts of the own templates, which may use tokens of their own, and `fonts` are the own
    fonts that stand among them; `has_logo` says that one of them is a logo, or was meant to be. In the text
    below it, `mapped` tokens were taken from a published file, each by the line of a mapping; others are
    `unmapped`.
    """

    file: str
    text: str
    below: str
    templates: tuple[str, ...] = ()
    mapped: Mapping[str, Place] = field(default_factory=dict)
    unmapped: tuple[Finding, ...] = ()
    fonts: OwnFonts = field(default_factory=OwnFonts)
    has_logo: bool = True

    def place(self, *tokens: str) -> Place:
        """Where the first of these tokens stands that the own file has, or else the mapping."""
        for one in tokens:
            if (line := line_of(self.text, one)) > 1:
                return Place(self.file, line)
            if one in self.mapped:
                return self.mapped[one]
        return Place(self.file, 1)

    def says(self, token: str) -> bool:
        """Whether the own file or the mapping has this token."""
        return line_of(self.text, token) > 1 or token in self.mapped

    def changes(self, token: str) -> bool:
        """Whether this token was made otherwise here; raises TokenError where the file cannot be read."""
        own = house_style(self.text, self.below).tokens.get(token)
        return own != self.model.tokens.get(token) or token in self.mapped

    @property
    def draft(self) -> bool:
        """The house style is for drafts and adopted papers alike."""
        return False

    @property
    def model(self) -> HouseStyle:
        """The style that comes along."""
        return house_style(self.below)
