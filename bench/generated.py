"""Make more of the real report: a longer one of the same mix, and more periods of the same length."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

PERIODE = "2021-H2"
_KINDS = ("bijlage", "figuren", "tabellen")
_NAMED = re.compile(r"\[(@|figuur: |figuren: |tabel: )([a-z0-9, -]+)\]")


def longer(workspace: Path, times: int) -> None:
    """Let the bijlage hold all its chapters, figures and tables so many times, under names of their own."""
    folder = workspace / "content" / PERIODE
    report = yaml.safe_load((folder / "rapportage.yaml").read_text("utf-8"))
    names = {path.stem for kind in _KINDS for path in (folder / kind).iterdir()}
    once = {report["kernboodschap"], *_named_in(folder / "bijlage" / f"{report['kernboodschap']}.md")}
    repeated = names - once

    def renamed(text: str, number: int) -> str:
        def new(found: re.Match[str]) -> str:
            words = [f"{one}-{number}" if one in repeated else one for one in found[2].split(", ")]
            return f"[{found[1]}{', '.join(words)}]"

        return _NAMED.sub(new, text)

    files = [
        path for kind in ("bijlage", "figuren", "tabellen") for path in sorted((folder / kind).iterdir())
    ]
    for number in range(2, times + 1):
        for path in files:
            if path.stem in repeated:
                copy = path.with_name(f"{path.stem}-{number}{path.suffix}")
                copy.write_text(renamed(path.read_text("utf-8"), number), "utf-8")
    for deel in report["delen"]:
        for part in deel["onderdelen"]:
            chapters = list(part["hoofdstukken"])
            for number in range(2, times + 1):
                part["hoofdstukken"] += [f"{one}-{number}" for one in chapters]
    (folder / "rapportage.yaml").write_text(_written(report), "utf-8")


def more_periods(workspace: Path, count: int) -> list[str]:
    """Leave only so many periods, each a copy of PERIODE; their names, the latest first."""
    content = workspace / "content"
    for folder in content.glob("20*"):
        if folder.name != PERIODE:
            shutil.rmtree(folder)
    names = [f"{2021 - at // 2}-H{2 - at % 2}" for at in range(count + 1)]
    for path in (content / "indicatoren").glob("*.yaml"):
        series = yaml.safe_load(path.read_text("utf-8"))
        for one in series["indicatoren"]:
            known = {value["periode"]: value for value in one["waarden"]}
            if PERIODE in known:
                # A bit less each time further back, since the texts say that it rose.
                first, step = (
                    min(known.values(), key=lambda value: str(value["periode"])),
                    10 ** -one.get("decimalen", 0),
                )
                more = [
                    first
                    | {"periode": name, "waarde": round(first["waarde"] - at * step, one.get("decimalen", 0))}
                    for at, name in enumerate(names)
                    if name not in known
                ]
                one["waarden"] = sorted([*one["waarden"], *more], key=lambda value: str(value["periode"]))
        path.write_text(_written(series), "utf-8")
    for name in names[1:-1]:
        shutil.copytree(content / PERIODE, content / name)
        report = content / name / "rapportage.yaml"  # which names another period, as only a draft may
        report.write_text(
            report.read_text("utf-8").replace("status: vastgesteld", "status: concept"), "utf-8"
        )
    return names[:-1]


def _named_in(path: Path) -> set[str]:
    """What a chapter places: its figures and tables, which stand in one place only."""
    placed = [found for found in _NAMED.finditer(path.read_text("utf-8")) if found[1] != "@"]
    return {name for found in placed for name in found[2].split(", ")}


class _Plain(yaml.SafeDumper):
    """Writes no anchors, which content may not hold."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _written(data: object) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
