"""The body that reports: what it, its organs, its papers and its meetings are called, in right sentences.

Whatever prints or says such a word asks for it here, so that no paper of a province speaks of a council.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from rapportage.content.fields import Content, Naamtekst, mistake
from rapportage.content.findings import Mismatch
from rapportage.content.offices import BODY_KINDS, OFFICES, Ambten, BodyKind


@dataclass(frozen=True, slots=True)
class Orgaan:
    """An organ as sentences name it: 'de raad', or 'Provinciale Staten', whose verb is plural."""

    naam: str
    lidwoord: str = ""
    voornaamwoord: str = "het"
    meervoud: bool = False

    def __str__(self) -> str:
        return f"{self.lidwoord} {self.naam}".strip()

    def doet(self, one: str, many: str) -> str:
        """The organ with its verb, of which the plural is given too."""
        return f"{self} {many if self.meervoud else one}"

    @property
    def voorop(self) -> str:
        """The organ where a line begins with it."""
        return str(self)[0].upper() + str(self)[1:]


@dataclass(frozen=True, slots=True)
class Overheid:
    """What the body that reports is called wherever a paper, a message or a template says so.

    `voluit` begins a line and `aanduiding` stands within one; `kort` is who does something of its own. Under
    the chair's name below a decision stands `voorzitter`, or the office where that is empty.
    """

    soort: BodyKind
    naam: str
    voluit: str
    aanduiding: str
    kort: str
    raad: Orgaan
    college: Orgaan
    raad_van: str
    college_van: str
    voorsteller: str
    voorstel: str
    besluit: str
    raadsvergadering: str
    collegevergadering: str
    wet: str
    voorzitter: str = ""

    @property
    def ambten(self) -> Ambten:
        """The offices of a body of this kind."""
        return OFFICES[self.soort]

    @property
    def besluitwoord(self) -> str:
        """The verb above what is decided, in the number of who decides."""
        return "Besluiten" if self.raad.meervoud else "Besluit"

    @property
    def uw_raad(self) -> str:
        """How the memo speaks to who decides."""
        return "uw Staten" if self.soort == "provincie" else f"uw {self.raad.naam}"

    @property
    def beide(self) -> str:
        """The board and who decides, without articles."""
        return f"{self.college.naam} en {self.raad.naam}"

    @property
    def ons_voorstel(self) -> str:
        """What the memo is called within a sentence."""
        return self.voorstel[0].lower() + self.voorstel[1:]

    @property
    def ons_besluit(self) -> str:
        """What the decision is called within a sentence."""
        return self.besluit[0].lower() + self.besluit[1:]


# --- what organisatie.yaml says of it --------------------------------------------------------


def _bare(word: BodyKind) -> Callable[[str], str]:
    """A check that a name does not begin with the word that is printed before it."""

    def bare(name: str) -> str:
        if name.lower().startswith(f"{word} "):
            rest = name[len(word) + 1 :].strip()
            raise mistake(f"het woord '{word}' komt er vanzelf voor te staan", f"schrijf {rest}")
        return name

    return bare


class Gemeente(Content):
    """The municipality that reports; `tooi` is its identifier in the TOOI register.

    Nothing reads `tooi` yet: it is for the metadata with which papers are published and archived.
    """

    naam: Annotated[Naamtekst, AfterValidator(_bare("gemeente"))] = Field(
        description="De naam van de gemeente, zonder het woord 'gemeente'."
    )
    tooi: (
        Annotated[str, Field(pattern=r"^https://identifier\.overheid\.nl/tooi/id/gemeente/gm[0-9]{4}$")]
        | None
    ) = Field(default=None, description="Het adres van de gemeente in het TOOI-register.")

    def overheid(self) -> Overheid:
        """What the municipality is called."""
        return Overheid(
            "gemeente",
            self.naam,
            voluit=f"Gemeente {self.naam}",
            aanduiding=f"gemeente {self.naam}",
            kort=self.naam,
            raad=Orgaan("raad", "de", "hij"),
            college=Orgaan("college", "het"),
            raad_van=f"De raad van de gemeente {self.naam}",
            college_van=f"Burgemeester en wethouders van {self.naam}",
            voorsteller="burgemeester en wethouders",
            voorstel="Raadsvoorstel",
            besluit="Raadsbesluit",
            raadsvergadering="Raadsvergadering",
            collegevergadering="Collegevergadering",
            wet="Gemeentewet",
            voorzitter="voorzitter",
        )


class Provincie(Content):
    """The province that reports; of `tooi` holds what holds of a municipality's."""

    naam: Annotated[Naamtekst, AfterValidator(_bare("provincie"))] = Field(
        description="De naam van de provincie, zonder het woord 'provincie'."
    )
    tooi: (
        Annotated[str, Field(pattern=r"^https://identifier\.overheid\.nl/tooi/id/provincie/pv[0-9]{2}$")]
        | None
    ) = Field(default=None, description="Het adres van de provincie in het TOOI-register.")

    def overheid(self) -> Overheid:
        """What the province is called."""
        return Overheid(
            "provincie",
            self.naam,
            voluit=f"Provincie {self.naam}",
            aanduiding=f"provincie {self.naam}",
            kort="de provincie",
            raad=Orgaan("Provinciale Staten", voornaamwoord="zij", meervoud=True),
            college=Orgaan("Gedeputeerde Staten", voornaamwoord="zij", meervoud=True),
            raad_van=f"Provinciale Staten van {self.naam}",
            college_van=f"Gedeputeerde Staten van {self.naam}",
            voorsteller="Gedeputeerde Staten",
            voorstel="Statenvoorstel",
            besluit="Statenbesluit",
            raadsvergadering="Datum Provinciale Staten",
            collegevergadering="Datum Gedeputeerde Staten",
            wet="Provinciewet",
            voorzitter="voorzitter",
        )


AlgemeenBestuur = Literal[
    "algemeen bestuur", "verenigde vergadering", "algemene vergadering", "college van hoofdingelanden"
]
DagelijksBestuur = Literal[
    "dagelijks bestuur", "college van dijkgraaf en heemraden", "college van dijkgraaf en hoogheemraden"
]
_OTHER_WORDS = ("hoogheemraadschap", "wetterskip")
"""The words besides 'waterschap' with which the name of a water board begins."""


class Waterschap(Content):
    """The water board that reports; what its organs are called it says itself, or else the law does."""

    naam: Annotated[Naamtekst, AfterValidator(_bare("waterschap"))] = Field(
        description="De naam van het waterschap, zonder dat woord; Hoogheemraadschap of Wetterskip mag."
    )
    tooi: (
        Annotated[str, Field(pattern=r"^https://identifier\.overheid\.nl/tooi/id/waterschap/ws[0-9]{4}$")]
        | None
    ) = Field(default=None, description="Het adres van het waterschap in het TOOI-register.")
    algemeen_bestuur: AlgemeenBestuur = Field(
        default="algemeen bestuur", description="Hoe het algemeen bestuur hier heet."
    )
    dagelijks_bestuur: DagelijksBestuur = Field(
        default="dagelijks bestuur", description="Hoe het dagelijks bestuur hier heet."
    )

    def overheid(self) -> Overheid:
        """What the water board is called."""
        word, *_ = self.naam.lower().split()
        named = word in _OTHER_WORDS
        bare = self.naam[0].lower() + self.naam[1:] if word == "hoogheemraadschap" else self.naam
        aanduiding = bare if named else f"waterschap {self.naam}"
        # 'het hoogheemraadschap van Delfland', but a Frisian name goes without an article.
        whole = aanduiding if word == "wetterskip" else f"het {aanduiding}"
        general = Orgaan(
            self.algemeen_bestuur,
            *(("de", "zij") if self.algemeen_bestuur.endswith("vergadering") else ("het", "het")),
        )
        daily = Orgaan(self.dagelijks_bestuur, "het")
        return Overheid(
            "waterschap",
            self.naam,
            voluit=aanduiding[0].upper() + aanduiding[1:],
            aanduiding=aanduiding,
            kort=self.naam if word == "wetterskip" else f"het {word if named else 'waterschap'}",
            raad=general,
            college=daily,
            raad_van=f"{general.voorop} van {whole}",
            college_van=f"{daily.voorop} van {whole}",
            voorsteller=str(daily),
            voorstel=f"Voorstel aan {general}",
            besluit=f"Besluit van {general}",
            raadsvergadering=f"Datum {general.naam}",
            collegevergadering=f"Datum {daily.naam}",
            wet="Waterschapswet",
        )


BODIES: Mapping[BodyKind, type[Gemeente | Provincie | Waterschap]] = {
    "gemeente": Gemeente,
    "provincie": Provincie,
    "waterschap": Waterschap,
}
"""What a file says of a body of each kind."""


def body_named(data: Any) -> BodyKind | None:
    """The kind of body that a file names; None where it names none, or more than one."""
    named = [kind for kind in BODY_KINDS if isinstance(data, dict) and kind in data]
    return named[0] if len(named) == 1 else None


def body_mismatches(data: Any) -> Iterator[Mismatch]:
    """What is wrong where a file names no body, more than one, or says nothing of the one that it names."""
    named = [kind for kind in BODY_KINDS if isinstance(data, dict) and kind in data]
    if not named and (data is None or isinstance(data, dict)):
        yield Mismatch("required", ("gemeente",), known=BODY_KINDS[1:], needed=True)
    if named and all(data[kind] is None for kind in named):
        yield Mismatch("type", (named[0],), ("object",), needed=True)
    for kind in named[1:]:
        said = f"hier staat '{kind}', en hierboven al '{named[0]}'"
        yield Mismatch("dutch", (kind,), (said, "laat staan wat er rapporteert, en haal het andere weg"))
