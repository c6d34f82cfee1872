"""The command line: what it says, in Dutch, and with which status it leaves."""

from __future__ import annotations

import itertools
import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from effort import calls_of
from typer.core import TyperGroup
from typer.main import get_command
from where import PATIENCE, ROOT

from rapportage import __version__
from rapportage.cli import app, main
from rapportage.errors import Place, Problem

ROUNDED = 0.015
"""What three times in hundredths of a second may be off together."""
COMMAND = [sys.executable, "-c", "from rapportage.cli import main; main()"]


def said(
    arguments: Sequence[str], capfd: pytest.CaptureFixture[str], status: int
) -> tuple[list[str], list[str]]:
    """The lines on output and on error of a command that must leave with this status."""
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    found = capfd.readouterr()
    assert left.value.code == status, found.err
    assert "Traceback" not in found.err
    return found.out.splitlines(), found.err.splitlines()


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


# --- help ------------------------------------------------------------------------------------


def commands() -> list[list[str]]:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return [[], *([name] for name in group.commands)]


@pytest.mark.parametrize("command", commands()[1:], ids=" ".join)
def test_help_of_a_command_has_an_example(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said([*command, "-h"], capfd, 0)
    assert any(line.strip().startswith(f"Voorbeeld: rapportage {command[0]}") for line in out)


def test_the_version_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert said(["--version"], capfd, 0) == ([f"rapportage {__version__}"], [])


HEAVY = {"weasyprint", "matplotlib", "docx", "pydantic", "pikepdf", "babel", "jinja2", "lxml", "rich.console"}


@pytest.mark.parametrize(("option", "heavy"), [("--help", HEAVY), ("--version", HEAVY - {"pydantic"})])
def test_help_imports_nothing_heavy(option: str, heavy: set[str]) -> None:
    """Typer itself reads the value of an option with pydantic, and help has no values."""
    program = f"""
import sys
from rapportage.cli import main
try:
    main([{option!r}])
except SystemExit:
    print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_help_takes_at_most_a_seventh_of_what_the_layout_engine_takes_for_a_single_word() -> None:
    """Less than 0.15 of the engine's run on a report, which is the goal: a word is far less than a report."""
    ours = calls_of("from rapportage.cli import main; main(['--help'])")
    engine = calls_of("import io, weasyprint; weasyprint.HTML(string='<p>woord').write_pdf(io.BytesIO())")
    assert ours <= 0.15 * engine


# --- what there is to do here ---------------------------------------------------------------


def test_without_argument_the_periods_and_the_next_command_are_shown(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (klein / "content" / "2023-H2").mkdir()
    (klein / "content" / "oud").mkdir()
    monkeypatch.chdir(klein / "content" / "2024-H1" / "bijlage")
    out, _ = said([], capfd, 0)
    assert out[:2] == ["Perioden: 2023-H2, 2024-H1", "Bouw de laatste met:      rapportage build 2024-H1"]


def test_in_an_empty_folder_is_told_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said([], capfd, 0)[0][:2] == [
        "Hier staat geen map 'content', en in de mappen hierboven ook niet.",
        "Ga naar uw werkmap, of geef die op met --workspace MAP.",
    ]
    (tmp_path / "content").mkdir()
    assert said([], capfd, 0)[0][0].startswith("In content/ staat nog geen periode.")


def test_schemas_and_kinds_of_figure_are_there_before_there_is_any_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(["figures", "--kinds"], capfd, 0)[0][0] == "staafdiagram: Een grafiek met staven."
    assert list(tmp_path.iterdir()) == []
    out, _ = said(["schema"], capfd, 0)
    assert Path("content/.schema/tabel.schema.json") in map(Path, out)
    assert all(Path(line).is_file() for line in out)
    (tmp_path / "elders").mkdir()
    said(["schema", "--workspace", "elders"], capfd, 0)
    assert (tmp_path / "elders/content/.schema/figuur.schema.json").is_file()
    _, err = said(["schema", "--workspace", "nergens"], capfd, 2)
    assert err == ["rapportage: de map 'nergens' bestaat niet", "    maak haar eerst, of kies een andere"]


# --- wrong use -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["biuld", "2024-H1"], "de opdracht 'biuld' bestaat niet", "bedoelde u 'build'?"),
        (["maak"], "de opdracht 'maak' bestaat niet", "'rapportage --help' toont wat er kan"),
        (["build"], "de periode ontbreekt", "noem haar, bijvoorbeeld 2021-H2"),
        (["check"], "de periode ontbreekt", "noem haar, bijvoorbeeld 2021-H2"),
        (
            ["build", "2024-H1", "2024-H2"],
            "'2024-H2' is te veel",
            "laat het weg; build en check nemen één periode per keer, en build --all neemt ze alle",
        ),
        (
            ["build", "2024-H1", "--fromat", "pdf"],
            "de optie '--fromat' bestaat niet",
            "bedoelde u '--format'?",
        ),
        (["--xyz"], "de optie '--xyz' bestaat niet", "'rapportage --help' toont wat er kan"),
        (["build", "2024-H1", "--output"], "achter '--output' ontbreekt een waarde", None),
        (["check", "2024-H1", "--json=ja"], "achter '--json' hoort geen waarde", None),
        (
            ["build", "2024-H1", "--format", "odt"],
            "'odt' is geen waarde voor --format",
            "bekend: 'docx', 'pdf'",
        ),
        (
            ["build", "2024-H1", "--document", "bijlagen"],
            "'bijlagen' is geen waarde voor --document",
            "bedoelde u 'bijlage'?",
        ),
        (
            ["build", "2024-H1", "--document", "raadsbesluit"],
            "deze rapportage heeft geen raadsbesluit",
            "er is: raadsvoorstel, bijlage",
        ),
        (
            ["check", "2024-H1", "--workspace", "nergens"],
            "in 'nergens' staat geen map 'content'",
            "kies de map die 'content' bevat",
        ),
    ],
)
def test_wrong_use_is_told_in_dutch_with_a_way_out(
    arguments: list[str],
    message: str,
    hint: str | None,
    klein: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(klein)
    _, err = said(arguments, capfd, 2)
    assert err[-2] == f"rapportage: {message}"
    assert hint is None or err[-1].strip() == hint
    assert not (klein / "output").exists()


@pytest.mark.parametrize("word", ["check", "build"])
def test_a_period_that_is_not_there_names_those_that_are(
    word: str, klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(klein)
    _, err = said([word, "2019-H1"], capfd, 1)
    assert [line for line in err if "controleren" not in line][:2] == [
        "content/2019-H1: fout: de map van 2019-H1 is er niet",
        "    er is: 2024-H1",
    ]


def test_an_output_folder_that_is_a_file_is_told(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(klein)
    (klein / "uit").write_text("")
    _, err = said(["build", "2024-H1", "--output", "uit", "--format", "docx"], capfd, 2)
    assert err[-2] == "rapportage: 'uit' is een bestand, en hier hoort een map te staan"
    assert err[-1].strip().startswith("haal het weg, of geef het een andere naam")


def test_a_machine_without_the_layout_libraries_is_told_what_to_install(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import rapportage.writers.pdf.engine as engine

    def broken() -> object:
        raise engine._lacking()

    monkeypatch.setattr(engine, "load_engine", broken)
    monkeypatch.chdir(klein)
    out, err = said(["build", "2024-H1"], capfd, 3)
    assert out == []
    assert any("ontbreekt" in line for line in err)
    assert {"Debian of Ubuntu:", "Fedora:", "macOS (met Homebrew):", "Windows (met MSYS2):"} <= {
        line.strip() for line in err
    }


@pytest.mark.slow
def test_an_engine_that_does_not_load_says_nothing_in_english(klein: Path, tmp_path: Path) -> None:
    shim = tmp_path / "shim"
    shim.mkdir()
    (shim / "sitecustomize.py").write_text(
        "import cffi\nreal = cffi.FFI.dlopen\n"
        "def dlopen(self, name, flags=0):\n"
        "    if name and 'pango' in name: raise OSError('cannot load library')\n"
        "    return real(self, name, flags)\n"
        "cffi.FFI.dlopen = dlopen\n"
    )
    done = run(klein, "build", "2024-H1", PYTHONPATH=str(shim))
    assert (done.returncode, done.stdout) == (3, "")
    assert "WeasyPrint" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_our_own_is_told_without_a_traceback(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import rapportage.build.check

    def fault(*_: object, **__: object) -> None:
        raise RuntimeError("iets")

    monkeypatch.setattr(rapportage.build.check, "check", fault)
    monkeypatch.chdir(klein)
    _, err = said(["check", "2024-H1"], capfd, 3)
    assert err[0] == "rapportage gaat hier zelf de fout in: RuntimeError: iets"


# --- check and build -------------------------------------------------------------------------


def test_check_says_what_to_do_next_and_writes_nothing(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(klein)
    out, err = said(["check", "2024-H1"], capfd, 0)
    assert out == [
        "2024-H1: alles in orde, zover dat te controleren is. Bouw met: rapportage build 2024-H1",
        "Alleen na te lezen: 8 getypte getallen en dagen en 2 rijen van tabellen; zie rapportage check 2024-H1"
        " --facts",
    ]
    assert err == []
    assert not (klein / "output").exists()


@pytest.mark.parametrize("terminal", [True, False])
def test_on_a_terminal_check_tells_what_is_wrong_before_it_tries_papers_and_elsewhere_all_in_order(
    terminal: bool, klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (klein / "content/2024-H1/los.xlsx").write_bytes(b"")
    heard: list[str] = []

    def rehearse(*_: object) -> list[Problem]:
        heard.append(capfd.readouterr().err)
        return [Problem("waarschuwing", "te breed", Place("2024-H1/bijlage.pdf", 0))]

    monkeypatch.setattr("rapportage.build.rehearsal.rehearse", rehearse)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    _, left = said(["check", "2024-H1", "--workspace", str(klein)], capfd, 0)
    assert [("los.xlsx" in one, "te breed" in one) for one in (heard[0], "\n".join(left))] == (
        [(True, False), (False, True)] if terminal else [(False, False), (True, True)]
    )
    assert left[-1] == "2 waarschuwingen."


def test_on_a_terminal_check_tells_each_phase_as_it_is_found_and_each_thing_once(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from rapportage.build import check

    period = klein / "content/2024-H1"
    (period / "figuren/los.yaml").write_text("soort: [\n", "utf-8")  # found as it is read
    (period / "los.xlsx").write_bytes(b"")  # found as content is judged
    chapter = period / "bijlage/water.md"
    text = chapter.read_text("utf-8")
    chapter.write_text(f"{text}\nZie **dit.\n\n[open: cijfers]\n\n[open: meer cijfers]\n", "utf-8")
    asked = ["check", "2024-H1", "--workspace", str(klein)]
    _, expected = said(asked, capfd, 1)
    heard: list[str] = []

    def listening(name: str) -> None:
        real = getattr(check, name)

        def listen(*given: object) -> object:
            heard.append(capfd.readouterr().err)
            return real(*given)

        monkeypatch.setattr(check, name, listen)

    listening("judge")
    listening("compose")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, left = said(asked, capfd, 1)
    told = "".join(heard).splitlines() + left
    assert sorted(told) == sorted(expected)
    assert told[-1] == expected[-1] == "4 fouten en 1 waarschuwing."
    read, judged = (
        heard.index(next(one for one in heard if name in one)) for name in ("los.yaml", "los.xlsx")
    )
    assert read < judged < len(heard)
    assert "water.md" not in "".join(heard[: judged + 1])


def test_check_as_json_carries_every_part_of_a_problem(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = klein / "content/2024-H1/rapportage.yaml"
    path.write_text(
        path.read_text("utf-8").replace("titel: Voortgang Regio", "tittel: Voortgang Regio", 1), "utf-8"
    )
    out, err = said(["check", "2024-H1", "--json", "--workspace", str(klein)], capfd, 1)
    assert err == []
    found = json.loads("\n".join(out))
    assert found["periode"] == "2024-H1"
    assert {
        "severity": "fout",
        "rule": "sleutel-onbekend",
        "message": "de sleutel 'tittel' is onbekend",
        "file": "content/2024-H1/rapportage.yaml",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 7,
        "hint": "bedoelde u 'titel'?",
    } in found["problems"]


@pytest.mark.parametrize("periode", ["2024-H1", "2030-H1", "21H2"])
def test_check_as_json_is_json_whatever_the_period(
    periode: str, klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["check", periode, "--json", "--workspace", str(klein)])
    found = json.loads(capfd.readouterr().out)
    assert bool(found["problems"]) == (periode != "2024-H1")


def test_warnings_are_told_and_do_not_stop_the_build(klein: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (klein / "content/2024-H1/bijlage/extra.md").write_text("---\ntitel: Extra\n---\nTekst.\n", "utf-8")
    memo = ["--format", "docx", "--document", "raadsvoorstel"]
    out, err = said(["build", "2024-H1", "--workspace", str(klein), *memo], capfd, 0)
    assert [Path(line).name for line in out] == ["raadsvoorstel.docx"]
    assert "1 waarschuwing." in err


def test_timings_tell_each_step_in_its_order_and_all_together(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, err = said(
        [
            "build",
            "2024-H1",
            "--workspace",
            str(klein),
            "--document",
            "raadsvoorstel",
            "--timings",
            "--jobs",
            "1",
        ],
        capfd,
        0,
    )
    told = re.findall(r"^ *(\d+,\d\d) +(\d+,\d\d)  (.+)$", "\n".join(err), re.M)
    assert [step for _, _, step in told] == [
        "laden",
        "2024-H1 controleren",
        "raadsvoorstel.pdf opmaken",
        "raadsvoorstel.docx schrijven",
        "raadsvoorstel.pdf schrijven",
        "bestanden op hun plaats zetten",
        "samen",
    ]
    times = [tuple(float(one.replace(",", ".")) for one in row[:2]) for row in told]
    *steps, (began, together) = times
    # One after the other, and within the whole: what a busy machine does in between is no step of ours.
    assert all(
        start + took <= following + ROUNDED for (start, took), (following, _) in itertools.pairwise(steps)
    )
    assert began == 0
    assert sum(took for _, took in steps) <= together + len(steps) * ROUNDED


def test_all_periods_are_built_and_those_that_cannot_be_are_told(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    where = ["--workspace", str(klein), "--document", "raadsvoorstel", "--format", "docx"]
    out, err = said(["build", "--all", *where], capfd, 0)
    assert [Path(line).name for line in out] == ["raadsvoorstel.docx"]
    assert err == ["2024-H1 controleren", "raadsvoorstel maken", "bestanden op hun plaats zetten"]
    (klein / "content/2023-H2").mkdir()
    (klein / "content/2023-H2/rapportage.yaml").write_text("titel: [\n", "utf-8")
    (klein / "content/2023-H2/raadsvoorstel.md").write_text("## Kernboodschap\n\nEen ander stuk.\n", "utf-8")
    out, err = said(["build", "--all", *where], capfd, 1)
    assert [Path(line).parent.name for line in out] == ["2024-H1"]
    assert err[3].startswith("content/2023-H2/rapportage.yaml:")
    assert err[-2:] == ["1 fout.", "Niet gebouwd: 2023-H2. Herstel de fouten en probeer het opnieuw."]
    (klein / "output/2024-H1").rename(klein / "output/weg")
    (klein / "output/2024-H1").write_text("een bestand waar de map hoort", "utf-8")
    out, err = said(["build", "--all", *where], capfd, 2)
    assert out == []
    assert "rapportage: 2024-H1: '2024-H1' is een bestand, en hier hoort een map te staan" in err
    assert err[-1] == "Niet gebouwd: 2023-H2 en 2024-H1. Herstel de fouten en probeer het opnieuw."


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build"], ["rapportage: de periode ontbreekt", "    noem haar, bijvoorbeeld 2021-H2"]),
        (
            ["build", "2024-H1", "--all"],
            ["rapportage: '2024-H1' en --all gaan niet samen", "    laat een van beide weg"],
        ),
        (
            ["build", "--jobs", "0", "2024-H1"],
            ["rapportage: de waarde van --jobs is niet bruikbaar", "    noem een heel getal vanaf 1"],
        ),
        (
            ["build", "--jobs", "veel", "2024-H1"],
            ["rapportage: de waarde van --jobs is niet bruikbaar", "    noem een heel getal vanaf 1"],
        ),
    ],
)
def test_what_build_cannot_do_is_told(
    arguments: list[str], told: list[str], klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, err = said([*arguments, "--workspace", str(klein)], capfd, 2)
    assert err == told


def test_a_paper_of_an_earlier_build_that_no_longer_belongs_is_named_and_kept(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = klein / "output/2024-H1"
    folder.mkdir(parents=True)
    for name in ("raadsbesluit.docx", "raadsbesluit.pdf", "bijlage.pdf", "raadsbesluit-getekend.pdf"):
        (folder / name).write_bytes(b"van toen")
    chosen = ["--document", "raadsvoorstel", "--format", "docx"]
    out, err = said(["build", "2024-H1", *chosen, "--workspace", str(klein)], capfd, 0)
    (folder / "raadsvoorstel.pdf").write_bytes(b"van toen")
    assert [line for line in err if "waarschuwing" in line] == [
        f"output/2024-H1/raadsbesluit.{form}: waarschuwing: 'raadsbesluit.{form}' is van een eerdere keer, en hoort"
        " niet meer bij deze rapportage"
        for form in ("docx", "pdf")
    ] + ["2 waarschuwingen."]
    assert (folder / "raadsbesluit.docx").read_bytes() == b"van toen"
    assert [Path(line).name for line in out] == ["raadsvoorstel.docx"]
    _, err = said(["build", "2024-H1", *chosen, "--workspace", str(klein)], capfd, 0)
    assert [line for line in err if "raadsvoorstel.pdf" in line] == [
        "output/2024-H1/raadsvoorstel.pdf: waarschuwing: 'raadsvoorstel.pdf' is van een eerdere keer, en kan iets anders"
        " zeggen dan wat nu gemaakt is"
    ]


def test_all_periods_of_none_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    _, err = said(["build", "--all", "--workspace", str(tmp_path)], capfd, 2)
    assert err == [
        "rapportage: in content/ staat nog geen periode",
        "    maak een map, zoals content/2022-H1; zie de handleiding, rapportage.yaml",
    ]


def test_a_folder_that_nearly_bears_the_name_of_a_period_is_told(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(klein)
    (klein / "content/2023 h2").mkdir()
    assert "De map '2023 h2' telt niet mee: een periode heet precies zoals 2023-H2." in said([], capfd, 0)[0]
    (klein / "content/2024-H1").rename(klein / "content/2024H1")
    _, err = said(["check", "2024-H1"], capfd, 1)
    assert err[:2] == [
        "content/2024-H1: fout: de map van 2024-H1 is er niet",
        "    er is wel een map '2024H1': noem haar '2024-H1'",
    ]
    _, err = said(["build", "--all"], capfd, 2)
    assert err[1] == "    noem de map '2023 h2' voortaan '2023-H2'"


def test_a_paper_that_no_period_has_is_told(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    root = str(ROOT)
    where = ["--workspace", root, "--output", str(tmp_path)]
    _, err = said(["build", "--all", "--document", "raadsbesluit", *where], capfd, 2)
    assert err[-1] == "rapportage: geen enkele periode heeft een raadsbesluit"
    assert list(tmp_path.iterdir()) == []


def test_formats_papers_and_folder_can_be_chosen(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(klein)
    chosen = ["--document", "bijlage", "--document", "raadsvoorstel", "--format", "docx", "--format", "docx"]
    out, _ = said(["build", "2024-H1", *chosen, "--output", "elders"], capfd, 0)
    assert out == ["elders/2024-H1/raadsvoorstel.docx", "elders/2024-H1/bijlage.docx"]
    assert not (klein / "output").exists()


def test_a_workspace_with_spaces_and_accents_is_found_from_within(tmp_path: Path, klein: Path) -> None:
    folder = klein.rename(tmp_path / "Gemeente Súdwest én meer")
    done = run(
        folder / "content" / "2024-H1", "build", "2024-H1", "--format", "docx", "--document", "raadsvoorstel"
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "output/2024-H1/raadsvoorstel.docx").is_file()


# --- where it is shown -----------------------------------------------------------------------


@pytest.mark.slow
def test_elsewhere_than_on_a_terminal_each_step_is_a_plain_line(klein: Path) -> None:
    done = run(klein, "build", "2024-H1", "--format", "pdf", "--document", "raadsvoorstel", FORCE_COLOR="1")
    assert done.stderr.splitlines() == [
        "2024-H1 controleren",
        "raadsvoorstel maken",
        "bestanden op hun plaats zetten",
    ]
    assert done.stdout.splitlines() == ["output/2024-H1/raadsvoorstel.pdf"]
    assert "\x1b" not in done.stdout + done.stderr


def on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a terminal receives, control codes included."""
    ours, theirs = pty.openpty()
    environ = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {
        "TERM": "xterm-256color"
    }
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environ | environment,
        stdout=theirs,
        stderr=theirs,
        stdin=theirs,
    )
    os.close(theirs)
    pieces = []
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        pieces.append(piece)
    os.close(ours)
    assert process.wait(PATIENCE) == 0
    return b"".join(pieces).decode("utf-8", "replace")


@pytest.mark.slow
def test_a_terminal_shows_a_spinner_and_then_a_line_a_file(klein: Path) -> None:
    shown = on_terminal(klein, "build", "2024-H1", "--format", "docx", "--document", "raadsvoorstel")
    assert "\x1b[" in shown
    # A step that is over before the spinner turns is not shown; reading the content never is.
    assert "2024-H1 controleren" in shown
    assert shown.rstrip().endswith("output/2024-H1/raadsvoorstel.docx")


@pytest.mark.slow
def test_no_color_is_honoured(klein: Path) -> None:
    coloured = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|9[0-7]|38;)[0-9;]*m")
    chosen = ("build", "2024-H1", "--format", "docx", "--document", "raadsvoorstel")
    assert coloured.search(on_terminal(klein, *chosen))
    assert not coloured.search(on_terminal(klein, *chosen, NO_COLOR="1"))


def test_the_tab_key_completes_periods_and_options(klein: Path) -> None:
    words = {"_RAPPORTAGE_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    done = run(klein, **words, COMP_WORDS="rapportage build ")
    assert done.stdout.split() == ["2024-H1"]
    done = run(klein, **words | {"COMP_CWORD": "4"}, COMP_WORDS="rapportage build 2024-H1 --format ")
    assert done.stdout.split() == ["docx", "pdf"]


def test_open_points_of_a_draft_are_told_and_counted_apart(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    gegevens = klein / "content/2024-H1/rapportage.yaml"
    gegevens.write_text(
        gegevens.read_text("utf-8").replace("status: vastgesteld", "status: concept"), "utf-8"
    )
    memo = klein / "content/2024-H1/raadsvoorstel.md"
    memo.write_text(memo.read_text("utf-8") + "\n[open: wie tekent]\n\n[open: wanneer]\n", "utf-8")
    _, err = said(["check", "2024-H1", "--workspace", str(klein)], capfd, 0)
    assert err == [
        "content/2024-H1/raadsvoorstel.md:27: waarschuwing: 2 open punten (regel 27, 29)",
        "Alle open punten staan voluit in: rapportage status",
        "2 open punten.",
    ]
    out, _ = said(["check", "2024-H1", "--json", "--workspace", str(klein)], capfd, 0)
    told = json.loads("\n".join(out))["problems"]
    assert [one["message"] for one in told] == ["open punt: wie tekent", "open punt: wanneer"]


@pytest.mark.slow
def test_interrupting_leaves_without_a_traceback(klein: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "build", "2024-H1"],
        cwd=klein,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in the background of a shell ignores the signal, and so would the command.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stderr
    assert process.stderr.readline() == "2024-H1 controleren\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in err
    assert err.splitlines()[-1] == "Afgebroken; er is niets gewijzigd."
    assert process.returncode == 130
    assert not (klein / "output").exists()


@pytest.mark.slow
def test_a_reader_that_stops_listening_gives_no_traceback(klein: Path) -> None:
    command = " ".join(f"'{part}'" for part in COMMAND)
    done = subprocess.run(
        ["bash", "-c", f"{command} check 2024-H1 --json | true"],
        cwd=klein,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_turns_no_spinner_gets_a_line_a_step(
    term: str, klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", term)
    words = ["--document", "raadsvoorstel", "--format", "docx", "--engine", "typst", "--jobs", "1"]
    _, err = said(["build", "2024-H1", "--workspace", str(klein), *words], capfd, 0)
    assert err[0] == "2024-H1 controleren"
