"""The files of a new workspace, from the answers of who begins it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rapportage.checks.reading.days_off import day_off
from rapportage.content.bodies import BODIES, Overheid
from rapportage.content.file_names import usable_name
from rapportage.content.offices import BodyKind, context_of
from rapportage.content.organisation import NOT_NAMED_YET, Organisatie
from rapportage.content.period import Gegevens, Soort
from rapportage.content.source import parse_yaml
from rapportage.content.validation import validate
from rapportage.errors import UsageError
from rapportage.periode import Periode, PeriodKind
from rapportage.starting.editor import FOLDER, editor_files
from rapportage.starting.municipalities import identifier

_TEXTS = Path(__file__).with_name("werkmap")
_MARK = re.compile(r"@(?P<name>[A-Z_]+)@")
_VERB = re.compile(r"@(?P<one>[a-z]+)/(?P<many>[a-z]+)@")
"""A verb of the council, as one organ and as several."""
_PLAIN = re.compile(r"[^\W_][\w ().’-]*")
_BESIDE = frozenset({"kern", "stappen", "cijfers"})
"""What the other files of the first period are called."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What one must know to begin: who reports, with whom or alone, how often, on what, and what is asked.

    Where this machine has no libraries for the ordinary layout engine, the other one is asked for.
    """

    body: BodyKind
    naam: str
    samenwerkingsverband: str | None
    perioden: PeriodKind
    opgaven: tuple[str, ...]
    periode: Periode
    soort: Soort
    has_libraries: bool = True


def workspace_files(answers: Answers) -> dict[str, bytes]:
    """The files by their path; raises ContentError for a name that no paper can have."""
    values = _values(answers)
    texts = {path: _filled(name, values) for path, name in _paths(answers).items()}
    for one, name in _further(answers):
        of_task = {"OPGAVE": _scalar(name), "OPGAVE_ID": _scalar(one)}
        texts[f"content/{answers.periode}/bijlage/{one}.md"] = _filled("hoofdstuk-kort.md", values | of_task)
    organisatie, gegevens = "content/organisatie.yaml", f"content/{answers.periode}/rapportage.yaml"
    context = context_of(answers.body)
    validate(Organisatie, parse_yaml(texts[organisatie], organisatie), context=context)
    validate(Gegevens, parse_yaml(texts[gegevens], gegevens), context=context)
    editor = {f"{FOLDER}/{name}": data for name, data in editor_files(str(answers.periode)).items()}
    return {path: text.encode() for path, text in texts.items()} | editor


def _paths(answers: Answers) -> dict[str, str]:
    """Which text each file of the workspace is made of."""
    period, chapter = f"content/{answers.periode}", _ids(answers)[0]
    return {
        "LEESMIJ.md": "LEESMIJ.md",
        ".gitignore": "gitignore.txt",
        "content/organisatie.yaml": "organisatie.yaml",
        "content/begrippen.yaml": "begrippen.yaml",
        f"content/indicatoren/{chapter}.yaml": "indicatoren.yaml",
        f"{period}/rapportage.yaml": "rapportage.yaml",
        f"{period}/raadsvoorstel.md": f"{answers.soort}.md",
        f"{period}/bijlage/kern.md": "kern.md",
        f"{period}/bijlage/{chapter}.md": "hoofdstuk.md",
        f"{period}/figuren/stappen.yaml": "figuur.yaml",
        f"{period}/tabellen/cijfers.yaml": "tabel.yaml",
    }


def _filled(name: str, values: dict[str, str]) -> str:
    verb = "many" if values["MEERVOUD"] else "one"
    text = _VERB.sub(lambda found: found[verb], (_TEXTS / name).read_text("utf-8"))
    text = _MARK.sub(lambda found: values[found["name"]], text)
    return "".join(line for line in text.splitlines(keepends=True) if line != "\n" or name.endswith(".md"))


def _values(answers: Answers) -> dict[str, str]:
    """What stands in the place of each mark."""
    verband = answers.samenwerkingsverband
    title = f"Voortgang {verband or _overheid(answers).aanduiding}"
    report = _on(answers.periode.last_day + timedelta(days=10), weekday=1)
    tooi = identifier(answers.body, answers.naam)
    ids = _ids(answers)
    named = zip(ids, answers.opgaven, strict=True)
    return {
        **_of_body(answers),
        "TOOI": f"  tooi: {tooi}" if tooi else "",
        "VERBAND": f"samenwerkingsverband: {_scalar(verband)}" if verband else "",
        "PERIODEN": answers.perioden,
        "OPMAAK": "" if answers.has_libraries else "opmaak: typst",
        "OPGAVEN": "\n".join(f"  - id: {_scalar(one)}\n    naam: {_scalar(name)}" for one, name in named),
        "PERIODE": str(answers.periode),
        "HET": "" if answers.periode.kind == "jaar" else "het ",
        "VORIGE": str(answers.periode.previous),
        "TITEL": _scalar(title),
        "TITEL_KAAL": title.replace("'", "’"),
        "SOORT": answers.soort,
        "RAPPORTAGE": str(report),
        "COLLEGE": str(_on(report + timedelta(days=7), weekday=1)),
        "RAAD": str(_on(report + timedelta(days=28), weekday=0)),
        "HOOFDSTUK": ids[0],
        "HOOFDSTUKKEN": ", ".join(map(_scalar, ids)),
        "OPGAVE": _scalar(answers.opgaven[0]),
        "OPGAVE_ID": _scalar(ids[0]),
    }


def _of_body(answers: Answers) -> dict[str, str]:
    """What stands for the marks that say who reports; its name is judged in the file."""
    body = _overheid(answers)
    council, offices = body.raad, body.ambten
    signing = dict.fromkeys((*offices.college, offices.griffier))
    return {
        "SOORT_OVERHEID": body.soort,
        "OVERHEID": _scalar(body.naam),
        "OVERHEID_BRON": _scalar(body.voluit),
        "DE_OVERHEID": f"{'het' if body.soort == 'waterschap' else 'de'} {body.soort}",
        "VOORZITTER": offices.voorzitter,
        "SECRETARIS": offices.secretaris,
        "AMBTSDRAGERS": "\n".join(f"  - naam: {NOT_NAMED_YET}\n    functie: {one}" for one in signing),
        "VOORSTEL": body.ons_voorstel,
        "DE_RAAD": str(council),
        "RAAD_VOOROP": council.voorop,
        "HIJ": council.voornaamwoord,
        "UW_RAAD": body.uw_raad,
        "COLLEGE_EN_RAAD": body.beide,
        "MEERVOUD": "ja" if council.meervoud else "",
    }


def _overheid(answers: Answers) -> Overheid:
    return BODIES[answers.body].model_construct(naam=answers.naam).overheid()


def _further(answers: Answers) -> list[tuple[str, str]]:
    """The tasks after the first, whose chapter shows how figures and numbers come into one."""
    return list(zip(_ids(answers), answers.opgaven, strict=True))[1:]


def _ids(answers: Answers) -> list[str]:
    """A name for each task, by which chapters refer to it."""
    found: list[str] = []
    for name in answers.opgaven:
        one = usable_name(name, {*found, *_BESIDE})
        if one is None or not re.match(r"[\w'‘]", name):
            raise UsageError(f"'{name}' is geen naam voor een opgave", "gebruik letters, zoals Wonen")
        found.append(one)
    return found


def _on(day: date, weekday: int) -> date:
    """The first such day of the week, from this day on, on which one can meet."""
    day += timedelta(days=(weekday - day.weekday()) % 7)
    while day_off(day):
        day += timedelta(days=7)
    return day


def _scalar(text: str) -> str:
    """The text as YAML has it, between quotes where it must."""
    plain = _PLAIN.fullmatch(text) and parse_yaml(text, "").data == text
    return text if plain else json.dumps(text, ensure_ascii=False)
