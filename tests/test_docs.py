"""The manual, the README and the architecture are true: what they say is executed here."""

from __future__ import annotations

import ast
import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from markupsafe import Markup
from packaging.requirements import Requirement
from pydantic import BaseModel
from typer.core import TyperGroup
from typer.main import get_command
from where import ROOT, TEMPLATES, WORKSPACES

from rapportage.checks.registry import judge
from rapportage.checks.subjects import StyleFile
from rapportage.cli import app, main
from rapportage.compose.drawings import DrawingRenderer, Words
from rapportage.compose.memo import MEMO_SECTIONS
from rapportage.compose.numbers.expressions import evaluate
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.vocabulary import WORDS, Numbers
from rapportage.compose.prose.markdown import Converter
from rapportage.compose.prose.syntax import BOXES
from rapportage.compose.render import Renderer
from rapportage.content.amounts import Bedragentabel, as_table
from rapportage.content.drawing_data import data_findings
from rapportage.content.drawings import drawing_kinds
from rapportage.content.figures import FIGUREN, Afbeelding, Lijndiagram, Staafdiagram, Tekening
from rapportage.content.indicators import Indicatoren
from rapportage.content.organisation import Begrippen, Organisatie
from rapportage.content.period import Gegevens, Hoofdstukgegevens
from rapportage.content.register import Toezeggingen
from rapportage.content.source import parse_yaml
from rapportage.content.tables import Tabel
from rapportage.content.token_mapping import MAPPING, Koppeling
from rapportage.content.validation import keys_of, models_in, validate
from rapportage.errors import Place
from rapportage.machine import COMMANDS
from rapportage.periode import parse_periode
from rapportage.style.font_files import FOLDER, FontFile
from rapportage.style.fonts import Face, Typeface
from rapportage.style.own_fonts import OwnFonts
from rapportage.style.token_file import read_tokens
from rapportage.style.tokens import LETTERS, house_style
from rapportage.workspace import LOGOS, WORD_STYLES, WORD_TEMPLATES, Workspace

WORD_FILES = WORD_TEMPLATES[0], WORD_STYLES

MANUAL = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

DRAWINGS = drawing_kinds(Workspace(ROOT)).known

FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
NAMED = re.compile(r"^Bestand `([^`]+)`[^\n]*:\n\n```(\w+)\n(.*?)^```$", re.M | re.S)


def chapter(number: int) -> str:
    """The text of one numbered chapter of the manual."""
    found = re.search(rf"^## {number}\. .*?(?=^## \d+\. |\Z)", MANUAL, re.M | re.S)
    assert found, number
    return found[0]


def section(title: str) -> str:
    """The text under one '###' heading of the manual."""
    found = re.search(rf"^### {re.escape(title)}$(.*?)(?=^### |^## \d+\. |\Z)", MANUAL, re.M | re.S)
    assert found, title
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The body rows of the pipe tables in a text, each as its cells."""
    lines = re.findall(r"^\|(.*)\|$", text, re.M)
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)] for line in lines]
    ruled = [index for index, row in enumerate(cells) if set("".join(row)) <= set("-: ")]
    return [row for index, row in enumerate(cells) if index not in ruled and index + 1 not in ruled]


def codes(text: str) -> list[str]:
    """What stands between backticks, single or double."""
    return [two.strip() or one for two, one in re.findall(r"``(.+?)``|`([^`]+)`", text)]


# --- what was measured ---------------------------------------------------------------------------


def test_the_page_on_speed_tells_what_the_bench_wrote() -> None:
    measured = json.loads((ROOT / "bench/results.json").read_text("utf-8"))
    page = (ROOT / "docs/snelheid.md").read_text("utf-8")
    told = re.findall(
        r"^\| .+? \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \| [\d,]* ?\| ([\d,]+) \| (\d+) MB \|$", page, re.M
    )
    keys = ("median", "least", "most", "seconds")
    assert told == [
        (*(f"{row[key]:.2f}".replace(".", ",") for key in keys), str(row["megabytes"]))
        for row in measured["rows"].values()
    ]
    for what in measured["against themselves"].values():
        assert str(what["median"]).replace(".", ",").replace(" to ", " → ") in page


# --- the walk from an empty folder to four files -------------------------------------------------

STEP = re.compile(
    r"^Bestand `(?P<file>[^`]+)`:\n\n```\w+\n(?P<text>.*?)^```$"
    r"|[Vv]erander in\s`(?P<where>[^`]+)`\s(?:de\sregel|het\swoord)\s`(?P<old>[^`]+)`\sin\s`(?P<new>[^`]+)`"
    r"|(?:terug\sop|Zet\sook)\s`(?P<back>[^`]+)`"
    r"|(?:Verwijder|en)\s`(?P<gone>content/[^`]+)`"
    r"|^```console\n\$ rapportage(?P<command>[^\n]*)\n(?P<output>.*?)^```$",
    re.M | re.S,
)


def test_the_walk_from_an_empty_folder_to_the_next_half_year_goes_as_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    changed: dict[str, tuple[Path, str]] = {}
    commands = 0
    for step in STEP.finditer(chapter(3) + section("Een heel halfjaar, stap voor stap")):
        if step["file"]:
            path = tmp_path / step["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], "utf-8")
        elif step["where"]:
            path = tmp_path / step["where"]
            assert path.read_text("utf-8").count(step["old"]) == 1
            path.write_text(path.read_text("utf-8").replace(step["old"], step["new"]), "utf-8")
            changed[step["old"]] = path, step["new"]
        elif step["gone"]:
            (tmp_path / step["gone"]).unlink()
        elif step["back"]:
            path, new = changed[step["back"]]
            path.write_text(path.read_text("utf-8").replace(new, step["back"]), "utf-8")
        else:
            commands += 1
            with pytest.raises(SystemExit):
                main(shlex.split(step["command"]))
            said = capfd.readouterr()
            assert said.err + said.out == step["output"]
    assert commands == 13
    made = {path.name for path in (tmp_path / "output/2024-H1").iterdir()}
    assert made == {"raadsvoorstel.docx", "raadsvoorstel.pdf", "bijlage.docx", "bijlage.pdf"}


def test_the_service_that_builds_from_bytes_goes_as_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (program,) = [text for language, text in FENCED.findall(MANUAL) if language == "python"]
    shutil.copytree(WORKSPACES / "klein", tmp_path / "zundert")
    with (tmp_path / "zundert/content/organisatie.yaml").open("a", encoding="utf-8") as file:
        file.write("opmaak: typst\n")
    monkeypatch.chdir(tmp_path)
    exec(program, {})
    files = ["raadsvoorstel.docx", "raadsvoorstel.pdf", "bijlage.docx", "bijlage.pdf"]
    assert capfd.readouterr().out == f"2024-H1 {files} () None\n"


# --- keys ------------------------------------------------------------------------------------

KINDS: dict[str, tuple[type[BaseModel], ...]] = {
    "organisatie.yaml": (Organisatie,),
    "begrippen.yaml": (Begrippen,),
    "toezeggingen.yaml": (Toezeggingen,),
    "indicatoren/*.yaml": (Indicatoren,),
    "rapportage.yaml": (Gegevens,),
    "bijlage/*.md": (Hoofdstukgegevens,),
    "figuren/*.yaml": (Staafdiagram, Lijndiagram, Afbeelding),
    "tabellen/*.yaml": (Tabel,),
    "Een tabel met bedragen": (Bedragentabel,),
}


def fields(model: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    """Every key of a model and of the models inside it, with whether it must be there."""
    for name, field in model.model_fields.items():
        yield field.alias or name, field.is_required()
        for inner in models_in(field.annotation):
            yield from fields(inner)


@pytest.mark.parametrize("title", KINDS)
def test_every_key_of_a_file_is_described_and_no_other(title: str) -> None:
    told = {code for row in rows(section(title)) for code in codes(row[0])} - {"soort"} - set(MEMO_SECTIONS)
    there = {key for model in KINDS[title] for key, _ in fields(model)} - {"soort"} - set(MEMO_SECTIONS)
    assert told == there


@pytest.mark.parametrize("title", [title for title in KINDS if not title.startswith("figuren")])
def test_a_key_is_called_mandatory_where_it_is(title: str) -> None:
    mandatory = {key for model in KINDS[title] for key, required in fields(model) if required}
    table = [row for row in rows(section(title)) if row[1] in ("ja", "nee")]
    assert table
    for row in table:
        assert (row[1] == "ja") == (codes(row[0])[-1] in mandatory), row


@pytest.mark.parametrize("found", [one for one in NAMED.finditer(MANUAL) if one[2] == "yaml"])
def test_every_example_file_is_valid(found: re.Match[str]) -> None:
    name = Path(found[1])
    source = parse_yaml(found[3], found[1])
    if "posten" in source.data:
        source = as_table(validate(Bedragentabel, source), source)
    kind = f"{name.parent.name}/*.yaml" if f"{name.parent.name}/*.yaml" in KINDS else name.name
    if kind.startswith("figuren/") and source.data["soort"] not in FIGUREN:
        own = {key: value for key, value in source.data.items() if key not in keys_of(Tekening)}
        assert data_findings(DRAWINGS[source.data["soort"]], own) == []
        validate(Tekening, source)
    else:
        models = KINDS[kind]
        validate(
            next((one for one in models if one.__name__.lower() == source.data.get("soort")), models[0]),
            source,
        )
    depth = len(name.parts) - 2
    assert found[3].startswith(f"# yaml-language-server: $schema={'../' * depth}.schema/")


def test_every_yaml_block_names_its_file() -> None:
    assert len([one for one in FENCED.finditer(MANUAL) if one[1] == "yaml"]) == len(
        [one for one in NAMED.finditer(MANUAL) if one[2] == "yaml"]
    )


def test_the_headings_of_both_kinds_of_memo_are_listed() -> None:
    listed = {codes(row[0])[0]: row[1] for row in rows(section("rapportage.yaml")) if len(row) == 2}
    for kind, titles in MEMO_SECTIONS.items():
        assert listed[kind] == ", ".join(titles)


# --- Markdown and expressions -----------------------------------------------------------------


class Anything:
    """Knows every figure, table and number."""

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
        return Worked("1")


def problems(markdown: str) -> list[str]:
    converter = Converter(Anything())
    converter.sections(markdown, "tekst.md", 1, level=4, prefix="")
    return [one.message for one in converter.problems]


def examples() -> list[str]:
    """Every piece of Markdown that chapter 6 says one can write."""
    blocks = [found[2] for found in FENCED.finditer(chapter(6))]
    table = chapter(6).split("### ")[0]
    return blocks + [codes(row[0])[0].replace(r"\|", "|") for row in rows(table)]


@pytest.mark.parametrize("markdown", examples())
def test_what_the_manual_writes_in_markdown_can_be_written(markdown: str) -> None:
    note = "\n\n[^bron]: De tekst van de noot.\n" if "[^bron]" in markdown else ""
    assert problems(markdown + note) == []


@pytest.mark.parametrize("row", rows(section("Wat niet kan")), ids=lambda row: row[0])
def test_what_the_manual_says_cannot_be_written_is_refused(row: list[str]) -> None:
    assert problems(codes(row[0])[0]) != []


def test_every_form_of_markdown_has_an_example() -> None:
    written = "\n".join(examples())
    forms = [f"::: {name}" for name in BOXES] + [
        "[figuur: ",
        "[figuren: ",
        "[tabel: ",
        "[register: ",
        "[veranderd: ",
        "[pagina-einde]",
        "[@",
    ]
    assert [form for form in forms if form not in written] == []


def numbers() -> Numbers:
    """What expressions may know in the period of chapter 3."""
    text = next(one[3] for one in NAMED.finditer(chapter(3)) if "indicatoren/" in one[1])
    series = validate(Indicatoren, parse_yaml(text, "wonen.yaml")).indicatoren
    return Numbers({one.id: one for one in series}, parse_periode("2024-H1"), {"raad": date(2024, 9, 16)})


EXPRESSIONS = [(codes(row[0])[0], row[1]) for row in rows(chapter(7))]


@pytest.mark.parametrize(("expression", "result"), EXPRESSIONS)
def test_an_expression_gives_what_the_manual_says(expression: str, result: str) -> None:
    text = evaluate(expression.removeprefix("{{").removesuffix("}}"), numbers())
    assert text.replace("\N{NO-BREAK SPACE}", " ") == result


def test_every_word_of_an_expression_has_an_example() -> None:
    assert {word for text, _ in EXPRESSIONS for word in re.findall(r"(\w+)\(", text)} == set(WORDS)


def test_the_example_of_an_own_house_style_can_be_used() -> None:
    below = (TEMPLATES / "huisstijl.tokens.json").read_text("utf-8")
    examples = [found[2] for found in FENCED.finditer(chapter(11)) if found[1] == "json"]
    names = (Typeface("Gemeente Serif", ()), Typeface("Gemeente Sans", ()))
    fonts = OwnFonts(tuple(FontFile(one.name, Face(Path(), 400, False), "", True) for one in names), names)
    shown = ("#1e5631", "rechts", ("Gemeente Serif", "Cambria", "serif"))
    for example, value in zip(examples, shown, strict=True):
        told = judge(StyleFile("huisstijl.tokens.json", example, below, fonts=fonts))
        assert {one.rule for one in told} <= {"lettertype-vormen", "lettertype-ongebruikt"}
        assert value in house_style(example, below).tokens.values()


def test_the_manual_names_every_token() -> None:
    table = chapter(11).split("Dit zijn alle tokens")[1].split("### ")[0]
    there = read_tokens((TEMPLATES / "huisstijl.tokens.json").read_text("utf-8"))
    assert sorted(name for row in rows(table) for name in codes(row[0])) == sorted(there)


def test_the_manual_names_every_token_of_typefaces() -> None:
    assert tuple(codes(row[0])[0] for row in rows(section("Eigen lettertypen"))) == LETTERS


# --- messages, commands and links ---------------------------------------------------------------


def test_every_message_that_the_manual_quotes_is_one_that_users_see() -> None:
    tests = ROOT / "tests"
    claims = [
        *(tests / "errors").glob("*.md"),
        tests / "test_bad_input.py",
        tests / "writers/pdf/test_overflow.py",
    ]
    said = "\n".join(path.read_text("utf-8") for path in claims)
    shapes = [re.sub(r"'[^']*'|\d+ \w+ \d{4}", ".+?", codes(row[0])[0]) for row in rows(chapter(8))]
    assert shapes
    assert [shape for shape in shapes if not re.search(shape, said)] == []


def hints() -> Iterator[str]:
    """Every text in the code that speaks of the manual, with … for what is filled in."""
    for path in (ROOT / "src/rapportage").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [one.value if isinstance(one, ast.Constant) else "…" for one in node.values]
                yield "".join(map(str, parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_heading_of_the_manual_that_a_hint_names_is_there() -> None:
    headings = [title.replace("`", "") for title in re.findall(r"^#+ (?:\d+\. )?(.+)$", MANUAL, re.M)]
    numbers = re.findall(r"^## (\d+)\. ", MANUAL, re.M)
    named = [found for hint in hints() for found in re.findall(r"de handleiding, ([^;()\n]+)", hint)]
    named = [name for name in named if not name.startswith("namen en getallen")]
    assert len(named) > 3
    for name in named:
        shape = re.escape(name.rstrip(".")).replace("…", ".+")
        assert any(re.fullmatch(shape, heading) for heading in headings), name
    assert {one for hint in hints() for one in re.findall(r"hoofdstuk (\d+) van de", hint)} <= set(numbers)


def test_every_command_and_option_is_described() -> None:
    command = get_command(app)
    assert isinstance(command, TyperGroup)
    named = set(codes(chapter(9)))
    options = {option for one in command.params for option in one.opts}
    for name, sub in command.commands.items():
        assert any(code.split()[1:2] == [name] for code in named if code.startswith("rapportage "))
        options |= {opt for one in sub.params for opt in one.opts if opt.startswith("--")}
    assert options - {code.split()[0] for code in named} == set()


def test_the_commands_that_bring_what_the_machine_lacks_are_those_of_set_up() -> None:
    assert {(row[0], codes(row[1])[0]) for row in rows(chapter(2))} == set(COMMANDS)


def test_links_within_the_manual_lead_to_a_heading() -> None:
    titles = re.findall(r"^#+ (.*)$", FENCED.sub("", MANUAL), re.M)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    used = set(re.findall(r"\]\(#([^)]*)\)", MANUAL))
    assert used
    assert used - anchors == set()


def test_the_manual_names_every_template() -> None:
    there = {path.name for path in (TEMPLATES).iterdir() if path.is_file()}
    told = chapter(11).split("### ")[0].split("Dit zijn alle tokens")[0]
    assert {codes(row[0])[0] for row in rows(told)} == there | {
        LOGOS[0],
        MAPPING,
        *WORD_FILES,
        f"{FOLDER}/",
    }


def test_a_mapping_of_published_tokens_is_told_with_every_key_and_an_example() -> None:
    told = section("Tokens die al gepubliceerd zijn")
    keys = {codes(row[0])[0] for row in rows(told) if row[1] in ("ja", "nee")}
    assert keys == set(keys_of(Koppeling))
    example = re.search(r"(?:^    .*\n)+", told, re.M)
    assert example
    mapping = validate(Koppeling, parse_yaml(dedent(example[0]), "koppeling.yaml"))
    ours = read_tokens((TEMPLATES / "huisstijl.tokens.json").read_text("utf-8"))
    assert set(mapping.tokens) <= set(ours)


def test_the_manual_names_every_token_of_the_logo() -> None:
    style = house_style((TEMPLATES / "huisstijl.tokens.json").read_text("utf-8"))
    there = {name.partition(".")[2] for name in style.tokens if name.startswith("logo.")}
    assert {codes(row[0])[0] for row in rows(section("Een logo"))} == there


def test_what_a_template_of_a_drawing_may_use_is_what_the_manual_says() -> None:
    section_words = " ".join(codes(section("Eigen tekeningen")))
    told = set(re.findall(r"(\w+)\(", section_words)) - {"schrijf", "midden"}
    style = house_style((ROOT / "templates/huisstijl.tokens.json").read_text("utf-8"))
    drawing = DrawingRenderer(Workspace(ROOT), style).renderer(
        DRAWINGS["bloemblad"], Words(Place(""), style.typeface())
    )
    bare = Renderer(Workspace(ROOT))
    ours = {*drawing.environment.filters, *drawing.environment.globals}
    ours -= {*bare.environment.filters, *bare.environment.globals, "regelhoogte", "kleinste"}
    assert told == ours


def test_files_that_the_papers_link_to_are_there() -> None:
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        links = re.findall(r"\]\(((?!https?:|#)[^)]+)\)", (ROOT / name).read_text("utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_commands_of_the_readme_exist() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    made = set(re.findall(r"^    make (\w+)", README, re.M))
    assert made
    assert made <= targets
    command = get_command(app)
    assert isinstance(command, TyperGroup)
    assert set(re.findall(r"^    rapportage (\w+)", README, re.M)) == set(command.commands)


# --- what may move in libraries ------------------------------------------------------------------


def test_the_libraries_that_may_move_are_those_bounded_above_and_each_has_a_test_that_tells() -> None:
    moving = rows(CONTRIBUTING)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [Requirement(one) for one in project["project"]["dependencies"]]
    assert {codes(row[0])[0] for row in moving} == {one.name for one in asked if "<" in str(one.specifier)}
    for _, _, where, tells in moving:
        assert [name for name in codes(where) if not (ROOT / "src/rapportage" / name).exists()] == []
        assert [name for name in codes(tells) if not (ROOT / "tests" / name).is_file()] == []


# --- the rooms of the architecture ------------------------------------------------------------

ROOMS = (
    *(
        "bounds",
        "errors",
        "remembered",
        "faults",
        "machine",
        "characters",
        "dutch",
        "typed",
        "periode",
        "named_periods",
        "earlier_times",
        "moved_periods",
        "numerals",
        "units",
        "movement",
        "below_zero",
        "number_words",
        "rough",
        "lines",
        "quotes",
        "changed_words",
        "abbreviations",
    ),
    *("opened",),
    *("workspace", "ctrl_c", "streams"),
    *(
        "style",
        "cache",
        "made",
        "inlines",
        "document",
        "running",
        "row_heads",
        "identity",
        "traces",
        "decimals",
        "columns",
        "heights",
        "content",
        "since",
        "checks",
        "figures",
        "compose",
        "writers",
        "build",
        "preview",
        "turning",
        "compare",
        "progress",
        "starting",
    ),
    "cli",
)
"""Lowest first: a module imports only from its own room and from rooms above its own in this list."""


def imports(path: Path, room: str = "") -> set[str]:
    """The rooms that a module imports from, also where it imports late; or what it imports of one room."""
    package = f"rapportage.{room}".rstrip(".")
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == package:
                found |= {alias.name for alias in node.names}
            elif node.module.startswith(f"{package}."):
                found.add(node.module.removeprefix(f"{package}.").split(".")[0])
    return found - {"__version__"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_the_rooms_above_it(room: str) -> None:
    package = ROOT / "src/rapportage"
    paths = (
        [package / f"{room}.py"] if (package / f"{room}.py").exists() else [*(package / room).rglob("*.py")]
    )
    assert paths
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    for path in paths:
        assert imports(path) - allowed == set(), path.name


ROOMS_OF_CHECKS = (
    "subjects",
    "rule",
    "reading",
    "files",
    "days",
    "tables",
    "numbers",
    "drawings",
    "register",
    "decisions",
    "series",
    "between",
    "names",
    "writing",
    "style",
    "template_rules",
    "style_rules",
    "between_texts",
    "told_rules",
    "registry",
)
"""Lowest first, as ROOMS: what reads for all rules below what judges, and the rows above it all."""


def test_numbers_know_nothing_of_the_texts_that_they_stand_in() -> None:
    folder = ROOT / "src/rapportage/compose"
    for path in (folder / "numbers").rglob("*.py"):
        assert imports(path, "compose") <= {"numbers"}, path.name
    for path in (folder / "prose").rglob("*.py"):
        assert "reading" not in imports(path, "compose"), path.name


def test_rules_import_only_from_the_rooms_of_rules_above_their_own() -> None:
    folder = ROOT / "src/rapportage/checks"
    paths = [path for path in folder.rglob("*.py") if path != folder / "__init__.py"]
    rooms = {path: path.relative_to(folder).with_suffix("").parts[0] for path in paths}
    assert set(rooms.values()) == set(ROOMS_OF_CHECKS)
    for path, room in rooms.items():
        allowed = ROOMS_OF_CHECKS[: ROOMS_OF_CHECKS.index(room) + 1]
        assert imports(path, "checks") - set(allowed) == set(), path.name


def test_writers_never_import_content_templates_or_figures() -> None:
    for path in (ROOT / "src/rapportage/writers").rglob("*.py"):
        assert imports(path) & {"content", "compose", "figures", "checks"} == set(), path.name


@pytest.mark.parametrize(
    ("writer", "others"),
    [
        ("docx", {"html", "text", "pdf", "typst"}),
        ("pdf", {"text", "docx", "typst"}),
        ("typst", {"html", "text", "docx", "pdf"}),
        ("html.py", {"docx", "pdf", "typst"}),
    ],
)
def test_writers_leave_each_other_alone_but_for_the_html_that_is_laid_out(
    writer: str, others: set[str]
) -> None:
    folder = ROOT / "src/rapportage/writers"
    paths = [folder / writer] if writer.endswith(".py") else [*(folder / writer).rglob("*.py")]
    assert paths
    for path in paths:
        assert imports(path, "writers") & others == set(), path.name


def test_every_room_is_in_the_architecture() -> None:
    there = {
        path.name if path.is_dir() else path.stem
        for path in (ROOT / "src/rapportage").iterdir()
        if not path.name.startswith("__") and path.name != "templates"
    }
    assert there == set(ROOMS)
    assert [room for room in ROOMS if f"`{room}" not in ARCHITECTURE] == []
