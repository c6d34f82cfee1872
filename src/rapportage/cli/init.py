"""`rapportage init`: a workspace to begin with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from rapportage.cli.arguments import among, parsed
from rapportage.cli.telling import print_out, say, shown
from rapportage.errors import ContentError, Problem, UsageError
from rapportage.machine import missing_libraries
from rapportage.periode import PeriodKind

if TYPE_CHECKING:
    from rapportage.content.offices import BodyKind
    from rapportage.starting.files import Answers

_KINDS_OF_MEMO = ("ter-kennisname", "ter-besluitvorming")
_EXAMPLES = {"halfjaar": "2024-H1", "kwartaal": "2024-Q1", "viermaands": "2024-T1", "jaar": "2024"}


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", help="De map om in te beginnen; anders deze.")
    ] = Path(),
    gemeente: Annotated[
        str | None, typer.Option("--gemeente", metavar="NAAM", help="De gemeente die rapporteert.")
    ] = None,
    provincie: Annotated[
        str | None, typer.Option("--provincie", metavar="NAAM", help="De provincie die rapporteert.")
    ] = None,
    waterschap: Annotated[
        str | None, typer.Option("--waterschap", metavar="NAAM", help="Het waterschap dat rapporteert.")
    ] = None,
    samenwerkingsverband: Annotated[
        str | None,
        typer.Option(
            "--samenwerkingsverband",
            metavar="NAAM",
            help="Waarover u rapporteert, zoals Regio Zwolle; mag ontbreken.",
        ),
    ] = None,
    perioden: Annotated[
        str | None,
        typer.Option("--perioden", metavar="SOORT", help="Hoe vaak: halfjaar, kwartaal, viermaands of jaar."),
    ] = None,
    opgave: Annotated[
        list[str] | None, typer.Option("--opgave", metavar="NAAM", help="Een opgave; mag vaker.")
    ] = None,
    periode: Annotated[
        str | None, typer.Option("--periode", metavar="PERIODE", help="De eerste periode, zoals 2024-H1.")
    ] = None,
    soort: Annotated[
        str | None,
        typer.Option("--soort", metavar="SOORT", help="ter-kennisname of ter-besluitvorming."),
    ] = None,
) -> None:
    """Maak een nieuwe werkmap, met een eerste periode die meteen te bouwen is.

    Voorbeeld: rapportage init, of met de antwoorden erbij: rapportage init --gemeente Dalfsen --opgave Wonen
    """
    root = folder.absolute()
    if (root / "content").exists():
        raise UsageError(
            f"in '{root.name}' staat al een map 'content'",
            "er wordt niets overschreven; begin een volgende periode met: rapportage new PERIODE",
        )
    who = _body({"gemeente": gemeente, "provincie": provincie, "waterschap": waterschap})
    answers = _answers(who, samenwerkingsverband, perioden, opgave, periode, soort)
    _write(root, answers)
    _tell(folder, root, answers)


def _body(given: dict[BodyKind, str | None]) -> tuple[BodyKind, str | None]:
    """Who reports, of which kind: a municipality where nobody is named; raises UsageError for two."""
    named = [(kind, name) for kind, name in given.items() if name]
    if len(named) > 1:
        options = " en ".join(f"--{kind}" for kind, _ in named)
        raise UsageError(f"{options} gaan niet samen", "noem alleen wie er rapporteert")
    return named[0] if named else ("gemeente", None)


def _answers(
    who: tuple[BodyKind, str | None],
    samenwerkingsverband: str | None,
    perioden: str | None,
    opgaven: list[str] | None,
    periode: str | None,
    soort: str | None,
) -> Answers:
    """The answers that were given, with those that are asked for on a terminal."""
    from rapportage.starting.files import Answers

    kinds, (body, naam) = get_args(PeriodKind), who
    if _on_a_terminal():
        naam = naam or _ask("Welke gemeente rapporteert?")
        if samenwerkingsverband is None:
            samenwerkingsverband = _ask("Hoe heet het samenwerkingsverband? (Enter: geen)", "")
        perioden = perioden or _ask(f"Hoe vaak rapporteert u? ({', '.join(kinds)})", "halfjaar")
        opgaven = opgaven or [
            one.strip() for one in _ask("Welke opgaven? (met komma's ertussen)").split(",") if one.strip()
        ]
        example = _EXAMPLES.get(perioden, "2024-H1")
        periode = periode or _ask(f"Wat is de eerste periode? (zoals {example})")
        soort = soort or _ask(
            f"Wat vraagt u {_COUNCILS[body]}? ({' of '.join(_KINDS_OF_MEMO)})", _KINDS_OF_MEMO[0]
        )
    lacking = [
        f'{option} "…"'
        for option, given in (
            (f"--{body}", naam),
            ("--opgave", opgaven),
            ("--periode", periode),
        )
        if not given
    ]
    if lacking or naam is None or periode is None:
        raise UsageError("niet alles is bekend om te beginnen", f"voeg toe: {' '.join(lacking)}")
    first = parsed(periode)
    (often,) = among("--perioden", [perioden or first.kind], kinds)
    (memo,) = among("--soort", [soort or _KINDS_OF_MEMO[0]], _KINDS_OF_MEMO)
    if first.kind != often:
        hint = f"schrijf een periode zoals {_EXAMPLES[often]}, of --perioden {first.kind}"
        raise UsageError(f"{first} past niet bij {often}", hint)
    kind = next(one for one in kinds if one == often)
    return Answers(
        body,
        naam.strip(),
        (samenwerkingsverband or "").strip() or None,
        kind,
        tuple(opgaven or ()),
        first,
        "ter-besluitvorming" if memo == "ter-besluitvorming" else "ter-kennisname",
        has_libraries=not missing_libraries(),
    )


_COUNCILS: dict[BodyKind, str] = {
    "gemeente": "de raad",
    "provincie": "Provinciale Staten",
    "waterschap": "het algemeen bestuur",
}
"""Of whom something is asked."""
_LISTS: dict[BodyKind, str] = {
    "gemeente": "de lijst van gemeenten",
    "provincie": "de lijst van provincies",
    "waterschap": "",
}
"""Where the address of a body is looked for: of water boards there is no list."""


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask(question: str, default: str | None = None) -> str:
    return str(typer.prompt(question, default=default))


def _write(root: Path, answers: Answers) -> None:
    """Put the workspace in place, with its schemas; nothing that is there is touched."""
    from rapportage.build.publish import publish, publish_tree
    from rapportage.content.drawings import drawing_kinds
    from rapportage.content.known_ids import offices_of
    from rapportage.content.schema import schema_files
    from rapportage.starting.files import workspace_files
    from rapportage.workspace import Workspace

    try:
        files = workspace_files(answers)
    except ContentError as error:  # whose place is in a file that is not there
        raise _refused(error.problems[0], answers.body) from None
    if taken := next((name for name in files if (root / name).exists()), None):
        raise UsageError(f"'{taken}' bestaat al", "er wordt niets overschreven; begin in een lege map")
    offices = {"ambt": offices_of(answers.body)}
    schemas = schema_files(drawing_kinds(Workspace(root)).known, offices)
    content = {
        name.removeprefix("content/"): data for name, data in files.items() if name.startswith("content/")
    }
    content |= {f".schema/{name}": text.encode() for name, text in schemas.items()}
    root.mkdir(parents=True, exist_ok=True)
    publish_tree(root / "content", content)
    for name, data in files.items():
        if not name.startswith("content/"):
            publish((root / name).parent, {Path(name).name: data})


def _refused(problem: Problem, body: BodyKind) -> UsageError:
    """What is wrong with an answer, at the option that gave it."""
    options = {body: body, "samenwerkingsverband": "samenwerkingsverband", "opgaven": "opgave"}
    option = options.get(problem.at.path.partition("/")[0], "")
    return UsageError(f"bij --{option}: {problem.message}" if option else problem.message, problem.hint)


def _tell(folder: Path, root: Path, answers: Answers) -> None:
    """What there is now, and what one can do."""
    from rapportage.starting.municipalities import identifier, meant

    if identifier(answers.body, answers.naam) is None:
        near, told = meant(answers.body, answers.naam), _LISTS[answers.body]
        hint = f"bedoelde u {near}?" if near else "vul in organisatie.yaml 'tooi' in als u het adres kent"
        say(f"'{answers.naam}' staat niet in {told}; {hint}" if told else hint)
    if not answers.has_libraries:
        print_out(
            "De bibliotheken voor de gewone opmaak staan hier niet; in organisatie.yaml staat een andere."
        )
    print_out(f"De werkmap staat klaar, met {answers.periode} als concept. Lees LEESMIJ.md.")
    if folder != Path():
        print_out(f"Ga erheen met:  cd {shown(root)}")
    print_out(f"Kijk met:       rapportage status {answers.periode}")
    print_out(f"Bouw met:       rapportage build {answers.periode}")
