"""Put what the bench measured on the page about speed, in the places of the tables that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parent.parent / "docs" / "snelheid.md"
HEAD = "| wat | B | kortste | langste | doel | seconden | geheugen |\n|---|---|---|---|---|---|---|\n"
TABLES = {
    "één rapportage": {
        "B, the bare engine": "de motor alleen (WeasyPrint)",
        "typst: build, cold cache": "typst: `build`, alles voor het eerst",
        "typst: build, one chapter changed": "typst: `build`, één hoofdstuk veranderd",
        "typst: build, nothing changed": "typst: `build`, niets veranderd",
        "typst: only the PDF, cold cache": "typst: alleen de PDF van de bijlage, voor het eerst",
        "build, cold cache": "WeasyPrint: `build`, alles voor het eerst",
        "build, one chapter changed": "WeasyPrint: `build`, één hoofdstuk veranderd",
        "build, nothing changed": "WeasyPrint: `build`, niets veranderd",
        "build --jobs 1, cold cache": "WeasyPrint: `build --jobs 1`, alles voor het eerst",
        "check, one chapter changed": "`check`, één hoofdstuk veranderd",
        "check, nothing changed": "`check`, niets veranderd",
        "status": "`status`",
        "--help": "`--help`",
        "--version": "`--version`",
    },
    "veel": {
        "long: the bare engine": "288 bladzijden: de motor alleen (WeasyPrint)",
        "long: build": "288 bladzijden: `build` met WeasyPrint",
        "long: build with typst": "288 bladzijden: `build` met typst",
        "ten periods, --jobs 1": "tien perioden: `build --all --jobs 1`",
        "ten periods, --jobs 2": "tien perioden: `build --all --jobs 2`",
        "forty workspaces, --jobs 2": "veertig werkmappen, met typst: `--jobs 2`",
        "forty workspaces, dask": "veertig werkmappen, met typst: `--executor dask://…`, twee werkers",
    },
    "andere programma's": {
        "pandoc to DOCX": "pandoc, naar DOCX",
        "pandoc, then typst, to PDF": "pandoc en typst, naar PDF",
        "pandoc, then WeasyPrint, to PDF": "pandoc en WeasyPrint, naar PDF",
        "LibreOffice, from our DOCX, to PDF": "LibreOffice, van onze DOCX naar PDF",
    },
}
"""The tables by their names on the page, and what each row of the bench is called there."""
THEMSELVES = {
    "largest process, MB": "grootste proces van `build 2021-H2`, met WeasyPrint, in MB",
    "largest process with typst, MB": "hetzelfde met typst",
    "pages": "bladzijden van het lange stuk",
    "ten times the report, time": "tijd van het lange stuk, tegenover 2021-H2, met WeasyPrint",
    "ten times the report, memory": "geheugen van het lange stuk, tegenover 2021-H2, met WeasyPrint",
    "ten times the report with typst, time": "tijd van het lange stuk, tegenover 2021-H2, met typst",
    "ten times the report with typst, memory": "geheugen van het lange stuk, tegenover 2021-H2, met typst",
    "the same, bare engine, time": "hetzelfde voor WeasyPrint alleen: tijd",
    "the same, bare engine, memory": "hetzelfde voor WeasyPrint alleen: geheugen",
    "ten periods, two cores, times as fast": "tien perioden met twee processen: zoveel keer zo vlug",
    "forty workspaces, dask over --jobs 2": "veertig werkmappen: tijd met dask, tegenover `--jobs 2`",
}
"""What is compared with itself, as the page calls it."""
WARM = {
    "changed page": ("de bladzijde die veranderde, zoals zij in het stuk komt", 110),
    "all findings": ("alle bevindingen van `check`", None),
    "all pages": ("alle bladzijden van de bijlage", None),
}
"""What follows an edit where a period is kept warm, as the page calls it, and the most milliseconds."""


def in_order(rows: Mapping[str, Any]) -> dict[str, Any]:
    """The rows that were measured, as the tables have them."""
    told = [name for table in TABLES.values() for name in table]
    assert set(rows) <= set(told), set(rows) - set(told)
    return {name: rows[name] for name in told if name in rows}


def write(report: Mapping[str, Any]) -> None:
    """Put the tables on the page."""
    text = PAGE.read_text("utf-8")
    for name, titles in TABLES.items():
        text = _placed(text, name, HEAD + "".join(_rows(report["rows"], titles)))
    rows = [_compared(THEMSELVES[name], row) for name, row in report["against themselves"].items()]
    text = _placed(text, "tegenover zichzelf", "| wat | gemeten | doel |\n|---|---|---|\n" + "".join(rows))
    text = _placed(text, "terwijl u schrijft", "".join(_after_an_edit(report["warm"])))
    PAGE.write_text(text, "utf-8")


def _after_an_edit(warm: Mapping[str, Any]) -> Iterator[str]:
    yield "| wat | mediaan | kortste | langste | doel |\n|---|---|---|---|---|\n"
    for name, (title, goal) in WARM.items():
        times = " | ".join(f"{warm[name][key]} ms" for key in ("median", "least", "most"))
        yield f"| {title} | {times} | {f'{goal} ms' if goal else ''} |\n"
    yield f"| geheugen erbij, na {warm['edits']} veranderingen | {warm['megabytes more']} MB |  |  |  |\n"


def _placed(text: str, name: str, table: str) -> str:
    begin, end = f"<!-- tabel: {name} -->\n", "<!-- einde -->"
    found = re.compile(rf"(?s)({re.escape(begin)}).*?({end})")
    assert found.search(text), name
    return found.sub(lambda match: match[1] + table + match[2], text)


def _rows(rows: Mapping[str, Any], titles: Mapping[str, str]) -> Sequence[str]:
    return [_row(title, rows[name]) for name, title in titles.items() if name in rows]


def _row(title: str, row: Mapping[str, Any]) -> str:
    told = [_dutch(f"{row[key]:.2f}") for key in ("median", "least", "most")]
    goal = "" if row["goal"] is None else _dutch(f"{row['goal']:.2f}")
    cells = [title, *told, goal, _dutch(f"{row['seconds']:.2f}"), f"{row['megabytes']} MB"]
    return f"| {' | '.join(cells)} |\n"


def _compared(title: str, row: Mapping[str, Any]) -> str:
    goal = "" if row["goal"] is None else _dutch(str(row["goal"]))
    return f"| {title} | {_dutch(str(row['median'])).replace(' to ', ' → ')} | {goal} |\n"


def _dutch(number: str) -> str:
    return number.replace(".", ",")
