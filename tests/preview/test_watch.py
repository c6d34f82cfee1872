"""Changes to content and templates are told, also where a folder comes later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from where import PATIENCE

from rapportage.preview.watch import watch
from rapportage.workspace import Workspace


def told(root: Path, *steps: Callable[[], object]) -> list[set[Path]]:
    """What was told after each of these steps, of which the next begins when the one before was told."""

    async def run() -> list[set[Path]]:
        ended, news = asyncio.Event(), asyncio.Event()
        found: set[Path] = set()

        def changed(paths: Iterable[Path]) -> None:
            found.update(paths)
            news.set()

        watching = asyncio.create_task(watch(Workspace(root), changed, ended))
        after = []
        for step in steps:
            while not news.is_set():  # until it watches, a change may be missed
                step()
                await asyncio.wait([asyncio.create_task(news.wait())], timeout=0.3)
            news.clear()
            after.append(set(found))
            found.clear()
        ended.set()
        await asyncio.wait_for(watching, PATIENCE)
        return after

    return asyncio.run(run())


def test_a_file_that_is_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "content" / "2024-H1" / "memo.md"
    path.parent.mkdir(parents=True)
    (after,) = told(tmp_path, lambda: path.write_text("Nieuw.", "utf-8"))
    assert path in after


def test_templates_that_come_later_are_watched_too(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    path = tmp_path / "templates" / "huisstijl.tokens.json"

    def begin() -> None:
        (tmp_path / "content" / "organisatie.yaml").write_text("naam: x\n", "utf-8")

    def come() -> None:
        path.parent.mkdir(exist_ok=True)

    _, second, third = told(tmp_path, begin, come, lambda: path.write_text("{}", "utf-8"))
    assert tmp_path / "templates" in second
    assert path in third


def test_what_stands_elsewhere_is_not_told(tmp_path: Path) -> None:
    for name in ("content", "output"):
        (tmp_path / name).mkdir()

    def write() -> None:
        (tmp_path / "output" / "stuk.pdf").write_bytes(b"")
        (tmp_path / "content" / "organisatie.yaml").write_text("naam: x\n", "utf-8")

    (after,) = told(tmp_path, write)
    assert not [path for path in after if "output" in path.parts]
