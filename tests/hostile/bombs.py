"""Files that are small to write and would be dear to read: each as large as it may be, or just beyond."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hostile.commands import Commands, Outcome
from hostile.pictures import others
from where import WORKSPACES

from rapportage.bounds import MAX_BYTES, MAX_PARAGRAPH, MAX_TEXT

SMALL, PERIOD = WORKSPACES / "klein", "2024-H1"
_CHAPTER, _REPORT = "content/2024-H1/bijlage/water.md", "content/2024-H1/rapportage.yaml"
_TABLE, _DRAWING = "content/2024-H1/tabellen/tabel-wonen.yaml", "content/2024-H1/figuren/dijk.svg"
_CHART, _SERIES = "content/2024-H1/figuren/woningbouw.yaml", "content/indicatoren/wonen.yaml"
_TERMS, _ORGANISATION = "content/begrippen.yaml", "content/organisatie.yaml"
_HEAD = "---\ntitel: Water\nopgave: water\n---\n"


@dataclass(frozen=True, slots=True)
class Bomb:
    """A file of the small workspace with what it holds instead."""

    name: str
    file: str
    content: Callable[[], str | bytes]

    def set_off(self, root: Path, commands: Commands) -> Outcome:
        """What comes of a check of this workspace with the bomb in it, which is as it was afterwards."""
        path, made = root / self.file, self.content()
        before = path.read_bytes() if path.exists() else None
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made if isinstance(made, bytes) else made.encode())
        try:
            return commands.run(root, ["check", PERIOD])
        finally:
            if before is None:
                shutil.rmtree(path.parent)
            else:
                path.write_bytes(before)


def bombs() -> Iterator[Bomb]:
    """All of them, those of one kind of file together."""
    for unit in _UNITS:
        yield Bomb(f"alinea's vol {unit!r}", _CHAPTER, lambda unit=unit: _paragraphs(unit))  # type: ignore[misc]
    for unit in _LINES:
        yield Bomb(f"regels vol {unit!r}", _CHAPTER, lambda unit=unit: _lines(unit))  # type: ignore[misc]
    for name, text in _TEXTS.items():
        yield Bomb(name, _CHAPTER, text)
    for name, (file, content) in _YAML.items():
        yield Bomb(name, file, content)
    for name, inner in _SVG.items():
        yield Bomb(name, _DRAWING, inner)
    for name, (file, made) in others().items():
        yield Bomb(name, file, made)


# --- Markdown --------------------------------------------------------------------------------

_UNITS = (
    *(
        "[",
        "{",
        "*_",
        "[a]{",
        "[^a]",
        "^[",
        "](",
        "![",
        "<",
        "<a ",
        "`",
        "**a ",
        "_a ",
        "~",
        "^",
        "\\",
        "&",
        "|a",
        "a|",
        "|aa",
    ),
    *(
        "[@",
        "[@x]",
        "{{",
        "{{ som(1) }}",
        '{{ waarde("woningen") }} ',
        "[open: ",
        "[stoplicht: ",
        "[figuur: ",
    ),
    *(
        "<!--",
        "<?",
        "a@b.nl ",
        "[a](http://b) ",
        "*a*",
        "a~b~",
        "[x]{lang=en}",
        "“a”",
        "[]",
        "xxx ",
        "ABC ",
        "((",
        "🙂",
    ),
    *(  # what rules about words look for, begun again and again
        "-",
        "tabel 1 ",
        "van 1 naar 2 een ",
        "rapport Aa ",
        "€ 1 000 ",
        "1'000",
        "$a=",
        "%%a",
        ":a_",
        " ^a",
        "maandag ",
        "Van: ",
        "[a ",
        "a[^a][^b]",
        "@a ",
        "In 2023-H2 ",
        "daalde met ",
    ),
)
_LINES = (
    *(
        "a",
        "- a",
        "> a",
        "## a\n",
        "### a\n",
        "|a|b|",
        "a|b",
        "[a]: b",
        "[^a]: b",
        "a\\",
        "1)",
        "a) b",
        "•\ta",
    ),
    *(
        "::: kader x",
        ":::",
        "---",
        "===",
        "a\n---",
        "```",
        "    a",
        "<b>",
        "<table>",
        "a\tb",
        "",
        "*a",
        "{{",
        "+--+",
    ),
)


def _paragraphs(unit: str) -> str:
    paragraph = (unit * MAX_PARAGRAPH)[: MAX_PARAGRAPH - 1]
    return _HEAD + f"{paragraph}\n\n" * ((MAX_TEXT - 100) // len(paragraph) - 1)


def _lines(unit: str) -> str:
    return _HEAD + f"{unit}\n" * ((MAX_TEXT - 100) // (len(unit) + 1))


def _counted(form: str, count: int) -> str:
    return "".join(form.format(i) for i in range(count))


_TEXTS: dict[str, Callable[[], str]] = {
    "een haak, twee miljoen keer": lambda: _HEAD + "[" * (MAX_BYTES - 100),
    "een accolade, twee miljoen keer": lambda: _HEAD + "{" * (MAX_BYTES - 100),
    "85.700 gelijke koppen": lambda: _HEAD + "## De kop\n\n" * 85_700,
    "koppen die naar elkaar tellen": lambda: _HEAD + _counted("## a {}\n\n", 4000) + "## a\n\n" * 4000,
    "een lang adres, telkens gebruikt": lambda: (
        _HEAD + f"[a]: https://{'b' * 9000}\n\n" + ("[a][a] " * 1200 + "\n\n") * 10
    ),
    "een lange noot, telkens gebruikt": lambda: (
        _HEAD + f"[^a]: {'woord ' * 1500}\n\n" + ("a[^a] " * 1500 + "\n\n") * 8
    ),
    "veel noten": lambda: _HEAD + _counted("a[^{0}]\n\n[^{0}]: b\n\n", 3500),
    "diepe kaders": lambda: _HEAD + "".join(f"{':' * (3 + i)} kader x\n" for i in range(300)),
    "diepe citaten": lambda: _HEAD + "".join("> " * i + "a\n" for i in range(1, 400)),
    "diepe lijsten": lambda: _HEAD + "".join("  " * i + "- a\n" for i in range(1, 300)),
    "brede tabel": lambda: _HEAD + "|a" * 1500 + "|\n" + "|-" * 1500 + "|\n" + ("|b" * 1500 + "|\n") * 25,
    "lange tabel": lambda: _HEAD + "|a|b|\n|-|-|\n" + "|c|d|\n" * 15_000,
    "verwijzingen naar niets": lambda: _HEAD + _counted("## k{}\n\n", 3000) + _counted("[@x{}]\n", 6000),
    "onbekende reeksen": lambda: _HEAD + _counted('{{{{ waarde("x{}") }}}}\n', 4000),
    "onbekende afkortingen": lambda: _HEAD + _counted("AF{}X\n", 12_000),
}

# --- YAML ------------------------------------------------------------------------------------


def _with(file: str, more: str) -> Callable[[], str]:
    return lambda: (SMALL / file).read_text("utf-8") + more


def _instead(file: str, old: str, new: str) -> Callable[[], str]:
    def content() -> str:
        text = (SMALL / file).read_text("utf-8")
        assert old in text, (file, old)
        return text.replace(old, new, 1)

    return content


_VALUES = "titel: T\nkolommen:\n  - kop: A\n  - kop: B\nrijen:\n"
_A_SERIES = (
    "  - id: s{0}\n    naam: N{0}\n    eenheid: woningen\n    bron: B\n    waarden:\n"
    "      - periode: 2024-H1\n        waarde: {0}\n"
)
_LIST = "trefwoorden: [wonen, water]"
_YAML: dict[str, tuple[str, Callable[[], str]]] = {
    "5.000 onbekende sleutels": (_REPORT, _with(_REPORT, _counted("sleutel{}: a\n", 5000))),
    "200.000 sleutels zonder waarde": (_REPORT, _with(_REPORT, "? a\n" * 200_000)),
    "een lange lijst op een regel": (_REPORT, _instead(_REPORT, _LIST, f"trefwoorden: [{'a,' * 900_000}b]")),
    "een lijst zo lang als mag": (_REPORT, _instead(_REPORT, _LIST, f"trefwoorden: [{'a,' * 29_000}b]")),
    "diepe lijsten op een regel": (_REPORT, _with(_REPORT, "x: " + "[" * 900_000)),
    "diepe blokken op een regel": (_REPORT, _with(_REPORT, "x: " + "{" * 900_000)),
    "diepe streepjes": (_REPORT, _with(_REPORT, "x: " + "- " * 900_000)),
    "een woord van twee megabyte": (_REPORT, _instead(_REPORT, "titel: V", f"titel: {'a' * 1_900_000}")),
    "een tekst van twee megabyte": (_REPORT, _instead(_REPORT, "titel: V", f"titel: {'a ' * 900_000}")),
    "regels zonder einde": (_REPORT, _with(_REPORT, "x: " + "\n  a" * 400_000)),
    "tekens in code": (_REPORT, _with(_REPORT, 'x: "' + "\\n" * 400_000 + '"')),
    "een open aanhalingsteken": (_REPORT, _with(_REPORT, "x: '" + "a\n" * 400_000)),
    "komma's": (_REPORT, _with(_REPORT, f"x: [1,5{',1' * 28_000}]")),
    "dezelfde sleutel": (_REPORT, _with(_REPORT, "a: b\n" * 14_000)),
    "dubbele punten": (_REPORT, _with(_REPORT, "a:" * 900_000)),
    "ankers": (_REPORT, _with(_REPORT, "x: &a a\n" * 100_000)),
    "opmerkingen": (_REPORT, _with(_REPORT, "# a\n" * 400_000)),
    "20.000 rijen": (_TABLE, lambda: _VALUES + "  - [a, b]\n" * 20_000),
    "zo veel rijen als mag": (_TABLE, lambda: _VALUES + "  - [a, '[a](http://b)']\n" * 2000),
    "een cel vol haken": (_TABLE, lambda: _VALUES + f"  - ['{'[' * 100_000}', b]\n"),
    "cellen vol haken": (_TABLE, lambda: _VALUES + f"  - ['{'[' * 900}', b]\n" * 1900),
    "cellen met een lange noot": (
        _TABLE,
        lambda: f"noten:\n  a: {'woord ' * 300}\n{_VALUES}" + "  - ['a[^a]', b]\n" * 2000,
    ),
    "4.200 reeksen": (_SERIES, _with(_SERIES, _counted(_A_SERIES, 4200))),
    "een reeks met een lange naam": (_SERIES, _instead(_SERIES, "Opgeleverde woningen", "N" * 19_900)),
    "een naam zo lang als mag": (_SERIES, _instead(_SERIES, "Opgeleverde woningen", "N" * 290)),
    "6.000 begrippen": (
        _TERMS,
        lambda: "begrippen:\n" + _counted("  - id: b{0}\n    term: T{0}\n    afkorting: AB{0}\n", 6000),
    ),
    "onbekende sleutels van de organisatie": (
        _ORGANISATION,
        _with(_ORGANISATION, _counted("x{}: a\n", 5000)),
    ),
    "5.000 reeksen in een grafiek": (_CHART, _with(_CHART, "  - indicator: woningen\n" * 5000)),
    "accolades in een beschrijving": (_CHART, _instead(_CHART, "alt: '", "alt: '" + "{{" * 100_000)),
    "uitdrukkingen in een beschrijving": (
        _CHART,
        _instead(_CHART, "alt: '", "alt: '" + '{{ naam("woningen") }} ' * 80),
    ),
    "5.000 hoofdstukken": (
        _REPORT,
        _instead(_REPORT, "[wonen, water]\n  - t", f"[wonen{_counted(', h{}', 5000)}]\n  - t"),
    ),
    "3.000 delen": (
        _REPORT,
        _with(
            _REPORT, "  - titel: D\n    onderdelen:\n      - titel: O\n        hoofdstukken: [wonen]\n" * 3000
        ),
    ),
    "5.000 bijlagen": (
        _REPORT,
        _instead(_REPORT, "bijlagen:\n", "bijlagen:\n" + "  - titel: K\n    bestand: kaart.pdf\n" * 5000),
    ),
}

# --- SVG -------------------------------------------------------------------------------------


def _svg(inner: str, more: str = "") -> str:
    head = 'xmlns="http://www.w3.org/2000/svg" width="60mm" height="40mm" viewBox="0 0 60 40"'
    return f"<svg {head}{more}>{inner}</svg>"


_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
_ATTRIBUTE = 'a{}="1" '
_SVG: dict[str, Callable[[], str]] = {
    "url( met spaties": lambda: _svg(f'<path d="M0 0" fill="url({" " * 200_000}"/>'),
    "url( telkens weer": lambda: _svg(f'<path d="M0 0" fill="{"url(" * 200_000}"/>'),
    "url( met spaties, telkens weer": lambda: _svg(f'<path d="M0 0" fill="{("url(" + " " * 400) * 2000}"/>'),
    "url( in een style": lambda: _svg(f"<style>{'a{fill:url( ' * 200_000}</style>"),
    "100.000 attributen": lambda: _svg(f"<g {_counted(_ATTRIBUTE, 100_000)}/>"),
    "4.900 attributen": lambda: _svg(f"<g {_counted(_ATTRIBUTE, 4900)}/>"),
    "veel attributen, telkens weer": lambda: _svg(f"<g {_counted(_ATTRIBUTE, 190)}/>" * 2000),
    "4.900 naamruimten": lambda: _svg("<g/>" * 20_000, _counted(' xmlns:a{0}="u{0}"', 4900)),
    "390.000 onderdelen": lambda: _svg("<g/>" * 390_000),
    "diep geneste groepen": lambda: _svg("<g>" * 100_000 + "</g>" * 100_000),
    "@font-face telkens weer": lambda: _svg(f"<style>{'@font-face{' * 200_000}</style>"),
    "@font-face met spaties": lambda: _svg(f"<style>@font-face{' ' * 400_000}</style>"),
    "font-family telkens weer": lambda: _svg(f'<g style="{"font-family:" * 100_000}"/>'),
    "font-family met spaties": lambda: _svg(f'<g style="font-family:{" " * 200_000}"/>'),
    "twee miljoen getallen": lambda: _svg(f'<path d="M{"1 " * 2_000_000}"/>'),
    "een getal van vier miljoen cijfers": lambda: _svg(f'<path d="M{"1" * 4_000_000}"/>'),
    "een miljoen punten": lambda: _svg(f'<path d="M{"." * 1_000_000}"/>'),
    "een viewBox van getallen": lambda: _svg("").replace("0 0 60 40", "0 " * 400_000),
    "DOCTYPE telkens weer": lambda: "<!DOCTYPE " * 400_000 + _svg(""),
    "50.000 woorden": lambda: _svg("<text x='1' y='1'>a</text>" * 50_000),
    "use telkens weer": lambda: _svg("<g id='a'><path d='M0 0L1 1'/></g>" + "<use href='#a'/>" * 50_000),
    "use in machten van twee": lambda: _svg(
        "".join(f"<g id='a{i}'><use href='#a{i + 1}'/><use href='#a{i + 1}'/></g>" for i in range(40))
    ),
    "2.000 plaatjes": lambda: _svg(f'<image href="data:image/png;base64,{_PIXEL}"/>' * 2000),
    "een plaatje van vier megabyte": lambda: _svg(f'<image href="data:image/png;base64,{"A" * 4_000_000}"/>'),
    "entiteiten": lambda: _svg("&amp;" * 800_000),
    "opmerkingen in een SVG": lambda: _svg("<!-- a -->" * 200_000),
}
